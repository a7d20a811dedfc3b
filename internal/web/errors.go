package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// trouble is how a kind of error is answered.
type trouble struct {
	status int
	title  string
	retry  int // seconds for Retry-After where the error says nothing; 0 sends none
}

// troubleOf is the one place that gives a kind its HTTP status.
func troubleOf(kind errs.Kind) trouble {
	switch kind {
	case errs.Invalid:
		return trouble{http.StatusBadRequest, "This could not be read", 0}
	case errs.Unauthenticated:
		return trouble{http.StatusUnauthorized, "Sign in first", 0}
	case errs.Forbidden:
		return trouble{http.StatusForbidden, "Not allowed", 0}
	case errs.NotFound:
		return trouble{http.StatusNotFound, "Not found", 0}
	case errs.Stale:
		return trouble{http.StatusConflict, "Somebody was faster", 0}
	case errs.TooLarge:
		return trouble{http.StatusRequestEntityTooLarge, "Too large", 0}
	case errs.Unmet:
		return trouble{http.StatusUnprocessableEntity, "Not yet", 0}
	case errs.RateLimited:
		return trouble{http.StatusTooManyRequests, "Too many attempts", 60}
	case errs.Unavailable:
		return trouble{http.StatusServiceUnavailable, "Not available right now", 5}
	case errs.Internal:
	}
	return trouble{http.StatusInternalServerError, "Something went wrong", 0}
}

// formStatus is the status of a page that shows a form again: well-formed words that break
// a rule are 422, whether the rule is of the form or of the desk.
func formStatus(err error) int {
	if kind := errs.KindOf(err); kind != errs.Invalid {
		return troubleOf(kind).status
	}
	return http.StatusUnprocessableEntity
}

// refuse answers err as a page, as problem+json, or by sending a visitor to the log-in.
func (s *Server) refuse(w http.ResponseWriter, r *request, err error) {
	traceOf(r.Context()).err = err
	kind := errs.KindOf(err)
	if kind == errs.Unauthenticated && !wantsJSON(r.Request) {
		s.sendToLogin(w, r)
		return
	}
	if retry := retryAfter(err); retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(retry))
	}
	s.explain(w, r, troubleOf(kind), err)
}

// retryAfter returns in how many seconds, rounded up, it is worth trying again: what err says,
// or else what is usual for its kind; 0 when trying again is of no use.
func retryAfter(err error) int {
	if wait := errs.RetryAfter(err); wait > 0 {
		return int((wait + time.Second - 1) / time.Second)
	}
	return troubleOf(errs.KindOf(err)).retry
}

// explain writes an error in the form the client asked for. When even the page cannot be
// made, a sentence goes out with the request's id.
func (s *Server) explain(w http.ResponseWriter, r *request, t trouble, err error) {
	id := traceOf(r.Context()).id
	if wantsJSON(r.Request) {
		s.sendProblem(w, r, t, err)
		return
	}
	if sendErr := s.send(w, r, reply{status: t.status, page: s.errorPage(r, t, err, id)}); sendErr != nil {
		s.log.LogAttrs(r.Context(), slog.LevelError, "render the error page", slog.String("request", id), slog.Any("err", sendErr))
		http.Error(w, "Something went wrong on our side. Request "+id, http.StatusInternalServerError)
	}
}

// problemBody is the body of an error for programs: RFC 9457, with the rules behind a refusal.
type problemBody struct {
	Type     string        `json:"type"`
	Title    string        `json:"title"`
	Status   int           `json:"status"`
	Detail   string        `json:"detail"`
	Instance string        `json:"instance"`
	Reasons  []errs.Reason `json:"reasons,omitempty"`
}

func (s *Server) sendProblem(w http.ResponseWriter, r *request, t trouble, err error) {
	body, marshalErr := json.Marshal(problemBody{
		Type: "urn:factdesk:" + errs.KindOf(err).String(), Title: t.title, Status: t.status,
		Detail: errs.Message(err), Instance: "urn:factdesk:request:" + traceOf(r.Context()).id, Reasons: errs.Reasons(err),
	})
	if marshalErr == nil {
		marshalErr = s.send(w, r, reply{status: t.status, body: body, contentType: "application/problem+json"})
	}
	if marshalErr != nil {
		http.Error(w, t.title, t.status)
	}
}

// sendToLogin leads to the log-in form, and from there back to the page that was asked for.
func (s *Server) sendToLogin(w http.ResponseWriter, r *request) {
	target := "/login"
	if r.Method == http.MethodGet && r.URL.Path != "/" {
		target += "?" + url.Values{"next": {r.URL.RequestURI()}}.Encode()
	}
	w.Header().Set("Cache-Control", "no-store")
	if isScripted(r.Request) {
		// The frame around the part still shows who was signed in: the whole page must go.
		w.Header().Set("HX-Redirect", target)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	http.Redirect(w, r.Request, target, http.StatusSeeOther)
}

// unrouted answers what no route fits: 405 where the path is served by another method, else 404.
func (s *Server) unrouted(w http.ResponseWriter, r *http.Request, byMux http.Handler) {
	probe := &header{fields: http.Header{}}
	byMux.ServeHTTP(probe, r)
	req := s.request(w, r)
	if probe.status != http.StatusMethodNotAllowed {
		s.refuse(w, req, errs.New(errs.NotFound, "There is no such page."))
		return
	}
	w.Header().Set("Allow", probe.fields.Get("Allow"))
	err := errs.New(errs.Invalid, "This address does not take %s.", r.Method)
	traceOf(r.Context()).err = err
	s.explain(w, req, trouble{status: http.StatusMethodNotAllowed, title: "Not done this way"}, err)
}

// header keeps the status and header of an answer and drops its body.
type header struct {
	fields http.Header
	status int
}

// Header returns the fields.
func (h *header) Header() http.Header { return h.fields }

// WriteHeader keeps the status.
func (h *header) WriteHeader(status int) { h.status = status }

// Write drops the body.
func (h *header) Write(b []byte) (int, error) { return len(b), nil }

// wantsJSON reports whether the client asked for JSON and not for a page.
func wantsJSON(r *http.Request) bool {
	json := false
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		switch media, _, _ := mime.ParseMediaType(part); media {
		case "text/html":
			return false
		case "application/json", "application/problem+json":
			json = true
		}
	}
	return json
}

// isScripted reports whether htmx asks, to put a part of the answer into the page it has.
func isScripted(r *http.Request) bool { return r.Header.Get("HX-Request") == "true" }

// wantsPart reports whether the frame of a page is of no use to who asks: htmx, unless it
// restores a page it no longer has.
func wantsPart(r *http.Request) bool {
	return isScripted(r) && r.Header.Get("HX-History-Restore-Request") != "true"
}

// gaveUp reports whether the client went away before the answer, which is nobody's fault.
func gaveUp(r *http.Request, err error) bool {
	return err != nil && errors.Is(r.Context().Err(), context.Canceled)
}
