package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

var update = flag.Bool("update", false, "write the golden files anew")

const base = "https://checks.example.org"

// sample is an edition in which every optional part is there once and missing once.
func sample() *factcheck.Edition {
	october := func(day, hour int) time.Time { return time.Date(2026, time.October, day, hour, 0, 0, 0, time.UTC) }
	mostlyFalse := factcheck.EditionRating{Code: "mostly_false", Label: "Mostly false", Definition: "More wrong than right.", Colour: "doubt", Value: 2, Needs: "Needs 1 primary source, or 2 secondary sources of different independence groups."}
	unproven := factcheck.EditionRating{Code: "unproven", Label: "Unproven", Definition: "Nothing shows it.", Colour: "neutral", Needs: "Needs a note of what was searched, and where."}
	return &factcheck.Edition{
		Desk: factcheck.EditionDesk{Slug: "demo", Name: "Example Checks", Language: "en"},
		Slug: "bridges", Number: 2, Headline: "Are 40 % of the bridges unsafe?",
		Summary: "The register says *otherwise*.\n\nOne claim cannot be settled.",
		Article: factcheck.EditionArticle{
			Title: "Bridges & roads", URL: "https://news.example.com/a/1?x=1&copy=2", Publisher: "Example News", Author: "Jane Roe",
			PublishedOn: "2026-09-30", Language: "en-GB", Version: 1, SHA256: strings.Repeat("0f", 32),
		},
		Passages: []factcheck.Passage{{Start: 0, Text: "💖 “Forty percent of the bridges are unsafe,” she claimed without evidence."}},
		Claims: []factcheck.EditionClaim{
			{
				Number: 1, ID: 7, Version: 3, Type: factcheck.TypeNumerical, Statement: "Forty percent of the state’s bridges are unsafe.",
				Quote:       []factcheck.EditionSpan{{Start: 3, End: 42, Exact: "Forty percent of the bridges are unsafe", Prefix: "💖 “", Suffix: ",” she claimed without evidence."}},
				Attribution: factcheck.EditionAttribution{Speaker: "Ann Poe", Kind: factcheck.PersonClaimant, Outlet: "Radio One", Via: "Example News", Cue: "claimed", Hedge: "without evidence", Direct: true},
				Rating:      mostlyFalse, Rationale: "The register lists 11 percent.\n=== \n1. It is public.\n\nNobody disputes it.",
				Evidence: []factcheck.EditionEvidence{
					{
						Title: "Register of bridges", URL: "https://register.example.gov/b?a=1&lt=2", Publisher: "Ministry of Roads", PublishedOn: "2026-01-02",
						Kind: factcheck.KindDataset, Tier: factcheck.Primary, Stance: factcheck.Refutes, Quote: "unsafe: 11 %", Locator: "table 2", Note: "Updated yearly.", AccessedOn: "2026-10-01",
					},
					{Citation: "Poe, A. (2025). Bridges.", URL: "javascript:alert(1)", Author: "A. Poe", PublishedOn: "2025", Kind: factcheck.KindDocument, Tier: factcheck.Secondary, Stance: factcheck.Context},
				},
				CheckedBy: []string{"Eve", "Ed"}, ApprovedBy: "Rae", ApprovedAt: october(2, 8), ContentHash: strings.Repeat("ab", 32),
			},
			{
				Number: 2, ID: 8, Version: 1, Type: factcheck.TypeEvent, Statement: "+1 bridge fell.",
				Quote:       []factcheck.EditionSpan{{Start: 50, End: 57, Exact: "claimed"}, {Start: 58, End: 65, Exact: "without"}},
				Attribution: factcheck.EditionAttribution{Unattributed: true}, Rating: unproven, SearchNote: "Archives of 3 papers.",
			},
		},
		Scale:       factcheck.EditionScale{Name: "Truth scale", Version: 1, Best: 5, Worst: 1, Ratings: []factcheck.EditionRating{mostlyFalse, unproven}},
		PublishedAt: october(3, 9), FirstAt: october(2, 9),
		Correction: &factcheck.EditionCorrected{Class: factcheck.VerdictChanged, What: "The first claim was rated false.", Why: "The register has an older table."},
	}
}

func write(t testing.TB, format string, edition *factcheck.Edition) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, edition, base); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			t.Parallel()
			got := write(t, format.Name, sample())
			path := filepath.Join("testdata", "report"+format.Extension)
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-want +got), written anew by -update:\n%s", path, diff)
			}
		})
	}
}

