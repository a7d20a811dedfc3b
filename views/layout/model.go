// Package layout owns the frame around every page: head, masthead, navigation,
// flash messages, footer. Base frames the desk's own pages, Public those that
// readers see. It must not know which page it frames.
package layout

import (
	"context"
	"io"

	"factdesk/views/components"

	"github.com/a-h/templ"
)

// part is a piece of a page that can be rendered without the rest.
type part string

// The parts of a page framed by Base that a script puts into the page it has.
const (
	titlePart part = "title"
	navPart   part = "nav"
	mainPart  part = "main"
)

// RenderParts writes of a page framed by Base what differs from the page that htmx shows it
// in: its title, the navigation with its counters, and its main column. It writes nothing of a
// page that Base does not frame.
func RenderParts(ctx context.Context, w io.Writer, page templ.Component) error {
	return templ.RenderFragments(ctx, w, page, titlePart, navPart, mainPart)
}

// Section is the part of the navigation a page belongs to.
type Section string

// The sections of the navigation, in its order, and None for pages outside it.
const (
	None     Section = ""
	Queue    Section = "queue"
	Articles Section = "articles"
	Review   Section = "review"
	Sources  Section = "sources"
	Reports  Section = "reports"
	Desk     Section = "desk"
)

// Page is what the frame needs of any of the desk's pages.
type Page struct {
	Title   string // of the window; the desk's name is added
	Section Section
	Path    string // of the request, to come back to after switching desks
	Viewer  *Viewer
	Flashes []components.Flash
	// Saved names the draft ("report-12@7") the server has stored, so that the
	// browser drops its copy; "" for none.
	Saved string
	// Wide lets the main column use the window, as the workbench does.
	Wide bool
	// Narrow keeps it to a form's width.
	Narrow bool
}

// Viewer is the signed-in person as the masthead shows them. A nil *Viewer is nobody.
type Viewer struct {
	Name        string
	Email       string
	Role        string // as shown, such as "Reviewer"
	Desk        string // the desk's name
	Desks       []components.Option
	QueueCount  string // "" shows none
	ReviewCount string
	Key         string // idempotency key of the masthead's own forms
}

// PublicPage is what the frame needs of a page for readers.
type PublicPage struct {
	Title       string // of the window
	Description string
	Lang        string // BCP 47; "en" unless set
	Desk        components.Link
	Canonical   string // absolute address; "" leaves the social tags out too
	Feed        string // address of the Atom feed, if there is one
	Type        string // Open Graph type: "article" or "website"
	Published   string // RFC 3339, of an article
	Modified    string
	NoIndex     bool
	// JSONLD is a JSON document in which <, > and & are already escaped as
	// \u003c, \u003e and \u0026, as encoding/json does.
	JSONLD []byte
	// Links are shown in the footer.
	Links []components.Link
}

// Reviews reports whether the person may open the review; those who may not are not led there.
func (v Viewer) Reviews() bool { return v.Role == "Reviewer" || v.Administers() }

// Administers reports whether the person may open what is the administrators' alone.
func (v Viewer) Administers() bool { return v.Role == "Admin" }

type navItem struct {
	section Section
	text    string
	url     string
	count   string
}

func (v Viewer) nav() []navItem {
	items := []navItem{{Queue, "Queue", "/", v.QueueCount}, {Articles, "Articles", "/articles", ""}}
	if v.Reviews() {
		items = append(items, navItem{Review, "Review", "/review", v.ReviewCount})
	}
	return append(items, navItem{Sources, "Sources", "/sources", ""}, navItem{Reports, "Reports", "/reports", ""}, navItem{Desk, "Desk", "/desk/members", ""})
}

func (p Page) windowTitle() string {
	if p.Viewer != nil && p.Viewer.Desk != "" {
		return p.Title + " · " + p.Viewer.Desk
	}
	return p.Title + " · factdesk"
}

func (p PublicPage) lang() string {
	if p.Lang == "" {
		return "en"
	}
	return p.Lang
}

func (p PublicPage) jsonLD() string {
	return `<script type="application/ld+json">` + string(p.JSONLD) + `</script>`
}
