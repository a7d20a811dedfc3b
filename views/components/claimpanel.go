package components

import (
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
	Overlaps   []Link // claims that share words with this one
	Assignment Assignment
	Forms      PanelForms
	Conflict   *PanelConflict

	Quote        PanelQuote
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

// action returns the address a form of the claim posts to.
func (p ClaimPanel) action(path string) string { return "/claims/" + p.ID + "/" + path }

// posts are the attributes of the named form. Its id names the claim, so that a swap never turns
// one claim's form into another's.
func (p ClaimPanel) posts(name, path string) templ.Attributes {
	attrs := posts(p.action(path))
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

func pointsText(n int) string {
	if n == 1 {
		return "1 point to answer"
	}
	return strconv.Itoa(n) + " points to answer"
}

// refused returns the actions that are shown but cannot be done now.
func (p ClaimPanel) refused() []PanelAction {
	var out []PanelAction
	for _, a := range p.Actions {
		if !a.Allowed {
			out = append(out, a)
		}
	}
	return out
}

// Published says that an edition of a report holds a version of the claim.
type Published struct {
	Edition int
	Report  Link
	Version int
	When    When
}

// Assignment is who holds the claim. Members is empty where it cannot be given to anybody.
type Assignment struct {
	Name    string // "" when nobody does
	Mine    bool
	Me      string // the viewer's account id, for "take it"
	Members []Option
}

// PanelQuote is the article's exact words.
type PanelQuote struct {
	Spans    []PanelSpan
	Lang     string
	Editable bool
	Typed    string // words that were not found, or are ambiguous, as they were typed
	// Occurrences are offered when the words stand in the article more than once.
	Occurrences []Option
}

// PanelSpan is one piece of a quote, in code points of the article version.
type PanelSpan struct {
	Ordinal int
	Start   int
	End     int
	Prefix  string // a few words before
	Exact   string
	Suffix  string
}

// PanelWhy is why the claim was proposed; nothing is shown without reasons.
type PanelWhy struct {
	Score   string // "0.81"; check-worthiness
	Reasons []string
	Open    bool
}

// PanelStatement is the claim in words that stand alone, and its type.
type PanelStatement struct {
	Text      string
	Type      string
	TypeLabel string
	Types     []Option // Hint says what the type is for
	Lang      string
	Editable  bool
}

// PanelAttribution is who is said to have said it. Summary is the chain in words; "" when nobody
// has said who said it.
type PanelAttribution struct {
	Summary      string
	Claimant     Link
	Unattributed bool
	Speaker      string
	Kind         string // person or organization
	Outlet       string
	Via          string
	Cue          string
	Hedge        string
	Direct       bool
	Proposed     bool // by the splitter, confirmed by nobody yet
	Editable     bool
	Open         bool
}

// PanelEvidence is the sources used for the claim, and the form to add one.
type PanelEvidence struct {
	Items    []EvidenceItem
	Rule     string // what the rating needs, in words
	RuleMet  *Check // nil while there is no rating
	New      EvidenceForm
	Editable bool
	Open     bool // shows the form to add one
}

// EvidenceItem is one source used for the claim.
type EvidenceItem struct {
	ID       string
	Source   Link   // to the library
	URL      string // of the source itself; "" for what is not on the web
	Details  string // publisher, author, date, in one line
	Stance   string // supports, refutes or context
	Tier     string // primary, secondary or tertiary
	Kind     string // as shown
	Quote    string
	Locator  string
	Note     string
	Group    string // of independence
	Accessed When
	AddedBy  string
	Edit     EvidenceForm
	EditOpen bool
}

// line says what the source is: its tier, its kind, and whom it shares an origin with.
func (e EvidenceItem) line() string {
	line := e.Tier
	if e.Kind != "" {
		line += ", " + e.Kind
	}
	if e.Group != "" {
		line += ", goes back to “" + e.Group + "”"
	}
	return line
}

// EvidenceForm is what was typed into the form for evidence; the source's own fields are used
// only for new evidence.
type EvidenceForm struct {
	Library     []Option // sources of the desk; empty offers none
	SourceID    string
	URL         string
	Citation    string
	Title       string
	Publisher   string
	Author      string
	PublishedOn string // YYYY-MM-DD
	Tier        string
	Kind        string
	Kinds       []Option
	Stance      string
	Quote       string
	Locator     string
	Note        string
	Group       string
	Groups      []string // those the claim has already, to choose from
	AccessedOn  string
}

// PanelVerdict is the rating with its rationale. Groups are the scale in its order, cut where
// the evidence rule changes, so that each rule is said once.
type PanelVerdict struct {
	Scale      string
	Groups     []RatingGroup
	Rating     Rating
	Selected   string // id of the rating
	Rationale  string
	SearchNote string
	DecidedBy  string
	DecidedAt  When
	Editable   bool
}

// RatingGroup is ratings that stand next to each other and need the same evidence.
type RatingGroup struct {
	Rule    string
	Ratings []RatingChoice
}

// RatingChoice is one rating of the scale.
type RatingChoice struct {
	ID     string
	Rating Rating
}

// PanelRequest is one point of a reviewer.
type PanelRequest struct {
	ID         string
	Field      string // statement, quote, attribution, evidence, verdict or other
	FieldLabel string
	Point      string
	Status     Status // Name: open, answered or accepted
	By         string
	When       When
	Answer     string // as given, or as typed when the form came back
	AnsweredBy string
	Answerable bool
}

// PanelReview is one decision of a reviewer.
type PanelReview struct {
	Reviewer string
	Approved bool
	Decision string // as shown
	Version  int
	Note     string
	When     When
}

// PanelDecline is the form that says why a claim will not be checked.
type PanelDecline struct {
	Reasons     []Option
	Reason      string
	Duplicates  []Option // other claims of the article; Value is the id
	DuplicateOf string
	Note        string
	Open        bool
}

// PanelReturns is the form that sends a claim back with points.
type PanelReturns struct {
	Points []ReturnPoint // as typed; three empty ones are added
	Fields []Option
	Note   string
	Open   bool
}

// ReturnPoint is one point as typed.
type ReturnPoint struct{ Field, Text string }

// rows returns the points as typed, and empty ones up to three.
func (r PanelReturns) rows() []ReturnPoint {
	rows := append([]ReturnPoint(nil), r.Points...)
	for len(rows) < 3 {
		rows = append(rows, ReturnPoint{})
	}
	return rows
}

// PanelAction is a next step. Its Name is the last part of its address ("accept", "submit", …);
// "decline" and "request-changes" open their forms instead of posting.
type PanelAction struct {
	Name    string
	Text    string
	Keycap  string
	Kind    string // as of Button
	Allowed bool
	Reasons []Reason // why not, each with what can be done about it
}

// opens returns the id of the form that the action opens; "" when it posts at once.
func (a PanelAction) opens() string {
	switch a.Name {
	case "decline", "request-changes":
		return a.Name
	}
	return ""
}

func (a PanelAction) whyID() string { return "why-not-" + a.Name }

// PanelConflict says that somebody saved first: both texts, and the two ways on.
type PanelConflict struct {
	By     string
	When   When
	Fields []ConflictDiff
	Action string // the form's own address, to send again
	Typed  []Typed
	Theirs string // address that shows what is saved, without what was typed
}

// ConflictDiff is one field as saved and as typed, with what differs marked.
type ConflictDiff struct {
	Label  string
	Theirs []Diff
	Yours  []Diff
}

// Typed is one field as it was sent.
type Typed struct{ Name, Value string }

// Diff is a stretch of two texts compared word by word.
type Diff struct {
	Kind DiffKind
	Text string
}

// DiffKind says in which of two texts a stretch stands.
type DiffKind string

// The kinds of stretch.
const (
	Same    DiffKind = "same"
	Added   DiffKind = "added"
	Removed DiffKind = "removed"
)

// FieldDiff is one part of a claim as it was and as it is.
type FieldDiff struct {
	Label string
	Diff  []Diff
}
