package main

import (
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// spansOf measures names and figures: those that share a code point with one of the gold, one to one, and whose
// type is the same. Types the gold does not know do not count; called renames those it calls otherwise.
func spansOf(reach, typed float64, called map[splitter.EntityType]string) measure {
	return func(path string) ([]figure, error) {
		gold, err := read[struct {
			Text  string
			Spans []struct {
				Start, End int
				Type       string
			}
		}](path)
		types := make(map[string]bool)
		for _, g := range gold {
			for _, s := range g.Spans {
				types[s.Type] = true
			}
		}
		var touching, right count
		for _, g := range gold {
			var got []splitter.Entity
			for _, e := range splitter.Split(splitter.Article{Text: g.Text}).Entities {
				if types[typeOf(e, called)] {
					got = append(got, e)
				}
			}
			touching.found += len(got)
			touching.wanted += len(g.Spans)
			used := make([]bool, len(got))
			for _, s := range g.Spans {
				best := nearest(textspan.Span{Start: s.Start, End: s.End}, got, used)
				if best < 0 {
					continue
				}
				used[best] = true
				touching.right++
				right.wanted++
				right.right += one(typeOf(got[best], called) == s.Type)
			}
		}
		figures := []figure{{name: "overlap F1", got: touching.f1(), reach: reach, unit: " %"}}
		if len(types) > 1 {
			figures = append(figures, figure{name: "type right", got: right.recall(), reach: typed, unit: " %"})
		}
		return figures, err
	}
}

func typeOf(e splitter.Entity, called map[splitter.EntityType]string) string {
	if name, ok := called[e.Type]; ok {
		return name
	}
	return string(e.Type)
}

// nearest is the one of got, not used, that shares most with want, or -1.
func nearest(want textspan.Span, got []splitter.Entity, used []bool) int {
	best, most := -1, 0
	for i, e := range got {
		if n := min(e.End, want.End) - max(e.Start, want.Start); !used[i] && n > most {
			best, most = i, n
		}
	}
	return best
}
