package factcheck

import (
	"strconv"
	"strings"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/textspan"
)

// Report is an article's fact-check report while it is composed; what is published is in its editions.
type Report struct {
	ID        ReportID
	Article   ArticleID
	Slug      string // its place in public URLs
	Headline  string
	Summary   string
	Claims    []ClaimID // chosen for the next edition, in order
	Edition   int       // the newest edition's number; zero while none is published
	Revision  int
	CreatedBy Person
	CreatedAt time.Time
}

// CorrectionClass says what kind of change an edition brought.
type CorrectionClass string

// The classes of a correction.
const (
	VerdictChanged CorrectionClass = "verdict_changed"
	Factual        CorrectionClass = "factual"
	Clarification  CorrectionClass = "clarification"
	Update         CorrectionClass = "update"
	Typo           CorrectionClass = "typo"
	Withdrawn      CorrectionClass = "withdrawn"
)

// CorrectionClasses lists the classes, weightiest first.
func CorrectionClasses() []CorrectionClass {
	return []CorrectionClass{VerdictChanged, Factual, Withdrawn, Clarification, Update, Typo}
}

// Label returns the class as people read it.
func (c CorrectionClass) Label() string {
	switch c {
	case VerdictChanged:
		return "Verdict changed"
	case Factual:
		return "Factual correction"
	case Clarification:
		return "Clarification"
	case Update:
		return "Update"
	case Typo:
		return "Typo"
	case Withdrawn:
		return "Withdrawn"
	}
	return ""
}

// Valid reports whether c is one of the classes.
func (c CorrectionClass) Valid() bool { return c.Label() != "" }

// Edition is one immutable published version of a report: everything every format needs,
// frozen. Its JSON is what is stored and what the `json` export gives; field names are stable.
// Times are UTC; dates are YYYY-MM-DD, empty when unknown; offsets count code points.
type Edition struct {
	Desk        EditionDesk       `json:"desk"`
	Slug        string            `json:"slug"`
	Number      int               `json:"edition"`
	Headline    string            `json:"headline"`
	Summary     string            `json:"summary"`
	Article     EditionArticle    `json:"article"`
	Passages    []Passage         `json:"passages"`
	Claims      []EditionClaim    `json:"claims"`
	Scale       EditionScale      `json:"scale"`
	PublishedAt time.Time         `json:"published_at"`
	FirstAt     time.Time         `json:"first_published_at"`
	Correction  *EditionCorrected `json:"correction,omitempty"` // why it replaced the edition before
}

// EditionDesk is the desk that published.
type EditionDesk struct {
	Slug     string `json:"slug"`
	Name     string `json:"name"`
	Language string `json:"language"`
}

