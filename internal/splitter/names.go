package splitter

import (
	"slices"
	"strings"
	"unicode"
)

// How many people and how many names of all kinds a pronoun may reach back over, and how many sentences.
const (
	maxLookBack      = 16
	maxLookEntities  = 300
	maxLookSentences = 6
)

// mentions are the places where the text names people and bodies in full.
type mentions struct {
	// first is the entity that first names a person, by full name.
	first map[string]int
	// byPart are those entities by the last and the first word of the name.
	byPart map[string][]int
	// genders is what titles and first names tell, by full name.
	genders map[string]gender
	// long is the tokens of a body's name, by the letters in brackets after it.
	long map[string]run
	// apostrophe is the one the text writes.
	apostrophe string
}

// readMentions fills in a.mentions.
func (a *analysis) readMentions() {
	m := mentions{first: make(map[string]int), byPart: make(map[string][]int), genders: make(map[string]gender), long: make(map[string]run), apostrophe: "’"}
	if strings.Contains(a.text, "'s") && !strings.Contains(a.text, "’s") {
		m.apostrophe = "'"
	}
	for e, ent := range a.ents {
		if ent.typ != EntityPerson || ent.to-ent.core < 2 {
			a.readLongForm(m, ent)
			continue
		}
		name := a.plain(a.tokensOf(ent.core, ent.to))
		if _, ok := m.first[name]; ok {
			continue
		}
		m.first[name] = e
		last, first := a.str(ent.to-1), a.str(ent.core)
		m.byPart[last] = append(m.byPart[last], e)
		if first != last {
			m.byPart[first] = append(m.byPart[first], e)
		}
	}
	a.mentions = m
	for e, ent := range a.ents {
		if ent.typ != EntityPerson {
			continue
		}
		name, _ := a.personAt(e)
		if g := a.titleGender(ent); g != genderUnknown && name != "" && m.genders[name] == genderUnknown {
			m.genders[name] = g
		}
	}
}

// readLongForm notes "International Atomic Energy Agency (IAEA)".
func (a *analysis) readLongForm(m mentions, ent entity) {
	if ent.typ != EntityOrganization || ent.to+2 >= len(a.toks) || !a.mark(ent.to, '(') || !a.mark(ent.to+2, ')') || a.toks[ent.to+1].shape != shapeUpper {
		return
	}
	letters := a.str(ent.to + 1)
	from := ent.from
	if a.is(from, "the") {
		from++
	}
	if from+1 < ent.to && a.str(from)[0] == letters[0] {
		if _, ok := m.long[letters]; !ok {
			m.long[letters] = run{from, ent.to}
		}
	}
}

// longForm is where the body whose letters are the name ent is named in full before.
func (a *analysis) longForm(ent entity) (run, bool) {
	if ent.to-ent.from != 1 || a.toks[ent.from].shape != shapeUpper {
		return run{}, false
	}
	long, ok := a.mentions.long[a.str(ent.from)]
	return long, ok && long.to < ent.from && !a.mark(ent.from-1, '(')
}

// titleGender is what the title before the name ent, or the role after it, tells.
func (a *analysis) titleGender(ent entity) gender {
	for k := ent.from; k < ent.core; k++ {
		switch {
		case a.oneOf(k, heTitles):
			return genderHe
		case a.oneOf(k, sheTitles):
			return genderShe
		}
	}
	if ent.to+2 < len(a.toks) && a.mark(ent.to, ',') && a.has(ent.to+1, setDet) {
		switch {
		case a.oneOf(ent.to+2, heTitles):
			return genderHe
		case a.oneOf(ent.to+2, sheTitles):
			return genderShe
		}
	}
	return genderUnknown
}

// personAt is the full name of the person entity e names and the entity that first gives it, -1 when nothing does;
// "" when it is not certain who it is, because several people named before share the word.
func (a *analysis) personAt(e int) (name string, at int) {
	ent := a.ents[e]
	words := a.plain(a.tokensOf(ent.core, ent.to))
	if ent.to-ent.core >= 2 {
		if at, ok := a.mentions.first[words]; ok {
			return words, at
		}
		return words, -1
	}
	list := a.mentions.byPart[words]
	list = list[:min(len(list), maxLookBack+1)]
	n, _ := slices.BinarySearch(list, e)
	for _, list := range [...][]int{list[:n], list} {
		switch at, count := a.onlyBearer(list, words); {
		case count == 1:
			full := a.ents[at]
			return a.plain(a.tokensOf(full.core, full.to)), at
		case count > 1:
			return "", -1
		}
	}
	return words, -1
}

// onlyBearer is the last of list whose name ends in word and how many there are; when none does, of all of list.
func (a *analysis) onlyBearer(list []int, word string) (at, count int) {
	for _, e := range list {
		if a.str(a.ents[e].to-1) == word {
			at = e
			count++
		}
	}
	if count == 0 && len(list) > 0 {
		return list[len(list)-1], len(list)
	}
	return at, count
}

