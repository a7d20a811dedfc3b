package splitter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// minClaimWords is how many words said by somebody are a claim; fewer only are a part of their sentence's.
const minClaimWords = 4

// findClaims cuts the claims out of the sentences: what is attributed without its frame, what the article says
// itself as it stands.
func (a *analysis) findClaims() {
	bySentence := make([][]int, len(a.sents))
	for n := range a.attrs {
		for i := a.attrs[n].sentence; i >= 0 && a.touches(n, i); i-- {
			bySentence[i] = append(bySentence[i], n)
		}
		for i := a.attrs[n].sentence + 1; i < len(a.sents) && a.touches(n, i); i++ {
			bySentence[i] = append(bySentence[i], n)
		}
	}
	for i := range a.sents {
		if a.sents[i].class == ClassClaim {
			a.sentenceClaims(i, bySentence[i])
		}
	}
}

// touches reports whether attribution n has content, cue or source in sentence i.
func (a *analysis) touches(n, i int) bool {
	at := a.attrs[n]
	return i == at.sentence || overlapsAny(a.sents[i].bytesOf, at.content)
}

// sentenceClaims cuts the claims of sentence i, which attrs touch.
func (a *analysis) sentenceClaims(i int, attrs []int) {
	s := a.sents[i]
	whole := -1 // an attribution whose content is too small to stand alone
	frame := s.end
	found := false
	slices.Sort(attrs)
	for _, n := range attrs {
		at := a.attrs[n]
		if at.sentence == i {
			frame = min(frame, a.frameStart(at, s))
		}
		said := a.within(at.content, s)
		if !at.says || !a.standsAlone(said) {
			if whole < 0 && at.says && a.covers(at, s) {
				whole = n
			}
			continue
		}
		if len(said) > 0 {
			frame = min(frame, said[0].start)
			found = true
			if a.checkable(said) {
				a.addClaim(i, n, said)
			}
		}
	}
	switch {
	case found && frame > s.start:
		a.leadClaim(i, frame)
	case !found:
		a.addClaim(i, whole, []bytesOf{a.withoutLeadIn(s)})
	}
}

// within is the parts of content inside s, without the marks at their ends.
func (a *analysis) within(content []bytesOf, s sentence) []bytesOf {
	var out []bytesOf
	for _, c := range content {
		if part := a.bare(bytesOf{max(c.start, s.start), min(c.end, s.end)}); !part.empty() {
			out = append(out, part)
		}
	}
	return out
}

// tokensIn is the tokens of b.
func (a *analysis) tokensIn(b bytesOf) run {
	at := func(off int) int {
		n, _ := slices.BinarySearchFunc(a.toks, off, func(t token, off int) int { return int(t.start) - off })
		return n
	}
	return run{at(b.start), at(b.end)}
}

// standsAlone reports whether what was said is enough for a claim: some words, with a verb among them.
func (a *analysis) standsAlone(said []bytesOf) bool {
	words, verb := 0, false
	for i, b := range said {
		r := a.tokensIn(b)
		if i == 0 && (a.is(r.from, "to") || a.oneOf(r.from, askWords)) {
			return false
		}
		words += a.wordsIn(r.from, r.to)
		verb = verb || a.anyVerb(r.from, r.to) || a.anyHas(r.from, r.to, setIng|setCue|setBase)
	}
	return len(said) == 0 || words >= minClaimWords && (verb || words >= 8)
}

// covers reports whether much of s is what at says and the frame around it.
func (a *analysis) covers(at attribution, s sentence) bool {
	n := 0
	for _, part := range append(a.within(at.content, s), at.source, at.cue) {
		if part.overlaps(s.bytesOf) {
			n += part.end - part.start
		}
	}
	return 5*n > 2*(s.end-s.start) && !a.remote(at)
}

// checkable reports whether what was said is neither a question nor a view.
func (a *analysis) checkable(said []bytesOf) bool {
	r := a.tokensIn(said[0])
	r.to = a.tokensIn(said[len(said)-1]).to
	f := a.measure(r.from, r.to, false)
	return !f.question && f.subjectivity() < opinionAt
}

// remote reports whether a verb of another clause stands between the source of at and its cue.
func (a *analysis) remote(at attribution) bool {
	if at.source.end > at.cue.start {
		return false
	}
	between := a.tokensIn(bytesOf{at.source.end, at.cue.start})
	return a.anyVerb(between.from, between.to)
}

// frameStart is where the frame of at begins in its sentence: its source, or its cue when a verb of another
// clause stands between the two.
func (a *analysis) frameStart(at attribution, s sentence) int {
	if at.source.empty() || at.source.start < s.start || at.source.end > at.cue.start {
		return max(at.cue.start, s.start)
	}
	if a.remote(at) {
		return at.cue.start
	}
	first := a.tokensIn(at.source)
	if k := first.from; k > s.from+1 && a.mark(k-1, ',') && first.to < len(a.toks) && a.mark(first.to, ',') {
		if role := a.phraseLeft(s.from, k-1); !role.empty() {
			return int(a.toks[role.from].start) // "Japan’s prime minister, Sanae Takaichi, said"
		}
	}
	return at.source.start
}

