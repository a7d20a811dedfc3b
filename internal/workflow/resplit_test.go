package workflow

import (
	"slices"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
)

// oldRules are those of a splitter that is gone.
const oldRules = "rules-of-old"

// oldArticle is an article that was split by other rules, which found these claims and nothing else.
func (n *newsroom) oldArticle(text string, claims ...factcheck.Claim) factcheck.ArticleID {
	n.t.Helper()
	var id factcheck.ArticleID
	cmd := by(n.editor)
	n.must(n.db.Tx(n.ctx(), int64(n.editor.Account), func(tx *postgres.DB) error {
		var err error
		if id, err = tx.InsertArticle(n.ctx(), n.desk.ID, factcheck.Article{
			Title: "An old article", Language: "en", CreatedBy: factcheck.Person{ID: n.editor.Account},
		}, factcheck.ArticleVersion{Text: text, Origin: factcheck.Paste}); err != nil {
			return err
		}
		of := postgres.SplittingOf{Desk: n.desk.ID, Article: id, Version: 1, Number: 1}
		whole := []factcheck.Sentence{{Span: textspan.Span{End: len([]rune(text))}, Class: factcheck.ClassClaim}}
		if err := tx.InsertSplitting(n.ctx(), of, factcheck.Splitting{
			Splitter: oldRules, Language: "en", Supported: true, MadeBy: factcheck.Person{ID: n.editor.Account},
		}, whole); err != nil {
			return err
		}
		found := make([]proposal, len(claims))
		for i, c := range claims {
			c.Origin = factcheck.BySplitter
			found[i] = proposal{claim: c, suggestion: factcheck.Suggestion{Spans: spansOf(c.Spans), Type: c.Type, Statement: c.Statement}}
		}
		suggestions, err := propose(n.ctx(), tx, cmd, of, found)
		if err != nil {
			return err
		}
		if err := tx.InsertSuggestions(n.ctx(), of, suggestions); err != nil {
			return err
		}
		return tx.RecordEvent(n.ctx(), n.desk.ID, postgres.NewEvent{Action: "article.imported", Subject: "article", ID: int64(id)})
	}))
	return id
}

// found are the claims that the newest rules find in a text.
func (n *newsroom) found(text string) []factcheck.Claim {
	n.t.Helper()
	list, err := proposals(text, splitter.Split(splitter.Article{Text: text, Language: "en"}))
	n.must(err)
	claims := make([]factcheck.Claim, len(list))
	for i := range list {
		claims[i] = list[i].claim
	}
	return claims
}

// words makes a claim of words of a text, as no rules would.
func (n *newsroom) words(text, quote string) factcheck.Claim {
	n.t.Helper()
	quotes, err := anchor(text, nil, quote, 1)
	n.must(err)
	return factcheck.Claim{Type: factcheck.TypeEvent, Statement: quote, Spans: quotes}
}

// again splits the article again and returns what became of it.
func (n *newsroom) again(article factcheck.ArticleID) ResplitCounts {
	n.t.Helper()
	preview, err := n.PreviewResplit(n.ctx(), n.editor, article)
	n.must(err)
	got, err := n.ResplitArticle(n.ctx(), by(n.editor), ResplitArticle{Article: article, Splitting: preview.From.Number, Splitter: preview.Splitter})
	n.must(err)
	if diff := cmp.Diff(preview.Counts(), got); diff != "" {
		n.t.Errorf("what was done is not what was shown (-shown +done):\n%s", diff)
	}
	return got
}

// age makes the article's newest splitting one of the old rules.
func (n *newsroom) age(article factcheck.ArticleID) {
	n.t.Helper()
	owner := pgtest.OwnerConn(n.t, n.db)
	_, err := owner.Exec(n.ctx(), "set session_replication_role = replica")
	n.must(err)
	_, err = owner.Exec(n.ctx(), "update splitting set splitter = $1 where article_id = $2", oldRules, article)
	n.must(err)
}

// claimsOf are the article's claims in the order of the text.
func (n *newsroom) claimsOf(article factcheck.ArticleID) []factcheck.Claim {
	n.t.Helper()
	list, err := n.db.ClaimsOfArticle(n.ctx(), n.desk.ID, article, 1)
	n.must(err)
	return list
}

func (n *newsroom) onWords(article factcheck.ArticleID, c factcheck.Claim) factcheck.ClaimID {
	n.t.Helper()
	for _, have := range n.claimsOf(article) {
		if factcheck.SameSpans(have.Spans, c.Spans) && have.Origin == factcheck.BySplitter {
			return have.ID
		}
	}
	n.t.Fatalf("there is no claim on %q", c.Quoted())
	return 0
}

