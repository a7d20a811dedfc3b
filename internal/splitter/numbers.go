package splitter

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// amount is a number as it was read: its value, and the value its text has without "million" (the base), which a
// range hands on: "3 to 5 million".
type amount struct {
	end         int // the token after it
	value, base float64
	// upper is the higher end of a range in one word ("5-10"), 0 when there is none.
	upper float64
	// exact is the number's own digits where they say more than value can hold.
	exact string
	// vague is set on "dozens" and "several hundred", ordinal on "21st", scaled on what "million" was read of.
	vague, ordinal, scaled bool
	rule                   Rule
}

// decimal is the number in digits, "" when the words give none.
func (n amount) decimal() string {
	switch {
	case n.vague:
		return ""
	case n.upper > 0:
		return decimal(n.value) + "/" + decimal(n.upper)
	case n.exact != "":
		return n.exact
	default:
		return decimal(n.value)
	}
}

// decimal is v in digits, rounded to the 15 that a float64 always holds.
func decimal(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil || math.IsInf(rounded, 0) {
		return ""
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// lookFigure is what token k can be in a figure.
func (a *analysis) lookFigure(k int) figureWord {
	if k < 0 || k >= len(a.toks) || !a.has(k, setFigure) {
		return figureWord{}
	}
	return findFigureWord(a.str(k))
}

// findFigureWord is what word can be in a figure, whatever its case, with or without the point of an abbreviation.
func findFigureWord(word string) figureWord {
	var buf [24]byte
	if len(word) > 1 {
		word = strings.TrimSuffix(word, ".")
	}
	if len(word) > len(buf) {
		return figureWord{}
	}
	key := append(buf[:0], word...)
	for i, c := range key {
		if 'A' <= c && c <= 'Z' {
			key[i] = c | 0x20
		}
	}
	return figureWords[string(key)]
}

// number is the end of the number that begins at token k, before to, or k.
func (a *analysis) number(k, to int) int { return a.readNumber(k, to).end }

// readNumber is the number that begins at token k, before to; its end is k when there is none.
func (a *analysis) readNumber(k, to int) amount {
	if k >= to {
		return amount{end: k}
	}
	at, sign := k, 1.0
	if a.minus(k, to) {
		at, sign = k+1, -1
	}
	n := a.digits(at, to)
	if n.end == at {
		n = a.numberWords(at, to)
	}
	if n.end == at {
		return amount{end: k}
	}
	n.value, n.base = sign*n.value, sign*n.base
	if n.exact != "" && sign < 0 {
		n.exact = "-" + n.exact
	}
	return n
}

// minus reports a sign before a number, at token k: "minus five", "−4.3", and "-4.3" after a space.
func (a *analysis) minus(k, to int) bool {
	if k+1 >= to {
		return false
	}
	if a.is(k, "minus") || a.is(k, "negative") {
		return a.toks[k+1].kind == kindNumber || a.lookFigure(k+1).counted
	}
	sign := a.str(k)
	return (sign == "-" || sign == "−") && a.toks[k+1].kind == kindNumber && !a.toks[k+1].spaced &&
		(a.toks[k].spaced || k == 0)
}

// digits is the number in figures that begins at token k: "1,200", "4.3 million", "1 234 567", "2 1/2".
func (a *analysis) digits(k, to int) amount {
	none := amount{end: k}
	if part := vulgarFraction(a.str(k)); part > 0 && a.toks[k].kind == kindPunct {
		return a.scale(amount{end: k + 1, value: part, base: part, rule: "figure/fraction"}, to)
	}
	if a.toks[k].kind != kindNumber {
		return none
	}
	n, ok := parseDigits(a.str(k))
	if !ok {
		n, ok = parseRange(a.str(k))
	}
	if !ok || a.timeOfDay(k, to) {
		return none
	}
	n.end = k + 1
	if n.upper > 0 {
		return a.scale(n, to)
	}
	if n.ordinal || n.scaled {
		return n
	}
	n = a.digitGroups(n, k, to)
	n = a.slashFraction(n, k, to)
	return a.ratio(a.scale(n, to), to)
}

// timeOfDay reports whether the figures at k are hours: "5 p.m.", "12 o'clock", "5pm".
func (a *analysis) timeOfDay(k, to int) bool {
	if k+1 >= to || a.toks[k+1].kind != kindWord {
		return false
	}
	return a.oneOf(k+1, hourWords)
}

// digitGroups adds to n the groups of three figures set off by spaces: "1 234 567".
func (a *analysis) digitGroups(n amount, k, to int) amount {
	if len(a.str(k)) > 3 || strings.Trim(a.str(k), "0123456789") != "" {
		return n
	}
	for n.end < to && a.toks[n.end].kind == kindNumber {
		group := a.str(n.end)
		if len(group) < 3 || len(group) > 3 && group[3] != '.' || a.toks[n.end].start-a.toks[n.end-1].end > 3 {
			break
		}
		tail, ok := parseDigits(group)
		if !ok || tail.ordinal || tail.scaled {
			break
		}
		n.value, n.exact = n.value*1000+tail.value, ""
		n.base, n.end, n.rule = n.value, n.end+1, "figure/digits"
	}
	return n
}

// slashFraction adds the fraction after or made of n: "2 1/2", "3/4", "2½".
func (a *analysis) slashFraction(n amount, k, to int) amount {
	if n.end < to && a.toks[n.end].kind == kindPunct {
		if part := vulgarFraction(a.str(n.end)); part > 0 {
			n.value, n.exact, n.end, n.rule = n.value+part, "", n.end+1, "figure/fraction"
			n.base = n.value
			return n
		}
	}
	whole, at := 0.0, k
	if n.end+2 < to && a.toks[n.end].kind == kindNumber && a.mark(n.end+1, '/') {
		whole, at = n.value, n.end
	}
	if at+2 >= to || !a.mark(at+1, '/') || a.toks[at+1].spaced || a.toks[at+2].spaced || a.toks[at+2].kind != kindNumber ||
		at+3 < to && a.mark(at+3, '/') {
		return n
	}
	over, ok := parseDigits(a.str(at))
	under, ok2 := parseDigits(a.str(at + 2))
	if !ok || !ok2 || under.value < 2 || under.value > 100 || over.value >= under.value || over.ordinal || under.ordinal {
		return n
	}
	v := whole + over.value/under.value
	return amount{end: at + 3, value: v, base: v, rule: "figure/fraction"}
}

// scale multiplies n by the words after it: "4.3 million", "three hundred thousand", "3-million".
func (a *analysis) scale(n amount, to int) amount {
	for at := n.end; at < to; at = n.end {
		hyphen := a.mark(at, '-') && at+1 < to && !a.toks[at].spaced && !a.toks[at+1].spaced
		if hyphen {
			at++
		}
		w := a.lookFigure(at)
		if w.scale == 0 || len(a.str(at)) == 1 && (a.toks[at].spaced && !a.is(at, "k")) || a.is(at, "mm") || a.is(at, "mil") {
			break
		}
		n.value, n.exact, n.scaled, n.end = n.value*w.scale, "", true, at+1
		n.upper *= w.scale
		if n.rule == "figure/digits" {
			n.rule = "figure/scaled"
		}
	}
	return a.andPart(n, to)
}

// andPart adds "and a half" to n: "two and a half million", "3 million and a half".
func (a *analysis) andPart(n amount, to int) amount {
	k := n.end
	if k+2 >= to || n.vague || n.upper > 0 || !a.is(k, "and") || !a.is(k+1, "a") && !a.is(k+1, "one") && !a.is(k+1, "three") {
		return n
	}
	w := a.lookFigure(k + 2)
	if w.parts == 0 || w.parts > 10 || w.parts < 2 {
		return n
	}
	part := 1 / w.parts
	if a.is(k+1, "three") {
		part *= 3
	}
	if n.scaled && n.base != 0 {
		part *= n.value / n.base
	}
	n.value, n.exact, n.end, n.rule = n.value+part, "", k+3, "figure/fraction"
	if !n.scaled {
		n.base = n.value
		return a.scale(n, to)
	}
	return n
}

// parseDigits reads a token of figures with what hangs on to them: "1,200", "4.3m", "21st", "12-year-old".
// It does not read times ("12:41"), addresses or decades.
func parseDigits(word string) (amount, bool) {
	end := 0
	for end < len(word) && (isDigit(word[end]) || (word[end] == '.' || word[end] == ',') && end+1 < len(word) && isDigit(word[end+1])) {
		end++
	}
	if end == 0 || end < len(word) && word[end] == ':' {
		return amount{}, false
	}
	exact, ok := plainDigits(word[:end])
	if !ok {
		return amount{}, false
	}
	value, err := strconv.ParseFloat(exact, 64)
	if err != nil {
		return amount{}, false
	}
	n := amount{value: value, base: value, exact: exact, rule: "figure/digits"}
	return n, n.suffix(word[end:])
}

// parseRange reads two figures in one word: "5-10", "18‑24". Two that do not rise, as in a result ("5-4"), are
// figures without a value.
func parseRange(word string) (amount, bool) {
	at := strings.IndexAny(word, "-‐‑")
	if at <= 0 {
		return amount{}, false
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	low, ok := parseDigits(word[:at])
	high, ok2 := parseDigits(word[at+size:])
	switch {
	case !ok || !ok2 || low.ordinal || high.ordinal:
		return amount{}, false
	case low.value >= high.value:
		return amount{vague: true, rule: "figure/result"}, true
	default:
		return amount{value: low.value, base: low.value, upper: high.value, scaled: high.scaled, rule: "figure/range"}, true
	}
}

// suffix reads what hangs on to figures, and reports whether they are a number still.
func (n *amount) suffix(rest string) bool {
	switch rest {
	case "":
		return true
	case "st", "nd", "rd", "th":
		n.ordinal, n.rule = true, "figure/ordinal"
		return true
	case "s", "am", "pm", "AM", "PM":
		return false
	}
	word := strings.TrimPrefix(rest, "-")
	if len(word) < len(rest) && word != "" && isDigit(word[0]) {
		return false
	}
	head, _, _ := strings.Cut(word, "-")
	w := findFigureWord(head)
	switch {
	case w.scale > 0 && len(head) < len(word): // "4.3-million-dollar"
	case w.scale > 0 && (len(word) > 1 || rest != "m"):
	default:
		return true // "12-year-old", "29km"
	}
	n.value, n.exact, n.scaled, n.rule = n.value*w.scale, "", true, "figure/scaled"
	return true
}

// plainDigits is figures without the marks that group them: "1,200" is 1200, "1.111,5" and "1,5" have a comma
// for a point.
func plainDigits(s string) (string, bool) {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case commas == 0 && points <= 1:
	case commas == 0:
		if !grouped(s, ".") {
			return "", false
		}
		s = strings.ReplaceAll(s, ".", "")
	case points <= 1 && grouped(beforePoint(s), ","):
		s = strings.ReplaceAll(s, ",", "")
	case commas == 1 && (points == 0 || strings.LastIndexByte(s, '.') < strings.IndexByte(s, ',')):
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	default:
		return "", false
	}
	whole, part, _ := strings.Cut(s, ".")
	whole, part = strings.TrimLeft(whole, "0"), strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	return whole, true
}

func beforePoint(s string) string {
	whole, _, _ := strings.Cut(s, ".")
	return whole
}

// grouped reports whether mark sets off groups of two or three figures in s, the last of three.
func grouped(s, mark string) bool {
	groups := strings.Split(s, mark)
	for i, g := range groups {
		if len(g) > 3 || i > 0 && len(g) < 2 || i == len(groups)-1 && len(g) != 3 {
			return false
		}
	}
	return true
}

// vulgarFraction is the value of a fraction of one character, 0 when s is none.
func vulgarFraction(s string) float64 {
	switch s {
	case "½":
		return 1.0 / 2
	case "⅓":
		return 1.0 / 3
	case "⅔":
		return 2.0 / 3
	case "¼":
		return 1.0 / 4
	case "¾":
		return 3.0 / 4
	case "⅕":
		return 1.0 / 5
	case "⅖":
		return 2.0 / 5
	case "⅗":
		return 3.0 / 5
	case "⅘":
		return 4.0 / 5
	case "⅙":
		return 1.0 / 6
	case "⅛":
		return 1.0 / 8
	case "⅜":
		return 3.0 / 8
	case "⅝":
		return 5.0 / 8
	case "⅞":
		return 7.0 / 8
	default:
		return 0
	}
}
