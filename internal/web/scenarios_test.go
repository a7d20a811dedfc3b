package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestScenarios asks for pages as different people: what each sees, and what is kept from them.
func TestScenarios(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	full := newFullDesk(t, s, "")
	people := map[string]*browser{
		"": s.stranger(), "admin": s.signIn(s.admin), "editor": full.editor, "reviewer": full.reviewer, "viewer": s.member("looker", factcheck.Viewer),
	}
	ids := strings.NewReplacer("{article}", full.article, "{claim}", full.claim, "{report}", full.report)
	for _, tt := range []struct {
		as, method, path string
		form             string
		status           int
		has, lacks       string // separated by |
	}{
		{"viewer", "GET", "/", "", 200, "Queue|Nothing is assigned to you", "Next for me</a>|<form method=\"post\" action=\"/articles"},
		{"viewer", "GET", "/?view=approved", "", 200, "40,000 people|Approved|True", ""},
		{"viewer", "GET", "/?view=all&status=candidate", "", 200, "Candidate|Clear", "40,000 people have to"},
		{"viewer", "GET", "/?view=all&q=ferry", "", 200, "40,000 people have to", "built in 1931"},
		{"viewer", "GET", "/?view=all&status=nonsense", "", 400, "no such list", ""},
		{"viewer", "GET", "/?view=nonsense", "", 200, "Mine", ""},
		{"viewer", "GET", "/next", "", 303, "", ""},
		{"viewer", "GET", "/articles", "", 200, "The bridge|Evening Post|Report, edition 2", "Import an article</a>"},
		{"editor", "GET", "/articles", "", 200, "Import an article", ""},
		{"viewer", "GET", "/articles?before=1", "", 200, "Newest", "The bridge"},
		{"viewer", "GET", "/articles/{article}", "", 200, "The old bridge was closed", "/statement\"|/decline\"|claim from"},
		{"viewer", "GET", "/articles/{article}?claim=999", "", 404, "no such claim", ""},
		{"viewer", "GET", "/articles/999", "", 404, "no such article", ""},
		{"viewer", "GET", "/articles/{article}?show=declined", "", 200, "No claims here", ""},
		{"editor", "GET", "/articles/{article}?sentence=3", "", 200, "It will cost $12 million|make-claim", ""},
		{"editor", "GET", "/articles/{article}?sentence=99", "", 200, "make-claim", ""},
		{"editor", "POST", "/articles/{article}/claims", "quote=nowhere+in+it", 422, `role="status"|href="#f-quote">Go to the words`, ""},
		{"viewer", "GET", "/articles/{article}/claims", "", 303, "", ""},
		{"", "GET", "/r/news/nothing", "", 404, "Not found", "Go to the queue"},
		{"viewer", "GET", "/nothing", "", 404, "Go to the queue", ""},
		{"viewer", "GET", "/claims/{claim}", "", 200, "approved the claim|holds version 1 of this claim|Ferry register", "/statement\""},
		{"viewer", "GET", "/claims/{claim}?version=9", "", 404, "", ""},
		{"editor", "POST", "/claims/{claim}/statement", "revision=1&statement=x&type=event", 409, "Keep mine", ""},
		{"viewer", "POST", "/claims/{claim}/statement", "revision=1&statement=x&type=event", 403, "takes the role editor", ""},
		{"editor", "POST", "/claims/{claim}/approve", "content_hash=00", 403, "takes the role reviewer", ""},
		{"viewer", "GET", "/review", "", 403, "takes the role reviewer", ""},
		{"reviewer", "GET", "/review", "", 200, "All reviewed", ""},
		{"reviewer", "GET", "/review/{claim}", "", 303, "", ""},
		{"viewer", "GET", "/reports", "", 200, "Edition 2|As published", ""},
		{"viewer", "GET", "/reports/{report}", "", 200, "Forty thousand", ">Save<"},
		{"editor", "POST", "/reports/{report}", "revision=99&headline=Mine&slug=ferry", 409, "Mine|Forty thousand", ""},
		{"editor", "POST", "/reports/{report}/publish", "revision=99&correction_class=typo&correction_what=a&correction_why=b", 409, "changed since", ""},
		{"editor", "POST", "/articles/{article}/report", "key=a-long-enough-key", 303, "", ""},
		{"viewer", "GET", "/desk/members", "", 200, "looker@news", "Add a member"},
		{"viewer", "GET", "/desk/audit", "", 403, "takes the role admin", ""},
		{"admin", "GET", "/desk/audit?before=3", "", 200, "Newest", ""},
		{"", "GET", "/dev/stories", "", 200, "workbench/", ""},
		{"", "GET", "/dev/stories/nothing", "", 404, "", ""},
		{"", "GET", "/r/nowhere", "", 404, "no such desk", ""},
		{"", "GET", "/r/news/nothing", "", 404, "", "Forty"},
		{"", "GET", "/r/news/ferry/editions/0", "", 404, "", ""},
		{"", "GET", "/r/news?before=1", "", 200, "Newest", "Forty thousand"},
	} {
		path := ids.Replace(tt.path)
		var p *page
		if tt.method == http.MethodPost {
			form, err := url.ParseQuery(tt.form)
			if err != nil {
				t.Fatal(err)
			}
			p = people[tt.as].post(path, form)
		} else {
			p = people[tt.as].get(path)
		}
		if p.status != tt.status {
			t.Errorf("%s %s as %q: status %d, want %d: %s", tt.method, path, tt.as, p.status, tt.status, p.text())
		}
		for word := range strings.SplitSeq(tt.has, "|") {
			if !strings.Contains(p.body, word) {
				t.Errorf("%s %s as %q: %q is not in the page: %s", tt.method, path, tt.as, word, p.text())
			}
		}
		for word := range strings.SplitSeq(tt.lacks, "|") {
			if word != "" && strings.Contains(p.body, word) {
				t.Errorf("%s %s as %q: %q is in the page", tt.method, path, tt.as, word)
			}
		}
	}
}

// TestNextForMe leads a reviewer to what they may review, and an editor to what is to be checked.
func TestNextForMe(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, reviewer := s.member("editor", factcheck.Editor), s.member("reviewer", factcheck.Reviewer)
	claim, bench := made(editor, imported(editor), "40,000 people must take the ferry")
	bench = checkClaim(editor, bench, claim, "")
	if got := editor.get("/next").header.Get("Location"); got != claim {
		t.Errorf("the editor's next is %q, want %q", got, claim)
	}
	editor.submit(bench, claim+"/submit")
	if got := reviewer.get("/next").header.Get("Location"); got != strings.Replace(claim, "/claims/", "/review/", 1) {
		t.Errorf("the reviewer's next is %q", got)
	}
	reviewer.get("/review").ok().has("1 claim waits", "Start reviewing")
	reviewer.get("/").ok().has("/review/")
}
