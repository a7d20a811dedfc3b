package textspan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

const (
	// maxProposals is how many places that read alike are proposed.
	maxProposals = 3
	// minShared is the share of a span's words a stretch must have to be looked at closely, minAlike the share
	// of its letters to be proposed.
	minShared, minAlike = 0.5, 0.6
	// maxLooks is how many stretches are looked at closely.
	maxLooks = 12
)

// wordAt is a word in lower case and its place in code points.
type wordAt struct {
	word string
	span Span
}

func wordsAt(text string) []wordAt {
	var list []wordAt
	at := 0
	for _, w := range cutWords(text) {
		n := len([]rune(w))
		if isWord(firstRune(w)) {
			list = append(list, wordAt{strings.ToLower(w), Span{at, at + n}})
		}
		at += n
	}
	return list
}

// alike are up to three stretches of the new text that read as exact does, best first. A window of as many words
// slides over the text; the windows that share most words are compared letter by letter and by what stands around
// them, weighted as Hypothesis weighs its quotes (client, anchoring/match-quote).
func (c *Carry) alike(exact string, s Span) []Span {
	wanted := wordsAt(exact)
	n := len(wanted)
	if n < 3 {
		return nil
	}
	type scored struct {
		span  Span
		score float64
	}
	selector, _ := c.from.Select(s)
	var found []scored
	for _, at := range c.windows(wanted) {
		place := Span{c.words[at].span.Start, c.words[min(at+n, len(c.words))-1].span.End}
		words, _ := c.to.Slice(place)
		quality := likeness(strings.ToLower(exact), strings.ToLower(words))
		if quality < minAlike {
			continue
		}
		around, _ := c.to.Select(place)
		score := 50*quality + 20*likeness(selector.Prefix, around.Prefix) + 20*likeness(selector.Suffix, around.Suffix)
		found = append(found, scored{place, score})
	}
	slices.SortStableFunc(found, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	var out []Span
	for _, f := range found {
		if len(out) < maxProposals && !slices.ContainsFunc(out, f.span.Overlaps) {
			out = append(out, f.span)
		}
	}
	return out
}

// windows are where the windows of len(wanted) words begin that share most words with wanted, each the best of its
// neighbourhood.
func (c *Carry) windows(wanted []wordAt) []int {
	n := len(wanted)
	missing := make(map[string]int)
	for _, w := range wanted {
		missing[w.word]++
	}
	type window struct{ at, shared int }
	var best []window
	shared := 0
	for i, w := range c.words {
		if left, ok := missing[w.word]; ok {
			missing[w.word] = left - 1
			if left > 0 {
				shared++
			}
		}
		if i >= n {
			gone := c.words[i-n].word
			if left, ok := missing[gone]; ok {
				missing[gone] = left + 1
				if left >= 0 {
					shared--
				}
			}
		}
		at := max(0, i-n+1)
		if float64(shared) < minShared*float64(n) {
			continue
		}
		if last := len(best) - 1; last >= 0 && at-best[last].at < n {
			if shared > best[last].shared {
				best[last] = window{at, shared}
			}
			continue
		}
		best = append(best, window{at, shared})
	}
	slices.SortStableFunc(best, func(x, y window) int { return y.shared - x.shared })
	var out []int
	for _, w := range best[:min(len(best), maxLooks)] {
		out = append(out, w.at)
	}
	return out
}

// likeness is 1 for the same letters, 0 for none in common: one minus the edits it takes, per letter (Levenshtein).
func likeness(a, b string) float64 {
	longer := max(len([]rune(a)), len([]rune(b)))
	if longer == 0 {
		return 1
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	edits := dmp.DiffLevenshtein(dmp.DiffMainRunes([]rune(a), []rune(b), false))
	return 1 - float64(edits)/float64(longer)
}
