package splitter

import "strings"

// maxThat is how many tokens may stand between a saying verb and its "that".
const maxThat = 12

// complement is what was said, when it follows the verb, and the rule that finds it; nil when nothing there can be it.
func (a *analysis) complement(f frame) ([]bytesOf, Rule) {
	j, to := f.after, f.s.to
	if j >= to {
		return nil, ""
	}
	if a.mark(j, ',') || a.mark(j, ':') {
		if j+1 < to && a.toks[j+1].kind == kindOpen {
			return a.quotedFrom(f, j+1), ruleVerbQuotation
		}
		if a.mark(j, ':') && j+2 < to && a.has(f.verb, setSay|setTell) {
			return []bytesOf{a.tokensOf(j+1, to)}, ruleVerbClause
		}
		return nil, ""
	}
	if a.toks[j].kind == kindOpen {
		return a.quotedFrom(f, j), ruleVerbQuotation
	}
	if a.toks[j].kind == kindStop || a.mark(j, ';') || a.mark(j, ')') {
		return nil, ""
	}
	if a.is(j, "that") && f.group.to > f.verb+1 && a.has(j-1, setSaying) {
		return a.clause(f, j+1, true), ruleVerbThat
	}
	if a.is(j, "to") && a.has(f.verb, setWill|setTell) && !a.oneOf(f.verb, moving) && (f.group.to > f.verb+1 || !a.is(f.verb, "called")) {
		return a.clause(f, j, false), ruleVerbTo
	}
	if that := a.findThat(f, j); that > 0 {
		return a.clause(f, that+1, true), ruleVerbThat
	}
	if a.is(j, "that") && a.has(f.verb, setNounish) && a.relativeThat(j, to) {
		return nil, ""
	}
	if quote := a.quoteAhead(f, j); quote > 0 {
		return a.quotedFrom(f, quote), ruleVerbQuotation
	}
	if a.has(f.verb, setCall) {
		if end := a.calledEnd(f, j); end > j {
			return []bytesOf{a.tokensOf(j, end)}, ruleCalled
		}
	}
	return a.object(f, j)
}

// object is what was said when it follows the verb without "that" or a quotation, and the rule that finds it.
func (a *analysis) object(f frame, j int) ([]bytesOf, Rule) {
	switch {
	case f.group.to > f.verb+1:
		return a.clause(f, j, false), ruleVerbAbout
	case a.has(f.verb, setCall) && !a.has(f.verb, setIng|setNounish) && a.opensObject(j):
		return a.clause(f, j, false), ruleCalled
	case a.oneOf(f.verb, airing) && a.opensObject(j) && !a.subjectThere(a.phraseRight(j, f.s.to), f.s.to):
		return a.clause(f, j, false), ruleCalled
	case a.has(f.verb, setSay|setTell) && a.clauseAt(f, j):
		return a.clause(f, a.clauseStart(f, j), true), ruleVerbClause
	default:
		return nil, ""
	}
}

// opensObject reports whether a noun phrase may begin at token j.
func (a *analysis) opensObject(j int) bool {
	if a.has(j, setDet|setPronoun) || a.name(j) || a.toks[j].kind == kindNumber {
		return true
	}
	return a.toks[j].kind == kindWord && !a.has(j, setPrep|setAnd|setSub|setAdverb|setAux|setModal|setNot|setAnyTime) && !a.adverb(j)
}

// maxAside is how many tokens about where and when may stand between a verb and what was said.
const maxAside = 16

// quoteAhead is the opening mark of the quotation that the verb of f introduces over words about when and where, as in
// “said of the plan, ‘It is late’”, or 0.
func (a *analysis) quoteAhead(f frame, j int) int {
	if !a.has(f.verb, setSay|setTell) {
		return 0
	}
	for k := j; k < min(f.s.to, j+maxAside); k++ {
		if a.toks[k].kind == kindOpen {
			if k > j && (a.mark(k-1, ',') || a.mark(k-1, ':')) {
				return k
			}
			return 0
		}
		if a.toks[k].kind == kindStop || a.is(k, "that") || a.verbLike(k, j) || a.has(k, setPronoun) && !a.has(k, setDet) && k > j {
			return 0
		}
	}
	return 0
}

// clauseStart is where the clause begins that may have words about when and where before it: "said after the vote he
// would stay".
func (a *analysis) clauseStart(f frame, j int) int {
	if !a.has(j, setPrep) {
		return j
	}
	for k := j + 1; k < min(f.s.to, j+8); k++ {
		if a.toks[k].kind != kindWord || a.verbLike(k, j) {
			return j
		}
		if a.has(k, setPronoun) && !a.has(k, setDet) && k+1 < f.s.to && a.verbLike(k+1, k) {
			return k
		}
	}
	return j
}

