package workflow

import (
	"regexp"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
	"pgregory.net/rapid"
)

// save keeps the report's composition, with the claims, as its form would.
func (n *newsroom) save(id factcheck.ReportID, claims ...factcheck.ClaimID) {
	n.t.Helper()
	r := n.report(id)
	n.must(n.SaveReport(n.ctx(), by(n.editor), SaveReport{
		Report: id, Revision: r.Revision, Headline: "The bridge, checked", Slug: r.Slug, Summary: "Not all of it is so.", Claims: claims,
	}))
}

func (n *newsroom) report(id factcheck.ReportID) factcheck.Report {
	n.t.Helper()
	r, err := n.db.Report(n.ctx(), n.desk.ID, id)
	n.must(err)
	return r
}

// publish publishes the report as it is, with a correction when it needs one.
func (n *newsroom) publish(id factcheck.ReportID) (int, error) {
	n.t.Helper()
	r := n.report(id)
	in := PublishReport{Report: id, Revision: r.Revision}
	if r.Edition > 0 {
		in.Correction = &factcheck.EditionCorrected{Class: factcheck.Factual, What: "The year.", Why: "It was wrong."}
	}
	return n.PublishReport(n.ctx(), by(n.editor), in)
}

// TestReport_Life: begun, composed, published, corrected; an edition stays what it was.
func TestReport_Life(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx, article := n.ctx(), n.article(bridge)
	first, open := n.approved(article, "It is not safe"), n.propose(article, "It will cost $12 million")
	id, err := n.OpenReport(ctx, by(n.editor), article)
	n.must(err)
	if again, err := n.OpenReport(ctx, by(n.editor2), article); err != nil || again != id {
		t.Errorf("begun again: %d, %v, want %d", again, err, id)
	}
	page, err := n.Report(ctx, n.viewer, id)
	n.must(err)
	if diff := cmp.Diff([]factcheck.ClaimID{first}, page.Report.Claims); diff != "" || len(page.Choices) != 1 || len(page.NotReady) != 1 || page.NotReady[0].ID != open {
		t.Errorf("begun with %v, choices %d, not ready %d", page.Report.Claims, len(page.Choices), len(page.NotReady))
	}
	if len(page.Missing) != 1 || page.Missing[0].Rule != "summary" {
		t.Errorf("missing %+v, want the summary", page.Missing)
	}
	if _, err = n.publish(id); err == nil {
		t.Error("published without a summary")
	}
	wantRefusal(t, "publish without a summary", err, errs.Unmet, "summary")
	if _, err := n.PublishedReport(ctx, n.desk.Slug, page.Report.Slug, 0); errs.KindOf(err) != errs.NotFound {
		t.Errorf("what nobody published is there: %v", err)
	}

	n.save(id, first)
	preview, err := n.PreviewReport(ctx, n.viewer, id)
	n.must(err)
	number, err := n.publish(id)
	if err != nil || number != 1 {
		t.Fatalf("published as edition %d, %v", number, err)
	}
	published, err := n.PublishedReport(ctx, n.desk.Slug, page.Report.Slug, 0)
	n.must(err)
	if diff := cmp.Diff(preview, published.Edition); diff != "" {
		t.Errorf("what was published is not what was shown before (-preview +edition):\n%s", diff)
	}
	claim := published.Edition.Claims[0]
	if claim.Quote[0].Exact != "It is not safe" || claim.ApprovedBy != "reviewer" || claim.Rating.Code != "without_evidence" || claim.Version != 1 {
		t.Errorf("the claim is published as %+v", claim)
	}
	if record := n.claimPage(first); len(record.Published) != 1 || !record.Published[0].Newest || record.Published[0].Edition != 1 {
		t.Errorf("the claim was published in %+v", record.Published)
	}

	// The claim is edited: the edition stands, and another waits for the approval.
	n.must(n.EditApproved(ctx, by(n.editor), n.on(first)))
	n.must(n.ChangeStatement(ctx, by(n.editor), n.on(first), Statement{Text: "The mayor calls the bridge unsafe.", Type: factcheck.TypeQuote}))
	_, err = n.publish(id)
	wantRefusal(t, "publish what is being edited", err, errs.Unmet, "claims")
	n.must(n.SubmitClaim(ctx, by(n.editor), n.on(first)))
	n.must(n.Approve(ctx, by(n.reviewer), n.seen(first)))
	_, err = n.PublishReport(ctx, by(n.editor), PublishReport{Report: id, Revision: n.report(id).Revision})
	wantRefusal(t, "a second edition without a reason", err, errs.Unmet, "correction")
	if number, err := n.publish(id); err != nil || number != 2 {
		t.Fatalf("published as edition %d, %v", number, err)
	}
	for number, statement := range map[int]string{0: "The mayor calls the bridge unsafe.", 1: claim.Statement, 2: "The mayor calls the bridge unsafe."} {
		there, err := n.PublishedReport(ctx, n.desk.Slug, page.Report.Slug, number)
		if err != nil || there.Edition.Claims[0].Statement != statement || len(there.Editions) != 2 || there.Newest() != (number != 1) {
			t.Errorf("edition %d: %v, %+v", number, err, there)
		}
	}
	if old, err := n.PublishedReport(ctx, n.desk.Slug, page.Report.Slug, 1); err != nil || cmp.Diff(published.Edition, old.Edition) != "" {
		t.Errorf("the first edition changed: %v", err)
	}
	list, err := n.PublishedReports(ctx, n.desk.Slug, 0, 10)
	n.must(err)
	if len(list.Reports) != 1 || list.Reports[0].Edition != 2 || list.Reports[0].Claims != 1 || list.Desk.ID != n.desk.ID {
		t.Errorf("the public list: %+v", list)
	}
	if err := pgtest.CheckDeferred(t, n.db); err != nil {
		t.Error(err)
	}
}

