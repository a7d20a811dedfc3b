package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// running is a server under test.
type running struct {
	address string
	stop    context.CancelFunc
	ended   chan error
}

// start runs a server and waits until it is ready.
func start(t *testing.T, o Options) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := &running{stop: cancel, ended: make(chan error, 1)}
	ready := make(chan string, 1)
	o.Ready = func(address string) { ready <- address }
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	go func() { r.ended <- Run(ctx, o) }()
	t.Cleanup(func() { cancel() })
	select {
	case r.address = <-ready:
	case err := <-r.ended:
		t.Fatalf("Run = %v before it was ready", err)
	}
	return r
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestRun(t *testing.T) {
	t.Parallel()
	metricsAddr := freeAddr(t)
	var prepared atomic.Bool
	r := start(t, Options{
		Config: Config{DatabaseURL: pgtest.URL(t), Addr: "127.0.0.1:0", Data: t.TempDir(), MetricsAddr: metricsAddr},
		Prepare: func(ctx context.Context, w *workflow.Workflow) error {
			needed, err := w.NeedsSetUp(ctx)
			prepared.Store(needed)
			return err
		},
	})
	for path, want := range map[string]string{"/healthz": "ok", "/readyz": "ok", "/setup": "Set up the desk"} {
		if status, body := get(t, "http://"+r.address+path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, %.200s", path, status, body)
		}
	}
	if status, _ := get(t, "http://"+r.address+"/metrics"); status != http.StatusNotFound {
		t.Errorf("the site serves the metrics: status %d", status)
	}
	_, figures := get(t, "http://"+metricsAddr+"/metrics")
	for _, want := range []string{"factdesk_db_connections_max 8", `factdesk_http_requests_total{route="GET /setup",status="200"} 1`, "go_goroutines"} {
		if !strings.Contains(figures, want) {
			t.Errorf("%s is not among the figures", want)
		}
	}
	if !prepared.Load() {
		t.Error("the database was not prepared before requests were answered")
	}
	r.stop()
	if err := <-r.ended; err != nil {
		t.Errorf("Run = %v", err)
	}
	if _, err := net.DialTimeout("tcp", r.address, time.Second); err == nil {
		t.Error("the port is still open")
	}
}

// freeAddr is an address nobody listens on just now.
func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	url := pgtest.URL(t)
	for _, tt := range []struct {
		name string
		o    Options
		says string
	}{
		{"port taken", Options{Config: Config{DatabaseURL: url, Addr: taken.Addr().String(), Data: t.TempDir()}}, "choose another with --addr"},
		{"metrics port taken", Options{Config: Config{DatabaseURL: url, Addr: "127.0.0.1:0", MetricsAddr: taken.Addr().String(), Data: t.TempDir()}}, "FACTDESK_METRICS_ADDR"},
		{"no database", Options{Config: Config{DatabaseURL: "postgres://127.0.0.1:1/none?connect_timeout=1", Addr: "127.0.0.1:0", Data: t.TempDir()}}, "migrate the database"},
		{"preparation fails", Options{Config: Config{DatabaseURL: url, Addr: "127.0.0.1:0", Data: t.TempDir()},
			Prepare: func(context.Context, *workflow.Workflow) error { return errors.New("no seeds") }}, "prepare the database: no seeds"},
	} {
		tt.o.Log = slog.New(slog.DiscardHandler)
		if err := Run(t.Context(), tt.o); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: Run = %v, want %q in it", tt.name, err, tt.says)
		}
	}
}

// TestRequestsFinish lets a request that is under way at the end have its answer.
func TestRequestsFinish(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, release := make(chan struct{}), make(chan struct{})
	site := &health{check: func(context.Context) error { return nil }, site: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-release
		fmt.Fprint(w, "finished")
	})}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	flow := workflow.New(pgtest.DB(t), workflow.Options{})
	go func() {
		ended <- serve(ctx, Options{Log: slog.New(slog.DiscardHandler)}, listeners{site: listener}, site, nil, flow, nil)
	}()
	var client sync.WaitGroup
	client.Go(func() {
		if status, body := get(t, "http://"+listener.Addr().String()+"/slow"); status != http.StatusOK || body != "finished" {
			t.Errorf("the request got %d, %q", status, body)
		}
	})
	<-begun
	cancel()
	for { // until nobody new is let in
		conn, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			break
		}
		_ = conn.Close()
	}
	if err := site.ready(t.Context()); err == nil {
		t.Error("it calls itself ready while it shuts down")
	}
	close(release)
	client.Wait()
	if err := <-ended; err != nil {
		t.Errorf("serve = %v", err)
	}
}

