package splitter

// leadInEnd is the comma after which the sentence of f begins properly, when f is in words that lead in to it: "In a
// letter saying it was late, the mayor resigned." It is the end of the sentence when there is none.
func (a *analysis) leadInEnd(f frame) int {
	if a.anyVerb(f.s.from, f.group.from) {
		return f.s.to
	}
	for k := f.after; k+1 < f.s.to; k++ {
		if a.mark(k, ',') && !a.toks[k].quoted && a.startsClause(k+1, f.s.to) {
			return k
		}
	}
	return f.s.to
}

// startsClause reports whether a noun phrase with a verb after it begins at token k.
func (a *analysis) startsClause(k, to int) bool {
	subject := a.phraseRight(k, to)
	if subject.empty() {
		return false
	}
	verb := subject.to
	for verb < to && a.adverb(verb) {
		verb++
	}
	return verb < to && a.verbLike(verb, k)
}

// listener steps over whom somebody is telling, and notes it when it is an outlet.
func (a *analysis) listener(f *frame) {
	j, to := f.group.to, f.s.to
	if j >= to || a.is(j, "that") || a.toks[j].kind == kindOpen || a.mark(j, ',') || a.mark(j, ':') || a.is(j, "to") {
		return
	}
	heard := run{j, j + 1}
	if !a.has(j, setPronoun) || a.has(j, setDet) {
		for heard.to < to && heard.to-j < 12 && a.listening(heard.to) {
			heard.to++
		}
		if heard.to < to && !a.listenerEnds(heard.to) {
			heard = a.phraseRight(j, to)
		}
	}
	if heard.empty() {
		return
	}
	if a.toks[heard.to-1].kind == kindPossessive && heard.to < to {
		if q := a.quotationAt(heard.to); q >= 0 && a.quotes[q].closed { // "the BBC’s ‘Morning Show’"
			heard.to = min(a.quotes[q].to, to)
		}
	}
	f.after = heard.to
	if j := heard.to; j+1 < to && (a.is(j, "in") || a.is(j, "at") || a.is(j, "on")) {
		if e := a.entityAt(j + 1); e >= 0 {
			f.after = a.ents[e].to
		}
	}
	if e := a.entityAt(j); e >= 0 && a.ents[e].typ != EntityPerson && a.name(j) || a.anyHas(heard.from, heard.to, setMedia) {
		f.outlet = heard
	}
}

// listening reports whether token k can be in the middle of a listener's description.
func (a *analysis) listening(k int) bool {
	return !a.listenerEnds(k) && a.toks[k].kind != kindStop && !a.has(k, setAux|setModal|setPronoun)
}

func (a *analysis) listenerEnds(k int) bool {
	return a.oneOf(k, listenerStops) || a.toks[k].kind == kindOpen || a.mark(k, ',') || a.mark(k, ':')
}

// skipAdverbials is the first token from j on that is not about when, where or how something was said.
func (a *analysis) skipAdverbials(j, to int) int {
	for j < to {
		next := j
		switch {
		case a.hedgeAt(j) > j:
			next = a.hedgeAt(j)
		case a.dateAt(j) > j && !a.owns(a.dateAt(j)):
			next = a.dateAt(j)
		case (a.is(j, "on") || a.is(j, "in") || a.is(j, "this") || a.is(j, "earlier") || a.is(j, "late")) && j+1 < to && a.dateAt(j+1) > j+1:
			next = a.dateAt(j + 1)
		case a.is(j, "earlier") || a.is(j, "later") || a.is(j, "again") || a.is(j, "recently"):
			next = j + 1
		case a.is(j, "this") && j+1 < to && a.has(j+1, setTime):
			next = j + 2
		case a.has(j, setPrep):
			next = a.venueEnd(j, to)
		case a.mark(j, ',') && j+1 < to && a.hedgeAt(j+1) > j+1 && a.hedgeAt(j+1) < to:
			next = a.hedgeAt(j + 1)
			if a.mark(next, ',') {
				next++
			}
		}
		if next == j {
			return j
		}
		j = next
	}
	return j
}

// owns reports a possessive at token k: "Friday’s" is no time at which something is said.
func (a *analysis) owns(k int) bool { return k < len(a.toks) && a.toks[k].kind == kindPossessive }

// venueEnd is the end of "in an interview with X" and the like at token j, or j.
func (a *analysis) venueEnd(j, to int) int {
	for k := j + 1; k < min(to, j+7); k++ {
		if a.toks[k].kind != kindWord && a.toks[k].kind != kindPossessive || a.has(k, setAux|setModal|setPronoun) || a.is(k, "that") {
			return j
		}
		if !a.oneOf(k, venues) {
			continue
		}
		end := k + 1
		for end < to && a.oneOf(end, venues) {
			end++ // "in a Facebook post"
		}
		if end == to || a.has(end, setDet) {
			return end
		}
		for end < to && end < k+8 && (a.has(end, setPrep|setDet) || a.name(end) || a.dateAt(end) > end) && !a.is(end, "that") {
			end++
		}
		return end
	}
	return j
}

// hedgeAt is the end of the hedge that begins at token k, or k.
func (a *analysis) hedgeAt(k int) int {
	if h := a.hedgeFrom(k); h < len(a.hedges) && a.hedges[h].from == k {
		return a.hedges[h].to
	}
	return k
}

// dateAt is the end of the date that begins at token k, or k.
func (a *analysis) dateAt(k int) int {
	if e := a.entityAt(k); e >= 0 && a.ents[e].typ == EntityDate && a.ents[e].from == k {
		return a.ents[e].to
	}
	return k
}

// citedAside takes ", citing two officials," between a verb of saying and its "that" as what at rests on, and steps over it.
func (a *analysis) citedAside(at *attribution, f *frame) {
	k := f.after
	if k+2 >= f.s.to || !a.mark(k, ',') || !a.oneOf(k+1, quoting) {
		return
	}
	for end := k + 3; end+1 < min(f.s.to, k+maxApposition); end++ {
		if a.mark(end, ',') && a.is(end+1, "that") {
			at.via, f.after = a.tokensOf(k+2, end), end+1
			return
		}
	}
}
