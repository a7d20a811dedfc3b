package splitter

import "strings"

// maxClause is how many tokens of a clause are read for its verb and subject, and how long a run may be to be
// split. Longer ones are no prose, and the work on them must stay in proportion to their length.
const maxClause = 120

// verbAt is the main finite verb of the clause [from,to): the first that stands in no relative clause and is no
// participle; -1 when there is none. A clause headed by a conjunction ("When …, X did") is passed over.
func (a *analysis) verbAt(r run) int {
	from := a.mainStart(r)
	if r.empty() {
		return -1
	}
	relative := false
	inside := a.toks[from].quoted && a.toks[r.to-1].quoted
	for k := from; k < min(r.to, from+maxClause); k++ {
		if a.toks[k].quoted && !inside {
			continue
		}
		if k > from && a.oneOf(k, relatives) && !a.has(k-1, setPrep) {
			relative = true
			continue
		}
		if !a.finite(k, r.from) {
			continue
		}
		if relative {
			relative = false
			for k+1 < r.to && a.has(k+1, setAux|setModal|setAdverb|setNot|setPast) {
				k++
			}
			continue
		}
		if !a.reduced(k, r.to) {
			return k
		}
	}
	return a.thirdPerson(run{from, min(r.to, from+maxClause)})
}

// mainStart is where the main clause of r begins, after a conjunction's clause set off by a comma.
func (a *analysis) mainStart(r run) int {
	if r.empty() || !a.has(r.from, setSub) || a.has(r.from, setDet) || a.oneOf(r.from, relatives) {
		return r.from
	}
	for k := r.from + 1; k+1 < min(r.to, r.from+maxClause); k++ {
		if a.mark(k, ',') && a.toks[k].quoted == a.toks[r.from].quoted {
			return k + 1
		}
	}
	return r.from
}

// finite reports whether token k reads as a finite verb in a clause that begins at from.
func (a *analysis) finite(k, from int) bool {
	if k >= len(a.toks) {
		return false
	}
	t := &a.toks[k]
	if t.kind == kindPossessive {
		return k > from && a.oneOf(k-1, shortened)
	}
	if t.kind != kindWord || t.shape != shapeLower || a.oneOf(k, unfinished) {
		return false
	}
	if k > from && (a.has(k-1, setDet) && !a.has(k-1, setPronoun) && !a.oneOf(k-1, loneDets) ||
		a.has(k-1, setPrep) && !a.oneOf(k-1, clausePreps) || a.toks[k-1].kind == kindPossessive) {
		return false
	}
	switch {
	case t.words&(setAux|setModal) != 0, a.oneOf(k, pasts):
		return true
	case t.words&setCue != 0 && t.words&(setPast|setThird) != 0:
		return t.words&setNounish == 0 || a.takesObject(k+1) && k > from && a.subjectLike(k-1) && !(t.words&setThird != 0 && a.manyAt(k-1))
	case a.oneOf(k, plain), a.oneOf(k, unmarked):
		return k > from && (a.manyAt(k-1) || a.oneOf(k, unmarked) && a.subjectLike(k-1) && a.takesObject(k+1))
	case t.words&setVerb != 0:
		return k > from && a.subjectLike(k-1) && (strings.HasSuffix(a.str(k), "s") || a.manyAt(k-1))
	}
	word := a.str(k)
	return len(word) >= 4 && strings.HasSuffix(word, "ed") && t.words&setPrep == 0
}

// subjectLike reports whether token k can be the last of a subject.
func (a *analysis) subjectLike(k int) bool {
	t := a.toks[k]
	return t.kind == kindWord && !a.has(k, setPrep|setAnd|setSub|setAux|setModal) && (!a.has(k, setDet) || a.has(k, setPronoun)) ||
		t.kind == kindNumber || t.kind == kindClose || a.mark(k, ',') || a.mark(k, ')')
}

// manyAt reports whether token k is the end of a plural subject.
func (a *analysis) manyAt(k int) bool {
	if a.has(k, setPlural) || a.oneOf(k, manyWords) {
		return true
	}
	word := a.str(k)
	return a.toks[k].kind == kindWord && len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us")
}

// takesObject reports whether what begins at token k reads as an object or complement of a verb before it.
func (a *analysis) takesObject(k int) bool {
	if k >= len(a.toks) {
		return false
	}
	t := a.toks[k]
	return a.has(k, setDet|setPronoun) || a.oneOf(k, completing) || t.kind == kindNumber || a.has(k, setNumber) ||
		a.name(k) || t.kind == kindOpen || a.currencySign(k)
}

// currencySign reports whether token k is the sign of a currency.
func (a *analysis) currencySign(k int) bool {
	code, _, _ := a.currencyBefore(k, min(k+2, len(a.toks)))
	return code != ""
}

