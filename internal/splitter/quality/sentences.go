package main

import (
	"fmt"
	"slices"
	"strings"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// exactly counts the texts whose sentences are those expected, word for word.
func exactly(reach int) measure {
	return func(path string) ([]figure, error) {
		gold, err := read[struct {
			Text     string
			Expected []string
		}](path)
		right := 0
		var misses []string
		for _, g := range gold {
			ix := textspan.NewIndex(g.Text)
			var got []string
			for _, s := range splitter.Split(splitter.Article{Text: g.Text}).Sentences {
				words, _ := ix.Slice(textspan.Span{Start: s.Start, End: s.End})
				got = append(got, oneLine(words))
			}
			want := make([]string, len(g.Expected))
			for i, w := range g.Expected {
				want[i] = oneLine(w)
			}
			if slices.Equal(got, want) {
				right++
			} else {
				misses = append(misses, fmt.Sprintf("cut into %q, want %q", got, want))
			}
		}
		return []figure{{name: "texts cut exactly", got: float64(right), reach: float64(reach), misses: misses}}, err
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// boundaries measures sentence ends: the last code point of a sentence that is not white space. Only ends within
// a sentence of the gold count as found, so that what the gold leaves out costs nothing.
func boundaries(reach float64) measure {
	return func(path string) ([]figure, error) {
		gold, err := read[struct {
			Text      string
			Sentences []struct{ Start, End int }
		}](path)
		var ends count
		for _, g := range gold {
			want, covered := make(map[int]bool), make(map[int]bool)
			for _, s := range g.Sentences {
				span := textspan.Trim(g.Text, textspan.Span{Start: s.Start, End: s.End})
				want[span.End] = true
				for i := span.Start + 1; i <= span.End; i++ {
					covered[i] = true
				}
			}
			ends.wanted += len(want)
			for _, s := range splitter.Split(splitter.Article{Text: g.Text}).Sentences {
				if covered[s.End] {
					ends.found++
				}
				if want[s.End] {
					ends.right++
				}
			}
		}
		return []figure{{name: "boundary F1", got: ends.f1(), reach: reach, unit: " %"}}, err
	}
}
