// Package claims owns the page of one claim: its panel, the passage it comes
// from, its versions and its history. It must not know the domain.
package claims

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// Model is one claim, whole.
type Model struct {
	Page     layout.Page
	Title    string // the statement, else the quote
	Article  components.Link
	Older    *Older // nil on the newest version
	Panel    components.ClaimPanel
	Passage  components.Text
	InPlace  string // address of the claim in the workbench
	Versions []Version
	History  []Event // newest first
}

// Older says that an earlier version is shown.
type Older struct {
	Version int
	Newest  components.Link
}

// Version is one version of the claim's content.
type Version struct {
	Number  int
	URL     string
	Current bool   // shown now
	Note    string // "approved", "published in edition 1"
}

// Event is one entry of the claim's history.
type Event struct {
	Who   string
	What  string // "changed the statement"
	When  components.When
	Note  string
	Diffs []components.FieldDiff
}
