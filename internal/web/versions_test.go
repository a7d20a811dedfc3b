package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestNewVersion: an editor compares a new text, stores it once, and says where the claims stand in it.
func TestNewVersion(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, viewer := s.member("editor", factcheck.Editor), s.member("viewer", factcheck.Viewer)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	ferry, _ := made(editor, editor.get(article).ok(), "40,000 people must take the ferry")
	built, _ := made(editor, editor.get(article).ok(), "The old bridge was built in 1931")
	safe, _ := made(editor, editor.get(article).ok(), "It is not safe")
	editor.get(article).ok().has(`href="`+article+`/versions"`, "New version").lacks("Version 1 of")
	viewer.get(article).ok().lacks("New version")

	form := editor.get(article + "/versions").ok()
	editor.try(form, article+"/versions/compare").is(http.StatusUnprocessableEntity).has("Paste the text")
	editor.try(form, article+"/versions/compare", "text", bridge).ok().has("Nothing to do")
	changed := "It rained.\n" + strings.NewReplacer("40,000", "50,000", "was built", "was erected", "“It is not safe,” she told Radio One. ", "").Replace(bridge)
	preview := editor.try(form, article+"/versions/compare", "text", changed).ok()
	preview.has("Claim changed", "Words changed", "<del>40,000</del>", "<ins>50,000</ins>", "Orphaned", "Nothing is stored yet")
	editor.get(article + "/versions/compare").is(http.StatusSeeOther)

	store := preview.form(article + "/versions")
	viewer.post(article+"/versions", store).is(http.StatusForbidden)
	first := editor.follow(editor.post(article+"/versions", store)).has("Version 2 is stored", "Version 2 of 2", "to look at", "Changed", "Orphaned")
	editor.follow(editor.post(article+"/versions", store)).has("Version 2 of 2") // the same form, sent twice
	stale := url.Values{"key": {"another-form-s-key"}, "revision": {"1"}, "origin": {"paste"}, "text": {changed + " More."}}
	editor.post(article+"/versions", stale).is(http.StatusConflict).has("newer version than the one you looked at", "More.", "Store the new version")
	editor.post(article+"/versions", stale, header("Accept", "application/json")).is(http.StatusConflict).has(`"rule":"article_version"`)
	editor.post(article+"/versions", url.Values{"key": {"another-form-s-key"}, "origin": {"paste"}, "text": {"A."}}).is(http.StatusUnprocessableEntity)

	editor.get(article+"/versions/1").ok().has("Version 1 of 2", "older version", "40,000 people").lacks("50,000")
	viewer.get(article + "/versions/2").ok().has("50,000").lacks("older version")
	editor.get(article + "/versions/3").is(http.StatusNotFound)
	editor.get(article + "/versions/x").is(http.StatusNotFound)

	editor.get(article+"?show=changed").ok().has("Claim changed", "Words changed")
	gone := editor.get(article+"?show=orphaned&claim="+strings.TrimPrefix(safe, "/claims/")).ok().has("Orphaned in version 2", "Not known.")
	first.has(`aria-keyshortcuts="Enter"`, "in version 2 of the article", "It is still this claim")
	onFerry := editor.get(article+"?claim="+strings.TrimPrefix(ferry, "/claims/")).ok().has("What bears on the claim", "<q>40,000</q>", "waits for a new look")
	decide := onFerry.form(ferry + "/anchor")
	viewer.post(ferry+"/anchor", decide).is(http.StatusForbidden)
	next := editor.follow(editor.post(ferry+"/anchor", decide)).has("The claim stands in the newest version")
	if strings.HasSuffix(next.path, ferry[len("/claims/"):]) {
		t.Errorf("after deciding the same claim is shown: %s", next.path)
	}
	decide.Set("key", "another-form-s-key")
	editor.post(ferry+"/anchor", decide).is(http.StatusConflict)
	editor.get(ferry).ok().has("50,000 people must take the ferry").lacks("It is still this claim")

	again := editor.try(gone, safe+"/anchor", "decision", "reselected", "quote", "The old bridge").is(http.StatusUnprocessableEntity).has("Which of them")
	editor.submit(again, safe+"/anchor", "decision", "reselected", "quote", "It rained").has("The claim stands in the newest version")
	editor.get(built).ok().has("erected", "Words changed")
	s.signIn(s.admin).get("/desk/audit").ok().has("added a new version of the article", "said where the claim stands")
}
