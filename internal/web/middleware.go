package web

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// requestTimeout is how long a request may take. It is longer than what the database
// allows a statement, so that the statement's own message arrives.
const requestTimeout = 20 * time.Second

// traceKey is the key of a request's trace in its context.
type traceKey struct{}

// trace is what the outer middleware learns of a request from the inner: the mux sets the
// pattern on its own copy of the request, and only the handler knows who asks.
type trace struct {
	id      string
	pattern string // of the route; "" while none was found
	account int64
	desk    int64
	err     error
}

// traceOf returns the request's trace; one that nobody reads outside the middleware.
func traceOf(ctx context.Context) *trace {
	if t, ok := ctx.Value(traceKey{}).(*trace); ok {
		return t
	}
	return &trace{}
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader remembers the status.
func (rec *recorder) WriteHeader(status int) {
	if rec.status == 0 {
		rec.status = status
	}
	rec.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes of the body as sent.
func (rec *recorder) Write(b []byte) (int, error) {
	if rec.status == 0 {
		rec.status = http.StatusOK
	}
	n, err := rec.ResponseWriter.Write(b)
	rec.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (rec *recorder) Unwrap() http.ResponseWriter { return rec.ResponseWriter }

// observe gives the request its id, measures it, and logs it in one line. Text that people
// sent is quoted by slog's handlers, so that it cannot forge a line of its own.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.now()
		t := &trace{id: rand.Text()}
		rec := &recorder{ResponseWriter: w}
		w.Header().Set("X-Request-Id", t.id)
		s.metrics.inFlight.Inc()
		defer s.metrics.inFlight.Dec()
		// Deferred, so that an answer that was cut off by a panic is counted too.
		defer func() { s.tell(r, rec, t, s.now().Sub(start)) }()
		next.ServeHTTP(rec, r.WithContext(context.WithValue(r.Context(), traceKey{}, t)))
	})
}

// tell counts and logs a request that was answered, as far as it was.
func (s *Server) tell(r *http.Request, rec *recorder, t *trace, took time.Duration) {
	s.metrics.observe(t.pattern, rec.status, took)
	attrs := []slog.Attr{
		slog.String("request", t.id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.String("route", t.pattern), slog.Int("status", rec.status), slog.Int64("bytes", rec.bytes),
		slog.Duration("took", took), slog.String("address", s.address(r)),
		slog.Int64("account", t.account), slog.Int64("desk", t.desk),
	}
	if t.err != nil {
		attrs = append(attrs, slog.String("kind", errs.KindOf(t.err).String()), slog.String("err", t.err.Error()))
	}
	loud := level(rec.status)
	if gaveUp(r, t.err) {
		loud = slog.LevelInfo
	}
	s.log.LogAttrs(r.Context(), loud, "request", attrs...)
}

// level is how loud a request's line is: a fault of ours or of the database is an error.
func level(status int) slog.Level {
	if status >= http.StatusInternalServerError {
		return slog.LevelError
	}
	return slog.LevelInfo
}

// recoverPanic answers a panicking request with a page and logs the stack, once. What was
// already partly sent is cut off, so that nobody takes the half for the whole.
func (s *Server) recoverPanic(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			t := traceOf(r.Context())
			s.log.LogAttrs(r.Context(), slog.LevelError, "panic", slog.String("request", t.id),
				slog.Any("cause", cause), slog.String("stack", string(debug.Stack())))
			if rec, ok := w.(*recorder); ok && rec.status != 0 {
				panic(http.ErrAbortHandler)
			}
			s.refuse(w, s.request(w, r), fmt.Errorf("panic: %v", cause))
		}()
		next.ServeHTTP(w, r)
	})
}

// contentSecurityPolicy lets a page load the desk's own files and nothing else. Inline
// script and style are refused; a JSON-LD block is data, which the policy does not touch.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// harden sets the security headers on every answer. Strict-Transport-Security is sent only
// where the site is reached over HTTPS, as its public address says.
func (s *Server) harden(next http.Handler) http.Handler {
	https := strings.HasPrefix(s.baseURL, "https://")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentSecurityPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		if https || r.TLS != nil {
			h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what another site makes a browser send. The public address is
// trusted by name, because a proxy may pass another Host on.
func (s *Server) sameOrigin(next http.Handler) (http.Handler, error) {
	p := http.NewCrossOriginProtection()
	if s.baseURL != "" {
		if err := p.AddTrustedOrigin(s.baseURL); err != nil {
			return nil, fmt.Errorf("trust the public address: %w", err)
		}
	}
	p.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, s.request(w, r), errs.Refuse(errs.Forbidden, "This form was sent from another site, so nothing was changed.",
			errs.Reason{Rule: "same_origin", Detail: "Changes are taken only from the desk’s own pages.",
				Remedy: "Open the page here and send the form again."}))
	}))
	return p.Handler(next), nil
}

// limitTime gives the request a deadline.
func limitTime(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
