// Package session says who is signed in: a gorilla/sessions Store whose cookie holds a
// signed random token and nothing else, so that everything about a session can be
// changed and revoked in the database. It looks the session, its account, membership
// and desk up once a request. It must not know what members may do, nor any page.
package session

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
)

// minKey is the least length of a signing key, in bytes, as HMAC-SHA-256 wants it.
const minKey = 32

// Options are what a Store needs from outside.
type Options struct {
	// Keys sign the cookie, newest first: the first signs, each of them is accepted.
	// Every key has 32 bytes or more.
	Keys [][]byte
	// Secure keeps the cookie to HTTPS, and under a name that browsers take from this
	// very host over HTTPS alone.
	Secure bool
	// Now is the clock; time.Now when nil.
	Now func() time.Time
}

// Store keeps sessions in PostgreSQL. It is a sessions.Store, safe for concurrent use.
type Store struct {
	db     *postgres.DB
	codecs []securecookie.Codec
	name   string
	cookie sessions.Options
	now    func() time.Time
}

var _ sessions.Store = (*Store)(nil)

// New returns a Store on db. It fails when there is no key or one is too short; the
// error does not repeat it.
func New(db *postgres.DB, o Options) (*Store, error) {
	s := &Store{db: db, name: "factdesk", now: o.Now, cookie: sessions.Options{
		Path: "/", MaxAge: int(postgres.SessionLife / time.Second), HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: o.Secure,
	}}
	if o.Secure {
		// https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis, 4.1.3.2
		s.name = "__Host-factdesk"
	}
	if s.now == nil {
		s.now = time.Now
	}
	if len(o.Keys) == 0 {
		return nil, fmt.Errorf("open the session store: no key")
	}
	for i, key := range o.Keys {
		if len(key) < minKey {
			return nil, fmt.Errorf("open the session store: key %d has fewer than %d bytes", i+1, minKey)
		}
		// The row knows when the session is over; a second clock in the cookie would only
		// disagree. The token needs no encoding of its own.
		s.codecs = append(s.codecs, securecookie.New(key, nil).MaxAge(0).SetSerializer(securecookie.NopEncoder{}))
	}
	return s, nil
}

// Current is the session a request came with; the zero Current is nobody's.
type Current struct {
	Actor     factcheck.Actor
	Email     string // of the actor
	Desk      factcheck.Desk
	Desks     []factcheck.Desk // that the actor may change to, Desk among them, by name
	Mine      int              // claims of the desk the actor is working on
	InReview  int              // claims of the desk that wait for review
	Token     string           // what the cookie holds: never log or show it
	ExpiresAt time.Time        // UTC
	flash     string
}

// SignedIn reports whether somebody is signed in.
func (c Current) SignedIn() bool { return c.Token != "" }

// currentKey is the key of a Current in a request's context and in a session's values.
type currentKey struct{}

// From returns the session a request came with, as Store.Handler found it; nobody's
// outside that handler.
func From(r *http.Request) Current {
	c, _ := r.Context().Value(currentKey{}).(Current)
	return c
}

// Handler looks the request's session up and passes it on to next, for From. When the
// database is in trouble, fail answers instead: nobody is taken for a stranger because
// they could not be looked up.
func (s *Store) Handler(next http.Handler, fail func(http.ResponseWriter, *http.Request, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sess, err := s.Get(r, s.name)
		if err != nil {
			fail(w, r, err)
			return
		}
		c, _ := sess.Values[currentKey{}].(Current)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), currentKey{}, c)))
	})
}

