package postgres

import (
	"context"
	"crypto/sha256"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/jackc/pgx/v5"
)

type anchorRow struct {
	ClaimID        factcheck.ClaimID
	ArticleVersion int
	FromVersion    int
	State          textspan.State
	Spans          []textspan.Span
	Proposals      [][]textspan.Span
	Differs        []string
	Kept           float32
	Decision       *factcheck.AnchorDecision
	DecidedSpans   *[]textspan.Span
	DecidedBy      *factcheck.AccountID
	DecidedByName  *string
	DecidedAt      *time.Time
}

func (r *anchorRow) anchor() *factcheck.Anchor {
	return &factcheck.Anchor{
		Version: r.ArticleVersion, From: r.FromVersion, State: r.State, Spans: r.Spans, Proposals: r.Proposals, Differs: r.Differs,
		Kept: float64(r.Kept), Decision: deref(r.Decision), Placed: deref(r.DecidedSpans), DecidedBy: person(r.DecidedBy, r.DecidedByName),
		DecidedAt: at(r.DecidedAt),
	}
}

const anchorColumns = `
       n.claim_id, n.article_version, n.from_version, n.state, n.spans, n.proposals, n.differs, n.kept,
       n.decision, n.decided_spans, n.decided_by, decider.name as decided_by_name, n.decided_at`

// Where a claim stands in the newest text, while its words are of an older one.
const anchorOfClaimSQL = `
select ` + anchorColumns + `
  from claim c
  join article t on t.desk_id = c.desk_id and t.id = c.article_id
  join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id and h.number = c.version and h.article_version <> t.version
  join anchor n on n.desk_id = c.desk_id and n.claim_id = c.id and n.article_version = t.version
  left join account decider on decider.id = n.decided_by
 where c.desk_id = @desk and c.id = @claim and (@version::bigint = 0 or @version = c.version)`

const anchorsOfArticleSQL = `
select ` + anchorColumns + `
  from claim c
  join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id and h.number = c.version
  join anchor n on n.desk_id = c.desk_id and n.claim_id = c.id and n.article_version = ` + askedVersion + ` and h.article_version <> n.article_version
  left join account decider on decider.id = n.decided_by
 where c.desk_id = @desk and c.article_id = @article`

const anchorHistorySQL = `
select ` + anchorColumns + `
  from anchor n
  left join account decider on decider.id = n.decided_by
 where n.desk_id = @desk and n.article_id = @article order by n.claim_id, n.article_version`

const homesSQL = `
select c.id, c.status, c.version, c.revision, c.origin, c.decline_reason, c.statement, h.article_version, c.updated_at,
       coalesce((select jsonb_agg(jsonb_build_array(s.start_cp, s.end_cp) order by s.start_cp, s.end_cp) from span s
                  where s.desk_id = c.desk_id and s.claim_id = c.id and s.claim_version = c.version), '[]') as spans
  from claim c
  join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id and h.number = c.version
 where c.desk_id = @desk and c.article_id = @article order by c.start_cp, c.id`

type homeRow struct {
	ID             factcheck.ClaimID
	Status         factcheck.Status
	Version        int
	Revision       int
	Origin         factcheck.Hand
	DeclineReason  *factcheck.DeclineReason
	Statement      string
	ArticleVersion int
	UpdatedAt      time.Time
	Spans          []textspan.Span
}

// Carried is a claim with every place that is known of it.
type Carried struct {
	Claim   factcheck.Claim // its spans without the words
	Anchors []factcheck.Anchor
}

type textSumRow struct {
	Number     int
	TextSHA256 []byte
}

const textSumsSQL = `
select number, text_sha256 from article_version where desk_id = @desk and article_id = @article order by number`

// Carriage is what is needed to carry an article's claims over to another text.
type Carriage struct {
	Article factcheck.Article
	Claims  []Carried
	Sums    [][sha256.Size]byte // of the texts, by number less one
}

// Carriage returns every claim of an article with where it stood in each version of the text, in one round trip.
// Returns NotFound when there is no such article.
func (db *DB) Carriage(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) (Carriage, error) {
	var (
		b       pgx.Batch
		row     articleRow
		homes   []homeRow
		anchors []anchorRow
		sums    []textSumRow
	)
	args := named{"desk": desk, "article": article}
	queueOne(&b, &row, "article", articleSQL, args)
	queue(&b, &homes, homesSQL, args)
	queue(&b, &anchors, anchorHistorySQL, args)
	queue(&b, &sums, textSumsSQL, args)
	if err := db.Batch(ctx, &b); err != nil {
		return Carriage{}, err
	}
	out := Carriage{Article: row.article(), Claims: make([]Carried, len(homes))}
	place := make(map[factcheck.ClaimID]int, len(homes))
	for i := range homes {
		h := &homes[i]
		place[h.ID] = i
		out.Claims[i].Claim = factcheck.Claim{
			ID: h.ID, Article: article, ArticleVersion: h.ArticleVersion, Status: h.Status, Version: h.Version, Revision: h.Revision,
			Origin: h.Origin, DeclineReason: deref(h.DeclineReason), Statement: h.Statement, Spans: bare(h.Spans), UpdatedAt: h.UpdatedAt,
		}
	}
	for i := range anchors {
		if at, ok := place[anchors[i].ClaimID]; ok {
			out.Claims[at].Anchors = append(out.Claims[at].Anchors, *anchors[i].anchor())
		}
	}
	for _, s := range sums {
		out.Sums = append(out.Sums, [sha256.Size]byte(s.TextSHA256))
	}
	return out, nil
}

