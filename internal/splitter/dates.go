package splitter

import "strings"

// dateParts are the parts of a date of the calendar that the text gives; 0 is none.
type dateParts struct {
	end                       int // the token after it; 0 when there is no date
	year, month, day, weekday int
	// lastDay is the end of a range of days in one month: "July 1-5".
	lastDay int
	season  int
	// value is the value of what has no parts: decades, intervals.
	value string
	rule  Rule
}

// date is the date that begins at token k: "July 21, 2017", "21/07/2017", "the 1990s", "last Tuesday", or a range.
func (a *analysis) date(k, to int) entity {
	if k > 0 && (a.is(k-1, "every") || a.is(k-1, "each")) {
		return entity{} // a day that comes again and again is none
	}
	if e := a.relativeDate(k, to); e.to > k {
		return e
	}
	at := k
	if a.lookFigure(k).stage && k+1 < to {
		at++ // "early July"
		if a.mark(at, '-') {
			at++
		}
	}
	first := a.calendarDate(at, to)
	if first.end == 0 {
		return entity{}
	}
	if joint := a.dateJoint(first.end, k, to); joint > 0 {
		if second := a.calendarDate(joint, to); second.end > 0 && second.value == "" && first.value == "" {
			return newFigure(k, second.end, EntityDate, a.dateRange(first, second, k), "figure/date-range")
		}
	}
	return newFigure(k, first.end, EntityDate, a.dateValue(first, k), first.rule)
}

// dateJoint is where the second date of a range begins, or 0: "July 1 to July 5", "between 2015 and 2017".
func (a *analysis) dateJoint(end, k, to int) int {
	if end+1 >= to {
		return 0
	}
	before := k > 0 && (a.is(k-1, "between") || k > 1 && a.is(k-1, "the") && a.is(k-2, "between"))
	switch {
	case a.is(end, "to"), a.is(end, "until"), a.is(end, "till"), a.is(end, "through"), before && a.is(end, "and"):
	case a.rangeDash(end) && (!a.toks[end].spaced || a.toks[end-1].kind == kindNumber && a.toks[end+1].kind == kindNumber):
	default:
		return 0
	}
	return end + 1
}

// calendarDate is the date of the calendar that begins at token k.
func (a *analysis) calendarDate(k, to int) dateParts {
	if k >= to {
		return dateParts{}
	}
	if a.toks[k].kind == kindNumber {
		if d := a.figuresDate(k, to); d.end > 0 {
			return d
		}
	}
	at, weekday := a.weekdayAt(k, to)
	if at < to {
		for _, read := range [...]func(int, int) dateParts{a.monthFirst, a.dayFirst} {
			if d := read(at, to); d.end > 0 {
				d.weekday = weekday
				return d
			}
		}
	}
	w := a.lookFigure(k)
	switch {
	case a.dayOnly(k, to):
		return dateParts{end: k + 1, day: dayOfMonth(a.str(k)), rule: "figure/day"}
	case weekday > 0 && !w.short:
		return a.weekdayDate(k, weekday, to)
	case a.toks[k].kind == kindNumber && a.yearLike(k) && !a.countsThings(k, to):
		return a.yearDate(k, to)
	case w.season > 0 || a.is(k, "fall"):
		return a.seasonDate(k, to)
	default:
		return a.otherDate(k, to)
	}
}

// dayOnly reports a day without its month at token k: "on the 5th", but not "on the 5th floor".
func (a *analysis) dayOnly(k, to int) bool {
	if k < 2 || a.toks[k].kind != kindNumber || number4(a.str(k)) > 0 || dayOfMonth(a.str(k)) == 0 || !a.is(k-1, "the") {
		return false
	}
	return (a.is(k-2, "on") || a.is(k-2, "until") || a.is(k-2, "by")) &&
		(k+1 >= to || a.toks[k+1].kind != kindWord || a.has(k+1, setPrep|setAnd|setSub|setAux|setModal) && !a.is(k+1, "of"))
}

// weekdayAt is the day of the week at token k and where the date after it goes on; without one it is k.
func (a *analysis) weekdayAt(k, to int) (at, weekday int) {
	w := a.lookFigure(k)
	if w.weekday == 0 || w.short && !a.name(k) {
		return k, 0
	}
	at = k + 1
	if at < to && a.mark(at, ',') {
		at++
	}
	if at < to && a.is(at, "the") {
		at++
	}
	return at, w.weekday
}

