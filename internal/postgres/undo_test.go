package postgres_test

import (
	"strconv"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
)

// step is a row of the log of undoing, of the account's on the fixture's article; ordinal is an expression of the newest.
func step(account, ordinal, kind, about string) string {
	return `insert into undo_step (desk_id, article_id, account_id, ordinal, kind, step, words)
	        select @desk, (select article_id from claim where desk_id = @desk and id = @open), ` + account + `, ` + ordinal + `, '` + kind + `', ` + about + `, 'accept'
	          from (select coalesce(max(ordinal), 0) as newest from undo_step where desk_id = @desk and account_id = ` + account + `) log`
}

// did is what the newest step of the editor's did to a claim.
func did(claim, revision string) string {
	return `insert into undo_change (desk_id, article_id, account_id, ordinal, claim_id, revision, before, after)
	        select c.desk_id, c.article_id, @editor, (select max(ordinal) from undo_step where desk_id = @desk and account_id = @editor),
	               c.id, ` + revision + `, '{}', '{}' from claim c where c.desk_id = @desk and c.id = ` + claim
}

// TestAttacks_Undo: the log of undoing says what was done, in its order, by whoever did it, and lets nobody do more than
// they could without it.
func TestAttacks_Undo(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	// Something is undone already, so that both ways are open.
	on := f.on(f.open)
	f.must(f.w.AssignClaim(f.ctx(), by(f.editor), on, f.reviewer.Account))
	next, err := f.w.UndoNext(f.ctx(), f.editor, f.article)
	f.must(err)
	_, err = f.w.Undo(f.ctx(), by(f.editor), f.article, next.Undo.Step)
	f.must(err)
	undone := strconv.Itoa(next.Undo.Step)
	editor, viewer, second := f.editor.Account, f.viewer.Account, f.second.Account
	setAside := ", decline_reason = 'undone'"
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"a step of a viewer", viewer, []string{step("@viewer", "newest + 1", "done", "newest + 1"), record}, "FD403 role"},
		{"a step of nobody", 0, []string{step("@editor", "newest + 1", "done", "newest + 1"), record}, "FD403 role"},
		{"a step in another's name", second, []string{step("@editor", "newest + 1", "done", "newest + 1"), record}, "FD403 role"},
		{"a step put in between", editor, []string{step("@editor", "newest", "done", "newest"), record}, "FD409 undo_ordinal"},
		{"a step skipped", editor, []string{step("@editor", "newest + 2", "done", "newest + 2"), record}, "FD409 undo_ordinal"},
		{"a step that is about another", editor, []string{step("@editor", "newest + 1", "done", "newest"), record}, "FD409 undo_order"},
		{"a step of a kind of one's own", editor, []string{step("@editor", "newest + 1", "forgotten", "newest + 1"), record}, "23514 undo_step_kind_known"},
		{"a step without an event", editor, []string{step("@editor", "newest + 1", "done", "newest + 1")}, "FD403 event_required"},
		{"undone out of order", editor, []string{step("@editor", "newest + 1", "undone", "1"), record}, "FD409 undo_order"},
		{"undone twice", editor, []string{step("@editor", "newest + 1", "undone", undone), record}, "FD409 undo_order"},
		{"redone though never undone", editor, []string{step("@editor", "newest + 1", "redone", "1"), record}, "FD409 undo_order"},
		{"undone, of nobody's", second, []string{step("@second", "newest + 1", "undone", "newest"), record}, "FD409 undo_order"},
		{"redone after something new", editor, []string{
			step("@editor", "newest + 1", "done", "newest + 1"), step("@editor", "newest + 1", "redone", undone), record,
		}, "FD409 undo_order"},
		{"which event it came after", editor, []string{"insert into undo_step (event_seq) values (0)"}, "42501"},
		{"what an old step did", editor, []string{did("@open", "c.revision"), record}, "FD403 immutable"},
		{"what it did to another revision", editor, []string{step("@editor", "newest + 1", "done", "newest + 1"), did("@open", "c.revision + 1"), record}, "FD409 undo_revision"},
		{"a step reworded", editor, []string{"update undo_step set words = 'decline' where desk_id = @desk"}, "42501"},
		{"a step taken out", editor, []string{"delete from undo_change where desk_id = @desk", "delete from undo_step where desk_id = @desk"}, "42501"},
		{"set aside without undoing", editor, []string{move("@open", "declined", setAside), record}, "FD403 undone"},
		{"set aside beside a step that is done", editor, []string{
			step("@editor", "newest + 1", "done", "newest + 1"), did("@open", "c.revision"), move("@open", "declined", setAside), record,
		}, "FD403 undone"},
		{"another claim set aside while one is redone", editor, []string{
			step("@editor", "newest + 1", "redone", undone), move("@candidate", "declined", setAside), record,
		}, "FD403 undone"},
		{"superseded by redoing another", editor, []string{
			step("@editor", "newest + 1", "redone", undone), move("@candidate", "declined", ", decline_reason = 'superseded'"), record,
		}, "FD403 superseded"},
		{"a verdict taken from what is approved", editor, []string{touch + "@approved", "delete from verdict where desk_id = @desk and claim_id = @approved", record}, "FD409 content_locked"},
		{"an attribution taken from what is in review", editor, []string{touch + "@waiting", "delete from attribution where desk_id = @desk and claim_id = @waiting", record}, "FD409 content_locked"},
		{"a verdict taken by a viewer", viewer, []string{"delete from verdict where desk_id = @desk and claim_id = @open", record}, "FD403"},
		{"a verdict taken at no revision", editor, []string{"delete from verdict where desk_id = @desk and claim_id = @open", record}, "FD403 revision_kept"},
	})
	if f.picture() != before {
		t.Error("something stayed of an attack")
	}
	// Undoing makes nobody else's work one's own, and hides no hand: what is put back is put back by somebody.
	n := read[int64](t, f.db, "select count(*) from undo_step s join account a on a.id = s.account_id where s.desk_id = $1 and s.kind = 'undone'", f.desk)
	if n != 1 {
		t.Errorf("%d rows say that something was undone", n)
	}
	if c := f.claim(f.open); c.Assignee == nil || c.Assignee.ID != f.editor.Account || c.Status != factcheck.Open {
		t.Errorf("the claim is %s, of %v", c.Status, c.Assignee)
	}
}
