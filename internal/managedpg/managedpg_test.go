//go:build unix

package managedpg

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// testOptions returns options for a cluster in a folder of its own that the server's
// user can enter, which the test's temporary folder is not when root runs it.
func testOptions(t *testing.T) Options {
	t.Helper()
	dir, err := os.MkdirTemp("", "managedpg-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return Options{
		DataDir: filepath.Join(dir, "data"), BinDir: os.Getenv("FACTDESK_PGBIN"),
		Logger: slog.New(slog.NewTextHandler(t.Output(), nil)),
	}
}

func mustStart(t *testing.T, opts Options) *Cluster {
	t.Helper()
	c, err := Start(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return c
}

// ask runs a statement that returns one text on a fresh connection.
func ask(t *testing.T, c *Cluster, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }() // broken if the server was killed
	var answer string
	if err := conn.QueryRow(t.Context(), sql).Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// keep stores a text that ask "select v from kept" finds again.
func keep(t *testing.T, c *Cluster, v string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(t.Context(), "create table kept (v text)"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), "insert into kept values ($1)", v); err != nil {
		t.Fatal(err)
	}
}

func TestStartStopRestart(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	opts.Durable = true
	c := mustStart(t, opts)
	if got := ask(t, c, "select current_database() || ' ' || current_setting('fsync')"); got != "factdesk on" {
		t.Errorf("database and fsync = %q", got)
	}
	if got := ask(t, c, "select lower('É')"); got != "é" {
		t.Errorf("lower('É') = %q: the locale does not know Unicode's letters", got)
	}
	keep(t, c, "still here")
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.Stop(t.Context()); err != nil {
		t.Errorf("second Stop: %v", err)
	}
	<-c.Done()

	info, err := os.Stat(filepath.Join(opts.DataDir, "password"))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("password file has mode %v", info.Mode())
	}
	again := mustStart(t, opts)
	if got := ask(t, again, "select v from kept"); got != "still here" {
		t.Errorf("after the restart: %q", got)
	}
}

func TestStartAfterServerWasKilled(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	opts.Durable = true
	c := mustStart(t, opts)
	keep(t, c, "committed")
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-c.Done()
	if err := c.Stop(t.Context()); err != nil {
		t.Errorf("stop of a dead server: %v", err)
	}
	again := mustStart(t, opts)
	if got := ask(t, again, "select v from kept"); got != "committed" {
		t.Errorf("after recovery: %q", got)
	}
}

