package splitter

import (
	"slices"
	"strings"
)

// maxFills is how many words of one statement are filled in. No sentence of prose needs more.
const maxFills = 12

// references finds what the words of one claim stand for that do not stand alone.
type references struct {
	a        *analysis
	sentence int
	p        piece
	// known are the kinds of pronoun whose antecedent stands in the statement by now.
	known []string
	// named are the people named in full in the statement by now.
	named   []string
	unclear []string
	count   int
}

func (a *analysis) newReferences(i int, p piece) *references {
	return &references{a: a, sentence: i, p: p}
}

// pronounKinds tell pronouns that can have one antecedent from those that cannot. It is only ever read.
var pronounKinds = map[string]string{"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
	"it": "it", "its": "it", "itself": "it", "they": "they", "their": "they", "them": "they", "themselves": "they", "i": "i", "my": "i", "me": "i",
	"we": "we", "our": "we", "us": "we"}

// pronounKind is the kind of the pronoun at token k, "" when it is none.
func (a *analysis) pronounKind(k int) string {
	if !a.has(k, setPronoun|setDet) {
		return ""
	}
	return pronounKinds[strings.ToLower(a.str(k))]
}

// fills are the words to put in among the tokens of r, in order.
func (f *references) fills(r run) []fill {
	a := f.a
	var out []fill
	for k := r.from; k < r.to && f.count < maxFills; k++ {
		if a.toks[k].kind != kindWord {
			continue
		}
		if a.toks[k].quoted && !f.spoken() {
			continue // what stands in quotation marks stays as it was said
		}
		one, ok := f.fillAt(k, r)
		if !ok {
			f.note(k, r)
			continue
		}
		f.count++
		out = append(out, one)
		k = one.at.to - 1
	}
	return out
}

// spoken reports whether the whole claim is quoted words without their marks.
func (f *references) spoken() bool {
	if f.p.framed {
		return false
	}
	r := f.p.all()
	q := f.a.quotationAt(r.from)
	return q >= 0 && f.a.quotes[q].from < r.from && f.p.attribution >= 0
}

// fillAt is what is put in for the words at token k of r.
func (f *references) fillAt(k int, r run) (fill, bool) {
	a := f.a
	if e := a.entityAt(k); e >= 0 && a.ents[e].from == k && !a.ents[e].typ.isFigure() {
		if one, ok := f.fullName(e, r); ok {
			return one, true
		}
	}
	if kind := a.pronounKind(k); kind != "" {
		return f.pronoun(k, r, kind)
	}
	if f.spoken() {
		return fill{}, false
	}
	if one, ok := a.dateWords(k, r); ok {
		return one, true
	}
	if a.is(k, "there") {
		return f.there(k, r)
	}
	if a.is(k, "the") || a.is(k, "both") {
		return f.description(k, r)
	}
	return fill{}, false
}

// fullName is the full name for the last name or acronym that is entity e.
func (f *references) fullName(e int, r run) (fill, bool) {
	a := f.a
	ent := a.ents[e]
	if ent.to > r.to || ent.from > r.from && a.has(ent.from-1, setDet) && ent.to < r.to && a.toks[ent.to].shape == shapeLower && !a.finite(ent.to, ent.from) {
		return fill{}, false // "the Cruise video"
	}
	words := a.plain(a.tokensOf(ent.core, ent.to))
	if ent.typ == EntityPerson {
		full, at := a.personAt(e)
		if full == "" || slices.Contains(f.named, full) {
			return fill{}, false
		}
		f.named = append(f.named, full)
		if full == words || at < 0 || at == e || !a.titleFits(e, at) {
			return fill{}, false
		}
		from := ent.core
		if from > ent.from && a.oneOf(from-1, civil) || from > ent.from+1 && a.mark(from-1, '.') && a.oneOf(from-2, civil) {
			from = ent.from
		}
		if from > ent.from { // the title before it is written as it stands
			return fill{at: run{ent.from, ent.to}, words: a.plain(a.tokensOf(ent.from, from)) + " " + full, from: a.tokensOf(a.ents[at].core, a.ents[at].to)}, true
		}
		return fill{at: run{ent.from, ent.to}, words: full, from: a.tokensOf(a.ents[at].core, a.ents[at].to)}, true
	}
	if long, ok := a.longForm(ent); ok && !slices.Contains(f.named, words) && !(r.from <= long.from && long.from < ent.from) {
		f.named = append(f.named, words)
		return fill{at: run{ent.from, ent.to}, words: a.plain(a.tokensOf(long.from, long.to)) + " (" + words + ")", from: a.tokensOf(long.from, long.to)}, true
	}
	return fill{}, false
}

