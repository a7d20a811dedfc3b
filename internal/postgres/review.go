package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/jackc/pgx/v5"
)

type reviewRow struct {
	ID           factcheck.ReviewID
	ClaimVersion int
	ContentHash  []byte
	ReviewerID   factcheck.AccountID
	ReviewerName string
	Decision     factcheck.Decision
	Note         string
	CreatedAt    time.Time
}

func (r *reviewRow) review() factcheck.Review {
	return factcheck.Review{
		ID: r.ID, Version: r.ClaimVersion, ContentHash: r.ContentHash,
		Reviewer: factcheck.Person{ID: r.ReviewerID, Name: r.ReviewerName},
		Decision: r.Decision, Note: r.Note, CreatedAt: r.CreatedAt,
	}
}

const reviewsSQL = `
select r.id, r.claim_version, r.content_hash, r.reviewer_id, p.name as reviewer_name, r.decision, r.note, r.created_at
  from review r join account p on p.id = r.reviewer_id
 where r.desk_id = @desk and r.claim_id = @claim order by r.id`

// judged is the canonical text that a review keeps: what claim_content wrote.
type judged struct {
	Version   int                 `json:"version"`
	Statement string              `json:"statement"`
	Type      factcheck.ClaimType `json:"type"`
	Spans     []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Exact string `json:"exact"`
	} `json:"spans"`
	Attribution *struct {
		Unattributed bool                   `json:"unattributed"`
		Speaker      string                 `json:"speaker"`
		Kind         factcheck.ClaimantKind `json:"kind"`
		Claimant     factcheck.ClaimantID   `json:"claimant"`
		Outlet       string                 `json:"outlet"`
		Via          string                 `json:"via"`
		Cue          string                 `json:"cue"`
		Hedge        string                 `json:"hedge"`
		Direct       bool                   `json:"direct"`
	} `json:"attribution"`
	Evidence []struct {
		ID                factcheck.EvidenceID `json:"id"`
		Tier              factcheck.Tier       `json:"tier"`
		Stance            factcheck.Stance     `json:"stance"`
		Quote             string               `json:"quote"`
		Locator           string               `json:"locator"`
		Note              string               `json:"note"`
		IndependenceGroup string               `json:"independence_group"`
		Source            factcheck.SourceID   `json:"source"`
		URL               string               `json:"url"`
		Citation          string               `json:"citation"`
		Title             string               `json:"title"`
		Publisher         string               `json:"publisher"`
		Kind              factcheck.SourceKind `json:"kind"`
	} `json:"evidence"`
	Verdict *struct {
		Rating     factcheck.RatingID `json:"rating"`
		Label      string             `json:"label"`
		Rationale  string             `json:"rationale"`
		SearchNote string             `json:"search_note"`
	} `json:"verdict"`
}

func (j *judged) claim(id factcheck.ClaimID) *factcheck.Claim {
	c := &factcheck.Claim{ID: id, Version: j.Version, Statement: j.Statement, Type: j.Type}
	for _, s := range j.Spans {
		c.Spans = append(c.Spans, factcheck.Quote{
			Span: textspan.Span{Start: s.Start, End: s.End}, Selector: textspan.Selector{Exact: s.Exact},
		})
	}
	if a := j.Attribution; a != nil {
		c.Attribution = &factcheck.Attribution{
			Unattributed: a.Unattributed, Speaker: a.Speaker, Kind: a.Kind, Claimant: a.Claimant, Outlet: a.Outlet,
			Via: a.Via, Cue: a.Cue, Hedge: a.Hedge, Direct: a.Direct,
		}
	}
	for _, e := range j.Evidence {
		c.Evidence = append(c.Evidence, factcheck.Evidence{
			ID: e.ID, Tier: e.Tier, Stance: e.Stance, Quote: e.Quote, Locator: e.Locator, Note: e.Note, IndependenceGroup: e.IndependenceGroup,
			Source: factcheck.Source{ID: e.Source, URL: e.URL, Citation: e.Citation, Title: e.Title, Publisher: e.Publisher, Kind: e.Kind, Tier: e.Tier},
		})
	}
	if v := j.Verdict; v != nil {
		c.Verdict = &factcheck.Verdict{Rationale: v.Rationale, SearchNote: v.SearchNote}
		if v.Rating != 0 {
			c.Verdict.Rating = &factcheck.Rating{ID: v.Rating, Label: v.Label}
		}
	}
	return c
}

