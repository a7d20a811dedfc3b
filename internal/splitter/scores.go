package splitter

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"factdesk/internal/splitter/opinion"
)

// signal is a thing in a stretch of words that raises or lowers how much there is to check in it.
type signal uint8

// The signals, in the order of the table signals.
const (
	sigHedge signal = iota
	sigSaid
	sigFigure
	sigShare // a percentage or an amount of money
	sigDate
	sigOrganisation
	sigPerson
	sigPlace
	sigCompare
	sigBlanket
	sigChange
	sigMatter
	sigDeed
	sigPast
	sigRecord
	sigCause
	sigFuture
	sigIf
	sigDuty
	sigStance
	sigMind
	sigCourtesy
	sigTalk // words of debates and speeches
	sigAble
	sigI
	sigWe
	sigThey
	sigYou
	sigQuestion
	sigExclaimed
	numSignals
)

// signalSet is a set of signals.
type signalSet uint32

// signals are the weights of the signals, set by hand: what can be looked up (figures, names, records, things done)
// raises the score, what cannot (views, wishes, address) lowers it.
var signals = [numSignals]struct {
	// name is the signal's in a reason; "" gives none.
	name string
	// first is the weight of the first, more that of each further one up to most.
	first, more float64
	most        int
}{
	sigHedge:        {"hedge", 0.6, 0, 1},
	sigSaid:         {"said by", 0.5, 0, 1},
	sigFigure:       {"figure", 1.1, 0.2, 3},
	sigShare:        {"", 0.6, 0.2, 2},
	sigDate:         {"date", 0.5, 0, 1},
	sigOrganisation: {"organisation", 0.5, 0.1, 2},
	sigPerson:       {"person", 0.4, 0, 1},
	sigPlace:        {"place", 0.4, 0.1, 2},
	sigCompare:      {"comparison", 0.4, 0.2, 3},
	sigBlanket:      {"without exception", 0.2, 0.1, 2},
	sigChange:       {"change", 0.5, 0.2, 2},
	sigMatter:       {"public matter", 0.5, 0.2, 3},
	sigDeed:         {"something done", 0.7, 0.3, 2},
	sigPast:         {"past", 0.4, 0.2, 2},
	sigRecord:       {"who does what", 0.4, 0, 1},
	sigCause:        {"cause", 0.2, 0, 1},
	sigFuture:       {"about the future", -0.5, -0.3, 2},
	sigIf:           {"condition", -0.4, 0, 1},
	sigDuty:         {"demand", -0.8, -0.4, 2},
	sigStance:       {"judgement", -0.4, -0.2, 3},
	sigMind:         {"belief or wish", -0.6, -0.2, 2},
	sigCourtesy:     {"courtesy", -0.5, -0.3, 2},
	sigTalk:         {"", -0.5, -0.3, 2},
	sigAble:         {"what can be", -0.8, -0.4, 2},
	sigI:            {"", -0.6, -0.2, 3},
	sigWe:           {"", -0.1, 0, 1},
	sigThey:         {"", 0.3, 0, 1},
	sigYou:          {"addresses the reader", -0.2, 0, 1},
	sigQuestion:     {"question", -1.4, 0, 1},
	sigExclaimed:    {"", -0.2, 0, 1},
}

// The weights of length: few words hold little, many more.
const (
	baseWeight  = -2.6
	wordsWeight = 0.4 // of the logarithm of the number of words
	shortWeight = -0.4
	shortWords  = 6
)

// ownSignals are the signals of the author's view, which other people's words do not give.
const ownSignals signalSet = 1<<sigIf | 1<<sigDuty | 1<<sigStance | 1<<sigMind | 1<<sigCourtesy | 1<<sigTalk | 1<<sigAble | 1<<sigI | 1<<sigWe | 1<<sigYou

// maxSeen is how many examples of a signal a reason names.
const maxSeen = 3

