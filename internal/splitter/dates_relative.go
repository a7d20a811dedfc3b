package splitter

import "time"

// today is the day the article was published; without one it is of no grain.
func (a *analysis) today() moment {
	if a.published.IsZero() {
		return moment{}
	}
	y, m, d := a.published.Date()
	return moment{day: time.Date(y, m, d, 0, 0, 0, 0, time.UTC), grain: grainDay}
}

// toComeReach is how many tokens before a date are looked at for a word of what is to come.
const toComeReach = 12

// toCome reports whether the words before token k of its sentence tell of what is to come: "will meet on Friday".
func (a *analysis) toCome(k int) bool {
	if k > 0 && (a.is(k-1, "by") || a.is(k-1, "until")) {
		return true
	}
	for i := k - 1; i >= max(0, k-toComeReach) && a.toks[i].kind != kindStop; i-- {
		switch {
		case a.has(i, setSay|setTell) && a.has(i, setPast): // "planned, she said on Monday"
			return false
		case a.toks[i].kind == kindWord && a.oneOf(i, comingWords):
			return true
		}
	}
	return false
}

// nearWeekday is the day that "Friday" means at token k: the last one up to today, or the next where the words tell
// of what is to come.
func (a *analysis) nearWeekday(weekday, k int) moment {
	today := a.today()
	if today.grain == grainNone {
		return moment{}
	}
	back := (isoWeekday(today.day) - weekday + 7) % 7
	if a.toCome(k) {
		return a.nextWeekday(weekday)
	}
	return today.add(-back, unitDay)
}

// nextWeekday is the first such day from today on.
func (a *analysis) nextWeekday(weekday int) moment {
	today := a.today()
	if today.grain == grainNone {
		return moment{}
	}
	return today.add((weekday-isoWeekday(today.day)+7)%7, unitDay)
}

// nearDay is the day that "the 5th" means at token k: the last one up to today, or the next where the words tell of
// what is to come.
func (a *analysis) nearDay(day, k int) moment {
	today := a.today()
	if today.grain == grainNone {
		return moment{}
	}
	year, month, now := today.day.Date()
	switch {
	case a.toCome(k) && day < now:
		month++
	case !a.toCome(k) && day > now:
		month--
	}
	first := monthOf(year, int(month)).day
	m, ok := dayOf(first.Year(), int(first.Month()), day)
	if !ok {
		return moment{}
	}
	return m
}

// dayPart is the end of "morning" or "night" at token k, after a day.
func (a *analysis) dayPart(k, to int) int {
	if k < to && a.lookFigure(k).partOfDay {
		return k + 1
	}
	return k
}

// relativeDate is the date that begins at token k and is told by its distance from another: "yesterday", "last
// month", "three days ago", "the past two years", "earlier this week".
func (a *analysis) relativeDate(k, to int) entity {
	w := a.lookFigure(k)
	switch w.relative {
	case relationYesterday, relationToday, relationTomorrow:
		return a.relativeDay(k, to, w.relative)
	case relationLast, relationThis, relationNext, relationPast, relationSame:
		return a.relativeStretch(k, k, to, w.relative)
	}
	if w.stage && k+2 < to {
		at := k + 1
		if a.is(at, "in") && a.is(at+1, "the") && at+2 < to { // "earlier in the week"
			if unit := a.lookFigure(at + 2).unit; unit >= unitWeek && unit <= unitYear {
				return newFigure(k, at+3, EntityDate, a.stretch(0, unit), "figure/this-stretch")
			}
		}
		if r := a.lookFigure(at).relative; r >= relationLast && r <= relationNext {
			return a.relativeStretch(k, at, to, r)
		}
	}
	return a.countedDate(k, to)
}

// relativeDay is "yesterday", "today", "tomorrow night".
func (a *analysis) relativeDay(k, to int, r relation) entity {
	today := a.today()
	value := ""
	if today.grain != grainNone {
		value = today.add(int(r)-int(relationToday), unitDay).iso()
	}
	end := a.dayPart(k+1, to)
	if a.is(k, "today") || a.is(k, "tonight") {
		end = k + 1
	}
	return newFigure(k, end, EntityDate, value, "figure/day-word")
}

