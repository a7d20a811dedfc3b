package workflow

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// Decision is what a reviewer says of the content they were shown.
type Decision struct {
	Claim       factcheck.ClaimID
	ContentHash []byte // of what the reviewer saw
	Note        string
}

// Approve approves the claim's current version. Returns Forbidden for a contributor, Stale when
// the content is not what the reviewer saw or another reviewer was faster, Unmet while a change
// request is open.
func (w *Workflow) Approve(ctx context.Context, cmd Command, in Decision) error {
	return w.decide(ctx, cmd, in, factcheck.ActionApprove, nil, func(tx *postgres.DB, v postgres.Version, _ factcheck.ReviewID) error {
		return tx.AcceptChangeRequests(ctx, v)
	})
}

// Points are what a reviewer wants answered: new points, and answered ones that are raised again.
type Points struct {
	New    []factcheck.ChangeRequest // Field and Point
	Reopen []factcheck.ChangeRequestID
}

// RequestChanges returns the claim with points to answer; at least one. Returns Invalid, on the
// field "reopen", when one to be raised again is not an answered point of the claim, and else
// what Approve does.
func (w *Workflow) RequestChanges(ctx context.Context, cmd Command, in Decision, points Points) error {
	var kept []factcheck.ChangeRequest
	for _, p := range points.New {
		p.Point = strings.TrimSpace(p.Point)
		if p.Point == "" {
			continue
		}
		if !p.Field.Valid() {
			p.Field = factcheck.FieldOther
		}
		kept = append(kept, p)
	}
	if len(kept)+len(points.Reopen) == 0 {
		return errs.Refuse(errs.Unmet, "Say what is to be changed.", errs.Reason{
			Rule: "points", Field: "point", Detail: "A claim goes back with at least one point to answer.",
			Remedy: "Write down what the editor should change or explain.",
		})
	}
	points.New, points.Reopen = kept, slices.Compact(slices.Sorted(slices.Values(points.Reopen)))
	return w.decide(ctx, cmd, in, factcheck.ActionRequestChanges, points, func(tx *postgres.DB, v postgres.Version, id factcheck.ReviewID) error {
		if err := tx.InsertChangeRequests(ctx, v, id, points.New); err != nil {
			return err
		}
		n, err := tx.ReopenChangeRequests(ctx, v, points.Reopen)
		if err == nil && n != len(points.Reopen) {
			err = errs.Field("reopen", "Only an answered point of this claim can be raised again.")
		}
		return err
	})
}

// decide writes a review and moves the claim. The row is held first, so of two reviewers, or of
// a reviewer and an editor, one comes first and the other is told.
func (w *Workflow) decide(ctx context.Context, cmd Command, in Decision, action factcheck.Action, more any,
	fn func(tx *postgres.DB, v postgres.Version, review factcheck.ReviewID) error,
) error {
	_, err := run(ctx, w, cmd, factcheck.Reviewer, "claim."+string(action), []any{in, more}, func(tx *postgres.DB) (nothing, error) {
		desk := cmd.Actor.Desk
		if err := tx.LockClaim(ctx, desk, in.Claim, 0); err != nil {
			return nothing{}, err
		}
		c, err := tx.Claim(ctx, desk, in.Claim, 0)
		if err != nil {
			return nothing{}, err
		}
		if err := c.Refusal(cmd.Actor, action); err != nil {
			return nothing{}, err
		}
		if !bytes.Equal(c.ContentHash, in.ContentHash) {
			return nothing{}, errs.Refuse(errs.Stale, "The claim is not what you were shown any more.", errs.Reason{
				Rule: "content_changed", Detail: "It was changed after you opened it.",
				Remedy: "Read what changed and decide again.",
			})
		}
		v, decision := w.version(cmd, &c), factcheck.Approve
		if action == factcheck.ActionRequestChanges {
			decision = factcheck.RequestChanges
		}
		id, err := tx.InsertReview(ctx, v, factcheck.Review{
			ContentHash: in.ContentHash, Reviewer: factcheck.Person{ID: cmd.Actor.Account},
			Decision: decision, Note: strings.TrimSpace(in.Note),
		})
		if err != nil {
			return nothing{}, err
		}
		if err := fn(tx, v, id); err != nil {
			return nothing{}, err
		}
		if err := w.move(ctx, tx, cmd, &c, postgres.Move{To: c.Next(action)}); err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.RecordEvent(ctx, desk, claimEvent(pastTense(action), c.ID, map[string]any{
			"review": id, "version": c.Version, "content_hash": in.ContentHash,
		}))
	})
	return err
}

// Answer answers one point of a reviewer. Returns NotFound when the claim has no such point
// that could be answered.
func (w *Workflow) Answer(ctx context.Context, cmd Command, on On, id factcheck.ChangeRequestID, answer string) error {
	answer = strings.TrimSpace(answer)
	if answer == "" {
		return errs.Field("answer", "Say what you changed, or why you did not.")
	}
	return w.act(ctx, cmd, on, factcheck.ActionAnswer, []any{id, answer}, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		if err := tx.TouchClaim(ctx, cmd.Actor.Desk, c.ID, w.now()); err != nil {
			return nil, err
		}
		there, err := tx.AnswerChangeRequest(ctx, w.version(cmd, c), id, answer, cmd.Actor.Account, w.now())
		if err == nil && !there {
			err = errs.New(errs.NotFound, "The claim has no such point to answer.")
		}
		return map[string]any{"change_request": id}, err
	})
}

// ReviewPage is a claim for a reviewer.
type ReviewPage struct {
	ClaimPage
	Next    factcheck.ClaimID // the one that waits after it; 0 when none does
	Waiting int               // claims in review at the desk
	Last    postgres.LastLook // what this reviewer saw when they last decided on it
}

// Review returns a claim to decide on.
func (w *Workflow) Review(ctx context.Context, actor factcheck.Actor, id factcheck.ClaimID) (ReviewPage, error) {
	var page ReviewPage
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		claim, err := claimPage(ctx, tx, actor, id, 0)
		if err != nil {
			return err
		}
		page.ClaimPage = claim
		if page.Last, err = tx.LastLook(ctx, actor.Desk, id, actor.Account); err != nil {
			return err
		}
		page.Next, page.Waiting, err = tx.ReviewStream(ctx, actor.Desk, actor.Account, id)
		return err
	})
	return page, err
}

// NextToReview returns the claim that waits longest, after the given one, for a reviewer who
// had no hand in it; 0 when none does.
func (w *Workflow) NextToReview(ctx context.Context, actor factcheck.Actor, after factcheck.ClaimID) (factcheck.ClaimID, error) {
	return w.db.NextToReview(ctx, actor.Desk, actor.Account, after)
}
