// Package account owns the pages about a person's own access: signing in, the
// first administrator, password and sessions. Passwords typed are never shown again.
package account

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// LoginPage is the sign-in page.
type LoginPage struct {
	layout.Page
	Form  components.Form
	Email string // as typed
	Next  string // path to go to afterwards
}

// SetupPage makes the first desk and its administrator.
type SetupPage struct {
	layout.Page
	Form     components.Form
	DeskName string
	DeskSlug string
	Name     string
	Email    string
}

// Page is the person's own account.
type Page struct {
	layout.Page
	PasswordForm components.Form
	SessionsForm components.Form
	Sessions     []Session
	MinPassword  string // such as "At least 12 characters."
}

// Session is one place the person is signed in from.
type Session struct {
	Browser string // such as "Firefox on Linux"
	Address string
	Started components.When
	Seen    components.When
	Current bool
}

// others reports whether there is a session besides the current one.
func (p Page) others() bool { return len(p.Sessions) > 1 }
