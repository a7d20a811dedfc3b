package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
)

// How long a check of readiness may take, and how long its answer is good for: anybody may ask.
const (
	readyTimeout = 3 * time.Second
	readyFor     = 2 * time.Second
)

// health answers the checks of operations in front of the site: /healthz that the process
// lives, /readyz that it can do its work.
type health struct {
	site     http.Handler
	draining atomic.Bool

	mu      sync.Mutex
	check   func(context.Context) error
	checked time.Time
	last    error
}

func newHealth(site http.Handler, db *postgres.DB, where postgres.Config) *health {
	return &health{site: site, check: func(ctx context.Context) error {
		if err := db.Ping(ctx); err != nil {
			return err
		}
		pending, err := postgres.Pending(ctx, where)
		if err == nil && pending > 0 {
			err = errs.New(errs.Unavailable, "%d migrations are pending: run factdesk migrate up", pending)
		}
		return err
	}}
}

// ServeHTTP answers the two checks, and leaves the rest to the site.
func (h *health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/healthz":
		answer(w, nil)
	case "/readyz":
		answer(w, h.ready(r.Context()))
	default:
		h.site.ServeHTTP(w, r)
	}
}

// ready returns why the process should get no requests; nil when it should.
func (h *health) ready(ctx context.Context) error {
	if h.draining.Load() {
		return errors.New("shutting down")
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if time.Since(h.checked) < readyFor {
		return h.last
	}
	// One who hangs up must not leave a failure behind for the next.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyTimeout)
	defer cancel()
	h.last, h.checked = h.check(ctx), time.Now()
	return h.last
}

// answer writes a check's outcome; the words are errs.Message's, which name no host and no secret.
func answer(w http.ResponseWriter, err error) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "not ready: "+errs.Message(err))
		return
	}
	fmt.Fprintln(w, "ok")
}
