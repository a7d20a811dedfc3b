// Package queue owns the page the desk opens in the morning: which claims wait,
// for whom and how long.
package queue

import (
	"factdesk/views/components"
	"factdesk/views/layout"
)

// Page is one view of the queue.
type Page struct {
	layout.Page
	Tabs     []components.Tab
	View     string // the value of the view parameter, kept by the filter form
	Statuses []components.Option
	Query    string
	Filtered bool   // a filter is on: the empty text differs, and there is a link to clear it
	ClearURL string // this view without filters
	HasNext  bool   // a claim waits that "next for me" would open
	Rows     []Row
	Pager    components.Pager
	Empty    EmptyText
}

// Row is one claim.
type Row struct {
	URL       string
	Statement string // or the quote, while there is no statement
	Article   components.Link
	Status    components.Status
	Rating    components.Rating // zero: none yet
	Assignee  string            // "" is nobody
	Mine      bool
	Age       components.When // since when it has waited in this status
	Late      bool
	Note      string // such as "2 points to answer"
}

// EmptyText says why there is nothing and what one can do.
type EmptyText struct {
	Title  string
	Detail string
	Action components.Link
}
