// Package managedpg owns a private PostgreSQL: it finds the programs, makes the
// data folder, starts the server, stops it, and starts it again after either of
// them was killed. It must not know what is stored: it hands out a URL.
//
// The server listens on a Unix socket in a folder only its user may enter, and asks
// for a generated password besides. PostgreSQL refuses to run as root, so under
// root it runs as another user, to whom the data folder is given.
package managedpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// Names inside the cluster, and how long its server gets for what.
const (
	Database = "factdesk" // the database that is made on first start
	user     = "factdesk"
	port     = "5432" // only part of the socket's name: nothing listens on TCP

	startTimeout     = 5 * time.Minute  // recovery after a crash included
	predecessorWait  = 15 * time.Second // for another server to let go of the folder
	fastStopTimeout  = 20 * time.Second
	harshStopTimeout = 5 * time.Second
	pollInterval     = 20 * time.Millisecond
)

// Options say where the cluster lives and how careful it must be.
type Options struct {
	// DataDir holds the data, the password and the server's log. It is made when
	// absent, and belongs to the cluster alone.
	DataDir string
	// BinDir is where initdb and postgres are; empty to look for them.
	BinDir string
	// ShelterDir takes a new data folder that the server's user cannot reach where it was
	// asked for, which then is a link; /var/lib/factdesk when empty. Matters only to root.
	ShelterDir string
	// CacheDir keeps PostgreSQL if it has to be downloaded; empty for the user's cache folder.
	CacheDir string
	// Durable makes commits survive a crash of the machine. Tests do without.
	Durable bool
	// MaxConns bounds the server's connections; 0 means 60.
	MaxConns int
	// Logger hears of starts and stops; nil discards them.
	Logger *slog.Logger
}

// Cluster is a running server. Its methods are safe for concurrent use.
type Cluster struct {
	opts     Options
	dir      layout
	as       identity
	version  int
	password string
	socket   string
	unlock   func() error
	watch    *watchdog
	exited   chan struct{} // closed when cmd has ended

	stopping sync.Mutex
	cmd      *exec.Cmd // nil unless a server was launched and not stopped
}

// Start brings up the server on opts.DataDir and returns when it answers. ctx bounds
// the start, not the life of the server: that ends with Stop, or with this process.
// An error says in one line what to do about it.
func Start(ctx context.Context, opts Options) (_ *Cluster, err error) {
	if opts.Logger == nil {
		opts.Logger = slog.New(slog.DiscardHandler)
	}
	if opts.MaxConns == 0 {
		opts.MaxConns = 60
	}
	if opts.ShelterDir == "" {
		opts.ShelterDir = "/var/lib/factdesk"
	}
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	c := &Cluster{opts: opts}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.Stop(context.WithoutCancel(ctx)))
		}
	}()
	if c.dir, c.as, err = prepare(opts); err != nil {
		return nil, err
	}
	if c.unlock, err = lockFolder(ctx, c.dir.lock()); err != nil {
		return nil, err
	}
	bin, err := c.programs(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.initialise(ctx, bin); err != nil {
		return nil, err
	}
	if c.socket, err = socketFolder(c.dir, c.as); err != nil {
		return nil, err
	}
	if err := c.launch(ctx, bin); err != nil {
		return nil, err
	}
	if err := c.ensureDatabase(ctx); err != nil {
		return nil, err
	}
	opts.Logger.LogAttrs(ctx, slog.LevelInfo, "PostgreSQL is up",
		slog.Int("version", bin.major), slog.String("data", c.dir.root), slog.String("user", c.as.name))
	return c, nil
}

// programs picks the PostgreSQL to run: one of the data's major version when there is
// data, else the first found, else one that is downloaded.
func (c *Cluster) programs(ctx context.Context) (programs, error) {
	want, err := c.dir.dataVersion()
	if err != nil {
		return programs{}, err
	}
	found, err := find(ctx, c.opts.BinDir, c.as)
	if err != nil {
		return programs{}, err
	}
	bin, ok := pick(found, want)
	switch {
	case ok:
		return bin, nil
	case c.opts.BinDir != "":
		return programs{}, fmt.Errorf("the data in %s was made by PostgreSQL %d, and %s has PostgreSQL %d: name a folder with PostgreSQL %d, or move the data with pg_upgrade",
			c.dir.root, want, c.opts.BinDir, found[0].major, want)
	}
	return download(ctx, c.opts, want, c.as)
}

// URL returns how to connect to the database as the owner of the cluster. It holds the password.
func (c *Cluster) URL() string { return c.urlOf(Database) }

func (c *Cluster) urlOf(database string) string {
	u := url.URL{Scheme: "postgres", User: url.UserPassword(user, c.password), Path: "/" + database,
		RawQuery: url.Values{"host": {c.socket}, "port": {port}, "sslmode": {"disable"}}.Encode()}
	return u.String()
}

// Version returns the major version of the server, such as 17.
func (c *Cluster) Version() int { return c.version }

// Done is closed when the server has ended, whether by Stop or on its own.
func (c *Cluster) Done() <-chan struct{} { return c.exited }

// Stop ends the server: it breaks connections off, writes everything down and leaves.
// If that takes longer than 20 s or ctx, it is made to leave at once, which costs no
// committed data, only a recovery at the next start. Stop again does nothing.
func (c *Cluster) Stop(ctx context.Context) error {
	c.stopping.Lock()
	defer c.stopping.Unlock()
	var err error
	if c.cmd != nil {
		c.watch.dismiss() // before its pid can become another's
		err = c.stopServer(ctx)
		c.cmd = nil
		c.opts.Logger.LogAttrs(ctx, slog.LevelInfo, "PostgreSQL has stopped", slog.String("data", c.dir.root))
	}
	if c.socket != "" && filepath.Dir(c.socket) != c.dir.root {
		err = errors.Join(err, os.RemoveAll(c.socket))
	}
	if c.unlock != nil {
		err = errors.Join(err, c.unlock())
		c.unlock = nil
	}
	return err
}

func (c *Cluster) stopServer(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, fastStopTimeout)
	defer cancel()
	signal(c.cmd.Process, stopFast)
	select {
	case <-c.exited:
		return nil
	case <-ctx.Done():
	}
	signal(c.cmd.Process, stopNow)
	timer := time.NewTimer(harshStopTimeout)
	defer timer.Stop()
	select {
	case <-c.exited:
		return nil
	case <-timer.C:
	}
	if err := c.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("end PostgreSQL (process %d): %w", c.cmd.Process.Pid, err)
	}
	<-c.exited
	return nil
}
