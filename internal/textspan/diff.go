package textspan

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// EditKind says in which of two texts a stretch of words stands.
type EditKind uint8

// The kinds of edit.
const (
	Kept    EditKind = iota // in both
	Added                   // in the second alone
	Removed                 // in the first alone
)

// Edit is a stretch of words and what became of it. The texts of all that are not Added are the first text, of
// all that are not Removed the second.
type Edit struct {
	Kind EditKind
	Text string
}

// Diff compares two texts word by word. It compares lines first and then words within the lines that differ, each
// by Myers' algorithm (1986, by go-diff) or, where the texts are too long for that, between the words that stand
// once in each (Cohen's patience diff). The same texts always give the same edits.
func Diff(from, to string) []Edit {
	var edits []Edit
	for _, h := range bridged(hunks(from, to), from) {
		if h.kept {
			edits = append(edits, Edit{Kept, from[h.aFrom:h.aTo]})
			continue
		}
		if h.aTo > h.aFrom {
			edits = append(edits, Edit{Removed, from[h.aFrom:h.aTo]})
		}
		if h.bTo > h.bFrom {
			edits = append(edits, Edit{Added, to[h.bFrom:h.bTo]})
		}
	}
	return edits
}

// bridged makes one change of two with only white space between: nobody reads that as kept.
func bridged(list []hunk, from string) []hunk {
	var out []hunk
	for i, h := range list {
		space := h.kept && i > 0 && i+1 < len(list) && strings.TrimSpace(from[h.aFrom:h.aTo]) == ""
		h.kept = h.kept && !space
		out = join(out, h)
	}
	return out
}

// hunk is a stretch of two texts, in bytes or in tokens: the same in both when kept, else one in place of the other.
type hunk struct {
	kept       bool
	aFrom, aTo int
	bFrom, bTo int
}

// hunks is the difference of two texts in bytes: hunks in order that cover both, no two alike in a row.
func hunks(from, to string) []hunk {
	var out []hunk
	lines := [2][]string{cutLines(from), cutLines(to)}
	for _, h := range inBytes(compare(lines[0], lines[1]), lines[0], lines[1]) {
		if h.kept || h.aTo == h.aFrom || h.bTo == h.bFrom {
			out = join(out, h)
			continue
		}
		a, b := cutWords(from[h.aFrom:h.aTo]), cutWords(to[h.bFrom:h.bTo])
		for _, w := range inBytes(compare(a, b), a, b) {
			w.aFrom, w.aTo = w.aFrom+h.aFrom, w.aTo+h.aFrom
			w.bFrom, w.bTo = w.bFrom+h.bFrom, w.bTo+h.bFrom
			out = join(out, w)
		}
	}
	return out
}

// join appends h to list, or lengthens the last hunk when that is of the same sort.
func join(list []hunk, h hunk) []hunk {
	if h.aTo == h.aFrom && h.bTo == h.bFrom {
		return list
	}
	if last := len(list) - 1; last >= 0 && list[last].kept == h.kept {
		list[last].aTo, list[last].bTo = h.aTo, h.bTo
		return list
	}
	return append(list, h)
}

// inBytes turns places in tokens into places in the texts the tokens are cut from.
func inBytes(list []hunk, a, b []string) []hunk {
	atA, atB := offsets(a), offsets(b)
	for i, h := range list {
		list[i] = hunk{h.kept, atA[h.aFrom], atA[h.aTo], atB[h.bFrom], atB[h.bTo]}
	}
	return list
}

// offsets are where each token begins, and the end of the last.
func offsets(tokens []string) []int {
	at := make([]int, len(tokens)+1)
	for i, t := range tokens {
		at[i+1] = at[i] + len(t)
	}
	return at
}

func cutLines(text string) []string { return strings.SplitAfter(text, "\n") }

