package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is one sentence, its tokens and what the later steps find out about it.
type sentence struct {
	bytesOf
	from, to int // tokens
	block    int
	class    Class
	score    float64
	opinion  float64
	reasons  []string
	// rule made the class, endRule the end.
	rule, endRule Rule
}

// maxBracket is how many tokens a bracket may hold for sentence ends within it not to count.
const maxBracket = 80

// readBlocks lays the text out and cuts each block into tokens, quotations and sentences.
func (a *analysis) readBlocks() {
	a.blocks = layout(a.text)
	a.toks = make([]token, 0, len(a.text)/5+8)
	a.sents = make([]sentence, 0, len(a.text)/100+1)
	for i := range a.blocks {
		b := &a.blocks[i]
		b.from = len(a.toks)
		a.tokenize(b.start, b.end)
		a.pairQuotes(b.from, len(a.toks))
		ends := a.sentenceEnds(b.from)
		b.first = len(a.sents)
		a.cutSentences(i, ends)
		b.to, b.last = len(a.toks), len(a.sents)
		a.findQuotations(i)
	}
}

// sentenceEnds are the tokens, from from on, before which a sentence begins, and the end of tokens.
func (a *analysis) sentenceEnds(from int) []int {
	var ends []int
	start, n := from, len(a.toks)
	items := a.listItems(from)
	bracket := 0    // the end of the bracket that opened in mid-sentence
	worded := false // the sentence has a word by now
	for k := from; k < n; k++ {
		if len(items) > 0 && k == items[0] {
			items = items[1:]
			if k > start {
				ends = append(ends, k)
				start, worded = k, false
			}
		}
		t := a.toks[k]
		worded = worded || t.kind == kindWord || t.kind == kindNumber || t.kind == kindURL
		if k > start && k >= bracket && (a.mark(k, '(') || a.mark(k, '[')) {
			bracket = a.bracketEnd(k)
		}
		if t.kind != kindStop && !(t.points && a.text[t.end-1] == '.') {
			continue
		}
		next := a.afterStop(k)
		if next < n && worded && k >= bracket && a.ends(start, k, next) {
			if e := a.ellipsisSplit(k, next); e > 0 {
				next = e
			}
			ends = append(ends, next)
			start, worded = next, false
		}
		k = max(k, next-1)
	}
	return append(ends, n)
}

// bracketEnd is the token after the bracket that opens at k, or k when it does not close soon.
func (a *analysis) bracketEnd(k int) int {
	for j := k + 1; j < min(k+maxBracket, len(a.toks)); j++ {
		if a.mark(j, ')') || a.mark(j, ']') {
			return j
		}
	}
	return k
}

// afterStop is the first token after the stop at k, the stops that go with it, and what closes with it:
// quotation marks, brackets, and footnote numbers in brackets.
func (a *analysis) afterStop(k int) int {
	n, j := len(a.toks), k+1
	for j < n && a.toks[j].kind == kindStop && (!a.toks[j].spaced || a.mark(j, '.') && a.mark(j-1, '.')) {
		j++
	}
	for j < n {
		t := a.toks[j]
		switch {
		case t.spaced:
			return j
		case t.kind == kindClose, a.mark(j, ')'), a.mark(j, ']'), a.mark(j, '}'):
			j++
		case a.mark(j, '[') && j+2 < n && a.toks[j+1].kind == kindNumber && a.mark(j+2, ']'):
			j += 3
		case t.kind == kindStop:
			j++
		default:
			return j
		}
	}
	return j
}

