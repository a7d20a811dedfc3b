package splitter

import (
	"slices"
	"strings"
)

// namedLine reads a block of the form "Name: what was said" or “what was said” — Name.
func (a *analysis) namedLine(i int) {
	b := a.blocks[i]
	from := b.from
	if from < b.to && a.toks[from].kind == kindOpen {
		from++
	}
	if colon := a.nameAndColon(from, b.to); colon > from {
		a.add(b.first, attribution{content: []bytesOf{a.tokensOf(colon+1, b.to)}, src: run{from, colon}, cue: a.tokensOf(colon, colon+1),
			says: true, rule: ruleNameColon})
		return
	}
	if b.from == b.to || from == b.from {
		return
	}
	q := a.quotationAt(b.from)
	if q < 0 || !a.quotes[q].closed || a.quotes[q].used || a.quotes[q].to+1 >= b.to {
		return
	}
	dash := a.quotes[q].to
	if (a.isDash(dash) || a.mark(dash, '-')) && a.name(dash+1) && b.to-dash < 20 {
		a.add(b.first, attribution{content: []bytesOf{a.tokensOf(b.from, dash)}, src: run{dash + 1, b.to}, cue: a.tokensOf(dash, dash+1),
			says: true, rule: ruleNameDash})
	}
}

// maxNamed is how many tokens a name before a colon may have.
const maxNamed = 6

// nameAndColon is the colon after the name that begins at token from, or from. The name must be a person's, or in
// capitals as in a transcript, and more must follow than a list of names.
func (a *analysis) nameAndColon(from, to int) int {
	colon := from
	for colon < min(to, from+maxNamed) && a.name(colon) {
		colon++
	}
	if colon == from || a.has(from, setCue) || colon+4 >= to || !a.mark(colon, ':') || !a.anyVerb(colon+1, to) || a.has(from, setFurniture) {
		return from
	}
	e := a.entityAt(from)
	person := e >= 0 && a.ents[e].from == from && a.ents[e].to == colon && a.ents[e].typ == EntityPerson
	if !person && (a.toks[from].shape != shapeUpper || !a.inRoster(colon-1)) {
		return from
	}
	return colon
}

// inRoster reports whether the word in capitals at k is part of the name of a person whom the text names in full.
func (a *analysis) inRoster(k int) bool {
	word := a.str(k)
	_, ok := a.roster.byPart[word[:1]+strings.ToLower(word[1:])]
	return ok
}

// accordingTo reads the "according to" at token k of sentence i. Where it heads the sentence nothing is
// recorded yet and the tokens of the whole phrase are returned: it may frame another attribution.
func (a *analysis) accordingTo(i, k int) run {
	s := a.around(a.sents[i], k)
	end := k + 2
	for end < s.to && a.toks[end].kind != kindStop && a.toks[end].kind != kindOpen && !a.mark(end, ',') &&
		!a.mark(end, ';') && !a.mark(end, ')') && !a.is(end, "which") && !a.is(end, "who") {
		end++
	}
	if end == k+2 {
		return run{}
	}
	if k-a.sents[i].from <= 2 && !a.anyMark(s.from, k) {
		return run{k, end}
	}
	before := k
	if a.mark(before-1, ',') || a.mark(before-1, '(') {
		before--
	}
	if source := (run{k + 2, end}); a.carries(source) && a.passedOn(i, source, before) {
		return run{}
	}
	content := []bytesOf{a.tokensOf(a.quoteStart(s, before), before)}
	if rest := a.clauseEnd(frame{s: s}, end+1, true); end+1 < rest && a.mark(end, ',') && rest-end > 4 {
		content = append(content, a.tokensOf(end+1, rest))
	}
	a.add(i, attribution{content: content, src: run{k + 2, end}, cue: a.tokensOf(k, k+2), says: true, rule: ruleAccording})
	return run{}
}

func (a *analysis) anyMark(from, to int) bool {
	for k := from; k < to; k++ {
		if a.toks[k].kind >= kindStop || a.toks[k].kind == kindPunct {
			return true
		}
	}
	return false
}

// carriedBy gives an "According to X," that heads sentence i to the attribution it frames: the first one whose
// speaker comes right after it. Without one it is an attribution itself.
func (a *analysis) carriedBy(i int, head run, first int) {
	source := run{head.from + 2, head.to}
	for j := first; j < len(a.attrs); j++ {
		at := &a.attrs[j]
		if at.src.empty() || at.src.from < head.to || at.src.from > head.to+4 || a.share(*at) {
			continue
		}
		a.carry(at, source)
		return
	}
	s := a.around(a.sents[i], head.from)
	from := a.afterApposition(head.to, s.to)
	end := a.clauseEnd(frame{s: s}, from, true)
	if end-from >= 2 {
		at := attribution{content: []bytesOf{a.tokensOf(from, end)}, src: source, cue: a.tokensOf(head.from, head.from+2),
			says: true, rule: ruleAccordingHead}
		if cited := a.citedIn(head.to, from); !cited.empty() {
			at.via = a.tokensOf(cited.from, cited.to)
			relative := a.tokensOf(head.to, from)
			mine := slices.DeleteFunc(a.attrs[first:], func(o attribution) bool { return o.cue.overlaps(relative) })
			a.attrs = a.attrs[:first+len(mine)] // what "which" says of what it cites is the chain now
		}
		a.add(i, at)
	}
}