// EditionArticle is the article that was checked.
type EditionArticle struct {
	Title       string `json:"title"`
	URL         string `json:"url,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	Author      string `json:"author,omitempty"`
	PublishedOn string `json:"published_on,omitempty"`
	Language    string `json:"language"`
	Version     int    `json:"version"`
	SHA256      string `json:"sha256"` // hex, of the canonical text's UTF-8
}

// Passage is a block of the article that holds a claim, at its place in the canonical text.
type Passage struct {
	Start int    `json:"start"` // code points
	Text  string `json:"text"`
}

// EditionClaim is one claim as it was approved.
type EditionClaim struct {
	Number      int                `json:"number"` // its place in the report, from 1
	ID          ClaimID            `json:"id"`
	Version     int                `json:"version"`
	Type        ClaimType          `json:"type"`
	Quote       []EditionSpan      `json:"quote"`
	Statement   string             `json:"statement"`
	Attribution EditionAttribution `json:"attribution"`
	Rating      EditionRating      `json:"rating"`
	Rationale   string             `json:"rationale"`
	SearchNote  string             `json:"search_note,omitempty"`
	Evidence    []EditionEvidence  `json:"evidence"`
	CheckedBy   []string           `json:"checked_by"`
	ApprovedBy  string             `json:"approved_by"`
	ApprovedAt  time.Time          `json:"approved_at"`
	ContentHash string             `json:"content_sha256"` // hex, the hash that was approved
}

// EditionSpan is one piece of a claim's quote.
type EditionSpan struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// Span returns the place of the piece in the article version's text.
func (s EditionSpan) Span() textspan.Span { return textspan.Span{Start: s.Start, End: s.End} }

// EditionAttribution is who is said to have said it.
type EditionAttribution struct {
	Unattributed bool         `json:"unattributed"`
	Speaker      string       `json:"speaker,omitempty"`
	Kind         ClaimantKind `json:"kind,omitempty"`
	Outlet       string       `json:"outlet,omitempty"`
	Via          string       `json:"via,omitempty"`
	Cue          string       `json:"cue,omitempty"`
	Hedge        string       `json:"hedge,omitempty"`
	Direct       bool         `json:"direct,omitempty"`
}

// EditionRating is a label of the scale with what it means.
type EditionRating struct {
	Code       string `json:"code"`
	Label      string `json:"label"`
	Definition string `json:"definition"`
	Colour     string `json:"colour"`
	Value      int    `json:"value,omitempty"` // absent for a rating that is off the scale
	Needs      string `json:"needs"`           // the evidence rule, in words
}

// EditionScale is the whole scale, so that a reader can see what else could have been said.
// Best and Worst are the ends of the values used by the ratings that are on the scale.
type EditionScale struct {
	Name    string          `json:"name"`
	Version int             `json:"version"`
	Best    int             `json:"best"`
	Worst   int             `json:"worst"`
	Ratings []EditionRating `json:"ratings"`
}

// EditionEvidence is a source used for a claim.
type EditionEvidence struct {
	Title             string     `json:"title,omitempty"`
	URL               string     `json:"url,omitempty"`
	Citation          string     `json:"citation,omitempty"`
	Publisher         string     `json:"publisher,omitempty"`
	Author            string     `json:"author,omitempty"`
	PublishedOn       string     `json:"published_on,omitempty"`
	Kind              SourceKind `json:"kind"`
	Tier              Tier       `json:"tier"`
	Stance            Stance     `json:"stance"`
	Quote             string     `json:"quote,omitempty"`
	Locator           string     `json:"locator,omitempty"`
	Note              string     `json:"note,omitempty"`
	IndependenceGroup string     `json:"independence_group,omitempty"`
	AccessedOn        string     `json:"accessed_on,omitempty"`
}

// EditionCorrected says why an edition replaced the one before.
type EditionCorrected struct {
	Class CorrectionClass `json:"class"`
	What  string          `json:"what"`
	Why   string          `json:"why"`
}

// URL returns where the report stands in public, under base such as "https://checks.example.org".
func (e *Edition) URL(base string) string {
	return strings.TrimRight(base, "/") + "/r/" + e.Desk.Slug + "/" + e.Slug
}

// ClaimURL returns the place of the numbered claim on the report's page.
func (e *Edition) ClaimURL(base string, c *EditionClaim) string {
	return e.URL(base) + "#" + c.Anchor()
}

// Unpublishable returns what keeps the report from being published with these claims; nothing
// when it may be. correction is nil for a first edition.
func (r *Report) Unpublishable(claims []Claim, correction *EditionCorrected) []errs.Reason {
	var reasons []errs.Reason
	missing := func(rule, detail, remedy string) {
		reasons = append(reasons, errs.Reason{Rule: rule, Field: rule, Detail: detail, Remedy: remedy})
	}
	if blank(r.Headline) {
		missing("headline", "The report has no headline.", "An editor can write it.")
	}
	if blank(r.Summary) {
		missing("summary", "The report has no summary.", "An editor can write it.")
	}
	if len(claims) == 0 {
		missing("claims", "The report holds no claim.", "An editor can choose at least one approved claim.")
	}
	for i := range claims {
		c := &claims[i]
		if c.Status != Approved {
			missing("claims", "“"+c.Statement+"” is "+strings.ToLower(c.Status.Label())+", and only approved claims are published.", "An editor can leave it out of the report.")
			continue
		}
		for _, r := range c.unmetText() {
			missing("claims", "“"+c.Statement+"”: "+r.Detail, r.Remedy)
		}
	}
	if r.Edition > 0 && (correction == nil || !correction.Class.Valid() || blank(correction.What) || blank(correction.Why)) {
		missing("correction", "An edition that replaces another says what was corrected and why.", "An editor can fill in the correction.")
	}
	return reasons
}

// Anchor returns the claim's fragment on the report's page: the same in every edition, whatever
// its number there, so that what links to it or cites it never comes to mean another claim.
func (c *EditionClaim) Anchor() string { return "claim-" + strconv.FormatInt(int64(c.ID), 10) }
