package textspan_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"factdesk/internal/textspan"
)

const budget = `Ministers met in the capital on Monday.
Team Alpha said that the port handled 3.5 percent more cargo in May, and exports fell sharply.
The opposition did not agree with the figures.
A short line.
Nothing else was decided before the evening session ended in the old town hall.
`

func spanOf(t interface{ Fatalf(string, ...any) }, text, words string) textspan.Span {
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return textspan.NewIndex(text).Span(i, i+len(words))
}

func TestCarry(t *testing.T) {
	t.Parallel()
	const claim = "the port handled 3.5 percent more cargo in May, and exports fell sharply"
	for _, tt := range []struct {
		name, words, old, now string
		want                  textspan.State
		is                    string
	}{
		{"nothing changes", claim, "", "", textspan.StateExact, claim},
		{"a paragraph before", claim, "Ministers", "It rained all day.\nMinisters", textspan.StateMoved, claim},
		{"the words beside change", claim, "Team Alpha said", "Team Alpha’s speaker told us", textspan.StateMoved, claim},
		{"one word", claim, "fell sharply", "dropped sharply", textspan.StateChanged, "the port handled 3.5 percent more cargo in May, and exports dropped sharply"},
		{"the last word", claim, "fell sharply", "fell steeply", textspan.StateChanged, "the port handled 3.5 percent more cargo in May, and exports fell steeply"},
		{"the first word", "exports fell sharply", "exports fell", "imports fell", textspan.StateChanged, "imports fell sharply"},
		{"another figure", claim, "3.5", "2.7", textspan.StateClaimChanged, "the port handled 2.7 percent more cargo in May, and exports fell sharply"},
		{"another unit", claim, "3.5 percent", "3.5 million", textspan.StateClaimChanged, "the port handled 3.5 million more cargo in May, and exports fell sharply"},
		{"another month", claim, "in May", "in June", textspan.StateClaimChanged, "the port handled 3.5 percent more cargo in June, and exports fell sharply"},
		{"a negation", claim, "exports fell", "exports did not fall", textspan.StateClaimChanged, "the port handled 3.5 percent more cargo in May, and exports did not fall sharply"},
		{"a hedge", claim, "port handled", "port reportedly handled", textspan.StateClaimChanged, "the port reportedly handled 3.5 percent more cargo in May, and exports fell sharply"},
		{"a quotation mark", claim, "fell sharply", "“fell sharply”", textspan.StateClaimChanged, "the port handled 3.5 percent more cargo in May, and exports “fell sharply"},
		{"a hard space", claim, "3.5 percent", "3.5\u00a0percent", textspan.StateNormalized, "the port handled 3.5\u00a0percent more cargo in May, and exports fell sharply"},
		{"split in two", claim, "May, and exports", "May. But exports", textspan.StateChanged, "the port handled 3.5 percent more cargo in May. But exports fell sharply"},
		{"another paragraph", claim, "Team Alpha said that the port handled 3.5 percent more cargo in May, and exports fell sharply.\nThe opposition did not agree with the figures.\n", "The opposition did not agree with the figures.\nA speaker in the capital later announced: the port handled 3.5 percent more cargo in May, and exports fell sharply.\n", textspan.StateRelocated, claim},
		{"another name", "Team Alpha said that the port handled 3.5 percent", "Team Alpha", "Team Beta", textspan.StateClaimChanged, "Team Beta said that the port handled 3.5 percent"},
		{"gone", claim, "the port handled 3.5 percent more cargo in May, and exports fell sharply", "nobody knew", textspan.StateOrphaned, ""},
		{"a short word gone", "fell", "fell", "dropped", textspan.StateOrphaned, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			now := strings.Replace(budget, tt.old, tt.now, 1)
			got := textspan.NewCarry(budget, now).Span(spanOf(t, budget, tt.words))
			words, _ := textspan.Slice(now, got.Span)
			if got.State != tt.want || words != tt.is {
				t.Errorf("%s at %q (differs %q), want %s at %q", got.State, words, got.Differs, tt.want, tt.is)
			}
			if (got.State == textspan.StateClaimChanged) != (len(got.Differs) > 0) {
				t.Errorf("%s with differences %q", got.State, got.Differs)
			}
		})
	}
}

func TestCarryAcrossTheText(t *testing.T) {
	t.Parallel()
	const sentence = "The harbour board spent four million euros on the northern breakwater last winter."
	filler := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString("Line " + strings.Repeat("x", i%7+1) + " of the minutes speaks of other things.\n")
		}
		return b.String()
	}
	from := sentence + "\n" + filler(8)
	for name, tt := range map[string]struct {
		to        string
		want      textspan.State
		proposals int
	}{
		"to the end":             {filler(8) + "New words go before it. " + sentence + "\n", textspan.StateRelocated, 0},
		"twice to the end":       {filler(8) + "First new. " + sentence + " Second new. " + sentence + "\n", textspan.StateAmbiguous, 2},
		"gone, and a look-alike": {filler(8) + "At the end of all the harbour board spent nine million euros on the southern breakwater last summer.\n", textspan.StateOrphaned, 1},
		"gone":                   {filler(8), textspan.StateOrphaned, 0},
	} {
		got := textspan.NewCarry(from, tt.to).Span(spanOf(t, from, sentence))
		if got.State != tt.want || len(got.Proposals) != tt.proposals {
			t.Errorf("%s: %s with proposals %v, want %s with %d", name, got.State, got.Proposals, tt.want, tt.proposals)
		}
		for _, p := range got.Proposals {
			if words, ok := textspan.Slice(tt.to, p); !ok || !strings.Contains(words, "harbour board spent") {
				t.Errorf("%s: proposal %q", name, words)
			}
		}
	}
}

