package splitter

import (
	"slices"
)

// claim is one checkable statement of a sentence.
type claim struct {
	spans       []bytesOf
	sentence    int
	attribution int // -1: the article's own
	typ         ClaimType
	score       float64
	statement   string
	filled      []filled
	reasons     []string
	rule        Rule
}

// filled is a stretch of a statement, in code points of it, that stands for the words of and was taken from the
// words from.
type filled struct {
	start, end int
	of, from   bytesOf
}

// piece is a claim in the making: the tokens its words are.
type piece struct {
	parts       []run
	attribution int // -1: the article's own
	rule        Rule
	// framed is set when the words that say who said it are part of the claim.
	framed bool
	// subject is the tokens of the subject, when it stands in another clause.
	subject run
	// cuts say in words for an editor how the piece was cut out.
	cuts []string
}

// all is the tokens from the first of p to the last.
func (p piece) all() run { return run{p.parts[0].from, p.parts[len(p.parts)-1].to} }

// oneRun is r as a list of its own.
func (a *analysis) oneRun(r run) []run {
	a.runs = append(a.runs, r)
	return slices.Clip(a.runs[len(a.runs)-1:])
}

// said is what attribution n says within one sentence.
type said struct {
	n     int
	parts []run
}

// findClaims cuts the claims out of the sentences: what is attributed without its frame, what the article says
// itself as it stands, and of clauses joined by "and" each as a claim of its own.
func (a *analysis) findClaims() {
	bySentence := a.saidBySentence()
	clear(a.meant)
	for i := range a.sents {
		if a.sents[i].class == ClassClaim && a.sents[i].rule != ruleDay {
			a.addClaims(i, a.cutSentence(i, bySentence[i]))
		}
	}
}

// saidBySentence are, for each sentence, the attributions that stand in it or have content in it.
func (a *analysis) saidBySentence() [][]said {
	out := make([][]said, len(a.sents))
	for n, at := range a.attrs {
		out[at.sentence] = append(out[at.sentence], said{n: n})
		for _, c := range at.content {
			r := a.tokensIn(c)
			i, _ := slices.BinarySearchFunc(a.sents, r.from, func(s sentence, k int) int { return s.to - k - 1 })
			for ; i < len(a.sents) && a.sents[i].from < r.to; i++ {
				part := a.trim(run{max(r.from, a.sents[i].from), min(r.to, a.sents[i].to)}, a.sents[i])
				if part.empty() {
					continue
				}
				if last := len(out[i]) - 1; last >= 0 && out[i][last].n == n {
					out[i][last].parts = append(out[i][last].parts, part)
				} else {
					out[i] = append(out[i], said{n, a.oneRun(part)})
				}
			}
		}
	}
	return out
}

// cutSentence is the claims of sentence i, in which list is said.
func (a *analysis) cutSentence(i int, list []said) []piece {
	s := a.sents[i]
	var out []piece
	whole := -1 // an attribution whose content is too small to stand alone
	lead := s.to
	for _, it := range list {
		at := a.attrs[it.n]
		if a.objectOnly(it.parts) {
			continue
		}
		if len(it.parts) > 0 && at.sentence == i && a.acts(at, it.parts) {
			continue
		}
		if len(it.parts) > 0 && (a.wills(at) || a.keepsFrame(at, it.parts, i) || at.whole && at.sentence == i) || !a.standsAlone(it.parts) {
			if whole < 0 && len(it.parts) > 0 && a.covers(at, s) {
				if at.sentence != i {
					return nil // a part of a quotation whose frame stands elsewhere
				}
				whole = it.n
			}
			continue
		}
		if len(it.parts) == 0 {
			continue
		}
		lead = min(lead, it.parts[0].from)
		if at.sentence == i {
			lead = min(lead, a.frameStart(at, s))
		}
		out = append(out, a.cutSaid(i, it, list)...)
	}
	switch {
	case lead == s.to:
		return a.cutOwn(i, whole)
	case lead > s.from:
		return append(a.cutLead(i, lead, whole), out...)
	}
	return out
}