// ends reports whether the sentence begun at start ends with the stop at k, where next is the token after it.
func (a *analysis) ends(start, k, next int) bool {
	n := next
	for n < len(a.toks) && (a.toks[n].kind == kindOpen || a.mark(n, '(') || a.mark(n, '[') || a.mark(n, '¿')) {
		n++
	}
	if n == len(a.toks) {
		return false
	}
	t := a.toks[n]
	if !a.toks[next].spaced {
		return a.endsUnspaced(k, next)
	}
	if t.kind == kindWord && t.shape == shapeLower || t.kind == kindURL && unicode.IsLower(a.firstRune(n)) {
		return false
	}
	if t.kind == kindPunct && strings.ContainsRune(",;:)]}/&=+<>", a.firstRune(n)) || t.kind == kindClose || t.kind == kindPossessive {
		return false
	}
	switch {
	case a.toks[k].points:
		return a.endsAfterPoints(start, k, n)
	case !a.mark(k, '.'):
		return a.endsAfterMark(k, next, n)
	case next > k+1 && a.mark(k+1, '.'):
		return !(a.toks[k].spaced && a.is(n, "I"))
	case a.toks[k].spaced:
		return true
	default:
		return a.endsAfterWord(start, k-1, n)
	}
}

func (a *analysis) firstRune(i int) rune {
	r, _ := utf8.DecodeRuneInString(a.text[a.toks[i].start:a.toks[i].end])
	return r
}

// endsUnspaced decides on a stop that no white space follows: "world.Today" and full-width stops end.
func (a *analysis) endsUnspaced(k, next int) bool {
	if r := a.firstRune(k); r >= utf8.RuneSelf && r != '…' {
		return true
	}
	if next != k+1 || k == 0 || !a.name(next) || a.toks[next].shape != shapeTitle {
		return false
	}
	before, after := a.toks[k-1], a.toks[next]
	return (before.shape == shapeLower && before.end-before.start > 2 || before.kind == kindNumber) &&
		before.words&setAbbrNever == 0 && after.end-after.start > 1
}

// endsAfterMark decides on !, ? and …: only a speaker who follows a quotation goes on with the sentence.
func (a *analysis) endsAfterMark(k, next, n int) bool {
	if a.firstRune(k) == '…' {
		return true
	}
	if a.toks[next-1].kind != kindClose || next != n {
		return true
	}
	for j := n; j < min(n+5, len(a.toks)); j++ {
		if a.has(j, setSay|setTell) && a.has(j, setPast|setThird) && j > n {
			return false
		}
		if !a.name(j) && !a.has(j, setTitle|setRole) || a.has(j, setPronoun) {
			return true
		}
	}
	return true
}

// endsAfterPoints decides on words with points of their own, such as "U.S." and "p.m.".
func (a *analysis) endsAfterPoints(start, k, n int) bool {
	switch {
	case a.is(k, "e.g.") || a.is(k, "i.e."):
		return false
	case a.is(k, "a.m.") || a.is(k, "p.m."):
		leadIn := k-start <= 3 && a.has(start, setPrep)
		return a.name(n) && !leadIn && !a.has(n, setDay|setMonth)
	default:
		label := n+1 < len(a.toks) && a.mark(n+1, ':')
		return a.name(n) && (label || a.has(n, setStarter) && !a.has(n, setNumber))
	}
}

// endsAfterWord decides on a point right after token p, where n is the word that follows.
func (a *analysis) endsAfterWord(start, p, n int) bool {
	word, next := a.toks[p], a.toks[n]
	number := next.kind == kindNumber
	starter := next.words&setStarter != 0
	switch {
	case word.kind == kindWord && word.end-word.start == 1:
		return a.endsAfterLetter(start, p, n)
	case p == start && word.kind == kindNumber && word.end-word.start <= 3 && !a.toks[p+1].spaced:
		return false
	case p == start+1 && word.kind == kindNumber && a.toks[start].kind == kindPunct:
		return false
	case a.mark(p, ')') || a.mark(p, ']'):
		return true
	case word.words&setAbbrTitle != 0 && word.shape != shapeLower && !(word.shape == shapeUpper && starter):
		return false
	case word.words&setAbbrNever != 0 && word.shape != shapeUpper:
		return false
	case p == start && word.shape == shapeUpper && a.month(n):
		return false // the dateline "MOSCOW. Jan 14"
	case word.words&setAbbrNumber != 0 && (number || a.name(p) && a.has(p, setMonth|setAbbrTitle)):
		return !number && starter
	case word.words&setAbbrMay != 0 && (word.shape != shapeLower || a.is(p, "etc") || a.is(p, "co") || a.is(p, "al")):
		return starter
	case word.kind == kindPunct && a.firstRune(p) == '°':
		return !number
	default:
		return true
	}
}

