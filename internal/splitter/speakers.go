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
	comma := a.mark(before, ',') || a.toks[before].kind == kindClose || a.isDash(before)
	switch {
	case a.has(f.verb, setIng) && g == f.verb && comma:
		return a.participleSubject(f, first)
	case a.has(f.verb, setIng) && a.oneOf(before, beforeIng) && g == f.verb:
		return a.gerundSubject(f, before, first)
	case a.toks[before].kind == kindPossessive && before > f.s.from:
		return run{before - 1, before}
	case a.has(f.verb, setIng) && g == f.verb && !a.name(before) && !a.has(before, setRole|setPronoun):
		return run{}
	case a.has(before, setAnd) && !a.has(f.verb, setIng):
		return a.mainSubject(f, first)
	case a.relative(before):
		return a.antecedent(f.s.from, before)
	}
	return a.subjectBefore(f.s.from, g)
}

// relative reports whether token k is a relative pronoun, or may be one.
func (a *analysis) relative(k int) bool { return a.is(k, "who") || a.is(k, "which") || a.is(k, "that") }

// antecedent is the noun phrase that the relative pronoun at k stands for.
func (a *analysis) antecedent(from, k int) run {
	if k > from+1 && a.mark(k-1, ',') {
		k--
	}
	if open := a.bracketStart(from, k-1); open > from {
		k = open
	}
	return a.phraseLeft(from, a.beforeTimes(from, k))
}

// subjectBefore is the noun phrase right before token g with what belongs to it: an apposition set off by commas, a
// party in brackets, "released last year".
func (a *analysis) subjectBefore(from, g int) run {
	end := a.beforeTimes(from, g)
	k := end - 1
	if k < from || a.toks[k].quoted {
		return run{}
	}
	if open := a.bracketStart(from, k); open > from {
		if head := a.subjectBefore(from, open); !head.empty() {
			return run{head.from, end}
		}
		return run{}
	}
	if a.mark(k, ',') || a.isDash(k) {
		return a.appositionBefore(from, k)
	}
	phrase := a.phraseLeft(from, end)
	subject := a.withModifiers(from, end, phrase)
	if subject.empty() {
		return run{}
	}
	if phrase.empty() { // "a report released on Monday"
		subject.to = g
	}
	return a.appositives(from, subject)
}

// beforeTimes is the end of what stands before token g when the days and times right before g are left out.
func (a *analysis) beforeTimes(from, g int) int {
	k := g
	for k-1 > from && (a.has(k-1, setAnyTime) && !a.has(k-1, setRole) && a.toks[k-1].shape != shapeUpper || a.yearAt(k-1)) {
		k--
		if k-1 > from && (a.is(k-1, "on") || a.is(k-1, "in")) {
			k--
		}
	}
	return k
}

// yearAt reports whether token k is a year after "in".
func (a *analysis) yearAt(k int) bool {
	return k > 0 && a.toks[k].kind == kindNumber && a.toks[k].end-a.toks[k].start == 4 && a.is(k-1, "in")
}

// How many tokens an apposition may have, and how many may follow each other.
const (
	maxApposition  = 28
	maxAppositions = 3
)

// appositionBefore is the noun phrase with the apposition that ends at the comma or dash k: "Ann Lee, head of the
// port," and "the head of the port, Ann Lee,". What is no apposition but says when, where or how is left out.
func (a *analysis) appositionBefore(from, k int) run {
	for m := k - 1; m > from && k-m < maxApposition; m-- {
		if !a.mark(m, ',') && a.str(m) != a.str(k) || a.toks[m].quoted || a.toks[m-1].kind == kindNumber || a.has(m-1, setDay) {
			continue
		}
		head := a.withModifiers(from, m, a.phraseLeft(from, m))
		if open := a.bracketStart(from, m-1); open > from {
			if head = a.subjectBefore(from, open); !head.empty() {
				head.to = m
			}
		}
		if a.abbreviatesState(m+1, k) {
			head = a.phraseLeft(from, m)
		}
		if head.empty() {
			if a.apposes(m+1, k) && a.headlike(m+1, k) {
				return run{m + 1, k}
			}
			continue
		}
		head = a.appositives(from, head)
		if a.apposes(m+1, k) {
			head.to = k
		}
		return head
	}
	return a.phraseLeft(from, k)
}

// abbreviatesState reports whether tokens [from,to) are a party and state after a name, as in "Ann Lee, D-Wis.,".
func (a *analysis) abbreviatesState(from, to int) bool {
	return to-from <= 2 && to > from && strings.Contains(a.str(from), "-") && a.name(from)
}

// apposes reports whether tokens [from,to), between commas after a name, say who that is.
func (a *analysis) apposes(from, to int) bool {
	switch {
	case from >= to:
		return false
	case a.is(from, "including"), a.is(from, "who"), a.is(from, "which"), a.is(from, "whose"):
		return true
	case a.has(from, setPrep|setSub|setAnd|setAux) && !a.has(from, setDet|setRole), a.adverb(from), a.has(from, setAnyTime):
		return a.is(from, "of")
	case strings.HasSuffix(a.str(from), "ing") && !a.name(from):
		return false
	}
	return true
}

// appositives is subject with the phrase it is an apposition of: to "the mayor" in "Ann Lee, the mayor said" nothing
// is added, but to "a think tank" in "the Port Institute, a think tank" the institute is.
func (a *analysis) appositives(from int, subject run) run {
	for range maxAppositions {
		comma := subject.from - 1
		if comma <= from || !a.mark(comma, ',') || a.name(subject.from) || !a.has(subject.from, setDet|setRole) || a.has(subject.from, setPronoun) {
			return subject
		}
		head := a.phraseLeft(from, comma)
		if head.empty() || !a.name(comma-1) || head.from > from && a.has(head.from-1, setPrep) || a.entityAt(comma-1) < 0 ||
			a.ents[a.entityAt(comma-1)].typ == EntityPlace && head.to-head.from == 1 || subject.to-subject.from < 3 {
			return subject
		}
		subject.from = head.from
	}
	return subject
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

// gerundSubject is the subject of "by saying …" and "after saying …,", whose preposition is at token k: that of the
// clause before it or, at the head of the sentence, of the one after it.
func (a *analysis) gerundSubject(f frame, k, first int) run {
	if k-f.s.from > 1 {
		return a.participleSubject(frame{s: f.s, group: run{k + 1, k + 2}}, first)
	}
	for comma := f.verb; comma+1 < min(f.s.to, f.verb+40); comma++ {
		if a.mark(comma, ',') || a.toks[comma].kind == kindClose && a.mark(comma-1, ',') {
			if subject := a.phraseRight(comma+1, f.s.to); !subject.empty() {
				return subject
			}
		}
	}
	return run{}
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
