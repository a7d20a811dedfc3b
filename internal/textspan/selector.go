package textspan

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// contextLen is how many code points of context a Selector keeps on each side, as Hypothesis does.
const contextLen = 32

// Selector is a Web Annotation TextQuoteSelector (W3C, 2017, §4.2.4): the words of a span and what stood around
// them. Prefix and Suffix hold at most 32 code points and never part of a grapheme.
type Selector struct {
	Exact, Prefix, Suffix string
}

// Select describes span s of text. It returns an error when s is empty or does not lie within text. Use an
// Index for more than a few spans of one text.
func Select(text string, s Span) (Selector, error) { return NewIndex(text).Select(s) }

// Select is like the function Select, without counting from the start of the text.
func (ix *Index) Select(s Span) (Selector, error) {
	text := ix.text
	if !s.Valid(ix.Len()) {
		return Selector{}, fmt.Errorf("span %d-%d is not within a text of %d code points", s.Start, s.End, ix.Len())
	}
	from, to := ix.Byte(s.Start), ix.Byte(s.End)
	before, after := ix.Byte(s.Start-contextLen), ix.Byte(s.End+contextLen)
	if start, end := graphemeAround(text, before); start < before {
		before = min(end, from)
	}
	if start, _ := graphemeAround(text, after); start < after {
		after = max(start, to)
	}
	return Selector{Exact: text[from:to], Prefix: text[before:from], Suffix: text[to:after]}, nil
}

// Match is one place where a quote was found.
type Match struct {
	Span Span
	// Tolerant is set when the words agree only after runs of white space and the shapes of quotation marks
	// and apostrophes are ignored, so that a person should look at it.
	Tolerant bool
}

// Locate finds quote in text, in order and without overlaps: every exact occurrence, or, when there is none,
// every tolerant one. White space at the ends of quote is ignored. Where prefix or suffix is given and some
// occurrences stand in that context, only those are returned; context is always compared tolerantly.
func Locate(text, quote, prefix, suffix string) []Match {
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return nil
	}
	ix := NewIndex(text)
	var matches []Match
	for _, at := range occurrences(text, quote) {
		matches = append(matches, Match{Span: ix.Span(at, at+len(quote))})
	}
	if len(matches) == 0 {
		folded, needle := fold(text), fold(quote).text
		for _, at := range occurrences(folded.text, needle) {
			from, to := folded.source(at, at+len(needle))
			matches = append(matches, Match{Span: ix.Span(from, to), Tolerant: true})
		}
	}
	return inContext(text, ix, matches, fold(prefix).text, fold(suffix).text)
}

// inContext keeps the matches between prefix and suffix (both folded), or all when no match stands there.
func inContext(text string, ix *Index, matches []Match, prefix, suffix string) []Match {
	prefix, suffix = strings.TrimSpace(prefix), strings.TrimSpace(suffix)
	if prefix == "" && suffix == "" || len(matches) < 2 {
		return matches
	}
	var kept []Match
	for _, m := range matches {
		// Folding never makes text longer than its code points, and white space may repeat: four times
		// the context is room enough.
		before, _ := ix.Slice(Span{Start: max(0, m.Span.Start-4*len(prefix)-8), End: m.Span.Start})
		after, _ := ix.Slice(Span{Start: m.Span.End, End: min(ix.Len(), m.Span.End+4*len(suffix)+8)})
		if strings.HasSuffix(strings.TrimSpace(fold(before).text), prefix) &&
			strings.HasPrefix(strings.TrimSpace(fold(after).text), suffix) {
			kept = append(kept, m)
		}
	}
	if kept == nil {
		return matches
	}
	return kept
}

// occurrences are the byte offsets of needle in text, from left to right, without overlaps.
func occurrences(text, needle string) []int {
	var found []int
	for from := 0; ; {
		i := strings.Index(text[from:], needle)
		if i < 0 {
			return found
		}
		found = append(found, from+i)
		from += i + len(needle)
	}
}

// folded is a text with runs of white space made one space and quotation marks made straight.
type folded struct {
	text string
	// from[i] and to[i] bound, in the text before folding, the code point that byte i of text stands for.
	from, to []int
}

// source is the byte range before folding of the bytes [from,to) after it.
func (f folded) source(from, to int) (int, int) { return f.from[from], f.to[to-1] }

func fold(text string) folded {
	out := make([]byte, 0, len(text))
	from, to := make([]int, 0, len(text)), make([]int, 0, len(text))
	space := false
	for off, r := range text {
		end := off + runeLen(text, off)
		if unicode.IsSpace(r) {
			if space {
				to[len(to)-1] = end
				continue
			}
			r = ' '
		}
		space = r == ' '
		before := len(out)
		if r == utf8.RuneError && end-off == 1 {
			out = append(out, text[off])
		} else {
			out = utf8.AppendRune(out, foldQuote(r))
		}
		for range len(out) - before {
			from, to = append(from, off), append(to, end)
		}
	}
	return folded{text: string(out), from: from, to: to}
}

// foldQuote makes quotation marks and apostrophes straight.
func foldQuote(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '`', '´':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	default:
		return r
	}
}
