package splitter

import "factdesk/internal/textspan"

// sentence is one sentence, its tokens and what the later steps find out about it.
type sentence struct {
	bytesOf
	from, to int // tokens
	block    int
	class    Class
	score    float64
	opinion  float64
	reasons  []string
	// rule made the class, endRule the end.
	rule, endRule Rule
}

// ending is a token before which a sentence begins, and the rule that ended the one before it.
type ending struct {
	at   int
	rule Rule
}

// Limits, in tokens, of what may stand inside a sentence without its stops counting.
const (
	maxBracket  = 80
	maxEmbedded = 200
)

// Sentences are the sentences of text as Split finds them, in code points, without anything else about them.
func Sentences(text string) []textspan.Span {
	a := &analysis{text: text}
	a.readAs("")
	a.readBlocks()
	ix := textspan.NewIndex(text)
	spans := make([]textspan.Span, len(a.sents))
	for i, s := range a.sents {
		spans[i] = ix.Span(s.start, s.end)
	}
	return spans
}

// readBlocks lays the text out and cuts each block into tokens and sentences.
func (a *analysis) readBlocks() {
	a.blocks = layout(a.text)
	a.toks = make([]token, 0, len(a.text)/5+8)
	a.sents = make([]sentence, 0, len(a.blocks)+len(a.text)/120)
	var ends []ending
	for i := range a.blocks {
		b := &a.blocks[i]
		b.from, b.first = len(a.toks), len(a.sents)
		a.tokenize(b.start, b.end)
		a.pairQuotes(b.from, len(a.toks))
		c := cutter{analysis: a, ends: ends[:0], from: b.from, start: b.from}
		ends = append(c.cut(), ending{len(a.toks), b.rule})
		a.cutSentences(i, ends)
		b.to, b.last = len(a.toks), len(a.sents)
	}
}

// cutter walks through the tokens of one block and finds where its sentences end.
type cutter struct {
	*analysis
	ends []ending
	// from is the first token of the block, start that of the sentence under way.
	from, start int
	// worded is set when the sentence under way has a word by now: marks alone end nothing.
	worded bool
	// shut is the last token of a bracket or quotation within the sentence in which nothing ends it, embedded that
	// of a quotation whose question and exclamation marks are its own.
	shut, embedded int
}

// cut are the ends within the block; its own end is not among them.
func (c *cutter) cut() []ending {
	if c.pullQuote() {
		return c.ends
	}
	items := c.listItems(c.from)
	for k := c.from; k < len(c.toks); k++ {
		for len(items) > 0 && items[0] <= k {
			if items[0] == k && k > c.start {
				c.end(k, endListItem)
			}
			items = items[1:]
		}
		t := &c.toks[k]
		switch t.kind {
		case kindWord, kindNumber, kindURL:
			c.worded = true
			if t.points && c.text[t.end-1] == '.' {
				k = c.atStop(k)
			}
		case kindStop:
			k = c.atStop(k)
		case kindOpen:
			c.atQuote(k)
		case kindPunct:
			c.atBracket(k)
		}
	}
	return c.ends
}

// end ends the sentence under way before token k.
func (c *cutter) end(k int, rule Rule) {
	c.ends = append(c.ends, ending{k, rule})
	c.start, c.worded = k, false
}

// atStop looks at the stop k, ends the sentence after it where it should, and is the last token that went with
// the stop.
func (c *cutter) atStop(k int) int {
	next := c.afterStop(k)
	if next < len(c.toks) && c.worded && k+1 >= c.shut {
		if rule := c.ending(k, next); rule != "" {
			if gap := c.omission(k, next); gap > 0 {
				next = gap
			}
			c.end(next, rule)
		}
	}
	return max(k, next-1)
}

// atBracket looks at the mark k: a bracket that opens in mid-sentence keeps the stops in it from counting, and
// one that holds only an ellipsis ends a sentence before a word that begins one.
func (c *cutter) atBracket(k int) {
	if k == c.start || k < c.shut || !c.mark(k, '(') && !c.mark(k, '[') {
		return
	}
	c.shut = c.bracketEnd(k)
	next := c.shut + 1
	if c.shut == k || !c.mark(k, '[') || !c.worded || next+1 >= len(c.toks) || !c.toks[next].spaced || c.toks[next].shape != shapeTitle {
		return
	}
	for j := k + 1; j < c.shut; j++ {
		if c.toks[j].kind != kindStop {
			return
		}
	}
	if words := c.known(next); words&setStarter != 0 || c.known(next+1)&(setAux|setModal) != 0 {
		c.end(next, endOmission)
	}
}

// bracketEnd is the token that closes the bracket that opens at k, or k when none does soon.
func (a *analysis) bracketEnd(k int) int {
	for j := k + 1; j < min(k+maxBracket, len(a.toks)); j++ {
		if a.mark(j, ')') || a.mark(j, ']') {
			return j
		}
	}
	return k
}

// atQuote looks at the quotation that opens at k. When it goes on with the grammar of a sentence under way, as
// in “they ‘will pay more! Or leave’ (Ann Lee)”, its marks belong to it, and when the sentence goes on after it
// as well, no stop in it ends anything.
func (c *cutter) atQuote(k int) {
	if k == c.start || k < c.shut || k < c.embedded || !c.worded || k+1 >= len(c.toks) || c.toks[k+1].shape != shapeLower {
		return
	}
	end := c.quoteEnd(k)
	if end == k {
		return
	}
	c.embedded = end
	last, next := c.toks[end-1], end+1
	if next >= len(c.toks) || last.kind == kindStop || c.mark(end-1, ',') {
		return
	}
	if c.mark(next, '(') || c.toks[next].kind == kindWord && c.toks[next].shape == shapeLower {
		c.shut = end
	}
}

