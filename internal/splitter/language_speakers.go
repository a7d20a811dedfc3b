package splitter

// speakerAfter is who speaks where f's verb comes first: the noun phrase at token k or after adverbials and a
// listener there. It notes an outlet among these in f, and returns the token after all of it.
func (a *analysis) speakerAfter(f *saying, k int) (source run, end int) {
	for k < f.s.to {
		next := a.pastListener(f, k)
		if next == k {
			next = a.pastAdverbial(k, f.s.to)
		}
		if next == k && source.empty() && !a.has(k, setThat) {
			source = a.nounPhrase(k, f.s.to, true)
			next = max(k, source.to)
		}
		if next == k {
			break
		}
		k = next
	}
	return source, k
}

// pastAdverbial is the end of the adverbial at token k: an adverb, a particle of the verb, a day or date.
func (a *analysis) pastAdverbial(k, to int) int {
	if a.has(k, setPrep) && k+1 < to && !a.name(k+1) || a.has(k, setPrep) && k+1 < to && a.has(k+1, setTime|setMonth) {
		k++
		start := k
		if a.has(k, setDet) {
			k++
		}
		at := k
		for k < to && (a.has(k, setTime|setMonth|setDay) || a.toks[k].kind == kindNumber) {
			k++
		}
		if k > at {
			return k
		}
		return start - 1
	}
	if a.has(k, setDet) && k+1 < to && a.has(k+1, setTime|setDay) {
		for k++; k < to && a.has(k, setTime|setDay); k++ {
		}
		return k
	}
	if a.has(k, setAdverb|setTime|setDay) && !a.has(k, setDet|setPronoun) || a.oneOfWords(k, a.lang.data.particles) {
		return k + 1
	}
	if h := a.hedgeFrom(k); h < len(a.hedges) && a.hedges[h].from == k {
		return a.hedges[h].to
	}
	return k
}

// oneOfWords reports whether token k is in list, whatever its case and script.
func (a *analysis) oneOfWords(k int, list *wordList) bool {
	return list != nil && a.toks[k].kind == kindWord && list.holds(foldWord(a.str(k)))
}

// pastListener is the end of the listener at token k, or k; it notes in f one that is an outlet.
func (a *analysis) pastListener(f *saying, k int) int {
	end := a.phraseEnd(k, a.lang.listeners)
	if end == k && !(a.has(k, setMedia) && a.name(k)) {
		return k
	}
	if end == k+1 && a.has(k, setDet|setOrg|setRole) && !a.has(k, setPrep) && !a.outletAt(end, f.s.to) {
		return k // "dem" or "agencji" begins a listener only before the name of an outlet
	}
	if end > k && !a.has(end-1, setPrep) && !a.outletAt(end, f.s.to) {
		return end // "журналистам"
	}
	heard := a.nounPhrase(end, f.s.to, false)
	if heard.empty() {
		return k
	}
	if a.outletAt(end, heard.to) && f.outlet.empty() {
		f.outlet = heard
	}
	return heard.to
}

// outletAt reports whether the words at token k, before to, name an outlet: one that is known, letters, or a name
// in quotation marks.
func (a *analysis) outletAt(k, to int) bool {
	for j := k; j < min(to, k+4); j++ {
		if a.has(j, setMedia) || a.toks[j].shape == shapeUpper || a.toks[j].kind == kindOpen {
			return true
		}
		if !a.has(j, setDet|setRole|setOrg) {
			return false
		}
	}
	return false
}

// nounPhrase is the phrase at token k that can name somebody. Where a verb must have a subject there, sure is set
// and any noun will do.
func (a *analysis) nounPhrase(k, to int, sure bool) run {
	if k >= to {
		return run{}
	}
	if a.has(k, setPronoun) && !a.has(k, setDet|setPrep) {
		return run{k, k + 1}
	}
	end, head := k, false
	for end < to && end-k < maxSpeaker {
		if a.toks[end].kind == kindOpen {
			q := a.quotationAt(end)
			if q < 0 || a.quotes[q].to-end > 6 || a.quotes[q].to > to || end > k && a.insidePerson(end-1) {
				break
			}
			end, head = a.quotes[q].to, true
			continue
		}
		if !a.inNounPhrase(k, end, to, sure) {
			break
		}
		head = head || a.name(end) || a.has(end, setRole|setTitle|setOrg|setMedia) || sure && !a.has(end, setDet|setPrep)
		end++
	}
	for end > k && a.has(end-1, setDet|setPrep|setAnd) && !a.name(end-1) {
		end--
	}
	if !head || end == k {
		return run{}
	}
	return run{k, end}
}

// insidePerson reports whether token k is in the name of a person.
func (a *analysis) insidePerson(k int) bool {
	e := a.entityAt(k)
	return e >= 0 && a.ents[e].typ == EntityPerson
}

