package web_test

import (
	"net/http"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestPuppet: an admin makes a reviewer, signs in as it, and cannot approve the admin's own work;
// whoever changed their password can.
func TestPuppet(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	admin, editor := s.signIn(s.admin), s.member("editor", factcheck.Editor)
	claim, bench := made(editor, imported(editor), "40,000 people must take the ferry")
	bench = admin.get(bench.path).ok()
	admin.submit(checkClaim(admin, bench, claim, ""), claim+"/submit")
	admin.submit(admin.get("/desk/members").ok(), "/desk/members", "name", "Bo", "email", "bo@news.example", "role", "reviewer", "password", goodPassword)

	puppet := s.stranger()
	puppet.submit(puppet.get("/login").ok(), "/login", "email", "bo@news.example", "password", goodPassword).has("Queue")
	review := strings.Replace(claim, "/claims/", "/review/", 1)
	puppet.get(review).ok().has("Whoever set your password could sign in as you", "Change your password first")
	asOffered := s.member("second", factcheck.Reviewer).get(review).ok()
	puppet.try(asOffered, claim+"/approve").is(http.StatusForbidden).has("Change your password first")
	puppet.try(asOffered, claim+"/request-changes", "point", "Why?", "field", "verdict").is(http.StatusForbidden)

	const own = "five words make it better"
	puppet.submit(puppet.get("/account").ok(), "/account/password", "current", goodPassword, "password", own, "repeat", own).has("password is changed")
	puppet.submit(puppet.get(review).ok().lacks("Change your password first"), claim+"/approve").has("Approved.")
}