// endsAfterLetter decides on a point after a single letter: an initial, or the last word of a sentence.
func (a *analysis) endsAfterLetter(start, p, n int) bool {
	if p == start || a.toks[n].kind == kindNumber {
		return false
	}
	before := a.toks[p-1]
	plain := before.kind != kindWord || before.shape == shapeLower
	if a.is(p, "I") {
		return plain
	}
	return plain && a.has(n, setStarter)
}

// ellipsisSplit is where to cut a run such as ". . . . The", whose first point, right after a word, ends a
// sentence and whose other three begin the next; 0 when the run is not of that form.
func (a *analysis) ellipsisSplit(k, next int) int {
	if next-k == 4 && !a.toks[k].spaced && a.toks[k+1].spaced && a.toks[k+2].spaced && a.toks[k+3].spaced &&
		a.mark(k, '.') && a.mark(k+3, '.') {
		return k + 1
	}
	return 0
}

// cutSentences makes the sentences of block i from the ends of their tokens, and joins the points of
// abbreviations to their words.
func (a *analysis) cutSentences(i int, ends []int) {
	at := a.blocks[i].from // the first token of the sentence, before joining
	w := at                // where the next kept token goes
	for _, end := range ends {
		first := w
		for k := at; k < end; k++ {
			t := a.toks[k]
			if t.kind == kindStop && !t.spaced && w > first && k+1 < end && a.text[t.start] == '.' &&
				a.toks[w-1].kind == kindWord && !a.toks[w-1].points &&
				a.toks[k+1].kind != kindStop && a.toks[k+1].kind != kindClose {
				a.toks[w-1].end = t.end
				continue
			}
			a.toks[w] = t
			w++
		}
		if w > first {
			a.sents = append(a.sents, sentence{bytesOf: a.tokensOf(first, w), from: first, to: w, block: i})
		}
		at = end
	}
	a.toks = a.toks[:w]
}

// listItems are the tokens where the later items of a list inside one line begin: "1. … 2. …", "a) … b) …" or
// a bullet again and again. The line itself must begin as an item.
func (a *analysis) listItems(from int) []int {
	style, value := a.enumerator(from)
	if style == "" {
		return nil
	}
	var items []int
	for k := from + 1; k < len(a.toks); k++ {
		if !a.toks[k].spaced {
			continue
		}
		if s, v := a.enumerator(k); s == style && v == value+1 {
			items = append(items, k)
			value = v
		} else if s == style && style == "bullet" && a.firstRune(k) == a.firstRune(from) {
			items = append(items, k)
		}
	}
	return items
}

// enumerator is the style and the value of the list mark that begins at token k, or "" and 0.
func (a *analysis) enumerator(k int) (style string, value int) {
	if k+1 >= len(a.toks) {
		return "", 0
	}
	t := a.toks[k]
	if t.kind == kindPunct && strings.ContainsRune("•⁃●▪◦‣", a.firstRune(k)) {
		return "bullet", 0
	}
	open := ""
	if a.mark(k, '(') && k+2 < len(a.toks) {
		open = "("
		k++
		t = a.toks[k]
	}
	word := a.str(k)
	switch {
	case t.kind == kindNumber && len(word) <= 2:
		style = "1"
		for _, c := range word {
			value = value*10 + int(c-'0')
		}
	case t.kind == kindWord && len(word) == 1 && t.shape == shapeLower:
		style, value = "a", int(word[0])
	case t.kind == kindWord && len(word) == 1:
		style, value = "A", int(word[0])
	default:
		return "", 0
	}
	switch {
	case a.mark(k+1, ')'):
		return open + style + ")", value
	case open == "" && a.mark(k+1, '.') && !a.toks[k+1].spaced && style != "A":
		return style + ".", value
	default:
		return "", 0
	}
}

// sentenceRules are the rules for where sentences end.
var sentenceRules = []RuleNote{}
