package splitter

import "slices"

// readFrames takes a text in another language than English apart, whose sentences and quotations are found.
func (a *analysis) readFrames() {
	a.takeAsidesOut()
	a.hedgesInLanguage()
	a.namesInLanguage()
	a.indexEntities()
	for i := range a.sents {
		a.framesOf(i)
	}
	a.giveLooseQuotations()
	slices.SortStableFunc(a.attrs, func(x, y attribution) int { return x.cue.start - y.cue.start })
	a.attachHedges()
	a.nameSpeakers()
	a.classifyInLanguage()
	a.claimsInLanguage()
}

// hedgesInLanguage finds the hedges outside quotations.
func (a *analysis) hedgesInLanguage() {
	for k := 0; k < len(a.toks); k++ {
		if a.toks[k].quoted {
			continue
		}
		if end := a.phraseEnd(k, a.lang.hedges); end > k {
			a.hedges = append(a.hedges, hedge{k, end})
			k = end - 1
		}
	}
}

// Limits, in tokens, of how far from a saying verb its "that" or colon may stand, and of how long names are.
const (
	maxToThat  = 16
	maxSpeaker = 16
)

// saying is a saying verb of another language and what is known about it.
type saying struct {
	s sentence
	n int // index of s
	// group is the verb with its auxiliary, verb the verb itself.
	group run
	verb  int
	// subject is where a speaker before the verb ends: the verb, or its auxiliary in an earlier place.
	subject int
	outlet  run
}

// framesOf finds the attributions of sentence i.
func (a *analysis) framesOf(i int) {
	s := a.sents[i]
	first := len(a.attrs)
	for k := s.from; k < s.to && len(a.attrs)-first < maxCues; k++ {
		if a.toks[k].quoted {
			continue
		}
		if end := a.phraseEnd(k, a.lang.according); end > k && end < s.to && !a.has(end, setSay|setAux) {
			a.readAccording(i, k, end)
			k = end - 1
		} else if end := a.phraseEnd(k, a.lang.accordingAfter); end > k {
			a.readAccordingAfter(i, k, end)
		} else if a.has(k, setSay) && a.toks[k].shape == shapeLower {
			a.readSaying(i, k)
		} else if a.oneOfWords(k, a.lang.data.tags) && k > s.from && a.mark(k-1, ',') {
			f := &saying{s: a.around(s, k), n: i, verb: k, group: run{k, k + 1}, subject: k}
			_ = !a.nounPhrase(k+1, s.to, false).empty() && (a.quoteFrame(f) || a.clauseFirst(f))
		}
	}
}

// readSaying reads the saying verb at token k of sentence i by the first form of frame that fits.
func (a *analysis) readSaying(i, k int) {
	f := saying{s: a.around(a.sents[i], k), n: i, verb: k, group: run{k, k + 1}, subject: k}
	for f.group.from > f.s.from && a.has(f.group.from-1, setAux|setNot) && !a.has(f.group.from-1, setThat) {
		f.group.from--
	}
	f.subject = f.group.from
	if a.has(k, setBase) && f.group.from == k {
		if aux := a.auxiliaryBefore(f); aux >= 0 {
			f.subject = aux
		} else if !a.has(k, setPast|setThird) {
			return
		}
	}
	_ = a.quoteFrame(&f) || a.asFrame(&f) || a.thatFrame(&f) || a.colonFrame(&f) || a.clauseFirst(&f) || a.clauseLast(&f)
}

// auxiliaryBefore is the auxiliary of the participle of f earlier in its clause, or -1.
func (a *analysis) auxiliaryBefore(f saying) int {
	for k := f.verb - 1; k >= f.s.from && !a.mark(k, ',') && !a.toks[k].quoted; k-- {
		if a.has(k, setAux) {
			return k
		}
	}
	return -1
}

