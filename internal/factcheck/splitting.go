package factcheck

import (
	"slices"
	"time"

	"factdesk/internal/textspan"
)

// Splitting is one run of the splitter over one version of an article. It is history and never changes; a newer one
// takes its place.
type Splitting struct {
	Number    int    // from 1, of the article version
	Splitter  string // the rule set
	Language  string // BCP 47, the text was read as; "und" when that is not known
	Supported bool   // whether the rule set has rules for the language; else there are sentences and nothing more
	Findings  Findings
	MadeBy    Person
	MadeAt    time.Time
}

// Findings are what a splitting found besides sentences and claims, in the order of the text.
type Findings struct {
	Said   []Said          `json:"attributions"`
	Hedges []textspan.Span `json:"hedges"`
}

// Said is one thing somebody is said to have said. Empty spans are words the text does not have.
type Said struct {
	Content  []textspan.Span `json:"content"`
	Source   textspan.Span   `json:"source"` // the words that say who said it
	Name     string          `json:"name"`   // whom they stand for; "" when that is not known
	Cue      textspan.Span   `json:"cue"`
	Outlet   textspan.Span   `json:"outlet"` // who it was said to, or who carried it first
	Via      textspan.Span   `json:"via"`    // who passed it on
	Direct   bool            `json:"direct"` // in quotation marks
	Polarity Polarity        `json:"polarity"`
	Hedges   []textspan.Span `json:"hedges"`
	Rule     string          `json:"rule"`
}

// Polarity is whether a speaker stands behind what they are said to have said.
type Polarity string

// The polarities.
const (
	Affirmed   Polarity = "affirmed"
	Denied     Polarity = "denied"
	Questioned Polarity = "questioned"
)

// Outcome is what became of a claim that a splitting proposed.
type Outcome string

// The outcomes.
const (
	SuggestionAdded   Outcome = "added"   // as a new candidate
	SuggestionKept    Outcome = "kept"    // the candidate on these words was brought up to date
	SuggestionCovered Outcome = "covered" // people had decided about a claim on these words, which stays as it is
)

// Suggestion is a claim as a splitting proposed it, whatever people made of it afterwards.
type Suggestion struct {
	Splitting int
	Claim     ClaimID
	Outcome   Outcome
	// Revision is the claim's, as the splitting left it. A candidate that is still at it was touched by nobody.
	Revision    int
	Sentence    int  // its ordinal
	Attribution *int // its place in Findings.Said; nil for the article's own words
	Spans       []textspan.Span
	Type        ClaimType
	Statement   string
	Filled      []Filled
	Score       float64 // check-worthiness in [0,1]
	Reasons     []string
	Rule        string
}

// Filled is a stretch of a statement that was put in for words that do not stand alone.
type Filled struct {
	// Start and End are code points of the statement, half-open.
	Start int `json:"start"`
	End   int `json:"end"`
	// For is the words of the text it stands for ("he"), From those it was taken from; either may be empty.
	For  textspan.Span `json:"for"`
	From textspan.Span `json:"from"`
}

// Untouched reports whether the claim is a candidate as the splitter left it, at the given revision: nobody has
// decided anything about it.
func (c *Claim) Untouched(left int) bool {
	return c.Origin == BySplitter && c.Status == Candidate && c.Revision == left
}

// Superseded reports whether a splitting declined the claim, and nobody has decided otherwise.
func (c *Claim) Superseded() bool { return c.Status == Declined && c.DeclineReason == Superseded }

// SameSpans reports whether two claims mark exactly the same places of their text.
func SameSpans(a, b []Quote) bool {
	return slices.EqualFunc(a, b, func(x, y Quote) bool { return x.Span == y.Span })
}

// SameWords reports whether two quotes are about the same words: so much of all the words of either, in code points,
// is in both that claims on them would say the same. The spans of a quote do not overlap.
func SameWords(a, b []textspan.Span) bool {
	const same = 0.8
	shared, all := 0, 0
	for _, y := range b {
		all += y.Len()
	}
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			shared += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return shared > 0 && float64(shared) >= same*float64(all-shared)
}
