package workflow

import (
	"fmt"
	"slices"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"
)

// numbers is a text of n sentences, none of which stands in it twice.
func numbers(n int) string {
	text := ""
	for i := range n {
		text += fmt.Sprintf("In street %03d the city planted %03d trees. ", i, i)
	}
	return text[:len(text)-1]
}

func street(i int) string { return fmt.Sprintf("In street %03d the city planted", i) }

func TestQueue_Pages(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(numbers(23))
	var want []factcheck.ClaimID
	for i := range 23 {
		id := n.propose(article, street(i))
		if i%3 == 0 {
			n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(id), n.editor2.Account))
		}
		want = append([]factcheck.ClaimID{id}, want...)
	}
	for _, limit := range []int{1, 7, 22, 23, 24, 100} {
		var got []factcheck.ClaimID
		for before := factcheck.ClaimID(0); ; {
			page, err := n.Queue(n.ctx(), n.editor, QueueFilter{View: "open", Before: before, Limit: limit})
			n.must(err)
			if len(page.Rows) > limit || page.Counts["open"] != 23 {
				t.Fatalf("%d rows of %d, open %d", len(page.Rows), limit, page.Counts["open"])
			}
			for _, row := range page.Rows {
				got = append(got, row.ID)
			}
			if page.Next == 0 {
				break
			}
			before = page.Next
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d a page (-want +got):\n%s", limit, diff)
		}
	}
	mine, err := n.Queue(n.ctx(), n.editor2, QueueFilter{View: "mine", Limit: 100})
	n.must(err)
	if len(mine.Rows) != 8 || mine.Counts["mine"] != 8 {
		t.Errorf("mine: %d rows, counted %d, want 8", len(mine.Rows), mine.Counts["mine"])
	}
	if row := mine.Rows[0]; row.ArticleTitle != "An article" || row.Statement != street(21) || row.AssigneeName == nil || *row.AssigneeName != "editor2" {
		t.Errorf("the newest of mine: %+v", row)
	}
}

// TestQueue_Words: whether a page is filled by the newest claims or not, it shows the claims whose
// statements hold the words, newest first.
func TestQueue_Words(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(numbers(12))
	var open []factcheck.ClaimID // newest first
	for i := range 12 {
		id := n.propose(article, street(i))
		if i%4 == 0 {
			n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(id), n.editor2.Account))
		}
		if i%4 == 1 {
			n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(id), 0))
		}
		open = append([]factcheck.ClaimID{id}, open...)
	}
	for _, tt := range []struct {
		view, words string
		want        []factcheck.ClaimID
	}{
		{"open", "CITY", open},
		{"open", "planted street", open},
		{"open", "003", []factcheck.ClaimID{open[8]}},
		{"open", "003 or 007", []factcheck.ClaimID{open[4], open[8]}},
		{"open", `"city planted" -003`, slices.Delete(slices.Clone(open), 8, 9)},
		{"open", "village", nil},
		{"open", "!", nil},
		{"approved", "city", nil},
		{"mine", "city", []factcheck.ClaimID{open[3], open[7], open[11]}},
		{"mine", "004", []factcheck.ClaimID{open[7]}},
		{"unassigned", "city", []factcheck.ClaimID{open[2], open[6], open[10]}},
		{"unassigned", "004", nil},
		{"all", "004", []factcheck.ClaimID{open[7]}},
	} {
		for _, limit := range []int{1, 2, 5, 100} {
			var got []factcheck.ClaimID
			for before := factcheck.ClaimID(0); ; {
				page, err := n.Queue(n.ctx(), n.editor2, QueueFilter{View: tt.view, Words: tt.words, Before: before, Limit: limit})
				n.must(err)
				for _, row := range page.Rows {
					if row.Status != factcheck.Candidate {
						got = append(got, row.ID)
					}
				}
				if before = page.Next; before == 0 {
					break
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s with %q, %d a page (-want +got):\n%s", tt.view, tt.words, limit, diff)
			}
		}
	}
}