func TestFormats(t *testing.T) {
	t.Parallel()
	var names, extensions []string
	for _, format := range Formats() {
		names, extensions = append(names, format.Name), append(extensions, format.Extension)
	}
	if want := []string{"claimreview", "json", "jsonl", "csv", "md", "html", "annotations"}; !slices.Equal(names, want) {
		t.Errorf("formats %v, want %v", names, want)
	}
	slices.Sort(extensions)
	if len(slices.Compact(extensions)) != len(names) {
		t.Errorf("extensions %v are not unique", extensions)
	}
	err := Write(io.Discard, "pdf", sample(), base)
	if errs.KindOf(err) != errs.Invalid || errs.Message(err) != `There is no format "pdf"; the formats are claimreview, json, jsonl, csv, md, html, annotations.` {
		t.Errorf("unknown format: %v", err)
	}
}

func TestEmptyEdition(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		out := write(t, format.Name, &factcheck.Edition{})
		if strings.Contains(format.MediaType, "json") && format.Name != "jsonl" && !json.Valid(out) {
			t.Errorf("%s is not JSON: %s", format.Name, out)
		}
	}
}

// fail is a writer that has room for so many bytes; it records its largest write.
type fail struct{ room, largest int }

var errFull = errors.New("full")

func (f *fail) Write(p []byte) (int, error) {
	f.largest = max(f.largest, len(p))
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorsAreTold(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		size := len(write(t, format.Name, sample()))
		for _, room := range []int{0, size / 2, size - 1} {
			if err := Write(&fail{room: room}, format.Name, sample(), base); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: %v", format.Name, room, size, err)
			}
		}
	}
}

func TestClaimsAreWrittenOneByOne(t *testing.T) {
	t.Parallel()
	edition := sample()
	edition.Claims = slices.Repeat(edition.Claims, 500)
	for _, format := range Formats() {
		if format.Name == "json" {
			continue // one object, as stored
		}
		w := fail{room: 1 << 30}
		if err := Write(&w, format.Name, edition, base); err != nil {
			t.Fatal(err)
		}
		if w.largest > 16<<10 {
			t.Errorf("%s held back %d bytes", format.Name, w.largest)
		}
	}
}

func TestJSONIsTheEdition(t *testing.T) {
	t.Parallel()
	var got factcheck.Edition
	if err := json.Unmarshal(write(t, "json", sample()), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample(), &got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJSONLinesAreTheClaims(t *testing.T) {
	t.Parallel()
	want := sample().Claims
	lines := strings.Split(strings.TrimSuffix(string(write(t, "jsonl", sample())), "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(lines), len(want))
	}
	for i, line := range lines {
		var got factcheck.EditionClaim
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i], got); diff != "" {
			t.Errorf("line %d (-want +got):\n%s", i+1, diff)
		}
	}
}

func TestClaimReviewLeavesOutWhatIsUnknown(t *testing.T) {
	t.Parallel()
	out := string(write(t, "claimreview", sample()))
	for _, pattern := range []string{`:""`, `:null`, `:-`, `:0[,}]`, `:\[\]`, `"ratingValue":"`, `javascript`} {
		if found := regexp.MustCompile(pattern).FindString(out); found != "" {
			t.Errorf("holds %q:\n%s", found, out)
		}
	}
}

func TestClaimReviewNumbers(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value, best, worst int
		want               bool
	}{
		"on the scale":    {2, 5, 1, true},
		"best":            {5, 5, 1, true},
		"worst":           {1, 5, 1, true},
		"off the scale":   {0, 5, 1, false},
		"above it":        {6, 5, 1, false},
		"worst below one": {1, 5, 0, false},
		"less is truer":   {2, 1, 5, false},
		"a scale of one":  {1, 1, 1, false},
		"no scale":        {2, 0, 0, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			edition := sample()
			edition.Scale.Best, edition.Scale.Worst, edition.Claims[0].Rating.Value = tt.best, tt.worst, tt.value
			rating := report{edition, base}.reviewRating(&edition.Claims[0])
			if got := rating.RatingValue != 0; got != tt.want || got != (rating.BestRating != 0) || got != (rating.WorstRating != 0) {
				t.Errorf("rating %+v, numbers wanted: %v", rating, tt.want)
			}
		})
	}
}

func TestAnnotationsSelectTheWords(t *testing.T) {
	t.Parallel()
	edition := sample()
	var got struct {
		Total int
		First struct {
			Items []struct {
				Target []struct {
					Source   string
					Selector []struct {
						Type, Exact string
						Start, End  int
					}
				}
			}
		}
	}
	if err := json.Unmarshal(write(t, "annotations", edition), &got); err != nil {
		t.Fatal(err)
	}
	text := []rune(edition.Passages[0].Text)
	quote, position := got.First.Items[0].Target[0].Selector[0], got.First.Items[0].Target[0].Selector[1]
	if selected := string(text[position.Start:position.End]); selected != quote.Exact {
		t.Errorf("the position selects %q, the quote is %q", selected, quote.Exact)
	}
	if got.Total != 2 || len(got.First.Items) != 2 || len(got.First.Items[1].Target) != 2 {
		t.Errorf("annotations %+v, want 2, the second with 2 targets", got)
	}
}

