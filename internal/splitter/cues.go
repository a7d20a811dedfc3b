package splitter

import "strings"

// readCue reads the reporting verb at token k of sentence i; attributions of the sentence begin at first.
func (a *analysis) readCue(i, k, first int) {
	s := a.around(a.sents[i], k)
	f := frame{s: s, n: i, verb: k, group: run{a.groupStart(s, k), k + 1}}
	f.group.from = a.neitherNor(f)
	if a.passive(f) {
		a.reportedThat(f, first)
		return
	}
	if f.group.from > s.from && !a.is(f.group.from-1, "to") && a.adjectival(f) {
		return
	}
	if !a.particle(&f) || a.readCharge(f, first) {
		return
	}
	a.takeClaim(&f)
	if a.is(k, "citing") && k > s.from {
		a.readCiting(f, first)
		return
	}
	if source := a.inverted(f); !source.empty() {
		f.after, f.rule = source.to, ruleVerbSpeaker
		if f.verb == s.from {
			a.add(i, attribution{content: a.quotedFrom(f, source.to+1), src: source, cue: a.tokensOf(k, k+1), says: true, rule: ruleVerbSpeaker})
			return
		}
		a.emitBefore(f, f.group.from, source)
		return
	}
	var source run
	if f.group.from > s.from && a.is(f.group.from-1, "to") {
		source = a.infinitive(&f, first)
	} else {
		source = a.speaker(f, first)
	}
	if !source.empty() && a.plausible(f, source) && !a.naming(f, source) && !a.supposed(f, source) {
		a.readSaid(f, a.withNegation(f, source), first)
	}
}

// readSaid finds what the source of f says, after the verb or before the frame.
func (a *analysis) readSaid(f frame, source run, first int) {
	s, k := f.s, f.verb
	f.after = f.group.to
	if a.has(k, setTell) && f.group.to == k+1 {
		a.listener(&f)
	}
	at := attribution{src: source, cue: a.tokensOf(f.group.from, f.group.to), outlet: a.tokensOf(f.outlet.from, f.outlet.to), says: a.says(f),
		whole: a.oneOf(source.from, negating) || a.is(f.group.from, "neither")}
	if before := f.group.from - 1; before > s.from && (a.is(before, "who") || a.is(before, "which")) {
		at.source = a.tokensOf(before, before+1)
	}
	if a.has(k, setSay|setTell) && !a.has(k, setIng) && a.afterQuote(s, source.from) {
		a.emitBefore(f, source.from, source)
		return
	}
	f.after = a.skipAdverbials(f.after, s.to)
	a.interviewer(&at, f)
	a.citedAside(&at, &f)
	if a.is(max(source.from-1, 0), "as") && source.from-1 == a.sents[f.n].from && f.after < s.to && a.mark(f.after, ',') {
		at.content, at.rule = a.clause(f, f.after+1, true), ruleAsPut
		a.add(f.n, at)
		return
	}
	if before := f.group.from - 1; a.has(k, setIng) && before > s.from && a.has(s.from, setPrep) && !a.mark(before, ',') {
		f.s.to = a.leadInEnd(f)
	}
	if at.content, at.rule = a.complement(f); len(at.content) > 0 {
		at.polarity = a.polarityOf(f, source, at.content[0])
		if a.apart(f, source, first, &at) {
			a.add(f.n, at)
		}
		return
	}
	if a.has(k, setSay|setTell) {
		a.emitBefore(f, source.from, source)
	}
}

// infinitive is the subject of "to say" where words follow that must be somebody's: a quotation, or a clause after
// "that". The verb before belongs to the cue when it is one such as "went on".
func (a *analysis) infinitive(f *frame, first int) run {
	next := f.group.to
	if next+1 >= f.s.to || !a.has(f.verb, setBase) {
		return run{}
	}
	says := a.has(f.verb, setSay|setTell) && (a.is(next, "that") || a.toks[next].kind == kindOpen || (a.mark(next, ',') || a.mark(next, ':')) && a.toks[next+1].kind == kindOpen)
	if !says && !(a.has(f.verb, setCall) && a.calledEnd(*f, next) > next) {
		return run{}
	}
	to := f.group.from - 1
	if lead := to - 1; lead > f.s.from && (a.oneOf(lead, leading) || a.is(lead, "on") && a.oneOf(lead-1, leading)) {
		if a.is(lead, "on") {
			lead--
		}
		g := *f
		g.verb, g.group = lead, run{a.groupStart(f.s, lead), lead + 1}
		if source := a.speaker(g, first); !source.empty() {
			f.group.from = g.group.from
			return source
		}
	}
	return a.participleSubject(frame{s: f.s, group: run{to, to + 1}}, first)
}

