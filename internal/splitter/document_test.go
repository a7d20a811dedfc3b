package splitter_test

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const patrushev = "More recently, Dmitry Patrushev, former chairman of Russia’s Security Council, accused Japan of pursuing militarization.\n" +
	"In an interview published in September, he claimed without evidence that NATO planned to use Japan’s fleet for global combat operations.\n"

func TestClaimIsCutOutOfItsFrame(t *testing.T) {
	t.Parallel()
	d := splitter.Split(splitter.Article{Text: patrushev})
	i := slices.IndexFunc(d.Claims, func(c splitter.Claim) bool { return c.Sentence == 1 })
	if i < 0 || len(d.Claims) != i+1 {
		t.Fatalf("claims %+v, want one of sentence 1, last", d.Claims)
	}
	c := d.Claims[i]
	if len(c.Spans) != 1 {
		t.Fatalf("spans %v, want one", c.Spans)
	}
	if got, _ := textspan.Slice(patrushev, c.Spans[0]); got != "NATO planned to use Japan’s fleet for global combat operations" {
		t.Errorf("span is %q", got)
	}
	if want := "NATO planned to use Japan’s fleet for global combat operations."; c.Statement != want {
		t.Errorf("statement %q, want %q", c.Statement, want)
	}
	if c.Attribution == nil || d.Attributions[*c.Attribution].Name != "Dmitry Patrushev" || len(d.Attributions[*c.Attribution].Hedges) != 1 {
		t.Errorf("attribution %v of %+v", c.Attribution, d.Attributions)
	}
	if c.Type != splitter.TypeEvent || !slices.Contains(c.Reasons, "hedge: without evidence") || !slices.Contains(c.Reasons, "said by: he claimed") {
		t.Errorf("type %s, reasons %q", c.Type, c.Reasons)
	}
}

func TestClaimTypes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]splitter.ClaimType{
		"The port was closed in the night by soldiers.":                            splitter.TypeEvent,
		"Unemployment rose to 4.3 percent in the region.":                          splitter.TypeNumerical,
		"The port was closed because the storm had come.":                          splitter.TypeCausal,
		"The port of Oslo could close when the storm comes.":                       splitter.TypeSpeculative,
		"The party supported the law on the port.":                                 splitter.TypePosition,
		"A video shared online shows the port in flames.":                          splitter.TypeMediaAnalysis,
		"The video was posted online by a student in Oslo.":                        splitter.TypeMediaPublishing,
		"“Yes, always,” Ann Lee told reporters on Monday.":                         splitter.TypeQuote,
		"Ann Lee said that the port was closed in the night by soldiers.":          splitter.TypeEvent,
		"The government spent $4.3 million on the port, 12% more than it planned.": splitter.TypeNumerical,
	} {
		d := splitter.Split(splitter.Article{Text: text})
		if len(d.Claims) != 1 || d.Claims[0].Type != want {
			t.Errorf("claims of %q: %+v, want one of type %s", text, d.Claims, want)
		}
	}
}

