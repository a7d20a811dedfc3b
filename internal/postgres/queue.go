package postgres

import (
	"context"
	"time"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

// QueueRow is a claim as the desk's queue shows it.
type QueueRow struct {
	ID           factcheck.ClaimID
	ArticleID    factcheck.ArticleID
	ArticleTitle string
	Statement    string
	Status       factcheck.Status
	Type         factcheck.ClaimType
	Score        float32
	RatingLabel  *string
	RatingColour *string
	AssigneeID   *factcheck.AccountID
	AssigneeName *string
	UpdatedAt    time.Time
	SubmittedAt  *time.Time
}

// The page of claims is cut out by a keyset index before anything is joined to it. Titles are looked
// up row by row: asked to join them, the planner reads every article the desk has.
const (
	queueColumns = `
select c.id, c.article_id,
       (select a.title from article a where a.desk_id = c.desk_id and a.id = c.article_id) as article_title,
       c.statement, c.status, c.type, c.score, r.label as rating_label, r.colour as rating_colour,
       c.assignee_id, p.name as assignee_name, c.updated_at, c.submitted_at
  from (`
	queueJoins = `) c
  left join rating r on r.desk_id = c.desk_id and r.id = c.rating_id
  left join account p on p.id = c.assignee_id
 order by c.id desc`

	queueFrom  = `select * from claim c where desk_id = @desk and id < @before` + notUndone
	queueLimit = ` order by id desc limit @limit`

	queueStatus = ` and status = @status`
	queueMine   = ` and status in ('open', 'changes_requested') and assignee_id = @account`
	queueNone   = ` and status in ('open', 'changes_requested') and assignee_id is null`

	queueAllSQL    = queueColumns + queueFrom + queueLimit + queueJoins
	queueStatusSQL = queueColumns + queueFrom + queueStatus + queueLimit + queueJoins
	queueMineSQL   = queueColumns + queueFrom + queueMine + queueLimit + queueJoins
	queueNoneSQL   = queueColumns + queueFrom + queueNone + queueLimit + queueJoins
)

// Claims that hold words. No plan suits both a word of every claim and a word of one, and the
// planner cannot tell them apart once a statement is prepared. So the newest 2,000 of the list are
// read first: a common word fills the page from them. When it is not filled, the words are rare
// and the index of words finds all of their claims at once; offset 0 keeps the planner from using
// the other indexes for that. The one half is not run when the other gives the page.
const (
	queueWordsHead = `
with recent as materialized (
  select * from (` + queueFrom
	queueWordsRecent = ` order by id desc limit 2000) newest
   where words @@ (select websearch_to_tsquery('simple', @words))` + queueLimit + `)` + queueColumns + `
    select * from recent where (select count(*) from recent) = @limit::bigint
    union all
    (select * from (select * from claim
                     where words @@ (select websearch_to_tsquery('simple', @words))
                       and (select count(*) from recent) < @limit::bigint offset 0) c
      where desk_id = @desk and id < @before` + notUndone
	queueWordsTail = queueLimit + `)` + queueJoins

	queueAllWordsSQL    = queueWordsHead + queueWordsRecent + queueWordsTail
	queueStatusWordsSQL = queueWordsHead + queueStatus + queueWordsRecent + queueStatus + queueWordsTail
	queueMineWordsSQL   = queueWordsHead + queueMine + queueWordsRecent + queueMine + queueWordsTail
	queueNoneWordsSQL   = queueWordsHead + queueNone + queueWordsRecent + queueNone + queueWordsTail
)

// QueueList picks one of the queue's lists: at most one of the first three fields is set, none
// means all claims. Words narrows it to statements that hold them, as a web search would.
type QueueList struct {
	Status     factcheck.Status    // the claims of one status
	Mine       factcheck.AccountID // what this member is working on
	Unassigned bool                // what nobody is working on
	Words      string
}

// sql returns the statement of the list. Each is a whole constant, so that each has its own plan.
func (l QueueList) sql() string {
	plain, words := queueAllSQL, queueAllWordsSQL
	switch {
	case l.Mine != 0:
		plain, words = queueMineSQL, queueMineWordsSQL
	case l.Unassigned:
		plain, words = queueNoneSQL, queueNoneWordsSQL
	case l.Status != "":
		plain, words = queueStatusSQL, queueStatusWordsSQL
	}
	if l.Words == "" {
		return plain
	}
	return words
}

// ClaimCount is a line of the desk's counters.
type ClaimCount struct {
	Status     factcheck.Status
	AssigneeID factcheck.AccountID // 0 for nobody
	N          int64
}

const claimCountsSQL = `select status, assignee_id, n from claim_count where desk_id = @desk and n > 0`

// QueuePage is what the page of the queue shows.
type QueuePage struct {
	Rows   []QueueRow // newest first
	Counts []ClaimCount
}

// Queue returns a page of claims before the given one with the desk's counters, in one
// round trip.
func (db *DB) Queue(ctx context.Context, desk factcheck.DeskID, list QueueList, before factcheck.ClaimID, limit int) (QueuePage, error) {
	var (
		b    pgx.Batch
		page QueuePage
	)
	queue(&b, &page.Rows, list.sql(), named{
		"desk": desk, "before": before, "limit": limit, "account": list.Mine, "status": list.Status, "words": list.Words,
	})
	queue(&b, &page.Counts, claimCountsSQL, named{"desk": desk})
	err := db.Batch(ctx, &b)
	return page, err
}

const nextToCheckSQL = `
select id from (
  (select id, 1 as turn, id as place from claim
    where desk_id = @desk and assignee_id = @account and status = 'changes_requested' order by id limit 1)
  union all
  (select id, 2, id from claim
    where desk_id = @desk and assignee_id = @account and status = 'open' order by id limit 1)
  union all
  (select id, 3, id from claim
    where desk_id = @desk and assignee_id is null and status = 'open' order by id limit 1)
  union all
  (select id, 4, id from claim where desk_id = @desk and status = 'candidate' order by id limit 1)
) next order by turn limit 1`

// NextToCheck returns the claim that waits for the editor: what came back, then what they have
// begun, then what nobody has, then what nobody has looked at; 0 when there is none.
func (db *DB) NextToCheck(ctx context.Context, desk factcheck.DeskID, account factcheck.AccountID) (factcheck.ClaimID, error) {
	return firstClaim(values[factcheck.ClaimID](ctx, db, nextToCheckSQL, named{"desk": desk, "account": account}))
}

const deskMembersSQL = `
select a.id, a.name from member m join account a on a.id = m.account_id
 where m.desk_id = @desk and m.disabled_at is null and a.disabled_at is null and m.role <> 'viewer'
 order by a.name, a.id`

// Assignable returns the members a claim can be given to, by name.
func (db *DB) Assignable(ctx context.Context, desk factcheck.DeskID) ([]factcheck.Person, error) {
	return all[factcheck.Person](ctx, db, deskMembersSQL, named{"desk": desk})
}

// PublishedIn is an edition that holds a version of a claim.
type PublishedIn struct {
	ReportID factcheck.ReportID
	Slug     string
	Headline string
	Edition  int
	Version  int  // of the claim
	Newest   bool // no later edition has replaced it
}

const publishedInSQL = `
select r.id as report_id, r.slug, r.headline, e.edition, e.claim_version as version, e.edition = r.edition as newest
  from edition_claim e join report r on r.desk_id = e.desk_id and r.id = e.report_id
 where e.desk_id = @desk and e.claim_id = @claim order by e.edition desc`
