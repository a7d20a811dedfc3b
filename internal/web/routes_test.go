package web_test

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/web"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRouteTable holds the table against its golden file: a change of who may do what is to
// be seen in a review.
func TestRouteTable(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, row := range emptySite(t).server.Table() {
		fmt.Fprintf(&b, "%-8s %-4s %s\n", row.Access, row.Method, row.Path)
	}
	const golden = "testdata/routes.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the routes changed; run the test with -update and look at the difference:\n%s", diff)
	}
}

func TestCheckRoutesRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		pattern, access string
		ok              bool
	}{
		{"GET /a", "viewer", true},
		{"POST /a", "editor", true},
		{"POST /login", "anyone", true},
		{"POST /a", "anyone", false},
		{"POST /login", "public", true},
		{"POST /a", "public", false},
		{"DELETE /a", "admin", false},
		{"/a", "admin", false},
		{"GET /a", "", false},
		{"GET /a", "owner", false},
	} {
		if err := web.CheckPatterns(tt.pattern, tt.access); (err == nil) != tt.ok {
			t.Errorf("%s for %q: %v, want it allowed: %v", tt.pattern, tt.access, err, tt.ok)
		}
	}
}

var pathParameter = regexp.MustCompile(`\{[^}]*\}`)

// filled replaces the parameters of a pattern's path.
func filled(path, by string) string {
	return pathParameter.ReplaceAllString(strings.ReplaceAll(path, "{$}", ""), by)
}

// TestEveryRouteAsksWhoComes goes through the table as a stranger, as somebody of the next
// lower role, and as a page of another site.
func TestEveryRouteAsksWhoComes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	members := map[string]*browser{}
	for _, role := range factcheck.Roles() {
		members[string(role)] = s.member("a-"+string(role), role)
	}
	for _, row := range s.server.Table() {
		path := filled(row.Path, "1")
		send := func(b *browser, o ...option) *page {
			if row.Method == http.MethodPost {
				return b.post(path, url.Values{}, o...)
			}
			return b.get(path, o...)
		}
		if row.Method == http.MethodPost {
			if p := send(members["admin"], header("Sec-Fetch-Site", "cross-site")); p.status != http.StatusForbidden || !strings.Contains(p.body, "another site") {
				t.Errorf("%s %s from another site: status %d", row.Method, row.Path, p.status)
			}
			if p := send(members["admin"], header("Sec-Fetch-Site", ""), header("Origin", "https://evil.example")); p.status != http.StatusForbidden {
				t.Errorf("%s %s with another Origin: status %d", row.Method, row.Path, p.status)
			}
		}
		if !factcheck.Role(row.Access).Valid() {
			continue
		}
		if p := send(s.stranger()); p.status != http.StatusSeeOther || !strings.HasPrefix(p.header.Get("Location"), "/login") {
			t.Errorf("%s %s as a stranger: status %d to %q", row.Method, row.Path, p.status, p.header.Get("Location"))
		}
		if p := send(s.stranger(), header("Accept", "application/json")); p.status != http.StatusUnauthorized || p.header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s as a program without a session: status %d, %q", row.Method, row.Path, p.status, p.header.Get("Content-Type"))
		}
		least := slices.Index(factcheck.Roles(), factcheck.Role(row.Access))
		if least == 0 {
			continue
		}
		below := string(factcheck.Roles()[least-1])
		if p := send(members[below]); p.status != http.StatusForbidden || !strings.Contains(p.body, "takes the role "+row.Access) {
			t.Errorf("%s %s as %s: status %d", row.Method, row.Path, below, p.status)
		}
	}
}

// TestAnotherDesksRowsAreNotThere asks, as the admin of another desk, for everything the
// first desk has.
func TestAnotherDesksRowsAreNotThere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	full := newFullDesk(t, s, "")
	_, other := s.newDesk("other", "Other desk")
	intruder := s.signIn(other)
	replacer := strings.NewReplacer("{evidence}", "1", "{request}", "1", "{n}", "1")
	for _, row := range s.server.Table() {
		var id string
		switch {
		case strings.HasPrefix(row.Path, "/articles/{id}"):
			id = full.article
		case strings.HasPrefix(row.Path, "/claims/{id}"), strings.HasPrefix(row.Path, "/review/{id}"):
			id = full.claim
		case strings.HasPrefix(row.Path, "/reports/{id}"):
			id = full.report
		case strings.HasPrefix(row.Path, "/sources/{id}"), strings.HasPrefix(row.Path, "/claimants/{id}"):
			id = "1"
		case strings.HasPrefix(row.Path, "/desk/members/{account}"):
			id = idOf(full.editor.actor.Account)
		default:
			continue
		}
		path := replacer.Replace(strings.NewReplacer("{id}", id, "{account}", id).Replace(row.Path))
		var p *page
		if row.Method == http.MethodPost {
			p = intruder.post(path, everyField())
		} else {
			p = intruder.get(path)
		}
		if p.status != http.StatusNotFound {
			t.Errorf("%s %s: status %d, want 404: %s", row.Method, path, p.status, p.text())
		}
		p.lacks("Evening Post", "mayor", "Forty")
	}
}

// everyField is a form that has what any route asks for.
func everyField() url.Values {
	return url.Values{
		"revision": {"1"}, "key": {"a-key-that-is-long-enough"}, "reason": {"opinion"}, "statement": {"Words."}, "type": {"event"}, "quote": {"words"},
		"start": {"0"}, "end": {"3"}, "speaker": {"Somebody"}, "url": {"https://example.org/"}, "tier": {"primary"}, "stance": {"supports"},
		"answer": {"An answer."}, "content_hash": {strings.Repeat("ab", 32)}, "point": {"A point."}, "field": {"other"}, "headline": {"A headline"},
		"slug": {"slug"}, "summary": {"A summary."}, "role": {"viewer"}, "rationale": {"Why."}, "assignee": {""},
	}
}

// TestReadsDoNotWrite sends every GET of the table inside a request that may only read.
func TestReadsDoNotWrite(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	newFullDesk(t, s, "")
	admin := s.signIn(s.admin)
	before := eventCount(t, s)
	for _, row := range s.server.Table() {
		if row.Method == http.MethodGet {
			admin.get(filled(row.Path, "1"))
		}
	}
	if after := eventCount(t, s); after != before {
		t.Errorf("reading every page wrote %d events", after-before)
	}
}

func eventCount(t *testing.T, s *site) int {
	t.Helper()
	chains, err := s.flow.Verify(context.WithoutCancel(t.Context()), s.desk.Slug)
	if err != nil || len(chains) != 1 || chains[0].Broken != 0 {
		t.Fatalf("Verify = %+v, %v", chains, err)
	}
	return int(chains[0].Events)
}
