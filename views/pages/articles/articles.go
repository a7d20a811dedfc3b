// Package articles owns the list of articles and the form that brings one in.
// What happens inside an article is the workbench's.
package articles

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// ListPage is the list of the desk's articles, newest first.
type ListPage struct {
	layout.Page
	Rows      []Row
	Pager     components.Pager
	CanImport bool
}

// Row is one article.
type Row struct {
	URL       string
	Title     string
	Publisher string
	Published components.When
	Imported  components.When
	By        string
	Claims    string // such as "14 claims"
	Progress  []Part
	Report    components.Link // zero: no report
}

// Part is how many of an article's claims are in one status.
type Part struct {
	Status components.Status
	Count  string
}

// NewPage is the import form.
type NewPage struct {
	layout.Page
	Form          components.Form
	Text          string // what was typed comes back, all of it
	Title         string
	URL           string
	Publisher     string
	Author        string
	PublishedOn   string // YYYY-MM-DD
	Languages     []components.Option
	LanguagesHint string // which of them claims are found in
	MaxFile       string // of a file, such as "10 MB"
	MaxText       string // of the text in it, such as "2 MB"
	FileName      string // of a file that has to be chosen again; browsers do not keep it
	// Existing is the article already imported from the same address or text, if there is one.
	Existing components.Link
}

// ResplitPage is what splitting an article again would change. The form's revision is the splitting it replaces.
type ResplitPage struct {
	layout.Page
	Article     components.Link
	Lede        string
	Action      string
	Form        components.Form
	Splitter    string // the rules that were looked at
	Outdated    bool   // there is something to do
	Unsupported string // there are no rules for the language; "" where there are
	Counts      []ResplitCount
	Added       []ResplitClaim
	MoreAdded   int // that are not listed
	Renewed     []ResplitClaim
	MoreRenewed int

	Superseded     []ResplitClaim
	MoreSuperseded int
}

// ResplitCount is how many claims something would become of.
type ResplitCount struct {
	Label  string
	Claims int
	Help   string
}

// ResplitClaim is one claim something would become of.
type ResplitClaim struct {
	Statement string
	Diff      []components.Diff // in place of the statement, where it would change
	Change    string            // what else would change: "said by the mayor"
	Quote     string
}
