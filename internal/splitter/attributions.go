package splitter

import "slices"

// attribution is one thing somebody is said to have said.
type attribution struct {
	sentence int
	content  []bytesOf
	source   bytesOf
	cue      bytesOf
	outlet   bytesOf
	via      bytesOf
	hedges   []bytesOf
	name     string
	// direct is set when any of content is in quotation marks.
	direct   bool
	polarity Polarity
	rule     Rule
	// whole is set when the claim is that it was said, or was not, and not what was said.
	whole bool
	// says is set when the cue is one of saying, whose content is a statement, not of will or judgement.
	says bool
	// src is the tokens that name the source: those of source or, where that is "who", the words it stands for.
	src run
	// coined is set for words somebody coined inside what somebody else says: "what Ann Lee called “a mess”".
	coined bool
}

// run is the tokens [from,to).
type run struct{ from, to int }

func (r run) empty() bool { return r.to <= r.from }

// frame is an attribution in the making: the saying verb and where it stands.
type frame struct {
	s sentence
	n int // index of s
	// group is the verb with its auxiliaries and particle, verb the verb itself.
	group run
	verb  int
	// after is where what follows the verb begins, listeners and adverbials aside.
	after  int
	outlet run
	// rule is set when the rule is known before what was said is found.
	rule Rule
}

// findAttributions finds who is said to have said what, in order of the cues.
func (a *analysis) findAttributions() {
	for i := range a.sents {
		first := len(a.attrs)
		s := a.sents[i]
		var frames []run // "According to X," at the head of the sentence
		for k, cues := s.from, 0; k < s.to && cues < maxCues; k++ {
			switch {
			case a.toks[k].quoted:
			case a.is(k, "according") && k+2 < s.to && a.is(k+1, "to"):
				if head := a.accordingTo(i, k); !head.empty() {
					frames = append(frames, head)
				}
				cues++
			case a.has(k, setCue) && a.uncapped(k, s):
				before := len(a.attrs)
				a.readCue(i, k, first)
				cues++
				if len(a.attrs) == before && a.has(k, setSaying) {
					a.readNoun(i, k, first)
				}
			case a.has(k, setSaying):
				a.readNoun(i, k, first)
				cues++
			case k > s.from && k+2 < s.to && a.is(k+1, "that"):
				a.readThat(i, k, first)
				cues++
			}
		}
		a.leadCited(i, first)
		if first == len(a.attrs) {
			a.leadFrame(i)
		}
		for _, head := range frames {
			a.carriedBy(i, head, first)
		}
	}
	for i := range a.blocks {
		a.namedLine(i)
	}
	a.readAnswers()
	a.introduceBlocks()
	a.readUnclaimed()
	a.continueQuotations()
	a.finishQuotations()
	a.dropNested()
	slices.SortStableFunc(a.attrs, func(x, y attribution) int { return x.cue.start - y.cue.start })
	a.attachHedges()
	a.nameSources()
}

// uncapped reports whether the word at k of s can be a verb as far as its capital goes: "States" cannot.
func (a *analysis) uncapped(k int, s sentence) bool {
	return !a.name(k) || k == s.from || a.toks[k-1].kind == kindOpen || a.entityAt(k) < 0 && a.titleCase(s)
}

// finishQuotations lets what was said run to the end of the quotation it ends in.
func (a *analysis) finishQuotations() {
	for n := range a.attrs {
		at := &a.attrs[n]
		for i, c := range at.content {
			q := a.quotationFrom(c.end)
			if q >= len(a.quotes) || !a.quotes[q].closed {
				continue
			}
			place := a.tokensOf(a.quotes[q].from, a.quotes[q].to)
			if place.start < c.end && c.end < place.end && !at.cue.overlaps(place) && !at.source.overlaps(place) {
				at.content[i] = a.bare(bytesOf{c.start, place.end})
			}
		}
	}
}

// dropNested leaves out what is only a part of what somebody else is said to have said: "she says he told her" is one
// attribution.
func (a *analysis) dropNested() {
	outer := make([]bytesOf, 0, len(a.attrs))
	for _, at := range a.attrs {
		outer = append(outer, at.content...)
	}
	slices.SortFunc(outer, func(x, y bytesOf) int { return x.start - y.start })
	for i := 1; i < len(outer); i++ {
		outer[i].end = max(outer[i].end, outer[i-1].end)
	}
	a.attrs = slices.DeleteFunc(a.attrs, func(at attribution) bool {
		i, _ := slices.BinarySearchFunc(outer, at.cue.start+1, func(b bytesOf, off int) int { return b.start - off })
		return i > 0 && outer[i-1].end >= at.cue.end && !at.coined
	})
}

