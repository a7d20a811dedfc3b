package workflow

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// EventList is a page of the desk's audit log, newest first.
type EventList struct {
	Events []postgres.Event
	Next   int64 // to ask for the page after it; 0 when there is none
}

// Events returns the desk's audit log before the given event, 0 for the newest. Takes an admin.
func (w *Workflow) Events(ctx context.Context, actor factcheck.Actor, before int64, limit int) (EventList, error) {
	if err := requireRole(actor, factcheck.Admin); err != nil {
		return EventList{}, err
	}
	list, err := w.db.Events(ctx, actor.Desk, orNewest(before), limit+1)
	page := EventList{Events: list}
	if len(list) > limit {
		page.Events, page.Next = list[:limit], list[limit-1].Seq
	}
	return page, err
}

// Chain is what walking a desk's audit log found.
type Chain struct {
	Desk   factcheck.Desk
	Events int64
	Broken int64  // the first event that does not fit; 0 when all do
	Why    string // in words, when one does not
}

// linksAtOnce is how many events are held in memory while a chain is walked.
const linksAtOnce = 1000

// Verify walks the audit log of one desk, or of every desk when the slug is empty: each hash is
// SHA-256 over the hash before it and the stored text of the event, the numbers have no gap, and
// the chain ends where the desk says it does.
func (w *Workflow) Verify(ctx context.Context, slug string) ([]Chain, error) {
	desks, err := w.desks(ctx, slug)
	if err != nil {
		return nil, err
	}
	chains := make([]Chain, len(desks))
	for i, desk := range desks {
		chains[i].Desk = desk
		err := w.db.Read(ctx, func(tx *postgres.DB) error { return walk(ctx, tx, &chains[i]) })
		if err != nil {
			return nil, fmt.Errorf("verify desk %s: %w", desk.Slug, err)
		}
	}
	return chains, nil
}

func (w *Workflow) desks(ctx context.Context, slug string) ([]factcheck.Desk, error) {
	if slug == "" {
		return w.db.Desks(ctx)
	}
	desk, err := w.db.DeskBySlug(ctx, slug)
	return []factcheck.Desk{desk}, err
}

func walk(ctx context.Context, tx *postgres.DB, c *Chain) error {
	begin := sha256.Sum256(nil)
	last := begin[:]
	for {
		links, err := tx.Links(ctx, c.Desk.ID, c.Events, linksAtOnce)
		if err != nil {
			return err
		}
		for i := range links {
			if c.Why = broken(links[i], c.Events, last); c.Why != "" {
				c.Broken = c.Events + 1
				return nil
			}
			c.Events, last = links[i].Seq, links[i].Hash
		}
		if len(links) < linksAtOnce {
			break
		}
	}
	head, err := tx.ChainHead(ctx, c.Desk.ID)
	if errs.KindOf(err) == errs.NotFound && c.Events == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if head.Seq != c.Events || !bytes.Equal(head.Hash, last) {
		c.Broken = c.Events + 1
		c.Why = fmt.Sprintf("the log ends at event %d, but the desk has recorded %d", c.Events, head.Seq)
	}
	return nil
}

// broken says what is wrong with a link that should follow event n with the given hash; "" when nothing is.
func broken(l postgres.Link, n int64, last []byte) string {
	sum := sha256.Sum256(append(bytes.Clone(last), l.Body...))
	switch {
	case l.Seq != n+1:
		return fmt.Sprintf("event %d is missing", n+1)
	case !bytes.Equal(l.PreviousHash, last):
		return fmt.Sprintf("event %d does not follow from the one before it", l.Seq)
	case !bytes.Equal(l.Hash, sum[:]):
		return fmt.Sprintf("event %d was altered: its text does not have its hash", l.Seq)
	case !tells(l):
		return fmt.Sprintf("event %d was altered: its columns do not say what its text says", l.Seq)
	}
	return ""
}

// tells reports whether the columns that pages show say the same as the text that was hashed.
func tells(l postgres.Link) bool {
	var body struct {
		Seq       int64  `json:"seq"`
		Actor     *int64 `json:"actor"`
		Action    string `json:"action"`
		Subject   string `json:"subject"`
		SubjectID int64  `json:"subject_id"`
	}
	if err := json.Unmarshal([]byte(l.Body), &body); err != nil {
		return false
	}
	sameActor := (body.Actor == nil) == (l.ActorID == nil) && (body.Actor == nil || *body.Actor == *l.ActorID)
	return sameActor && body.Seq == l.Seq && body.Action == l.Action && body.Subject == l.Subject && body.SubjectID == l.SubjectID
}
