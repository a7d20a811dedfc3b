package splitter_test

import (
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// fired are the rules that made findings in d.
func fired(d splitter.Document) map[splitter.Rule]bool {
	rules := make(map[splitter.Rule]bool)
	for _, s := range d.Sentences {
		rules[s.Rule], rules[s.EndRule] = true, true
	}
	for _, a := range d.Attributions {
		rules[a.Rule] = true
	}
	for _, e := range d.Entities {
		rules[e.Rule] = true
	}
	for _, c := range d.Claims {
		rules[c.Rule] = true
	}
	return rules
}

func TestEveryRuleMakesItsExample(t *testing.T) {
	t.Parallel()
	seen := make(map[splitter.Rule]bool)
	for _, note := range splitter.Rules() {
		if seen[note.Rule] {
			t.Errorf("%s is noted twice", note.Rule)
		}
		seen[note.Rule] = true
		if !strings.Contains(string(note.Rule), "/") || note.Says == "" {
			t.Errorf("%+v is not of the form pass/what with words for an editor", note)
		}
		if !fired(splitter.Split(splitter.Article{Text: note.Example}))[note.Rule] {
			t.Errorf("%s makes nothing of its example %q", note.Rule, note.Example)
		}
	}
}
