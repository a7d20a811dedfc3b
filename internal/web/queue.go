package web

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/queue"
)

// pageSize is how many rows a list shows at once.
const pageSize = 50

// lateAfter is how long a claim may wait in one status before the queue says so.
const lateAfter = 72 * time.Hour

// queueView is one of the queue's lists: its name in the address, the workflow's list behind
// it, and what it says when there is nothing.
type queueView struct {
	name, list, tab string
	empty           queue.EmptyText
}

func queueViews() []queueView {
	return []queueView{
		{"mine", "mine", "Mine", queue.EmptyText{Title: "Nothing is assigned to you", Detail: "Take a claim that nobody works on, or accept a candidate of an article.",
			Action: components.Link{Text: "See what is unassigned", URL: "/?view=unassigned"}}},
		{"review", "in_review", "To review", queue.EmptyText{Title: "Nothing waits for review", Detail: "A claim comes here when an editor submits it."}},
		{"unassigned", "unassigned", "Unassigned", queue.EmptyText{Title: "Somebody works on every open claim", Detail: "Open claims that nobody has taken appear here."}},
		{"open", "open", "Open", queue.EmptyText{Title: "No claim is open", Detail: "A claim is open once an editor accepted it."}},
		{"changes", "changes_requested", "Came back", queue.EmptyText{Title: "Nothing came back", Detail: "Claims a reviewer returned with points to answer appear here."}},
		{"candidates", "candidate", "Candidates", queue.EmptyText{Title: "No candidates", Detail: "Importing an article proposes claims.",
			Action: components.Link{Text: "Import an article", URL: "/articles/new"}}},
		{"approved", "approved", "Approved", queue.EmptyText{Title: "Nothing is approved yet", Detail: "A claim is approved by a reviewer who changed nothing of it."}},
		{"all", "all", "All", queue.EmptyText{Title: "There are no claims yet", Detail: "An article is where everything starts.",
			Action: components.Link{Text: "Import an article", URL: "/articles/new"}}},
	}
}

// queueViewOf returns the view of that name, by default the member's own work or, for a
// reviewer, what waits for review.
func queueViewOf(name string, role factcheck.Role) queueView {
	if name == "" && role.AtLeast(factcheck.Reviewer) {
		name = "review"
	}
	views := queueViews()
	for _, v := range views {
		if v.name == name {
			return v
		}
	}
	return views[0]
}

func (s *Server) queue(r *request) (reply, error) {
	q := r.URL.Query()
	view := queueViewOf(q.Get("view"), r.actor().Role)
	words := strings.TrimSpace(q.Get("q"))
	filter := workflow.QueueFilter{View: view.list, Words: words, Before: queryID[factcheck.ClaimID](r.Request, "before"), Limit: pageSize}
	status := factcheck.Status(q.Get("status"))
	if status != "" {
		filter.View = string(status)
	}
	found, err := s.workflow.Queue(r.Context(), r.actor(), filter)
	if err != nil {
		return reply{}, err
	}
	path := "/?" + url.Values{"view": {view.name}}.Encode()
	page := queue.Page{
		Page: s.frame(r, "Queue", layout.Queue), View: view.name, Tabs: queueTabs(view.name, found.Counts),
		Statuses: statusOptions(status), Query: words, Filtered: status != "" || words != "", ClearURL: path,
		HasNext: found.Counts["mine"]+found.Counts["in_review"]+found.Counts["unassigned"]+found.Counts["candidate"] > 0,
		Empty:   view.empty,
	}
	if status != "" {
		path += "&status=" + url.QueryEscape(string(status))
		page.Empty = queue.EmptyText{Title: "No claim is " + strings.ToLower(status.Label()), Detail: "Clear the filter to see the others."}
	}
	if words != "" {
		path += "&" + url.Values{"q": {words}}.Encode()
		page.Empty = queue.EmptyText{Title: "No statement here holds “" + words + "”", Detail: "Clear the filter to see the others."}
	}
	page.Pager = older(path, int64(found.Next), int64(filter.Before))
	now := s.now()
	page.Rows = make([]queue.Row, 0, len(found.Rows))
	for _, c := range found.Rows {
		row := queue.Row{
			URL: claimPath(c.ID), Statement: c.Statement, Article: components.Link{Text: c.ArticleTitle, URL: articlePath(c.ArticleID)},
			Status: statusView(c.Status), Rating: ratingOf(c.RatingLabel, c.RatingColour), Age: since(c.UpdatedAt),
			Late: isWaiting(c.Status) && now.Sub(c.UpdatedAt) > lateAfter,
		}
		if c.AssigneeName != nil {
			row.Assignee, row.Mine = *c.AssigneeName, *c.AssigneeID == r.actor().Account
		}
		if c.Status == factcheck.InReview && r.actor().Role.AtLeast(factcheck.Reviewer) {
			row.URL = "/review/" + idText(c.ID)
		}
		page.Rows = append(page.Rows, row)
	}
	return show(queue.Queue(page)), nil
}

// isWaiting reports whether somebody is expected to do something.
func isWaiting(s factcheck.Status) bool {
	return s == factcheck.Open || s == factcheck.InReview || s == factcheck.ChangesRequested
}

func queueTabs(current string, counts map[string]int) []components.Tab {
	var tabs []components.Tab
	for _, v := range queueViews() {
		tabs = append(tabs, components.Tab{Text: v.tab, URL: "/?view=" + v.name, Count: strconv.Itoa(counts[v.list]), Current: v.name == current})
	}
	return tabs
}

func statusOptions(selected factcheck.Status) []components.Option {
	list := []components.Option{{Value: "", Label: "Any"}}
	for _, s := range factcheck.Statuses() {
		list = append(list, components.Option{Value: string(s), Label: s.Label(), Selected: s == selected})
	}
	return list
}

// next leads to what waits for the member: a reviewer's next claim to decide on, or an
// editor's next claim to check.
func (s *Server) next(r *request) (reply, error) {
	next, err := s.workflow.NextForMe(r.Context(), r.actor())
	switch {
	case err != nil:
		return reply{}, err
	case next.Claim == 0:
		return seeWith("/", "Nothing waits for you."), nil
	case next.ToReview:
		return see(reviewPath(next.Claim)), nil
	}
	return see(claimPath(next.Claim)), nil
}
