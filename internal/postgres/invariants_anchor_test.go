package postgres_test

import (
	"strings"
	"testing"

	"factdesk/internal/postgres/pgtest"
)

// Pieces of attacks on the versions of an article. The fixture's harbour is at version 2, its claims are words of 1.
const (
	thirdText = `insert into article_version (desk_id, article_id, number, text, text_sha256, origin, created_by)
	             values (@desk, @harbour, 3, 'A', sha256(convert_to('A', 'UTF8')), 'paste', @editor)`
	showThird = "update article set version = 3, revision = revision + 1 where desk_id = @desk and id = @harbour"
	wholeOf2  = "(select jsonb_build_array(jsonb_build_array(0, 10)))"
)

// decide is a decision about where a claim stands in the second version.
func decide(claim, decision, spans, by string) string {
	return "update anchor set decision = '" + decision + "', decided_spans = " + spans + ", decided_by = " + by +
		", decided_at = now() where desk_id = @desk and claim_id = " + claim + " and article_version = 2"
}

// TestAttacks_Anchors: a claim is left behind by no version of its article, stands where the texts say or somebody
// decided, and is neither approved nor published before.
func TestAttacks_Anchors(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	f.fillVersions()
	conn := pgtest.AppConn(t, f.db)
	editor, viewer, second := f.editor.Account, f.viewer.Account, f.second.Account
	home := touch + "@voided"
	stood := `insert into anchor (desk_id, claim_id, article_id, article_version, from_version, state, spans, kept, made_by)
	          values (@desk, @voided, @harbour, %v, %v, 'exact', '[[0, 4]]', 1, @editor)`
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"a number skipped", editor, []string{strings.Replace(thirdText, "3,", "4,", 1)}, "FD409 article_version_number"},
		{"in another's name", editor, []string{strings.Replace(thirdText, "@editor)", "@second)", 1)}, "FD403 role"},
		{"by a viewer", viewer, []string{strings.Replace(thirdText, "@editor)", "@viewer)", 1)}, "FD403 role"},
		{"the same text", editor, []string{`insert into article_version (desk_id, article_id, number, text, text_sha256, origin, created_by)
			select desk_id, article_id, 3, text, text_sha256, 'paste', @editor from article_version where desk_id = @desk and article_id = @harbour and number = 2`}, "FD422 article_version_same"},
		{"a text nobody is shown", editor, []string{thirdText, record}, "FD403 article_version_shown"},
		{"a text that leaves claims behind", editor, []string{thirdText, showThird, record}, "FD403 claims_carried"},
		{"a text that is not there", editor, []string{showThird, record}, "FD409 article_version_number"},
		{"back to the old text", editor, []string{"update article set version = 1, revision = revision + 1 where desk_id = @desk and id = @harbour", record}, "FD409 article_version_number"},
		{"an article without its revision", editor, []string{"update article set version = 2 where desk_id = @desk and id = @harbour", record}, "FD409 stale"},
		{"a claim in the old text", editor, []string{strings.Replace(newClaim("'candidate'", "1", "1"), "@article", "@harbour", 1), record}, "FD409 article_version_old"},
		{"what was found, changed", editor, []string{"update anchor set state = 'exact' where desk_id = @desk"}, "42501"},
		{"what was found, deleted", editor, []string{"delete from anchor where desk_id = @desk"}, "42501"},
		{"another place found later", editor, []string{strings.ReplaceAll(stood, "%v", "1"), record}, "FD403 immutable"},
		{"another place of a claim that moved on", editor, []string{home, strings.ReplaceAll(stood, "%v", "1"), record}, "FD403 immutable"},
		{"confirmed by a viewer", viewer, []string{decide("@reworded", "confirmed", "spans", "@viewer"), record}, "FD403 role"},
		{"confirmed in another's name", editor, []string{decide("@reworded", "confirmed", "spans", "@second"), record}, "FD403 role"},
		{"confirmed without an event", editor, []string{decide("@reworded", "confirmed", "spans", "@editor")}, "FD403 event_required"},
		{"confirmed elsewhere", editor, []string{decide("@reworded", "confirmed", "'[[0, 4]]'", "@editor"), record}, "FD422 anchor_spans"},
		{"confirmed though gone", editor, []string{decide("@orphan", "confirmed", "'[]'", "@editor"), record}, "FD422 anchor_spans"},
		{"picked what was not proposed", editor, []string{decide("@orphan", "picked", wholeOf2, "@editor"), record}, "FD422 anchor_spans"},
		{"put past the end", editor, []string{decide("@reworded", "reselected", "'[[0, 100000]]'", "@editor"), record}, "FD422 anchor_spans"},
		{"put nowhere", editor, []string{decide("@reworded", "reselected", "null", "@editor"), record}, "FD422 anchor_words"},
		{"what is reviewed, put on other words", editor, []string{decide("@reworded", "reselected", wholeOf2, "@editor"), record}, "FD422 anchor_words"},
		{"what is approved, put on other words", editor, []string{decide("@orphan", "reselected", wholeOf2, "@editor"), record}, "FD422 anchor_words"},
		{"another figure, without its words", editor, []string{decide("@voided", "confirmed", "spans", "@editor"), record}, "FD422 anchor_words"},
		{"decided twice", editor, []string{decide("@placed", "confirmed", "spans", "@editor"), record}, "FD409 anchor_decided"},
		{"a decision taken back", editor, []string{"update anchor set decision = null, decided_spans = null, decided_by = null, decided_at = null where desk_id = @desk and claim_id = @placed"}, "FD409 anchor_decided"},
		{"approved before it is placed", second, []string{review("@reworded", "1", "@second", "approve"), move("@reworded", "approved"), record}, "FD422 anchor"},
		{"submitted before it is placed", editor, []string{move("@voided", "in_review"), record}, "FD422 submission"},
		{"words of the old text", editor, []string{home, "update span set start_cp = start_cp + 4, exact = substr(exact, 5) where desk_id = @desk and claim_id = @voided", record}, "FD409 article_version_old"},
		{"words taken out of the old text", editor, []string{home, "delete from span where desk_id = @desk and claim_id = @voided", record}, "FD409 article_version_old"},
		{"words put into a text without spans of it", editor, []string{home, "update claim_version set article_version = 2 where desk_id = @desk and claim_id = @voided", record}, "23503 span_article_fk"},
		{"words put into another article", editor, []string{home, "update claim_version set article_id = @article where desk_id = @desk and claim_id = @voided", record}, "FD409 article_version_old"},
		{"what is reviewed, put into the new text", editor, []string{"update claim_version set article_version = 2 where desk_id = @desk and claim_id = @reworded", record}, "FD409 content_locked"},
		{"published before it is placed", editor, []string{
			`insert into report (desk_id, article_id, slug, headline, created_by) values (@desk, @harbour, 'harbour', 'A', @editor)`,
			`insert into edition (desk_id, report_id, number, body, body_sha256, published_by, published_at)
			 select @desk, id, 1, '{}', sha256('{}'), @editor, now() from report where desk_id = @desk and article_id = @harbour`,
			`insert into edition_claim (desk_id, report_id, edition, position, claim_id, claim_version)
			 select @desk, id, 1, 1, @orphan, 1 from report where desk_id = @desk and article_id = @harbour`, record,
		}, "FD422 anchor"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
	allowed := attack{"a confirmation", editor, []string{decide("@reworded", "confirmed", "spans", "@editor"), record}, ""}
	if err := allowed.try(t.Context(), conn, f.args()); err != nil {
		t.Errorf("what may be done: %v", err)
	}
}
