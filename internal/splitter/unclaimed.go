package splitter

import "strings"

// minUnclaimed is how many tokens a quotation has, its marks included, for which a speaker is looked for without a verb
// of saying; maxToVerb how far from it the verb may be.
const (
	minUnclaimed = 5
	maxToVerb    = 20
)

// readUnclaimed finds the speakers of quotations that stand with a verb no table knows: “It’s late,” he growled.
func (a *analysis) readUnclaimed() {
	last, read := -1, 0 // the sentence looked at last, and how many of its quotations were
	for n := range a.quotes {
		q := a.quotes[n]
		if q.used || q.to-q.from < minUnclaimed {
			continue
		}
		i := a.sentenceAt(q.from)
		if i != last {
			last, read = i, 0
		}
		if read++; read > maxCues {
			continue
		}
		s := a.around(a.sents[i], q.from)
		if q.closed && q.to < a.blocks[q.block].to && a.verbAfter(q) {
			continue
		}
		a.verbBefore(i, s, q)
	}
}

// verbAfter reads “…,” he growled and “…,” growled Ann Lee.
func (a *analysis) verbAfter(q quotation) bool {
	k := q.to
	i := a.sentenceAt(k)
	s := a.around(a.sents[i], k)
	if !a.pauses(q.to-2) && !a.mark(k, ',') || a.titleBefore(s, q.to-1) {
		return false
	}
	if a.mark(k, ',') {
		k++
	}
	f := frame{s: s, n: i, rule: ruleUnknownVerb}
	if k+1 >= s.to || s.from > q.to {
		return false
	}
	if source := a.phraseRight(k+1, s.to); a.verbish(k) && !source.empty() && a.speaks(source) {
		f.verb, f.group, f.after = k, run{k, k + 1}, source.to
		a.emitBefore(f, k, source)
		return true
	}
	source := a.phraseRight(k, s.to)
	if source.empty() || !a.speaks(source) {
		return false
	}
	verb := a.afterApposition(source.to, s.to)
	for verb < s.to && a.adverb(verb) {
		verb++
	}
	if verb+1 >= s.to || !a.verbish(verb) || a.toks[verb+1].kind == kindOpen {
		return false
	}
	source.to = max(source.to, verb)
	f.verb, f.group, f.after = verb, run{verb, verb + 1}, verb+1
	a.emitBefore(f, k, source)
	return true
}

// verbish reports whether token k can be a verb no table knows, or one that is a noun as often.
func (a *analysis) verbish(k int) bool {
	t := a.toks[k]
	if t.kind != kindWord || t.shape != shapeLower || a.has(k, setAux|setModal|setPrep|setDet|setAnd|setSub|setPronoun) || a.adverb(k) {
		return false
	}
	word := a.str(k)
	return a.has(k, setVerb|setCue) || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}

// speaks reports whether source can be somebody who speaks: a person, a body, a role or a pronoun for them.
func (a *analysis) speaks(source run) bool {
	last := source.to - 1
	if a.is(source.from, "it") || a.is(source.from, "that") || a.is(source.from, "this") && source.to == source.from+1 {
		return false
	}
	return a.oneOf(source.from, speaking) || a.has(last, setRole|setTitle) || a.anyHas(source.from, source.to, setRole|setOrg) || a.anyNames(source.from, source.to)
}

// verbBefore reads he growled: “…” and he railed against the “…”. Quoted words that are only a part of the clause must
// not look like a title, which begins with a capital.
func (a *analysis) verbBefore(i int, s sentence, q quotation) {
	for k := q.from - 1; k > s.from && q.from-k < maxToVerb; k-- {
		if a.toks[k].kind >= kindStop || a.mark(k, ';') || a.is(k, "that") {
			return
		}
		if !a.verbLike(k, s.from) && !(a.verbish(k) && (a.has(k, setCue|setVerb) || a.name(k-1) || a.oneOf(k-1, speaking) || a.adverb(k-1))) {
			continue
		}
		f := frame{s: s, n: i, verb: k, group: run{a.groupStart(s, k), k + 1}, after: k + 1}
		if a.has(k, setAux|setModal) || a.passive(f) || f.group.from <= s.from || a.is(f.group.from-1, "to") || a.adjectival(f) {
			return
		}
		source := a.speaker(f, len(a.attrs))
		if source.empty() || !a.speaks(source) {
			return
		}
		from := k + 1
		if leads := a.mark(q.from-1, ',') || a.mark(q.from-1, ':'); leads {
			from = q.from
		} else if inner := q.from + 1; a.name(inner) && !a.has(inner, setPronoun) || !q.closed {
			return
		}
		at := attribution{src: source, cue: a.tokensOf(f.group.from, f.group.to), says: from == q.from, rule: ruleUnknownQuoted,
			content: []bytesOf{a.tokensOf(from, max(q.to, a.calledEnd(f, q.from)))}}
		if from == q.from {
			at.rule = ruleUnknownVerb
		}
		if a.apart(f, source, a.firstOf(i), &at) {
			a.add(i, at)
		}
		return
	}
}

// firstOf is the index of the first attribution of sentence i among those read last.
func (a *analysis) firstOf(i int) int {
	n := len(a.attrs)
	for n > 0 && a.attrs[n-1].sentence == i {
		n--
	}
	return n
}

// readThat reads a verb no table knows, or a word of feeling, at token k of sentence i when somebody's words follow it
// after "that": "She griped that …", "He is adamant that …".
func (a *analysis) readThat(i, k, first int) {
	s := a.around(a.sents[i], k)
	f := frame{s: s, n: i, verb: k, group: run{a.groupStart(s, k), k + 1}, after: k + 2}
	felt := a.oneOf(k, feelings)
	if !felt && (!a.verbish(k) || a.oneOf(k, arranging)) || f.after+1 >= s.to || f.group.from <= s.from || a.adjectival(f) ||
		a.is(f.group.from-1, "to") || !felt && a.passive(f) || felt && f.group.from == k && !a.oneOf(k-1, finding) {
		return
	}
	source := a.speaker(f, first)
	if source.empty() || !a.speaks(source) || !a.anyVerb(f.after, s.to) || a.relativeThat(k+1, s.to) {
		return
	}
	if plural := strings.HasSuffix(a.str(k), "s") && !felt; plural && !a.oneOf(k-1, speaking) && !a.adverb(k-1) {
		return // more likely a noun: "companies that"
	}
	at := attribution{src: source, cue: a.tokensOf(f.group.from, k+1), content: a.clause(f, f.after, true), says: true, rule: ruleUnknownThat}
	if a.apart(f, source, first, &at) && len(at.content) > 0 {
		at.polarity = a.polarityOf(f, source, at.content[0])
		a.add(i, at)
	}
}