// weekdayDate is the day of the week at token k, with the part of the day or the week told after it: "Monday night",
// "Tuesday of last week".
func (a *analysis) weekdayDate(k, weekday, to int) dateParts {
	d := dateParts{end: a.dayPart(k+1, to), weekday: weekday, rule: "figure/weekday"}
	at := d.end
	if at < to && a.is(at, "of") {
		at++
	}
	if at+1 >= to || !a.is(at+1, "week") {
		return d
	}
	if n, ok := weeksOn[a.lookFigure(at).relative]; ok {
		d.value, d.end = a.weekdayOfWeek(weekday, n), at+2
	}
	return d
}

// weeksOn is how many stretches of time on from that of today a relation is.
var weeksOn = map[relation]int{relationLast: -1, relationThis: 0, relationNext: 1}

// monthFirst is "July", "July 21", "July 21-25, 2017", "July of 2017", "Sept. 11" at token k.
func (a *analysis) monthFirst(k, to int) dateParts {
	w := a.lookFigure(k)
	if w.month == 0 {
		return dateParts{}
	}
	d := dateParts{month: w.month, end: k + 1, rule: "figure/month"}
	bare := d.end
	at := d.end
	if at+1 < to && a.is(at, "the") {
		at++
	}
	if at < to {
		if day := a.dayNumber(at); day > 0 {
			d.day, d.end, d.rule = day, at+1, "figure/month-day"
			a.lastDay(&d, to)
		} else if from, last := dayPair(a.str(at)); last > 0 {
			d.day, d.lastDay, d.end, d.rule = from, last, at+1, "figure/month-day"
		}
	}
	a.yearAfter(&d, to)
	if d.end == bare && !a.plainMonth(k, w, to) {
		return dateParts{}
	}
	return d
}

// lastDay adds the end of a range of days after d: "July 1-5", "July 1 to 5".
func (a *analysis) lastDay(d *dateParts, to int) {
	if d.end+1 >= to || !a.is(d.end, "to") && !(a.rangeDash(d.end) && !a.toks[d.end].spaced) && !a.is(d.end, "through") {
		return
	}
	if day := a.dayNumber(d.end + 1); day > d.day && !(d.end+2 < to && a.lookFigure(d.end+2).month > 0) {
		d.lastDay, d.end = day, d.end+2
	}
}

// plainMonth reports whether the word at k, w, is a month without a day or year beside it: "in May", "August".
func (a *analysis) plainMonth(k int, w figureWord, to int) bool {
	if !a.name(k) && (w.short || a.oneOf(k, notMonths)) {
		return false
	}
	if w.short && !a.is(k, "Sept") && !a.is(k, "Sept.") || a.oneOf(k, notMonths) {
		return k > 0 && (a.oneOf(k-1, monthLeads) || a.lookFigure(k-1).stage || a.lookFigure(k-1).relative != relationNone)
	}
	return k+1 >= to || !a.has(k+1, setSay|setTell) || !a.has(k+1, setPast|setThird)
}

// yearAfter adds the year after d: ", 2017", "2017", "of 2017", "of last year", "'87".
func (a *analysis) yearAfter(d *dateParts, to int) {
	at := d.end
	if at+1 < to && (a.mark(at, ',') || a.is(at, "of") || a.is(at, "in")) {
		at++
	}
	if at >= to {
		return
	}
	switch {
	case a.toks[at].kind == kindNumber && len(a.str(at)) == 4 && a.yearLike(at) && (at == d.end || d.day > 0 || !a.mark(d.end, ',') || !a.countsThings(at, to)):
		d.year, d.end = number4(a.str(at)), at+1
	case at+1 < to && a.toks[at+1].kind == kindWord && a.is(at+1, "year") && !a.published.IsZero() && (at == d.end || a.is(d.end, "of")):
		switch a.lookFigure(at).relative {
		case relationLast:
			d.year, d.end = a.published.Year()-1, at+2
		case relationThis:
			d.year, d.end = a.published.Year(), at+2
		case relationNext:
			d.year, d.end = a.published.Year()+1, at+2
		}
	}
}

