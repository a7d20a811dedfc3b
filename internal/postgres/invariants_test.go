package postgres_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// attack is what somebody who holds the application's connection could send.
type attack struct {
	name  string
	actor factcheck.AccountID // named to the database as who acts
	sql   []string            // one after the other, in one transaction
	want  string              // SQLSTATE, or SQLSTATE and constraint
}

// try runs the attack up to and with its commit. Nothing of it may stay.
func (a attack) try(ctx context.Context, conn *pgx.Conn, args pgx.NamedArgs) error {
	tx, err := conn.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }() // does nothing after a commit
	if _, err := tx.Exec(ctx, fmt.Sprintf("set local factdesk.actor = '%d'", a.actor)); err != nil {
		return err
	}
	for _, sql := range a.sql {
		if _, err := tx.Exec(ctx, sql, args); err != nil {
			return err
		}
	}
	return tx.Commit(ctx)
}

func runAttacks(t *testing.T, conn *pgx.Conn, args pgx.NamedArgs, attacks []attack) {
	t.Helper()
	for _, a := range attacks {
		err := a.try(t.Context(), conn, args)
		pg, _ := errors.AsType[*pgconn.PgError](err)
		switch {
		case err == nil:
			t.Errorf("%s: it went through", a.name)
		case pg == nil:
			t.Errorf("%s: %v", a.name, err)
		case strings.TrimSpace(pg.Code+" "+pg.ConstraintName) != a.want && pg.Code != a.want:
			t.Errorf("%s: %s %s, %s, want %s", a.name, pg.Code, pg.ConstraintName, pg.Message, a.want)
		}
	}
}

// Pieces of attacks.
const (
	touch  = "update claim set revision = revision + 1 where desk_id = @desk and id = "
	record = "select record_event(@desk, 'a', 'claim', 1, '{}')"
	// reviewOf is completed by the claim, its version, the reviewer and the decision.
	reviewOf = `insert into review (desk_id, claim_id, claim_version, content_hash, reviewer_id, decision)
	            select @desk, id, %[2]s, claim_content_hash(@desk, id, %[2]s), %[3]s, '%[4]s' from claim where desk_id = @desk and id = %[1]s`
	newEvidence = `insert into evidence (desk_id, claim_id, claim_version, source_id, tier, stance, added_by)
	               select @desk, id, version, (select min(id) from source where desk_id = @desk), 'primary', 'refutes', @editor
	                 from claim where desk_id = @desk and id = `
)

func move(claim, to string, more ...string) string {
	return "update claim set revision = revision + 1, status = '" + to + "'" + strings.Join(more, "") + " where desk_id = @desk and id = " + claim
}

func review(claim, version, reviewer, decision string) string {
	return fmt.Sprintf(reviewOf, claim, version, reviewer, decision)
}

