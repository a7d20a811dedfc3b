package splitter

import "slices"

// minQuotation is how many tokens a quotation has, its marks included, that is taken for speech and not for a name or
// for scare quotes.
const minQuotation = 4

// continueQuotations gives the quotations that no cue claimed, and that are sentences of their own, to who is speaking:
// whoever spoke last in the paragraph, or who speaks next in it, or who spoke in the paragraph before.
func (a *analysis) continueQuotations() {
	slices.SortStableFunc(a.attrs, func(x, y attribution) int { return x.cue.start - y.cue.start })
	last := make(map[int]int) // the index of the attribution, plus one, that a block's last words belong to
	next := 0
	for n := range a.quotes {
		q := &a.quotes[n]
		for next < len(a.attrs) && a.attrs[next].cue.start < int(a.toks[q.to-1].end) {
			block := a.sents[a.attrs[next].sentence].block
			if prior := last[block] - 1; a.attrs[next].direct || prior < 0 || !a.attrs[prior].direct {
				last[block] = next + 1
			}
			next++
		}
		if q.used || q.to-q.from < minQuotation || !a.standsAsSentence(*q) {
			continue
		}
		speaker := last[q.block] - 1
		switch {
		case speaker >= 0 && (a.attrs[speaker].direct || a.opensSentence(q.from)):
		case a.speaksNext(next, *q):
			speaker = next
		case a.opensBlock(*q):
			speaker = last[q.block-1] - 1
			if speaker >= 0 && !a.attrs[speaker].direct && !a.endsInColon(q.block-1) {
				speaker = -1
			}
		}
		if speaker < 0 || !a.giveQuotation(speaker, n) {
			continue
		}
		last[q.block] = max(last[q.block], speaker+1)
	}
}

// standsAsSentence reports whether q is no part of a sentence with other words around it.
func (a *analysis) standsAsSentence(q quotation) bool {
	if !a.opensSentence(q.from) {
		return false
	}
	b := a.blocks[q.block]
	return !q.closed || q.to >= b.to || a.pauses(q.to-2) || a.toks[q.to].kind == kindStop || a.toks[q.to-2].kind == kindClose
}

// opensSentence reports whether token k is the first of its block or comes after the end of a sentence or a colon.
func (a *analysis) opensSentence(k int) bool {
	if k == 0 {
		return true
	}
	before := k - 1
	if a.toks[before].kind == kindClose || a.mark(before, ')') {
		before--
	}
	return before < 0 || a.toks[before].kind == kindStop || a.mark(k-1, ':') || a.sents[a.sentenceAt(k)].from == k
}

// sentenceAt is the index of the sentence that holds token k.
func (a *analysis) sentenceAt(k int) int {
	i, _ := slices.BinarySearchFunc(a.sents, k, func(s sentence, k int) int { return s.to - k - 1 })
	return min(i, len(a.sents)-1)
}

// opensBlock reports whether q begins its block, which is not the first.
func (a *analysis) opensBlock(q quotation) bool {
	return q.block > 0 && a.blocks[q.block].from == q.from
}

// introduceBlocks reads the line that ends in a colon before the block that says what was said: “He said:” and then a
// quotation of a whole paragraph.
func (a *analysis) introduceBlocks() {
	for n := range a.quotes {
		q := &a.quotes[n]
		if q.used || q.to-q.from < minQuotation || !a.opensBlock(*q) || !a.endsInColon(q.block-1) {
			continue
		}
		end := a.blocks[q.block-1].to - 1
		i := a.sentenceAt(end)
		if len(a.attrs) > 0 && a.attrs[len(a.attrs)-1].sentence == i {
			continue
		}
		s := a.around(a.sents[i], end)
		for k := end - 1; k > s.from; k-- {
			if !a.verbLike(k, s.from) && !a.has(k, setSay|setTell) || a.has(k, setAux|setModal) || a.name(k) {
				continue
			}
			f := frame{s: s, n: i, verb: k, group: run{a.groupStart(s, k), k + 1}}
			if source := a.speaker(f, len(a.attrs)); !source.empty() {
				a.add(i, attribution{content: []bytesOf{a.tokensOf(q.from, q.to)}, src: source, cue: a.tokensOf(f.group.from, f.group.to),
					says: true, rule: ruleNextBlock})
				break
			}
		}
	}
}

func (a *analysis) endsInColon(block int) bool {
	b := a.blocks[block]
	return b.to > b.from && a.mark(b.to-1, ':')
}

// speaksNext reports whether attribution n is in the block of q, after it, and is of direct speech.
func (a *analysis) speaksNext(n int, q quotation) bool {
	return n < len(a.attrs) && a.attrs[n].direct && a.sents[a.attrs[n].sentence].block == q.block
}

// giveQuotation makes the words of quotation q part of what attribution n says. It reports whether they were not yet.
func (a *analysis) giveQuotation(n, q int) bool {
	at := &a.attrs[n]
	words := a.bare(a.tokensOf(a.quotes[q].from, a.quotes[q].to))
	if words.empty() || overlapsAny(words, at.content) {
		return false
	}
	at.content = append(at.content, words)
	slices.SortFunc(at.content, func(x, y bytesOf) int { return x.start - y.start })
	at.direct = true
	a.quotes[q].used = true
	return true
}
