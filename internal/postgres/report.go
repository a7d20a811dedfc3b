package postgres

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

type reportRow struct {
	ID            factcheck.ReportID
	ArticleID     factcheck.ArticleID
	Slug          string
	Headline      string
	Summary       string
	Edition       int
	Revision      int
	CreatedBy     factcheck.AccountID
	CreatedByName string
	CreatedAt     time.Time
	Claims        []factcheck.ClaimID
}

func (r *reportRow) report() factcheck.Report {
	return factcheck.Report{
		ID: r.ID, Article: r.ArticleID, Slug: r.Slug, Headline: r.Headline, Summary: r.Summary, Claims: r.Claims,
		Edition: r.Edition, Revision: r.Revision, CreatedBy: factcheck.Person{ID: r.CreatedBy, Name: r.CreatedByName}, CreatedAt: r.CreatedAt,
	}
}

const reportColumns = `
select r.id, r.article_id, r.slug, r.headline, r.summary, r.edition, r.revision,
       r.created_by, p.name as created_by_name, r.created_at,
       array(select c.claim_id from report_claim c where c.desk_id = r.desk_id and c.report_id = r.id order by c.position) as claims
  from report r join account p on p.id = r.created_by`

const reportSQL = reportColumns + ` where r.desk_id = @desk and r.id = @report`

// Report returns a report as it is being composed. Returns NotFound when there is none.
func (db *DB) Report(ctx context.Context, desk factcheck.DeskID, id factcheck.ReportID) (factcheck.Report, error) {
	row, err := one[reportRow](ctx, db, "report", reportSQL, named{"desk": desk, "report": id})
	return row.report(), err
}

const reportOfArticleSQL = reportColumns + ` where r.desk_id = @desk and r.article_id = @article`

// ReportOfArticle returns the article's report; nil while nobody has begun it.
func (db *DB) ReportOfArticle(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) (*factcheck.Report, error) {
	rows, err := all[reportRow](ctx, db, reportOfArticleSQL, named{"desk": desk, "article": article})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	report := rows[0].report()
	return &report, nil
}

// LockNewReports lets one transaction at a time begin reports of the desk, until it ends.
func (db *DB) LockNewReports(ctx context.Context, desk factcheck.DeskID) error {
	return db.lockName(ctx, fmt.Sprintf("new reports %d", desk))
}

const insertReportSQL = `
insert into report (desk_id, article_id, slug, headline, summary, created_by)
values (@desk, @article, @slug, @headline, @summary, @by)
returning id`

// InsertReport begins the report of an article.
func (db *DB) InsertReport(ctx context.Context, desk factcheck.DeskID, r factcheck.Report) (factcheck.ReportID, error) {
	return value[factcheck.ReportID](ctx, db, "report", insertReportSQL, named{
		"desk": desk, "article": r.Article, "slug": r.Slug, "headline": r.Headline, "summary": r.Summary, "by": r.CreatedBy.ID,
	})
}

const slugTakenSQL = `select count(*) from report where desk_id = @desk and slug = @slug and id <> @report`

// SlugTaken reports whether another report of the desk stands at that place.
func (db *DB) SlugTaken(ctx context.Context, desk factcheck.DeskID, slug string, except factcheck.ReportID) (bool, error) {
	n, err := value[int](ctx, db, "report", slugTakenSQL, named{"desk": desk, "slug": slug, "report": except})
	return n > 0, err
}

const lockReportSQL = `select revision from report where desk_id = @desk and id = @report for update`

// LockReport holds the report's row until the transaction ends, and returns its revision.
// Returns NotFound when there is none.
func (db *DB) LockReport(ctx context.Context, desk factcheck.DeskID, id factcheck.ReportID) (int, error) {
	return value[int](ctx, db, "report", lockReportSQL, named{"desk": desk, "report": id})
}

const updateReportSQL = `
update report set slug = @slug, headline = @headline, summary = @summary, revision = revision + 1
 where desk_id = @desk and id = @report`

const clearReportClaimsSQL = `delete from report_claim where desk_id = @desk and report_id = @report`

const insertReportClaimsSQL = `
insert into report_claim (desk_id, report_id, article_id, article_version, claim_id, position)
select c.desk_id, @report, c.article_id, c.article_version, c.id, chosen.position
  from unnest(@claims::bigint[]) with ordinality as chosen (claim_id, position)
  join claim c on c.desk_id = @desk and c.id = chosen.claim_id`