// maxCalled is how many tokens may stand between a verb such as "called" and the quoted words it introduces.
const maxCalled = 12

// calledEnd is the end of the quoted words that somebody is called at or after token j: “called the plan a ‘farce’ and
// a ‘shame’”. It is j when there are none.
func (a *analysis) calledEnd(f frame, j int) int {
	end := j
	for k, reach := j, j+maxCalled; k < min(f.s.to, reach); k++ {
		switch {
		case a.toks[k].kind == kindOpen:
			q := a.quotationAt(k)
			if q < 0 || !a.quotes[q].closed || a.quotes[q].to > f.s.to {
				return end
			}
			end = a.quotes[q].to
			k, reach = end-1, end+4
		case a.toks[k].kind == kindStop, a.mark(k, ';'), a.has(k, setCue) && a.has(k, setPast), a.has(k, setAux|setModal) && k > j && end == j,
			a.mark(k, ',') && end == j && !a.name(k-1):
			return end
		}
	}
	if end > j && end < f.s.to && a.has(end, setPrep) && !a.has(end, setSub) {
		for end < f.s.to && a.toks[end].kind < kindStop && a.toks[end].kind != kindPunct && !a.has(end, setAnd|setSub) && !a.verbLike(end, j) {
			end++
		}
	}
	return end
}

// findThat is the "that" of the verb at or after token j, or 0. Between them only adverbials may stand.
func (a *analysis) findThat(f frame, j int) int {
	if !a.has(f.verb, setSay|setTell|setWill) {
		return 0
	}
	for k := j; k < min(f.s.to, j+maxThat); k++ {
		t := a.toks[k]
		switch {
		case a.is(k, "that"):
			if k > j && a.has(k-1, setPrep|setDet) || k+1 >= f.s.to || a.has(f.verb, setNounish) && f.group.from == f.verb && a.relativeThat(k, f.s.to) {
				return 0
			}
			return k
		case a.mark(k, ',') && k > j && a.name(k-1) && k+1 < f.s.to && (a.name(k+1) || a.is(k+1, "that")):
		case t.kind != kindWord && t.kind != kindPossessive && t.kind != kindNumber,
			a.has(k, setAux|setModal|setPronoun) && !a.has(k, setDet), k > j && a.has(k, setSub) && !a.has(k, setPrep):
			return 0
		case k == j && !a.has(k, setPrep|setAdverb|setTime) && !a.name(k), strings.HasSuffix(a.str(k), "ing") && !a.name(k) && !a.has(k, setAnyTime):
			return 0
		}
	}
	return 0
}

// clauseAt reports whether what begins at token j reads as a clause that was said, rather than an object or an
// adverbial.
func (a *analysis) clauseAt(f frame, j int) bool {
	end := a.clauseEnd(f, j, true)
	if end-j < 2 || a.has(j, setAnd) {
		return false
	}
	if a.oneOf(j, clauseWords) {
		return true
	}
	if a.oneOf(j, timeClauses) {
		return false
	}
	if a.has(j, setPrep) && !a.is(j, "about") && a.number(j+2, end) <= j+2 && a.number(j+1, end) <= j+1 { // but "at least 12 died"
		return a.is(f.verb, "said") && a.anyMark(j, end) && a.anyVerb(j+1, end)
	}
	if object := a.phraseRight(j, end); !object.empty() && a.oneOf(f.verb, objects) {
		return a.subjectThere(object, end)
	}
	return a.anyVerb(j, end) || a.oneOf(f.verb, plainSaying) && a.wordsIn(j, end) >= 4
}

// subjectThere reports whether the noun phrase is the subject of a verb before token end, not the object of one before it:
// "noted the bridge was closed", not "noted the change and left".
func (a *analysis) subjectThere(phrase run, end int) bool {
	for k := phrase.to; k < end; k++ {
		switch {
		case a.verbLike(k, phrase.from), a.verbish(k) && a.has(k, setBase|setThird|setPast|setVerb) && k == phrase.to:
			return true
		case a.toks[k].kind == kindOpen:
			return true
		case a.has(k, setAnd|setSub) && !a.has(k, setPrep), a.mark(k, ','), a.toks[k].kind == kindStop, a.is(k, "to"):
			return false
		}
	}
	return false
}

// clause is the content from token j to the end of its clause; whole tells how far that may reach.
func (a *analysis) clause(f frame, j int, whole bool) []bytesOf {
	end := a.clauseEnd(f, j, whole)
	if end <= j {
		return nil
	}
	return []bytesOf{a.tokensOf(j, end)}
}

