package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (a *analysis) runeAt(off int) (rune, int) { return utf8.DecodeRuneInString(a.text[off:]) }

func (a *analysis) runeBefore(off int) (rune, int) { return utf8.DecodeLastRuneInString(a.text[:off]) }

// isEdge reports a quotation mark, comma, stop or space, which do not matter at the ends of what was said.
func isEdge(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(`"“”„«»'‘’,.;:—–-―!`, r)
}

// speaker is the tokens that say who is the subject of the verb, when it comes before it.
func (a *analysis) speaker(f frame, first int) run {
	g := f.group.from
	if g <= f.s.from {
		return run{}
	}
	before := g - 1
	comma := a.mark(before, ',') || a.toks[before].kind == kindClose || a.str(before) == "—" || a.str(before) == "–" || a.str(before) == "--"
	switch {
	case a.has(f.verb, setIng) && g == f.verb && comma:
		return a.participleSubject(f, first)
	case a.has(f.verb, setIng) && g == f.verb && !a.name(before) && !a.has(before, setRole|setPronoun):
		return run{}
	case a.has(before, setAnd) && !a.has(f.verb, setIng):
		return a.mainSubject(f, first)
	case a.is(before, "who") || a.is(before, "which") || a.is(before, "that"):
		if before > f.s.from+1 && a.mark(before-1, ',') {
			before--
		}
		return a.phraseLeft(f.s.from, before)
	}
	return a.subjectBefore(f.s.from, g)
}

// subjectBefore is the noun phrase right before token g, reaching over an apposition or adverbial set off by
// commas.
func (a *analysis) subjectBefore(from, g int) run {
	k := g - 1
	for k > from && a.has(k, setAnyTime) && !a.has(k, setRole) && a.toks[k].shape != shapeUpper {
		k--
		if a.is(k, "on") || a.is(k, "in") {
			k--
		}
	}
	if a.mark(k, ')') {
		for open := k - 1; open > from && k-open < 10; open-- {
			if a.mark(open, '(') {
				k = open - 1
				break
			}
		}
	}
	if k < from || a.toks[k].quoted {
		return run{}
	}
	if !a.mark(k, ',') && a.str(k) != "—" && a.str(k) != "–" {
		return a.phraseLeft(from, k+1)
	}
	for m := k - 1; m > from && k-m < 28; m-- {
		if !a.mark(m, ',') && a.str(m) != a.str(k) || a.toks[m].quoted {
			continue
		}
		if e := a.entityAt(m + 1); e >= 0 && a.ents[e].typ == EntityPerson && a.ents[e].to == k {
			return run{m + 1, k}
		}
		if a.toks[m-1].kind == kindNumber || a.has(m-1, setDay) {
			continue
		}
		if subject := a.phraseLeft(from, m); !subject.empty() {
			return subject
		}
		return run{}
	}
	return a.phraseLeft(from, k)
}

// phraseLeft is the noun phrase that ends before token end, found by walking left to what cannot be in one.
func (a *analysis) phraseLeft(from, end int) run {
	k := end - 1
	if k < from {
		return run{}
	}
	if a.has(k, setPronoun) && !a.has(k, setDet|setSub) || a.is(k, "who") {
		return run{k, end}
	}
	for k >= from && a.inPhrase(k, from, end) {
		k--
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
		return a.toks[last].kind == kindNumber && a.anyNames(from, end)
	}
	return !a.has(last, setDet|setAux|setModal|setPrep|setSub|setAnd) || a.oneOf(last, nobody) || a.has(last, setPronoun)
}

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
		return a.mark(k, '&') || a.mark(k, '\'') || a.mark(k, '-') && !t.spaced
	case a.name(k) && !a.has(k, setSub|setPronoun):
		return !(k == from && a.has(k, setStarter) && !a.has(k, setDet|setRole))
	case a.has(k, setDet):
		return k == end-1 || !a.is(k, "that")
	case a.has(k, setAux|setModal|setPronoun|setSub|setNot) || a.is(k, "to"):
		return false
	case a.is(k, "and"):
		return k > from && k+1 < end && (a.name(k-1) && a.name(k+1) || a.has(k-1, setRole) && (a.has(k+1, setRole) || a.has(end-1, setRole)))
	case a.has(k, setAnd):
		return false
	case a.has(k, setPrep):
		return (a.is(k, "of") || a.is(k, "for") || a.is(k, "at") || a.is(k, "in") || a.is(k, "from") || a.is(k, "with")) &&
			k > from && (a.has(k-1, setRole|setOrg) || a.is(k, "of") && a.toks[k-1].kind == kindWord && !a.verbLike(k-1, from))
	case a.has(k, setAnyTime|setAdverb):
		return false
	default:
		return !a.verbLike(k, from) && !(k > from && a.is(k-1, "to"))
	}
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
	if !a.has(k, setDet|setRole|setTitle|setDemonym) && !a.name(k) {
		return run{}
	}
	return a.nounsRight(k, k, to)
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
		if !joins && t.kind != kindPossessive && t.kind != kindNumber {
			break
		}
		end++
	}
	for end > from && (a.has(end-1, setPrep|setDet) || a.toks[end-1].kind == kindPossessive) {
		end--
	}
	return run{from, end}
}

// mainSubject is the subject of the sentence, for a second verb: "Japan renounced … but maintains that".
func (a *analysis) mainSubject(f frame, first int) run {
	if last := len(a.attrs) - 1; last >= first && !a.attrs[last].src.empty() && a.attrs[last].src.from >= f.s.from {
		return a.attrs[last].src
	}
	k := f.s.from
	if a.has(k, setPrep|setSub|setAdverb|setTime) && !(a.name(k) && a.has(k, setDet)) {
		for k < f.group.from && !a.mark(k, ',') {
			k++
		}
		k++
	}
	if k >= f.group.from {
		return run{}
	}
	if subject := a.phraseRight(k, f.group.from); !subject.empty() {
		return subject
	}
	return a.nounsRight(k, k, f.group.from)
}

// participleSubject is the subject of ", saying …": that of the clause before it.
func (a *analysis) participleSubject(f frame, first int) run {
	if last := len(a.attrs) - 1; last >= first && !a.attrs[last].src.empty() && a.attrs[last].src.from >= f.s.from {
		return a.attrs[last].src
	}
	for k := f.group.from - 2; k > f.s.from; k-- {
		if !a.verbLike(k, f.s.from) || a.toks[k].quoted {
			continue
		}
		g := a.groupStart(f.s, k)
		if subject := a.subjectBefore(f.s.from, g); !subject.empty() {
			return subject
		}
	}
	return run{}
}
