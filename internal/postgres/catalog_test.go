package postgres_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/splitter"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// foreignKey is a reference between two tables that both belong to desks.
type foreignKey struct {
	Name     string
	Child    string
	Parent   string
	Columns  []string // of the child
	Referred []string // of the parent, in the same order
}

const foreignKeysSQL = `
select c.conname::text as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
       array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
               join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns,
       array(select a.attname::text from unnest(c.confkey) with ordinality k(n, i)
               join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as referred
  from pg_constraint c
 where c.contype = 'f' and c.connamespace = 'public'::regnamespace
   and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'desk_id')
   and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'desk_id')
 order by 1`

func foreignKeys(t *testing.T, conn *pgx.Conn) []foreignKey {
	t.Helper()
	rows, err := conn.Query(t.Context(), foreignKeysSQL)
	if err != nil {
		t.Fatal(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByName[foreignKey])
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 30 {
		t.Fatalf("only %d references are found", len(list))
	}
	return list
}

// TestForeignKeys_StayInTheDesk: every reference between tables of desks goes over the desk, so
// that a row of one desk cannot name a row of another.
func TestForeignKeys_StayInTheDesk(t *testing.T) {
	t.Parallel()
	conn := pgtest.OwnerConn(t, pgtest.DB(t))
	for _, fk := range foreignKeys(t, conn) {
		i := slices.Index(fk.Columns, "desk_id")
		if i < 0 || fk.Referred[i] != "desk_id" {
			t.Errorf("%s: %s %v refers to %s %v without its desk", fk.Name, fk.Child, fk.Columns, fk.Parent, fk.Referred)
		}
	}
	// And whatever identifies a row of a desk begins with the desk.
	for _, bad := range column[string](t, conn, `
		select c.conname::text from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'desk_id'
		 where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u') and c.conkey[1] <> a.attnum and c.conname <> 'session_pk'`) {
		t.Errorf("%s does not begin with the desk", bad)
	}
	// And a table that could hold rows of desks and does not say whose.
	for _, bad := range column[string](t, conn, `
		select r.relname::text from pg_class r where r.relnamespace = 'public'::regnamespace and r.relkind = 'r'
		   and not exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'desk_id')
		   and r.relname not in ('desk', 'account', 'login_attempt', 'claim_edge', 'goose_db_version')`) {
		t.Errorf("the rows of %s belong to no desk", bad)
	}
}

// TestForeignKeys_RefuseOtherDesks tries each reference with a row of another desk, with the
// guards switched off, so that nothing but the reference itself stands in the way.
func TestForeignKeys_RefuseOtherDesks(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	ours, theirs := newFixture(t, db), newFixture(t, db)
	conn := pgtest.OwnerConn(t, db)
	for _, f := range []*fixture{ours, theirs} {
		f.fillVersions()
		_, err := conn.Exec(t.Context(), `
			insert into session (token_hash, account_id, desk_id, created_at, last_seen_at, expires_at)
			values (sha256(($1::bigint)::text::bytea), $2, $1, now(), now(), now() + interval '1 hour')`, int64(f.desk), f.editor.Account)
		f.must(err)
	}
	for _, table := range column[string](t, conn, "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'") {
		if _, err := conn.Exec(t.Context(), "alter table "+table+" disable trigger user"); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range []string{"article", "claim"} { // their own number is part of a reference
		if _, err := conn.Exec(t.Context(), "alter table "+table+" alter column id drop identity"); err != nil {
			t.Fatal(err)
		}
	}
	for _, fk := range foreignKeys(t, conn) {
		if err := crossDesks(t, conn, fk, ours.desk, theirs.desk); err != nil {
			t.Errorf("%s: %v", fk.Name, err)
		}
	}
}

// crossDesks lets a row of our desk refer to one of theirs, and returns nil if that is refused.
func crossDesks(t *testing.T, conn *pgx.Conn, fk foreignKey, ours, theirs factcheck.DeskID) error {
	t.Helper()
	var set, there []string
	for i, name := range fk.Columns {
		if name != "desk_id" {
			set = append(set, name+" = theirs."+fk.Referred[i])
			there = append(there, "c."+name+" is not null")
		}
	}
	sql := fmt.Sprintf(`update %[1]s c set %[2]s
	  from (select * from %[3]s where desk_id = $2 order by %[3]s desc limit 1) theirs
	 where c.desk_id = $1 and c.ctid = (select c.ctid from %[1]s c where c.desk_id = $1 and %[4]s limit 1)`,
		fk.Child, strings.Join(set, ", "), fk.Parent, strings.Join(there, " and "))
	tx, err := conn.Begin(t.Context())
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(t.Context()) }()
	tag, err := tx.Exec(t.Context(), sql, ours, theirs)
	if err == nil && tag.RowsAffected() != 1 {
		return errors.New("there is no row to try it with")
	}
	if err == nil {
		_, err = tx.Exec(t.Context(), "set constraints all immediate")
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code == "23503" {
		return nil
	}
	return fmt.Errorf("%w: %s", errOr(err, "it went through"), sql)
}

func errOr(err error, text string) error {
	if err != nil {
		return err
	}
	return errors.New(text)
}

// TestEvents_AreRequired: whatever of a desk the application may write needs an event, but for
// what is no work, and what comes with a row that needs one.
func TestEvents_AreRequired(t *testing.T) {
	t.Parallel()
	conn := pgtest.OwnerConn(t, pgtest.DB(t))
	without := column[string](t, conn, `
		select r.relname::text from pg_class r
		 where r.relnamespace = 'public'::regnamespace and r.relkind = 'r'
		   and exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'desk_id')
		   and has_any_column_privilege('factdesk_app', r.oid, 'insert, update')
		   and not exists (select from pg_trigger g where g.tgrelid = r.oid and g.tgfoid = 'require_event'::regproc
		                      and g.tgdeferrable and g.tginitdeferred)
		 order by 1`)
	want := []string{
		"correction", "edition_claim", // with their edition
		"idempotency",
		"sentence", // with its splitting
		"session",
		"suggestion",  // with its splitting
		"undo_change", // with its step
	}
	if diff := cmp.Diff(want, without); diff != "" {
		t.Errorf("tables that change without an event (-want +got):\n%s", diff)
	}
}

// TestLists_AgreeWithTheSchema: what Go takes for a value of a column, PostgreSQL does as well,
// and nothing else.
func TestLists_AgreeWithTheSchema(t *testing.T) {
	t.Parallel()
	conn := pgtest.OwnerConn(t, pgtest.DB(t))
	var needs []string
	for _, r := range factcheck.DefaultScale().Ratings {
		needs = append(needs, string(r.Rule.Needs))
	}
	needs = append(needs, string(factcheck.NeedsNothing))
	slices.Sort(needs)
	tiers, stances := sorted(factcheck.Tiers()), sorted(factcheck.Stances())
	for constraint, want := range map[string][]string{
		"claim_status_known":           sorted(factcheck.Statuses()),
		"claim_type_known":             sorted(factcheck.ClaimTypes()),
		"claim_decline_reason_known":   sorted(append(factcheck.DeclineReasons(), factcheck.Superseded, factcheck.Undone)),
		"claim_origin_known":           sorted([]factcheck.Hand{factcheck.BySplitter, factcheck.ByEditor}),
		"source_kind_known":            sorted(factcheck.SourceKinds()),
		"source_tier_known":            tiers,
		"evidence_tier_known":          tiers,
		"evidence_stance_known":        stances,
		"change_request_field_known":   sorted(factcheck.ContentFields()),
		"change_request_status_known":  sorted([]factcheck.RequestStatus{factcheck.RequestOpen, factcheck.RequestAnswered, factcheck.RequestAccepted}),
		"review_decision_known":        sorted([]factcheck.Decision{factcheck.Approve, factcheck.RequestChanges}),
		"correction_class_known":       sorted(factcheck.CorrectionClasses()),
		"member_role_known":            sorted(factcheck.Roles()),
		"claimant_kind_known":          sorted([]factcheck.ClaimantKind{factcheck.PersonClaimant, factcheck.OrganizationClaimant}),
		"article_version_origin_known": sorted([]factcheck.Origin{factcheck.Paste, factcheck.File, factcheck.FromURL}),
		"rating_needs_known":           slices.Compact(needs),
		"suggestion_type_known":        sorted(factcheck.ClaimTypes()),
		"suggestion_outcome_known":     sorted([]factcheck.Outcome{factcheck.SuggestionAdded, factcheck.SuggestionKept, factcheck.SuggestionCovered}),
		"sentence_class_known": sorted([]factcheck.SentenceClass{
			factcheck.ClassClaim, factcheck.ClassOpinion, factcheck.ClassQuestion, factcheck.ClassHeading, factcheck.ClassBoilerplate,
		}),
	} {
		if diff := cmp.Diff(want, checkList(t, conn, constraint)); diff != "" {
			t.Errorf("%s (-Go +SQL):\n%s", constraint, diff)
		}
	}
	// What the splitter calls things, it calls them as the desk does.
	classes := sorted([]splitter.Class{splitter.ClassClaim, splitter.ClassOpinion, splitter.ClassQuestion, splitter.ClassHeading, splitter.ClassBoilerplate})
	if diff := cmp.Diff(checkList(t, conn, "sentence_class_known"), classes); diff != "" {
		t.Errorf("classes of the splitter (-SQL +Go):\n%s", diff)
	}
	types := sorted([]splitter.ClaimType{
		splitter.TypeQuote, splitter.TypeNumerical, splitter.TypeEvent, splitter.TypePosition, splitter.TypeCausal,
		splitter.TypeSpeculative, splitter.TypeMediaPublishing, splitter.TypeMediaAnalysis, splitter.TypeOpinion,
	})
	if diff := cmp.Diff(checkList(t, conn, "claim_type_known"), types); diff != "" {
		t.Errorf("types of the splitter (-SQL +Go):\n%s", diff)
	}
	colours := checkList(t, conn, "rating_colour_known")
	for _, r := range factcheck.DefaultScale().Ratings {
		if !slices.Contains(colours, r.Colour) {
			t.Errorf("the schema has no colour %q", r.Colour)
		}
	}
}

// checkList returns the words a check constraint allows, in order.
func checkList(t *testing.T, conn *pgx.Conn, constraint string) []string {
	t.Helper()
	definition := column[string](t, conn, "select pg_get_constraintdef(oid) from pg_constraint where conname = $1", constraint)
	if len(definition) != 1 {
		t.Fatalf("there are %d constraints %s", len(definition), constraint)
	}
	var list []string
	for _, m := range regexp.MustCompile(`'([^']+)'`).FindAllStringSubmatch(definition[0], -1) {
		list = append(list, m[1])
	}
	slices.Sort(list)
	return list
}

// TestEdges: the table of the workflow in the database is the one in Go.
func TestEdges(t *testing.T) {
	t.Parallel()
	conn := pgtest.OwnerConn(t, pgtest.DB(t))
	var want []string
	for _, step := range factcheck.Transitions() {
		for _, from := range step.From {
			if step.To != "" {
				want = append(want, string(from)+" "+string(step.To))
			}
		}
	}
	slices.Sort(want)
	got := column[string](t, conn, "select from_status || ' ' || to_status from claim_edge")
	slices.Sort(got)
	if diff := cmp.Diff(slices.Compact(want), got); diff != "" {
		t.Errorf("edges (-Go +SQL):\n%s", diff)
	}
}
