package workflow

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// state is all that an editor can have changed of an article's claims, and what a reviewer would judge.
func (n *newsroom) state(article factcheck.ArticleID) map[factcheck.ClaimID]string {
	n.t.Helper()
	list, err := n.db.ClaimsOfArticle(n.ctx(), n.desk.ID, article, 1)
	n.must(err)
	ids := make([]factcheck.ClaimID, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	whole, err := n.db.Claims(n.ctx(), n.desk.ID, ids)
	n.must(err)
	state := map[factcheck.ClaimID]string{}
	for i := range whole {
		parts, err := json.Marshal(factcheck.PartsOf(&whole[i]))
		n.must(err)
		state[ids[i]] = fmt.Sprintf("%s %x", parts, whole[i].ContentHash)
	}
	return state
}

// next is what the actor can undo and redo, in words; "" for nothing.
func (n *newsroom) next(who factcheck.Actor, article factcheck.ArticleID) (undo, redo string) {
	n.t.Helper()
	next, err := n.UndoNext(n.ctx(), who, article)
	n.must(err)
	if next.Undo != nil {
		undo = next.Undo.Words
	}
	if next.Redo != nil {
		redo = next.Redo.Words
	}
	return undo, redo
}

// undo takes back what is due; 0 stands for a step that is not there.
func (n *newsroom) undo(who factcheck.Actor, article factcheck.ArticleID) (Reverted, error) {
	n.t.Helper()
	next, err := n.UndoNext(n.ctx(), who, article)
	n.must(err)
	step := 0
	if next.Undo != nil {
		step = next.Undo.Step
	}
	return n.Undo(n.ctx(), by(who), article, step)
}

func (n *newsroom) redo(who factcheck.Actor, article factcheck.ArticleID) (Reverted, error) {
	n.t.Helper()
	next, err := n.UndoNext(n.ctx(), who, article)
	n.must(err)
	step := 0
	if next.Redo != nil {
		step = next.Redo.Step
	}
	return n.Redo(n.ctx(), by(who), article, step)
}

func (n *newsroom) mustUndo(who factcheck.Actor, article factcheck.ArticleID) {
	n.t.Helper()
	_, err := n.undo(who, article)
	n.must(err)
}

// commands are what an editor can do to a claim of the article on the bridge, each with the words of its step.
func (n *newsroom) commands(who factcheck.Actor) []struct {
	words string
	do    func(on On) error
} {
	ctx, cmd := n.ctx(), by(who)
	return []struct {
		words string
		do    func(on On) error
	}{
		{"accept", func(on On) error { return n.AcceptClaim(ctx, cmd, on) }},
		{"decline", func(on On) error {
			return n.DeclineClaim(ctx, cmd, on, Decline{Reason: factcheck.Prediction, Note: "It is of tomorrow."})
		}},
		{"reopen", func(on On) error { return n.ReopenClaim(ctx, cmd, on) }},
		{"change the statement of", func(on On) error {
			return n.ChangeStatement(ctx, cmd, on, Statement{Text: "The bridge was closed.", Type: factcheck.TypeCausal})
		}},
		{"add words to", func(on On) error { return n.AddSpan(ctx, cmd, on, NewSpan{Quote: "It is not safe"}) }},
		{"move the words of", func(on On) error { return n.MoveSpan(ctx, cmd, on, 1, textspan.Span{Start: 25, End: 35}) }},
		{"take words out of", func(on On) error { return n.RemoveSpan(ctx, cmd, on, 1) }},
		{"attribute", func(on On) error {
			return n.Attribute(ctx, cmd, on, factcheck.Attribution{Speaker: "The mayor", Outlet: "Radio One", Cue: "told"})
		}},
		{"attribute", func(on On) error { return n.Attribute(ctx, cmd, on, factcheck.Attribution{Unattributed: true}) }},
		{"add a source to", func(on On) error {
			return n.AddEvidence(ctx, cmd, on, evidence("https://city.example/bridge", factcheck.Primary, factcheck.Supports))
		}},
		{"change a source of", func(on On) error {
			return n.ChangeEvidence(ctx, cmd, on, factcheck.Evidence{
				ID: n.firstEvidence(on.Claim), Tier: factcheck.Secondary, Stance: factcheck.Refutes, Note: "Page 3.",
			})
		}},
		{"remove a source from", func(on On) error { return n.RemoveEvidence(ctx, cmd, on, n.firstEvidence(on.Claim)) }},
		{"judge", func(on On) error {
			return n.Judge(ctx, cmd, on, Judgement{Rating: n.rating("true"), Rationale: "The city says so."})
		}},
		{"judge", func(on On) error { return n.Judge(ctx, cmd, on, Judgement{Rationale: "Not yet."}) }},
		{"assign", func(on On) error { return n.AssignClaim(ctx, cmd, on, n.editor2.Account) }},
		{"assign", func(on On) error { return n.AssignClaim(ctx, cmd, on, 0) }},
	}
}

func (n *newsroom) firstEvidence(id factcheck.ClaimID) factcheck.EvidenceID {
	if c := n.claim(id); len(c.Evidence) > 0 {
		return c.Evidence[0].ID
	}
	return 0
}

// TestUndo_EachCommand: after each command, undoing it leaves what was there before, down to the fingerprint that a
// reviewer would approve, and redoing it what was there after.
func TestUndo_EachCommand(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	speaker := &factcheck.Attribution{Speaker: "The mayor", Cue: "said"}
	claims := map[string]factcheck.ClaimID{
		"candidate": n.candidate(article, "The old bridge was closed in May", speaker),
		"open":      n.propose(article, "It will cost $12 million"),
		"judged":    n.ready(article, "The old bridge was built in 1931"),
		"declined":  n.candidate(article, "40,000 people must take the ferry", nil),
	}
	n.must(n.DeclineClaim(n.ctx(), by(n.editor2), n.on(claims["declined"]), Decline{Reason: factcheck.DuplicateClaim, DuplicateOf: claims["open"]}))
	n.must(n.AddEvidence(n.ctx(), by(n.editor2), n.on(claims["judged"]), evidence("https://one.example/", factcheck.Secondary, factcheck.Supports)))
	n.must(n.AddSpan(n.ctx(), by(n.editor2), n.on(claims["judged"]), NewSpan{Quote: "she told Radio One"}))
	done := map[string]bool{}
	for name, id := range claims {
		for i, command := range n.commands(n.reviewer) {
			before := n.state(article)
			if err := command.do(n.on(id)); err != nil {
				continue // not to a claim that stands so
			}
			after := n.state(article)
			if cmp.Equal(before, after) {
				continue
			}
			done[command.words] = true
			what := fmt.Sprintf("%s, command %d: %s", name, i, command.words)
			if undo, redo := n.next(n.reviewer, article); undo != command.words || redo != "" {
				t.Errorf("%s: offers to undo %q and redo %q", what, undo, redo)
			}
			back, err := n.undo(n.reviewer, article)
			n.must(err)
			if diff := cmp.Diff(Reverted{Words: command.words, Claims: []factcheck.ClaimID{id}}, back); diff != "" {
				t.Errorf("%s (-want +got):\n%s", what, diff)
			}
			if diff := cmp.Diff(before, n.state(article)); diff != "" {
				t.Errorf("%s: undone (-before +got):\n%s", what, diff)
			}
			_, err = n.redo(n.reviewer, article)
			n.must(err)
			if diff := cmp.Diff(after, n.state(article)); diff != "" {
				t.Errorf("%s: redone (-after +got):\n%s", what, diff)
			}
			n.mustUndo(n.reviewer, article)
		}
	}
	for _, command := range n.commands(n.reviewer) {
		if !done[command.words] {
			t.Errorf("nothing of %q was tried", command.words)
		}
	}
	if drift := n.drift(); drift != 0 {
		t.Errorf("%d counters are wrong", drift)
	}
	n.must(pgtest.CheckDeferred(t, n.db))
}

// TestUndo_Random: whatever an editor does, undoing all of it finds the first state, and redoing all of it the last.
func TestUndo_Random(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	commands := n.commands(n.editor)
	rapid.Check(t, func(r *rapid.T) {
		article := n.article(bridge)
		ids := []factcheck.ClaimID{
			n.candidate(article, "The old bridge was closed in May", &factcheck.Attribution{Speaker: "The mayor"}),
			n.candidate(article, "It will cost $12 million", nil),
		}
		states, steps := []map[factcheck.ClaimID]string{n.state(article)}, 0
		for range rapid.IntRange(1, 9).Draw(r, "length") {
			switch choice := rapid.IntRange(-2, len(commands)-1).Draw(r, "command"); choice {
			case -2, -1:
				words := rapid.SampledFrom([]string{"was built in 1931", "40,000 people", "said on Monday"}).Draw(r, "words")
				if id, err := n.ProposeClaim(n.ctx(), by(n.editor), ProposeClaim{Article: article, Version: 1, Quote: words, Type: factcheck.TypeEvent}); err == nil {
					ids = append(ids, id)
				}
			default:
				id := rapid.SampledFrom(ids).Draw(r, "claim")
				if err := commands[choice].do(n.on(id)); errs.KindOf(err) == errs.Internal && err != nil {
					r.Fatal(err)
				}
			}
			if now := n.state(article); !cmp.Equal(now, states[steps]) {
				states, steps = append(states, now), steps+1
			}
		}
		for i := steps - 1; i >= 0; i-- {
			n.mustUndo(n.editor, article)
			if diff := cmp.Diff(states[i], n.state(article)); diff != "" {
				r.Fatalf("undone to step %d (-then +now):\n%s", i, diff)
			}
		}
		wantRefusal(t, "undoing nothing", second(n.undo(n.editor, article)), errs.Unmet, "undo_nothing")
		for i := 1; i <= steps; i++ {
			if _, err := n.redo(n.editor, article); err != nil {
				r.Fatal(err)
			}
			if diff := cmp.Diff(states[i], n.state(article)); diff != "" {
				r.Fatalf("redone to step %d (-then +now):\n%s", i, diff)
			}
		}
		if drift := n.drift(); drift != 0 {
			r.Fatalf("%d counters are wrong", drift)
		}
	})
}

// second is the error of a call that returns something beside it.
func second(_ Reverted, err error) error { return err }

// TestUndo_NewClaim: a claim whose making is undone is in no list and counted nowhere, and its history stays.
func TestUndo_NewClaim(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	before, err := n.Queue(n.ctx(), n.viewer, QueueFilter{View: "all", Limit: 100})
	n.must(err)
	id := n.propose(article, "was built in 1931")
	back, err := n.undo(n.editor, article)
	n.must(err)
	if !back.Gone || back.Words != "make" {
		t.Errorf("undone: %+v", back)
	}
	for _, view := range []string{"all", "declined", "mine"} {
		for _, words := range []string{"", "1931"} {
			page, err := n.Queue(n.ctx(), n.editor, QueueFilter{View: view, Words: words, Limit: 100})
			n.must(err)
			for _, row := range page.Rows {
				if row.ID == id {
					t.Errorf("the list %q with the words %q has the claim", view, words)
				}
			}
		}
	}
	after, err := n.Queue(n.ctx(), n.viewer, QueueFilter{View: "all", Limit: 100})
	n.must(err)
	if diff := cmp.Diff(before.Counts, after.Counts); diff != "" || n.drift() != 0 {
		t.Errorf("counters (-before +after):\n%s", diff)
	}
	_, err = n.Workbench(n.ctx(), n.editor, article, id)
	wantKind(t, "the workbench of the claim", err, errs.NotFound)
	c := n.wantStatus(id, factcheck.Declined)
	if c.DeclineReason != factcheck.Undone || len(c.Contributors) != 1 {
		t.Errorf("set aside for %q with contributors %v", c.DeclineReason, names(c.Contributors))
	}
	actions := n.actions()
	if last := actions[len(actions)-2:]; !cmp.Equal(last, []string{"claim.proposed by editor", "claim.undone by editor"}) {
		t.Errorf("the audit log ends with %q", last)
	}
	_, err = n.redo(n.editor, article)
	n.must(err)
	n.wantStatus(id, factcheck.Open)
	// Nobody can give this reason by hand.
	wantKind(t, "declining as undone", n.DeclineClaim(n.ctx(), by(n.editor), n.on(id), Decline{Reason: factcheck.Undone}), errs.Invalid)
}

// TestUndo_Contributors: who changed something stays a contributor when it is undone.
func TestUndo_Contributors(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	id := n.ready(article, "The old bridge was built in 1931")
	n.must(n.ChangeStatement(n.ctx(), by(n.reviewer), n.on(id), Statement{Text: "It is of 1931.", Type: factcheck.TypeEvent}))
	n.mustUndo(n.reviewer, article)
	n.must(n.SubmitClaim(n.ctx(), by(n.editor), n.on(id)))
	wantRefusal(t, "approving what one had a hand in", n.Approve(n.ctx(), by(n.reviewer), n.seen(id)), errs.Forbidden, "four_eyes")
}

// TestUndo_Refusals: who acted since, and what they did, is named.
func TestUndo_Refusals(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	article := n.article(numbers(12))
	other := Statement{Text: "Somebody else's.", Type: factcheck.TypeEvent}
	next := 0
	quote := func() string { next++; return street(next) }
	for _, test := range []struct {
		name  string
		then  func() factcheck.ClaimID
		rule  string
		words string
	}{
		{"in review", func() factcheck.ClaimID { return n.inReview(article, quote()) }, "status", "in review"},
		{"approved", func() factcheck.ClaimID { return n.approved(article, quote()) }, "status", "approved"},
		{"returned", func() factcheck.ClaimID { return n.returned(article, quote(), "Why?") }, "reviewed", "reviewer asked for changes"},
		{"approved and opened again", func() factcheck.ClaimID {
			id := n.approved(article, quote())
			n.must(n.EditApproved(ctx, by(n.editor), n.on(id)))
			return id
		}, "reviewed", "reviewer approved the claim"},
		{"changed by somebody else", func() factcheck.ClaimID {
			id := n.ready(article, quote())
			n.must(n.ChangeStatement(ctx, by(n.editor2), n.on(id), other))
			return id
		}, "others", "editor2 changed the statement"},
		{"changed and undone by somebody else", func() factcheck.ClaimID {
			id := n.ready(article, quote())
			n.must(n.ChangeStatement(ctx, by(n.editor2), n.on(id), other))
			n.mustUndo(n.editor2, article)
			return id
		}, "others", "editor2 undid a step"},
	} {
		id := test.then()
		state, status := n.state(article), n.claim(id).Status
		_, err := n.undo(n.editor, article)
		wantRefusal(t, test.name, err, errs.Stale, test.rule)
		if message := errs.Message(err); !strings.Contains(message, test.words) {
			t.Errorf("%s: %q does not say %q", test.name, message, test.words)
		}
		if !cmp.Equal(state, n.state(article)) || n.claim(id).Status != status {
			t.Errorf("%s: something changed", test.name)
		}
	}
}

// TestUndo_RefusesOthers: steps are one's own, on the article they were taken on, and in their order.
func TestUndo_RefusesOthers(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	article, elsewhere := n.article(bridge), n.article(numbers(2))
	id := n.propose(article, "was built in 1931")
	n.must(n.Judge(ctx, by(n.editor), n.on(id), Judgement{Rationale: "Hm."}))
	next, err := n.UndoNext(ctx, n.editor, article)
	n.must(err)
	try := func(who factcheck.Actor, article factcheck.ArticleID, step int) error {
		return second(n.Undo(ctx, by(who), article, step))
	}
	wantRefusal(t, "somebody else's", try(n.editor2, article, next.Undo.Step), errs.Unmet, "undo_nothing")
	wantRefusal(t, "of another article", try(n.editor, elsewhere, next.Undo.Step), errs.Unmet, "undo_nothing")
	wantRefusal(t, "an earlier one", try(n.editor, article, next.Undo.Step-1), errs.Stale, "undo_order")
	wantRefusal(t, "none", try(n.editor, article, 0), errs.Stale, "undo_order")
	wantRefusal(t, "by a viewer", try(n.viewer, article, next.Undo.Step), errs.Forbidden, "role")
	wantRefusal(t, "redoing nothing", second(n.redo(n.editor, article)), errs.Unmet, "undo_nothing")
	n.must(try(n.editor, article, next.Undo.Step))
	n.must(n.AssignClaim(ctx, by(n.editor), n.on(id), 0))
	wantRefusal(t, "redoing after something new", second(n.redo(n.editor, article)), errs.Unmet, "undo_nothing")

	// The same form sent twice is done once.
	next, err = n.UndoNext(ctx, n.editor, article)
	n.must(err)
	cmd := Command{Actor: n.editor, Key: "undo-once"}
	for range 2 {
		_, err := n.Undo(ctx, cmd, article, next.Undo.Step)
		n.must(err)
	}
	if undo, redo := n.next(n.editor, article); undo != "make" || redo != "assign" {
		t.Errorf("offers to undo %q and redo %q", undo, redo)
	}
}

// TestUndo_Assignee: a claim does not go back to somebody who may no longer work on it.
func TestUndo_Assignee(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	id := n.propose(article, "The old bridge was built in 1931")
	n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(id), n.editor2.Account))
	n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(id), 0))
	was := n.member(n.editor2)
	n.must(n.ChangeMember(n.ctx(), by(n.admin), ChangeMember{Account: was.Account, Revision: was.Revision, Role: factcheck.Viewer}))
	wantRefusal(t, "giving it to a viewer", second(n.undo(n.editor, article)), errs.Invalid, "assignee")
}

