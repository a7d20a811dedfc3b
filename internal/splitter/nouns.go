package splitter

import "strings"

// readNoun reads the noun of saying at token k of sentence i, when what was said follows it: "Lee's claim that …", "the
// accusation that …", "a statement by the port that …".
func (a *analysis) readNoun(i, k, first int) {
	s := a.around(a.sents[i], k)
	that := k + 1
	var by run
	if that < s.to && (a.is(that, "by") || a.is(that, "from") || a.is(that, "of")) {
		if by = a.phraseRight(that+1, s.to); by.empty() {
			return
		}
		that = by.to
	}
	if that+2 >= s.to || !a.is(that, "that") || !a.anyVerb(that+1, min(s.to, that+maxReach)) || a.relativeThat(that, s.to) {
		return
	}
	if a.has(k, setSaying) && a.inVenue(s, k) {
		return
	}
	from := k
	for from > s.from && a.describesNoun(from-1) {
		from--
	}
	owner := by
	if p := from - 1; owner.empty() && p > s.from && a.toks[p].kind == kindPossessive {
		owner = a.phraseLeft(s.from, p)
	} else if owner.empty() && p >= s.from && a.oneOf(p, owners) {
		owner = run{p, p + 1}
	} else if owner.empty() {
		owner = a.giver(s, i, from)
	}
	f := frame{s: s, n: i, verb: k, group: run{from, k + 1}, after: that}
	at := attribution{src: owner, cue: a.tokensOf(from, k+1), says: true, rule: ruleNoun, polarity: a.nounPolarity(f)}
	if p := owner.to; !owner.empty() && a.toks[p].kind == kindPossessive {
		at.source = a.tokensOf(owner.from, p+1)
	}
	if end := a.nounClauseEnd(f, that+1); end > that+2 {
		at.content = []bytesOf{a.tokensOf(that+1, end)}
		if a.outside(k, first) {
			a.add(i, at)
		}
	}
}

// relativeThat reports whether the "that" at token k is the subject of the verb after it: "a warning that scared many".
func (a *analysis) relativeThat(k, to int) bool {
	next := k + 1
	for next+1 < to && a.adverb(next) {
		next++
	}
	return a.has(next, setAux|setModal) || next+1 < to && (a.verbLike(next, next) || a.verbish(next)) &&
		(a.has(next+1, setDet|setPrep|setPronoun) || a.name(next+1))
}

// giver is the subject of the verb that the noun at token k is the object of, when that is a verb of uttering: "Lee
// gave a warning that", "has expressed concern that".
func (a *analysis) giver(s sentence, i, k int) run {
	for v := k - 1; v > s.from && k-v < 4; v-- {
		if !a.oneOf(v, giving) {
			if a.toks[v].kind != kindWord || a.verbLike(v, s.from) {
				return run{}
			}
			continue
		}
		f := frame{s: s, n: i, verb: v, group: run{a.groupStart(s, v), v + 1}}
		if f.group.from <= s.from || a.passive(f) {
			return run{}
		}
		return a.speaker(f, len(a.attrs))
	}
	return run{}
}

// inVenue reports whether the noun at token k is only where something was said: "said in a statement that".
func (a *analysis) inVenue(s sentence, k int) bool {
	for p := k - 1; p > s.from && k-p < 5; p-- {
		if a.is(p, "in") || a.is(p, "on") || a.is(p, "at") || a.is(p, "during") {
			return a.anyVerb(s.from, p)
		}
		if !a.has(p, setDet) && !a.describesNoun(p) {
			return false
		}
	}
	return false
}

// describesNoun reports whether token k can stand between a determiner and its noun.
func (a *analysis) describesNoun(k int) bool {
	return a.toks[k].kind == kindWord && a.toks[k].shape == shapeLower &&
		!a.has(k, setDet|setPrep|setAnd|setSub|setPronoun|setAux|setModal) && !a.verbLike(k, k-1) && !a.has(k, setCue)
}

// outside reports whether token k is neither in what an attribution from index first on says nor in its cue.
func (a *analysis) outside(k, first int) bool {
	place := a.tokensOf(k, k+1)
	for _, at := range a.attrs[first:] {
		if overlapsAny(place, at.content) || place.overlaps(at.cue) {
			return false
		}
	}
	return true
}

// nounClauseEnd is the end of the clause from token j that says what the noun of f is about. Where the noun is the
// subject of its sentence the clause ends before the verb of that: "The claim that it rained | was false".
func (a *analysis) nounClauseEnd(f frame, j int) int {
	end := a.clauseEnd(f, j, true)
	if a.anyVerb(f.s.from, f.group.from) {
		return end
	}
	verbs := 0
	for k := j; k < end; k++ {
		if !a.verbLike(k, j) || a.toks[k].quoted {
			continue
		}
		if start := a.groupStart(f.s, k); start < k && a.verbLike(k-1, j) {
			continue // "was closed" is one verb
		}
		if k > j && strings.HasSuffix(a.str(k-1), "ed") && !a.has(k-1, setAnd) && a.has(k, setAux) {
			return k
		}
		verbs++
		if verbs > 1 && !a.has(k-1, setAnd|setPronoun|setSub) && !a.is(k-1, "to") && !a.name(k-1) {
			return k
		}
	}
	return end
}
