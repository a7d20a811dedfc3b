package splitter

import (
	"slices"
	"strings"
)

// hedge is words by which the article itself keeps away from what it reports, by its tokens.
type hedge struct{ from, to int }

// hedgePhrases are the hedges, a phrase a line.
var hedgePhrases = strings.Split(strings.TrimSpace(`
without evidence
without any evidence
without proof
without providing evidence
without providing any evidence
without providing proof
without providing any proof
without offering evidence
without offering any evidence
without offering proof
without offering any proof
without citing evidence
without citing any evidence
without presenting evidence
without giving evidence
without giving any evidence
without giving details
without providing details
without elaborating
without basis
without substantiation
without foundation
offered no evidence
offering no evidence
provided no evidence
providing no evidence
presented no evidence
gave no evidence
giving no evidence
no evidence
there is no evidence
could not be independently verified
could not independently verify
could not be verified
could not immediately be verified
cannot be independently verified
has not been independently verified
have not been independently verified
not been verified
not independently verified
reportedly
allegedly
purportedly
supposedly
ostensibly
apparently
falsely
wrongly
baselessly
misleadingly
erroneously
incorrectly
unverified
unconfirmed
unsubstantiated
unproven
unfounded
baseless
groundless
debunked
discredited
so-called
alleged
purported
supposed
disputed
`), "\n")

// hedgeIndex is hedgePhrases as words, by first word, longest first. It is only ever read.
var hedgeIndex = newHedgeIndex()

func newHedgeIndex() map[string][][]string {
	index := make(map[string][][]string)
	for _, phrase := range hedgePhrases {
		words := strings.Fields(phrase)
		list := index[words[0]]
		at := 0
		for at < len(list) && len(list[at]) >= len(words) {
			at++
		}
		index[words[0]] = append(list[:at:at], append([][]string{words}, list[at:]...)...)
	}
	return index
}

// findHedges finds the hedges outside quotations, where they are the article's own words.
func (a *analysis) findHedges() {
	var buf [16]byte
	for k := 0; k < len(a.toks); k++ {
		t := a.toks[k]
		if t.kind != kindWord || t.quoted || int(t.end-t.start) > len(buf) {
			continue
		}
		lower := buf[:0]
		for _, c := range []byte(a.str(k)) {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			lower = append(lower, c)
		}
		for _, words := range hedgeIndex[string(lower)] {
			if a.phraseAt(k, words) {
				a.hedges = append(a.hedges, hedge{k, k + len(words)})
				k += len(words) - 1
				break
			}
		}
	}
}

// phraseAt reports whether words stand at token k.
func (a *analysis) phraseAt(k int, words []string) bool {
	if k+len(words) > len(a.toks) {
		return false
	}
	for i, word := range words {
		if !a.is(k+i, word) {
			return false
		}
	}
	return true
}

// hedgeFrom is the index of the first hedge that begins at token k or later.
func (a *analysis) hedgeFrom(k int) int {
	i, _ := slices.BinarySearchFunc(a.hedges, k, func(h hedge, k int) int { return h.from - k })
	return i
}
