package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// How much of a text is read to find its language: so many pieces of so many bytes, from its start to its end.
// The short pieces are enough to see that a text is English, as most are.
const (
	samplePieces = 3
	shortPiece   = 160
	longPiece    = 700
)

// What it takes to believe in a language. Below it the text is read as English.
const (
	// minEvidence is how many of the frequent words of a language make it likely, clearEvidence one in how many
	// words it takes when the detector is not sure.
	minEvidence   = 2
	minWords      = 4
	clearEvidence = 6
	// minProse is how many words in lower case the detector must have seen to be believed alone: lists of names
	// look like any language.
	minProse = 12
)

// evidenceOf tells for frequent words which of languages, by bit, they are evidence of. It is only ever read.
var evidenceOf = newEvidence()

// englishEvidence is what languageData.evidence is, for English.
const englishEvidence = `the of and to that with for was were is are has have had by from this which his their they
	been would will who said not but it he she its an at be we you what do can more about there or if`

// setGrammar are the words that a text of any kind in a language is full of.
const setGrammar = setFinite | setDet | setPronoun | setPrep | setAnd | setSub | setNot | setAdverb | setStarter | setFirst | setTime

func newEvidence() map[string]uint8 {
	index := make(map[string]uint8)
	for i, l := range languages {
		words := englishEvidence
		if l.data != nil {
			words = l.data.evidence
		}
		for word := range strings.FieldsSeq(words) {
			if l == english || english.lookUp(word)&setGrammar == 0 { // a word that is English too tells nothing
				index[word] |= 1 << i
			}
		}
	}
	return index
}

// evidence is what the words of a sample show.
type evidence struct {
	// words counts all words, prose those in lower case, foreign those in other letters than Latin.
	words, prose, foreign int
	// of counts the frequent words of each of languages.
	of [len(languages)]int
}

// detect is the BCP 47 tag of the language of text, "und" when it is in other than Latin letters and not known.
// A text that gives no clear evidence of another language is English. The detector, trigram profiles after
// Cavnar and Trenkle ("N-Gram-Based Text Categorization", 1994), proposes; the frequent words confirm.
func detect(text string) string {
	if e := readEvidence(pieces(text, shortPiece)); e.prose >= minProse && e.of[0]*clearEvidence > e.words {
		return "en"
	}
	sample := pieces(text, longPiece)
	e := readEvidence(sample)
	if e.words < minWords && e.foreign == 0 || e.english() {
		return "en"
	}
	// Ties are the only results of the detector that may differ from run to run; they come with no confidence.
	info := whatlanggo.Detect(strings.Join(sample[:], "\n"))
	found, sure := info.Lang.Iso6391(), info.IsReliable()
	if info.Confidence == 0 {
		found = ""
	}
	foreign := e.foreign*2 > e.words
	if best := e.best(found); best > 0 && (foreign || !sure || e.prose < minProse || found == languages[best].code) {
		return languages[best].code
	}
	switch {
	case foreign && !sure:
		return "und"
	case foreign, sure && found != "" && e.prose >= minProse && !e.someEnglish():
		return found
	default:
		return "en"
	}
}

// english reports whether the words show English whatever the detector would say, which takes a hundred times as long.
func (e evidence) english() bool {
	for i := range e.of {
		if e.outweighs(i) {
			return false
		}
	}
	return e.foreign*2 <= e.words && e.someEnglish()
}

// someEnglish reports whether enough of the words are English for a text of names and figures in it.
func (e evidence) someEnglish() bool { return e.of[0]*2*clearEvidence >= e.words }

// outweighs reports whether the evidence of languages[i] is far more than that of English.
func (e evidence) outweighs(i int) bool { return e.of[i] > 2*e.of[0] }

// best is the index of the language that e shows, which the detector took for found; 0 when that is not clear.
func (e evidence) best(found string) int {
	best := 0
	for i, n := range e.of {
		if n > e.of[best] || n == e.of[best] && languages[i].code == found {
			best = i
		}
	}
	if e.of[best] < minEvidence || !e.outweighs(best) || languages[best].code != found && e.of[best]*clearEvidence <= e.words {
		return 0
	}
	return best
}

// pieces are samplePieces pieces of text of size bytes each, from its start to its end; the first is the whole when
// that is not longer.
func pieces(text string, size int) (out [samplePieces]string) {
	if len(text) <= samplePieces*size {
		out[0] = text
		return out
	}
	for i := range out {
		start := (len(text) - size) * i / (samplePieces - 1)
		end := start + size
		for start > 0 && !utf8.RuneStart(text[start]) {
			start--
		}
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		out[i] = text[start:end]
	}
	return out
}

// readEvidence counts what the words of sample show.
func readEvidence(sample [samplePieces]string) evidence {
	var e evidence
	for _, text := range sample {
		for at := 0; at < len(text); {
			end := wordEnd(text, at)
			if end > at {
				e.count(text[at:end])
				at = end
				continue
			}
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
	return e
}

// wordEnd is the end of the letters at text[at:].
func wordEnd(text string, at int) int {
	for at < len(text) {
		if c := text[at]; c < utf8.RuneSelf {
			if !isASCIILetter(c) {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.In(r, unicode.L, unicode.M) {
			return at
		}
		at += size
	}
	return at
}

// maxEvidence is how many bytes a frequent word has at most.
const maxEvidence = 16

// count takes word into e.
func (e *evidence) count(word string) {
	e.words++
	first, size := utf8.DecodeRuneInString(word)
	if size > 1 && !unicode.Is(unicode.Latin, first) {
		e.foreign++
	}
	upper := unicode.IsUpper(first)
	if !upper {
		e.prose++
	}
	if len(word) > maxEvidence {
		return
	}
	of := evidenceOf[word]
	if upper {
		var buf [maxEvidence + utf8.UTFMax]byte
		lower := append(utf8.AppendRune(buf[:0], unicode.ToLower(first)), word[size:]...)
		of = evidenceOf[string(lower)]
	}
	for i := 0; of != 0; i, of = i+1, of>>1 {
		e.of[i] += int(of & 1)
	}
}
