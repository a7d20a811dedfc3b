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
	// sure is set when the words themselves, or those around them, tell what the name stands for.
	sure bool
}

// findEntities finds names and figures. Names are first typed one by one; then those that the words around them
// do not tell are known by the other places where the text has them.
func (a *analysis) findEntities() {
	a.roster.byPart = make(map[string]int)
	n := &namer{analysis: a, uses: a.wordUses()}
	for _, s := range a.sents {
		n.s, n.titled = s, a.titleCase(s)
		n.find()
	}
	a.recallNames()
	a.indexEntities()
}

// namer looks for names in one sentence.
type namer struct {
	*analysis
	s sentence
	// titled is set when s is written as headlines are.
	titled bool
	uses   wordUses
	made   entity // the one now read
}

// find enters the figures and names of the sentence.
func (n *namer) find() {
	for k := n.s.from; k < n.s.to; {
		if f := n.figure(k, n.s.to); f.to > k {
			n.ents = append(n.ents, f)
			k = f.to
			continue
		}
		end := n.end(k)
		if end == k {
			k++
			continue
		}
		end = n.cut(k, end)
		if e := n.entity(k, end); e.typ != "" {
			n.ents = append(n.ents, e)
		}
		k = end
	}
}

// maxName is how many tokens a name may have.
const maxName = 12

// Sets of words that name something by themselves, and of words that do not when a sentence begins with them.
const (
	setKnown    = setPlace | setBody | setHe | setShe | setTitle | setSurname
	setFunction = setDet | setPronoun | setPrep | setAnd | setSub | setAux | setModal | setTime | setNot | setStarter
	setBodyWord = setOrg | setBody
	setOrdinary = setCommon | setVerb | setSign | setIdle | setThing | setAdverb | setNumber
)

// end is the end of the name that begins at token k, or k when there is none.
func (n *namer) end(k int) int {
	if !n.starts(k) || n.titled && !n.has(k, setKnown|setMedia|setOrg) {
		return k
	}
	end := k + 1
	for end < min(n.s.to, k+maxName) {
		switch {
		case n.goesOn(end) && n.toks[end-1].kind != kindStop:
			end++
		case !n.titled && n.connects(end, n.s.to):
			end += 2
		case !n.titled && n.joined(k, end) > end:
			end = n.joined(k, end)
		default:
			return end
		}
	}
	return end
}

// goesOn reports whether token k can go on with a name: figures and function words cannot.
func (n *namer) goesOn(k int) bool {
	if !n.name(k) || n.has(k, setMonth|setModal) && !(n.is(k, "may") && n.has(k-1, setHe|setShe)) {
		return false
	}
	return !n.has(k, setPronoun|setDet|setSub|setDay) && !(n.toks[k].points && n.has(k, setTime))
}

// starts reports whether a name may begin at token k.
func (n *namer) starts(k int) bool {
	first := n.opens(k)
	if !n.name(k) || n.has(k, setMonth|setDay) && !n.firstName(k) || n.tagged(k) {
		return false
	}
	if n.has(k, setFunction) && (!n.has(k, setPlace|setBody) || n.toks[k].shape != shapeUpper) && !(!first && n.has(k, setPlace|setHe|setShe)) {
		return false
	}
	if !first {
		return true
	}
	if n.people(k) && !n.goesOnAt(k+1) || n.goesOnAt(k+1) && n.ordinary(k) && !n.whole(k) {
		return false // "Former President", "Successful traders"
	}
	return n.has(k, setKnown) && !n.has(k, setOrdinary) || n.inside(k) || n.goesOnAt(k+1) || n.toks[k].shape == shapeUpper || n.acts(k)
}

// people reports whether the word at k says what several people are, as "Detectives" does.
func (n *namer) people(k int) bool {
	one, many := strings.CutSuffix(n.str(k), "s")
	return many && !n.has(k, setKnown) && lookUp(one)&(setJob|setRole|setTitle) != 0 && lookUp(one)&(setHe|setShe) == 0
}

// firstName reports whether the name of a month at k is a person's: "Jun" in "Jun Reyes".
func (n *namer) firstName(k int) bool {
	word := n.str(k)
	return (word == "Jun" || word == "Jan") && n.goesOnAt(k+1) && !n.has(k+1, setPlace|setDemonym|setOrg|setBody|setTitle) &&
		!(k > n.s.from && (n.has(k-1, setPrep) || n.toks[k-1].kind == kindNumber))
}

