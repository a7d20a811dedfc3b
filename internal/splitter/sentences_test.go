package splitter_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// words are the texts of the sentences of text, white space made plain.
func words(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, s := range splitter.Split(splitter.Article{Text: text}).Sentences {
		part, ok := textspan.Slice(text, textspan.Span{Start: s.Start, End: s.End})
		if !ok {
			t.Fatalf("sentence %d-%d is not within the text", s.Start, s.End)
		}
		out = append(out, strings.Join(strings.Fields(part), " "))
	}
	return out
}

// lines reads a file of JSON lines.
func lines[T any](t *testing.T, path string) []T {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []T
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGoldenRules(t *testing.T) {
	t.Parallel()
	rules := lines[struct {
		Name, Text string
		Expected   []string
	}](t, "testdata/golden_rules_en.jsonl")
	if len(rules) != 48 {
		t.Fatalf("%d rules, want 48", len(rules))
	}
	for _, rule := range rules {
		var want []string
		for _, s := range rule.Expected {
			want = append(want, strings.Join(strings.Fields(s), " "))
		}
		if diff := cmp.Diff(want, words(t, rule.Text)); diff != "" {
			t.Errorf("%s: %s", rule.Name, diff)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	// In text, | is where a sentence ends; it is taken out before splitting.
	for name, text := range map[string]string{
		"titles":                        "Gen. Lloyd Austin met Dr. Fauci and Sen. Joe Manchin. |They spoke.",
		"initials":                      "J. D. Vance and George W. Bush met. |They spoke.",
		"acronym before a name":         "He met U.S. President Joe Biden. |They spoke.",
		"acronym at the end":            "He moved to the U.S. |The move was hard.",
		"dateline":                      "MOSCOW. Jan 14 (Interfax) - It rained. |Then it stopped.",
		"label after an acronym":        "It was held in Washington D.C. |Image: United States Navy.",
		"capitals like an abbreviation": "Few use IE. |Its share fell.",
		"number sign":                   "He is No. 5 on the list. |Next is No. 6.",
		"no as an answer":               "Did he go? |No. |He stayed.",
		"month":                         "It ended on Dec. 31, 2011. |It began in Jan. 2010.",
		"company":                       "Apple Inc. said so. |Acme Corp. Chief Executive Ann Lee left.",
		"decimal":                       "It rose 3.5 percent. |It fell 2.7.",
		"morning":                       "At 5 a.m. Mr. Smith left. |He came at 6 p.m. |The rest followed.",
		"quote of two":                  "He said: “We will win. |They will not.” |Then he left.",
		"quote goes on":                 "“Is it over?” Smith asked. |“It is!” she said.",
		"straight quote closes":         "He said \"no.\" |She said \"yes.\"",
		"brackets":                      "He left (he was tired. Very tired.) at noon. |She stayed.",
		"whole sentence in brackets":    "He left. |(She stayed.) |They met.",
		"ellipsis":                      "He waited... and waited. |She came… |They left.",
		"address":                       "See https://example.org/a.b?c=d. |Write to a.b@example.org. |Thanks.",
		"address in mid-sentence":       "The site example.com was down. |It is up.",
		"footnote":                      "He won.[1] |She lost.[2][3] |They left.",
		"no space":                      "He won.|She lost.",
		"ideographic stop":              "好。|很好。",
		"heading":                       "Rising frictions\n|He won.",
		"one line a paragraph":          "He won the race\n|She lost the race\n|They left the place.",
		"list":                          "• one thing\n|• another thing\n|• a third",
		"numbered list in one line":     "1. The first thing |2. The second thing |3. The third thing",
		"sentence broken in two":        "He won the race and then\nhe left the stadium in a hurry. |She lost.",
		"windows line ends":             "He won.\r\n|She lost.\r\n|",
		"paragraph separator":           "He won\u2029|She lost",
		"stop marks alone":              "?!",
		"unfinished quotation":          "“He won. |She lost.",
		"possessive":                    "Japan’s and the U.S.’s fleets met. |They left.",
		"Jr. before a verb and stop":    "Martin Luther King Jr. spoke. |He was King Jr. |The crowd cheered.",
		"et al.":                        "Smith et al. found it. |Others did not.",
		"lower-case brand after stop":   "He left. |It rained.",
		"abbreviated state":             "She lives in Springfield, Ill. |He lives in Ohio.",
		"exclamation within a name":     "She works at Yahoo! in accounting. |He does not.",
		"double apostrophes as quotes":  "''It is over,'' he said. |''It is not.''",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want []string
			for _, s := range strings.Split(text, "|") {
				if s = strings.Join(strings.Fields(s), " "); s != "" {
					want = append(want, s)
				}
			}
			if diff := cmp.Diff(want, words(t, strings.ReplaceAll(text, "|", ""))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHardWrapped(t *testing.T) {
	t.Parallel()
	text := `HARBOUR COSTS RISE

The government spent 4.3 million dollars on the new harbour last year,
twelve percent more than planned, the minister said on Monday in Port
Louis. It was the third rise in as many years, and the opposition has
said that it will block further
payments.

    A second paragraph begins with an indent and runs on for long enough
that it has to be wrapped as well. It ends here.
`
	want := []string{
		"HARBOUR COSTS RISE",
		"The government spent 4.3 million dollars on the new harbour last year, twelve percent more than planned, the minister said on Monday in Port Louis.",
		"It was the third rise in as many years, and the opposition has said that it will block further payments.",
		"A second paragraph begins with an indent and runs on for long enough that it has to be wrapped as well.",
		"It ends here.",
	}
	if diff := cmp.Diff(want, words(t, text)); diff != "" {
		t.Error(diff)
	}
}
