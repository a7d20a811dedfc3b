// Package server puts the program together and runs it: settings, database, use cases, site,
// listeners, and their end in the reverse order. It is the one place that knows all the
// others; it owns no rule of the desk, no page and no SQL.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"factdesk/internal/postgres"
	"factdesk/internal/session"
	"factdesk/internal/web"
	"factdesk/internal/workflow"
	"factdesk/views/static"

	"golang.org/x/sync/errgroup"
)

// Times of the HTTP side. A client gets long enough for an upload of 10 MB over a bad line,
// and not long enough to hold a connection by sending a byte now and then.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = time.Minute
	writeTimeout      = 90 * time.Second
	idleTimeout       = 2 * time.Minute
	drainTimeout      = 20 * time.Second
	maxHeaderBytes    = 64 << 10
)

// How often rows that are over are removed, and how long that may take.
const (
	sweepEvery   = 5 * time.Minute
	sweepTimeout = time.Minute
)

// prepareTimeout is how long it may take to fill the database before requests are answered.
const prepareTimeout = 10 * time.Minute

// Options say what to run.
type Options struct {
	Config Config
	Log    *slog.Logger
	// Prepare runs before requests are answered, such as to fill the database; may be nil.
	Prepare func(context.Context, *workflow.Workflow) error
	// Ready is told the address once requests are answered; may be nil.
	Ready func(address string)
}

// Run serves until ctx ends, then lets requests finish, closes the pool and stops the private
// PostgreSQL, in that order. It returns nil after such an end, and else why it ended.
func Run(ctx context.Context, o Options) (err error) {
	keys, err := o.Config.sessionKeys()
	if err != nil {
		return err
	}
	database, err := OpenDatabase(ctx, o.Config, o.Log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	db, err := database.Open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	flow := workflow.New(db, workflow.Options{Log: o.Log})
	if err := prepare(ctx, o, flow); err != nil {
		return err
	}
	listeners, err := listen(o.Config)
	if err != nil {
		return err
	}
	defer listeners.close()
	handler, metrics, err := assemble(o, flow, db, database.Config, keys, listeners.site.Addr())
	if err != nil {
		return err
	}
	return serve(ctx, o, listeners, handler, metrics, flow, database.Ended())
}

// prepare fills the database, if that is asked for.
func prepare(ctx context.Context, o Options, flow *workflow.Workflow) error {
	if o.Prepare == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, prepareTimeout)
	defer cancel()
	if err := o.Prepare(ctx, flow); err != nil {
		return fmt.Errorf("prepare the database: %w", err)
	}
	return nil
}

// assemble builds the site on an open database, and what /metrics serves.
func assemble(o Options, flow *workflow.Workflow, db *postgres.DB, where postgres.Config, keys [][]byte, addr net.Addr) (*health, http.Handler, error) {
	baseURL := o.Config.BaseURL
	if baseURL == "" {
		baseURL = "http://" + reachable(addr)
	}
	sessions, err := session.New(db, session.Options{Keys: keys, Secure: strings.HasPrefix(baseURL, "https://")})
	if err != nil {
		return nil, nil, err
	}
	if !static.Built() {
		o.Log.Warn("scripts, styles and fonts are not built into this binary: pages work, plainer; make build makes it whole")
	}
	registry := newRegistry(db)
	site, err := web.New(web.Options{
		Workflow: flow, Sessions: sessions, BaseURL: baseURL, Metrics: registry, Log: o.Log, Dev: o.Config.Dev,
		Proxies: o.Config.TrustedProxies,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("build the site: %w", err)
	}
	return newHealth(site, db, where), metricsHandler(registry), nil
}

// reachable is the address a listener can be reached under on this machine.
func reachable(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// listeners are the open ports.
type listeners struct {
	site    net.Listener
	metrics net.Listener // nil when there are none
}

func listen(cfg Config) (listeners, error) {
	var (
		l   listeners
		err error
	)
	if l.site, err = net.Listen("tcp", cfg.Addr); err != nil {
		return l, fmt.Errorf("listen on %s (choose another with --addr or FACTDESK_ADDR): %w", cfg.Addr, err)
	}
	if cfg.MetricsAddr == "" {
		return l, nil
	}
	if l.metrics, err = net.Listen("tcp", cfg.MetricsAddr); err != nil {
		l.close()
		return l, fmt.Errorf("listen on %s for metrics (FACTDESK_METRICS_ADDR): %w", cfg.MetricsAddr, err)
	}
	return l, nil
}

// close is for when serving never began; a server closes its own.
func (l listeners) close() {
	_ = l.site.Close() // closed already, as a rule
	if l.metrics != nil {
		_ = l.metrics.Close()
	}
}

// serve answers requests until ctx ends or something breaks.
func serve(ctx context.Context, o Options, l listeners, site *health, metrics http.Handler, flow *workflow.Workflow, ended <-chan struct{}) error {
	group, running := errgroup.WithContext(ctx)
	errorLog := slog.NewLogLogger(o.Log.Handler(), slog.LevelWarn)
	start := func(ln net.Listener, handler http.Handler, draining *atomic.Bool) {
		server := &http.Server{
			Handler: handler, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
			IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes, ErrorLog: errorLog,
		}
		group.Go(func() error {
			if err := server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
				return fmt.Errorf("serve on %s: %w", ln.Addr(), err)
			}
			return nil
		})
		group.Go(func() error { return drain(running, server, draining) })
	}
	start(l.site, site, &site.draining)
	if l.metrics != nil {
		start(l.metrics, metrics, new(atomic.Bool))
	}
	group.Go(func() error {
		sweep(running, flow.Sweep, o.Log)
		return nil
	})
	group.Go(func() error {
		select {
		case <-running.Done():
			return nil
		case <-ended:
			return errors.New("the private PostgreSQL ended: see its log under FACTDESK_DATA")
		}
	})
	if o.Ready != nil {
		o.Ready(l.site.Addr().String())
	}
	return group.Wait()
}

// drain waits for the end, then lets requests that are under way finish.
func drain(ctx context.Context, server *http.Server, draining *atomic.Bool) error {
	<-ctx.Done()
	draining.Store(true)
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := server.Shutdown(end); err != nil {
		return errors.Join(fmt.Errorf("wait for requests to finish: %w", err), server.Close())
	}
	return nil
}

// sweep removes rows that are over with once, at the start and every few minutes until ctx ends.
func sweep(ctx context.Context, once func(context.Context) error, log *slog.Logger) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		limited, cancel := context.WithTimeout(ctx, sweepTimeout)
		err := once(limited)
		cancel()
		if err != nil && ctx.Err() == nil {
			log.LogAttrs(ctx, slog.LevelWarn, "sweep", slog.Any("err", err))
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
