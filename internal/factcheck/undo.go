package factcheck

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// UndoDepth is how many of a person's steps on an article can be undone, counted from the newest.
const UndoDepth = 50

// Parts is what an editor can change of a claim, part by part, as it was at one moment. A nil part is not spoken of.
// It is kept as JSON, so the names of its fields must stay.
type Parts struct {
	Standing    *Standing              `json:"standing,omitempty"`
	Assignee    *AccountID             `json:"assignee,omitempty"` // 0 for nobody
	Wording     *Wording               `json:"wording,omitempty"`
	Quote       *QuotePart             `json:"quote,omitempty"`
	Attribution *Optional[Attribution] `json:"attribution,omitempty"`
	Evidence    *[]EvidencePart        `json:"evidence,omitempty"`
	Verdict     *Optional[VerdictPart] `json:"verdict,omitempty"`
}

// Standing is where a claim stands, and why when it is declined.
type Standing struct {
	Status      Status        `json:"status"`
	Reason      DeclineReason `json:"reason,omitempty"`
	Note        string        `json:"note,omitempty"`
	DuplicateOf ClaimID       `json:"duplicate_of,omitempty"`
}

// Wording is a claim's statement and type.
type Wording struct {
	Statement string    `json:"statement"`
	Type      ClaimType `json:"type"`
}

// QuotePart is a claim's words, in the article version they are of.
type QuotePart struct {
	Version int     `json:"version"`
	Spans   []Quote `json:"spans"`
}

// Optional is a part that a claim may not have yet.
type Optional[T any] struct {
	Is *T `json:"is"`
}

// EvidencePart is a piece of evidence, its source by its identifier alone.
type EvidencePart struct {
	ID                EvidenceID `json:"id"`
	Source            SourceID   `json:"source"`
	Tier              Tier       `json:"tier"`
	Stance            Stance     `json:"stance"`
	Quote             string     `json:"quote"`
	Locator           string     `json:"locator"`
	Note              string     `json:"note"`
	IndependenceGroup string     `json:"independence_group"`
	AccessedOn        time.Time  `json:"accessed_on"` // a date in UTC; zero when unknown
	AddedBy           AccountID  `json:"added_by"`
	AddedAt           time.Time  `json:"added_at"` // UTC
}

// Evidence returns the part as evidence, with no more of the source than its identifier.
func (p *EvidencePart) Evidence() Evidence {
	return Evidence{
		ID: p.ID, Source: Source{ID: p.Source}, Tier: p.Tier, Stance: p.Stance, Quote: p.Quote, Locator: p.Locator, Note: p.Note,
		IndependenceGroup: p.IndependenceGroup, AccessedOn: p.AccessedOn, AddedBy: Person{ID: p.AddedBy}, AddedAt: p.AddedAt,
	}
}

// VerdictPart is a verdict, its rating by its identifier alone, 0 for none.
type VerdictPart struct {
	Rating     RatingID  `json:"rating"`
	Rationale  string    `json:"rationale"`
	SearchNote string    `json:"search_note"`
	DecidedBy  AccountID `json:"decided_by"`
	DecidedAt  time.Time `json:"decided_at"` // UTC
}

// PartsOf returns every part of the claim as it is. It shares no memory with the claim.
func PartsOf(c *Claim) Parts {
	var assignee AccountID
	if c.Assignee != nil {
		assignee = c.Assignee.ID
	}
	p := Parts{
		Standing:    &Standing{c.Status, c.DeclineReason, c.DeclineNote, c.DuplicateOf},
		Assignee:    &assignee,
		Wording:     &Wording{c.Statement, c.Type},
		Quote:       &QuotePart{c.ArticleVersion, slices.Clone(c.Spans)},
		Attribution: &Optional[Attribution]{},
		Evidence:    &[]EvidencePart{}, // none is not the same as not spoken of
		Verdict:     &Optional[VerdictPart]{},
	}
	if c.Attribution != nil {
		attribution := *c.Attribution
		p.Attribution.Is = &attribution
	}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		*p.Evidence = append(*p.Evidence, EvidencePart{
			e.ID, e.Source.ID, e.Tier, e.Stance, e.Quote, e.Locator, e.Note, e.IndependenceGroup, e.AccessedOn.UTC(), e.AddedBy.ID, e.AddedAt.UTC(),
		})
	}
	if v := c.Verdict; v != nil {
		p.Verdict.Is = &VerdictPart{0, v.Rationale, v.SearchNote, v.DecidedBy.ID, v.DecidedAt.UTC()}
		if v.Rating != nil {
			p.Verdict.Is.Rating = v.Rating.ID
		}
	}
	return p
}

// Changed returns the parts in which two states of a claim differ, as they were and as they became.
func Changed(was, is Parts) (before, after Parts) {
	before.Standing, after.Standing = differing(was.Standing, is.Standing)
	before.Assignee, after.Assignee = differing(was.Assignee, is.Assignee)
	before.Wording, after.Wording = differing(was.Wording, is.Wording)
	before.Quote, after.Quote = differing(was.Quote, is.Quote)
	before.Attribution, after.Attribution = differing(was.Attribution, is.Attribution)
	before.Evidence, after.Evidence = differing(was.Evidence, is.Evidence)
	before.Verdict, after.Verdict = differing(was.Verdict, is.Verdict)
	return before, after
}

