package main

import (
	"path/filepath"
	"strings"
	"testing"

	"factdesk/internal/textspan"
)

// TestSplitterKeepsItsQuality fails when a figure falls below what is asked of it, or below what it was where that is
// not reached yet.
func TestSplitterKeepsItsQuality(t *testing.T) {
	t.Parallel()
	figures, err := measureAll(sets{
		fixtures: filepath.Join("..", "testdata"),
		shared:   filepath.Join("..", "..", "..", "..", "shared", "data", "text"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if !f.held() {
			t.Errorf("%s, %s: %s is %s, want %s\n%s", f.part, f.set, f.name, f.value(), f.asked(), strings.Join(f.misses, "\n"))
		}
	}
}

func TestAUC(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		list []scored
		want float64
	}{
		"in order":       {[]scored{{0.1, false}, {0.2, false}, {0.8, true}}, 1},
		"the wrong way":  {[]scored{{0.9, false}, {0.1, true}}, 0},
		"all the same":   {[]scored{{0.5, false}, {0.5, true}, {0.5, true}}, 0.5},
		"one in between": {[]scored{{0.1, true}, {0.2, false}, {0.3, true}}, 0.5},
		"nothing":        {nil, 0},
		"one kind":       {[]scored{{0.5, true}}, 0},
	} {
		if got := auc(tt.list); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestMatchIsOneToOne(t *testing.T) {
	t.Parallel()
	span := func(start, end int) []textspan.Span { return []textspan.Span{{Start: start, End: end}} }
	want := []said{{source: span(0, 3), content: span(10, 20)}, {content: span(30, 40)}}
	got := []said{{source: span(2, 5), content: span(10, 18)}, {content: span(10, 20)}, {source: span(25, 28), content: span(31, 40)}}
	// The second found agrees with the first wanted best, but has no source; the third has one where none is wanted.
	if matched, sourced := match(want, got); matched != 2 || sourced != 0 {
		t.Errorf("%d matched, %d with the source right; want 2 and 0", matched, sourced)
	}
}

func TestQuotationsLieWithinContent(t *testing.T) {
	t.Parallel()
	text := []rune(`é says “to be” or "not to be`)
	got := quotations(text, []textspan.Span{{Start: 8, End: len(text)}})
	if len(got) != 2 || string(text[got[0].Start:got[0].End]) != "to be" || string(text[got[1].Start:got[1].End]) != "not to be" {
		t.Errorf("quotations %v", got)
	}
}

func TestCountsOfNothing(t *testing.T) {
	t.Parallel()
	if c := (count{}); c.f1() != 0 || c.recall() != 0 || c.precision() != 0 {
		t.Error("figures of nothing are not 0")
	}
}
