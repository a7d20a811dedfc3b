package main

import (
	"bytes"
	"strings"
	"testing"

	"factdesk/internal/postgres/pgtest"
)

// user runs one command on the database at url and returns its status and what it wrote.
func user(t *testing.T, url, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errOut bytes.Buffer
	status = runUser(t.Context(), args, terminal{stdin: strings.NewReader(stdin), stdout: &out, stderr: &errOut, getenv: environment(url)})
	return status, out.String(), errOut.String()
}

func TestUser_LooksAfterAccounts(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	for _, tc := range []struct {
		args   string // words
		stdin  string
		status int
		want   string // in what is written
	}{
		{"list", "", 0, "EMAIL"},
		{"add jo@desk.example --name Jo --desk news", "a long enough password\n", 1, "no such desk"},
		{"add jo@desk.example --name Jo --desk news --desk-name Newsdesk", "short\n", 1, "at least 10 characters"},
		{"add jo@desk.example --name Jo --desk news --desk-name Newsdesk", "a long enough password\n", 0, "jo@desk.example is admin at the desk news"},
		{"add al@desk.example --name Al --desk more --desk-name Moredesk", "a long enough password\n", 1, "set up already"},
		{"add --name Al --desk news al@desk.example", "a long enough password", 0, "al@desk.example is editor at the desk news"},
		{"add al@desk.example --name Al --desk news", "a long enough password\n", 1, "has an account already"},
		{"add al@desk.example --existing --desk news", "", 1, "member of the desk already"},
		{"add al@desk.example --existing --desk more --desk-name Moredesk", "", 0, "al@desk.example is admin at the desk more"},
		{"add jo@desk.example --existing --desk more --role boss", "", 1, "no such role"},
		{"add jo@desk.example --existing --desk more --role viewer", "", 0, "jo@desk.example is viewer at the desk more"},
		{"password nobody@desk.example", "a long enough password\n", 1, "no such account"},
		{"password jo@desk.example", "", 1, "password is missing"},
		{"password jo@desk.example", "another long password\r\n", 0, "jo@desk.example has a new password"},
		{"disable jo@desk.example", "", 1, "Make another member admin first."},
		{"list", "", 0, "jo@desk.example  Jo    active  more (viewer), news (admin)"},
	} {
		status, stdout, stderr := user(t, url, tc.stdin, strings.Fields(tc.args)...)
		text, other := stdout, stderr
		if tc.status != 0 {
			text, other = stderr, stdout
		}
		if status != tc.status || !strings.Contains(text, tc.want) || other != "" || tc.status != 0 && strings.Count(text, "\n") != 1 {
			t.Errorf("factdesk user %s: status %d, stdout %q, stderr %q; want %d and %q", tc.args, status, stdout, stderr, tc.status, tc.want)
		}
	}
}

func TestUser_DisablesAndEnables(t *testing.T) {
	t.Parallel()
	url := pgtest.URL(t)
	const password = "a long enough password\n"
	user(t, url, password, "add", "jo@desk.example", "--name", "Jo", "--desk", "news", "--desk-name", "Newsdesk")
	user(t, url, password, "add", "al@desk.example", "--name", "Al\x1b[31m", "--desk", "news")
	if status, stdout, stderr := user(t, url, "", "disable", "AL@desk.example"); status != 0 || stderr != "" {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	if _, stdout, _ := user(t, url, "", "list"); !strings.Contains(stdout, "disabled") || strings.Contains(stdout, "\x1b") {
		t.Errorf("list %q", stdout)
	}
	if status, stdout, stderr := user(t, url, "", "enable", "AL@desk.example"); status != 0 || stderr != "" || !strings.Contains(stdout, "may sign in") {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	if _, stdout, _ := user(t, url, "", "list"); strings.Contains(stdout, "disabled") {
		t.Errorf("list %q", stdout)
	}
	if status, _, stderr := user(t, url, "", "enable", "nobody@desk.example"); status != 1 || !strings.Contains(stderr, "no such account") {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
}

func TestUser_WrongUsage(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]string{
		"":                                                       "say what to do",
		"remove jo@desk.example":                                 `there is no "remove"`,
		"add --name Jo --desk news":                              "e-mail address is missing",
		"add jo@desk.example --desk news":                        "--name is missing",
		"add jo@desk.example --name Jo":                          "--desk is missing",
		"add a@b c@d --name Jo --desk news":                      "too many arguments",
		"add a@b --existing --name Jo --desk":                    "needs an argument",
		"add a@b --existing --name Jo --desk news":               "leave --name out",
		"add a@b --name Jo --desk n --desk-name N --role editor": "leave --role out",
		"password":              "e-mail address is missing",
		"disable a@b --desk x":  "not defined",
		"list jo@desk.example ": "too many arguments",
	} {
		status, stdout, stderr := user(t, "postgres://nowhere.invalid/none", "", strings.Fields(args)...)
		if status != 2 || stdout != "" || !strings.Contains(stderr, want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("factdesk user %s: status %d, stdout %q, stderr %q; want %q", args, status, stdout, stderr, want)
		}
	}
}

func TestUser_Help(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--help"}, {"help"}, {"add", "--help"}, {"list", "-h"}} {
		if status, stdout, stderr := user(t, "", "", args...); status != 0 || stdout != userUsage || stderr != "" {
			t.Errorf("%q: status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
	}
}

func TestUser_BadEnvironment(t *testing.T) {
	t.Parallel()
	status, stdout, stderr := user(t, "no url at all", "", "list")
	if status != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
}
