package intake

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	blackFlag          = '\U0001F3F4' // begins the flags spelt with tag characters
)

// cleaner makes the text of one block canonical, and counts over all blocks what an
// editor should hear about.
type cleaner struct {
	bidi     int // controls of writing direction that were dropped
	replaced int // replacement characters, a sign of a wrong encoding
}

// clean returns the canonical form of one block: white space of every kind collapsed
// to single spaces and trimmed, invisible characters dropped, form C. It is idempotent.
func (c *cleaner) clean(block string) string {
	var out strings.Builder
	out.Grow(len(block))
	scan := blockScan{}
	runes := []rune(block)
	for i, r := range runes {
		switch {
		case unicode.IsSpace(r):
			scan = blockScan{space: out.Len() > 0}
			continue
		case isBidiControl(r):
			c.bidi++
			continue
		case r == unicode.ReplacementChar:
			c.replaced++
		}
		var next rune
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		if !scan.keeps(r, next) {
			continue
		}
		if scan.space {
			out.WriteByte(' ')
			scan.space = false
		}
		out.WriteRune(r)
		scan.last = r
		if !unicode.IsMark(r) && r != zeroWidthJoiner && r != zeroWidthNonJoiner {
			scan.base = r
		}
	}
	return norm.NFC.String(out.String())
}

// warnings tells the editor what was counted.
func (c *cleaner) warnings() []string {
	var out []string
	if c.bidi > 0 {
		out = append(out, fmt.Sprintf("%s removed: invisible controls of writing direction can make text read differently from what it says.",
			plural(c.bidi, "character was", "characters were")))
	}
	if c.replaced > 0 {
		out = append(out, fmt.Sprintf("%s unreadable in the original (shown as \uFFFD): its encoding may have been damaged.",
			plural(c.replaced, "character was", "characters were")))
	}
	return out
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// blockScan is what the decision about a character needs to know of those kept so far.
type blockScan struct {
	base  rune // the last that was not a mark; 0 at the start of a word
	last  rune // the last of any kind; 0 at the start of a word
	space bool // white space came since
}

// keeps says whether r, followed by next, belongs in canonical text. It looks back only
// at what was kept, and at bases rather than marks, so that neither a second pass nor
// the composition of marks changes the answer.
//
// Characters without a width are dropped (category Cf, and controls), since they break
// search, comparison and quotation without anyone seeing why. These stay, because words
// are misspelt or signs come apart without them:
//   - joiner and non-joiner after a letter of a script that spells with them, such as
//     Persian or Malayalam; and the joiner between two emoji;
//   - tag characters of a flag; elsewhere they can carry hidden text;
//   - one variation selector after something visible, since it chooses the glyph;
//   - Arabic number signs and hieroglyph controls: of category Cf, but visible;
//   - the combining grapheme joiner, which normalisation itself puts into long runs of marks.
func (s *blockScan) keeps(r, next rune) bool {
	switch {
	case r == zeroWidthJoiner:
		return s.last != r && s.last != zeroWidthNonJoiner && (usesJoiners(s.base) || isEmoji(s.base) && isEmoji(next))
	case r == zeroWidthNonJoiner:
		return s.last != r && s.last != zeroWidthJoiner && usesJoiners(s.base)
	case isTag(r):
		return s.last == blackFlag || isTag(s.last)
	case unicode.Is(unicode.Variation_Selector, r):
		return s.last != 0 && !unicode.Is(unicode.Variation_Selector, s.last)
	case unicode.Is(unicode.Cf, r):
		return unicode.In(r, unicode.Prepended_Concatenation_Mark, unicode.Egyptian_Hieroglyphs)
	}
	return !unicode.IsControl(r) && !unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// isBidiControl reports the marks, embeddings, overrides and isolates of writing direction.
func isBidiControl(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

func isTag(r rune) bool { return 0xE0020 <= r && r <= 0xE007F }

// isEmoji approximates the property Extended_Pictographic, closely enough to tell a
// joiner inside an emoji sequence from one that hides in ordinary text.
func isEmoji(r rune) bool {
	return unicode.Is(unicode.So, r) || 0x1F000 <= r && r <= 0x1FAFF || r == '\u2194'
}

// usesJoiners reports letters of the scripts whose orthography needs the zero-width
// joiners: cursive ones, and those that form conjuncts (Unicode core specification 23.2).
func usesJoiners(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r,
		unicode.Arabic, unicode.Syriac, unicode.Mandaic, unicode.Mongolian, unicode.Nko, unicode.Phags_Pa,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
		unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Tibetan, unicode.Myanmar,
		unicode.Khmer, unicode.Balinese, unicode.Javanese, unicode.Sundanese, unicode.Brahmi, unicode.Kaithi,
		unicode.Chakma, unicode.Grantha, unicode.Newa, unicode.Tirhuta)
}
