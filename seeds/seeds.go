// Package seeds fills an empty database with the demonstration desk: four people, an
// article taken apart with claims at every stage, a published report, and an article that
// was only just imported.
//
// It owns the texts of the demonstration, in data/, and the order in which people would
// have done it all. Everything goes through package workflow, so the demonstration obeys
// the rules a newsroom's own work does. It must not know of SQL, of HTTP or of how
// anything is shown.
//
// The demonstration is illustrative. The articles, their outlets (with addresses under
// .example), everybody in them who holds no well-known public office, and every quotation
// in them are invented. The treaties, proceedings, data sets and notices that the article
// is checked against exist and are described as they are.
package seeds

import (
	"context"
	"fmt"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
)

const (
	// Desk is the slug of the demonstration desk.
	Desk = "demo"
	// Password is the password of everybody at it.
	Password = "demo-factdesk"
)

// Person is a member of the demonstration desk.
type Person struct {
	Name  string         `json:"name"`
	Email string         `json:"email"`
	Role  factcheck.Role `json:"role"`
}

// People lists who can sign in to the demonstration desk, each with [Password].
func People() ([]Person, error) {
	s, err := readScript()
	return s.People, err
}

// Load fills the database of w with the demonstration. now is the day, in UTC, from which the
// days on which sources were read are counted back. A database that has the demonstration is
// left as it is. Returns Unmet for a database that holds other accounts, or a demonstration
// whose loading was interrupted.
func Load(ctx context.Context, w *workflow.Workflow, now time.Time) error {
	empty, err := w.NeedsSetUp(ctx)
	if err != nil {
		return err
	}
	if !empty {
		return loaded(ctx, w)
	}
	s, err := readScript()
	if err != nil {
		return err
	}
	l := &loader{
		w: w, now: now, script: s,
		people: map[string]factcheck.Actor{}, claims: map[string]factcheck.ClaimID{},
	}
	if err := l.load(ctx); err != nil {
		return fmt.Errorf("load the demonstration desk: %w", err)
	}
	return nil
}

// loaded returns nil when the database holds the whole demonstration.
func loaded(ctx context.Context, w *workflow.Workflow) error {
	reports, err := w.PublishedReports(ctx, Desk, 0, 1)
	switch {
	case errs.KindOf(err) == errs.NotFound:
		return errs.New(errs.Unmet, "This database is in use and has no desk %q: the demonstration is loaded into an empty database only.", Desk)
	case err != nil:
		return err
	case len(reports.Reports) == 0:
		return errs.New(errs.Unmet, "The desk %q is there but not all of it: loading it was interrupted. Start with an empty database.", Desk)
	}
	return nil
}
