package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/web"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// TestKindsHaveAStatus gives every kind its own status, but those that nobody is to tell apart.
func TestKindsHaveAStatus(t *testing.T) {
	t.Parallel()
	want := map[errs.Kind]int{
		errs.Internal: 500, errs.Invalid: 400, errs.Unauthenticated: 401, errs.Forbidden: 403, errs.NotFound: 404, errs.Stale: 409,
		errs.TooLarge: 413, errs.Unmet: 422, errs.RateLimited: 429, errs.Unavailable: 503,
	}
	got := map[errs.Kind]int{}
	for _, kind := range errs.Kinds() {
		got[kind] = web.StatusOf(kind)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// failing is a site whose routes fail, with its log.
func failing(t *testing.T) (http.Handler, *logBuffer) {
	t.Helper()
	s := emptySite(t)
	handler, err := web.Failing(web.Options{Workflow: s.flow, Sessions: s.store, Log: slog.New(slog.NewTextHandler(s.log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return handler, s.log
}

func fetch(h http.Handler, path, accept string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept", accept)
	h.ServeHTTP(w, r)
	return w
}

func TestErrorsBecomePagesAndProblems(t *testing.T) {
	t.Parallel()
	h, _ := failing(t)
	for _, kind := range errs.Kinds() {
		status := web.StatusOf(kind)
		w := fetch(h, "/fail/kind/"+kind.String(), "application/json")
		var problem struct {
			Type, Title, Detail, Instance string
			Status                        int
			Reasons                       []errs.Reason
		}
		if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || w.Code != status || problem.Status != status {
			t.Errorf("%s: status %d, problem %+v, %v", kind, w.Code, problem, err)
		}
		if problem.Type != "urn:factdesk:"+kind.String() || problem.Title == "" || !strings.HasSuffix(problem.Instance, w.Header().Get("X-Request-Id")) ||
			len(problem.Reasons) != 1 || problem.Reasons[0].Rule != "the_rule" {
			t.Errorf("%s: problem %+v", kind, problem)
		}
		if retry := w.Header().Get("Retry-After"); (retry != "") != (status == 429 || status == 503) {
			t.Errorf("%s: Retry-After %q", kind, retry)
		}
		if kind == errs.Unauthenticated {
			continue // a person is sent to the log-in
		}
		w = fetch(h, "/fail/kind/"+kind.String(), "text/html")
		if w.Code != status || (kind != errs.Internal && !strings.Contains(w.Body.String(), "The message.")) {
			t.Errorf("%s: status %d, page %s", kind, w.Code, w.Body)
		}
		if strings.Contains(w.Body.String(), http.ErrBodyNotAllowed.Error()) {
			t.Errorf("%s: the page tells the cause", kind)
		}
		if id := w.Header().Get("X-Request-Id"); (status >= 500) != strings.Contains(w.Body.String(), id) {
			t.Errorf("%s: the request's id is to be on the page of a fault, and only there", kind)
		}
	}
}

func TestPanics(t *testing.T) {
	t.Parallel()
	h, log := failing(t)
	w := fetch(h, "/fail/panic", "text/html")
	id := w.Header().Get("X-Request-Id")
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), id) || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("status %d, page %s", w.Code, w.Body)
	}
	if w.Header().Get("Content-Security-Policy") == "" {
		t.Error("the page of a panic has no security headers")
	}
	if got := w.Header().Get("Strict-Transport-Security"); got != "" {
		t.Errorf("a site reached over plain HTTP demands HTTPS: %q", got)
	}
	if n := strings.Count(log.String(), "level=ERROR msg=panic"); n != 1 || !strings.Contains(log.String(), "stack=") || !strings.Contains(log.String(), id) {
		t.Errorf("the panic is logged %d times: %s", n, log)
	}
	func() {
		defer func() {
			if cause := recover(); cause != http.ErrAbortHandler {
				t.Errorf("a half-sent answer ends in %v, want the connection cut off", cause)
			}
		}()
		fetch(h, "/fail/half", "text/html")
	}()
	if line := `route="GET /fail/half" status=200 bytes=4`; !strings.Contains(log.String(), line) {
		t.Errorf("the half-sent answer has no line with %s: %s", line, log)
	}
}

// TestHeaders holds the answer's headers to the set that the HTTP Observatory gives A+.
func TestHeaders(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
			"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "strict-origin-when-cross-origin",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
	}
	for path, b := range map[string]*browser{
		"/login": s.stranger(), "/": s.signIn(s.admin), "/r/news": s.stranger(), "/nothing": s.stranger(), "/static/nothing": s.stranger(), "/account": s.stranger(),
	} {
		p := b.get(path)
		got := map[string]string{}
		for name := range want {
			got[name] = p.header.Get(name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
	if got := s.signIn(s.admin).get("/").ok().header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("a page for a member may be kept: %q", got)
	}
}

func TestUnroutedRequests(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.signIn(s.admin)
	b.get("/nothing/here").is(http.StatusNotFound).has("no such page")
	b.get("/claims/1/accept").is(http.StatusMethodNotAllowed)
	r := httptest.NewRequest(http.MethodDelete, "/login", nil)
	if p := s.stranger().send(r).is(http.StatusMethodNotAllowed); p.header.Get("Allow") == "" {
		t.Error("405 does not say what is allowed")
	}
	b.get("/claims/1").is(http.StatusNotFound).has("no such claim")
	for _, id := range []string{"0", "-1", "01", "x", "9223372036854775808", "1%00"} {
		b.get("/claims/" + id).is(http.StatusNotFound)
	}
	p := s.stranger().get("/claims/7?version=2").is(http.StatusSeeOther)
	if got := p.header.Get("Location"); got != "/login?next=%2Fclaims%2F7%3Fversion%3D2" {
		t.Errorf("a stranger is sent to %q", got)
	}
}

func TestGzipAndConditionalRequests(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.signIn(s.admin)
	plain := b.get("/desk/scale").ok()
	p := b.get("/desk/scale", header("Accept-Encoding", "br, gzip;q=0.8")).ok()
	if p.header.Get("Content-Encoding") != "gzip" || len(p.body) >= len(plain.body) {
		t.Fatalf("Content-Encoding %q, %d of %d bytes", p.header.Get("Content-Encoding"), len(p.body), len(plain.body))
	}
	zr, err := gzip.NewReader(bytes.NewReader([]byte(p.body)))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(zr); err != nil || !strings.Contains(string(got), "Mostly true") {
		t.Errorf("unpacked: %v, %.200s", err, got)
	}
	for _, accept := range []string{"gzip;q=0", "identity", "", "gzipped"} {
		if p := b.get("/desk/scale", header("Accept-Encoding", accept)).ok(); p.header.Get("Content-Encoding") != "" {
			t.Errorf("Accept-Encoding %q gets %q", accept, p.header.Get("Content-Encoding"))
		}
	}
	public := s.stranger().get("/r/news").ok()
	s.stranger().get("/r/news", header("If-None-Match", public.header.Get("ETag"))).is(http.StatusNotModified)
	if got := public.header.Get("Cache-Control"); got != "public, max-age=60" {
		t.Errorf("Cache-Control of a public page: %q", got)
	}
}

// TestFragments: htmx gets the title, navigation and main column of a page, and what it cannot put
// anywhere else whole.
func TestFragments(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	full := newFullDesk(t, s, "")
	scripted := header("HX-Request", "true")
	for _, tt := range []struct {
		path   string
		status int
	}{
		{"/", 200}, {"/?view=all&q=ferry", 200}, {"/articles/" + full.article, 200}, {"/claims/" + full.claim, 200}, {"/claims/999", 404}, {"/nothing", 404}, {"/review", 403},
	} {
		whole := full.editor.get(tt.path).is(tt.status).has("<html", "</footer>", `class="masthead"`)
		part := full.editor.get(tt.path, scripted).is(tt.status).has(`<main id="main"`, "</main>").lacks("<html", "<head>", "<body", "masthead", "</footer>")
		if title := titleOf(whole); title == "" || !strings.HasPrefix(part.body, title) {
			t.Errorf("%s: the fragment does not begin with %q: %.80s", tt.path, title, part.body)
		}
		const nav = `<nav id="nav" class="nav-wrap" aria-label="Main" hx-swap-oob="outerMorph">`
		if strings.Contains(part.body, nav) != strings.Contains(whole.body, "<nav") {
			t.Errorf("%s: the fragment does not renew the counters", tt.path)
		}
		if got := part.header.Get("Vary"); !strings.Contains(got, "HX-Request") {
			t.Errorf("%s: Vary is %q", tt.path, got)
		}
		full.editor.get(tt.path, scripted, header("HX-History-Restore-Request", "true")).is(tt.status).has("<html", `<main id="main"`)
	}
	if p := s.stranger().get("/r/news/ferry", scripted).ok().has("<html"); p.body != s.stranger().get("/r/news/ferry").body {
		t.Error("a page for readers is not the same for everybody")
	}
}

// titleOf is a page's title element as it stands in the source.
func titleOf(p *page) string {
	_, rest, _ := strings.Cut(p.body, "<title>")
	title, _, found := strings.Cut(rest, "</title>")
	if !found {
		return ""
	}
	return "<title>" + title + "</title>"
}

// TestHostIsNotBelieved sends names of other hosts: no link of the answer may repeat them.
func TestHostIsNotBelieved(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	newFullDesk(t, s, "")
	evil := []option{func(r *http.Request) { r.Host = "evil.example" }, header("X-Forwarded-Host", "evil.example"), header("X-Forwarded-Proto", "http"), header("Forwarded", "host=evil.example")}
	for _, path := range []string{"/r/news/ferry", "/r/news/ferry.jsonld", "/r/news/ferry.json", "/r/news/ferry.md", "/r/news", "/login"} {
		s.stranger().get(path, evil...).ok().lacks("evil.example")
	}
	s.stranger().get("/r/news/ferry", evil...).has("https://checks.example.org/r/news/ferry")
}

func TestMetricsAreLabelledByRoute(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	registry := prometheus.NewRegistry()
	server, err := web.New(web.Options{Workflow: s.flow, Sessions: s.store, Metrics: registry})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/r/a", "/r/b", "/r/c", "/made/up", "/made/up/too"} {
		fetch(server, path, "")
	}
	w := fetch(promhttp.HandlerFor(registry, promhttp.HandlerOpts{}), "/metrics", "")
	for _, want := range []string{
		`factdesk_http_requests_total{route="GET /r/{desk}",status="404"} 3`,
		`factdesk_http_requests_total{route="none",status="404"} 2`,
		`factdesk_http_request_seconds_count{route="GET /r/{desk}"} 3`,
		"factdesk_http_requests_in_flight 0",
	} {
		if !strings.Contains(w.Body.String(), "\n"+want+"\n") {
			t.Errorf("%s is not among the figures:\n%s", want, w.Body)
		}
	}
}

// TestLogHasOneLineARequest keeps what people send from forging lines, and secrets out.
func TestLogHasOneLineARequest(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	before := strings.Count(s.log.String(), "\n")
	b.get("/articles/1%0Alevel=ERROR%20msg=forged").is(http.StatusNotFound)
	b.get("/sources?q=secret-words").ok()
	after := s.log.String()
	if got := strings.Count(after, "\n") - before; got != 2 {
		t.Errorf("2 requests made %d lines", got)
	}
	for _, secret := range []string{"\nlevel=ERROR msg=forged", "secret-words", b.cookies[0].Value} {
		if strings.Contains(after, secret) {
			t.Errorf("%q is in the log", secret)
		}
	}
	if !strings.Contains(after, `route="GET /sources"`) || !strings.Contains(after, "account="+idOf(b.actor.Account)) {
		t.Errorf("the log does not say who asked for what: %s", after)
	}
}

// TestDatabaseAway: nobody is taken for a stranger, nothing is half shown, and it is said when
// to try again.
func TestDatabaseAway(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	s.db.Close()
	for _, path := range []string{"/", "/articles", "/claims/1", "/login", "/setup", "/r/news", "/r/news/ferry"} {
		p := b.get(path).is(http.StatusServiceUnavailable).has("Nothing was saved; try again").lacks("pool", "closed", "pgx")
		if p.header.Get("Retry-After") == "" {
			t.Errorf("%s does not say when to try again", path)
		}
	}
	b.get("/articles", header("Accept", "application/json")).is(http.StatusServiceUnavailable).has("urn:factdesk:unavailable")
	b.get("/static/nothing").is(http.StatusNotFound)
	if !strings.Contains(s.log.String(), "level=ERROR") || !strings.Contains(s.log.String(), "closed pool") {
		t.Errorf("the log does not say why: %s", s.log)
	}
}

// TestDeadline: a request that waits too long in the database is given up and says so.
func TestDeadline(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	b.get("/articles", withContext(ctx)).is(http.StatusServiceUnavailable).has("Try again in a moment.")
	gone, leave := context.WithCancel(t.Context())
	leave()
	before := strings.Count(s.log.String(), "level=ERROR")
	b.get("/articles", withContext(gone)).is(http.StatusServiceUnavailable)
	if strings.Count(s.log.String(), "level=ERROR") != before {
		t.Error("a client that went away is logged as an error of ours")
	}
}