const lastLookSQL = `
select content, created_at from review
 where desk_id = @desk and claim_id = @claim and reviewer_id = @reviewer order by id desc limit 1`

// LastLook is what a reviewer saw of a claim when they last decided on it.
type LastLook struct {
	Claim *factcheck.Claim // its content alone; nil when they never decided on it
	At    time.Time
}

// LastLook returns the claim as the reviewer last decided on it.
func (db *DB) LastLook(ctx context.Context, desk factcheck.DeskID, id factcheck.ClaimID, reviewer factcheck.AccountID) (LastLook, error) {
	looks, err := all[struct {
		Content   string
		CreatedAt time.Time
	}](ctx, db, lastLookSQL, named{"desk": desk, "claim": id, "reviewer": reviewer})
	if err != nil || len(looks) == 0 {
		return LastLook{}, err
	}
	var seen judged
	if err := json.Unmarshal([]byte(looks[0].Content), &seen); err != nil {
		return LastLook{}, fmt.Errorf("read what a review kept: %w", err)
	}
	return LastLook{Claim: seen.claim(id), At: looks[0].CreatedAt}, nil
}

const insertReviewSQL = `
insert into review (desk_id, claim_id, claim_version, content_hash, reviewer_id, decision, note)
values (@desk, @claim, @version, @hash, @reviewer, @decision, @note)
returning id`

// InsertReview writes a reviewer's decision. The database refuses one by a contributor, or of
// content that is no longer what the hash says.
func (db *DB) InsertReview(ctx context.Context, v Version, r factcheck.Review) (factcheck.ReviewID, error) {
	return value[factcheck.ReviewID](ctx, db, "review", insertReviewSQL, v.args(named{
		"hash": r.ContentHash, "reviewer": r.Reviewer.ID, "decision": r.Decision, "note": r.Note,
	}))
}

type changeRequestRow struct {
	ID             factcheck.ChangeRequestID
	ReviewID       factcheck.ReviewID
	Field          factcheck.ContentField
	Point          string
	Status         factcheck.RequestStatus
	Answer         string
	AnsweredBy     *factcheck.AccountID
	AnsweredByName *string
	AnsweredAt     *time.Time
	RaisedBy       factcheck.AccountID
	RaisedByName   string
	RaisedAt       time.Time
}

func (r *changeRequestRow) changeRequest() factcheck.ChangeRequest {
	return factcheck.ChangeRequest{
		ID: r.ID, Review: r.ReviewID, Field: r.Field, Point: r.Point, Status: r.Status, Answer: r.Answer,
		AnsweredBy: person(r.AnsweredBy, r.AnsweredByName), AnsweredAt: at(r.AnsweredAt),
		RaisedBy: factcheck.Person{ID: r.RaisedBy, Name: r.RaisedByName}, RaisedAt: r.RaisedAt,
	}
}

const changeRequestsSQL = `
select q.id, q.review_id, q.field, q.point, q.status, q.answer, q.answered_by, a.name as answered_by_name, q.answered_at,
       r.reviewer_id as raised_by, p.name as raised_by_name, r.created_at as raised_at
  from change_request q
  join review r on r.desk_id = q.desk_id and r.id = q.review_id
  join account p on p.id = r.reviewer_id
  left join account a on a.id = q.answered_by
 where q.desk_id = @desk and q.claim_id = @claim order by q.id`

const insertChangeRequestSQL = `
insert into change_request (desk_id, claim_id, review_id, field, point)
values (@desk, @claim, @review, @field, @point)`