// unique makes texts in which no word stands twice, so that a span is known by its words.
func unique(t *rapid.T) []string {
	n := rapid.IntRange(3, 40).Draw(t, "words")
	out := make([]string, n)
	for i := range out {
		stem := rapid.StringMatching(`[a-zé]{1,6}`).Draw(t, "stem")
		out[i] = stem + strings.Repeat("q", i+1) + string(rune('a'+i%26))
	}
	return out
}

func TestEditsOutsideNeverDisturb(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := unique(t)
		from := rapid.IntRange(0, len(words)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(words)).Draw(t, "to")
		join := func(list []string) string { return strings.Join(list, " ") }
		edit := func(list []string, label string) string {
			kept := []string{}
			for _, w := range list {
				switch rapid.IntRange(0, 3).Draw(t, label) {
				case 0:
				case 1:
					kept = append(kept, rapid.StringMatching(`[A-Z0-9]{1,5}`).Draw(t, "new"), w)
				default:
					kept = append(kept, w)
				}
			}
			return join(kept)
		}
		claim := join(words[from:to])
		before, after := join(words[:from])+"\n", "\n"+join(words[to:])
		a := before + claim + after
		b := edit(words[:from], "before") + "\n" + claim + "\n" + edit(words[to:], "after")
		start := len([]rune(before))
		span := textspan.Span{Start: start, End: start + len([]rune(claim))}
		there := textspan.NewCarry(a, b).Span(span)
		if got, _ := textspan.Slice(b, there.Span); !there.State.Automatic() || got != claim {
			t.Fatalf("%s at %q, want %q", there.State, got, claim)
		}
		if back := textspan.NewCarry(b, a).Span(there.Span); back.Span != span || !back.State.Automatic() {
			t.Fatalf("back at %v (%s), want %v", back.Span, back.State, span)
		}
	})
}

func TestAnotherDigitIsNeverAutomatic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := unique(t)
		i := rapid.IntRange(0, len(words)-1).Draw(t, "where")
		digits := rapid.StringMatching(`[0-9]{1,3}([.,][0-9]{1,3})?`).Draw(t, "figure")
		other := rapid.StringMatching(`[0-9]{1,3}([.,][0-9]{1,3})?`).Filter(func(s string) bool { return s != digits }).Draw(t, "other")
		text := func(figure string) string {
			return strings.Join(append(append(append([]string{}, words[:i]...), figure), words[i:]...), " ")
		}
		a, b := text(digits), text(other)
		got := textspan.NewCarry(a, b).Span(textspan.Span{Start: 0, End: len([]rune(a))})
		if got.State.Automatic() {
			t.Fatalf("%s of %q in %q", got.State, a, b)
		}
	})
}

func TestCarryOfAnything(t *testing.T) {
	t.Parallel()
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"👩‍👩‍👧", "é", "e\u0301", "שלום", "\u202eabc", "a b\n", "10\u00a0000", "\xff"}))
	rapid.Check(t, func(t *rapid.T) {
		a := strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "a"), "")
		b := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "b"), "")
		n := textspan.NewIndex(a).Len()
		start := rapid.IntRange(0, n).Draw(t, "start")
		span := textspan.Span{Start: start, End: rapid.IntRange(start, n+1).Draw(t, "end")}
		got := textspan.NewCarry(a, b).Span(span)
		length := textspan.NewIndex(b).Len()
		for _, s := range append(got.Proposals, got.Span) {
			if !s.Empty() && !s.Valid(length) {
				t.Fatalf("%v is not in a text of %d", s, length)
			}
		}
		if again := textspan.NewCarry(a, b).Span(span); again.State != got.State || again.Span != got.Span {
			t.Fatalf("%+v and then %+v", got, again)
		}
		if got.State.Automatic() && got.Span.Empty() {
			t.Fatalf("%s at no place", got.State)
		}
	})
}

func TestDiffKeepsBothTexts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if rapid.Bool().Draw(t, "alike") {
			b = a + b
		}
		var from, to strings.Builder
		for _, e := range textspan.Diff(a, b) {
			if e.Kind != textspan.Added {
				from.WriteString(e.Text)
			}
			if e.Kind != textspan.Removed {
				to.WriteString(e.Text)
			}
		}
		if from.String() != a || to.String() != b {
			t.Fatalf("%q and %q of %q and %q", from.String(), to.String(), a, b)
		}
	})
}

func BenchmarkCarry(b *testing.B) {
	var from, to strings.Builder
	for i := range 2000 {
		line := strings.Repeat("the committee heard about item number ", 2) + strings.Repeat("z", i%50) + " in session.\n"
		from.WriteString(line)
		if i%10 != 0 {
			to.WriteString(line)
		}
	}
	b.SetBytes(int64(from.Len()))
	for b.Loop() {
		c := textspan.NewCarry(from.String(), to.String())
		for i := range 500 {
			c.Span(textspan.Span{Start: i * 100, End: i*100 + 80})
		}
	}
}