// cutWords cuts a text into words, runs of white space and single marks; joined they are the text. A figure with
// its points and commas is one word, as is a word with apostrophes or hyphens inside.
func cutWords(text string) []string {
	var words []string
	start := 0
	var last rune
	for i, r := range text {
		if i > start && !sticks(last, r, text[i+runeLen(text, i):]) {
			words = append(words, text[start:i])
			start = i
		}
		last = r
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// sticks reports whether r goes on the word or the white space that last ends; rest is what follows r.
func sticks(last, r rune, rest string) bool {
	switch {
	case unicode.IsSpace(r):
		return unicode.IsSpace(last)
	case isWord(r):
		return isWord(last) || inner(last)
	case inner(r) && isWord(last):
		next := firstRune(rest)
		if r == '.' || r == ',' {
			return unicode.IsDigit(last) && unicode.IsDigit(next)
		}
		return isWord(next)
	default:
		return false
	}
}

// inner reports whether r may stand inside a word. sticks has seen to it that a word goes before and after.
func inner(r rune) bool {
	switch r {
	case '.', ',', '\'', '’', '-', '‐', '‑':
		return true
	default:
		return false
	}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func isWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.Nd) }

// maxMyers is the most that Myers' algorithm is asked to do: tokens of the one text times tokens of the other.
const maxMyers = 4 << 20

// compare is the difference of two lists of tokens.
func compare(a, b []string) []hunk {
	codes := make(map[string]rune)
	encode := func(tokens []string) []rune {
		out := make([]rune, len(tokens))
		for i, t := range tokens {
			code, known := codes[t]
			if !known {
				code = codeOf(len(codes))
				codes[t] = code
			}
			out[i] = code
		}
		return out
	}
	return compareCodes(nil, encode(a), encode(b), 0, 0)
}

// codeOf is a code point for the nth token. Surrogates, which no string can hold, are left out.
func codeOf(n int) rune {
	const surrogates, count = 0xD800, 0x800
	if n += 1; n >= surrogates {
		n += count
	}
	return rune(n)
}

// compareCodes appends the difference of a and b, which begin at aAt and bAt of the whole lists.
func compareCodes(out []hunk, a, b []rune, aAt, bAt int) []hunk {
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	out = join(out, hunk{true, aAt, aAt + head, bAt, bAt + head})
	midA, midB := a[head:len(a)-tail], b[head:len(b)-tail]
	aAt, bAt = aAt+head, bAt+head
	switch pairs := uniquePairs(midA, midB); {
	case len(midA) == 0 || len(midB) == 0:
		out = join(out, hunk{false, aAt, aAt + len(midA), bAt, bAt + len(midB)})
	case len(midA) <= maxMyers/len(midB):
		out = myers(out, midA, midB, aAt, bAt)
	case len(pairs) == 0:
		out = join(out, hunk{false, aAt, aAt + len(midA), bAt, bAt + len(midB)})
	default:
		doneA, doneB := 0, 0
		for _, p := range pairs {
			out = compareCodes(out, midA[doneA:p.a], midB[doneB:p.b], aAt+doneA, bAt+doneB)
			out = join(out, hunk{true, aAt + p.a, aAt + p.a + 1, bAt + p.b, bAt + p.b + 1})
			doneA, doneB = p.a+1, p.b+1
		}
		out = compareCodes(out, midA[doneA:], midB[doneB:], aAt+doneA, bAt+doneB)
	}
	aAt, bAt = aAt+len(midA), bAt+len(midB)
	return join(out, hunk{true, aAt, aAt + tail, bAt, bAt + tail})
}

// myers appends the difference of a and b by Myers' algorithm.
func myers(out []hunk, a, b []rune, aAt, bAt int) []hunk {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a clock would make the result depend on the day
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		n := len([]rune(d.Text))
		h := hunk{d.Type == diffmatchpatch.DiffEqual, aAt, aAt, bAt, bAt}
		if d.Type != diffmatchpatch.DiffInsert {
			h.aTo += n
		}
		if d.Type != diffmatchpatch.DiffDelete {
			h.bTo += n
		}
		out = join(out, h)
		aAt, bAt = h.aTo, h.bTo
	}
	return out
}

// place is where a token stands in each of two lists.
type place struct{ a, b int }

// uniquePairs are the tokens that stand once in each list, as far as they are in the same order in both: the
// longest increasing run, by patience sorting.
func uniquePairs(a, b []rune) []place {
	once := func(list []rune) map[rune]int {
		at := make(map[rune]int, len(list))
		for i, c := range list {
			if _, seen := at[c]; seen {
				at[c] = -1
			} else {
				at[c] = i
			}
		}
		return at
	}
	inA, inB := once(a), once(b)
	var piles []int // of pairs, the one with the lowest b on each pile
	var pairs []place
	var before []int
	for i, c := range a {
		j, ok := inB[c]
		if !ok || j < 0 || inA[c] != i {
			continue
		}
		low, high := 0, len(piles)
		for low < high {
			if mid := (low + high) / 2; pairs[piles[mid]].b < j {
				low = mid + 1
			} else {
				high = mid
			}
		}
		link := -1
		if low > 0 {
			link = piles[low-1]
		}
		pairs, before = append(pairs, place{i, j}), append(before, link)
		if low == len(piles) {
			piles = append(piles, 0)
		}
		piles[low] = len(pairs) - 1
	}
	run := make([]place, len(piles))
	if len(piles) == 0 {
		return run
	}
	for at, n := piles[len(piles)-1], len(piles)-1; n >= 0; at, n = before[at], n-1 {
		run[n] = pairs[at]
	}
	return run
}
