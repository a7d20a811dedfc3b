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

// TestReasonsDoNotMisread holds what words mean elsewhere against the reasons given for a sentence.
func TestReasonsDoNotMisread(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, not string }{
		{"He scored in the 71st minute.", "courtesy"},
		{"The game was stopped after 30 minutes.", "courtesy"},
		{"The council passed a vote of thanks on Monday.", "courtesy"},
		{"The port was saved thanks to a loan.", "courtesy"},
		{"The commission asked a single question in May.", "courtesy"},
		{"The answer came ten seconds later.", "courtesy"},
		{"The evening train left Oslo.", "courtesy"},
		{"The council moved a vote of thanks.", "cause"},
		{"The vote was held in May.", "something done: vote"},
		{"Their vote counted twice in Oslo.", "something done: vote"},
		{"The support of the union fell.", "something done: support"},
		{"A sign hung over the port.", "something done: sign"},
		{"The meeting took place in Oslo.", "something done: took"},
		{"The red house stands in Oslo.", "past: red"},
		{"Prices need a check in May.", "past: need"},
		{"A hundred ships lay in Oslo.", "past: hundred"},
		{"The bridge should be finished by May.", "past: finished"},
		{"The plan is to be finished in May.", "past: finished"},
		{"The wounded man lives in Oslo.", "past: wounded"},
		{"She grew up in Ohio.", "change"},
		{"He declined to comment in Oslo.", "change"},
		{"She raised concerns in Oslo.", "change"},
		{"He fell ill in May.", "change"},
		{"They jumped into the sea off Oslo.", "change"},
		{"The rise was the highest since 2019.", "change"},
		{"Visitors can walk to the port.", "demand"},
		{"The ship cannot sail in May.", "demand"},
		{"The report could not be verified.", "about the future"},
		{"From Oslo he could see the port.", "about the future"},
		{"They couldn't leave Oslo, she could hear the sea.", "about the future: could"},
	} {
		s := splitter.Split(splitter.Article{Text: tt.text, Language: "en"}).Sentences[0]
		if slices.ContainsFunc(s.Reasons, func(r string) bool { return strings.HasPrefix(r, tt.not) }) {
			t.Errorf("%q: reasons %q hold %q", tt.text, s.Reasons, tt.not)
		}
	}
	for text, want := range map[string]string{
		"Thank you for the ships.":                "courtesy: Thank",
		"The council voted in May.":               "something done: voted",
		"The vaccine could reach Oslo in a year.": "about the future: could",
	} {
		if s := splitter.Split(splitter.Article{Text: text, Language: "en"}).Sentences[0]; !slices.Contains(s.Reasons, want) {
			t.Errorf("%q: reasons %q, want %q", text, s.Reasons, want)
		}
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
