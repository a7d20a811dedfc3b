package workflow

import (
	"context"

	"factdesk/internal/factcheck"
)

// Scale returns the rating scale the desk uses now.
func (w *Workflow) Scale(ctx context.Context, actor factcheck.Actor) (factcheck.RatingScale, error) {
	return w.db.Scale(ctx, actor.Desk)
}

// ArticleOf returns the article a claim is of. Returns NotFound when the desk has no such claim.
func (w *Workflow) ArticleOf(ctx context.Context, actor factcheck.Actor, id factcheck.ClaimID) (factcheck.ArticleID, error) {
	claim, err := w.db.Claim(ctx, actor.Desk, id, 0)
	return claim.Article, err
}
