package splitter

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// minClaimWords is how many words said by somebody are a claim; fewer only with a subject and a verb.
const minClaimWords = 4

// tokensIn is the tokens of b.
func (a *analysis) tokensIn(b bytesOf) run {
	if b.empty() {
		return run{}
	}
	from, _ := slices.BinarySearchFunc(a.toks, b.start, func(t token, off int) int { return int(t.end) - off - 1 })
	to, _ := slices.BinarySearchFunc(a.toks, b.end, func(t token, off int) int { return int(t.start) - off })
	return run{from, max(from, to)}
}

// trim is r of sentence s without the marks at its ends. A quotation that begins or ends with r keeps both its
// marks or none, so that no half quotation is left.
func (a *analysis) trim(r run, s sentence) run {
	t := run{max(r.from, s.from), min(r.to, s.to)}
	low, high := t.from, t.to
	for !t.empty() && a.edge(t.from) {
		t.from++
	}
	for !t.empty() && a.edge(t.to-1) {
		t.to--
	}
	if t.empty() {
		return t
	}
	first, last := a.quotationAt(t.from), a.quotationAt(t.to-1)
	if last >= 0 && last != first && a.quotes[last].closed && a.quotes[last].to <= min(high+2, s.to) {
		t.to = a.quotes[last].to
	}
	if first >= 0 && a.quotes[first].closed && a.quotes[first].to <= t.to && a.quotes[first].from >= max(low-1, s.from) && a.quotes[first].from < t.from {
		t.from = a.quotes[first].from
	}
	if last >= 0 && last == first && t.from == a.quotes[last].from && a.quotes[last].to <= min(high+2, s.to) {
		t.to = max(t.to, a.quotes[last].to)
	}
	return t
}

// edge reports whether token k is a mark that does not matter at the ends of a claim.
func (a *analysis) edge(k int) bool {
	t := a.toks[k]
	switch t.kind {
	case kindStop, kindOpen, kindClose, kindPossessive:
		return true
	case kindPunct:
		r, size := utf8.DecodeRuneInString(a.text[t.start:t.end])
		return isEdge(r) && size == int(t.end-t.start) || a.str(k) == "''" || a.str(k) == "``" || a.str(k) == "…"
	default:
		return false
	}
}

// standsAlone reports whether what was said is enough for a claim: a subject and a verb, or many words.
func (a *analysis) standsAlone(parts []run) bool {
	words, verb, clause := 0, false, false
	for i, r := range parts {
		if i == 0 && (a.is(r.from, "to") || a.oneOf(r.from, askWords)) {
			return false
		}
		words += a.wordsIn(r.from, r.to)
		verb = verb || a.anyVerb(r.from, r.to) || a.anyHas(r.from, r.to, setIng|setCue|setBase)
		clause = clause || a.verbAt(r) > r.from
	}
	return len(parts) == 0 || words >= minClaimWords && verb || words >= minClaimWords-1 && clause
}

// keepsFrame reports whether what at says in parts of sentence i cannot be a claim without the words that say who said
// it: it is no clause with a subject, it is how many think so that counts, or "any" would mean something else when it is
// not denied.
func (a *analysis) keepsFrame(at attribution, parts []run, i int) bool {
	if a.share(at) {
		return true
	}
	if a.denied(at) {
		for _, r := range parts {
			if a.anyOf(r, indefinite) {
				return true
			}
		}
	}
	return at.sentence == i && !a.clausal(at, parts)
}

// acts reports whether the verb of at has an object only, parts, and then says what somebody does and not what they
// say: "added a third".
func (a *analysis) acts(at attribution, parts []run) bool {
	cue := a.tokensIn(at.cue)
	return at.says && a.anyOf(cue, doingToo) && cue.to == parts[0].from && !a.toks[parts[0].from].quoted && a.toks[parts[0].from].kind != kindOpen && !a.clausal(at, parts)
}

// denied reports whether the source of at does not stand behind what it says.
func (a *analysis) denied(at attribution) bool {
	return at.polarity == Denied || a.anyOf(a.tokensIn(at.cue), disowning)
}