// record adds what source is said to have said by f.
func (a *analysis) record(f *saying, source run, rule Rule, content ...bytesOf) bool {
	at := attribution{content: content, src: source, cue: a.tokensOf(f.group.from, f.group.to), says: true, rule: rule,
		outlet: a.tokensOf(f.outlet.from, f.outlet.to)}
	if !f.outlet.empty() && a.toks[f.outlet.from].kind == kindOpen {
		at.outlet = a.bare(at.outlet)
	}
	for k := f.group.from; k < f.group.to; k++ {
		if verb, pronoun := asked(a.str(k)); pronoun != "" && a.has(k, setPronoun) {
			place := a.tokensOf(k, k+1) // "a-t-il", "dit-elle"
			at.src, at.source = run{k, k + 1}, bytesOf{place.end - len(pronoun), place.end}
			if k+1 == f.group.to {
				at.cue.end = place.start + len(verb)
			}
		}
		if a.has(k, setNot) && !a.is(k, "ne") || a.oneOfWords(k, a.lang.data.denying) {
			at.polarity = Denied
		}
	}
	before := len(a.attrs)
	a.add(f.n, at)
	return len(a.attrs) > before
}

// quoteFrame reads “…”, said X, also when more of the quotation follows.
func (a *analysis) quoteFrame(f *saying) bool {
	k := f.group.from - 1
	for k >= 0 && k > f.group.from-4 && (a.mark(k, ',') || a.dash(k)) {
		k--
	}
	if k < 0 {
		return false
	}
	q := a.quotationAt(k)
	if q < 0 || a.quotes[q].to > f.group.from || a.quotes[q].block != f.s.block || k == f.group.from-1 && !a.endsSpeech(a.quotes[q]) {
		return false
	}
	source, after := a.speakerAfter(f, f.verb+1)
	content := []bytesOf{a.tokensOf(a.quotes[q].from, a.quotes[q].to)}
	if a.wordsIn(f.s.from, a.quotes[q].from) >= minClaimWords && a.mark(f.group.from-1, ',') && !a.endsSpeech(a.quotes[q]) {
		content[0] = a.tokensOf(f.s.from, a.quotes[q].to) // only the end of what was said is in quotation marks
	}
	for n := q + 1; n < len(a.quotes) && a.quotes[n].block == f.s.block && a.quotes[n].from <= after+8; n++ {
		if a.quotes[n].from < f.outlet.to {
			a.quotes[n].used = true // the name of an outlet: sagte er der „Süddeutschen Zeitung“
			continue
		}
		if a.marksOnly(after, a.quotes[n].from) || a.quotes[n].from == f.s.to || a.toks[max(a.quotes[n].from-1, 0)].kind == kindStop && a.quotes[n].from <= after+3 {
			content = append(content, a.tokensOf(a.quotes[n].from, a.quotes[n].to))
			after = a.quotes[n].to
		}
	}
	return a.record(f, source, ruleFrameQuote, content...)
}

// endsSpeech reports whether q ends as speech does that a verb may follow without a mark between.
func (a *analysis) endsSpeech(q quotation) bool {
	last := q.to - 2
	return q.closed && last > q.from && (a.toks[last].kind == kindStop || a.mark(last, ','))
}

// marksOnly reports whether tokens [from,to) are marks.
func (a *analysis) marksOnly(from, to int) bool {
	for k := from; k < to; k++ {
		if isWordToken(a.toks[k]) {
			return false
		}
	}
	return true
}

// sayingSubject is who speaks in f: before the verb, or after it.
func (a *analysis) sayingSubject(f *saying) run {
	if source := a.speakerBefore(f.s.from, f.subject); !source.empty() {
		a.speakerAfter(f, f.verb+1) // for the outlet
		return source
	}
	if f.subject < f.group.from {
		source, _ := a.speakerAfter(f, f.subject+1)
		return source
	}
	source, _ := a.speakerAfter(f, f.verb+1)
	return source
}

