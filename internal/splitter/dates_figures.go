package splitter

import (
	"strconv"
	"strings"
)

// figuresDate is the date in figures alone that begins at token k: "2017-07-21", "21/07/2017", "23.04.2022",
// "2015-2017", "9/11".
func (a *analysis) figuresDate(k, to int) dateParts {
	word := a.str(k)
	if d := isoDate(word); d.end > 0 {
		d.end += k
		return d
	}
	if mark := strings.IndexAny(word, ".-"); mark > 0 && strings.Count(word, word[mark:mark+1]) == 2 {
		f := strings.Split(word, word[mark:mark+1])
		d := threeFigures(f[0], f[1], f[2])
		if d.end > 0 {
			d.end = k + 1
		}
		return d
	}
	if k+2 >= to || !a.mark(k+1, '/') || a.toks[k+1].spaced || a.toks[k+2].spaced || a.toks[k+2].kind != kindNumber {
		return dateParts{}
	}
	if k+4 < to && a.mark(k+3, '/') && a.toks[k+4].kind == kindNumber && !a.toks[k+4].spaced {
		d := threeFigures(word, a.str(k+2), a.str(k+4))
		if d.end > 0 {
			d.end = k + 5
		}
		return d
	}
	if word == "9" && a.is(k+2, "11") {
		return dateParts{end: k + 3, year: 2001, month: 9, day: 11, rule: "figure/date-figures"}
	}
	if year := number4(word); year >= firstYear && year < afterYears && len(a.str(k+2)) == 2 && number4(a.str(k+2)) == (year+1)%100 {
		return dateParts{end: k + 3, value: yearOf(year).interval(yearOf(year + 1)), rule: "figure/date-range"}
	}
	return dateParts{}
}

// The years that four figures alone may be: from firstYear up to, but not including, afterYears.
const (
	firstYear  = 1500
	afterYears = 2100
)

// number4 is the number in at most four digits, 0 when word is something else.
func number4(word string) int {
	if len(word) > 4 || word == "" {
		return 0
	}
	n := 0
	for i := range len(word) {
		if !isDigit(word[i]) {
			return 0
		}
		n = n*10 + int(word[i]-'0')
	}
	return n
}

// isoDate reads "2017-07-21", "2017-07", "2015-2017" and "2015-16", with what may follow a "T". The end is 1.
func isoDate(word string) dateParts {
	d := dateParts{end: 1, rule: "figure/date-figures"}
	if len(word) > 10 && word[10] == 'T' {
		word = word[:10]
	}
	f := strings.Split(strings.ReplaceAll(word, "‑", "-"), "-")
	year := number4(f[0])
	if len(f[0]) != 4 || year < 1000 || year >= afterYears || len(f) < 2 || len(f) > 3 {
		return dateParts{}
	}
	month := number4(f[1])
	d.year, d.month = year, month
	switch {
	case len(f) == 2 && len(f[1]) == 4 && month > year && month < afterYears:
		d.value, d.rule = yearOf(year).interval(yearOf(month)), "figure/date-range"
	case len(f) == 2 && len(f[1]) == 2 && month == (year+1)%100:
		d.value, d.rule = yearOf(year).interval(yearOf(year+1)), "figure/date-range"
	case len(f[1]) > 2 || month < 1 || month > 12:
		return dateParts{}
	case len(f) == 3:
		d.day = number4(f[2])
		if _, ok := dayOf(year, month, d.day); !ok || len(f[2]) > 2 {
			return dateParts{}
		}
	}
	return d
}

// threeFigures is the date of figures f, g and h between strokes or points: day and month in either order, where
// only one can be, and the year. Where both can be, the year alone is known. The end is 1.
func threeFigures(f, g, h string) dateParts {
	d := dateParts{end: 1, rule: "figure/date-figures"}
	first, second, third := number4(f), number4(g), number4(h)
	if len(f) == 4 {
		first, third = third, first
		if second >= 1 && second <= 12 {
			d.year, d.month, d.day = third, second, first
			_, ok := dayOf(third, second, first)
			if ok {
				return d
			}
		}
		return dateParts{}
	}
	if len(h) == 2 {
		third = century(third)
	}
	if len(f) > 2 || len(g) > 2 || first == 0 || second == 0 || third < 1000 || third >= afterYears {
		return dateParts{}
	}
	d.year = third
	switch {
	case first > 12 && second <= 12 && first <= 31:
		d.day, d.month = first, second
	case second > 12 && first <= 12 && second <= 31:
		d.day, d.month = second, first
	case first == second:
		d.day, d.month = first, second
	case first > 12 || second > 12:
		return dateParts{}
	}
	return d
}

