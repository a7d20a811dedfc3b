package splitter

import "strings"

func (a *analysis) isDash(k int) bool {
	s := a.str(k)
	return s == "—" || s == "–" || s == "--" || s == "―"
}

// bracketStart is the opening bracket of the one that closes at token k, or -1.
func (a *analysis) bracketStart(from, k int) int {
	if k < from || !a.mark(k, ')') {
		return -1
	}
	for open := k - 1; open > from && k-open < 14; open-- {
		if a.mark(open, '(') {
			return open
		}
	}
	return -1
}

// maxModifier is how many tokens may stand between a noun and the end of what is said of it without a comma.
const maxModifier = 16

// withModifiers is phrase, which ends before token end, with the noun it only ends the description of: "A report
// released last year", "Protesters marching through the streets", "companies that had insured the mine".
func (a *analysis) withModifiers(from, end int, phrase run) run {
	start := end
	if !phrase.empty() {
		start = phrase.from
		if a.has(start, setPronoun) && !a.has(start, setDet) {
			return phrase
		}
	}
	verb := false
	for k := start - 1; k > from && start-k < maxModifier; k-- {
		switch {
		case a.toks[k].quoted || a.toks[k].kind == kindPunct || a.toks[k].kind >= kindStop, a.has(k, setAnd) && k < start-1 && a.toks[k].kind == kindWord && verb,
			a.oneOf(k, bindings), k == start-1 && a.oneOf(k, leanings) && a.maySpeak(phrase):
			return phrase // what stands before is another clause
		case a.is(k, "that") || a.is(k, "who"):
			if !verb || a.has(k-1, setCue) || a.verbLike(k-1, from) {
				return phrase
			}
			if head := a.phraseLeft(from, k); !head.empty() {
				return run{head.from, end}
			}
			return phrase
		case a.modifies(k, start, from):
			if head := a.phraseLeft(from, k); !head.empty() && a.toks[k-1].kind == kindWord && !a.has(head.to-1, setPronoun) {
				return run{head.from, end}
			}
			verb = true
		case a.verbLike(k, from):
			verb = true
		}
	}
	return phrase
}

// maySpeak reports whether the noun phrase r is a person or people, who may speak.
func (a *analysis) maySpeak(r run) bool {
	return !r.empty() && (a.human(r) || a.has(r.to-1, setPronoun|setJob) || a.has(r.to-1, setRole) && a.has(r.to-1, setPlural))
}

// modifies reports whether token k is a participle that goes with the noun before it: one followed, before token
// end, by a preposition or a time, and not a verb of saying.
func (a *analysis) modifies(k, end, from int) bool {
	if a.toks[k].shape != shapeLower || a.has(k, setPrep|setAux) || a.oneOf(k, alone) || a.has(k, setSay|setTell) && a.has(k, setPast) && !a.is(k, "posted") {
		return false
	}
	word := a.str(k)
	if !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ing") && !a.oneOf(k, participles) || len(word) < 5 {
		return false
	}
	next := k + 1
	return k > from && next < len(a.toks) && (a.has(next, setPrep|setAnyTime) || next < end && a.adverb(next))
}

// adverb reports whether token k is an adverb: a known one, or one by its ending.
func (a *analysis) adverb(k int) bool {
	if a.has(k, setAdverb) {
		return true
	}
	t := a.toks[k]
	return t.shape == shapeLower && t.end-t.start > 4 && strings.HasSuffix(a.str(k), "ly") && !a.has(k, setRole|setMedia) && !a.oneOf(k, nounsInLy)
}

// phraseLeft is the noun phrase that ends before token end, found by walking left to what cannot be in one.
func (a *analysis) phraseLeft(from, end int) run {
	k := end - 1
	if k < from {
		return run{}
	}
	if a.is(k, "whom") && k-2 >= from && a.is(k-1, "of") {
		return run{k - 2, end}
	}
	if a.has(k, setPronoun) && !a.has(k, setDet|setSub) || a.is(k, "who") {
		return run{k, end}
	}
	for k >= from && a.inPhrase(k, from, end) {
		opens := a.has(k, setDet) && !(k > from && (a.has(k-1, setDet|setPrep) || a.is(k-1, "and") || a.name(k)))
		k--
		if opens {
			break
		}
	}
	k++
	for k < end && a.cannotLead(k) && !(a.name(k) && k > from) {
		k++
	}
	if k >= end || !a.headlike(k, end) {
		return run{}
	}
	return run{k, end}
}

// cannotLead reports whether token k cannot be the first of a noun phrase.
func (a *analysis) cannotLead(k int) bool {
	return a.has(k, setAnd|setPrep|setAdverb|setTime|setSub) && !a.has(k, setDet) ||
		a.toks[k].kind == kindPossessive || a.toks[k].kind == kindPunct
}

// headlike reports whether tokens [from,end) can name a speaker: a name, a role, or a noun after a determiner.
func (a *analysis) headlike(from, end int) bool {
	last := end - 1
	if a.toks[last].kind != kindWord {
		return a.toks[last].kind == kindNumber && (a.anyNames(from, end) || a.aged(last))
	}
	return !a.has(last, setDet|setAux|setModal|setPrep|setSub|setAnd) || a.oneOf(last, nobody) || a.has(last, setPronoun)
}

// aged reports whether token k is somebody's age, which may stand for them: "the 81-year-old".
func (a *analysis) aged(k int) bool { return strings.HasSuffix(a.str(k), "-year-old") }

func (a *analysis) anyNames(from, to int) bool {
	for k := from; k < to; k++ {
		if a.name(k) {
			return true
		}
	}
	return false
}