// Get returns the request's session, looked up once however often it is asked for. It
// changes *r, as gorilla's registry does, so the first call belongs into the outermost
// handler. The name must be the cookie's; for another there is never a session.
func (s *Store) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New looks the request's session up. A cookie that is missing, cannot be decoded, or
// names a session that is over or was revoked gives a new session, which is nobody's,
// and no error. Returns Unavailable, beside a session that must not be relied on, when
// the database is in trouble; it never returns a nil session.
func (s *Store) New(r *http.Request, name string) (*sessions.Session, error) {
	sess := sessions.NewSession(s, name)
	options := s.cookie
	sess.Options = &options
	sess.IsNew = true
	token := s.token(r, name)
	if token == "" {
		return sess, nil
	}
	row, err := s.db.Session(r.Context(), token, s.now())
	if errs.KindOf(err) == errs.NotFound {
		return sess, nil
	}
	if err != nil {
		return sess, errs.Wrap(err, errs.Unavailable, "Your session could not be looked up. Try again in a moment.")
	}
	sess.ID, sess.IsNew = token, false
	sess.Values[currentKey{}] = Current{
		Actor: factcheck.Actor{Account: row.Account, Desk: row.Desk, Name: row.Name, Role: row.Role, PasswordSetBy: row.PasswordSetBy},
		Email: row.Email,
		Desk:  factcheck.Desk{ID: row.Desk, Slug: row.DeskSlug, Name: row.DeskName, Language: row.DeskLanguage},
		Desks: row.Desks, Mine: int(row.Mine), InReview: int(row.InReview),
		Token: token, ExpiresAt: row.ExpiresAt, flash: row.Flash,
	}
	return sess, nil
}

// token returns what the request's cookie holds, if one of the keys signed it.
func (s *Store) token(r *http.Request, name string) string {
	cookie, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	var token []byte
	if err := securecookie.DecodeMulti(name, cookie.Value, &token, s.codecs...); err != nil {
		return ""
	}
	return string(token)
}

// Save sends the cookie of a session, or, when its MaxAge is negative, ends the session
// and takes the cookie back. What a session holds besides lives in the database and is
// written there when it changes. A session that is nobody's has no cookie.
func (s *Store) Save(r *http.Request, w http.ResponseWriter, sess *sessions.Session) error {
	if sess.Options.MaxAge < 0 {
		http.SetCookie(w, sessions.NewCookie(sess.Name(), "", sess.Options))
		if sess.ID == "" {
			return nil
		}
		return s.db.DeleteSession(r.Context(), sess.ID)
	}
	if sess.ID == "" {
		return nil
	}
	value, err := securecookie.EncodeMulti(sess.Name(), []byte(sess.ID), s.codecs...)
	if err != nil {
		return fmt.Errorf("sign the session cookie: %w", err)
	}
	http.SetCookie(w, sessions.NewCookie(sess.Name(), value, sess.Options))
	return nil
}

// Begin gives the browser the session with the token, as signing in made it, and ends
// the one it had: a token known before signing in is worth nothing after. Call it
// before the first byte of the answer.
func (s *Store) Begin(w http.ResponseWriter, r *http.Request, token string) error {
	sess, err := s.Get(r, s.name)
	if err != nil {
		return err
	}
	if sess.ID != "" && sess.ID != token {
		if err := s.db.DeleteSession(r.Context(), sess.ID); err != nil {
			return err
		}
	}
	sess.ID = token
	return sess.Save(r, w)
}

// End ends the request's session, if there is one, and takes the cookie back. Call it
// before the first byte of the answer.
func (s *Store) End(w http.ResponseWriter, r *http.Request) error {
	sess, err := s.Get(r, s.name)
	if err != nil {
		return err
	}
	sess.Options.MaxAge = -1
	return sess.Save(r, w)
}

// Flash is a message for the next page, shown once.
type Flash struct {
	Kind string `json:"kind"` // as the page's component knows it
	Text string `json:"text"`
}

// SetFlash keeps messages for the next page of the session a request came with; they
// replace those kept before. Nobody's session keeps none.
func (s *Store) SetFlash(r *http.Request, list ...Flash) error {
	c := From(r)
	if !c.SignedIn() {
		return nil
	}
	text, err := json.Marshal(list)
	if err != nil {
		return fmt.Errorf("marshal a message: %w", err)
	}
	return s.db.SetFlash(r.Context(), c.Token, string(text))
}

// TakeFlash returns the messages kept for this page and forgets them: of two pages
// loading at once, one shows them. It asks the database only when there are any.
func (s *Store) TakeFlash(r *http.Request) ([]Flash, error) {
	c := From(r)
	if c.flash == "" {
		return nil, nil
	}
	text, err := s.db.TakeFlash(r.Context(), c.Token)
	if err != nil || text == "" {
		return nil, err
	}
	var list []Flash
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return nil, fmt.Errorf("read a message: %w", err)
	}
	return list, nil
}