// titleFits reports whether the title of the last name e can be that of the person entity at names in full: "President
// Clinton" is not a Hillary Clinton without that title, nor "Mr Clinton" a woman.
func (a *analysis) titleFits(e, at int) bool {
	short, full := a.ents[e], a.ents[at]
	for k := short.from; k < short.core; k++ {
		if a.oneOf(k, ranks) && !a.anyIs(full.from, full.core, a.str(k)) {
			return false
		}
	}
	g, known := a.titleGender(short), a.genderOf(at)
	return g == genderUnknown || known == genderUnknown || g == known
}

// genderOf is what is known of the gender of the person entity e names.
func (a *analysis) genderOf(e int) gender {
	name, at := a.personAt(e)
	if g := a.mentions.genders[name]; g != genderUnknown {
		return g
	}
	if at < 0 {
		at = e
	}
	if who := a.ents[at].person; who >= 0 {
		return a.roster.people[who].gender
	}
	return genderUnknown
}

// fits reports whether a pronoun "he" or "she" can stand for the person entity e names.
func (a *analysis) fits(e int, kind string) bool {
	switch a.genderOf(e) {
	case genderHe:
		return kind == "he"
	case genderShe:
		return kind == "she"
	default:
		return true
	}
}

// nameSources finds for each attribution whom its source stands for.
func (a *analysis) nameSources() {
	a.readMentions()
	a.meant = make(map[string]meant)
	speakers := make(map[int]bool) // entities that are sources
	for n := range a.attrs {
		at := &a.attrs[n]
		if at.src.empty() {
			continue
		}
		at.name = a.nameSource(at, n, speakers)
	}
	a.speakers = speakers
}

// nameSource is whom the source of attribution n stands for; it notes the named ones in speakers.
func (a *analysis) nameSource(at *attribution, n int, speakers map[int]bool) string {
	k := at.src.from
	if at.src.to-k == 1 {
		switch strings.ToLower(a.str(k)) {
		case "he", "him", "himself", "his":
			return a.lookBack(k, "he", speakers, "").words
		case "she", "her", "herself":
			return a.lookBack(k, "she", speakers, "").words
		}
		if a.oneOf(k, nobody) {
			if (a.is(k, "they") || a.is(k, "it")) && n > 0 && !a.attrs[n-1].src.empty() && a.attrs[n-1].sentence >= at.sentence-2 {
				return a.attrs[n-1].name
			}
			return ""
		}
	}
	best := -1
	for e := a.entityFrom(k); e < len(a.ents) && a.ents[e].from < at.src.to; e++ {
		if a.ents[e].typ.isFigure() || a.toks[min(a.ents[e].to, len(a.toks)-1)].kind == kindPossessive && a.ents[e].to < at.src.to {
			continue
		}
		if a.ents[e].typ == EntityPerson && a.belongs(a.ents[e].from, k) {
			continue
		}
		if best < 0 || a.ents[e].typ == EntityPerson && (a.ents[best].typ != EntityPerson || a.has(a.ents[best].to, setRole|setTitle)) {
			best = e // "Lee spokeswoman Ann Stone" is the latter
		}
	}
	source := a.plain(a.tokensOf(at.src.from, at.src.to))
	if best < 0 || a.anyIs(at.src.from, at.src.to, "and") {
		if at.src.to-k == 2 && a.is(k, "the") {
			if m := a.described(k+1, k); m.words != "" {
				return m.words
			}
		}
		return source
	}
	speakers[best] = true
	if a.ents[best].typ != EntityPerson {
		return source
	}
	if name, _ := a.personAt(best); name != "" {
		return name
	}
	return a.plain(a.tokensOf(a.ents[best].core, a.ents[best].to))
}

// plain is the words of b on one line.
func (a *analysis) plain(b bytesOf) string {
	words := a.text[b.start:b.end]
	if onOneLine(words) {
		return words
	}
	return strings.Join(strings.Fields(words), " ")
}

// onOneLine reports whether words have single spaces between them, as almost all have, and no other white space.
func onOneLine(words string) bool {
	before := ' '
	for _, r := range words {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return false
		}
		before = r
	}
	return before != ' '
}

// entityFrom is the index of the first entity that ends after token k.
func (a *analysis) entityFrom(k int) int {
	if k < 0 {
		return 0
	}
	if k >= len(a.entsFrom) {
		return len(a.ents)
	}
	return int(a.entsFrom[k])
}

// indexEntities makes the index that entityFrom reads.
func (a *analysis) indexEntities() {
	a.entsFrom = make([]int32, len(a.toks))
	e := 0
	for k := range a.toks {
		for e < len(a.ents) && a.ents[e].to <= k {
			e++
		}
		a.entsFrom[k] = int32(e)
	}
}

// sentenceOf is the index of the sentence that holds token k.
func (a *analysis) sentenceOf(k int) int {
	i, _ := slices.BinarySearchFunc(a.sents, k, func(s sentence, k int) int { return s.to - k - 1 })
	return min(i, len(a.sents)-1)
}

