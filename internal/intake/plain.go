package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The widths, in code points, between which a hard wrap is believed. Below, lines are
// short for another reason (verse, lists); above, each line is a paragraph.
const (
	minWrap = 30
	maxWrap = 120
)

// plainBlocks splits plain text into canonical blocks.
func plainBlocks(c *cleaner, text string) []string {
	paragraphs := plainParagraphs(c, text)
	wrapped := isHardWrapped(paragraphs)
	var blocks []string
	for _, lines := range paragraphs {
		if wrapped {
			lines = unwrap(lines)
		}
		blocks = append(blocks, lines...)
	}
	return blocks
}

// plainParagraphs returns the cleaned lines of text, grouped where lines with nothing
// visible on them stand between. No line and no group is empty.
func plainParagraphs(c *cleaner, text string) [][]string {
	var paragraphs [][]string
	var lines []string
	// A carriage return before a line feed gives an empty line of its own, which would
	// read as a paragraph's end, so the pair is made one first.
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for text != "" {
		line, rest := text, ""
		if end := strings.IndexFunc(text, endsLine); end >= 0 {
			_, size := utf8.DecodeRuneInString(text[end:])
			line, rest = text[:end], text[end+size:]
		}
		text = rest
		if line = c.clean(line); line != "" {
			lines = append(lines, line)
		} else if lines != nil {
			paragraphs, lines = append(paragraphs, lines), nil
		}
	}
	if lines != nil {
		paragraphs = append(paragraphs, lines)
	}
	return paragraphs
}

// endsLine reports the characters that end a line (Unicode standard annex 14, class BK, CR, LF, NL).
func endsLine(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isHardWrapped reports whether lines were broken to fit a width rather than to end
// paragraphs: there are several paragraphs, and in nearly every place where a line
// breaks inside one, the next word would not have fitted any more.
func isHardWrapped(paragraphs [][]string) bool {
	if len(paragraphs) < 2 {
		return false
	}
	width := 0
	for _, lines := range paragraphs {
		for _, line := range lines {
			// An address cannot be broken, so it says nothing about the width.
			if strings.Contains(line, " ") {
				width = max(width, utf8.RuneCountInString(line))
			}
		}
	}
	if width < minWrap || width > maxWrap {
		return false
	}
	breaks, forced := 0, 0
	for _, lines := range paragraphs {
		for i := 1; i < len(lines); i++ {
			if startsItem(lines[i]) {
				continue
			}
			breaks++
			if utf8.RuneCountInString(lines[i-1])+1+firstWord(lines[i]) > width {
				forced++
			}
		}
	}
	return breaks >= 3 && forced*10 >= breaks*8
}

// firstWord returns the length of what could have gone onto the line before: up to the
// first space, or one character of a script that breaks anywhere.
func firstWord(line string) int {
	if first, _ := utf8.DecodeRuneInString(line); breaksAnywhere(first) {
		return 1
	}
	word, _, _ := strings.Cut(line, " ")
	return utf8.RuneCountInString(word)
}

// unwrap joins the lines of a hard-wrapped paragraph; the items of a list stay apart.
func unwrap(lines []string) []string {
	var blocks []string
	var block strings.Builder
	for i, line := range lines {
		if i > 0 {
			if startsItem(line) {
				blocks = append(blocks, block.String())
				block.Reset()
			} else {
				block.WriteString(joint(lines[i-1], line))
			}
		}
		block.WriteString(line)
	}
	return append(blocks, block.String())
}

// joint returns what goes between two lines of one paragraph: nothing after a hyphen
// that breaks a word (whether it belongs to the word cannot be known, so it stays) and
// nothing inside a script without spaces; else a space.
func joint(before, after string) string {
	last, size := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if breaksAnywhere(last) && breaksAnywhere(first) {
		return ""
	}
	beforeLast, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	if (last == '-' || last == '\u2010') && unicode.IsLetter(beforeLast) && unicode.IsLower(first) {
		return ""
	}
	return " "
}

// breaksAnywhere reports characters of the scripts written without spaces between words.
func breaksAnywhere(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFF65
}

// startsItem reports whether a line begins with the mark of a list item: a bullet, or a
// number of up to two digits with a full stop or a bracket, and a space.
func startsItem(line string) bool {
	mark, _, found := strings.Cut(line, " ")
	if !found {
		return false
	}
	switch mark {
	case "-", "*", "+", "•", "‣", "–", "—":
		return true
	}
	number := strings.TrimRight(mark, ".)")
	return len(number) == len(mark)-1 && len(number) > 0 && len(number) <= 2 && strings.Trim(number, "0123456789") == ""
}
