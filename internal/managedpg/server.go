package managedpg

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
)

// launch starts the server and waits until it answers. A predecessor that was left
// behind is stopped first; one that has just died still holds its shared memory for a
// moment, so the server is started again for as long as that is the complaint.
func (c *Cluster) launch(ctx context.Context, bin programs) error {
	if err := c.evictPredecessor(ctx); err != nil {
		return err
	}
	patience, cancel := context.WithTimeout(ctx, predecessorWait)
	defer cancel()
	for {
		err := c.launchOnce(ctx, bin)
		if err == nil || !isHeld(err) || pause(patience, 10*pollInterval) != nil {
			return err
		}
	}
}

// isHeld recognises the complaint of a server that finds its data still in use.
func isHeld(err error) bool {
	text := err.Error()
	return strings.Contains(text, "shared memory block") || strings.Contains(text, "already exists")
}

func (c *Cluster) launchOnce(ctx context.Context, bin programs) error {
	log, err := c.dir.openLog()
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }() // the server has its own copy
	begin, err := log.Seek(0, io.SeekEnd)
	if err != nil {
		return fmt.Errorf("open the log of PostgreSQL: %w", err)
	}
	// Not bound to ctx: that only limits the start.
	cmd := c.as.command(context.WithoutCancel(ctx), c.dir.root, bin.path("postgres"), c.arguments()...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start PostgreSQL: %w", err)
	}
	c.cmd, c.exited = cmd, make(chan struct{})
	go func(exited chan<- struct{}) {
		defer close(exited)
		_ = cmd.Wait() // how it ended is in its log
	}(c.exited)
	if c.watch, err = newWatchdog(c.as, cmd.Process.Pid); err != nil {
		c.opts.Logger.LogAttrs(ctx, slog.LevelWarn, "PostgreSQL will outlive this process if it is killed", slog.Any("err", err))
	}
	return c.await(ctx, begin)
}

// arguments are the server's settings. They win over postgresql.conf, so that what
// the start relies on cannot be edited away.
func (c *Cluster) arguments() []string {
	settings := []string{
		"listen_addresses=",
		"port=" + port,
		"unix_socket_directories=" + c.socket,
		"unix_socket_permissions=0700",
		"max_connections=" + strconv.Itoa(c.opts.MaxConns),
		"log_timezone=UTC",
		"timezone=UTC",
		"jit=off", // our statements are short: compiling them costs more than it saves
		"logging_collector=off",
	}
	if !c.opts.Durable {
		settings = append(settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off",
			"autovacuum=off", "wal_level=minimal", "max_wal_senders=0")
	}
	args := []string{"-D", c.dir.data()}
	for _, s := range settings {
		args = append(args, "-c", s)
	}
	return args
}

// await returns when the server takes connections, or with what it complained of.
func (c *Cluster) await(ctx context.Context, logged int64) error {
	for {
		conn, err := pgx.Connect(ctx, c.urlOf("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-c.exited:
			c.watch.dismiss()
			c.cmd = nil
			return fmt.Errorf("PostgreSQL did not start: %s (all of it is in %s)", c.complaint(logged), c.dir.log())
		default:
		}
		if pause(ctx, pollInterval) != nil {
			return fmt.Errorf("PostgreSQL does not answer, see %s: %w", c.dir.log(), err)
		}
	}
}

// complaint returns the last FATAL or PANIC line the server logged from an offset on.
func (c *Cluster) complaint(from int64) string {
	f, err := os.Open(c.dir.log())
	if err != nil {
		return "it left no log"
	}
	defer func() { _ = f.Close() }() // only read
	text, err := io.ReadAll(io.NewSectionReader(f, from, maxLogSize))
	if err != nil || len(text) == 0 {
		return "it said nothing"
	}
	worst := lastLine(string(text))
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "FATAL:") || strings.Contains(line, "PANIC:") {
			worst = strings.TrimSpace(line)
		}
	}
	return worst
}

// evictPredecessor deals with a postmaster.pid left in the data. We hold the folder's
// lock, so no living factdesk is behind it: a server that still runs on the data was
// left behind by one that was killed, and is stopped. A number that by now is some
// other program's would make PostgreSQL refuse to start for ever, so that file goes. A
// number that is nobody's stays: PostgreSQL finds in the same file whether processes
// of the dead server still hold its shared memory.
func (c *Cluster) evictPredecessor(ctx context.Context) error {
	text, err := os.ReadFile(c.dir.pidFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for a server left behind: %w", err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err == nil && pid > 1 && !isAlive(pid) {
		return nil
	}
	if err != nil || pid <= 1 || !runsOn(pid, c.dir.data()) {
		if err := os.Remove(c.dir.pidFile()); err != nil {
			return fmt.Errorf("remove a stale lock: %w", err)
		}
		return nil
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return fmt.Errorf("look for a server left behind: %w", err)
	}
	c.opts.Logger.LogAttrs(ctx, slog.LevelWarn, "stopping a PostgreSQL that was left behind", slog.Int("pid", pid))
	signal(process, stopFast)
	patience, cancel := context.WithTimeout(ctx, fastStopTimeout)
	defer cancel()
	for isAlive(pid) && stillNamed(c.dir.pidFile(), first) {
		if pause(patience, pollInterval) != nil {
			return fmt.Errorf("a PostgreSQL that was left behind (process %d) does not stop: end it and start again", pid)
		}
	}
	return nil
}

// stillNamed tells whether the pid file still begins with the line: a server removes
// it as the last thing it does.
func stillNamed(path, line string) bool {
	text, err := os.ReadFile(path)
	return err == nil && strings.HasPrefix(string(text), line+"\n")
}

// runsOn tells whether a process is a PostgreSQL server on this data. Servers work in
// their data folder, which /proc shows whatever path they were given; elsewhere the
// path of our own launch has to do.
func runsOn(pid int, data string) bool {
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	name, err := os.ReadFile(filepath.Join(proc, "comm"))
	if err != nil {
		out, err := exec.Command("ps", "-o", "args=", "-p", strconv.Itoa(pid)).Output()
		return err == nil && strings.Contains(string(out), "postgres -D "+data)
	}
	if base := strings.TrimSpace(string(name)); base != "postgres" && base != "postmaster" {
		return false
	}
	theirs, err := os.Stat(filepath.Join(proc, "cwd"))
	if err != nil {
		return false
	}
	ours, err := os.Stat(data)
	return err == nil && os.SameFile(theirs, ours)
}

// ensureDatabase makes the database on first start.
func (c *Cluster) ensureDatabase(ctx context.Context) (err error) {
	conn, err := pgx.Connect(ctx, c.urlOf("postgres"))
	if err != nil {
		return fmt.Errorf("connect to the new PostgreSQL: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close(ctx)) }()
	var exists bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", Database).Scan(&exists); err != nil {
		return fmt.Errorf("look for the database %s: %w", Database, err)
	}
	if exists {
		return nil
	}
	if _, err := conn.Exec(ctx, "create database "+Database); err != nil {
		return fmt.Errorf("make the database %s: %w", Database, err)
	}
	return nil
}
