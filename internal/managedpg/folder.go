package managedpg

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// socketPathMax is what every system takes for the path of a Unix socket: macOS has
// 104 bytes with the terminating zero, Linux 108.
const socketPathMax = 103

// maxLogSize is how large the server's log may be when it starts; a larger one is begun anew.
const maxLogSize = 10 << 20

// layout is what lies where in the data folder.
type layout struct{ root string }

// newLayout finds the data folder, also behind the link that shelter leaves.
func newLayout(dir string) (layout, error) {
	if dir == "" {
		return layout{}, errors.New("no data folder was named")
	}
	root, err := filepath.Abs(dir)
	if err != nil {
		return layout{}, fmt.Errorf("find the data folder: %w", err)
	}
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	return layout{root: root}, nil
}

func (l layout) lock() string     { return filepath.Join(l.root, "lock") }
func (l layout) password() string { return filepath.Join(l.root, "password") }
func (l layout) log() string      { return filepath.Join(l.root, "postgresql.log") }
func (l layout) data() string     { return filepath.Join(l.root, "pgdata") }
func (l layout) unborn() string   { return filepath.Join(l.root, "pgdata.new") }
func (l layout) socket() string   { return filepath.Join(l.root, "run") }
func (l layout) pidFile() string  { return filepath.Join(l.data(), "postmaster.pid") }

// Exists reports whether Start has ever made a database in the data folder dir. A folder that
// may not be looked into counts as one that has.
func Exists(dir string) bool {
	l, err := newLayout(dir)
	if err != nil {
		return false
	}
	_, err = os.Stat(l.data())
	return !errors.Is(err, fs.ErrNotExist)
}

// prepare makes the data folder and decides who the server runs as.
func prepare(opts Options) (layout, identity, error) {
	l, err := newLayout(opts.DataDir)
	if err != nil {
		return layout{}, identity{}, err
	}
	// Folders above it stay passable: the server may run as another user.
	if err := os.MkdirAll(filepath.Dir(l.root), 0o755); err != nil {
		return layout{}, identity{}, fmt.Errorf("make the data folder: %w", err)
	}
	if err := os.Mkdir(l.root, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return layout{}, identity{}, fmt.Errorf("make the data folder: %w", err)
	}
	as, err := serverIdentity(l.data())
	if err != nil {
		return layout{}, identity{}, err
	}
	if err := as.own(l.root); err != nil {
		return layout{}, identity{}, err
	}
	if as.mayEnter(l.root) != nil {
		if l, err = l.shelter(opts.ShelterDir, as); err != nil {
			return layout{}, identity{}, fmt.Errorf("PostgreSQL refuses to run as root and runs as %s, who cannot reach the data folder: keep the data elsewhere, such as FACTDESK_DATA=/var/lib/factdesk: %w", as.name, err)
		}
	}
	return l, as, nil
}

// shelter gives a new data folder, which stands where the server's user cannot go (a clone
// in /root, a temporary folder of root's), a place that it can reach, and leaves a link to it.
// Data that are there already are not moved.
func (l layout) shelter(parent string, as identity) (layout, error) {
	if err := os.Remove(l.root); err != nil {
		return layout{}, fmt.Errorf("there are data in %s: %w", l.root, as.mayEnter(l.root))
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return layout{}, fmt.Errorf("make a folder that can be reached: %w", err)
	}
	root, err := os.MkdirTemp(parent, "postgres-")
	if err != nil {
		return layout{}, fmt.Errorf("make a folder that can be reached: %w", err)
	}
	if err := as.own(root); err != nil {
		return layout{}, err
	}
	if err := as.mayEnter(root); err != nil {
		return layout{}, errors.Join(err, os.Remove(root))
	}
	if err := os.Symlink(root, l.root); err != nil {
		return layout{}, fmt.Errorf("link to the data: %w", err)
	}
	return layout{root: root}, nil
}

// dataVersion returns the major version of the PostgreSQL that made the data; 0 if there is none.
func (l layout) dataVersion() (int, error) {
	text, err := os.ReadFile(filepath.Join(l.data(), "PG_VERSION"))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read the version of the data: %w", err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("read the version of the data: %w", err)
	}
	return major, nil
}

