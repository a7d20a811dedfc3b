package factcheck

import (
	"fmt"
	"strings"

	"factdesk/internal/errs"
)

// Action is something a person does to a claim.
type Action string

// The actions. The first nine move a claim's status; ActionChange changes its content within one.
const (
	ActionAccept         Action = "accept"
	ActionDecline        Action = "decline"
	ActionReopen         Action = "reopen"
	ActionSubmit         Action = "submit"
	ActionWithdraw       Action = "withdraw"
	ActionRequestChanges Action = "request_changes"
	ActionApprove        Action = "approve"
	ActionEdit           Action = "edit"
	ActionAnswer         Action = "answer"
	ActionChange         Action = "change"
)

// Transition is one row of the workflow: who may do what from where, and where it leads.
type Transition struct {
	Action Action
	From   []Status
	To     Status // empty when the status stays
	Role   Role   // the least role that may
}

// Transitions returns the workflow of a claim. The diagram in docs, the permission matrix and
// the edges in the database are all held against this one table.
func Transitions() []Transition {
	return []Transition{
		{ActionAccept, []Status{Candidate}, Open, Editor},
		{ActionDecline, []Status{Candidate, Open}, Declined, Editor},
		{ActionReopen, []Status{Declined}, Candidate, Editor},
		{ActionSubmit, []Status{Open, ChangesRequested}, InReview, Editor},
		{ActionWithdraw, []Status{InReview}, Open, Editor},
		{ActionRequestChanges, []Status{InReview}, ChangesRequested, Reviewer},
		{ActionApprove, []Status{InReview}, Approved, Reviewer},
		{ActionEdit, []Status{Approved}, Open, Editor},
		{ActionAnswer, []Status{ChangesRequested}, "", Editor},
		{ActionChange, []Status{Candidate, Open, ChangesRequested}, "", Editor},
	}
}

// transition returns the row of the action; the table has one for every action.
func transition(action Action) (Transition, bool) {
	for _, t := range Transitions() {
		if t.Action == action {
			return t, true
		}
	}
	return Transition{}, false
}

// Next returns the status that the action leads to from the claim's own.
func (c *Claim) Next(action Action) Status {
	if t, ok := transition(action); ok && t.To != "" {
		return t.To
	}
	return c.Status
}

// Refusal returns why the actor may not do the action to the claim now, as an error that
// names every rule in the way, or nil. Its kind is Forbidden when another person could do it,
// Stale when the claim's status rules it out, Unmet when something is missing.
//
// The reviewer's content hash is checked where the claim is locked, not here: see package workflow.
func (c *Claim) Refusal(actor Actor, action Action) error {
	t, ok := transition(action)
	if !ok {
		return errs.New(errs.Invalid, "There is no action %q.", action)
	}
	if !actor.Role.AtLeast(t.Role) {
		return errs.Refuse(errs.Forbidden, fmt.Sprintf("Only %s can do this.", article(string(t.Role))), errs.Reason{
			Rule: "role", Detail: fmt.Sprintf("This takes the role %s; yours is %s.", t.Role, actor.Role),
			Remedy: "An admin of the desk can change your role.",
		})
	}
	if !c.in(t.From) {
		return errs.Refuse(errs.Stale, fmt.Sprintf("The claim is %s, so this cannot be done now.", strings.ToLower(c.Status.Label())), errs.Reason{
			Rule: "status", Detail: fmt.Sprintf("This can be done while a claim is %s.", names(t.From)),
			Remedy: c.wayOut(),
		})
	}
	switch action {
	case ActionSubmit:
		if reasons := c.Unmet(); len(reasons) > 0 {
			return errs.Refuse(errs.Unmet, "The claim cannot be submitted yet.", reasons...)
		}
	case ActionWithdraw:
		return c.withdrawRefusal(actor)
	case ActionApprove, ActionRequestChanges:
		return c.reviewRefusal(actor, action)
	case ActionAccept, ActionDecline, ActionReopen, ActionEdit, ActionAnswer, ActionChange:
	}
	return nil
}