// quotedFrom is the content that begins with the quotation at token j: the quotation, or the clause it is the
// beginning of.
func (a *analysis) quotedFrom(f frame, j int) []bytesOf {
	q := a.quotationAt(j)
	if q < 0 {
		return a.clause(f, j, true)
	}
	end := a.quotes[q].to
	if end < f.s.to && a.toks[end].kind == kindWord && !a.pauses(end-2) && (!a.has(end, setAnd) || a.is(min(end+1, f.s.to-1), "that") || !a.has(min(end+1, f.s.to-1), setCue) && !a.anyVerb(j, end)) {
		end = max(end, a.clauseEnd(f, end, true))
	}
	return []bytesOf{a.tokensOf(j, end)}
}

// pauses reports whether token k ends a sentence or clause, as the last mark within a quotation.
func (a *analysis) pauses(k int) bool {
	return a.toks[k].kind == kindStop || a.mark(k, ',')
}

// clauseEnd is the end of the clause that begins at token j. A whole one runs on through coordinated clauses.
func (a *analysis) clauseEnd(f frame, j int, whole bool) int {
	another := a.anotherSays(f, j)
	for k := j; k < f.s.to; k++ {
		if a.toks[k].quoted && a.toks[k].kind != kindClose {
			continue
		}
		if a.mark(k, ';') && k > j && another {
			return k
		}
		cut := a.mark(k, ',') || a.toks[k].kind == kindClose && k > j && a.mark(k-1, ',')
		if !cut || k+1 >= f.s.to || k == j {
			continue
		}
		next := k + 1
		switch {
		case a.has(next, setCue) && a.has(next, setIng) && !a.has(next, setWill):
			return k
		case a.is(next, "according"), a.hedgeAt(next) > next && a.hedgeAt(next) >= f.s.to-1:
			return k
		case a.tailSpeaker(f, next), a.retort(f, next):
			return k
		case !whole && (a.has(next, setAnd|setSub) || a.startsClause(next, f.s.to)):
			return k
		case a.has(next, setAnd) && next+1 < f.s.to && a.has(next+1, setCue) && a.has(next+1, setPast|setThird) && !a.has(next+1, setNounish):
			return k
		}
	}
	end := f.s.to
	for end > j && (a.toks[end-1].kind == kindStop || a.mark(end-1, ',')) {
		end--
	}
	return end
}

// retort reports a "but it has not" at token k that goes on from a denial: what is denied ends before it.
func (a *analysis) retort(f frame, k int) bool {
	return a.oneOf(f.verb, denying) && (a.is(k, "but") || a.is(k, "although") || a.is(k, "though")) && k+1 < f.s.to && a.has(k+1, setPronoun)
}

// anotherSays reports whether a verb of saying comes in the sentence of f from token k on, outside quotations.
func (a *analysis) anotherSays(f frame, k int) bool {
	for ; k < f.s.to; k++ {
		if !a.toks[k].quoted && a.has(k, setSay|setTell) && a.has(k, setPast|setThird) && !a.has(k, setNounish) {
			return true
		}
	}
	return false
}

// tailSpeaker reports a "he said" or "Smith added" at token k that ends its sentence or is set off by a comma.
func (a *analysis) tailSpeaker(f frame, k int) bool {
	for n := k; n < min(k+6, f.s.to); n++ {
		if n > k && a.has(n, setSay) && a.has(n, setPast|setThird) && !a.toks[n].quoted {
			after := a.skipAdverbials(n+1, f.s.to)
			return after >= f.s.to || a.toks[after].kind == kindStop || a.mark(after, ',')
		}
		if !a.name(n) && !a.has(n, setPronoun|setRole|setDet|setAdverb|setAux) {
			return false
		}
	}
	return false
}

// emitBefore records what was said before token end, where the frame (speaker and verb) begins, and goes on
// after it when a quotation does.
func (a *analysis) emitBefore(f frame, end int, source run) {
	if end <= f.s.from || a.readAsked(f, end, source) {
		return
	}
	if a.is(end-1, "as") && end-1 > f.s.from { // "…, as Ann Lee put it"
		end--
	}
	last := end - 1
	if !a.mark(last, ',') && a.toks[last].kind != kindClose && a.toks[last].kind != kindStop && a.str(last) != "―" && a.str(last) != "—" &&
		source.from < f.verb {
		return
	}
	rest := a.goesOn(f, last)
	if rest.empty() && (a.carries(source) || a.has(f.verb, setThird) && a.isBody(source)) && a.passedOn(f.n, source, last) {
		return
	}
	from := a.quoteStart(f.s, end)
	if from >= f.s.from {
		from = a.afterPrior(f, from, end)
		for from < last && (a.has(from, setAnd) || a.mark(from, ',')) {
			from++
		}
	}
	if end-from < 2 || rest.empty() && (end-from < 3 || !a.anyVerb(from, end) && !a.toks[last].quoted && !a.toks[max(last-1, 0)].quoted) {
		return
	}
	content := []bytesOf{a.tokensOf(from, end)}
	if !rest.empty() {
		content = append(content, rest)
	}
	if a.saidTwice(f, source, from, end) {
		return
	}
	a.add(f.n, attribution{content: content, src: source, cue: a.tokensOf(f.group.from, f.group.to),
		outlet: a.tokensOf(f.outlet.from, f.outlet.to), says: true, polarity: a.polarityOf(f, source, content[0]), rule: a.ruleBefore(f, last)})
}