// quoteEnd is the token that closes the quotation that opens at k, or k when none does soon.
func (a *analysis) quoteEnd(k int) int {
	for j := k + 1; j < min(k+maxEmbedded, len(a.toks)); j++ {
		if a.toks[j].kind == kindClose && a.sameQuotes(k, j) {
			return j
		}
	}
	return k
}

// pullQuote reports whether the block is a short quotation and the name of who said it: “We will win. They will
// not.” – Ann Lee. It is one piece.
func (c *cutter) pullQuote() bool {
	n := len(c.toks)
	if n-c.from < 4 || c.toks[c.from].kind != kindOpen {
		return false
	}
	end := c.quoteEnd(c.from)
	if end == c.from || end-c.from > maxPullQuote || c.toks[end-1].kind != kindStop || n-end-1 > maxSignature {
		return false
	}
	return c.signature(end+1, n)
}

// Limits, in tokens, of a quotation set apart on a line of its own, and of the name under it.
const (
	maxPullQuote = 32
	maxSignature = 20
)

// signature reports whether tokens [from,to) are the name of who said something, after a dash or alone, and
// perhaps the title it was said under in quotation marks: no verb, and no stop.
func (c *cutter) signature(from, to int) bool {
	if from < to && c.dash(from) {
		from++
	}
	if from >= to || !c.name(from) || c.known(from)&setStarter != 0 {
		return false
	}
	for k := from; k < to; k++ {
		if c.toks[k].kind == kindOpen {
			k = c.quoteEnd(k)
			continue
		}
		if c.toks[k].kind == kindStop && !c.toks[k-1].points || c.known(k)&(setAux|setModal|setSay|setTell|setVerb) != 0 && c.toks[k].shape == shapeLower {
			return false
		}
	}
	return true
}

// dash reports whether token k is a dash.
func (a *analysis) dash(k int) bool { return a.toks[k].kind == kindPunct && a.oneMark(k, "—–-―") }

// afterStop is the first token after the stop at k, the stops that go with it, and what closes with it:
// quotation marks, brackets, and the numbers of footnotes.
func (a *analysis) afterStop(k int) int {
	n, j := len(a.toks), k+1
	for j < n && a.toks[j].kind == kindStop && (!a.toks[j].spaced || a.mark(j, '.') && a.mark(j-1, '.')) {
		j++
	}
	for j < n && (!a.toks[j].spaced || a.lang.spacedQuotes() && a.toks[j].kind == kindClose) {
		switch {
		case a.toks[j].kind == kindClose, a.toks[j].kind == kindStop, a.mark(j, ')'), a.mark(j, ']'), a.mark(j, '}'):
			j++
		case a.mark(j, '[') && j+2 < n && a.toks[j+1].kind == kindNumber && a.mark(j+2, ']'):
			j += 3
		default:
			return a.afterNotes(k, j)
		}
	}
	return j
}

// afterNotes is the token after the numbers of footnotes that stand at j, raised in print, as in “end.11 12 The”.
func (a *analysis) afterNotes(k, j int) int {
	if k == 0 || !a.noteNumber(j) || a.toks[j].spaced {
		return j
	}
	if before := a.toks[k-1]; before.shape != shapeLower && !a.mark(k-1, ')') || before.shape == shapeLower && a.lang.lookUp(a.str(k-1))&setAbbr != 0 {
		return j
	}
	m := j + 1
	for m < len(a.toks) && a.noteNumber(m) {
		m++
	}
	if m < len(a.toks) && a.toks[m].spaced && a.toks[m].shape == shapeTitle {
		return m
	}
	return j
}

// noteNumber reports a number of one to three digits.
func (a *analysis) noteNumber(k int) bool {
	t := a.toks[k]
	if t.kind != kindNumber || t.end-t.start > 3 {
		return false
	}
	for i := t.start; i < t.end; i++ {
		if !isDigit(a.text[i]) {
			return false
		}
	}
	return true
}

// omission is where the points of an ellipsis begin that follows the stop k, right after its word, and marks
// what was left out before the next sentence: “word. ... Then” and “word. . . . Then”. It is 0 when there is none.
func (a *analysis) omission(k, next int) int {
	if next-k != 4 || a.toks[k].spaced || !a.toks[k+1].spaced || !a.mark(k, '.') {
		return 0
	}
	for j := k + 1; j < next; j++ {
		if !a.mark(j, '.') {
			return 0
		}
	}
	return k + 1
}

// cutSentences makes the sentences of block i from the ends of their tokens, and joins the points of
// abbreviations to their words.
func (a *analysis) cutSentences(i int, ends []ending) {
	at := a.blocks[i].from // the first token of the sentence, before joining
	w := at                // where the next kept token goes
	for _, end := range ends {
		first := w
		for k := at; k < end.at; k++ {
			t := &a.toks[k]
			if t.kind == kindStop && !t.spaced && w > first && k+1 < end.at && a.text[t.start] == '.' &&
				a.toks[w-1].kind == kindWord && !a.toks[w-1].points &&
				a.toks[k+1].kind != kindStop && a.toks[k+1].kind != kindClose {
				a.toks[w-1].end = t.end
				continue
			}
			if w != k {
				a.toks[w] = *t
			}
			w++
		}
		if w > first {
			a.sents = append(a.sents, sentence{bytesOf: a.tokensOf(first, w), from: first, to: w, block: i, endRule: end.rule})
		}
		at = end.at
	}
	a.toks = a.toks[:w]
}