// bare are places without their words.
func bare(spans []textspan.Span) []factcheck.Quote {
	quotes := make([]factcheck.Quote, len(spans))
	for i, s := range spans {
		quotes[i].Span = s
	}
	return quotes
}

const showVersionSQL = `
update article set version = @number, revision = revision + 1 where desk_id = @desk and id = @article`

// InsertArticleVersion stores the next version of an article's text, which is the one that is shown from then on. The
// claims have to be carried over in the same transaction. Returns Stale when there is one of that number already.
func (db *DB) InsertArticleVersion(ctx context.Context, desk factcheck.DeskID, v factcheck.ArticleVersion, by factcheck.AccountID) error {
	sum := sha256.Sum256([]byte(v.Text))
	args := named{
		"desk": desk, "article": v.Article, "number": v.Number, "text": v.Text, "sha256": sum[:], "origin": v.Origin, "file_name": v.FileName, "by": by,
	}
	if _, err := db.Exec(ctx, insertArticleVersionSQL, args); err != nil {
		return err
	}
	_, err := db.Exec(ctx, showVersionSQL, args)
	return err
}

// NewAnchor is where a claim was found to stand.
type NewAnchor struct {
	Claim  factcheck.ClaimID
	Anchor factcheck.Anchor
}

// InsertAnchors stores where claims of an article stand.
func (db *DB) InsertAnchors(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID, by factcheck.AccountID, list []NewAnchor) error {
	columns := []string{
		"desk_id", "claim_id", "article_id", "article_version", "from_version", "state", "spans", "proposals", "differs", "kept", "made_by",
	}
	_, err := db.CopyFrom(ctx, "anchor", columns, pgx.CopyFromSlice(len(list), func(i int) ([]any, error) {
		a := &list[i].Anchor
		return []any{
			desk, list[i].Claim, article, a.Version, a.From, string(a.State), noNil(a.Spans), noNil(a.Proposals), noNil(a.Differs), float32(a.Kept), by,
		}, nil
	}))
	return err
}

const rehomeSQL = `
update claim_version set article_version = @to where desk_id = @desk and claim_id = @claim and number = @version`

const clearSpansSQL = `
delete from span where desk_id = @desk and claim_id = @claim and claim_version = @version`

const stoodSQL = `
insert into anchor (desk_id, claim_id, article_id, article_version, from_version, state, spans, kept, made_by)
values (@desk, @claim, @article, @was, @was, 'exact', @spans, 1, @by)
on conflict on constraint anchor_pk do nothing`

// Rehome puts the words of a claim into a newer text of its article, in place of those it has; where they stood is kept.
// The transaction has moved the claim's revision.
func (db *DB) Rehome(ctx context.Context, v Version, c *factcheck.Claim, to int, quotes []factcheck.Quote, by factcheck.AccountID) error {
	was := make([]textspan.Span, len(c.Spans))
	for i := range c.Spans {
		was[i] = c.Spans[i].Span
	}
	args := v.args(named{"to": to, "article": c.Article, "was": c.ArticleVersion, "spans": was, "by": by})
	for _, sql := range []string{rehomeSQL, clearSpansSQL, stoodSQL} {
		if _, err := db.Exec(ctx, sql, args); err != nil {
			return err
		}
	}
	for _, q := range quotes {
		if err := db.InsertSpan(ctx, v, q); err != nil {
			return err
		}
	}
	return nil
}

const decideAnchorSQL = `
update anchor set decision = @decision, decided_spans = @spans, decided_by = @by, decided_at = now()
 where desk_id = @desk and claim_id = @claim and article_version = @article_version`

// DecideAnchor keeps where somebody says a claim stands in a version of its article; nowhere for no spans. Returns
// NotFound when it was not carried over to that version.
func (db *DB) DecideAnchor(ctx context.Context, v Version, version int, d factcheck.AnchorDecision, spans []textspan.Span, by factcheck.AccountID) error {
	args := v.args(named{"article_version": version, "decision": d, "spans": nil, "by": by})
	if len(spans) > 0 {
		args["spans"] = spans
	}
	there, err := db.touch(ctx, decideAnchorSQL, args)
	if err == nil && !there {
		err = errs.New(errs.NotFound, "The claim was not carried over to this version of the article.")
	}
	return err
}

const textVersionsSQL = `
select v.number, v.origin, v.file_name, p.name as created_by, v.created_at
  from article_version v join account p on p.id = v.created_by
 where v.desk_id = @desk and v.article_id = @article order by v.number desc`

// TextVersions lists the versions of an article's text, newest first.
func (db *DB) TextVersions(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) ([]factcheck.TextVersion, error) {
	return all[factcheck.TextVersion](ctx, db, textVersionsSQL, named{"desk": desk, "article": article})
}
