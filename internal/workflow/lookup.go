package workflow

import (
	"context"

	"factdesk/internal/errs"
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

// ActorAt returns the member of a desk on whose behalf the command line acts: the one with the
// e-mail address, or the desk's first admin when it is empty. Returns NotFound when there is no
// such desk, or no such member at it.
func (w *Workflow) ActorAt(ctx context.Context, slug, email string) (factcheck.Actor, error) {
	desk, err := w.db.DeskBySlug(ctx, slug)
	if err != nil {
		return factcheck.Actor{}, err
	}
	members, err := w.db.Members(ctx, desk.ID)
	if err != nil {
		return factcheck.Actor{}, err
	}
	for _, m := range members {
		if m.Disabled || m.AccountDisabled {
			continue
		}
		if m.Email == normalEmail(email) || (email == "" && m.Role == factcheck.Admin) {
			return factcheck.Actor{Account: m.Account, Desk: desk.ID, Name: m.Name, Role: m.Role}, nil
		}
	}
	return factcheck.Actor{}, errs.New(errs.NotFound, "The desk %q has no such member.", slug)
}