// interviewer notes as the outlet of at the body that the words of f were said to: "said in an interview with the BBC".
func (a *analysis) interviewer(at *attribution, f frame) {
	for k := f.group.to; k+1 < f.after && at.outlet.empty(); k++ {
		if !a.is(k, "with") && !a.is(k, "to") {
			continue
		}
		from := k + 1
		if a.has(from, setDet) {
			from++
		}
		if e := a.entityAt(from); e >= 0 && a.ents[e].typ == EntityOrganization && a.ents[e].to <= f.after {
			at.outlet = a.tokensOf(k+1, a.ents[e].to)
		}
	}
}

// reportedThat reads "It was reported that", which names no speaker.
func (a *analysis) reportedThat(f frame, first int) {
	it, that := f.group.from-1, f.verb+1
	if it < f.s.from || that+1 >= f.s.to || !a.is(it, "it") || !a.is(that, "that") || !a.has(f.verb, setSay|setTell) {
		return
	}
	at := attribution{cue: a.tokensOf(f.group.from, f.verb+1), content: a.clause(f, that+1, true), says: true, rule: ruleReportedThat}
	if len(at.content) > 0 && a.outside(f.verb, first) {
		at.polarity = a.polarityOf(f, run{f.verb, f.verb}, at.content[0])
		a.add(f.n, at)
	}
}

// apart reports whether the frame f, whose speaker is source, is no part of what an attribution of the sentence, from
// index first on, already says. What is joined to that, as in "said he would stay but added that", is cut off there.
func (a *analysis) apart(f frame, source run, first int, at *attribution) bool {
	place := bytesOf{int(a.toks[f.verb].start), int(a.toks[f.verb].end)}
	for n := first; n < len(a.attrs); n++ {
		outer := &a.attrs[n]
		for i, c := range outer.content {
			if !c.overlaps(place) {
				continue
			}
			if joint := a.joint(f, source); joint > 0 && int(a.toks[joint].start) > c.start {
				outer.content[i] = a.bare(bytesOf{c.start, int(a.toks[joint-1].end)})
				if source.to <= joint {
					at.src, at.source = outer.src, outer.source
				}
				continue
			}
			if at.coined = source.from > 0 && a.is(source.from-1, "what") && a.anyNames(source.from, source.to); !at.coined {
				return false
			}
		}
	}
	return true
}

// joint is the "and" or "but" by which the frame f is joined to the clause before it, or 0.
func (a *analysis) joint(f frame, source run) int {
	k := f.group.from - 1
	if source.to > k || source.to == f.group.from {
		k = source.from - 1
	}
	if k <= f.s.from || a.toks[k].quoted {
		return 0
	}
	comma := a.mark(k-1, ',') || a.toks[k-1].kind == kindClose
	switch {
	case a.has(k, setAnd) && k == f.group.from-1, a.is(k, "but"), a.is(k, "though"), a.is(k, "although"), a.mark(k, ';'):
		return k
	case a.is(k, "and") && comma:
		return k
	default:
		return 0
	}
}

// How many tokens from its cue anything of an attribution may be, and how many cues of a sentence are read. Both
// are far beyond any sentence of prose; they keep the work on text that is none in proportion to its length.
const (
	maxReach = 250
	maxCues  = 40
)

// around is s, no further than maxReach from token k.
func (a *analysis) around(s sentence, k int) sentence {
	s.from, s.to = max(s.from, k-maxReach), min(s.to, k+maxReach)
	return s
}

// says reports whether what follows the verb of f is a statement.
func (a *analysis) says(f frame) bool {
	return a.has(f.verb, setSay|setTell) && f.group.to == f.verb+1
}

// afterQuote reports whether a quotation that does not end the sentence closes right before token k of s, as in
// “It’s finished,” she said of it.
func (a *analysis) afterQuote(s sentence, k int) bool {
	if k-2 < s.from {
		return false
	}
	last := k - 1
	if a.mark(last, ',') {
		last--
	} else if !a.pauses(k - 2) {
		return false
	}
	return a.toks[last].kind == kindClose && !a.titleBefore(s, last)
}

// titleBefore reports whether the quotation that closes at token k is a title in a phrase that opens s, as in “On
// ‘Morning News,’ she said”.
func (a *analysis) titleBefore(s sentence, k int) bool {
	q := a.quotationAt(k)
	return q >= 0 && a.quotes[q].from > s.from && a.has(s.from, setPrep) && a.quotes[q].to-a.quotes[q].from < 12 && !a.anyVerb(s.from, a.quotes[q].from)
}

