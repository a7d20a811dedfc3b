package web_test

import (
	"net/http"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestUndo: what was done is said with the way back beside it, there and back again, and what cannot be taken back says why.
func TestUndo(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, other, viewer := s.member("editor", factcheck.Editor), s.member("other", factcheck.Editor), s.member("viewer", factcheck.Viewer)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	undo, redo := article+"/undo", article+"/redo"
	bench.lacks(undo, redo)

	claim, bench := made(editor, bench, "must take the ferry")
	bench.has("The claim is made.", "Undo", ": make claim", `aria-keyshortcuts="u"`).lacks(redo)
	bench = editor.submit(bench, claim+"/statement", "statement", "A ferry replaced the bridge.").has("The statement is saved.", ": change the statement of claim")
	bench.lacks(redo)
	editor.get(bench.path).ok().has(undo).lacks("The statement is saved.")
	viewer.get(article).ok().lacks(undo)
	other.get(article).ok().lacks(undo)

	before := bench
	bench = editor.submit(bench, undo).has("Undone.", ": change the statement of claim", `aria-keyshortcuts="Shift+U"`, redo).lacks("A ferry replaced the bridge.")
	editor.follow(editor.try(before, undo)).has(redo) // the same form, sent twice
	stale := before.form(undo)
	stale.Set("key", "another-form-s-key")
	editor.post(undo, stale).is(http.StatusConflict).has("There is something else to undo by now.", `role="status"`)
	editor.post(undo, stale, header("Accept", "application/json")).is(http.StatusConflict).has(`"rule":"undo_order"`)
	viewer.post(undo, stale).is(http.StatusForbidden)
	bench = editor.submit(bench, redo).has("Redone.", "A ferry replaced the bridge.").lacks(redo)

	// The whole claim, from its own page.
	page := editor.get(claim).ok()
	page = editor.submit(page, claim+"/assign", "assignee", "").has("Assigned.", ": assign this claim")
	page = editor.submit(page, undo).has("Undone.", ": assign this claim", "undid a step")
	if page.path != claim {
		t.Errorf("undone on the claim's page, it leads to %s", page.path)
	}
	bench = editor.get(bench.path).ok()
	for range 2 {
		bench = editor.submit(bench, undo)
	}
	bench.has(": make a claim").lacks("A ferry replaced the bridge.", undo+`"`)
	editor.get("/?view=all").ok().lacks("must take the ferry")
	editor.get(article + "?claim=" + strings.TrimPrefix(claim, "/claims/")).is(http.StatusNotFound)
	editor.get(claim).ok().has("undone by whoever made it")
	bench = editor.submit(bench, redo).has("Redone.", claim)

	bench = editor.get(bench.path).ok()
	other.submit(other.get(bench.path).ok(), claim+"/statement", "statement", "Everybody takes the ferry.")
	editor.try(bench, undo).is(http.StatusConflict).has("other@news changed the statement since")
	s.signIn(s.admin).get("/desk/audit").ok().has("undid a step", "redid a step")
}