func differing[T any](a, b *T) (*T, *T) {
	if alike(a, b) {
		return nil, nil
	}
	return a, b
}

// alike compares two parts as they are kept.
func alike[T any](a, b *T) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// Empty reports whether no part is spoken of.
func (p Parts) Empty() bool { return p == Parts{} }

// Content reports whether a part is spoken of that a reviewer judges.
func (p Parts) Content() bool {
	return p.Wording != nil || p.Quote != nil || p.Attribution != nil || p.Evidence != nil || p.Verdict != nil
}

// HeldBy reports whether the claim is now as every part says.
func (p Parts) HeldBy(c *Claim) bool {
	now := PartsOf(c)
	return held(p.Standing, now.Standing) && held(p.Assignee, now.Assignee) && held(p.Wording, now.Wording) && held(p.Quote, now.Quote) &&
		held(p.Attribution, now.Attribution) && held(p.Evidence, now.Evidence) && held(p.Verdict, now.Verdict)
}

func held[T any](part, now *T) bool { return part == nil || alike(part, now) }

// WayBack returns the steps along the workflow that lead an editor from one status to another. What has no step of its
// own goes by way of declining: an open claim becomes a candidate again so.
func WayBack(from, to Status) []Status {
	switch {
	case from == to:
		return nil
	case from == Open && to == Candidate:
		return []Status{Declined, Candidate}
	case from == Declined && to == Open:
		return []Status{Candidate, Open}
	}
	return []Status{to}
}

// Deed is something that was done to a claim, as the audit log has it.
type Deed struct {
	Action string // "claim.accepted"
	By     AccountID
	Name   string
}

// words says what was done, for a sentence that begins with who did it.
func (d *Deed) words() string {
	if words, ok := DeedWords(d.Action); ok {
		return words
	}
	return "changed the claim"
}

// UndoRefusal returns why the actor may not undo or redo a step on the claim, as an error, or nil: somebody else decides
// about it now, a reviewer has acted or another person has changed it since. since is what was done to the claim after
// the step; found is the state the step left.
func (c *Claim) UndoRefusal(actor Actor, since []Deed, found Parts) error {
	refuse := func(rule, message, detail, remedy string) error {
		return errs.Refuse(errs.Stale, message, errs.Reason{Rule: rule, Detail: detail, Remedy: remedy})
	}
	if c.Status == InReview || c.Status == Approved {
		return refuse("status", fmt.Sprintf("The claim is %s, so nothing of it can be undone or redone.", strings.ToLower(c.Status.Label())),
			"Only a claim that is being worked on can be changed.", c.wayOut())
	}
	for _, d := range since {
		if d.Action == "claim.approved" || d.Action == "claim.changes_requested" {
			return refuse("reviewed", fmt.Sprintf("%s %s since, so this can no longer be undone or redone.", d.Name, d.words()),
				"What a reviewer has looked at is not taken back; it is changed.", "Change the claim itself.")
		}
	}
	for _, d := range since {
		if d.By != actor.Account {
			return refuse("others", fmt.Sprintf("%s %s since, so this can no longer be undone or redone.", d.Name, d.words()),
				"What somebody else has built on is not taken back.", "Look at the claim as it is now, and change it.")
		}
	}
	if !found.HeldBy(c) {
		return refuse("moved_on", "The claim is not as this step left it, so the step can no longer be undone or redone.",
			"You have changed it in a way that is not undone.", "Change the claim itself.")
	}
	return nil
}

// DeedWords says what an event of a claim is, for a sentence that begins with who did it; false for an event it does not know.
func DeedWords(action string) (string, bool) {
	words, known := map[string]string{
		"claim.renewed":           "split the article again, which brought the claim up to date",
		"claim.superseded":        "split the article again, which no longer found the claim",
		"claim.proposed":          "made the claim from words of the article",
		"claim.accepted":          "accepted the claim",
		"claim.declined":          "declined the claim",
		"claim.reopened":          "reopened the claim",
		"claim.submitted":         "submitted the claim for review",
		"claim.withdrawn":         "withdrew the claim from review",
		"claim.changes_requested": "asked for changes",
		"claim.approved":          "approved the claim",
		"claim.new_version":       "opened a new version",
		"claim.answered":          "answered a point",
		"claim.assigned":          "gave the claim to somebody",
		"claim.statement":         "changed the statement",
		"claim.attributed":        "said who said it",
		"claim.judged":            "wrote the verdict",
		"claim.evidence_added":    "added a source",
		"claim.evidence_changed":  "changed a source",
		"claim.evidence_removed":  "removed a source",
		"claim.span_added":        "added words to the quote",
		"claim.span_moved":        "moved the quote",
		"claim.span_removed":      "removed words from the quote",
		"claim.voided":            "added a version of the article that says something else",
		"claim.anchored":          "said where the claim stands in the new version of the article",
		"claim.undone":            "undid a step",
		"claim.redone":            "redid a step",
	}[action]
	return words, known
}
