package workflow

import (
	"context"
	"strings"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// usesShown is how many claims a source's or a claimant's page lists.
const usesShown = 200

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
}

// Source returns one source of the library. Returns NotFound when the desk has none such.
func (w *Workflow) Source(ctx context.Context, actor factcheck.Actor, id factcheck.SourceID) (SourcePage, error) {
	var page SourcePage
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		var err error
		if page.Source, err = tx.Source(ctx, actor.Desk, id); err != nil {
			return err
		}
		page.Uses, err = tx.UsesOfSource(ctx, actor.Desk, id, usesShown)
		return err
	})
	return page, err
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
