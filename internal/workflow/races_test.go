package workflow

import (
	"fmt"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

// rounds is how often each race is run: whoever wins, what is left must be right.
const rounds = 8

// TestRaces: two people do what excludes each other, at the same moment. One of them wins, the
// other is told, and nothing of the other's stays.
func TestRaces(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	article := n.article(numbers(6 * rounds))
	next := 0
	quote := func() string { next++; return street(next - 1) }
	wantOne := func(what string, kinds map[string]int) {
		t.Helper()
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, kinds); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	for range rounds {
		id := n.inReview(article, quote())
		seen := n.seen(id)
		wantOne("two reviewers approve", atOnce(
			func() error { return n.Approve(ctx, by(n.reviewer), seen) },
			func() error { return n.Approve(ctx, by(n.reviewer2), seen) },
		))
		if c := n.wantStatus(id, factcheck.Approved); len(c.Reviews) != 1 {
			t.Errorf("%d reviews of one approval", len(c.Reviews))
		}

		id = n.inReview(article, quote())
		seen = n.seen(id)
		wantOne("one approves, one returns", atOnce(
			func() error { return n.Approve(ctx, by(n.reviewer), seen) },
			func() error { return n.RequestChanges(ctx, by(n.reviewer2), seen, asking("Why?")) },
		))
		if c := n.claim(id); len(c.Reviews) != 1 || (c.Status == factcheck.Approved) != (len(c.ChangeRequests) == 0) {
			t.Errorf("%s with %d reviews and %d points", c.Status, len(c.Reviews), len(c.ChangeRequests))
		}

		id = n.ready(article, quote())
		on := n.on(id)
		wantOne("two submit", atOnce(
			func() error { return n.SubmitClaim(ctx, by(n.editor), on) },
			func() error { return n.SubmitClaim(ctx, by(n.editor2), on) },
		))
		n.wantStatus(id, factcheck.InReview)

		id = n.propose(article, quote())
		on = n.on(id)
		wantOne("two save", atOnce(
			func() error {
				return n.ChangeStatement(ctx, by(n.editor), on, Statement{Text: "Mine.", Type: factcheck.TypeEvent})
			},
			func() error {
				return n.Judge(ctx, by(n.editor2), on, Judgement{Rating: n.rating("true"), Rationale: "Mine."})
			},
		))
		if c := n.claim(id); (c.Statement == "Mine.") == (c.Verdict != nil) || c.Revision != on.Revision+1 {
			t.Errorf("statement %q, verdict %+v, revision %d", c.Statement, c.Verdict, c.Revision)
		}

		id = n.candidate(article, quote(), &factcheck.Attribution{Speaker: fmt.Sprintf("Mayor %d", next)})
		on = n.on(id)
		wantOne("two accept", atOnce(
			func() error { return n.AcceptClaim(ctx, by(n.editor), on) },
			func() error { return n.AcceptClaim(ctx, by(n.editor2), on) },
		))
		if c := n.wantStatus(id, factcheck.Open); len(c.Contributors) != 1 || c.Contributors[0].ID != c.Assignee.ID {
			t.Errorf("accepted for %+v by %+v", c.Assignee, c.Contributors)
		}
	}
	if drift := n.drift(); drift != 0 {
		t.Errorf("%d counters are wrong", drift)
	}
	chains, err := n.Verify(ctx, n.desk.Slug)
	n.must(err)
	if chains[0].Broken != 0 {
		t.Errorf("the audit log is broken: %+v", chains[0])
	}
}

// TestRaces_ApproveAgainstEdit: an approval is for what the reviewer saw, or there is none.
func TestRaces_ApproveAgainstEdit(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	article := n.article(numbers(2 * rounds))
	for i := range 2 * rounds {
		id := n.inReview(article, street(i))
		seen, on := n.seen(id), n.on(id)
		approved := make(chan error, 1)
		kinds := atOnce(
			func() error {
				err := n.Approve(ctx, by(n.reviewer), seen)
				approved <- err
				return err
			},
			func() error { // withdraws, rewrites and submits again
				if err := n.WithdrawClaim(ctx, by(n.editor), on); err != nil {
					return err
				}
				if err := n.ChangeStatement(ctx, by(n.editor), n.on(id), Statement{Text: "Another.", Type: factcheck.TypeEvent}); err != nil {
					return err
				}
				return n.SubmitClaim(ctx, by(n.editor), n.on(id))
			},
		)
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, kinds); diff != "" {
			t.Errorf("an approval and an edit (-want +got):\n%s", diff)
		}
		c := n.claim(id)
		if won := <-approved == nil; won != (c.Status == factcheck.Approved) || won == (c.Statement == "Another.") {
			t.Errorf("approved %t, and the claim is %s: %q", won, c.Status, c.Statement)
		}
	}
}

