package bench

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"

	"github.com/jackc/pgx/v5"
)

// perArticle is how many claims an article of the desk has.
const perArticle = 20

// people is how many members the desk has, beside its admin.
const people = 20

// fillSQL makes the desk's rows, with the triggers off: no person could have made them one by
// one in the time. What is made follows from the numbers of the rows alone, so that two runs
// measure the same.
//
// Every statement has "the" and "said" in it; each of 5,000 words like case0042 is in the
// statements of every 5,000th claim.
func fillSQL() []string {
	return []string{
		`create temp table line as
		 select c as claim, (c - 1) / 20 + 1 as article, (c - 1) % 20 as n,
		        case when c % 100 < 40 then 'candidate' when c % 100 < 60 then 'open' when c % 100 < 65 then 'in_review'
		             when c % 100 < 70 then 'changes_requested' when c % 100 < 90 then 'approved' else 'declined' end as status,
		        format('The %s said %s percent of the %s in %s had %s by %s (case%s).',
		               (array['ministry', 'mayor', 'agency', 'union', 'court', 'minister', 'institute'])[h % 7 + 1], h % 97,
		               (array['households', 'schools', 'patients', 'farms', 'exports', 'voters', 'roads', 'budgets', 'ships'])[h / 7 % 9 + 1],
		               (array['Ghent', 'Kyoto', 'Lagos', 'Quito', 'Tartu', 'Perth', 'Basra', 'Lima', 'Oslo', 'Hanoi', 'Turin'])[h / 63 % 11 + 1],
		               (array['doubled', 'closed', 'moved', 'recovered', 'declined', 'registered'])[h / 693 % 6 + 1],
		               1990 + h / 4158 % 36, to_char(c % 5000, 'FM0000')) as words
		   from generate_series(1, @claims::bigint) c, lateral (select abs(hashint8(c) / 2) as h) hash`,
		`create temp table place as
		 select *, sum(length(words) + 1) over (partition by article order by n) - length(words) - 1 as start from line`,
		`insert into article (desk_id, id, title, url, publisher, author, published_on, language, created_by, created_at)
		 overriding system value
		 select @desk::bigint, a, format('What the numbers of spring say, part %s', a), format('https://paper.example.org/%s', a), 'The Daily Example', 'A. Writer',
		        date '2020-01-01' + (a % 2000)::integer, 'en', 2, now() - interval '30 days' from generate_series(1, (@claims::bigint + 19) / 20) a`,
		`insert into article_version (desk_id, article_id, number, text, text_sha256, origin, created_by)
		 select @desk::bigint, article, 1, body, sha256(convert_to(body, 'UTF8')), 'paste', 2
		   from (select article, string_agg(words, case when n % 5 = 0 then E'\n' else ' ' end order by n) as body from place group by 1) t`,
		`insert into splitting (desk_id, article_id, article_version, number, splitter, language, supported, made_by)
		 select @desk::bigint, a, 1, 1, 'bench', 'en', true, 2 from generate_series(1, (@claims::bigint + 19) / 20) a`,
		`insert into sentence (desk_id, article_id, article_version, splitting, ordinal, start_cp, end_cp, class, score, opinion, reasons)
		 select @desk::bigint, article, 1, 1, n, start, start + length(words), 'claim', 0.8, 0, array['number', 'reported'] from place`,
		`insert into claim (desk_id, id, article_id, article_version, status, origin, type, statement, start_cp, score, reasons, rating_id,
		                    decline_reason, assignee_id, submitted_by, submitted_at, created_by, created_at, updated_at)
		 overriding system value
		 select @desk::bigint, claim, article, 1, status, 'splitter', 'numerical', words, start, 0.8, array['number', 'reported'],
		        case when status in ('in_review', 'approved') then (select min(id) from rating where desk_id = @desk::bigint) + claim % 3 end,
		        case when status = 'declined' then 'opinion' end,
		        case when status not in ('candidate', 'declined') and claim % 2 = 0 then 2 + claim / 2 % 10 end,
		        case when status in ('in_review', 'approved') then 2 + claim % 10 end,
		        case when status in ('in_review', 'approved') then now() - claim % 5000 * interval '1 minute' end,
		        2, now() - interval '20 days', now() - claim % 9000 * interval '1 minute'
		   from place order by claim`,
		`insert into claim_version (desk_id, claim_id, number, article_id, article_version, statement, type, created_by)
		 select @desk::bigint, claim, 1, article, 1, words, 'numerical', 2 from place`,
		`insert into span (desk_id, claim_id, claim_version, ordinal, article_id, article_version, start_cp, end_cp, exact, prefix, suffix)
		 select @desk::bigint, claim, 1, 1, article, 1, start, start + length(words), words, '', '' from place`,
		`insert into suggestion (desk_id, article_id, article_version, splitting, ordinal, claim_id, outcome, claim_revision, sentence, spans, type,
		                         statement, filled, score, reasons, rule)
		 select @desk::bigint, article, 1, 1, n, claim, 'added', 1, n, jsonb_build_array(jsonb_build_array(start, start + length(words))), 'numerical',
		        words, '[]', 0.8, array['number', 'reported'], '' from place`,
		`insert into claimant (desk_id, id, name, name_key, kind) overriding system value
		 select @desk::bigint, k, 'Ministry ' || k, 'ministry ' || k, 'organization' from generate_series(1, @claims::bigint / 100 + 1) k`,
		`insert into attribution (desk_id, claim_id, claim_version, unattributed, speaker, claimant_id, cue)
		 select @desk::bigint, claim, 1, false, 'Ministry ' || claim % (@claims::bigint / 100 + 1) + 1, claim % (@claims::bigint / 100 + 1) + 1, 'said' from place`,
		`insert into source (desk_id, id, url, title, publisher, kind, tier, created_by) overriding system value
		 select @desk::bigint, s, format('https://records.example.org/%s', s), format('Yearbook of statistics, table %s', s), 'Office of Statistics', 'dataset', 'primary', 2
		   from generate_series(1, @claims::bigint / 20 + 2) s`,
		`insert into evidence (desk_id, claim_id, claim_version, source_id, tier, stance, quote, independence_group, added_by)
		 select @desk::bigint, claim, 1, (claim * 31 + e) % (@claims::bigint / 20) + 1, 'primary', 'supports', 'The share was as stated in the table.', '', 2 + claim % 10
		   from place, generate_series(1, 2) e where status in ('in_review', 'approved') and claim % 2 = 0`,
		`insert into verdict (desk_id, claim_id, claim_version, article_version, rating_id, rationale, decided_by)
		 select desk_id, id, 1, 1, rating_id, 'The yearbook has the same number for the same year.', 2 + id % 10
		   from claim where desk_id = @desk::bigint and rating_id is not null`,
		`insert into contributor (desk_id, claim_id, claim_version, account_id)
		 select @desk::bigint, claim, 1, 2 + claim % 10 from place where status not in ('candidate', 'declined')`,
		`insert into review (desk_id, claim_id, claim_version, content_hash, reviewer_id, decision)
		 select @desk::bigint, claim, 1, sha256('approved'), 12 + claim % 10, 'approve' from place where status = 'approved'`,
		`insert into review (desk_id, claim_id, claim_version, content_hash, reviewer_id, decision)
		 select @desk::bigint, claim, 1, sha256('returned'), 12 + claim % 10, 'request_changes' from place where status = 'changes_requested'`,
		`insert into change_request (desk_id, claim_id, review_id, field, point)
		 select desk_id, claim_id, id, 'verdict', 'Say which year the table is of.' from review
		  where desk_id = @desk::bigint and decision = 'request_changes'`,
		`insert into event (desk_id, seq, at, actor_id, action, subject, subject_id, body, previous_hash, hash, xact)
		 select @desk::bigint, 100 + row_number() over (order by claim, k), now(), 2 + claim % 10, 'claim.accepted', 'claim', claim,
		        '{"detail": {}}', sha256('before'), sha256('after'), '3'
		   from place, generate_series(1, 3) k where status not in ('candidate', 'declined')`,
		`update event_head set seq = (select max(seq) from event where desk_id = @desk::bigint) where desk_id = @desk::bigint`,
		`insert into report (desk_id, article_id, slug, headline, created_by)
		 select @desk::bigint, id, 'report-' || id, 'What the numbers say, part ' || id, 2 from article where desk_id = @desk::bigint and id % 10 = 1`,
		`insert into report_claim (desk_id, report_id, article_id, article_version, claim_id, position)
		 select r.desk_id, r.id, c.article_id, 1, c.id, c.id % 20 from report r join claim c on c.desk_id = r.desk_id and c.article_id = r.article_id
		  where r.desk_id = @desk::bigint`,
		`insert into claim_count (desk_id, status, assignee_id, n)
		 select desk_id, status, coalesce(assignee_id, 0), count(*) from claim where desk_id = @desk::bigint group by 1, 2, 3`,
		`insert into article_claim_count (desk_id, article_id, status, n)
		 select desk_id, article_id, status, count(*) from claim where desk_id = @desk::bigint group by 1, 2, 3`,
		`select setval(pg_get_serial_sequence('article', 'id'), (@claims::bigint + 19) / 20), setval(pg_get_serial_sequence('claim', 'id'), @claims::bigint),
		        setval(pg_get_serial_sequence('source', 'id'), @claims::bigint / 20 + 2), setval(pg_get_serial_sequence('claimant', 'id'), @claims::bigint / 100 + 1)
		 `,
	}
}

