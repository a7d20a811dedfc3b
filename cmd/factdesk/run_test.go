package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"
	"factdesk/seeds"
)

// typed runs the program with arguments and returns its status and what it wrote.
func typed(t *testing.T, url, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errOut bytes.Buffer
	status = run(t.Context(), args, terminal{stdin: strings.NewReader(stdin), stdout: &out, stderr: &errOut, getenv: environment(url)})
	return status, out.String(), errOut.String()
}

func environment(url string) func(string) string {
	return func(name string) string {
		if name == "DATABASE_URL" {
			return url
		}
		return ""
	}
}

// TestUsage: help goes to standard output with status 0 and has an example; wrong usage is one
// line on standard error with status 2.
func TestUsage(t *testing.T) {
	t.Parallel()
	for _, c := range commands() {
		status, stdout, stderr := typed(t, "", "", c.name, "--help")
		if status != 0 || stderr != "" || !strings.Contains(stdout, "usage: factdesk "+c.name) || !strings.Contains(stdout, "\nexample:\n  ") {
			t.Errorf("%s --help: status %d, %q, %q", c.name, status, stdout, stderr)
		}
		status, stdout, stderr = typed(t, "", "", c.name, "--no-such-flag")
		if status != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "factdesk "+c.name+" --help") {
			t.Errorf("%s --no-such-flag: status %d, %q, %q", c.name, status, stdout, stderr)
		}
	}
	for _, tt := range []struct {
		args   string
		status int
		says   string
	}{
		{"", 2, "usage:"},
		{"help", 0, "factdesk demo"},
		{"--help", 0, "factdesk demo"},
		{"sing", 2, `no command "sing"`},
		{"serve --addr 8080", 2, "HOST:PORT"},
		{"serve now", 2, `"now" is too much`},
		{"migrate", 2, "say up or status"},
		{"migrate down", 2, "say up or status"},
		{"verify everything", 2, "too much"},
		{"export", 2, "name one report"},
		{"export bridges", 2, "--format is missing"},
		{"export bridges --format pdf", 2, "the formats are"},
		{"import", 2, "name one file"},
		{"import a.txt", 2, "--desk is missing"},
		{"import https://example.org/ --desk news", 2, "save https://example.org/ as a file"},
		{"resplit", 2, "--desk is missing"},
		{"resplit bridge --desk news", 2, "not the number of an article"},
		{"import a.txt --desk news --published yesterday", 2, "--published is a date"},
	} {
		status, stdout, stderr := typed(t, "", "", strings.Fields(tt.args)...)
		if status != tt.status || !strings.Contains(stdout+stderr, tt.says) {
			t.Errorf("factdesk %s: status %d, %q, %q; want %d and %q", tt.args, status, stdout, stderr, tt.status, tt.says)
		}
	}
}

// TestCommandsHaveADeadline: one that waits for the database too long ends, and says so.
func TestCommandsHaveADeadline(t *testing.T) {
	t.Parallel()
	term := terminal{getenv: environment(pgtest.URL(t))}
	err := onDatabase(t.Context(), term, time.Nanosecond, func(ctx context.Context, w *workflow.Workflow) error {
		_, err := w.Accounts(ctx)
		return err
	})
	if !errors.Is(err, context.DeadlineExceeded) || errs.KindOf(err) != errs.Unavailable {
		t.Errorf("a command out of time ends with %v", err)
	}
}

