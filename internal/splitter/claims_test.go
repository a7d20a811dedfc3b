package splitter_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// published is the Wednesday the articles of these tests are from.
var published = time.Date(2025, time.December, 3, 0, 0, 0, 0, time.UTC)

// claimed are the words and statements of the claims of text.
func claimed(text string) (words, statements []string) {
	for _, c := range splitter.Split(splitter.Article{Text: text, Published: published}).Claims {
		words = append(words, wordsOf(text, c.Spans))
		statements = append(statements, c.Statement)
	}
	return words, statements
}

func TestClaimsAreCutOutOfTheirFrames(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"that", "Smith said that the harbour was closed in May.", []string{"the harbour was closed in May"}},
		{"denied", "Smith denied that the harbour was closed in May.", []string{"the harbour was closed in May"}},
		{"speaker with a role last", "“The harbour was closed in May,” said Ann Lee of the harbour board.", []string{"The harbour was closed in May"}},
		{"paper last", "The harbour was closed in May, the Meridian Courier notes.", []string{"The harbour was closed in May"}},
		{"before a frame", "Ann Lee visited the old harbour in May, saying that it was closed.",
			[]string{"Ann Lee visited the old harbour in May", "it was closed"}},
		{"predicted", "Smith predicted that the harbour would be closed.", []string{"Smith predicted that the harbour would be closed"}},
		{"told what must be", "Smith told Lee that both ports must be closed.", []string{"Smith told Lee that both ports must be closed"}},
		{"refused", "“We will not close the harbour,” Ann Lee said.", []string{"“We will not close the harbour,” Ann Lee said"}},
		{"accused", "Ann Lee accused the port of hiding the costs.", []string{"Ann Lee accused the port of hiding the costs"}},
		{"quotation at the end keeps its marks", "Ann Lee called the plan for the port “a farce.”", []string{"Ann Lee called the plan for the port “a farce.”"}},
		{"point of an abbreviation", "Smith said that the harbour was sold to the U.S. on Monday, and the firm left the U.S.",
			[]string{"the harbour was sold to the U.S. on Monday", "the firm left the U.S."}},
		{"lead-in", "However, the harbour was closed in May.", []string{"the harbour was closed in May"}},
		{"advice", "The port of Oslo should be closed in May.", nil},
		{"mere possibility", "The harbour might be closed one day.", nil},
		{"caption", "The harbour was closed in May. Photo of the harbour.", []string{"The harbour was closed in May"}},
		{"an object only", "The group claimed responsibility in a letter e-mailed to two papers.",
			[]string{"The group claimed responsibility in a letter e-mailed to two papers"}},
		{"an act", "Ann Lee added a third before Mark Stone pulled one back.", []string{"Ann Lee added a third before Mark Stone pulled one back"}},
		{"found nothing", "The doctors did not find any proof that the jab causes fever.", []string{"The doctors did not find any proof that the jab causes fever"}},
		{"any, denied", "The board denied that any bill had been paid twice.", []string{"The board denied that any bill had been paid twice"}},
		{"no verb", "“Not a single ship in May,” Ann Lee said.", []string{"“Not a single ship in May,” Ann Lee said"}},
		{"a clause with a time in its subject", "“The mood after the vote was grim,” Ann Lee said.", []string{"The mood after the vote was grim"}},
		{"how many believe", "According to a survey by Port Research, 58% of sailors believe that the mayor has failed.",
			[]string{"58% of sailors believe that the mayor has failed"}},
		{"how many believe, nobody counting", "Two thirds of voters think that the port was closed too late.",
			[]string{"Two thirds of voters think that the port was closed too late"}},
		{"somebody's age for their name", "“He took everything,” the 81-year-old said.", []string{"He took everything"}},
		{"an answer", "“That is simply untrue,” said Ann Lee.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, _ := claimed(tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCoordination(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"while", "Japan has advised its citizens to leave China, while Beijing has warned against travel to Japan and restricted imports of fish.",
			[]string{"Japan has advised its citizens to leave China.", "Beijing has warned against travel to Japan and restricted imports of fish."}},
		{"two clauses", "The harbour was closed in May, and the port lost 40 jobs.", []string{"The harbour was closed in May.", "The port lost 40 jobs."}},
		{"two clauses without a comma", "More than 4,000 homes were destroyed and the main road to Oslo was cut.",
			[]string{"More than 4,000 homes were destroyed.", "The main road to Oslo was cut."}},
		{"semicolon", "A bridge collapsed in 2023; three workers died.", []string{"A bridge collapsed in 2023.", "Three workers died."}},
		{"that twice", "Smith said that 84 flights were cancelled and that 11,000 people were affected.",
			[]string{"84 flights were cancelled.", "11,000 people were affected."}},
		{"shared subject", "The company cut 200 jobs and closed two plants.", []string{"The company cut 200 jobs.", "The company closed two plants."}},
		{"shared subject with what is told of it", "Marlow, a German firm, cut 200 jobs and closed two plants.",
			[]string{"Marlow, a German firm, cut 200 jobs.", "Marlow, a German firm, closed two plants."}},
		{"and then not", "Ann Lee joined the firm in 2019 but never worked in the port.",
			[]string{"Ann Lee joined the firm in 2019.", "Ann Lee never worked in the port."}},
		{"a second verb of saying", "Ann Lee argued that the plan was legal and said she would appeal.", []string{"The plan was legal.", "Ann Lee said she would appeal."}},
		{"a participle of saying", "The mayor toured the port in May, adding that he would reopen it.",
			[]string{"The mayor toured the port in May.", "The mayor added that he would reopen it."}},
		{"that after a quotation", "The letter said “all views were considered” and that a review will take place.",
			[]string{"All views were considered.", "The letter said a review will take place."}},
		{"two subjects", "Canada and Mexico signed a treaty in 2019.", []string{"Canada and Mexico signed a treaty in 2019."}},
		{"two verbs, one act", "Smith researched and published the numbers in 2019.", []string{"Smith researched and published the numbers in 2019."}},
		{"up and down", "Exports rose and fell with the price of oil.", []string{"Exports rose and fell with the price of oil."}},
		{"between", "The border between Canada and Mexico was drawn in 1951.", []string{"The border between Canada and Mexico was drawn in 1951."}},
		{"one auxiliary", "The line was designed and built by a firm from Spain.", []string{"The line was designed and built by a firm from Spain."}},
		{"one infinitive", "The firm wants to close the port and cut 200 jobs.", []string{"The firm wants to close the port and cut 200 jobs."}},
		{"in a relative clause", "Police met the man who left the port in May and sold the ship.",
			[]string{"Police met the man who left the port in May and sold the ship."}},
		{"under an if", "If the port closes and the firm leaves Oslo, 40 jobs are lost.", []string{"If the port closes and the firm leaves Oslo, 40 jobs are lost."}},
		{"participles", "Police held two men arrested in May and released in June.", []string{"Police held two men arrested in May and released in June."}},
		{"a list of acts", "The firm cut 200 jobs, closed two plants and sold a mine.", []string{"The firm cut 200 jobs, closed two plants and sold a mine."}},
		{"both", "Both the mayor and the council were told of the flood.", []string{"Both the mayor and the council were told of the flood."}},
		{"not only", "The flood not only closed the port but closed the road.", []string{"The flood not only closed the port but closed the road."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, got := claimed(tt.text)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestStatements looks at the last claim of each text.
func TestStatements(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"he", "Peter Lee left Oslo. He joined the bank in 2019.", "Peter Lee joined the bank in 2019."},
		{"possessive", "Peter Lee left Oslo. His bank was sold in 2019.", "Peter Lee’s bank was sold in 2019."},
		{"said of oneself", "Peter Lee said that he had joined the bank.", "Peter Lee had joined the bank."},
		{"explained by the claim itself", "Peter Lee left Oslo. Peter Lee sold his bank in 2019.", "Peter Lee sold his bank in 2019."},
		{"last name", "Peter Lee left Oslo. Lee joined the bank in 2019.", "Peter Lee joined the bank in 2019."},
		{"civil title", "Peter Lee left Oslo. Mr Lee joined the bank in 2019.", "Peter Lee joined the bank in 2019."},
		{"two of one name", "Peter Lee met Ann Lee in Oslo. Lee joined the bank in 2019.", "Lee joined the bank in 2019."},
		{"it", "The Harlow Bridge opened in 1964. It was closed in May.", "The Harlow Bridge was closed in May."},
		{"its", "The Harlow Bridge opened in 1964. Its deck was closed in May.", "The Harlow Bridge’s deck was closed in May."},
		{"it, said of nothing", "The bridge opened in 1964. It is clear that the deck was closed.", "It is clear that the deck was closed."},
		{"its, leading up", "The Harlow Bridge opened in 1964. In its report, the bank named two firms.", "In its report, the bank named two firms."},
		{"they", "China and Russia said they had reached a deal.", "China and Russia had reached a deal."},
		{"acronym", "The International Atomic Energy Agency (IAEA) met in May. The IAEA has not visited the plant since 2023.",
			"The International Atomic Energy Agency (IAEA) has not visited the plant since 2023."},
		{"ministry", "The Ministry of Health met in May. The ministry recorded 700 births.", "The Ministry of Health recorded 700 births."},
		{"one of two ministries", "The Ministry of Health met the Ministry of Defence in May. The ministry recorded 700 births.", "The ministry recorded 700 births."},
		{"two nations", "Relations between Japan and Russia are poor. The two nations never signed a treaty.", "Japan and Russia never signed a treaty."},
		{"I", "“I closed the harbour in 2019,” Ann Lee said.", "Ann Lee closed the harbour in 2019."},
		{"I with a verb that would change", "“I have closed the harbour of Oslo,” Ann Lee said.", "I have closed the harbour of Oslo."},
		{"there", "Ann Lee moved to Lisbon in 2019. She bought a house there in 2020.", "Ann Lee bought a house in Lisbon in 2020."},
		{"yesterday", "The port was closed yesterday.", "The port was closed on 2 December 2025."},
		{"day", "The port was closed on Monday.", "The port was closed on 1 December 2025."},
		{"day without a preposition", "The port was closed Monday.", "The port was closed on 1 December 2025."},
		{"day to come", "The port will open on Friday.", "The port will open on 5 December 2025."},
		{"night", "The port was closed on Sunday night.", "The port was closed on the night of 30 November 2025."},
		{"month", "The port was closed last month.", "The port was closed in November 2025."},
		{"year", "The port lost 40 jobs this year.", "The port lost 40 jobs in 2025."},
		{"year after a month", "The port was closed in May last year.", "The port was closed in May 2024."},
		{"year of something", "The port was hit by last year’s flood.", "The port was hit by 2024’s flood."},
		{"days in quotation marks stay", "“The port was closed yesterday,” Ann Lee said.", "The port was closed yesterday."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, got := claimed(tt.text)
			if len(got) == 0 || got[len(got)-1] != tt.want {
				t.Errorf("%q, want %q last", got, tt.want)
			}
		})
	}
}

