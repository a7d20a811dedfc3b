package splitter

import "strings"

// entity is a name or figure by its tokens.
type entity struct {
	from, to int
	typ      EntityType
	// core is where the name begins after titles ("President").
	core int
	// person is an index into people, or -1.
	person int
	value  string
	rule   Rule
}

// gender is what a first name or title suggests, for finding whom "he" or "she" stands for.
type gender uint8

const (
	genderUnknown gender = iota
	genderHe
	genderShe
)

// person is somebody the text names in full at least once.
type person struct {
	name   string
	gender gender
}

// roster is the people of a text by full name and by each part of the name.
type roster struct {
	people []person
	byPart map[string]int
}

// findEntities finds names and figures. Names of several words come first, so that a last name alone can be
// known by them.
func (a *analysis) findEntities() {
	a.roster.byPart = make(map[string]int)
	inside := a.namesInside()
	for i := range a.sents {
		s := a.sents[i]
		titled := a.titleCase(s)
		for k := s.from; k < s.to; {
			if f := a.figure(k, s.to); f.to > k {
				a.ents = append(a.ents, f)
				k = f.to
				continue
			}
			end := a.nameEnd(k, s, inside, titled)
			if end == k {
				k++
				continue
			}
			if person := a.titledPerson(k, end); person > k {
				end = person
			}
			if e := a.nameEntity(k, end, s); e.typ != "" {
				a.ents = append(a.ents, e)
			}
			k = end
		}
	}
	a.nameLastNames()
}

// namesInside are the words written as names inside a sentence somewhere, where a capital means something.
func (a *analysis) namesInside() map[string]bool {
	inside := make(map[string]bool)
	for _, s := range a.sents {
		if a.titleCase(s) {
			continue
		}
		for k := s.from + 1; k < s.to; k++ {
			if a.name(k) && a.toks[k-1].kind != kindOpen && a.toks[k-1].kind != kindStop {
				inside[a.str(k)] = true
			}
		}
	}
	return inside
}

// titleCase reports whether s is written as headlines are, so that capitals mean nothing.
func (a *analysis) titleCase(s sentence) bool {
	names, words := 0, 0
	for k := s.from; k < s.to; k++ {
		if a.toks[k].kind == kindWord && !a.has(k, setPrep|setDet|setAnd) {
			words++
			if a.name(k) {
				names++
			}
		}
	}
	return words >= 4 && names*10 >= words*8
}

// maxName is how many tokens a name may have.
const maxName = 12

// nameEnd is the end of the name that begins at token k of s, or k when there is none.
func (a *analysis) nameEnd(k int, s sentence, inside map[string]bool, titled bool) int {
	if !a.nameStart(k, s, inside) || titled && !a.has(k, setPlace|setHe|setShe|setMedia|setOrg|setTitle) {
		return k
	}
	end := k + 1
	for end < min(s.to, k+maxName) {
		switch {
		case a.namePart(end) && a.toks[end-1].kind != kindStop:
			end++
		case a.connects(end, s.to) && !titled:
			end += 2
		default:
			return end
		}
	}
	return end
}

// namePart reports whether token k can go on with a name: figures and function words cannot.
func (a *analysis) namePart(k int) bool {
	return a.name(k) && !a.has(k, setPronoun|setDet|setSub|setModal|setMonth|setDay) && !(a.toks[k].points && a.has(k, setTime))
}

// nameStart reports whether a name may begin at token k of s.
func (a *analysis) nameStart(k int, s sentence, inside map[string]bool) bool {
	const function = setDet | setPronoun | setPrep | setAnd | setSub | setAux | setModal | setTime | setNot | setStarter
	known := setPlace | setMedia | setOrg | setHe | setShe | setTitle
	if !a.name(k) || a.has(k, setMonth|setDay) || a.has(k, function) && (!a.has(k, setPlace) || a.toks[k].shape != shapeUpper) &&
		!(k > s.from && a.has(k, setPlace|setHe|setShe)) {
		return false
	}
	if k > s.from && a.toks[k-1].kind != kindOpen {
		return true
	}
	return a.has(k, known) || inside[a.str(k)] || k+1 < s.to && a.namePart(k+1) || a.toks[k].shape == shapeUpper
}

// connects reports whether the lower-case word at k joins two parts of a name: "Ministry of Defence", "van
// der", "Argumenty i Fakty".
func (a *analysis) connects(k, to int) bool {
	if k+1 >= to || !a.namePart(k+1) || a.has(k+1, setTitle) && !a.has(k+1, setOrg) {
		return false
	}
	switch {
	case a.oneOf(k, nameJoints) && a.toks[k].shape != shapeTitle && a.toks[k].shape != shapeUpper:
		return true
	case a.is(k, "of"), a.is(k, "for"):
		return a.has(k-1, setOrg|setRole) && !a.has(k-1, setTitle) || a.has(k-1, setMedia)
	case a.is(k, "and"):
		return a.has(k+1, setOrg) && a.has(k-1, setOrg)
	default:
		return false
	}
}