// TestCommands works on one database, as somebody at a terminal would.
func TestCommands(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	file := filepath.Join(t.TempDir(), "ferry.html")
	const page = `<html lang="en"><title>Ferry costs rise</title><article><h1>Ferry costs rise</h1><p>The ferry cost $12 million last year, the port said.</p></article></html>`
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args   string
		stdin  string
		status int
		says   string // on standard output when done, else on standard error
	}{
		{"migrate up", "", 0, "00001"},
		{"migrate status", "", 0, "desk.sql"},
		{"verify", "", 0, "there are no desks yet"},
		{"verify --desk news", "", 1, "no such desk"},
		{"user add jo@desk.example --name Jo --desk news --desk-name Newsdesk", "a long enough password\n", 0, "admin"},
		{"import " + file + " --desk news", "", 0, "1 /articles/1\n"},
		{"import - --desk news --title Typed --published 2026-03-09", "The bridge was closed in May, the mayor said.", 0, "2 /articles/2\n"},
		{"import --desk news -- -", "The bridge was closed in May, the mayor said.", 0, "3 /articles/3\n"},
		{"import " + file + " --desk other", "", 1, "no such desk"},
		{"import " + file + " --desk news --as al@desk.example", "", 1, "no such member"},
		{"import - --desk news", "", 1, "no text"},
		{"import - --desk news", "caf\xe9 au lait", 1, "UTF-8"},
		{"import /no/such/file --desk news", "", 1, "no such file"},
		{"verify --desk news", "", 0, "news: 5 events, all in order\n"},
		{"export bridges --format md", "", 1, "No published report"},
	} {
		status, stdout, stderr := typed(t, url, tt.stdin, strings.Fields(tt.args)...)
		text := stdout
		if tt.status != 0 {
			text = stderr
			if strings.Count(stderr, "\n") != 1 {
				t.Errorf("factdesk %s: the failure is not one line: %q", tt.args, stderr)
			}
		}
		if status != tt.status || !strings.Contains(text, tt.says) {
			t.Errorf("factdesk %s: status %d, stdout %q, stderr %q; want %d and %q", tt.args, status, stdout, stderr, tt.status, tt.says)
		}
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"version", "--version"} {
		status, stdout, stderr := typed(t, "", "", word)
		if status != 0 || !strings.HasPrefix(stdout, "factdesk ") || !strings.Contains(stdout, "go1.") || strings.Count(stdout, "\n") != 1 || stderr != "" {
			t.Errorf("factdesk %s: status %d, %q, %q", word, status, stdout, stderr)
		}
	}
	built := &debug.BuildInfo{GoVersion: "go1.26", Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}}}
	built.Main.Version = "v1.2.3"
	if got, want := versionLine(built), "factdesk v1.2.3, commit abc with changes, go1.26"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := versionLine(nil); !strings.Contains(got, "unknown") {
		t.Errorf("of no build: %q", got)
	}
}

// TestNothingThere: a command that works on what is there says that nothing is, and makes nothing.
func TestNothingThere(t *testing.T) {
	t.Parallel()
	article := filepath.Join(t.TempDir(), "bridge.txt")
	if err := os.WriteFile(article, []byte("The bridge was closed in May, the mayor said."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"verify", "user list", "user disable jo@desk.example", "user password jo@desk.example", "user add jo@desk.example --name Jo --desk news",
		"export bridges --format json", "import " + article + " --desk news", "resplit --desk news", "migrate status",
	} {
		data := filepath.Join(t.TempDir(), "data")
		var out, errOut bytes.Buffer
		status := run(t.Context(), strings.Fields(args), terminal{stdin: strings.NewReader("a long enough password\n"), stdout: &out, stderr: &errOut, getenv: func(name string) string {
			if name == "FACTDESK_DATA" {
				return data
			}
			return ""
		}})
		want := "there is no data in " + data + ": run factdesk serve or demo first"
		if status != 1 || out.Len() > 0 || strings.Count(errOut.String(), "\n") != 1 || !strings.Contains(errOut.String(), want) {
			t.Errorf("factdesk %s: status %d, stdout %q, stderr %q", args, status, &out, &errOut)
		}
		if _, err := os.Stat(data); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("factdesk %s made a folder: %v", args, err)
		}
	}
}

