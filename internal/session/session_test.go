package session_test

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/session"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// site is a desk with one member, and a store on whose clock a test decides.
type site struct {
	t       *testing.T
	db      *postgres.DB
	store   *session.Store
	now     time.Time
	desk    factcheck.Desk
	account factcheck.AccountID
	email   string
}

func key(fill string) []byte { return []byte(strings.Repeat(fill, 32)) }

func newSite(t *testing.T, db *postgres.DB) *site {
	t.Helper()
	slug := "site-" + strings.ToLower(rand.Text())
	s := &site{t: t, db: db, now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), email: "editor@" + slug,
		desk: factcheck.Desk{Slug: slug, Name: "The Site Desk", Language: "en"}}
	s.store = s.open(session.Options{Keys: [][]byte{key("a")}})
	err := db.Tx(t.Context(), 0, func(tx *postgres.DB) (err error) {
		if s.desk.ID, err = tx.InsertDesk(t.Context(), s.desk); err != nil {
			return err
		}
		if s.account, err = tx.InsertAccount(t.Context(), s.email, "Editor", "no hash"); err != nil {
			return err
		}
		if err = tx.InsertMember(t.Context(), s.desk.ID, s.account, factcheck.Editor); err != nil {
			return err
		}
		return tx.RecordEvent(t.Context(), s.desk.ID, postgres.NewEvent{Action: "member.added", Subject: "member", ID: int64(s.account)})
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// open returns a store on the site's database and clock.
func (s *site) open(o session.Options) *session.Store {
	s.t.Helper()
	o.Now = func() time.Time { return s.now }
	store, err := session.New(s.db, o)
	if err != nil {
		s.t.Fatal(err)
	}
	return store
}

// begin makes a session and returns its token.
func (s *site) begin() string {
	s.t.Helper()
	token := rand.Text()
	if err := s.db.InsertSession(s.t.Context(), postgres.NewSession{Token: token, Account: s.account, Desk: s.desk.ID, Now: s.now}); err != nil {
		s.t.Fatal(err)
	}
	return token
}

// visit sends a request with the cookies through the store's handler to fn.
func (s *site) visit(store *session.Store, cookies []*http.Cookie, fn func(http.ResponseWriter, *http.Request)) *http.Response {
	s.t.Helper()
	r := httptest.NewRequestWithContext(s.t.Context(), http.MethodGet, "/", nil)
	for _, c := range cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	store.Handler(http.HandlerFunc(fn), func(_ http.ResponseWriter, _ *http.Request, err error) {
		s.t.Errorf("the session could not be looked up: %v", err)
	}).ServeHTTP(w, r)
	return w.Result()
}

// who visits and returns the session found.
func (s *site) who(store *session.Store, cookies []*http.Cookie) session.Current {
	s.t.Helper()
	var c session.Current
	called := false
	s.visit(store, cookies, func(_ http.ResponseWriter, r *http.Request) { c, called = session.From(r), true })
	if !called {
		s.t.Error("the handler was not called")
	}
	return c
}

// signIn gives a browser with the cookies a new session and returns its new cookies.
func (s *site) signIn(store *session.Store, cookies []*http.Cookie) []*http.Cookie {
	s.t.Helper()
	return s.visit(store, cookies, func(w http.ResponseWriter, r *http.Request) {
		if err := store.Begin(w, r, s.begin()); err != nil {
			s.t.Error(err)
		}
	}).Cookies()
}

func TestNew_RefusesWeakKeys(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][][]byte{"none": nil, "short": {key("a"), []byte("hunter2")}} {
		if _, err := session.New(nil, session.Options{Keys: keys}); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestHandler_FindsWhoIsSignedIn(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	cookies := s.signIn(s.store, nil)
	got := s.who(s.store, cookies)
	want := session.Current{
		Actor: factcheck.Actor{Account: s.account, Desk: s.desk.ID, Name: "Editor", Role: factcheck.Editor},
		Email: s.email, Desk: s.desk, Desks: []factcheck.Desk{s.desk}, ExpiresAt: s.now.Add(postgres.SessionLife),
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(session.Current{}), cmpopts.IgnoreFields(session.Current{}, "Token")); diff != "" {
		t.Error(diff)
	}
	if !got.SignedIn() || strings.Contains(cookies[0].Value, got.Token) {
		t.Errorf("token %q in cookie %q", got.Token, cookies[0].Value)
	}
}

func TestBegin_SetsTheCookieApart(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	for _, tc := range []struct {
		secure bool
		name   string
	}{{false, "factdesk"}, {true, "__Host-factdesk"}} {
		store := s.open(session.Options{Keys: [][]byte{key("a")}, Secure: tc.secure})
		cookies := s.signIn(store, nil)
		if len(cookies) != 1 {
			t.Fatalf("%d cookies", len(cookies))
		}
		want := &http.Cookie{Name: tc.name, Path: "/", HttpOnly: true, Secure: tc.secure, SameSite: http.SameSiteLaxMode, MaxAge: 7 * 24 * 3600}
		if diff := cmp.Diff(want, cookies[0], cmpopts.IgnoreFields(http.Cookie{}, "Value", "Expires", "RawExpires", "Raw")); diff != "" {
			t.Error(diff)
		}
		if !s.who(store, cookies).SignedIn() {
			t.Errorf("%s: the cookie was not taken back", tc.name)
		}
	}
}

// Whoever plants a session in a browser must not be signed in with it later.
func TestBegin_EndsTheSessionBefore(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	before := s.signIn(s.store, nil)
	after := s.signIn(s.store, before)
	if s.who(s.store, before).SignedIn() || !s.who(s.store, after).SignedIn() {
		t.Errorf("signed in: with the old cookie %v, with the new %v", s.who(s.store, before).SignedIn(), s.who(s.store, after).SignedIn())
	}
}

func TestEnd_TakesTheCookieBack(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	cookies := s.signIn(s.store, nil)
	end := func(w http.ResponseWriter, r *http.Request) {
		if err := s.store.End(w, r); err != nil {
			t.Error(err)
		}
	}
	for name, before := range map[string][]*http.Cookie{"signed in": cookies, "nobody": nil} {
		after := s.visit(s.store, before, end).Cookies()
		if len(after) != 1 || after[0].MaxAge >= 0 || after[0].Value != "" || !after[0].HttpOnly {
			t.Errorf("%s: cookies %v", name, after)
		}
	}
	if s.who(s.store, cookies).SignedIn() {
		t.Error("a copy of the cookie still signs in")
	}
}

func TestHandler_TakesBadCookiesForNobody(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	good := s.signIn(s.store, nil)[0]
	other := s.signIn(s.open(session.Options{Keys: [][]byte{key("z")}}), nil)[0]
	secure := s.signIn(s.open(session.Options{Keys: [][]byte{key("a")}, Secure: true}), nil)[0]
	for name, value := range map[string]string{
		"empty":                       "",
		"not base64":                  "%%%",
		"a token without a signature": s.begin(),
		"cut off":                     good.Value[:len(good.Value)-4],
		"another key's":               other.Value,
		"another name's":              secure.Value,
		"huge":                        strings.Repeat("A", 100_000),
	} {
		if s.who(s.store, []*http.Cookie{{Name: good.Name, Value: value}}).SignedIn() {
			t.Errorf("%s: signed in", name)
		}
	}
}

func TestKeys_Rotate(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	oldStore := s.store
	both := s.open(session.Options{Keys: [][]byte{key("b"), key("a")}})
	newStore := s.open(session.Options{Keys: [][]byte{key("b")}})
	oldCookies, newCookies := s.signIn(oldStore, nil), s.signIn(both, nil)
	for _, tc := range []struct {
		name    string
		store   *session.Store
		cookies []*http.Cookie
		want    bool
	}{
		{"the old key's cookie, both keys", both, oldCookies, true},
		{"the new key's cookie, both keys", both, newCookies, true},
		{"the new key's cookie, the new key", newStore, newCookies, true},
		{"the old key's cookie, the new key", newStore, oldCookies, false},
		{"the new key's cookie, the old key", oldStore, newCookies, false},
	} {
		if got := s.who(tc.store, tc.cookies).SignedIn(); got != tc.want {
			t.Errorf("%s: signed in %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestSessions_Expire(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	idle := s.signIn(s.store, nil)
	s.now = s.now.Add(postgres.SessionIdle - time.Second)
	if !s.who(s.store, idle).SignedIn() {
		t.Error("over before it was idle for long")
	}
	s.now = s.now.Add(postgres.SessionIdle - time.Second)
	if !s.who(s.store, idle).SignedIn() {
		t.Error("over although it was used")
	}
	s.now = s.now.Add(postgres.SessionIdle)
	if s.who(s.store, idle).SignedIn() {
		t.Error("alive although nobody used it")
	}

	used := s.signIn(s.store, nil)
	end := s.now.Add(postgres.SessionLife)
	for s.now.Add(time.Hour).Before(end) {
		s.now = s.now.Add(time.Hour)
		if !s.who(s.store, used).SignedIn() {
			t.Fatalf("over %v before its end", end.Sub(s.now))
		}
	}
	s.now = end
	if s.who(s.store, used).SignedIn() {
		t.Error("alive after its end, however much it is used")
	}
}

func TestHandler_WritesOnceAMinuteAtMost(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.Tx(t))
	cookies := s.signIn(s.store, nil)
	start := s.now
	seen := func() time.Time {
		rows, err := s.db.Sessions(t.Context(), s.account, "", s.now)
		if err != nil || len(rows) != 1 {
			t.Fatalf("sessions %+v, %v", rows, err)
		}
		return rows[0].LastSeenAt
	}
	s.now = start.Add(time.Minute)
	s.who(s.store, cookies)
	if got := seen(); !got.Equal(start) {
		t.Errorf("written after a minute: %v", got)
	}
	s.now = start.Add(time.Minute + time.Second)
	s.who(s.store, cookies)
	if got := seen(); !got.Equal(s.now) {
		t.Errorf("last seen at %v, want %v", got, s.now)
	}
}

func TestHandler_AsksOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.DB(t))
	cookies := s.signIn(s.store, nil)
	for name, tc := range map[string]struct {
		cookies []*http.Cookie
		want    int64
	}{"signed in": {cookies, 1}, "nobody": {nil, 0}, "a forged cookie": {[]*http.Cookie{{Name: "factdesk", Value: "x"}}, 0}} {
		ctx, n := postgres.CountStatements(t.Context())
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil)
		for _, c := range tc.cookies {
			r.AddCookie(c)
		}
		s.store.Handler(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if _, err := s.store.Get(r, "factdesk"); err != nil {
				t.Error(err)
			}
			if _, err := s.store.TakeFlash(r); err != nil {
				t.Error(err)
			}
		}), nil).ServeHTTP(httptest.NewRecorder(), r)
		if n.Load() != tc.want {
			t.Errorf("%s: %d round trips, want %d", name, n.Load(), tc.want)
		}
	}
}

