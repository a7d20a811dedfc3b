package main

import (
	"path/filepath"
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// measureSpeed measures on one core how fast the text of the seed article is taken apart, and its sentences alone.
func measureSpeed(in sets) ([]figure, error) {
	gold, err := read[struct{ Text string }](filepath.Join(in.fixtures, "seed.jsonl"))
	if err != nil {
		return nil, err
	}
	short := firstWords(gold[0].Text, 600)
	long := strings.Repeat(gold[0].Text+"\n", 20)
	sentences := len(splitter.Split(splitter.Article{Text: short}).Sentences)
	bench := func(text string, do func(string)) testing.BenchmarkResult {
		return testing.Benchmark(func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				do(text)
			}
		})
	}
	split := func(text string) { splitter.Split(splitter.Article{Text: text}) }
	article, all := bench(short, split), bench(long, split)
	alone := bench(long, func(text string) { splitter.Sentences(text) })
	figures := []figure{
		{name: "sentences alone", got: megabytes(alone), reach: 20, unit: " MB/s"},
		{name: "everything", got: megabytes(all), reach: 5, unit: " MB/s"},
		{name: "an article of 600 words", got: float64(article.NsPerOp()) / 1e6, most: 1, unit: " ms"},
		{name: "allocations a sentence", got: float64(article.AllocsPerOp()) / float64(sentences), most: 9},
	}
	for i := range figures {
		figures[i].part, figures[i].set = "speed", "seed"
	}
	return figures, nil
}

func megabytes(r testing.BenchmarkResult) float64 {
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// firstWords is text up to its nth word.
func firstWords(text string, n int) string {
	at := 0
	for range n {
		space := strings.IndexAny(text[at:], " \n")
		if space < 0 {
			return text
		}
		at += space + 1
	}
	return text[:at]
}
