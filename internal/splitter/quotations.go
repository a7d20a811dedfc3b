package splitter

import (
	"slices"
	"strings"
)

// quotation is direct speech or a quoted phrase within one block, from its opening to its closing mark, both
// included. One that does not close there runs to the end of the block when the next paragraph takes it up
// again, and to the end of its sentence when none does: a mark forgotten must not swallow an article.
type quotation struct {
	from, to int // tokens, half-open
	block    int
	// closed is set when the closing mark is there.
	closed bool
	// used is set when an attribution holds it.
	used bool
}

// maxSingle is how many tokens may lie between an opening single mark and the one that closes it: without a
// limit two apostrophes far apart would make a quotation.
const maxSingle = 200

// maxMarks is how many quotation marks in a row may stand between a word and the one looked at.
const maxMarks = 4

// elisions are words that lose their beginning to an apostrophe.
var elisions = []string{"em", "n", "til", "till", "tis", "twas", "cause", "cos", "bout", "round", "nuff", "neath"}

// pairing finds out which quotation marks of one block open and which close.
type pairing struct {
	*analysis
	to int
	// double and single are the tokens that opened what is under way, -1 when nothing is.
	double, single int
	// closer is the first place known where a single mark may close; it only moves on.
	closer int
}

// pairQuotes decides for the quotation marks among tokens [from,to) which open, which close and which are
// apostrophes. It goes by the mark, by what the mark is attached to, and by what is open already: “ opens in
// English and closes in German, » the other way round in French, and typewriter marks are the same at both ends.
func (a *analysis) pairQuotes(from, to int) {
	if a.lang != english {
		a.orientQuotes(from, to)
	}
	p := pairing{analysis: a, to: to, double: -1, single: -1, closer: from}
	for k := from; k < to; k++ {
		if a.toks[k].kind != kindQuote {
			continue
		}
		if a.isDouble(k) {
			a.toks[k].kind = p.pairDouble(k, from)
		} else {
			a.toks[k].kind = p.pairSingle(k, from)
		}
	}
	p.dropSingle()
}

// isDouble reports whether the quotation mark at k is of the double kind: “ ” „ « » " ” “.
func (a *analysis) isDouble(k int) bool {
	switch a.firstRune(k) {
	case '\'', '`':
		return a.toks[k].end-a.toks[k].start > 1
	case '‘', '’', '‚', '‛', '‹', '›':
		return false
	default:
		return true
	}
}

// attached tells whether the mark at k hangs on what stands before it and on what stands after it. Opening
// brackets and dashes do not hold a mark that follows them, nor do commas and stops one that comes before.
func (p *pairing) attached(k, from int) (left, right bool) {
	left = k > from && !p.toks[k].spaced && !p.opensBracket(k-1)
	next := k + 1
	for next < min(p.to, k+maxMarks) && p.toks[next].kind == kindQuote && !p.toks[next].spaced {
		next++
	}
	if next < p.to && !p.toks[next].spaced {
		switch p.toks[next].kind {
		case kindStop:
			right = !left
		case kindPunct:
			right = !p.oneMark(next, ",;:)]}—–-/")
		case kindPossessive:
		default:
			right = true
		}
	}
	return left, right
}

// oneMark reports whether token k is one of marks.
func (a *analysis) oneMark(k int, marks string) bool {
	r := a.firstRune(k)
	for _, m := range marks {
		if m == r {
			return true
		}
	}
	return false
}

func (a *analysis) opensBracket(k int) bool {
	return a.toks[k].kind == kindOpen || a.toks[k].kind == kindPunct && a.oneMark(k, "([{—–-/¿¡")
}

// pairDouble decides on the double mark at k.
func (p *pairing) pairDouble(k, from int) kind {
	left, right := p.attached(k, from)
	opens, closes := !left && right, left && !right
	under := p.double >= 0
	open := false
	switch p.firstRune(k) {
	case '“', '«', '「', '『':
		open = !closes || !under
	case '”', '»', '」', '』':
		open = opens && !under
	case '„', '`':
		open = true
	default:
		if closes && !under && p.toks[k-1].kind == kindNumber {
			return kindPunct // inches
		}
		open = opens || !closes && !under
	}
	if open {
		p.double = k
		return kindOpen
	}
	if p.single > p.double {
		p.dropSingle()
	}
	p.double = -1
	return kindClose
}

// pairSingle decides on the single mark at k, which may be an apostrophe.
func (p *pairing) pairSingle(k, from int) kind {
	left, right := p.attached(k, from)
	r := p.firstRune(k)
	if p.single >= 0 && left && !right && r != '‚' && !p.pluralPossessive(k) {
		p.single = -1
		return kindClose
	}
	mayOpen := r != '’' && r != '›' || r == '›' && p.single < 0
	if mayOpen && !left && right && p.single < 0 && !p.elision(k) && p.nextCloser(k+1)-k < maxSingle {
		p.single = k
		return kindOpen
	}
	return kindPunct
}