func TestDatesStayWhenThePublishingDayIsNotKnown(t *testing.T) {
	t.Parallel()
	d := splitter.Split(splitter.Article{Text: "The port was closed yesterday."})
	if len(d.Claims) != 1 || d.Claims[0].Statement != "The port was closed yesterday." || len(d.Claims[0].Filled) != 0 {
		t.Errorf("%+v", d.Claims)
	}
}

func TestFilledSaysWhatAndWhereFrom(t *testing.T) {
	t.Parallel()
	const text = "Peter Lee left Oslo. He cut 200 jobs last year and closed two plants."
	type place struct{ Put, For, From string }
	var got []place
	for _, c := range splitter.Split(splitter.Article{Text: text, Published: published}).Claims[1:] {
		for _, f := range c.Filled {
			put, _ := textspan.Slice(c.Statement, textspan.Span{Start: f.Start, End: f.End})
			of, _ := textspan.Slice(text, f.For)
			from, _ := textspan.Slice(text, f.From)
			got = append(got, place{put, of, from})
		}
	}
	want := []place{{"Peter Lee", "He", "Peter Lee"}, {"in 2024", "last year", ""}, {"Peter Lee", "", "Peter Lee"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReasonsNameTheWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ann Lee said that the harbour was closed in May.":         "said by: Ann Lee said",
		"The harbour was closed in May, and the port lost a ship.": "two claims in one sentence: and",
		"Peter Lee left Oslo. He joined the bank in 2019.":         "filled in: He → Peter Lee",
		"In 2019 they joined the bank of Oslo.":                    "unclear: they",
	} {
		d := splitter.Split(splitter.Article{Text: text})
		if len(d.Claims) == 0 || !slices.Contains(d.Claims[len(d.Claims)-1].Reasons, want) {
			t.Errorf("%q: %+v, want the reason %q", text, d.Claims, want)
		}
	}
}

func TestPronounsGoToTheNearerName(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"nearer than a title", "President Peter Lee spoke in Oslo. Later Mark Stone opened the port. He was born in 1951.", "Mark Stone"},
		{"subject before object", "Peter Lee met Mark Stone in Oslo. He was born in 1951.", "Peter Lee"},
		{"gender", "Peter Lee met Maria Stone in Oslo. She was born in 1951.", "Maria Stone"},
		{"who spoke last", "Transport minister Gwen Parry left the talks. “The deal is dead,” said the union’s leader, Rhys Morgan. He earns £92,000 a year.", "Rhys Morgan"},
		{"on through pronouns", "Peter Lee left Oslo. He joined the bank of Mark Stone. He was born in 1951.", "Peter Lee"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, got := claimed(tt.text)
			if len(got) == 0 || !strings.HasPrefix(got[len(got)-1], tt.want) {
				t.Errorf("%q, want the last about %s", got, tt.want)
			}
		})
	}
}