// TestResplit: what the splitter proposed and nobody touched is renewed, kept or superseded; what people decided about,
// in whatever way, stays as it is, and nothing is proposed on its words again.
func TestResplit(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	text := numbers(12)
	found := n.found(text)
	if len(found) < 10 {
		t.Fatalf("only %d claims are found", len(found))
	}
	reworded := found[1]
	reworded.Statement = "Some trees."
	gone := n.words(text, "street 002 the city")
	edited, declined, reopened, held, cut := n.words(text, "city planted 011"), found[3], found[4], found[5], found[7]
	article := n.oldArticle(text, found[0], reworded, gone, edited, declined, reopened, held, cut)
	approved := n.approved(article, found[6].Quoted())
	n.must(n.ChangeStatement(n.ctx(), by(n.editor), n.on(n.onWords(article, edited)), Statement{Text: "Mine.", Type: factcheck.TypeEvent}))
	n.must(n.DeclineClaim(n.ctx(), by(n.editor), n.on(n.onWords(article, declined)), Decline{Reason: factcheck.OutOfScope}))
	n.must(n.DeclineClaim(n.ctx(), by(n.editor), n.on(n.onWords(article, reopened)), Decline{Reason: factcheck.OutOfScope}))
	n.must(n.ReopenClaim(n.ctx(), by(n.editor), n.on(n.onWords(article, reopened))))
	n.must(n.AssignClaim(n.ctx(), by(n.editor), n.on(n.onWords(article, held)), n.editor2.Account))
	shortened := n.onWords(article, cut)
	n.must(n.MoveSpan(n.ctx(), by(n.editor), n.on(shortened), 1, span(t, text, "city planted 007")))
	before := map[factcheck.ClaimID]factcheck.Claim{}
	for _, c := range n.claimsOf(article) {
		before[c.ID] = n.claim(c.ID)
	}

	want := ResplitCounts{Added: len(found) - 7, Renewed: 1, Kept: 1, Superseded: 1, Decided: 6}
	if diff := cmp.Diff(want, n.again(article)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for _, id := range []factcheck.ClaimID{
		n.onWords(article, found[0]), n.onWords(article, edited), n.onWords(article, declined), n.onWords(article, reopened), n.onWords(article, held), approved, shortened,
	} {
		if diff := cmp.Diff(before[id], n.claim(id)); diff != "" {
			t.Errorf("a claim that was to stay (-before +after):\n%s", diff)
		}
	}
	renewed := n.claim(n.onWords(article, reworded))
	if renewed.Statement != found[1].Statement || renewed.Status != factcheck.Candidate || len(renewed.Contributors) > 0 {
		t.Errorf("renewed: %q, %s, by %v", renewed.Statement, renewed.Status, names(renewed.Contributors))
	}
	old := n.wantStatus(n.onWords(article, gone), factcheck.Declined)
	if old.DeclineReason != factcheck.Superseded || len(old.Contributors) > 0 {
		t.Errorf("superseded: %s, by %v", old.DeclineReason, names(old.Contributors))
	}
	bench, err := n.Workbench(n.ctx(), n.viewer, article, 0)
	n.must(err)
	if bench.Splitting.Number != 2 || bench.Splitting.Splitter != splitter.Version || bench.Outdated || len(bench.Sentences) != 12 {
		t.Errorf("splitting %d by %s, with %d sentences", bench.Splitting.Number, bench.Splitting.Splitter, len(bench.Sentences))
	}
	if outcomes := one[[]string](t, n.db, "select array_agg(outcome order by ordinal) from suggestion where article_id = $1 and splitting = 2", article); len(outcomes) != len(found) ||
		!slices.Equal(outcomes[:8], []string{"kept", "kept", "added", "covered", "covered", "covered", "covered", "covered"}) {
		t.Errorf("outcomes %v", outcomes)
	}
	actions := n.actions()
	wantEvents := []string{"claim.renewed by editor", "claim.superseded by editor", "article.resplit by editor"}
	if got := actions[len(actions)-3:]; !slices.Equal(got, wantEvents) || n.drift() != 0 {
		t.Errorf("events %v", got)
	}
	n.resplitComesBack(article, old, renewed)
}

// resplitComesBack: what a splitting did can be undone by people, and by another splitting where nobody has.
func (n *newsroom) resplitComesBack(article factcheck.ArticleID, superseded, renewed factcheck.Claim) {
	n.t.Helper()
	n.must(n.ReopenClaim(n.ctx(), by(n.editor2), n.on(superseded.ID)))
	n.age(article)
	if got := n.again(article); got.Superseded != 0 || got.Added != 0 || got.Renewed != 0 || got.Decided != 7 {
		n.t.Errorf("once more, after a person reopened what was superseded: %+v", got)
	}
	n.wantStatus(superseded.ID, factcheck.Candidate)
	if c := n.claim(renewed.ID); c.Revision != renewed.Revision {
		n.t.Errorf("what is as it is found was written again, at revision %d", c.Revision)
	}
	n.must(n.AcceptClaim(n.ctx(), by(n.editor), n.on(renewed.ID)))
	n.wantStatus(renewed.ID, factcheck.Open)
}

// TestResplit_FoundAgain: what one splitting no longer found and the next one does comes back, and is nobody's work.
func TestResplit_FoundAgain(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	text := numbers(3)
	found := n.found(text)
	article := n.oldArticle(text, found[0])
	id := n.onWords(article, found[0])
	n.must(n.db.Tx(n.ctx(), int64(n.editor.Account), func(tx *postgres.DB) error { // rules that find nothing
		of := postgres.SplittingOf{Desk: n.desk.ID, Article: article, Version: 1, Number: 2}
		err := tx.InsertSplitting(n.ctx(), of, factcheck.Splitting{Splitter: oldRules, Language: "en", MadeBy: factcheck.Person{ID: n.editor.Account}}, nil)
		if err != nil {
			return err
		}
		there, err := tx.SplitClaims(n.ctx(), n.desk.ID, article, 1)
		if err != nil {
			return err
		}
		plan := planResplit(there, nil)
		return plan.apply(n.ctx(), tx, by(n.editor), of, factcheck.Splitting{}, n.clock.Now())
	}))
	n.wantStatus(id, factcheck.Declined)
	if got := n.again(article); got.Renewed != 1 || got.Added != len(found)-1 || got.Decided != 0 {
		t.Errorf("found again: %+v", got)
	}
	if c := n.wantStatus(id, factcheck.Candidate); len(c.Contributors) > 0 || c.DeclineReason != "" {
		t.Errorf("%q by %v", c.DeclineReason, names(c.Contributors))
	}
}

func TestResplit_Refused(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article, fresh := n.oldArticle(numbers(3)), n.article(numbers(3))
	try := func(who factcheck.Actor, in ResplitArticle) error {
		_, err := n.ResplitArticle(n.ctx(), by(who), in)
		return err
	}
	now := splitter.Version
	for _, tt := range []struct {
		what string
		who  factcheck.Actor
		in   ResplitArticle
		kind errs.Kind
		rule string
	}{
		{"a viewer", n.viewer, ResplitArticle{article, 1, now}, errs.Forbidden, "role"},
		{"a viewer who says otherwise", as(n.viewer, factcheck.Editor), ResplitArticle{article, 1, now}, errs.Forbidden, "role"},
		{"another splitting", n.editor, ResplitArticle{article, 2, now}, errs.Stale, "stale"},
		{"none", n.editor, ResplitArticle{article, 0, now}, errs.Stale, "stale"},
		{"other rules", n.editor, ResplitArticle{article, 1, oldRules}, errs.Stale, "splitter"},
		{"the newest already", n.editor, ResplitArticle{fresh, 1, now}, errs.Unmet, "splitter"},
	} {
		wantRefusal(t, tt.what, try(tt.who, tt.in), tt.kind, tt.rule)
	}
	wantKind(t, "no article", try(n.editor, ResplitArticle{1 << 40, 1, now}), errs.NotFound)
	_, err := n.PreviewResplit(n.ctx(), n.viewer, article)
	wantRefusal(t, "a viewer looks", err, errs.Forbidden, "role")
	_, err = n.PreviewResplit(n.ctx(), n.editor, 1<<40)
	wantKind(t, "a look at no article", err, errs.NotFound)
	id := n.propose(fresh, street(1))
	wantRefusal(t, "superseded by a person", n.DeclineClaim(n.ctx(), by(n.editor), n.on(id), Decline{Reason: factcheck.Superseded}), errs.Invalid, "reason")
	if got := one[int](t, n.db, "select count(*) from splitting where number > 1"); got != 0 {
		t.Errorf("%d splittings were made", got)
	}
}

// TestResplit_Races: two split at once, and one splits while another decides.
func TestResplit_Races(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	ctx := n.ctx()
	text := numbers(4)
	found := n.found(text)
	gone := n.words(text, "street 002 the city")
	for range rounds {
		article := n.oldArticle(text, found[0], gone)
		in := ResplitArticle{article, 1, splitter.Version}
		split := func(who factcheck.Actor) func() error {
			return func() error { _, err := n.ResplitArticle(ctx, by(who), in); return err }
		}
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, atOnce(split(n.editor), split(n.editor2))); diff != "" {
			t.Errorf("two split at once (-want +got):\n%s", diff)
		}
		if got := one[int](t, n.db, "select count(*) from claim where article_id = $1", article); got != len(found)+1 {
			t.Errorf("%d claims, want %d", got, len(found)+1)
		}

		article = n.oldArticle(text, found[0], gone)
		in.Article = article
		on := n.on(n.onWords(article, gone))
		accepted := make(chan error, 1)
		kinds := atOnce(split(n.editor), func() error {
			err := n.AcceptClaim(ctx, by(n.editor2), on)
			accepted <- err
			return err
		})
		c := n.claim(on.Claim)
		if err := <-accepted; err == nil && c.Status != factcheck.Open || err != nil && (errs.KindOf(err) != errs.Stale || !c.Superseded()) || kinds["ok"] == 0 {
			t.Errorf("one splits, another accepts: %v; the claim is %s, %v", kinds, c.Status, err)
		}

		article = n.oldArticle(text, found[0])
		in.Article = article
		kinds = atOnce(split(n.editor), func() error {
			return n.tryPropose(n.editor2, ProposeClaim{Article: article, Version: 1, Spans: spansOf(found[1].Spans), Type: factcheck.TypeEvent})
		})
		if diff := cmp.Diff(map[string]int{"ok": 2}, kinds); diff != "" {
			t.Errorf("one splits, another marks the same words (-want +got):\n%s", diff)
		}
		if got := one[int](t, n.db, "select count(*) from claim where article_id = $1", article); got != len(found) {
			t.Errorf("%d claims of %d places", got, len(found))
		}
	}
	cmd := Command{Actor: n.editor, Key: "one-form-only"}
	in := ResplitArticle{n.oldArticle(text), 1, splitter.Version}
	once := func() error { _, err := n.ResplitArticle(ctx, cmd, in); return err }
	if diff := cmp.Diff(map[string]int{"ok": 3}, atOnce(once, once, once)); diff != "" {
		t.Errorf("one form three times (-want +got):\n%s", diff)
	}
	if n.drift() != 0 {
		t.Error("counters are wrong")
	}
}