// abandon lets go of the cluster the way kill -9 of our process does: the lock is
// released and nobody stops the server. The watchdog is killed too when it should not act.
func abandon(t *testing.T, c *Cluster, watched bool) {
	t.Helper()
	if err := c.unlock(); err != nil {
		t.Fatal(err)
	}
	c.unlock = nil
	if !watched {
		c.watch.dismiss()
	} else if err := c.watch.leash.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestStartEvictsServerLeftBehind(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	opts.Durable = true
	c := mustStart(t, opts)
	keep(t, c, "kept")
	abandon(t, c, false)
	again := mustStart(t, opts)
	select {
	case <-c.Done():
	case <-time.After(10 * time.Second):
		t.Fatal("the server left behind still runs")
	}
	if got := ask(t, again, "select v from kept"); got != "kept" {
		t.Errorf("after the eviction: %q", got)
	}
}

func TestWatchdogStopsServerOfDeadProcess(t *testing.T) {
	t.Parallel()
	c := mustStart(t, testOptions(t))
	abandon(t, c, true)
	select {
	case <-c.Done():
	case <-time.After(20 * time.Second):
		t.Fatal("the server outlived the process that started it")
	}
}

func TestStartWithStaleLockFile(t *testing.T) {
	t.Parallel()
	// A process that is alive, is not a server, and belongs to the server's user, so that
	// PostgreSQL itself would believe the file.
	for name, pid := range map[string]func(*testing.T, *Cluster) int{
		"dead process": func(t *testing.T, _ *Cluster) int {
			cmd := exec.CommandContext(t.Context(), "true")
			if err := cmd.Run(); err != nil {
				t.Fatal(err)
			}
			return cmd.Process.Pid
		},
		"another program": func(t *testing.T, c *Cluster) int {
			cmd := c.as.command(t.Context(), "/", "sleep", "600")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
			return cmd.Process.Pid
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			opts := testOptions(t)
			c := mustStart(t, opts)
			stale, err := os.ReadFile(c.dir.pidFile())
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Stop(t.Context()); err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(string(stale), "\n")
			if err := os.WriteFile(c.dir.pidFile(), []byte(strconv.Itoa(pid(t, c))+"\n"+rest), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := c.as.own(c.dir.pidFile()); err != nil {
				t.Fatal(err)
			}
			ask(t, mustStart(t, opts), "select 'up'")
		})
	}
}

func TestFolderIsLocked(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	mustStart(t, opts)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	_, err := Start(ctx, opts)
	if err == nil || !strings.Contains(err.Error(), "another factdesk uses the data folder") {
		t.Errorf("second Start: %v", err)
	}
}

func TestLongPathOfDataFolder(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	opts.DataDir = filepath.Join(filepath.Dir(opts.DataDir), strings.Repeat("long-", 20), strings.Repeat("path-", 20), "data")
	c := mustStart(t, opts)
	ask(t, c, "select 'up'")
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(c.socket); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder of the socket is still there: %v", err)
	}
}

func TestWrongVersion(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	c := mustStart(t, opts)
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.dir.data(), "PG_VERSION"), []byte("12\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), opts)
	if err == nil || !strings.Contains(err.Error(), "was made by PostgreSQL 12") {
		t.Errorf("Start on data of PostgreSQL 12: %v", err)
	}
}

func TestNothingFound(t *testing.T) {
	t.Parallel()
	opts := testOptions(t)
	opts.BinDir = t.TempDir()
	_, err := Start(t.Context(), opts)
	if err == nil || !strings.Contains(err.Error(), "no usable PostgreSQL in "+opts.BinDir) {
		t.Errorf("Start without programs: %v", err)
	}
}

func TestClosedFolder(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		as, err := serverIdentity(t.TempDir())
		if err != nil || as.drop || int(as.uid) != os.Geteuid() {
			t.Errorf("serverIdentity = %+v, %v; want ourselves", as, err)
		}
		return
	}
	open, closed := testOptions(t), testOptions(t)
	closed.ShelterDir = filepath.Dir(open.DataDir)
	if err := os.Chmod(filepath.Dir(closed.DataDir), 0o700); err != nil {
		t.Fatal(err)
	}
	c := mustStart(t, closed)
	keep(t, c, "sheltered")
	if target, err := os.Readlink(closed.DataDir); err != nil || filepath.Dir(target) != closed.ShelterDir {
		t.Errorf("the data folder leads to %q, %v; want a folder in %s", target, err, closed.ShelterDir)
	}
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	c = mustStart(t, closed)
	if got := ask(t, c, "select string_agg(v, ',') from kept"); got != "sheltered" {
		t.Errorf("after a restart the data say %q", got)
	}
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}

	// Data that were made while the folder was open are explained, never moved.
	c = mustStart(t, open)
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(open.DataDir), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), open)
	if err == nil || !strings.Contains(err.Error(), "is closed to") {
		t.Errorf("Start on data that cannot be reached any more: %v", err)
	}
}

func TestServerDoesNotRunAsRoot(t *testing.T) {
	t.Parallel()
	c := mustStart(t, testOptions(t))
	info, err := os.Stat(c.dir.pidFile())
	if err != nil {
		t.Fatal(err)
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok || st.Uid == 0 || st.Uid != c.as.uid {
		t.Errorf("the server runs as uid %d, want %d", st.Uid, c.as.uid)
	}
}
