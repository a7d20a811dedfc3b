package splitter

import (
	"strings"
	"unicode"
)

// figure is the number, sum, percentage or date that begins at token k, before to; its end is 0 when there is
// none. A finding keeps the words that make the value and no more: not "the", "about" or "since".
func (a *analysis) figure(k, to int) entity {
	if !a.mayBeFigure(k, to) {
		return entity{}
	}
	if e := a.date(k, to); e.to > k {
		return e
	}
	return a.quantity(k, to)
}

// mayBeFigure reports whether a figure or date may begin at token k. It keeps most tokens from being looked at
// more closely.
func (a *analysis) mayBeFigure(k, to int) bool {
	t := a.toks[k]
	switch t.kind {
	case kindNumber:
		return true
	case kindWord:
		if t.words&setFigure != 0 {
			return true
		}
		hyphens := (t.words == 0 || t.words&setNumber != 0) && hyphened(a.str(k))
		next := k + 1
		if next >= to {
			return hyphens
		}
		return t.end-t.start <= 2 && t.words&setDet != 0 && a.has(next, setFigure) || hyphens ||
			a.mark(next, '$') && !a.toks[next].spaced
	case kindPunct:
		c := a.text[t.start]
		return c == '$' || c == '-' || c == '\'' || c >= 0x80
	default:
		return false
	}
}

// hyphened reports a hyphen inside word.
func hyphened(word string) bool {
	for i := 1; i < len(word)-1; i++ {
		if word[i] == '-' {
			return true
		}
	}
	return false
}

// newFigure is the figure of tokens [from,to).
func newFigure(from, to int, typ EntityType, value string, rule Rule) entity {
	return entity{from: from, core: from, to: to, person: -1, typ: typ, value: value, rule: rule}
}

// quantity is the number, sum or percentage that begins at token k, or the range of them.
func (a *analysis) quantity(k, to int) entity {
	first, ok := a.measured(k, to)
	if !ok {
		return entity{}
	}
	at := a.rangeJoint(first, k, to)
	if at == 0 {
		return first.entity(k)
	}
	second, ok := a.measured(at, to)
	if !ok || second.n.ordinal != first.n.ordinal {
		return first.entity(k)
	}
	return a.joined(first, second, k, at)
}

// sized is an amount with what it is of: a percentage, a sum of money, or neither.
type sized struct {
	n    amount
	end  int
	typ  EntityType
	code string
	// coins is how many of what is counted make one of code: 100 cents.
	coins float64
	rule  Rule
}

// measured is the amount that begins at token k with its sign or unit.
func (a *analysis) measured(k, to int) (sized, bool) {
	code, coins, at := a.currencyBefore(k, to)
	n := a.readNumber(at, to)
	if n.end == at {
		return sized{}, false
	}
	s := sized{n: n, end: n.end, typ: EntityNumber, rule: n.rule, code: code, coins: coins}
	if code != "" {
		if !n.scaled && n.end == at+1 && endsWithM(a.str(at)) {
			n.value, n.exact, n.scaled = n.value*1e6, "", true
			s.n = n
		}
		s.typ, s.rule = EntityMoney, "figure/money-sign"
		if c, _, end := a.currencyAfter(s.end, to); c == code && a.toks[s.end].kind == kindWord {
			s.end = end
		}
		return s, true
	}
	if n.ordinal {
		return s, true
	}
	if s.unitInWord(a.str(n.end - 1)) {
		return s, true
	}
	if end := a.percentAfter(n.end, to); end > n.end {
		s.typ, s.end, s.rule = EntityPercent, end, "figure/percent"
		return s, true
	}
	at = n.end
	if n.vague && at < to && a.is(at, "of") {
		at++
	}
	if code, coins, end := a.currencyAfter(at, to); code != "" && end > at && (at == n.end || a.toks[at].kind == kindWord) &&
		!a.weight(k, at, n) {
		s.typ, s.end, s.code, s.coins, s.rule = EntityMoney, end, code, coins, "figure/money-word"
	}
	return s, true
}