func (n *newsroom) claimPage(id factcheck.ClaimID) ClaimPage {
	n.t.Helper()
	page, err := n.Claim(n.ctx(), n.viewer, id, 0)
	n.must(err)
	return page
}

func TestSaveReport_Refusals(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx, article, other := n.ctx(), n.article(bridge), n.article(bridge)
	claim, foreign := n.approved(article, "It is not safe"), n.approved(other, "It is not safe")
	id, err := n.OpenReport(ctx, by(n.editor), article)
	n.must(err)
	second, err := n.OpenReport(ctx, by(n.editor), other)
	n.must(err)
	good := SaveReport{Report: id, Revision: n.report(id).Revision, Headline: "A", Slug: "a-slug", Summary: "B", Claims: []factcheck.ClaimID{claim}}
	with := func(change func(*SaveReport)) error {
		in := good
		change(&in)
		return n.SaveReport(ctx, by(n.editor), in)
	}
	for what, tc := range map[string]struct {
		err  error
		kind errs.Kind
		rule string
	}{
		"viewer":        {n.SaveReport(ctx, by(n.viewer), good), errs.Forbidden, "role"},
		"old revision":  {with(func(in *SaveReport) { in.Revision-- }), errs.Stale, "stale"},
		"no headline":   {with(func(in *SaveReport) { in.Headline = " " }), errs.Invalid, "headline"},
		"long headline": {with(func(in *SaveReport) { in.Headline = strings.Repeat("ä", 301) }), errs.Invalid, "headline"},
		"long summary":  {with(func(in *SaveReport) { in.Summary = strings.Repeat("ä", 4001) }), errs.Invalid, "summary"},
		"no slug":       {with(func(in *SaveReport) { in.Slug = "" }), errs.Invalid, "slug"},
		"slug in Roman": {with(func(in *SaveReport) { in.Slug = "Ä--b/../c" }), errs.Invalid, "slug"},
		"long slug":     {with(func(in *SaveReport) { in.Slug = strings.Repeat("a", 101) }), errs.Invalid, "slug"},
		"slug taken":    {with(func(in *SaveReport) { in.Slug = n.report(second).Slug }), errs.Invalid, "slug"},
		"other article": {with(func(in *SaveReport) { in.Claims = append(in.Claims, foreign) }), errs.Invalid, "claims"},
		"claim twice":   {with(func(in *SaveReport) { in.Claims = []factcheck.ClaimID{claim, claim} }), errs.Invalid, "claims"},
	} {
		wantRefusal(t, what, tc.err, tc.kind, tc.rule)
	}
	wantKind(t, "no such report", with(func(in *SaveReport) { in.Report = 1 << 40 }), errs.NotFound)
	n.must(with(func(*SaveReport) {}))
	_, err = n.publish(id)
	n.must(err)
	good.Revision = n.report(id).Revision
	wantRefusal(t, "an address that is public", with(func(in *SaveReport) { in.Slug = "b-slug" }), errs.Invalid, "slug")
}

