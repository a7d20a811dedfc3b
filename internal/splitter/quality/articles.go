package main

import (
	"slices"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// quote is an attribution as the gold of an article writes it.
type quote struct{ Content, Source, Cue, Outlet, Via []pair }

// article measures everything on an article taken apart by hand: classes, speakers, cues, outlets, who passed it
// on, hedges.
func article(path string) ([]figure, error) {
	gold, err := read[struct {
		Text      string
		Sentences []struct {
			Start, End int
			Kind       splitter.Class
		}
		Quotes []quote
		Hedges []pair
	}](path)
	var classes, quotes, speakers, cues, carriers, hedges count
	for _, g := range gold {
		d := splitter.Split(splitter.Article{Text: g.Text})
		for _, s := range g.Sentences {
			classes.wanted++
			if class, ok := classOver(d.Sentences, textspan.Span{Start: s.Start, End: s.End}); ok && class == s.Kind {
				classes.right++
			}
		}
		used := make([]bool, len(d.Attributions))
		quotes.found += len(d.Attributions)
		for _, q := range g.Quotes {
			countQuote(q, d.Attributions, used, &quotes, &speakers, &cues)
			for _, list := range [...][]pair{q.Outlet, q.Via} {
				if len(list) > 0 {
					carriers.wanted++
					carriers.right += one(carried(spans(list), d.Attributions))
				}
			}
		}
		for _, h := range spans(g.Hedges) {
			hedges.wanted++
			hedges.right += one(common([]textspan.Span{h}, d.Hedges) > 0)
		}
	}
	return []figure{
		{name: "classes right", got: classes.recall(), reach: 100, unit: " %"},
		{name: "attributions found", got: quotes.recall(), unit: " %"},
		{name: "attributions that are one", got: quotes.precision(), unit: " %"},
		{name: "speakers right", got: speakers.recall(), reach: 100, unit: " %"},
		{name: "cues right", got: cues.recall(), unit: " %"},
		{name: "outlets and carriers right", got: carriers.recall(), reach: 100, unit: " %"},
		{name: "hedges found", got: hedges.recall(), reach: 100, unit: " %"},
	}, err
}

// one is 1 for yes.
func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// classOver is the class of the sentence that shares most with span; false when none does.
func classOver(sentences []splitter.Sentence, span textspan.Span) (class splitter.Class, ok bool) {
	most := 0
	for _, s := range sentences {
		if n := min(s.End, span.End) - max(s.Start, span.Start); n > most {
			class, most = s.Class, n
		}
	}
	return class, most > 0
}

// countQuote finds q among found and counts it, its speaker and its cue.
func countQuote(q quote, found []splitter.Attribution, used []bool, quotes, speakers, cues *count) {
	if len(q.Content) == 0 {
		return
	}
	quotes.wanted++
	best, most := -1, 0.0
	for i, a := range found {
		if u := agreement(spans(q.Content), a.Content); !used[i] && u >= matchAt && u > most {
			best, most = i, u
		}
	}
	if best >= 0 {
		used[best] = true
		quotes.right++
	}
	for _, role := range [...]struct {
		want []pair
		got  func(splitter.Attribution) textspan.Span
		n    *count
	}{
		{q.Source, func(a splitter.Attribution) textspan.Span { return a.Source }, speakers},
		{q.Cue, func(a splitter.Attribution) textspan.Span { return a.Cue }, cues},
	} {
		if len(role.want) == 0 {
			continue
		}
		role.n.wanted++
		if best >= 0 {
			role.n.right += one(common(spans(role.want), []textspan.Span{role.got(found[best])}) > 0)
		}
	}
}

// carried reports whether an outlet or carrier of found touches want.
func carried(want []textspan.Span, found []splitter.Attribution) bool {
	return slices.ContainsFunc(found, func(a splitter.Attribution) bool {
		return common(want, []textspan.Span{a.Outlet, a.Via}) > 0
	})
}

// boilerplate measures lines of pages: which are furniture of the page, which headings, which the text itself.
func boilerplate(path string) ([]figure, error) {
	gold, err := read[struct {
		Text  string
		Lines []struct {
			Start, End int
			Kind       string
		}
	}](path)
	var furniture, headings, lost, wrong count
	for _, g := range gold {
		d := splitter.Split(splitter.Article{Text: g.Text})
		for _, l := range g.Lines {
			is := func(class splitter.Class) bool {
				return slices.ContainsFunc(d.Sentences, func(s splitter.Sentence) bool {
					return s.Class == class && s.Start < l.End && l.Start < s.End
				})
			}
			page, heading := one(is(splitter.ClassBoilerplate)), one(is(splitter.ClassHeading))
			furniture.found += page
			switch l.Kind {
			case "boilerplate":
				furniture.wanted++
				furniture.right += page
			case "heading":
				headings.wanted++
				headings.right += heading
			case "body":
				lost.wanted++
				lost.right += page
				wrong.right += heading
			}
		}
	}
	wrong.wanted = lost.wanted
	return []figure{
		{name: "boilerplate F1", got: furniture.f1(), reach: 95, unit: " %"},
		{name: "lines of the text lost", got: lost.recall(), most: 0.3, unit: " %"},
		{name: "headings found", got: headings.recall(), unit: " %"},
		{name: "lines of the text taken for headings", got: wrong.recall(), unit: " %"},
	}, err
}
