package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factdesk/internal/postgres/pgtest"
)

// TestResplit splits what older rules split, once.
func TestResplit(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	file := filepath.Join(t.TempDir(), "bridge.txt")
	text := "The bridge was closed in May 2024, the mayor said. It cost $12 million to build in 1931."
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	must := func(args string, says ...string) {
		t.Helper()
		status, stdout, stderr := typed(t, url, "a long enough password\n", strings.Fields(args)...)
		if status != 0 || stderr != "" && !strings.HasPrefix(args, "user") {
			t.Fatalf("factdesk %s: status %d, %q", args, status, stderr)
		}
		for _, words := range says {
			if !strings.Contains(stdout, words) {
				t.Errorf("factdesk %s: %q, want %q", args, stdout, words)
			}
		}
	}
	must("user add jo@desk.example --name Jo --desk news --desk-name Newsdesk --role admin")
	must("import " + file + " --desk news")
	must("import " + file + " --desk news")
	must("resplit --desk news", "0 of 2 articles were split again")
	owner := pgtest.OwnerConn(t, pgtest.Open(t, url))
	for _, sql := range []string{"set session_replication_role = replica", "update splitting set splitter = 'rules-of-old'"} {
		if _, err := owner.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	must("resplit --desk news --dry-run", "1 /articles/1: 0 added", "2 of 2 articles would be")
	must("resplit 2 --desk news --as jo@desk.example", "2 /articles/2: 0 added, 0 brought up to date", "1 of 1 articles were")
	must("resplit --desk news", "1 /articles/1: 0 added", "1 of 2 articles were")
	must("verify", "all in order")
	if status, stdout, stderr := typed(t, url, "", "resplit", "7", "--desk", "news"); status != 1 || stdout != "" || !strings.Contains(stderr, "Article 7: There is no such article") {
		t.Errorf("no such article: status %d, %q, %q", status, stdout, stderr)
	}
}