// TestSlugs: every title gets an address, no two the same, and what a report is given it may keep.
func TestSlugs(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	seen := map[string]bool{}
	for range 3 {
		for _, title := range []string{"Ölpreis: “So teuer” – wie nie!", "東京は雨", strings.Repeat("long title ", 20), "report"} {
			article, err := n.ImportArticle(n.ctx(), by(n.editor), ImportArticle{Text: "A text.", Origin: factcheck.Paste, Title: title, Language: "de"})
			n.must(err)
			id, err := n.OpenReport(n.ctx(), by(n.editor), article)
			n.must(err)
			slug := n.report(id).Slug
			if seen[slug] {
				t.Errorf("two reports stand at %q", slug)
			}
			seen[slug] = true
			n.save(id)
		}
	}
	if !seen["olpreis-so-teuer-wie-nie"] || !seen["report"] {
		t.Errorf("addresses %v", seen)
	}
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	rapid.Check(t, func(r *rapid.T) {
		title := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("ab -’éÖ1")))).Draw(r, "title")
		slug := slugOf(title, maxSlug-20)
		if (slug != "" && !form.MatchString(slug)) || len(slug) > maxSlug-10 || slugOf(slug, maxSlug) != slug {
			r.Fatalf("%q becomes %q", title, slug)
		}
	})
}

// TestRaces_Publish: of two who publish one composition, one does.
func TestRaces_Publish(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(bridge)
	claim := n.approved(article, "It is not safe")
	id, err := n.OpenReport(n.ctx(), by(n.editor), article)
	n.must(err)
	n.save(id, claim)
	for edition := 1; edition <= rounds; edition++ {
		revision := n.report(id).Revision
		publish := func(who factcheck.Actor) func() error {
			return func() error {
				_, err := n.PublishReport(n.ctx(), by(who), PublishReport{Report: id, Revision: revision,
					Correction: &factcheck.EditionCorrected{Class: factcheck.Typo, What: "A letter.", Why: "It was missing."}})
				return err
			}
		}
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, atOnce(publish(n.editor), publish(n.reviewer))); diff != "" {
			t.Errorf("two publish (-want +got):\n%s", diff)
		}
		if got := n.report(id).Edition; got != edition {
			t.Errorf("edition %d, want %d", got, edition)
		}
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	n.article(bridge)
	want := len(n.actions())
	_, err := n.Events(n.ctx(), n.reviewer, 0, 10)
	wantRefusal(t, "a reviewer reads the log", err, errs.Forbidden, "role")
	got := 0
	for before := int64(0); ; {
		page, err := n.Events(n.ctx(), n.admin, before, 3)
		n.must(err)
		got += len(page.Events)
		if before = page.Next; before == 0 {
			break
		}
	}
	if got != want || want < 8 {
		t.Errorf("%d events in pages of 3, want %d", got, want)
	}
	chains, err := n.Verify(n.ctx(), n.desk.Slug)
	n.must(err)
	if len(chains) != 1 || chains[0].Broken != 0 || chains[0].Events != int64(want) {
		t.Errorf("verify finds %+v, want %d whole", chains, want)
	}
	_, err = n.Verify(n.ctx(), "no-such-desk")
	wantKind(t, "verify no desk", err, errs.NotFound)
}

// TestOpenReport_AtOnce: two who begin an article's report get the same one.
func TestOpenReport_AtOnce(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(bridge)
	ids := make(chan factcheck.ReportID, 2)
	var group errgroup.Group
	for _, who := range []factcheck.Actor{n.editor, n.editor2} {
		group.Go(func() error {
			id, err := n.OpenReport(n.ctx(), by(who), article)
			ids <- id
			return err
		})
	}
	n.must(group.Wait())
	if a, b := <-ids, <-ids; a != b {
		t.Errorf("two reports of one article: %d and %d", a, b)
	}
}
