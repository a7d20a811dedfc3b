package splitter_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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

// TestGoldenRules holds the splitter to the rules of pragmatic_segmenter: all of the first set, and of the further
// ones all but those named, which want whole speeches kept in one or broken words joined.
func TestGoldenRules(t *testing.T) {
	t.Parallel()
	for _, set := range []struct {
		path  string
		count int
		not   []string
	}{
		{"testdata/golden_rules_en.jsonl", 48, nil},
		{"testdata/golden_rules_en_ext.jsonl", 102,
			[]string{"ext-021", "ext-024", "ext-026", "ext-060", "ext-077", "ext-078", "ext-079", "ext-080"}},
	} {
		rules := lines[struct {
			ID, Name, Text string
			Expected       []string
		}](t, set.path)
		if len(rules) != set.count {
			t.Fatalf("%d rules in %s, want %d", len(rules), set.path, set.count)
		}
		for _, rule := range rules {
			if slices.Contains(set.not, rule.ID) {
				continue
			}
			var want []string
			for _, s := range rule.Expected {
				want = append(want, strings.Join(strings.Fields(s), " "))
			}
			if diff := cmp.Diff(want, words(t, rule.Text)); diff != "" {
				t.Errorf("%s %s: %s", rule.ID, rule.Name, diff)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	// In text, | is where a sentence ends; it is taken out before splitting.
	for name, text := range map[string]string{
		"titles":                                "Gen. Lloyd Austin met Dr. Fauci and Sen. Joe Manchin. |They spoke.",
		"initials":                              "J. D. Vance and George W. Bush met. |They spoke.",
		"acronym before a name":                 "He met U.S. President Joe Biden. |They spoke.",
		"acronym at the end":                    "He moved to the U.S. |The move was hard.",
		"dateline":                              "MOSCOW. Jan 14 (Interfax) - It rained. |Then it stopped.",
		"label after an acronym":                "It was held in Washington D.C. |Image: United States Navy.",
		"capitals like an abbreviation":         "Few use IE. |Its share fell.",
		"number sign":                           "He is No. 5 on the list. |Next is No. 6.",
		"no as an answer":                       "Did he go? |No. |He stayed.",
		"month":                                 "It ended on Dec. 31, 2011. |It began in Jan. 2010.",
		"company":                               "Apple Inc. said so. |Acme Corp. Chief Executive Ann Lee left.",
		"decimal":                               "It rose 3.5 percent. |It fell 2.7.",
		"morning":                               "At 5 a.m. Mr. Smith left. |He came at 6 p.m. |The rest followed.",
		"quote of two":                          "He said: “We will win. |They will not.” |Then he left.",
		"quote goes on":                         "“Is it over?” Smith asked. |“It is!” she said.",
		"straight quote closes":                 "He said \"no.\" |She said \"yes.\"",
		"brackets":                              "He left (he was tired. Very tired.) at noon. |She stayed.",
		"whole sentence in brackets":            "He left. |(She stayed.) |They met.",
		"ellipsis":                              "He waited... and waited. |She came… |They left.",
		"address":                               "See https://example.org/a.b?c=d. |Write to a.b@example.org. |Thanks.",
		"address in mid-sentence":               "The site example.com was down. |It is up.",
		"footnote":                              "He won.[1] |She lost.[2][3] |They left.",
		"no space":                              "He won.|She lost.",
		"ideographic stop":                      "好。|很好。",
		"heading":                               "Rising frictions\n|He won.",
		"one line a paragraph":                  "He won the race\n|She lost the race\n|They left the place.",
		"list":                                  "• one thing\n|• another thing\n|• a third",
		"numbered list in one line":             "1. The first thing |2. The second thing |3. The third thing",
		"sentence broken in two":                "He won the race and then\nhe left the stadium in a hurry. |She lost.",
		"windows line ends":                     "He won.\r\n|She lost.\r\n|",
		"paragraph separator":                   "He won\u2029|She lost",
		"stop marks alone":                      "?!",
		"unfinished quotation":                  "“He won. |She lost.",
		"possessive":                            "Japan’s and the U.S.’s fleets met. |They left.",
		"Jr. before a verb and stop":            "Martin Luther King Jr. spoke. |He was King Jr. |The crowd cheered.",
		"et al.":                                "Smith et al. found it. |Others did not.",
		"lower-case brand after stop":           "He left. |It rained.",
		"abbreviated state":                     "She lives in Springfield, Ill. |He lives in Ohio.",
		"exclamation within a name":             "She works at Yahoo! in accounting. |He does not.",
		"letter after a name":                   "I like Plan B. |It works.",
		"letter at the end":                     "He moved to pier C. |Then he left. |You and I. |We met.",
		"initials and surnames":                 "J. K. Rowling and J.R.R. Tolkien wrote. |Malcolm X. spoke. |They left.",
		"question and speaker":                  "“Why?” he asked. |“Why now?” Ann Lee asked. |“Why now?” I asked. |Nobody knew.",
		"question and speaker with apposition":  "“Why now?” Ann Lee, the mayor, asked on Monday. |Nobody knew.",
		"question, then another sentence":       "“Why now?” |Ann Lee left on Monday. |“Stop!” cried the mayor. |“It is over.” |The crowd left.",
		"question that ends with a quoted word": "What did the mayor mean by “soon”? |Nobody knew.",
		"shout in mid-sentence":                 "He shouted “Fire!” and left. |The film “Help!” won. |They left.",
		"name with an exclamation mark":         "Yahoo! News reported it. |She works for Yahoo! |The firm sank.",
		"streets":                               "He lives at 10 Main St. |The house is red. |St. Mary's is on 5th st. near it. |They met.",
		"titles in a row":                       "He met Lt. Gov. Ann Lee. |They spoke.",
		"time zones":                            "The meeting is at 5 p.m. EST on Monday. |It opens at 5 p.m. Eastern. |Nobody came.",
		"time before a new sentence":            "It began at 9 a.m. |Police closed the road.",
		"company at the end":                    "The firm, Acme Inc., left. |It sold Acme Inc. |The buyer was Example Ltd.",
		"company before a title":                "Acme Corp. President Ann Lee left. |She was tired.",
		"et cetera":                             "They sell books, pens, etc. |The shop sells pens, etc. at noon.",
		"units":                                 "The pier is 30 ft. long. |It is 5 ft. |The other is 6.",
		"references":                            "See Fig. 3 and pp. 4-5 of vol. 2. |Section 5.2 applies. |Article 7. |See there.",
		"days and months that are words":        "It fell on Sun. |The sun was up. |He sat. |5 people stood.",
		"hyphen and abbreviation":               "In the post-Sept. 11 world, Rep. Ann Lee (R-Ga.) and Sen. Joe Roe (D-N.J.) left. |They stayed.",
		"degrees":                               "She holds a Ph.D. in law. |He holds a Ph.D. |They met.",
		"number after an acronym":               "He sailed to the U.S. |Two men followed. |The U.S. Two-Party Act failed.",
		"crowds after an acronym":               "He sailed to the U.S. |Millions followed.",
		"money":                                 "He paid $4.50. |She paid €3,000.50. |It is 3.5. |4 people left.",
		"handles and tags":                      "He wrote to @joe_b about #peace. |@ann replied. |#peace was first.",
		"pages":                                 "Go to example.com/a?b=c. |Go to www.example.com. |It is free.",
		"names with points":                     "He likes Node.js and ASP.NET. |They met.",
		"forgotten space":                       "He saw it on Monday.|The crowd left.|It rained.",
		"ellipsis at the head of a quotation":   "He said “... we lost” in May. |They met.",
		"ellipsis of an omission":               "He left. |... She stayed. |They met.",
		"spaced ellipsis":                       "He waited . . . and left. |She did not.",
		"several marks":                         "He left?! |No!!! |Really?",
		"dash after a question":                 "Need we be reminded? -- the mayor asked. |Nobody knew.",
		"remark of the editor":                  "He said so. |[passage omitted] He left.",
		"omission in brackets":                  "He said so [...] and left. |They met [...] |However, they left.",
		"bracket that ends the sentence":        "He won (with 62 percent, they say.) |The crowd left.",
		"sentence in brackets":                  "He left (he was tired. Very tired.) at noon. |He left. |(She stayed.) |They met.",
		"acronym in brackets":                   "He said (U.S.) officials left. |They met.",
		"footnotes":                             "The war ended.4 |It began again (type 2).10 11 |Nobody knows.",
		"clicks":                                "He speaks !Xun and !Kung. |She does not.",
		"signature":                             "“We will win.” — Ann Lee",
		"pull quote":                            "“We will win. They will not.” – Ann Lee, the mayor",
		"quotation and speaker":                 "“We will win. |They will not,” Ann Lee said.",
		"shout inside a clause":                 "He said they “will pay! Or leave” in May. |They left.",
		"quotation inside a clause":             "He said they “will pay. Or leave” in May. |They left.",
		"quotation after a colon":               "He said: “They will pay. |They will leave.” |They left.",
		"single quotation marks":                "He called it a ‘farce.’ |'It is over,' he said. |'It is not.'",
		"apostrophes":                           "The workers' strike is over. |The '70s are back. |It is rock 'n' roll.",
		"datelines":                             "LONDON (AP) — It rained. |WASHINGTON, D.C. — It rained. |Then it stopped.",
		"feet and inches":                       "He was 6'3\" tall. |She was 5'2\". |They met.",
		"list in the middle of a line":          "They want three things. |1. Lower fees |2. More ships |3. A harbour",
		"letters of a list":                     "They want: a) lower fees b) more ships. |They met.",
		"double apostrophes as quotes":          "''It is over,'' he said. |''It is not.''",
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

// TestSentencesAreThoseOfSplit reads texts made of pieces, and texts on which careless rules take quadratic time.
func TestSentencesAreThoseOfSplit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(prose(), rapid.String()).Draw(t, "text")
		checkSentences(t, text)
	})
	for _, piece := range endless() {
		checkSentences(t, strings.Repeat(piece, 3000))
	}
}

func checkSentences(t interface{ Fatalf(string, ...any) }, text string) {
	spans := splitter.Sentences(text)
	d := splitter.Split(splitter.Article{Text: text})
	if len(spans) != len(d.Sentences) {
		t.Fatalf("%d sentences, Split finds %d", len(spans), len(d.Sentences))
	}
	runes := []rune(text)
	at := 0
	for i, s := range spans {
		if want := d.Sentences[i]; s.Start != want.Start || s.End != want.End {
			t.Fatalf("sentence %d is %v, Split finds %d-%d", i, s, want.Start, want.End)
		}
		if s.Start < at || s.Empty() || s.End > len(runes) || d.Sentences[i].EndRule == "" {
			t.Fatalf("sentence %d at %v, after %d of %d, by rule %q", i, s, at, len(runes), d.Sentences[i].EndRule)
		}
		uncovered(t, runes[at:s.Start])
		at = s.End
	}
	uncovered(t, runes[at:])
}

// TestLongTexts reads a quarter of a megabyte of each piece, which takes no time unless that grows as its square.
func TestLongTexts(t *testing.T) {
	t.Parallel()
	for name, piece := range endless() {
		text := strings.Repeat(piece, 1<<18/len(piece))
		spans := splitter.Sentences(text)
		if strings.TrimSpace(text) != "" && len(spans) == 0 {
			t.Errorf("%s: no sentences", name)
		}
	}
}
