package splitter

import "strings"

// quoteEnds are the marks that close in some language what open opens. »…« is only read where reversed is set.
func quoteEnds(open string, reversed bool) string {
	switch open {
	case "„", "‟":
		return "“ ”"
	case "“", "”":
		return "”"
	case "«":
		return "»"
	case "»":
		if reversed {
			return "«"
		}
	case "‚":
		return "‘ ’"
	}
	return ""
}

// maxNested is how many quotations may be open at once.
const maxNested = 8

// orientQuotes decides which quotation marks among tokens [from,to) open and which close, where a mark closes in one
// language what it opens in another: „…“ and “…”, «…» and »…«. One quotation may hold others.
func (a *analysis) orientQuotes(from, to int) {
	var open, inner []int
	for k := from; k < to; k++ {
		t := &a.toks[k]
		if t.kind != kindQuote {
			continue
		}
		if n := a.closesOne(open, k); n >= 0 {
			inner = append(inner, open[n])
			open, t.kind = open[:n], kindClose
			continue
		}
		switch opens := len(open) < maxNested && a.opensOne(k, from, to); {
		case opens:
			t.kind = kindOpen
			open = append(open, k)
		case strings.Contains("„“”«»‚", a.str(k)):
			t.kind = kindPunct
		}
	}
	for _, k := range open {
		if n := len(inner) - 1; n >= 0 && inner[n] > k && a.str(inner[n]) == a.str(k) {
			k, inner = inner[n], inner[:n] // «… «…» ends both with one mark
		} else if k == open[0] && a.str(k) != "‚" {
			continue
		}
		a.toks[k].kind = kindPunct
	}
}

// closesOne is which of the quotations begun at open the mark k ends, or -1.
func (a *analysis) closesOne(open []int, k int) int {
	for n := len(open) - 1; n >= 0; n-- {
		if strings.Contains(quoteEnds(a.str(open[n]), a.lang.data.reversedQuotes), a.str(k)) {
			return n
		}
	}
	return -1
}

// opensOne reports whether the mark at k, which closes nothing, stands as an opening one does.
func (a *analysis) opensOne(k, from, to int) bool {
	mark := a.str(k)
	if quoteEnds(mark, a.lang.data.reversedQuotes) == "" || k+1 == to {
		return false
	}
	return mark == "„" || mark == "‚" || mark == "«" || (k == from || a.toks[k].spaced || a.opensBracket(k-1)) && !a.toks[k+1].spaced
}

// maxInterruption is how many tokens the writer's words inside a quotation may be.
const maxInterruption = 24

// takeAsidesOut takes the writer's words out of quotations, as in "«…, — he said, — …»", and makes quotations of
// what is said after a dash at the head of a paragraph.
func (a *analysis) takeAsidesOut() {
	found := a.quotes
	a.quotes = make([]quotation, 0, len(found))
	next := 0
	for i, b := range a.blocks {
		if b.to-b.from > 3 && a.dash(b.from) && (next == len(found) || found[next].block > i) {
			a.addPieces(quotation{from: b.from, to: b.to, block: i, closed: true}, true)
			continue
		}
		for ; next < len(found) && found[next].block == i; next++ {
			a.addPieces(found[next], false)
		}
	}
}

// addPieces records q without the asides in it. With spoken set it is one only when there is an aside.
func (a *analysis) addPieces(q quotation, spoken bool) {
	from, pieces := q.from, 0
	for k := q.from + 2; k < q.to; k++ {
		end := a.asideEnd(k, q.to)
		if end == k {
			continue
		}
		for j := k; j < end; j++ {
			a.toks[j].quoted = false
		}
		piece := q
		piece.from, piece.to = from, k
		a.addQuotation(piece)
		from, k = end, end-1
		pieces++
	}
	if from+1 < q.to && (pieces > 0 || !spoken) {
		q.from = from
		a.addQuotation(q)
	}
}

// asideEnd is the end of the aside that begins with the dash or comma at k of a quotation that ends before to: a
// saying verb and its speaker, up to the next dash or comma. It is k when there is none.
func (a *analysis) asideEnd(k, to int) int {
	dash := a.dash(k)
	if !dash && !(a.mark(k, ',') && a.lang.spacedQuotes()) {
		return k
	}
	verb := k + 1
	for verb < to && a.has(verb, setAux) {
		verb++
	}
	if verb >= to || !a.has(verb, setSay) {
		return k
	}
	for end := verb + 1; end < min(to, verb+maxInterruption); end++ {
		switch {
		case dash && a.dash(end), !dash && a.mark(end, ','):
			return end + 1
		case a.toks[end].kind == kindOpen, a.toks[end].kind == kindClose && end+1 < to:
			return k
		}
	}
	if dash && to-verb <= maxInterruption {
		return to
	}
	return k
}