// add records an attribution of sentence i and the quotations in it.
func (a *analysis) add(i int, at attribution) {
	at.sentence = i
	if at.polarity == "" {
		at.polarity = Affirmed
	}
	if at.source.empty() {
		at.source = a.tokensOf(at.src.from, at.src.to)
	}
	for n := range at.content {
		at.content[n] = a.bare(at.content[n])
	}
	at.content = slices.DeleteFunc(at.content, bytesOf.empty)
	if len(at.content) == 0 {
		return
	}
	for _, c := range at.content {
		for q := a.quotationFrom(c.start); q < len(a.quotes); q++ {
			place := a.tokensOf(a.quotes[q].from, a.quotes[q].to)
			if place.start >= c.end {
				break
			}
			if place.overlaps(c) {
				a.quotes[q].used = true
				at.direct = true
			}
		}
	}
	a.attrs = append(a.attrs, at)
}

// quotedWords reports whether at least four fifths of the words of what at says are in quotation marks.
func (a *analysis) quotedWords(at *attribution) bool {
	words, quoted := 0, 0
	for _, c := range at.content {
		for r := a.tokensIn(c); !r.empty(); r.from++ {
			if !isWordToken(a.toks[r.from]) {
				continue
			}
			words++
			if a.toks[r.from].quoted {
				quoted++
			}
		}
	}
	return words > 0 && quoted*5 >= words*4
}

// quotationFrom is the index of the first quotation that ends after byte off.
func (a *analysis) quotationFrom(off int) int {
	q, _ := slices.BinarySearchFunc(a.quotes, off, func(q quotation, off int) int {
		if int(a.toks[q.to-1].end) <= off {
			return -1
		}
		return 1
	})
	return q
}

// quoteStart is where what is said before token end of s begins: at the sentence's start or, when the words
// right before end are the end of a quotation, where that began, maybe sentences ago.
func (a *analysis) quoteStart(s sentence, end int) int {
	for k := end - 1; k >= max(s.from, end-2); k-- {
		if q := a.quotationAt(k); q >= 0 && (a.quotes[q].from < s.from || a.quotes[q].from > s.from && a.mark(a.quotes[q].from-1, ':')) {
			return a.quotes[q].from
		}
	}
	from := a.datelineEnd(s)
	for k := from; k < end; k++ {
		if a.mark(k, ';') && !a.toks[k].quoted {
			from = k + 1
		}
	}
	return from
}

// maxDateline is how many tokens the place, date and agency before a report may have.
const maxDateline = 14

// datelineEnd is where s begins after a dateline such as "LONDON, March 3 (Reuters) - ".
func (a *analysis) datelineEnd(s sentence) int {
	if s.from != a.blocks[s.block].from || a.toks[s.from].shape != shapeUpper {
		return s.from
	}
	for k := s.from + 1; k < min(s.from+maxDateline, s.to-1); k++ {
		if dash := a.str(k); (dash == "-" || dash == "–" || dash == "—" || dash == "―") && a.toks[k].spaced {
			for k+1 < s.to && a.mark(k+1, '-') {
				k++
			}
			return k + 1
		}
		if a.has(k, setFinite) && !(a.has(k, setMonth) && a.toks[k+1].kind == kindNumber) { // "May 3"
			return s.from
		}
	}
	return s.from
}

func overlapsAny(b bytesOf, list []bytesOf) bool {
	return slices.ContainsFunc(list, b.overlaps)
}

// attachHedges gives each attribution the hedges of its sentence that stand in its frame or content.
func (a *analysis) attachHedges() {
	h := 0
	for _, n := range a.bySentence() {
		at := &a.attrs[n]
		s := a.sents[at.sentence]
		for h > 0 && a.hedges[h-1].from >= s.from {
			h--
		}
		for h < len(a.hedges) && a.hedges[h].to <= s.from {
			h++
		}
		low, high := at.cue.start, at.cue.end
		for _, b := range append([]bytesOf{at.source}, at.content...) {
			if !b.empty() && b.overlaps(s.bytesOf) {
				low, high = min(low, b.start), max(high, b.end)
			}
		}
		for j := h; j < len(a.hedges) && a.hedges[j].from < s.to; j++ {
			place := a.tokensOf(a.hedges[j].from, a.hedges[j].to)
			if place.end >= low-2 && place.start <= high+2 {
				at.hedges = append(at.hedges, place)
			}
		}
	}
}

// bySentence are the indexes of attributions in the order of their sentences.
func (a *analysis) bySentence() []int {
	order := make([]int, len(a.attrs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return a.attrs[x].sentence - a.attrs[y].sentence })
	return order
}
