package splitter

import (
	"errors"
	"slices"
	"strings"

	bcp47 "golang.org/x/text/language"
)

// language is what the passes read of a language. It is only ever read.
type language struct {
	// code is its BCP 47 tag.
	code string
	// lexicon holds its words in lower case, apostrophes straight.
	lexicon map[string]wordSet
	// hedges, according, accordingAfter and listeners are the phrases of data.
	hedges, according, accordingAfter, listeners phrases
	// data is nil for English, which has passes of its own.
	data *languageData
}

// languageData is the words and habits of a language. Words are in lower case, several in a string; phrases stand
// one a line.
type languageData struct {
	code string
	// evidence is frequent words by which the language is told from its neighbours.
	evidence string
	words    []wordTable
	hedges   string
	// according are the phrases before a source ("laut"), accordingAfter those after it ("zufolge").
	according, accordingAfter string
	// listeners begin the mention of whom something was said to: "gegenüber", "w rozmowie z".
	listeners string
	// tags stand for a saying verb after what was said: "…, so X".
	tags *wordList
	// particles go with a saying verb and stand at the end of its clause: "teilte … mit".
	particles *wordList
	// denying are the saying verbs whose speaker does not stand behind what follows.
	denying *wordList
	// bylines and stamps begin the lines that name the author and the time of publishing.
	bylines, stamps *wordList
	// ordinals is set when a number with a point may be an ordinal: "am 3. Mai".
	ordinals bool
	// elides is set when short words lose their vowel before another: "l'eau".
	elides bool
	// spacedQuotes is set when a closing mark may stand after a space, reversedQuotes when »…« is in use.
	spacedQuotes, reversedQuotes bool
	// verbSecond is set when the verb comes before its subject after anything else: "Am Montag sagte X".
	verbSecond bool
	// nounCapitals is set when all nouns have capitals, so that a capital makes no name.
	nounCapitals bool
}

// english is the language the passes are made for.
var english = &language{code: "en", lexicon: lexicon}

// unknown is what a text in a language without rules is read as: by the marks all languages share.
var unknown = newLanguage(&languageData{code: "und", spacedQuotes: true, reversedQuotes: true})

// languages are those with rules, English first.
var languages = [...]*language{english, newLanguage(&german), newLanguage(&french), newLanguage(&spanish), newLanguage(&polish), newLanguage(&russian)}

func newLanguage(data *languageData) *language {
	l := &language{code: data.code, data: data, lexicon: make(map[string]wordSet), hedges: newPhrases(data.hedges),
		according: newPhrases(data.according), accordingAfter: newPhrases(data.accordingAfter), listeners: newPhrases(data.listeners)}
	for _, table := range data.words {
		for word := range strings.FieldsSeq(table.words) {
			l.lexicon[word] |= table.set
		}
	}
	return l
}

// phrases are phrases as words in lower case, by the first, longest first.
type phrases map[string][][]string

// newPhrases reads phrases that stand one a line.
func newPhrases(list string) phrases {
	index := make(phrases)
	for line := range strings.Lines(list) {
		if words := strings.Fields(line); len(words) > 0 {
			index[words[0]] = append(index[words[0]], words)
		}
	}
	for _, same := range index {
		slices.SortStableFunc(same, func(x, y []string) int { return len(y) - len(x) })
	}
	return index
}

// phraseEnd is the end of the phrase of index that begins at token k, or k.
func (a *analysis) phraseEnd(k int, index phrases) int {
	if k >= len(a.toks) || a.toks[k].kind != kindWord {
		return k
	}
	for _, words := range index[foldWord(a.str(k))] {
		end := k + 1
		for end < len(a.toks) && end-k < len(words) && foldWord(a.str(end)) == words[end-k] {
			end++
		}
		if end-k == len(words) {
			return end
		}
	}
	return k
}

// asked cuts a verb with its pronoun behind it, "dit-il" and "a-t-elle", in two.
func asked(word string) (verb, pronoun string) {
	i := strings.LastIndexByte(word, '-')
	if i < 0 {
		return "", ""
	}
	return strings.TrimSuffix(word[:i], "-t"), word[i+1:]
}

// foldWord is word in lower case with straight apostrophes.
func foldWord(word string) string { return strings.ReplaceAll(strings.ToLower(word), "’", "'") }

// Languages are the BCP 47 tags of the languages there are rules for, English first.
func Languages() []string {
	tags := make([]string, len(languages))
	for i, l := range languages {
		tags[i] = l.code
	}
	return tags
}

// languageOf is the language with rules that tag names, or nil.
func languageOf(tag string) *language {
	parsed, err := bcp47.Parse(tag)
	if err != nil || parsed == bcp47.Und {
		return nil
	}
	base, _ := parsed.Base()
	for _, l := range languages {
		if l.code == base.String() {
			return l
		}
	}
	return nil
}

// readAs decides which language the text is read as: the one the caller names or, without one, that of the text.
func (a *analysis) readAs(named string) {
	tag, err := bcp47.Parse(named)
	var noSuch bcp47.ValueError // of the form of a tag, and none
	if a.tag = named; err != nil && !errors.As(err, &noSuch) || tag == bcp47.Und && err == nil {
		a.tag = detect(a.text)
	}
	a.lang = unknown
	if l := languageOf(a.tag); l != nil {
		a.lang, a.tag = l, l.code
	}
}

// unread says of every sentence that there are no rules for its language.
func (a *analysis) unread() {
	reason := "not supported for this language: " + a.tag
	if a.tag == "und" {
		reason = "not supported: the language is not known"
	}
	for i := range a.sents {
		s := &a.sents[i]
		s.class, s.rule, s.reasons = ClassClaim, ruleUnread, []string{reason}
	}
}

// spacedQuotes is set when a closing quotation mark may stand after a space.
func (l *language) spacedQuotes() bool { return l.data != nil && l.data.spacedQuotes }

// lookUp is the sets word is in.
func (l *language) lookUp(word string) wordSet {
	if l == english {
		return lookUp(word)
	}
	lower := foldWord(word)
	set, known := l.lexicon[lower]
	if known || !l.data.elides {
		return set
	}
	if i := strings.IndexByte(lower, '\''); i > 0 {
		return l.lexicon[lower[:i+1]] | l.lexicon[lower[i+1:]] // "l'agence", "qu'il"
	}
	verb, pronoun := asked(lower)
	return l.lexicon[verb] | l.lexicon[pronoun]
}
