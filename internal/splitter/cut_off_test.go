package splitter_test

import (
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// TestSplitTextsCutOff reads texts that begin and end anywhere, as excerpts do: what a rule asks about the word before
// or after may not be there.
func TestSplitTextsCutOff(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"closed warning that the bridge was late and that the crew had to make it safe, Ann Lee claims that morning.",
		"The port was closed in May and the workers of the harbour want to leave.",
		"Ann Lee conceded defeat and resigned from the board, while those who claim that it takes it to pay for it left.",
		"“We know that,” he said of the plan, and the minister’s claim that costs doubled was put to it.",
		"According to the IAEA (International Atomic Energy Agency), both nations and the two countries told Reuters they did.",
		"Lee denied that the ferry was late; the company, which owns it, told him to ask whether its crew knew.",
	} {
		words := strings.SplitAfter(text, " ")
		for from := range words {
			for to := from + 1; to <= len(words); to++ {
				part := strings.Join(words[from:to], "")
				document := splitter.Split(splitter.Article{Text: part, Published: wednesday, Language: "en"})
				for _, s := range document.Sentences {
					if s.Start >= s.End || s.End > len([]rune(part)) {
						t.Fatalf("%q has a sentence at [%d,%d)", part, s.Start, s.End)
					}
				}
			}
		}
	}
}
