package splitter

// polarityOf tells whether the source of f stands behind what it is said to have said.
func (a *analysis) polarityOf(f frame, source run, content bytesOf) Polarity {
	if a.is(f.group.from, "neither") {
		return Questioned
	}
	negated := f.group.from > f.s.from && source.from < f.group.from && a.oneOf(source.from, negating)
	for k := f.group.from; k < f.verb; k++ {
		negated = negated || a.has(k, setNot) || a.negatedAux(k)
	}
	first := a.tokensIn(content).from
	switch {
	case a.oneOf(f.verb, denying) != negated:
		return Denied
	case a.oneOf(f.verb, withholding) && a.oneOf(min(first+1, f.s.to-1), uttering) && a.is(first, "to"):
		return Denied
	case a.oneOf(f.verb, questioning), a.oneOf(f.verb, asking) && first < f.s.to && (a.oneOf(first, askWords) || a.toks[f.s.to-1].kind == kindStop && a.str(f.s.to-1) == "?"):
		return Questioned
	default:
		return Affirmed
	}
}

// nounPolarity is polarityOf for the noun of f: a denial denies, and so does whoever rejects a claim.
func (a *analysis) nounPolarity(f frame) Polarity {
	if a.oneOf(f.verb, denials) {
		return Denied
	}
	for k := f.group.from - 1; k >= max(f.s.from, f.group.from-3); k-- {
		if a.oneOf(k, denying) {
			return Denied
		}
	}
	return Affirmed
}

// negatedAux reports an auxiliary that ends in "n’t".
func (a *analysis) negatedAux(k int) bool {
	word := a.str(k)
	return a.has(k, setAux|setModal) && len(word) > 3 && word[len(word)-1] == 't' && word[len(word)-2] != 'h' && word != "must" && word != "might"
}

// withNegation is source with the word before it by which nobody says what f reads: "No scientist says", "Neither the mayor
// nor her aides said", "None of the ministers said".
func (a *analysis) withNegation(f frame, source run) run {
	before := source.from - 1
	switch {
	case source.to > f.verb || before < f.s.from:
		return source
	case a.is(before, "no"):
		source.from = before
	case a.is(before, "of") && before > f.s.from && a.oneOf(before-1, negating):
		source.from = before - 1
	case a.is(before, "nor"), a.is(before, "neither"):
		for k := before; k >= max(f.s.from, before-maxApposition); k-- {
			if a.is(k, "neither") {
				source.from = k
				break
			}
		}
	}
	return source
}

// neitherNor is where the verbs of f begin when they are joined by "neither" and "nor": "neither confirmed nor denied".
func (a *analysis) neitherNor(f frame) int {
	nor := f.group.from - 1
	if nor <= f.s.from || !a.is(nor, "nor") {
		return f.group.from
	}
	for k := nor - 1; k >= max(f.s.from, nor-4); k-- {
		if a.is(k, "neither") && a.has(k+1, setCue) {
			return a.groupStart(f.s, k)
		}
	}
	return f.group.from
}

// supposed reports whether the source of f only would say something: "if the council said", "had the council said".
func (a *analysis) supposed(f frame, source run) bool {
	k := source.from - 1
	if k < f.s.from || source.to > f.verb {
		return false
	}
	if a.is(k, "if") || a.is(k, "unless") {
		return true
	}
	opens := k == f.s.from || a.mark(k-1, ',')
	return opens && (a.is(k, "had") || a.is(k, "should") || a.is(k, "were"))
}