// features are what a stretch of words shows of checkable fact and of judgement.
type features struct {
	a     *analysis
	of    run
	own   bool // quoted tokens are not its author's words
	words int
	count [numSignals]int
	// seen are the first stretches of words that gave each signal.
	seen [numSignals][maxSeen]run
	// said is who said it and the words that say so.
	said [2]bytesOf
}

// measure reads tokens [from,to). Quoted tokens are left out of judgement when own is set, so that only the
// author's own words count.
func (a *analysis) measure(from, to int, own bool) features {
	f := features{a: a, of: run{from, to}, own: own}
	e := a.entityFrom(from)
	for k := from; k < to; k++ {
		t := a.toks[k]
		if t.kind == kindStop {
			f.mark(k)
			continue
		}
		if t.kind != kindWord && t.kind != kindNumber {
			continue
		}
		f.words++
		for e < len(a.ents) && a.ents[e].to <= k {
			e++
		}
		if e < len(a.ents) && a.ents[e].from <= k {
			continue // "last" of "last year" compares nothing
		}
		given := a.signalsOf(k)
		if given != 0 {
			given = a.reading(k, from, to, given)
		}
		if own && t.quoted {
			given &^= ownSignals
		}
		f.word(k, given)
		f.phrase(k, given)
	}
	f.found(from, to)
	return f
}

// view is how much of tokens of is somebody's view.
type view struct {
	of      run
	own     bool
	opinion float64
}

// opinion is how much of f is its author's view, in [0,1]. It is not reckoned twice for the same words: those of a claim
// are often those of its sentence.
func (f *features) opinion() float64 {
	if f.words == 0 {
		return 0
	}
	a := f.a
	v := view{of: f.of, own: f.own && a.anyQuoted(f.of)}
	for a.mark(v.of.to-1, '.') {
		v.of.to-- // it shows nothing
	}
	last := &a.views[a.sentenceOf(v.of.from)]
	if last.of != v.of || last.own != v.own {
		b := a.tokensOf(v.of.from, v.of.to)
		others := f.others()
		v.opinion = opinion.Score(a.text[b.start:b.end], others.at)
		*last = v
	}
	return last.opinion
}

// anyQuoted reports whether any of tokens r stands in or beside a quotation mark.
func (a *analysis) anyQuoted(r run) bool {
	for k := r.from; k < r.to; k++ {
		if t := &a.toks[k]; t.quoted || t.kind == kindOpen || t.kind == kindClose {
			return true
		}
	}
	return false
}

// othersWords tells which of the words of a stretch are somebody else's.
type othersWords struct {
	a *analysis // nil when none are
	// k is the token that was asked for last, to the end of the stretch, own where its author's words begin.
	k, to, own int
	start      int // of the stretch, in bytes
}

// others are the words of f that are somebody else's.
func (f *features) others() othersWords {
	o := othersWords{a: f.a, k: f.of.from, to: f.of.to, start: int(f.a.toks[f.of.from].start)}
	if !f.own {
		o.a = nil // all are the author's
		return o
	}
	o.own = f.afterQuotation()
	return o
}

// at reports whether byte at of the stretch is in somebody else's words; it is asked in the order of the text.
func (o *othersWords) at(at int) bool {
	if o.a == nil {
		return false
	}
	for o.k+1 < o.to && int(o.a.toks[o.k+1].start) <= o.start+at {
		o.k++
	}
	return o.k < o.own || o.a.toks[o.k].quoted
}

// afterQuotation is the token after a closing mark whose opening one is not in the text, and the start of f where
// there is none: what is before it was quoted.
func (f *features) afterQuotation() int {
	for k := f.of.from; k < f.of.to; k++ {
		switch t := f.a.toks[k]; {
		case t.quoted || t.kind == kindOpen:
			return f.of.from
		case t.kind == kindClose:
			return k + 1
		}
	}
	return f.of.from
}

