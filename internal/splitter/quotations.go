package splitter

import "slices"

// quotation is direct speech or a quoted phrase, from its opening to its closing mark, both included. One that
// does not close runs to the end of its block.
type quotation struct {
	from, to int // tokens, half-open
	block    int
	// closed is set when the closing mark is there.
	closed bool
	// used is set when an attribution holds it.
	used bool
}

// pairQuotes decides for the quotation marks among tokens [from,to) which open and which close.
func (a *analysis) pairQuotes(from, to int) {
	double, single := false, false
	for k := from; k < to; k++ {
		t := &a.toks[k]
		switch {
		case t.kind == kindOpen:
			double = true
		case t.kind == kindClose:
			double = false
		case a.mark(k, '"'), a.str(k) == "''", a.str(k) == "``":
			before := t.spaced || k > from && a.opensBracket(k-1)
			after := k+1 < to && !a.toks[k+1].spaced
			open := !double
			if before != (k+1 >= to || a.toks[k+1].spaced) {
				open = before && after
			}
			t.kind, double = kindClose, open
			if open {
				t.kind = kindOpen
			}
		case a.str(k) == "'" || a.str(k) == "‘" || a.str(k) == "’":
			if open := a.opensSingle(k, to); open && !single && a.closesLater(k, to) {
				t.kind, single = kindOpen, true
			} else if single && !open && (k+1 == to || !isWordToken(a.toks[k+1]) || a.toks[k+1].spaced) {
				t.kind, single = kindClose, false
			}
		}
	}
}

func (a *analysis) opensBracket(k int) bool {
	return a.mark(k, '(') || a.mark(k, '[') || a.toks[k].kind == kindOpen || a.str(k) == "—" || a.str(k) == "–"
}

func isWordToken(t token) bool { return t.kind == kindWord || t.kind == kindNumber }

// opensSingle reports whether the single mark at k stands as an opening one does.
func (a *analysis) opensSingle(k, to int) bool {
	t := a.toks[k]
	return a.str(k) != "’" && (t.spaced || k > 0 && a.toks[k-1].kind == kindOpen) && k+1 < to && !a.toks[k+1].spaced
}

// closesLater reports whether a single mark after k closes the one at k: one that follows a word or stop
// without a space and comes before a space or mark.
func (a *analysis) closesLater(k, to int) bool {
	for j := k + 2; j < min(to, k+120); j++ {
		if s := a.str(j); s != "'" && s != "’" || a.toks[j].spaced {
			continue
		}
		if j+1 == to || a.toks[j+1].spaced || !isWordToken(a.toks[j+1]) {
			return true
		}
	}
	return false
}

// findQuotations records the quotations of block i and marks the tokens in them.
func (a *analysis) findQuotations(i int) {
	b := a.blocks[i]
	open := -1
	for k := b.from; k < b.to; k++ {
		switch a.toks[k].kind {
		case kindOpen:
			if open < 0 {
				open = k
			}
		case kindClose:
			if open >= 0 && a.closes(open, k) {
				a.addQuotation(quotation{from: open, to: k + 1, block: i, closed: true})
				open = -1
			}
		}
	}
	if open >= 0 && a.str(open) != "'" && a.str(open) != "‘" {
		a.addQuotation(quotation{from: open, to: b.to, block: i})
	}
}

// closes reports whether the closing mark at k is of the same kind as the opening one at open.
func (a *analysis) closes(open, k int) bool {
	single := func(s string) bool { return s == "'" || s == "‘" || s == "’" }
	return single(a.str(open)) == single(a.str(k))
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
