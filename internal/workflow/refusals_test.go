package workflow

import (
	"fmt"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/textspan"
)

// TestRefusals: each thing that may not be done is refused in words, with the rule behind it.
func TestRefusals(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx, article := n.ctx(), n.article(bridge)
	candidate := n.candidate(article, "The bridge is closed", nil)
	open := n.propose(article, "40,000 people must take the ferry")
	ready := n.ready(article, "It is not safe")
	inReview := n.inReview(article, "It will cost $12 million")
	approved := n.approved(article, "The old bridge was built in 1931")
	nobody := factcheck.ClaimID(1 << 40)
	statement := Statement{Text: "It is so.", Type: factcheck.TypeEvent}
	long := strings.Repeat("ä", 2001)
	submit := func(who factcheck.Actor, id factcheck.ClaimID) error { return n.SubmitClaim(ctx, by(who), n.on(id)) }

	for what, tc := range map[string]struct {
		err  error
		kind errs.Kind
		rule string // or field
	}{
		"viewer proposes":   {n.tryPropose(n.viewer, ProposeClaim{Article: article, Version: 1, Quote: "It", Occurrence: 1, Type: "event"}), errs.Forbidden, "role"},
		"viewer accepts":    {n.AcceptClaim(ctx, by(n.viewer), n.on(candidate)), errs.Forbidden, "role"},
		"viewer writes":     {n.ChangeStatement(ctx, by(n.viewer), n.on(open), statement), errs.Forbidden, "role"},
		"viewer assigns":    {n.AssignClaim(ctx, by(n.viewer), n.on(open), n.viewer.Account), errs.Forbidden, "role"},
		"viewer imports":    {n.tryImport(n.viewer, ImportArticle{Text: "A.", Title: "B"}), errs.Forbidden, "role"},
		"editor approves":   {n.Approve(ctx, by(n.editor2), n.seen(inReview)), errs.Forbidden, "role"},
		"editor returns":    {n.RequestChanges(ctx, by(n.editor2), n.seen(inReview), asking("Why?")), errs.Forbidden, "role"},
		"claims to be more": {n.AcceptClaim(ctx, by(as(n.viewer, factcheck.Admin)), n.on(candidate)), errs.Forbidden, "role"},
		"no revision":       {n.AcceptClaim(ctx, by(n.editor), On{Claim: candidate}), errs.Invalid, "revision"},
		"an old revision":   {n.ChangeStatement(ctx, by(n.editor), On{Claim: open, Revision: 1}, statement), errs.Stale, "stale"},
		"an accepted claim": {n.AcceptClaim(ctx, by(n.editor), n.on(open)), errs.Stale, "status"},
		"reopen an open":    {n.ReopenClaim(ctx, by(n.editor), n.on(open)), errs.Stale, "status"},
		"submit unready":    {submit(n.editor, open), errs.Unmet, "attribution"},
		"submit candidate":  {submit(n.editor, candidate), errs.Stale, "status"},
		"write in review":   {n.ChangeStatement(ctx, by(n.editor), n.on(inReview), statement), errs.Stale, "status"},
		"write approved":    {n.ChangeStatement(ctx, by(n.editor), n.on(approved), statement), errs.Stale, "status"},
		"decline approved":  {n.DeclineClaim(ctx, by(n.editor), n.on(approved), Decline{Reason: factcheck.Prediction}), errs.Stale, "status"},
		"others withdraw":   {n.WithdrawClaim(ctx, by(n.editor2), n.on(inReview)), errs.Forbidden, "withdraw"},
		"edit what is open": {n.EditApproved(ctx, by(n.editor), n.on(open)), errs.Stale, "status"},
		"approve an open":   {n.Approve(ctx, by(n.reviewer), n.seen(ready)), errs.Stale, "status"},
		"another content":   {n.Approve(ctx, by(n.reviewer), Decision{Claim: inReview, ContentHash: n.claim(open).ContentHash}), errs.Stale, "content_changed"},
		"no content":        {n.Approve(ctx, by(n.reviewer), Decision{Claim: inReview}), errs.Stale, "content_changed"},
		"no reason":         {n.DeclineClaim(ctx, by(n.editor), n.on(open), Decline{}), errs.Invalid, "reason"},
		"own reason":        {n.DeclineClaim(ctx, by(n.editor), n.on(open), Decline{Reason: "dull"}), errs.Invalid, "reason"},
		"duplicate of none": {n.DeclineClaim(ctx, by(n.editor), n.on(open), Decline{Reason: factcheck.DuplicateClaim}), errs.Invalid, "duplicate_of"},
		"duplicate of self": {n.DeclineClaim(ctx, by(n.editor), n.on(open), Decline{Reason: factcheck.DuplicateClaim, DuplicateOf: open}), errs.Invalid, "duplicate_of"},
		"duplicate of air":  {n.DeclineClaim(ctx, by(n.editor), n.on(open), Decline{Reason: factcheck.DuplicateClaim, DuplicateOf: nobody}), errs.Invalid, "duplicate_of"},
		"assign to viewer":  {n.AssignClaim(ctx, by(n.editor), n.on(open), n.viewer.Account), errs.Invalid, "assignee"},
		"assign to nobody":  {n.AssignClaim(ctx, by(n.editor), n.on(open), 1<<40), errs.Invalid, "assignee"},
		"no statement":      {n.ChangeStatement(ctx, by(n.editor), n.on(open), Statement{Text: " ", Type: "event"}), errs.Invalid, "statement"},
		"long statement":    {n.ChangeStatement(ctx, by(n.editor), n.on(open), Statement{Text: long, Type: "event"}), errs.Invalid, "statement"},
		"no type":           {n.ChangeStatement(ctx, by(n.editor), n.on(open), Statement{Text: "A."}), errs.Invalid, "type"},
		"no speaker":        {n.Attribute(ctx, by(n.editor), n.on(open), factcheck.Attribution{Speaker: " \t"}), errs.Invalid, "speaker"},
		"long speaker":      {n.Attribute(ctx, by(n.editor), n.on(open), factcheck.Attribution{Speaker: long}), errs.Invalid, "speaker"},
		"odd kind":          {n.Attribute(ctx, by(n.editor), n.on(open), factcheck.Attribution{Speaker: "A", Kind: "robot"}), errs.Invalid, "kind"},
		"no source":         {n.AddEvidence(ctx, by(n.editor), n.on(open), NewEvidence{Tier: "primary", Stance: "supports"}), errs.Invalid, "url"},
		"a bad source":      {n.AddEvidence(ctx, by(n.editor), n.on(open), evidence("javascript:alert(1)", "primary", "supports")), errs.Invalid, "url"},
		"no tier":           {n.AddEvidence(ctx, by(n.editor), n.on(open), evidence("https://a.example/", "", "supports")), errs.Invalid, "tier"},
		"no stance":         {n.AddEvidence(ctx, by(n.editor), n.on(open), evidence("https://a.example/", "primary", "")), errs.Invalid, "stance"},
		"long evidence":     {n.AddEvidence(ctx, by(n.editor), n.on(open), NewEvidence{Source: factcheck.Source{Citation: "A"}, Tier: "primary", Stance: "supports", Note: long}), errs.Invalid, "evidence_lengths"},
		"a rating not ours": {n.Judge(ctx, by(n.editor), n.on(open), Judgement{Rating: 1 << 40, Rationale: "A."}), errs.Invalid, "rating"},
		"a long rationale":  {n.Judge(ctx, by(n.editor), n.on(open), Judgement{Rationale: strings.Repeat("a", 10001)}), errs.Invalid, "verdict_lengths"},
		"the last piece":    {n.RemoveSpan(ctx, by(n.editor), n.on(open), 1), errs.Unmet, "quote"},
		"no such view":      {queueErr(n.Queue(ctx, n.editor, QueueFilter{View: "late", Limit: 10})), errs.Invalid, "view"},
		"a short key":       {n.AcceptClaim(ctx, Command{Actor: n.editor, Key: "short"}, n.on(candidate)), errs.Invalid, "key"},
		"no text":           {n.tryImport(n.editor, ImportArticle{Text: " \n", Title: "A"}), errs.Invalid, "text"},
		"no title":          {n.tryImport(n.editor, ImportArticle{Text: "A.", Title: " "}), errs.Invalid, "title"},
		"too much text":     {n.tryImport(n.editor, ImportArticle{Text: strings.Repeat("a", factcheck.MaxArticleBytes+1), Title: "A"}), errs.TooLarge, "size"},
	} {
		wantRefusal(t, what, tc.err, tc.kind, tc.rule)
	}
	for what, err := range map[string]error{
		"a claim not there":    n.AcceptClaim(ctx, by(n.editor), On{Claim: nobody, Revision: 1}),
		"approve not there":    n.Approve(ctx, by(n.reviewer), Decision{Claim: nobody}),
		"evidence not there":   n.RemoveEvidence(ctx, by(n.editor), n.on(open), 1<<40),
		"change not there":     n.ChangeEvidence(ctx, by(n.editor), n.on(open), factcheck.Evidence{ID: 1 << 40, Tier: "primary", Stance: "supports"}),
		"source not there":     n.AddEvidence(ctx, by(n.editor), n.on(open), NewEvidence{Source: factcheck.Source{ID: 1 << 40}, Tier: "primary", Stance: "supports"}),
		"a piece not there":    n.RemoveSpan(ctx, by(n.editor), n.on(open), 2),
		"piece zero":           n.MoveSpan(ctx, by(n.editor), n.on(open), 0, textspan.Span{Start: 0, End: 3}),
		"an article not there": n.tryPropose(n.editor, ProposeClaim{Article: 1 << 40, Version: 1, Quote: "A", Type: "event"}),
		"a version not there":  n.tryPropose(n.editor, ProposeClaim{Article: article, Version: 2, Quote: "A", Type: "event"}),
	} {
		wantKind(t, what, err, errs.NotFound)
	}
	for id, want := range map[factcheck.ClaimID]factcheck.Status{
		candidate: factcheck.Candidate, open: factcheck.Open, ready: factcheck.Open, inReview: factcheck.InReview, approved: factcheck.Approved,
	} {
		n.wantStatus(id, want)
	}
}