// past reports whether token k reads as a verb in the past, other than one that says that somebody spoke.
func (a *analysis) past(k int) bool {
	t := a.toks[k]
	if t.shape != shapeLower || t.words&setCue != 0 {
		return false
	}
	if a.oneOf(k, pastForms) {
		return true
	}
	word := a.str(k)
	if len(word) < 4 || !strings.HasSuffix(word, "ed") || a.oneOf(k, nounsInEd) {
		return false
	}
	before := k - 1
	for before > 0 && a.adverb(before) {
		before--
	}
	return before < 0 || !a.oneOf(before, unpast) && a.toks[before].kind != kindPossessive && (!a.has(before, setDet) || a.has(before, setPronoun))
}

// reading is given, the signals of word k among tokens [from,to), without those it does not give where it stands: a
// deed or change that is a noun there or means another thing with the word after it, and a "could" of what was not.
func (a *analysis) reading(k, from, to int, given signalSet) signalSet {
	next := min(k+1, to-1)
	if given&(1<<sigDeed|1<<sigChange) != 0 && (a.idiom(k, next) || k > from && a.nounAt(k)) {
		given &^= 1<<sigDeed | 1<<sigChange
	}
	if given&(1<<sigFuture) != 0 && a.is(k, "could") && (a.has(next, setNot) || a.oneOf(next, sensing)) {
		given &^= 1 << sigFuture
	}
	if given&(1<<sigCourtesy) != 0 && !a.courteous(k, next) {
		given &^= 1 << sigCourtesy
	}
	if given&(1<<sigCause) != 0 && a.is(k, "thanks") && !a.is(next, "to") {
		given &^= 1 << sigCause
	}
	return given
}

// nounAt reports whether the word at k, which may be a verb, is a noun there: after "the" or "of", or "’s".
func (a *analysis) nounAt(k int) bool {
	before := k - 1
	return a.has(before, setDet) && (!a.has(before, setPronoun) || a.is(before, "her")) && !a.is(before, "that") || a.is(before, "of") ||
		a.toks[before].kind == kindPossessive && a.oneOf(k, verbsOrNouns)
}

// idiom reports whether the word at k means no deed or change with the word next after it: "grew up".
func (a *analysis) idiom(k, next int) bool {
	for _, i := range idioms {
		if a.oneOf(k, i.first) && a.oneOf(next, i.next) {
			return true
		}
	}
	return false
}

// courteous reports whether the word at k is one of courtesy with the word next after it: "thank you".
func (a *analysis) courteous(k, next int) bool {
	for _, c := range courtesies {
		if a.oneOf(k, c.first) && (c.next == nil || a.oneOf(next, c.next)) {
			return true
		}
	}
	return false
}

// see notes that tokens [from,to) give signal s. Words side by side that give the same one are one.
func (f *features) see(s signal, from, to int) {
	n := f.count[s]
	if last := min(n, maxSeen) - 1; last >= 0 && f.seen[s][last].to == from && s >= sigCompare {
		f.seen[s][last].to = to
		return
	}
	if n < maxSeen {
		f.seen[s][n] = run{from, to}
	}
	f.count[s]++
}

// attribute notes that what f is of was said; said is by whom, and the words that say so.
func (f *features) attribute(said [2]bytesOf) {
	f.said = said
	if !said[0].empty() || !said[1].empty() {
		f.count[sigSaid] = 1
	}
}

// frame is who said what at is about, and the words that say so.
func (at *attribution) frame() [2]bytesOf { return [2]bytesOf{at.source, at.cue} }

// frames are the frames of the last attribution of each sentence.
func (a *analysis) frames() [][2]bytesOf {
	said := make([][2]bytesOf, len(a.sents))
	for i := range a.attrs {
		said[a.attrs[i].sentence] = a.attrs[i].frame()
	}
	return said
}

// mark notes what stop k shows.
func (f *features) mark(k int) {
	switch f.a.str(k) {
	case "?":
		f.see(sigQuestion, k, k+1)
	case "!":
		f.see(sigExclaimed, k, k+1)
	}
}