func TestClasses(t *testing.T) {
	t.Parallel()
	const article = `Harbour costs rise
By Anna Kowalski
Published 12:41 GMT
The government spent $4.3 million on the new harbour.
Others are reading now
Also read
What went wrong
Is the money gone?
It is a shameful and ridiculous disaster, and they should be honest about it!
Sign up for our newsletter
The port was closed in May.
Also read
Photo: Getty Images
Sources: Reuters, AFP
Copyright 2024 The Daily Example. All rights reserved.
`
	want := []splitter.Class{
		splitter.ClassHeading, splitter.ClassBoilerplate, splitter.ClassBoilerplate, splitter.ClassClaim, splitter.ClassBoilerplate,
		splitter.ClassBoilerplate, splitter.ClassHeading, splitter.ClassQuestion, splitter.ClassOpinion, splitter.ClassBoilerplate,
		splitter.ClassClaim, splitter.ClassBoilerplate, splitter.ClassBoilerplate, splitter.ClassBoilerplate, splitter.ClassBoilerplate,
		splitter.ClassBoilerplate,
	}
	var got []splitter.Class
	for _, s := range splitter.Split(splitter.Article{Text: article}).Sentences {
		got = append(got, s.Class)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := splitter.Split(splitter.Article{Text: "the port was closed in may"}).Sentences[0]; s.Class != splitter.ClassClaim {
		t.Errorf("one line without a stop is %s, want a claim: it heads nothing", s.Class)
	}
}

func TestScoresRank(t *testing.T) {
	t.Parallel()
	score := func(text string) float64 { return splitter.Split(splitter.Article{Text: text}).Sentences[0].Score }
	for _, pair := range [][2]string{
		{"Unemployment rose to 4.3 percent in 2019.", "I love this town and all of you."},
		{"He claimed without evidence that NATO planned to use the fleet.", "He claimed that they planned to use it."},
		{"The port was closed in May 2019.", "The port might close one day."},
		{"The port was closed in May 2019.", "Was the port closed in May 2019?"},
	} {
		if score(pair[0]) <= score(pair[1]) {
			t.Errorf("%q scores %.2f, %q %.2f", pair[0], score(pair[0]), pair[1], score(pair[1]))
		}
	}
	own := splitter.Split(splitter.Article{Text: "It is a shameful, ridiculous disaster."}).Sentences[0].Opinion
	quoted := splitter.Split(splitter.Article{Text: "He called it “a shameful, ridiculous disaster” in May."}).Sentences[0].Opinion
	if own < 0.7 || quoted > 0.3 {
		t.Errorf("opinion of own words %.2f, of quoted ones %.2f", own, quoted)
	}
}

func TestEntities(t *testing.T) {
	t.Parallel()
	const text = "On Monday President Joe Biden of the United States told NATO and Reuters in Oslo that 12% of €4.3 million, or 51,600 euros, was lost on June 3, 2025."
	want := []string{"date Monday", "person President Joe Biden", "place United States", "organization NATO", "organization Reuters", "place Oslo",
		"percent 12%", "money €4.3 million", "money 51,600 euros", "date June 3, 2025"}
	var got []string
	for _, e := range splitter.Split(splitter.Article{Text: text}).Entities {
		name, _ := textspan.Slice(text, textspan.Span{Start: e.Start, End: e.End})
		got = append(got, string(e.Type)+" "+name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSeedArticle(t *testing.T) {
	t.Parallel()
	type gold struct {
		Text      string
		Sentences []struct {
			Start, End int
			Kind       splitter.Class
		}
		Hedges [][2]int
	}
	for _, g := range lines[gold](t, "testdata/seed.jsonl") {
		d := splitter.Split(splitter.Article{Text: g.Text})
		if len(d.Sentences) != len(g.Sentences) {
			t.Fatalf("%d sentences, want %d", len(d.Sentences), len(g.Sentences))
		}
		for i, want := range g.Sentences {
			if got := d.Sentences[i]; got.Start != want.Start || got.End != want.End || got.Class != want.Kind {
				t.Errorf("sentence %d is %+v, want %+v", i, got, want)
			}
		}
		if len(d.Hedges) != len(g.Hedges) {
			t.Errorf("hedges %v, want %v", d.Hedges, g.Hedges)
		}
	}
}

func TestGoldenArticle(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(splitter.Split(splitter.Article{Text: string(text)}), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	const path = "testdata/harbour.golden.json"
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
		t.Errorf("the result changed; when it should have, raise Version and run the test with -update: %s", diff)
	}
}

func TestEmptyListsAreNotNull(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(splitter.Split(splitter.Article{Text: " \n"}))
	if err != nil || string(data) != `{"sentences":[],"attributions":[],"hedges":[],"entities":[],"claims":[],"language":"en","supported":true}` {
		t.Errorf("%s, %v", data, err)
	}
	data, err = json.Marshal(splitter.Split(splitter.Article{Text: "Smith said that the harbour was closed."}))
	if err != nil || strings.Contains(string(data), "null") {
		t.Errorf("%s, %v", data, err)
	}
}

// check reports where d breaks what every Document of text must keep.
func check(t interface{ Fatalf(string, ...any) }, text string, d splitter.Document) {
	runes := []rune(text)
	at := 0
	for i, s := range d.Sentences {
		if s.Start < at || s.End <= s.Start || s.End > len(runes) {
			t.Fatalf("sentence %d at %d-%d, after %d of %d", i, s.Start, s.End, at, len(runes))
		}
		uncovered(t, runes[at:s.Start])
		at = s.End
		if s.Score < 0 || s.Score > 1 || s.Opinion < 0 || s.Opinion > 1 {
			t.Fatalf("sentence %d scores %v, %v", i, s.Score, s.Opinion)
		}
	}
	uncovered(t, runes[at:])
	valid := func(what string, s textspan.Span) {
		if !s.Valid(len(runes)) {
			t.Fatalf("%s at %v of %d", what, s, len(runes))
		}
	}
	for _, a := range d.Attributions {
		valid("cue", a.Cue)
		for _, c := range slices.Concat(a.Content, a.Hedges) {
			valid("content or hedge", c)
		}
		for _, s := range []textspan.Span{a.Source, a.Outlet, a.Via} {
			if s != (textspan.Span{}) {
				valid("source, outlet or via", s)
			}
		}
		if len(a.Content) == 0 {
			t.Fatalf("attribution %+v has no content", a)
		}
	}
	last := 0
	for _, e := range d.Entities {
		valid("entity", textspan.Span{Start: e.Start, End: e.End})
		if e.Start < last {
			t.Fatalf("entity %+v begins before %d, where the one before it ends", e, last)
		}
		last = e.End
	}
	for _, h := range d.Hedges {
		valid("hedge", h)
	}
	for _, c := range d.Claims {
		s := d.Sentences[c.Sentence]
		if s.Class != splitter.ClassClaim || len(c.Spans) == 0 || c.Statement == "" || c.Attribution != nil && *c.Attribution >= len(d.Attributions) {
			t.Fatalf("claim %+v of %+v", c, s)
		}
		for _, span := range c.Spans {
			valid("claim", span)
			if span.Start < s.Start || span.End > s.End {
				t.Fatalf("claim at %v outside its sentence %d-%d", span, s.Start, s.End)
			}
		}
		checkFilled(t, c, len(runes))
	}
}

// checkFilled reports where the words filled in a statement are not in it, or come from outside a text of length code
// points.
func checkFilled(t interface{ Fatalf(string, ...any) }, c splitter.Claim, length int) {
	at := 0
	for _, f := range c.Filled {
		if f.Start < at || f.End <= f.Start || f.End > utf8.RuneCountInString(c.Statement) {
			t.Fatalf("filled %+v after %d of %q", f, at, c.Statement)
		}
		at = f.End
		for _, s := range []textspan.Span{f.For, f.From} {
			if s != (textspan.Span{}) && !s.Valid(length) {
				t.Fatalf("filled %+v of a text of %d", f, length)
			}
		}
	}
}

func uncovered(t interface{ Fatalf(string, ...any) }, gap []rune) {
	if i := slices.IndexFunc(gap, func(r rune) bool { return !unicode.IsSpace(r) }); i >= 0 {
		t.Fatalf("%q is in no sentence", gap[i])
	}
}

// prose draws text from the pieces the rules look at, so that random text reaches them.
func prose() *rapid.Generator[string] {
	return pieced("he|said|that|Smith|Mr.|U.S.|p.m.|“|”|\"|'|’s|,|.|...|. . . .|?|!|:|;|—|(|)|[1]|\n|\n\n|\r\n| |according to|Reuters|told|" +
		"Ann Lee|claimed|without evidence|citing|a|report|4.3|million|%|$|June|3|2025|1.|a)|•|By|Photo|who|and|but|was|accused|of|called|" +
		"https://a.b/c|x@y.z|Ž|💖|e\u0301|\u200d|好。|\xff|saying|the ministry|closed|We|should|outrageous|''")
}

// pieced draws text from the pieces of list, which stand between strokes.
func pieced(list string) *rapid.Generator[string] {
	pieces := strings.Split(list, "|")
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(pieces)-1), 0, 60).Draw(t, "pieces") {
			b.WriteString(pieces[i])
			if rapid.Bool().Draw(t, "space") {
				b.WriteByte(' ')
			}
		}
		return b.String()
	})
}

func TestDocumentKeepsItsPromises(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(prose(), rapid.String()).Draw(t, "text")
		d := splitter.Split(splitter.Article{Text: text})
		check(t, text, d)
		if diff := cmp.Diff(d, splitter.Split(splitter.Article{Text: text})); diff != "" {
			t.Fatalf("a second run differs: %s", diff)
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add(patrushev)
	f.Add("“A,” he said. ''B.'' (C. [D.] e.g. F… . . . .\n1. G 2. H\r\n© I")
	f.Add("Between 5 and 10 percent of $4.3m was lost on July 1-5, two-thirds of it last Tuesday. He was 21st.")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, text, splitter.Split(splitter.Article{Text: text}))
		check(t, text, splitter.Split(splitter.Article{Text: text, Language: "en", Published: wednesday}))
	})
}
