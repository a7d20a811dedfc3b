package splitter

// classifyInLanguage gives each sentence its class and score by what does not depend on the grammar of a language:
// form, place, the words of page furniture, names and figures.
func (a *analysis) classifyInLanguage() {
	repeated := a.repeatedLines()
	prose, _, _ := a.proseBlocks()
	said := a.frames()
	page := &pageLine{analysis: a}
	for i, b := range a.blocks {
		rule, _ := page.furniture(b)
		furniture := repeated[i] || rule != "" || a.furnitureInLanguage(b)
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

// maxFurnitureLine is how many words a line of page furniture may have when nothing but its words shows it.
const maxFurnitureLine = 14

// furnitureInLanguage reports a by-line, the time of publishing, a credit or a line of words of page furniture: a
// short line that begins with a word for one, or has few others.
func (a *analysis) furnitureInLanguage(b block) bool {
	if a.wordsIn(b.from, b.to) > maxFurnitureLine || b.last-b.first > 2 || b.to == b.from {
		return false
	}
	stopped := closed(a.text[b.start:b.end]) && !a.mark(b.to-1, ':')
	if a.furnitureWords(b, stopped) {
		return true
	}
	if a.has(b.from, setFurniture) && b.from+2 < b.to && a.mark(b.from+1, ':') {
		return true // "Newsletter: Jetzt abonnieren!"
	}
	if stopped {
		return false
	}
	data := a.lang.data
	switch {
	case a.oneOfWords(b.from, data.stamps):
		return a.anyFigure(b.from, b.to)
	case a.oneOfWords(b.from, data.bylines):
		return a.onlyNames(b.from+1, b.to)
	case a.has(b.from, setFurniture) && b.to-b.from > 2 && (a.mark(b.from+1, ':') || a.mark(b.from+1, '/') || a.mark(b.from+1, '.')):
		return true // "Foto: dpa", "Fot. PAP", "Источник: ТАСС"
	default:
		return a.mediaCredit(b)
	}
}

// furnitureWords reports a line most of whose words of meaning are those of page furniture, or a label of such words
// before a colon.
func (a *analysis) furnitureWords(b block, stopped bool) bool {
	furniture, others := 0, 0
	for k := b.from; k < b.to; k++ {
		switch {
		case a.mark(k, ':') && k > b.from && k < b.from+4 && others == 0 && !stopped:
			return true
		case a.toks[k].kind == kindNumber:
			others++
		case a.toks[k].kind != kindWord || a.has(k, setPrep|setDet|setPronoun|setAnd|setAux|setModal|setTime|setSub) && !a.has(k, setFurniture):
		case a.has(k, setFurniture):
			furniture++
		default:
			others++
		}
	}
	if furniture == 0 || a.toks[b.from].kind == kindOpen {
		return false
	}
	if stopped {
		return others == 0 && furniture >= 2 && a.has(b.from, setFurniture) && furniture <= 8
	}
	return furniture >= 3*others
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