// meaning is what a word that does not stand alone stands for.
type meaning struct {
	words string
	from  bytesOf
	// sure is set when nothing else comes near; many when it is a plural.
	sure, many bool
}

// candidate is a person a pronoun may stand for.
type candidate struct {
	name string
	// at is the entity that names them in full.
	at, score int
	// unsure is set when several people share the name that is nearest.
	unsure bool
}

// lookBack is the person that "he" or "she" at token k most likely is: near, fitting, a subject rather than an
// object, in the same paragraph rather than the last, and best one who spoke. other is somebody it is not.
func (a *analysis) lookBack(k int, kind string, speakers map[int]bool, other string) meaning {
	best, second := candidate{score: noScore}, noScore
	for _, c := range a.candidates(k, kind, speakers, other) {
		if c.score > best.score {
			best, second = c, best.score
		} else {
			second = max(second, c.score)
		}
	}
	unnamed := a.unnamed(k, kind)
	if best.name == "" || unnamed >= best.score {
		delete(a.meant, kind)
		return meaning{}
	}
	if unnamed > noScore && a.objectPronoun(k) { // "him" may as well be who did nothing in the sentence
		second = best.score
	}
	second = max(second, unnamed)
	m := meaning{words: best.name, from: a.tokensOf(a.ents[best.at].core, a.ents[best.at].to), sure: best.score-second >= 2 && !best.unsure}
	a.meant[kind] = meant{m, a.sentenceOf(k)}
	return m
}

// candidates are the people before token k that "he" or "she" may be, each once with the best of the scores of
// their mentions and a point for every further one.
func (a *analysis) candidates(k int, kind string, speakers map[int]bool, other string) []candidate {
	var found []candidate
	enter := func(c candidate) {
		i := slices.IndexFunc(found, func(o candidate) bool { return o.name == c.name })
		if i < 0 {
			found = append(found, c)
			return
		}
		found[i].score = max(found[i].score, c.score) + 1
	}
	here := a.sentenceOf(k)
	seen, from := 0, a.entityFrom(k)-1
	for e := from; e >= max(0, from-maxLookEntities) && seen < maxLookBack; e-- {
		who := a.ents[e]
		if who.typ != EntityPerson || who.to > k {
			continue
		}
		seen++
		there := a.sentenceOf(who.from)
		if here-there > maxLookSentences && len(found) > 0 {
			break
		}
		name, at := a.personAt(e)
		c := candidate{name: name, at: max(at, 0), score: a.nearness(run{who.from, who.to}, here, there), unsure: name == ""}
		if c.unsure {
			c.name = a.plain(a.tokensOf(who.core, who.to))
		}
		if at < 0 {
			c.at = e
		}
		if c.name == other || !a.fits(e, kind) {
			continue
		}
		if speakers[e] && !a.leadsClause(run{who.from, who.to}) {
			c.score += 3
		}
		if a.genderOf(e) != genderUnknown {
			c.score++
		}
		enter(c)
	}
	if last := a.meant[kind]; last.words != "" && last.words != other && here-last.sentence <= 2 {
		if at, ok := a.mentions.first[last.words]; ok {
			enter(candidate{name: last.words, at: at, score: 4 - 3*(here-last.sentence)})
		}
	}
	return found
}

// meant is whom a pronoun in a sentence stood for.
type meant struct {
	meaning
	sentence int
}

// nearness is how likely by its place the person whom the words who in sentence there name is meant in sentence here.
func (a *analysis) nearness(who run, here, there int) int {
	score := -3 * (here - there)
	if a.sents[here].block != a.sents[there].block {
		score--
	}
	if who.from == a.sents[there].from || a.leadsClause(who) || a.speaksAfter(who.from, a.sents[there].from) {
		score += 3
	}
	if who.to < len(a.toks) && a.toks[who.to].kind == kindPossessive {
		score -= 2
	}
	return score
}

// speaksAfter reports whether the name at token k, of a sentence that begins at from, is the subject of a verb of
// saying before it: "said Ann Lee", "said the head of the port, Ann Lee".
func (a *analysis) speaksAfter(k, from int) bool {
	for j := k - 1; j >= max(from, k-8); j-- {
		if a.has(j, setSay) && a.has(j, setPast|setThird) && !a.toks[j].quoted {
			return j > from && !isWordToken(a.toks[j-1])
		}
	}
	return false
}

// leadsClause reports whether the name who is the subject of a verb: the verb comes right after it, or after an
// apposition.
func (a *analysis) leadsClause(who run) bool {
	if who.from > 0 && a.has(who.from-1, setPrep) {
		return false
	}
	k, to := who.to, a.sents[a.sentenceOf(who.from)].to
	if k < to && a.mark(k, ',') {
		for j := k + 1; j < min(to, k+15); j++ {
			if a.mark(j, ',') {
				k = j + 1
				break
			}
		}
	}
	for k < to && a.has(k, setAdverb) {
		k++
	}
	return k < to && (a.finite(k, who.from) || a.has(k, setCue) && a.has(k, setPast|setThird))
}