// opens reports whether token k has its capital from where it stands: first in the sentence, a quotation or an
// entry of a list.
func (n *namer) opens(k int) bool {
	if k == n.s.from || n.toks[k-1].kind == kindOpen {
		return true
	}
	return k <= n.s.from+3 && !isWordToken(n.toks[k-1]) && n.wordsIn(n.s.from, k) <= 1 && n.toks[n.s.from].end-n.toks[n.s.from].start == 1
}

// tagged reports words that are no names though they are written as such: "#Obrela", "@OBT", "US$".
func (n *namer) tagged(k int) bool {
	if k > n.s.from && !n.toks[k].spaced && (n.mark(k-1, '#') || n.mark(k-1, '@')) {
		return true
	}
	return k+1 < n.s.to && n.mark(k+1, '$') && !n.toks[k+1].spaced
}

// acts reports whether the word at k, first in its sentence and not known as any other, does or has something, or
// begins a list of names.
func (n *namer) acts(k int) bool {
	if n.toks[k].words != 0 || n.small(k) || n.abstract(k) || k+1 >= n.s.to {
		return false
	}
	list := k+3 < n.s.to && n.mark(k+1, ',') && n.name(k+2) && n.has(k+2, setKnown) && (n.mark(k+3, ',') || n.is(k+3, "and"))
	return list || n.toks[k+1].kind == kindPossessive || n.has(k+1, setSay|setTell) && n.has(k+1, setThird|setPast)
}

func (n *namer) goesOnAt(k int) bool { return k < n.s.to && n.goesOn(k) }

// inside reports whether the text writes token k as a name inside a sentence.
func (n *namer) inside(k int) bool {
	return n.uses.of(n.str(k)).inside > 0
}

// small reports whether the text writes token k, which is written as a name here, small elsewhere.
func (n *namer) small(k int) bool {
	return n.uses.of(n.str(k)).small > 0
}

// ordinary reports whether token k is a word of the language that is no name by itself.
func (n *namer) ordinary(k int) bool {
	return n.toks[k].shape != shapeUpper && !n.has(k, setKnown|setDemonym) && (n.has(k, setOrdinary) || n.small(k))
}

// whole reports whether the words from token k on are a name with k in it: of a body, a building or a place.
func (n *namer) whole(k int) bool {
	end := k + 1
	for n.goesOnAt(end) {
		end++
	}
	if _, known := n.knownName(k, end); known {
		return true
	}
	return n.has(end-1, setOrg|setMedia|setBuilding|setPlaceWord|setThing) && !n.has(end-1, setTitle) || n.inside(k)
}

// connects reports whether the lower-case word at k joins two parts of a name: "Ministry of Defence", "van
// der", "Argumenty i Fakty".
func (n *namer) connects(k, to int) bool {
	if k+1 >= to || !n.goesOn(k+1) || n.has(k+1, setTitle) && !n.has(k+1, setOrg) {
		return false
	}
	switch {
	case n.oneOf(k, nameJoints) && n.toks[k].shape != shapeTitle && n.toks[k].shape != shapeUpper:
		return true
	case n.is(k, "of"), n.is(k, "for"):
		return n.has(k-1, setOrg|setRole) && !n.has(k-1, setTitle) || n.has(k-1, setMedia) || n.topic(k-1, topicOf)
	case n.is(k, "and"):
		return n.has(k+1, setOrg) && n.has(k-1, setOrg) && !n.has(k-1, setBody)
	default:
		return false
	}
}

// joined is the end of a name that goes on over "and", "the" or "of the" at token k, or k: "Globe and Mail",
// "Council for the Welfare of Immigrants", "Union of Bakers and Millers".
func (n *namer) joined(from, k int) int {
	if k+1 >= n.s.to || n.toks[k].kind != kindWord {
		return k
	}
	if n.is(k, "and") && n.goesOn(k+1) {
		end := k + 2
		if _, known := n.knownName(from, end); known {
			return end
		}
		if n.bodyOf(from, k) && !n.has(k+1, setKnown|setDemonym|setOrg) && !n.name(min(k+2, n.s.to-1)) {
			return end
		}
		return k
	}
	if (n.is(k, "of") || n.is(k, "for")) && n.is(k+1, "the") && n.goesOnAt(k+2) &&
		(n.has(k-1, setOrg) && !n.has(k-1, setBody) || n.topic(k-1, topicOf)) && !n.has(k+2, setDemonym|setBody) {
		return k + 3
	}
	if n.is(k, "of") && n.goesOn(k+1) && n.bodyOf(from, k) && !n.has(k+1, setKnown) {
		return k + 2
	}
	return k
}

