package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"factdesk/internal/factcheck"
)

// access is who a route is for: anyone, or a member with at least a role.
type access string

// The rows of the table that need no member. A public page is the same for all, so nobody is
// looked up for it; a page for anyone depends on whether somebody is signed in.
const (
	readers access = "public"
	anyone  access = "anyone"
)

// The least roles of the table.
const (
	viewer   = access(factcheck.Viewer)
	editor   = access(factcheck.Editor)
	reviewer = access(factcheck.Reviewer)
	admin    = access(factcheck.Admin)
)

// handler answers a request; its errors become pages in one place, refuse.
type handler func(r *request) (reply, error)

// route is one row of the table.
type route struct {
	pattern string
	access  access
	handle  handler
	body    int64 // most bytes of a posted form; bodyLimit unless set
}

// method and path are the two halves of the pattern.
func (rt route) method() string { return strings.SplitN(rt.pattern, " ", 2)[0] }
func (rt route) path() string   { return strings.TrimPrefix(rt.pattern, rt.method()+" ") }

// routes is every address of the site but the static files and the checks of operations.
// A golden file in testdata repeats it, so that a change of who may do what is seen.
func (s *Server) routes() []route {
	table := []route{
		{pattern: "GET /login", access: anyone, handle: s.loginForm},
		{pattern: "POST /login", access: anyone, handle: s.login},
		{pattern: "POST /logout", access: anyone, handle: s.logout},
		{pattern: "GET /setup", access: anyone, handle: s.setupForm},
		{pattern: "POST /setup", access: anyone, handle: s.setup},

		{pattern: "GET /{$}", access: viewer, handle: s.queue},
		{pattern: "GET /next", access: viewer, handle: s.next},
		{pattern: "POST /desk/switch", access: viewer, handle: s.switchDesk},
		{pattern: "GET /account", access: viewer, handle: s.account},
		{pattern: "POST /account/password", access: viewer, handle: s.changePassword},
		{pattern: "POST /account/sessions/end", access: viewer, handle: s.endOtherSessions},

		{pattern: "GET /articles", access: viewer, handle: s.articles},
		{pattern: "GET /articles/new", access: editor, handle: s.articleForm},
		{pattern: "POST /articles", access: editor, handle: s.importArticle, body: importLimit},
		{pattern: "GET /articles/{id}", access: viewer, handle: s.workbench},
		{pattern: "GET /articles/{id}/claims", access: viewer, handle: s.articleOfForm},
		{pattern: "POST /articles/{id}/claims", access: editor, handle: s.proposeClaim},
		{pattern: "GET /articles/{id}/splitting", access: editor, handle: s.splittingForm},
		{pattern: "POST /articles/{id}/splitting", access: editor, handle: s.splitAgain},
		{pattern: "POST /articles/{id}/undo", access: editor, handle: s.undo},
		{pattern: "POST /articles/{id}/redo", access: editor, handle: s.redo},
		{pattern: "GET /articles/{id}/versions", access: editor, handle: s.versionForm},
		{pattern: "POST /articles/{id}/versions", access: editor, handle: s.addVersion, body: importLimit},
		{pattern: "GET /articles/{id}/versions/compare", access: editor, handle: s.toVersionForm},
		{pattern: "POST /articles/{id}/versions/compare", access: editor, handle: s.compareVersion, body: importLimit},
		{pattern: "GET /articles/{id}/versions/{n}", access: viewer, handle: s.readVersion},
		{pattern: "POST /articles/{id}/report", access: editor, handle: s.openReport},

		{pattern: "GET /sources", access: viewer, handle: s.sources},
		{pattern: "GET /sources/{id}", access: viewer, handle: s.source},
		{pattern: "POST /sources/{id}", access: editor, handle: s.editSource},
		{pattern: "GET /claimants/{id}", access: viewer, handle: s.claimant},

		{pattern: "GET /reports", access: viewer, handle: s.reports},
		{pattern: "GET /reports/{id}", access: viewer, handle: s.report},
		{pattern: "POST /reports/{id}", access: editor, handle: s.saveReport},
		{pattern: "GET /reports/{id}/preview", access: viewer, handle: s.previewReport},
		{pattern: "POST /reports/{id}/publish", access: editor, handle: s.publishReport},

		{pattern: "GET /desk/members", access: viewer, handle: s.members},
		{pattern: "POST /desk/members", access: admin, handle: s.addMember},
		{pattern: "POST /desk/members/{account}", access: admin, handle: s.changeMember},
		{pattern: "GET /desk/scale", access: viewer, handle: s.scale},
		{pattern: "GET /desk/audit", access: admin, handle: s.audit},

		{pattern: "GET /r/{desk}", access: readers, handle: s.publicReports},
		{pattern: "GET /r/{desk}/{slug}", access: readers, handle: s.stamped(s.publicReport)},
		{pattern: "GET /r/{desk}/{slug}/annotations", access: readers, handle: s.stamped(s.publicAnnotations)},
		{pattern: "GET /r/{desk}/{slug}/editions/{n}", access: readers, handle: s.stamped(s.publicEdition)},
		{pattern: "GET /r/{desk}/{slug}/editions/{n}/annotations", access: readers, handle: s.stamped(s.publicEditionAnnotations)},
	}
	table = append(table, s.claimRoutes()...)
	if s.dev {
		table = append(table,
			route{pattern: "GET /dev/stories", access: readers, handle: s.storyList},
			route{pattern: "GET /dev/stories/{name...}", access: readers, handle: s.story})
	}
	return table
}