// century is the year of two figures.
func century(year int) int {
	if year < 50 {
		return 2000 + year
	}
	return 1900 + year
}

// yearLike reports whether the figures at k are a year or a decade: "2017", "1990s", "’90s" without its mark; after
// a word such as "in" also one long past.
func (a *analysis) yearLike(k int) bool {
	word := a.str(k)
	if len(word) == 5 && word[4] == 's' {
		word = word[:4]
	}
	year := number4(word)
	if len(word) != 4 || year >= afterYears {
		return false
	}
	return year >= firstYear || year >= 1000 && k > 0 && a.oneOf(k-1, yearLeads)
}

// countsThings reports whether the figures at k, which look like a year, count what follows: "1800 people".
func (a *analysis) countsThings(k, to int) bool {
	if k+1 >= to || len(a.str(k)) != 4 || k > 0 && a.oneOf(k-1, yearLeads) {
		return false
	}
	if a.toks[k+1].kind == kindWord && countedWords.holds(a.str(k+1)) {
		return true
	}
	w := a.lookFigure(k + 1)
	return w.scale > 0 && len(a.str(k+1)) > 2 || w.currency != "" && w.month == 0 && a.toks[k+1].shape == shapeLower ||
		a.percentAfter(k+1, to) > k+1 || k > 0 && a.toks[k-1].kind == kindPunct && findFigureWord(a.str(k-1)).currency != ""
}

// yearDate is the year or decade at token k, and the second year of a range.
func (a *analysis) yearDate(k, to int) dateParts {
	word := a.str(k)
	if len(word) == 5 {
		return dateParts{end: k + 1, value: decade(number4(word[:4])), rule: "figure/decade"}
	}
	d := dateParts{end: k + 1, year: number4(word), rule: "figure/year"}
	if k+2 < to && a.rangeDash(k+1) && !a.toks[k+1].spaced && !a.toks[k+2].spaced && a.toks[k+2].kind == kindNumber {
		if next := number4(a.str(k + 2)); len(a.str(k+2)) == 2 && next > d.year%100 {
			d.value, d.end, d.rule = yearOf(d.year).interval(yearOf(d.year/100*100+next)), k+3, "figure/date-range"
		}
	}
	return d
}

// seasonDate is "spring 2020" or "the summer of 2019" at token k.
func (a *analysis) seasonDate(k, to int) dateParts {
	season := a.lookFigure(k).season
	if a.is(k, "fall") {
		season = 23
	}
	at := k + 1
	if at+1 < to && a.is(at, "of") {
		at++
	}
	if at >= to || a.toks[at].kind != kindNumber || len(a.str(at)) != 4 || !a.yearLike(at) {
		return dateParts{}
	}
	return dateParts{end: at + 1, year: number4(a.str(at)), season: season, rule: "figure/season"}
}

// otherDate is a quarter, a half, a century, a decade of two figures or a holiday at token k.
func (a *analysis) otherDate(k, to int) dateParts {
	if d := a.holiday(k, to); d.end > 0 {
		return d
	}
	if d := a.hyphenedDate(k, to); d.end > 0 {
		return d
	}
	if (a.mark(k, '\'') || a.str(k) == "’" || a.str(k) == "‘") && k+1 < to && !a.toks[k+1].spaced {
		word := a.str(k + 1)
		if decades := strings.TrimSuffix(word, "s"); len(decades) == 2 && len(word) == 3 && a.toks[k+1].kind == kindNumber && number4(decades)%10 == 0 {
			return dateParts{end: k + 2, value: decade(century(number4(decades))), rule: "figure/decade"}
		}
		return dateParts{}
	}
	place := a.dayNumber(k)
	if place == 0 && len(a.str(k)) == 2 && (a.str(k)[0] == 'Q') && isDigit(a.str(k)[1]) {
		return a.quarterOf(int(a.str(k)[1]-'0'), k+1, to)
	}
	if place == 0 || k+1 >= to || number4(a.str(k)) > 0 {
		return dateParts{}
	}
	switch {
	case a.is(k+1, "century"):
		return dateParts{end: k + 2, value: yearOf((place - 1) * 100).interval(yearOf(place*100 - 1)), rule: "figure/century"}
	case a.is(k+1, "quarter"):
		return a.quarterOf(place, k+2, to)
	case a.is(k+1, "half") && place <= 2:
		if year, end := a.yearOfPart(k+2, to); end > 0 {
			return dateParts{end: end, value: monthOf(year, 6*place-5).interval(monthOf(year, 6*place)), rule: "figure/quarter"}
		}
	}
	return dateParts{}
}