// cutSaid is the claims of what it says in sentence i, where list is said.
func (a *analysis) cutSaid(i int, it said, list []said) []piece {
	at := a.attrs[it.n]
	p := piece{parts: a.withoutFrames(i, it, list), attribution: it.n, rule: "claim/said"}
	if len(p.parts) > 0 && a.has(p.parts[0].from, setAnd) {
		p.parts[0].from++ // "But" at the head of a quotation
	}
	if len(p.parts) == 0 || !a.standsAlone(p.parts) {
		return nil
	}
	if len(p.parts) > 0 {
		p.parts[0] = a.withoutHead(p.parts[0], &p)
	}
	if a.denied(at) {
		p.rule = "claim/denied"
	}
	p.parts[len(p.parts)-1] = a.withoutTail(p.parts[len(p.parts)-1], &p)
	pieces := a.splitClauses(p)
	var out []piece
	for _, q := range pieces {
		switch {
		case !a.checkable(q) || at.direct && a.pointsBack(q):
		case at.sentence != i || !a.foretold(q): // a frame in another sentence cannot be part of the claim
			out = append(out, q)
		case len(pieces) == 1:
			if f, ok := a.withFrame(i, q, at); ok {
				out = append(out, f)
			}
		case q.subject.empty() && a.is(q.parts[0].from-1, "that"): // “… and that it will be closed”
			if frame, ok := a.frameBefore(i, at); ok {
				q.subject, q.framed, q.rule = frame, true, a.frameRule(at)
				out = append(out, q)
			}
		}
	}
	return out
}

// cutOwn is the claims of sentence i where nobody else speaks, or what is said by attribution whole is too little
// to stand without its frame.
func (a *analysis) cutOwn(i, whole int) []piece {
	p := piece{parts: a.oneRun(a.withoutLeadIn(a.sents[i])), attribution: whole, rule: "claim/sentence"}
	if whole >= 0 {
		p.framed = !a.wills(a.attrs[whole])
		p.rule = a.frameRule(a.attrs[whole])
	}
	if !p.framed {
		cut := p
		cut.parts = a.oneRun(a.withoutTail(p.parts[0], &cut))
		if verb := a.verbAt(cut.parts[0]); cut.parts[0] == p.parts[0] || verb < 0 || !a.future(verb, cut.parts[0].to) {
			p = cut
		} else {
			p.framed, p.rule = true, "claim/said-so"
		}
	}
	if r := p.parts[0]; a.verbAt(r) < 0 && a.wordsIn(r.from, r.to) < minVerbless || a.mark(a.sents[i].to-1, ':') || a.frameOnly(r) {
		return nil // "Photo: Ann Lee.", "Ann Lee continued:"
	}
	return a.ownClaims(p, whole)
}

// minVerbless is how many words in which no verb is known may be a claim all the same.
const minVerbless = 10

// ownClaims are the claims p falls into, without advice and mere possibility. Attribution whole goes to the one
// its cue stands in.
func (a *analysis) ownClaims(p piece, whole int) []piece {
	var out []piece
	for _, q := range a.splitClauses(p) {
		if whole >= 0 && !q.framed && !a.tokensOf(q.all().from, q.all().to).overlaps(a.attrs[whole].cue) {
			q.attribution = -1
			if q.rule == p.rule {
				q.rule = "claim/sentence"
			}
		}
		if q.attribution >= 0 || !a.advice(q) && !a.possible(q) {
			out = append(out, q)
		}
	}
	return out
}

// cutLead is the claims the article makes itself before the frame at token end of sentence i begins, if that is a
// clause. Attribution whole may be a judgement in it.
func (a *analysis) cutLead(i, end, whole int) []piece {
	s := a.sents[i]
	r := run{a.withoutLeadIn(s).from, end}
	full := r.to
	for r.to > r.from && (!isWordToken(a.toks[r.to-1]) && !a.mark(r.to-1, '%') && !a.mark(r.to-1, ')') || a.has(r.to-1, setAnd|setPrep|setSub|setDet|setAdverb)) {
		r.to--
	}
	if comma := r.to - 2; r.to < full && comma > r.from && a.mark(comma, ',') {
		r.to = comma // a participle that led up to the frame
	}
	if r.to == full || r.empty() || a.wordsIn(r.from, r.to) < 5 || a.verbAt(r) <= r.from ||
		a.has(r.from, setPrep|setSub) && !a.anyMark(r.from, r.to) || a.toks[r.from].quoted {
		return nil
	}
	p := piece{parts: a.oneRun(a.trim(r, s)), attribution: -1, rule: "claim/before-frame"}
	if whole >= 0 && a.wills(a.attrs[whole]) && a.attrs[whole].cue.end <= int(a.toks[r.to-1].end) {
		p.attribution, p.rule = whole, a.frameRule(a.attrs[whole])
	} else {
		whole = -1
	}
	return a.ownClaims(p, whole)
}

