package opinion

import (
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The features after those of the groups, in the order of kinds.
const (
	featLength    = groups + iota // the square root of how many words
	featShort                     // fewer than six words
	featQuestion                  // a question mark
	featExclaimed                 // an exclamation mark
	featAside                     // a bracket
	featScare                     // one to three words in quotation marks
	featQuoted                    // the share of words in quotation marks
	featFigure                    // figures
	featName                      // the share of words with a capital inside the sentence
	featCapitals                  // words all in capitals
	featShortened                 // don't, it's
	featLy                        // adverbs in -ly
	featJudging                   // adjectives in -ous, -ful, -less, -able, -ive, -ish
	featIdeaEnd                   // nouns in -ism, -ness, -ity, -tion
	featEst                       // superlatives in -est
	featPast                      // verbs in -ed
	featOpening                   // opens with a word of argument or doubt: But, So, Perhaps
	featStronger                  // praise or blame made stronger: utterly absurd
	featColour                    // any praise, blame, coloured verb or name for a camp
	featColours                   // two of them and more
	featView                      // all the words that show a view, together
	numFeatures   = groups + iota
)

// Features are what the model sees of a sentence, each from 0 to about 3.
type Features [numFeatures]float64

// Kind is a feature's name, and the sign its weight may have: 1 or -1 where it is known which way a thing speaks,
// whatever a small sample says, and 0 where it is not.
type Kind struct {
	Name string
	Sign float64
}

// Kinds are the features in order.
func Kinds() []Kind { return kinds[:] }

var kinds = [numFeatures]Kind{
	{"praise", 1}, {"blame", 1}, {"coloured-verb", 1}, {"intensifier", 1}, {"certainty", 1}, {"doubt", 1}, {"duty", 1}, {"mind", 1},
	{"argument", 1}, {"always", 1}, {"camp", 1}, {"idea", 1}, {"i", 1}, {"we", 1}, {"you", 1}, {"they", 0}, {"would", 1}, {"is", 0},
	{"was", 0}, {"report", -1}, {"calendar", -1}, {"not", 1}, {"but", 1}, {"comparison", 1}, {"this", 1}, {"ask", 1}, {"even", 1},
	{"length", 0}, {"short", 0}, {"question-mark", 1}, {"exclamation-mark", 1}, {"bracket", 0}, {"scare-quotes", 1}, {"quoted", -1},
	{"figure", -1}, {"name", -1}, {"capitals", 0}, {"shortened", 1}, {"ends-ly", 1}, {"ends-ous", 1}, {"ends-ism", 1}, {"ends-est", 1},
	{"ends-ed", -1}, {"opening", 1}, {"stronger", 1}, {"colour", 1}, {"colours", 1}, {"view", 1},
}

const (
	// colours are the groups of words that take sides, views those that show a writer at all.
	colours = groupPraise | groupBlame | groupVerb | groupCamp
	views   = colours | groupIntense | groupSure | groupDuty | groupMind | groupAlways | groupWe | groupYou | groupNot | groupThis
	opening = groupArgue | groupBut | groupSure | groupUnsure
)

// longest is how many bytes of a word are read.
const longest = 24

// reader counts the features of a sentence.
type reader struct {
	counts        Features
	words, quoted int
	colours       int
	views         int
	// run is one more than the words since a quotation mark, 0 outside quotation marks.
	run  int
	last group // of the word before
}

// read is the features of sentence. What quoted reports as being inside a quotation, by its byte, is somebody
// else's and counts as length alone.
func read(sentence string, quoted func(at int) bool) Features {
	var r reader
	for at := 0; at < len(sentence); {
		if !isLetterOrDigit(sentence[at]) {
			c, size := utf8.DecodeRuneInString(sentence[at:])
			if size == 1 || !unicode.IsLetter(c) && !unicode.IsDigit(c) {
				r.mark(c)
				at += size
				continue
			}
		}
		end := wordEnd(sentence, at)
		r.word(sentence[at:end], quoted(at))
		at = end
	}
	return r.features()
}

// wordEnd is where the word at s[at:] ends: letters and digits, with hyphens and apostrophes between them, and
// points and commas between digits.
func wordEnd(s string, at int) int {
	for at < len(s) {
		if isLetterOrDigit(s[at]) {
			at++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) {
			next, _ := utf8.DecodeRuneInString(s[at+size:])
			joint := strings.ContainsRune("-'’", c) && unicode.IsLetter(next) || strings.ContainsRune("-.,", c) && unicode.IsDigit(next)
			if !joint {
				return at
			}
		}
		at += size
	}
	return at
}

// isLetterOrDigit reports whether c is one of ASCII, as most are.
func isLetterOrDigit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// mark counts what the mark c shows.
func (r *reader) mark(c rune) {
	switch c {
	case '?':
		r.counts[featQuestion] = 1
	case '!':
		r.counts[featExclaimed] = 1
	case '(':
		r.counts[featAside]++
	case '“', '‘', '"':
		r.endRun()
		r.run = 1
	case '”', '’':
		r.endRun()
	}
}

func (r *reader) endRun() {
	if r.run > 1 && r.run <= 4 {
		r.counts[featScare]++
	}
	r.run = 0
}

// word counts what word shows.
func (r *reader) word(word string, quoted bool) {
	r.words++
	if r.run > 0 {
		r.run++
	}
	if quoted {
		r.quoted++
		return
	}
	var buf [longest]byte
	letters, capital := lowered(buf[:0], word)
	if '0' <= letters[0] && letters[0] <= '9' {
		r.counts[featFigure]++
		return
	}
	sets := listed[string(letters)]
	for left := sets; left != 0; left &= left - 1 {
		r.counts[bits.TrailingZeros32(uint32(left))]++
	}
	r.colours += bits.OnesCount32(uint32(sets & colours))
	r.views += bits.OnesCount32(uint32(sets & views))
	if r.last&groupIntense != 0 && sets&(groupPraise|groupBlame) != 0 {
		r.counts[featStronger]++
	}
	r.last = sets
	switch {
	case r.words == 1:
		if sets&opening != 0 {
			r.counts[featOpening] = 1
		}
	case capital:
		r.counts[featName]++
		if len(word) > 1 && !strings.ContainsFunc(word, notUpper) {
			r.counts[featCapitals]++
		}
		return
	}
	r.ending(letters)
}

func notUpper(r rune) bool { return unicode.ToUpper(r) != r }

// lowered appends word in lower case, apostrophes straight, and cuts what does not fit: no word listed is longer.
// capital is set when the word has a capital letter.
func lowered(to []byte, word string) (lower []byte, capital bool) {
	for i := 0; i < len(word) && len(to) < cap(to); i++ {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
			capital = true
		case strings.HasPrefix(word[i:], "’"):
			c = '\''
			i += len("’") - 1
		}
		to = append(to, c)
	}
	return to, capital
}