func TestClaimsKeepTheirPromises(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := prose().Draw(t, "text")
		d := splitter.Split(splitter.Article{Text: text, Published: published})
		runes := []rune(text)
		last := 0
		for _, c := range d.Claims {
			for _, s := range c.Spans {
				if s.Start < last {
					t.Fatalf("claim at %v overlaps one before it", s)
				}
				last = s.End
				if s.Start > 0 && unicode.IsLetter(runes[s.Start-1]) && unicode.IsLetter(runes[s.Start]) || s.End < len(runes) && unicode.IsLetter(runes[s.End]) && unicode.IsLetter(runes[s.End-1]) {
					t.Fatalf("claim %q is cut inside a word", string(runes[s.Start:s.End]))
				}
			}
			n, at := len([]rune(c.Statement)), 0
			for _, f := range c.Filled {
				if f.Start < at || f.End <= f.Start || f.End > n {
					t.Fatalf("filled %+v of %q, after %d", f, c.Statement, at)
				}
				at = f.End
			}
			if c.Rule == "" {
				t.Fatalf("claim %+v has no rule", c)
			}
		}
	})
}

func TestSharesOfOpinionAreNumerical(t *testing.T) {
	t.Parallel()
	const text = "According to a survey by Port Research, 58% of sailors believe that the mayor has failed."
	d := splitter.Split(splitter.Article{Text: text})
	if len(d.Claims) != 1 || d.Claims[0].Type != splitter.TypeNumerical || d.Claims[0].Attribution == nil ||
		d.Attributions[*d.Claims[0].Attribution].Name != "a survey by Port Research" {
		t.Errorf("%+v %+v", d.Claims, d.Attributions)
	}
}