func TestNext(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	next := func(who factcheck.Actor) factcheck.ClaimID {
		t.Helper()
		found, err := n.NextForMe(n.ctx(), who)
		n.must(err)
		if found.ToReview {
			t.Errorf("%d is to be reviewed by %s", found.Claim, who.Name)
		}
		return found.Claim
	}
	candidate := n.candidate(article, "The bridge is closed", nil)
	if bench, err := n.Workbench(n.ctx(), n.editor, article, 0); err != nil || bench.Current == nil || bench.Current.Claim.Status != factcheck.Candidate {
		t.Errorf("the workbench does not open at what nobody has looked at: %v", err)
	}
	unassigned := n.propose(article, "40,000 people")
	n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(unassigned), 0))
	if got := next(n.editor); got != unassigned {
		t.Errorf("next is %d, want %d, which nobody has", got, unassigned)
	}
	begun := n.propose(article, "It is not safe")
	if got := next(n.editor); got != begun {
		t.Errorf("next is %d, want %d, which is begun", got, begun)
	}
	if got := next(n.editor2); got != unassigned {
		t.Errorf("next of another is %d, want %d, which nobody has", got, unassigned)
	}
	back := n.returned(article, "It will cost $12 million", "When?")
	if got := next(n.editor); got != back {
		t.Errorf("next is %d, want %d, which came back", got, back)
	}
	first := n.inReview(article, "The old bridge was built in 1931")
	if got, err := n.NextForMe(n.ctx(), n.reviewer); err != nil || got != (Next{Claim: first, ToReview: true}) {
		t.Errorf("next of a reviewer is %+v, %v; want %d, which waits for review", got, err, first)
	}
	n.must(n.WithdrawClaim(n.ctx(), by(n.editor), n.on(first)))
	n.must(n.ChangeStatement(n.ctx(), by(n.reviewer), n.on(first), Statement{Text: "It is from 1931.", Type: factcheck.TypeEvent}))
	n.must(n.SubmitClaim(n.ctx(), by(n.editor), n.on(first)))
	if got := next(n.reviewer); got == first {
		t.Error("a reviewer is sent to what they wrote")
	}
	second := n.inReview(article, "the mayor said on Monday")
	page, err := n.Review(n.ctx(), n.reviewer2, first)
	n.must(err)
	if page.Next != second || page.Waiting != 2 || page.Claim.ID != first {
		t.Errorf("review of %d: next %d, waiting %d, want %d and 2", page.Claim.ID, page.Next, page.Waiting, second)
	}
	if got, err := n.NextToReview(n.ctx(), n.reviewer2, second); err != nil || got != 0 {
		t.Errorf("after the last waits %d, %v", got, err)
	}
	n.must(n.AcceptClaim(n.ctx(), by(n.editor), n.on(candidate)))
	if got, err := n.Workbench(n.ctx(), n.viewer, article, 1<<40); errs.KindOf(err) != errs.NotFound {
		t.Errorf("the workbench shows %+v for a claim there is not", got.Current)
	}
}

// TestCounters: after any operations the counters are what counting would give. One desk lives
// through all of rapid's runs, since what they leave behind is where trouble would show.
func TestCounters(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	first, second := n.article(numbers(30)), n.article(numbers(30))
	people := []factcheck.Actor{n.editor, n.editor2, n.reviewer, n.reviewer2, n.admin}
	var ids []factcheck.ClaimID
	proposed := 0
	rapid.Check(t, func(r *rapid.T) {
		who := rapid.SampledFrom(people).Draw(r, "who")
		if len(ids) == 0 || (proposed < 30 && rapid.IntRange(0, 5).Draw(r, "propose") == 0) {
			article := rapid.SampledFrom([]factcheck.ArticleID{first, second}).Draw(r, "article")
			if rapid.Bool().Draw(r, "splitter") {
				ids = append(ids, n.candidate(article, street(proposed), nil))
			} else {
				ids = append(ids, n.ready(article, street(proposed)))
			}
			proposed++
		} else {
			n.anything(r, who, rapid.SampledFrom(ids).Draw(r, "claim"))
		}
		n.wantCounters(r, who)
	})
}

// anything does something to the claim, whether or not it may be done.
func (n *newsroom) anything(r *rapid.T, who factcheck.Actor, id factcheck.ClaimID) {
	on, cmd := n.on(id), by(who)
	moves := []func() error{
		func() error { return n.AcceptClaim(n.ctx(), cmd, on) },
		func() error { return n.DeclineClaim(n.ctx(), cmd, on, Decline{Reason: factcheck.Prediction}) },
		func() error { return n.ReopenClaim(n.ctx(), cmd, on) },
		func() error { return n.SubmitClaim(n.ctx(), cmd, on) },
		func() error { return n.SubmitClaim(n.ctx(), cmd, on) },
		func() error { return n.WithdrawClaim(n.ctx(), cmd, on) },
		func() error { return n.Approve(n.ctx(), cmd, n.seen(id)) },
		func() error { return n.RequestChanges(n.ctx(), cmd, n.seen(id), asking("Why?")) },
		func() error { return n.EditApproved(n.ctx(), cmd, on) },
		func() error { return n.AssignClaim(n.ctx(), cmd, on, who.Account) },
		func() error { return n.AssignClaim(n.ctx(), cmd, on, 0) },
		func() error {
			return n.ChangeStatement(n.ctx(), cmd, on, Statement{Text: "Trees.", Type: factcheck.TypeEvent})
		},
	}
	err := moves[rapid.IntRange(0, len(moves)-1).Draw(r, "move")]()
	switch errs.KindOf(err) {
	case errs.Forbidden, errs.Stale, errs.Unmet:
	default:
		if err != nil {
			r.Fatalf("%v", err)
		}
	}
}

