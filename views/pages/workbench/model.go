// Package workbench owns the page where an article is taken apart: its text with
// the claims marked, the current claim's panel beside it, all claims below, the
// next steps at the foot. It must not know the domain: pieces, labels and what
// may be done come decided from package web.
package workbench

import (
	"strconv"
	"strings"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// Model is the workbench of one article.
type Model struct {
	Page     layout.Page
	ID       string // of the article
	Title    string
	Facts    []components.Link // publisher, author, date, original address
	Report   Report
	Progress []Count // in the order of the workflow; those without claims may be left out
	Text     components.Text
	View     string           // the one shown, for links and forms to keep; "" as it is read
	Views    []components.Tab // the text as it is read, and taken apart
	Split    Split
	Texts    Texts
	Version  int
	Panel    *components.ClaimPanel // nil while the article has no claims
	Position string                 // "Claim 7 of 12"; "" without a current claim
	Filters  []components.Tab
	Claims   []Item
	Make     Make
	Done     string               // what was just done: "Accepted."; "" for nothing
	Undo     *components.StepForm // nil where there is nothing to undo
	Redo     *components.StepForm
}

// Split is by which rules the article was taken apart.
type Split struct {
	Line string // "Split by news-2"
	When components.When
	// Again leads to what newer rules would change; zero where there are none, or one may not.
	Again components.Link
	// Unsupported says that there are no rules for the article's language; "" where there are.
	Unsupported string
}

// Texts are the versions of the article: the newest is shown.
type Texts struct {
	Line  string            // "Version 2 of 3"; "" while there is one
	Older []components.Link // oldest first
	New   components.Link   // where a new one is brought in; zero where that may not be done
	// Waiting says that claims wait for somebody to say where they stand in the newest; Look shows them.
	Waiting string
	Look    components.Link
}

// Report is the way to the article's report: a link when there is one, else a form that makes it.
type Report struct {
	URL    string
	Text   string // "Report, edition 2"; "Start the report"
	Key    string
	CanAdd bool // whether the form may be shown
}

// Count is how many claims have a status.
type Count struct {
	Status components.Status
	Claims int
}

// Item is one claim of the article's list.
type Item struct {
	ID        string
	Number    int
	Text      string                     // the statement, else the quote
	Parts     []components.StatementPart // of it, where words were filled in
	URL       string                     // the page with this claim as the current one
	Current   bool
	Status    components.Status
	Rating    components.Rating
	Holder    string
	Attention string // what it waits for: "2 points to answer"
	Placeless bool   // it waits for somebody to say where it stands in a new version of the article
}

// Make is the form that makes a claim of words of the article. It has no place where nothing may
// be made.
type Make struct {
	Allowed bool
	Form    components.Form
	Typed   string // words as typed, or those of the sentence that was chosen
	// Start and End are the chosen sentence's span in code points; zero when words were typed.
	Start       int
	End         int
	Occurrences []components.Option // offered when the words stand in the article more than once
	Type        string
	Types       []components.Option
	Statement   string
	Open        bool
}

func (m Model) action() string { return components.InView("/articles/"+m.ID+"/claims", m.View) }

func (m Model) total() int {
	total := 0
	for _, c := range m.Progress {
		total += c.Claims
	}
	return total
}

// bar is one piece of the progress bar, in hundredths of its length.
type bar struct {
	status string
	x, w   string
}

// bars returns the pieces of the progress bar from left to right.
func (m Model) bars() []bar {
	total, at := m.total(), 0
	var out []bar
	for _, c := range m.Progress {
		if c.Claims > 0 {
			out = append(out, bar{c.Status.Name, percent(at, total), percent(c.Claims, total)})
			at += c.Claims
		}
	}
	return out
}

func percent(part, total int) string {
	return strconv.FormatFloat(100*float64(part)/float64(total), 'f', 2, 64)
}

func (m Model) progressText() string {
	var parts []string
	for _, c := range m.Progress {
		if c.Claims > 0 {
			parts = append(parts, strconv.Itoa(c.Claims)+" "+strings.ToLower(c.Status.Label))
		}
	}
	return strings.Join(parts, ", ")
}

func (m Model) makeForm() components.Form {
	f := m.Make.Form
	f.Revision = 0
	return f
}

func (m Model) take() *components.TextTake {
	if !m.Make.Allowed {
		return nil
	}
	return &components.TextTake{URL: "/articles/" + m.ID, View: m.View, Action: m.action(), Version: m.Version, Key: m.Make.Form.Key}
}

// text returns the article's text with the sentences' links, where claims may be made.
func (m Model) text() components.Text {
	t := m.Text
	t.Take = m.take()
	return t
}
