package splitter

import (
	"math"
	"strings"
)

// features are what a stretch of words shows of checkable fact and of judgement.
type features struct {
	words, names, numbers, dates            int
	organisations, people, places           int
	compare, cause, future, stance, duty    int
	i, we, you, past, exclaimed, percentage int
	question, attributed                    bool
	// figure, hedge and org are examples to show a person.
	figure, hedge, org string
}

// measure reads tokens [from,to). Quoted tokens are left out of judgement when own is set, so that only the
// author's own words count.
func (a *analysis) measure(from, to int, own bool) features {
	var f features
	for k := from; k < to; k++ {
		t := a.toks[k]
		if t.kind == kindStop {
			f.mark(a.str(k))
			continue
		}
		if t.kind != kindWord && t.kind != kindNumber {
			continue
		}
		f.words++
		if t.kind == kindWord && !(own && t.quoted) {
			f.judge(a, k)
		}
		count(&f.compare, t.words, setCompare)
		count(&f.cause, t.words, setCause)
		count(&f.future, t.words, setFuture)
		if a.past(k) {
			f.past++
		}
	}
	f.entities(a, from, to)
	if h := a.hedgeFrom(from); h < len(a.hedges) && a.hedges[h].from < to {
		f.hedge = strings.ToLower(a.plain(a.tokensOf(a.hedges[h].from, a.hedges[h].to)))
	}
	return f
}

// past reports whether token k reads as a verb in the past.
func (a *analysis) past(k int) bool {
	t := a.toks[k]
	if t.shape != shapeLower {
		return false
	}
	return t.words&setPast != 0 || t.words&setCue == 0 && strings.HasSuffix(a.str(k), "ed") || a.oneOf(k, pastForms)
}

// count adds one to n when words has any of set.
func count(n *int, words, set wordSet) {
	if words&set != 0 {
		*n++
	}
}

// mark notes what a stop shows.
func (f *features) mark(s string) {
	switch s {
	case "?":
		f.question = true
	case "!":
		f.exclaimed++
	}
}

// judge counts what word k shows of the author's own view.
func (f *features) judge(a *analysis, k int) {
	switch {
	case a.is(k, "I"), a.is(k, "my"), a.is(k, "I'm"), a.is(k, "I've"), a.is(k, "me"):
		f.i++
	case a.has(k, setFirst):
		f.we++
	case a.is(k, "you"), a.is(k, "your"):
		f.you++
	}
	if a.has(k, setStance) {
		f.stance++
	}
	if a.is(k, "should") || a.is(k, "must") || a.is(k, "ought") || a.is(k, "cannot") || a.is(k, "can't") {
		f.duty++
	}
}

// entities counts the names and figures among tokens [from,to).
func (f *features) entities(a *analysis, from, to int) {
	for e := a.entityFrom(from); e < len(a.ents) && a.ents[e].from < to; e++ {
		words := a.tokensOf(a.ents[e].from, a.ents[e].to)
		switch a.ents[e].typ {
		case EntityOrganization:
			f.organisations++
			if f.org == "" {
				f.org = a.plain(words)
			}
		case EntityPerson:
			f.people++
		case EntityPlace:
			f.places++
		case EntityDate:
			f.dates++
		case EntityPercent, EntityMoney:
			f.percentage++
			f.number(a.plain(words))
		case EntityNumber:
			f.number(a.plain(words))
		}
	}
	f.names = f.organisations + f.people + f.places
}

func (f *features) number(words string) {
	f.numbers++
	if f.figure == "" {
		f.figure = words
	}
}

// logistic is the usual curve from a sum of weights to [0,1].
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// upTo is n as a weight's factor, at most top.
func upTo(n, top int) float64 { return float64(min(n, top)) }

// checkWorthiness is the score in [0,1] of f, with the reasons for it. The weights are set by hand: what can be
// looked up (figures, names, records, things done) raises it, what cannot (views, wishes, address) lowers it.
func (f features) checkWorthiness() (float64, []string) {
	var reasons []string
	x := -1.9 + 0.5*math.Log1p(float64(f.words))
	because := func(weight float64, reason string) {
		x += weight
		if reason != "" {
			reasons = append(reasons, reason)
		}
	}
	if f.attributed {
		because(0.4, "attributed")
	}
	if f.hedge != "" {
		because(0.6, "hedge: "+f.hedge)
	}
	if f.organisations > 0 {
		because(0.15+0.15*upTo(f.organisations, 2), "organisation named")
	} else if f.people > 0 {
		because(0.1, "person named")
	} else if f.places > 0 {
		because(0.1, "place named")
	}
	if f.numbers > 0 {
		because(0.75+0.35*upTo(f.numbers, 3)+0.3*upTo(f.percentage, 2), "a number: "+f.figure)
	}
	if f.dates > 0 {
		because(0.15, "a date")
	}
	if f.compare > 0 {
		because(0.35*upTo(f.compare, 4), "a comparison or amount")
	}
	if f.cause > 0 {
		because(0.2, "a cause")
	}
	if f.past > 0 {
		because(0.25*upTo(f.past, 2), "something done")
	}
	f.doubts(because)
	return logistic(x), reasons
}

// doubts are the signs that there is little to look up.
func (f features) doubts(because func(weight float64, reason string)) {
	if f.future > 0 {
		because(-0.3*upTo(f.future, 2), "about what may be")
	}
	if f.stance+f.duty > 0 {
		because(-0.25*upTo(f.stance+f.duty, 3), "words of judgement")
	}
	if f.question {
		because(-1.2, "a question")
	}
	because(-0.35*upTo(f.i, 3)-0.1*upTo(f.we, 2)-0.35*upTo(f.you, 3)-0.2*upTo(f.exclaimed, 1), "")
	if f.words < 6 {
		because(-0.9, "few words")
	}
}

// subjectivity is how much of f is judgement, in [0,1].
func (f features) subjectivity() float64 {
	x := -1.5 + 1.2*upTo(f.stance, 4) + 0.8*upTo(f.duty, 2) + upTo(f.i, 2) + 0.8*upTo(f.we, 2) + 0.6*upTo(f.you, 2) +
		upTo(f.exclaimed, 1) - 0.35*upTo(f.numbers, 2) - 0.1*upTo(f.names, 3) - 0.15*upTo(f.past, 2)
	if f.question {
		x += 0.8
	}
	if f.attributed {
		x -= 0.6
	}
	return logistic(x)
}
