package web

import (
	"strings"
	"time"
	"unicode"

	"factdesk/views/components"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// diffTime bounds the search for the shortest difference; after it, a longer one will do.
const diffTime = 100 * time.Millisecond

// wordDiff compares two texts word by word: what stands in both, in the first alone
// (Removed), in the second alone (Added). Algorithm: Myers 1986, by go-diff, over words in
// place of letters.
func wordDiff(a, b string) []components.Diff {
	words := map[string]rune{}
	var byRune []string
	encode := func(text string) []rune {
		var out []rune
		for _, word := range cutWords(text) {
			code, known := words[word]
			if !known {
				code = wordCode(len(byRune))
				words[word] = code
				byRune = append(byRune, word)
			}
			out = append(out, code)
		}
		return out
	}
	before, after := encode(a), encode(b)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = diffTime
	var list []components.Diff
	for _, d := range dmp.DiffCleanupSemantic(dmp.DiffMainRunes(before, after, false)) {
		var text strings.Builder
		for _, code := range d.Text {
			text.WriteString(byRune[wordIndex(code)])
		}
		list = append(list, components.Diff{Kind: diffKind(d.Type), Text: text.String()})
	}
	return list
}

// The surrogates' range, which no string can hold, is left out of the codes of words.
const surrogates, afterSurrogates = 0xD800, 0xE000

func wordCode(index int) rune {
	code := rune(index + 1)
	if code >= surrogates {
		code += afterSurrogates - surrogates
	}
	return code
}

func wordIndex(code rune) int {
	if code >= afterSurrogates {
		code -= afterSurrogates - surrogates
	}
	return int(code) - 1
}

func diffKind(op diffmatchpatch.Operation) components.DiffKind {
	switch op {
	case diffmatchpatch.DiffInsert:
		return components.Added
	case diffmatchpatch.DiffDelete:
		return components.Removed
	case diffmatchpatch.DiffEqual:
	}
	return components.Same
}

// cutWords cuts a text into words and what stands between them; joined they are the text.
func cutWords(text string) []string {
	var words []string
	start := 0
	var last rune
	for i, r := range text {
		if i > start && !(isWord(last) && isWord(r)) {
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

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// diffSides is a word diff in two columns: what is stored with what is missing from the other
// marked, and what was typed with what it adds.
func diffSides(theirs, yours string) (left, right []components.Diff) {
	for _, d := range wordDiff(theirs, yours) {
		if d.Kind != components.Added {
			left = append(left, d)
		}
		if d.Kind != components.Removed {
			right = append(right, d)
		}
	}
	return left, right
}
