package splitter_test

import (
	"slices"
	"strings"
	"testing"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// goldArticle is an article with what is to be found in it, as words.
type goldArticle struct {
	Text      string
	Sentences []struct {
		Text  string
		Class splitter.Class
	}
	Attributions []struct{ Source, Cue, Name, Content, Outlet string }
}

// found counts what was found, wanted and both.
type found struct{ right, of, wanted int }

func (c found) f1() float64 { return f1(c.right, c.of, c.wanted) }

// TestLevelInLanguages holds each language to the level it has reached on an article of its own: the lowest F1 of
// sentences with their class, of attributions by the start of their content and their source, and the share of these
// that have the right name, cue and outlet as well.
func TestLevelInLanguages(t *testing.T) {
	t.Parallel()
	for language, floor := range map[string]struct{ sentences, sources, whole float64 }{
		"de": {100, 100, 100},
		"fr": {100, 100, 100},
		"es": {100, 100, 100},
		"pl": {100, 100, 100},
		"ru": {100, 100, 100},
	} {
		for _, g := range lines[goldArticle](t, "testdata/lang_"+language+".jsonl") {
			d := splitter.Split(splitter.Article{Text: g.Text})
			if d.Language != language {
				t.Errorf("%s is read as %s", language, d.Language)
			}
			sentences := g.sentences(t, d)
			sources, whole := g.attributions(t, d)
			t.Logf("%s: sentences F1 %.1f, attributions P %d/%d R %d/%d, all right %d", language, sentences.f1(),
				sources.right, sources.of, sources.right, sources.wanted, whole)
			if sentences.f1() < floor.sentences || sources.f1() < floor.sources || float64(100*whole) < floor.whole*float64(sources.wanted) {
				t.Errorf("%s: sentences %.1f, sources %.1f, whole %d of %d; want %v", language, sentences.f1(), sources.f1(), whole, sources.wanted, floor)
			}
		}
	}
}

// sentences compares the sentences of d, by their words and class.
func (g goldArticle) sentences(t *testing.T, d splitter.Document) found {
	t.Helper()
	c := found{of: len(d.Sentences), wanted: len(g.Sentences)}
	for _, want := range g.Sentences {
		if slices.ContainsFunc(d.Sentences, func(s splitter.Sentence) bool {
			return s.Class == want.Class && g.words(textspan.Span{Start: s.Start, End: s.End}) == want.Text
		}) {
			c.right++
		} else {
			t.Logf("missed: %s %q", want.Class, want.Text)
		}
	}
	return c
}

// attributions compares the attributions of d by content and source, and counts those right in all.
func (g goldArticle) attributions(t *testing.T, d splitter.Document) (sources found, whole int) {
	t.Helper()
	sources = found{of: len(d.Attributions), wanted: len(g.Attributions)}
	for _, want := range g.Attributions {
		i := slices.IndexFunc(d.Attributions, func(a splitter.Attribution) bool {
			content := g.words(a.Content[0])
			return g.words(a.Source) == want.Source && strings.TrimRight(content, " .!?") == strings.TrimRight(want.Content, " .!?")
		})
		if i < 0 {
			t.Logf("missed: %+v", want)
			continue
		}
		sources.right++
		a := d.Attributions[i]
		if name := want.Name == "" || a.Name == want.Name; name && g.words(a.Cue) == want.Cue && g.words(a.Outlet) == want.Outlet {
			whole++
		} else {
			t.Logf("partly: %q, cue %q, outlet %q, want %+v", a.Name, g.words(a.Cue), g.words(a.Outlet), want)
		}
	}
	for _, a := range d.Attributions {
		t.Logf("found: %q %q %q (%s) → %q", g.words(a.Source), g.words(a.Cue), g.words(a.Content[0]), a.Rule, g.words(a.Outlet))
	}
	return sources, whole
}

func (g goldArticle) words(s textspan.Span) string {
	text, _ := textspan.Slice(g.Text, s)
	return text
}
