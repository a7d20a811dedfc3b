// Package review owns the review stream: the list of what waits, and one claim a
// step with its evidence beside it. It must not know the domain: which claims a
// person may not review, and why, is decided elsewhere.
package review

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// List is what waits for a reviewer.
type List struct {
	Page    layout.Page
	Start   string // address of the first claim to review; "" for none
	Waiting []Row
	Barred  []Row // waiting, but not for this person: each with reasons
}

// Row is one claim that waits.
type Row struct {
	Title     string
	URL       string
	Article   components.Link
	Rating    components.Rating
	Submitted string // by whom
	When      components.When
	Again     bool // it was sent back once and comes again
	Reasons   []components.Reason
}

// Step is one claim under review.
type Step struct {
	Page    layout.Page
	Place   int // of Total; 0 shows no progress
	Total   int
	Skip    components.Link // the next claim without a decision; no URL at the end
	Panel   components.ClaimPanel
	Title   string // the statement
	Article components.Link
	InPlace string
	Passage components.Text
	Rules   []components.Check // of the rating, met or not
	// Since says when this reviewer last decided on the claim; empty at the first look.
	Since   components.When
	Changed []components.FieldDiff
}

func (s Step) progress() string {
	return strconv.Itoa(s.Place) + " of " + strconv.Itoa(s.Total)
}

// waitsText says how many claims wait for this person.
func (l List) waitsText() string {
	switch len(l.Waiting) {
	case 0:
		return "Nothing waits for your review."
	case 1:
		return "1 claim waits for your review."
	}
	return strconv.Itoa(len(l.Waiting)) + " claims wait for your review."
}
