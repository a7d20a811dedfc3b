package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"strings"

	"factdesk/internal/export"
	"factdesk/internal/server"
	"factdesk/internal/workflow"
)

const exportUsage = `usage: factdesk export REPORT --format FORMAT

Writes the newest edition of a published report to standard output. REPORT is its slug or number. FORMAT is one
of claimreview, json, jsonl, csv, md, html, annotations. Links in it begin with FACTDESK_BASE_URL.

example:
  factdesk export bridges --format claimreview >bridges.jsonld

`

// runExport is `factdesk export`. It returns the exit status.
func runExport(ctx context.Context, args []string, t terminal) int {
	return finish(t, "export", exportUsage+environmentHelp(), exportReport(ctx, args, t))
}

func exportReport(ctx context.Context, args []string, t terminal) error {
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	format := flags.String("format", "", "of the output")
	words, err := parse(flags, args)
	switch {
	case err != nil:
		return err
	case len(words) != 1:
		return wrongUsage("name one report")
	case *format == "":
		return wrongUsage("--format is missing")
	}
	if _, err := export.Lookup(*format); err != nil {
		return wrongUsage("%w", err)
	}
	cfg, err := server.Load(t.getenv)
	if err != nil {
		return err
	}
	base := cfg.BaseURL
	if base == "" {
		base = "http://" + strings.Replace(cfg.Addr, "0.0.0.0", "localhost", 1)
	}
	return onDatabase(ctx, t, commandLimit, func(ctx context.Context, w *workflow.Workflow) error {
		found, err := w.FindPublished(ctx, words[0])
		if err != nil {
			return err
		}
		out := bufio.NewWriter(t.stdout)
		if err := export.Write(out, *format, &found.Edition, base); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
		return nil
	})
}
