package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"factdesk/seeds"

	"golang.org/x/net/html"
)

// TestEveryLinkLeadsSomewhere walks the demonstration desk along its own links, as everybody who
// belongs to it and as a reader: each link leads to a page, each form to a route that takes it.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	if err := seeds.Load(t.Context(), s.flow, time.Now()); err != nil {
		t.Fatal(err)
	}
	people, err := seeds.People()
	if err != nil {
		t.Fatal(err)
	}
	posts := postRoutes(s)
	s.crawl(s.stranger(), posts, "/r/"+seeds.Desk, 5)
	for _, person := range people {
		actor, err := s.flow.ActorAt(t.Context(), seeds.Desk, person.Email)
		if err != nil {
			t.Fatal(err)
		}
		s.crawl(s.signIn(actor), posts, "/", 40)
	}
}

// postRoutes returns the paths that take forms, as patterns.
func postRoutes(s *site) []*regexp.Regexp {
	var list []*regexp.Regexp
	for _, row := range s.server.Table() {
		if row.Method == http.MethodPost {
			list = append(list, regexp.MustCompile("^"+pathParameter.ReplaceAllString(row.Path, `[0-9]+`)+"$"))
		}
	}
	return list
}

// crawl follows every link of the site from a first page on, and insists on so many pages.
func (s *site) crawl(b *browser, posts []*regexp.Regexp, first string, atLeast int) {
	s.t.Helper()
	const most = 400
	seen, queue := map[string]bool{first: true}, []string{first}
	for n := 0; n < len(queue) && n < most; n++ {
		p := b.get(queue[n])
		for hops := 0; p.status == http.StatusSeeOther && hops < 3; hops++ {
			p = b.get(p.header.Get("Location"))
		}
		if p.status == http.StatusForbidden && (queue[n] == "/desk/audit" || queue[n] == "/review" || queue[n] == "/articles/new") {
			continue // shown to everybody, and it says who may
		}
		if p.status != http.StatusOK {
			s.t.Errorf("%s: %s: status %d: %s", b.actor.Name, queue[n], p.status, p.text())
			continue
		}
		if !strings.HasPrefix(p.header.Get("Content-Type"), "text/html") || p.header.Get("Content-Disposition") != "" {
			continue
		}
		p.check(b, posts)
		for _, link := range p.links() {
			if !seen[link] {
				seen[link] = true
				queue = append(queue, link)
			}
		}
	}
	if len(queue) < atLeast {
		s.t.Errorf("%s found %d pages from %s only", b.actor.Name, len(queue), first)
	}
}

// links returns the page's links within the site, without their fragments.
func (p *page) links() []string {
	var list []string
	for n := range p.doc().Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" {
			continue
		}
		if link, _, _ := strings.Cut(attr(n, "href"), "#"); strings.HasPrefix(link, "/") {
			list = append(list, link)
		}
	}
	return list
}

// check holds a page to what every page owes: one first heading, ids used once, anchors that
// are there, forms that somebody takes and that carry what they need.
func (p *page) check(b *browser, posts []*regexp.Regexp) {
	p.t.Helper()
	ids, headings := map[string]int{}, 0
	var anchors []string
	for n := range p.doc().Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		switch n.Data {
		case "h1":
			headings++
		case "a":
			if fragment, ok := strings.CutPrefix(attr(n, "href"), "#"); ok {
				anchors = append(anchors, fragment)
			}
		case "form":
			p.checkForm(b, posts, n)
		}
	}
	if headings != 1 {
		p.t.Errorf("%s: %s has %d first headings", b.actor.Name, p.path, headings)
	}
	for id, n := range ids {
		if n > 1 {
			p.t.Errorf("%s: %s has the id %q %d times", b.actor.Name, p.path, id, n)
		}
	}
	for _, fragment := range anchors {
		if ids[fragment] == 0 {
			p.t.Errorf("%s: %s leads to #%s, which is not there", b.actor.Name, p.path, fragment)
		}
	}
}

func (p *page) checkForm(b *browser, posts []*regexp.Regexp, form *html.Node) {
	p.t.Helper()
	if !strings.EqualFold(attr(form, "method"), "post") {
		return
	}
	action := attr(form, "action")
	path, _, _ := strings.Cut(action, "?")
	taken := false
	for _, route := range posts {
		taken = taken || route.MatchString(path)
	}
	if !taken {
		p.t.Errorf("%s: %s has a form for %s, which nobody takes", b.actor.Name, p.path, action)
	}
	if key := controls(form).Get("key"); len(key) < 8 || len(key) > 100 {
		p.t.Errorf("%s: the form for %s on %s has the key %q", b.actor.Name, action, p.path, key)
	}
}
