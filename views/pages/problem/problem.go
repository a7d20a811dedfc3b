// Package problem owns the page that says what went wrong, for every status the
// web layer answers with when there is no form to come back to.
package problem

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// Page says what went wrong and what can be done about it.
type Page struct {
	layout.Page
	Status    int    // HTTP status
	Message   string // a sentence safe to show
	Reasons   []components.Reason
	RequestID string // to quote when asking for help
	Back      components.Link
	Reader    bool // of the published pages, who has no queue to go to
}

// heading is the page's title, by status.
func (p Page) heading() string {
	switch p.Status {
	case 400:
		return "That could not be read"
	case 401:
		return "Sign in first"
	case 403:
		return "Not allowed"
	case 404:
		return "Not found"
	case 409:
		return "Somebody was faster"
	case 413:
		return "Too large"
	case 422:
		return "A rule is not met"
	case 429:
		return "Too many attempts"
	case 503:
		return "Not available just now"
	}
	return "Something went wrong"
}

// advice says what to do when the reasons do not.
func (p Page) advice() string {
	switch p.Status {
	case 404:
		return "It may have been moved, or belong to another desk. If you followed a link, whoever made it would like to know."
	case 409:
		return "Go back, look at the newest state, and decide again."
	case 429:
		return "Wait a minute, then try again."
	case 500:
		return "The fault is ours, and it is in the log. Try again; if it stays, pass on the number below."
	case 503:
		return "The database does not answer. Nothing was saved; try again in a moment."
	}
	return ""
}

func (p Page) status() string { return strconv.Itoa(p.Status) }