// UpdateReport writes a report the transaction holds, with its claims in their order.
func (db *DB) UpdateReport(ctx context.Context, desk factcheck.DeskID, r factcheck.Report) error {
	var b pgx.Batch
	args := named{"desk": desk, "report": r.ID, "slug": r.Slug, "headline": r.Headline, "summary": r.Summary, "claims": r.Claims}
	b.Queue(updateReportSQL, args)
	b.Queue(clearReportClaimsSQL, args)
	b.Queue(insertReportClaimsSQL, args)
	return db.Batch(ctx, &b)
}

// ReportListed is a report as the desk's list shows it.
type ReportListed struct {
	ID           factcheck.ReportID
	Slug         string
	Headline     string
	ArticleID    factcheck.ArticleID
	ArticleTitle string
	Edition      int
	PublishedAt  *time.Time // of the newest edition
	Claims       int        // chosen for the next edition
	Approved     int        // claims of the article that are approved
}

const reportsSQL = `
select r.id, r.slug, r.headline, r.article_id, a.title as article_title, r.edition, e.published_at,
       (select count(*) from report_claim c where c.desk_id = r.desk_id and c.report_id = r.id) as claims,
       coalesce((select n from article_claim_count n where n.desk_id = r.desk_id and n.article_id = r.article_id and n.status = 'approved'), 0) as approved
  from (select * from report where desk_id = @desk and id < @before order by id desc limit @limit) r
  join article a on a.desk_id = r.desk_id and a.id = r.article_id
  left join edition e on e.desk_id = r.desk_id and e.report_id = r.id and e.number = r.edition
 order by r.id desc`

// Reports returns the desk's reports before the given one, newest first.
func (db *DB) Reports(ctx context.Context, desk factcheck.DeskID, before factcheck.ReportID, limit int) ([]ReportListed, error) {
	return all[ReportListed](ctx, db, reportsSQL, named{"desk": desk, "before": before, "limit": limit})
}

const insertEditionSQL = `
insert into edition (desk_id, report_id, number, body, body_sha256, published_by, published_at)
values (@desk, @report, @number, @body, @sha256, @by, @now)`

const insertEditionClaimSQL = `
insert into edition_claim (desk_id, report_id, edition, position, claim_id, claim_version)
values (@desk, @report, @number, @position, @claim, @version)`

const insertCorrectionSQL = `
insert into correction (desk_id, report_id, edition, class, what, why)
values (@desk, @report, @number, @class, @what, @why)`

// InsertEdition publishes: the frozen report, which versions of claims it holds, and why it
// replaced the edition before. The database refuses claims whose version is not approved.
func (db *DB) InsertEdition(ctx context.Context, desk factcheck.DeskID, report factcheck.ReportID, e factcheck.Edition, by factcheck.AccountID) error {
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("marshal edition: %w", err)
	}
	sum := sha256.Sum256(body)
	var b pgx.Batch
	b.Queue(insertEditionSQL, named{
		"desk": desk, "report": report, "number": e.Number, "body": string(body), "sha256": sum[:], "by": by, "now": e.PublishedAt,
	})
	for i := range e.Claims {
		c := &e.Claims[i]
		b.Queue(insertEditionClaimSQL, named{
			"desk": desk, "report": report, "number": e.Number, "position": c.Number, "claim": c.ID, "version": c.Version,
		})
	}
	if k := e.Correction; k != nil {
		b.Queue(insertCorrectionSQL, named{
			"desk": desk, "report": report, "number": e.Number, "class": k.Class, "what": k.What, "why": k.Why,
		})
	}
	return db.Batch(ctx, &b)
}

// EditionListed is an edition as lists show it.
type EditionListed struct {
	Number      int
	PublishedAt time.Time
	Class       *factcheck.CorrectionClass // null for the first
	What        *string
	Why         *string
}

const editionColumns = `
select e.number, e.published_at, k.class, k.what, k.why
  from report r
  join edition e on e.desk_id = r.desk_id and e.report_id = r.id
  left join correction k on k.desk_id = e.desk_id and k.report_id = e.report_id and k.edition = e.number`