// citedIn is what a relative clause among tokens [from,to) says that a source cites: "which cited an audit".
func (a *analysis) citedIn(from, to int) run {
	for k := from; k+1 < to; k++ {
		if a.oneOf(k, quoting) && (a.is(k-1, "which") || a.is(k-1, "who") || a.mark(k-1, ',')) {
			return a.phraseRight(k+1, to)
		}
	}
	return run{}
}

// maxRelative is how many tokens a relative clause after a source may have.
const maxRelative = 24

// afterApposition is where the clause after a name begins that ends before token k: past a comma, and past "a
// think tank," or "which cited an audit," too.
func (a *analysis) afterApposition(k, to int) int {
	if k >= to || !a.mark(k, ',') {
		return k
	}
	k++
	if k < to && (a.is(k, "a") || a.is(k, "an") || a.is(k, "the")) {
		for end := k + 1; end < min(to, k+9) && !a.verbLike(end, k); end++ {
			if a.mark(end, ',') {
				return end + 1
			}
		}
	}
	if k < to && (a.is(k, "which") || a.is(k, "who") || a.is(k, "whose") || a.is(k, "citing") || a.is(k, "quoting")) {
		for end := k + 1; end < min(to, k+maxRelative); end++ {
			if a.mark(end, ',') {
				return end + 1
			}
		}
	}
	return k
}

// passedOn notes that source, which is named after token end of sentence i, carried what the attribution that makes up
// the sentence so far says: “the ministry told AFP, the BBC reports”.
func (a *analysis) passedOn(i int, source run, end int) bool {
	n := a.firstOf(i)
	if n == len(a.attrs) {
		return false
	}
	at := &a.attrs[n]
	if !at.says || at.src.empty() || at.src.from > a.sents[i].from+maxDateline && at.source.start < at.content[0].start || at.src.to > end {
		return false
	}
	for j, c := range at.content {
		if stop := int(a.toks[end-1].end); c.end > stop && c.start < stop {
			at.content[j] = a.bare(bytesOf{c.start, stop})
		}
	}
	a.carry(at, source)
	return true
}

// isBody reports whether source is named as a body is: as an organisation, or by a name with "the" before it.
func (a *analysis) isBody(source run) bool {
	e := a.entityAt(source.to - 1)
	return e >= 0 && (a.ents[e].typ == EntityOrganization || a.is(source.from, "the") && !a.ents[e].typ.isFigure())
}

// carry makes source the outlet of at or, when it has one, who passed it on.
func (a *analysis) carry(at *attribution, source run) {
	if at.outlet.empty() {
		at.outlet = a.tokensOf(source.from, source.to)
	} else if at.via.empty() {
		at.via = a.tokensOf(source.from, source.to)
	}
}

// carries reports whether source is what words of others are carried by: an outlet, or a document seen by one.
func (a *analysis) carries(source run) bool {
	if a.anyHas(source.from, source.to, setMedia) {
		return true
	}
	return a.oneOf(source.to-1, documents) || a.oneOf(min(source.from+1, source.to-1), documents)
}

// leadFrame reads the words that lead in to what somebody says at the head of sentence i: "In the words of Ann Lee, “…”"
// and "For Ann Lee, “…”".
func (a *analysis) leadFrame(i int) {
	s := a.sents[i]
	k := s.from
	if s.to-k < 6 {
		return
	}
	switch {
	case a.is(k, "in") && a.is(k+1, "the") && a.is(k+2, "words") && a.is(k+3, "of"):
		k += 4
	case a.is(k, "for"), a.is(k, "to"):
		k++
	default:
		return
	}
	source := a.phraseRight(k, s.to)
	if source.empty() || source.to+2 >= s.to || !a.mark(source.to, ',') || a.toks[source.to+1].kind != kindOpen {
		return
	}
	f := frame{s: a.around(s, k), n: i}
	a.add(i, attribution{content: a.quotedFrom(f, source.to+1), src: source, cue: a.tokensOf(s.from, k), says: true, rule: ruleLeadIn})
}

// leadCited notes what a sentence that begins "Citing X," rests on with the first attribution of sentence i, from index
// first on.
func (a *analysis) leadCited(i, first int) {
	s := a.sents[i]
	if first == len(a.attrs) || !a.is(s.from, "citing") && !a.is(s.from, "quoting") || !a.attrs[first].via.empty() {
		return
	}
	for k := s.from + 1; k < min(s.to, s.from+maxApposition); k++ {
		if a.mark(k, ',') && int(a.toks[k].start) < a.attrs[first].cue.start {
			a.attrs[first].via = a.tokensOf(s.from+1, k)
			return
		}
	}
}
