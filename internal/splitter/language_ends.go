package splitter

import (
	"strings"
	"unicode/utf8"
)

// endsInLanguage decides, as endsSpaced does for English, on the stop k in another language: next is the token after
// it and what closes with it, n the first word, which is not in lower case.
func (c *cutter) endsInLanguage(k, next, n int) Rule {
	switch r := c.firstRune(k); {
	case c.toks[k].points:
		return c.endsAfterShort(k, n)
	case r == '!':
		return endExclamation
	case r == '…', r == '.' && next > k+1 && c.mark(k+1, '.'):
		return endEllipsis
	case r == '.' && !c.toks[k].spaced && k > 0 && c.lang != unknown:
		return c.endsAfterPoint(k-1, n)
	case r == '.', r == '।':
		return endFullStop
	default:
		return endQuestion
	}
}

// endsAfterPoint decides on a point right after token p.
func (c *cutter) endsAfterPoint(p, n int) Rule {
	for n < len(c.toks)-1 && c.dash(n) {
		n++
	}
	switch c.toks[p].kind {
	case kindNumber:
		if p == c.start && c.toks[p].end-c.toks[p].start <= 3 || c.ordinal(p, n) {
			return ""
		}
	case kindWord:
		return c.endsAfterShort(p, n)
	}
	return endFullStop
}

// endsAfterShort decides on a point right after the word p, which may be an abbreviation.
func (c *cutter) endsAfterShort(p, n int) Rule {
	words := c.known(p)
	starter := c.known(n)&setStarter != 0 && !(c.letter(n) && c.mark(min(n+1, len(c.toks)-1), '.'))
	switch {
	case words&setAbbrTitle != 0 && c.name(p) && c.name(n): // "M. Le Maire"
		return ""
	case c.letter(p) && c.name(p): // an initial, or the last word
		if starter && p > c.start && c.toks[p-1].shape == shapeLower {
			return endLetter
		}
		return ""
	case words&setAbbrTitle != 0, words&setAbbrNumber != 0 && c.toks[n].kind == kindNumber:
		return ""
	case words&setAbbrMay != 0:
		if starter || c.farFromPause(p) && c.name(n) {
			return endAbbreviation
		}
		return ""
	case words&setAbbrNumber != 0 && !starter:
		return ""
	case words&setAbbrNever != 0:
		if words&(setUnit|setMoney) != 0 && starter {
			return endAbbreviation
		}
		return ""
	case c.roman(p) && c.lang.data.ordinals:
		if c.ordinal(p, n) {
			return ""
		}
	case c.letter(p):
		if !starter || p > c.start && c.mark(p-1, '.') {
			return ""
		}
		return endLetter
	case c.toks[p].points:
		if !starter {
			return ""
		}
		return endAcronym
	}
	return endFullStop
}

// letter reports whether token k is a single letter.
func (c *cutter) letter(k int) bool {
	return c.toks[k].kind == kindWord && utf8.RuneCountInString(c.str(k)) == 1
}

// farFromPause reports whether the clause that ends with token p is long enough to end there: in "В 2020 г. Москва"
// it is not, since it has only begun.
func (c *cutter) farFromPause(p int) bool {
	const leadIn = 5
	for k := p; k > c.start && k > p-leadIn; k-- {
		if c.mark(k, ',') {
			return false
		}
	}
	return p-c.start >= leadIn
}

// ordinal reports whether the number p and the point after it are an ordinal before the word n: "am 3. Mai".
func (c *cutter) ordinal(p, n int) bool {
	if !c.lang.data.ordinals || c.toks[p].end-c.toks[p].start > 2 && !c.roman(p) {
		return false
	}
	if words := c.known(n); words&(setMonth|setUnit) != 0 {
		return true
	} else if words&setStarter != 0 {
		return false
	}
	return p > 0 && c.known(p-1)&(setDet|setPrep) != 0
}

// roman reports whether token k is a Roman number in capitals.
func (c *cutter) roman(k int) bool {
	return c.toks[k].shape == shapeUpper && strings.Trim(c.str(k), "IVX") == ""
}
