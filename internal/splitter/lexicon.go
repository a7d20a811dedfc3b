package splitter

import "strings"

// wordSet is the sets of the lexicon a word is in.
type wordSet uint64

// The sets. A word may be in several.
const (
	setSay        wordSet = 1 << iota // reporting verbs: said, argued
	setTell                           // the same with a listener first: told, warned
	setCall                           // verbs followed by what was said of something: called, accused, praised
	setWill                           // verbs of will, before "to" or "for": vowed, urged
	setPast                           // the form of such a verb: said
	setThird                          // says
	setBase                           // say
	setIng                            // saying
	setNounish                        // forms that are nouns as often: claims, report
	setAux                            // is, has, did
	setModal                          // will, could
	setNot                            // not, never
	setDet                            // the, his, some
	setPronoun                        // he, they
	setPrep                           // in, of
	setAnd                            // and, but, or
	setSub                            // that, because, who
	setTime                           // yesterday, Monday, ago
	setAdverb                         // also, repeatedly
	setMonth                          // January
	setDay                            // Monday
	setTitle                          // before a person's name: Mr, President, Judge
	setRole                           // common nouns for people and bodies that speak: spokesman, ministry
	setPlural                         // those of them that are many: officials
	setOrg                            // words that end or make an organisation's name: Ministry, Party
	setMedia                          // words that make an outlet's name: Times, News, and outlets themselves
	setPlace                          // countries, cities, states
	setDemonym                        // Russian, Americans
	setHe                             // men's first names
	setShe                            // women's first names
	setNumber                         // number words
	setUnit                           // what numbers count: million, km
	setMoney                          // dollars, euros
	setAbbrTitle                      // abbreviations a name follows: Dr
	setAbbrNumber                     // abbreviations a number follows: No
	setAbbrMay                        // abbreviations that may end a sentence: Inc
	setAbbrDate                       // abbreviations of months and days, capitalised: Jan
	setAbbrSmall                      // abbreviations in lower case that may end a sentence: etc
	setAbbrNever                      // abbreviations that never do: vs
	setExclaims                       // names written with an exclamation mark: Yahoo!
	setZone                           // what follows a time of day: GMT, Eastern
	setStarter                        // words that, capitalised, begin sentences: The, However
	setVerb                           // common verb forms not ending in -ed
	setFurniture                      // words of a page's furniture: newsletter, share
	setFirst                          // I, we, our
	setSign                           // words of signalTables
	setPlaceWord                      // words that end a place's name: Island, River
	setBuilding                       // words that end a building's name: Stadium, Hall
	setDirection                      // words that begin a place's name: North, New, San
	setSurname                        // family names met alone: Merkel
	setBody                           // organisations known by one word: NATO
	setThing                          // words that end the name of an event, work or law: Cup, Act
	setIdle                           // written with a capital, but no name: GMT, Internet
	setCommon                         // words of the language that are no family names: Global
	setJob                            // what a person is: actor, captain
	setFigure                         // words of figures and dates: million, Tuesday, last
	setSaying                         // nouns for what is said: claim, warning
	setThat                           // before what was said, in other languages: dass, que, что
	setAs                             // before who said it, in other languages: wie, comme, как
)

const (
	setCue     = setSay | setTell | setCall | setWill
	setFinite  = setAux | setModal | setVerb
	setAnyTime = setTime | setDay
)

// lexicon holds every known word in lower case, apostrophes straight. It is only ever read.
var lexicon = newLexicon()

func newLexicon() map[string]wordSet {
	lex := make(map[string]wordSet, 8192)
	for _, tables := range [...][]wordTable{wordTables[:], abbreviationTables[:], newsTables[:], placeTables[:], peopleTables[:], bodyTables[:]} {
		for _, table := range tables {
			for _, word := range strings.Fields(table.words) {
				lex[word] |= table.set
			}
		}
	}
	for _, table := range verbTables {
		for _, entry := range strings.Fields(table.verbs) {
			for form, word := range verbForms(entry) {
				lex[word] |= table.set | formSets[form]
			}
		}
	}
	for word := range figureWords {
		lex[word] |= setFigure
	}
	for _, word := range strings.Fields(nounishForms) {
		lex[word] |= setNounish
	}
	for word := range signalWords {
		lex[word] |= setSign
	}
	return lex
}

// toldOf are the past forms of the -ing forms of the verbs of saying: "added" of "adding". It is only ever read.
var toldOf = newToldOf()

func newToldOf() map[string]string {
	told := make(map[string]string)
	for _, table := range verbTables {
		for entry := range strings.FieldsSeq(table.verbs) {
			forms := verbForms(entry)
			told[forms[4]] = forms[2]
		}
	}
	return told
}

// formSets are the sets of a verb's forms, in the order verbForms gives them.
var formSets = [...]wordSet{setBase, setThird, setPast, setPast, setIng}

// verbForms are the base form, third person, past, participle and -ing form of an entry of verbTables. A
// regular verb is its base form; an irregular one is "base/past" or "base/past/participle".
func verbForms(entry string) [5]string {
	parts := strings.Split(entry, "/")
	base := parts[0]
	stem := strings.TrimSuffix(base, "e")
	forms := [5]string{base, base + "s", stem + "ed", stem + "ed", stem + "ing"}
	switch {
	case strings.HasSuffix(base, "ee"):
		forms[4] = base + "ing"
	case strings.HasSuffix(base, "y") && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		forms[1], forms[2] = base[:len(base)-1]+"ies", base[:len(base)-1]+"ied"
		forms[3] = forms[2]
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "h") && !strings.HasSuffix(base, "gh"):
		forms[1] = base + "es"
	}
	if strings.HasSuffix(base, "!") { // the last letter is doubled: admit, admitted
		base = base[:len(base)-1]
		last := base[len(base)-1:]
		forms = [5]string{base, base + "s", base + last + "ed", base + last + "ed", base + last + "ing"}
	}
	if len(parts) > 1 {
		forms[2], forms[3] = parts[1], parts[len(parts)-1]
	}
	return forms
}

// lookUp is the sets word is in.
func lookUp(word string) wordSet {
	var buf [longestWord]byte
	return lexicon[string(fold(buf[:0], word))]
}

// longestWord is at least as long as any word of the lexicon, in bytes.
const longestWord = 24

// fold appends word to buf as the lexicon has it, or nothing when there is no room, as no word listed is so long.
func fold(buf []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		if len(buf) == cap(buf) {
			return buf[:0]
		}
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case strings.HasPrefix(word[i:], "’"):
			c = '\''
			i += len("’") - 1
		}
		buf = append(buf, c)
	}
	return buf
}
