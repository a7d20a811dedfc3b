package splitter

import (
	"slices"
	"strings"
)

// hedge is words by which the article itself keeps away from what it reports, by its tokens.
type hedge struct{ from, to int }

// hedgeLists are the words that patterns of hedges ask for by a name in capitals.
var hedgeLists = map[string]string{
	"ANY":    `any a an further much immediate the slightest its his her their`,
	"HOW":    `independently immediately yet been be fully separately widely repeatedly thoroughly long largely since roundly completely entirely previously already now also later never consistently comprehensively credibly conclusively`,
	"ADJ":    `credible concrete clear solid hard supporting scientific real actual specific conclusive direct independent factual reliable convincing compelling substantive corroborating empirical legal verifiable documentary sufficient tangible such other new public firm`,
	"PROOF":  `evidence proof basis substantiation foundation justification corroboration`,
	"DETAIL": `details detail specifics examples elaboration explanation sources source information`,
	"GIVE":   `give offer provide present cite show produce supply furnish adduce share`,
	"GAVE":   `gave offered provided presented cited showed produced supplied furnished shared giving offering providing presenting citing showing producing supplying furnishing sharing gives offers provides presents cites shows produces`,
	"GIVING": `giving offering providing presenting citing showing producing supplying furnishing adducing sharing having any`,
	"REFUTE": `debunked discredited disproven disproved refuted unproven unsubstantiated unsupported`,
	"CLAIM":  `claim claims allegation allegations theory theories statement statements assertion assertions rumor rumors rumour rumours report reports story stories accusation accusations narrative idea notion study studies video documents dossier conspiracy charge charges`,
	"SEEMS":  `appears appeared seems seemed appear seem`,
	"SAID":   `said believed thought understood reported rumored rumoured alleged`,
	"IS":     `is are was were`,
	"HAVE":   `has have had is are was were hasn't haven't`,
	"NO":     `no little scant scarce few`,
}

// hedgeRules are the patterns of hedges, a pattern a line: words, some of them to be left out ("?"), one of several
// ("a|b"), and words of a list in capitals. What comes after "~" stands after the hedge, and what comes after "!" must
// not; what comes after "^" must not stand before. None of these is part of it. The longest that fits counts.
var hedgeRules = compileHedges(`
without GIVING? ANY? ADJ? PROOF !of
without GIVING? ANY? ADJ? PROOF of that|this|it|his|her|their
without GIVING ANY? ADJ? DETAIL
without elaborating|substantiation|corroboration
without further DETAIL
with NO ADJ? PROOF !of
with no PROOF in fact|reality
despite|amid NO ADJ? PROOF
despite|amid a|the lack|absence of ANY? ADJ? PROOF
despite|amid lack of ANY? ADJ? PROOF
despite|without|before GIVING NO ADJ? PROOF
in the absence of ANY? ADJ? PROOF
there is|was|were|are NO ADJ? PROOF to support|back
there is|was NO ADJ? PROOF for
for which there is|was|are NO ADJ? PROOF
has|have|had|having NO PROOF in fact|reality
GAVE NO ADJ? PROOF !of|that
GAVE no further? DETAIL
did|does|do|could not GIVE ANY? ADJ? PROOF
didn't|doesn't|don't|couldn't GIVE ANY? ADJ? PROOF
did|does|would not GIVE ANY? ADJ? DETAIL
did|would not elaborate
declined|refused to GIVE ANY? ADJ? PROOF|DETAIL
could|can not HOW? HOW? verify|confirm|corroborate
could|can not HOW? HOW? HOW? verified|confirmed|corroborated
cannot|couldn't HOW? HOW? verify|confirm|corroborate
cannot|couldn't HOW? HOW? HOW? verified|confirmed|corroborated
HAVE not HOW? HOW? verified|confirmed|corroborated|authenticated
hasn't|haven't HOW? HOW? verified|confirmed|corroborated|authenticated
not HOW? HOW? verified|corroborated|authenticated
unable to HOW? verify|confirm|corroborate
HAVE HOW? HOW? REFUTE
HAVE HOW? HOW? shown|found|proven|proved to be false|untrue|misleading|fake
widely|thoroughly|repeatedly|roundly|since|long debunked|discredited|disproven|refuted|disputed
long-debunked|long-discredited|widely-debunked
debunked|discredited|disproven|refuted|disputed|contested ~CLAIM
unproven|unverified|unconfirmed|unsubstantiated|unfounded|unsupported|uncorroborated|baseless|groundless|bogus|spurious
reportedly|allegedly|purportedly|supposedly|ostensibly|apparently|seemingly|rumored|rumoured
falsely|baselessly|untruthfully|misleadingly|spuriously
wrongly|erroneously|incorrectly|mistakenly|inaccurately ~claim|claims|claimed|claiming|say|says|said|saying|suggest|suggests|suggested|suggesting|state|states|stated|stating|assert|asserts|asserted|report|reported|reports|accuse|accused|accuses|accusing|believe|believed|believes|argue|argued|argues|told|insisted|insists|attributed|described|called|implied|identified
false|fake|untrue|misleading ~CLAIM
so-called|self-styled|would-be
alleged|purported|supposed|presumed|reputed|professed|ostensible !that|to|the|a|he|she|it|they|in|on|by
IS SAID to
SEEMS to ^not|never|n't|didn't|doesn't|don't|can|could|may|might|to|will|would
`)

