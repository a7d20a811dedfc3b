package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// explained is a document with one of everything that a report shows.
func explained() (string, splitter.Document, []splitter.RuleNote) {
	const text = "Harbour costs rise\nYesterday he told the Post, without evidence, that it cost $4.3 million and would cost far more before it opens. “No,” was all."
	first := 0
	return text, splitter.Document{
			Language: "en", Supported: true,
			Sentences: []splitter.Sentence{
				{Start: 0, End: 18, Class: splitter.ClassHeading, Score: 0.02, Reasons: []string{"a heading"}, Rule: "class/heading", EndRule: "sentence/line"},
				{Start: 19, End: 131, Class: splitter.ClassClaim, Score: 0.91, Opinion: 0.07, Reasons: []string{"attributed", "hedge: without evidence"}, Rule: "class/claim"},
				{Start: 132, End: 146, Class: splitter.ClassClaim, Rule: "class/claim"},
			},
			Hedges: []textspan.Span{{Start: 47, End: 63}},
			Attributions: []splitter.Attribution{
				{Content: []textspan.Span{{Start: 70, End: 90}, {Start: 95, End: 130}}, Source: textspan.Span{Start: 29, End: 31}, Name: "Ann Lee",
					Cue: textspan.Span{Start: 32, End: 36}, Outlet: textspan.Span{Start: 37, End: 45}, Polarity: splitter.Affirmed,
					Hedges: []textspan.Span{{Start: 47, End: 63}}, Rule: "attribution/told"},
				{Content: []textspan.Span{{Start: 133, End: 135}}, Direct: true},
			},
			Entities: []splitter.Entity{
				{Start: 19, End: 28, Type: splitter.EntityDate, Value: "2017-07-18", Rule: "figure/day-word"},
				{Start: 37, End: 45, Type: splitter.EntityOrganization, Rule: "name/outlet"},
			},
			Claims: []splitter.Claim{{Spans: []textspan.Span{{Start: 70, End: 90}}, Sentence: 1, Attribution: &first, Type: splitter.TypeNumerical,
				Score: 0.9, Statement: "The harbour cost $4.3 million.", Reasons: []string{"attributed"}, Rule: "claim/clause",
				Filled: []splitter.Filled{{Start: 0, End: 11, For: textspan.Span{Start: 70, End: 72}, From: textspan.Span{Start: 0, End: 7}}}}},
		}, []splitter.RuleNote{
			{Rule: "class/heading", Says: "A line of its own that heads what follows."},
			{Rule: "figure/day-word", Says: "A day counted from publication by a single word."},
		}
}

func TestExplainGolden(t *testing.T) {
	t.Parallel()
	text, result, rules := explained()
	var out bytes.Buffer
	if err := newExplanation(&out, text, result, rules).write("harbour.txt"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "split_explain.golden.txt")
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("the report changed; when it should have, run the test with -update: %s", diff)
	}
}

func TestExplainIsBoldOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	text, result, rules := explained()
	var plain, bold bytes.Buffer
	if err := newExplanation(&plain, text, result, rules).write("a"); err != nil {
		t.Fatal(err)
	}
	e := newExplanation(&bold, text, result, rules)
	e.bold = true
	if err := e.write("a"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") || !strings.Contains(bold.String(), "\x1b[1m1  heading\x1b[0m") {
		t.Errorf("plain %.80q, bold %.80q", plain.String(), bold.String())
	}
}

func TestSplitExplain(t *testing.T) {
	t.Parallel()
	code, out, errs := split(t, "The harbour cost $4.3 million, Ann Lee of the Ministry of Defence told Reuters yesterday.", "--explain", "--published", "2017-07-19")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	for _, want := range []string{"-: 1 sentence, 1 attribution,", "1  claim", "4300000 USD", "2017-07-18", "figure/day-word", "“told”"} {
		if !strings.Contains(out, want) {
			t.Errorf("the report has no %q: %s", want, out)
		}
	}
	for line := range strings.Lines(out) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > explainWidth {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if _, out, _ := split(t, "The fund \033]0;owned\007 lost $5 million.", "--explain"); strings.ContainsAny(out, "\033\007") {
		t.Errorf("the article steers the terminal: %q", out)
	}
	if code := runSplit(t.Context(), []string{"--explain"}, strings.NewReader("It rained."), brokenPipe{}, &bytes.Buffer{}); code != 1 {
		t.Errorf("a broken writer: exit %d, want 1", code)
	}
}

func TestSplitKnowsDateAndLanguage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--published", "19 July"}, {"--published", "2017-02-30"}, {"--lang", "no language"}, {"--lang", "x"},
		{"--jsonl", "--explain"}, {"--jsonl", "--published", "2017-07-19"}, {"--jsonl", "--lang", "en"},
	} {
		if code, out, errs := split(t, "It rained.", args...); code != 2 || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: exit %d, %q, %q", args, code, out, errs)
		}
	}
	const want = `"value":"2017-07-18"`
	if _, out, _ := split(t, "It rained yesterday.", "--published", "2017-07-19", "--lang", "en"); !strings.Contains(out, want) {
		t.Errorf("with --published: %s", out)
	}
	code, out, errs := split(t, strings.Join([]string{
		`{"id":1,"text":"It rained yesterday.","published":"2017-07-19","language":"en"}`,
		`{"id":2,"text":"It rained.","published":"July"}`,
		`{"id":3,"text":"It rained.","language":"?"}`,
		`{"id":4,"text":"It rained.","published":20170719}`,
	}, "\n"), "--jsonl")
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if code != 0 || errs != "" || len(lines) != 4 || !strings.Contains(lines[0], want) {
		t.Fatalf("exit %d, %q, %s", code, errs, out)
	}
	for i, line := range lines[1:] {
		if !strings.Contains(line, `"error"`) || !strings.Contains(line, `"id":`+string(rune('2'+i))) {
			t.Errorf("line %d is %s, want an error", i+1, line)
		}
	}
}