func (n *newsroom) wantCounters(r *rapid.T, who factcheck.Actor) {
	page, err := n.Queue(n.ctx(), who, QueueFilter{View: "all", Limit: 1000})
	if err != nil {
		r.Fatal(err)
	}
	want := map[string]int{"mine": 0, "unassigned": 0}
	for _, row := range page.Rows {
		want[string(row.Status)]++
		want["all"]++
		if row.Status != factcheck.Open && row.Status != factcheck.ChangesRequested {
			continue
		}
		if row.AssigneeID == nil {
			want["unassigned"]++
		} else if *row.AssigneeID == who.Account {
			want["mine"]++
		}
	}
	if diff := cmp.Diff(want, page.Counts); diff != "" {
		r.Fatalf("counters (-counted +kept):\n%s", diff)
	}
	for _, view := range append(statusViews(), "mine", "unassigned", "all") {
		list, err := n.Queue(n.ctx(), who, QueueFilter{View: view, Limit: 1000})
		if err != nil || len(list.Rows) != want[view] {
			r.Fatalf("%s lists %d, %v, want %d", view, len(list.Rows), err, want[view])
		}
	}
	if drift := n.drift(); drift != 0 {
		r.Fatalf("%d counters of articles are wrong", drift)
	}
}

func statusViews() []string {
	var list []string
	for _, s := range factcheck.Statuses() {
		list = append(list, string(s))
	}
	return list
}

// drift counts the counters of articles that are not what counting gives.
func (n *newsroom) drift() int {
	n.t.Helper()
	return one[int](n.t, n.db, `
select count(*) from (select article_id, status, n from article_claim_count where desk_id = $1 and n <> 0) kept
  full join (select article_id, status, count(*) as n from claim
               where desk_id = $1 and decline_reason is distinct from 'undone' group by 1, 2) counted
 using (article_id, status) where kept.n is distinct from counted.n`, n.desk.ID)
}

// one runs a query that returns one value.
func one[T any](t *testing.T, db *postgres.DB, sql string, args ...any) T {
	t.Helper()
	var v T
	b := &pgx.Batch{}
	b.Queue(sql, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&v) })
	if err := db.Batch(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestLists(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	var articles []factcheck.ArticleID
	for range 5 {
		articles = append([]factcheck.ArticleID{n.article(bridge)}, articles...)
	}
	id := n.ready(articles[0], "It is not safe")
	for i := range 5 {
		n.must(n.AddEvidence(ctx, by(n.editor), n.on(id), evidence(fmt.Sprintf("https://example.org/%d", i%4), factcheck.Secondary, factcheck.Refutes)))
	}
	var got []factcheck.ArticleID
	for before := factcheck.ArticleID(0); ; {
		page, err := n.Articles(ctx, n.viewer, before, 2)
		n.must(err)
		for _, a := range page.Articles {
			got = append(got, a.ID)
		}
		if before = page.Next; before == 0 {
			break
		}
	}
	if diff := cmp.Diff(articles, got); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	page, err := n.Articles(ctx, n.viewer, 0, 1)
	n.must(err)
	if page.Articles[0].Counts[factcheck.Open] != 1 {
		t.Errorf("counts of the newest article: %v", page.Articles[0].Counts)
	}

	library, err := n.Sources(ctx, n.viewer, "", 0, 3)
	n.must(err)
	if len(library.Sources) != 3 || library.Next != library.Sources[2].ID {
		t.Fatalf("the library's first page: %+v", library)
	}
	rest, err := n.Sources(ctx, n.viewer, " ", library.Next, 3)
	n.must(err)
	if len(rest.Sources) != 1 || rest.Next != 0 || rest.Sources[0].Uses != 2 {
		t.Errorf("the library's last page: %+v, want the source that is used twice", rest)
	}
	found, err := n.Sources(ctx, n.viewer, "EXAMPLE.org/2", 0, 3)
	n.must(err)
	if len(found.Sources) != 1 || found.Sources[0].URL != "https://example.org/2" {
		t.Errorf("found %+v", found)
	}
	source, err := n.Source(ctx, n.viewer, found.Sources[0].ID)
	n.must(err)
	if len(source.Uses) != 1 || source.Uses[0].ClaimID != id || source.Uses[0].Stance != "refutes" {
		t.Errorf("uses %+v", source.Uses)
	}
	claimant, err := n.Claimant(ctx, n.viewer, n.claim(id).Attribution.Claimant)
	n.must(err)
	if claimant.Claimant.Name != "The mayor" || !slices.ContainsFunc(claimant.Claims, func(u postgres.Use) bool { return u.ClaimID == id }) {
		t.Errorf("claimant %+v", claimant)
	}
}