// share reports whether the source of at is a counted part of many people: "58% of voters believe".
func (a *analysis) share(at attribution) bool {
	if at.src.empty() || at.direct || !a.anyOf(a.tokensIn(at.cue), believing) {
		return false
	}
	if k := at.src.from; k > 0 && (a.is(k-1, "of") || a.mark(k-1, '%') || a.is(k-1, "percent")) {
		at.src.from = max(0, k-maxShare)
	}
	return a.counted(at.src)
}

// maxShare is how many tokens before a source may say which part of it is meant: "58 per cent of".
const maxShare = 4

// clausal reports whether parts, which at says, have a subject and a verb after it that no word before it takes into a
// clause of its own, and that is no participle.
func (a *analysis) clausal(at attribution, parts []run) bool {
	if a.is(parts[0].from-1, "that") {
		return true // also where the verb could be a noun: "that Marlow plans to"
	}
	if len(parts) > 1 { // “The port,” he said, “was closed in May.”
		return slices.ContainsFunc(parts, func(r run) bool { return a.anyVerb(r.from, r.to) })
	}
	r := parts[0]
	if a.is(r.from, "that") {
		return a.anyVerb(r.from, r.to)
	}
	if r.from+1 < r.to && a.finite(r.from+1, r.from) {
		return true // "it’s"
	}
	if a.toks[r.from].quoted && !a.toks[r.to-1].quoted {
		return a.anyVerb(r.from, r.to)
	}
	verb := a.verbAt(r)
	if verb <= r.from || a.toks[r.from].quoted || a.anyOf(a.tokensIn(at.cue), plainSaying) {
		return verb > r.from
	}
	from := a.mainStart(r)
	bare := !a.has(r.from, setDet|setPronoun|setNumber|setRole|setPlural) && !a.name(r.from) && !a.manyAt(r.from)
	if strings.HasSuffix(a.str(verb), "ed") && verb+1 < r.to && a.has(verb+1, setPrep) && (bare || a.anyHas(from+1, verb, setPrep)) {
		return false // "responsibility in a letter e-mailed to"
	}
	for k := from + 1; k < verb; k++ {
		if a.oneOf(k, leanings) && !a.anyVerb(k+1, verb) && !a.mark(verb-1, ',') && a.toks[k-1].kind == kindWord {
			return false // "a third before Lee pulled one back"
		}
	}
	return true
}

// objectOnly reports whether parts are no clause but an object that another verb of the sentence follows: "defeat
// and resigned" of "conceded defeat and resigned".
func (a *analysis) objectOnly(parts []run) bool {
	if len(parts) != 1 || a.toks[parts[0].from].quoted {
		return false
	}
	r := parts[0]
	verb := a.verbAt(r)
	group := a.groupFrom(max(verb, 0), r.from)
	return verb > r.from && group > r.from && a.has(group-1, setAnd) && a.leads(verb) && !a.anyVerb(r.from, group-1)
}

// covers reports whether much of s is what at says and the frame around it.
func (a *analysis) covers(at attribution, s sentence) bool {
	n := 0
	for _, b := range append([]bytesOf{at.source, at.cue}, at.content...) {
		if b.overlaps(s.bytesOf) {
			n += min(b.end, s.end) - max(b.start, s.start)
		}
	}
	return 5*n > 2*(s.end-s.start) && !a.remote(at)
}

// remote reports whether a verb of another clause stands between the source of at and its cue.
func (a *analysis) remote(at attribution) bool {
	if at.source.empty() || at.source.end > at.cue.start {
		return false
	}
	between := a.tokensIn(bytesOf{at.source.end, at.cue.start})
	return a.anyVerb(between.from, between.to)
}

// frameStart is the token at which the frame of at begins in its sentence s: its source, or its cue when a verb of
// another clause stands between the two.
func (a *analysis) frameStart(at attribution, s sentence) int {
	cue := max(a.tokensIn(at.cue).from, s.from)
	if at.source.empty() || at.source.start < s.start || at.source.end > at.cue.start || a.remote(at) {
		return cue
	}
	first := a.tokensIn(at.source)
	if k := first.from; k > s.from+1 && a.mark(k-1, ',') && first.to < len(a.toks) && a.mark(first.to, ',') {
		if role := a.phraseLeft(s.from, k-1); !role.empty() {
			return role.from // "Japan’s prime minister, Sanae Takaichi, said"
		}
	}
	return first.from
}

