package splitter

import (
	"math"
	"strings"
)

// numberWords is the number in words that begins at token k: "three dozen", "a million", "two-thirds", "one in
// five", "hundreds of thousands".
func (a *analysis) numberWords(k, to int) amount {
	none := amount{end: k}
	if a.toks[k].kind != kindWord {
		return none
	}
	switch {
	case (a.is(k, "a") || a.is(k, "an")) && k+1 < to:
		return a.article(k, to)
	case a.is(k, "several") && k+1 < to && a.lookFigure(k+1).scale > 0:
		return a.vague(k, k+1, to)
	case a.is(k, "half"):
		return a.half(k, to)
	case a.is(k, "quarter") && k+1 < to && a.lookFigure(k+1).scale > 1000:
		return a.scale(amount{end: k + 1, value: 0.25, base: 0.25, rule: "figure/fraction"}, to)
	}
	w := a.lookFigure(k)
	switch {
	case w.scale > 0 && len(a.str(k)) > 3:
		return a.vague(k, k, to)
	case w.counted:
		return a.counting(k, to)
	case w.ordinal > 2 && w.unit == unitNone:
		if a.ordinalPlace(k, to) {
			return amount{end: k + 1, value: float64(w.ordinal), base: float64(w.ordinal), ordinal: true, rule: "figure/ordinal"}
		}
	case strings.IndexByte(a.str(k), '-') > 0:
		return a.hyphened(k, to)
	}
	return none
}

// article is a number that begins with "a": "a million", "a dozen", "a third of", "a few hundred".
func (a *analysis) article(k, to int) amount {
	w := a.lookFigure(k + 1)
	switch {
	case a.is(k+1, "few") && k+2 < to && a.lookFigure(k+2).scale > 0:
		return a.vague(k, k+2, to)
	case w.scale > 0 && len(a.str(k+1)) > 3:
		one := a.scale(amount{end: k + 1, value: 1, base: 1, rule: "figure/words"}, to)
		return a.tail(one, to)
	case a.is(k+1, "quarter") && k+2 < to && a.lookFigure(k+2).scale > 1000:
		return a.scale(amount{end: k + 2, value: 0.25, base: 0.25, rule: "figure/fraction"}, to)
	case w.parts > 1 && k+2 < to && a.is(k+2, "of"):
		return amount{end: k + 2, value: 1 / w.parts, base: 1 / w.parts, rule: "figure/fraction"}
	case a.is(k+1, "half-million"):
		return amount{end: k + 2, value: 5e5, base: 0.5, scaled: true, rule: "figure/fraction"}
	default:
		return amount{end: k}
	}
}

// vague is a number that is not told: "dozens", "hundreds of thousands", "several hundred". Its scale is token at.
func (a *analysis) vague(k, at, to int) amount {
	end := at + 1
	for end < to {
		switch {
		case a.lookFigure(end).scale > 0 && len(a.str(end)) > 3:
			end++
		case a.is(end, "of") && end+1 < to && a.lookFigure(end+1).scale > 0 && len(a.str(end+1)) > 3:
			end += 2
		default:
			return amount{end: end, vague: true, rule: "figure/vague"}
		}
	}
	return amount{end: end, vague: true, rule: "figure/vague"}
}

// half is "half a million", "half a dozen", "half the", but not "half an hour" and "the first half".
func (a *analysis) half(k, to int) amount {
	n := amount{end: k + 1, value: 0.5, base: 0.5, rule: "figure/fraction"}
	at := k + 1
	if at < to && a.is(at, "a") {
		at++
	}
	if at < to && a.lookFigure(at).scale > 0 && len(a.str(at)) > 3 {
		n.end = at
		return a.scale(n, to)
	}
	if at == k+1 && at < to && (a.is(at, "of") || a.is(at, "the") || a.has(at, setDet) || a.has(at, setRole)) &&
		!a.is(at, "an") && (k == 0 || !a.is(k-1, "the") && a.lookFigure(k-1).ordinal == 0) {
		return n
	}
	return amount{end: k}
}

// counting is a number of cardinal words: "one hundred and sixteen", "twenty-one million three hundred".
func (a *analysis) counting(k, to int) amount {
	if a.loneOne(k, to) {
		return amount{end: k}
	}
	w := a.lookFigure(k)
	n := amount{end: k + 1, value: w.number, base: w.number, rule: "figure/words"}
	if w.number >= 20 && n.end < to {
		if ones := a.lookFigure(n.end); ones.counted && ones.number > 0 && ones.number < 10 {
			n.value, n.base, n.end = n.value+ones.number, n.value+ones.number, n.end+1
		}
	}
	if part := a.parts(n, to); part.end > n.end {
		return part
	}
	return a.ratio(a.tail(a.scale(n, to), to), to)
}

// tail adds what follows a scale: "one hundred and sixteen", "four thousand three hundred".
func (a *analysis) tail(n amount, to int) amount {
	for n.scaled && n.end < to {
		at := n.end
		if a.is(at, "and") && at+1 < to {
			at++
		}
		w := a.lookFigure(at)
		hyphened := 0.0
		if !w.counted {
			hyphened = tensAndOnes(a.str(at))
		}
		if !w.counted && hyphened == 0 || w.number == 0 && hyphened == 0 {
			return n
		}
		more := amount{end: at + 1, value: w.number + hyphened, base: w.number + hyphened}
		if ones := a.lookFigure(more.end); w.number >= 20 && more.end < to && ones.counted && ones.number > 0 && ones.number < 10 {
			more.value, more.end = more.value+ones.number, more.end+1
		}
		more = a.scale(more, to)
		if more.value >= n.value || at > n.end && more.scaled && more.value >= 1000 {
			return n
		}
		n.value, n.exact, n.end = n.value+more.value, "", more.end
		for n.end < to && a.lookFigure(n.end).scale > 100 && len(a.str(n.end)) > 3 {
			n.value, n.end = n.value*a.lookFigure(n.end).scale, n.end+1
		}
	}
	return n
}