// asFrame reads "as X said" at the head or end of a sentence.
func (a *analysis) asFrame(f *saying) bool {
	as := f.group.from - 1
	for as > f.s.from && as > f.group.from-maxSpeaker && !a.has(as, setAs) && !a.mark(as, ',') && !a.toks[as].quoted {
		as--
	}
	if as < f.s.from || !a.has(as, setAs) {
		return false
	}
	source, end := run{as + 1, f.group.from}, f.group.to
	if source.empty() || a.has(source.from, setPronoun) && !a.has(source.from, setHe|setShe) || !a.lang.data.verbSecond {
		source, end = a.speakerAfter(f, f.verb+1)
	}
	for end < f.s.to && !a.mark(end, ',') {
		end++
	}
	switch {
	case as <= f.s.from+1 && end+2 < f.s.to:
		return a.record(f, source, ruleFrameAs, a.tokensOf(end+1, f.s.to))
	case as > f.s.from+2 && a.mark(as-1, ','):
		return a.record(f, source, ruleFrameAs, a.tokensOf(f.s.from, as-1))
	default:
		return false
	}
}

// thatFrame reads "X said that …".
func (a *analysis) thatFrame(f *saying) bool {
	for k := f.verb + 1; k < min(f.s.to-2, f.verb+maxToThat); k++ {
		switch {
		case a.toks[k].kind == kindOpen, a.toks[k].kind == kindStop, a.mark(k, ':'), a.mark(k, ';'):
			return false
		case a.has(k, setThat):
			source := a.sayingSubject(f)
			if source.empty() && (a.lang.data.verbSecond || a.lang.data.elides) {
				return false // where subjects are never left out: "man kann sagen, dass"
			}
			return a.record(f, source, ruleFrameThat, a.tokensOf(k+1, a.clauseStop(f, k+1)))
		case a.has(k, setModal|setAux|setVerb|setSay) && !a.has(k, setDet|setPronoun):
			return false
		}
	}
	return false
}

// clauseStop is where what was said ends that begins at k: at a semicolon, or the sentence's end.
func (a *analysis) clauseStop(f *saying, k int) int {
	for j := k; j < f.s.to; j++ {
		if a.mark(j, ';') && !a.toks[j].quoted {
			return j
		}
	}
	return f.s.to
}

// colonFrame reads "X said: …" and "X said “…”".
func (a *analysis) colonFrame(f *saying) bool {
	for k := f.verb + 1; k < min(f.s.to, f.verb+maxToThat); k++ {
		switch {
		case a.mark(k, ':') && k+1 < len(a.toks):
			source := a.sayingSubject(f)
			if q := a.quotationAt(k + 1); q >= 0 && a.quotes[q].block == f.s.block {
				return a.record(f, source, ruleFrameColon, a.tokensOf(a.quotes[q].from, a.quotes[q].to))
			}
			return k+2 < f.s.to && a.record(f, source, ruleFrameColon, a.tokensOf(k+1, f.s.to))
		case a.toks[k].kind == kindOpen:
			q := a.quotationAt(k)
			if q < 0 || a.wordsIn(a.quotes[q].from, a.quotes[q].to) < minClaimWords {
				continue // a name or a single word
			}
			return k <= f.verb+2 && a.record(f, a.sayingSubject(f), ruleFrameColon, a.tokensOf(a.quotes[q].from, a.quotes[q].to))
		case a.toks[k].kind == kindStop, a.mark(k, ','), a.mark(k, ';'):
			return false
		}
	}
	return false
}

