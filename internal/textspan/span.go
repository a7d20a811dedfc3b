// Package textspan places words in a text: half-open spans counted in Unicode code points, the selectors that
// find a span again, and the flat pieces overlapping spans are drawn as.
//
// It owns the arithmetic of positions and nothing else: it must not know what a span stands for (a claim, a
// sentence, a highlight), where a text is kept, or how it is shown.
package textspan

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Span is the half-open stretch [Start,End) of a text, in Unicode code points. In JSON it is the pair
// [start,end], and [] when empty.
type Span struct {
	Start, End int
}

// Len is the number of code points in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no code point.
func (s Span) Empty() bool { return s.End <= s.Start }

// Valid reports whether s is a non-empty span of a text of length code points.
func (s Span) Valid(length int) bool { return 0 <= s.Start && s.Start < s.End && s.End <= length }

// Overlaps reports whether s and o share at least one code point.
func (s Span) Overlaps(o Span) bool {
	return max(s.Start, o.Start) < min(s.End, o.End)
}

// Contains reports whether all of o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// MarshalJSON writes s as [start,end], an empty one as [].
func (s Span) MarshalJSON() ([]byte, error) {
	if s.Empty() {
		return []byte("[]"), nil
	}
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start,end], or [] as the empty span. Anything else is an error.
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair []int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("read span: %w", err)
	}
	switch {
	case pair != nil && len(pair) == 0:
		*s = Span{}
	case len(pair) == 2:
		s.Start, s.End = pair[0], pair[1]
	default:
		return fmt.Errorf("read span: %d numbers, want 2", len(pair))
	}
	return nil
}

// Slice returns the words of text that s covers, and false when s does not lie within text. An empty span
// within text is "", true. Use an Index for more than a few spans of one text.
func Slice(text string, s Span) (string, bool) {
	if s.Start < 0 || s.End < s.Start {
		return "", false
	}
	from, ok := skip(text, s.Start)
	if !ok {
		return "", false
	}
	size, ok := skip(text[from:], s.End-s.Start)
	if !ok {
		return "", false
	}
	return text[from : from+size], true
}

// skip is the number of bytes the first n code points of text take, and false when text has fewer.
func skip(text string, n int) (int, bool) {
	off := 0
	for ; n > 0; n-- {
		if off >= len(text) {
			return 0, false
		}
		off += runeLen(text, off)
	}
	return off, true
}

// runeLen is the number of bytes of the code point at text[off:]; a byte that is not UTF-8 counts as one.
func runeLen(text string, off int) int {
	if text[off] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(text[off:])
	return size
}

// Trim narrows s so that it neither begins nor ends with white space. A span of nothing but white space
// becomes empty, at its start. A span that does not lie within text is returned as it is.
func Trim(text string, s Span) Span {
	words, ok := Slice(text, s)
	if !ok {
		return s
	}
	end := s.End
	for len(words) > 0 {
		r, size := utf8.DecodeLastRuneInString(words)
		if !unicode.IsSpace(r) {
			break
		}
		words = words[:len(words)-size]
		end--
	}
	start := s.Start
	for _, r := range words {
		if !unicode.IsSpace(r) {
			break
		}
		start++
	}
	return Span{Start: min(start, end), End: end}
}

// Merge returns the spans in order, with those that overlap made one. Empty ones are left out.
func Merge(spans []Span) []Span {
	list := slices.DeleteFunc(slices.Clone(spans), Span.Empty)
	slices.SortFunc(list, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	var out []Span
	for _, s := range list {
		if last := len(out) - 1; last >= 0 && out[last].Overlaps(s) {
			out[last].End = max(out[last].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