// groupStart is where the auxiliaries and adverbs of the verb at k begin.
func (a *analysis) groupStart(s sentence, k int) int {
	g := k
	for g > s.from && (a.has(g-1, setAux|setModal|setNot) || a.adverb(g-1)) && !a.has(g-1, setAnyTime) && !a.name(g-1) {
		g--
	}
	return g
}

// passive reports whether somebody else speaks: "was accused of", "is expected to".
func (a *analysis) passive(f frame) bool {
	if !a.has(f.verb, setPast) {
		return false
	}
	for k := f.group.from; k < f.verb; k++ {
		if a.oneOf(k, passives) {
			return true
		}
	}
	return false
}

// adjectival reports whether the word is no verb here: "the claims", "their reported talks", "of charges".
func (a *analysis) adjectival(f frame) bool {
	before := f.group.from - 1
	if a.has(f.verb, setIng) && f.group.from == f.verb && a.oneOf(before, beforeIng) {
		return false
	}
	if a.toks[before].kind == kindPossessive && before > f.s.from && a.has(before-1, setPronoun) && a.has(f.verb, setIng) {
		return false // "he’s claiming"
	}
	if a.toks[before].kind == kindPossessive || a.toks[before].kind == kindNumber && !a.aged(before) {
		return true
	}
	if a.has(before, setDet|setPrep) && !a.is(before, "that") && !a.is(before, "this") && !a.is(before, "all") && !a.has(before, setPronoun) {
		return f.group.from == f.verb || a.has(before, setPrep)
	}
	return false
}

// particle takes the preposition that belongs to the verb into its group, and reports whether the verb may stand
// as it does.
func (a *analysis) particle(f *frame) bool {
	next := f.verb + 1
	if next >= f.s.to {
		return true
	}
	switch {
	case a.is(f.verb, "put") || a.is(f.verb, "puts"):
		if !a.is(next, "it") || next+1 >= f.s.to || a.has(next+1, setPrep) {
			return false
		}
		f.group.to = next + 1
	case a.has(f.verb, setVerb) && !a.has(f.verb, setSay|setTell):
		if !a.is(next, "of") && !a.is(next, "about") {
			return false
		}
		f.group.to = next + 1
	case a.is(next, "out"), a.is(next, "for") && a.has(f.verb, setWill), a.is(next, "on") && a.is(f.verb, "called"),
		a.is(next, "to") && a.is(f.verb, "pointed"),
		(a.has(f.verb, setTell) || a.is(f.verb, "complained") || a.is(f.verb, "boasted")) && (a.is(next, "against") || a.is(next, "about") || a.is(next, "of")):
		f.group.to = next + 1
	}
	return true
}

// takeClaim takes into the group of f the noun in "rejected claims that" and "repeated the claim that".
func (a *analysis) takeClaim(f *frame) {
	if !a.has(f.verb, setCall) && !a.oneOf(f.verb, denying) && !a.oneOf(f.verb, airing) {
		return
	}
	for k := f.group.to; k+1 < min(f.s.to, f.group.to+4); k++ {
		if a.has(k, setSaying) && a.is(k+1, "that") && !a.relativeThat(k+1, f.s.to) {
			f.group.to = k + 1
			return
		}
		if !a.has(k, setDet) && !a.describesNoun(k) {
			return
		}
	}
}

// readCiting takes ", citing X" as what the sentence's last attribution rests on. Without one it is what somebody cites.
func (a *analysis) readCiting(f frame, first int) {
	end := a.clauseEnd(f, f.group.to, true)
	if end <= f.group.to || len(a.attrs) > first && a.attrs[len(a.attrs)-1].via.overlaps(a.tokensOf(f.group.to, end)) {
		return
	}
	if last := len(a.attrs) - 1; last >= first && a.attrs[last].via.empty() {
		a.attrs[last].via = a.tokensOf(f.group.to, end)
		return
	}
	if source := a.speaker(f, first); !source.empty() && a.opensObject(f.group.to) {
		a.add(f.n, attribution{content: []bytesOf{a.tokensOf(f.group.to, end)}, src: source, cue: a.tokensOf(f.verb, f.group.to), rule: ruleCalled})
	}
}

