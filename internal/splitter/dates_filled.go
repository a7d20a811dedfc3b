package splitter

import (
	"strconv"
	"time"
)

// dateBlocks is how many blocks from the first are looked at for a dateline; a title and an author may come before it.
const dateBlocks = 4

// readDateline takes the day in the dateline of the text for that of publication, when that is not known or is at most
// a week from it: days are counted from where and when the report was written. Without a year and a day of publication
// there is none.
func (a *analysis) readDateline() {
	for b := range min(len(a.blocks), dateBlocks) {
		s := a.sents[a.blocks[b].first]
		for k, end := s.from, a.datelineEnd(s); k+1 < end; k++ {
			month := a.lookFigure(k).month
			day, err := strconv.Atoi(a.str(k + 1))
			if month == 0 || err != nil || day < 1 || day > 31 {
				continue
			}
			year := 0
			if k+3 < end && a.mark(k+2, ',') && a.toks[k+3].end-a.toks[k+3].start == 4 {
				year, _ = strconv.Atoi(a.str(k + 3)) // 0 where it is no number
			}
			if year == 0 && !a.published.IsZero() {
				year = nearest(a.published, month, day, false)
			}
			if year == 0 {
				return
			}
			written := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
			if apart := a.published.Sub(written).Abs(); a.published.IsZero() || apart < 7*24*time.Hour {
				a.published = written
			}
			return
		}
	}
}

// dateWords is what a word such as "yesterday" at token k of clause r means, counted from the day the article
// was published, in the words that take its place; ok is false when there is none or it is not certain. A
// preposition stands before a date only once.
func (a *analysis) dateWords(k int, r run) (f fill, ok bool) {
	if a.published.IsZero() {
		return fill{}, false
	}
	day := a.published.UTC()
	f.at = run{k, k + 1}
	switch {
	case a.is(k, "yesterday"):
		f.words = "on " + dayWords(day.AddDate(0, 0, -1))
	case a.is(k, "today"):
		f.words = "on " + dayWords(day)
	case a.is(k, "tomorrow"):
		f.words = "on " + dayWords(day.AddDate(0, 0, 1))
	case a.has(k, setDay) && a.name(k):
		return a.weekday(k, r, day)
	case (a.is(k, "last") || a.is(k, "this") || a.is(k, "next")) && k+1 < r.to && a.oneOf(k+1, periods):
		return a.period(k, r, day)
	default:
		return fill{}, false
	}
	if k+1 < r.to && (a.toks[k+1].kind == kindPossessive || a.oneOf(k+1, dayParts)) {
		return fill{}, false
	}
	f.words = a.afterPreposition(k, r, f.words)
	return f, true
}

// weekday is the day that token k names: the last one on or before day, or after it where the clause r is about
// what is to come.
func (a *analysis) weekday(k int, r run, day time.Time) (fill, bool) {
	f := fill{at: run{k, k + 1}}
	if k+1 < r.to && (a.toks[k+1].kind == kindPossessive || a.has(k+1, setMonth) || a.toks[k+1].kind == kindNumber || a.mark(k+1, ',') && k+2 < r.to && a.has(k+2, setMonth)) || k > r.from && a.oneOf(k-1, dayLeads) {
		return fill{}, false
	}
	want := -1
	for d := time.Sunday; d <= time.Saturday; d++ {
		if a.is(k, d.String()) {
			want = int(d)
		}
	}
	if want < 0 {
		return fill{}, false
	}
	verb := a.verbAt(r)
	if ahead := (want - int(day.Weekday()) + 7) % 7; verb >= 0 && a.future(verb, r.to) {
		if ahead == 0 {
			ahead = 7
		}
		day = day.AddDate(0, 0, ahead)
	} else if ahead > 0 {
		day = day.AddDate(0, 0, ahead-7)
	}
	f.words = "on " + dayWords(day)
	if k+1 < r.to && a.oneOf(k+1, dayParts) {
		f.at.to++
		f.words = "on the " + a.str(k+1) + " of " + dayWords(day)
	}
	f.words = a.afterPreposition(k, r, f.words)
	return f, true
}

// period is the week, month or year that "last", "this" or "next" at token k points to.
func (a *analysis) period(k int, r run, day time.Time) (fill, bool) {
	if k > r.from && a.oneOf(k-1, pastLeads) {
		return fill{}, false
	}
	f := fill{at: run{k, k + 2}}
	step := map[bool]int{true: 1}[a.is(k, "next")]
	if a.is(k, "last") {
		step = -1
	}
	possessive := k+2 < r.to && a.toks[k+2].kind == kindPossessive
	switch {
	case a.is(k+1, "year"):
		f.words = strconv.Itoa(day.Year() + step)
	case possessive:
		return fill{}, false
	case a.is(k+1, "month"):
		month := time.Date(day.Year(), day.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC)
		f.words = month.Format("January 2006")
	default:
		monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7+7*step)
		f.words = "the week of " + dayWords(monday)
	}
	if !possessive && !(k > r.from && a.has(k-1, setMonth)) {
		f.words = a.afterPreposition(k, r, "in "+f.words)
	}
	return f, true
}

// afterPreposition is words without the preposition they begin with, when one stands before token k already.
func (a *analysis) afterPreposition(k int, r run, words string) string {
	if k > r.from && a.has(k-1, setPrep) {
		return words[3:]
	}
	return words
}

func dayWords(day time.Time) string { return day.Format("2 January 2006") }