// addClaims records the claims pieces make of sentence i, in text order. They never overlap: of two that do, the
// later one gives way.
func (a *analysis) addClaims(i int, pieces []piece) {
	slices.SortStableFunc(pieces, func(x, y piece) int { return x.parts[0].from - y.parts[0].from })
	s := a.sents[i]
	after := s.from
	for _, p := range pieces {
		first := p.parts[0].from
		parts := p.parts[:0]
		for _, part := range p.parts {
			if part = a.trim(run{max(part.from, after), part.to}, s); part.from >= after && !part.empty() {
				parts = append(parts, part)
			}
		}
		if len(parts) == 0 || parts[0].from > first+1 && !a.standsAlone(parts) {
			continue
		}
		p.parts = parts
		after = p.all().to
		a.addClaim(i, p)
	}
}

// How many reasons a claim has, and how many of them say how it was made: what is unclear in it first, then what was
// filled in and what it was cut from.
const (
	maxClaimReasons = 6
	maxMade         = 3
)

// addClaim records the claim p makes of sentence i.
func (a *analysis) addClaim(i int, p piece) {
	r := p.all()
	f := a.measure(r.from, r.to, false)
	if p.attribution >= 0 {
		f.attribute(a.attrs[p.attribution].frame())
		for _, h := range a.attrs[p.attribution].hedges {
			hedge := a.tokensIn(h)
			f.see(sigHedge, hedge.from, hedge.to)
		}
	}
	c := claim{sentence: i, attribution: p.attribution, typ: a.claimType(&f, &p), rule: p.rule}
	for _, part := range p.parts {
		a.places = append(a.places, a.tokensOf(part.from, part.to))
	}
	c.spans = slices.Clip(a.places[len(a.places)-len(p.parts):])
	var unclear []string
	c.statement, c.filled, unclear = a.statement(i, p)
	c.score, c.reasons = f.checkWorthiness()
	made := append(a.filledReasons(unclear, &c), p.cuts...)
	made = made[:min(len(made), maxMade)]
	c.reasons = append(c.reasons[:min(len(c.reasons), maxClaimReasons-len(made))], made...)
	a.claims = append(a.claims, c)
}

// filledReasons appends to reasons those that say what was put into the statement of c.
func (a *analysis) filledReasons(reasons []string, c *claim) []string {
	for _, f := range c.filled {
		words := codePoints(c.statement, f.start, f.end)
		if f.of.empty() {
			reasons = append(reasons, "filled in: "+words)
			continue
		}
		reasons = append(reasons, "filled in: "+a.plain(f.of)+" → "+words)
	}
	return reasons
}

// codePoints are the code points [from,to) of s.
func codePoints(s string, from, to int) string {
	start, n := len(s), 0
	for at := range s {
		switch n {
		case from:
			start = at
		case to:
			return s[start:at]
		}
		n++
	}
	return s[start:]
}

// claimRules are the rules for claims.
var claimRules = []RuleNote{
	{"claim/sentence", "The article says it itself: the claim is the sentence.", "The port was closed in May by soldiers."},
	{"claim/said", "What somebody says is the claim; who says it is left out of it.", "Smith said that the harbour was closed."},
	{"claim/denied", "What somebody denies is the claim; that it is denied stays with the attribution.", "Smith denied that the harbour was closed."},
	{"claim/denied-so", "What is denied holds \"any\" or is no statement of its own: that it is denied is the claim.", "Smith denied that any ship had been sold."},
	{"claim/share", "How many people think something is the claim, not what they think.", "Most of the 400 sailors believe that the harbour was closed too late."},
	{"claim/said-so", "What is said is too little to check, or is about what is to come: that it was said is the claim.", "Smith predicted that the harbour would be closed in May."},
	{"claim/judgement", "Somebody blames, praises or accuses: that they do is the claim.", "Smith accused the port of hiding the costs."},
	{"claim/stand", "Somebody wants, promises or refuses something: that they do is the claim.", "Smith vowed to open the harbour in May."},
	{"claim/before-frame", "What the article says itself, before somebody else speaks in the same sentence.",
		"Ann Lee visited the old harbour in May, saying that it was closed."},
	{"claim/second-clause", "A second clause with its own subject is a claim of its own.", "The harbour was closed in May, and the port lost 40 jobs."},
	{"claim/second-verb", "A second verb is a claim of its own; its subject is taken from the clause before.",
		"The company cut 200 jobs in May and closed two plants."},
}