// hedgePattern is a line of hedgeRules.
type hedgePattern struct {
	steps []hedgeStep
	// after must stand after the hedge, unless must not; before must not stand before it. nil asks nothing.
	after, unless, before *wordList
}

// hedgeStep is one word of a pattern.
type hedgeStep struct {
	words    *wordList
	optional bool
}

// compileHedges reads patterns, by each word they may begin with.
func compileHedges(lines string) map[string][]hedgePattern {
	index := make(map[string][]hedgePattern)
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		var p hedgePattern
		for field := range strings.FieldsSeq(line) {
			switch field[0] {
			case '~':
				p.after = newWordList(hedgeWords(field[1:]))
			case '^':
				p.before = newWordList(hedgeWords(field[1:]))
			case '!':
				p.unless = newWordList(hedgeWords(field[1:]))
			default:
				word, optional := strings.CutSuffix(field, "?")
				p.steps = append(p.steps, hedgeStep{newWordList(hedgeWords(word)), optional})
			}
		}
		for first := range p.steps[0].words.words {
			index[first] = append(index[first], p)
		}
	}
	return index
}

// hedgeWords is the words of "a|LIST|b".
func hedgeWords(field string) string {
	words := strings.Split(field, "|")
	for i, word := range words {
		if list, ok := hedgeLists[word]; ok {
			words[i] = list
		}
	}
	return strings.Join(words, " ")
}

// findHedges finds the hedges outside quotations, where they are the article's own words.
func (a *analysis) findHedges() {
	var buf [longestWord]byte
	for k := 0; k < len(a.toks); k++ {
		if a.toks[k].kind != kindWord || a.toks[k].quoted {
			continue
		}
		end := k
		for _, p := range hedgeRules[string(lowerCase(buf[:0], a.str(k)))] {
			end = max(end, a.hedgePatternEnd(p, k))
		}
		if end > k {
			a.hedges = append(a.hedges, hedge{k, end})
			k = end - 1
		}
	}
}

// hedgePatternEnd is the end of the words that fit p at token k, or k.
func (a *analysis) hedgePatternEnd(p hedgePattern, k int) int {
	end := a.hedgeSteps(p.steps, k)
	if end < 0 || p.after != nil && (end >= len(a.toks) || !a.oneOf(end, p.after)) ||
		p.unless != nil && end < len(a.toks) && a.oneOf(end, p.unless) ||
		p.before != nil && k > 0 && a.oneOf(k-1, p.before) {
		return k
	}
	return end
}

// hedgeSteps is the end of the words that fit steps at token k, the most of them, or -1.
func (a *analysis) hedgeSteps(steps []hedgeStep, k int) int {
	if len(steps) == 0 {
		return k
	}
	if k < len(a.toks) && a.toks[k].kind == kindWord && a.oneOf(k, steps[0].words) {
		if end := a.hedgeSteps(steps[1:], k+1); end >= 0 {
			return end
		}
	}
	if steps[0].optional {
		return a.hedgeSteps(steps[1:], k)
	}
	return -1
}

// hedgeFrom is the index of the first hedge that begins at token k or later.
func (a *analysis) hedgeFrom(k int) int {
	i, _ := slices.BinarySearchFunc(a.hedges, k, func(h hedge, k int) int { return h.from - k })
	return i
}
