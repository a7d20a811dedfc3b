package factcheck

import (
	"slices"
	"strings"
	"time"

	"factdesk/internal/textspan"
)

// Status is where a claim stands in the workflow. A verdict is never a status,
// and "published" is not one: it is the fact that an edition holds a version.
type Status string

// The six statuses.
const (
	Candidate        Status = "candidate"         // proposed, nobody has looked at it
	Open             Status = "open"              // accepted, being checked
	InReview         Status = "in_review"         // waits for a reviewer
	ChangesRequested Status = "changes_requested" // came back with points to answer
	Approved         Status = "approved"          // a reviewer approved this version
	Declined         Status = "declined"          // will not be checked, and why
)

// Statuses lists the statuses in the order of the workflow.
func Statuses() []Status {
	return []Status{Candidate, Open, InReview, ChangesRequested, Approved, Declined}
}

// Label returns the status as people read it.
func (s Status) Label() string {
	switch s {
	case Candidate:
		return "Candidate"
	case Open:
		return "Open"
	case InReview:
		return "In review"
	case ChangesRequested:
		return "Changes requested"
	case Approved:
		return "Approved"
	case Declined:
		return "Declined"
	}
	return string(s)
}

// Editable reports whether a claim's content may change in this status.
func (s Status) Editable() bool { return s == Candidate || s == Open || s == ChangesRequested }

// ClaimType is one of AVeriTeC's nine kinds of claim (Schlichtkrull et al. 2023, annotation guideline §3.2).
type ClaimType string

// The nine types.
const (
	TypeQuote           ClaimType = "quote"
	TypeNumerical       ClaimType = "numerical"
	TypeEvent           ClaimType = "event"
	TypePosition        ClaimType = "position"
	TypeCausal          ClaimType = "causal"
	TypeSpeculative     ClaimType = "speculative"
	TypeMediaPublishing ClaimType = "media_publishing"
	TypeMediaAnalysis   ClaimType = "media_analysis"
	TypeOpinion         ClaimType = "opinion"
)

// ClaimTypes lists the nine types.
func ClaimTypes() []ClaimType {
	return []ClaimType{
		TypeQuote, TypeNumerical, TypeEvent, TypePosition, TypeCausal,
		TypeSpeculative, TypeMediaPublishing, TypeMediaAnalysis, TypeOpinion,
	}
}

// Label returns the type as people read it.
func (t ClaimType) Label() string {
	switch t {
	case TypeQuote:
		return "Quote"
	case TypeNumerical:
		return "Numerical"
	case TypeEvent:
		return "Event or property"
	case TypePosition:
		return "Position statement"
	case TypeCausal:
		return "Causal"
	case TypeSpeculative:
		return "Speculative"
	case TypeMediaPublishing:
		return "Media publishing"
	case TypeMediaAnalysis:
		return "Media analysis"
	case TypeOpinion:
		return "Opinion"
	}
	return string(t)
}

// Help returns a short sentence on what the type is for.
func (t ClaimType) Help() string {
	switch t {
	case TypeQuote:
		return "Somebody said these words."
	case TypeNumerical:
		return "A number, a comparison or a statistic."
	case TypeEvent:
		return "Something happened, or something is so."
	case TypePosition:
		return "Somebody holds or supports a position."
	case TypeCausal:
		return "One thing made another happen."
	case TypeSpeculative:
		return "Something will or would happen."
	case TypeMediaPublishing:
		return "A picture, video or document was published where and when it is said."
	case TypeMediaAnalysis:
		return "What a picture, video or document shows."
	case TypeOpinion:
		return "A judgement that evidence can support or undermine."
	}
	return ""
}

// Valid reports whether t is one of the nine types.
func (t ClaimType) Valid() bool { return t.Help() != "" }

// DeclineReason says why a claim will not be checked; the list is closed.
type DeclineReason string

// The reasons to decline.
const (
	NotCheckable    DeclineReason = "not_checkable"
	ReasonOpinion   DeclineReason = "opinion"
	Prediction      DeclineReason = "prediction"
	DuplicateClaim  DeclineReason = "duplicate" // of the claim named with it
	OutOfScope      DeclineReason = "out_of_scope"
	Superseded      DeclineReason = "superseded" // by a newer splitting, never by a person
	Undone          DeclineReason = "undone"     // its making was undone: it is in no list
	noDeclineReason DeclineReason = ""
)