func TestClaimsHaveFewReasons(t *testing.T) {
	t.Parallel()
	const text = "Peter Lee left Oslo. Ann Lee, the longest serving head of the old harbour board of the city of Meridian and Marlow, said in May that he had cut " +
		"200 jobs, 4.3 percent of all, because taxes on ships rose in Oslo last year, and that Marlow plc lost $40 million."
	d := splitter.Split(splitter.Article{Text: text, Published: published})
	if len(d.Claims) < 2 {
		t.Fatalf("%+v", d.Claims)
	}
	for _, c := range d.Claims {
		if len(c.Reasons) > 6 || slices.ContainsFunc(c.Reasons, func(r string) bool { return len(r) > 80 }) {
			t.Errorf("%q: %d reasons, %q", c.Statement, len(c.Reasons), c.Reasons)
		}
		if slices.ContainsFunc(c.Reasons, func(r string) bool { return strings.HasPrefix(r, "cut from: Ann") }) {
			t.Errorf("%q says twice who said it: %q", c.Statement, c.Reasons)
		}
	}
}

func TestControlCharactersAreLeftOut(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom([]string{"\x00", "\x07", "\x1b[1m", "\u0085", "\u009b", "\x7f"})
		text := reported().Draw(t, "text")
		for range rapid.IntRange(1, 4).Draw(t, "marks") {
			at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
			if text[at] == ' ' {
				text = text[:at] + mark.Draw(t, "mark") + text[at:]
			}
		}
		d := splitter.Split(splitter.Article{Text: text, Published: published, Language: "en"})
		var shown []string
		for _, s := range d.Sentences {
			shown = append(shown, s.Reasons...)
		}
		for _, c := range d.Claims {
			shown = append(append(shown, c.Statement), c.Reasons...)
			for _, f := range c.Filled {
				if n := len([]rune(c.Statement)); f.End > n || f.Start >= f.End {
					t.Fatalf("filled %+v of %q", f, c.Statement)
				}
			}
		}
		for _, words := range shown {
			if strings.IndexFunc(words, unicode.IsControl) >= 0 {
				t.Fatalf("%q of %q", words, text)
			}
		}
	})
}