// pronoun is whom the pronoun at token k of r stands for.
func (f *references) pronoun(k int, r run, kind string) (fill, bool) {
	a := f.a
	if a.another(k, r, kind) || slices.Contains(f.known, kind) || (kind == "i" || kind == "we") && !f.spoken() || kind == "i" && !(a.is(k, "I") || a.is(k, "my")) || kind == "we" && a.is(k, "us") || a.empty(k, r) {
		return fill{}, false
	}
	if f.p.subject != r && !f.p.subject.empty() && f.within(f.p.subject, k, kind) || f.within(run{r.from, k}, k, kind) || f.ahead(k, r, kind) {
		f.known = append(f.known, kind)
		return fill{}, false
	}
	m := a.referent(k, kind, f.sentence, f.p)
	if m.words == "" || !m.sure {
		return fill{}, false
	}
	if k+1 < r.to && a.toks[k+1].kind == kindPossessive {
		return fill{}, false // "it’s" would read as a genitive
	}
	words := m.words
	if k+1 < r.to && a.is(k+1, "or") {
		return fill{}, false // "his or her"
	}
	possessive := a.oneOf(k, possessives) || a.is(k, "her") && a.possessiveHer(k, r)
	switch {
	case possessive:
		words = a.genitive(words, m.many)
	case (kind == "i" || kind == "we") && !a.agrees(k, r, kind, m.many):
		return fill{}, false
	case a.oneOf(k, reflexives):
		return fill{}, false
	}
	f.known = append(f.known, kind)
	f.named = append(f.named, m.words)
	return fill{at: run{k, k + 1}, words: words, from: m.from}, true
}

// possessiveHer reports whether the "her" at k of r has a noun after it.
func (a *analysis) possessiveHer(k int, r run) bool {
	return k+1 < r.to && a.toks[k+1].kind == kindWord && !a.has(k+1, setPrep|setAnd|setSub|setAux|setModal|setDet|setPronoun|setAnyTime)
}

// agrees reports whether the verb after the "I" or "we" at k can stay as it is after a name.
func (a *analysis) agrees(k int, r run, kind string, many bool) bool {
	verb := k + 1
	for verb < r.to && a.has(verb, setAdverb|setNot) {
		verb++
	}
	if verb >= r.to {
		return false
	}
	if a.has(verb, setModal) || a.oneOf(verb, hadDid) || a.oneOf(verb, pasts) && !a.oneOf(verb, wasWere) || a.has(verb, setPast) && !a.has(verb, setBase) {
		return true
	}
	word := a.str(verb)
	if len(word) > 4 && strings.HasSuffix(word, "ed") {
		return true
	}
	return kind == "i" && a.is(verb, "was") || kind == "we" && many && a.has(verb, setAux|setVerb|setBase)
}

// genitive is the possessive form of words, with the apostrophe the text uses.
func (a *analysis) genitive(words string, many bool) string {
	if many && strings.HasSuffix(words, "s") {
		return words + a.mentions.apostrophe
	}
	return words + a.mentions.apostrophe + "s"
}

// within reports whether tokens r, before the pronoun at k, may hold what a pronoun of kind stands for, so that
// the statement explains it itself.
func (f *references) within(r run, k int, kind string) bool {
	a := f.a
	switch kind {
	case "he", "she":
		for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
			if a.ents[e].typ == EntityPerson && a.fits(e, kind) {
				return true
			}
		}
		if subject := a.subjectOf(f.clause(r)); !subject.empty() && subject.to <= k {
			head := a.headOf(subject)
			last := head.to - 1
			if !a.many(head) && a.has(head.from, setDet) && !a.has(last, setOrg) && !a.oneOf(last, bodies) {
				return true // "the nominee … his"
			}
		}
		return a.anyHas(r.from, r.to, setTitle) || a.anyOf(r, manOrWoman)
	case "it":
		for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
			if t := a.ents[e].typ; (t == EntityOrganization || t == EntityPlace) && a.ents[e].to <= k {
				return true
			}
		}
		subject := a.subjectOf(f.clause(r))
		if subject.empty() {
			subject = r
		}
		head := a.headOf(subject)
		return !head.empty() && head.to <= k && !a.has(head.from, setPronoun) && !a.oneOf(head.from, itsOwn) && !a.many(head) && !a.human(head) ||
			a.singularBefore(r, k)
	case "they":
		subject := a.subjectOf(f.clause(r))
		if !subject.empty() && subject.to <= k && !a.has(subject.from, setPronoun) {
			return true
		}
		for j := r.from; j < r.to; j++ {
			if j+1 < k && a.toks[j].kind == kindWord && !a.has(j, setPronoun|setPrep) && a.manyAt(j) && a.entityAt(j) < 0 || a.has(j, setAnd) {
				return true
			}
		}
	}
	return false
}

// ahead reports whether the pronoun at k of r leads up to the subject it stands for: "In its report, the bank said".
func (f *references) ahead(k int, r run, kind string) bool {
	a := f.a
	subject := a.subjectOf(f.clause(r))
	return kind != "i" && kind != "we" && subject.from > k && !subject.empty() && !a.has(subject.from, setPronoun)
}