// TestPlanResplit_SameWords: of several claims on the same words people's own comes first, and no candidate is forgotten.
func TestPlanResplit_SameWords(t *testing.T) {
	t.Parallel()
	words := []factcheck.Quote{{Span: textspan.Span{Start: 0, End: 9}}}
	claim := func(id factcheck.ClaimID, status factcheck.Status, origin factcheck.Hand) factcheck.Claim {
		c := factcheck.Claim{ID: id, Status: status, Origin: origin, Version: 1, Revision: 1, Spans: words}
		if status == factcheck.Declined {
			c.DeclineReason = factcheck.Superseded
		}
		return c
	}
	found := []proposal{{claim: factcheck.Claim{Spans: words}, suggestion: factcheck.Suggestion{Spans: spansOf(words)}}}
	superseded, candidate := claim(1, factcheck.Declined, factcheck.BySplitter), claim(2, factcheck.Candidate, factcheck.BySplitter)
	mine := claim(3, factcheck.Open, factcheck.ByEditor)
	for name, tt := range map[string]struct {
		there []factcheck.Claim
		found []proposal
		want  ResplitCounts
	}{
		"superseded, and an editor's own": {[]factcheck.Claim{superseded, mine}, found, ResplitCounts{Decided: 1}},
		"superseded alone":                {[]factcheck.Claim{superseded}, found, ResplitCounts{Renewed: 1}},
		"a candidate and a superseded":    {[]factcheck.Claim{superseded, candidate}, found, ResplitCounts{Kept: 1}},
		"two candidates, one found":       {[]factcheck.Claim{candidate, claim(4, factcheck.Candidate, factcheck.BySplitter)}, found, ResplitCounts{Kept: 1, Superseded: 1}},
		"two candidates, none found":      {[]factcheck.Claim{candidate, claim(4, factcheck.Candidate, factcheck.BySplitter)}, nil, ResplitCounts{Superseded: 2}},
	} {
		plan := planResplit(postgres.SplitClaims{Claims: tt.there}, tt.found)
		if got := plan.counts(); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}
