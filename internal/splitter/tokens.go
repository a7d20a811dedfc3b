package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is made of.
type kind uint8

const (
	kindPunct      kind = iota // one code point that is none of the others
	kindWord                   // letters, with inner hyphens and apostrophes
	kindNumber                 // digits, with inner points, commas and ordinal endings
	kindURL                    // an address or a file name
	kindPossessive             // ’s after a word
	kindStop                   // a mark that may end a sentence
	kindOpen                   // opens a quotation
	kindClose                  // closes a quotation
)

// shape is how a word is written.
type shape uint8

const (
	shapeOther shape = iota
	shapeLower       // lower case
	shapeTitle       // Capitalised, or CamelCase
	shapeUpper       // CAPITALS, two or more
)

// token is a word, a figure or a mark. Tokens hold every character that is not white space.
type token struct {
	start, end int32
	kind       kind
	shape      shape
	// spaced is set when white space comes before, quoted when it stands inside a quotation.
	spaced, quoted bool
	// points is set on a word with points of its own, "U.S." or "p.m.".
	points bool
	words  wordSet
}

// str is the token's text.
func (a *analysis) str(i int) string { return a.text[a.toks[i].start:a.toks[i].end] }

// is reports whether token i is word, whatever its case.
func (a *analysis) is(i int, word string) bool {
	return int(a.toks[i].end-a.toks[i].start) == len(word) && strings.EqualFold(a.str(i), word)
}

// has reports whether token i is in any of sets.
func (a *analysis) has(i int, sets wordSet) bool { return a.toks[i].words&sets != 0 }

// name reports whether token i is written as a name is.
func (a *analysis) name(i int) bool {
	return a.toks[i].kind == kindWord && (a.toks[i].shape == shapeTitle || a.toks[i].shape == shapeUpper)
}

// mark reports whether token i is the one-byte mark c.
func (a *analysis) mark(i int, c byte) bool {
	t := a.toks[i]
	return t.end-t.start == 1 && a.text[t.start] == c
}

// tokenize appends the tokens of text[start:end].
func (a *analysis) tokenize(start, end int) {
	text := a.text[:end]
	spaced := true
	for at := start; at < end; {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if unicode.IsSpace(r) {
			at += size
			spaced = true
			continue
		}
		t := token{start: int32(at), spaced: spaced}
		switch {
		case isWordRune(r):
			t.kind, t.end, t.points = scanWord(text, at)
			t.shape = shapeOf(text[t.start:t.end])
			t.words = lookUp(text[t.start:t.end])
		case (r == '\'' || r == '’') && !spaced && a.possessive(text, at+size):
			t.kind, t.end = kindPossessive, int32(at+size+1)
		case (r == '\'' || r == '`') && at+1 < end && text[at+1] == text[at]:
			t.kind, t.end = kindPunct, int32(at+2) // a typewriter's double quotation mark
		default:
			t.kind, t.end = markKind(r), int32(at+size)
		}
		a.toks = append(a.toks, t)
		at = int(t.end)
		spaced = false
	}
}

// possessive reports whether the apostrophe before text[at:] and the s there follow a word and end it.
func (a *analysis) possessive(text string, at int) bool {
	if len(a.toks) == 0 || at >= len(text) || text[at]|0x20 != 's' {
		return false
	}
	last := a.toks[len(a.toks)-1].kind
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	return (last == kindWord || last == kindNumber) && (at+1 == len(text) || !isWordRune(next))
}

func markKind(r rune) kind {
	switch r {
	case '.', '!', '?', '…', '。', '．', '！', '？', '؟', '।', '‽':
		return kindStop
	case '“', '«', '„':
		return kindOpen
	case '”', '»':
		return kindClose
	default:
		return kindPunct
	}
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || isDigit(byte(r))
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// wordRuneAt reports whether a letter, mark or digit stands at text[at:].
func wordRuneAt(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isWordRune(r)
}

// scanWord reads a word, number or address at text[at:]. points is set for words such as "U.S.".
func scanWord(text string, at int) (k kind, end int32, points bool) {
	if end := scanPoints(text, at); end > at {
		return kindWord, int32(end), true
	}
	if isWeb(text[at:]) {
		return kindURL, int32(scanAddress(text, at)), false
	}
	k = kindWord
	if isDigit(text[at]) {
		k = kindNumber
	}
	i := at
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWordRune(r) && (size > 1 || r != utf8.RuneError):
			i += size
			continue
		case joins(text, at, i, r, k) && wordRuneAt(text, i+size):
			i += size
			continue
		case r == '.' && k == kindWord && i-at > 1 && i+1 < len(text) && 'a' <= text[i+1] && text[i+1] <= 'z':
			k = kindURL
			i++
			continue
		case r == '@' && wordRuneAt(text, i+1):
			return kindURL, int32(scanAddress(text, i)), false
		}
		break
	}
	return k, int32(max(i, at+1)), false
}

// joins reports whether mark r at text[i:], inside a token of kind k begun at at, belongs to it when a letter
// or digit follows.
func joins(text string, at, i int, r rune, k kind) bool {
	switch r {
	case '-', '‐', '‑', '_':
		return true
	case '\'', '’':
		size := utf8.RuneLen(r)
		return k == kindWord && i > at && !(text[min(i+size, len(text)-1)]|0x20 == 's' && !wordRuneAt(text, i+size+1))
	case '&':
		return i-at <= 2 && i+1 < len(text) && 'A' <= text[i+1] && text[i+1] <= 'Z'
	case '.', ',', ':':
		return k == kindNumber && i+1 < len(text) && isDigit(text[i+1]) && isDigit(text[i-1])
	default:
		return false
	}
}

// scanPoints reads "U.S.", "a.m." or "J.K." at text[at:]: two or more single letters, each with its point; the
// last point may be missing. It returns at when there is no such word.
func scanPoints(text string, at int) int {
	i, letters := at, 0
	for i+1 < len(text) && isASCIILetter(text[i]) && text[i+1] == '.' {
		i += 2
		letters++
	}
	if letters == 0 {
		return at
	}
	if i < len(text) && isASCIILetter(text[i]) && !wordRuneAt(text, i+1) {
		i++
		letters++
	}
	if letters < 2 || wordRuneAt(text, i) && text[i-1] != '.' {
		return at
	}
	return i
}

// scanAddress is the end of the address whose text[at:] is still to come, without the marks that end the
// sentence around it.
func scanAddress(text string, at int) int {
	end := at
	for end < len(text) && text[end] > ' ' && text[end] < utf8.RuneSelf && strings.IndexByte("\"<>", text[end]) < 0 {
		end++
	}
	return at + len(strings.TrimRight(text[at:end], ".,;:!?)]'"))
}

// isWeb reports whether s begins as the address of a page does.
func isWeb(s string) bool {
	return strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// shapeOf tells how word is written.
func shapeOf(word string) shape {
	upper, lower, first := 0, 0, false
	for i, r := range word {
		switch {
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			lower++
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
			first = first || i == 0
		}
	}
	switch {
	case upper == 0 && lower > 0:
		return shapeLower
	case upper > 1 && lower == 0:
		return shapeUpper
	case first || upper > 0:
		return shapeTitle
	default:
		return shapeOther
	}
}
