package splitter_test

import (
	"strings"
	"testing"
	"time"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// goldPassage is a short news passage with the claims a fact-checker would take from it.
type goldPassage struct {
	ID        string
	Published string
	Half      string // "dev" passages may be tuned to; of "held" ones only the figures are looked at
	Text      string
	Claims    []goldClaim
}

type goldClaim struct{ Span, Statement, Type, Speaker string }

// tally counts agreement with the gold claims. Statements, types and speakers are only compared where the span is
// right.
type tally struct{ found, wanted, spans, statements, types, speakers int }

func (s *tally) add(o tally) {
	s.found, s.wanted, s.spans = s.found+o.found, s.wanted+o.wanted, s.spans+o.spans
	s.statements, s.types, s.speakers = s.statements+o.statements, s.types+o.types, s.speakers+o.speakers
}

func (s tally) spanF1() float64      { return f1(s.spans, s.found, s.wanted) }
func (s tally) statementF1() float64 { return f1(s.statements, s.found, s.wanted) }

// trimmed is words without the marks at their ends, which do not matter.
func trimmed(words string) string { return strings.Trim(words, `"“”„'‘’,.;:—–- `) }

func TestClaimsAgreeWithGold(t *testing.T) {
	t.Parallel()
	halves := map[string]*tally{"dev": {}, "held": {}}
	for _, g := range lines[goldPassage](t, "testdata/claims.jsonl") {
		halves[g.Half].add(compareClaims(t, g))
	}
	for _, floor := range []struct {
		half             string
		spans, statement float64
	}{{"dev", 96, 91}, {"held", 90, 80}} {
		s := halves[floor.half]
		t.Logf("%s: %d claims wanted, %d found; spans P %.1f R %.1f F1 %.1f, statements F1 %.1f; of the right spans %d of %d types, %d speakers",
			floor.half, s.wanted, s.found, 100*float64(s.spans)/float64(s.found), 100*float64(s.spans)/float64(s.wanted), s.spanF1(),
			s.statementF1(), s.types, s.spans, s.speakers)
		if s.spanF1() < floor.spans || s.statementF1() < floor.statement {
			t.Errorf("%s: F1 of spans %.1f, want %.0f; of statements %.1f, want %.0f", floor.half, s.spanF1(), floor.spans, s.statementF1(), floor.statement)
		}
	}
}

// compareClaims holds the claims found in g to the gold ones, and logs how those of a dev passage differ.
func compareClaims(t *testing.T, g goldPassage) tally {
	t.Helper()
	published, err := time.Parse(time.DateOnly, g.Published)
	if err != nil {
		t.Fatal(err)
	}
	d := splitter.Split(splitter.Article{Text: g.Text, Published: published})
	log := func(format string, args ...any) {
		if g.Half == "dev" {
			t.Logf(g.ID+": "+format, args...)
		}
	}
	wanted := make(map[string]goldClaim)
	for _, c := range g.Claims {
		wanted[trimmed(c.Span)] = c
	}
	s := tally{found: len(d.Claims), wanted: len(g.Claims)}
	for _, c := range d.Claims {
		words := wordsOf(g.Text, c.Spans)
		want, ok := wanted[trimmed(words)]
		if !ok {
			log("not wanted: %q (%s)", words, c.Rule)
			continue
		}
		delete(wanted, trimmed(words))
		s.spans++
		speaker := ""
		if c.Attribution != nil {
			speaker = d.Attributions[*c.Attribution].Name
		}
		s.statements += agree(log, "statement", c.Statement, want.Statement)
		s.types += agree(log, "type of "+words, string(c.Type), want.Type)
		s.speakers += agree(log, "speaker of "+words, plainName(speaker), plainName(want.Speaker))
	}
	for _, c := range wanted {
		log("missed: %q", c.Span)
	}
	return s
}

// plainName is a name without case and article.
func plainName(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }

// agree is 1 when got is what is wanted, and logs when it is not.
func agree(log func(string, ...any), what, got, want string) int {
	if got == want {
		return 1
	}
	log("%s: %q, want %q", what, got, want)
	return 0
}

// wordsOf are the words of spans, with a space between the pieces.
func wordsOf(text string, spans []textspan.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i], _ = textspan.Slice(text, s)
	}
	return strings.Join(parts, " ")
}