// A database in trouble must not sign anybody out.
func TestHandler_NeverTakesTroubleForNobody(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.DB(t))
	cookies := s.signIn(s.store, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil)
	r.AddCookie(cookies[0])
	var got error
	w := httptest.NewRecorder()
	s.store.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("the request went on")
	}), func(w http.ResponseWriter, r *http.Request, err error) {
		got = err
		for name, after := range map[string]error{"Begin": s.store.Begin(w, r, "token"), "End": s.store.End(w, r)} {
			if errs.KindOf(after) != errs.Unavailable {
				t.Errorf("%s: error %v, want Unavailable", name, after)
			}
		}
	}).ServeHTTP(w, r)
	if errs.KindOf(got) != errs.Unavailable || len(w.Result().Cookies()) != 0 {
		t.Errorf("error %v, want Unavailable; cookies %v", got, w.Result().Cookies())
	}
	if sess, err := s.store.New(r, "factdesk"); sess == nil || errs.KindOf(err) != errs.Unavailable {
		t.Errorf("New = %v, %v", sess, err)
	}
}

func TestFlash_IsShownOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t, pgtest.DB(t))
	cookies := s.signIn(s.store, nil)
	want := []session.Flash{{Kind: "ok", Text: "The claim “a” is <b>open</b>."}, {Text: "One more."}}
	s.visit(s.store, cookies, func(_ http.ResponseWriter, r *http.Request) {
		if err := s.store.SetFlash(r, want...); err != nil {
			t.Error(err)
		}
	})
	var (
		shown atomic.Int64
		group sync.WaitGroup
	)
	for range 8 {
		group.Go(func() {
			s.visit(s.store, cookies, func(_ http.ResponseWriter, r *http.Request) {
				got, err := s.store.TakeFlash(r)
				if err != nil {
					t.Error(err)
				}
				if len(got) == 0 {
					return
				}
				shown.Add(1)
				if !slices.Equal(got, want) {
					t.Errorf("messages %+v", got)
				}
			})
		})
	}
	group.Wait()
	if shown.Load() != 1 {
		t.Errorf("shown on %d pages", shown.Load())
	}
	s.visit(s.store, nil, func(_ http.ResponseWriter, r *http.Request) {
		if err := s.store.SetFlash(r, want...); err != nil {
			t.Errorf("nobody's message: %v", err)
		}
	})
}

func TestFrom_OutsideTheHandlerIsNobody(t *testing.T) {
	t.Parallel()
	if session.From(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)).SignedIn() {
		t.Error("somebody is signed in")
	}
}

// Ending the sessions is one lock, looking at who they belong to the other.
func TestHandler_TakesTheDisabledForNobody(t *testing.T) {
	t.Parallel()
	for name, sql := range map[string]string{
		"account": "update account set disabled_at = now() where id = $1",
		"member":  "update member set disabled_at = now(), revision = revision + 1 where account_id = $1",
	} {
		s := newSite(t, pgtest.Tx(t))
		cookies := s.signIn(s.store, nil)
		if _, err := s.db.Exec(t.Context(), sql, s.account); err != nil {
			t.Fatal(err)
		}
		if s.who(s.store, cookies).SignedIn() {
			t.Errorf("%s disabled: signed in", name)
		}
	}
}
