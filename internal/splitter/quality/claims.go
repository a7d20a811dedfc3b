package main

import (
	"fmt"
	"strings"
	"time"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// passage is a short piece of news with the claims a fact-checker would take from it, written for the project. Only
// half of the passages, "dev", were looked at while the rules were made.
type passage struct {
	ID, Published, Half, Text string
	Claims                    []struct{ Span, Statement, Type, Speaker string }
}

// claims measures the claims cut out of passages: their words, their statements, and of those with the right words
// the type and the speaker.
func claims(path string) ([]figure, error) {
	gold, err := read[passage](path)
	if err != nil {
		return nil, err
	}
	var out []figure
	for _, half := range [...]struct {
		name             string
		spans, statement float64
	}{{"dev", 90, 84}, {"held", 88, 78}} {
		var spans, statements, types, speakers count
		var misses []string
		for _, g := range gold {
			if g.Half == half.name {
				misses = append(misses, compareClaims(g, &spans, &statements, &types, &speakers)...)
			}
		}
		if half.name == "held" {
			misses = nil // looking at them would make them seen
		}
		out = append(out,
			figure{name: "words of a claim, F1, " + half.name, got: spans.f1(), reach: half.spans, unit: " %", misses: misses},
			figure{name: "statements, F1, " + half.name, got: statements.f1(), reach: half.statement, unit: " %"},
			figure{name: "type right, " + half.name, got: types.recall(), unit: " %"},
			figure{name: "speaker right, " + half.name, got: speakers.recall(), unit: " %"})
	}
	return out, nil
}

// compareClaims counts how far the claims found in g are those wanted, and says where they are not.
func compareClaims(g passage, spans, statements, types, speakers *count) (misses []string) {
	published, _ := time.Parse(time.DateOnly, g.Published) // without a date none is reckoned
	d := splitter.Split(splitter.Article{Text: g.Text, Published: published})
	ix := textspan.NewIndex(g.Text)
	wanted := make(map[string]int)
	for i, c := range g.Claims {
		wanted[strings.Trim(c.Span, edgeMarks)] = i
	}
	differ := func(what, got, want string) int {
		if got != want {
			misses = append(misses, fmt.Sprintf("%s: %s %q, want %q", g.ID, what, got, want))
		}
		return one(got == want)
	}
	for _, c := range d.Claims {
		words := wordsOf(ix, c.Spans)
		i, ok := wanted[words]
		if !ok {
			misses = append(misses, fmt.Sprintf("%s: not wanted: %q (%s)", g.ID, words, c.Rule))
			continue
		}
		delete(wanted, words)
		want, speaker := g.Claims[i], ""
		if c.Attribution != nil {
			speaker = d.Attributions[*c.Attribution].Name
		}
		spans.right++
		statements.right += differ("statement", c.Statement, want.Statement)
		types.right += differ("type of "+words, string(c.Type), want.Type)
		speakers.right += differ("speaker of "+words, plainName(speaker), plainName(want.Speaker))
		types.wanted++
		speakers.wanted++
	}
	for words := range wanted {
		misses = append(misses, fmt.Sprintf("%s: missed %q", g.ID, words))
	}
	for _, c := range [...]*count{spans, statements} {
		c.found += len(d.Claims)
		c.wanted += len(g.Claims)
	}
	return misses
}

// wordsOf is the words of spans with a space between them, without the marks at the ends.
func wordsOf(ix *textspan.Index, spans []textspan.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i], _ = ix.Slice(s)
	}
	return strings.Trim(strings.Join(parts, " "), edgeMarks)
}

// plainName is a name without its case and article.
func plainName(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }
