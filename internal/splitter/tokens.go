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
	kindQuote                  // a quotation mark or apostrophe, until pairQuotes has told which
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
	// key is its wordKey, by which lists are searched.
	key uint8
	// words is empty until lookUpWords: where sentences end is decided from the few words around stops.
	words wordSet
}

// str is the token's text.
func (a *analysis) str(i int) string { return a.text[a.toks[i].start:a.toks[i].end] }

// is reports whether token i is word, whatever its case. Like has and name it may be asked of the places before and
// after the text, where there is no word.
func (a *analysis) is(i int, word string) bool {
	if uint(i) >= uint(len(a.toks)) {
		return false
	}
	t := &a.toks[i]
	return int(t.end-t.start) == len(word) && a.text[t.end-1]|0x20 == word[len(word)-1]|0x20 && strings.EqualFold(a.text[t.start:t.end], word)
}

// has reports whether token i is in any of sets.
func (a *analysis) has(i int, sets wordSet) bool {
	return uint(i) < uint(len(a.toks)) && a.toks[i].words&sets != 0
}

// name reports whether token i is written as a name is.
func (a *analysis) name(i int) bool {
	return uint(i) < uint(len(a.toks)) && a.toks[i].kind == kindWord && (a.toks[i].shape == shapeTitle || a.toks[i].shape == shapeUpper)
}

// mark reports whether token i is the one-byte mark c.
func (a *analysis) mark(i int, c byte) bool {
	t := &a.toks[i]
	return t.end-t.start == 1 && a.text[t.start] == c
}

// firstRune is the first code point of token i.
func (a *analysis) firstRune(i int) rune {
	r, _ := utf8.DecodeRuneInString(a.text[a.toks[i].start:a.toks[i].end])
	return r
}

func isWordToken(t token) bool { return t.kind == kindWord || t.kind == kindNumber }

// lookUpWords looks every word up in the lexicon. A point that was joined to its word does not count.
func (a *analysis) lookUpWords() {
	for i := range a.toks {
		t := &a.toks[i]
		if t.kind != kindWord && t.kind != kindNumber && t.kind != kindURL {
			continue
		}
		word := a.text[t.start:t.end]
		if !t.points {
			word = strings.TrimSuffix(word, ".")
		}
		t.words = a.lang.lookUp(word)
	}
}

// tokenize appends the tokens of text[start:end].
func (a *analysis) tokenize(start, end int) {
	text := a.text[:end]
	spaced := true
	for at := start; at < end; {
		c := text[at]
		if c == ' ' || '\t' <= c && c <= '\r' {
			at++
			spaced = true
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
			if unicode.IsSpace(r) {
				at += size
				spaced = true
				continue
			}
		}
		t := token{start: int32(at), end: int32(at + size), spaced: spaced}
		if isWordRune(r) {
			scanWord(text, at, &t)
		} else {
			a.scanMark(text, r, &t)
		}
		t.key = wordKey(text[t.start:t.end])
		a.toks = append(a.toks, t)
		at = int(t.end)
		spaced = false
	}
}

// scanMark makes t of the mark r: most are a token each, but a possessive ending, a run of hyphens drawn as a
// dash, and a typewriter's double quotation mark are one.
func (a *analysis) scanMark(text string, r rune, t *token) {
	next := byte(0)
	if int(t.end) < len(text) {
		next = text[t.end]
	}
	switch r {
	case '\'', '’':
		switch {
		case !t.spaced && next|0x20 == 's' && a.possessive(text, int(t.end)):
			t.kind = kindPossessive
			t.end++
			return
		case r == '\'' && next == '\'':
			t.end++
		}
		t.kind = kindQuote
	case '`':
		if next == '`' {
			t.end++
		}
		t.kind = kindQuote
	case '!':
		// A letter right after, and none before, makes it the click of "!Kung".
		if t.kind = kindStop; t.spaced && wordRuneAt(text, int(t.end)) {
			t.kind = kindPunct
		}
	default:
		t.kind = markKind(r)
	}
}

// possessive reports whether the apostrophe before text[at:] and the s there follow a word and end it.
func (a *analysis) possessive(text string, at int) bool {
	return len(a.toks) > 0 && isWordToken(a.toks[len(a.toks)-1]) && !wordRuneAt(text, at+1)
}

func markKind(r rune) kind {
	switch r {
	case '.', '?', '…', '。', '．', '！', '？', '؟', '।', '‽':
		return kindStop
	case '"', '“', '”', '„', '‟', '«', '»', '‘', '‚', '‛', '‹', '›', '＂', '「', '」', '『', '』':
		return kindQuote
	default:
		return kindPunct
	}
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || isDigit(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// wordRuneAt reports whether a letter, mark or digit stands at text[at:].
func wordRuneAt(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	if c := text[at]; c < utf8.RuneSelf {
		return isASCIILetter(c) || isDigit(c)
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isWordRune(r)
}

// scanWord makes t of the word, number or address at text[at:].
func scanWord(text string, at int, t *token) {
	t.kind = kindWord
	if isDigit(text[at]) {
		t.kind = kindNumber
	} else if end := scanPoints(text, at); end > at {
		t.end, t.points = int32(end), true
		t.shape = shapeOf(text[at:end])
		return
	}
	upper, lower, i := 0, 0, at
	for i < len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z':
			lower++
			i++
			continue
		case 'A' <= c && c <= 'Z':
			upper++
			i++
			continue
		case isDigit(c):
			i++
			continue
		case c == ' ' || c == '\n' || t.points:
		default:
			if next := t.goesOn(text, at, i); next > i {
				i = next
				continue
			}
		}
		break
	}
	t.end = int32(max(i, at+1))
	if t.points || t.kind == kindURL || hasWide(text[at:i]) {
		t.shape = shapeOf(text[at:t.end])
		return
	}
	t.shape = shapeFrom(upper, lower, 'A' <= text[at] && text[at] <= 'Z')
}

// goesOn is where the word begun at at goes on when its letters and digits stop at text[i:], or i when it ends
// there. It takes in what belongs to the word: letters beyond ASCII, hyphens, apostrophes, the points of
// numbers, and the whole of an address.
func (t *token) goesOn(text string, at, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case size > 1 && isWordRune(r):
		return i + size
	case t.joins(text, at, i, r, size):
		if end := scanPoints(text, i+size); end > i+size && t.kind == kindWord && r == '-' {
			t.points = true // "D-N.J."
			return end
		}
		return i + size
	case r == '.' && t.kind == kindWord && (i-at > 1 && i+1 < len(text) && 'a' <= text[i+1] && text[i+1] <= 'z' || text[at:i] == "www"):
		t.kind = kindURL
		return i + 1
	case r == ':' && strings.HasPrefix(text[i:], "://") && strings.HasPrefix(text[at:], "http"),
		r == '@' && wordRuneAt(text, i+1),
		r == '/' && t.kind == kindURL:
		t.kind = kindURL
		return scanAddress(text, i)
	default:
		return i
	}
}

// joins reports whether mark r at text[i:], inside the token t begun at at, belongs to it.
func (t *token) joins(text string, at, i int, r rune, size int) bool {
	if !wordRuneAt(text, i+size) || t.points {
		return false
	}
	switch r {
	case '-', '‐', '‑', '_':
		return true
	case '\'', '’':
		return t.kind == kindWord && (text[i+size]|0x20 != 's' || wordRuneAt(text, i+size+1))
	case '&':
		return i-at <= 2 && 'A' <= text[i+1] && text[i+1] <= 'Z'
	case '.', ',', ':':
		return t.kind == kindNumber && isDigit(text[i+1]) && isDigit(text[i-1])
	default:
		return false
	}
}

// scanPoints reads "U.S.", "a.m.", "J.K." or "Ph.D." at text[at:]: two or more single letters, each with its
// point; the last point may be missing. It returns at when there is no such word.
func scanPoints(text string, at int) int {
	i, letters := at, 0
	if strings.HasPrefix(text[at:], "Ph.") {
		i, letters = at+len("Ph."), 1
	}
	for i+1 < len(text) && text[i+1] == '.' && isASCIILetter(text[i]) {
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
	if letters < 2 || text[i-1] != '.' && wordRuneAt(text, i) {
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

// hasWide reports whether s has characters beyond ASCII.
func hasWide(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// shapeOf tells how word is written.
func shapeOf(word string) shape {
	upper, lower, first := 0, 0, false
	for i, r := range word {
		switch {
		case unicode.IsLower(r):
			lower++
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		}
	}
	return shapeFrom(upper, lower, first)
}

// shapeFrom is the shape of a word with so many upper- and lower-case letters; first is set when it begins
// with a capital.
func shapeFrom(upper, lower int, first bool) shape {
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
