package splitter

// figure is the number, sum, percentage or date that begins at token k, before to; its end is 0 when there is
// none.
func (a *analysis) figure(k, to int) entity {
	if e := a.date(k, to); e.to > k {
		return e
	}
	e := entity{from: k, core: k, person: -1, typ: EntityNumber}
	at := k
	money := a.currencySign(at)
	if money {
		at++
	}
	end := a.number(at, to)
	if end == at {
		return entity{}
	}
	switch {
	case money:
		e.typ = EntityMoney
	case end < to && a.has(end, setMoney):
		e.typ = EntityMoney
		end++
	case end < to && (a.mark(end, '%') || a.is(end, "percent") || a.is(end, "percentage")):
		e.typ = EntityPercent
		end++
		if end < to && (a.is(end, "points") || a.is(end, "point")) {
			end++
		}
	case end+1 < to && a.is(end, "per") && a.is(end+1, "cent"):
		e.typ = EntityPercent
		end += 2
	}
	e.to = end
	return e
}

func (a *analysis) currencySign(k int) bool {
	switch a.str(k) {
	case "$", "€", "£", "¥", "₹", "₽", "US$":
		return true
	default:
		return false
	}
}

// number is the end of the number that begins at token k: figures, number words, and "million".
func (a *analysis) number(k, to int) int {
	end := k
	for end < to {
		t := a.toks[end]
		switch {
		case t.kind == kindNumber && (end == k || a.has(end-1, setNumber)):
		case end == k && a.has(k, setNumber) && !a.loneOne(k, to):
		case end > k && a.has(end, setNumber|setUnit):
		case end > k && a.is(end, "and") && end+1 < to && a.has(end+1, setNumber) && a.has(end-1, setUnit):
		default:
			return end
		}
		end++
	}
	return end
}

// loneOne reports a "one" or "second" that counts nothing: "one of them".
func (a *analysis) loneOne(k, to int) bool {
	return a.is(k, "one") && (k+1 == to || a.toks[k+1].kind != kindWord || !a.has(k+1, setUnit)) ||
		a.is(k, "quarter") || a.is(k, "third")
}

// date is the date that begins at token k: "July 21, 2017", "21 July", "Monday", "1951", "last year".
func (a *analysis) date(k, to int) entity {
	at := k
	if a.has(k, setDay) && a.name(k) {
		at++
		if at+1 < to && a.mark(at, ',') && a.has(at+1, setMonth) && a.name(at+1) {
			at++
		}
	}
	end := at
	switch {
	case at < to && a.month(at) && (at > k || at+1 < to && a.toks[at+1].kind == kindNumber || !a.is(at, "may") && !a.is(at, "march")):
		end = a.monthDate(at, to)
	case at+1 < to && a.dayNumber(at) && a.month(at+1):
		end = a.monthDate(at+1, to)
	case at == k && a.year(k):
		end = k + 1
	case at == k && a.has(k, setTime) && a.relativeDay(k, to):
		end = k + 1
		if a.is(k, "last") || a.is(k, "next") {
			end = k + 2
		}
	}
	if end == k {
		return entity{}
	}
	return entity{from: k, to: end, core: k, person: -1, typ: EntityDate}
}

func (a *analysis) relativeDay(k, to int) bool {
	if a.is(k, "last") || a.is(k, "next") {
		return k+1 < to && (a.has(k+1, setDay|setMonth) || a.is(k+1, "year") || a.is(k+1, "month") || a.is(k+1, "week"))
	}
	return a.is(k, "yesterday") || a.is(k, "today") || a.is(k, "tomorrow") || a.is(k, "tonight")
}

func (a *analysis) month(k int) bool { return a.has(k, setMonth) && a.name(k) }

// monthDate is the end of a date whose month is token k: the day and year after it are part of it.
func (a *analysis) monthDate(k, to int) int {
	end := k + 1
	if end < to && a.dayNumber(end) {
		end++
	}
	if end+1 < to && a.mark(end, ',') && a.year(end+1) {
		return end + 2
	}
	if end < to && a.year(end) {
		end++
	}
	return end
}

// dayNumber reports "21" or "21st".
func (a *analysis) dayNumber(k int) bool {
	word := a.str(k)
	if a.toks[k].kind != kindNumber || len(word) > 4 {
		return false
	}
	digits := 0
	for digits < len(word) && isDigit(word[digits]) {
		digits++
	}
	rest := word[digits:]
	return digits <= 2 && (rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th")
}

// year reports a year from 1500 to 2099, or a decade.
func (a *analysis) year(k int) bool {
	word := a.str(k)
	if len(word) == 5 && word[4] == 's' {
		word = word[:4]
	}
	if a.toks[k].kind != kindNumber || len(word) != 4 || word[0] != '1' && word[0] != '2' {
		return false
	}
	for i := range len(word) {
		if !isDigit(word[i]) {
			return false
		}
	}
	return word >= "1500" && word < "2100"
}

// figureRules are the rules for figures.
var figureRules = []RuleNote{}