// inverted is the speaker after the verb, as in “…,” said X; empty when the order is another.
func (a *analysis) inverted(f frame) run {
	k, before := f.verb, f.group.from-1
	if before < f.s.from {
		return a.invertedFirst(f)
	}
	if !a.has(k, setSay) || !a.has(k, setPast|setThird) || k+1 >= f.s.to {
		return run{}
	}
	source := a.phraseRight(k+1, f.s.to)
	if source.empty() {
		return source
	}
	if !a.has(k+1, setPronoun) || a.has(k+1, setDet) {
		source = a.extended(source, f.s.to)
	}
	quote := a.toks[before].kind == kindClose ||
		a.mark(before, ',') && before > f.s.from && (a.toks[before-1].kind == kindClose || a.toks[before-1].quoted)
	end := source.to == f.s.to || a.toks[source.to].kind == kindStop && source.to+1 >= f.s.to-1
	comma := source.to < f.s.to && a.mark(source.to, ',')
	switch {
	case quote && (end || comma || source.to < f.s.to && !a.has(source.to, setAux|setModal)):
		return source
	case a.mark(before, ',') && (end || comma) && a.clauseBefore(f.s, before):
		return source
	case end && a.name(k+1) && !a.has(before, setPronoun|setRole|setSub|setAnd) && !a.oneOf(k, things) && a.clauseBefore(f.s, before):
		return source
	default:
		return run{}
	}
}

// invertedFirst is the speaker in "Said Ellis: “…”", at the head of a sentence.
func (a *analysis) invertedFirst(f frame) run {
	if !a.has(f.verb, setSay) || !a.has(f.verb, setPast|setThird) || f.verb+1 >= f.s.to {
		return run{}
	}
	source := a.extended(a.phraseRight(f.verb+1, f.s.to), f.s.to)
	if next := source.to + 1; source.empty() || next >= f.s.to || a.toks[next].kind != kindOpen {
		return run{}
	}
	return source
}

// clauseBefore reports whether the words of s before token end are a clause: with a verb of their own.
func (a *analysis) clauseBefore(s sentence, end int) bool {
	return end-s.from > 3 && a.anyVerb(s.from, end)
}

// anyVerb reports whether a finite verb, or what looks like one, is among tokens [from,to).
func (a *analysis) anyVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if a.verbLike(k, from) {
			return true
		}
	}
	return false
}

// verbLike reports whether token k looks like a finite verb, in a clause that begins at from.
func (a *analysis) verbLike(k, from int) bool {
	t := a.toks[k]
	if t.kind != kindWord || t.shape != shapeLower {
		return false
	}
	if t.words&(setAux|setModal) != 0 {
		return true
	}
	if k > max(from, 0) && (a.has(k-1, setDet|setPrep) || a.toks[k-1].kind == kindPossessive) {
		return false
	}
	if t.words&setVerb != 0 || t.words&setCue != 0 && t.words&(setPast|setThird) != 0 && t.words&setNounish == 0 {
		return true
	}
	word := a.str(k)
	return t.words&setPrep == 0 && strings.HasSuffix(word, "ed") && len(word) > 4
}

// plausible reports whether the verb can be one that source is the subject of.
func (a *analysis) plausible(f frame, source run) bool {
	k := f.verb
	next := k + 1
	before := f.group.from - 1
	if a.has(k, setNounish) && f.group.from == k && next < f.s.to && a.has(next, setAux|setModal) && !a.afterQuote(f.s, source.from) {
		return false // "the court ruling could"
	}
	if a.has(k, setNounish) && !a.has(k, setIng) && f.group.from == k && !a.afterQuote(f.s, source.from) {
		if before < f.s.from || !a.name(before) && !a.has(before, setPronoun|setRole|setSub|setAnyTime) &&
			!(next < f.s.to && a.is(next, "that") && !a.relativeThat(next, f.s.to)) {
			return false
		}
		if next >= f.s.to {
			return false
		}
		if comma := source.from - 1; comma > f.s.from && a.mark(comma, ',') && (a.toks[next].kind == kindStop || a.mark(next, ',')) {
			return a.has(k, setPast|setThird) && a.clauseBefore(f.s, comma)
		}
		opens := a.toks[next].kind == kindOpen || a.mark(next, ':') || a.mark(next, ',') || a.has(next, setDet|setPronoun|setSub) || a.name(next) ||
			a.is(next, "to") || a.toks[next].kind == kindNumber || f.group.to > next
		if !opens {
			return false
		}
	}
	if a.has(k, setBase) && !a.has(k, setPast) && f.group.from == k {
		last := source.to - 1
		return a.has(last, setPlural|setPronoun) || a.anyIs(source.from, source.to, "and") || strings.HasSuffix(a.str(last), "s")
	}
	return true
}

// naming reports whether the verb of f only says what a thing is called: "a stream called Miracle Run".
func (a *analysis) naming(f frame, source run) bool {
	next := f.group.to
	if !a.oneOf(f.verb, namers) || f.group.from != f.verb || next >= f.s.to || !a.name(next) || !a.has(source.from, setDet) ||
		a.toks[source.to-1].shape != shapeLower {
		return false
	}
	end := next + 1
	for end < f.s.to && a.name(end) {
		end++
	}
	return end == f.s.to || a.toks[end].kind != kindOpen && !a.has(end, setDet) && a.toks[end].kind != kindPossessive
}