// publishSQL publishes every report of the desk $1 as the edition $2, whose hash is $3.
const publishSQL = `
with published as (
  insert into edition (desk_id, report_id, number, body, body_sha256, published_by, published_at)
  select $1::bigint, id, 1, $2::text, $3::bytea, 2, now() from report where desk_id = $1)
update report set edition = 1 where desk_id = $1`

const publishedClaimsSQL = `
insert into edition_claim (desk_id, report_id, edition, position, claim_id, claim_version)
select desk_id, report_id, 1, position, claim_id, 1 from report_claim where desk_id = $1`

// desk is a newsroom with many claims.
type desk struct {
	db     *postgres.DB
	dsn    string
	flow   *workflow.Workflow
	claims int64
	// Account 1 is the admin; 2 to 11 wrote what there is, 12 to 21 reviewed it.
	editor, reviewer factcheck.Actor
}

// newDesk makes a database with a desk of that many claims.
func newDesk(b *testing.B, claims int64) *desk {
	b.Helper()
	d := &desk{dsn: pgtest.URL(b), claims: claims}
	d.db = pgtest.Open(b, d.dsn)
	d.flow = workflow.New(d.db, workflow.Options{})
	id, err := d.people(b)
	if err != nil {
		b.Fatal(err)
	}
	d.editor = factcheck.Actor{Account: 2, Desk: id, Name: "Person 1", Role: factcheck.Editor}
	d.reviewer = factcheck.Actor{Account: 12, Desk: id, Name: "Person 11", Role: factcheck.Reviewer}
	if err := d.fill(b, pgtest.OwnerConn(b, d.db)); err != nil {
		b.Fatal(err)
	}
	return d
}