// signalsOf are the signals that word k gives.
func (a *analysis) signalsOf(k int) signalSet {
	if !a.has(k, setSign) {
		return 0
	}
	var buf [longestWord]byte
	return signalWords[string(fold(buf[:0], a.str(k)))]
}

// word notes that word k gives signals.
func (f *features) word(k int, given signalSet) {
	for ; given != 0; given &= given - 1 {
		f.see(signal(bits.TrailingZeros32(uint32(given))), k, k+1)
	}
}

// phrase notes what word k, which gives signals, shows together with its neighbours: what must be done ("have to"),
// and what was done and by whom ("we have created").
func (f *features) phrase(k int, given signalSet) {
	a := f.a
	if k+1 < f.of.to && a.is(k+1, "to") && a.oneOf(k, obliging) && !(f.own && a.toks[k].quoted) {
		f.see(sigDuty, k, k+2)
	}
	done := given&(1<<sigDeed|1<<sigChange) != 0
	if !done && a.past(k) {
		f.see(sigPast, k, k+1)
		done = true
	}
	if !done {
		return
	}
	who := k - 1
	for who > f.of.from && a.oneOf(who, doing) {
		who--
	}
	if who >= f.of.from && a.oneOf(who, doers) {
		f.see(sigRecord, who, k+1)
	}
}

// The words of phrase: what is followed by "to" when something must be done, what may stand between who did
// something and the verb, and who did it.
var (
	obliging = newWordList(`have has had got need needs`)
	doing    = newWordList(`have has had just also never already not actually`)
	doers    = newWordList(`i we he she they we've i've they've he's she's`)
)

// found notes the names, figures and hedges found among tokens [from,to).
func (f *features) found(from, to int) {
	a := f.a
	for e := a.entityFrom(from); e < len(a.ents) && a.ents[e].from < to; e++ {
		ent := a.ents[e]
		if ent.typ == EntityPercent || ent.typ == EntityMoney {
			f.see(sigShare, ent.from, ent.to)
		}
		f.see(entitySignals[ent.typ], ent.from, ent.to)
	}
	if h := a.hedgeFrom(from); h < len(a.hedges) && a.hedges[h].from < to {
		f.see(sigHedge, a.hedges[h].from, a.hedges[h].to)
	}
}

// entitySignals are the signals that names and figures give.
var entitySignals = map[EntityType]signal{
	EntityNumber: sigFigure, EntityPercent: sigFigure, EntityMoney: sigFigure, EntityDate: sigDate,
	EntityOrganization: sigOrganisation, EntityPerson: sigPerson, EntityPlace: sigPlace,
}

// logistic is the usual curve from a sum of weights to [0,1].
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// weight is what f has of signal s, weighed.
func (f *features) weight(s signal) float64 {
	n, w := f.count[s], signals[s]
	if n == 0 {
		return 0
	}
	return w.first + w.more*float64(min(n, w.most)-1)
}

// maxReasons is how many reasons a person is shown.
const maxReasons = 5

// checkWorthiness is the score in [0,1] of f, with the reasons for it, weightiest first.
func (f *features) checkWorthiness() (float64, []string) {
	x := baseWeight + wordsWeight*math.Log1p(float64(f.words))
	if f.words < shortWords {
		x += shortWeight
	}
	var buf [numSignals]signal
	named := buf[:0]
	for s := range numSignals {
		if f.count[s] == 0 {
			continue
		}
		x += f.weight(s)
		if signals[s].name != "" {
			named = append(named, s)
		}
	}
	slices.SortStableFunc(named, func(s, t signal) int {
		switch d := math.Abs(f.weight(t)) - math.Abs(f.weight(s)); {
		case d < 0:
			return -1
		case d > 0:
			return 1
		default:
			return 0
		}
	})
	return logistic(x), f.reasons(named[:min(len(named), maxReasons)])
}
