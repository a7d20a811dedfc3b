package splitter

import "strings"

// nameKind is one way to tell what a name stands for.
type nameKind struct {
	rule Rule
	// sure is set when it tells so much that other places where the text has the name can follow it.
	sure bool
	read func(n *namer, e *entity) (EntityType, bool)
	says string
	// example is a text in which it types a name.
	example string
}

// nameKinds are asked in order; the first that knows an answer gives it. No type at all is an answer too.
var nameKinds = [...]nameKind{
	{"name/known", true, (*namer).readKnown, "The name is on the list of names of several words.", "The talks with Saudi Arabia went on."},
	{"name/title", true, (*namer).readTitle, "A title before the name makes it a person's.", "He met President Varga on Monday."},
	{"name/no-name", true, (*namer).readIdle, "Capitals of no person, body or place.", ""},
	{"name/first-name", true, (*namer).readFirstName, "It begins with a first name.", "The bridge was shown to Carla Mendes."},
	{"name/body", true, (*namer).readBody, "A word in it, such as Ministry or Bank, or the whole, names a body.", "It was closed by the Harbour Authority."},
	{"name/event", true, (*namer).readThing, "The name of an event, a law, a work or a product.", ""},
	{"name/place-word", true, (*namer).readPlaceWord, "A word in it, such as River or Stadium, makes it a place.", "They crossed the Ostra River."},
	{"name/known-place", true, (*namer).readKnownPlace, "It is a country, region or city.", "The ship left for Norway."},
	{"name/before-place", true, (*namer).readBeforePlace, "The place it lies in follows after a comma.", "She was born in Ostrava Hora, Poland."},
	{"name/kind-before", true, (*namer).readKindBefore, "The word before it says what it is: a singer, a company, a town.", "The songs of the singer Obrela Tamm are old."},
	{"name/kind-after", true, (*namer).readKindAfter, "The words after it say what it is: a singer, a company, a town.", "It was built by Tammobra, a company from Riga."},
	{"name/family-name", true, (*namer).readSurname, "It is a family name often met in the news.", "The visit was welcomed by Merkel."},
	{"name/first-name-alone", false, (*namer).readFirstNameAlone, "It is a first name.", "The cake was baked by Olga and eaten."},
	{"name/speaks", false, (*namer).readSpeaks, "It says something, so it is a person.", "Many came, but Obrela said little."},
	{"name/capitals", false, (*namer).readCapitals, "A word in capitals is most often short for a body.", "The rules of the OBT were changed."},
	{"name/in-before", false, (*namer).readInBefore, "After “in”, “near” or “the harbour of” stands a place.", "They lived near Obrela."},
	{"name/full-name", false, (*namer).readFullName, "Two or three words that are words of no other kind are most often a person.", "The prize went to Obrela Tamm."},
	{"name/other", false, (*namer).readOther, "Other names are most often of bodies.", "It is made by Obrela from wood."},
}

func (n *namer) words(e *entity) int { return e.to - e.core }

// readKnown reads names on the list, with or without what the title cut off.
func (n *namer) readKnown(e *entity) (EntityType, bool) {
	typ, ok := n.knownName(e.from, e.to)
	if !ok {
		typ, ok = n.knownName(e.core, e.to)
	}
	return typ, ok
}

// readTitle reads "President Varga".
func (n *namer) readTitle(e *entity) (EntityType, bool) {
	titled := e.core > e.from && n.has(e.core-1, setTitle|setAbbrTitle)
	return EntityPerson, titled && !n.anyHas(e.core, e.to, setBodyWord|setMedia)
}

// readIdle drops single words such as "GMT" and those with figures in them, and the words that the text also
// writes small.
func (n *namer) readIdle(e *entity) (EntityType, bool) {
	if last := e.to - 1; n.words(e) > 1 && n.has(last, setTitle) && !n.has(last, setBodyWord|setHe|setShe|setSurname) {
		return "", n.ordinary(last - 1) // "Environmental Minister"
	}
	if n.words(e) != 1 || n.has(e.core, setBody|setPlace) {
		return "", false
	}
	k := e.core
	if n.has(k, setIdle|setThing) || n.figured(k) || n.compound(k) {
		return "", true
	}
	if n.toks[k].shape == shapeUpper || n.has(k, setHe|setShe|setSurname) {
		return "", false
	}
	return "", n.has(k, setCommon) || n.small(k) || n.abstract(k)
}