func TestArticleWithoutAddress(t *testing.T) {
	t.Parallel()
	edition := sample()
	edition.Article.URL = "ftp://news.example.com/a"
	if got, want := (report{edition, base}).articleIRI(), "ni:///sha-256;Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8"; got != want {
		t.Errorf("with a hash: %q, want %q", got, want)
	}
	edition.Article.SHA256 = "?"
	if got, want := (report{edition, base}).articleIRI(), "https://checks.example.org/r/demo/bridges"; got != want {
		t.Errorf("without one: %q, want %q", got, want)
	}
}

// unguard takes off what guardFormula puts on, as a reader of the table would.
func unguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && guardFormula(rest) != rest {
		return rest
	}
	return cell
}

func TestCSVComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`['=+@ ",-]{0,4}[a-z=",;]{0,3}`)).
			Filter(func(s string) bool { return !strings.Contains(s, "\r") }).Draw(t, "text")
		edition := sample()
		edition.Claims[0].Statement = text
		var out bytes.Buffer
		if err := Write(&out, "csv", edition, base); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cell := rows[1][slices.Index(rows[0], "statement")]
		if unguard(cell) != text {
			t.Errorf("statement %q came back as %q", text, cell)
		}
		if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
			t.Errorf("cell %q is a formula", cell)
		}
	})
}

func TestCSVLinesEndAsInRFC4180(t *testing.T) {
	t.Parallel()
	out := string(write(t, "csv", sample()))
	if strings.Contains(strings.ReplaceAll(out, "\r\n", ""), "\n") || !strings.HasSuffix(out, "\r\n") {
		t.Errorf("a line ends without CRLF:\n%q", out)
	}
}

const marker = `<script>alert(1)</script>"']]>`

// markAll puts the marker into every string under v, and one element into every list.
func markAll(v reflect.Value, marked *int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(marker)
		*marked++
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		markAll(v.Elem(), marked)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		markAll(v.Index(0), marked)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				markAll(v.Field(i), marked)
			}
		}
	}
}

func TestMarkupInEveryFieldStaysText(t *testing.T) {
	t.Parallel()
	var edition factcheck.Edition
	marked := 0
	markAll(reflect.ValueOf(&edition).Elem(), &marked)
	if marked < 50 {
		t.Fatalf("only %d fields are marked", marked)
	}
	outputs := map[string]string{}
	for _, format := range Formats() {
		outputs[format.Name] = string(write(t, format.Name, &edition))
	}
	// A table of text is the one format in which the characters stand as they are.
	for name, out := range outputs {
		if name != "csv" && strings.Contains(out, "<script") {
			t.Errorf("%s has the marker raw:\n%s", name, out)
		}
	}
	if !strings.Contains(html.UnescapeString(outputs["html"]), marker) {
		t.Error("html does not show the marker as text")
	}
	backslashed := regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	if text := html.UnescapeString(backslashed.ReplaceAllString(outputs["md"], "$1")); !strings.Contains(text, "Rating: "+marker) {
		t.Errorf("md does not read as the marker:\n%s", text)
	}
	var back factcheck.Edition
	if err := json.Unmarshal([]byte(outputs["json"]), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(edition, back); diff != "" {
		t.Errorf("json (-want +got):\n%s", diff)
	}
	for _, name := range []string{"claimreview", "annotations", "jsonl"} {
		if !json.Valid([]byte(outputs[name])) {
			t.Errorf("%s is not JSON", name)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(outputs["csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"statement", "speaker", "rationale", "rating_label", "approved_by", "quote"} {
		if got := rows[1][slices.Index(rows[0], name)]; got != marker {
			t.Errorf("csv column %s is %q", name, got)
		}
	}
}

func TestPageLoadsAndRunsNothing(t *testing.T) {
	t.Parallel()
	edition := sample()
	edition.Claims[0].Statement = strings.Repeat(marker, 2)
	edition.Article.URL = "javascript:alert(1)"
	out := string(write(t, "html", edition))
	for _, pattern := range []string{`<script`, `<img`, `<iframe`, `<link rel="stylesheet"`, `url\(`, ` on[a-z]+=`, `href="(?i:javascript)`, `ZgotmplZ`} {
		if found := regexp.MustCompile(pattern).FindString(out); found != "" {
			t.Errorf("holds %q", found)
		}
	}
	for i := range edition.Claims {
		if id := fmt.Sprintf("id=%q", edition.Claims[i].Anchor()); !strings.Contains(out, id) {
			t.Errorf("has no %s", id)
		}
	}
}