// TestUndo_Depth: the newest 50 steps, and no more.
func TestUndo_Depth(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	id := n.propose(article, "The old bridge was built in 1931")
	for i := range factcheck.UndoDepth + 3 {
		n.must(n.ChangeStatement(n.ctx(), by(n.editor), n.on(id), Statement{Text: fmt.Sprintf("Draft %d.", i), Type: factcheck.TypeEvent}))
	}
	for range factcheck.UndoDepth {
		n.mustUndo(n.editor, article)
	}
	wantRefusal(t, "one more", second(n.undo(n.editor, article)), errs.Unmet, "undo_depth")
	if c := n.claim(id); c.Statement != "Draft 2." {
		t.Errorf("the statement is %q", c.Statement)
	}
	for range factcheck.UndoDepth {
		_, err := n.redo(n.editor, article)
		n.must(err)
	}
	if c := n.claim(id); c.Statement != fmt.Sprintf("Draft %d.", factcheck.UndoDepth+2) {
		t.Errorf("the statement is %q", c.Statement)
	}
}

// TestUndo_Superseded: undoing that a superseded claim was reopened leaves it superseded.
func TestUndo_Superseded(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	id := n.candidate(article, "It will cost $12 million", nil)
	n.must(n.db.Tx(n.ctx(), int64(n.editor.Account), func(tx *postgres.DB) error {
		if err := tx.MoveClaim(n.ctx(), n.desk.ID, id, postgres.Move{To: factcheck.Declined, DeclineReason: factcheck.Superseded, Now: n.clock.Now()}); err != nil {
			return err
		}
		return tx.RecordEvent(n.ctx(), n.desk.ID, claimEvent("claim.superseded", id, nil))
	}))
	n.must(n.ReopenClaim(n.ctx(), by(n.editor), n.on(id)))
	n.mustUndo(n.editor, article)
	if c := n.wantStatus(id, factcheck.Declined); c.DeclineReason != factcheck.Superseded {
		t.Errorf("declined as %q", c.DeclineReason)
	}
}

