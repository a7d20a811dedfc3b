package splitter

import "strings"

// conjunct is what a coordination was split at.
type conjunct struct {
	left, right run
	// shared is set when the right clause has no subject of its own.
	shared bool
	// at is the token that joins the two.
	at int
}

// maxConjuncts is how many claims one clause may fall into.
const maxConjuncts = 6

// splitClauses splits p where it is two claims or more joined by "and", "but", "while" or a semicolon: clauses
// with a verb each. Where that is not certain p stays whole: a wrong split is worse than none.
func (a *analysis) splitClauses(p piece) []piece {
	if len(p.parts) != 1 || p.framed || p.parts[0].to-p.parts[0].from > maxClause {
		return []piece{p}
	}
	out := []piece{p}
	for len(out) < maxConjuncts {
		last := &out[len(out)-1]
		c, ok := a.firstConjunct(*last)
		if !ok {
			break
		}
		next := piece{parts: a.oneRun(c.right), attribution: p.attribution, rule: "claim/second-clause", cuts: p.cuts}
		if c.shared {
			next.rule = "claim/second-verb"
			if next.subject = a.subjectOf(c.left); next.subject.empty() {
				next.subject = last.subject
			}
			if next.subject.empty() || next.subject.to-next.subject.from > maxSubject {
				break
			}
		}
		joint := strings.ToLower(a.str(c.at))
		why := "two claims in one sentence: " + joint
		switch {
		case a.mark(c.at, ';'):
			why = "two claims in one sentence: semicolon"
		case a.mark(c.at, ':'):
			why = "two claims in one sentence: colon"
		}
		if len(out) == 1 {
			last.cuts = append(append([]string{}, last.cuts...), why)
		}
		next.cuts = append(append([]string{}, next.cuts...), why)
		last.parts = a.oneRun(c.left)
		out = append(out, next)
	}
	return out
}

// firstConjunct is the first place where p is two clauses.
func (a *analysis) firstConjunct(p piece) (conjunct, bool) {
	r := p.parts[0]
	depth := 0
	for k := r.from + 2; k+2 < r.to; k++ {
		switch {
		case a.mark(k, '(') || a.mark(k, '['):
			depth++
		case a.mark(k, ')') || a.mark(k, ']'):
			depth--
		}
		after := a.toks[k-1].kind == kindClose && a.is(k+1, "that") // “it rained” and that
		if depth > 0 || a.toks[k].quoted != a.toks[r.from].quoted && !after || !a.joinsClauses(k) {
			continue
		}
		c := conjunct{left: run{r.from, k}, right: run{k + 1, r.to}, at: k}
		comma := a.mark(k-1, ',')
		if comma {
			c.left.to--
		}
		stop := a.mark(k, ';') || a.mark(k, ':')
		if stop && a.has(k+1, setAnd) {
			c.right.from++
		}
		if a.wordsIn(c.left.from, c.left.to) < 2 || a.wordsIn(c.right.from, c.right.to) < 2 {
			continue
		}
		verb := a.verbAt(c.left)
		if verb <= c.left.from && p.subject.empty() || verb < 0 {
			continue
		}
		if a.secondSubject(&c, verb, comma || stop, p.attribution >= 0) {
			return c, true
		}
		if c.shared = !stop && a.secondVerb(c, verb); c.shared {
			return c, true
		}
	}
	return conjunct{}, false
}

// joinsClauses reports whether token k is a word or mark that may join clauses.
func (a *analysis) joinsClauses(k int) bool {
	if a.is(k, "while") || a.is(k, "whereas") {
		return a.mark(k-1, ',')
	}
	return a.is(k, "and") || a.is(k, "but") || a.mark(k, ';') || a.mark(k, ':')
}