// dayFirst is "21 July", "the 21st of July 2017", "1-5 July" at token k.
func (a *analysis) dayFirst(k, to int) dateParts {
	d := dateParts{end: k + 1, day: a.dayNumber(k), rule: "figure/day-month"}
	if d.day == 0 {
		if d.day, d.lastDay = dayPair(a.str(k)); d.lastDay == 0 || a.toks[k].kind != kindNumber {
			return dateParts{}
		}
	}
	at := k + 1
	if at+2 < to && d.lastDay == 0 && (a.is(at, "to") || a.is(at, "and") || a.rangeDash(at)) {
		if last := a.dayNumber(at + 1); last > d.day {
			d.lastDay = last
			at += 2
		}
	}
	if at+1 < to && a.is(at, "of") {
		at++
	}
	if at < to && a.mark(at, '-') {
		at++
	}
	if at >= to {
		return dateParts{}
	}
	w := a.lookFigure(at)
	if w.month == 0 || !a.name(at) && a.oneOf(at, notMonths) && !a.is(at-1, "of") {
		return dateParts{}
	}
	d.month, d.end = w.month, at+1
	a.yearAfter(&d, to)
	return d
}

// dayNumber is the day of the month at token k, "21", "21st" or "first", or 0.
func (a *analysis) dayNumber(k int) int {
	word := a.str(k)
	if a.toks[k].kind == kindWord {
		if w := a.lookFigure(k); w.ordinal > 0 && w.ordinal <= 31 {
			return w.ordinal
		}
		if head, rest, ok := strings.Cut(word, "-"); ok {
			tens, ones := findFigureWord(head), findFigureWord(rest)
			if day := int(tens.number) + ones.ordinal; tens.number >= 20 && ones.ordinal > 0 && ones.ordinal < 10 && day <= 31 {
				return day
			}
		}
		return 0
	}
	if a.toks[k].kind != kindNumber || len(word) > 4 {
		return 0
	}
	return dayOfMonth(word)
}

// dayOfMonth is the day in "21" or "21st", or 0.
func dayOfMonth(word string) int {
	digits, day := 0, 0
	for digits < len(word) && digits < 3 && isDigit(word[digits]) {
		day = day*10 + int(word[digits]-'0')
		digits++
	}
	switch word[digits:] {
	case "", "st", "nd", "rd", "th":
		if digits <= 2 && day <= 31 {
			return day
		}
	}
	return 0
}

// dayPair is the two days of "1-5" or "1st-5th", or 0.
func dayPair(word string) (from, last int) {
	low, high, ok := strings.Cut(word, "-")
	if !ok || len(word) > 9 {
		return 0, 0
	}
	from, last = dayOfMonth(low), dayOfMonth(high)
	if from == 0 || last <= from {
		return 0, 0
	}
	return from, last
}

// dateValue is d, begun at token k, in ISO 8601, with what the day of publication adds.
func (a *analysis) dateValue(d dateParts, k int) string {
	if d.value != "" {
		return d.value
	}
	from := a.moment(d, k)
	if d.lastDay > 0 && from.grain == grainDay {
		if last, ok := dayOf(from.day.Year(), d.month, d.lastDay); ok {
			return from.interval(last)
		}
	}
	return from.iso()
}

// moment is d as far as it is known.
func (a *analysis) moment(d dateParts, k int) moment {
	if d.year == 0 && d.month == 0 && d.weekday > 0 {
		return a.nearWeekday(d.weekday, k)
	}
	if d.month == 0 && d.day > 0 {
		return a.nearDay(d.day, k)
	}
	year := d.year
	if year == 0 {
		if a.published.IsZero() || d.month == 0 {
			return moment{}
		}
		year = nearest(a.today().day, d.month, d.day, a.toCome(k))
	}
	switch {
	case d.season > 0:
		m := yearOf(year)
		m.grain, m.season = grainSeason, d.season
		return m
	case d.month == 0:
		return yearOf(year)
	case d.day == 0:
		return monthOf(year, d.month)
	}
	m, ok := dayOf(year, d.month, d.day)
	if !ok {
		return moment{}
	}
	return m
}

// dateRange is the interval from first, begun at token k, to second, of which each may have what the other lacks.
func (a *analysis) dateRange(first, second dateParts, k int) string {
	if first.year == 0 && second.year == 0 && second.month > 0 {
		second.year = a.moment(second, k).day.Year()
		if a.published.IsZero() {
			return ""
		}
	}
	if first.year == 0 {
		first.year = second.year
		if first.year > 0 && first.month > second.month && second.month > 0 {
			first.year--
		}
	}
	if second.year == 0 && second.month > 0 {
		second.year = first.year
	}
	return a.moment(first, k).interval(a.moment(second, k))
}