// wills reports whether at judges or wants something rather than says it: "accused", "vowed to".
func (a *analysis) wills(at attribution) bool {
	content, cue := a.tokensIn(at.content[0]), a.tokensIn(at.cue)
	object := a.anyOf(cue, mentioning) && cue.to == content.from && a.toks[content.from].kind != kindOpen
	return !at.says || a.is(content.from, "to") || object
}

// frameRule is the rule by which the frame of at is part of its claim.
func (a *analysis) frameRule(at attribution) Rule {
	cue := a.tokensIn(at.cue)
	switch {
	case a.share(at):
		return "claim/share"
	case !a.wills(at) && a.denied(at):
		return "claim/denied-so"
	case !a.wills(at):
		return "claim/said-so"
	case a.anyHas(cue.from, cue.to, setWill) && !a.anyHas(cue.from, cue.to, setCall):
		return "claim/stand"
	default:
		return "claim/judgement"
	}
}

// withFrame is p, which at says in sentence i, with the words that say who says it; ok is false when the text does not
// say who.
func (a *analysis) withFrame(i int, p piece, at attribution) (framed piece, ok bool) {
	s := a.sents[i]
	r := run{min(p.parts[0].from, a.frameStart(at, s)), max(p.all().to, a.tokensIn(at.cue).to)}
	if at.source.start > at.cue.start && at.source.end <= s.end {
		r.to = max(r.to, a.tokensIn(at.source).to)
	}
	if r.to > p.all().to { // what comes after is about the speaker
		r.to = s.to
	}
	out := piece{parts: a.oneRun(a.trim(r, s)), attribution: p.attribution, rule: a.frameRule(at), framed: true}
	if cue := a.tokensIn(at.cue).from; !out.parts[0].empty() && out.parts[0].from == cue {
		out.subject = a.headOf(at.src)
		if at.src.empty() || at.src.from >= cue || out.subject.to-out.subject.from > maxSubject {
			return out, false
		}
	}
	return out, !out.parts[0].empty()
}

// frameBefore is the words of sentence i that say who says what at does, when they stand side by side before it.
func (a *analysis) frameBefore(i int, at attribution) (frame run, ok bool) {
	cue, source := a.tokensIn(at.cue), a.tokensIn(at.source)
	frame = run{source.from, cue.to}
	return frame, !source.empty() && source.to == cue.from && source.from >= a.sents[i].from && frame.to-frame.from <= maxSubject &&
		!a.anyHas(cue.from, cue.to, setIng)
}

// withoutFrames is the parts of what it says in sentence i without what others in list are said to say in it.
// Their words are claims of their own, and no words are in two claims.
func (a *analysis) withoutFrames(i int, it said, list []said) []run {
	s := a.sents[i]
	parts := it.parts
	for _, in := range list {
		at := a.attrs[in.n]
		if in.n == it.n || a.wills(at) || at.sentence != i || len(in.parts) == 0 || !a.standsAlone(in.parts) {
			continue
		}
		cue := a.tokensIn(at.cue).from
		frame := a.frameStart(at, s)
		end := a.frameEnd(at, in, s)
		var left []run
		for _, part := range parts {
			if cue < part.from || cue >= part.to {
				left = append(left, part)
				continue
			}
			if r := a.inner(run{part.from, max(part.from, min(frame, in.parts[0].from))}, s); a.wordsIn(r.from, r.to) > 2 {
				left = append(left, r)
			}
			if r := a.inner(run{min(part.to, end), part.to}, s); a.wordsIn(r.from, r.to) > 2 {
				left = append(left, r)
			}
		}
		parts = left
	}
	return slices.Clone(parts)
}

