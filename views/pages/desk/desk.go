// Package desk owns the pages about running the desk: who belongs to it, how it
// rates, and what happened.
package desk

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// Tabs returns the tabs of the desk's pages with the one at the address current.
func Tabs(current string, viewer *layout.Viewer) []components.Tab {
	tabs := []components.Tab{{Text: "Members", URL: "/desk/members"}, {Text: "Rating scale", URL: "/desk/scale"}}
	if viewer != nil && viewer.Administers() {
		tabs = append(tabs, components.Tab{Text: "Audit log", URL: "/desk/audit"})
	}
	for i := range tabs {
		tabs[i].Current = tabs[i].URL == current
	}
	return tabs
}

// MembersPage is who belongs to the desk.
type MembersPage struct {
	layout.Page
	Members   []Member
	CanManage bool
	Add       AddForm
}

// Member is one account of the desk.
type Member struct {
	Account  int64
	Name     string
	Email    string
	Role     string              // as shown
	Roles    []components.Option // to choose from, the current one selected
	Since    components.When
	Seen     components.When
	Disabled bool
	Self     bool
	Form     components.Form
	Open     bool // its form is shown, as after an error
}

// AddForm adds a member.
type AddForm struct {
	Form  components.Form
	Name  string
	Email string
	Roles []components.Option
	Open  bool
}

// ScalePage is the desk's rating scale.
type ScalePage struct {
	layout.Page
	Name    string
	Version string
	Since   components.When
	Ratings []ScaleRating
}

// ScaleRating is one rating with its evidence rule in words.
type ScaleRating struct {
	Rating components.Rating
	Needs  string
	Uses   string // such as "12 verdicts"
}

// AuditPage is the desk's log of events, newest first.
type AuditPage struct {
	layout.Page
	Events []Event
	Chain  Chain
	Pager  components.Pager
}

// Chain is what the last walk of the hash chain found.
type Chain struct {
	Checked bool
	Intact  bool
	Detail  string // such as "1,204 events, up to 14:05 UTC", or which link is broken
}

// Event is one line of the log.
type Event struct {
	Number  string
	At      components.When
	Actor   string
	What    string // in words
	Subject components.Link
	Detail  string
	Hash    string // first digits
}

func (m Member) path() string { return "/desk/members/" + strconv.FormatInt(m.Account, 10) }

func (m Member) fieldID(name string) string {
	return "f-" + name + "-" + strconv.FormatInt(m.Account, 10)
}
