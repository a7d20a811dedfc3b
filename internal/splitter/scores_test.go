package splitter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter"
)

func TestReasons(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Unemployment rose to 4.3 percent in 2019.":                {"figure: 4.3 percent", "date: 2019", "change: rose", "public matter: Unemployment"},
		"They grow more wheat than any other country.":             {"comparison: more, than", "change: grow", "who does what: They grow"},
		"He claimed without evidence that NATO planned to use it.": {"hedge: without evidence", "said by: He claimed", "organisation: NATO"},
		"We have created four million jobs.":                       {"figure: four million", "something done: created", "public matter: jobs", "who does what: We have created"},
		"We have to build more schools.":                           {"demand: have to", "public matter: schools", "comparison: more"},
		"This is a shameful, ridiculous plan.":                     {"judgement: shameful, ridiculous"},
		"Spending doubled because the port was closed, he said.":   {"something done: closed", "said by: he said", "change: doubled", "public matter: Spending", "past: was"},
		"Will you close the port?":                                 {"question: ?", "about the future: Will", "addresses the reader: you"},
	} {
		s := splitter.Split(splitter.Article{Text: text}).Sentences[0]
		if diff := cmp.Diff(want, s.Reasons); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// TestReasonsNameTheirWords holds every reason to words that stand in the text.
func TestReasonsNameTheirWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := prose().Draw(t, "text")
		d := splitter.Split(splitter.Article{Text: text, Language: "en"})
		var reasons []string
		for _, s := range d.Sentences {
			if s.Class != splitter.ClassClaim && s.Class != splitter.ClassQuestion {
				continue // the reasons of the others are those of their class
			}
			reasons = append(reasons, s.Reasons...)
			if len(s.Reasons) > 5 {
				t.Fatalf("%d reasons: %q", len(s.Reasons), s.Reasons)
			}
		}
		plain := strings.Join(strings.Fields(text), " ")
		for _, reason := range reasons {
			what, words, ok := strings.Cut(reason, ": ")
			if !ok || what == "" || words == "" {
				t.Fatalf("%q does not name its words", reason)
			}
			if what == "said by" {
				continue // who and the saying may stand apart
			}
			for word := range strings.SplitSeq(words, ", ") {
				if !strings.Contains(plain, word) {
					t.Fatalf("%q: %q does not stand in %q", reason, word, plain)
				}
			}
		}
	})
}

func TestQuotedWordsAreNotTheAuthors(t *testing.T) {
	t.Parallel()
	s := splitter.Split(splitter.Article{Text: "He called it “an outrageous, shameful farce” on the radio."}).Sentences[0]
	if slices.ContainsFunc(s.Reasons, func(r string) bool { return strings.HasPrefix(r, "judgement: ") }) {
		t.Errorf("reasons %q hold quoted words against the author", s.Reasons)
	}
}

func TestViewsNameTheirWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"It is a shameful and utterly ridiculous disaster, and they should be honest about it!": "view: shameful, ridiculous, disaster",
		"“I believe that we must never again be so foolish,” the mayor said.":                   "view: foolish, believe, must",
	} {
		s := splitter.Split(splitter.Article{Text: text}).Sentences[0]
		if s.Class != splitter.ClassOpinion || len(s.Reasons) == 0 || len(s.Reasons) > 5 || s.Reasons[0] != want {
			t.Errorf("%q is %s, reasons %q, want an opinion, first %q", text, s.Class, s.Reasons, want)
		}
	}
}

func TestReportsOfViewsAreClaims(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"The senator is drawing harsh criticism after she suggested that voters may be stupid, the Times reported.",
		"He called it “an outrageous, shameful farce” on the radio.",
		"“We’re on our fourth mayor,” he said.",
	} {
		if s := splitter.Split(splitter.Article{Text: text}).Sentences[0]; s.Class != splitter.ClassClaim {
			t.Errorf("%q is %s (%.2f), want a claim", text, s.Class, s.Opinion)
		}
	}
}
