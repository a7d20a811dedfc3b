package splitter

// maxHeading is how many words a heading may have.
const maxHeading = 30

// proseBlocks counts the blocks that end as sentences do, and gives the indices of the first and the last of five
// words or more.
func (a *analysis) proseBlocks() (n, first, last int) {
	first = -1
	for i, b := range a.blocks {
		if closed(a.text[b.start:b.end]) {
			n++
			if a.wordsIn(b.from, b.to) >= 5 {
				last = i
				if first < 0 {
					first = i
				}
			}
		}
	}
	return n, first, last
}

// heading reports whether b has the form of a heading: one short line that does not end as a sentence.
func (a *analysis) heading(b block) bool {
	if b.last-b.first != 1 || b.from == b.to || closed(a.text[b.start:b.end]) {
		return false
	}
	if isItem(a.text[b.start:b.end]) && a.toks[b.from].kind != kindNumber || a.toks[b.from].shape == shapeLower {
		return false
	}
	return a.wordsIn(b.from, b.to) <= maxHeading && !a.mark(b.to-1, ',') && !a.mark(b.to-1, ';') && !a.pullQuote(b)
}

// inList reports whether block i is an item with a number, and one beside it too, so that it is no heading.
func (a *analysis) inList(i int) bool {
	numbered := func(i int) bool {
		if i < 0 || i >= len(a.blocks) || a.blocks[i].from == a.blocks[i].to {
			return false
		}
		b := a.blocks[i]
		return a.toks[b.from].kind == kindNumber && isItem(a.text[b.start:b.end])
	}
	return numbered(i) && (numbered(i-1) || numbered(i+1))
}

// pullQuote reports whether b is somebody's words in quotation marks, with or without a name after them.
func (a *analysis) pullQuote(b block) bool {
	const most = 8
	quoted := 0
	for k := b.from; k < b.to; k++ {
		switch {
		case !a.toks[k].quoted:
		case a.toks[k].kind == kindStop && a.toks[b.from].kind == kindOpen:
			return true
		case isWordToken(a.toks[k]):
			quoted++
		}
	}
	return quoted > most && a.toks[b.from].kind == kindOpen
}

func (a *analysis) wordsIn(from, to int) int {
	n := 0
	for k := from; k < to; k++ {
		if isWordToken(a.toks[k]) {
			n++
		}
	}
	return n
}

// dateLine reports whether b is a day, with or without a place before it, and nothing else: "Friday, July 21, 2017",
// "OSLO, March 6".
func (a *analysis) dateLine(b block) bool {
	if b.to-b.from > 12 {
		return false
	}
	dated := false
	for k := b.from; k < b.to; k++ {
		t := a.toks[k]
		switch {
		case t.kind == kindWord && a.has(k, setMonth|setDay):
			dated = true
		case t.kind == kindNumber, t.kind == kindPunct, t.kind == kindStop:
		case t.kind == kindWord && a.name(k) && k <= b.from+2 && a.entityAt(k) >= 0 && a.ents[a.entityAt(k)].typ == EntityPlace:
		default:
			return false
		}
	}
	return dated && a.wordsIn(b.from, b.to) >= 2
}
