package splitter_test

import (
	"os"
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// BenchmarkSentences finds where sentences end, and nothing else, in a news article, in the same article in
// wrapped lines, and in texts made to be hard to read in linear time.
func BenchmarkSentences(b *testing.B) {
	data, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		b.Fatal(err)
	}
	article := strings.Repeat(string(data)+"\n", 1+100_000/len(data))
	texts := []struct{ name, text string }{
		{"article", article},
		{"wrapped", wrapped(article, 72)},
	}
	for name, piece := range endless() {
		texts = append(texts, struct{ name, text string }{name, strings.Repeat(piece, 100_000/len(piece))})
	}
	for _, c := range texts {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				splitter.Sentences(c.text)
			}
		})
	}
}

// endless are pieces that make, again and again, texts on which careless rules take quadratic time.
func endless() map[string]string {
	return map[string]string{
		"dots": ".", "spaced dots": ". ", "straight quotes": `"`, "opening quotes": "“ ", "quoted words": "“a ", "single quotes": "'", "apostrophes": "s' a ",
		"brackets": "(", "bracketed words": "(a ", "square brackets": "[a ", "one sentence": "and then he said that ", "one word": "a",
		"one address": "a.b", "pointed letters": "a.", "hyphens": "a-b.c", "newlines": "\n", "lines": "a\n", "wide lines": "the quick brown fox jumps over it all\n",
		"list": "1. a 2. b ", "bullets": "• a ", "stops and quotes": `. "A `, "stops and brackets": "a. (A ", "signs": "@#/", "dashes": "a. — ",
		"at signs": "a@", "slashes": "a.b/", "closing": "”", "stop and closing": "A.”", "notes": "word.1 ", "guillemets": "»a «",
	}
}

// wrapped breaks the lines of text at width.
func wrapped(text string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		at := 0
		for _, word := range strings.Fields(line) {
			if at > 0 && at+1+len(word) > width {
				b.WriteByte('\n')
				at = 0
			} else if at > 0 {
				b.WriteByte(' ')
				at++
			}
			b.WriteString(word)
			at += len(word)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
