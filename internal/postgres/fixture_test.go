package postgres_test

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/workflow"

	"github.com/jackc/pgx/v5"
)

// Words of the fixture's article, each there once.
const (
	fixtureText = "The bridge was closed in May. The mayor told Radio One that it is not safe. It will cost $12 million. " +
		"It was built in 1931. The ferry is full. The river froze. The fair was moved."
	closed, notSafe, cost, built = "The bridge was closed in May", "it is not safe", "It will cost $12 million", "It was built in 1931"
	ferry, river, fair           = "The ferry is full", "The river froze", "The fair was moved"
)

// fixture is a desk with a row in every table, made by the use cases, for tests of what the
// database itself refuses.
type fixture struct {
	t  *testing.T
	db *postgres.DB
	w  *workflow.Workflow

	desk                                    factcheck.DeskID
	admin, editor, reviewer, second, viewer factcheck.Actor
	ratings                                 map[string]factcheck.RatingID
	article                                 factcheck.ArticleID
	// One claim for each place of the workflow. edited is at version 2, the first of which is
	// published; twin is declined as a duplicate.
	candidate, open, waiting, returned, approved, edited, twin factcheck.ClaimID
	report                                                     factcheck.ReportID
	// An article with two versions, and its claims: see fillVersions.
	harbour                          factcheck.ArticleID
	reworded, voided, orphan, placed factcheck.ClaimID
}

func newFixture(t *testing.T, db *postgres.DB) *fixture {
	t.Helper()
	f := &fixture{t: t, db: db, w: workflow.New(db, workflow.Options{}), ratings: map[string]factcheck.RatingID{}}
	slug := "desk-" + strings.ToLower(rand.Text())
	admin, err := db.InsertAccount(t.Context(), "admin@"+slug, "Admin", "-")
	f.must(err)
	f.desk, err = f.w.CreateDesk(t.Context(), admin, factcheck.Desk{Slug: slug, Name: "A Desk"})
	f.must(err)
	f.admin = factcheck.Actor{Account: admin, Desk: f.desk, Name: "Admin", Role: factcheck.Admin}
	f.editor = f.member(admin, "editor@"+slug, factcheck.Editor)
	f.reviewer = f.member(admin, "reviewer@"+slug, factcheck.Reviewer)
	f.second = f.member(admin, "second@"+slug, factcheck.Reviewer)
	f.viewer = f.member(admin, "viewer@"+slug, factcheck.Viewer)
	scale, err := db.Scale(t.Context(), f.desk)
	f.must(err)
	for _, r := range scale.Ratings {
		f.ratings[r.Code] = r.ID
	}
	f.fill()
	return f
}

func (f *fixture) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *fixture) ctx() context.Context { return f.t.Context() }

func (f *fixture) member(admin factcheck.AccountID, email string, role factcheck.Role) factcheck.Actor {
	f.t.Helper()
	actor := factcheck.Actor{Desk: f.desk, Name: email, Role: role}
	f.must(f.db.Tx(f.ctx(), int64(admin), func(tx *postgres.DB) error {
		var err error
		if actor.Account, err = tx.InsertAccount(f.ctx(), email, email, "-"); err != nil {
			return err
		}
		if err := tx.InsertMember(f.ctx(), f.desk, actor.Account, role); err != nil {
			return err
		}
		return tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "member.added", Subject: "member", ID: int64(actor.Account)})
	}))
	return actor
}

// fill makes the article, its claims and a report in two editions.
func (f *fixture) fill() {
	f.t.Helper()
	var err error
	f.article, err = f.w.ImportArticle(f.ctx(), by(f.editor), workflow.ImportArticle{
		Text: fixtureText, Origin: factcheck.Paste, Title: "The bridge", Language: "en",
	})
	f.must(err)
	f.twin, f.open = f.ready(ferry), f.ready(closed)
	f.must(f.w.DeclineClaim(f.ctx(), by(f.editor), f.on(f.twin), workflow.Decline{Reason: factcheck.DuplicateClaim, DuplicateOf: f.open}))
	f.candidate = f.ready(river)
	f.must(f.w.DeclineClaim(f.ctx(), by(f.editor), f.on(f.candidate), workflow.Decline{Reason: factcheck.OutOfScope}))
	f.must(f.w.ReopenClaim(f.ctx(), by(f.editor), f.on(f.candidate)))
	f.waiting, f.returned = f.inReview(notSafe), f.inReview(cost)
	f.must(f.w.RequestChanges(f.ctx(), by(f.reviewer), f.seen(f.returned), workflow.Points{
		New: []factcheck.ChangeRequest{{Field: factcheck.FieldQuote, Point: "Which year?"}, {Field: factcheck.FieldOther, Point: "Who pays?"}},
	}))
	f.must(f.w.Answer(f.ctx(), by(f.editor), f.on(f.returned), f.claim(f.returned).ChangeRequests[0].ID, "This year."))
	f.approved, f.edited = f.inReview(built), f.inReview(fair)
	f.must(f.w.Approve(f.ctx(), by(f.reviewer), f.seen(f.approved)))
	f.must(f.w.Approve(f.ctx(), by(f.reviewer), f.seen(f.edited)))
	f.report, err = f.w.OpenReport(f.ctx(), by(f.editor), f.article)
	f.must(err)
	for range 2 {
		f.publish()
	}
	f.must(f.w.EditApproved(f.ctx(), by(f.editor), f.on(f.edited)))
}

// The second article's claims: one whose words changed in its second version, waiting and decided, one whose figure did,
// and one that is gone.
const (
	secondText  = "The harbour was deepened over the summer. The quay cost 3 million. The crane was sold to a yard. The light was turned off at night."
	deepened    = "The harbour was deepened over the summer"
	quay, crane = "The quay cost 3 million", "The crane was sold to a yard"
	light       = "The light was turned off at night"
)

