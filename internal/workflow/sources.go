package workflow

import (
	"context"
	"strings"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

const (
	usesShown    = 200 // claims that a source's or a claimant's page lists
	restingNamed = 3   // claims that a refusal to correct a source names
)

// SourceList is a page of the desk's library, newest first.
type SourceList struct {
	Sources []postgres.SourceListed
	Next    factcheck.SourceID // to ask for the page after it; 0 when there is none
}

// Sources returns the library before the given source, 0 for the newest; with q, the sources
// whose title, citation, publisher or address holds it.
func (w *Workflow) Sources(ctx context.Context, actor factcheck.Actor, q string, before factcheck.SourceID, limit int) (SourceList, error) {
	list, err := w.db.Sources(ctx, actor.Desk, strings.TrimSpace(q), orNewest(before), limit+1)
	page := SourceList{Sources: list}
	if len(list) > limit {
		page.Sources, page.Next = list[:limit], list[limit-1].ID
	}
	return page, err
}

// SourcePage is a source with the claims that rest on it.
type SourcePage struct {
	Source factcheck.Source
	Uses   []postgres.Use
	InUse  []errs.Reason // what keeps it from being corrected now
}

// Source returns one source of the library. Returns NotFound when the desk has none such.
func (w *Workflow) Source(ctx context.Context, actor factcheck.Actor, id factcheck.SourceID) (SourcePage, error) {
	var page SourcePage
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		var err error
		if page.Source, err = tx.Source(ctx, actor.Desk, id); err != nil {
			return err
		}
		if page.Uses, err = tx.UsesOfSource(ctx, actor.Desk, id, usesShown); err != nil {
			return err
		}
		resting, err := tx.Resting(ctx, actor.Desk, id, restingNamed)
		page.InUse = errs.Reasons(factcheck.SourceRefusal(resting))
		return err
	})
	return page, err
}

// EditSource is a source as its form has it; its URL is what it is known by, and stays.
type EditSource struct {
	Source      factcheck.SourceID
	Revision    int
	Title       string
	Citation    string
	Publisher   string
	Author      string
	PublishedOn time.Time // a date in UTC; zero when unknown
	Kind        factcheck.SourceKind
	Tier        factcheck.Tier // proposed where it is used next; evidence there is keeps its own
}

// EditSource corrects a source of the library. Returns Stale when somebody else corrected it in the
// meantime, Unmet while a claim that rests on it is in review or approved, Invalid, naming the
// field, for what no source can be, NotFound when the desk has none such.
func (w *Workflow) EditSource(ctx context.Context, cmd Command, in EditSource) error {
	in.Title, in.Citation = strings.TrimSpace(in.Title), strings.TrimSpace(in.Citation)
	in.Publisher, in.Author = strings.TrimSpace(in.Publisher), strings.TrimSpace(in.Author)
	switch {
	case !in.Kind.Valid():
		return errs.Field("kind", "Choose what kind of source it is.")
	case !in.Tier.Valid():
		return errs.Field("tier", "Say how close the source is to what it tells of.")
	}
	_, err := run(ctx, w, cmd, factcheck.Editor, "source.edit", in, func(tx *postgres.DB) (nothing, error) {
		return nothing{}, editSource(ctx, tx, cmd.Actor.Desk, in)
	})
	return err
}

func editSource(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, in EditSource) error {
	was, err := tx.LockSource(ctx, desk, in.Source)
	if err != nil {
		return err
	}
	if was.Revision != in.Revision {
		return errs.Refuse(errs.Stale, "Somebody else corrected this source in the meantime.", errs.Reason{
			Rule: "stale", Detail: "The source is not what it was when you opened the form.", Remedy: "Compare it with what you typed, and save again.",
		})
	}
	next := was
	next.Title, next.Citation, next.Publisher, next.Author = in.Title, in.Citation, in.Publisher, in.Author
	next.PublishedOn, next.Kind, next.Tier = in.PublishedOn, in.Kind, in.Tier
	changed := sourceChanges(&was, &next)
	if len(changed) == 0 {
		return nil
	}
	if next.URL == "" && next.Citation != was.Citation {
		taken, err := tx.CitationTaken(ctx, desk, next.Citation, next.ID)
		if err != nil {
			return err
		}
		if taken {
			return errs.Refuse(errs.Unmet, "The library has another source with this citation.", errs.Reason{
				Rule: "citation", Field: "citation", Detail: "The library has another source with this citation.", Remedy: "Use that one.",
			})
		}
	}
	resting, err := tx.Resting(ctx, desk, in.Source, restingNamed)
	if err != nil {
		return err
	}
	if err := factcheck.SourceRefusal(resting); err != nil {
		return err
	}
	if err := tx.UpdateSource(ctx, desk, next); err != nil {
		return err
	}
	return tx.RecordEvent(ctx, desk, postgres.NewEvent{Action: "source.edited", Subject: "source", ID: int64(in.Source), Detail: changed})
}

// correction is what one field of a source was, and is now.
type correction struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// sourceChanges lists what a correction changes, by field.
func sourceChanges(was, next *factcheck.Source) map[string]correction {
	list := map[string]correction{}
	note := func(field, from, to string) {
		if from != to {
			list[field] = correction{From: from, To: to}
		}
	}
	note("title", was.Title, next.Title)
	note("citation", was.Citation, next.Citation)
	note("publisher", was.Publisher, next.Publisher)
	note("author", was.Author, next.Author)
	note("published_on", isoDate(was.PublishedOn), isoDate(next.PublishedOn))
	note("kind", string(was.Kind), string(next.Kind))
	note("tier", string(was.Tier), string(next.Tier))
	return list
}

// isoDate writes a date as YYYY-MM-DD; "" for none.
func isoDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// ClaimantPage is a claimant with what is attributed to them.
type ClaimantPage struct {
	Claimant factcheck.Claimant
	Claims   []postgres.Use
}

// Claimant returns a claimant. Returns NotFound when the desk has none such.
func (w *Workflow) Claimant(ctx context.Context, actor factcheck.Actor, id factcheck.ClaimantID) (ClaimantPage, error) {
	claimant, claims, err := w.db.Claimant(ctx, actor.Desk, id, usesShown)
	return ClaimantPage{Claimant: claimant, Claims: claims}, err
}
