package postgres

import (
	"context"
	"time"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

// askedVersion is the article's version that is asked for, 0 for the newest.
const askedVersion = `
       coalesce(nullif(@version::integer, 0), (select version from article where desk_id = @desk and id = @article))`

// notUndone leaves out claims whose making was undone.
const notUndone = `
   and c.decline_reason is distinct from 'undone'`

// The claims whose words are of a text, and those that were carried over to it, in the order of the text; those that
// are not in it come last.
const claimsOfArticleSQL = `
select c.id, c.article_id, h.article_version, c.status, c.version, c.revision, c.origin, c.type, c.statement,
       c.score, c.reasons, c.decline_reason, c.assignee_id, p.name as assignee_name, r.label as rating_label, r.colour as rating_colour,
       c.updated_at
  from claim c
  join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id and h.number = c.version
  left join anchor n on n.desk_id = c.desk_id and n.claim_id = c.id and n.article_version = ` + askedVersion + ` and h.article_version <> n.article_version
  left join account p on p.id = c.assignee_id
  left join rating r on r.desk_id = c.desk_id and r.id = c.rating_id
 where c.desk_id = @desk and c.article_id = @article and (h.article_version = ` + askedVersion + ` or n.claim_id is not null)` + notUndone + `
 order by case when n.claim_id is null then c.start_cp else (coalesce(n.decided_spans, n.spans) #>> '{0,0}')::integer end nulls last, c.id`

const spansOfArticleSQL = `
select s.claim_id, s.start_cp, s.end_cp, s.exact, s.prefix, s.suffix
  from claim c
  join span s on s.desk_id = c.desk_id and s.claim_id = c.id and s.claim_version = c.version and s.article_version = ` + askedVersion + `
 where c.desk_id = @desk and c.article_id = @article` + notUndone + `
 order by c.start_cp, c.id, s.start_cp, s.end_cp`

type listedClaimRow struct {
	ID             factcheck.ClaimID
	ArticleID      factcheck.ArticleID
	ArticleVersion int
	Status         factcheck.Status
	Version        int
	Revision       int
	Origin         factcheck.Hand
	Type           factcheck.ClaimType
	Statement      string
	Score          float32
	Reasons        []string
	DeclineReason  *factcheck.DeclineReason
	AssigneeID     *factcheck.AccountID
	AssigneeName   *string
	RatingLabel    *string
	RatingColour   *string
	UpdatedAt      time.Time
}

func (r *listedClaimRow) claim() factcheck.Claim {
	c := factcheck.Claim{
		ID: r.ID, Article: r.ArticleID, ArticleVersion: r.ArticleVersion, Status: r.Status, Version: r.Version,
		Revision: r.Revision, Origin: r.Origin, Type: r.Type, Statement: r.Statement, Score: float64(r.Score),
		Reasons: r.Reasons, DeclineReason: deref(r.DeclineReason), Assignee: person(r.AssigneeID, r.AssigneeName), UpdatedAt: r.UpdatedAt,
	}
	if r.RatingLabel != nil {
		c.Verdict = &factcheck.Verdict{Rating: &factcheck.Rating{Label: *r.RatingLabel, Colour: deref(r.RatingColour)}}
	}
	return c
}

// claimList is what a batch reads of an article's claims.
type claimList struct {
	rows    []listedClaimRow
	spans   []spanRow
	anchors []anchorRow
}

// queueClaims adds the queries of an article's claims to a batch, whose arguments are the desk,
// the article and its version.
func queueClaims(b *pgx.Batch, args named) *claimList {
	l := new(claimList)
	queue(b, &l.rows, claimsOfArticleSQL, args)
	queue(b, &l.spans, spansOfArticleSQL, args)
	queue(b, &l.anchors, anchorsOfArticleSQL, args)
	return l
}

// claims puts the list together once the batch has run.
func (l *claimList) claims() []factcheck.Claim {
	claims := make([]factcheck.Claim, len(l.rows))
	place := make(map[factcheck.ClaimID]int, len(l.rows))
	for i := range l.rows {
		claims[i] = l.rows[i].claim()
		place[l.rows[i].ID] = i
	}
	for i := range l.spans {
		// A span of a claim that was proposed between the two statements has no row here.
		if n, ok := place[l.spans[i].ClaimID]; ok {
			claims[n].Spans = append(claims[n].Spans, l.spans[i].quote())
		}
	}
	for i := range l.anchors {
		if n, ok := place[l.anchors[i].ClaimID]; ok {
			claims[n].Anchor = l.anchors[i].anchor()
			claims[n].Spans = bare(claims[n].Anchor.Place())
		}
	}
	return claims
}

// ClaimsOfArticle returns the claims of an article version in the order of the text, each with its spans there and the
// label of its rating but without evidence, reviews and attribution. The spans of those that were carried over to it
// come without their words.
func (db *DB) ClaimsOfArticle(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID, version int) ([]factcheck.Claim, error) {
	var b pgx.Batch
	list := queueClaims(&b, named{"desk": desk, "article": article, "version": version})
	if err := db.Batch(ctx, &b); err != nil {
		return nil, err
	}
	return list.claims(), nil
}

// Workbench is an article with its newest text, the claims of it, and its report.
type Workbench struct {
	ArticleText
	Claims      []factcheck.Claim      // as ClaimsOfArticle returns them
	Suggestions []factcheck.Suggestion // what each was made of, where the splitter proposed it
	Report      *factcheck.Report      // nil while nobody has begun it
	Texts       []factcheck.TextVersion
}

// Workbench returns an article to work on, in one round trip. Returns NotFound when there is none.
func (db *DB) Workbench(ctx context.Context, desk factcheck.DeskID, id factcheck.ArticleID) (Workbench, error) {
	var (
		b           pgx.Batch
		suggestions []suggestionRow
		reports     []reportRow
	)
	args := named{"desk": desk, "article": id, "version": 0}
	text, list := queueArticle(&b, args), queueClaims(&b, args)
	queue(&b, &suggestions, suggestionsOfArticleSQL, args)
	queue(&b, &reports, reportOfArticleSQL, args)
	bench := Workbench{}
	queue(&b, &bench.Texts, textVersionsSQL, args)
	if err := db.Batch(ctx, &b); err != nil {
		return Workbench{}, err
	}
	bench.ArticleText, bench.Claims = text.articleText(), list.claims()
	for i := range suggestions {
		bench.Suggestions = append(bench.Suggestions, suggestions[i].suggestion())
	}
	if len(reports) > 0 {
		report := reports[0].report()
		bench.Report = &report
	}
	return bench, nil
}

// ClaimDetail is a claim whole, with what can be done with it.
type ClaimDetail struct {
	Claim     factcheck.Claim
	Current   int // the number of its newest version
	Scale     factcheck.RatingScale
	Members   []factcheck.Person // who it can be given to, by name
	Events    []Event            // newest first
	Published []PublishedIn      // newest edition first
	Proposed  *Proposed          // nil for a claim that an editor made, or that came before suggestions were kept
}

// claimDetailParts is what a batch reads of a ClaimDetail.
type claimDetailParts struct {
	claim     *claimParts
	scale     *scaleParts
	members   []factcheck.Person
	events    []Event
	published []PublishedIn
	proposed  []proposedRow
}

func queueClaimDetail(b *pgx.Batch, args named, id factcheck.ClaimID, events int) *claimDetailParts {
	p := &claimDetailParts{claim: queueClaim(b, args), scale: queueScale(b, args)}
	queue(b, &p.members, deskMembersSQL, args)
	queue(b, &p.events, eventsOfSQL, named{"desk": args["desk"], "subject": "claim", "id": int64(id), "limit": events})
	queue(b, &p.published, publishedInSQL, args)
	queue(b, &p.proposed, suggestionOfClaimSQL, args)
	return p
}

func (p *claimDetailParts) detail() ClaimDetail {
	detail := ClaimDetail{
		Claim: p.claim.claim(), Current: p.claim.row.Current, Scale: p.scale.scale(), Members: p.members,
		Events: p.events, Published: p.published,
	}
	if len(p.proposed) > 0 {
		proposed := p.proposed[0].proposed()
		detail.Proposed = &proposed
	}
	return detail
}

// ClaimDetail returns a claim with the content of one of its versions, 0 for the current one, and
// at most so many events, in one round trip. Returns NotFound when there is none.
func (db *DB) ClaimDetail(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, version, events int) (ClaimDetail, error) {
	var b pgx.Batch
	parts := queueClaimDetail(&b, named{"desk": desk, "claim": id, "version": version}, id, events)
	if err := db.Batch(ctx, &b); err != nil {
		return ClaimDetail{}, err
	}
	return parts.detail(), nil
}

const articleOfClaimSQL = articleColumns + `
  join claim c on c.desk_id = a.desk_id and c.article_id = a.id
 where c.desk_id = @desk and c.id = @claim`

const versionOfClaimSQL = `
select v.article_id as article, v.number, v.text, v.origin, v.file_name
  from claim c
  join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id
                      and h.number = case when @version::bigint = 0 then c.version else @version end
  join article_version v on v.desk_id = h.desk_id and v.article_id = h.article_id and v.number = h.article_version
 where c.desk_id = @desk and c.id = @claim`

// ClaimInPlace is a claim with the article it is of.
type ClaimInPlace struct {
	ClaimDetail
	Article factcheck.Article
	Version factcheck.ArticleVersion // the one the claim is anchored in
}

// ClaimInPlace is ClaimDetail with the article, in one round trip too.
func (db *DB) ClaimInPlace(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, version, events int) (ClaimInPlace, error) {
	var (
		b       pgx.Batch
		article articleRow
		found   ClaimInPlace
	)
	args := named{"desk": desk, "claim": id, "version": version}
	parts := queueClaimDetail(&b, args, id, events)
	queueOne(&b, &article, "article", articleOfClaimSQL, args)
	queueOne(&b, &found.Version, "article", versionOfClaimSQL, args)
	if err := db.Batch(ctx, &b); err != nil {
		return ClaimInPlace{}, err
	}
	found.ClaimDetail, found.Article = parts.detail(), article.article()
	return found, nil
}
