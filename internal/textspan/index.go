package textspan

import "unicode/utf8"

// stride is how many code points or bytes lie between two entries of an Index: 64 keeps it at three eighths of a byte
// per code point, and a look-up at no more than 63 steps from its entry.
const stride = 64

// Index converts between byte offsets and code points of one text. It is safe for concurrent use.
type Index struct {
	text   string
	length int
	// marks[i] is the byte offset of code point i*stride; nil when text is ASCII and offsets are the same.
	marks []int
	// blocks[i] is the last code point that begins at byte i*stride or before; nil with marks.
	blocks []block
}

// block is a code point by its number and the byte it begins at.
type block struct{ cp, at int }

// NewIndex reads text once. A byte that is not UTF-8 counts as one code point, as in a range over a string.
func NewIndex(text string) *Index {
	if isASCII(text) {
		return &Index{text: text, length: len(text)}
	}
	ix := &Index{text: text, marks: make([]int, 0, len(text)/stride+1), blocks: make([]block, 0, len(text)/stride+1)}
	last := block{}
	for off := range text {
		for len(ix.blocks)*stride < off {
			ix.blocks = append(ix.blocks, last)
		}
		last = block{ix.length, off}
		if ix.length%stride == 0 {
			ix.marks = append(ix.marks, off)
		}
		ix.length++
	}
	for len(ix.blocks)*stride < len(text) {
		ix.blocks = append(ix.blocks, last)
	}
	return ix
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Len is the number of code points of the text.
func (ix *Index) Len() int { return ix.length }

// CodePoint is the number of code points before byte offset off. An offset inside a code point counts as the
// start of it; one outside the text counts as the nearer end.
func (ix *Index) CodePoint(off int) int {
	if off <= 0 {
		return 0
	}
	if off >= len(ix.text) {
		return ix.length
	}
	if ix.marks == nil {
		return off
	}
	b := ix.blocks[off/stride]
	for at := b.at; at < off; b.cp++ {
		at += runeLen(ix.text, at)
		if at > off {
			return b.cp
		}
	}
	return b.cp
}

// Byte is the byte offset at which code point cp begins. A code point outside the text counts as the nearer
// end.
func (ix *Index) Byte(cp int) int {
	if cp <= 0 {
		return 0
	}
	if cp >= ix.length {
		return len(ix.text)
	}
	if ix.marks == nil {
		return cp
	}
	at := ix.marks[cp/stride]
	for range cp % stride {
		at += runeLen(ix.text, at)
	}
	return at
}

// Span is the span of the bytes [from,to).
func (ix *Index) Span(from, to int) Span {
	return Span{Start: ix.CodePoint(from), End: ix.CodePoint(to)}
}

// Slice is like the function Slice, without counting from the start of the text.
func (ix *Index) Slice(s Span) (string, bool) {
	if s.Start < 0 || s.End < s.Start || s.End > ix.length {
		return "", false
	}
	return ix.text[ix.Byte(s.Start):ix.Byte(s.End)], true
}