// parts is "two thirds", "three quarters of a million"; its end is that of n when there is no such word.
func (a *analysis) parts(n amount, to int) amount {
	if n.end >= to {
		return n
	}
	w := a.lookFigure(n.end)
	plural := w.parts > 1 && w.ordinal == 0
	if !plural && !(n.value == 1 && w.parts > 2 && n.end+1 < to && a.is(n.end+1, "of")) || a.is(n.end, "half") {
		return n
	}
	if a.is(n.end, "quarters") && n.value > 3 {
		return n // of a year
	}
	v := n.value / w.parts
	part := amount{end: n.end + 1, value: v, base: v, rule: "figure/fraction"}
	if at := part.end; at+2 < to && a.is(at, "of") && a.is(at+1, "a") && a.lookFigure(at+2).scale > 100 {
		part.end = at + 2
	}
	return a.scale(part, to)
}

// ratio is "one in five", "three out of four"; not what happened "three in four days".
func (a *analysis) ratio(n amount, to int) amount {
	at := n.end
	if at+2 < to && a.is(at, "out") && a.is(at+1, "of") {
		at++
	} else if at+1 >= to || !a.is(at, "in") {
		return n
	}
	if n.scaled || n.vague || n.ordinal || n.upper > 0 || n.value < 1 || n.value != math.Trunc(n.value) {
		return n
	}
	whole := a.lookFigure(at + 1).number
	if a.toks[at+1].kind == kindNumber {
		if d, ok := parseDigits(a.str(at + 1)); ok && !d.ordinal {
			whole = d.value
		}
	}
	if whole <= n.value || at+2 < to && a.lookFigure(at+2).unit != unitNone || a.yearLike(at+1) {
		return n
	}
	v := n.value / whole
	return amount{end: at + 2, value: v, base: v, rule: "figure/ratio"}
}

// hyphened is a number in one word with hyphens: "twenty-one", "two-thirds", "half-million", "five-year".
func (a *analysis) hyphened(k, to int) amount {
	word := a.str(k)
	head, rest, _ := strings.Cut(word, "-")
	w := findFigureWord(head)
	next, more, _ := strings.Cut(rest, "-")
	second := findFigureWord(next)
	n := amount{end: k + 1, value: w.number, base: w.number, rule: "figure/words"}
	switch {
	case tensAndOnes(head+"-"+next) > 0:
		n.value = tensAndOnes(head + "-" + next)
		n.base = n.value
		if more != "" {
			return n
		}
		if part := a.parts(n, to); part.end > n.end {
			return part
		}
		return a.ratio(a.tail(a.scale(n, to), to), to)
	case w.counted && second.parts > 1 && second.parts != 60:
		n.value, n.rule = w.number/second.parts, "figure/fraction"
		n.base = n.value
		return n
	case (w.counted || w.parts == 2) && second.scale > 0:
		if w.parts == 2 {
			n.value, n.rule = 0.5, "figure/fraction"
		}
		n.base, n.value, n.scaled = n.value, n.value*second.scale, true
		return n
	case w.counted && (second.unit != unitNone || second.currency != "" || measures.holds(next)):
		return n
	default:
		return amount{end: k}
	}
}

// tensAndOnes is the value of "twenty-one", 0 when word is no such number.
func tensAndOnes(word string) float64 {
	head, rest, ok := strings.Cut(word, "-")
	if !ok {
		return 0
	}
	tens, ones := findFigureWord(head), findFigureWord(rest)
	if !tens.counted || tens.number < 20 || !ones.counted || ones.number < 1 || ones.number > 9 {
		return 0
	}
	return tens.number + ones.number
}

// loneOne reports a "one" that counts nothing: "one of them", "no one", "which one".
func (a *analysis) loneOne(k, to int) bool {
	if !a.is(k, "one") {
		return false
	}
	if k > 0 && (a.is(k-1, "minus") || a.is(k-1, "negative")) {
		return false
	}
	if k+3 < to && a.is(k+1, "and") && a.is(k+2, "a") && a.lookFigure(k+3).parts > 0 {
		return false
	}
	if k > 0 && (a.has(k-1, setDet) || a.is(k-1, "no") || a.is(k-1, "which") || a.is(k-1, "another")) || k+1 >= to {
		return true
	}
	next := a.lookFigure(k + 1)
	if next.scale > 0 || next.parts > 0 || a.is(k+1, "percent") || a.is(k+1, "per") || next.unit >= unitWeek {
		return false
	}
	if a.is(k+1, "in") || a.is(k+1, "out") {
		return k+2 >= to || a.toks[min(k+2, to-1)].kind != kindNumber && !a.lookFigure(k+2).counted && !a.is(k+2, "of")
	}
	const other = setPrep | setDet | setPronoun | setAux | setModal | setAnd | setSub | setAdverb | setNot | setFinite | setCue
	return a.toks[k+1].kind != kindWord || a.toks[k+1].shape != shapeLower || a.has(k+1, other) || a.oneOf(k+1, oneWords)
}

// ordinalPlace reports whether the ordinal at k tells a place in a row: "her third term", "the fourth time".
func (a *analysis) ordinalPlace(k, to int) bool {
	return k > 0 && a.has(k-1, setDet) && !a.is(k-1, "a") && k+1 < to && a.toks[k+1].kind == kindWord &&
		a.toks[k+1].shape == shapeLower && !a.has(k+1, setPrep|setAnd|setAux|setModal)
}