// reduced reports whether the verb at k is a participle that belongs to the noun before it ("figures obtained by
// the Post show"): it has no object, and a finite verb follows in the same breath.
func (a *analysis) reduced(k, to int) bool {
	if a.has(k, setAux|setModal) || a.oneOf(k, told) || k+1 >= to || !a.has(k+1, setPrep) {
		return false
	}
	if a.is(k+1, "by") && strings.HasSuffix(a.str(k), "ed") {
		return true
	}
	for j := k + 2; j < min(to, k+16); j++ {
		if a.toks[j].kind != kindWord && a.toks[j].kind != kindNumber && a.toks[j].kind != kindPossessive || a.has(j, setAnd) || a.oneOf(j, binders) {
			return false
		}
		if a.oneOf(j, leanings) {
			return false
		}
		if a.finite(j, k) && !a.has(j-1, setAdverb|setNot) || a.finite(j, k) && a.has(j, setCue) {
			return true
		}
	}
	return false
}

// thirdPerson is a verb the tables do not know, by its form: "earns", after a singular and before an object; -1
// when there is none.
func (a *analysis) thirdPerson(r run) int {
	for k := r.from + 1; k+1 < r.to; k++ {
		word := a.str(k)
		if a.toks[k].shape != shapeLower || len(word) < 4 || !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") {
			continue
		}
		if a.subjectLike(k-1) && !a.manyAt(k-1) && !a.mark(k-1, ',') && !a.has(k, setPlural|setPrep|setAdverb|setTime|setDet) && a.takesObject(k+1) {
			return k
		}
	}
	return -1
}

// groupFrom is where the auxiliaries and adverbs before the verb at k begin, no further than from.
func (a *analysis) groupFrom(k, from int) int {
	for k > from && a.has(k-1, setAux|setModal|setAdverb|setNot) && !a.name(k-1) {
		k--
	}
	return k
}

// subjectOf is the subject of the clause r: what stands before its verb, without a time or place that leads in.
// It is empty when the clause has none.
func (a *analysis) subjectOf(r run) run {
	verb := a.verbAt(r)
	if verb <= r.from {
		return run{}
	}
	subject := run{a.mainStart(r), a.groupFrom(verb, r.from)}
	if a.has(subject.from, setPrep|setTime|setAdverb|setDay) && !a.has(subject.from, setDet) || a.dateAt(subject.from) > subject.from {
		lead := subject.from
		for k := subject.from; k < subject.to; k++ {
			if a.mark(k, ',') {
				lead = k + 1
				break
			}
			if end := a.dateAt(k); end > k && lead == subject.from && k <= subject.from+1 {
				lead = end
				k = end - 1
			}
		}
		subject.from = lead
	}
	for !subject.empty() && (a.mark(subject.from, ',') || a.has(subject.from, setAnd)) {
		subject.from++
	}
	return subject
}

// headOf is the noun phrase a subject begins with, without what is said of it: "A ferry" of "A ferry carrying 214
// passengers", but "the University of Leeds" whole.
func (a *analysis) headOf(subject run) run {
	for k := subject.from + 1; k < subject.to; k++ {
		t := a.toks[k]
		if e := a.entityAt(k); e >= 0 && a.ents[e].from < k {
			continue
		}
		if t.kind == kindPossessive || t.kind == kindNumber || a.currencySign(k) || a.is(k, "of") || a.has(k, setAnd) && k+1 < subject.to {
			continue
		}
		if t.kind != kindWord || a.has(k, setPrep|setSub) || a.has(k, setAnd) ||
			k > subject.from+1 && t.shape == shapeLower && (strings.HasSuffix(a.str(k), "ing") || strings.HasSuffix(a.str(k), "ed")) && !a.has(k, setRole) {
			return run{subject.from, k}
		}
	}
	return subject
}

// many reports whether the noun phrase r is plural.
func (a *analysis) many(r run) bool {
	head := r.to - 1
	for k := r.from; k < r.to; k++ {
		if a.has(k, setAnd) {
			return true
		}
		if a.is(k, "of") && k > r.from {
			head = k - 1
			break
		}
	}
	return a.manyAt(head) && a.entityAt(head) < 0 || a.oneOf(r.from, manyLeads)
}

// human reports whether the noun phrase r is one person.
func (a *analysis) human(r run) bool {
	for k := r.from; k < r.to; k++ {
		if e := a.entityAt(k); e >= 0 && a.ents[e].typ == EntityPerson {
			return true
		}
	}
	head := r.to - 1
	return a.has(head, setTitle) || head > r.from && a.has(head, setDemonym) && a.is(r.from, "the") || a.has(head, setRole) && !a.has(head, setOrg) && !a.oneOf(head, bodies) ||
		a.oneOf(head, humans)
}
