package postgres

import (
	"context"
	"fmt"
	"time"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

type sourceRow struct {
	ID          factcheck.SourceID
	URL         *string
	Citation    string
	Title       string
	Publisher   string
	Author      string
	PublishedOn *time.Time
	Kind        factcheck.SourceKind
	Tier        factcheck.Tier
	Revision    int
	CreatedAt   time.Time
}

func (r *sourceRow) source() factcheck.Source {
	return factcheck.Source{
		ID: r.ID, URL: deref(r.URL), Citation: r.Citation, Title: r.Title, Publisher: r.Publisher, Author: r.Author,
		PublishedOn: at(r.PublishedOn), Kind: r.Kind, Tier: r.Tier, Revision: r.Revision, CreatedAt: r.CreatedAt,
	}
}

const sourceColumns = `
select id, url, citation, title, publisher, author, published_on, kind, tier, revision, created_at from source`

const sourceSQL = sourceColumns + ` where desk_id = @desk and id = @source`

// Source returns one source of the desk's library. Returns NotFound when there is none.
func (db *DB) Source(ctx context.Context, desk factcheck.DeskID, id factcheck.SourceID) (factcheck.Source, error) {
	row, err := one[sourceRow](ctx, db, "source", sourceSQL, named{"desk": desk, "source": id})
	return row.source(), err
}

const insertSourceSQL = `
insert into source (desk_id, url, citation, title, publisher, author, published_on, kind, tier, created_by)
values (@desk, nullif(@url, ''), @citation, @title, @publisher, @author, @published_on, @kind, @tier, @by)
on conflict on constraint source_url_unique do nothing`

const sourceByURLSQL = sourceColumns + ` where desk_id = @desk and url = @url`

const sourceByCitationSQL = sourceColumns + ` where desk_id = @desk and url is null and citation = @citation order by id desc limit 1`

// EnsureSource returns the library's source with that URL, or without one with that citation,
// and adds it when there is none. One that was there stays as it is.
func (db *DB) EnsureSource(ctx context.Context, desk factcheck.DeskID, s factcheck.Source, by factcheck.AccountID) (factcheck.Source, error) {
	args := named{
		"desk": desk, "url": s.URL, "citation": s.Citation, "title": s.Title, "publisher": s.Publisher, "author": s.Author,
		"published_on": date(s.PublishedOn), "kind": s.Kind, "tier": s.Tier, "by": by,
	}
	find := sourceByURLSQL
	if s.URL == "" {
		if err := db.lockCitation(ctx, desk, s.Citation); err != nil {
			return factcheck.Source{}, err
		}
		find = sourceByCitationSQL
		found, err := all[sourceRow](ctx, db, find, args)
		if err != nil || len(found) > 0 {
			return first(found), err
		}
	}
	if _, err := db.Exec(ctx, insertSourceSQL, args); err != nil {
		return factcheck.Source{}, err
	}
	row, err := one[sourceRow](ctx, db, "source", find, args)
	return row.source(), err
}

// lockCitation makes transactions that add a source that is not on the web by its citation take
// turns: citations may be repeated where a source is on the web, so no index keeps them apart.
func (db *DB) lockCitation(ctx context.Context, desk factcheck.DeskID, citation string) error {
	return db.lockName(ctx, fmt.Sprintf("source %d %s", desk, citation))
}

const otherCitationSQL = `
select count(*) from source where desk_id = @desk and url is null and citation = @citation and id <> @source`

// CitationTaken reports whether another source of the library that is not on the web has the
// citation, and lets nobody add one until the transaction ends.
func (db *DB) CitationTaken(ctx context.Context, desk factcheck.DeskID, citation string, except factcheck.SourceID) (bool, error) {
	if err := db.lockCitation(ctx, desk, citation); err != nil {
		return false, err
	}
	n, err := value[int](ctx, db, "source", otherCitationSQL, named{"desk": desk, "citation": citation, "source": except})
	return n > 0, err
}

const lockSourceSQL = sourceColumns + ` where desk_id = @desk and id = @source for no key update`

// LockSource returns a source and holds it until the transaction ends. Returns NotFound when
// there is none.
func (db *DB) LockSource(ctx context.Context, desk factcheck.DeskID, id factcheck.SourceID) (factcheck.Source, error) {
	row, err := one[sourceRow](ctx, db, "source", lockSourceSQL, named{"desk": desk, "source": id})
	return row.source(), err
}

const restingSQL = `
select distinct c.id as claim, c.statement, c.status
  from evidence e join claim c on c.desk_id = e.desk_id and c.id = e.claim_id and c.version = e.claim_version
 where e.desk_id = @desk and e.source_id = @source and c.status in ('in_review', 'approved')
 order by c.id limit @limit`

// Resting returns claims in review or approved that rest on the source, oldest first.
func (db *DB) Resting(ctx context.Context, desk factcheck.DeskID, id factcheck.SourceID, limit int) ([]factcheck.Resting, error) {
	return all[factcheck.Resting](ctx, db, restingSQL, named{"desk": desk, "source": id, "limit": limit})
}

const updateSourceSQL = `
update source
   set title = @title, citation = @citation, publisher = @publisher, author = @author, published_on = @published_on,
       kind = @kind, tier = @tier, revision = revision + 1
 where desk_id = @desk and id = @source`

// UpdateSource corrects all of a source but its URL. The database refuses it while a claim that
// is in review or approved rests on the source.
func (db *DB) UpdateSource(ctx context.Context, desk factcheck.DeskID, s factcheck.Source) error {
	_, err := db.Exec(ctx, updateSourceSQL, named{
		"desk": desk, "source": s.ID, "citation": s.Citation, "title": s.Title, "publisher": s.Publisher, "author": s.Author,
		"published_on": date(s.PublishedOn), "kind": s.Kind, "tier": s.Tier,
	})
	return err
}

func first(rows []sourceRow) factcheck.Source {
	if len(rows) == 0 {
		return factcheck.Source{}
	}
	return rows[0].source()
}

// SourceListed is a source as the library lists it.
type SourceListed struct {
	factcheck.Source
	Uses int // pieces of evidence that rest on it
}

type sourceListedRow struct {
	sourceRow
	Uses int
}

const sourcesSQL = `
select s.*, (select count(*) from evidence e where e.desk_id = @desk and e.source_id = s.id) as uses
  from (` + sourceColumns + ` where desk_id = @desk and id < @before order by id desc limit @limit) s
 order by s.id desc`

const sourcesMatchingSQL = `
select s.*, (select count(*) from evidence e where e.desk_id = @desk and e.source_id = s.id) as uses
  from (` + sourceColumns + `
         where desk_id = @desk and id < @before
           and position(lower(@q) in lower(title || ' ' || citation || ' ' || publisher || ' ' || coalesce(url, ''))) > 0
         order by id desc limit @limit) s
 order by s.id desc`

// Sources returns the library before the given source, newest first; with q, those whose
// title, citation, publisher or URL holds it.
func (db *DB) Sources(ctx context.Context, desk factcheck.DeskID, q string, before factcheck.SourceID, limit int) ([]SourceListed, error) {
	sql := sourcesSQL
	if q != "" {
		sql = sourcesMatchingSQL
	}
	rows, err := all[sourceListedRow](ctx, db, sql, named{"desk": desk, "before": before, "limit": limit, "q": q})
	list := make([]SourceListed, len(rows))
	for i := range rows {
		list[i] = SourceListed{Source: rows[i].source(), Uses: rows[i].Uses}
	}
	return list, err
}

type evidenceRow struct {
	ID                factcheck.EvidenceID
	Tier              factcheck.Tier
	Stance            factcheck.Stance
	Quote             string
	Locator           string
	Note              string
	IndependenceGroup string
	AccessedOn        *time.Time
	AddedBy           factcheck.AccountID
	AddedByName       string
	AddedAt           time.Time
	SourceID          factcheck.SourceID
	URL               *string
	Citation          string
	Title             string
	Publisher         string
	Author            string
	PublishedOn       *time.Time
	Kind              factcheck.SourceKind
	SourceTier        factcheck.Tier
	SourceCreatedAt   time.Time
}

func (r *evidenceRow) evidence() factcheck.Evidence {
	source := sourceRow{
		ID: r.SourceID, URL: r.URL, Citation: r.Citation, Title: r.Title, Publisher: r.Publisher, Author: r.Author,
		PublishedOn: r.PublishedOn, Kind: r.Kind, Tier: r.SourceTier, CreatedAt: r.SourceCreatedAt,
	}
	return factcheck.Evidence{
		ID: r.ID, Source: source.source(), Tier: r.Tier, Stance: r.Stance, Quote: r.Quote, Locator: r.Locator,
		Note: r.Note, IndependenceGroup: r.IndependenceGroup, AccessedOn: at(r.AccessedOn),
		AddedBy: factcheck.Person{ID: r.AddedBy, Name: r.AddedByName}, AddedAt: r.AddedAt,
	}
}

const claimEvidenceSQL = `
select e.id, e.tier, e.stance, e.quote, e.locator, e.note, e.independence_group, e.accessed_on,
       e.added_by, p.name as added_by_name, e.added_at,
       s.id as source_id, s.url, s.citation, s.title, s.publisher, s.author, s.published_on, s.kind,
       s.tier as source_tier, s.created_at as source_created_at
  from claim c
  join evidence e on e.desk_id = c.desk_id and e.claim_id = c.id
                 and e.claim_version = case when @version::bigint = 0 then c.version else @version end
  join source s on s.desk_id = e.desk_id and s.id = e.source_id
  join account p on p.id = e.added_by
 where c.desk_id = @desk and c.id = @claim order by e.id`

const insertEvidenceSQL = `
insert into evidence (desk_id, claim_id, claim_version, source_id, tier, stance, quote, locator, note, independence_group, accessed_on, added_by)
values (@desk, @claim, @version, @source, @tier, @stance, @quote, @locator, @note, @independence_group, @accessed_on, @by)
returning id`

// InsertEvidence uses a source for a claim, and returns the identifier.
func (db *DB) InsertEvidence(ctx context.Context, v Version, e factcheck.Evidence) (factcheck.EvidenceID, error) {
	return value[factcheck.EvidenceID](ctx, db, "evidence", insertEvidenceSQL, v.args(evidenceArgs(e)))
}

const updateEvidenceSQL = `
update evidence
   set tier = @tier, stance = @stance, quote = @quote, locator = @locator, note = @note,
       independence_group = @independence_group, accessed_on = @accessed_on
 where desk_id = @desk and claim_id = @claim and claim_version = @version and id = @evidence`

// UpdateEvidence rewrites all of a piece of evidence but its source, and reports whether it was there.
func (db *DB) UpdateEvidence(ctx context.Context, v Version, e factcheck.Evidence) (bool, error) {
	return db.touch(ctx, updateEvidenceSQL, v.args(evidenceArgs(e)))
}

const deleteEvidenceSQL = `
delete from evidence where desk_id = @desk and claim_id = @claim and claim_version = @version and id = @evidence`

// DeleteEvidence takes a source away from a claim, and reports whether it was there.
func (db *DB) DeleteEvidence(ctx context.Context, v Version, id factcheck.EvidenceID) (bool, error) {
	return db.touch(ctx, deleteEvidenceSQL, v.args(named{"evidence": id}))
}

func evidenceArgs(e factcheck.Evidence) named {
	return named{
		"evidence": e.ID, "source": e.Source.ID, "tier": e.Tier, "stance": e.Stance, "quote": e.Quote, "locator": e.Locator,
		"note": e.Note, "independence_group": e.IndependenceGroup, "accessed_on": date(e.AccessedOn), "by": e.AddedBy.ID,
	}
}

// Use is a claim that rests on a source, or that is attributed to a claimant.
type Use struct {
	ClaimID      factcheck.ClaimID
	Statement    string
	Status       factcheck.Status
	ArticleTitle string
	RatingLabel  *string
	RatingColour *string
	Stance       string // of the evidence; empty for a claimant's claim
}

const usesOfSourceSQL = `
select c.id as claim_id, c.statement, c.status, a.title as article_title, r.label as rating_label, r.colour as rating_colour, e.stance
  from evidence e
  join claim c on c.desk_id = e.desk_id and c.id = e.claim_id and c.version = e.claim_version
  join article a on a.desk_id = c.desk_id and a.id = c.article_id
  left join rating r on r.desk_id = c.desk_id and r.id = c.rating_id
 where e.desk_id = @desk and e.source_id = @source` + notUndone + ` order by e.claim_id desc, e.id limit @limit`

// UsesOfSource returns the claims that rest on the source now, newest first.
func (db *DB) UsesOfSource(ctx context.Context, desk factcheck.DeskID, id factcheck.SourceID, limit int) ([]Use, error) {
	return all[Use](ctx, db, usesOfSourceSQL, named{"desk": desk, "source": id, "limit": limit})
}

const claimantSQL = `select id, name, kind from claimant where desk_id = @desk and id = @claimant`

const claimsOfClaimantSQL = `
select c.id as claim_id, c.statement, c.status, t.title as article_title, r.label as rating_label, r.colour as rating_colour, '' as stance
  from attribution a
  join claim c on c.desk_id = a.desk_id and c.id = a.claim_id and c.version = a.claim_version
  join article t on t.desk_id = c.desk_id and t.id = c.article_id
  left join rating r on r.desk_id = c.desk_id and r.id = c.rating_id
 where a.desk_id = @desk and a.claimant_id = @claimant` + notUndone + ` order by a.claim_id desc limit @limit`

// Claimant returns a claimant with what is attributed to them now, newest first. Returns
// NotFound when there is none.
func (db *DB) Claimant(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimantID, limit int) (factcheck.Claimant, []Use, error) {
	var (
		b        pgx.Batch
		claimant factcheck.Claimant
		uses     []Use
	)
	args := named{"desk": desk, "claimant": id, "limit": limit}
	queueOne(&b, &claimant, "claimant", claimantSQL, args)
	queue(&b, &uses, claimsOfClaimantSQL, args)
	err := db.Batch(ctx, &b)
	return claimant, uses, err
}

type ratingRow struct {
	ID             factcheck.RatingID
	Code           string
	Label          string
	Definition     string
	Position       int
	Colour         string
	Value          *int
	Needs          factcheck.Needs
	MinPrimary     int
	MinIndependent int
}

func (r *ratingRow) rating() factcheck.Rating {
	return factcheck.Rating{
		ID: r.ID, Code: r.Code, Label: r.Label, Definition: r.Definition, Position: r.Position, Colour: r.Colour,
		Value: deref(r.Value), Rule: factcheck.EvidenceRule{Needs: r.Needs, MinPrimary: r.MinPrimary, MinIndependent: r.MinIndependent},
	}
}

const ratingColumns = `
select r.id, r.code, r.label, r.definition, r.position, r.colour, r.value, r.needs, r.min_primary, r.min_independent`

const claimRatingSQL = ratingColumns + `
  from claim c
  join verdict d on d.desk_id = c.desk_id and d.claim_id = c.id
                and d.claim_version = case when @version::bigint = 0 then c.version else @version end
  join rating r on r.desk_id = d.desk_id and r.id = d.rating_id
 where c.desk_id = @desk and c.id = @claim`

const ratingsSQL = ratingColumns + `
  from rating r
 where r.desk_id = @desk
   and r.scale_id = (select id from rating_scale where desk_id = @desk order by version desc limit 1)
 order by r.position`

const scaleSQL = `select name, version from rating_scale where desk_id = @desk order by version desc limit 1`

// scaleParts is what a batch reads of a rating scale.
type scaleParts struct {
	head struct {
		Name    string
		Version int
	}
	ratings []ratingRow
}

// queueScale adds the queries of the desk's newest scale to a batch, whose argument is the desk.
func queueScale(b *pgx.Batch, args named) *scaleParts {
	p := new(scaleParts)
	queueOne(b, &p.head, "rating scale", scaleSQL, args)
	queue(b, &p.ratings, ratingsSQL, args)
	return p
}

// scale puts the parts together once the batch has run.
func (p *scaleParts) scale() factcheck.RatingScale {
	scale := factcheck.RatingScale{Name: p.head.Name, Version: p.head.Version}
	for i := range p.ratings {
		scale.Ratings = append(scale.Ratings, p.ratings[i].rating())
	}
	return scale
}

// Scale returns the desk's newest rating scale. Returns NotFound when it has none.
func (db *DB) Scale(ctx context.Context, desk factcheck.DeskID) (factcheck.RatingScale, error) {
	var b pgx.Batch
	parts := queueScale(&b, named{"desk": desk})
	if err := db.Batch(ctx, &b); err != nil {
		return factcheck.RatingScale{}, err
	}
	return parts.scale(), nil
}
