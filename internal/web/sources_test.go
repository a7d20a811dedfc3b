package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestSources_Corrected goes from a slip in the form of evidence to the source put right, and to
// why it stays as it is once a reviewer looks at it.
func TestSources_Corrected(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, colleague, viewer := s.member("editor", factcheck.Editor), s.member("colleague", factcheck.Editor), s.member("viewer", factcheck.Viewer)
	claim, bench := made(editor, imported(editor), "40,000 people must take the ferry")
	bench = checkClaim(editor, bench, claim, "")

	again := editor.try(bench, claim+"/evidence", "url", "https://example.org/register", "title", "The register", "author", "Mayor", "stance", "supports", "tier", "primary")
	again.is(http.StatusUnprocessableEntity).has("The library has this source as “Ferry register”.", "“Clerk” as the author", "clear the field", `value="The register"`)
	bench = editor.submit(again, claim+"/evidence", "title", "", "author", "")

	viewer.get("/sources/1").ok().has("Ferry register").lacks(`action="/sources/1"`)
	viewer.post("/sources/1", url.Values{"title": {"A"}}).is(http.StatusForbidden)
	page := editor.get("/sources/1").ok()
	editor.try(page, "/sources/1", "published_on", "in May").is(http.StatusUnprocessableEntity).has("YYYY-MM-DD")
	editor.try(page, "/sources/1", "title", strings.Repeat("a", 501)).is(http.StatusUnprocessableEntity).has("at most 500 characters")
	editor.submit(page, "/sources/1", "title", "The port's register", "published_on", "2025-03-01", "kind", "dataset").has("The source is corrected.", "1 Mar 2025", "Data set")
	stale := colleague.try(page, "/sources/1", "title", "Somebody else's title").is(http.StatusConflict)
	stale.has("Somebody else corrected this source", "as saved", `value="Somebody else&#39;s title"`)
	colleague.post("/sources/1", page.form("/sources/1"), header("Accept", "application/json")).is(http.StatusConflict).has(`"rule":"stale"`)

	open := editor.get("/sources/1").ok()
	editor.submit(editor.get(bench.path).ok(), claim+"/submit")
	editor.get("/sources/1").ok().has("Why it cannot be corrected now", "is in review and rests on it").lacks(`action="/sources/1"`)
	editor.try(open, "/sources/1", "title", "A").is(http.StatusUnprocessableEntity).has("is in review and rests on it", "can withdraw it from review")
	editor.post("/sources/999", url.Values{"revision": {"1"}, "kind": {"page"}, "tier": {"primary"}}).is(http.StatusNotFound)
	s.signIn(s.admin).get("/desk/audit").ok().has("corrected the source", "kind: “page” became “dataset”")
}