// TestAttacks_Workflow: a claim moves as the workflow says, whatever the application sends.
func TestAttacks_Workflow(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	editor, reviewer, second, viewer := f.editor.Account, f.reviewer.Account, f.second.Account, f.viewer.Account
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"a claim that begins approved", editor, []string{newClaim("'approved'", "1", "1"), record}, "FD403 claim_edge"},
		{"a claim that begins at version 2", editor, []string{newClaim("'candidate'", "2", "1"), record}, "FD403 claim_edge"},
		{"a claim by a viewer", viewer, []string{newClaim("'candidate'", "1", "1"), record}, "FD403 role"},
		{"a claim by nobody", 0, []string{newClaim("'candidate'", "1", "1"), record}, "FD403 role"},
		{"a claim without a version", editor, []string{newClaim("'candidate'", "1", "1"), record}, "23503 claim_version_fk"},
		{"open to approved", reviewer, []string{move("@open", "approved"), record}, "FD409 claim_edge"},
		{"candidate to in review", editor, []string{move("@candidate", "in_review"), record}, "FD409 claim_edge"},
		{"declined to open", editor, []string{move("@declined", "open", ", decline_reason = null, duplicate_of = null"), record}, "FD409 claim_edge"},
		{"approved to declined", editor, []string{move("@approved", "declined", ", decline_reason = 'opinion'"), record}, "FD409 claim_edge"},
		{"approved without a review", second, []string{move("@waiting", "approved"), record}, "FD403 review_required"},
		{"returned without a review", second, []string{move("@waiting", "changes_requested"), record}, "FD403 review_required"},
		{"approved by a request for changes", second, []string{review("@waiting", "1", "@second", "request_changes"), move("@waiting", "approved"), record}, "FD403 review_required"},
		{"returned without a point", second, []string{review("@waiting", "1", "@second", "request_changes"), move("@waiting", "changes_requested"), record}, "FD403 review_required"},
		{"returned by an approval", second, []string{review("@waiting", "1", "@second", "approve"), move("@waiting", "changes_requested"), record}, "FD403 review_required"},
		{"an approval kept for later", second, []string{review("@waiting", "1", "@second", "approve"), record}, "FD403 review_applied"},
		{"an approval by a contributor", editor, []string{review("@waiting", "1", "@editor", "approve")}, "FD403 role"},
		{"an approval in another's name", editor, []string{review("@waiting", "1", "@second", "approve")}, "FD403 role"},
		{"an approval by a viewer", viewer, []string{review("@waiting", "1", "@viewer", "approve")}, "FD403 role"},
		{"an approval of what is open", second, []string{review("@open", "1", "@second", "approve")}, "FD409 not_in_review"},
		{"a second approval", second, []string{review("@approved", "1", "@second", "approve")}, "FD409 not_in_review"},
		{"an approval of an old version", second, []string{review("@edited", "1", "@second", "approve")}, "FD409 not_in_review"},
		{"an approval of other content", second, []string{strings.Replace(review("@waiting", "1", "@second", "approve"), "claim_content_hash(@desk, id, 1)", "sha256('')", 1)}, "FD409 content_changed"},
		{"submitted unfinished", editor, []string{touch + "@open", "update verdict set rationale = ' ' where desk_id = @desk and claim_id = @open", move("@open", "in_review"), record}, "FD422 submission"},
		{"submitted with an open point", editor, []string{move("@returned", "in_review"), record}, "FD422 submission"},
		{"submitted by a viewer", viewer, []string{move("@open", "in_review"), record}, "FD403 role"},
		{"withdrawn by somebody else", second, []string{move("@waiting", "open"), record}, "FD403 withdraw"},
		{"opened again in place", editor, []string{move("@approved", "open"), record}, "FD403 claim_version_step"},
		{"a version skipped", editor, []string{move("@approved", "open", ", version = version + 2"), record}, "FD403 claim_version_step"},
		{"a version out of nothing", editor, []string{"update claim set revision = revision + 1, version = version + 1 where desk_id = @desk and id = @open", record}, "FD403 claim_version_step"},
		{"a version without content", editor, []string{move("@approved", "open", ", version = version + 1"), record}, "23503 claim_version_fk"},
		{"declined for nothing", editor, []string{move("@open", "declined"), record}, "23514 claim_decline_reasoned"},
		{"declined for a reason of one's own", editor, []string{move("@open", "declined", ", decline_reason = 'dull'"), record}, "23514 claim_decline_reason_known"},
		{"a duplicate of nothing", editor, []string{move("@open", "declined", ", decline_reason = 'duplicate'"), record}, "23514 claim_duplicate_named"},
		{"a duplicate of itself", editor, []string{move("@open", "declined", ", decline_reason = 'duplicate', duplicate_of = @open"), record}, "23514 claim_duplicate_other"},
		{"the same revision", editor, []string{"update claim set updated_at = now() where desk_id = @desk and id = @open", record}, "FD409 stale"},
		{"a revision skipped", editor, []string{"update claim set revision = revision + 2 where desk_id = @desk and id = @open", record}, "FD409 stale"},
		{"a revision taken back", editor, []string{"update claim set revision = revision - 1 where desk_id = @desk and id = @open", record}, "FD409 stale"},
		{"a revision by a viewer", viewer, []string{touch + "@open", record}, "FD403 role"},
		{"another submitter", editor, []string{"update claim set submitted_by = @second where desk_id = @desk and id = @open"}, "42501"},
		{"another article", editor, []string{"update claim set article_id = article_id where desk_id = @desk and id = @open"}, "42501"},
		{"a claim deleted", editor, []string{"delete from claim where desk_id = @desk and id = @open"}, "42501"},
		{"an edge of one's own", editor, []string{"insert into claim_edge values ('open', 'approved')"}, "42501"},
		{"a point without a review", reviewer, []string{"insert into change_request (desk_id, claim_id, review_id, field, point) select @desk, @returned, max(id), 'other', 'More' from review where desk_id = @desk and claim_id = @returned", record}, "FD403 change_request_origin"},
		{"a point reworded", editor, []string{"update change_request set point = 'Never mind' where desk_id = @desk and claim_id = @returned"}, "FD403 immutable"},
		{"a point accepted by its editor", editor, []string{"update change_request set status = 'accepted' where desk_id = @desk and claim_id = @returned and status = 'answered'"}, "FD403 change_request_step"},
		{"a point accepted without approval", second, []string{"update change_request set status = 'accepted' where desk_id = @desk and claim_id = @returned and status = 'answered'"}, "FD403 change_request_step"},
		{"a point opened without a review", second, []string{"update change_request set status = 'open' where desk_id = @desk and claim_id = @returned and status = 'answered'"}, "FD403 change_request_step"},
		{"a point answered with nothing", editor, []string{"update change_request set status = 'answered' where desk_id = @desk and claim_id = @returned and status = 'open'"}, "23514 change_request_answer_present"},
		{"a point deleted", editor, []string{"delete from change_request where desk_id = @desk"}, "42501"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// TestAttacks_FourEyes: whoever has the role of a reviewer and a hand in the content has no way
// to approve it, not by taking the trace away either.
func TestAttacks_FourEyes(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	f.must(f.w.WithdrawClaim(f.ctx(), by(f.editor), f.on(f.waiting)))
	c := f.claim(f.waiting)
	f.must(f.w.Judge(f.ctx(), by(f.reviewer), f.on(f.waiting), judgement(c)))
	f.must(f.w.SubmitClaim(f.ctx(), by(f.editor), f.on(f.waiting)))
	approve := []string{review("@waiting", "1", "@reviewer", "approve"), move("@waiting", "approved"), record}
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"approve what one judged", f.reviewer.Account, approve, "FD403 four_eyes"},
		{"return what one judged", f.reviewer.Account, []string{review("@waiting", "1", "@reviewer", "request_changes")}, "FD403 four_eyes"},
		{"drop the contributor", f.reviewer.Account, append([]string{"delete from contributor where desk_id = @desk and account_id = @reviewer"}, approve...), "42501"},
		{"rename the contributor", f.reviewer.Account, append([]string{"update contributor set account_id = @second where account_id = @reviewer"}, approve...), "42501"},
		{"frame somebody", f.editor.Account, []string{"insert into contributor (desk_id, claim_id, claim_version, account_id) values (@desk, @waiting, 1, @second)"}, "42501"},
		{"approve as somebody else", f.second.Account, []string{review("@waiting", "1", "@reviewer", "approve")}, "FD403 role"},
		{"act as the splitter", f.reviewer.Account, append([]string{
			"set local factdesk.hand = 'splitter'", move("@edited", "declined", ", decline_reason = 'opinion'"),
		}, approve...), "FD403 four_eyes"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
	// Rewriting as the splitter leaves the trace all the same.
	tx := attack{actor: f.second.Account, sql: []string{
		"set local factdesk.hand = 'splitter'", touch + "@open", "update claim_version set statement = 'Mine.' where desk_id = @desk and claim_id = @open", record,
	}}
	f.must(tx.try(t.Context(), conn, f.args()))
	if rewritten := f.claim(f.open); !rewritten.Contributed(f.second.Account) || rewritten.Statement != "Mine." {
		t.Errorf("%q is nobody's: contributors %+v", rewritten.Statement, rewritten.Contributors)
	}
}

// TestAttacks_Content: content changes only where it may, with its revision and its event.
func TestAttacks_Content(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	editor, viewer := f.editor.Account, f.viewer.Account
	before := f.picture()
	attacks := []attack{
		{"evidence without a revision", editor, []string{newEvidence + "@open", record}, "FD403 revision_kept"},
		{"evidence by a viewer", viewer, []string{newEvidence + "@open", record}, "FD403"},
		{"evidence without an event", editor, []string{touch + "@open", newEvidence + "@open"}, "FD403 event_required"},
		{"a revision without an event", editor, []string{touch + "@open"}, "FD403 event_required"},
		{"a move without an event", editor, []string{move("@candidate", "open")}, "FD403 event_required"},
		{"an approval without an event", f.second.Account, []string{review("@waiting", "1", "@second", "approve"), move("@waiting", "approved")}, "FD403 event_required"},
		{"words that are not there", editor, []string{touch + "@open", "update span set exact = 'The bridge was opened in May' where desk_id = @desk and claim_id = @open"}, "FD422 span_exact"},
		{"words of another place", editor, []string{touch + "@open", "update span set start_cp = start_cp + 1, end_cp = end_cp + 1 where desk_id = @desk and claim_id = @open"}, "FD422 span_exact"},
		{"words past the end", editor, []string{touch + "@open", "update span set start_cp = 100000, end_cp = 100001, exact = '' where desk_id = @desk and claim_id = @open"}, "FD422 span_exact"},
		{"words over the end", editor, []string{touch + "@open", "update span set end_cp = end_cp + 1000, exact = substr(v.text, start_cp + 1) from article_version v where v.desk_id = @desk and v.article_id = @article and span.desk_id = @desk and claim_id = @open"}, "FD422 span_exact"},
		{"words of nothing", editor, []string{touch + "@open", "update span set end_cp = start_cp, exact = '' where desk_id = @desk and claim_id = @open"}, "23514 span_range"},
		{"a version by hand", editor, []string{touch + "@open", "insert into claim_version (desk_id, claim_id, number, article_id, article_version, statement, type, created_by) values (@desk, @open, 2, @article, 1, 'A', 'event', @editor)"}, "FD403 immutable"},
		{"content moved to another claim", editor, []string{touch + "@open", touch + "@candidate", "update evidence set claim_id = @candidate where desk_id = @desk and claim_id = @open"}, "FD403 immutable"},
		{"an article's text", editor, []string{"update article_version set text = 'A'"}, "42501"},
		{"an article's title", editor, []string{"update article set title = 'A' where desk_id = @desk and id = @article"}, "42501"},
		{"a text without an event", editor, []string{newVersion}, "FD403 event_required"},
		{"a text under another's hash", editor, []string{strings.Replace(newVersion, "convert_to('A', 'UTF8')", "''", 1)}, "23514 article_version_text_hash"},
		{"a sentence put in later", editor, []string{`insert into sentence (desk_id, article_id, article_version, splitting, ordinal, start_cp, end_cp, class, score, opinion, reasons)
			values (@desk, @article, 1, 1, 1000, 0, 1, 'claim', 0, 0, '{}')`, record}, "FD403 immutable"},
		{"a member without an event", f.admin.Account, []string{"update member set role = 'admin', revision = revision + 1 where desk_id = @desk and account_id = @editor"}, "FD403 event_required"},
		{"a source without an event", editor, []string{"insert into source (desk_id, citation, kind, tier, created_by) values (@desk, 'A', 'page', 'primary', @editor)"}, "FD403 event_required"},
		{"a claimant without an event", editor, []string{"insert into claimant (desk_id, name, name_key, kind) values (@desk, 'A', 'a', 'person')"}, "FD403 event_required"},
		{"a report without an event", editor, []string{"update report set headline = 'A', revision = revision + 1 where desk_id = @desk and id = @report"}, "FD403 event_required"},
		{"a report without its revision", editor, []string{"update report set headline = 'A' where desk_id = @desk and id = @report", record}, "FD409 stale"},
		{"a member without their revision", f.admin.Account, []string{"update member set role = 'admin' where desk_id = @desk and account_id = @editor", record}, "FD409 stale"},
		{"a report's claims without an event", editor, []string{"delete from report_claim where desk_id = @desk and report_id = @report"}, "FD403 event_required"},
	}
	for claim, want := range map[string]string{
		"@waiting": "FD409 content_locked", "@approved": "FD409 content_locked", "@declined": "FD409 content_locked",
	} {
		attacks = append(attacks,
			attack{"evidence of " + claim, editor, []string{newEvidence + claim, record}, want},
			attack{"no evidence of " + claim, editor, []string{"delete from evidence where desk_id = @desk and claim_id = " + claim, record}, want},
			attack{"statement of " + claim, editor, []string{"update claim_version set statement = 'A' where desk_id = @desk and claim_id = " + claim, record}, want},
			attack{"spans of " + claim, editor, []string{"delete from span where desk_id = @desk and claim_id = " + claim, record}, want},
			attack{"verdict of " + claim, editor, []string{"update verdict set rating_id = @rating where desk_id = @desk and claim_id = " + claim, record}, want},
			attack{"attribution of " + claim, editor, []string{"update attribution set hedge = 'A' where desk_id = @desk and claim_id = " + claim, record}, want})
	}
	for _, sql := range []string{
		"update claim_version set statement = 'A' where desk_id = @desk and claim_id = @edited and number = 1",
		"update verdict set rating_id = @rating where desk_id = @desk and claim_id = @edited and claim_version = 1",
		"update attribution set hedge = 'A' where desk_id = @desk and claim_id = @edited and claim_version = 1",
		"delete from evidence where desk_id = @desk and claim_id = @edited and claim_version = 1",
		"delete from span where desk_id = @desk and claim_id = @edited and claim_version = 1",
		"update span set claim_version = 1, ordinal = 9 where desk_id = @desk and claim_id = @edited and claim_version = 2",
	} {
		attacks = append(attacks, attack{"the approved version: " + sql, editor, []string{touch + "@edited", sql, record}, "FD403 immutable"})
	}
	runAttacks(t, conn, f.args(), attacks)
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// newSplitting is completed by its number, its findings and who made it.
const newSplitting = `insert into splitting (desk_id, article_id, article_version, number, splitter, language, supported, findings, made_by)
                      values (@desk, @article, 1, %s, 'other', 'en', true, '%s', %s)`

const (
	nothingFound  = `{"attributions": [], "hedges": []}`
	newSuggestion = `insert into suggestion (desk_id, article_id, article_version, splitting, ordinal, claim_id, outcome, claim_revision, sentence,
	                                         attribution, spans, type, statement, filled, score, reasons, rule)
	                 select @desk, @article, 1, %s, 1000, @candidate, 'kept', 1, 0, %s, '%s', 'event', 'A', '[]', 0, '{}', ''`
	sentenceOf2 = `insert into sentence (desk_id, article_id, article_version, splitting, ordinal, start_cp, end_cp, class, score, opinion, reasons)
	               values (@desk, @article, 1, 2, 0, 0, 1, 'claim', 0, 0, '{}')`
	asSplitter = "select set_config('factdesk.hand', 'splitter', true)"
)

func split(number, findings, by string) string {
	return fmt.Sprintf(newSplitting, number, findings, by)
}

// TestAttacks_Splitting: what a splitting found stays, is of the text, and is no way around what people decided.
func TestAttacks_Splitting(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	editor := f.editor.Account
	again := split("2", nothingFound, "@editor")
	superseded := move("@candidate", "declined", ", decline_reason = 'superseded'")
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"by a viewer", f.viewer.Account, []string{split("2", nothingFound, "@viewer"), record}, "FD403 role"},
		{"in another's name", editor, []string{split("2", nothingFound, "@second"), record}, "FD403 role"},
		{"the same number", editor, []string{split("1", nothingFound, "@editor"), record}, "FD409 splitting_number"},
		{"a number skipped", editor, []string{split("3", nothingFound, "@editor"), record}, "FD409 splitting_number"},
		{"without an event", editor, []string{again}, "FD403 event_required"},
		{"in another transaction's name", editor, []string{strings.Replace(strings.Replace(again, "made_by)", "made_by, xact)", 1), ", @editor)", ", @editor, '1')", 1)}, "42501"},
		{"found in nothing", editor, []string{split("2", "{}", "@editor"), record}, "23514 splitting_findings_form"},
		{"a hedge past the end", editor, []string{split("2", `{"attributions": [], "hedges": [[0, 100000]]}`, "@editor"), record}, "FD422 splitting_spans"},
		{"a hedge before the beginning", editor, []string{split("2", `{"attributions": [], "hedges": [[-1, 4]]}`, "@editor"), record}, "FD422 splitting_spans"},
		{"a hedge with one end", editor, []string{split("2", `{"attributions": [], "hedges": [[1]]}`, "@editor"), record}, "FD422 splitting_spans"},
		{"a speaker who is not in the text", editor, []string{split("2", `{"attributions": [{"content": [[0, 4]], "source": [7, 100000], "cue": [], "outlet": [], "via": [], "hedges": []}], "hedges": []}`, "@editor"), record}, "FD422 splitting_spans"},
		{"a sentence of the first, later", editor, []string{again, strings.Replace(sentenceOf2, "1, 2, 0,", "1, 1, 1000,", 1), record}, "FD403 immutable"},
		{"a suggestion of the first, later", editor, []string{again, sentenceOf2, fmt.Sprintf(newSuggestion, "1", "null", "[[0, 4]]"), record}, "FD403 immutable"},
		{"a suggestion of words that are not there", editor, []string{again, sentenceOf2, fmt.Sprintf(newSuggestion, "2", "null", "[[0, 100000]]"), record}, "FD422 splitting_spans"},
		{"a suggestion of nobody's words", editor, []string{again, sentenceOf2, fmt.Sprintf(newSuggestion, "2", "0", "[[0, 4]]"), record}, "FD422 splitting_spans"},
		{"a suggestion without a sentence", editor, []string{again, fmt.Sprintf(newSuggestion, "2", "null", "[[0, 4]]"), record}, "23503 suggestion_sentence_fk"},
		{"a suggestion with words put in past its statement", editor, []string{again, sentenceOf2,
			strings.Replace(fmt.Sprintf(newSuggestion, "2", "null", "[[0, 4]]"), "'[]'", `'[{"start": 0, "end": 100000}]'`, 1), record}, "FD422 splitting_spans"},
		{"a hedge that is no number", editor, []string{split("2", `{"attributions": [], "hedges": [["0", "4"]]}`, "@editor"), record}, "FD422 splitting_spans"},
		{"scored by a person", editor, []string{again, "update claim set score = 1, revision = revision + 1 where desk_id = @desk and id = @candidate", record}, "FD403 scored"},
		{"scored without a splitting", editor, []string{asSplitter, "update claim set score = 1, revision = revision + 1 where desk_id = @desk and id = @candidate", record}, "FD403 scored"},
		{"scored after people worked on it", editor, []string{again, asSplitter, "update claim set score = 0.123, revision = revision + 1 where desk_id = @desk and id = @open", record}, "FD403 scored"},
		{"superseded by a person", editor, []string{superseded, record}, "FD403 superseded"},
		{"what people proposed, superseded", editor, []string{again, superseded, record}, "FD403 superseded"},
		{"what is open, superseded", editor, []string{again, move("@open", "declined", ", decline_reason = 'superseded'"), record}, "FD403 superseded"},
		{"what is in review, superseded", editor, []string{again, move("@waiting", "declined", ", decline_reason = 'superseded'"), record}, "FD409 claim_edge"},
		{"what is in review, rewritten in the splitter's hand", editor, []string{again, asSplitter, "update claim_version set statement = 'A' where desk_id = @desk and claim_id = @waiting", record}, "FD409 content_locked"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// TestSplitterHand_LeavesATrace: whoever rewrites, in the splitter's name, what people have worked on, has a hand in it.
func TestSplitterHand_LeavesATrace(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	second := f.second.Account
	rewrite := attack{"rewritten", second, []string{
		split("2", nothingFound, "@second"), asSplitter, touch + "@open", "update claim_version set statement = 'A' where desk_id = @desk and claim_id = @open", record,
	}, ""}
	if err := rewrite.try(t.Context(), conn, f.args()); err != nil {
		t.Fatal(err)
	}
	if c := f.claim(f.open); !c.Contributed(second) {
		t.Errorf("%s has no hand in %q, only %+v", f.second.Name, c.Statement, c.Contributors)
	}
}

const newVersion = `insert into article_version (desk_id, article_id, number, text, text_sha256, origin, created_by)
                    values (@desk, @article, 2, 'A', sha256(convert_to('A', 'UTF8')), 'paste', @editor)`

func newClaim(status, version, revision string) string {
	return `insert into claim (desk_id, article_id, article_version, status, version, revision, origin, type, statement, start_cp, score, reasons, created_by)
	        values (@desk, @article, 1, ` + status + ", " + version + ", " + revision + `, 'editor', 'event', 'A', 0, 0, '{}', @editor)`
}

// TestAttacks_Publishing: an edition holds what was approved, and stays what it was.
func TestAttacks_Publishing(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	edition := func(number, who string) string {
		return `insert into edition (desk_id, report_id, number, body, body_sha256, published_by, published_at)
		        values (@desk, @report, ` + number + `, '{}', sha256('{}'), ` + who + ", now())"
	}
	holds := func(number, claim, version string) string {
		return "insert into edition_claim (desk_id, report_id, edition, position, claim_id, claim_version) values (@desk, @report, " +
			number + ", 9, " + claim + ", " + version + ")"
	}
	corrects := func(number string) string {
		return "insert into correction (desk_id, report_id, edition, class, what, why) values (@desk, @report, " + number + ", 'typo', 'A', 'B')"
	}
	editor := f.editor.Account
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"the same number", editor, []string{edition("2", "@editor")}, "FD409 edition_number"},
		{"a number skipped", editor, []string{edition("4", "@editor")}, "FD409 edition_number"},
		{"by a viewer", f.viewer.Account, []string{edition("3", "@viewer")}, "FD403 role"},
		{"in another's name", editor, []string{edition("3", "@second")}, "FD403 role"},
		{"empty", editor, []string{edition("3", "@editor"), corrects("3"), record}, "FD422 edition_empty"},
		{"without a reason", editor, []string{edition("3", "@editor"), holds("3", "@approved", "1"), record}, "FD422 correction_required"},
		{"without an event", editor, []string{edition("3", "@editor"), holds("3", "@approved", "1"), corrects("3")}, "FD403 event_required"},
		{"what is in review", editor, []string{edition("3", "@editor"), holds("3", "@waiting", "1")}, "FD422 approved_only"},
		{"what is edited", editor, []string{edition("3", "@editor"), holds("3", "@edited", "2")}, "FD422 approved_only"},
		{"a version there is not", editor, []string{edition("3", "@editor"), holds("3", "@approved", "2")}, "FD422 approved_only"},
		{"under another hash", editor, []string{strings.Replace(edition("3", "@editor"), "sha256('{}')", "sha256('')", 1)}, "23514 edition_body_hash"},
		{"in another transaction's name", editor, []string{strings.Replace(strings.Replace(edition("3", "@editor"), "body_sha256,", "body_sha256, xact,", 1), "sha256('{}'),", "sha256('{}'), '1',", 1)}, "42501"},
		{"a claim put in later", editor, []string{holds("2", "@approved", "1"), record}, "FD403 immutable"},
		{"a reason put in later", editor, []string{corrects("1"), record}, "FD403 immutable"},
		{"the number of the newest", editor, []string{"update report set edition = 1 where desk_id = @desk and id = @report"}, "42501"},
		{"the report deleted", editor, []string{"delete from report where desk_id = @desk"}, "42501"},
		{"a claim of another article", editor, []string{"update report_claim set article_id = article_id + 1 where desk_id = @desk", record}, "23503"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// history lists the tables whose rows are never changed.
func history() []string {
	return []string{"article_version", "splitting", "sentence", "suggestion", "review", "edition", "edition_claim", "correction", "contributor", "event", "undo_step", "undo_change"}
}

// TestHistory_IsImmutable: neither the application nor the owner changes history.
func TestHistory_IsImmutable(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	app, owner := pgtest.AppConn(t, f.db), pgtest.OwnerConn(t, f.db)
	before := f.picture()
	for _, table := range history() {
		for _, sql := range []string{
			"update " + table + " set desk_id = desk_id", "delete from " + table, "truncate " + table + " cascade",
		} {
			runAttacks(t, app, nil, []attack{{"the application: " + sql, f.editor.Account, []string{sql}, "42501"}})
			// By the name of the table in the message: TRUNCATE tells the referring tables as well.
			runAttacks(t, owner, nil, []attack{{"the owner: " + sql, f.editor.Account, []string{sql}, "FD403 immutable"}})
		}
	}
	for _, table := range []string{"event", "event_head", "contributor", "claim_edge", "claim_count", "article_claim_count"} {
		runAttacks(t, app, nil, []attack{
			{"insert into " + table, f.editor.Account, []string{"insert into " + table + " select * from " + table + " limit 1"}, "42501"},
		})
	}
	for _, table := range []string{"event_head", "claim_edge", "claim_count", "article_claim_count"} {
		column := map[string]string{"event_head": "seq", "claim_edge": "to_status", "claim_count": "n", "article_claim_count": "n"}[table]
		runAttacks(t, app, nil, []attack{
			{"update " + table, f.editor.Account, []string{"update " + table + " set " + column + " = " + column}, "42501"},
			{"delete from " + table, f.editor.Account, []string{"delete from " + table}, "42501"},
			{"truncate " + table, f.editor.Account, []string{"truncate " + table}, "42501"},
		})
	}
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// picture is a hash over every row of the desk that an attack could want to change.
func (f *fixture) picture() string {
	f.t.Helper()
	sum := sha256.New()
	for _, table := range append(history(), "claim", "claim_version", "span", "attribution", "evidence", "verdict", "change_request",
		"report", "report_claim", "article", "source", "claimant", "member", "rating", "event_head", "claim_count", "article_claim_count") {
		rows := read[string](f.t, f.db, "select coalesce(string_agg(t::text, e'\\n' order by t::text), '') from "+table+" t where desk_id = $1", f.desk)
		fmt.Fprintln(sum, table, rows)
	}
	return string(sum.Sum(nil))
}

// TestChain: each event is hashed over the text that is stored and the hash before it.
func TestChain(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	links, err := f.db.Links(f.ctx(), f.desk, 0, 10_000)
	f.must(err)
	begin := sha256.Sum256(nil)
	last := begin[:]
	for i, l := range links {
		hash := sha256.Sum256(append(append([]byte{}, last...), l.Body...))
		if l.Seq != int64(i+1) || string(l.PreviousHash) != string(last) || string(l.Hash) != string(hash[:]) {
			t.Fatalf("event %d does not follow from the one before it: %+v", i+1, l)
		}
		last = l.Hash
	}
	head, err := f.db.ChainHead(f.ctx(), f.desk)
	f.must(err)
	if len(links) < 30 || head.Seq != int64(len(links)) || string(head.Hash) != string(last) {
		t.Errorf("the chain ends with %d, its head says %d", len(links), head.Seq)
	}
	chains, err := f.w.Verify(f.ctx(), "")
	f.must(err)
	if len(chains) != 1 || chains[0].Broken != 0 || chains[0].Events != int64(len(links)) {
		t.Errorf("verify finds %+v", chains)
	}
	// Even the owner needs to switch the triggers off to forge one, and is found out.
	owner := pgtest.OwnerConn(t, f.db)
	for _, sql := range []string{"alter table event disable trigger event_immutable", "update event set body = replace(body, 'claim.declined', 'claim.accepted') where action = 'claim.declined'"} {
		if _, err := owner.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	want := column[int64](t, owner, "select min(seq) from event where action = 'claim.declined'")[0]
	if chains, err = f.w.Verify(f.ctx(), ""); err != nil || chains[0].Broken != want || chains[0].Why == "" {
		t.Errorf("after a forgery verify finds %+v, %v, want event %d broken", chains, err, want)
	}
}