func TestServeEndsWithItsDatabase(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone := make(chan struct{})
	close(gone)
	flow := workflow.New(pgtest.DB(t), workflow.Options{})
	err = serve(t.Context(), Options{Log: slog.New(slog.DiscardHandler)}, listeners{site: listener}, &health{}, nil, flow, gone)
	if err == nil || !strings.Contains(err.Error(), "private PostgreSQL ended") {
		t.Errorf("serve = %v", err)
	}
}

// TestReadiness tells of pending migrations and of a database that is away, asks once for many
// who want to know, and tells nobody how the database is reached.
func TestReadiness(t *testing.T) {
	t.Parallel()
	db, url := pgtest.DB(t), pgtest.URL(t)
	if err := newHealth(nil, db, postgres.Config{URL: url}).ready(t.Context()); err != nil {
		t.Errorf("ready = %v", err)
	}
	asked := 0
	h := &health{check: func(context.Context) error {
		asked++
		return errs.Wrap(errors.New("dial postgres://user:secret@db"), errs.Unavailable, "The database is away.")
	}}
	for range 5 {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		if w.Code != http.StatusServiceUnavailable || w.Body.String() != "not ready: The database is away.\n" {
			t.Errorf("status %d, %q", w.Code, w.Body)
		}
	}
	if asked != 1 {
		t.Errorf("the database was asked %d times", asked)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/healthz", nil))
	if w.Code != http.StatusOK {
		t.Errorf("the process is not at fault: status %d", w.Code)
	}
}

// TestPrivateDatabase starts the private PostgreSQL, finds it from a second command, and leaves
// no word of it behind.
func TestPrivateDatabase(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "factdesk-server-") // the server may run as another user, who must get there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cfg := Config{Data: dir, PostgresBin: os.Getenv(pgtest.BinEnv)}
	log := slog.New(slog.DiscardHandler)
	first, err := OpenDatabase(t.Context(), cfg, log)
	if err != nil {
		t.Fatal(err)
	}
	db, err := first.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	second, err := OpenDatabase(t.Context(), cfg, log)
	if err != nil || second.Config.URL != first.Config.URL || second.cluster != nil {
		t.Errorf("a second command gets %+v, %v", second, err)
	}
	if info, err := os.Stat(dir + "/postgres.url"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file that names it: %v, %v", info, err)
	}
	db.Close()
	if err := errors.Join(second.Close(), first.Close()); err != nil {
		t.Error(err)
	}
	<-first.Ended()
	if _, err := os.Stat(dir + "/postgres.url"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file that names it is left: %v", err)
	}
}

func TestLogger(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	Config{LogJSON: true}.Logger(&out).Info("a line", slog.String("typed", "x\ny"))
	if got := out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `"typed":"x\ny"`) || !strings.Contains(got, `Z","level"`) {
		t.Errorf("JSON: %q", got)
	}
	out.Reset()
	Config{}.Logger(&out).Info("a line", slog.String("typed", "x\ny"))
	if got := out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `typed="x\ny"`) {
		t.Errorf("text: %q", got)
	}
}

// TestSweepHasADeadline: one that hangs must not be the last.
func TestSweepHasADeadline(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	sweep(ctx, func(limited context.Context) error {
		calls++
		cancel()
		deadline, ok := limited.Deadline()
		if left := time.Until(deadline); !ok || left <= 0 || left > sweepTimeout {
			t.Errorf("a sweep has %v left, %v", left, ok)
		}
		return limited.Err()
	}, slog.New(slog.DiscardHandler))
	if calls != 1 {
		t.Errorf("swept %d times", calls)
	}
}

// TestPrepareHasADeadline: what fills the database must not keep the site from starting for ever.
func TestPrepareHasADeadline(t *testing.T) {
	t.Parallel()
	full := errors.New("full")
	err := prepare(t.Context(), Options{Prepare: func(ctx context.Context, _ *workflow.Workflow) error {
		if _, ok := ctx.Deadline(); !ok {
			t.Error("there is no deadline")
		}
		return full
	}}, nil)
	if !errors.Is(err, full) {
		t.Errorf("prepare = %v", err)
	}
}
