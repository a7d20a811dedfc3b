package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// claimsInLanguage cuts the claims out of the sentences: what is said in a frame without the frame, and a sentence
// without a frame as it stands.
func (a *analysis) claimsInLanguage() {
	bySentence := make([][]int, len(a.sents))
	for n := range a.attrs {
		at := a.attrs[n]
		for i := at.sentence; i >= 0 && a.touches(n, i); i-- {
			bySentence[i] = append(bySentence[i], n)
		}
		for i := at.sentence + 1; i < len(a.sents) && a.touches(n, i); i++ {
			bySentence[i] = append(bySentence[i], n)
		}
	}
	for i, s := range a.sents {
		if s.class != ClassClaim {
			continue
		}
		found := false
		for _, n := range bySentence[i] {
			if said := a.within(a.attrs[n].content, s); len(said) > 0 && a.words(said) >= minClaimWords {
				a.claimInLanguage(i, n, said, ruleLanguageSaid)
				found = true
			}
		}
		if whole := a.bare(s.bytesOf); !found && !whole.empty() {
			n := -1
			if len(bySentence[i]) > 0 {
				n = bySentence[i][0]
			}
			a.claimInLanguage(i, n, []bytesOf{whole}, ruleLanguageOwn)
		}
	}
}

func (a *analysis) words(said []bytesOf) int {
	n := 0
	for _, b := range said {
		r := a.tokensIn(b)
		n += a.wordsIn(r.from, r.to)
	}
	return n
}

// plainStatement is the words of spans as a sentence: on one line, with a capital and a final stop.
func (a *analysis) plainStatement(spans []bytesOf) string {
	parts := make([]string, len(spans))
	for i, b := range spans {
		parts[i] = a.plain(b)
	}
	text := strings.Join(parts, " ")
	if r, size := utf8.DecodeRuneInString(text); unicode.IsLower(r) {
		text = string(unicode.ToUpper(r)) + text[size:]
	}
	if !closed(text) {
		text += "."
	}
	return text
}

// claimInLanguage records the claim made by spans of sentence i, attributed by attribution n or -1.
func (a *analysis) claimInLanguage(i, n int, spans []bytesOf, rule Rule) {
	r := run{a.tokensIn(spans[0]).from, a.tokensIn(spans[len(spans)-1]).to}
	c := claim{spans: spans, sentence: i, attribution: n, typ: TypeEvent, statement: a.plainStatement(spans), rule: rule}
	switch {
	case n >= 0 && rule == ruleLanguageOwn:
		c.typ = TypeQuote
	case a.anyFigure(r.from, r.to):
		c.typ = TypeNumerical
	}
	c.score, c.reasons = a.worthInLanguage(r, n >= 0)
	if n >= 0 && len(a.attrs[n].hedges) > 0 && a.hedgeFrom(r.from) == a.hedgeFrom(r.to) {
		c.score = min(1, c.score+0.1)
		c.reasons = append(c.reasons, "hedge: "+foldWord(a.plain(a.attrs[n].hedges[0])))
	}
	a.claims = append(a.claims, c)
}
