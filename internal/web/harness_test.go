package web_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/session"
	"factdesk/internal/web"
	"factdesk/internal/workflow"

	"golang.org/x/net/html"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// site is the whole site on a database of its own, with one desk.
type site struct {
	t      *testing.T
	db     *postgres.DB
	flow   *workflow.Workflow
	store  *session.Store
	server *web.Server
	log    *logBuffer
	desk   factcheck.Desk
	admin  factcheck.Actor
}

// logBuffer is a log that a test reads while requests write it.
type logBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// emptySite is a site nobody has set up.
func emptySite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, db: pgtest.DB(t), log: &logBuffer{}}
	s.flow = workflow.New(s.db, workflow.Options{})
	var err error
	if s.store, err = session.New(s.db, session.Options{Keys: [][]byte{[]byte(strings.Repeat("k", 32))}}); err != nil {
		t.Fatal(err)
	}
	s.server, err = web.New(web.Options{
		Workflow: s.flow, Sessions: s.store, BaseURL: "https://checks.example.org", Log: slog.New(slog.NewTextHandler(s.log, nil)), Dev: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// newSite has a desk with an admin.
func newSite(t *testing.T) *site {
	t.Helper()
	s := emptySite(t)
	s.desk, s.admin = s.newDesk("news", "Newsdesk")
	return s
}

// newDesk makes a desk with an admin, whose password nobody can type.
func (s *site) newDesk(slug, name string) (factcheck.Desk, factcheck.Actor) {
	s.t.Helper()
	account := s.account("admin@" + slug)
	desk := factcheck.Desk{Slug: slug, Name: name, Language: "en"}
	id, err := s.flow.CreateDesk(s.t.Context(), account, desk)
	if err != nil {
		s.t.Fatal(err)
	}
	desk.ID = id
	return desk, factcheck.Actor{Account: account, Desk: id, Name: "admin@" + slug, Role: factcheck.Admin}
}

func (s *site) account(email string) factcheck.AccountID {
	s.t.Helper()
	id, err := s.db.InsertAccount(s.t.Context(), email, email, "no hash")
	if err != nil {
		s.t.Fatal(err)
	}
	return id
}

// member signs a new member of the desk in.
func (s *site) member(name string, role factcheck.Role) *browser {
	s.t.Helper()
	email := name + "@news"
	id := s.account(email)
	_, err := s.flow.AddAccount(s.t.Context(), workflow.AddAccount{Email: email, Desk: s.desk.Slug, Role: role})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.signIn(factcheck.Actor{Account: id, Desk: s.desk.ID, Name: email, Role: role})
}

// signIn gives somebody a session without a password, which would take its time to check.
func (s *site) signIn(actor factcheck.Actor) *browser {
	s.t.Helper()
	token := rand.Text()
	err := s.db.InsertSession(s.t.Context(), postgres.NewSession{Token: token, Account: actor.Account, Desk: actor.Desk, Now: time.Now()})
	if err != nil {
		s.t.Fatal(err)
	}
	w := httptest.NewRecorder()
	if err := s.store.Begin(w, httptest.NewRequest(http.MethodGet, "/", nil), token); err != nil {
		s.t.Fatal(err)
	}
	return &browser{site: s, actor: actor, cookies: w.Result().Cookies()}
}

// stranger has no session.
func (s *site) stranger() *browser { return &browser{site: s} }

// browser is a person's browser without scripts.
type browser struct {
	site    *site
	actor   factcheck.Actor
	cookies []*http.Cookie
}

// page is an answer.
type page struct {
	t      *testing.T
	path   string
	status int
	header http.Header
	body   string
}

// option changes a request before it is sent.
type option func(*http.Request)

func header(name, value string) option {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func withContext(ctx context.Context) option {
	return func(r *http.Request) { *r = *r.WithContext(ctx) }
}

// get asks for a page.
func (b *browser) get(path string, options ...option) *page {
	b.site.t.Helper()
	return b.send(httptest.NewRequestWithContext(b.site.t.Context(), http.MethodGet, path, nil), options...)
}

// post sends a form as the site's own page would.
func (b *browser) post(path string, form url.Values, options ...option) *page {
	b.site.t.Helper()
	r := httptest.NewRequestWithContext(b.site.t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.send(r, options...)
}

func (b *browser) send(r *http.Request, options ...option) *page {
	b.site.t.Helper()
	for _, c := range b.cookies {
		r.AddCookie(c)
	}
	for _, o := range options {
		o(r)
	}
	w := httptest.NewRecorder()
	b.site.server.ServeHTTP(w, r)
	if set := w.Result().Cookies(); len(set) > 0 {
		b.cookies = set
	}
	return &page{t: b.site.t, path: r.URL.RequestURI(), status: w.Code, header: w.Header(), body: w.Body.String()}
}

// follow goes where a redirect leads.
func (b *browser) follow(p *page) *page {
	b.site.t.Helper()
	if p.status != http.StatusSeeOther {
		b.site.t.Fatalf("%s: status %d, want a redirect:\n%s", p.path, p.status, p.text())
	}
	return b.get(p.header.Get("Location")).ok()
}

// submit fills the form with that action in on the page, sends it, and goes where it leads.
func (b *browser) submit(p *page, action string, fields ...string) *page {
	b.site.t.Helper()
	return b.follow(b.try(p, action, fields...))
}

// try is submit for a form that may be refused. Fields are pairs of name and value.
func (b *browser) try(p *page, action string, fields ...string) *page {
	b.site.t.Helper()
	form := p.form(action)
	for pair := range slices.Chunk(fields, 2) {
		form.Set(pair[0], pair[1])
	}
	return b.post(action, form)
}

// ok insists on a page.
func (p *page) ok() *page {
	p.t.Helper()
	return p.is(http.StatusOK)
}

// is insists on a status.
func (p *page) is(status int) *page {
	p.t.Helper()
	if p.status != status {
		p.t.Fatalf("%s: status %d, want %d:\n%s", p.path, p.status, status, p.text())
	}
	return p
}

// has insists on words in the page's source.
func (p *page) has(words ...string) *page {
	p.t.Helper()
	for _, w := range words {
		if !strings.Contains(p.body, w) {
			p.t.Fatalf("%s: %q is not in the page:\n%s", p.path, w, p.text())
		}
	}
	return p
}

// lacks insists that words are not in the page's source.
func (p *page) lacks(words ...string) *page {
	p.t.Helper()
	for _, w := range words {
		if strings.Contains(p.body, w) {
			p.t.Errorf("%s: %q is in the page", p.path, w)
		}
	}
	return p
}

func (p *page) doc() *html.Node {
	p.t.Helper()
	doc, err := html.Parse(strings.NewReader(p.body))
	if err != nil {
		p.t.Fatal(err)
	}
	return doc
}

// text is what can be read on the page, for messages.
func (p *page) text() string {
	var words []string
	for n := range p.doc().Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			words = append(words, strings.Fields(n.Data)...)
		}
	}
	return strings.Join(words, " ")
}

// forms returns the addresses of the page's forms that change something, in order.
func (p *page) forms() []string {
	var list []string
	for n := range p.doc().Descendants() {
		if n.Type == html.ElementNode && n.Data == "form" && strings.EqualFold(attr(n, "method"), "post") {
			list = append(list, attr(n, "action"))
		}
	}
	return list
}

// form returns what the browser would send of the page's first form with that action.
func (p *page) form(action string) url.Values {
	p.t.Helper()
	for n := range p.doc().Descendants() {
		if n.Type == html.ElementNode && n.Data == "form" && attr(n, "action") == action {
			return controls(n)
		}
	}
	p.t.Fatalf("%s: there is no form for %s, only for %s:\n%s", p.path, action, strings.Join(p.forms(), ", "), p.text())
	return nil
}

// controls returns the values of a form's successful controls.
// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-form-data-set
func controls(form *html.Node) url.Values {
	values := url.Values{}
	for n := range form.Descendants() {
		name := attr(n, "name")
		if n.Type != html.ElementNode || name == "" || has(n, "disabled") {
			continue
		}
		switch n.Data {
		case "input":
			switch kind := attr(n, "type"); {
			case kind == "submit" || kind == "button" || kind == "file":
			case (kind == "checkbox" || kind == "radio") && !has(n, "checked"):
			default:
				values.Add(name, attr(n, "value"))
			}
		case "textarea":
			if n.FirstChild != nil {
				values.Add(name, n.FirstChild.Data)
			} else {
				values.Add(name, "")
			}
		case "select":
			values.Add(name, selected(n))
		}
	}
	return values
}

// selected returns the value of a select's chosen option, or of its first.
func selected(list *html.Node) string {
	value, found := "", false
	for n := range list.Descendants() {
		if n.Type == html.ElementNode && n.Data == "option" && (!found || has(n, "selected")) {
			value, found = attr(n, "value"), true
		}
	}
	return value
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
