package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"factdesk/internal/factcheck"
)

// NewEvent is what a use case wants written into the audit log.
type NewEvent struct {
	Action  string // "claim.submitted"
	Subject string // the table of what it is about
	ID      int64  // and its identifier
	Detail  any    // marshalled to JSON; keep words people wrote out of it when a hash will do
}

// Event is one line of a desk's audit log.
type Event struct {
	Seq       int64
	At        time.Time
	ActorID   *int64
	ActorName *string
	Action    string
	Subject   string
	SubjectID int64
	Body      string // the canonical JSON that was hashed
}

// Link is one event as the chain sees it.
type Link struct {
	Seq          int64
	ActorID      *int64
	Action       string
	Subject      string
	SubjectID    int64
	Body         string
	PreviousHash []byte
	Hash         []byte
}

const recordEventSQL = `select record_event(@desk, @action, @subject, @id, @detail)`

// RecordEvent appends to the desk's chain, which it then holds until the transaction
// ends: call it last.
func (db *DB) RecordEvent(ctx context.Context, desk factcheck.DeskID, e NewEvent) error {
	detail := []byte("{}")
	if e.Detail != nil {
		var err error
		if detail, err = json.Marshal(e.Detail); err != nil {
			return fmt.Errorf("marshal detail of %s: %w", e.Action, err)
		}
	}
	_, err := value[int64](ctx, db, "desk", recordEventSQL, named{
		"desk": desk, "action": e.Action, "subject": e.Subject, "id": e.ID, "detail": string(detail),
	})
	return err
}

const eventsSQL = `
select e.seq, e.at, e.actor_id, a.name as actor_name, e.action, e.subject, e.subject_id, e.body
  from (select * from event where desk_id = @desk and seq < @before order by seq desc limit @limit) e
  left join account a on a.id = e.actor_id
 order by e.seq desc`

// Events returns the desk's events before the given number, newest first.
func (db *DB) Events(ctx context.Context, desk factcheck.DeskID, before int64, limit int) ([]Event, error) {
	return all[Event](ctx, db, eventsSQL, named{"desk": desk, "before": before, "limit": limit})
}

const eventsOfSQL = `
select e.seq, e.at, e.actor_id, a.name as actor_name, e.action, e.subject, e.subject_id, e.body
  from (select * from event where desk_id = @desk and subject = @subject and subject_id = @id order by seq desc limit @limit) e
  left join account a on a.id = e.actor_id
 order by e.seq desc`

const linksSQL = `
select seq, actor_id, action, subject, subject_id, body, previous_hash, hash from event
 where desk_id = @desk and seq > @after order by seq limit @limit`

// Links returns a stretch of the desk's chain after the given number, in its order.
func (db *DB) Links(ctx context.Context, desk factcheck.DeskID, after int64, limit int) ([]Link, error) {
	return all[Link](ctx, db, linksSQL, named{"desk": desk, "after": after, "limit": limit})
}

// ChainHead is where a desk's chain ends, as kept beside it.
type ChainHead struct {
	Seq  int64
	Hash []byte
}

const chainHeadSQL = `select seq, hash from event_head where desk_id = @desk`

// ChainHead returns the number and hash of the desk's last event. Returns NotFound while the
// desk has no events.
func (db *DB) ChainHead(ctx context.Context, desk factcheck.DeskID) (ChainHead, error) {
	return one[ChainHead](ctx, db, "audit log", chainHeadSQL, named{"desk": desk})
}
