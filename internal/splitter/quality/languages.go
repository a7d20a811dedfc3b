package main

import (
	"fmt"
	"slices"
	"strings"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// foreignArticle is an article in another language than English, written for the project, taken apart by hand.
type foreignArticle struct {
	Text      string
	Sentences []struct {
		Text  string
		Class splitter.Class
	}
	Attributions []struct{ Source, Cue, Name, Content, Outlet string }
}

// inLanguage measures sentences with their classes, and attributions, in the language with the given tag.
func inLanguage(tag string) measure {
	return func(path string) ([]figure, error) {
		gold, err := read[foreignArticle](path)
		var sentences, sources, whole count
		var misses []string
		for _, g := range gold {
			d := splitter.Split(splitter.Article{Text: g.Text})
			if d.Language != tag {
				misses = append(misses, "read as "+d.Language)
				d = splitter.Document{}
			}
			ix := textspan.NewIndex(g.Text)
			misses = append(misses, g.compareSentences(ix, d.Sentences, &sentences)...)
			misses = append(misses, g.compareAttributions(ix, d.Attributions, &sources, &whole)...)
		}
		return []figure{
			{name: "sentences and classes, F1", got: sentences.f1(), reach: 95, unit: " %", misses: misses},
			{name: "attributions by source and words, F1", got: sources.f1(), reach: 90, unit: " %"},
			{name: "name, cue and outlet right as well", got: whole.recall(), reach: 90, unit: " %"},
		}, err
	}
}

func (g foreignArticle) compareSentences(ix *textspan.Index, got []splitter.Sentence, n *count) (misses []string) {
	n.found += len(got)
	n.wanted += len(g.Sentences)
	for _, want := range g.Sentences {
		if slices.ContainsFunc(got, func(s splitter.Sentence) bool {
			words, _ := ix.Slice(textspan.Span{Start: s.Start, End: s.End})
			return s.Class == want.Class && words == want.Text
		}) {
			n.right++
		} else {
			misses = append(misses, fmt.Sprintf("missed %s %q", want.Class, want.Text))
		}
	}
	return misses
}

func (g foreignArticle) compareAttributions(ix *textspan.Index, got []splitter.Attribution, sources, whole *count) (misses []string) {
	words := func(s textspan.Span) string {
		text, _ := ix.Slice(s)
		return text
	}
	sources.found += len(got)
	sources.wanted += len(g.Attributions)
	whole.wanted += len(g.Attributions)
	for _, want := range g.Attributions {
		i := slices.IndexFunc(got, func(a splitter.Attribution) bool {
			return words(a.Source) == want.Source && strings.TrimRight(words(a.Content[0]), " .!?") == strings.TrimRight(want.Content, " .!?")
		})
		if i < 0 {
			misses = append(misses, fmt.Sprintf("missed %+v", want))
			continue
		}
		sources.right++
		a := got[i]
		if (want.Name == "" || a.Name == want.Name) && words(a.Cue) == want.Cue && words(a.Outlet) == want.Outlet {
			whole.right++
		} else {
			misses = append(misses, fmt.Sprintf("name %q, cue %q, outlet %q, want %+v", a.Name, words(a.Cue), words(a.Outlet), want))
		}
	}
	return misses
}
