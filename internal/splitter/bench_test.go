package splitter_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// newsText is n bytes or a little more of text like a news site's: paragraphs of a few sentences with quotations,
// reported speech, names and figures, no two alike.
func newsText(n int) string {
	names := strings.Split("Carla Mendez|John P. Smith|Wang Yi|Anna Kowalski|Omar Haddad|Mary O’Neill|Sergei Ivanov|Kim Jin-ho", "|")
	bodies := strings.Split("Ministry of Defence|Harbour Watch|World Bank|National Audit Office|Port Authority|Green Party", "|")
	places := strings.Split("Oslo|Japan|New York|Moscow|the United States|Nairobi|São Paulo|Warsaw", "|")
	verbs := strings.Split("said|claimed|warned|told Reuters|announced|argued", "|")
	var b strings.Builder
	b.Grow(n + 1024)
	for i := 0; b.Len() < n; i++ {
		name, body, place, verb := names[i%len(names)], bodies[i%len(bodies)], places[i*7%len(places)], verbs[i*5%len(verbs)]
		fmt.Fprintf(&b, "The %s in %s %s on Monday that it had spent $%d.%d million on %d new ships, %d%% more than planned in %d. ",
			body, place, verb, i%9+1, i%10, i%400+2, i%60+3, 1990+i%35)
		fmt.Fprintf(&b, "“We did nothing wrong, and everyone who reads the accounts will see that,” %s told reporters last week. ", name)
		fmt.Fprintf(&b, "According to %s, who has led the office since May %d, the figures were reportedly changed because of the storm. ", name, 2000+i%20)
		fmt.Fprintf(&b, "But the U.S. firm that won the contract “never built a harbour” before it came to %s.\n\n", place)
	}
	return b.String()
}

// BenchmarkSplit shows that the time goes with the length: the MB/s are alike at every size.
func BenchmarkSplit(b *testing.B) {
	for _, size := range []struct {
		name  string
		bytes int
	}{{"600words", 3600}, {"1kB", 1 << 10}, {"100kB", 100 << 10}, {"1MB", 1 << 20}, {"10MB", 10<<20 - 4096}} {
		b.Run(size.name, func(b *testing.B) {
			benchmarkSplit(b, newsText(size.bytes))
		})
	}
	b.Run("harbour", func(b *testing.B) {
		text, err := os.ReadFile("testdata/harbour.txt")
		if err != nil {
			b.Fatal(err)
		}
		benchmarkSplit(b, string(text))
	})
}

func benchmarkSplit(b *testing.B, text string) {
	article := splitter.Article{Text: text, Published: wednesday, Language: "en"}
	sentences := max(1, len(splitter.Split(article).Sentences))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		splitter.Split(article)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
	b.ReportMetric(float64(sentences), "sentences")
}

// pathological are texts that no newspaper prints, by what is repeated.
var pathological = map[string]string{
	"curly quotes":   "“”",
	"open quotes":    "“",
	"straight":       `"`,
	"apostrophes":    "'",
	"dots":           ".",
	"dots apart":     ". ",
	"brackets":       "([{",
	"closed":         ")]}",
	"endless":        "and the harbour of the town was seen by many ",
	"word":           "a",
	"hyphens":        "a-",
	"word dots":      "a.",
	"newlines":       "\n",
	"lines":          "a\n",
	"paragraphs":     "A b.\n\n",
	"he said":        "he said ",
	"said that":      "said that ",
	"he said, quote": "“A,” he said, ",
	"according to":   "according to ",
	"ones":           "1 ",
	"digits":         "1",
	"digits points":  "1,",
	"millions":       "million ",
	"twenty-one":     "twenty-one ",
	"one hundred":    "one hundred and ",
	"dates":          "July 1 to ",
	"between":        "between 1 and ",
	"last":           "last ",
	"weekdays":       "Monday, ",
	"dollars":        "$",
	"Mr.":            "Mr. ",
	"names":          "Ann Lee ",
	"capitals":       "A",
	"Capitalised":    "Harbour ",
	"the Party of":   "Party of ",
	"titles":         "President ",
	"he":             "He. ",
	"they":           "they were they ",
	"people he":      "Ann Lee met him. He left. ",
	"that":           "that ",
	"commas":         ", ",
	"colons":         "A: ",
	"bullets":        "• a\n",
	"without":        "without any ",
	"because":        "because ",
	"and":            "and ",
	"was":            "it was ",
	"wrapped":        "the harbour of the town was seen by many and the crew was there\n",
	"unicode":        "é",
	"marks":          "\u0301",
	"emoji":          "💖",
	"chinese":        "好。",
	"invalid":        "\xff",
	"spaces":         " ",
	"urls":           "https://a.b/",
	"addresses":      "a@",
}

// BenchmarkPathological shows the same of texts made to be slow: the ns/byte of 100 kB and 1 MB are alike.
func BenchmarkPathological(b *testing.B) {
	for name, piece := range pathological {
		for _, kB := range []int{100, 1000} {
			b.Run(fmt.Sprintf("%s/%dkB", name, kB), func(b *testing.B) {
				benchmarkSplit(b, strings.Repeat(piece, kB<<10/len(piece)))
			})
		}
	}
}