// figured reports a word with a figure in it, such as "IE6".
func (n *namer) figured(k int) bool {
	word := n.str(k)
	for i := range len(word) {
		if isDigit(word[i]) {
			return true
		}
	}
	return false
}

// loosePrefixes make adjectives of names.
const loosePrefixes = " anti pro un non ex mid post pre trans ultra neo "

// compound reports a word such as "American-backed" or "Spanish-Israeli".
func (n *namer) compound(k int) bool {
	head, tail, found := strings.Cut(n.str(k), "-")
	if !found || head == "" || tail == "" {
		return false
	}
	if len(head) == 1 || strings.Contains(loosePrefixes, " "+head+" ") {
		return true // "R-Utah", "anti-NATO"
	}
	return 'a' <= tail[0] && tail[0] <= 'z' && len(tail) > 3 || lookUp(head)&setDemonym != 0 && lookUp(tail)&(setDemonym|setPlace) != 0
}

// readFirstName reads "Carla Mendes".
func (n *namer) readFirstName(e *entity) (EntityType, bool) {
	words, last := n.words(e), e.to-1
	if words < 2 || words > 5 || n.has(last, setBodyWord|setMedia|setBuilding) && !n.has(last, setHe|setShe|setSurname) {
		return "", false
	}
	if !n.has(e.core, setHe|setShe) && !(n.initial(e.core) && !n.ordinary(last)) {
		return "", false
	}
	for k := e.core + 1; k < e.to; k++ {
		if n.has(k, setBodyWord|setThing|setPlaceWord|setCommon|setIdle) && !n.has(last, setSurname) && !n.initial(k) {
			return "", false
		}
	}
	if n.has(e.core, setPlace|setCommon) && (n.has(last, setPlace) || n.ordinary(last)) {
		return "", false
	}
	return EntityPerson, true
}

// initial reports a letter, with or without its point.
func (n *namer) initial(k int) bool { return len(strings.TrimSuffix(n.str(k), ".")) == 1 }

// readBody reads "Harbour Authority", "NATO" and "Smith & Sons".
func (n *namer) readBody(e *entity) (EntityType, bool) {
	last := e.to - 1
	switch {
	case (n.is(last, "centre") || n.is(last, "center")) && n.words(e) > 1 && n.topic(last-1, topicCentre):
		return EntityPlace, true
	case n.has(last, setThing|setBuilding) && !n.has(last, setBodyWord):
		return "", false
	case n.has(last, setPlaceWord) && !n.has(last, setBodyWord) && !n.anyIs(e.core, e.to, "of"):
		return "", false
	case n.words(e) > 1 && n.topic(last, topicCompany), n.anyHas(e.core, e.to, setBodyWord|setMedia), n.anyIs(e.core, e.to, "i"), n.anyIs(e.core, e.to, "&"):
		return EntityOrganization, true
	case n.anyIs(e.core, e.to, "of") && n.has(e.core, setPlaceWord):
		return EntityPlace, true
	}
	return EntityOrganization, n.anyIs(e.core, e.to, "of") || n.anyIs(e.core, e.to, "for")
}

// readThing drops "Harbour Act" and what stands in quotation marks as a title does.
func (n *namer) readThing(e *entity) (EntityType, bool) {
	last := e.to - 1
	if n.words(e) >= 2 && n.has(last, setThing|setIdle) {
		return "", true
	}
	open := e.from - 1
	if open > n.s.from && n.has(open, setDet) {
		open--
	}
	quoted := open >= n.s.from && n.toks[open].kind == kindOpen && e.to < n.s.to && n.toks[e.to].kind == kindClose
	return "", quoted && n.words(e) >= 2
}

// readPlaceWord reads "Ostra River", "Lake Ostra", "Ostra Stadium".
func (n *namer) readPlaceWord(e *entity) (EntityType, bool) {
	last := e.to - 1
	if n.words(e) < 2 {
		return EntityPlace, n.has(last, setPlaceWord|setBuilding) && e.from > n.s.from && n.is(e.from-1, "the")
	}
	front := n.has(e.core, setDirection) && !n.has(last, setSurname|setHe|setShe) && !n.ordinary(last)
	return EntityPlace, n.has(last, setPlaceWord|setBuilding) || front
}

