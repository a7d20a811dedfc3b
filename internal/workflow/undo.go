package workflow

import (
	"context"
	"fmt"
	"slices"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// UndoStep is a step that can be undone or, once it is, redone.
type UndoStep = postgres.UndoStep

// UndoNext is what a person can undo and what they can redo next on an article; nil where there is nothing.
type UndoNext struct {
	Undo, Redo *UndoStep
}

// nextOf picks what is due from a line of steps, newest first.
func nextOf(line []UndoStep) UndoNext {
	var next UndoNext
	for i := range line {
		if line[i].Undone {
			next.Redo = &line[i] // the oldest of those that were undone
			continue
		}
		next.Undo = &line[i]
		break
	}
	return next
}

// UndoNext returns what the actor can undo and redo next on an article.
func (w *Workflow) UndoNext(ctx context.Context, actor factcheck.Actor, article factcheck.ArticleID) (UndoNext, error) {
	return undoNext(ctx, w.db, actor, article)
}

func undoNext(ctx context.Context, db *postgres.DB, actor factcheck.Actor, article factcheck.ArticleID) (UndoNext, error) {
	line, err := db.UndoLine(ctx, undoLog(actor, article))
	return nextOf(line), err
}

func undoLog(actor factcheck.Actor, article factcheck.ArticleID) postgres.UndoLog {
	return postgres.UndoLog{Desk: actor.Desk, Article: article, Account: actor.Account}
}

// stepWords names a command that can be undone, as it is followed by the name of a claim; "" for any other: what goes to
// a reviewer or comes from one is withdrawn or answered, not undone.
func stepWords(command string) string {
	return map[string]string{
		"claim.propose":          "make",
		"claim.accept":           "accept",
		"claim.decline":          "decline",
		"claim.reopen":           "reopen",
		"claim.assign":           "assign",
		"claim.statement":        "change the statement of",
		"claim.span_added":       "add words to",
		"claim.span_moved":       "move the words of",
		"claim.span_removed":     "take words out of",
		"claim.attributed":       "attribute",
		"claim.evidence_added":   "add a source to",
		"claim.evidence_changed": "change a source of",
		"claim.evidence_removed": "remove a source from",
		"claim.judged":           "judge",
	}[command]
}

// logStep keeps what a command did to a claim it holds, so that it can be undone. A command that changed nothing, or
// that cannot be undone, is no step.
func (w *Workflow) logStep(ctx context.Context, tx *postgres.DB, cmd Command, command string, id factcheck.ClaimID, was factcheck.Parts) error {
	words := stepWords(command)
	if words == "" {
		return nil
	}
	c, err := tx.Claim(ctx, cmd.Actor.Desk, id, 0)
	if err != nil {
		return err
	}
	before, after := factcheck.Changed(was, factcheck.PartsOf(&c))
	if before.Empty() && after.Empty() {
		return nil
	}
	return tx.InsertDone(ctx, undoLog(cmd.Actor, c.Article), words, []postgres.UndoChange{
		{Claim: id, Revision: c.Revision, Before: before, After: after},
	})
}

// logMade keeps that a claim was made. Undoing that sets it aside.
func (w *Workflow) logMade(ctx context.Context, tx *postgres.DB, cmd Command, article factcheck.ArticleID, id factcheck.ClaimID, revision int) error {
	return tx.InsertDone(ctx, undoLog(cmd.Actor, article), stepWords("claim.propose"), []postgres.UndoChange{{
		Claim: id, Revision: revision,
		Before: factcheck.Parts{Standing: &factcheck.Standing{Status: factcheck.Declined, Reason: factcheck.Undone}},
		After:  factcheck.Parts{Standing: &factcheck.Standing{Status: factcheck.Open}},
	}})
}

// Reverted is a step that was undone or redone.
type Reverted struct {
	Words  string // what the step had done, as it is followed by the name of a claim
	Claims []factcheck.ClaimID
	Gone   bool // the claims are set aside now: undoing made as if they had not been made
}

// Undo takes back the actor's last step on an article, by writing what was there before it. Returns Unmet when there is
// nothing to undo; Stale when another step is due than the one that was meant, and when the claim is in review, approved
// or was reviewed or changed by somebody else since: the reason says who and what.
func (w *Workflow) Undo(ctx context.Context, cmd Command, article factcheck.ArticleID, step int) (Reverted, error) {
	return w.revert(ctx, cmd, article, step, direction{
		command: "article.undo", event: "claim.undone", verb: "undo",
		due:  func(next UndoNext) *UndoStep { return next.Undo },
		move: func(c *postgres.UndoChange) (from, to factcheck.Parts) { return c.After, c.Before },
	})
}

// Redo does again what the actor undid last on an article, as long as they have done nothing new. Its refusals are those
// of Undo.
func (w *Workflow) Redo(ctx context.Context, cmd Command, article factcheck.ArticleID, step int) (Reverted, error) {
	return w.revert(ctx, cmd, article, step, direction{
		command: "article.redo", event: "claim.redone", verb: "redo",
		due:  func(next UndoNext) *UndoStep { return next.Redo },
		move: func(c *postgres.UndoChange) (from, to factcheck.Parts) { return c.Before, c.After },
	})
}

// direction is in what undoing and redoing differ.
type direction struct {
	command, event, verb string
	due                  func(UndoNext) *UndoStep
	move                 func(*postgres.UndoChange) (from, to factcheck.Parts)
}

func (w *Workflow) revert(ctx context.Context, cmd Command, article factcheck.ArticleID, step int, d direction) (Reverted, error) {
	return run(ctx, w, cmd, factcheck.Editor, d.command, []any{article, step}, func(tx *postgres.DB) (Reverted, error) {
		log := undoLog(cmd.Actor, article)
		changes, err := tx.UndoChanges(ctx, log, step)
		if err != nil {
			return Reverted{}, err
		}
		// The claims first and then the log, as whoever does something holds them.
		for i := range changes {
			if err := tx.LockClaim(ctx, cmd.Actor.Desk, changes[i].Claim, 0); err != nil {
				return Reverted{}, err
			}
		}
		if err := tx.LockUndo(ctx, log); err != nil {
			return Reverted{}, err
		}
		due, err := dueStep(ctx, tx, log, step, d)
		if err != nil {
			return Reverted{}, err
		}
		claims, err := revertible(ctx, tx, cmd, log, step, changes, d)
		if err != nil {
			return Reverted{}, err
		}
		if err := tx.InsertUndone(ctx, log, *due); err != nil {
			return Reverted{}, err
		}
		done := Reverted{Words: due.Words, Claims: due.Claims}
		for i := range changes {
			_, to := d.move(&changes[i])
			if err := w.restore(ctx, tx, cmd, &claims[i], to); err != nil {
				return Reverted{}, err
			}
			done.Gone = to.Standing != nil && to.Standing.Reason == factcheck.Undone
		}
		for _, id := range due.Claims {
			if err := tx.RecordEvent(ctx, cmd.Actor.Desk, claimEvent(d.event, id, map[string]any{"what": due.Words, "step": step})); err != nil {
				return Reverted{}, err
			}
		}
		return done, nil
	})
}

// dueStep returns the step to undo or redo, which must be the one that was meant.
func dueStep(ctx context.Context, tx *postgres.DB, log postgres.UndoLog, step int, d direction) (*UndoStep, error) {
	line, err := tx.UndoLine(ctx, log)
	if err != nil {
		return nil, err
	}
	due := d.due(nextOf(line))
	switch {
	case due != nil && due.Step == step:
		return due, nil
	case due != nil:
		return nil, errs.Refuse(errs.Stale, fmt.Sprintf("There is something else to %s by now.", d.verb), errs.Reason{
			Rule: "undo_order", Detail: "Steps are undone from the last one back, and redone in their order.",
			Remedy: "Look at what is offered now.",
		})
	case len(line) == factcheck.UndoDepth:
		return nil, errs.Refuse(errs.Unmet, fmt.Sprintf("There is nothing more to %s.", d.verb), errs.Reason{
			Rule: "undo_depth", Detail: fmt.Sprintf("Of what you did on an article, the last %d steps can be undone.", factcheck.UndoDepth),
			Remedy: "Change the claim itself.",
		})
	}
	return nil, errs.Refuse(errs.Unmet, fmt.Sprintf("There is nothing to %s.", d.verb), errs.Reason{
		Rule: "undo_nothing", Detail: "You have done nothing on this article that could be taken back, or did again.",
		Remedy: "Change the claim itself.",
	})
}

// revertible returns the claims of a step as they are, each of which must allow it.
func revertible(ctx context.Context, tx *postgres.DB, cmd Command, log postgres.UndoLog, step int, changes []postgres.UndoChange, d direction) ([]factcheck.Claim, error) {
	claims := make([]factcheck.Claim, len(changes))
	for i := range changes {
		c, err := tx.Claim(ctx, cmd.Actor.Desk, changes[i].Claim, 0)
		if err != nil {
			return nil, err
		}
		since, err := tx.DeedsSince(ctx, log, step, c.ID)
		if err != nil {
			return nil, err
		}
		from, _ := d.move(&changes[i])
		if err := c.UndoRefusal(cmd.Actor, since, from); err != nil {
			return nil, err
		}
		claims[i] = c
	}
	return claims, nil
}

// restore writes parts of a claim as they were, each by the write that changes it at any other time.
func (w *Workflow) restore(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, to factcheck.Parts) error {
	steps := []func() error{
		func() error { return w.restoreContent(ctx, tx, cmd, c, to) },
		func() error { return w.restoreAssignee(ctx, tx, cmd, c, to.Assignee) },
		func() error { return w.restoreStanding(ctx, tx, cmd, c, to.Standing) },
	}
	// What is declined takes no content: it is brought back first.
	if c.Status == factcheck.Declined {
		slices.Reverse(steps)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *Workflow) restoreStanding(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, to *factcheck.Standing) error {
	if to == nil {
		return nil
	}
	way := factcheck.WayBack(c.Status, to.Status)
	for i, status := range way {
		m := postgres.Move{To: status}
		switch {
		case status == factcheck.Declined && i < len(way)-1:
			m.DeclineReason = factcheck.Undone
		case status == factcheck.Declined:
			m.DeclineReason, m.DeclineNote, m.DuplicateOf = to.Reason, to.Note, to.DuplicateOf
		}
		if err := w.move(ctx, tx, cmd, c, m); err != nil {
			return err
		}
	}
	return nil
}

func (w *Workflow) restoreAssignee(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, to *factcheck.AccountID) error {
	if to == nil {
		return nil
	}
	return w.assign(ctx, tx, cmd, c.ID, *to)
}

func (w *Workflow) restoreContent(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, to factcheck.Parts) error {
	if !to.Content() {
		return nil
	}
	if err := tx.TouchClaim(ctx, cmd.Actor.Desk, c.ID, w.now()); err != nil {
		return err
	}
	v := w.version(cmd, c)
	if to.Wording != nil {
		if err := tx.ChangeStatement(ctx, v, to.Wording.Statement, to.Wording.Type); err != nil {
			return err
		}
	}
	if to.Quote != nil {
		if to.Quote.Version != c.ArticleVersion {
			return errs.Refuse(errs.Stale, "The claim’s words are those of another version of the article now.", errs.Reason{
				Rule: "article_version", Detail: fmt.Sprintf("This step was made in version %d of it.", to.Quote.Version),
				Remedy: "Mark the words you mean in the newest version.",
			})
		}
		if err := restoreQuote(ctx, tx, v, c.Spans, to.Quote.Spans); err != nil {
			return err
		}
	}
	if to.Evidence != nil {
		if err := restoreEvidence(ctx, tx, v, factcheck.PartsOf(c), *to.Evidence); err != nil {
			return err
		}
	}
	if to.Attribution != nil {
		if err := restoreAttribution(ctx, tx, v, to.Attribution.Is); err != nil {
			return err
		}
	}
	if to.Verdict == nil {
		return nil
	}
	return restoreVerdict(ctx, tx, v, to.Verdict.Is)
}

// restoreQuote adds words before it takes others away, so that a claim is never without any.
func restoreQuote(ctx context.Context, tx *postgres.DB, v postgres.Version, now, to []factcheck.Quote) error {
	for _, q := range to {
		if !slices.Contains(now, q) {
			if err := tx.InsertSpan(ctx, v, q); err != nil {
				return err
			}
		}
	}
	for _, q := range now {
		if !slices.Contains(to, q) {
			if err := tx.DeleteSpan(ctx, v, q); err != nil {
				return err
			}
		}
	}
	return nil
}

func restoreEvidence(ctx context.Context, tx *postgres.DB, v postgres.Version, now factcheck.Parts, to []factcheck.EvidencePart) error {
	same := func(id factcheck.EvidenceID) func(factcheck.EvidencePart) bool {
		return func(e factcheck.EvidencePart) bool { return e.ID == id }
	}
	for _, e := range *now.Evidence {
		if !slices.ContainsFunc(to, same(e.ID)) {
			if _, err := tx.DeleteEvidence(ctx, v, e.ID); err != nil {
				return err
			}
		}
	}
	for _, e := range to {
		if !slices.ContainsFunc(*now.Evidence, same(e.ID)) {
			if err := tx.RestoreEvidence(ctx, v, e.Evidence()); err != nil {
				return err
			}
			continue
		}
		if _, err := tx.UpdateEvidence(ctx, v, e.Evidence()); err != nil {
			return err
		}
	}
	return nil
}

func restoreAttribution(ctx context.Context, tx *postgres.DB, v postgres.Version, to *factcheck.Attribution) error {
	if to == nil {
		return tx.DeleteAttribution(ctx, v)
	}
	return tx.PutAttribution(ctx, v, *to)
}

func restoreVerdict(ctx context.Context, tx *postgres.DB, v postgres.Version, to *factcheck.VerdictPart) error {
	if to == nil {
		return tx.DeleteVerdict(ctx, v)
	}
	return tx.PutVerdict(ctx, v, to.Rating, factcheck.Verdict{
		Rationale: to.Rationale, SearchNote: to.SearchNote, DecidedBy: factcheck.Person{ID: to.DecidedBy}, DecidedAt: to.DecidedAt,
	})
}