// clauseFirst reads "The port is closed, said X".
func (a *analysis) clauseFirst(f *saying) bool {
	comma := f.group.from - 1
	if comma < f.s.from+2 || !a.mark(comma, ',') && !(a.dash(comma) && a.lang.code == "pl") {
		return false
	}
	source, end := a.speakerAfter(f, f.verb+1)
	if source.empty() || !a.anyNames(source.from, source.to) && !a.anyHas(source.from, source.to, setDet|setRole|setTitle|setOrg|setMedia|setPronoun) {
		return false
	}
	content := []bytesOf{a.tokensOf(f.s.from, comma)}
	for end < f.s.to && !a.mark(end, ',') && a.toks[end].kind != kindStop {
		end++
	}
	if end+3 < f.s.to && a.mark(end, ',') && !a.has(end+1, setSub|setAnd|setThat) && a.anyHas(end+1, f.s.to, setAux|setModal|setVerb|setNot) {
		content = append(content, a.tokensOf(end+1, f.s.to))
	}
	return a.record(f, source, ruleFrameAfter, content...)
}

// clauseLast reads the German "X said, the port is closed".
func (a *analysis) clauseLast(f *saying) bool {
	if !a.lang.data.verbSecond {
		return false
	}
	source := a.sayingSubject(f)
	_, comma := a.speakerAfter(f, f.verb+1)
	if source.empty() || comma+3 >= f.s.to || !a.mark(comma, ',') || a.has(comma+1, setSub|setAnd) && !a.has(comma+1, setDet) {
		return false
	}
	if !a.anyHas(comma+1, f.s.to, setAux|setModal|setVerb) && !a.has(comma+1, setDet|setPronoun) && !a.name(comma+1) {
		return false
	}
	return a.record(f, source, ruleFrameLast, a.tokensOf(comma+1, a.clauseStop(f, comma+1)))
}

// readAccording reads "according to X", whose words are the tokens [k,end) of sentence i.
func (a *analysis) readAccording(i, k, end int) {
	s := a.around(a.sents[i], k)
	if a.has(end-1, setDet) && end-1 > k && !a.has(end-1, setPrep) {
		end-- // "nach Angaben der Polizei": the article belongs to the name
	}
	f := &saying{s: s, n: i, verb: k, group: run{k, end}}
	source := a.accordingSource(end, s.to)
	if source.empty() {
		return
	}
	var content []bytesOf
	before := k
	if before > s.from && (a.mark(before-1, ',') || a.mark(before-1, '(')) {
		before--
	}
	if before > s.from+1 {
		content = append(content, a.tokensOf(s.from, before))
	}
	rest := source.to
	if rest < s.to && (a.mark(rest, ',') || a.mark(rest, ')')) {
		rest++
	}
	if s.to-rest > 3 && (before <= s.from+1 || a.mark(rest-1, ',') || a.lang.data.verbSecond) {
		content = append(content, a.tokensOf(rest, s.to))
	}
	a.record(f, source, ruleFrameAccording, content...)
}

// readAccordingAfter reads "X zufolge", where the words after X are the tokens [k,end) of sentence i.
func (a *analysis) readAccordingAfter(i, k, end int) {
	s := a.around(a.sents[i], k)
	source := a.speakerBefore(s.from, k)
	if source.empty() || source.from > s.from+1 {
		return
	}
	a.record(&saying{s: s, n: i, verb: k, group: run{k, end}}, source, ruleFrameAccording, a.tokensOf(end, s.to))
}

// giveLooseQuotations gives quotations that no frame holds to the speaker of their paragraph.
func (a *analysis) giveLooseQuotations() {
	of := make(map[int]int) // the first direct attribution of a block, plus one
	for n, at := range a.attrs {
		if block := a.sents[at.sentence].block; at.direct && of[block] == 0 {
			of[block] = n + 1
		}
	}
	for n := range a.quotes {
		q := &a.quotes[n]
		words := a.bare(a.tokensOf(q.from, q.to))
		speaker := of[q.block] - 1
		if q.used || speaker < 0 || words.empty() || a.wordsIn(q.from, q.to) < minClaimWords {
			continue
		}
		if at := &a.attrs[speaker]; len(at.content) < maxCues && !overlapsAny(words, at.content) {
			at.content = append(at.content, words)
			slices.SortFunc(at.content, func(x, y bytesOf) int { return x.start - y.start })
			q.used = true
		}
	}
}
