package splitter

import (
	"strings"
	"unicode/utf8"
)

// namesInLanguage finds names and figures. It knows less than the rules for English do and leaves out what it is not
// sure of.
func (a *analysis) namesInLanguage() {
	a.roster.byPart = make(map[string]int)
	for _, s := range a.sents {
		for k := s.from; k < s.to; {
			e := a.figureInLanguage(k, s.to)
			if e.to <= k {
				e = a.nameInLanguage(k, s)
			}
			if e.to <= k {
				k++
				continue
			}
			if e.typ != "" {
				a.ents = append(a.ents, e)
			}
			k = e.to
		}
	}
}

// figureInLanguage is the number, sum, percentage or date at token k.
func (a *analysis) figureInLanguage(k, to int) entity {
	if a.toks[k].kind != kindNumber || !isDigit(a.text[a.toks[k].start]) {
		return entity{}
	}
	e := entity{from: k, core: k, to: k + 1, person: -1, typ: EntityNumber, rule: ruleLanguageFigure}
	for e.to < to && (a.toks[e.to].kind == kindNumber && a.toks[e.to].end-a.toks[e.to].start == 3 || a.has(e.to, setUnit) && !a.percentWord(e.to)) {
		e.to++ // "1 200 000", "3 Millionen"
	}
	end := e.to
	if end < to && a.mark(end, '.') && end+1 < to && a.has(end+1, setMonth) {
		end++ // "3. Mai"
	}
	if end < to && a.is(end, "de") {
		end++ // "3 de mayo"
	}
	switch {
	case e.to < to && (a.mark(e.to, '%') || a.percentWord(e.to)):
		e.typ = EntityPercent
		e.to++
	case e.to < to && (a.has(e.to, setMoney) || a.oneMark(e.to, "€$£¥₽")):
		e.typ = EntityMoney
		e.to++
	case end < to && a.has(end, setMonth):
		e.typ, e.to = EntityDate, end+1
		if e.to+1 < to && a.is(e.to, "de") && a.yearFigure(e.to+1) {
			e.to++
		}
		if e.to < to && a.yearFigure(e.to) {
			e.to++
		}
	case e.to == k+1 && a.yearFigure(k):
		e.typ = EntityDate
	}
	return e
}

func (a *analysis) percentWord(k int) bool {
	switch foldWord(a.str(k)) {
	case "prozent", "proc", "proc.", "procent", "процентов", "процента", "процент":
		return true
	default:
		return false
	}
}

// yearFigure reports a year from 1500 to 2099.
func (a *analysis) yearFigure(k int) bool {
	word := a.str(k)
	return a.toks[k].kind == kindNumber && len(word) == 4 && word >= "1500" && word < "2100" && strings.Trim(word, "0123456789") == ""
}

// nameInLanguage is the name at token k of s. One without type is no name.
func (a *analysis) nameInLanguage(k int, s sentence) entity {
	if !a.startsName(k, s) {
		return entity{}
	}
	end := k + 1
	for end < min(s.to, k+maxName) && (a.goesOnName(end) || a.nameJoint(end) && !a.has(end-1, setTitle) && end+1 < s.to && a.goesOnName(end+1)) {
		end++
	}
	e := entity{from: k, to: end, core: k, person: -1, rule: ruleLanguageName}
	titled := false
	for e.core < end && a.has(e.core, setTitle|setAbbrTitle) {
		e.core++
		titled = true
	}
	if e.core == end {
		return entity{from: k, to: end}
	}
	for j := e.core + 1; j+1 < end && !a.has(e.core, setHe|setShe); j++ {
		if a.has(j, setHe|setShe) {
			if e.core = j; !titled {
				e.from = j
			}
			break // "la ministre des Transports Sophie Lambert"
		}
	}
	first := a.has(e.core, setHe|setShe)
	if titled && !first && end-e.core > 2 {
		e.core = end - 2 // "burmistrz Lunowa Sabina Arczyk"
	}
	e.sure = titled || first
	switch {
	case titled, first && end-e.core >= 2 && !a.anyHas(e.core, end, setOrg):
		e.typ = EntityPerson
	case a.anyHas(e.core, end, setOrg|setMedia):
		e.typ = EntityOrganization
	case a.has(end-1, setPlace):
		e.typ = EntityPlace
	case end-e.core == 1 && a.toks[k].shape == shapeUpper && utf8.RuneCountInString(a.str(k)) <= 6:
		e.typ = EntityOrganization
	case end-e.core == 2 && !a.lang.data.nounCapitals, a.knownPart(e.core) && end-e.core == 1:
		e.typ = EntityPerson
	default:
		return entity{from: k, to: end}
	}
	if e.typ == EntityPerson {
		e.person = a.enterPerson(e)
	}
	return e
}

