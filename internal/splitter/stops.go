package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// known is the sets token k is in. Of a word with a hyphen its last part counts when the whole is not known:
// “post-Sept.” is a month, “R-Ga.” a state.
func (a *analysis) known(k int) wordSet {
	word := a.str(k)
	if a.toks[k].kind != kindWord {
		return 0
	}
	sets := a.lang.lookUp(word)
	if hyphen := strings.LastIndexByte(word, '-'); sets == 0 && hyphen > 0 {
		sets = a.lang.lookUp(word[hyphen+1:]) & setAbbr
	}
	return sets
}

// ending is the rule by which the sentence under way ends with the stop at k, where next is the token after it
// and what closes with it; "" when it goes on.
func (c *cutter) ending(k, next int) Rule {
	n := next
	for n < len(c.toks) && (c.toks[n].kind == kindOpen || c.mark(n, '(') || c.mark(n, '[') || c.oneMark(n, "¿¡")) {
		n++
	}
	switch {
	case n == len(c.toks):
		return ""
	case !c.toks[next].spaced:
		return c.endsUnspaced(k, next)
	case c.mark(next, '[') && c.mark(k, '.') && next == k+1 && c.toks[n].shape == shapeLower:
		n = next // a remark of the editor's: [passage omitted]
	case c.goesOnWith(next, n):
		return ""
	}
	rule := c.endsSpaced(k, next, n)
	if rule != "" && next > k+1 && c.toks[next-1].kind == kindClose {
		return endQuotation
	}
	if rule != "" && next > k+1 && c.toks[next-1].kind == kindNumber {
		return endFootnote
	}
	return rule
}

// goesOnWith reports whether the first tokens after a stop, next and past opening marks n, can only go on with
// the sentence.
func (c *cutter) goesOnWith(next, n int) bool {
	t := c.toks[n]
	switch t.kind {
	case kindWord:
		return t.shape == shapeLower
	case kindURL:
		return unicode.IsLower(c.firstRune(n))
	case kindClose, kindPossessive:
		return true
	case kindPunct:
		if c.dash(n) {
			for n < len(c.toks) && c.dash(n) {
				n++
			}
			return n < len(c.toks) && c.toks[n].shape == shapeLower || len(c.toks)-next <= maxSignature && c.signature(n, len(c.toks))
		}
		return c.oneMark(n, ",;:)]}/&=+<>")
	default:
		return false
	}
}

// endsSpaced decides on a stop that white space follows; n is the first word after it.
func (c *cutter) endsSpaced(k, next, n int) Rule {
	switch {
	case c.lang != english:
		return c.endsInLanguage(k, next, n)
	case c.toks[k].points:
		return c.endsAfterPoints(k, n)
	case !c.mark(k, '.') || next > k+1 && c.mark(k+1, '.'):
		return c.endsAfterMark(k, next, n)
	case c.toks[k].spaced:
		return endFullStop
	default:
		return c.endsAfterWord(k-1, n)
	}
}

// endsUnspaced decides on a stop that no white space follows: full-width stops end a sentence, others only where
// a space was forgotten, as in “the world.Today”.
func (c *cutter) endsUnspaced(k, next int) Rule {
	if r := c.firstRune(k); r >= utf8.RuneSelf && r != '…' {
		return endWideStop
	}
	if next != k+1 || k == 0 || c.toks[next].kind != kindWord || c.toks[next].shape != shapeTitle || c.toks[next].end-c.toks[next].start < 2 {
		return ""
	}
	before := c.toks[k-1]
	switch long := before.end-before.start > 2; {
	case before.kind == kindNumber,
		long && before.shape == shapeLower && c.known(k-1)&setAbbr == 0,
		long && before.shape == shapeTitle && c.known(next)&(setStarter|setAbbrTitle) != 0 && c.known(k-1)&setAbbr == 0:
		return endNoSpace
	default:
		return ""
	}
}

// endsAfterMark decides on !, ?, … and runs of points.
func (c *cutter) endsAfterMark(k, next, n int) Rule {
	r := c.firstRune(k)
	if r == '.' || r == '…' {
		if k == c.start || c.toks[k-1].kind == kindOpen || r == '.' && c.toks[k].spaced && c.is(n, "I") {
			return ""
		}
		if c.omission(k, next) > 0 {
			return endFullStop
		}
		return endEllipsis
	}
	closes := c.toks[next-1].kind == kindClose
	switch {
	case k < c.embedded && (!closes || c.mark(next, '(')):
		return ""
	case closes && next == n && c.speakerFollows(n):
		return ""
	case r == '!' && k > 0 && c.known(k-1)&setExclaims != 0 && c.name(k-1) && c.name(n) && c.known(n)&setStarter == 0:
		return ""
	case r == '!':
		return endExclamation
	default:
		return endQuestion
	}
}

