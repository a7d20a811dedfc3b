package factcheck_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"

	"pgregory.net/rapid"
)

// actions lists every action of the table once.
func actions() []factcheck.Action {
	var list []factcheck.Action
	for _, t := range factcheck.Transitions() {
		list = append(list, t.Action)
	}
	return list
}

const (
	someone   = factcheck.AccountID(1) // wrote and submitted the claim
	stranger  = factcheck.AccountID(2) // had no hand in it
	colleague = factcheck.AccountID(3) // wrote a part of it, and did not submit it
)

// ready returns a claim in the status with nothing missing.
func ready(status factcheck.Status) *factcheck.Claim {
	rating := factcheck.DefaultScale().Ratings[5] // without evidence: needs a note of the search
	c := &factcheck.Claim{
		ID: 7, Status: status, Version: 1, Revision: 1, Statement: "The bridge was closed in May.",
		Spans:        make([]factcheck.Quote, 1),
		Attribution:  &factcheck.Attribution{Speaker: "The mayor", Claimant: 9},
		Verdict:      &factcheck.Verdict{Rating: &rating, Rationale: "Nothing was found.", SearchNote: "The city’s archive."},
		SubmittedBy:  &factcheck.Person{ID: someone, Name: "Ada"},
		Contributors: []factcheck.Person{{ID: someone, Name: "Ada"}, {ID: colleague, Name: "Ben"}},
	}
	return c
}

// verdictOf names the outcome of an action: "yes", or the rule that is in the way.
func verdictOf(err error) string {
	if err == nil {
		return "yes"
	}
	if reasons := errs.Reasons(err); len(reasons) > 0 {
		return reasons[0].Rule
	}
	return errs.KindOf(err).String()
}