// TestRaces_SameKey: one form, sent by several clicks at once, is done once and answered alike.
func TestRaces_SameKey(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	article := n.article(numbers(rounds))
	for i := range rounds {
		cmd := Command{Actor: n.editor, Key: fmt.Sprintf("form-%04d", i)}
		id := n.propose(article, street(i))
		on, events := n.on(id), len(n.actions())
		add := func() error {
			return n.AddEvidence(ctx, cmd, on, evidence("https://a.example/", factcheck.Primary, factcheck.Supports))
		}
		if diff := cmp.Diff(map[string]int{"ok": 4}, atOnce(add, add, add, add)); diff != "" {
			t.Errorf("the same form four times (-want +got):\n%s", diff)
		}
		if c := n.claim(id); len(c.Evidence) != 1 || c.Revision != on.Revision+1 || len(n.actions()) != events+1 {
			t.Errorf("%d pieces of evidence, revision %d, %d events", len(c.Evidence), c.Revision, len(n.actions())-events)
		}
		answers := make(chan factcheck.ArticleID, 4)
		imports := func() error {
			id, err := n.ImportArticle(ctx, cmd, ImportArticle{Text: "A text.", Origin: factcheck.Paste, Title: "A", Language: "en"})
			answers <- id
			return err
		}
		if diff := cmp.Diff(map[string]int{"ok": 4}, atOnce(imports, imports, imports, imports)); diff != "" {
			t.Errorf("the same import four times (-want +got):\n%s", diff)
		}
		first := <-answers
		for range 3 {
			if other := <-answers; other != first {
				t.Errorf("one import was answered with %d and %d", first, other)
			}
		}
	}
}

// TestRaces_EverybodyAtOnce: people who do not exclude each other do not get in each other's way.
func TestRaces_EverybodyAtOnce(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	article := n.article(numbers(24))
	var ids []factcheck.ClaimID
	for i := range 12 {
		ids = append(ids, n.ready(article, street(i)))
	}
	var all []func() error
	for i, id := range ids {
		on := n.on(id)
		all = append(all,
			func() error { return n.SubmitClaim(ctx, by(n.editor), on) },
			func() error {
				_, err := n.ProposeClaim(ctx, by(n.editor2), ProposeClaim{Article: article, Version: 1, Quote: street(12 + i), Type: factcheck.TypeEvent})
				return err
			})
	}
	if diff := cmp.Diff(map[string]int{"ok": 24}, atOnce(all...)); diff != "" {
		t.Errorf("24 changes of 24 claims (-want +got):\n%s", diff)
	}
	page, err := n.Queue(ctx, n.viewer, QueueFilter{View: "all", Limit: 100})
	n.must(err)
	candidates := page.Counts["candidate"] // of the splitter
	if page.Counts["in_review"] != 12 || page.Counts["open"] != 12 || page.Counts["all"] != 24+candidates || n.drift() != 0 {
		t.Errorf("counters %v", page.Counts)
	}
}
