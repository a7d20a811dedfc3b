package splitter

// polarityOf tells whether the source of f stands behind what it is said to have said.
func (a *analysis) polarityOf(f frame, content bytesOf) Polarity {
	negated := false
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