// inPhrase reports whether token k can belong to the noun phrase [.., end).
func (a *analysis) inPhrase(k, from, end int) bool {
	t := a.toks[k]
	switch {
	case t.kind == kindPossessive, t.kind == kindNumber:
		return true
	case t.kind != kindWord, t.quoted:
		return a.mark(k, '&') || a.apostrophe(k) || a.mark(k, '-') && !t.spaced
	case a.name(k) && !a.has(k, setSub|setPronoun):
		return !(k == from && a.has(k, setStarter) && !a.has(k, setDet|setRole|setNumber))
	case a.has(k, setDet):
		return k == end-1 || !a.is(k, "that")
	case a.is(k, "to"):
		return k > from && k+1 < end && a.oneOf(k-1, closeTo)
	case a.has(k, setAux|setModal|setPronoun|setSub|setNot):
		return false
	case a.is(k, "and"):
		return k > from && k+1 < end && (a.name(k-1) && a.name(k+1) || a.has(k-1, setRole) && (a.has(k+1, setRole) || a.has(end-1, setRole)))
	case a.has(k, setAnd):
		return false
	case a.has(k, setPrep):
		return (a.is(k, "of") || a.is(k, "for") || a.is(k, "at") || a.is(k, "in") || a.is(k, "from") || a.is(k, "with")) &&
			k > from && (a.has(k-1, setRole|setOrg) || a.oneOf(k-1, closeTo) || a.is(k, "of") && a.toks[k-1].kind == kindWord && !a.verbLike(k-1, from))
	case a.has(k, setAnyTime|setAdverb):
		return false
	default:
		return (!a.verbLike(k, from) || a.describes(k, from, end)) && !(k > from && a.is(k-1, "to"))
	}
}

// describes reports whether the word at k, though it looks like a verb, describes the noun after it: "retired" in
// "a retired general" and, after a mark, in "retired general Ann Lee".
func (a *analysis) describes(k, from, end int) bool {
	if k+1 >= end || !strings.HasSuffix(a.str(k), "ed") || a.has(k, setCue) {
		return false
	}
	return k == from || a.toks[k-1].kind == kindPunct || a.toks[k-1].kind >= kindStop
}

// phraseRight is the noun phrase that begins at token k: a pronoun, a name with its titles, or a determiner and
// what follows up to a verb or mark.
func (a *analysis) phraseRight(k, to int) run {
	if k >= to || a.toks[k].quoted {
		return run{}
	}
	if a.has(k, setPronoun) && !a.has(k, setDet) {
		return run{k, k + 1}
	}
	if e := a.entityAt(k); e >= 0 && a.ents[e].from == k && !a.ents[e].typ.isFigure() {
		end := a.ents[e].to
		if end < to && a.toks[end].kind == kindPossessive {
			return a.nounsRight(k, end, to)
		}
		return run{k, end}
	}
	if !a.has(k, setDet|setRole|setTitle|setDemonym|setNumber) && !a.name(k) && a.toks[k].kind != kindNumber {
		return run{}
	}
	return a.nounsRight(k, k, to)
}

// extended is source with what stands after it and says who that is: "Hana Okabe of the union, a fisher,".
func (a *analysis) extended(source run, to int) run {
	end := source.to
	if end+1 < to && (a.is(end, "of") || a.is(end, "for") || a.is(end, "from") || a.is(end, "at") || a.is(end, "with")) {
		if rest := a.phraseRight(end+1, to); !rest.empty() {
			end = rest.to
		}
	}
	if end < to && a.mark(end, '(') {
		for k := end + 1; k < min(to, end+10); k++ {
			if a.mark(k, ')') {
				end = k + 1
				break
			}
		}
	}
	source.to = end
	if end+1 >= to || !a.mark(end, ',') || a.toks[end+1].kind == kindOpen || !a.apposes(end+1, to) || a.has(end+1, setIng|setPronoun) && !a.is(end+1, "who") {
		return source
	}
	for k := end + 2; k < min(to, end+maxApposition); k++ {
		if a.toks[k].kind == kindOpen || a.mark(k, ';') {
			return source
		}
		if a.toks[k].kind == kindStop && k+1 >= to || k+1 == to || a.mark(k, ',') && (k+1 >= to || !a.has(k+1, setDet|setRole|setSub|setAnd) && !a.name(k+1)) {
			return run{source.from, k}
		}
	}
	return source
}

// isFigure reports a type that names nobody and nothing.
func (t EntityType) isFigure() bool {
	return t == EntityNumber || t == EntityPercent || t == EntityMoney || t == EntityDate
}

// nounsRight is the noun phrase from token from, whose part before at is known.
func (a *analysis) nounsRight(from, at, to int) run {
	end := at
	for end < to && end-from < 14 {
		t := a.toks[end]
		joins := t.kind == kindWord && !a.has(end, setAux|setModal|setPronoun|setSub|setAnd|setNot|setAnyTime) && !a.verbLike(end, from) &&
			(!a.has(end, setPrep) || a.is(end, "of") && end > from || a.is(end, "for") && end > from && a.has(end-1, setRole))
		if end > from && a.has(end, setCue) && !a.name(end) && a.has(end, setPast|setThird) {
			joins = false
		}
		if !joins && t.kind != kindPossessive && t.kind != kindNumber && !(a.apostrophe(end) && end+1 < to && a.toks[end+1].kind == kindWord) {
			break
		}
		end++
	}
	for end > from && (a.has(end-1, setPrep|setDet) || a.toks[end-1].kind == kindPossessive) {
		end--
	}
	return run{from, end}
}

// apostrophe reports whether token k is the apostrophe after the s of a plural: "fishers’".
func (a *analysis) apostrophe(k int) bool {
	s := a.str(k)
	return (s == "'" || s == "’") && !a.toks[k].spaced && k > 0 && strings.HasSuffix(a.str(k-1), "s")
}
