package textspan

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// SnapToWords widens s so that it cuts neither a word nor a grapheme (Unicode Standard Annex #29), after
// leaving out white space at its ends. A span of white space alone, or outside text, is returned as it is.
func SnapToWords(text string, s Span) Span {
	trimmed := Trim(text, s)
	ix := NewIndex(text)
	if !trimmed.Valid(ix.Len()) {
		return s
	}
	start, _ := wordAround(text, ix.Byte(trimmed.Start))
	end := ix.Byte(trimmed.End)
	if from, to := wordAround(text, end); from < end {
		end = to
	}
	return ix.Span(start, end)
}

// wordAround is the UAX #29 word that holds byte off: from <= off < to. At the end of text both are its length.
func wordAround(text string, off int) (from, to int) {
	from = wordSafe(text, off)
	rest, state := text[from:], -1
	for len(rest) > 0 {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		if to = from + len(word); to > off {
			return from, to
		}
		from = to
	}
	return len(text), len(text)
}

// wordSafe is a place at or before off where a word is sure to begin whatever came earlier: a letter or digit
// after a plain space or line feed, or the start of text.
func wordSafe(text string, off int) int {
	for i := min(off, len(text)-1); i > 0; i-- {
		if (text[i-1] == ' ' || text[i-1] == '\n') && isASCIIAlnum(text[i]) {
			return i
		}
	}
	return 0
}

func isASCIIAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// graphemeAround is the grapheme cluster that holds byte off: from <= off < to. At the end of text both are its
// length.
func graphemeAround(text string, off int) (from, to int) {
	from = graphemeSafe(text, off)
	rest, state := text[from:], -1
	for len(rest) > 0 {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if to = from + len(cluster); to > off {
			return from, to
		}
		from = to
	}
	return len(text), len(text)
}

// graphemeSafe is a place at or before off where a cluster is sure to begin: between two ASCII characters that
// are not a carriage return and its line feed, or the start of text.
func graphemeSafe(text string, off int) int {
	for i := min(off, len(text)-1); i > 0; i-- {
		if text[i] < utf8.RuneSelf && text[i-1] < utf8.RuneSelf && text[i] != '\n' {
			return i
		}
	}
	return 0
}