// bodyOf reports whether tokens [from,to) name a body by what it is of or for.
func (n *namer) bodyOf(from, to int) bool {
	return (n.anyIs(from+1, to, "of") || n.anyIs(from+1, to, "for")) && n.anyHas(from, to, setOrg)
}

// cut is where, in the words [from,to), a person's name or title begins after the name of a body: at "Secretary"
// in "Security Council Secretary Sergei Shoigu". It is to when there is no such place.
func (n *namer) cut(from, to int) int {
	for k := from + 1; k+1 < to; k++ {
		_, known := n.knownName(from, k)
		body := n.anyHas(from, k, setBodyWord|setMedia) || known
		title := n.has(k, setTitle) && !n.has(k, setOrg) && !n.anyHas(k, to, setOrg|setMedia)
		if body && title {
			return k
		}
		first := n.has(k, setHe|setShe) && !n.has(k, setPlace|setCommon|setOrg) && to-k <= 3 &&
			!n.anyHas(k, to, setBodyWord|setMedia|setBuilding|setThing|setPlaceWord)
		if first && (body || n.has(k-1, setPlace|setCommon|setPlaceWord)) && !n.has(k-1, setTitle|setHe|setShe) && n.toks[k-1].shape != shapeLower {
			return k
		}
	}
	return to
}

// entity decides what the name [from,to) stands for. An entity without type is no name.
func (n *namer) entity(from, to int) entity {
	core := from
	for core < to && n.has(core, setTitle|setAbbrTitle|setDemonym) && !n.has(core, setBodyWord) {
		core++
	}
	for k := core + 1; k+1 < to && !n.anyHas(core, to, setBodyWord|setMedia); k++ {
		if n.has(k, setTitle|setAbbrTitle) {
			core = k + 1 // "Finance Minister Carla Mendez"
		}
	}
	e := &n.made
	*e = entity{from: from, to: to, core: core, person: -1}
	if core == to {
		e.core = from
		return *e
	}
	for i := range nameKinds {
		kind := &nameKinds[i]
		if typ, ok := kind.read(n, e); ok {
			e.typ, e.rule, e.sure = typ, kind.rule, kind.sure
			break
		}
	}
	if e.typ == "" {
		n.narrow(e)
	}
	if e.typ == EntityPerson && to-core >= 2 {
		e.person = n.addPerson(core, from, to)
	}
	return *e
}

// narrow makes of the name of a thing the body or place it begins with: "Oslo" in "Oslo Marathon".
func (n *namer) narrow(e *entity) {
	k := e.from
	switch {
	case e.to-k < 2 || n.toks[e.from].kind != kindWord:
	case n.has(k, setBody):
		*e = entity{from: k, to: k + 1, core: k, person: -1, typ: EntityOrganization, rule: "name/first-word"}
	case n.has(k, setPlace) && !n.has(k, setHe|setShe|setSurname):
		*e = entity{from: k, to: k + 1, core: k, person: -1, typ: EntityPlace, rule: "name/first-word"}
	}
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

// entityAt is the index of the entity that holds token k, or -1.
func (a *analysis) entityAt(k int) int {
	if e := a.entityFrom(k); e < len(a.ents) && a.ents[e].from <= k {
		return e
	}
	return -1
}

// knownName is the type of the name of several words [from,to) in knownNames. A name that is there without a type is
// no person, body or place.
func (a *analysis) knownName(from, to int) (typ EntityType, ok bool) {
	if to-from < 2 || to-from > 7 {
		return "", false
	}
	var buf [64]byte
	key := buf[:0]
	for k := from; k < to; k++ {
		word := a.str(k)
		if len(key)+len(word)+1 > len(buf) {
			return "", false
		}
		if k > from && (a.toks[k].spaced || a.toks[k].kind == kindWord) {
			key = append(key, ' ')
		}
		key = append(key, word...)
	}
	for i, c := range key {
		if 'A' <= c && c <= 'Z' {
			key[i] = c | 0x20
		}
	}
	typ, ok = knownNames[string(key)]
	return typ, ok
}
