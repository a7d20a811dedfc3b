package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/jackc/pgx/v5"
)

// claimRow is a claim's row beside the content of one of its versions. Statement and type are
// the version's; everything of attribution and verdict is null where there is none.
type claimRow struct {
	ID              factcheck.ClaimID
	ArticleID       factcheck.ArticleID
	ArticleVersion  int
	Status          factcheck.Status
	Version         int
	Current         int // the number of its newest version
	Revision        int
	Origin          factcheck.Hand
	Type            factcheck.ClaimType
	Statement       string
	Score           float32
	Reasons         []string
	DeclineReason   *factcheck.DeclineReason
	DeclineNote     string
	DuplicateOf     *factcheck.ClaimID
	AssigneeID      *factcheck.AccountID
	AssigneeName    *string
	SubmittedBy     *factcheck.AccountID
	SubmittedByName *string
	SubmittedAt     *time.Time
	CreatedBy       factcheck.AccountID
	CreatedByName   string
	CreatedAt       time.Time
	UpdatedAt       time.Time
	ContentHash     []byte
	Unattributed    *bool
	Speaker         *string
	ClaimantID      *factcheck.ClaimantID
	Kind            *factcheck.ClaimantKind
	Outlet          *string
	Via             *string
	Cue             *string
	Hedge           *string
	Direct          *bool
	RatingID        *factcheck.RatingID
	Rationale       *string
	SearchNote      *string
	DecidedBy       *factcheck.AccountID
	DecidedByName   *string
	DecidedAt       *time.Time
	VerdictOutdated bool
}

func (r *claimRow) claim() factcheck.Claim {
	c := factcheck.Claim{
		ID: r.ID, Article: r.ArticleID, ArticleVersion: r.ArticleVersion, Status: r.Status, Version: r.Version,
		Revision: r.Revision, Origin: r.Origin, Type: r.Type, Statement: r.Statement, Score: float64(r.Score),
		Reasons: r.Reasons, DeclineReason: deref(r.DeclineReason), DeclineNote: r.DeclineNote,
		DuplicateOf: deref(r.DuplicateOf), Assignee: person(r.AssigneeID, r.AssigneeName),
		SubmittedBy: person(r.SubmittedBy, r.SubmittedByName), SubmittedAt: at(r.SubmittedAt),
		CreatedBy: factcheck.Person{ID: r.CreatedBy, Name: r.CreatedByName},
		CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, ContentHash: r.ContentHash,
		VerdictOutdated: r.VerdictOutdated,
	}
	if r.Unattributed != nil {
		c.Attribution = &factcheck.Attribution{
			Unattributed: *r.Unattributed, Speaker: deref(r.Speaker), Claimant: deref(r.ClaimantID),
			Kind: deref(r.Kind), Outlet: deref(r.Outlet), Via: deref(r.Via), Cue: deref(r.Cue),
			Hedge: deref(r.Hedge), Direct: deref(r.Direct),
		}
	}
	return c
}

// verdict returns the row's verdict, its rating taken from the desk's ratings; nil where there is none.
func (r *claimRow) verdict(ratings []ratingRow) *factcheck.Verdict {
	if r.DecidedBy == nil {
		return nil
	}
	v := &factcheck.Verdict{
		Rationale: deref(r.Rationale), SearchNote: deref(r.SearchNote),
		DecidedBy: factcheck.Person{ID: *r.DecidedBy, Name: deref(r.DecidedByName)}, DecidedAt: at(r.DecidedAt),
	}
	for i := range ratings {
		if r.RatingID != nil && ratings[i].ID == *r.RatingID {
			rating := ratings[i].rating()
			v.Rating = &rating
		}
	}
	return v
}