// titledPerson is where, in the name [from,to), the title of a person begins after the name of a body: at
// "Secretary" in "Security Council Secretary Sergei Shoigu". It is from when there is no such place.
func (a *analysis) titledPerson(from, to int) int {
	for k := from + 1; k+1 < to; k++ {
		if !a.has(k, setTitle) || a.has(k, setOrg) || a.anyHas(k, to, setOrg|setMedia) || !a.anyHas(from, k, setOrg|setMedia) {
			continue
		}
		return k
	}
	return from
}

// nameEntity decides what the name [from,to) of s stands for. An entity without type is no name.
func (a *analysis) nameEntity(from, to int, s sentence) entity {
	core := from
	for core < to && a.has(core, setTitle|setAbbrTitle|setDemonym) && !a.has(core, setOrg) {
		core++
	}
	for k := core + 1; k+1 < to && !a.anyHas(core, to, setOrg|setMedia); k++ {
		if a.has(k, setTitle|setAbbrTitle) {
			core = k + 1 // "Finance Minister Carla Mendez"
		}
	}
	e := entity{from: from, to: to, core: core, person: -1}
	titled := core > from && a.has(core-1, setTitle|setAbbrTitle)
	last := to - 1
	if core == to || a.oneOf(last, eventNouns) {
		e.core = from
		return e
	}
	switch {
	case titled && !a.anyHas(core, to, setOrg|setMedia):
		e.typ = EntityPerson
	case a.has(core, setHe|setShe) && to-core >= 2 && !a.has(last, setOrg|setMedia|setPlaceWord):
		e.typ = EntityPerson
	case a.anyHas(core, to, setOrg|setMedia), a.anyIs(core, to, "i"), a.anyIs(core, to, "&"):
		e.typ = EntityOrganization
	case a.has(last, setPlace) || to-core >= 2 && a.anyHas(core, to, setPlaceWord):
		e.typ = EntityPlace
	case to-core == 1 && a.toks[core].shape == shapeUpper:
		e.typ = EntityOrganization
	case a.anyIs(core, to, "of") || a.anyIs(core, to, "for"):
		e.typ = EntityOrganization
	case to-core >= 2 && to-core <= 4 && !a.anyHas(core, to, setPlace|setDemonym):
		e.typ = EntityPerson
	case to < s.to && (a.has(to, setSay|setTell) && a.has(to, setPast|setThird) || a.is(to, "who")):
		e.typ = EntityPerson
	case from > s.from && (a.is(from-1, "in") || a.is(from-1, "near") || a.is(from-1, "at")):
		e.typ = EntityPlace
	case to-core == 1 && a.has(core, setHe|setShe):
		e.typ = EntityPerson
	default:
		e.typ = EntityOrganization
	}
	if e.typ == EntityPerson && to-core >= 2 {
		e.person = a.addPerson(core, from, to)
	}
	return e
}

func (a *analysis) anyHas(from, to int, sets wordSet) bool {
	for k := from; k < to; k++ {
		if a.has(k, sets) {
			return true
		}
	}
	return false
}

func (a *analysis) anyIs(from, to int, word string) bool {
	for k := from; k < to; k++ {
		if a.is(k, word) {
			return true
		}
	}
	return false
}

// addPerson enters the person named by tokens [core,to) in the roster; [from,core) are titles.
func (a *analysis) addPerson(core, from, to int) int {
	place := a.tokensOf(core, to)
	name := strings.Join(strings.Fields(a.text[place.start:place.end]), " ")
	if i, ok := a.roster.byPart[name]; ok {
		return i
	}
	p := person{name: name}
	switch {
	case a.has(core, setHe) && !a.has(core, setShe), a.anyIs(from, core, "Mr"), a.anyIs(from, core, "Mr."):
		p.gender = genderHe
	case a.has(core, setShe) && !a.has(core, setHe), a.anyIs(from, core, "Mrs."), a.anyIs(from, core, "Ms."):
		p.gender = genderShe
	}
	a.roster.people = append(a.roster.people, p)
	i := len(a.roster.people) - 1
	a.roster.byPart[name] = i
	for _, k := range []int{core, to - 1} {
		part := a.str(k)
		if _, taken := a.roster.byPart[part]; len(part) > 1 && (!taken || k == to-1) {
			a.roster.byPart[part] = i
		}
	}
	return i
}

// nameLastNames knows people named by one word by their full names.
func (a *analysis) nameLastNames() {
	for i := range a.ents {
		e := &a.ents[i]
		if e.person >= 0 || e.to-e.core != 1 || e.typ == EntityPlace || a.toks[e.core].kind != kindWord {
			continue
		}
		if p, ok := a.roster.byPart[a.str(e.core)]; ok {
			e.typ, e.person = EntityPerson, p
		}
	}
}

// entityAt is the index of the entity that holds token k, or -1.
func (a *analysis) entityAt(k int) int {
	if e := a.entityFrom(k); e < len(a.ents) && a.ents[e].from <= k {
		return e
	}
	return -1
}

// nameRules are the rules for names.
var nameRules = []RuleNote{}