// secondSubject reports whether the right side of c has a subject and a finite verb of its own, and cannot
// belong to something in the left one. A "that" at its head is cut off.
func (a *analysis) secondSubject(c *conjunct, leftVerb int, comma, attributed bool) bool {
	from := c.right.from
	that := a.is(from, "that") && attributed
	if that {
		from++
	}
	inner := from
	if that && a.toks[from].kind == kindOpen {
		inner++ // and that “it rained”
	}
	verb := a.secondFinite(run{inner, c.right.to}, comma)
	if verb < 0 || a.bound(c.left, leftVerb, that) || a.correlated(*c) {
		return false
	}
	head := run{from, a.groupFrom(verb, from)}
	if head.empty() {
		return false
	}
	strong := a.has(verb, setAux|setModal) || a.oneOf(verb, distinct)
	if a.oneOf(verb, pluralVerbs) && !a.anyMany(head) {
		return false // "Smith and Jones were"
	}
	switch {
	case that:
	case comma:
		if !strong && (!a.takesObject(verb+1) || a.oneOf(verb+1, afterVerbs)) && !a.oneOf(verb, alone) && !a.oneOf(verb, plain) {
			return false // "the doctors, and the nurses trained in Leeds"
		}
	case !strong, a.name(c.at-1) && a.name(from), a.anyHas(c.left.from, c.left.to, setSay|setTell) && a.cueIn(c.left):
		return false
	}
	c.right.from = from
	return true
}

// anyMany reports whether a plural, or a number, stands among tokens r.
func (a *analysis) anyMany(r run) bool {
	for k := r.from; k < r.to; k++ {
		if a.manyAt(k) || a.toks[k].kind == kindNumber || a.has(k, setNumber) || a.oneOf(k, manySubjects) {
			return true
		}
	}
	return false
}

// cueIn reports whether a verb of saying is the verb of clause r: what comes after may be said too.
func (a *analysis) cueIn(r run) bool {
	for k := r.from; k < r.to; k++ {
		if a.has(k, setSay|setTell) && a.has(k, setPast|setThird|setBase) && a.finite(k, r.from) {
			return true
		}
	}
	return false
}

// maxSubject is how many tokens a subject may have in a clause that is split off.
const maxSubject = 14

// secondFinite is the finite verb of the clause r, when r begins with a noun phrase that is its subject; -1 when
// it does not. After a comma the phrase may begin with an adjective before a name or role.
func (a *analysis) secondFinite(r run, comma bool) int {
	first := a.toks[r.from]
	starts := a.has(r.from, setDet|setNumber|setRole|setPlural|setDemonym) || a.name(r.from) || first.kind == kindNumber ||
		a.oneOf(r.from, subjects) || first.kind == kindWord && a.manyAt(r.from)
	starts = starts || comma && first.kind == kindWord && !a.has(r.from, setPrep|setAdverb|setVerb|setCue) && !a.finite(r.from, r.from) &&
		(a.name(r.from+1) || a.has(r.from+1, setRole|setTitle|setPlural))
	if !starts || a.oneOf(r.from, relatives) {
		return -1
	}
	for k := r.from + 1; k < min(r.to, r.from+maxSubject); k++ {
		t := a.toks[k]
		if t.kind != kindWord && t.kind != kindNumber && t.kind != kindPossessive && !a.currencySign(k) && !a.mark(k, '%') ||
			a.oneOf(k, binders) || a.is(k, "to") && !a.name(k+1) && !a.has(k+1, setDet) || a.has(k, setAnd) {
			return -1
		}
		if a.finite(k, r.from) || a.oneOf(k, plain) && a.subjectLike(k-1) && a.anyMany(run{r.from, k}) {
			if a.reduced(k, r.to) {
				continue
			}
			return k
		}
	}
	return a.thirdPerson(run{r.from, min(r.to, r.from+maxSubject)})
}

// bound reports whether the left clause, whose verb is token verb, has a clause open that may take in what
// follows the conjunction: "if A and B". After a "that" a second "that" closes it.
func (a *analysis) bound(left run, verb int, that bool) bool {
	if a.has(left.from, setSub) && !a.has(left.from, setDet) && a.mainStart(left) == left.from {
		return true
	}
	for k := verb + 1; k < left.to; k++ {
		switch {
		case a.is(k, "that") && (that || a.has(k+1, setAnyTime) || k+1 < left.to && a.is(k+1, "day")):
		case a.oneOf(k, binders) && !(k > verb+1 && a.mark(k-1, ',') && a.closedBy(k, left.to)):
			return true
		case a.oneOf(k, leanings) && a.anyVerb(k+1, left.to):
			return true
		}
	}
	return false
}