// frameEnd is where, in sentence s, the frame of at and what in says end: after a frame that comes last, where a
// dash, semicolon or conjunction ends what is told of the speaker.
func (a *analysis) frameEnd(at attribution, in said, s sentence) int {
	content := in.parts[len(in.parts)-1].to
	end := a.tokensIn(at.cue).to
	if at.source.start > at.cue.start && at.source.end <= s.end {
		end = a.tokensIn(at.source).to
	}
	if end <= content {
		return content
	}
	for end < s.to && !a.has(end, setAnd) && !a.mark(end, ';') && a.str(end) != "–" && a.str(end) != "—" {
		end++
	}
	return end
}

// inner is r without conjunctions and marks at its ends.
func (a *analysis) inner(r run, s sentence) run {
	r = a.trim(r, s)
	for !r.empty() && (a.has(r.from, setAnd) || a.is(r.from, "that")) {
		r.from++
	}
	for !r.empty() && (a.has(r.to-1, setAnd|setPrep|setDet) || a.is(r.to-1, "that") || a.edge(r.to-1)) {
		r.to--
	}
	return a.trim(r, s)
}

// frameOnly reports whether r is no more than somebody saying something that stands elsewhere: "Ann Lee continued".
func (a *analysis) frameOnly(r run) bool {
	return a.wordsIn(r.from, r.to) < 5 && a.has(r.to-1, setSay|setTell) && a.has(r.to-1, setPast|setThird)
}

// maxTail is how many tokens a frame at the end of a sentence may have.
const maxTail = 9

// withoutTail is r without a frame at its end: ", the Meridian Courier notes" or ", said a spokesman".
func (a *analysis) withoutTail(r run, p *piece) run {
	for k := r.to - 2; k > r.from+3 && k > r.to-maxTail; k-- {
		if !a.mark(k, ',') || a.toks[k].quoted != a.toks[r.from].quoted {
			continue
		}
		tail := run{k + 1, r.to}
		says := func(k int) bool { return a.has(k, setSay) && a.has(k, setPast|setThird) }
		speaker := func(from, to int) bool {
			return to > from && !a.anyVerb(from, to) && (a.anyNames(from, to) || a.anyHas(from, to, setRole|setPronoun)) &&
				!a.has(from, setAnd|setSub|setPrep) && !a.oneOf(from, relatives)
		}
		last := tail.to - 1
		if says(last) && speaker(tail.from, last) || says(tail.from) && speaker(tail.from+1, tail.to) {
			if a.verbAt(run{r.from, k}) > r.from {
				p.cuts = append(p.cuts, "cut from: "+a.plain(a.tokensOf(tail.from, tail.to)))
				return run{r.from, k}
			}
		}
	}
	return r
}

// withoutHead is r without a frame at its head that is no attribution of its own: "Bloomberg reports that".
func (a *analysis) withoutHead(r run, p *piece) run {
	if r.from > 0 && a.has(r.from-1, setPrep) {
		for k := r.from + 1; k < min(r.to, r.from+maxTail) && !a.finite(k, r.from); k++ {
			if rest := (run{k + 1, r.to}); a.is(k, "that") && a.verbAt(rest) > rest.from {
				return rest // "on its website that …"
			}
		}
	}
	verb := a.verbAt(r)
	for verb >= 0 && verb+1 < r.to && a.has(verb, setAux) && !a.has(verb, setSay) {
		verb++
	}
	if verb <= r.from || verb-r.from > maxTail || verb+2 >= r.to || !a.has(verb, setSay) || !a.has(verb, setPast|setThird) || !a.is(verb+1, "that") ||
		a.has(verb-1, setNot) {
		return r
	}
	if rest := (run{verb + 2, r.to}); a.verbAt(rest) > rest.from {
		p.cuts = append(p.cuts, "cut from: "+a.plain(a.tokensOf(r.from, verb+2)))
		return rest
	}
	return r
}

// withoutLeadIn is s without a dateline, a word such as "But" or "However," at its head, and the marks at its ends.
func (a *analysis) withoutLeadIn(s sentence) run {
	k := a.datelineEnd(s)
	if a.has(k, setAnd) && k+1 < s.to {
		k++
	}
	if a.has(k, setAdverb) && k+1 < s.to && a.mark(k+1, ',') && !strings.EqualFold(a.str(k), "reportedly") {
		k++
	}
	if r := a.trim(run{k, s.to}, s); !r.empty() {
		return r
	}
	return run{s.from, s.to}
}
