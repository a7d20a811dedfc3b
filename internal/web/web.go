// Package web is the site: one table of routes, a handler for each that reads a form into a
// struct, calls the workflow and turns its answer into a view model, and the one place where
// errors become statuses. It owns HTTP and nothing of what is decided: who may do what comes
// from the workflow, what is stored from nowhere here, and the look from package views.
package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/session"
	"factdesk/internal/workflow"
	"factdesk/views/static"

	"github.com/prometheus/client_golang/prometheus"
)

// Options are what the site needs from outside.
type Options struct {
	Workflow *workflow.Workflow
	Sessions *session.Store
	// BaseURL is the site's public address, such as "https://checks.example.org". Links in
	// what is published use it, never a header of a request.
	BaseURL string
	Metrics prometheus.Registerer // where the site's figures go; nil keeps them to itself
	Log     *slog.Logger          // discards when nil
	Now     func() time.Time      // the clock; time.Now when nil
	Proxies []netip.Prefix        // whose X-Forwarded-For is believed; none when empty
	Dev     bool                  // serves the development pages
}

// Server answers the site's requests. It is safe for concurrent use.
type Server struct {
	workflow *workflow.Workflow
	sessions *session.Store
	baseURL  string
	metrics  *metrics
	log      *slog.Logger
	now      func() time.Time
	build    string // which program this is, as far as a browser's copy of a page is concerned
	dev      bool
	proxies  []netip.Prefix
	gzips    sync.Pool // of *gzip.Writer
	handler  http.Handler
}

// New returns the site. It fails when the table of routes holds a mistake.
func New(o Options) (*Server, error) {
	s := &Server{workflow: o.Workflow, sessions: o.Sessions, baseURL: o.BaseURL, log: o.Log, now: o.Now, dev: o.Dev, proxies: o.Proxies}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	s.build = buildID(s.now())
	registry := o.Metrics
	if registry == nil {
		registry = prometheus.NewRegistry()
	}
	s.metrics = newMetrics(registry)
	site, err := s.route(s.routes())
	if err != nil {
		return nil, err
	}
	if site, err = s.sameOrigin(limitTime(site)); err != nil {
		return nil, err
	}
	s.handler = s.observe(s.harden(s.recoverPanic(site)))
	return s, nil
}

// ServeHTTP answers a request of the site.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// route returns the mux of the table, with pages of our own for what no row fits.
func (s *Server) route(table []route) (http.Handler, error) {
	if err := checkRoutes(table); err != nil {
		return nil, fmt.Errorf("check the routes: %w", err)
	}
	mux := http.NewServeMux()
	for _, rt := range table {
		h := s.adapt(rt)
		if rt.access != readers {
			h = s.sessions.Handler(h, func(w http.ResponseWriter, r *http.Request, err error) {
				traceOf(r.Context()).pattern = rt.pattern
				s.refuse(w, s.request(w, r), err)
			})
		}
		mux.Handle(rt.pattern, h)
	}
	const filePattern = "GET " + static.Prefix
	files := static.Handler()
	mux.Handle(filePattern, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		traceOf(r.Context()).pattern = filePattern
		files.ServeHTTP(w, r)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h, pattern := mux.Handler(r); pattern == "" {
			s.unrouted(w, r, h)
			return
		}
		mux.ServeHTTP(w, r)
	}), nil
}

// request is a request with who sent it.
type request struct {
	*http.Request
	w     http.ResponseWriter
	limit int64
	me    session.Current
}

func (s *Server) request(w http.ResponseWriter, r *http.Request) *request {
	return &request{Request: r, w: w, limit: bodyLimit, me: session.From(r)}
}

// form reads the posted form; see readForm.
func (r *request) form() (*form, error) { return readForm(r.w, r.Request, r.limit) }

// actor is the member who asks.
func (r *request) actor() factcheck.Actor { return r.me.Actor }

// command is the actor with the form's idempotency key.
func (r *request) command(f *form) workflow.Command {
	return workflow.Command{Actor: r.me.Actor, Key: f.line("key")}
}

// adapt turns a row of the table into an http.Handler: it lets in who may, and sends what
// the handler answers or, for an error, a page about it.
func (s *Server) adapt(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, hr *http.Request) {
		r := s.request(w, hr)
		if rt.body > 0 {
			r.limit = rt.body
		}
		t := traceOf(hr.Context())
		t.pattern, t.account, t.desk = rt.pattern, int64(r.me.Actor.Account), int64(r.me.Actor.Desk)
		rep, err := s.answer(rt, r)
		if err == nil {
			err = s.send(w, r, rep)
		}
		if err != nil {
			s.refuse(w, r, err)
		}
	})
}

// answer runs the route's handler for somebody who may, and keeps the flash for the next page.
func (s *Server) answer(rt route, r *request) (reply, error) {
	if err := admit(rt.access, r.me); err != nil {
		return reply{}, err
	}
	if err := checkText(r.URL.Query()); err != nil {
		return reply{}, err
	}
	rep, err := rt.handle(r)
	if err != nil || len(rep.flash) == 0 {
		return rep, err
	}
	if err := s.sessions.SetFlash(r.Request, rep.flash...); err != nil {
		// What was asked is done: a message that cannot be kept must not look like a failure.
		s.log.LogAttrs(r.Context(), slog.LevelWarn, "keep a message", slog.Any("err", err))
	}
	return rep, nil
}

// admit lets in who may use a route. The workflow checks the role again.
func admit(a access, who session.Current) error {
	if a == anyone || a == readers {
		return nil
	}
	if !who.SignedIn() {
		return errs.New(errs.Unauthenticated, "Sign in to see this page.")
	}
	least := factcheck.Role(a)
	if who.Actor.Role.AtLeast(least) {
		return nil
	}
	return errs.Refuse(errs.Forbidden, "Your role does not allow this.", errs.Reason{
		Rule: "role", Detail: fmt.Sprintf("This takes the role %s; yours is %s.", least, who.Actor.Role),
		Remedy: "An admin of the desk can change your role.",
	})
}
