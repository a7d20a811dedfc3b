package splitter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph, heading, list item or other line that stands alone. A sentence never crosses its edge.
type block struct {
	bytesOf
	// from and to bound its tokens, first and last its sentences; half-open.
	from, to    int
	first, last int
}

// line is one line of the text without the white space around it.
type line struct {
	bytesOf
	indent int
	width  int
	// apart is set when an empty line, or the start of the text, comes before.
	apart bool
}

// Widths, in code points, between which text is taken to have been wrapped by hand or by a mail program.
const (
	minWrap = 30
	maxWrap = 132
)

// layout finds the blocks of text. A newline inside a wrapped paragraph is nothing; whether paragraphs are
// wrapped is decided from the lengths of the text's own lines.
func layout(text string) []block {
	lines := readLines(text)
	wrap := wrapWidth(text, lines)
	closes := endsClosed(text, lines)
	var blocks []block
	for i, l := range lines {
		if i > 0 && continues(text, lines[i-1], l, wrap, closes[i]) {
			blocks[len(blocks)-1].end = l.end
			continue
		}
		blocks = append(blocks, block{bytesOf: l.bytesOf})
	}
	return blocks
}

// readLines are the lines of text that are not empty.
func readLines(text string) []line {
	var lines []line
	apart := true
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && !isLineEnd(text, end) {
			end++
		}
		if l, ok := trimLine(text, start, end); ok {
			l.apart = apart
			lines = append(lines, l)
			apart = false
		} else {
			apart = true
		}
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		} else if end < len(text) && text[end] == 0xe2 {
			end += 2
		}
		start = end + 1
	}
	return lines
}

// isLineEnd reports a line feed, carriage return, form feed, line separator or paragraph separator at off.
func isLineEnd(text string, off int) bool {
	switch text[off] {
	case '\n', '\r', '\f', '\v':
		return true
	case 0xe2:
		return strings.HasPrefix(text[off:], "\u2028") || strings.HasPrefix(text[off:], "\u2029")
	default:
		return false
	}
}

func trimLine(text string, start, end int) (line, bool) {
	raw := text[start:end]
	body := strings.TrimLeftFunc(raw, unicode.IsSpace)
	indent := len(raw) - len(body)
	body = strings.TrimRightFunc(body, unicode.IsSpace)
	if body == "" {
		return line{}, false
	}
	from := start + indent
	return line{bytesOf: bytesOf{from, from + len(body)}, indent: indent, width: indent + utf8.RuneCountInString(body)}, true
}

// wrapWidth is the width at which the text's paragraphs are wrapped, or 0 when they are not.
func wrapWidth(text string, lines []line) int {
	if len(lines) < 3 {
		return 0
	}
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = l.width
	}
	slices.Sort(widths)
	wrap := widths[len(widths)*19/20]
	if wrap < minWrap || wrap > maxWrap {
		return 0
	}
	pairs, full, broken := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].apart {
			continue
		}
		pairs++
		if lines[i-1].width+1+firstWord(text, lines[i]) > wrap {
			full++
		}
		if breaksSentence(text, lines[i-1], lines[i]) {
			broken++
		}
	}
	if pairs < 2 || full*2 < pairs || broken*6 < pairs {
		return 0
	}
	return wrap
}

// firstWord is the width of the first word of l.
func firstWord(text string, l line) int {
	body := text[l.start:l.end]
	if i := strings.IndexFunc(body, unicode.IsSpace); i >= 0 {
		body = body[:i]
	}
	return utf8.RuneCountInString(body)
}

// breaksSentence reports whether the end of l can only be the middle of a sentence, given the line after it.
func breaksSentence(text string, l, next line) bool {
	r, _ := utf8.DecodeRuneInString(text[next.start:next.end])
	return unicode.IsLower(r) && !closed(text[l.start:l.end]) && !isItem(text[next.start:next.end])
}

// closed reports whether s ends as a sentence does, closing quotation marks and brackets aside.
func closed(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。．！？", r)
}

// endsClosed tells for each line whether it, read on through the lines that continue it, ends as a sentence.
// A list of lower-case entries does not, a sentence broken over two lines does.
func endsClosed(text string, lines []line) []bool {
	out := make([]bool, len(lines))
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		out[i] = closed(text[l.start:l.end]) ||
			i+1 < len(lines) && !lines[i+1].apart && breaksSentence(text, l, lines[i+1]) && out[i+1]
	}
	return out
}

// continues reports whether next goes on with the paragraph of l.
func continues(text string, l, next line, wrap int, closes bool) bool {
	if next.apart || isItem(text[next.start:next.end]) {
		return false
	}
	if breaksSentence(text, l, next) {
		return closes || wrap > 0
	}
	return wrap > 0 && next.indent <= l.indent+1 && l.width+1+firstWord(text, next) > wrap
}

// isItem reports whether s begins as a list item does: a bullet, "1.", "1)", "(a)" or "a)" and a space.
func isItem(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	if strings.ContainsRune("•⁃●▪◦‣*·", r) {
		return true
	}
	if (r == '-' || r == '–' || r == '—') && strings.HasPrefix(rest, " ") {
		return true
	}
	open := r == '('
	if !open {
		rest = s
	}
	n := 0
	for n < len(rest) && n < 4 && (isDigit(rest[n]) || isASCIILetter(rest[n])) {
		n++
	}
	if n == 0 || n == len(rest) || n > 1 && !isDigit(rest[0]) && !isRoman(rest[:n]) {
		return false
	}
	mark := rest[n:]
	if open || !isDigit(rest[0]) {
		return strings.HasPrefix(mark, ") ")
	}
	return strings.HasPrefix(mark, ") ") || strings.HasPrefix(mark, ". ") && n <= 2 || strings.HasPrefix(mark, ".)")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isRoman reports whether s is made of the letters of small Roman numbers.
func isRoman(s string) bool { return strings.Trim(s, "ivxIVX") == "" }
