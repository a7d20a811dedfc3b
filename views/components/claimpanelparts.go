package components

import "strconv"

// Published says that an edition of a report holds a version of the claim.
type Published struct {
	Edition int
	Report  Link
	Version int
	When    When
}

// holds says which version the edition holds, ready for the time after it.
func (e Published) holds() string {
	text := "holds version " + strconv.Itoa(e.Version) + " of this claim"
	if e.When.IsZero() {
		return text + "."
	}
	return text + ", since "
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
	Prefix  string // a few words before, with an ellipsis where they were cut
	Exact   string
	Suffix  string
}

// PanelWhy is why the claim was proposed; nothing is shown without reasons.
type PanelWhy struct {
	Score   string // "0.81"; check-worthiness
	Reasons []string
	Rules   []string // each a sentence: the rules behind it
	By      string   // which rules they are of, and when: "Found by news-2"
	// Proposed is the statement as it was proposed, where it was changed since.
	Proposed []StatementPart
	Open     bool
}

// PanelStatement is the claim in words that stand alone, and its type.
type PanelStatement struct {
	Text string
	// Parts are the same words, cut where some were filled in; nil where none were.
	Parts     []StatementPart
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
	Chain        *Chain // the same step by step; nil where nobody is named
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

// covers names the ratings that the rule is about: the only one, both, or from the first to the last.
func (g RatingGroup) covers() string {
	switch n := len(g.Ratings); n {
	case 0:
		return ""
	case 1:
		return g.Ratings[0].Rating.Label
	case 2:
		return g.Ratings[0].Rating.Label + " and " + g.Ratings[1].Rating.Label
	default:
		return "From " + g.Ratings[0].Rating.Label + " to " + g.Ratings[n-1].Rating.Label
	}
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

// Typed is one field as it was sent; key, revision and page are not among them.
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
