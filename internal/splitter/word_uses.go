package splitter

// wordUses tells how the text writes the words it writes as names somewhere.
type wordUses struct {
	at  map[string]int32
	all []wordUse
}

// wordUse counts where a word is written as a name inside a sentence, where a capital means something, and where
// it is written small.
type wordUse struct{ inside, small int }

// wordUses goes through the text twice: for the names, and for the same words written small.
func (a *analysis) wordUses() wordUses {
	uses := wordUses{at: make(map[string]int32, 64)}
	for _, s := range a.sents {
		titled := a.titleCase(s)
		for k := s.from; k < s.to; k++ {
			if !a.name(k) {
				continue
			}
			at, ok := uses.at[a.str(k)]
			if !ok {
				at = int32(len(uses.all))
				uses.all = append(uses.all, wordUse{})
				uses.at[a.str(k)] = at
			}
			if !titled && k > s.from && a.toks[k-1].kind != kindOpen && a.toks[k-1].kind != kindStop {
				uses.all[at].inside++
			}
		}
	}
	var buf [24]byte
	for k := range a.toks {
		if a.toks[k].shape != shapeLower || a.has(k, setFunction) || len(a.str(k)) > len(buf) {
			continue
		}
		word := append(buf[:0], a.str(k)...)
		if 'a' <= word[0] && word[0] <= 'z' {
			word[0] -= 'a' - 'A'
		}
		if at, ok := uses.at[string(word)]; ok {
			uses.all[at].small++
		}
	}
	return uses
}

// of is how the text writes word, which it writes as a name somewhere.
func (u wordUses) of(word string) wordUse {
	if at, ok := u.at[word]; ok {
		return u.all[at]
	}
	return wordUse{}
}

// titleCase reports whether s is written as headlines are, or all in capitals, so that capitals mean nothing.
func (a *analysis) titleCase(s sentence) bool {
	names, words := 0, 0
	shouted := a.wordsIn(s.from, s.to) >= 2
	for k := s.from; k < s.to && shouted; k++ {
		shouted = a.toks[k].kind != kindWord || a.toks[k].shape == shapeUpper || a.toks[k].shape == shapeOther
	}
	if shouted {
		return true
	}
	for k := s.from; k < s.to; k++ {
		if a.toks[k].kind == kindWord && !a.has(k, setPrep|setDet|setAnd) {
			words++
			if a.name(k) {
				names++
			}
		}
	}
	if s.to > s.from && a.toks[s.to-1].kind == kindStop {
		return words >= 4 && names == words
	}
	return words >= 4 && names*10 >= words*8
}