// as is the actor as they would like to be.
func as(who factcheck.Actor, role factcheck.Role) factcheck.Actor {
	who.Role = role
	return who
}

func evidence(url string, tier factcheck.Tier, stance factcheck.Stance) NewEvidence {
	return NewEvidence{Source: factcheck.Source{URL: url}, Tier: tier, Stance: stance}
}

func (n *newsroom) tryPropose(who factcheck.Actor, in ProposeClaim) error {
	_, err := n.ProposeClaim(n.ctx(), by(who), in)
	return err
}

func (n *newsroom) tryImport(who factcheck.Actor, in ImportArticle) error {
	in.Origin, in.Language = factcheck.Paste, "en"
	_, err := n.ImportArticle(n.ctx(), by(who), in)
	return err
}

func queueErr(_ QueuePage, err error) error { return err }

// TestSubmit_NamesEverythingMissing: one refusal tells all there is to do.
func TestSubmit_NamesEverythingMissing(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	id := n.propose(n.article(bridge), "is not safe")
	n.must(n.Judge(n.ctx(), by(n.editor), n.on(id), Judgement{Rating: n.rating("false")}))
	var rules []string
	for _, r := range errs.Reasons(n.SubmitClaim(n.ctx(), by(n.editor), n.on(id))) {
		rules = append(rules, r.Rule)
	}
	if got, want := fmt.Sprint(rules), "[attribution rationale evidence]"; got != want {
		t.Errorf("missing %s, want %s", got, want)
	}
}