// TestPermissions holds who may do what, and where, against a matrix for people to read.
func TestPermissions(t *testing.T) {
	t.Parallel()
	people := []struct {
		name    string
		account factcheck.AccountID
	}{{"no hand in it", stranger}, {"wrote some of it", colleague}, {"submitted it", someone}}
	var out strings.Builder
	for _, action := range actions() {
		fmt.Fprintf(&out, "%-27s", action)
		for _, s := range factcheck.Statuses() {
			fmt.Fprintf(&out, " %-17s", s)
		}
		out.WriteByte('\n')
		for _, role := range factcheck.Roles() {
			for _, who := range people {
				fmt.Fprintf(&out, "%-9s %-17s", role, who.name)
				for _, s := range factcheck.Statuses() {
					err := ready(s).Refusal(factcheck.Actor{Account: who.account, Role: role}, action)
					fmt.Fprintf(&out, " %-17s", verdictOf(err))
				}
				out.WriteByte('\n')
			}
		}
		out.WriteByte('\n')
	}
	var lines []string
	for line := range strings.SplitSeq(out.String(), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	golden(t, "testdata/permissions.golden.txt", strings.TrimRight(strings.Join(lines, "\n"), "\n")+"\n")
}

// TestDiagram keeps the picture in the documentation the picture of the table.
func TestDiagram(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	out.WriteString("stateDiagram-v2\n  [*] --> candidate: propose (editor)\n")
	for _, step := range factcheck.Transitions() {
		if step.To == "" {
			continue
		}
		for _, from := range step.From {
			fmt.Fprintf(&out, "  %s --> %s: %s (%s)\n", from, step.To, strings.ReplaceAll(string(step.Action), "_", " "), step.Role)
		}
	}
	golden(t, "../../docs/workflow.mermaid", out.String())
}

func TestTransitions_AreWhole(t *testing.T) {
	t.Parallel()
	reached := map[factcheck.Status]bool{factcheck.Candidate: true}
	seen := map[factcheck.Action]bool{}
	for _, step := range factcheck.Transitions() {
		if seen[step.Action] {
			t.Errorf("%s has two rows", step.Action)
		}
		seen[step.Action] = true
		if len(step.From) == 0 || !step.Role.Valid() || step.Role == factcheck.Viewer {
			t.Errorf("%s: from %v by %q", step.Action, step.From, step.Role)
		}
		if step.To != "" {
			reached[step.To] = true
		}
		if slices.Contains(step.From, step.To) {
			t.Errorf("%s leads from %s to itself", step.Action, step.To)
		}
	}
	for _, s := range factcheck.Statuses() {
		if !reached[s] {
			t.Errorf("nothing leads to %s", s)
		}
		if s.Editable() != slices.Contains(fromOf(factcheck.ActionChange), s) {
			t.Errorf("%s: Editable() and the table disagree", s)
		}
	}
}

func fromOf(action factcheck.Action) []factcheck.Status {
	for _, step := range factcheck.Transitions() {
		if step.Action == action {
			return step.From
		}
	}
	return nil
}

func TestRefusal_Kinds(t *testing.T) {
	t.Parallel()
	editor := factcheck.Actor{Account: stranger, Role: factcheck.Editor}
	reviewer := factcheck.Actor{Account: stranger, Role: factcheck.Reviewer}
	puppet := factcheck.Actor{Account: stranger, Role: factcheck.Reviewer, PasswordSetBy: colleague}
	asked := func(c *factcheck.Claim, status factcheck.RequestStatus) *factcheck.Claim {
		c.ChangeRequests = []factcheck.ChangeRequest{{ID: 1, Status: status}}
		return c
	}
	for name, tc := range map[string]struct {
		claim  *factcheck.Claim
		actor  factcheck.Actor
		action factcheck.Action
		kind   errs.Kind
		rule   string
	}{
		"no role":              {ready(factcheck.Open), factcheck.Actor{}, factcheck.ActionSubmit, errs.Forbidden, "role"},
		"unknown role":         {ready(factcheck.Open), factcheck.Actor{Role: "owner"}, factcheck.ActionSubmit, errs.Forbidden, "role"},
		"unknown action":       {ready(factcheck.Open), editor, "publish", errs.Invalid, ""},
		"wrong status":         {ready(factcheck.Approved), editor, factcheck.ActionSubmit, errs.Stale, "status"},
		"unfinished":           {&factcheck.Claim{Status: factcheck.Open}, editor, factcheck.ActionSubmit, errs.Unmet, "statement"},
		"unanswered":           {asked(ready(factcheck.ChangesRequested), factcheck.RequestOpen), editor, factcheck.ActionSubmit, errs.Unmet, "change_requests"},
		"not the submitter":    {ready(factcheck.InReview), editor, factcheck.ActionWithdraw, errs.Forbidden, "withdraw"},
		"own work":             {ready(factcheck.InReview), factcheck.Actor{Account: colleague, Role: factcheck.Admin}, factcheck.ActionApprove, errs.Forbidden, "four_eyes"},
		"own work, sent back":  {ready(factcheck.InReview), factcheck.Actor{Account: colleague, Role: factcheck.Reviewer}, factcheck.ActionRequestChanges, errs.Forbidden, "four_eyes"},
		"a puppet":             {ready(factcheck.InReview), puppet, factcheck.ActionApprove, errs.Forbidden, "four_eyes"},
		"a puppet, sent back":  {ready(factcheck.InReview), puppet, factcheck.ActionRequestChanges, errs.Forbidden, "four_eyes"},
		"an open point":        {asked(ready(factcheck.InReview), factcheck.RequestOpen), reviewer, factcheck.ActionApprove, errs.Unmet, "change_requests"},
		"editor as a reviewer": {ready(factcheck.InReview), editor, factcheck.ActionApprove, errs.Forbidden, "role"},
	} {
		err := tc.claim.Refusal(tc.actor, tc.action)
		if errs.KindOf(err) != tc.kind || err == nil {
			t.Errorf("%s: %v, want %s", name, err, tc.kind)
			continue
		}
		if tc.rule == "" {
			continue
		}
		reason := errs.Reasons(err)[0]
		if reason.Rule != tc.rule || reason.Detail == "" || reason.Remedy == "" || errs.Message(err) == "" {
			t.Errorf("%s: %+v, want the rule %s with its detail and remedy", name, reason, tc.rule)
		}
	}
	if err := asked(ready(factcheck.ChangesRequested), factcheck.RequestAnswered).Refusal(editor, factcheck.ActionSubmit); err != nil {
		t.Errorf("submit with every point answered: %v", err)
	}
	puppet.PasswordSetBy = 99
	if err := ready(factcheck.InReview).Refusal(puppet, factcheck.ActionApprove); err != nil {
		t.Errorf("approve with a password set by somebody without a hand in it: %v", err)
	}
	if err := ready(factcheck.InReview).Refusal(factcheck.Actor{Account: stranger, Role: factcheck.Admin}, factcheck.ActionWithdraw); err != nil {
		t.Errorf("an admin withdraws: %v", err)
	}
}

func TestUnmet(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		spoil func(*factcheck.Claim)
		want  []string
	}{
		"nothing":              {func(*factcheck.Claim) {}, nil},
		"blank statement":      {func(c *factcheck.Claim) { c.Statement = " \n\u00a0" }, []string{"statement"}},
		"no words":             {func(c *factcheck.Claim) { c.Spans = nil }, []string{"quote"}},
		"no attribution":       {func(c *factcheck.Claim) { c.Attribution = nil }, []string{"attribution"}},
		"unconfirmed speaker":  {func(c *factcheck.Claim) { c.Attribution.Claimant = 0 }, []string{"attribution"}},
		"unattributed":         {func(c *factcheck.Claim) { c.Attribution = &factcheck.Attribution{Unattributed: true} }, nil},
		"no verdict":           {func(c *factcheck.Claim) { c.Verdict = nil }, []string{"rating"}},
		"rationale only":       {func(c *factcheck.Claim) { c.Verdict.Rating = nil }, []string{"rating"}},
		"no rationale":         {func(c *factcheck.Claim) { c.Verdict.Rationale = "\t" }, []string{"rationale"}},
		"no note of a search":  {func(c *factcheck.Claim) { c.Verdict.SearchNote = "" }, []string{"search_note"}},
		"two open points":      {func(c *factcheck.Claim) { c.ChangeRequests = open(2) }, []string{"change_requests"}},
		"all that can be":      {func(c *factcheck.Claim) { *c = factcheck.Claim{ChangeRequests: open(1)} }, []string{"statement", "quote", "attribution", "rating", "change_requests"}},
		"proof without source": {func(c *factcheck.Claim) { c.Verdict.Rating.Rule = proof(1, 2) }, []string{"evidence"}},
	} {
		c := ready(factcheck.Open)
		tc.spoil(c)
		var got []string
		for _, r := range c.Unmet() {
			got = append(got, r.Rule)
			if r.Field == "" || r.Detail == "" || r.Remedy == "" {
				t.Errorf("%s: %+v does not say where, what and how", name, r)
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: missing %v, want %v", name, got, tc.want)
		}
	}
}

func open(n int) []factcheck.ChangeRequest {
	list := make([]factcheck.ChangeRequest, n)
	for i := range list {
		list[i].Status = factcheck.RequestOpen
	}
	return list
}

// allowed is the table of the workflow once more, written for this test: what must hold for an
// action to be possible at all.
func allowed(c *factcheck.Claim, actor factcheck.Actor, action factcheck.Action) bool {
	edits := actor.Role == factcheck.Editor || actor.Role == factcheck.Reviewer || actor.Role == factcheck.Admin
	reviews := (actor.Role == factcheck.Reviewer || actor.Role == factcheck.Admin) &&
		!c.Contributed(actor.Account) && !c.Contributed(actor.PasswordSetBy)
	switch action {
	case factcheck.ActionAccept:
		return edits && c.Status == factcheck.Candidate
	case factcheck.ActionDecline:
		return edits && (c.Status == factcheck.Candidate || c.Status == factcheck.Open)
	case factcheck.ActionReopen:
		return edits && c.Status == factcheck.Declined
	case factcheck.ActionSubmit:
		return edits && (c.Status == factcheck.Open || c.Status == factcheck.ChangesRequested) && len(c.Unmet()) == 0
	case factcheck.ActionWithdraw:
		return edits && c.Status == factcheck.InReview && (actor.Role == factcheck.Admin || c.SubmittedBy.ID == actor.Account)
	case factcheck.ActionRequestChanges:
		return reviews && c.Status == factcheck.InReview
	case factcheck.ActionApprove:
		return reviews && c.Status == factcheck.InReview && c.OpenRequests() == 0
	case factcheck.ActionEdit:
		return edits && c.Status == factcheck.Approved
	case factcheck.ActionAnswer:
		return edits && c.Status == factcheck.ChangesRequested
	case factcheck.ActionChange:
		return edits && (c.Status == factcheck.Candidate || c.Status == factcheck.Open || c.Status == factcheck.ChangesRequested)
	}
	return false
}

// TestWorkflow_StateMachine lets anybody try anything, in any order, and looks after each step
// whether a claim came to be what it must not be.
func TestWorkflow_StateMachine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := ready(factcheck.Candidate)
		c.Contributors, c.SubmittedBy = nil, nil
		approvedBy := map[int]factcheck.AccountID{} // by version
		t.Repeat(map[string]func(*rapid.T){
			"act": func(t *rapid.T) {
				actor := factcheck.Actor{
					Account: factcheck.AccountID(rapid.IntRange(1, 4).Draw(t, "account")),
					Role:    rapid.SampledFrom(factcheck.Roles()).Draw(t, "role"),
					// 0, which is nobody, as often as not.
					PasswordSetBy: factcheck.AccountID(max(0, rapid.IntRange(-4, 4).Draw(t, "password"))),
				}
				action := rapid.SampledFrom(actions()).Draw(t, "action")
				want, before := allowed(c, actor, action), c.Status
				err := c.Refusal(actor, action)
				if (err == nil) != want {
					t.Fatalf("%s by %+v on %s: %v, want allowed %t", action, actor, c.Status, err, want)
				}
				if err != nil {
					return
				}
				apply(t, c, actor, action)
				if c.Status != before && !slices.Contains(fromOf(action), before) {
					t.Fatalf("%s moved the claim from %s to %s", action, before, c.Status)
				}
				if action == factcheck.ActionApprove {
					approvedBy[c.Version] = actor.Account
				}
			},
			"": func(t *rapid.T) { // after every step
				if by, ok := approvedBy[c.Version]; (c.Status == factcheck.Approved) != ok {
					t.Fatalf("version %d is %s, approved by %d", c.Version, c.Status, by)
				} else if ok && c.Contributed(by) {
					t.Fatalf("%d approved what they contributed to", by)
				}
				if c.Status == factcheck.Approved && len(c.Unmet()) > 0 {
					t.Fatalf("approved without %v", c.Unmet())
				}
			},
		})
	})
}

// apply does to the claim what the use cases do.
func apply(t *rapid.T, c *factcheck.Claim, actor factcheck.Actor, action factcheck.Action) {
	contribute := func() {
		if !c.Contributed(actor.Account) {
			c.Contributors = append(c.Contributors, factcheck.Person{ID: actor.Account})
		}
	}
	c.Status = c.Next(action)
	switch action {
	case factcheck.ActionSubmit:
		c.SubmittedBy = &factcheck.Person{ID: actor.Account}
	case factcheck.ActionChange:
		contribute()
		c.Statement = rapid.SampledFrom([]string{"", "It rained.", "It snowed."}).Draw(t, "statement")
	case factcheck.ActionRequestChanges:
		c.ChangeRequests = append(c.ChangeRequests, open(rapid.IntRange(1, 2).Draw(t, "points"))...)
	case factcheck.ActionAnswer:
		for i := range c.ChangeRequests {
			c.ChangeRequests[i].Status = factcheck.RequestAnswered
		}
	case factcheck.ActionEdit:
		c.Version++
		contribute()
	case factcheck.ActionAccept, factcheck.ActionDecline, factcheck.ActionReopen, factcheck.ActionWithdraw, factcheck.ActionApprove:
	}
}