func TestDatelines(t *testing.T) {
	t.Parallel()
	const claim = " – The port of Oslo was closed on Thursday."
	for _, tt := range []struct {
		name, line string
		published  time.Time
		want       string
	}{
		{"with a year", "SEATTLE, May 3, 2024", time.Time{}, "The port of Oslo was closed on 2 May 2024."},
		{"days before", "SEATTLE, Nov. 29", published, "The port of Oslo was closed on 27 November 2025."},
		{"another report", "SEATTLE, May 3", published, "The port of Oslo was closed on 27 November 2025."},
		{"no year", "SEATTLE, May 3", time.Time{}, "The port of Oslo was closed on Thursday."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := splitter.Split(splitter.Article{Text: tt.line + claim, Published: tt.published})
			if len(d.Claims) != 1 || d.Claims[0].Statement != tt.want {
				t.Errorf("%+v, want %q", d.Claims, tt.want)
			}
		})
	}
}

func TestFewQuotedWordsAreNotDirectSpeech(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Ann Lee said the harbour had been “badly handled” by the council.": false,
		"“The harbour was badly handled,” Ann Lee said.":                    true,
		"Ann Lee said that “the harbour was badly handled by the council”.": true,
	} {
		if d := splitter.Split(splitter.Article{Text: text}); len(d.Attributions) != 1 || d.Attributions[0].Direct != want {
			t.Errorf("%q: %+v, want direct %t", text, d.Attributions, want)
		}
	}
}

// reported is sentences in which somebody says several things.
func reported() *rapid.Generator[string] {
	who := []string{"Ann Lee", "The ministry", "Lawyers for the port", "Peter Stone, the mayor,"}
	says := []string{"said that", "said", "argued that", "denied that", "told Reuters that", "did not say that", "claimed"}
	what := []string{"the plan was legal", "40 ships were sold in May", "“all views were considered”", "the port will be “closed for good”", "any bill had been paid",
		"no ship sailed", "“it rained”", "he had left"}
	joins := []string{" and that ", ", and that ", " and said ", " but denied that ", ", adding that ", ", saying ", " and ", "; "}
	return rapid.Custom(func(t *rapid.T) string {
		draw := func(list []string) string { return rapid.SampledFrom(list).Draw(t, "words") }
		text := draw(who) + " " + draw(says) + " " + draw(what)
		for range rapid.IntRange(0, 2).Draw(t, "more") {
			text += draw(joins) + draw(what)
		}
		return text + "."
	})
}

// TestStatementsStandAlone holds statements to being sentences of their own.
func TestStatementsStandAlone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := reported().Draw(t, "text")
		for _, c := range splitter.Split(splitter.Article{Text: text, Published: published, Language: "en"}).Claims {
			first, _, _ := strings.Cut(strings.ToLower(c.Statement), " ")
			if slices.Contains([]string{"said", "says", "told", "argued", "denied", "claimed", "adding", "saying", "and", "but", "or", "that"}, first) {
				t.Fatalf("%q of %q begins with %q", c.Statement, text, first)
			}
			if c.Rule == "claim/said" && strings.Contains(c.Statement, "” and that ") {
				t.Fatalf("%q of %q holds two statements", c.Statement, text)
			}
			if strings.Count(c.Statement, "“") != strings.Count(c.Statement, "”") {
				t.Fatalf("%q of %q holds half a quotation", c.Statement, text)
			}
		}
	})
}

// wordsOf are the words of spans, with a space between the pieces.
func wordsOf(text string, spans []textspan.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i], _ = textspan.Slice(text, s)
	}
	return strings.Join(parts, " ")
}
