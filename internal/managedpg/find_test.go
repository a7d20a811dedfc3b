package managedpg

import (
	"os"
	"path/filepath"
	"testing"
)

func TestParseVersion(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		out  string
		want int
	}{
		{"postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", 15},
		{"postgres (PostgreSQL) 18.3\n", 18},
		{"postgres (PostgreSQL) 19beta1\n", 19},
		{"postgres, but not the one you mean", 0},
	} {
		got, err := parseVersion(tt.out)
		if got != tt.want || (err == nil) != (tt.want != 0) {
			t.Errorf("parseVersion(%q) = %d, %v; want %d", tt.out, got, err, tt.want)
		}
	}
}

func TestPick(t *testing.T) {
	t.Parallel()
	found := []programs{{"/a", 15}, {"/b", 18}, {"/c", 17}}
	for _, tt := range []struct {
		want int
		dir  string
	}{{0, "/a"}, {17, "/c"}, {16, ""}} {
		if got, ok := pick(found, tt.want); got.dir != tt.dir || ok != (tt.dir != "") {
			t.Errorf("pick(%d) = %v, %t; want %q", tt.want, got, ok, tt.dir)
		}
	}
}

func TestProbeLinkPassesOverWrappers(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "postgres")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nexec su postgres -c postgres\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if p, err := probeLink(t.Context(), path, identity{}); err == nil {
		t.Errorf("took the wrapper for %+v", p)
	}
}

func TestReleaseOfEachMajor(t *testing.T) {
	t.Parallel()
	for major := minMajor; major <= 18; major++ {
		if v, ok := release(major); !ok || v == "" {
			t.Errorf("release(%d) = %q, %t", major, v, ok)
		}
	}
	if v, ok := release(12); ok {
		t.Errorf("release(12) = %q, want none", v)
	}
}
