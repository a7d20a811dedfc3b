package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"factdesk/internal/server"
	"factdesk/internal/workflow"
)

// The exit statuses.
const (
	statusDone   = 0
	statusFailed = 1
	statusUsage  = 2
)

// terminal is what a command reads and writes. Results go to stdout, talk to stderr.
type terminal struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
}

// command is one subcommand.
type command struct {
	name    string
	summary string
	run     func(ctx context.Context, args []string, t terminal) int
}

func commands() []command {
	return []command{
		{"serve", "run the site", runServe},
		{"demo", "run the site on a demonstration desk", runDemo},
		{"migrate", "bring the database's schema up to date, or show where it is", runMigrate},
		{"split", "take an article apart, without a database", func(ctx context.Context, args []string, t terminal) int {
			return runSplit(ctx, args, t.stdin, t.stdout, t.stderr)
		}},
		{"import", "bring an article to a desk", runImport},
		{"resplit", "split a desk's articles again by newer rules", runResplit},
		{"export", "write a published report in another format", runExport},
		{"verify", "check the audit log", runVerify},
		{"user", "look after accounts", runUser},
		{"health", "ask a running site whether it is ready", runHealth},
		{"version", "say which version this is", runVersion},
	}
}

// run finds the subcommand and runs it. It returns the exit status.
func run(ctx context.Context, args []string, t terminal) int {
	if len(args) == 0 {
		fmt.Fprint(t.stderr, usage())
		return statusUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		fmt.Fprint(t.stdout, usage())
		return statusDone
	case "-version", "--version":
		return runVersion(ctx, args[1:], t)
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, args[1:], t)
		}
	}
	fmt.Fprintf(t.stderr, "factdesk: there is no command %q; see factdesk help\n", args[0])
	return statusUsage
}

func usage() string {
	var b strings.Builder
	b.WriteString("usage: factdesk COMMAND [ARGUMENTS]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", c.name, c.summary)
	}
	b.WriteString("\nEach takes --help.\n\nexample:\n  factdesk demo\n\n")
	return b.String()
}

// environmentHelp lists the environment for the help of the commands that read it.
func environmentHelp() string {
	var b strings.Builder
	b.WriteString("environment:\n")
	for _, v := range server.Variables() {
		fmt.Fprintf(&b, "  %-24s %s (default: %s)\n", v.Name, v.Meaning, v.Default)
	}
	return b.String()
}

// errUsage marks an error of how a command was called.
var errUsage = errors.New("wrong usage")

// wrongUsage returns an error about how a command was called.
func wrongUsage(format string, args ...any) error {
	return fmt.Errorf("%w: %w", errUsage, fmt.Errorf(format, args...))
}

// finish turns what a command came to into its exit status, with one line about what went wrong.
func finish(t terminal, name, help string, err error) int {
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(t.stdout, help)
		return statusDone
	case errors.Is(err, errUsage):
		message := strings.TrimPrefix(userMessage(err), errUsage.Error()+": ")
		fmt.Fprintf(t.stderr, "factdesk %s: %s; see factdesk %s --help\n", name, message, name)
		return statusUsage
	}
	fmt.Fprintf(t.stderr, "factdesk %s: %s\n", name, userMessage(err))
	return statusFailed
}

// parse reads flags that may stand before and after the words, and returns the words.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	flags.SetOutput(io.Discard)
	var words []string
	for {
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, wrongUsage("%w", err)
		}
		rest := flags.Args()
		if len(rest) == 0 {
			return words, nil
		}
		// After "--" everything is a word.
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			return append(words, rest...), nil
		}
		words, args = append(words, rest[0]), rest[1:]
	}
}

// How long a command may use the database. To open it, and to migrate it where that is due,
// has a limit of its own.
const (
	commandLimit = 5 * time.Minute
	verifyLimit  = time.Hour // walks everything that ever happened
)

// settings reads the environment for a command that works on what is there already: it must
// not make an empty database and find nothing in it.
func settings(t terminal) (server.Config, error) {
	cfg, err := server.Load(t.getenv)
	if err == nil && !cfg.HasDatabase() {
		err = fmt.Errorf("there is no data in %s: run factdesk serve or demo first, or name the database with DATABASE_URL / FACTDESK_DATA", cfg.Data)
	}
	return cfg, err
}

// onDatabase opens the database of the environment for one command, which may take as long as
// limit, and closes it again. There has to be one.
func onDatabase(ctx context.Context, t terminal, limit time.Duration, do func(context.Context, *workflow.Workflow) error) error {
	cfg, err := settings(t)
	if err != nil {
		return err
	}
	return onDatabaseOf(ctx, cfg, limit, do)
}

// onDatabaseOf is onDatabase for settings that are read already; a private database that is
// not there yet is made.
func onDatabaseOf(ctx context.Context, cfg server.Config, limit time.Duration, do func(context.Context, *workflow.Workflow) error) (err error) {
	quiet := slog.New(slog.DiscardHandler) // the answer is what was asked for
	database, err := server.OpenDatabase(ctx, cfg, quiet)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	db, err := database.Open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return do(ctx, workflow.New(db, workflow.Options{Log: quiet}))
}