// claimRoutes is what can be done with one claim.
func (s *Server) claimRoutes() []route {
	return []route{
		{pattern: "GET /claims/{id}", access: viewer, handle: s.claim},
		{pattern: "POST /claims/{id}/accept", access: editor, handle: s.acceptClaim},
		{pattern: "POST /claims/{id}/decline", access: editor, handle: s.declineClaim},
		{pattern: "POST /claims/{id}/reopen", access: editor, handle: s.reopenClaim},
		{pattern: "POST /claims/{id}/statement", access: editor, handle: s.changeStatement},
		{pattern: "POST /claims/{id}/spans", access: editor, handle: s.addSpan},
		{pattern: "POST /claims/{id}/spans/{n}", access: editor, handle: s.moveSpan},
		{pattern: "POST /claims/{id}/spans/{n}/remove", access: editor, handle: s.removeSpan},
		{pattern: "POST /claims/{id}/anchor", access: editor, handle: s.placeClaim},
		{pattern: "POST /claims/{id}/attribution", access: editor, handle: s.attribute},
		{pattern: "POST /claims/{id}/evidence", access: editor, handle: s.addEvidence},
		{pattern: "POST /claims/{id}/evidence/{evidence}", access: editor, handle: s.changeEvidence},
		{pattern: "POST /claims/{id}/evidence/{evidence}/remove", access: editor, handle: s.removeEvidence},
		{pattern: "POST /claims/{id}/verdict", access: editor, handle: s.judge},
		{pattern: "POST /claims/{id}/assign", access: editor, handle: s.assignClaim},
		{pattern: "POST /claims/{id}/submit", access: editor, handle: s.submitClaim},
		{pattern: "POST /claims/{id}/withdraw", access: editor, handle: s.withdrawClaim},
		{pattern: "POST /claims/{id}/edit", access: editor, handle: s.editClaim},
		{pattern: "POST /claims/{id}/change-requests/{request}/answer", access: editor, handle: s.answerRequest},

		{pattern: "GET /review", access: reviewer, handle: s.reviewNext},
		{pattern: "GET /review/{id}", access: reviewer, handle: s.reviewStep},
		{pattern: "POST /claims/{id}/approve", access: reviewer, handle: s.approve},
		{pattern: "POST /claims/{id}/request-changes", access: reviewer, handle: s.requestChanges},
	}
}

// openPosts are the forms nobody has to be signed in for.
func openPosts() []string { return []string{"POST /login", "POST /logout", "POST /setup"} }

// checkRoutes refuses a table with a mistake that would open a door: a row without access,
// a method that is neither GET nor POST, a form for anyone that is not meant to be.
func checkRoutes(table []route) error {
	for _, rt := range table {
		method := rt.method()
		known := rt.access == anyone || rt.access == readers || factcheck.Role(rt.access).Valid()
		switch {
		case method != http.MethodGet && method != http.MethodPost:
			return fmt.Errorf("route %q: only GET and POST are served", rt.pattern)
		case !known || rt.handle == nil:
			return fmt.Errorf("route %q: nobody may, or nothing answers", rt.pattern)
		case method == http.MethodPost && !factcheck.Role(rt.access).Valid() && !slices.Contains(openPosts(), rt.pattern):
			return fmt.Errorf("route %q: a change needs a member", rt.pattern)
		}
	}
	return nil
}