// DeclineReasons lists the reasons a person may decline for.
func DeclineReasons() []DeclineReason {
	return []DeclineReason{NotCheckable, ReasonOpinion, Prediction, DuplicateClaim, OutOfScope}
}

// Label returns the reason as people read it.
func (r DeclineReason) Label() string {
	switch r {
	case NotCheckable:
		return "Not checkable"
	case ReasonOpinion:
		return "Opinion"
	case Prediction:
		return "Prediction"
	case DuplicateClaim:
		return "Duplicate of another claim"
	case OutOfScope:
		return "Out of scope"
	case Superseded:
		return "No longer found when the article was split again"
	case Undone:
		return "Undone by whoever made it"
	case noDeclineReason:
	}
	return string(r)
}

// Valid reports whether r is on the list.
func (r DeclineReason) Valid() bool { return slices.Contains(DeclineReasons(), r) }

// Hand says who proposed a claim.
type Hand string

// Who may propose a claim.
const (
	BySplitter Hand = "splitter"
	ByEditor   Hand = "editor"
)

// Claim is one checkable statement, with the content of one of its versions.
type Claim struct {
	ID             ClaimID
	Article        ArticleID
	ArticleVersion int // that its words are of
	Status         Status
	Version        int // of the content, from 1; grows when an approved claim is edited
	Revision       int // of the row; grows with every write, and every write names the one it was based on
	Origin         Hand
	Type           ClaimType
	Statement      string // the claim in words that stand alone
	Spans          []Quote
	Score          float64 // check-worthiness in [0,1]
	Reasons        []string
	Attribution    *Attribution // nil until somebody says who said it, or that nobody did
	Evidence       []Evidence
	Verdict        *Verdict // nil until there is one
	DeclineReason  DeclineReason
	DeclineNote    string
	DuplicateOf    ClaimID
	Assignee       *Person
	SubmittedBy    *Person
	SubmittedAt    time.Time
	CreatedBy      Person
	CreatedAt      time.Time
	UpdatedAt      time.Time
	ContentHash    []byte // SHA-256 over all that a reviewer judges, made by the database
	Contributors   []Person
	ChangeRequests []ChangeRequest
	Reviews        []Review
	// Anchor is where the words stand in the newest version of the article; nil while they are of that one.
	Anchor *Anchor
	// VerdictOutdated is set when a figure, a name or the like changed in the words after the verdict was given.
	VerdictOutdated bool
}

// Quote is a place in an article version with its words: half-open, in code points.
type Quote struct {
	Span textspan.Span
	textspan.Selector
}

// Quoted returns the claim's quote: the exact words of its spans in the order of the text, joined by an ellipsis.
func (c *Claim) Quoted() string {
	text := ""
	for i, q := range c.Spans {
		if i > 0 {
			text += " … "
		}
		text += q.Exact
	}
	return text
}

// Contributed reports whether the account changed anything of this version.
func (c *Claim) Contributed(account AccountID) bool {
	for _, p := range c.Contributors {
		if p.ID == account {
			return true
		}
	}
	return false
}

// Attribution says who is said to have said it, chained: speaker, then outlet, then the article.
type Attribution struct {
	Unattributed bool       // the article says it itself
	Speaker      string     // a name; empty when unattributed
	Claimant     ClaimantID // the record behind the name; zero until a person confirmed it
	Kind         ClaimantKind
	Outlet       string // who it was said to, or carried it first
	Via          string // who passed it on
	Cue          string // the article's word for saying: "claimed"
	Hedge        string // the article's own doubt: "without evidence"
	Direct       bool   // in quotation marks
}

// ClaimantKind says what a claimant is.
type ClaimantKind string

// The kinds of claimant.
const (
	PersonClaimant       ClaimantKind = "person"
	OrganizationClaimant ClaimantKind = "organization"
)

// Valid reports whether k is one of the kinds.
func (k ClaimantKind) Valid() bool { return k == PersonClaimant || k == OrganizationClaimant }

// Claimant is the person or organisation claims are attributed to.
type Claimant struct {
	ID   ClaimantID
	Name string
	Kind ClaimantKind
}

// Key returns what two spellings of one name have in common: the name in lower case with single spaces.
func (c *Claimant) Key() string { return strings.ToLower(strings.Join(strings.Fields(c.Name), " ")) }