// initialise makes the data of a new cluster, or reads the password of an old one. A
// new one is made beside its place and moved there whole, so that being interrupted
// leaves nothing half made.
func (c *Cluster) initialise(ctx context.Context, bin programs) error {
	c.version = bin.major
	old, err := c.dir.dataVersion()
	if err != nil {
		return err
	}
	if old != 0 {
		text, err := os.ReadFile(c.dir.password())
		if err != nil {
			return fmt.Errorf("read the password of the database: %w", err)
		}
		c.password = strings.TrimSpace(string(text))
		return nil
	}
	c.password = rand.Text()
	if err := os.WriteFile(c.dir.password(), []byte(c.password+"\n"), 0o600); err != nil {
		return fmt.Errorf("write the password of the database: %w", err)
	}
	if err := c.as.own(c.dir.password()); err != nil {
		return err
	}
	if err := c.initdb(ctx, bin); err != nil {
		return err
	}
	if err := os.Rename(c.dir.unborn(), c.dir.data()); err != nil {
		return fmt.Errorf("put the new database in place: %w", err)
	}
	return nil
}

// initdb makes an empty cluster. Collation is C, the same everywhere and fast; the
// character classes are Unicode's where the system has a locale that knows them, since
// under plain C lower('É') is 'É' and full-text search misses what it should find.
func (c *Cluster) initdb(ctx context.Context, bin programs) error {
	var errs []error
	for _, ctype := range []string{"C.UTF-8", "C.utf8", "en_US.UTF-8", "C"} {
		if err := os.RemoveAll(c.dir.unborn()); err != nil {
			return fmt.Errorf("clear away a database half made: %w", err)
		}
		args := []string{"--pgdata=" + c.dir.unborn(), "--username=" + user, "--pwfile=" + c.dir.password(),
			"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--lc-ctype=" + ctype, "--no-instructions"}
		if c.opts.Durable {
			args = append(args, "--data-checksums")
		} else {
			args = append(args, "--no-sync")
		}
		out, err := c.as.command(ctx, c.dir.root, bin.path("initdb"), args...).CombinedOutput()
		if err == nil {
			return nil
		}
		errs = append(errs, fmt.Errorf("initdb: %w: %s", err, lastLine(string(out))))
		if ctx.Err() != nil || !strings.Contains(string(out), "locale") {
			break
		}
	}
	return fmt.Errorf("make a new database in %s: %w", c.dir.root, errs[len(errs)-1])
}

// socketFolder makes the folder of the socket: in the data folder if its path is
// short enough, else one of a random name among the temporary files.
func socketFolder(l layout, as identity) (string, error) {
	dir := l.socket()
	if len(filepath.Join(dir, ".s.PGSQL."+port)) <= socketPathMax {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", fmt.Errorf("make the folder of the socket: %w", err)
		}
		return dir, as.own(dir)
	}
	var err error
	for _, temp := range []string{os.TempDir(), "/tmp"} {
		if dir, err = os.MkdirTemp(temp, "factdesk-"); err != nil {
			continue
		}
		if len(filepath.Join(dir, ".s.PGSQL."+port)) <= socketPathMax && as.mayEnter(temp) == nil {
			return dir, as.own(dir)
		}
		err = errors.Join(fmt.Errorf("the path %s is too long or closed", dir), os.Remove(dir))
	}
	return "", fmt.Errorf("make the folder of the socket: %w", err)
}

// openLog opens the server's log for appending, begun anew when it has grown large.
func (l layout) openLog() (*os.File, error) {
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(l.log()); err == nil && info.Size() > maxLogSize {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(l.log(), flags, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log of PostgreSQL: %w", err)
	}
	return f, nil
}

// lockFolder takes the folder's lock, which the system releases with the process
// however it ends. It waits a little for a predecessor that is on its way out.
func lockFolder(ctx context.Context, path string) (func() error, error) {
	ctx, cancel := context.WithTimeout(ctx, predecessorWait)
	defer cancel()
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	for {
		taken, err := tryLock(f)
		if err == nil && taken {
			return f.Close, nil
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("lock the data folder: %w", err), f.Close())
		}
		if pause(ctx, 10*pollInterval) != nil {
			return nil, errors.Join(fmt.Errorf("another factdesk uses the data folder %s: stop it, or name another folder", filepath.Dir(path)), f.Close())
		}
	}
}

// pause waits for d, or until ctx ends, whose error it then returns.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// lastLine returns the last line that says something.
func lastLine(out string) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}