// readKnownPlace reads "Norway", "northern Norway" and "Oslo North".
func (n *namer) readKnownPlace(e *entity) (EntityType, bool) {
	last := e.to - 1
	if n.has(last, setAbbrMay) && n.words(e) == 1 && e.from > n.s.from+1 && n.mark(e.from-1, ',') && n.name(e.from-2) {
		return EntityPlace, !n.has(last, setBodyWord) // "Henderson, Nev."
	}
	if !n.has(last, setPlace) {
		return EntityPlace, n.has(e.core, setPlace) && n.words(e) == 2 && n.has(last, setDirection)
	}
	if n.words(e) == 1 {
		return EntityPlace, true
	}
	if n.has(e.core, setDirection|setPlace|setDemonym|setPlaceWord) || n.words(e) == 2 && n.has(e.core, setKnown) {
		return EntityPlace, true
	}
	return EntityOrganization, true // "Hobart Textiles Australia"
}

// readBeforePlace reads "Ostra" in "Ostra, Norway".
func (n *namer) readBeforePlace(e *entity) (EntityType, bool) {
	k := e.to
	if k+1 >= n.s.to || !n.mark(k, ',') || !n.name(k+1) || n.words(e) > 3 || n.has(e.core, setHe|setShe|setSurname) && n.words(e) > 1 {
		return "", false
	}
	if _, two := n.knownName(k+1, min(k+3, n.s.to)); !n.has(k+1, setPlace|setAbbrMay) && !two {
		return "", false
	}
	if k+2 < n.s.to && (n.is(k+2, "and") || n.goesOn(k+2) && !n.has(k+1, setPlace|setDirection)) {
		return "", false
	}
	placed := e.from > n.s.from && n.has(e.from-1, setPrep)
	return EntityPlace, placed || k+2 >= n.s.to || !n.name(k+2)
}

// readKindBefore reads "Obrela" in "the singer Obrela" and "the town of Obrela".
func (n *namer) readKindBefore(e *entity) (EntityType, bool) {
	k := e.from - 1
	if k < n.s.from {
		return "", false
	}
	if n.is(k, "of") && k > n.s.from && n.topic(k-1, topicPlace) {
		return EntityPlace, true
	}
	switch {
	case n.toks[k].kind != kindWord || n.toks[k].shape != shapeLower:
		return "", false
	case n.has(k, setJob):
		return EntityPerson, !n.anyHas(e.core, e.to, setCommon|setThing) || n.words(e) == 1
	case n.topic(k, topicBody):
		return EntityOrganization, true
	case n.topic(k, topicPlace):
		return EntityPlace, true
	}
	return "", n.topic(k, topicWork)
}

// readKindAfter reads "Obrela" in "Obrela, a company from Riga", "Obrela, 45," and "Obrela, who".
func (n *namer) readKindAfter(e *entity) (EntityType, bool) {
	k := e.to
	switch {
	case k < n.s.to && n.is(k, "who"):
		return EntityPerson, true
	case k < n.s.to && n.toks[k].shape == shapeLower && n.words(e) <= 2 && !n.ordinary(e.to-1) && !n.has(e.core, setKnown):
		switch {
		case n.topic(k, topicPlaceAfter):
			return EntityPlace, true
		case n.topic(k, topicLed):
			return EntityPerson, true
		}
	}
	if k+1 >= n.s.to || !n.mark(k, ',') {
		return "", false
	}
	k++
	if n.is(k, "who") {
		return EntityPerson, true
	}
	if n.toks[k].kind == kindNumber && len(n.str(k)) == 2 && k+1 < n.s.to && n.mark(k+1, ',') {
		return EntityPerson, true
	}
	if !n.has(k, setDet) && !n.has(k, setJob|setDemonym) && !n.is(k, "former") && !n.is(k, "then") {
		return "", false
	}
	kind := EntityType("")
	for ; k < min(n.s.to, e.to+8); k++ {
		switch {
		case n.toks[k].kind != kindWord && n.toks[k].kind != kindPossessive && n.toks[k].kind != kindNumber || n.has(k, setPrep|setSub|setAux|setModal):
			return kind, kind != ""
		case n.has(k, setJob) && !n.name(k):
			kind = EntityPerson
		case n.topic(k, topicBody) && !n.name(k):
			kind = EntityOrganization
		case n.topic(k, topicPlace) && !n.name(k):
			kind = EntityPlace
		}
	}
	return "", false
}

// readSurname reads "Merkel".
func (n *namer) readSurname(e *entity) (EntityType, bool) {
	return EntityPerson, n.has(e.to-1, setSurname) && !n.has(e.core, setCommon) && (n.words(e) > 1 || !n.small(e.core))
}

