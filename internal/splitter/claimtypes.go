package splitter

import "strings"

// claimType is the type of claim p makes, whose words measure f. The types are those of AVeriTeC, told apart by what
// a checker has to look for:
//
//	quote            whether somebody said it: the frame is part of the claim
//	position         whether somebody is for, against or set on something
//	opinion          what evidence can support but not settle
//	media_analysis   what a picture or recording shows, or what was done to it
//	media_publishing where and when a picture or document was made public
//	causal           whether one thing made another happen
//	speculative      how likely something yet to come is
//	numerical        whether a figure, comparison or rate is right
//	event            whether something happened, or is so: all others
func (a *analysis) claimType(f *features, p *piece) ClaimType {
	r := p.all()
	verb := a.verbAt(r)
	switch {
	case p.rule == "claim/share", a.sharedBelief(r):
		return TypeNumerical
	case p.framed || p.attribution < 0 && a.foretells(r):
		return TypeQuote
	case p.attribution >= 0 && a.wills(a.attrs[p.attribution]):
		return a.frameType(a.attrs[p.attribution])
	case f.opinion() >= opinionAt:
		return TypeOpinion
	case a.depicts(r), a.madeUp(r):
		return TypeMediaAnalysis
	case a.anyOf(r, pictures) && a.anyOf(r, publishing):
		return TypeMediaPublishing
	case a.causal(r):
		return TypeCausal
	case verb >= 0 && a.future(verb, r.to):
		return TypeSpeculative
	case verb >= 0 && a.stands(verb, r):
		return TypePosition
	case a.numerical(r):
		return TypeNumerical
	default:
		return TypeEvent
	}
}

// depicts reports that a picture is said to show something, or that something was done to it.
func (a *analysis) depicts(r run) bool {
	picture := false
	for k := r.from; k < r.to; k++ {
		picture = picture || a.oneOf(k, pictures)
		if picture && a.oneOf(k, depicting) && k > r.from && (!a.is(k, "show") || a.manyAt(k-1)) {
			return true
		}
	}
	return false
}

// madeUp reports that something was made with a program: "was created with software".
func (a *analysis) madeUp(r run) bool {
	for k := r.from; k+2 < r.to; k++ {
		if a.oneOf(k, making) && a.oneOf(k+1, makingWith) && (a.oneOf(k+2, programs)) {
			return true
		}
	}
	return false
}

// foretells reports whether somebody in r is said to foresee something.
func (a *analysis) foretells(r run) bool {
	for k := r.from + 1; k < min(r.to, r.from+maxSubject); k++ {
		if a.oneOf(k, foretelling) && a.subjectLike(k-1) && a.takesObject(k+1) || a.is(k, "forecast") && a.name(k-1) {
			return true
		}
		if a.has(k, setAux|setModal) {
			return false
		}
	}
	return false
}

// frameType is the type of a claim whose attribution judges or wants rather than says.
func (a *analysis) frameType(at attribution) ClaimType {
	cue := a.tokensIn(at.cue)
	for k := cue.from; k < cue.to; k++ {
		if a.oneOf(k, stands) || a.has(k, setWill) && !a.has(k, setCall) {
			return TypePosition
		}
	}
	return TypeQuote
}

// anyOf reports whether a token of r is in list.
func (a *analysis) anyOf(r run, list *wordList) bool {
	for k := r.from; k < r.to; k++ {
		if a.oneOf(k, list) {
			return true
		}
	}
	return false
}

// causal reports a cause named in so many words.
func (a *analysis) causal(r run) bool {
	for k := r.from; k < r.to; k++ {
		switch {
		case a.oneOf(k, causes), a.is(k, "fault") && k > r.from && a.toks[k-1].kind == kindPossessive:
			return true
		case k+1 < r.to && (a.is(k, "due") || a.is(k, "owing") || a.is(k, "thanks")) && a.is(k+1, "to") && (k+2 >= r.to || !a.has(k+2, setBase)):
			return true
		case k+1 < r.to && (a.is(k, "led") || a.is(k, "leads")) && a.is(k+1, "to"), k+1 < r.to && a.is(k, "result") && a.is(k+1, "of"),
			a.oneOf(k, triggering) && a.takesObject(k+1):
			return true
		}
	}
	return false
}

// future reports whether the verb at k tells what will or may be.
func (a *analysis) future(k, to int) bool {
	if a.has(k, setModal) {
		return a.oneOf(k, coming) && !(a.is(k, "could") && k+1 < to && a.has(k+1, setNot))
	}
	return a.has(k, setAux) && k+2 < to && a.oneOf(k+1, likely) && a.is(k+2, "to")
}

// stands reports whether the verb at k is one of being for or against something.
func (a *analysis) stands(k int, r run) bool {
	for ; k < r.to && (a.has(k, setAux|setAdverb|setNot) && !a.oneOf(k, stands)); k++ {
		if a.oneOf(k, passives) {
			return false
		}
	}
	return k < r.to && a.oneOf(k, stands) && k > r.from
}

