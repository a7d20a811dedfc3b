package components

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Text is an article, or a passage of it, ready to be shown with its claims marked.
type Text struct {
	Lang   string // BCP 47
	Blocks []TextBlock
	// Take describes the "claim" link of each sentence; nil shows none.
	Take *TextTake
	// Apart is what was found in each sentence, by its ordinal: with it the sentences are shown one by one. Nil for
	// the text as it is read.
	Apart map[int]SentenceFacts
}

// whole are the blocks of a text that is not taken apart.
func (t Text) whole() []TextBlock {
	if t.Apart != nil {
		return nil
	}
	return t.Blocks
}

// TextTake is what the link that makes a claim of a sentence sends.
type TextTake struct {
	URL     string // the article's page; "?sentence=N" is added
	View    string // how the workbench is looked at; "" as it is read
	Action  string // "/articles/1/claims"
	Version int    // of the article
	Key     string // idempotency key; the sentence's number is added
}

// TextBlock is a paragraph, or a heading, or what belongs to the page and not to the article.
type TextBlock struct {
	Kind      BlockKind
	Sentences []TextSentence
}

// BlockKind says how loud a block is.
type BlockKind string

// The kinds of block.
const (
	Paragraph   BlockKind = "paragraph"
	Heading     BlockKind = "heading"
	Boilerplate BlockKind = "boilerplate"
)

// TextSentence is one sentence. Offsets are in code points of the article version.
type TextSentence struct {
	Ordinal int // -1 for words that are in no sentence
	Start   int
	End     int
	Class   string // claim, opinion, question, heading, boilerplate
	Parts   []TextPart
	Gap     []TextPart // what stands between it and the next one of its block
}

// TextPart is a stretch of text under one and the same claims.
type TextPart struct {
	Start  int // code points
	Text   string
	Hedge  bool        // a hedge of the article's own: "reportedly"
	Claims []TextClaim // shortest first
	// Link is the claim the part leads to: the shortest that has no link before
	// it. Nil where every claim has one, so that no claim is announced twice.
	Link *TextClaim
}

// TextClaim is a claim as its mark shows it.
type TextClaim struct {
	ID      int64
	Number  int    // its place in the article
	Status  Status // Name decides how the mark looks
	URL     string // the page with this claim as the current one
	Current bool
	Length  int // of its words, in code points
}

// TextInput is what BuildText cuts up. Offsets are in code points of the article version.
type TextInput struct {
	Text      string
	Offset    int // where Text begins in the version; 0 for a whole article
	Sentences []SentenceInput
	Pieces    []PieceInput
	Claims    map[int64]TextClaim
}

// SentenceInput is where a sentence is and what it is.
type SentenceInput struct {
	Ordinal, Start, End int
	Class               string
	// GoesOn is set when the paragraph does not end with the sentence, whatever line the next one begins on.
	GoesOn bool
}

// PieceInput is a stretch of text and what is over it. Pieces come in order and do not overlap.
type PieceInput struct {
	Start, End int
	Claims     []int64
	Hedge      bool
}

// BuildText cuts a text into blocks (at line breaks), sentences and flat parts. Joined again, the
// parts of a block are its words: nothing is added, dropped or shown twice. A line break inside a
// sentence, or after one whose paragraph goes on, is how the text was wrapped: it stays in its block,
// where a browser shows it as a space. Claims that are not in the map are not marked.
func BuildText(in TextInput) []TextBlock {
	b := textBuilder{in: in, runes: []rune(in.Text), linked: map[int64]bool{}}
	var blocks []TextBlock
	start, next := 0, 0 // next is the first sentence that ends behind the place
	for i := 0; i <= len(b.runes); i++ {
		if i < len(b.runes) && b.runes[i] != '\n' {
			continue
		}
		for next < len(in.Sentences) && in.Sentences[next].End <= i+in.Offset {
			next++
		}
		if i < len(b.runes) && b.wraps(next, i+in.Offset) {
			continue
		}
		if i > start {
			blocks = append(blocks, b.block(start+in.Offset, i+in.Offset))
		}
		start = i + 1
	}
	return blocks
}

type textBuilder struct {
	in     TextInput
	runes  []rune
	linked map[int64]bool
}

// wraps reports whether a line break is none of the author's: next is the first sentence that ends behind it.
func (b *textBuilder) wraps(next, at int) bool {
	list := b.in.Sentences
	inside := next < len(list) && list[next].Start < at
	return inside || next > 0 && next < len(list) && list[next-1].GoesOn
}

// block cuts [start,end) into its sentences; words before the first become one without a number.
func (b *textBuilder) block(start, end int) TextBlock {
	out := TextBlock{}
	at := start
	for _, s := range b.in.Sentences {
		from, to := max(s.Start, at), min(s.End, end)
		if from >= to {
			continue
		}
		if from > at {
			b.gap(&out, at, from)
		}
		out.Sentences = append(out.Sentences, TextSentence{
			Ordinal: s.Ordinal, Start: s.Start, End: s.End, Class: s.Class, Parts: b.parts(from, to),
		})
		at = to
	}
	if at < end {
		b.gap(&out, at, end)
	}
	out.Kind = kindOf(out.Sentences)
	return out
}

