package splitter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fill is words put into a statement for tokens of the text.
type fill struct {
	at    run // the tokens the words stand for; empty where the words come in before a token
	words string
	from  bytesOf // the words of the text they were taken from
}

// statement is the claim p of sentence i as a sentence of its own: one line, a capital, a final stop, no half
// quotations, and for words that do not stand alone those they stand for. unclear are the words, as reasons, that
// were left because it is not certain what they stand for.
func (a *analysis) statement(i int, p piece) (text string, put []filled, unclear []string) {
	ref := a.newReferences(i, p)
	w := statementWriter{a: a, quotes: a.keepsQuotes(p)}
	w.b.Grow(len(a.text[a.toks[p.all().from].start:a.toks[p.all().to-1].end]) + statementRoom)
	if !p.subject.empty() {
		w.inserted = p.subject
		w.run(p.subject, ref.fills(p.subject))
		w.inserted = run{}
	}
	for n, part := range p.parts {
		fills := ref.fills(part)
		if told := toldOf[a.str(part.from)]; n == 0 && p.framed && !p.subject.empty() && told != "" {
			cue := run{part.from, part.from + 1}
			fills = slices.Insert(fills, 0, fill{at: cue, words: told, from: a.tokensOf(cue.from, cue.to)})
		}
		w.run(part, fills)
	}
	return w.finish(), w.filled, ref.unclear
}

// statementRoom is how many bytes are made ready for the words put into a statement.
const statementRoom = 64

// keepsQuotes reports whether the quotation marks in p all have their partners there.
func (a *analysis) keepsQuotes(p piece) bool {
	for _, r := range p.parts {
		for k := r.from; k < r.to; k++ {
			if kind := a.toks[k].kind; kind != kindOpen && kind != kindClose {
				continue
			}
			if q := a.quotationAt(k); q < 0 || a.quotes[q].from < r.from || a.quotes[q].to > r.to {
				return false
			}
		}
	}
	return true
}

// statementWriter builds a statement and notes where words were put in.
type statementWriter struct {
	a      *analysis
	b      strings.Builder
	points int // code points in b
	quotes bool
	filled []filled
	// inserted is the tokens now written that do not stand in the claim's own words.
	inserted run
}

// run writes the tokens of r with fills, in order, put in.
func (w *statementWriter) run(r run, fills []fill) {
	for k := r.from; k < r.to; k++ {
		if len(fills) > 0 && fills[0].at.from == k {
			f := fills[0]
			fills = fills[1:]
			w.put(k == r.from || w.a.toks[k].spaced, f.words, w.a.tokensOf(f.at.from, f.at.to), f.from)
			if !f.at.empty() {
				k = f.at.to - 1
				continue
			}
		}
		t := w.a.toks[k]
		if !w.quotes && (t.kind == kindOpen || t.kind == kindClose) {
			continue
		}
		spaced := t.spaced || k == r.from || !w.quotes && w.a.toks[k-1].kind == kindOpen && w.a.toks[k-1].spaced
		if w.inserted.empty() {
			w.write(spaced, w.a.str(k))
			continue
		}
		w.insert(spaced, k)
	}
}

// insert writes token k of a subject taken from another clause.
func (w *statementWriter) insert(spaced bool, k int) {
	place := w.a.tokensOf(k, k+1)
	if n := len(w.filled); n > 0 && w.filled[n-1].of.empty() && w.filled[n-1].from.end <= place.start && w.filled[n-1].from.start >= w.a.tokensOf(w.inserted.from, w.inserted.to).start &&
		w.filled[n-1].end == w.points {
		w.write(spaced, w.a.str(k))
		w.filled[n-1].end, w.filled[n-1].from.end = w.points, place.end
		return
	}
	w.put(spaced, w.a.str(k), bytesOf{}, place)
}

// put writes words that stand for of and were taken from from.
func (w *statementWriter) put(spaced bool, words string, of, from bytesOf) {
	if w.points == 0 {
		words = capitalised(words)
	}
	start := w.points
	if start > 0 && spaced {
		start++
	}
	if !w.inserted.empty() {
		of = bytesOf{}
	}
	if w.write(spaced, words); w.points <= start {
		return
	}
	w.filled = append(w.filled, filled{start: start, end: w.points, of: of, from: from})
}

// write appends words, after a space when spaced.
func (w *statementWriter) write(spaced bool, words string) {
	if words = printable(words); words == "" {
		return
	}
	if w.points == 0 {
		words = capitalised(words)
	} else if spaced {
		w.b.WriteByte(' ')
		w.points++
	}
	w.b.WriteString(words)
	w.points += utf8.RuneCountInString(words)
}

// printable is words without control characters, C0 and C1.
func printable(words string) string {
	if strings.IndexFunc(words, unicode.IsControl) < 0 {
		return words
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, words)
}

// finish is the statement with its stop.
func (w *statementWriter) finish() string {
	text := strings.TrimRight(w.b.String(), " ,")
	if !closed(text) || strings.HasSuffix(text, "”") && !stopped(text) || strings.HasSuffix(text, `"`) && !stopped(text) {
		if len(text) < w.b.Len() {
			return text + "."
		}
		w.b.WriteByte('.')
		return w.b.String()
	}
	return text
}

// stopped reports whether a stop stands before the mark that closes text.
func stopped(text string) bool {
	text = strings.TrimRight(text, `”"’'`)
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", r)
}

// capitalised is words with a capital, except where a name begins in lower case ("iPhone").
func capitalised(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	next, _ := utf8.DecodeRuneInString(words[size:])
	if !unicode.IsLower(r) || unicode.IsUpper(next) {
		return words
	}
	return string(unicode.ToUpper(r)) + words[size:]
}