// TestVerifyFindsWhatWasChanged changes an event behind the program's back.
func TestVerifyFindsWhatWasChanged(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	typed(t, url, "a long enough password\n", strings.Fields("user add jo@desk.example --name Jo --desk news --desk-name Newsdesk")...)
	owner := pgtest.OwnerConn(t, pgtest.Open(t, url))
	for _, sql := range []string{
		"alter table event disable trigger all",
		"update event set body = replace(body, 'Newsdesk', 'Another') where seq = 1",
	} {
		if _, err := owner.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	status, stdout, stderr := typed(t, url, "", "verify")
	if status != 1 || !strings.Contains(stdout, "news: broken at event 1") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("status %d, %q, %q", status, stdout, stderr)
	}
}

var listening = regexp.MustCompile(`listening on (http://[^\s]+)\n`)

// TestDemo runs the demonstration, asks whether it is ready, exports its report, and ends it.
func TestDemo(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	data := t.TempDir()
	stderr, stderrIn := io.Pipe()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	getenv := func(name string) string {
		switch name {
		case "DATABASE_URL":
			return url
		case "FACTDESK_DATA":
			return data
		}
		return ""
	}
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"demo", "--addr", "127.0.0.1:0"}, terminal{stdin: strings.NewReader(""), stdout: io.Discard, stderr: stderrIn, getenv: getenv})
		_ = stderrIn.Close()
	}()
	address := readUntil(t, stderr, listening)
	response, err := http.Get(address + "/r/" + seeds.Desk)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(string(body), "/r/demo/") {
		t.Errorf("the public list: status %d, %v", response.StatusCode, err)
	}
	_ = response.Body.Close()
	var out, errOut bytes.Buffer
	status := run(ctx, []string{"health"}, terminal{stdout: &out, stderr: &errOut, getenv: func(name string) string {
		if name == "FACTDESK_ADDR" {
			return strings.TrimPrefix(address, "http://")
		}
		return ""
	}})
	if status != 0 || out.String() != "ok\n" {
		t.Errorf("health: status %d, %q, %q", status, &out, &errOut)
	}
	slug := regexp.MustCompile(`/r/demo/([a-z0-9-]+)"`).FindSubmatch(body)
	if slug == nil {
		t.Fatal("nothing is published")
	}
	var edition struct{ Claims []any }
	status, text, problem := typed(t, url, "", "export", string(slug[1]), "--format", "json")
	if err := json.Unmarshal([]byte(text), &edition); status != 0 || err != nil || len(edition.Claims) == 0 {
		t.Errorf("export: status %d, %q, %v", status, problem, err)
	}
	cancel()
	if status := <-ended; status != 0 {
		t.Errorf("demo ended with status %d", status)
	}
}

// readUntil reads r until the pattern's group is found, and keeps reading what follows.
func readUntil(t *testing.T, r io.Reader, pattern *regexp.Regexp) string {
	t.Helper()
	var seen bytes.Buffer
	chunk := make([]byte, 4096)
	for {
		n, err := r.Read(chunk)
		seen.Write(chunk[:n])
		if found := pattern.FindSubmatch(seen.Bytes()); found != nil {
			go func() { _, _ = io.Copy(io.Discard, r) }()
			return string(found[1])
		}
		if err != nil {
			t.Fatalf("it ended without %s: %s", pattern, &seen)
		}
	}
}

func TestHealthOfNothing(t *testing.T) {
	t.Parallel()
	var out, errOut bytes.Buffer
	status := run(t.Context(), []string{"health"}, terminal{stdout: &out, stderr: &errOut, getenv: func(name string) string {
		if name == "FACTDESK_ADDR" {
			return "127.0.0.1:1"
		}
		return ""
	}})
	if status != 1 || strings.Count(errOut.String(), "\n") != 1 || !strings.Contains(errOut.String(), "may not be running") {
		t.Errorf("status %d, %q", status, &errOut)
	}
	for addr, want := range map[string]string{"0.0.0.0:80": "127.0.0.1:80", ":80": "127.0.0.1:80", "[::]:80": "127.0.0.1:80", "db:80": "db:80"} {
		if got := local(addr); got != want {
			t.Errorf("local(%q) = %q, want %q", addr, got, want)
		}
	}
}
