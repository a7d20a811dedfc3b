// Package sources owns the library: the list of sources, one source with where
// it is used, and one claimant with what was attributed to them.
package sources

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// ListPage is the library.
type ListPage struct {
	layout.Page
	Query string
	Rows  []Row
	Pager components.Pager
}

// Row is one source of the library.
type Row struct {
	URL       string
	Title     string
	Publisher string
	Tier      string // as shown: "primary", "secondary", "tertiary"
	Kind      string // such as "document"
	Published components.When
	Uses      string // such as "used for 3 claims"
}

// SourcePage is one source.
type SourcePage struct {
	layout.Page
	Title     string
	Citation  string
	Address   components.Link
	Publisher string
	Author    string
	Tier      string
	Kind      string
	Published components.When
	Added     components.When
	AddedBy   string
	Captures  []Capture
	Uses      []Use
	Edit      *EditForm // nil for who may not correct it
}

// EditForm corrects a source. Its address is what it is known by, and stays.
type EditForm struct {
	components.Form
	Action      string
	Open        bool
	Conflict    *components.Conflict
	InUse       []components.Reason // what keeps it from being corrected now
	Title       string
	Citation    string
	NoAddress   bool // so that it needs a citation
	Publisher   string
	Author      string
	PublishedOn string // YYYY-MM-DD, or as it was typed
	Kinds       []components.Option
	Tiers       []components.Option
}

// Capture is the desk's own stored copy of a source.
type Capture struct {
	At     components.When
	SHA256 string // hex
	Size   string // such as "48 KB"
	Type   string // media type
}

// Use is one claim the source is evidence for.
type Use struct {
	Claim   components.Link
	Article components.Link
	Stance  string // as shown: "supports", "refutes", "context"
	Status  components.Status
	Rating  components.Rating
	Quote   string
	Locator string
}

// ClaimantPage is one claimant and what was attributed to them.
type ClaimantPage struct {
	layout.Page
	Name    string
	Kind    string // "Person" or "Organisation"
	Note    string
	Aliases []string
	Tally   []Tally
	Claims  []ClaimRow
	Pager   components.Pager
}

// Tally is how many of a claimant's claims got one rating.
type Tally struct {
	Rating components.Rating
	Count  string
}

// ClaimRow is one claim attributed to a claimant.
type ClaimRow struct {
	URL       string
	Statement string
	Article   components.Link
	Status    components.Status
	Rating    components.Rating
	Cue       string // the verb the article used
	When      components.When
}