// endings are the ends of words that tell their kind.
var endings = [...]struct {
	end     string
	feature int
}{
	{"n't", featShortened}, {"'s", featShortened}, {"'re", featShortened}, {"'ve", featShortened}, {"'ll", featShortened},
	{"ly", featLy}, {"ous", featJudging}, {"ful", featJudging}, {"less", featJudging}, {"able", featJudging},
	{"ible", featJudging}, {"ive", featJudging}, {"ish", featJudging}, {"ism", featIdeaEnd}, {"ness", featIdeaEnd},
	{"ity", featIdeaEnd}, {"tion", featIdeaEnd}, {"est", featEst}, {"ed", featPast},
}

// lastLetters are those that endings end in.
const lastLetters = "dehlmnsty"

// ending counts what the end of a word shows.
func (r *reader) ending(lower []byte) {
	if !strings.Contains(lastLetters, string(lower[len(lower)-1:])) {
		return
	}
	for i := range endings {
		e := &endings[i]
		if from := len(lower) - len(e.end); from >= 0 && string(lower[from:]) == e.end && (len(lower) > 4 || e.feature == featShortened) {
			r.counts[e.feature]++
			return
		}
	}
}

// features are the counts as features. The third word of a kind says no more than the second.
func (r *reader) features() Features {
	f := r.counts
	n := float64(max(r.words, 1))
	for i := range f {
		f[i] = min(f[i], 2)
	}
	f[featName] = min(1, 3*r.counts[featName]/max(n, 6))
	f[featLength] = math.Sqrt(n) / 3
	f[featQuoted] = float64(r.quoted) / n
	if r.words < 6 {
		f[featShort] = 1
	}
	f[featColour] = float64(min(r.colours, 1))
	f[featColours] = float64(min(r.colours/2, 1))
	f[featView] = float64(min(r.views, 6)) / 3
	return f
}
