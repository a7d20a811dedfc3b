package workflow

import (
	"bytes"
	"slices"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

// TestClaim_Life follows one claim through everything that can happen to it.
func TestClaim_Life(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	article := n.article(bridge)
	before := len(n.actions())
	id := n.candidate(article, "The old bridge was closed in May", &factcheck.Attribution{Speaker: "the  mayor", Cue: "said"})

	c := n.wantStatus(id, factcheck.Candidate)
	if len(c.Contributors) != 0 || c.Attribution.Claimant != 0 || c.Assignee != nil {
		t.Errorf("a proposal of the splitter is nobody's: %+v", c)
	}
	n.must(n.DeclineClaim(ctx, by(n.editor), n.on(id), Decline{Reason: factcheck.OutOfScope, Note: "Local."}))
	if c = n.wantStatus(id, factcheck.Declined); c.DeclineReason != factcheck.OutOfScope || c.DeclineNote != "Local." {
		t.Errorf("declined for %q, %q", c.DeclineReason, c.DeclineNote)
	}
	n.must(n.ReopenClaim(ctx, by(n.editor), n.on(id)))
	if c = n.wantStatus(id, factcheck.Candidate); c.DeclineReason != "" || c.DeclineNote != "" {
		t.Errorf("reopened, and still declined for %q, %q", c.DeclineReason, c.DeclineNote)
	}
	n.must(n.AcceptClaim(ctx, by(n.editor), n.on(id)))
	c = n.wantStatus(id, factcheck.Open)
	if c.Assignee == nil || c.Assignee.ID != n.editor.Account || c.Attribution.Claimant == 0 {
		t.Errorf("accepted: assignee %+v, attribution %+v", c.Assignee, c.Attribution)
	}
	n.must(n.ChangeStatement(ctx, by(n.editor), n.on(id), Statement{Text: " The bridge was closed in May. ", Type: factcheck.TypeEvent}))
	n.must(n.AddEvidence(ctx, by(n.editor2), n.on(id), NewEvidence{
		Source: factcheck.Source{URL: "https://City.example/records?utm_source=x#may", Title: "Records"}, Tier: factcheck.Primary, Stance: factcheck.Supports,
	}))
	n.must(n.Judge(ctx, by(n.editor), n.on(id), Judgement{Rating: n.rating("true"), Rationale: "The city says so."}))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	c = n.wantStatus(id, factcheck.InReview)
	if c.SubmittedBy == nil || c.SubmittedBy.ID != n.editor.Account || c.SubmittedAt.IsZero() {
		t.Errorf("submitted by %+v at %v", c.SubmittedBy, c.SubmittedAt)
	}
	if want := []string{"editor", "editor2"}; !slices.Equal(names(c.Contributors), want) {
		t.Errorf("contributors %v, want %v", names(c.Contributors), want)
	}
	if got := c.Evidence[0].Source.URL; got != "https://city.example/records" {
		t.Errorf("the source is kept as %q", got)
	}
	n.must(n.WithdrawClaim(ctx, by(n.editor), n.on(id)))
	n.wantStatus(id, factcheck.Open)
	n.must(n.SubmitClaim(ctx, by(n.editor2), n.on(id)))
	n.must(n.RequestChanges(ctx, by(n.reviewer), n.seen(id), asking("When in May?")))
	c = n.wantStatus(id, factcheck.ChangesRequested)
	wantRefusal(t, "submit unanswered", n.SubmitClaim(ctx, by(n.editor), n.on(id)), errs.Unmet, "change_requests")
	n.must(n.Answer(ctx, by(n.editor), n.on(id), c.ChangeRequests[0].ID, "On the 4th; the statement says so now."))
	n.must(n.ChangeStatement(ctx, by(n.editor), n.on(id), Statement{Text: "The bridge was closed on 4 May.", Type: factcheck.TypeEvent}))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	n.must(n.Approve(ctx, by(n.reviewer), n.seen(id)))
	c = n.wantStatus(id, factcheck.Approved)
	if c.ChangeRequests[0].Status != factcheck.RequestAccepted || len(c.Reviews) != 2 || !bytes.Equal(c.Reviews[1].ContentHash, c.ContentHash) {
		t.Errorf("approved: points %+v, reviews %+v", c.ChangeRequests, c.Reviews)
	}
	want := []string{
		"claim.proposed by editor", "claim.declined by editor", "claim.reopened by editor", "claim.accepted by editor",
		"claim.statement by editor", "claim.evidence_added by editor2", "claim.judged by editor", "claim.submitted by editor",
		"claim.withdrawn by editor", "claim.submitted by editor2", "claim.changes_requested by reviewer", "claim.answered by editor",
		"claim.statement by editor", "claim.submitted by editor", "claim.approved by reviewer",
	}
	if diff := cmp.Diff(want, n.actions()[before:]); diff != "" {
		t.Errorf("audit log (-want +got):\n%s", diff)
	}
	if err := pgtest.CheckDeferred(t, n.db); err != nil {
		t.Error(err)
	}
}

// TestEditApproved: the next version starts as a copy; the approved one stays as it was.
func TestEditApproved(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	id := n.propose(n.article(bridge), "The old bridge was built in 1931")
	n.must(n.AddSpan(ctx, by(n.editor), n.on(id), NewSpan{Quote: "It is not safe"}))
	n.must(n.Attribute(ctx, by(n.editor), n.on(id), factcheck.Attribution{Speaker: "The mayor", Cue: "told", Outlet: "Radio One", Direct: true}))
	n.must(n.AddEvidence(ctx, by(n.editor), n.on(id), NewEvidence{
		Source: factcheck.Source{Citation: "City records 1931"}, Tier: factcheck.Primary, Stance: factcheck.Supports, Quote: "Opened 1931.",
	}))
	n.must(n.Judge(ctx, by(n.editor), n.on(id), Judgement{Rating: n.rating("true"), Rationale: "The records say so."}))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	n.must(n.Approve(ctx, by(n.reviewer), n.seen(id)))
	first := n.claim(id)

	n.must(n.EditApproved(ctx, by(n.editor2), n.on(id)))
	second := n.wantStatus(id, factcheck.Open)
	if second.Version != 2 {
		t.Fatalf("version %d, want 2", second.Version)
	}
	if diff := cmp.Diff(contentOf(first), contentOf(second)); diff != "" {
		t.Errorf("the copy differs (-approved +copy):\n%s", diff)
	}
	if want := []string{"editor", "editor2"}; !slices.Equal(names(second.Contributors), want) {
		t.Errorf("contributors of the copy %v, want %v: what the first wrote still stands there", names(second.Contributors), want)
	}

	n.must(n.ChangeStatement(ctx, by(n.reviewer2), n.on(id), Statement{Text: "The bridge is from 1931.", Type: factcheck.TypeEvent}))
	n.must(n.MoveSpan(ctx, by(n.editor2), n.on(id), 1, span(t, bridge, "is not safe")))
	n.must(n.RemoveEvidence(ctx, by(n.editor2), n.on(id), n.claim(id).Evidence[0].ID))
	n.must(n.Attribute(ctx, by(n.editor2), n.on(id), factcheck.Attribution{Unattributed: true}))
	n.must(n.Judge(ctx, by(n.editor2), n.on(id), Judgement{Rating: n.rating("unproven"), Rationale: "No records.", SearchNote: "The archive."}))

	old, err := n.db.Claim(ctx, n.desk.ID, id, 1)
	n.must(err)
	if diff := cmp.Diff(contentOf(first), contentOf(old)); diff != "" {
		t.Errorf("the approved version changed (-before +after):\n%s", diff)
	}
	if !bytes.Equal(old.ContentHash, first.ContentHash) || len(old.Reviews) != 1 || old.Reviews[0].Version != 1 {
		t.Errorf("the approval does not stand with version 1: %+v", old.Reviews)
	}
	if names(old.Contributors)[0] != "editor" || len(old.Contributors) != 1 {
		t.Errorf("contributors of the approved version %v", names(old.Contributors))
	}

	n.must(n.SubmitClaim(ctx, by(n.editor2), n.on(id)))
	wantRefusal(t, "approve what one changed", n.Approve(ctx, by(n.reviewer2), n.seen(id)), errs.Forbidden, "four_eyes")
	n.must(n.Approve(ctx, by(n.admin), n.seen(id)))
	if c := n.wantStatus(id, factcheck.Approved); len(c.Reviews) != 2 || c.Reviews[1].Version != 2 {
		t.Errorf("reviews %+v", c.Reviews)
	}
	page, err := n.Claim(ctx, n.viewer, id, 1)
	n.must(err)
	if page.Current != 2 || page.Claim.Version != 1 || page.Text != bridge || len(page.Scale.Ratings) == 0 || len(page.Events) == 0 {
		t.Errorf("the page of version 1: current %d, version %d", page.Current, page.Claim.Version)
	}
}

// TestEditApproved_AuthorMayNotReview: whoever wrote the first version wrote most of the second.
func TestEditApproved_AuthorMayNotReview(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	article := n.article(bridge)
	id, err := n.ProposeClaim(ctx, by(n.reviewer), ProposeClaim{Article: article, Version: 1, Quote: "will cost $12 million", Type: factcheck.TypeNumerical})
	n.must(err)
	n.must(n.Attribute(ctx, by(n.editor), n.on(id), factcheck.Attribution{Unattributed: true}))
	n.must(n.Judge(ctx, by(n.editor), n.on(id), Judgement{Rating: n.rating("unproven"), Rationale: "R", SearchNote: "S"}))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	n.must(n.Approve(ctx, by(n.reviewer2), n.seen(id)))
	n.must(n.EditApproved(ctx, by(n.editor), n.on(id)))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	wantRefusal(t, "approve version 2 by the author of version 1", n.Approve(ctx, by(n.reviewer), n.seen(id)), errs.Forbidden, "four_eyes")
	wantRefusal(t, "return version 2 by the author of version 1",
		n.RequestChanges(ctx, by(n.reviewer), n.seen(id), asking("Why?")), errs.Forbidden, "four_eyes")
	n.must(n.Approve(ctx, by(n.reviewer2), n.seen(id)))
}

// content is what of a claim is copied from version to version.
type content struct {
	Statement   string
	Type        factcheck.ClaimType
	Spans       []factcheck.Quote
	Attribution factcheck.Attribution
	Evidence    []factcheck.Evidence
	Verdict     factcheck.Verdict
}

func contentOf(c factcheck.Claim) content {
	out := content{Statement: c.Statement, Type: c.Type, Spans: c.Spans, Attribution: *c.Attribution, Verdict: *c.Verdict}
	for _, e := range c.Evidence {
		e.ID = 0 // evidence of another version is another row
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

// TestPoints: a reviewer's points are answered, raised again, answered anew and accepted.
func TestPoints(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	id := n.returned(n.article(bridge), "It will cost $12 million", "Which year?", "Who says so?", "  ")
	points := n.claim(id).ChangeRequests
	if len(points) != 2 || points[0].Point != "Which year?" || points[0].Status != factcheck.RequestOpen || points[0].RaisedBy.ID != n.reviewer.Account {
		t.Fatalf("points %+v", points)
	}
	wantRefusal(t, "an empty answer", n.Answer(ctx, by(n.editor), n.on(id), points[0].ID, " \n"), errs.Invalid, "answer")
	wantKind(t, "answer what was not asked", n.Answer(ctx, by(n.editor), n.on(id), points[1].ID+1000, "Yes."), errs.NotFound)
	n.must(n.Answer(ctx, by(n.editor), n.on(id), points[0].ID, "2026"))
	n.must(n.Answer(ctx, by(n.editor), n.on(id), points[0].ID, "2027"))
	wantRefusal(t, "submit with one unanswered", n.SubmitClaim(ctx, by(n.editor), n.on(id)), errs.Unmet, "change_requests")
	n.must(n.Answer(ctx, by(n.editor2), n.on(id), points[1].ID, "The city."))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))

	wantRefusal(t, "points of another claim", n.RequestChanges(ctx, by(n.reviewer), n.seen(id),
		Points{Reopen: []factcheck.ChangeRequestID{points[1].ID + 1000}}), errs.Invalid, "reopen")
	n.must(n.RequestChanges(ctx, by(n.reviewer2), n.seen(id), Points{Reopen: []factcheck.ChangeRequestID{points[1].ID}}))
	points = n.claim(id).ChangeRequests
	if points[0].Status != factcheck.RequestAnswered || points[0].Answer != "2027" || points[1].Status != factcheck.RequestOpen {
		t.Errorf("points after one was raised again: %+v", points)
	}
	wantRefusal(t, "submit with one raised again", n.SubmitClaim(ctx, by(n.editor), n.on(id)), errs.Unmet, "change_requests")
	n.must(n.Answer(ctx, by(n.editor), n.on(id), points[1].ID, "The city, in its budget."))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	n.must(n.Approve(ctx, by(n.reviewer), n.seen(id)))
	for _, p := range n.claim(id).ChangeRequests {
		if p.Status != factcheck.RequestAccepted || p.Answer == "" || p.AnsweredBy == nil || p.AnsweredAt.IsZero() {
			t.Errorf("approved with the point %+v", p)
		}
	}
	wantRefusal(t, "answer what is accepted", n.Answer(ctx, by(n.editor), n.on(id), points[0].ID, "Late."), errs.Stale, "status")
	wantRefusal(t, "no points", n.RequestChanges(ctx, by(n.reviewer), n.seen(id), asking(" ")), errs.Unmet, "points")
}

// TestApprove_AnswersCount: who has not seen what was answered has not seen what they approve.
func TestApprove_AnswersCount(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	id := n.inReview(n.article(bridge), "is not safe")
	early := n.seen(id)
	n.must(n.RequestChanges(ctx, by(n.reviewer2), early, asking("The register says June.")))
	n.must(n.Answer(ctx, by(n.editor), n.on(id), n.claim(id).ChangeRequests[0].ID, "No."))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	wantRefusal(t, "approve from a tab that saw no answer", n.Approve(ctx, by(n.reviewer), early), errs.Stale, "content_changed")
	n.must(n.Approve(ctx, by(n.reviewer), n.seen(id)))
}

// TestReview_LastLook: a reviewer's page knows what they saw, also when it was overwritten since.
func TestReview_LastLook(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	id := n.inReview(n.article(bridge), "is not safe")
	page, err := n.Review(ctx, n.reviewer, id)
	n.must(err)
	if page.Last.Claim != nil {
		t.Errorf("before any decision they saw %+v", page.Last.Claim)
	}
	saw := n.claim(id)
	n.must(n.RequestChanges(ctx, by(n.reviewer), n.seen(id), asking("Say it plainly.")))
	n.must(n.ChangeStatement(ctx, by(n.editor), n.on(id), Statement{Text: "The bridge is dangerous.", Type: factcheck.TypeEvent}))
	n.must(n.Answer(ctx, by(n.editor), n.on(id), n.claim(id).ChangeRequests[0].ID, "Done."))
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(id)))
	page, err = n.Review(ctx, n.reviewer, id)
	n.must(err)
	last := page.Last.Claim
	if last == nil || last.Statement != saw.Statement || last.Quoted() != saw.Quoted() || last.Verdict.Rationale != saw.Verdict.Rationale ||
		last.Verdict.Rating.Label != saw.Verdict.Rating.Label || len(last.Evidence) != len(saw.Evidence) || last.Attribution.Speaker != saw.Attribution.Speaker {
		t.Errorf("they saw %+v, the page remembers %+v", saw, last)
	}
	if page, err = n.Review(ctx, n.reviewer2, id); err != nil || page.Last.Claim != nil {
		t.Errorf("another reviewer saw %+v, %v", page.Last.Claim, err)
	}
}

// TestAttribute_Kind: what people say of a claimant outweighs what the splitter took it for, and
// an attribution keeps what it said.
func TestAttribute_Kind(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx, article := n.ctx(), n.article(bridge)
	guess := &factcheck.Attribution{Speaker: "Radio One", Kind: factcheck.PersonClaimant}
	first, second := n.candidate(article, "not safe", guess), n.candidate(article, "is not", guess)
	n.must(n.AcceptClaim(ctx, by(n.editor), n.on(first)))
	if got := n.claim(first).Attribution.Kind; got != factcheck.PersonClaimant {
		t.Errorf("accepted as %s", got)
	}
	n.must(n.Attribute(ctx, by(n.editor), n.on(first), factcheck.Attribution{Speaker: "Radio One", Kind: factcheck.OrganizationClaimant}))
	n.must(n.AcceptClaim(ctx, by(n.editor), n.on(second)))
	for _, id := range []factcheck.ClaimID{first, second} {
		if got := n.claim(id).Attribution.Kind; got != factcheck.OrganizationClaimant {
			t.Errorf("claim %d is attributed to a %s", id, got)
		}
	}
}
