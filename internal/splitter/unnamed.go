package splitter

import "strings"

// belongs reports whether the person named at token k of a source that begins at from only belongs to who speaks: "a
// spokesman for Ann Lee", "a team led by the chemist Ann Lee", "lawyers representing Ann Lee".
func (a *analysis) belongs(k, from int) bool {
	for k--; k > from && a.toks[k].kind == kindWord && (a.has(k, setDet|setJob) || a.is(k, "former")); k-- {
		continue
	}
	if k <= from || a.toks[k].kind != kindWord || a.toks[k].shape != shapeLower {
		return false
	}
	return a.has(k, setPrep) || strings.HasSuffix(a.str(k), "ing") || a.verbLike(k, from) && !a.oneOf(k, naming)
}

// How many sentences and tokens back people without a name are looked for, how many tokens may stand between a determiner
// and the noun, and how many names are asked whether the noun is said of them.
const (
	maxUnnamed       = 2
	maxUnnamedTokens = 120
	maxDescription   = 4
)

// noScore is less than any score.
const noScore = -1000

// unnamed is the score of the likeliest person without a name before token k that "he" or "she" may stand for, such as
// "the suspect" or "a driver from Oslo"; it is noScore when there is none.
func (a *analysis) unnamed(k int, kind string) int {
	here, best := a.sentenceOf(k), noScore
	low := max(a.sents[max(0, here-maxUnnamed)].from, k-maxUnnamedTokens)
	for j := k - 1; j > low; j-- {
		r := a.unnamedAt(j, low)
		g := genderUnknown
		if !r.empty() {
			g = a.nounGender(j)
		}
		if r.empty() || g == genderHe && kind == "she" || g == genderShe && kind == "he" {
			continue
		}
		score := a.nearness(r, here, a.sentenceOf(j))
		if a.has(j+1, setSay|setTell) {
			score += 3
		}
		if g != genderUnknown {
			score++
		}
		best = max(best, score)
	}
	return best
}

// unnamedAt is the noun phrase, from token low on, whose noun at token j stands for somebody without a name: not for one
// whom an apposition, a title or the verb "be" gives that noun.
func (a *analysis) unnamedAt(j, low int) run {
	bare := strings.HasSuffix(a.str(j), "-year-old") || a.has(j, setDemonym) && a.is(j-1, "the")
	if !bare && (a.toks[j].shape != shapeLower || !a.has(j, setJob) && !a.oneOf(j, someone)) || a.toks[j].quoted || !a.endsPhrase(j) {
		return run{}
	}
	from := j - 1
	for from > low && j-from <= maxDescription && a.describesNoun(from) {
		from--
	}
	owned := a.toks[from].kind == kindPossessive
	if !owned && !a.oneOf(from, oneOfThem) || from > low && a.oneOf(from-1, beingOf) {
		return run{}
	}
	if comma := from - 1; comma > low && a.mark(comma, ',') && (a.toks[comma-1].kind == kindNumber || a.has(comma-1, setJob) || a.personEnds(comma)) {
		return run{} // "Ann Lee, the mayor,"
	}
	if a.mark(j+1, ',') && j+2 < len(a.toks) && a.name(j+2) && a.entityAt(j+2) >= 0 && a.ents[a.entityAt(j+2)].typ == EntityPerson || a.roleOfNamed(j) {
		return run{}
	}
	return run{from, j + 1}
}

// endsPhrase reports whether the noun phrase with the noun at token j ends there: "the general" does, but not in "the
// general election" or "the singer Ann Lee".
func (a *analysis) endsPhrase(j int) bool {
	if j+1 >= len(a.toks) || a.toks[j+1].kind != kindWord {
		return j+1 < len(a.toks) && a.toks[j+1].kind != kindNumber
	}
	return !a.name(j+1) && (a.has(j+1, setPrep|setAnd|setSub|setAdverb|setNot|setAnyTime|setAux|setModal|setDet|setPronoun) || a.adverb(j+1) || a.verbLike(j+1, j) || a.finite(j+1, j))
}

// personEnds reports whether a person's name ends before token k.
func (a *analysis) personEnds(k int) bool {
	e := a.entityAt(k - 1)
	return e >= 0 && a.ents[e].to == k && a.ents[e].typ == EntityPerson
}

// roleOfNamed reports whether the noun at token j is what somebody whom the text names before is said to be: "the mayor"
// after "Mayor Ann Lee" or "Ann Lee, mayor of Oslo".
func (a *analysis) roleOfNamed(j int) bool {
	noun := strings.ToLower(a.str(j))
	for e, seen := a.entityFrom(j)-1, 0; e >= 0 && seen < maxLookBack; e-- {
		ent := a.ents[e]
		if ent.typ != EntityPerson || ent.to > j {
			continue
		}
		seen++
		after := ent.to
		for after < min(len(a.toks), ent.to+2*maxDescription) && a.toks[after].kind < kindStop && after < j-1 {
			after++
		}
		if a.anyIs(max(0, ent.from-2), ent.core, noun) || after > ent.to && (a.mark(ent.to, ',') || a.oneOf(ent.to, beingOf)) && a.anyIs(ent.to, after, noun) {
			return true
		}
	}
	return false
}

// nounGender is what the noun at token j tells of the gender of who it stands for.
func (a *analysis) nounGender(j int) gender {
	word := a.str(j)
	switch {
	case a.oneOf(j, sheTitles), a.oneOf(j, sheNouns), strings.HasSuffix(word, "woman"):
		return genderShe
	case a.oneOf(j, heTitles), a.oneOf(j, heNouns), strings.HasSuffix(word, "man"):
		return genderHe
	default:
		return genderUnknown
	}
}

// objectPronoun reports whether the pronoun at token k is the object of a verb or preposition.
func (a *analysis) objectPronoun(k int) bool {
	return a.oneOf(k, objectsOf) || a.is(k, "her") && !a.possessiveHer(k, run{k, len(a.toks)})
}

// another reports whether the object pronoun at token k of r stands for somebody else than the pronoun of the same kind, or
// the plural noun, that is the subject of its clause: "he told him", "officers had arrested them".
func (a *analysis) another(k int, r run, kind string) bool {
	if !a.objectPronoun(k) {
		return false
	}
	from := k
	for from > r.from && isWordToken(a.toks[from-1]) && !a.has(from-1, setAnd) && (!a.has(from-1, setSub) || a.has(from-1, setPrep)) {
		from--
		if a.oneOf(from, subjectsOf) {
			return a.pronounKind(from) == kind
		}
	}
	if kind != "they" {
		return false
	}
	subject := a.subjectOf(run{from, r.to})
	return !subject.empty() && subject.to <= k && a.many(a.headOf(subject))
}