// gap adds words that are in no sentence to the sentence before them.
func (b *textBuilder) gap(block *TextBlock, from, to int) {
	if last := len(block.Sentences) - 1; last >= 0 {
		block.Sentences[last].Gap = append(block.Sentences[last].Gap, b.parts(from, to)...)
		return
	}
	block.Sentences = append(block.Sentences, TextSentence{Ordinal: -1, Start: from, End: to, Parts: b.parts(from, to)})
}

// parts cuts [from,to) at the edges of the pieces.
func (b *textBuilder) parts(from, to int) []TextPart {
	var parts []TextPart
	at := from
	first, _ := slices.BinarySearchFunc(b.in.Pieces, from, func(p PieceInput, at int) int { return cmp.Compare(p.End, at+1) })
	for _, p := range b.in.Pieces[first:] {
		if p.Start >= to {
			break
		}
		start, end := max(p.Start, at), min(p.End, to)
		if start >= end {
			continue
		}
		if start > at {
			parts = append(parts, b.part(PieceInput{Start: at, End: start}))
		}
		parts = append(parts, b.part(PieceInput{Start: start, End: end, Claims: p.Claims, Hedge: p.Hedge}))
		at = end
	}
	if at < to {
		parts = append(parts, b.part(PieceInput{Start: at, End: to}))
	}
	return parts
}

func (b *textBuilder) part(p PieceInput) TextPart {
	part := TextPart{Start: p.Start, Text: string(b.runes[p.Start-b.in.Offset : p.End-b.in.Offset]), Hedge: p.Hedge}
	for _, id := range p.Claims {
		if claim, ok := b.in.Claims[id]; ok {
			part.Claims = append(part.Claims, claim)
		}
	}
	slices.SortStableFunc(part.Claims, func(x, y TextClaim) int { return cmp.Compare(x.Length, y.Length) })
	for i := range part.Claims {
		if claim := &part.Claims[i]; !b.linked[claim.ID] {
			b.linked[claim.ID] = true
			part.Link = claim
			break
		}
	}
	return part
}

// kindOf returns the kind of a block from its sentences: quiet only when all of them are.
func kindOf(sentences []TextSentence) BlockKind {
	for _, kind := range []BlockKind{Heading, Boilerplate} {
		if len(sentences) > 0 && !slices.ContainsFunc(sentences, func(s TextSentence) bool { return s.Class != string(kind) }) {
			return kind
		}
	}
	return Paragraph
}

// Passage returns the blocks with the current claim's words and as many blocks around them as said;
// all of them when no claim is current.
func Passage(blocks []TextBlock, around int) []TextBlock {
	first, last := -1, -1
	for i, block := range blocks {
		if block.current() {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return blocks
	}
	return blocks[max(0, first-around):min(len(blocks), last+around+1)]
}

func (b TextBlock) current() bool {
	return slices.ContainsFunc(b.Sentences, func(s TextSentence) bool {
		return slices.ContainsFunc(s.Parts, TextPart.current)
	})
}

func (p TextPart) current() bool {
	return slices.ContainsFunc(p.Claims, func(c TextClaim) bool { return c.Current })
}

// class returns the classes of a mark: the shortest claim's status, the depth, and whether it is the current one.
func (p TextPart) class() string {
	class := "cm s-" + p.Claims[0].Status.Name + " d" + strconv.Itoa(min(len(p.Claims), 3))
	for _, c := range p.Claims {
		if c.Current {
			class = "cm s-" + c.Status.Name + " d" + strconv.Itoa(min(len(p.Claims), 3)) + " current"
		}
	}
	return class
}

// ids returns the claims of a mark for the script, shortest first.
func (p TextPart) ids() string {
	ids := make([]string, len(p.Claims))
	for i, c := range p.Claims {
		ids[i] = strconv.FormatInt(c.ID, 10)
	}
	return strings.Join(ids, " ")
}

// spoken is what a screen reader hears before a claim's first words.
func (c TextClaim) spoken() string {
	return "Claim " + strconv.Itoa(c.Number) + ", " + strings.ToLower(c.Status.Label) + ": "
}

func (c TextClaim) anchor() string { return "mark-" + strconv.FormatInt(c.ID, 10) }

func (t TextTake) sentenceURL(ordinal int) string {
	return InView(t.URL+"?sentence="+strconv.Itoa(ordinal), t.View) + "#make-claim"
}

// values returns what the link sends with the script: the sentence's span.
func (t TextTake) values(s TextSentence) string {
	return `{"key":` + strconv.Quote(t.Key+".sentence-"+strconv.Itoa(s.Ordinal)) +
		`,"article_version":` + strconv.Itoa(t.Version) +
		`,"start":` + strconv.Itoa(s.Start) + `,"end":` + strconv.Itoa(s.End) + `}`
}

// takes reports whether a claim can be made of the sentence.
func (s TextSentence) takes() bool { return s.Ordinal >= 0 && s.Class != string(Boilerplate) }