// startsName reports whether a name may begin at token k of s. Where all nouns have capitals, only words known for
// it begin one.
func (a *analysis) startsName(k int, s sentence) bool {
	known := a.has(k, setPlace|setMedia|setHe|setShe|setTitle)
	if !a.goesOnName(k) {
		return a.has(k, setTitle) && k+1 < s.to && a.goesOnName(k+1) && !a.lang.data.nounCapitals
	}
	if a.lang.data.nounCapitals {
		return known || a.toks[k].shape == shapeUpper || a.knownPart(k)
	}
	begins := k == s.from || a.toks[k-1].kind == kindOpen || a.dash(k-1)
	return !begins || known || a.toks[k].shape == shapeUpper || k+1 < s.to && a.goesOnName(k+1) || a.knownPart(k)
}

// goesOnName reports whether token k is written as part of a name is and is no word of grammar.
func (a *analysis) goesOnName(k int) bool {
	return a.name(k) && !a.has(k, setMonth|setDay|setTime|setPronoun|setPrep|setDet|setSub|setAnd|setAux|setModal|setStarter|setUnit|setMoney)
}

// nameJoint reports the words that stand in the middle of names.
func (a *analysis) nameJoint(k int) bool {
	switch a.str(k) {
	case "de", "von", "van", "der", "du", "la", "del", "den", "ter", "di", "da":
		return true
	default:
		return false
	}
}

// knownPart reports whether the word at token k is the last name of somebody named before.
func (a *analysis) knownPart(k int) bool {
	_, known := a.roster.byPart[a.str(k)]
	return known
}

// enterPerson enters the person of e in the roster, by full and by last name.
func (a *analysis) enterPerson(e entity) int {
	name := a.plain(a.tokensOf(e.core, e.to))
	if i, known := a.roster.byPart[name]; known {
		return i
	}
	p := person{name: name}
	for k := e.from; k <= e.core && p.gender == genderUnknown; k++ {
		switch he, she := a.has(k, setHe), a.has(k, setShe); {
		case she && !he:
			p.gender = genderShe
		case he && !she && k == e.core:
			p.gender = genderHe
		}
	}
	a.roster.people = append(a.roster.people, p)
	i := len(a.roster.people) - 1
	a.roster.byPart[name] = i
	a.roster.byPart[a.str(e.to-1)] = i
	return i
}

// nameSpeakers finds for each attribution whom its source stands for: a person named in it, the last one named before
// that a pronoun fits, or the source's own words.
func (a *analysis) nameSpeakers() {
	for n := range a.attrs {
		at := &a.attrs[n]
		if at.src.empty() {
			continue
		}
		k := at.src.from
		if at.src.to-k == 1 && a.has(k, setPronoun) {
			if at.name = a.lastPerson(k); n > 0 && a.attrs[n-1].src.to == k-1 && a.mark(k-1, ',') {
				at.name = a.attrs[n-1].name // "a répondu M. Le Maire, qui a ajouté"
			}
			continue
		}
		at.name = a.plain(a.tokensOf(at.src.from, at.src.to))
		for e := a.entityFrom(k); e < len(a.ents) && a.ents[e].from < at.src.to; e++ {
			if a.ents[e].person >= 0 && (a.ents[e].sure || a.ents[e].to == at.src.to) {
				at.name = a.roster.people[a.ents[e].person].name
				break
			}
		}
		if e := a.apposedPerson(at.src.to); e >= 0 && !a.anyPerson(at.src) {
			at.name = a.roster.people[a.ents[e].person].name
		}
	}
}

// apposedPerson is the person named between commas at token k, after what she or he is: "the minister, X, said". It
// is an index into the entities, or -1.
func (a *analysis) apposedPerson(k int) int {
	if k+2 >= len(a.toks) || !a.mark(k, ',') {
		return -1
	}
	if e := a.entityAt(k + 1); e >= 0 && a.ents[e].person >= 0 && a.ents[e].from == k+1 && a.ents[e].to < len(a.toks) &&
		a.oneMark(a.ents[e].to, ",.") {
		return e
	}
	return -1
}

// anyPerson reports whether a person is named among tokens r.
func (a *analysis) anyPerson(r run) bool {
	for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
		if a.ents[e].person >= 0 {
			return true
		}
	}
	return false
}

// lastPerson is whom the pronoun at token k stands for; "" when it is not "he" or "she" or nobody fits.
func (a *analysis) lastPerson(k int) string {
	want := genderUnknown
	switch {
	case a.has(k, setHe):
		want = genderHe
	case a.has(k, setShe):
		want = genderShe
	default:
		return ""
	}
	for e := a.entityFrom(k) - 1; e >= 0 && e > a.entityFrom(k)-maxLookEntities; e-- {
		if who := a.ents[e].person; who >= 0 {
			if p := a.roster.people[who]; p.gender == want || p.gender == genderUnknown {
				return p.name
			}
		}
	}
	return ""
}