// readFirstNameAlone reads "Olga".
func (n *namer) readFirstNameAlone(e *entity) (EntityType, bool) {
	return EntityPerson, n.words(e) == 1 && n.has(e.core, setHe|setShe) && !n.has(e.core, setOrdinary|setFunction|setBodyWord) && !n.small(e.core)
}

// readSpeaks reads "Obrela" in "Obrela said".
func (n *namer) readSpeaks(e *entity) (EntityType, bool) {
	k := e.to
	if k >= n.s.to || n.toks[e.core].shape == shapeUpper || n.words(e) > 3 || e.from > n.s.from && n.has(e.from-1, setDet) {
		return "", false // "the Obrelan said" names nobody
	}
	return EntityPerson, n.has(k, setSay|setTell) && n.has(k, setPast|setThird) && !n.anyHas(e.core, e.to, setCommon)
}

// readCapitals reads "OBT".
func (n *namer) readCapitals(e *entity) (EntityType, bool) {
	if n.words(e) != 1 || n.toks[e.core].shape != shapeUpper || n.titled {
		return "", false
	}
	if e.to < n.s.to && n.topic(e.to, topicCapitals) {
		return "", true // "the OBT vaccine"
	}
	return EntityOrganization, true
}

// readInBefore reads "Obrela" in "near Obrela".
func (n *namer) readInBefore(e *entity) (EntityType, bool) {
	k := e.from - 1
	if k < n.s.from || n.words(e) > 2 || n.anyHas(e.core, e.to, setCommon) || n.words(e) == 2 && n.has(e.core, setHe|setShe) {
		return "", false
	}
	of := k > n.s.from && n.is(k, "of") && (n.topic(k-1, topicPlace) || n.has(k-1, setPlaceWord)) && !n.name(k-1) // "the harbour of Nordvik"
	return EntityPlace, of || n.topic(k, topicIn)
}

// readFullName reads "Obrela Tamm".
func (n *namer) readFullName(e *entity) (EntityType, bool) {
	if n.words(e) < 2 || n.words(e) > 4 || n.anyHas(e.core, e.to, setPlace|setDemonym) {
		return "", false
	}
	if e.from > n.s.from && n.has(e.from-1, setDet) {
		return "", false // "the Obrela Tamm" is no person
	}
	for k := e.core; k < e.to; k++ {
		if n.name(k) && (n.ordinary(k) || n.figured(k) || n.abstract(k) || n.toks[k].shape == shapeUpper && len(n.str(k)) > 2) {
			return "", false
		}
	}
	return EntityPerson, true
}

// abstract reports a word with an ending that family names do not have.
func (n *namer) abstract(k int) bool {
	word := n.str(k)
	for _, ending := range abstractEndings {
		if len(word) > len(ending)+2 && word[len(word)-len(ending):] == ending {
			return true
		}
	}
	return false
}

// abstractEndings make words for ideas, fields and kinds of people.
var abstractEndings = [...]string{"ism", "tion", "sions", "tions", "phobia", "ology", "ships", "ship", "ness", "isms", "ists", "ities", "ability", "ivity", "ments"}

// readOther reads what is left.
func (n *namer) readOther(e *entity) (EntityType, bool) {
	last := e.to - 1
	if n.words(e) >= 2 && n.ordinary(last) && n.anyHas(e.core, e.to, setCommon) && n.small(last) {
		return "", true
	}
	return EntityOrganization, true
}

// nameRules are the rules for names.
var nameRules = newNameRules()

func newNameRules() []RuleNote {
	var notes []RuleNote
	for _, kind := range nameKinds {
		if kind.example != "" {
			notes = append(notes, RuleNote{kind.rule, kind.says, kind.example})
		}
	}
	return append(notes,
		RuleNote{"name/part", "A part of the full name of a person the text names.", "Obrela Tamm came. The report blames Tamm for it."},
		RuleNote{"name/elsewhere", "Another place in the text tells what this name stands for.", "They lived in the town of Obrela. The streets of Obrela were wet."},
		RuleNote{"name/first-word", "The name of an event or a work begins with a place or a body.", "They watched the Oslo Marathon."},
		RuleNote{"name/short-form", "The letters in brackets are short for the name before them.", "The Oats Growers Board (OGB) met."},
		RuleNote{"name/team", "In a text about matches, countries and towns that win and lose are teams.",
			"Norway won the match 3 – 1. The goals came late: the striker of Norway scored twice, the referee gave a penalty."},
	)
}
