package workflow

import (
	"context"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// QueueFilter picks a page of the desk's queue.
type QueueFilter struct {
	View   string            // "mine", "unassigned", "all" or a status
	Words  string            // only statements that hold them; empty for all
	Before factcheck.ClaimID // 0 for the newest
	Limit  int
}

// QueuePage is a page of the queue, newest first.
type QueuePage struct {
	Rows   []postgres.QueueRow
	Counts map[string]int    // of every view
	Next   factcheck.ClaimID // to ask for the page after it; 0 when there is none
}

// Queue returns a page of the desk's claims. Returns Invalid for a view that there is not.
func (w *Workflow) Queue(ctx context.Context, actor factcheck.Actor, f QueueFilter) (QueuePage, error) {
	list, err := queueList(actor, f.View)
	if err != nil {
		return QueuePage{}, err
	}
	list.Words = strings.TrimSpace(f.Words)
	found, err := w.db.Queue(ctx, actor.Desk, list, orNewest(f.Before), f.Limit+1)
	if err != nil {
		return QueuePage{}, err
	}
	page := QueuePage{Rows: found.Rows, Counts: summed(found.Counts)}
	page.Counts["mine"] = mine(found.Counts, actor.Account)
	page.Counts["unassigned"] = mine(found.Counts, 0)
	if len(found.Rows) > f.Limit {
		page.Rows, page.Next = found.Rows[:f.Limit], found.Rows[f.Limit-1].ID
	}
	return page, nil
}

func queueList(actor factcheck.Actor, view string) (postgres.QueueList, error) {
	switch view {
	case "mine":
		return postgres.QueueList{Mine: actor.Account}, nil
	case "unassigned":
		return postgres.QueueList{Unassigned: true}, nil
	case "all":
		return postgres.QueueList{}, nil
	}
	for _, s := range factcheck.Statuses() {
		if string(s) == view {
			return postgres.QueueList{Status: s}, nil
		}
	}
	return postgres.QueueList{}, errs.Field("view", "There is no such list.")
}

// summed adds the counters up: by status, and "all".
func summed(counts []postgres.ClaimCount) map[string]int {
	sums := map[string]int{}
	for _, c := range counts {
		sums[string(c.Status)] += int(c.N)
		sums["all"] += int(c.N)
	}
	return sums
}

// mine counts what the account is working on; for account 0, what nobody is.
func mine(counts []postgres.ClaimCount, account factcheck.AccountID) int {
	n := 0
	for _, c := range counts {
		if c.AssigneeID == account && (c.Status == factcheck.Open || c.Status == factcheck.ChangesRequested) {
			n += int(c.N)
		}
	}
	return n
}

// Next is a claim that waits for somebody, and what for.
type Next struct {
	Claim    factcheck.ClaimID // 0 when nothing waits
	ToReview bool              // to be reviewed; else to be checked
}

// NextForMe returns the claim that waits for the actor: for a reviewer what is to be reviewed,
// then, for an editor, what came back, is begun, is open, is proposed.
func (w *Workflow) NextForMe(ctx context.Context, actor factcheck.Actor) (Next, error) {
	if actor.Role.AtLeast(factcheck.Reviewer) {
		if id, err := w.db.NextToReview(ctx, actor.Desk, actor.Account, 0); err != nil || id != 0 {
			return Next{Claim: id, ToReview: true}, err
		}
	}
	id, err := w.db.NextToCheck(ctx, actor.Desk, actor.Account)
	return Next{Claim: id}, err
}
