package components

import (
	"slices"
	"strconv"

	"github.com/a-h/templ"
)

// ClaimPanel is one claim with all that can be seen of it and done to it. The workbench, the
// claim's own page and, with nothing editable, the review show the same panel.
//
// A part whose Editable is false is shown without its form.
type ClaimPanel struct {
	ID         string // of the claim, as in its address
	Number     int    // its place in the article; 0 shows none
	Version    int
	Status     Status
	Rating     Rating
	Line       string // who brought it where it is, such as "Submitted by Ana Petrović"
	LineWhen   When
	URL        string // the claim's own page; "" on that page
	Previous   string // address of the claim before; "" for none
	Next       string
	Published  []Published
	SameWords  []Link // claims on the same words as this one
	Overlaps   []Link // claims that share some of its words
	Assignment Assignment
	Forms      PanelForms
	Conflict   *PanelConflict

	Quote        PanelQuote
	Anchor       *PanelAnchor // nil while its words are of the newest version of the article
	Why          PanelWhy
	Statement    PanelStatement
	Attribution  PanelAttribution
	Evidence     *PanelEvidence // nil where the claim is too young for it
	Verdict      *PanelVerdict
	Requests     []PanelRequest
	Reviews      []PanelReview
	Contributors []string
	Decline      *PanelDecline // nil where it cannot be declined
	Returns      *PanelReturns // the form to request changes; nil where there is none
	Actions      []PanelAction // the next steps, in the order they are shown
}

// PanelForms is what all forms of a panel share. Each form's idempotency key is Key with its name.
type PanelForms struct {
	Key         string
	Revision    int64
	ContentHash string // hex; of what the reviewer sees
	Page        string // where the answer leads back to: "workbench", "claim" or "review"
	View        string // how the workbench is looked at, for the answer to be too; "" as it is read
	// Failed names the form that came back: "statement", "attribution", "quote", "evidence",
	// "evidence-12", "verdict", "decline", "answer-3", "request-changes", or an action's name.
	Failed  string
	Message string
	Reasons []Reason
}

// form returns what the named form carries, with its errors when it is the one that failed.
func (p ClaimPanel) form(name string) Form {
	f := Form{Key: p.Forms.Key + "." + name, Revision: p.Forms.Revision}
	if p.Forms.Failed == name {
		f.Message, f.Reasons = p.Forms.Message, p.Forms.Reasons
	}
	return f
}

// failed reports whether the named form came back.
func (p ClaimPanel) failed(name string) bool { return p.Forms.Failed == name && p.form(name).Failed() }

// Action returns the address a form of the claim posts to.
func (p ClaimPanel) Action(path string) string { return InView("/claims/"+p.ID+"/"+path, p.Forms.View) }

// posts are the attributes of the named form. Its id names the claim, so that a swap never turns
// one claim's form into another's.
func (p ClaimPanel) posts(name, path string) templ.Attributes {
	attrs := posts(p.Action(path))
	attrs["id"] = p.field("form-" + name)
	return attrs
}

// field returns the id of an input: unique on the page, and another for another claim, so that
// words typed for one never end up in the other.
func (p ClaimPanel) field(name string) string { return "c" + p.ID + "-" + name }

// draft names what is typed into a form, for the browser's own copy of it.
func (p ClaimPanel) draft(form string) string {
	return "claim-" + p.ID + "-" + form + "@" + strconv.Itoa(p.Version)
}

func (p ClaimPanel) heading() string {
	if p.Number == 0 {
		return "Claim"
	}
	return "Claim " + strconv.Itoa(p.Number)
}

// lineText returns the status line, ready for the time after it.
func (p ClaimPanel) lineText() string {
	if p.LineWhen.IsZero() {
		return p.Line
	}
	return p.Line + ", "
}

// requestsFor returns the change requests about a part of the claim.
func (p ClaimPanel) requestsFor(field string) []PanelRequest {
	var out []PanelRequest
	for _, r := range p.Requests {
		if r.Field == field {
			out = append(out, r)
		}
	}
	return out
}

// openRequests returns the change requests nobody has answered.
func (p ClaimPanel) openRequests() []PanelRequest {
	var out []PanelRequest
	for _, r := range p.Requests {
		if r.Status.Name == "open" {
			out = append(out, r)
		}
	}
	return out
}

// listJoint returns what stands before item i of n in a sentence: "a", "a and b", "a, b and c".
func listJoint(i, n int) string {
	switch {
	case i == 0:
		return " "
	case i == n-1:
		return " and "
	}
	return ", "
}

func pointsText(n int) string {
	if n == 1 {
		return "1 point to answer"
	}
	return strconv.Itoa(n) + " points to answer"
}

// refusal is why some of the next steps cannot be taken now.
type refusal struct {
	id      string
	steps   string // their names, in quotes
	reasons []Reason
}

// refusals returns the reasons against the steps that are refused; steps that are refused for the
// same reasons share one.
func (p ClaimPanel) refusals() []refusal {
	var out []refusal
	for _, a := range p.Actions {
		if a.Allowed {
			continue
		}
		same := slices.IndexFunc(out, func(r refusal) bool { return slices.Equal(r.reasons, a.Reasons) })
		if same >= 0 {
			out[same].steps += " and “" + a.Text + "”"
			continue
		}
		out = append(out, refusal{id: "why-not-" + a.Name, steps: "“" + a.Text + "”", reasons: a.Reasons})
	}
	return out
}

// whyNot returns the id of the reasons against a step.
func (p ClaimPanel) whyNot(a PanelAction) string {
	for _, r := range p.refusals() {
		if slices.Equal(r.reasons, a.Reasons) {
			return r.id
		}
	}
	return ""
}

// short returns the first reason, and how many more there are.
func (r refusal) short() string {
	if len(r.reasons) == 0 {
		return ""
	}
	if more := len(r.reasons) - 1; more > 0 {
		return r.reasons[0].Detail + " (and " + strconv.Itoa(more) + " more)"
	}
	return r.reasons[0].Detail
}
