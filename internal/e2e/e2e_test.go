// Package e2e holds whole journeys: people in browsers at the assembled site, from an
// article's text to the public report, and the compiled program being killed between the
// steps. It owns what a person sees and what outlives a crash. It must not know of SQL or of
// how a page is made: it finds things by their words and their place on the page.
package e2e

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/textspan"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// article is a text to take apart, and words of it that the journeys use. Each of them stands
// in the text once.
type article struct {
	title, text string
	candidate   string // the splitter proposes exactly these words
	unwanted    string // and these, which are declined
	own         string // part of a sentence and of a candidate, with curly quotes in it
	more        string // words elsewhere, which join the claim made of own
}

// readArticle returns the text the program is measured with where it is at hand, else the
// demonstration's.
func readArticle(t *testing.T) article {
	t.Helper()
	a := article{
		title:     "China and Russia close ranks",
		candidate: "NATO planned to use Japan’s fleet for global combat operations",
		unwanted:  "Long-standing disputes have also resurfaced",
		own:       "what Beijing called a “broad consensus” on regional security",
		more:      "accused Japan of pursuing militarization",
	}
	text, err := os.ReadFile("../../../shared/data/article-japan.txt")
	if os.IsNotExist(err) {
		a = article{
			title:     "Moscow and Beijing close ranks",
			candidate: "the North Atlantic alliance had drawn up plans to place Japanese destroyers under its own command in the Black Sea",
			unwanted:  "Older wounds have reopened",
			own:       "Wang urged his hosts to “hold the line together” against a revival of militarism",
			more:      "on Tuesday speaking with one voice about Japan",
		}
		text, err = os.ReadFile("../../seeds/data/article.txt")
	}
	if err != nil {
		t.Fatal(err)
	}
	a.text = strings.TrimSpace(string(text))
	for _, words := range []string{a.candidate, a.unwanted, a.own, a.more} {
		if n := strings.Count(a.text, words); n != 1 {
			t.Fatalf("%q stands in the article %d times", words, n)
		}
	}
	return a
}

// span returns where the words are. The text is stored as it is: it has one line a block and
// nothing to normalise.
func (a article) span(words string) textspan.Span {
	start := utf8.RuneCountInString(a.text[:strings.Index(a.text, words)])
	return textspan.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

// quoted returns what stands between quotation marks in own, which no format writes otherwise.
func (a article) quoted() string {
	_, after, _ := strings.Cut(a.own, "“")
	words, _, _ := strings.Cut(after, "”")
	return words
}

// statement is what the claim of own says, in words that stand alone.
func (a article) statement() string { return "Beijing speaks of “" + a.quoted() + "”." }