// people makes the desk and its members through the front door.
func (d *desk) people(b *testing.B) (factcheck.DeskID, error) {
	ctx := b.Context()
	admin, err := d.db.InsertAccount(ctx, "admin@news", "Admin", "no hash")
	if err != nil {
		return 0, err
	}
	id, err := d.flow.CreateDesk(ctx, admin, factcheck.Desk{Slug: "news", Name: "Newsdesk", Language: "en"})
	if err != nil {
		return 0, err
	}
	for n := 1; n <= people; n++ {
		email, role := fmt.Sprintf("person%d@news", n), factcheck.Editor
		if n > people/2 {
			role = factcheck.Reviewer
		}
		if _, err := d.db.InsertAccount(ctx, email, fmt.Sprintf("Person %d", n), "no hash"); err != nil {
			return 0, err
		}
		if _, err := d.flow.AddAccount(ctx, workflow.AddAccount{Email: email, Desk: "news", Role: role}); err != nil {
			return 0, err
		}
	}
	return id, nil
}

func (d *desk) fill(b *testing.B, owner *pgx.Conn) error {
	ctx, start := b.Context(), time.Now()
	if _, err := owner.Exec(ctx, "set session_replication_role = replica; set maintenance_work_mem = '256MB'; drop index claim_words"); err != nil {
		return err
	}
	for _, sql := range fillSQL() {
		if _, err := owner.Exec(ctx, sql, pgx.NamedArgs{"desk": int64(d.editor.Desk), "claims": d.claims}); err != nil {
			return fmt.Errorf("%w: %s", err, sql)
		}
	}
	// Building it at once takes a fraction of the time of adding to it row by row.
	if _, err := owner.Exec(ctx, "create index claim_words on claim using gin (words)"); err != nil {
		return err
	}
	edition, err := d.flow.PreviewReport(ctx, d.editor, 1)
	if err != nil {
		return err
	}
	edition.Number, edition.PublishedAt, edition.FirstAt = 1, start, start
	body, err := json.Marshal(edition)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	if _, err := owner.Exec(ctx, publishSQL, int64(d.editor.Desk), string(body), sum[:]); err != nil {
		return err
	}
	if _, err := owner.Exec(ctx, publishedClaimsSQL, int64(d.editor.Desk)); err != nil {
		return err
	}
	if _, err := owner.Exec(ctx, "vacuum analyze"); err != nil {
		return err
	}
	b.Logf("%d claims of %d articles, made in %s", d.claims, d.claims/perArticle, time.Since(start).Round(time.Second))
	return nil
}
