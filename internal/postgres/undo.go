package postgres

import (
	"context"
	"encoding/json"
	"fmt"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

// UndoLog names the log of what one person did on one article.
type UndoLog struct {
	Desk    factcheck.DeskID
	Article factcheck.ArticleID
	Account factcheck.AccountID
}

func (l UndoLog) args(more named) named {
	more["desk"], more["article"], more["account"] = l.Desk, l.Article, l.Account
	return more
}

// UndoStep is a step that can be undone or, once it is, redone.
type UndoStep struct {
	Step   int
	Words  string // what was done, as it is followed by the name of a claim: "accept"
	Undone bool
	Claims []factcheck.ClaimID
}

const undoLineSQL = `
select l.step, l.words, l.undone,
       array(select c.claim_id from undo_change c where c.desk_id = @desk and c.article_id = @article and c.account_id = @account
                and c.ordinal = l.step order by c.claim_id) as claims
  from undo_line(@desk, @article, @account) l order by l.step desc`

// UndoLine returns the steps of the log that can be undone or redone, newest first, factcheck.UndoDepth at most.
func (db *DB) UndoLine(ctx context.Context, l UndoLog) ([]UndoStep, error) {
	return all[UndoStep](ctx, db, undoLineSQL, l.args(named{}))
}

// UndoChange is what a step did to one claim.
type UndoChange struct {
	Claim    factcheck.ClaimID
	Revision int // of the claim, as the step left it
	Before   factcheck.Parts
	After    factcheck.Parts
}

const undoChangesSQL = `
select claim_id as claim, revision, before, after from undo_change
 where desk_id = @desk and article_id = @article and account_id = @account and ordinal = @step order by claim_id`

// UndoChanges returns what a step of the log did, in the order of the claims; nothing when there is no such step.
func (db *DB) UndoChanges(ctx context.Context, l UndoLog, step int) ([]UndoChange, error) {
	return all[UndoChange](ctx, db, undoChangesSQL, l.args(named{"step": step}))
}

const deedsSinceSQL = `
select e.action, e.actor_id as by, a.name
  from event e join account a on a.id = e.actor_id
 where e.desk_id = @desk and e.subject = 'claim' and e.subject_id = @claim
   and e.seq > (select event_seq from undo_step where desk_id = @desk and article_id = @article and account_id = @account
                   and step = @step order by ordinal desc limit 1)
 order by e.seq desc`

// DeedsSince returns what was done to a claim since a step of the log was last done, undone or redone, newest first.
func (db *DB) DeedsSince(ctx context.Context, l UndoLog, step int, claim factcheck.ClaimID) ([]factcheck.Deed, error) {
	return all[factcheck.Deed](ctx, db, deedsSinceSQL, l.args(named{"step": step, "claim": claim}))
}

// LockUndo makes the transactions that write to a log take turns. Hold the claims first.
func (db *DB) LockUndo(ctx context.Context, l UndoLog) error {
	return db.lockName(ctx, l.lock())
}

func (l UndoLog) lock() string { return fmt.Sprintf("undo %d %d %d", l.Desk, l.Article, l.Account) }

const insertDoneSQL = `
insert into undo_step (desk_id, article_id, account_id, ordinal, kind, step, words)
select @desk, @article, @account, n, 'done', n, @words
  from (select 1 + coalesce(max(ordinal), 0) as n from undo_step
         where desk_id = @desk and article_id = @article and account_id = @account) next`

const insertUndoChangeSQL = `
insert into undo_change (desk_id, article_id, account_id, ordinal, claim_id, revision, before, after)
select @desk, @article, @account, max(ordinal), @claim::bigint, @revision::integer, @before::jsonb, @after::jsonb
  from undo_step where desk_id = @desk and article_id = @article and account_id = @account`

// InsertDone adds a step that was done to the log, with what it did to claims the transaction holds.
func (db *DB) InsertDone(ctx context.Context, l UndoLog, words string, changes []UndoChange) error {
	var b pgx.Batch
	b.Queue(lockNameSQL, named{"name": l.lock()})
	b.Queue(insertDoneSQL, l.args(named{"words": words}))
	for i := range changes {
		c := &changes[i]
		before, err := json.Marshal(c.Before)
		if err != nil {
			return fmt.Errorf("marshal what a claim was: %w", err)
		}
		after, err := json.Marshal(c.After)
		if err != nil {
			return fmt.Errorf("marshal what a claim became: %w", err)
		}
		b.Queue(insertUndoChangeSQL, l.args(named{
			"claim": c.Claim, "revision": c.Revision, "before": string(before), "after": string(after),
		}))
	}
	return db.Batch(ctx, &b)
}

const insertUndoneSQL = `
insert into undo_step (desk_id, article_id, account_id, ordinal, kind, step, words)
select @desk, @article, @account, 1 + max(ordinal), @kind, @step, @words
  from undo_step where desk_id = @desk and article_id = @article and account_id = @account`

// InsertUndone adds to the log that a step was undone, or redone; write it before what it changes. Returns Stale when
// the step is not the one that is due.
func (db *DB) InsertUndone(ctx context.Context, l UndoLog, s UndoStep) error {
	kind := "undone"
	if s.Undone {
		kind = "redone"
	}
	_, err := db.Exec(ctx, insertUndoneSQL, l.args(named{"kind": kind, "step": s.Step, "words": s.Words}))
	return err
}

const restoreEvidenceSQL = `
insert into evidence (desk_id, id, claim_id, claim_version, source_id, tier, stance, quote, locator, note,
                      independence_group, accessed_on, added_by, added_at) overriding system value
values (@desk, @evidence, @claim, @version, @source, @tier, @stance, @quote, @locator, @note, @independence_group, @accessed_on, @by, @at)`

// RestoreEvidence puts a piece of evidence back that was taken away, as what it was.
func (db *DB) RestoreEvidence(ctx context.Context, v Version, e factcheck.Evidence) error {
	args := evidenceArgs(e)
	args["at"] = e.AddedAt
	_, err := db.Exec(ctx, restoreEvidenceSQL, v.args(args))
	return err
}

const deleteAttributionSQL = `
delete from attribution where desk_id = @desk and claim_id = @claim and claim_version = @version`

// DeleteAttribution takes back that anybody said who said it.
func (db *DB) DeleteAttribution(ctx context.Context, v Version) error {
	_, err := db.Exec(ctx, deleteAttributionSQL, v.args(named{}))
	return err
}

const deleteVerdictSQL = `
delete from verdict where desk_id = @desk and claim_id = @claim and claim_version = @version`

// DeleteVerdict takes back that there was a verdict.
func (db *DB) DeleteVerdict(ctx context.Context, v Version) error {
	_, err := db.Exec(ctx, deleteVerdictSQL, v.args(named{}))
	return err
}