// weight reports pounds at token at that are weighed, not paid: a small number of them, or "weighs 2,000 pounds".
func (a *analysis) weight(k, at int, n amount) bool {
	if !a.is(at, "pounds") && !a.is(at, "pound") {
		return false
	}
	for i := max(0, k-4); i < k; i++ {
		if a.oneOf(i, weighWords) {
			return true
		}
	}
	return n.value < 1000 && !n.vague && !(at+1 < len(a.toks) && (a.is(at+1, "sterling") || a.mark(at+1, '(')))
}

// unitInWord reads the unit that hangs on to the number in word: "12-cent", "115USD", "5-percent".
func (s *sized) unitInWord(word string) bool {
	at := strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) })
	if hyphen := strings.IndexByte(word, '-'); at <= 0 || !isDigit(word[0]) && hyphen < 0 {
		return false
	} else if hyphen > 0 {
		at = hyphen + 1
	}
	for part := range strings.SplitSeq(word[at:], "-") {
		w := findFigureWord(part)
		switch {
		case part == "percent" || part == "percentage":
			s.typ, s.rule = EntityPercent, "figure/percent"
			return true
		case w.currency != "" && w.scale == 0 && len(part) > 2:
			s.typ, s.code, s.coins, s.rule = EntityMoney, w.currency, w.coins, "figure/money-word"
			return true
		}
	}
	return false
}

// endsWithM reports "4.3m", which is millions where money is meant.
func endsWithM(word string) bool {
	return word[len(word)-1] == 'm' && isDigit(word[max(0, len(word)-2)])
}

// percentAfter is the end of "%", "percent", "per cent" or "percentage points" at token k, or k.
func (a *analysis) percentAfter(k, to int) int {
	if k < to && a.mark(k, '-') && !a.toks[k].spaced && k+1 < to {
		if end := a.percentAfter(k+1, to); end > k+1 {
			return end
		}
	}
	switch {
	case k >= to:
		return k
	case a.mark(k, '%'), a.is(k, "percent"), a.is(k, "pct"), a.is(k, "percentage"), a.is(k, "percents"):
		k++
	case k+1 < to && a.is(k, "per") && (a.is(k+1, "cent") || a.is(k+1, "cents")):
		k += 2
	default:
		return k
	}
	if k < to && (a.is(k, "points") || a.is(k, "point") || a.is(k, "percentage-point")) {
		k++
	}
	return k
}

// entity is s from token k.
func (s sized) entity(k int) entity {
	value := s.n.decimal()
	if s.typ == EntityMoney {
		value = moneyValue(s.n, s.code, s.coins)
	}
	return newFigure(k, s.end, s.typ, value, s.rule)
}

// rangeJoint is where the second number of a range begins whose first, from token k, is s; 0 when there is no
// range: "5 to 10 percent", "between 5 and 10", "5–10".
func (a *analysis) rangeJoint(s sized, k, to int) int {
	at := s.end
	if at+1 >= to {
		return 0
	}
	switch {
	case a.is(at, "and"):
		if k == 0 || !a.is(k-1, "between") {
			return 0
		}
	case a.is(at, "to"), a.is(at, "or"):
	case !a.toks[at].spaced && !a.toks[at+1].spaced && a.rangeDash(at):
	default:
		return 0
	}
	return at + 1
}

// rangeDash reports a hyphen or dash at token k, as between two numbers.
func (a *analysis) rangeDash(k int) bool {
	switch a.str(k) {
	case "-", "–", "—", "‑":
		return true
	default:
		return false
	}
}