// maxSpoke is how many tokens the name of a speaker may have, with what is said of them between commas.
const maxSpoke = 16

// speakerFollows reports whether the words from n on name who spoke the words before: “Why?” Ann Lee asked, and
// “Why?” Ann Lee, the mayor, asked.
func (c *cutter) speakerFollows(n int) bool {
	end := min(n+maxSpoke, len(c.toks))
	for j := n; j < end; j++ {
		words := c.known(j)
		if j > n && words&(setSay|setTell) != 0 && words&(setPast|setThird) != 0 && c.toks[j].shape == shapeLower {
			return true
		}
		if j > n && c.mark(j, ',') {
			for j++; j < end && !c.mark(j, ','); j++ {
				if c.toks[j].kind == kindStop {
					return false
				}
			}
			continue
		}
		if j == n && c.is(j, "I") {
			continue
		}
		if words&setPronoun != 0 || !c.name(j) && words&(setTitle|setRole) == 0 && c.toks[j].kind != kindStop {
			return false
		}
	}
	return false
}

// endsAfterPoints decides on words with points of their own, such as “U.S.” and “p.m.”.
func (c *cutter) endsAfterPoints(k, n int) Rule {
	if !c.name(n) || c.is(k, "e.g.") || c.is(k, "i.e.") {
		return ""
	}
	words := c.known(n)
	if c.is(k, "a.m.") || c.is(k, "p.m.") {
		leadIn := k-c.start <= 3 && c.known(c.start)&setPrep != 0
		if leadIn || words&(setDay|setMonth|setZone) != 0 {
			return ""
		}
		return endTime
	}
	label := n+1 < len(c.toks) && c.mark(n+1, ':')
	begins := words&setStarter != 0 && (words&setNumber == 0 || n+1 < len(c.toks) && c.toks[n+1].shape == shapeLower)
	if label || begins && !c.initial(n) {
		return endAcronym
	}
	return ""
}

// initial reports whether token n is a letter with a point, which begins a name.
func (c *cutter) initial(n int) bool {
	return c.toks[n].end-c.toks[n].start == 1 && n+1 < len(c.toks) && c.mark(n+1, '.')
}

// endsAfterWord decides on a point right after token p, where n is the word that follows.
func (c *cutter) endsAfterWord(p, n int) Rule {
	word, next := c.toks[p], c.toks[n]
	if word.kind == kindNumber {
		item := p == c.start && word.end-word.start <= 3 || p == c.start+1 && c.toks[c.start].kind == kindPunct
		if item {
			return ""
		}
		return endFullStop
	}
	if word.kind != kindWord {
		if c.oneMark(p, "°º") && next.kind == kindNumber {
			return ""
		}
		return endFullStop
	}
	if word.end-word.start == 1 {
		return c.endsAfterLetter(p, n)
	}
	words := c.known(p)
	if p == c.start && word.shape == shapeUpper && c.known(n)&setMonth != 0 {
		return "" // the dateline “MOSCOW. Jan 14”
	}
	if words&setAbbr == 0 {
		return endFullStop
	}
	return c.endsAfterAbbreviation(p, n, words)
}

// endsAfterAbbreviation decides on the point of the abbreviation p, which is in words.
func (c *cutter) endsAfterAbbreviation(p, n int, words wordSet) Rule {
	word, number := c.toks[p], c.toks[n].kind == kindNumber
	starter := c.known(n)&setStarter != 0 && !c.initial(n)
	small := word.shape == shapeLower
	switch {
	case words&setAbbrTitle != 0 && !small:
		// A title never ends a sentence; a street, “Main St.”, and letters in capitals may.
		place := p > c.start && c.name(p-1) && words&setAbbrMay != 0
		if !starter || word.shape != shapeUpper && !place {
			return ""
		}
	case words&setAbbrNever != 0 && word.shape != shapeUpper:
		return ""
	case words&setAbbrDate != 0 && !small, words&setAbbrNumber != 0 && number:
		if number || !starter {
			return ""
		}
	case words&setAbbrMay != 0 && !small, words&setAbbrSmall != 0:
		if !starter {
			return ""
		}
	default:
		return endFullStop
	}
	return endAbbreviation
}

// endsAfterLetter decides on a point after a single letter: an initial, or the last word of a sentence.
func (c *cutter) endsAfterLetter(p, n int) Rule {
	if p == c.start || c.toks[n].kind == kindNumber {
		return ""
	}
	words := c.known(n)
	starter := words&setStarter != 0 && words&setModal == 0 && !c.initial(n)
	before := c.toks[p-1]
	plain := before.kind != kindWord || before.shape == shapeLower
	goesOn := n+1 < len(c.toks) && c.toks[n+1].shape == shapeLower
	if plain && (starter || c.is(p, "I")) || starter && goesOn { // “you and I. Then”, “Plan B. It works”
		return endLetter
	}
	return ""
}
