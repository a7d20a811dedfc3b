// Package public owns what readers see: the report, and the list of reports. It
// works without scripts and prints well. What it shows was frozen when the
// edition was published; nothing here is looked up again.
package public

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// ReportPage is one edition of a report.
type ReportPage struct {
	layout.PublicPage
	Headline    string
	Summary     string
	Banner      *Banner // of a preview, or of an edition that is not the newest
	Withdrawn   string  // why it was withdrawn; "" when it was not
	CheckedBy   []string
	ApprovedBy  []string
	Published   components.When // the first edition
	Updated     components.When // this edition, when it is not the first
	Edition     int
	Article     Article
	Overview    []Verdict
	Passages    []Passage
	Claims      []Claim
	Scale       Scale
	Corrections []Correction // newest first
	Editions    []Edition    // newest first
	Exports     []components.Link
}

// Banner says above the report that it is not what readers should rely on.
type Banner struct {
	Title  string // such as "This is edition 1 of 2"
	Detail string
	Link   components.Link
}

// Article is what was checked.
type Article struct {
	Title     string
	URL       string
	Publisher string
	Author    string
	Published components.When
	Lang      string // BCP 47
}

// Verdict is one rating with the claims that got it.
type Verdict struct {
	Rating components.Rating
	Claims []ClaimRef
}

// ClaimRef leads to a claim of the report.
type ClaimRef struct {
	Number    int
	Anchor    string // the fragment of the claim on every edition's page
	Statement string
}

// Passage is a paragraph of the article, in flat pieces.
type Passage struct {
	Segments []Segment
}

// Segment is a piece of a passage. Numbers are the claims it belongs to; Ends
// those whose words end here and whose number is printed after it; ID is set on
// the first piece of a claim, for the way back ("q3").
type Segment struct {
	Text    string
	Numbers []int
	Ends    []ClaimRef
	ID      string
	Tone    components.Tone
}

// Claim is one claim as it was approved.
type Claim struct {
	Number      int
	Anchor      string   // the fragment of the claim on every edition's page
	Quote       []string // its pieces
	Statement   string
	Type        string
	Attribution Attribution
	Rating      components.Rating
	Rationale   []string // paragraphs
	SearchNote  string
	Evidence    []Evidence
	InArticle   bool // its words are among the passages
	CheckedBy   string
	ApprovedBy  string
	ApprovedAt  components.When
}

// Attribution is who is said to have said it. Chain goes from the speaker over
// outlets to the article's publisher; without it the article says so itself.
type Attribution struct {
	Chain  []string
	Cue    string
	Hedge  string
	Direct bool
}

// Evidence is one source used for a claim.
type Evidence struct {
	Stance    string // as shown: "Supports", "Refutes", "Context"
	Title     components.Link
	Citation  string
	Publisher string
	Published components.When
	Tier      string
	Kind      string
	Quote     string
	Locator   string
	Note      string
	Accessed  components.When
	Archived  components.Link
}

// Scale is the rating scale the report used.
type Scale struct {
	Name    string
	Ratings []ScaleRating
}

// ScaleRating is one rating with the evidence it needs, in words.
type ScaleRating struct {
	Rating components.Rating
	Needs  string
}

// Correction is why an edition replaced the one before.
type Correction struct {
	Edition int
	At      components.When
	Class   string
	What    string
	Why     string
}

// Edition is one published version.
type Edition struct {
	Number  int
	At      components.When
	URL     string
	Current bool // the one shown
}

// ListPage is a desk's published reports.
type ListPage struct {
	layout.PublicPage
	DeskName string
	Rows     []ListRow
	Pager    components.Pager
}

// ListRow is one report in the list.
type ListRow struct {
	URL       string
	Headline  string
	Summary   string
	Published components.When
	Updated   components.When
	Corrected bool
	Withdrawn bool
	Verdicts  []Count
}

// Count is how many claims of a report got one rating.
type Count struct {
	Rating components.Rating
	Count  int
}

func number(n int) string { return strconv.Itoa(n) }

func quoteAnchor(n int) string { return "#q" + strconv.Itoa(n) }

// counted returns "1 claim" or "n claims".
func counted(n int) string {
	if n == 1 {
		return "1 claim"
	}
	return strconv.Itoa(n) + " claims"
}

// names joins names as in a sentence: "A", "A and B", "A, B and C".
func names(list []string) string {
	out := ""
	for i, name := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			out += " and "
		default:
			out += ", "
		}
		out += name
	}
	return out
}

// wording says in which words the article passes it on; "" when it says nothing of note.
func (a Attribution) wording() string {
	switch {
	case a.Cue != "" && a.Hedge != "":
		return "(“" + a.Cue + "”, and the article adds: “" + a.Hedge + "”)"
	case a.Cue != "":
		return "(“" + a.Cue + "”)"
	case a.Hedge != "":
		return "(the article adds: “" + a.Hedge + "”)"
	}
	return ""
}