// TestOtherDesk: what belongs to one desk is not there for another, whoever asks.
func TestOtherDesk(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	ours, theirs := newNewsroom(t, db), newNewsroom(t, db)
	ctx := ours.ctx()
	article := ours.article(bridge)
	id, waiting := ours.ready(article, "It is not safe"), ours.inReview(article, "It will cost $12 million")
	on, spy := ours.on(id), theirs.admin
	n := theirs
	for what, err := range map[string]error{
		"read claim":     errOf(n.Claim(ctx, spy, id, 0)),
		"read article":   errOf(n.Workbench(ctx, spy, article, 0)),
		"read review":    errOf(n.Review(ctx, spy, waiting)),
		"read source":    errOf(n.Source(ctx, spy, 1<<40)),
		"propose":        n.tryPropose(spy, ProposeClaim{Article: article, Version: 1, Quote: "It is not safe", Type: "event"}),
		"accept":         n.AcceptClaim(ctx, by(spy), on),
		"submit":         n.SubmitClaim(ctx, by(spy), on),
		"write":          n.ChangeStatement(ctx, by(spy), on, Statement{Text: "Ours.", Type: "event"}),
		"judge":          n.Judge(ctx, by(spy), on, Judgement{Rationale: "Ours."}),
		"attribute":      n.Attribute(ctx, by(spy), on, factcheck.Attribution{Unattributed: true}),
		"assign":         n.AssignClaim(ctx, by(spy), on, 0),
		"add evidence":   n.AddEvidence(ctx, by(spy), on, evidence("https://a.example/", "primary", "supports")),
		"approve":        n.Approve(ctx, by(spy), ours.seen(waiting)),
		"ask of another": n.RequestChanges(ctx, by(spy), ours.seen(waiting), asking("Why?")),
	} {
		wantKind(t, what, err, errs.NotFound)
	}
	// Their admin at our desk, as a forged session would have it.
	forged := factcheck.Actor{Account: spy.Account, Desk: ours.desk.ID, Role: factcheck.Admin}
	wantRefusal(t, "an admin of another desk", ours.ChangeStatement(ctx, by(forged), on, Statement{Text: "Ours.", Type: "event"}), errs.Forbidden, "role")
	wantRefusal(t, "a reviewer of another desk", ours.Approve(ctx, by(forged), ours.seen(waiting)), errs.Forbidden, "role")
	if err := ours.tryImport(forged, ImportArticle{Text: "A.", Title: "B"}); err == nil {
		t.Error("an admin of another desk imported an article")
	}
	// Ours names what is theirs.
	there := theirs.ready(theirs.article(bridge), "It is not safe")
	wantRefusal(t, "duplicate of theirs", ours.DeclineClaim(ctx, by(ours.editor), on,
		Decline{Reason: factcheck.DuplicateClaim, DuplicateOf: there}), errs.Invalid, "duplicate_of")
	wantRefusal(t, "assign to theirs", ours.AssignClaim(ctx, by(ours.editor), on, theirs.editor.Account), errs.Invalid, "assignee")
	wantRefusal(t, "judge with theirs", ours.Judge(ctx, by(ours.editor), on, Judgement{Rating: theirs.rating("true")}), errs.Invalid, "rating")
	page, err := n.Queue(ctx, spy, QueueFilter{View: "all", Limit: 100})
	n.must(err)
	for _, row := range page.Rows {
		if row.ID == id || row.ID == waiting {
			t.Error("their queue shows our claim")
		}
	}
}

