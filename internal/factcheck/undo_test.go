package factcheck_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
)

// TestWayBack: every way back goes along the workflow, by what an editor may do.
func TestWayBack(t *testing.T) {
	t.Parallel()
	reached := []factcheck.Status{factcheck.Candidate, factcheck.Open, factcheck.Declined}
	for _, from := range reached {
		for _, to := range reached {
			at := from
			for _, next := range factcheck.WayBack(from, to) {
				if !editorMay(at, next) {
					t.Errorf("from %s to %s: nobody goes from %s to %s", from, to, at, next)
				}
				at = next
			}
			if at != to {
				t.Errorf("from %s to %s: it ends at %s", from, to, at)
			}
		}
	}
}

func editorMay(from, to factcheck.Status) bool {
	for _, step := range factcheck.Transitions() {
		for _, status := range step.From {
			if status == from && step.To == to && step.Role == factcheck.Editor {
				return true
			}
		}
	}
	return false
}

// partsClaim has something of everything that can be changed.
func partsClaim() factcheck.Claim {
	return factcheck.Claim{
		Status: factcheck.Open, ArticleVersion: 1, Statement: "The bridge is closed.", Type: factcheck.TypeEvent,
		Spans:       []factcheck.Quote{{Span: textspan.Span{Start: 1, End: 4}, Selector: textspan.Selector{Exact: "abc"}}},
		Assignee:    &factcheck.Person{ID: 3, Name: "Ana"},
		Attribution: &factcheck.Attribution{Speaker: "The mayor", Claimant: 5},
		Evidence:    []factcheck.Evidence{{ID: 7, Source: factcheck.Source{ID: 8}, Tier: factcheck.Primary, AddedAt: time.Unix(1_700_000_000, 5000)}},
		Verdict:     &factcheck.Verdict{Rating: &factcheck.Rating{ID: 9}, Rationale: "It is.", DecidedAt: time.Unix(1_700_000_001, 0)},
	}
}

// TestParts: each part is told from what it was, kept as JSON, and recognised again; the others are not spoken of.
func TestParts(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(c *factcheck.Claim){
		"standing":    func(c *factcheck.Claim) { c.Status, c.DeclineReason = factcheck.Declined, factcheck.OutOfScope },
		"assignee":    func(c *factcheck.Claim) { c.Assignee = nil },
		"wording":     func(c *factcheck.Claim) { c.Type = factcheck.TypeCausal },
		"quote":       func(c *factcheck.Claim) { c.Spans[0].Span.End = 5 },
		"attribution": func(c *factcheck.Claim) { c.Attribution = nil },
		"evidence":    func(c *factcheck.Claim) { c.Evidence = nil },
		"verdict":     func(c *factcheck.Claim) { c.Verdict.Rating = nil },
	} {
		c := partsClaim()
		was := factcheck.PartsOf(&c)
		change(&c)
		before, after := factcheck.Changed(was, factcheck.PartsOf(&c))
		untouched := partsClaim()
		for what, kept := range map[string]factcheck.Parts{"before": before, "after": after} {
			text, err := json.Marshal(kept)
			if err != nil {
				t.Fatal(err)
			}
			var fields map[string]json.RawMessage
			var again factcheck.Parts
			if err := json.Unmarshal(text, &fields); err != nil || len(fields) != 1 || fields[name] == nil {
				t.Errorf("%s, %s: kept as %s (%v)", name, what, text, err)
			}
			if err := json.Unmarshal(text, &again); err != nil {
				t.Fatal(err)
			}
			if again.HeldBy(&untouched) != (what == "before") || again.HeldBy(&c) != (what == "after") {
				t.Errorf("%s, %s: %s is not recognised", name, what, text)
			}
			if content := name != "standing" && name != "assignee"; again.Content() != content || again.Empty() {
				t.Errorf("%s, %s: content %t", name, what, again.Content())
			}
		}
	}
	c := partsClaim()
	if before, after := factcheck.Changed(factcheck.PartsOf(&c), factcheck.PartsOf(&c)); !before.Empty() || !after.Empty() {
		t.Errorf("nothing changed, and %+v became %+v", before, after)
	}
}

// TestUndoRefusal: the status comes first, then a reviewer, then anybody else, then what oneself did in another way.
func TestUndoRefusal(t *testing.T) {
	t.Parallel()
	me := factcheck.Actor{Account: 1, Name: "Ana", Role: factcheck.Editor}
	mine := factcheck.Deed{Action: "claim.judged", By: 1, Name: "Ana"}
	theirs := factcheck.Deed{Action: "claim.statement", By: 2, Name: "Ben"}
	odd := factcheck.Deed{Action: "claim.painted", By: 2, Name: "Ben"}
	review := factcheck.Deed{Action: "claim.changes_requested", By: 1, Name: "Ana"}
	c := partsClaim()
	elsewhere := factcheck.Parts{Wording: &factcheck.Wording{Statement: "Another.", Type: factcheck.TypeEvent}}
	for _, tt := range []struct {
		name   string
		status factcheck.Status
		since  []factcheck.Deed
		found  factcheck.Parts
		rule   string
		says   string
	}{
		{"nothing since", factcheck.Open, nil, factcheck.PartsOf(&c), "", ""},
		{"one's own", factcheck.Open, []factcheck.Deed{mine}, factcheck.Parts{}, "", ""},
		{"in review", factcheck.InReview, []factcheck.Deed{review, theirs}, elsewhere, "status", "in review"},
		{"approved", factcheck.Approved, nil, factcheck.Parts{}, "status", "approved"},
		{"a reviewer, even oneself", factcheck.ChangesRequested, []factcheck.Deed{theirs, review}, elsewhere, "reviewed", "Ana asked for changes"},
		{"somebody else", factcheck.Open, []factcheck.Deed{mine, theirs}, elsewhere, "others", "Ben changed the statement"},
		{"somebody else, somehow", factcheck.Open, []factcheck.Deed{odd}, factcheck.Parts{}, "others", "Ben changed the claim"},
		{"oneself in another way", factcheck.Open, []factcheck.Deed{mine}, elsewhere, "moved_on", "not as this step left it"},
	} {
		c.Status = tt.status
		err := c.UndoRefusal(me, tt.since, tt.found)
		var rules []string
		for _, reason := range errs.Reasons(err) {
			rules = append(rules, reason.Rule)
		}
		if strings.Join(rules, " ") != tt.rule || err != nil && !strings.Contains(errs.Message(err), tt.says) {
			t.Errorf("%s: %v %v", tt.name, rules, err)
		}
	}
	if _, known := factcheck.DeedWords("claim.undone"); !known {
		t.Error("undoing has no words")
	}
	if diff := cmp.Diff("Undone by whoever made it", factcheck.Undone.Label()); diff != "" || factcheck.Undone.Valid() {
		t.Error("a person may decline as undone", diff)
	}
}
