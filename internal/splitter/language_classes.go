package splitter

import (
	"math"
	"strings"
)

// classifyInLanguage gives each sentence its class and score by what does not depend on the grammar of a language:
// form, place, the words of page furniture, names and figures.
func (a *analysis) classifyInLanguage() {
	repeated := a.repeatedLines()
	prose := a.proseBlocks()
	attributed := make([]bool, len(a.sents))
	for _, at := range a.attrs {
		attributed[at.sentence] = true
	}
	for i, b := range a.blocks {
		furniture := repeated[i] || a.furniture(b) || a.furnitureInLanguage(b)
		heading := !furniture && a.heading(b) && prose > 0 && (prose > 1 || len(a.blocks) > 2 || i == 0)
		for n := b.first; n < b.last; n++ {
			s := &a.sents[n]
			s.score, s.reasons = a.worthInLanguage(run{s.from, s.to}, attributed[n])
			switch {
			case furniture:
				s.class, s.score, s.reasons, s.rule = ClassBoilerplate, 0, []string{"page furniture"}, ruleLanguageFurniture
			case heading:
				s.class, s.score, s.reasons, s.rule = ClassHeading, s.score/4, []string{"a heading"}, ruleLanguageHeading
			case a.endsWith(*s, '?'):
				s.class, s.rule = ClassQuestion, ruleLanguageQuestion
			default:
				s.class, s.rule = ClassClaim, ruleLanguageClaim
			}
		}
	}
}

// furnitureInLanguage reports a by-line, the time of publishing or a credit: a short line that begins with a word
// for one.
func (a *analysis) furnitureInLanguage(b block) bool {
	if a.wordsIn(b.from, b.to) > maxFurniture || b.to == b.from || closed(a.text[b.start:b.end]) && !a.mark(b.to-1, ':') {
		return false
	}
	first, data := foldWord(a.str(b.from)), a.lang.data
	has := func(list wordList) bool { return strings.Contains(string(list), " "+first+" ") }
	switch {
	case has(data.stamps):
		return a.anyFigure(b.from, b.to)
	case has(data.bylines):
		return a.onlyNames(b.from+1, b.to)
	case a.has(b.from, setFurniture) && b.to-b.from > 2 && (a.mark(b.from+1, ':') || a.mark(b.from+1, '/') || a.mark(b.from+1, '.')):
		return true // "Foto: dpa", "Fot. PAP", "Источник: ТАСС"
	default:
		return a.mediaCredit(b)
	}
}

// onlyNames reports whether tokens [from,to) are names and what joins them.
func (a *analysis) onlyNames(from, to int) bool {
	for k := from; k < to; k++ {
		if a.toks[k].kind == kindWord && !a.name(k) && !a.has(k, setAnd|setPrep|setTitle|setMedia) {
			return false
		}
	}
	return to > from
}

func (a *analysis) anyFigure(from, to int) bool {
	for k := from; k < to; k++ {
		if a.toks[k].kind == kindNumber {
			return true
		}
	}
	return false
}

// mediaCredit reports "Getty Images / AFP": a slash beside an agency.
func (a *analysis) mediaCredit(b block) bool {
	for k := b.from + 1; k+1 < b.to && b.to-b.from < 10; k++ {
		if a.mark(k, '/') && (a.has(k-1, setMedia) || a.has(k+1, setMedia)) {
			return true
		}
	}
	return false
}

// worthInLanguage is the check-worthiness of the words r and the reasons for it: figures, names, a source and doubts
// about it raise it.
func (a *analysis) worthInLanguage(r run, attributed bool) (float64, []string) {
	var f features
	f.entities(a, r.from, r.to)
	words := a.wordsIn(r.from, r.to)
	x := -1.9 + 0.5*math.Log1p(float64(words))
	var reasons []string
	because := func(is bool, weight float64, reason string) {
		if is {
			x += weight
			reasons = append(reasons, reason)
		}
	}
	because(attributed, 0.4, "attributed")
	if h := a.hedgeFrom(r.from); h < len(a.hedges) && a.hedges[h].from < r.to {
		because(true, 0.6, "hedge: "+strings.ToLower(a.plain(a.tokensOf(a.hedges[h].from, a.hedges[h].to))))
	}
	because(f.organisations > 0, 0.3, "organisation named")
	because(f.organisations == 0 && f.people > 0, 0.1, "person named")
	because(f.numbers > 0, 0.75+0.35*upTo(f.numbers, 3)+0.3*upTo(f.percentage, 2), "a number: "+f.figure)
	because(f.dates > 0, 0.15, "a date")
	because(a.anyMarkIs(r, "?"), -1.2, "a question")
	because(words < 6, -0.9, "few words")
	return logistic(x), reasons
}

// anyMarkIs reports whether mark is among tokens r.
func (a *analysis) anyMarkIs(r run, mark string) bool {
	for k := r.from; k < r.to; k++ {
		if a.str(k) == mark {
			return true
		}
	}
	return false
}

// The rules for classes in other languages.
const (
	ruleLanguageFurniture Rule = "language/furniture"
	ruleLanguageHeading   Rule = "language/heading"
	ruleLanguageQuestion  Rule = "language/question"
	ruleLanguageClaim     Rule = "language/claim"
)