// leadClaim is the claim the article makes itself before the frame at byte end begins, if that is a clause.
func (a *analysis) leadClaim(i, end int) {
	s := a.sents[i]
	r := a.tokensIn(bytesOf{s.start, end})
	full := r.to
	for r.to > r.from && (!isWordToken(a.toks[r.to-1]) || a.has(r.to-1, setAnd|setPrep|setSub|setDet|setAdverb)) {
		r.to--
	}
	if comma := r.to - 2; r.to < full && comma > r.from && a.mark(comma, ',') {
		r.to = comma // a participle that led up to the frame
	}
	if r.to == full || a.wordsIn(r.from, r.to) < 6 || !a.anyVerb(r.from+1, r.to) || a.has(r.from, setPrep|setSub) && !a.anyMark(r.from, r.to) {
		return
	}
	if part := a.bare(a.tokensOf(r.from, r.to)); !part.empty() && a.toks[r.from].kind != kindOpen {
		a.addClaim(i, -1, []bytesOf{part})
	}
}

// withoutLeadIn is s without a word such as "But" or "However," at its head, and the marks at its ends.
func (a *analysis) withoutLeadIn(s sentence) bytesOf {
	k := a.datelineEnd(s)
	if a.has(k, setAnd) || a.has(k, setAdverb) && k+1 < s.to && a.mark(k+1, ',') {
		k++
	}
	if b := a.bare(a.tokensOf(k, s.to)); !b.empty() {
		return b
	}
	return s.bytesOf
}

// addClaim records the claim made by spans of sentence i, attributed by attribution n or -1.
func (a *analysis) addClaim(i, n int, spans []bytesOf) {
	r := a.tokensIn(spans[0])
	r.to = a.tokensIn(spans[len(spans)-1]).to
	f := a.measure(r.from, r.to, false)
	f.attributed = n >= 0
	if n >= 0 && len(a.attrs[n].hedges) > 0 {
		h := a.attrs[n].hedges[0]
		f.hedge = strings.ToLower(a.plain(h))
	}
	c := claim{spans: spans, sentence: i, attribution: n, typ: a.claimType(f, r, n, spans), statement: a.statement(spans)}
	c.score, c.reasons = f.checkWorthiness()
	a.claims = append(a.claims, c)
}

// claimType decides what kind of claim f, of tokens r, is.
func (a *analysis) claimType(f features, r run, n int, spans []bytesOf) ClaimType {
	first := a.toks[r.from]
	switch {
	case n >= 0 && a.attrs[n].direct && !insideAny(spans[0], a.attrs[n].content):
		// The frame is part of the claim: that somebody said so is what there is to check.
		return TypeQuote
	case f.subjectivity() >= opinionAt:
		return TypeOpinion
	case f.numbers > 0 && (f.percentage > 0 || f.compare > 0 || f.numbers > 1):
		return TypeNumerical
	case a.anyMedia(r):
		return TypeMediaPublishing
	case f.future > 0 && a.anyHas(r.from, r.to, setModal|setFuture):
		return TypeSpeculative
	case f.cause > 0:
		return TypeCausal
	case first.words&setWill != 0 || a.is(r.from, "to") || a.anyPosition(r):
		return TypePosition
	case f.numbers > 0:
		return TypeNumerical
	default:
		return TypeEvent
	}
}

// insideAny reports whether b lies within one of list.
func insideAny(b bytesOf, list []bytesOf) bool {
	return slices.ContainsFunc(list, func(o bytesOf) bool { return o.start <= b.start && b.end <= o.end })
}

// anyPosition reports a verb of standing for or against something among tokens r.
func (a *analysis) anyPosition(r run) bool {
	for k := r.from; k < r.to; k++ {
		if a.has(k, setWill) && a.has(k, setSay) && a.has(k, setPast|setThird) || a.oneOf(k, standing) {
			return true
		}
	}
	return false
}

// anyMedia reports that something was made public in pictures or posts.
func (a *analysis) anyMedia(r run) bool {
	pictures, shown := false, false
	for k := r.from; k < r.to; k++ {
		pictures = pictures || a.oneOf(k, footage)
		shown = shown || a.oneOf(k, showing)
	}
	return pictures && shown
}

// statement is the claim of spans as a sentence: one line, a capital, a final stop, no half quotations.
func (a *analysis) statement(spans []bytesOf) string {
	parts := make([]string, len(spans))
	for i, b := range spans {
		parts[i] = a.plain(b)
	}
	text := strings.Join(parts, " ")
	last := spans[len(spans)-1].end
	if strings.Count(text, "“") == strings.Count(text, "”")+1 && strings.Contains(a.text[last:min(last+6, len(a.text))], "”") {
		text += "”"
	}
	if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, `"`)%2 == 1 {
		text = strings.NewReplacer("“", "", "”", "", `"`, "").Replace(text)
	}
	text = strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(text)
	if unicode.IsLower(r) && !strings.HasPrefix(text, "iP") {
		text = string(unicode.ToUpper(r)) + text[size:]
	}
	if !closed(text) {
		text += "."
	}
	return text
}

// claimRules are the rules for claims.
var claimRules = []RuleNote{}