// saidTwice reports whether tokens [from,end) are all said already by somebody named, and the frame f only says so
// again: "Lee said she knew because “it rained,” she said."
func (a *analysis) saidTwice(f frame, source run, from, end int) bool {
	n := len(a.attrs) - 1
	if n < 0 || a.attrs[n].sentence != f.n || !a.oneOf(source.from, speaking) || !a.anyNames(a.attrs[n].src.from, a.attrs[n].src.to) {
		return false
	}
	last := a.attrs[n].content[len(a.attrs[n].content)-1]
	return a.attrs[n].cue.start >= int(a.toks[from].start) && last.end >= int(a.toks[end-1].start)-2
}

// ruleBefore is the rule by which what was said up to token last comes before its frame f.
func (a *analysis) ruleBefore(f frame, last int) Rule {
	switch {
	case f.rule != "":
		return f.rule
	case a.toks[last].quoted || a.toks[max(last-1, 0)].quoted:
		return ruleQuotationVerb
	default:
		return ruleStatementVerb
	}
}

// goesOn is what goes on after the frame of what was said up to token last: a quotation, or the rest of a clause
// the frame was put into, as in "The test, they said, was the biggest yet."
func (a *analysis) goesOn(f frame, last int) bytesOf {
	rest := a.skipAdverbials(max(f.after, f.group.to), f.s.to)
	for k := rest; k < min(rest+25, f.s.to); k++ {
		if k > rest && a.has(k, setCue) && a.has(k, setIng|setPast) && !a.has(k, setNounish) {
			break
		}
		if a.toks[k].kind != kindOpen || k == rest && !a.mark(k-1, ',') {
			continue
		}
		if q := a.quotationAt(k); q >= 0 && a.quotes[q].to-a.quotes[q].from > 4 {
			return a.tokensOf(k, min(a.quotes[q].to, f.s.to))
		}
		break
	}
	if rest+2 < f.s.to && a.mark(rest, ',') && !a.toks[last].quoted && !a.has(rest+1, setIng|setAnd) && a.anyVerb(rest+1, f.s.to) {
		return a.tokensOf(rest+1, a.clauseEnd(f, rest+1, true))
	}
	return bytesOf{}
}

// afterPrior is where content may begin, at or after from, when an attribution earlier in the sentence has its
// own before end.
func (a *analysis) afterPrior(f frame, from, end int) int {
	for n := len(a.attrs) - 1; n >= 0 && a.attrs[n].sentence == f.n; n-- {
		for _, c := range a.attrs[n].content {
			for from < end && int(a.toks[from].start) < c.end && a.quotationAt(from) >= 0 && c.start <= int(a.toks[from].start) {
				from++
			}
		}
	}
	return a.afterJoint(f, from, end)
}

// afterJoint is where the second of two statements begins that one sentence has with a dash between them, each with its
// own cue: "Lee said it was late – and nobody knew, she added". What the first says ends there.
func (a *analysis) afterJoint(f frame, from, end int) int {
	n := len(a.attrs) - 1
	if n < 0 || a.attrs[n].sentence != f.n || a.attrs[n].cue.start < int(a.toks[from].start) {
		return from
	}
	prior := &a.attrs[n]
	for k := end - 1; k > from && int(a.toks[k].start) > prior.cue.end; k-- {
		if a.toks[k].quoted || !a.isDash(k) && !a.mark(k, ';') {
			continue
		}
		for i, c := range prior.content {
			if cut := int(a.toks[k].start); c.start < cut && cut < c.end {
				prior.content[i] = a.bare(bytesOf{c.start, cut})
			}
		}
		return k + 1
	}
	return from
}

// bare is b without the quotation marks and punctuation at its ends.
func (a *analysis) bare(b bytesOf) bytesOf {
	for !b.empty() {
		r, size := a.runeAt(b.start)
		if !isEdge(r) {
			break
		}
		b.start += size
	}
	for !b.empty() {
		r, size := a.runeBefore(b.end)
		if !isEdge(r) {
			break
		}
		b.end -= size
	}
	if b.empty() {
		return bytesOf{}
	}
	return b
}
