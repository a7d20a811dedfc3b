package main

import (
	"context"
	"fmt"
	"time"

	"factdesk/internal/workflow"
	"factdesk/seeds"
)

const demoUsage = `usage: factdesk demo [--addr HOST:PORT]

Does what serve does, on a database filled with a demonstration desk: an article taken apart, claims at every
stage, a published report. A database that has the demonstration is left as it is; one with other accounts is refused.

example:
  factdesk demo --addr 127.0.0.1:8080

`

// runDemo is `factdesk demo`. It returns the exit status.
func runDemo(ctx context.Context, args []string, t terminal) int {
	return finish(t, "demo", demoUsage+environmentHelp(), serve(ctx, "demo", args, t, func(ctx context.Context, w *workflow.Workflow) error {
		if err := seeds.Load(ctx, w, time.Now()); err != nil {
			return err
		}
		people, err := seeds.People()
		if err != nil {
			return err
		}
		for _, p := range people {
			fmt.Fprintf(t.stderr, "sign in as %s (%s) with the password %s\n", p.Email, p.Role, seeds.Password)
		}
		return nil
	}))
}