func errOf[T any](_ T, err error) error { return err }

// TestRepeat: a form sent twice is done once; sent with other words, it is another request.
func TestRepeat(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx, article := n.ctx(), n.article(bridge)
	cmd := Command{Actor: n.editor, Key: "form-0001"}
	in := ProposeClaim{Article: article, Version: 1, Quote: "It is not safe", Type: factcheck.TypeEvent}
	first, err := n.ProposeClaim(ctx, cmd, in)
	n.must(err)
	again, err := n.ProposeClaim(ctx, cmd, in)
	if err != nil || again != first {
		t.Errorf("the same again: %d, %v, want %d", again, err, first)
	}
	in.Quote = "It will cost $12 million"
	if other, err := n.ProposeClaim(ctx, cmd, in); err != nil || other == first {
		t.Errorf("other words: %d, %v, want another claim", other, err)
	}
	in.Quote = "It is not safe"
	if theirs, err := n.ProposeClaim(ctx, Command{Actor: n.editor2, Key: cmd.Key}, in); err != nil || theirs != first {
		t.Errorf("the same words by somebody else: %d, %v, want the claim there is, %d", theirs, err, first)
	}

	bench, err := n.Workbench(ctx, n.editor, article, 0)
	n.must(err)
	candidate := bench.Current.Claim
	in = ProposeClaim{Article: article, Version: 1, Spans: spansOf(candidate.Spans), Type: candidate.Type}
	id, err := n.ProposeClaim(ctx, Command{Actor: n.editor}, in)
	if err != nil || id != candidate.ID || n.claim(id).Status != factcheck.Open {
		t.Errorf("the words of a candidate: %d, %v, %v, want %d, accepted", id, err, n.claim(id).Status, candidate.ID)
	}

	on := n.on(first)
	events := len(n.actions())
	source := evidence("https://a.example/", factcheck.Primary, factcheck.Supports)
	for range 3 {
		n.must(n.AddEvidence(ctx, cmd, on, source))
	}
	if c := n.claim(first); len(c.Evidence) != 1 || c.Revision != on.Revision+1 || len(n.actions()) != events+1 {
		t.Errorf("sent three times: %d pieces of evidence, revision %d, %d events", len(c.Evidence), c.Revision, len(n.actions())-events)
	}
	source.Note = "Page 3."
	wantRefusal(t, "other words on the old revision", n.AddEvidence(ctx, cmd, on, source), errs.Stale, "stale")
	n.must(n.AddEvidence(ctx, cmd, n.on(first), source))
	if c := n.claim(first); len(c.Evidence) != 2 {
		t.Errorf("other words: %d pieces of evidence, want 2", len(c.Evidence))
	}

	// What was refused is not remembered: mended, it goes through with the same key.
	wantKind(t, "not ready", n.SubmitClaim(ctx, cmd, n.on(first)), errs.Unmet)
	n.must(n.Attribute(ctx, by(n.editor), n.on(first), factcheck.Attribution{Unattributed: true}))
	n.must(n.Judge(ctx, by(n.editor), n.on(first), Judgement{Rating: n.rating("true"), Rationale: "So it is."}))
	on = n.on(first)
	n.must(n.SubmitClaim(ctx, cmd, on))
	n.must(n.SubmitClaim(ctx, cmd, on))
	n.wantStatus(first, factcheck.InReview)

	one, err := n.ImportArticle(ctx, cmd, ImportArticle{Text: "A text.", Origin: factcheck.Paste, Title: "A", Language: "en"})
	n.must(err)
	two, err := n.ImportArticle(ctx, cmd, ImportArticle{Text: "A text.", Origin: factcheck.Paste, Title: "A", Language: "en"})
	if err != nil || one != two {
		t.Errorf("imported twice: %d and %d, %v", one, two, err)
	}
}
