package splitter

import (
	"strings"
)

// classifyInLanguage gives each sentence its class and score by what does not depend on the grammar of a language:
// form, place, the words of page furniture, names and figures.
func (a *analysis) classifyInLanguage() {
	repeated := a.repeatedLines()
	prose := a.proseBlocks()
	said := a.frames()
	for i, b := range a.blocks {
		furniture := repeated[i] || a.furniture(b) || a.furnitureInLanguage(b)
		heading := !furniture && a.heading(b) && prose > 0 && (prose > 1 || len(a.blocks) > 2 || i == 0)
		for n := b.first; n < b.last; n++ {
			s := &a.sents[n]
			s.score, s.reasons = a.worthInLanguage(run{s.from, s.to}, said[n])
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

// worthInLanguage is the check-worthiness of the words r and the reasons for it, by the signals that need no words
// of English: figures, names, a source and doubts about it, a question.
func (a *analysis) worthInLanguage(r run, said [2]bytesOf) (float64, []string) {
	f := features{a: a, of: r, words: a.wordsIn(r.from, r.to)}
	for k := r.from; k < r.to; k++ {
		if a.toks[k].kind == kindStop {
			f.mark(k)
		}
	}
	f.found(r.from, r.to)
	f.attribute(said)
	return f.checkWorthiness()
}
