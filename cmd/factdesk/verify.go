package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"factdesk/internal/workflow"
)

const verifyUsage = `usage: factdesk verify [--desk SLUG]

Walks the audit log of one desk, or of every desk: each event's hash is made of the event and of the hash before
it, so nothing in between can be changed, added or left out. Names the first event that does not fit and exits 1.

example:
  factdesk verify --desk news

`

// errBroken says that an audit log does not hold; the lines on standard output say where.
var errBroken = errors.New("the audit log was changed: compare the events with a backup")

// runVerify is `factdesk verify`. It returns the exit status.
func runVerify(ctx context.Context, args []string, t terminal) int {
	return finish(t, "verify", verifyUsage+environmentHelp(), verify(ctx, args, t))
}

func verify(ctx context.Context, args []string, t terminal) error {
	flags := flag.NewFlagSet("verify", flag.ContinueOnError)
	desk := flags.String("desk", "", "slug of the desk")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return wrongUsage("%q is too much", words[0])
	}
	return onDatabase(ctx, t, verifyLimit, func(ctx context.Context, w *workflow.Workflow) error {
		chains, err := w.Verify(ctx, *desk)
		if err != nil {
			return err
		}
		if len(chains) == 0 {
			fmt.Fprintln(t.stdout, "there are no desks yet, so there is no log to check")
		}
		broken := false
		for _, c := range chains {
			if c.Broken == 0 {
				fmt.Fprintf(t.stdout, "%s: %d events, all in order\n", c.Desk.Slug, c.Events)
				continue
			}
			broken = true
			fmt.Fprintf(t.stdout, "%s: broken at event %d: %s\n", c.Desk.Slug, c.Broken, c.Why)
		}
		if broken {
			return errBroken
		}
		return nil
	})
}