// dropSingle makes an apostrophe of a single mark that opened and did not close.
func (p *pairing) dropSingle() {
	if p.single >= 0 {
		p.toks[p.single].kind = kindPunct
		p.single = -1
	}
}

// elision reports whether the mark at k stands for letters left out: '70s, 'em, rock 'n' roll.
func (p *pairing) elision(k int) bool {
	if word := p.str(k + 1); p.toks[k+1].kind == kindNumber {
		return len(strings.TrimSuffix(word, "s")) == 2
	}
	if k+2 < p.to && !p.toks[k+2].spaced && p.toks[k+2].kind == kindPunct && !p.oneMark(k+2, ",;:)") {
		return false // ‘n***’ is a word with letters struck out
	}
	return slices.ContainsFunc(elisions, func(word string) bool { return p.is(k+1, word) })
}

// pluralPossessive reports whether the mark at k, inside a quotation, is that of “the workers’ strike”: after an
// s, before a word in lower case, with a later mark to close the quotation.
func (p *pairing) pluralPossessive(k int) bool {
	if p.text[p.toks[k].start-1]|0x20 != 's' || k+1 >= p.to || !p.toks[k+1].spaced || p.toks[k+1].shape != shapeLower {
		return false
	}
	return p.nextCloser(k)-k < maxSingle
}

// nextCloser is the first token after k where a single mark may close, or one out of reach.
func (p *pairing) nextCloser(k int) int {
	for p.closer <= k || p.closer < p.to && !p.mayClose(p.closer) {
		p.closer++
	}
	if p.closer >= p.to {
		return p.to + maxSingle
	}
	return p.closer
}

// mayClose reports whether token j is a single mark right after a word or stop that no letter follows.
func (p *pairing) mayClose(j int) bool {
	t := p.toks[j]
	if t.kind != kindQuote || t.spaced || p.isDouble(j) || p.firstRune(j) == '‚' {
		return false
	}
	return j+1 >= p.to || p.toks[j+1].spaced || !isWordToken(p.toks[j+1])
}

// findQuotations records the quotations of all blocks and marks the tokens in them.
func (a *analysis) findQuotations() {
	carried := false
	for i := range a.blocks {
		carried = a.quotationsOf(i, carried)
	}
}

// quotationsOf records the quotations of block i. carried is set when one of the block before is still open
// though this block does not open it again; the result is the same for the next block.
func (a *analysis) quotationsOf(i int, carried bool) bool {
	b := a.blocks[i]
	open, depth, nested := -1, 0, a.balanced(b)
	for k := b.from; k < b.to; k++ {
		switch a.toks[k].kind {
		case kindOpen:
			carried = false
			switch {
			case open < 0:
				open, depth = k, 1
			case !a.sameQuotes(open, k):
			case nested:
				depth++
			default:
				a.addQuotation(quotation{from: open, to: min(k, a.sentenceEnd(open)), block: i})
				open = k
			}
		case kindClose:
			if carried && a.isDouble(k) {
				a.addQuotation(quotation{from: b.from, to: k + 1, block: i, closed: true})
			}
			carried = false
			if open < 0 || !a.sameQuotes(open, k) {
				continue
			}
			if depth--; depth == 0 {
				a.addQuotation(quotation{from: open, to: k + 1, block: i, closed: true})
				open = -1
			}
		}
	}
	if open < 0 || !a.isDouble(open) {
		return false
	}
	end := a.sentenceEnd(open)
	again := i+1 < len(a.blocks) && a.toks[b.to].kind == kindOpen && a.sameQuotes(open, b.to)
	if again || open == b.from {
		end = b.to
	}
	a.addQuotation(quotation{from: open, to: end, block: i})
	return !again
}

// balanced reports whether b closes as many double quotations as it opens: then one inside another is meant.
func (a *analysis) balanced(b block) bool {
	depth := 0
	for k := b.from; k < b.to; k++ {
		switch a.toks[k].kind {
		case kindOpen:
			if a.isDouble(k) {
				depth++
			}
		case kindClose:
			if a.isDouble(k) {
				depth--
			}
			if depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// sameQuotes reports whether the marks at i and j are both double or both single.
func (a *analysis) sameQuotes(i, j int) bool { return a.isDouble(i) == a.isDouble(j) }

// sentenceEnd is the end, in tokens, of the sentence that holds token k.
func (a *analysis) sentenceEnd(k int) int {
	s, _ := slices.BinarySearchFunc(a.sents, k, func(s sentence, k int) int { return s.to - k - 1 })
	return a.sents[s].to
}

func (a *analysis) addQuotation(q quotation) {
	for k := q.from; k < q.to; k++ {
		a.toks[k].quoted = true
	}
	a.quotes = append(a.quotes, q)
}

// quotationAt is the index of the quotation that holds token k, or -1.
func (a *analysis) quotationAt(k int) int {
	q, _ := slices.BinarySearchFunc(a.quotes, k, func(q quotation, k int) int { return q.to - k - 1 })
	if q < len(a.quotes) && a.quotes[q].from <= k {
		return q
	}
	return -1
}