// numerical reports whether a figure is what the claim is about: a sum, a rate, a comparison or a count, but no
// date and no small number said in passing.
func (a *analysis) numerical(r run) bool {
	counted, compared := false, false
	for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
		switch a.ents[e].typ {
		case EntityMoney, EntityPercent:
			return true
		case EntityNumber:
			from, to := a.ents[e].from, a.ents[e].to
			passing := to-from == 1 && (a.oneOf(from, small) || a.ordinal(from) || a.toks[from].kind == kindWord && strings.Contains(a.str(from), "-")) || from > r.from && a.mark(from-1, ',') && to < r.to && a.mark(to, ',') || a.result(from, to) || from > r.from && a.name(from-1) && a.entityAt(from-1) >= 0 && to-from == 1 ||
				strings.HasSuffix(strings.ToLower(a.str(to-1)), "-year-old")
			counted = counted || !passing
		}
	}
	for k := r.from; k < r.to; k++ {
		compared = compared || a.oneOf(k, multiples) || a.oneOf(k, shares) && (k+1 < r.to && a.is(k+1, "of") || k > r.from && a.is(k-1, "a"))
	}
	return counted || compared
}

// ordinal reports a number such as "501st".
func (a *analysis) ordinal(k int) bool {
	word := a.str(k)
	return a.toks[k].kind == kindNumber && len(word) > 2 && !isDigit(word[len(word)-1]) && !isDigit(word[len(word)-2])
}

// result reports whether tokens [from,to) are part of a result such as "3–1".
func (a *analysis) result(from, to int) bool {
	dash := func(k int) bool {
		return k > 0 && k+1 < len(a.toks) && !a.toks[k].spaced && (a.mark(k, '-') || a.str(k) == "–") &&
			a.toks[k-1].kind == kindNumber && a.toks[k+1].kind == kindNumber
	}
	return dash(from-1) || dash(to)
}

// quotedOpinionAt is the subjectivity from which words of judgement in a quotation are a view.
const quotedOpinionAt = 0.55

// checkable reports whether p is neither a question nor a view.
func (a *analysis) checkable(p piece) bool {
	r := p.all()
	f := a.measure(r.from, r.to, false)
	view := f.opinion()
	ownView := a.attrs[p.attribution].direct && f.count[sigFigure] == 0 &&
		(f.count[sigStance] > 0 && view >= quotedOpinionAt || f.count[sigI]+f.count[sigWe] > 0 && a.anyOf(r, ownViews))
	asks := a.oneOf(r.from, askWords) || r.from+1 < r.to && a.is(r.from, "so") && a.oneOf(r.from+1, askWords)
	return f.count[sigQuestion] == 0 && !asks && view < opinionAt && !ownView && !a.oneOf(r.from, wishes)
}

// pointsBack reports whether p is only about what stands elsewhere: its subject is a bare "that" or "this", or it
// is a pronoun and a few words without a name or figure, which do not say what somebody did.
func (a *analysis) pointsBack(p piece) bool {
	k := p.parts[0].from
	r := p.all()
	if e := a.entityFrom(r.from); a.has(k, setPronoun) && !a.has(k, setFirst) && !(a.oneOf(k, people) && a.acted(k+1)) && a.wordsIn(r.from, r.to) < 5 && (e >= len(a.ents) || a.ents[e].from >= r.to) {
		return true
	}
	return a.oneOf(k, bare) && k+1 < r.to && (a.has(k+1, setAux|setModal) || a.finite(k+1, r.from))
}

// acted reports whether a verb in the past stands at token k, with an object or more after it: "took everything".
func (a *analysis) acted(k int) bool {
	return (a.oneOf(k, pasts) || strings.HasSuffix(a.str(k), "ed")) && !a.has(k, setAux|setModal|setCue) && k+1 < len(a.toks) && a.toks[k+1].kind == kindWord
}

// foretold reports whether p, which somebody says, is about what is to come or should be, or says in the first
// person what the speaker will or cannot do: then that it was said is all there is to check.
func (a *analysis) foretold(p piece) bool {
	cue := a.tokensIn(a.attrs[p.attribution].cue)
	if a.anyOf(cue, foretelling) {
		return true
	}
	r := p.parts[0]
	if a.sharedBelief(r) {
		return false
	}
	verb := a.verbAt(r)
	if verb < 0 && len(p.parts) > 1 {
		r = p.parts[len(p.parts)-1]
		verb = a.verbAt(r)
	}
	if verb < 0 {
		return false
	}
	first := a.has(r.from, setFirst) && a.has(r.from, setPronoun)
	return a.future(verb, r.to) || a.oneOf(verb, duties) || first && a.has(verb, setModal)
}

// sharedBelief reports whether r begins with how many of a group think what follows: "two thirds of voters believe".
func (a *analysis) sharedBelief(r run) bool {
	end := min(r.to, r.from+maxSubject)
	for k := r.from + 1; k < end; k++ {
		if a.oneOf(k, believing) && a.subjectLike(k-1) {
			return a.counted(run{r.from, k})
		}
		if a.has(k, setAux|setModal) {
			return false
		}
	}
	return false
}

// counted reports whether the noun phrase r is a share or number of people.
func (a *analysis) counted(r run) bool {
	for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
		if t := a.ents[e].typ; t == EntityPercent || t == EntityNumber && a.manyAt(r.to-1) {
			return true
		}
	}
	return a.anyOf(r, shares) && a.anyIs(r.from, r.to, "of")
}

// advice reports whether p says what should be.
func (a *analysis) advice(p piece) bool {
	verb := a.verbAt(p.parts[0])
	return verb >= 0 && a.oneOf(verb, duties)
}

// possible reports whether p says only that something may be, of nothing with a name or figure.
func (a *analysis) possible(p piece) bool {
	r := p.all()
	verb := a.verbAt(r)
	if verb < 0 || !a.oneOf(verb, may) || verb+1 < r.to && a.has(verb+1, setNot) {
		return false
	}
	e := a.entityFrom(r.from)
	return e >= len(a.ents) || a.ents[e].from >= r.to
}