// quarterOf is the quarter of a year before token at; without a year it has no value.
func (a *analysis) quarterOf(quarter, at, to int) dateParts {
	if quarter < 1 || quarter > 4 {
		return dateParts{}
	}
	d := dateParts{end: at, season: quarter, rule: "figure/quarter"}
	if year, end := a.yearOfPart(at, to); end > 0 {
		d.end, d.value = end, monthOf(year, 3*quarter-2).interval(monthOf(year, 3*quarter))
	}
	return d
}

// yearOfPart is the year that token at tells a part of, "of 2018", "2018", "last year", and the token after it.
func (a *analysis) yearOfPart(at, to int) (year, end int) {
	d := dateParts{end: at, month: 1}
	a.yearAfter(&d, to)
	if d.year == 0 {
		return 0, 0
	}
	return d.year, d.end
}

// hyphenedDate is a date in one word with a hyphen: "mid-July", "mid-2019", "mid-1990s", "19th-century".
func (a *analysis) hyphenedDate(k, to int) dateParts {
	head, rest, ok := strings.Cut(a.str(k), "-")
	if !ok {
		return dateParts{}
	}
	d := dateParts{end: k + 1}
	w := findFigureWord(rest)
	if first := findFigureWord(head).month; first > 0 && w.month > 0 && a.name(k) {
		d.month, d.rule = first, "figure/date-range"
		a.yearAfter(&d, to)
		d.value = a.dateRange(dateParts{month: first}, dateParts{month: w.month, year: d.year}, k)
		return d
	}
	switch {
	case rest == "century" && dayOfMonth(head) > 0:
		place, err := strconv.Atoi(strings.Trim(head, "stndrh"))
		if err != nil {
			return dateParts{}
		}
		d.value, d.rule = yearOf((place-1)*100).interval(yearOf(place*100-1)), "figure/century"
	case !findFigureWord(head).stage && !strings.EqualFold(head, "post") && !strings.EqualFold(head, "pre"):
		return dateParts{}
	case w.month > 0 && !w.short:
		d.month, d.rule = w.month, "figure/month"
	case len(rest) == 5 && rest[4] == 's' && number4(rest[:4]) >= firstYear:
		d.value, d.rule = decade(number4(rest[:4])), "figure/decade"
	case number4(rest) >= firstYear && number4(rest) < afterYears:
		d.year, d.rule = number4(rest), "figure/year"
	default:
		return dateParts{}
	}
	return d
}

// holiday is the named day that begins at token k, with its year.
func (a *analysis) holiday(k, to int) dateParts {
	if !a.name(k) || !a.oneOf(k, holidayStarts) {
		return dateParts{}
	}
	for n := min(4, to-k); n > 0; n-- {
		place := a.tokensOf(k, k+n)
		name := strings.ToLower(strings.ReplaceAll(a.text[place.start:place.end], "’", "'"))
		if day, ok := holidays[name]; ok {
			d := dateParts{end: k + n, month: day[0], day: day[1], rule: "figure/holiday"}
			a.yearAfter(&d, to)
			if next := d.end; next < to && n == 1 && a.toks[next].shape == shapeLower && !a.has(next, setPrep|setAnd|setAux|setModal|setSub) {
				d.month, d.day = 0, 0 // "Christmas trees"
			}
			return d
		}
	}
	return dateParts{}
}
