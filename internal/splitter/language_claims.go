package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// claimsInLanguage cuts the claims out of the sentences: what is said in a frame without the frame, and a sentence
// without a frame as it stands.
func (a *analysis) claimsInLanguage() {
	bySentence := a.saidBySentence()
	for i, s := range a.sents {
		if s.class != ClassClaim {
			continue
		}
		found := false
		for _, it := range bySentence[i] {
			if a.enoughSaid(it) && a.inOrder(it) {
				a.claimInLanguage(i, it.n, it.parts, ruleLanguageSaid)
				found = true
			}
		}
		if whole := a.trim(run{s.from, s.to}, s); !found && !whole.empty() {
			n := -1
			if len(bySentence[i]) > 0 {
				n = bySentence[i][0].n
			}
			a.claimInLanguage(i, n, []run{whole}, ruleLanguageOwn)
		}
	}
}

// inOrder reports whether what it says has the order of words of a sentence of its own. Where the verb comes second, it
// comes last after "dass", and first after what leads in.
func (a *analysis) inOrder(it said) bool {
	if !a.lang.data.verbSecond {
		return true
	}
	switch a.attrs[it.n].rule {
	case ruleFrameQuote, ruleFrameColon, ruleFrameAfter:
		return true
	case ruleFrameLast:
		last := it.parts[len(it.parts)-1]
		return !a.anyIs(last.from, last.to, "zu") // "bestritt, Geld genommen zu haben"
	default:
		return it.parts[0].to <= a.tokensIn(a.attrs[it.n].cue).from // "Drei Menschen starben, so die Polizei"
	}
}

// enoughSaid reports whether what it says is enough words for a claim.
func (a *analysis) enoughSaid(it said) bool {
	n := 0
	for _, r := range it.parts {
		n += a.wordsIn(r.from, r.to)
	}
	return n >= minClaimWords
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

// claimInLanguage records the claim made by parts of sentence i, attributed by attribution n or -1.
func (a *analysis) claimInLanguage(i, n int, parts []run, rule Rule) {
	spans := make([]bytesOf, len(parts))
	for j, r := range parts {
		spans[j] = a.tokensOf(r.from, r.to)
	}
	r := run{parts[0].from, parts[len(parts)-1].to}
	c := claim{spans: spans, sentence: i, attribution: n, typ: TypeEvent, statement: a.plainStatement(spans), rule: rule}
	switch {
	case n >= 0 && rule == ruleLanguageOwn:
		c.typ = TypeQuote
	case a.anyFigure(r.from, r.to):
		c.typ = TypeNumerical
	}
	var said [2]bytesOf
	if n >= 0 {
		said = a.attrs[n].frame()
	}
	c.score, c.reasons = a.worthInLanguage(r, said)
	a.claims = append(a.claims, c)
}
