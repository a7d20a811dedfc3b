package managedpg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

// minMajor is the oldest PostgreSQL the schema works on.
const minMajor = 15

// programs is one installed PostgreSQL.
type programs struct {
	dir   string
	major int
}

func (p programs) path(name string) string { return filepath.Join(p.dir, name) }

// installs lists where packages put PostgreSQL: Debian, Red Hat, from source,
// Homebrew on either processor, Postgres.app.
func installs() []string {
	return []string{
		"/usr/lib/postgresql/*/bin",
		"/usr/pgsql-*/bin",
		"/usr/local/pgsql/bin",
		"/opt/homebrew/opt/postgresql@*/bin",
		"/usr/local/opt/postgresql@*/bin",
		"/Applications/Postgres.app/Contents/Versions/*/bin",
	}
}

// find returns the installed PostgreSQLs that are new enough: the explicit one alone
// if a folder is named, else the one on PATH, then the usual places, newest first.
// Naming a folder that holds none is an error; finding nothing else is not.
func find(ctx context.Context, explicit string, as identity) ([]programs, error) {
	if explicit != "" {
		dir, err := filepath.Abs(explicit)
		if err != nil {
			return nil, fmt.Errorf("find PostgreSQL: %w", err)
		}
		p, err := probe(ctx, dir, as)
		if err != nil {
			return nil, fmt.Errorf("no usable PostgreSQL in %s: %w", explicit, err)
		}
		return []programs{p}, nil
	}
	var found []programs
	if path, err := exec.LookPath("postgres"); err == nil {
		if p, err := probeLink(ctx, path, as); err == nil {
			found = append(found, p)
		}
	}
	var usual []programs
	for _, pattern := range installs() {
		dirs, err := filepath.Glob(pattern)
		if err != nil {
			return nil, fmt.Errorf("find PostgreSQL: %w", err)
		}
		for _, dir := range dirs {
			if p, err := probe(ctx, dir, as); err == nil {
				usual = append(usual, p)
			}
		}
	}
	slices.SortStableFunc(usual, func(a, b programs) int { return b.major - a.major })
	return append(found, usual...), nil
}

// pick returns the first program of the wanted major version, or the first of all
// when no version is wanted (0).
func pick(found []programs, want int) (programs, bool) {
	i := slices.IndexFunc(found, func(p programs) bool { return want == 0 || p.major == want })
	if i < 0 {
		return programs{}, false
	}
	return found[i], true
}

// probeLink looks at the folder a program on PATH really is in: packages link it
// from /usr/local/bin, without the rest. A script there is somebody's wrapper that
// changes the user or the arguments, and is passed over.
func probeLink(ctx context.Context, path string, as identity) (programs, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return programs{}, err
	}
	script, err := isScript(real)
	if err != nil {
		return programs{}, err
	}
	if script {
		return programs{}, errors.New("a script")
	}
	return probe(ctx, filepath.Dir(real), as)
}

func isScript(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }() // only read
	head := make([]byte, 2)
	if _, err := f.Read(head); err != nil {
		return false, err
	}
	return bytes.Equal(head, []byte("#!")), nil
}

// probe asks the postgres in dir for its version, as the user who will run it, so
// that a folder this user cannot enter is found out here.
func probe(ctx context.Context, dir string, as identity) (programs, error) {
	p := programs{dir: dir}
	if err := as.mayEnter(dir); err != nil {
		return p, err
	}
	for _, name := range []string{"initdb", "postgres"} {
		if _, err := os.Stat(p.path(name)); err != nil {
			return p, err
		}
	}
	cmd := as.command(ctx, "/", p.path("postgres"), "--version")
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok { // such as a missing library
		return p, fmt.Errorf("run postgres --version: %w: %s", err, lastLine(string(exit.Stderr)))
	}
	if err != nil {
		return p, fmt.Errorf("run postgres --version: %w", err)
	}
	if p.major, err = parseVersion(string(out)); err != nil {
		return p, err
	}
	if p.major < minMajor {
		return p, fmt.Errorf("PostgreSQL %d is too old: %d or newer is needed", p.major, minMajor)
	}
	return p, nil
}

// parseVersion reads the major version out of "postgres (PostgreSQL) 15.18 (Debian …)".
func parseVersion(out string) (int, error) {
	m := regexp.MustCompile(`\(PostgreSQL\) (\d+)`).FindStringSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("unknown version of PostgreSQL: %q", out)
	}
	return strconv.Atoi(m[1])
}