// Unmet returns what still keeps the claim from being submitted; nothing when it may be.
func (c *Claim) Unmet() []errs.Reason {
	var reasons []errs.Reason
	missing := func(rule, detail, remedy string) {
		reasons = append(reasons, errs.Reason{Rule: rule, Field: rule, Detail: detail, Remedy: remedy})
	}
	if blank(c.Statement) {
		missing("statement", "The claim has no statement in words that stand alone.", "An editor can write it.")
	}
	if len(c.Spans) == 0 {
		missing("quote", "The claim is not anchored to any words of the article.", "An editor can mark the words.")
	}
	if c.Attribution == nil || (!c.Attribution.Unattributed && c.Attribution.Claimant == 0) {
		missing("attribution", "Nobody has said who said it, or that the article says it itself.", "An editor can name the speaker or tick “unattributed”.")
	}
	if c.Verdict == nil || c.Verdict.Rating == nil {
		missing("rating", "The claim has no rating.", "An editor can choose one from the desk’s scale.")
	}
	if c.Verdict != nil && c.Verdict.Rating != nil && blank(c.Verdict.Rationale) {
		missing("rationale", "The rating has no rationale.", "An editor can write why.")
	}
	if c.Verdict != nil && c.Verdict.Rating != nil {
		reasons = append(reasons, c.Verdict.Rating.Rule.Unmet(c.Evidence, c.Verdict.SearchNote)...)
	}
	if open := c.OpenRequests(); open > 0 {
		missing("change_requests", unanswered(open), "An editor can answer each.")
	}
	return append(reasons, c.unmetText()...)
}

// unmetText returns what a new version of the article asks for before the claim goes on.
func (c *Claim) unmetText() []errs.Reason {
	reasons := c.Unplaced()
	if c.VerdictOutdated {
		reasons = append(reasons, errs.Reason{
			Rule: "verdict_outdated", Field: "verdict", Detail: "The article says something else now than when the verdict was given.",
			Remedy: "An editor can look at the verdict and save it again, changed or not.",
		})
	}
	return reasons
}

// OpenRequests counts the change requests nobody has answered.
func (c *Claim) OpenRequests() int {
	open := 0
	for _, r := range c.ChangeRequests {
		if r.Status == RequestOpen {
			open++
		}
	}
	return open
}

func (c *Claim) withdrawRefusal(actor Actor) error {
	if actor.Role == Admin || (c.SubmittedBy != nil && c.SubmittedBy.ID == actor.Account) {
		return nil
	}
	by := "whoever submitted it"
	if c.SubmittedBy != nil {
		by = c.SubmittedBy.Name
	}
	return errs.Refuse(errs.Forbidden, "You did not submit this claim.", errs.Reason{
		Rule: "withdraw", Detail: "A claim is withdrawn from review by whoever submitted it.",
		Remedy: fmt.Sprintf("Ask %s, or an admin of the desk.", by),
	})
}

func (c *Claim) reviewRefusal(actor Actor, action Action) error {
	if c.Contributed(actor.Account) {
		return errs.Refuse(errs.Forbidden, "You contributed to this version, so somebody else must review it.", errs.Reason{
			Rule: "four_eyes", Detail: "Nobody reviews what they changed anything of: statement, quote, attribution, evidence or verdict.",
			Remedy: "Any reviewer who changed nothing of it can.",
		})
	}
	if actor.PasswordSetBy != 0 && c.Contributed(actor.PasswordSetBy) {
		return errs.Refuse(errs.Forbidden, "Your password was set by somebody who contributed to this version.", errs.Reason{
			Rule: "four_eyes", Detail: "Whoever set your password could sign in as you, and contributed to this version.",
			Remedy: "Change your password first (Account), or let another reviewer decide.",
		})
	}
	if open := c.OpenRequests(); action == ActionApprove && open > 0 {
		return errs.Refuse(errs.Unmet, "A change request is still open.", errs.Reason{
			Rule: "change_requests", Field: "change_requests", Detail: unanswered(open),
			Remedy: "The editor must answer it first.",
		})
	}
	if reasons := c.unmetText(); action == ActionApprove && len(reasons) > 0 {
		return errs.Refuse(errs.Unmet, "The article has a new version.", reasons...)
	}
	return nil
}

// wayOut says who can bring the claim to where something can be done with it.
func (c *Claim) wayOut() string {
	switch c.Status {
	case Candidate:
		return "An editor can accept it first."
	case InReview:
		return "A reviewer decides now; whoever submitted it can withdraw it."
	case Approved:
		return "An editor can open a new version of it."
	case Declined:
		return "An editor can reopen it."
	case Open, ChangesRequested:
	}
	return "An editor can submit it for review."
}

func (c *Claim) in(statuses []Status) bool {
	for _, s := range statuses {
		if c.Status == s {
			return true
		}
	}
	return false
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func names(statuses []Status) string {
	labels := make([]string, len(statuses))
	for i, s := range statuses {
		labels[i] = strings.ToLower(s.Label())
	}
	return strings.Join(labels, " or ")
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func unanswered(points int) string {
	if points == 1 {
		return "1 point of the reviewer is not answered."
	}
	return fmt.Sprintf("%d points of the reviewer are not answered.", points)
}
