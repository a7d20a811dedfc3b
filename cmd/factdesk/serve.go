package main

import (
	"context"
	"flag"
	"fmt"

	"factdesk/internal/server"
	"factdesk/internal/workflow"
)

const serveUsage = `usage: factdesk serve [--addr HOST:PORT]

Migrates the database, then serves the site until it is interrupted. Without DATABASE_URL it runs a private
PostgreSQL of its own under FACTDESK_DATA. Prints "listening on http://HOST:PORT" on standard error when ready.

example:
  DATABASE_URL=postgres://desk:secret@db.example/desk factdesk serve --addr 0.0.0.0:8080

`

// runServe is `factdesk serve`. It returns the exit status.
func runServe(ctx context.Context, args []string, t terminal) int {
	return finish(t, "serve", serveUsage+environmentHelp(), serve(ctx, "serve", args, t, nil))
}

// serve runs the site until ctx ends; prepare, if any, fills the database first.
func serve(ctx context.Context, name string, args []string, t terminal, prepare func(context.Context, *workflow.Workflow) error) error {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	addr := flags.String("addr", "", "HOST:PORT to listen on")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return wrongUsage("%q is too much", words[0])
	}
	cfg, err := server.Load(t.getenv)
	if err != nil {
		return err
	}
	if *addr != "" {
		if err := server.CheckAddr(*addr); err != nil {
			return wrongUsage("--addr %w", err)
		}
		cfg.Addr = *addr
	}
	return server.Run(ctx, server.Options{
		Config: cfg, Log: cfg.Logger(t.stderr), Prepare: prepare,
		Ready: func(address string) { fmt.Fprintf(t.stderr, "listening on http://%s\n", address) },
	})
}
