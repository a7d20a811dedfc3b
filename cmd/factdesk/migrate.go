package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"text/tabwriter"
	"time"

	"factdesk/internal/postgres"
	"factdesk/internal/server"
)

const migrateUsage = `usage: factdesk migrate up
       factdesk migrate status

up      applies the migrations the database lacks; serve does so by itself.
status  lists them all, and when each was applied.

example:
  factdesk migrate status

`

// runMigrate is `factdesk migrate`. It returns the exit status.
func runMigrate(ctx context.Context, args []string, t terminal) int {
	return finish(t, "migrate", migrateUsage+environmentHelp(), migrate(ctx, args, t))
}

func migrate(ctx context.Context, args []string, t terminal) (err error) {
	words, err := parse(flag.NewFlagSet("migrate", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) != 1 || (words[0] != "up" && words[0] != "status") {
		return wrongUsage("say up or status")
	}
	load := settings
	if words[0] == "up" {
		load = func(t terminal) (server.Config, error) { return server.Load(t.getenv) }
	}
	cfg, err := load(t)
	if err != nil {
		return err
	}
	database, err := server.OpenDatabase(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close()) }()
	if words[0] == "up" {
		if err := database.Migrate(ctx); err != nil {
			return err
		}
	}
	return printMigrations(ctx, database.Config, t)
}

func printMigrations(ctx context.Context, cfg postgres.Config, t terminal) error {
	ctx, cancel := context.WithTimeout(ctx, commandLimit)
	defer cancel()
	list, err := postgres.Status(ctx, cfg)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(t.stdout, 0, 0, 2, ' ', 0)
	for _, m := range list {
		applied := "pending"
		if !m.AppliedAt.IsZero() {
			applied = m.AppliedAt.Format(time.RFC3339)
		}
		fmt.Fprintf(table, "%05d\t%s\t%s\n", m.Version, m.Name, applied)
	}
	return table.Flush()
}