const editionsSQL = editionColumns + ` where r.desk_id = @desk and r.id = @report order by e.number desc`

// Editions returns a report's editions, newest first.
func (db *DB) Editions(ctx context.Context, desk factcheck.DeskID, id factcheck.ReportID) ([]EditionListed, error) {
	return all[EditionListed](ctx, db, editionsSQL, named{"desk": desk, "report": id})
}

const publicReport = ` r.desk_id = (select id from desk where slug = @desk_slug) and r.slug = @slug`

const publicEditionsSQL = editionColumns + ` where` + publicReport + ` order by e.number desc`

const publicEditionSQL = `
select e.body from report r
  join edition e on e.desk_id = r.desk_id and e.report_id = r.id
                and e.number = case when @number::bigint = 0 then r.edition else @number end
 where` + publicReport

// PublicEdition returns a published edition, 0 for the newest, and the list of all, newest
// first, in one round trip. Returns NotFound when nothing is published there.
func (db *DB) PublicEdition(ctx context.Context, deskSlug, slug string, number int) (factcheck.Edition, []EditionListed, error) {
	var (
		b        pgx.Batch
		editions []EditionListed
		frozen   struct{ Body string }
		edition  factcheck.Edition
	)
	args := named{"desk_slug": deskSlug, "slug": slug, "number": number}
	queueOne(&b, &frozen, "report", publicEditionSQL, args)
	queue(&b, &editions, publicEditionsSQL, args)
	if err := db.Batch(ctx, &b); err != nil {
		return edition, nil, err
	}
	if err := json.Unmarshal([]byte(frozen.Body), &edition); err != nil {
		return edition, nil, fmt.Errorf("read edition of %s: %w", slug, err)
	}
	return edition, editions, nil
}

// Stamp tells whether what readers see of a report has changed: the page of an edition is made of
// its body and of the list of editions, which grows with the newest.
type Stamp struct {
	BodySHA256 []byte
	Newest     int // number of the newest edition
}

const publicStampSQL = `
select e.body_sha256, r.edition as newest from report r
  join edition e on e.desk_id = r.desk_id and e.report_id = r.id
                and e.number = case when @number::bigint = 0 then r.edition else @number end
 where` + publicReport

// PublicStamp returns the stamp of a published edition, 0 for the newest, without reading the
// report itself. Returns NotFound when nothing is published there.
func (db *DB) PublicStamp(ctx context.Context, deskSlug, slug string, number int) (Stamp, error) {
	return one[Stamp](ctx, db, "report", publicStampSQL, named{"desk_slug": deskSlug, "slug": slug, "number": number})
}

const publishedSlugSQL = `
select d.slug as desk, r.slug from report r join desk d on d.id = r.desk_id
 where r.edition > 0 and (r.slug = @report or r.id::text = @report) order by r.slug = @report desc, r.desk_id limit 2`

// Place is where a report stands in public.
type Place struct {
	Desk string
	Slug string
}

// PublishedPlaces finds published reports by slug or identifier, over all desks; two at most,
// so that the caller can tell when the name is not enough.
func (db *DB) PublishedPlaces(ctx context.Context, report string) ([]Place, error) {
	return all[Place](ctx, db, publishedSlugSQL, named{"report": report})
}

// PublicListed is a published report as the desk's public list shows it.
type PublicListed struct {
	ID          factcheck.ReportID
	Slug        string
	Headline    string
	Summary     string
	PublishedAt time.Time
	Edition     int
	Claims      int
}

const publicReportsSQL = `
select r.id, r.slug, e.headline, e.summary, e.published_at, r.edition,
       (select count(*) from edition_claim c where c.desk_id = r.desk_id and c.report_id = r.id and c.edition = r.edition) as claims
  from (select * from report
         where desk_id = @desk and edition > 0 and id < @before order by id desc limit @limit) r
  join edition e on e.desk_id = r.desk_id and e.report_id = r.id and e.number = r.edition
 order by r.id desc`

// PublicReports returns a page of the desk's published reports, newest first, as their newest
// editions have them.
func (db *DB) PublicReports(ctx context.Context, desk factcheck.DeskID, before factcheck.ReportID, limit int) ([]PublicListed, error) {
	return all[PublicListed](ctx, db, publicReportsSQL, named{"desk": desk, "before": before, "limit": limit})
}
