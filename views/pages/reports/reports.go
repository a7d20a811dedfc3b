// Package reports owns where a report is put together: the list, and the
// composer with its order of claims, its checks, and publishing.
package reports

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// ListPage is the desk's reports, newest first.
type ListPage struct {
	layout.Page
	Rows []Row
}

// Row is one report.
type Row struct {
	URL       string
	Headline  string
	Article   components.Link
	State     string // such as "Edition 2" or "Not published"
	Public    components.Link
	Changed   components.When
	Claims    string // such as "7 claims"
	Withdrawn bool
}

// ComposePage is one report being put together.
type ComposePage struct {
	layout.Page
	ID        int64
	Article   components.Link
	Public    components.Link // zero while nothing is published
	Edition   int             // the newest edition; 0 while nothing is published
	CanEdit   bool
	Form      components.Form
	Conflict  *components.Conflict
	Headline  string
	Slug      string
	SlugFixed bool   // published: its address stays
	SlugBase  string // what stands before the slug in the address
	Summary   string
	Claims    []Choice // approved claims, in their order
	NotReady  []NotReady
	Checks    []components.Check
	Publish   Publish
	Editions  []Edition
}

// Choice is an approved claim that may go into the report.
type Choice struct {
	ID        int64
	URL       string
	Statement string
	Rating    components.Rating
	Included  bool
	Position  string // as typed; from 1
	Error     string
}

// NotReady is a claim that cannot go in yet, with why.
type NotReady struct {
	URL       string
	Statement string
	Status    components.Status
	Reasons   []components.Reason
}

// Publish is the form that makes an edition. From the second on it asks what
// changed and why.
type Publish struct {
	Form    components.Form
	Allowed bool
	WhyNot  []components.Reason
	Classes []components.Option
	What    string
	Why     string
	Open    bool // shown opened, as after an error
}

// Edition is one published version.
type Edition struct {
	Number int
	URL    string
	At     components.When
	By     string
	Class  string // of the correction it brought, "" for the first
	What   string
}

func (p ComposePage) path() string { return "/reports/" + strconv.FormatInt(p.ID, 10) }

func (p ComposePage) draft() string {
	return "report-" + strconv.FormatInt(p.ID, 10) + "@" + p.Form.RevisionText()
}

func (p ComposePage) state() string {
	if p.Edition == 0 {
		return "Not published yet."
	}
	return "Edition " + strconv.Itoa(p.Edition) + " is published."
}

func (p ComposePage) publishText() string {
	if p.Edition == 0 {
		return "Publish"
	}
	return "Publish edition " + strconv.Itoa(p.Edition+1)
}

func (c Choice) id() string { return strconv.FormatInt(c.ID, 10) }

func (e Edition) number() string { return strconv.Itoa(e.Number) }

func slugHint(p ComposePage) string {
	if p.SlugFixed {
		return "Published below " + p.SlugBase + ". It stays as it is, so that links keep working."
	}
	return "Small letters, digits and hyphens; it follows " + p.SlugBase
}

func currentEdition(p ComposePage) string { return strconv.Itoa(p.Edition) }

// describedBy names the list of reasons when there is one.
func describedBy(p ComposePage) string {
	if len(p.Publish.WhyNot) == 0 {
		return "publish-title"
	}
	return "why-not-publish"
}