// stretch is the calendar unit n units from today.
func (a *analysis) stretch(n int, unit timeUnit) string {
	if today := a.today(); today.grain != grainNone {
		return today.stretch(n, unit)
	}
	return ""
}

// relativeStretch is the date begun at token k whose relation r, "last" or "next", is token at.
func (a *analysis) relativeStretch(k, at, to int, r relation) entity {
	if at+1 >= to {
		return entity{}
	}
	n := weeksOn[r]
	w := a.lookFigure(at + 1)
	end := at + 2
	told := at > 0 && !a.is(at-1, "this") && a.has(at-1, setDet) // "the next day": after one told of before
	if end < to && r == relationLast && a.is(end, "of") {
		return entity{} // "the last week of July"
	}
	switch {
	case r == relationSame || told && !a.ofToday(at, r) && w.unit != unitNone:
		if w.unit < unitDay || r == relationThis {
			return entity{}
		}
		return newFigure(k, end, EntityDate, "", "figure/told-day")
	case w.partOfDay && r == relationThis, w.partOfDay && r == relationLast && a.is(at+1, "night"):
		return newFigure(k, end, EntityDate, a.stretch(n, unitDay), "figure/day-word")
	case w.weekday > 0 && !w.short && (a.is(at, "coming") || a.is(at, "upcoming")):
		return newFigure(k, a.dayPart(end, to), EntityDate, a.nextWeekday(w.weekday).iso(), "figure/weekday")
	case w.weekday > 0 && !w.short && r != relationPast:
		return newFigure(k, a.dayPart(end, to), EntityDate, a.weekdayOfWeek(w.weekday, n), "figure/weekday")
	case w.month > 0 && (a.name(at+1) || r == relationLast) && r != relationPast && w.relative == relationNone:
		return a.relativeMonth(k, end, w.month, n)
	case (w.unit == unitQuarter || w.unit == unitWeekend) && r == relationPast:
		return newFigure(k, end, EntityDate, a.stretch(-1, w.unit), "figure/this-stretch")
	case w.unit >= unitDay && w.unit != unitQuarter && (told || r == relationPast):
		return newFigure(k, end, EntityDate, a.spanOf(n, r, 1, w.unit), "figure/past-stretch")
	case w.unit == unitDay:
		return entity{}
	case w.unit > unitDay:
		return newFigure(k, end, EntityDate, a.stretch(n, w.unit), "figure/this-stretch")
	case (w.season > 0 || a.is(at+1, "fall")) && r != relationPast:
		return a.relativeSeason(k, at+1, n)
	}
	return a.countedStretch(k, at, to, r)
}

// ofToday reports whether "the last week" and the like at token at count from today, not from a day told of before.
func (a *analysis) ofToday(at int, r relation) bool {
	return r == relationPast || (a.is(at, "last") || a.is(at, "next") || a.is(at, "coming")) && at > 1 && a.oneOf(at-2, spanLeads)
}

// weekdayOfWeek is the weekday of the week n weeks from today.
func (a *analysis) weekdayOfWeek(weekday, n int) string {
	today := a.today()
	if today.grain == grainNone {
		return ""
	}
	return today.add(weekday-isoWeekday(today.day)+7*n, unitDay).iso()
}

// relativeMonth is "last July", the latest before this month, and "next July", the first after it.
func (a *analysis) relativeMonth(k, end, month, n int) entity {
	value := ""
	if today := a.today(); today.grain != grainNone {
		year, now := today.day.Year(), int(today.day.Month())
		switch {
		case n < 0 && month >= now:
			year--
		case n > 0 && month <= now:
			year++
		}
		value = monthOf(year, month).iso()
	}
	return newFigure(k, end, EntityDate, value, "figure/month")
}

// relativeSeason is "last summer": that of last year, or of this one when it is over; its word is token at.
func (a *analysis) relativeSeason(k, at, n int) entity {
	season := a.lookFigure(at).season
	if a.is(at, "fall") {
		season = 23
	}
	value := ""
	if today := a.today(); today.grain != grainNone {
		over := int(today.day.Month()) > 3*(season-20)+2
		year := yearOf(today.day.Year() + n)
		if n < 0 && over || n > 0 && int(today.day.Month()) < 3*(season-20) {
			year = yearOf(today.day.Year())
		}
		year.grain, year.season = grainSeason, season
		value = year.iso()
	}
	return newFigure(k, at+1, EntityDate, value, "figure/season")
}