// InsertChangeRequests writes the points of a review that asks for changes.
func (db *DB) InsertChangeRequests(ctx context.Context, v Version, review factcheck.ReviewID, points []factcheck.ChangeRequest) error {
	var b pgx.Batch
	for i := range points {
		b.Queue(insertChangeRequestSQL, named{
			"desk": v.Desk, "claim": v.Claim, "review": review, "field": points[i].Field, "point": points[i].Point,
		})
	}
	return db.Batch(ctx, &b)
}

const answerChangeRequestSQL = `
update change_request set status = 'answered', answer = @answer, answered_by = @by, answered_at = @now
 where desk_id = @desk and claim_id = @claim and id = @request and status <> 'accepted'`

// AnswerChangeRequest answers one point, or answers it anew, and reports whether there was such a point.
func (db *DB) AnswerChangeRequest(ctx context.Context, v Version, id factcheck.ChangeRequestID, answer string, by factcheck.AccountID, now time.Time) (bool, error) {
	return db.touch(ctx, answerChangeRequestSQL, v.args(named{"request": id, "answer": answer, "by": by, "now": now}))
}

const acceptChangeRequestsSQL = `
update change_request set status = 'accepted' where desk_id = @desk and claim_id = @claim and status = 'answered'`

// AcceptChangeRequests takes the answers to be enough, as approving does.
func (db *DB) AcceptChangeRequests(ctx context.Context, v Version) error {
	_, err := db.Exec(ctx, acceptChangeRequestsSQL, v.args(named{}))
	return err
}

const reopenChangeRequestsSQL = `
update change_request set status = 'open'
 where desk_id = @desk and claim_id = @claim and id = any(@requests) and status = 'answered'`

// ReopenChangeRequests raises answered points again, and returns how many of them there were.
func (db *DB) ReopenChangeRequests(ctx context.Context, v Version, ids []factcheck.ChangeRequestID) (int, error) {
	n, err := db.Exec(ctx, reopenChangeRequestsSQL, v.args(named{"requests": ids}))
	return int(n), err
}

const nextToReviewSQL = `
select c.id from claim c
 where c.desk_id = @desk and c.status = 'in_review' and (c.submitted_at, c.id) > (
         coalesce((select submitted_at from claim where desk_id = @desk and id = @after), '-infinity'), @after)
   and not exists (select from contributor k where k.desk_id = c.desk_id and k.claim_id = c.id
                      and k.claim_version = c.version
                      and k.account_id in (@reviewer, (select password_set_by from account where id = @reviewer)))
 order by c.submitted_at, c.id limit 1`

// NextToReview returns the claim that waits longest, after the given one, for a reviewer who
// had no hand in it, nor had who set their password; 0 when none does.
func (db *DB) NextToReview(ctx context.Context, desk factcheck.DeskID, reviewer factcheck.AccountID, after factcheck.ClaimID) (factcheck.ClaimID, error) {
	return firstClaim(values[factcheck.ClaimID](ctx, db, nextToReviewSQL, named{"desk": desk, "reviewer": reviewer, "after": after}))
}

// ReviewStream returns what NextToReview does, and how many claims are in review at the desk, in
// one round trip.
func (db *DB) ReviewStream(ctx context.Context, desk factcheck.DeskID, reviewer factcheck.AccountID, after factcheck.ClaimID) (next factcheck.ClaimID, waiting int, err error) {
	var (
		b      pgx.Batch
		found  []struct{ ID factcheck.ClaimID }
		counts []ClaimCount
	)
	queue(&b, &found, nextToReviewSQL, named{"desk": desk, "reviewer": reviewer, "after": after})
	queue(&b, &counts, claimCountsSQL, named{"desk": desk})
	err = db.Batch(ctx, &b)
	if len(found) > 0 {
		next = found[0].ID
	}
	for _, c := range counts {
		if c.Status == factcheck.InReview {
			waiting += int(c.N)
		}
	}
	return next, waiting, err
}

// firstClaim returns the first of a list of at most one; 0 of none.
func firstClaim(ids []factcheck.ClaimID, err error) (factcheck.ClaimID, error) {
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return ids[0], nil
}
