package splitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph, heading, list item or other line that stands alone. A sentence never crosses its edge.
type block struct {
	bytesOf
	// rule tells what made it end.
	rule Rule
	// from and to bound its tokens, first and last its sentences; half-open.
	from, to    int
	first, last int
}

// line is one line of the text without the white space around it.
type line struct {
	bytesOf
	// indent and width, which includes it, are in code points.
	indent, width int
	// apart is set when an empty line, or the start of the text, comes before.
	apart bool
	// closed is set when it ends as a sentence does, item when it begins as a list item.
	closed, item bool
}

// Widths, in code points, between which text is taken to have been wrapped by hand or by a mail program.
const (
	minWrap = 30
	maxWrap = 140
)

// slack is by how much lines may miss the width: programs differ in whether they count the space at the end.
const slack = 2

// layout finds the blocks of text. A newline inside a wrapped paragraph is nothing; whether paragraphs are
// wrapped is decided from the lengths of the text's own lines.
func layout(text string) []block {
	lines := readLines(text)
	wrap := wrapWidth(text, lines)
	closes := endsClosed(text, lines)
	blocks := make([]block, 0, len(lines))
	for i, l := range lines {
		rule := endText
		if i > 0 {
			rule = edge(text, lines[i-1], l, wrap, closes[i])
			if rule == "" {
				blocks[len(blocks)-1].end = l.end
				continue
			}
			blocks[len(blocks)-1].rule = rule
		}
		blocks = append(blocks, block{bytesOf: l.bytesOf, rule: endText})
	}
	return blocks
}

// readLines are the lines of text that are not empty.
func readLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")/2+1)
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
	switch c := text[off]; {
	case '\n' <= c && c <= '\r':
		return true
	case c == 0xe2:
		return strings.HasPrefix(text[off:], "\u2028") || strings.HasPrefix(text[off:], "\u2029")
	default:
		return false
	}
}

func trimLine(text string, start, end int) (line, bool) {
	body := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	from := end - len(body)
	body = strings.TrimRightFunc(body, unicode.IsSpace)
	if body == "" {
		return line{}, false
	}
	indent := utf8.RuneCountInString(text[start:from])
	return line{bytesOf: bytesOf{from, from + len(body)}, indent: indent, width: indent + utf8.RuneCountInString(body),
		closed: closed(body), item: isItem(body)}, true
}

// wrapWidth is the width at which the text's paragraphs are wrapped, or 0 when they are not. A line that was
// wrapped fits the width, and would not with the first word of the next: the width that is right for the most
// pairs of lines is taken, if it is for a good part of them and if many of them, or one where it is right for
// nearly all, break a sentence in two.
func wrapWidth(text string, lines []line) int {
	var steps [maxWrap + 2]int // where, from one width to the next, how many more pairs it is right for
	pairs := 0
	for i := 1; i < len(lines); i++ {
		l, next := lines[i-1], lines[i]
		if next.apart {
			continue
		}
		pairs++
		if l.width <= maxWrap {
			steps[l.width]++
			steps[min(l.width+firstWord(text, next)+1, maxWrap+1)]--
		}
	}
	wrap, most, right := 0, 0, 0
	for width := range steps {
		right += steps[width]
		if width >= minWrap && right > most {
			wrap, most = width, right
		}
	}
	if most < 2 || most*3 < pairs {
		return 0
	}
	broken := 0
	for i := 1; i < len(lines); i++ {
		l, next := lines[i-1], lines[i]
		if !next.apart && full(text, l, next, wrap) && breaksSentence(text, l, next) {
			broken++
		}
	}
	if broken*4 >= most || broken > 0 && most >= 5 && most*3 >= pairs*2 {
		return wrap
	}
	return 0
}

// full reports whether the first word of next had no room any more at the end of l. An indent may have been put
// before l after it was wrapped.
func full(text string, l, next line, wrap int) bool {
	return l.width-l.indent <= wrap+slack && l.width+slack+firstWord(text, next) > wrap
}

// firstWord is the width of the first word of l, in code points; of a very long one no more than maxWrap matters.
func firstWord(text string, l line) int {
	n := 0
	for _, r := range text[l.start:l.end] {
		if n == maxWrap || r == ' ' || r >= utf8.RuneSelf && unicode.IsSpace(r) || r == '\t' {
			break
		}
		n++
	}
	return n
}

// breaksSentence reports whether the end of l can only be the middle of a sentence, given the line after it.
func breaksSentence(text string, l, next line) bool {
	if l.closed || next.item {
		return false
	}
	head := text[next.start:next.end]
	r, _ := utf8.DecodeRuneInString(head)
	if r == '(' && !l.item && l.width > minWrap { // a sentence's bracket, not a new one: “at 400 yd / (365.8 m)”
		r, _ = utf8.DecodeRuneInString(strings.TrimLeft(head, "( "))
		return unicode.IsLower(r) || unicode.IsDigit(r)
	}
	return unicode.IsLower(r)
}

// closed reports whether s ends as a sentence does, closing quotation marks and brackets aside.
func closed(s string) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', ':', '。', '．', '！', '？':
			return true
		case '"', '\'', '”', '’', '»', '“', '‘', '›', '«', ')', ']':
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}

// endsClosed tells for each line whether it, read on through the lines that continue it, ends as a sentence.
// A list of lower-case entries does not, a sentence broken over two lines does.
func endsClosed(text string, lines []line) []bool {
	out := make([]bool, len(lines))
	for i := len(lines) - 1; i >= 0; i-- {
		out[i] = lines[i].closed ||
			i+1 < len(lines) && !lines[i+1].apart && out[i+1] && breaksSentence(text, lines[i], lines[i+1])
	}
	return out
}

// edge is the rule by which l ends a block before next, or "" when next goes on with its paragraph.
func edge(text string, l, next line, wrap int, closes bool) Rule {
	switch {
	case next.apart:
		return endParagraph
	case next.item && (wrap == 0 || l.closed || l.item || !full(text, l, next, wrap)):
		return endItem
	case breaksSentence(text, l, next) && (closes || wrap > 0):
		return ""
	case wrap == 0:
		return endLine
	case next.indent > l.indent+1 && l.closed:
		return endIndent
	case !full(text, l, next, wrap) || capitals(text, l) && !capitals(text, next):
		return endShortLine
	default:
		return ""
	}
}

// capitals reports whether l is written in capitals throughout, as headings are.
func capitals(text string, l line) bool {
	letters := 0
	for _, r := range text[l.start:l.end] {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// isItem reports whether s begins as a list item does: a bullet, "1.", "1)", "(a)" or "a)" and a space.
func isItem(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	switch r {
	case '•', '⁃', '●', '▪', '◦', '‣', '*', '·':
		return true
	case '-', '–', '—':
		return strings.HasPrefix(rest, " ")
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