// inNounPhrase reports whether token k goes on with the noun phrase begun at from.
func (a *analysis) inNounPhrase(from, k, to int, sure bool) bool {
	t := a.toks[k]
	if t.kind != kindWord && t.kind != kindPossessive || t.quoted {
		return false
	}
	if a.name(k) && !a.has(k, setTime|setDay|setMonth) {
		return !(k > from && a.has(k, setMedia) && a.name(k-1) && !a.has(k-1, setMedia|setDet) && !a.lang.data.nounCapitals)
	}
	after := k > from && (a.name(k-1) || a.has(k-1, setRole|setTitle|setOrg) || a.toks[k-1].shape == shapeLower && sure)
	switch {
	case a.has(k, setThat|setModal|setAux|setSay|setTime|setDay|setVerb) && !a.has(k, setDet|setRole|setTitle),
		a.has(k, setAdverb) && !a.has(k, setRole), a.oneOfWords(k, a.lang.data.particles) && after:
		return false
	case a.has(k, setPrep) && a.has(k, setDet): // of the: "du", "del", "des"
		return k == from || after
	case a.has(k, setDet):
		return k == from || a.has(k-1, setPrep|setAnd) || a.lang.data.nounCapitals && after && k+1 < to && !a.listensAt(k, to)
	case a.has(k, setPrep):
		return after && k+1 < to && (a.name(k+1) || a.lang.data.elides) && a.has(k-1, setRole|setTitle|setOrg) && a.phraseEnd(k, a.lang.listeners) == k
	case a.has(k, setAnd):
		return after && k+1 < to && (a.name(k+1) || a.has(k+1, setDet|setRole))
	case a.has(k, setSub|setPronoun|setNot):
		return false
	default:
		return sure || a.has(k, setRole|setTitle|setOrg|setMedia) || k > from && (a.has(k-1, setDet) || a.has(k-1, setTitle|setRole) && k+1 < to && a.name(k+1))
	}
}

// listensAt reports whether the German article at token k begins a listener: "dem Sender", "der dpa".
func (a *analysis) listensAt(k, to int) bool {
	return a.is(k, "dem") || !a.is(k, "des") && a.outletAt(k+1, to)
}

// speakerBefore is the noun phrase that ends before the verb at token g, in the clause that begins at from or later.
func (a *analysis) speakerBefore(from, g int) run {
	end := a.beforeHedge(from, g)
	for end > from && (a.has(end-1, setNot|setAdverb|setTime) || a.has(end-1, setPronoun) && end-1 > from && !a.boundary(end-2)) &&
		!a.has(end-1, setRole) {
		end--
	}
	if end > from+2 && a.mark(end-1, ',') { // an apposition: "X, the minister, said"
		for k := end - 2; k > from && k > end-maxSpeaker; k-- {
			if a.mark(k, ',') && !a.toks[k].quoted {
				end = k
				break
			}
		}
	}
	start := end
	for start > from && !a.boundary(start-1) {
		start--
	}
	return a.subjectIn(start, end)
}

// beforeHedge is where the hedge begins that ends before token g, or g.
func (a *analysis) beforeHedge(from, g int) int {
	if h := a.hedgeFrom(from); h < len(a.hedges) && a.hedges[h].to == g {
		return a.hedges[h].from
	}
	return g
}

// boundary reports whether a clause or phrase may begin after token k.
func (a *analysis) boundary(k int) bool {
	t := a.toks[k]
	if t.quoted && t.kind != kindClose && t.kind != kindOpen {
		return t.kind != kindWord && !a.dash(k)
	}
	return t.kind == kindStop || t.kind == kindPunct || a.has(k, setThat|setSub) && !a.has(k, setDet|setPronoun|setPrep) ||
		a.has(k, setAnd) && k+1 < len(a.toks) && !(a.name(k+1) && a.name(max(k-1, 0)))
}

// subjectIn is the noun phrase at the end of tokens [start,end), adverbials before it left out.
func (a *analysis) subjectIn(start, end int) run {
	for start < end {
		next := a.pastAdverbial(start, end)
		if next == start && a.has(start, setAnd) {
			next++
		}
		if next == start {
			break
		}
		start = next
	}
	if start < end && a.has(start, setPrep) && !a.has(start, setDet) {
		if a.lang.data.verbSecond {
			return run{}
		}
		start = a.afterAdverbialPhrase(start, end)
	}
	if start >= end || end-start > maxSpeaker {
		return run{}
	}
	if end-start == 1 && a.has(start, setPronoun) {
		return run{start, end}
	}
	head := false
	for k := start; k < end; k++ {
		if !a.toks[k].quoted && a.has(k, setAux|setModal|setSay|setVerb) && !a.has(k, setDet|setRole|setTitle) && !a.name(k) {
			return run{}
		}
		head = head || a.name(k) || a.has(k, setRole|setTitle|setOrg|setMedia) || k > start && a.has(k-1, setDet)
	}
	if !head {
		return run{}
	}
	return run{start, end}
}

// afterAdverbialPhrase is where, after a preposition at token k, a noun phrase of its own begins: at an article, a
// title or a role that no preposition governs.
func (a *analysis) afterAdverbialPhrase(k, end int) int {
	for j := k + 2; j < end; j++ {
		if a.has(j-1, setPrep|setDet|setAnd) {
			continue
		}
		if a.has(j, setDet) && !a.has(j, setPrep) || a.has(j, setTitle|setRole) && !a.has(j-1, setTitle) {
			return j
		}
	}
	return end
}

// accordingSource is the source after "according to" at token k: up to a comma where that is how the language sets
// it off, and otherwise the noun phrase there.
func (a *analysis) accordingSource(k, to int) run {
	if !a.lang.data.nounCapitals && a.lang.code != "pl" {
		for end := k; end < min(to, k+maxSpeaker); end++ {
			if t := a.toks[end]; end > k && (a.mark(end, ',') || a.mark(end, ')') || t.kind == kindStop) {
				return run{k, end}
			}
			if a.has(end, setSub|setThat) {
				break
			}
		}
	}
	return a.nounPhrase(k, to, false)
}