func deref[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

func person(id *factcheck.AccountID, name *string) *factcheck.Person {
	if id == nil {
		return nil
	}
	return &factcheck.Person{ID: *id, Name: deref(name)}
}

// Version 0 asks for the current version.
const claimSQL = `
select c.id, c.article_id, v.article_version, c.status, v.number as version, c.version as current, c.revision, c.origin, v.type, v.statement,
       c.score, c.reasons, c.decline_reason, c.decline_note, c.duplicate_of,
       c.assignee_id, assignee.name as assignee_name,
       c.submitted_by, submitter.name as submitted_by_name, c.submitted_at,
       c.created_by, creator.name as created_by_name, c.created_at, c.updated_at,
       claim_content_hash(c.desk_id, c.id, v.number) as content_hash,
       a.unattributed, a.speaker, a.claimant_id, a.kind, a.outlet, a.via, a.cue, a.hedge, a.direct,
       d.rating_id, d.rationale, d.search_note, d.decided_by, decider.name as decided_by_name, d.decided_at,
       verdict_outdated(c.desk_id, c.id, v.number) as verdict_outdated
  from claim c
  join claim_version v on v.desk_id = c.desk_id and v.claim_id = c.id
                      and v.number = case when @version::bigint = 0 then c.version else @version end
  join account creator on creator.id = c.created_by
  left join account assignee on assignee.id = c.assignee_id
  left join account submitter on submitter.id = c.submitted_by
  left join attribution a on a.desk_id = v.desk_id and a.claim_id = v.claim_id and a.claim_version = v.number
  left join verdict d on d.desk_id = v.desk_id and d.claim_id = v.claim_id and d.claim_version = v.number
  left join account decider on decider.id = d.decided_by
 where c.desk_id = @desk and c.id = @claim`

const claimSpansSQL = `
select s.claim_id, s.start_cp, s.end_cp, s.exact, s.prefix, s.suffix
  from claim c
  join span s on s.desk_id = c.desk_id and s.claim_id = c.id
             and s.claim_version = case when @version::bigint = 0 then c.version else @version end
 where c.desk_id = @desk and c.id = @claim order by s.start_cp, s.end_cp`

type spanRow struct {
	ClaimID factcheck.ClaimID
	StartCP int
	EndCP   int
	Exact   string
	Prefix  string
	Suffix  string
}

func (r *spanRow) quote() factcheck.Quote {
	return factcheck.Quote{
		Span:     textspan.Span{Start: r.StartCP, End: r.EndCP},
		Selector: textspan.Selector{Exact: r.Exact, Prefix: r.Prefix, Suffix: r.Suffix},
	}
}

const contributorsSQL = `
select k.account_id as id, p.name
  from claim c
  join contributor k on k.desk_id = c.desk_id and k.claim_id = c.id
                    and k.claim_version = case when @version::bigint = 0 then c.version else @version end
  join account p on p.id = k.account_id
 where c.desk_id = @desk and c.id = @claim order by k.since, k.account_id`

// claimParts is what a batch reads of a claim.
type claimParts struct {
	row          claimRow
	spans        []spanRow
	evidence     []evidenceRow
	ratings      []ratingRow
	contributors []factcheck.Person
	requests     []changeRequestRow
	reviews      []reviewRow
	anchors      []anchorRow
}

// queueClaim adds the queries of everything about a claim to a batch, whose arguments are the
// desk, the claim and the version.
func queueClaim(b *pgx.Batch, args named) *claimParts {
	p := new(claimParts)
	queueOne(b, &p.row, "claim", claimSQL, args)
	queue(b, &p.spans, claimSpansSQL, args)
	queue(b, &p.evidence, claimEvidenceSQL, args)
	queue(b, &p.ratings, claimRatingSQL, args)
	queue(b, &p.contributors, contributorsSQL, args)
	queue(b, &p.requests, changeRequestsSQL, args)
	queue(b, &p.reviews, reviewsSQL, args)
	queue(b, &p.anchors, anchorOfClaimSQL, args)
	return p
}

// claim puts the parts together once the batch has run.
func (p *claimParts) claim() factcheck.Claim {
	c := p.row.claim()
	c.Verdict, c.Contributors = p.row.verdict(p.ratings), p.contributors
	for i := range p.spans {
		c.Spans = append(c.Spans, p.spans[i].quote())
	}
	for i := range p.evidence {
		c.Evidence = append(c.Evidence, p.evidence[i].evidence())
	}
	for i := range p.requests {
		c.ChangeRequests = append(c.ChangeRequests, p.requests[i].changeRequest())
	}
	for i := range p.reviews {
		c.Reviews = append(c.Reviews, p.reviews[i].review())
	}
	if len(p.anchors) > 0 {
		c.Anchor = p.anchors[0].anchor()
	}
	return c
}

// Claim returns a claim with the content of one of its versions, 0 for the current one, and
// everything else that is known of it, in one round trip. Returns NotFound when there is none.
func (db *DB) Claim(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, version int) (factcheck.Claim, error) {
	var b pgx.Batch
	parts := queueClaim(&b, named{"desk": desk, "claim": id, "version": version})
	if err := db.Batch(ctx, &b); err != nil {
		return factcheck.Claim{}, err
	}
	return parts.claim(), nil
}

const lockClaimSQL = `select revision from claim where desk_id = @desk and id = @claim for update`

// LockClaim holds the claim's row until the transaction ends. Returns NotFound when there is
// none and Stale when its revision is no longer the given one; revision 0 takes any.
func (db *DB) LockClaim(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, revision int) error {
	now, err := value[int](ctx, db, "claim", lockClaimSQL, named{"desk": desk, "claim": id})
	if err != nil {
		return err
	}
	if revision != 0 && now != revision {
		return errs.Refuse(errs.Stale, "The claim has changed since you opened it.", errs.Reason{
			Rule:   "stale",
			Detail: fmt.Sprintf("You worked on revision %d; it is at %d now.", revision, now),
			Remedy: "Compare the two texts and save again.",
		})
	}
	return nil
}

const touchClaimSQL = `
update claim set revision = revision + 1, updated_at = @now where desk_id = @desk and id = @claim`

// TouchClaim counts one more write of a claim the transaction holds.
func (db *DB) TouchClaim(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, now time.Time) error {
	_, err := db.Exec(ctx, touchClaimSQL, named{"desk": desk, "claim": id, "now": now})
	return err
}

// Move is a step of a claim along the workflow.
type Move struct {
	To            factcheck.Status
	DeclineReason factcheck.DeclineReason
	DeclineNote   string
	DuplicateOf   factcheck.ClaimID
	NewVersion    bool                // an approved claim is opened again
	Assignee      factcheck.AccountID // takes it when nobody has it
	Now           time.Time
}

const moveClaimSQL = `
update claim
   set status = @to, revision = revision + 1, version = version + @step, updated_at = @now,
       decline_reason = nullif(@reason, ''), decline_note = @note, duplicate_of = nullif(@duplicate_of::bigint, 0),
       assignee_id = coalesce(assignee_id, nullif(@assignee::bigint, 0))
 where desk_id = @desk and id = @claim`

// MoveClaim changes the status of a claim the transaction holds. The database refuses a step
// that is not in the workflow, or whose conditions are not met.
func (db *DB) MoveClaim(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, m Move) error {
	step := 0
	if m.NewVersion {
		step = 1
	}
	_, err := db.Exec(ctx, moveClaimSQL, named{
		"desk": desk, "claim": id, "to": m.To, "step": step, "now": m.Now, "reason": string(m.DeclineReason),
		"note": m.DeclineNote, "duplicate_of": int64(m.DuplicateOf), "assignee": int64(m.Assignee),
	})
	return err
}

const assignClaimSQL = `
update claim set assignee_id = nullif(@assignee::bigint, 0), revision = revision + 1, updated_at = @now
 where desk_id = @desk and id = @claim`

// AssignClaim gives a claim the transaction holds to a member of the desk, 0 for nobody.
func (db *DB) AssignClaim(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, assignee factcheck.AccountID, now time.Time) error {
	_, err := db.Exec(ctx, assignClaimSQL, named{"desk": desk, "claim": id, "assignee": int64(assignee), "now": now})
	return err
}

// LockProposals lets one transaction at a time propose claims of an article, until it ends.
func (db *DB) LockProposals(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) error {
	return db.lockName(ctx, fmt.Sprintf("proposals %d %d", desk, article))
}

// Claims returns whole claims, each with its current content, in the given order and in one
// round trip. Returns NotFound when the desk lacks one of them.
func (db *DB) Claims(ctx context.Context, desk factcheck.DeskID, ids []factcheck.ClaimID) ([]factcheck.Claim, error) {
	var b pgx.Batch
	parts := make([]*claimParts, len(ids))
	for i, id := range ids {
		parts[i] = queueClaim(&b, named{"desk": desk, "claim": id, "version": 0})
	}
	if err := db.Batch(ctx, &b); err != nil {
		return nil, err
	}
	claims := make([]factcheck.Claim, len(ids))
	for i := range parts {
		claims[i] = parts[i].claim()
	}
	return claims, nil
}

const lockClaimsSQL = `select id from claim where desk_id = @desk and id = any(@claims) order by id for update`

// LockClaims holds the rows of several claims until the transaction ends, and reports whether
// the desk has all of them.
func (db *DB) LockClaims(ctx context.Context, desk factcheck.DeskID, ids []factcheck.ClaimID) (bool, error) {
	held, err := values[factcheck.ClaimID](ctx, db, lockClaimsSQL, named{"desk": desk, "claims": ids})
	return len(held) == len(ids), err
}

const insertClaimsSQL = `
insert into claim (desk_id, article_id, article_version, origin, type, statement, start_cp, score, reasons, created_by, created_at, updated_at)
select @desk, @article, @version, @origin, r.type, r.statement, r.start, r.score, r.reasons, @by, now(), now()
  from jsonb_to_recordset(@claims::jsonb) as r (n int, type text, statement text, start int, score real, reasons text[])
 order by r.n
returning id`

const handSQL = `select set_config('factdesk.hand', @hand, true)`

// InsertClaims proposes claims of one article version, each as a candidate, and returns their
// identifiers in order. Proposals of the splitter are nobody's contribution.
func (db *DB) InsertClaims(ctx context.Context, desk factcheck.DeskID, list []factcheck.Claim) ([]factcheck.ClaimID, error) {
	if len(list) == 0 {
		return nil, nil
	}
	rows := make([]map[string]any, len(list))
	for i := range list {
		c := &list[i]
		rows[i] = map[string]any{
			"n": i, "type": c.Type, "statement": c.Statement, "start": c.Spans[0].Span.Start,
			"score": c.Score, "reasons": noNil(c.Reasons),
		}
	}
	payload, err := json.Marshal(rows)
	if err != nil {
		return nil, fmt.Errorf("marshal claims: %w", err)
	}
	first := &list[0]
	ids, err := values[factcheck.ClaimID](ctx, db, insertClaimsSQL, named{
		"desk": desk, "article": first.Article, "version": first.ArticleVersion, "origin": first.Origin,
		"by": first.CreatedBy.ID, "claims": string(payload),
	})
	if err != nil {
		return nil, err
	}
	if _, err := value[string](ctx, db, "setting", handSQL, named{"hand": string(first.Origin)}); err != nil {
		return nil, err
	}
	if err := db.insertContents(ctx, desk, ids, list); err != nil {
		return nil, err
	}
	_, err = value[string](ctx, db, "setting", handSQL, named{"hand": ""})
	return ids, err
}

// insertContents writes the first version of each claim: its words, spans and attribution.
func (db *DB) insertContents(ctx context.Context, desk factcheck.DeskID, ids []factcheck.ClaimID, list []factcheck.Claim) error {
	var spans, attributions [][]any
	for i := range list {
		c := &list[i]
		for n, q := range c.Spans {
			spans = append(spans, []any{
				desk, ids[i], 1, n + 1, c.Article, c.ArticleVersion, q.Span.Start, q.Span.End, q.Exact, q.Prefix, q.Suffix,
			})
		}
		if a := c.Attribution; a != nil {
			attributions = append(attributions, []any{
				desk, ids[i], 1, a.Unattributed, a.Speaker, claimantKind(a), a.Outlet, a.Via, a.Cue, a.Hedge, a.Direct,
			})
		}
	}
	_, err := db.CopyFrom(ctx, "claim_version", []string{"desk_id", "claim_id", "number", "article_id", "article_version", "statement", "type", "created_by"},
		pgx.CopyFromSlice(len(list), func(i int) ([]any, error) {
			return []any{desk, ids[i], 1, list[i].Article, list[i].ArticleVersion, list[i].Statement, string(list[i].Type), list[i].CreatedBy.ID}, nil
		}))
	if err != nil {
		return err
	}
	_, err = db.CopyFrom(ctx, "span", []string{
		"desk_id", "claim_id", "claim_version", "ordinal", "article_id", "article_version", "start_cp", "end_cp", "exact", "prefix", "suffix",
	}, pgx.CopyFromRows(spans))
	if err != nil {
		return err
	}
	_, err = db.CopyFrom(ctx, "attribution", []string{
		"desk_id", "claim_id", "claim_version", "unattributed", "speaker", "kind", "outlet", "via", "cue", "hedge", "direct",
	}, pgx.CopyFromRows(attributions))
	return err
}
