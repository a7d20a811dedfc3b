package splitter_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// evalData is the path of a measuring set that is not part of the repository. Without it there is nothing to
// measure.
func evalData(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "text", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the measuring sets are not here")
	}
	return path
}

// f1 is the harmonic mean of precision and recall, in percent.
func f1(right, found, wanted int) float64 { return 200 * float64(right) / float64(found+wanted) }

func TestEvalSentences(t *testing.T) {
	t.Parallel()
	for name, floor := range map[string]float64{"sent_gum_news_dev.jsonl": 99.3, "mpqa_dev.jsonl": 99.3} {
		right, found, wanted := 0, 0, 0
		for _, g := range lines[struct {
			Text      string
			Sentences []struct{ Start, End int }
		}](t, evalData(t, name)) {
			gold, covered := make(map[int]bool), make(map[int]bool)
			for _, s := range g.Sentences {
				span := textspan.Trim(g.Text, textspan.Span{Start: s.Start, End: s.End})
				gold[span.End] = true
				for i := span.Start + 1; i <= span.End; i++ {
					covered[i] = true
				}
			}
			wanted += len(gold)
			for _, s := range splitter.Split(splitter.Article{Text: g.Text}).Sentences {
				if covered[s.End] {
					found++
				}
				if gold[s.End] {
					right++
				}
			}
		}
		if got := f1(right, found, wanted); got < floor {
			t.Errorf("%s: boundary F1 %.2f, want %.1f", name, got, floor)
		}
	}
}

func TestEvalBoilerplate(t *testing.T) {
	t.Parallel()
	right, found, wanted := 0, 0, 0
	for _, g := range lines[struct {
		Text  string
		Lines []struct {
			Start, End int
			Kind       string
		}
	}](t, evalData(t, "boiler_dev.jsonl")) {
		sentences := splitter.Split(splitter.Article{Text: g.Text}).Sentences
		for _, l := range g.Lines {
			is := slices.ContainsFunc(sentences, func(s splitter.Sentence) bool {
				return s.Class == splitter.ClassBoilerplate && s.Start < l.End && l.Start < s.End
			})
			if is {
				found++
			}
			if l.Kind == "boilerplate" {
				wanted++
				if is {
					right++
				}
			}
		}
	}
	if got := f1(right, found, wanted); got < 97 {
		t.Errorf("F1 %.2f, want 97", got)
	}
}

// judged is a sentence with a score and whether people said it is what is scored.
type judged struct {
	score    float64
	positive bool
}

// judgedSentences are the sentences of a measuring set with the highest of their scores.
func judgedSentences(t *testing.T, name string, score func(splitter.Sentence) float64) []judged {
	var all []judged
	for _, g := range lines[struct {
		Text  string
		Label int
	}](t, evalData(t, name)) {
		best := 0.0
		for _, s := range splitter.Split(splitter.Article{Text: g.Text}).Sentences {
			best = max(best, score(s))
		}
		all = append(all, judged{best, g.Label == 1})
	}
	return all
}

func TestEvalCheckWorthiness(t *testing.T) {
	t.Parallel()
	all := judgedSentences(t, "cw_ct24_dev.jsonl", func(s splitter.Sentence) float64 { return s.Score })
	above, pairs := 0.0, 0.0
	for _, p := range all {
		for _, n := range all {
			if !p.positive || n.positive {
				continue
			}
			pairs++
			switch {
			case p.score > n.score:
				above++
			case p.score == n.score:
				above += 0.5
			}
		}
	}
	if auc := above / pairs; auc < 0.95 {
		t.Errorf("AUC %.3f, want 0.95", auc)
	}
}

func TestEvalOpinion(t *testing.T) {
	t.Parallel()
	var right, found, wanted [2]int
	for _, s := range judgedSentences(t, "subj_newssd_val.jsonl", func(s splitter.Sentence) float64 { return s.Opinion }) {
		class, guess := 0, 0
		if s.positive {
			class = 1
		}
		if s.score >= 0.5 {
			guess = 1
		}
		wanted[class]++
		found[guess]++
		if class == guess {
			right[class]++
		}
	}
	if got := (f1(right[0], found[0], wanted[0]) + f1(right[1], found[1], wanted[1])) / 2; got < 62 {
		t.Errorf("macro F1 %.1f, want 62", got)
	}
}

func TestEvalAttributions(t *testing.T) {
	t.Parallel()
	right, found, wanted := 0, 0, 0
	for _, g := range lines[struct {
		Text         string
		Attributions []struct{ Content []textspan.Span }
	}](t, evalData(t, "polnear_dev.jsonl")) {
		attributions := splitter.Split(splitter.Article{Text: g.Text}).Attributions
		runes := []rune(g.Text)
		used := make([]bool, len(attributions))
		found += len(attributions)
		for _, gold := range g.Attributions {
			if len(gold.Content) == 0 {
				continue
			}
			wanted++
			want := letters(runes, gold.Content)
			for i, a := range attributions {
				if !used[i] && agreement(want, letters(runes, a.Content)) >= 0.5 {
					used[i] = true
					right++
					break
				}
			}
		}
	}
	if got := f1(right, found, wanted); got < 57 {
		t.Errorf("F1 %.1f, want 57", got)
	}
}

// letters are the places of the letters and digits in spans of text.
func letters(text []rune, spans []textspan.Span) map[int]bool {
	out := make(map[int]bool)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			if unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) {
				out[i] = true
			}
		}
	}
	return out
}

// agreement is the share of x and y together that both hold.
func agreement(x, y map[int]bool) float64 {
	both := 0
	for i := range x {
		if y[i] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}
