package splitter_test

import (
	"os"
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// pageLine is a line of testdata/furniture.txt and what it is.
type pageLine struct{ kind, text string }

// pageLines are the lines of testdata/furniture.txt by part.
func pageLines(t *testing.T) map[string][]pageLine {
	t.Helper()
	data, err := os.ReadFile("testdata/furniture.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string][]pageLine)
	part := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		kind, text, isLine := strings.Cut(line, "\t")
		switch {
		case isLine:
			parts[part] = append(parts[part], pageLine{kind, text})
		case strings.HasPrefix(line, "## "):
			part = strings.TrimPrefix(line, "## ")
		}
	}
	return parts
}

// kindOf is what Split takes line for between the paragraphs of an article.
func kindOf(line string) string {
	const before = "The ferry company said on Monday that it would close two of its routes in the spring, after talks with the islands failed.\n" +
		"About 4,000 people live on the islands, and most of them need the ferries to get to work, to school and to hospital.\n"
	const after = "\nThe union has called its members out for a third week and says that no talks are planned before the end of the month.\n"
	d := splitter.Split(splitter.Article{Text: before + line + after})
	kind := ""
	for _, s := range d.Sentences {
		switch {
		case s.Start < len(before) || s.Start >= len(before)+len([]rune(line)):
		case s.Class == splitter.ClassHeading, s.Class == splitter.ClassBoilerplate:
			return string(s.Class)
		case s.Class == splitter.ClassQuestion:
			kind = string(s.Class)
		default:
			kind = "body"
		}
	}
	return kind
}

func TestPageLinesAreToldFromTheArticle(t *testing.T) {
	t.Parallel()
	// How many lines of page furniture of each part may be missed, in percent.
	mostMissed := map[string]int{"seen": 3, "held out": 5, "later": 10, "seen on sites": 4, "first held out on sites": 6, "advice": 0, "unlike the others": 35}
	for part, lines := range pageLines(t) {
		missed, furniture := 0, 0
		for _, line := range lines {
			got := kindOf(line.text)
			switch {
			case line.kind == "boilerplate":
				furniture++
				if got != line.kind {
					missed++
					t.Logf("%s: %q is %s", part, line.text, got)
				}
			case got != line.kind && !(line.kind == "heading" && got == "question"):
				t.Errorf("%s: %q is %s, want %s", part, line.text, got, line.kind)
			}
		}
		if most := furniture * mostMissed[part] / 100; missed > most || furniture == 0 {
			t.Errorf("%s: %d of %d lines of page furniture missed, want %d at most", part, missed, furniture, most)
		}
	}
}

func TestFurnitureNamesItsWords(t *testing.T) {
	t.Parallel()
	const prose = "The ferry was late on Monday.\n"
	for _, test := range []struct{ line, rule, reason string }{
		{"Read next: The ships that never came", "class/label", "page furniture: Read next:"},
		{"Sign up for our newsletter", "class/call", "page furniture: Sign up for our"},
		{"24 comments", "class/count", "page furniture: 24 comments"},
		{"Rising costs", "class/heading", "heading: Rising costs"},
		{"Friday, March 4, 2022", "class/day", "a day alone"},
	} {
		s := splitter.Split(splitter.Article{Text: prose + test.line + "\n" + prose}).Sentences[1]
		if string(s.Rule) != test.rule || len(s.Reasons) != 1 || s.Reasons[0] != test.reason {
			t.Errorf("%q: %s because of %q, want %s because of %q", test.line, s.Rule, s.Reasons, test.rule, test.reason)
		}
	}
}

func TestADayAloneIsNoClaim(t *testing.T) {
	t.Parallel()
	d := splitter.Split(splitter.Article{Text: "Ferry late\n\nFriday, March 4, 2022\n\nThe ferry was late on Monday.\n"})
	for _, c := range d.Claims {
		if c.Sentence == 1 {
			t.Errorf("the line of the day makes the claim %q", c.Statement)
		}
	}
	if s := d.Sentences[1]; s.Class != splitter.ClassClaim || s.Score != 0 {
		t.Errorf("the line of the day is %s with score %v", s.Class, s.Score)
	}
}