// spanOf is the count units up to or from today.
func (a *analysis) spanOf(n int, r relation, count int, unit timeUnit) string {
	today := a.today()
	if today.grain == grainNone || r == relationThis {
		return ""
	}
	if r == relationPast {
		n = -1
	}
	return today.span(n*count, unit)
}

// countedStretch is "last three years", "next few days": the date begun at token k whose relation is token at.
func (a *analysis) countedStretch(k, at, to int, r relation) entity {
	count, end := a.count(at+1, to)
	if end == at+1 || end >= to {
		return entity{}
	}
	unit := a.lookFigure(end).unit
	if end+1 < to && a.is(end+1, "of") {
		return entity{} // "the last four months of 2021"
	}
	if unit < unitDay || unit == unitQuarter && a.toks[end].words&setNumber != 0 && !a.is(end, "quarters") {
		return entity{}
	}
	value := ""
	if count > 0 && r != relationThis {
		n := 1
		if r == relationLast || r == relationPast {
			n = -1
		}
		value = a.spanOf(n, r, count, unit)
	}
	return newFigure(k, end+1, EntityDate, value, "figure/past-stretch")
}

// count is the whole number at token k that units of time are counted with, and the token after it; it is 0 for "a
// few" and "several", which count without a number.
func (a *analysis) count(k, to int) (count, end int) {
	switch {
	case k >= to:
		return 0, k
	case a.is(k, "few") || a.is(k, "several") || a.is(k, "couple") || a.is(k, "many"):
		end = k + 1
		if end < to && a.is(end, "of") {
			end++
		}
		return 0, end
	case a.is(k, "a") && k+1 < to && (a.is(k+1, "few") || a.is(k+1, "couple")):
		return a.count(k+1, to)
	case a.is(k, "a"), a.is(k, "an"), a.is(k, "one"):
		return 1, k + 1
	}
	n := a.readNumber(k, to)
	if n.end == k || n.ordinal || n.vague || n.upper > 0 || n.value > maxCount {
		return 0, k
	}
	if n.value != float64(int(n.value)) {
		return 0, n.end
	}
	return int(n.value), n.end
}

// maxCount is the most units a date is counted back or on.
const maxCount = 3000

// countedDate is "three days ago", "a decade ago", "two weeks earlier" at token k.
func (a *analysis) countedDate(k, to int) entity {
	if a.toks[k].kind != kindNumber && !a.has(k, setFigure|setDet) {
		return entity{}
	}
	count, end := a.count(k, to)
	if end == k || end >= to {
		return entity{}
	}
	w := a.lookFigure(end)
	if w.unit < unitMoment {
		return entity{}
	}
	if k > 0 && a.is(k-1, "in") && a.toCome(k) && w.unit >= unitDay {
		return a.aheadOfToday(k, end+1, count, w.unit)
	}
	if end+1 >= to {
		return entity{}
	}
	if end+2 < to && a.is(end+1, "from") && (a.is(end+2, "now") || a.is(end+2, "today")) && w.unit >= unitDay {
		return a.aheadOfToday(k, end+3, count, w.unit)
	}
	switch r := a.lookFigure(end + 1).relative; {
	case r == relationAgo:
		value := ""
		if today := a.today(); today.grain != grainNone && count > 0 {
			value = today.add(-count, w.unit).iso()
		}
		return newFigure(k, end+2, EntityDate, value, "figure/ago")
	case (a.is(end+1, "earlier") || a.is(end+1, "later")) && w.unit >= unitDay:
		return newFigure(k, end+2, EntityDate, "", "figure/told-day")
	}
	return entity{}
}

// aheadOfToday is the date of tokens [k,end) that lies count units ahead: "in two weeks", "a year from now".
func (a *analysis) aheadOfToday(k, end, count int, unit timeUnit) entity {
	value := ""
	if today := a.today(); today.grain != grainNone && count > 0 {
		value = today.add(count, unit).iso()
	}
	return newFigure(k, end, EntityDate, value, "figure/ahead")
}
