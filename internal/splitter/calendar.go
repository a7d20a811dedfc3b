package splitter

import (
	"fmt"
	"time"
)

// grain is how much of a date is known.
type grain uint8

const (
	grainNone grain = iota
	grainYear
	grainSeason
	grainMonth
	grainWeek
	grainDay
)

// moment is a date as far as it is known.
type moment struct {
	day    time.Time // the first day it can be, at midnight UTC
	grain  grain
	season int // of ISO 8601-2: 21 spring to 24 winter
}

// dayOf is the day y-m-d; ok is false when there is no such day.
func dayOf(y, m, d int) (moment, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return moment{day: t, grain: grainDay}, t.Day() == d && int(t.Month()) == m
}

func monthOf(y, m int) moment {
	return moment{day: time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC), grain: grainMonth}
}

func yearOf(y int) moment {
	return moment{day: time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), grain: grainYear}
}

// iso is m in ISO 8601: "2017-07-21", "2017-W29", "2017-07", "2017"; seasons as ISO 8601-2 has them, "2017-21" for
// spring. "" when nothing is known.
func (m moment) iso() string {
	switch m.grain {
	case grainDay:
		return m.day.Format(time.DateOnly)
	case grainWeek:
		year, week := m.day.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case grainMonth:
		return m.day.Format("2006-01")
	case grainSeason:
		return fmt.Sprintf("%04d-%d", m.day.Year(), m.season)
	case grainYear:
		return fmt.Sprintf("%04d", m.day.Year())
	default:
		return ""
	}
}

// interval is from m up to and with end, "" when either is not known.
func (m moment) interval(end moment) string {
	if m.grain == grainNone || end.grain == grainNone || end.day.Before(m.day) {
		return ""
	}
	if m.iso() == end.iso() {
		return m.iso()
	}
	return m.iso() + "/" + end.iso()
}

// add is m moved by n units, known as far as such a count tells: "three years ago" is a year, not a day.
func (m moment) add(n int, unit timeUnit) moment {
	y, mo, _ := m.day.Date()
	switch unit {
	case unitDay:
		return moment{day: m.day.AddDate(0, 0, n), grain: grainDay}
	case unitWeek:
		return moment{day: m.day.AddDate(0, 0, 7*n), grain: grainWeek}
	case unitMonth:
		return monthOf(y, int(mo)+n)
	case unitQuarter:
		return monthOf(y, int(mo)+3*n)
	case unitYear:
		return yearOf(y + n)
	case unitDecade:
		return yearOf(y + 10*n)
	case unitCentury:
		return yearOf(y + 100*n)
	default:
		return moment{}
	}
}

// stretch is the calendar unit that holds m, n units on: of a day, n = -1 and a month it is the month before.
func (m moment) stretch(n int, unit timeUnit) string {
	year, month := m.day.Year(), int(m.day.Month())
	switch unit {
	case unitDay, unitWeek, unitMonth, unitYear:
		return m.add(n, unit).iso()
	case unitWeekend:
		saturday := m.day.AddDate(0, 0, 6-isoWeekday(m.day)+7*n)
		return moment{day: saturday, grain: grainDay}.interval(moment{day: saturday.AddDate(0, 0, 1), grain: grainDay})
	case unitQuarter:
		first := (month-1)/3*3 + 1 + 3*n
		return monthOf(year, first).interval(monthOf(year, first+2))
	case unitDecade:
		return decade(year + 10*n)
	case unitCentury:
		first := (year/100 + n) * 100
		return yearOf(first).interval(yearOf(first + 99))
	default:
		return ""
	}
}

// span is the n units that end at m (n < 0) or begin there.
func (m moment) span(n int, unit timeUnit) string {
	var to moment
	switch unit {
	case unitDay:
		to = m.add(n, unitDay)
	case unitWeek, unitWeekend:
		to = m.add(7*n, unitDay)
	case unitMonth:
		to = moment{day: m.day.AddDate(0, n, 0), grain: grainDay}
	case unitQuarter:
		to = moment{day: m.day.AddDate(0, 3*n, 0), grain: grainDay}
	case unitYear:
		m.grain = grainMonth
		to = m.add(12*n, unitMonth)
	case unitDecade, unitCentury:
		m.grain = grainYear
		to = m.add(n, unit)
	default:
		return ""
	}
	if n < 0 {
		return to.interval(m)
	}
	return m.interval(to)
}

// decade is the decade of year.
func decade(year int) string { return yearOf(year / 10 * 10).interval(yearOf(year/10*10 + 9)) }

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// How far back and ahead of the day of publication a date without a year is looked for, in days: news tells more of
// what has been.
const (
	daysBack  = 270
	daysAhead = 95
)

// nearest is the year of the date month-day (day 0: the month) that a text published on that day most likely means;
// ahead is set where the words tell of what is to come.
func nearest(published time.Time, month, day int, ahead bool) int {
	year := published.Year()
	date := time.Date(year, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	days := int(date.Sub(published).Hours() / 24)
	switch {
	case ahead && days < -31:
		return year + 1
	case ahead:
		return year
	case days > daysAhead:
		return year - 1
	case days < -daysBack:
		return year + 1
	default:
		return year
	}
}