// fillVersions makes an article with two versions of its text, to which four claims were carried over.
func (f *fixture) fillVersions() {
	f.t.Helper()
	first := f.article
	defer func() { f.article = first }()
	var err error
	f.harbour, err = f.w.ImportArticle(f.ctx(), by(f.editor), workflow.ImportArticle{Text: secondText, Origin: factcheck.Paste, Title: "The harbour", Language: "en"})
	f.must(err)
	f.article = f.harbour
	f.reworded, f.voided, f.orphan, f.placed = f.inReview(deepened), f.ready(quay), f.inReview(crane), f.inReview(light)
	f.must(f.w.Approve(f.ctx(), by(f.reviewer), f.seen(f.orphan)))
	_, err = f.w.AddArticleVersion(f.ctx(), by(f.editor), workflow.AddVersion{Article: f.article, Based: 1, Origin: factcheck.Paste,
		Text: "The harbour was dredged over the summer. The quay cost 4 million. The light was switched off at night."})
	f.must(err)
	f.must(f.w.ResolveAnchor(f.ctx(), by(f.editor), f.on(f.placed), workflow.ResolveAnchor{Version: 2, Decision: factcheck.AnchorConfirmed}))
}

func (f *fixture) publish() {
	f.t.Helper()
	page, err := f.w.Report(f.ctx(), f.editor, f.report)
	f.must(err)
	save := workflow.SaveReport{Report: f.report, Revision: page.Report.Revision, Headline: "The bridge, checked", Slug: page.Report.Slug,
		Summary: "Not all of it is so.", Claims: []factcheck.ClaimID{f.approved, f.edited}}
	f.must(f.w.SaveReport(f.ctx(), by(f.editor), save))
	page, err = f.w.Report(f.ctx(), f.editor, f.report)
	f.must(err)
	publish := workflow.PublishReport{Report: f.report, Revision: page.Report.Revision}
	if page.Report.Edition > 0 {
		publish.Correction = &factcheck.EditionCorrected{Class: factcheck.Typo, What: "A letter.", Why: "It was missing."}
	}
	_, err = f.w.PublishReport(f.ctx(), by(f.editor), publish)
	f.must(err)
}

// by is a command of the actor; the key leaves a row in the table of requests.
func by(actor factcheck.Actor) workflow.Command {
	return workflow.Command{Actor: actor, Key: "form-" + rand.Text()}
}

func (f *fixture) claim(id factcheck.ClaimID) factcheck.Claim {
	f.t.Helper()
	c, err := f.db.Claim(f.ctx(), f.desk, id, 0)
	f.must(err)
	return c
}

func (f *fixture) on(id factcheck.ClaimID) workflow.On {
	f.t.Helper()
	return workflow.On{Claim: id, Revision: f.claim(id).Revision}
}

func (f *fixture) seen(id factcheck.ClaimID) workflow.Decision {
	f.t.Helper()
	return workflow.Decision{Claim: id, ContentHash: f.claim(id).ContentHash}
}

func (f *fixture) ready(quote string) factcheck.ClaimID {
	f.t.Helper()
	id, err := f.w.ProposeClaim(f.ctx(), by(f.editor), workflow.ProposeClaim{Article: f.article, Version: 1, Quote: quote, Type: factcheck.TypeEvent})
	f.must(err)
	f.must(f.w.Attribute(f.ctx(), by(f.editor), f.on(id), factcheck.Attribution{Speaker: "The mayor"}))
	f.must(f.w.AddEvidence(f.ctx(), by(f.editor), f.on(id), workflow.NewEvidence{
		Source: factcheck.Source{URL: "https://example.org/records"}, Tier: factcheck.Primary, Stance: factcheck.Supports,
	}))
	f.must(f.w.Judge(f.ctx(), by(f.editor), f.on(id), workflow.Judgement{Rating: f.ratings["true"], Rationale: "The records say so."}))
	return id
}

func (f *fixture) inReview(quote string) factcheck.ClaimID {
	f.t.Helper()
	id := f.ready(quote)
	f.must(f.w.SubmitClaim(f.ctx(), by(f.editor), f.on(id)))
	return id
}

// args names the fixture's rows for statements.
func (f *fixture) args() pgx.NamedArgs {
	return pgx.NamedArgs{
		"desk": f.desk, "admin": f.admin.Account, "editor": f.editor.Account, "reviewer": f.reviewer.Account, "second": f.second.Account, "viewer": f.viewer.Account,
		"article": f.article, "report": f.report, "candidate": f.candidate, "open": f.open, "waiting": f.waiting, "returned": f.returned,
		"approved": f.approved, "edited": f.edited, "declined": f.twin, "rating": f.ratings["false"],
		"harbour": f.harbour, "reworded": f.reworded, "voided": f.voided, "orphan": f.orphan, "placed": f.placed,
	}
}

// column runs a query of one column on a bare connection.
func column[T any](t *testing.T, conn *pgx.Conn, sql string, args ...any) []T {
	t.Helper()
	rows, err := conn.Query(t.Context(), sql, args...)
	if err != nil {
		t.Fatal(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[T])
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// sorted is a copy of a list in order, for comparing sets.
func sorted[T ~string](list []T) []string {
	out := make([]string, 0, len(list))
	for _, v := range list {
		out = append(out, string(v))
	}
	slices.Sort(out)
	return out
}

// judgement is the claim's own verdict once more.
func judgement(c factcheck.Claim) workflow.Judgement {
	return workflow.Judgement{Rating: c.Verdict.Rating.ID, Rationale: c.Verdict.Rationale + " Indeed."}
}
