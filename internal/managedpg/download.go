package managedpg

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// errUnpacked stands where the download itself was fine and what came of it was not.
var errUnpacked = errors.New("the download does not run here")

// release returns the PostgreSQL to download for data of a major version; 0 for new data.
func release(major int) (embeddedpostgres.PostgresVersion, bool) {
	switch major {
	case 0, 18:
		return embeddedpostgres.V18, true
	case 17:
		return embeddedpostgres.V17, true
	case 16:
		return embeddedpostgres.V16, true
	case 15:
		return embeddedpostgres.V15, true
	}
	return "", false
}

// download fetches PostgreSQL into the cache folder, once, and returns its programs.
func download(ctx context.Context, opts Options, want int, as identity) (programs, error) {
	version, ok := release(want)
	if !ok {
		return programs{}, fmt.Errorf("the data in %s was made by PostgreSQL %d, which is not installed: install it or move the data with pg_upgrade", opts.DataDir, want)
	}
	cache, err := cacheFolder(opts, as)
	if err != nil {
		return programs{}, err
	}
	home := filepath.Join(cache, "postgresql-"+string(version))
	bin := filepath.Join(home, "bin")
	if p, err := probe(ctx, bin, as); err == nil {
		return p, nil
	}
	opts.Logger.LogAttrs(ctx, slog.LevelInfo, "no PostgreSQL is installed: downloading it", slog.String("version", string(version)), slog.String("to", home))
	// The library cannot be told to give up; it is left to itself then.
	done := make(chan error, 1)
	go func() { done <- unpack(version, cache, home) }()
	var cause error
	select {
	case cause = <-done:
	case <-ctx.Done():
		return programs{}, fmt.Errorf("download PostgreSQL: %w", ctx.Err())
	}
	p, err := probe(ctx, bin, as)
	if err != nil {
		return programs{}, fmt.Errorf("no PostgreSQL %d or newer found, nor could it be downloaded: set DATABASE_URL, install PostgreSQL, or name the folder of initdb and postgres in FACTDESK_PGBIN: %w (%w)",
			max(want, minMajor), cmp.Or(cause, errUnpacked), err)
	}
	return p, nil
}

// cacheFolder makes a folder that the server's user can read: root's own is closed to others.
func cacheFolder(opts Options, as identity) (string, error) {
	dir := opts.CacheDir
	switch {
	case dir != "":
	case as.drop:
		dir = "/var/cache/factdesk"
	default:
		user, err := os.UserCacheDir()
		if err != nil {
			return "", fmt.Errorf("find the cache folder: %w", err)
		}
		dir = filepath.Join(user, "factdesk")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the cache folder: %w", err)
	}
	return filepath.Abs(dir)
}

// unpack has the library download and unpack PostgreSQL into home. It can only do so
// on the way to a running server, so it gets a throw-away one; under root that fails
// after the unpacking, which is all that was wanted: the caller looks at what is there.
func unpack(version embeddedpostgres.PostgresVersion, cache, home string) (err error) {
	free, err := freePort()
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "factdesk-pg-")
	if err != nil {
		return fmt.Errorf("make a scratch folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	trial := embeddedpostgres.NewDatabase(embeddedpostgres.DefaultConfig().
		Version(version).Port(free).Logger(io.Discard).CachePath(cache).BinariesPath(home).
		RuntimePath(filepath.Join(scratch, "run")).DataPath(filepath.Join(scratch, "data")))
	if err := trial.Start(); err != nil {
		return fmt.Errorf("download PostgreSQL: %w", err)
	}
	return trial.Stop()
}

func freePort() (uint32, error) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return 0, fmt.Errorf("find a free port: %w", err)
	}
	defer func() { _ = l.Close() }() // nobody ever connects
	_, text, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseUint(text, 10, 16)
	return uint32(n), err
}