// singularBefore reports whether a singular noun with a determiner stands among tokens r before token k.
func (a *analysis) singularBefore(r run, k int) bool {
	for j := r.from; j+2 < k; j++ {
		if a.oneOf(j, singularLeads) && !a.manyAt(j+1) && (j+2 >= k || !a.manyAt(j+2)) {
			return true
		}
	}
	return false
}

// clause is r as far as the whole part of the claim that begins there goes.
func (f *references) clause(r run) run {
	for _, part := range f.p.parts {
		if part.from == r.from {
			return part
		}
	}
	return r
}

// there is the place that "there" at token k of r means: the one place the sentence before tells of.
func (f *references) there(k int, r run) (fill, bool) {
	a := f.a
	if k+1 < r.to && a.has(k+1, setAux|setModal|setVerb) || k == r.from || f.sentence == 0 {
		return fill{}, false
	}
	before := a.sents[f.sentence-1]
	if a.placesIn(run{a.sents[f.sentence].from, k}) != -1 {
		return fill{}, false
	}
	e := a.placesIn(run{before.from, before.to})
	if e < 0 || !a.oneOf(max(a.ents[e].from-1, 0), pointers) || a.mark(a.ents[e].to, ',') {
		return fill{}, false
	}
	place := a.tokensOf(a.ents[e].from, a.ents[e].to)
	return fill{at: run{k, k + 1}, words: "in " + a.plain(place), from: place}, true
}

// placesIn is the entity that is the only place among tokens r, -1 when there is none and -2 when there are more.
func (a *analysis) placesIn(r run) int {
	found := -1
	for e, seen := a.entityFrom(r.from), 0; e < len(a.ents) && a.ents[e].from < r.to && seen < maxLookBack; e, seen = e+1, seen+1 {
		if a.ents[e].typ == EntityPlace {
			if found >= 0 {
				return -2
			}
			found = e
		}
	}
	return found
}

// description is what "the ministry", "the two nations" and the like at token k of r stand for.
func (f *references) description(k int, r run) (fill, bool) {
	a := f.a
	if m, end := a.pairOf(k, r, f.sentence); end > k {
		return fill{at: run{k, end}, words: m.words, from: m.from}, true
	}
	if k+2 > r.to || !a.is(k, "the") || k+2 < r.to && (a.is(k+2, "of") || a.is(k+2, "for") || a.name(k+2) || a.is(k+2, "that") || a.is(k+2, "which") || a.is(k+2, "who") ||
		a.toks[k+2].kind == kindWord && !a.has(k+2, setPrep|setAnd|setSub|setAdverb|setNot|setAnyTime|setAux|setModal|setDet) && !a.finite(k+2, k)) {
		return fill{}, false
	}
	m := a.described(k+1, k)
	for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < k; e++ {
		if a.ents[e].typ == EntityOrganization {
			return fill{}, false // it may be the one named in the claim itself
		}
	}
	if m.words == "" || m.from.overlaps(a.tokensOf(r.from, r.to)) {
		return fill{}, false
	}
	return fill{at: run{k, k + 2}, words: m.words, from: m.from}, true
}

// note keeps the word at token k as unclear when it does not stand alone and nothing could be put in.
func (f *references) note(k int, r run) {
	a := f.a
	kind := a.pronounKind(k)
	switch {
	case kind == "" && !a.oneOf(k, adrift):
		return
	case kind == "" && (a.is(k, "former") || a.is(k, "latter")) && !(k > r.from && a.is(k-1, "the") && (k+1 == r.to || !a.name(k+1) && a.finite(k+1, r.from))):
		return
	case kind == "" && (a.is(k, "yesterday") || a.is(k, "tomorrow")) && a.published.IsZero():
		return
	case a.is(k, "there") && k+1 < r.to && a.has(k+1, setAux|setModal|setVerb):
		return
	case kind != "" && (slices.Contains(f.known, kind) && !a.another(k, r, kind) || kind == "it" && a.empty(k, r) || (kind == "we" || kind == "i") && !f.spoken()):
		return
	}
	if kind != "" {
		f.known = append(f.known, kind)
	}
	if why := "unclear: " + strings.ToLower(a.str(k)); len(f.unclear) < 3 {
		f.unclear = append(f.unclear, why)
	}
}

// empty reports whether the "it" at k of r stands for nothing: "it is clear that", "it rained".
func (a *analysis) empty(k int, r run) bool {
	if !a.is(k, "it") {
		return false
	}
	if k+2 < r.to && a.toks[k+1].kind == kindPossessive {
		k++ // "it's"
	}
	if k+1 < r.to && a.oneOf(k+1, emptyVerbs) ||
		k > r.from && a.oneOf(k-1, emptyLeads) && !a.finite(k+1, k) {
		return true
	}
	if k+1 < r.to && a.oneOf(k+1, emptyIs) || a.toks[k].kind == kindPossessive {
		for j := k + 1; j < min(r.to, k+8); j++ {
			if a.is(j, "that") || a.is(j, "time") || a.is(j, "to") || a.is(j, "when") || a.is(j, "whether") {
				return true
			}
		}
	}
	return false
}