// joined is the range from first, at token k, to second, at token at. Where the two are no range, or the words say
// from what a figure went to what, it is first alone, in the unit of second.
func (a *analysis) joined(first, second sized, k, at int) entity {
	bare := first.typ == EntityNumber
	if bare && second.typ != EntityNumber {
		first.typ, first.code, first.coins, first.rule = second.typ, second.code, second.coins, second.rule
	}
	if first.typ == EntityMoney && second.typ == EntityNumber && !a.is(at-1, "or") {
		second.typ, second.code, second.coins = first.typ, first.code, first.coins
	}
	if first.typ != second.typ || first.code != second.code || first.n.vague || second.n.vague || first.n.upper+second.n.upper > 0 {
		return first.entity(k)
	}
	if second.n.scaled && !first.n.scaled && first.n.value < second.n.base {
		first.n.value, first.n.exact = first.n.value*second.n.value/second.n.base, ""
	}
	changes := k > 0 && a.is(k-1, "from") && a.is(at-1, "to")
	plain := first.typ == EntityNumber && (a.is(at-1, "to") || a.is(at-1, "or"))
	if changes || plain || first.n.value >= second.n.value {
		return first.entity(k)
	}
	low, high := first.n.decimal(), second.n.decimal()
	if first.typ == EntityMoney {
		low, high = decimal(first.n.value/first.coins), moneyValue(second.n, second.code, second.coins)
	}
	return newFigure(k, second.end, first.typ, low+"/"+high, "figure/range")
}

// figureRules are the rules for figures.
var figureRules = []RuleNote{
	{"figure/digits", "A number in figures.", "The storm hit 1,200 houses."},
	{"figure/scaled", "Figures with the word or letter that multiplies them.", "The storm hit 4.3 million people."},
	{"figure/words", "A number in words.", "The storm hit three dozen houses and twenty-one farms."},
	{"figure/vague", "A number that is not told exactly; it has no value.", "The storm hit hundreds of thousands of houses."},
	{"figure/fraction", "A part, in words or with a stroke.", "The storm hit two-thirds of the houses."},
	{"figure/ratio", "So many of so many.", "The storm hit one in five houses."},
	{"figure/ordinal", "A place in a row.", "It was the 21st storm of the season."},
	{"figure/result", "Two numbers with a hyphen that do not rise, such as a result; they have no value.", "The court upheld the ban in a 5-4 ruling."},
	{"figure/range", "From one number to a higher one.", "Prices rose by between 5 and 10 percent."},
	{"figure/percent", "A number with a percent sign or word.", "Prices rose by 4.3 per cent."},
	{"figure/money-sign", "A number after the sign or code of a currency.", "The harbour cost $4.3m."},
	{"figure/money-word", "A number before the name or code of a currency.", "The harbour cost 10 million Australian dollars."},
	{"figure/month-day", "A month and its day, perhaps with the year.", "The harbour opened on July 21, 2017."},
	{"figure/day-month", "A day and its month, perhaps with the year.", "The harbour opened on 21 July 2017."},
	{"figure/month", "A month, perhaps with the year.", "The harbour opened in July 2017."},
	{"figure/date-figures", "A date in figures alone.", "The harbour opened on 21/07/2017."},
	{"figure/date-range", "From one date to another.", "The harbour was built between 2015 and 2017."},
	{"figure/year", "Four figures that can be a year.", "The harbour opened in 2017."},
	{"figure/decade", "Ten years, by the figures of the first.", "The harbour opened in the mid-1990s."},
	{"figure/century", "A hundred years, by their number.", "The harbour opened in the 19th century."},
	{"figure/season", "A season of a year.", "The harbour opened in the spring of 2017."},
	{"figure/quarter", "A quarter or half of a year.", "Prices fell in the first quarter of 2019."},
	{"figure/holiday", "A day with a name of its own.", "The harbour opened on Christmas Eve."},
	{"figure/weekday", "A day of the week: the last one before publication, or the next when the words look ahead.", "The harbour opened on Monday."},
	{"figure/day-word", "A day counted from publication by a single word.", "The harbour opened yesterday."},
	{"figure/this-stretch", "The week, month or year of publication, or the one before or after it.", "The harbour opened last month."},
	{"figure/past-stretch", "A stretch of time up to publication or from it on.", "The harbour grew in the past two years."},
	{"figure/ago", "A time so far before publication.", "The harbour opened three years ago."},
	{"figure/ahead", "A time so far after publication.", "The harbour will open in two weeks."},
	{"figure/day", "A day without its month: the last one before publication, or the next when the words look ahead.", "The harbour opened on the 5th."},
	{"figure/told-day", "A time counted from one told of before; it has no value.", "The harbour opened the next day."},
}