// TestRaces_Undo: one step, undone twice at once, is undone once; and doing something meanwhile gets in nobody's way.
func TestRaces_Undo(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	article := n.article(numbers(2 * rounds))
	for i := range rounds {
		id, second := n.propose(article, street(2*i)), n.propose(article, street(2*i+1))
		n.must(n.ChangeStatement(ctx, by(n.editor), n.on(id), Statement{Text: "Another.", Type: factcheck.TypeEvent}))
		next, err := n.UndoNext(ctx, n.editor, article)
		n.must(err)
		undo := func() error {
			_, err := n.Undo(ctx, by(n.editor), article, next.Undo.Step)
			return err
		}
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, atOnce(undo, undo)); diff != "" {
			t.Errorf("undone twice at once (-want +got):\n%s", diff)
		}
		if c := n.claim(id); c.Statement == "Another." {
			t.Error("it was not undone")
		}
		one, two := n.on(id), n.on(second)
		judge := func(on On) func() error {
			return func() error { return n.Judge(ctx, by(n.editor), on, Judgement{Rationale: "Hm."}) }
		}
		if diff := cmp.Diff(map[string]int{"ok": 2}, atOnce(judge(one), judge(two))); diff != "" {
			t.Errorf("two claims at once (-want +got):\n%s", diff)
		}
		n.mustUndo(n.editor, article)
		n.mustUndo(n.editor, article)
		if n.claim(id).Verdict != nil || n.claim(second).Verdict != nil {
			t.Error("a verdict stayed")
		}
	}
	chains, err := n.Verify(ctx, n.desk.Slug)
	n.must(err)
	if chains[0].Broken != 0 || n.drift() != 0 {
		t.Errorf("the audit log is broken: %+v", chains[0])
	}
}