// closedBy reports whether the clause that begins at token k, after a comma, is closed by a comma before token to.
func (a *analysis) closedBy(k, to int) bool {
	for ; k < to; k++ {
		if a.mark(k, ',') {
			return true
		}
	}
	return false
}

// correlated reports "both A and B", "not only A but B" and the like.
func (a *analysis) correlated(c conjunct) bool {
	for k := c.left.from; k < c.left.to; k++ {
		if a.is(k, "both") && a.is(c.at, "and") && c.at-k < 8 || a.is(k, "only") && k > c.left.from && a.is(k-1, "not") && a.is(c.at, "but") ||
			a.is(k, "either") || a.is(k, "neither") {
			return true
		}
	}
	return false
}

// secondVerb reports whether the right side of c is a verb phrase with the left clause's subject: both verbs have
// something to say of their own, and no auxiliary or infinitive of the left one can reach over the conjunction.
func (a *analysis) secondVerb(c conjunct, leftVerb int) bool {
	verb := c.right.from
	for verb < c.right.to-1 && (a.has(verb, setAdverb|setNot) || a.oneOf(verb, nextly)) && !a.has(verb, setAux) {
		verb++
	}
	if verb+1 >= c.right.to || leftVerb >= c.left.to-1 || !a.leads(verb) || a.bound(c.left, leftVerb, false) || a.correlated(c) || a.listed(c.left, leftVerb) {
		return false
	}
	if a.has(verb, setAux|setModal) && !a.oneOf(verb, unfinished) || a.has(verb, setThird) || strings.HasSuffix(a.str(verb), "s") {
		return true
	}
	perfect := a.has(leftVerb, setAux|setModal) || a.participle(c.left, leftVerb)
	if a.is(verb+1, "to") && a.has(verb, setWill) && a.has(verb, setPast) {
		perfect = false // "was fined and promised to"
	}
	if a.oneOf(leftVerb, passives) && a.has(verb+1, setDet|setPronoun|setNumber) && !(leftVerb+2 < c.left.to && a.takesObject(leftVerb+2)) && !a.is(verb+1, "that") {
		perfect = false // what is done to somebody has no object: "was headed home but ditched her escort"
	}
	infinitive := a.anyIs(leftVerb, c.left.to, "to")
	return !perfect && !(infinitive && a.oneOf(verb, unmarked)) && !a.has(verb-1, setAux)
}

// leads reports whether token k is a finite verb that begins a verb phrase of its own, with an object or adverbial
// after it.
func (a *analysis) leads(k int) bool {
	t := a.toks[k]
	if t.kind != kindWord || t.shape != shapeLower || a.oneOf(k, unfinished) {
		return false
	}
	word := a.str(k)
	follows := a.takesObject(k+1) || a.has(k+1, setPrep|setAnyTime) || a.hedgeAt(k+1) > k+1
	switch {
	case a.has(k, setAux|setModal):
		return true
	case a.oneOf(k, pasts), a.oneOf(k, unmarked), a.has(k, setPast):
		return follows
	case a.has(k, setThird) && !a.has(k, setNounish):
		return follows
	case a.has(k, setVerb) && strings.HasSuffix(word, "s"):
		return a.takesObject(k + 1)
	default:
		return len(word) > 4 && strings.HasSuffix(word, "ed") && follows
	}
}

// participle reports whether a word that may be a participle stands after the verb of clause r, so that a second
// one may belong with it: "held men arrested in May and released in June".
func (a *analysis) participle(r run, verb int) bool {
	for k := verb + 1; k < r.to; k++ {
		if word := a.str(k); a.toks[k].shape == shapeLower && len(word) > 4 && strings.HasSuffix(word, "ed") && k+1 < r.to && a.has(k+1, setPrep) &&
			!a.has(k-1, setDet) {
			return true
		}
	}
	return false
}

// listed reports whether verb phrases are listed after the verb of r with commas: "A did B, did C and did D".
func (a *analysis) listed(r run, verb int) bool {
	for k := verb + 1; k+1 < r.to; k++ {
		if a.mark(k, ',') && (a.leads(k+1) || a.finite(k+1, r.from)) && !a.is(k+1, "said") {
			return true
		}
	}
	return false
}
