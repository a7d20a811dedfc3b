package web

import (
	"slices"
	"strconv"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/public"
	"factdesk/views/pages/reports"
)

func (s *Server) reports(r *request) (reply, error) {
	before := queryID[factcheck.ReportID](r.Request, "before")
	found, err := s.workflow.Reports(r.Context(), r.actor(), before, pageSize)
	if err != nil {
		return reply{}, err
	}
	page := reports.ListPage{Page: s.frame(r, "Reports", layout.Reports)}
	for _, rep := range found.Reports {
		row := reports.Row{
			URL: reportPath(rep.ID), Headline: rep.Headline, Article: components.Link{Text: rep.ArticleTitle, URL: articlePath(rep.ArticleID)},
			State: "Not published", Claims: counted(rep.Claims, "claim"),
		}
		if rep.Edition > 0 {
			row.State = "Edition " + strconv.Itoa(rep.Edition)
			row.Public = components.Link{Text: "As published", URL: publicPath(r.me.Desk.Slug, rep.Slug)}
		}
		if rep.PublishedAt != nil {
			row.Changed = since(*rep.PublishedAt)
		}
		page.Rows = append(page.Rows, row)
	}
	return show(reports.List(page)), nil
}

func (s *Server) openReport(r *request) (reply, error) {
	article, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	id, err := s.workflow.OpenReport(r.Context(), r.command(f), article)
	return see(reportPath(id)), err
}

// composing is a form of the composer that came back: what was typed, and why it was refused.
type composing struct {
	save    *workflow.SaveReport
	publish *factcheck.EditionCorrected
	err     error
}

func (s *Server) report(r *request) (reply, error) { return s.composePage(r, composing{}) }

// composePage is the composer of a report.
func (s *Server) composePage(r *request, back composing) (reply, error) {
	id, err := pathID[factcheck.ReportID](r.Request, "id", "report")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Report(r.Context(), r.actor(), id)
	if err != nil {
		return reply{}, err
	}
	page := s.composeModel(r, &found)
	if back.save != nil {
		page.Form = refused(page.Form, back.err)
		if errs.KindOf(back.err) == errs.Stale {
			page.Conflict = composeConflict(&found.Report, back.save)
		}
		page.Headline, page.Slug, page.Summary = back.save.Headline, back.save.Slug, back.save.Summary
		page.Claims = choices(found.Choices, back.save.Claims)
	}
	if back.publish != nil {
		page.Publish.Form, page.Publish.Open = refused(page.Publish.Form, back.err), true
		page.Publish.What, page.Publish.Why = back.publish.What, back.publish.Why
		page.Publish.Classes = correctionOptions(back.publish.Class)
	}
	rep := show(reports.Compose(page))
	if back.err != nil {
		rep.status = formStatus(back.err)
	}
	return rep, nil
}

func (s *Server) composeModel(r *request, found *workflow.ReportPage) reports.ComposePage {
	rep := &found.Report
	page := reports.ComposePage{
		Page: s.frame(r, rep.Headline, layout.Reports), ID: int64(rep.ID),
		Article: components.Link{Text: found.Article.Title, URL: articlePath(found.Article.ID)},
		Edition: rep.Edition, CanEdit: r.actor().Role.AtLeast(factcheck.Editor), Form: newForm(rep.Revision),
		Headline: rep.Headline, Slug: rep.Slug, SlugFixed: rep.Edition > 0, SlugBase: publicPath(found.Desk.Slug, ""), Summary: rep.Summary,
		Claims: choices(found.Choices, rep.Claims), Checks: composeChecks(found),
		Publish: reports.Publish{
			Form: newForm(rep.Revision), Allowed: len(found.Missing) == 0 && r.actor().Role.AtLeast(factcheck.Editor),
			WhyNot: reasons(found.Missing), Classes: correctionOptions(""),
		},
	}
	if rep.Edition > 0 {
		page.Public = components.Link{Text: "As published", URL: publicPath(found.Desk.Slug, rep.Slug)}
	}
	for i := range found.NotReady {
		c := &found.NotReady[i]
		page.NotReady = append(page.NotReady, reports.NotReady{URL: claimPath(c.ID), Statement: claimTitle(c), Status: statusView(c.Status)})
	}
	for _, e := range found.Editions {
		row := reports.Edition{Number: e.Number, URL: editionPath(found.Desk.Slug, rep.Slug, e.Number), At: at(e.PublishedAt)}
		if e.Class != nil && e.What != nil {
			row.Class, row.What = e.Class.Label(), *e.What
		}
		page.Editions = append(page.Editions, row)
	}
	return page
}

// choices are the claims that can be ticked: the included ones in their order, then the others.
func choices(claims []factcheck.Claim, included []factcheck.ClaimID) []reports.Choice {
	var list, others []reports.Choice
	for _, id := range included {
		if i := slices.IndexFunc(claims, func(c factcheck.Claim) bool { return c.ID == id }); i >= 0 {
			list = append(list, choice(&claims[i], true))
		}
	}
	for i := range claims {
		if !slices.Contains(included, claims[i].ID) {
			others = append(others, choice(&claims[i], false))
		}
	}
	list = append(list, others...)
	for i := range list {
		list[i].Position = strconv.Itoa(i + 1)
	}
	return list
}

func choice(c *factcheck.Claim, included bool) reports.Choice {
	ch := reports.Choice{ID: int64(c.ID), URL: claimPath(c.ID), Statement: claimTitle(c), Included: included}
	if c.Verdict != nil {
		ch.Rating = ratingView(c.Verdict.Rating)
	}
	if c.Status != factcheck.Approved {
		ch.Error = c.Status.Label() + ": leave it out, or publish once it is approved."
	}
	return ch
}

func composeChecks(found *workflow.ReportPage) []components.Check {
	missing := func(rule string) bool {
		return slices.ContainsFunc(found.Missing, func(r errs.Reason) bool { return r.Rule == rule })
	}
	checks := []components.Check{
		{Done: !missing("headline"), Text: "A headline"},
		{Done: !missing("summary"), Text: "A summary"},
		{Done: !missing("claims"), Text: "At least one claim, all of them approved"},
	}
	if n := len(found.NotReady); n > 0 {
		checks = append(checks, components.Check{Advice: true, Text: counted(n, "claim") + " still being checked", Detail: "They can wait for a later edition."})
	}
	if found.Waiting > 0 {
		checks = append(checks, components.Check{Advice: true, Text: counted(found.Waiting, "candidate") + " nobody has looked at", Detail: "Accept or decline them in the article."})
	}
	return checks
}

func correctionOptions(selected factcheck.CorrectionClass) []components.Option {
	var list []components.Option
	for _, class := range factcheck.CorrectionClasses() {
		list = append(list, components.Option{Value: string(class), Label: class.Label(), Selected: class == selected})
	}
	return list
}

// composeConflict shows what is stored beside what was typed.
func composeConflict(now *factcheck.Report, typed *workflow.SaveReport) *components.Conflict {
	c := &components.Conflict{By: "Somebody"}
	for _, f := range []components.ConflictField{
		{Label: "Headline", Theirs: now.Headline, Yours: typed.Headline},
		{Label: "Summary", Theirs: now.Summary, Yours: typed.Summary},
		{Label: "Address", Theirs: now.Slug, Yours: typed.Slug},
		{Label: "Claims", Theirs: idList(now.Claims), Yours: idList(typed.Claims)},
	} {
		if f.Theirs != f.Yours {
			c.Fields = append(c.Fields, f)
		}
	}
	return c
}

func idList(ids []factcheck.ClaimID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = "claim " + idText(id)
	}
	return strings.Join(list, ", ")
}

func (s *Server) saveReport(r *request) (reply, error) {
	id, err := pathID[factcheck.ReportID](r.Request, "id", "report")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.SaveReport{
		Report: id, Revision: f.revision(), Headline: f.line("headline"), Slug: f.line("slug"), Summary: f.text("summary"), Claims: chosenClaims(f),
	}
	if err = f.err(); err == nil {
		err = s.workflow.SaveReport(r.Context(), r.command(f), in)
	}
	if isRefusal(err) && !wantsJSON(r.Request) {
		return s.composePage(r, composing{save: &in, err: err})
	}
	rep := seeWith(reportPath(id), "The report is saved.")
	rep.flash = append(rep.flash, saved("report-"+idText(id)+"@"+strconv.Itoa(in.Revision)))
	return rep, err
}

// chosenClaims are the ticked claims in the order of the numbers beside them; equal numbers
// keep the order of the claims' identifiers.
func chosenClaims(f *form) []factcheck.ClaimID {
	var ids []factcheck.ClaimID
	for name := range f.values {
		text, ok := strings.CutPrefix(name, "include_")
		if id, valid := parseID[factcheck.ClaimID](text); ok && valid && f.on(name) {
			ids = append(ids, id)
		}
	}
	place := map[factcheck.ClaimID]int{}
	for _, id := range ids {
		place[id] = f.number("position_" + idText(id))
	}
	slices.SortFunc(ids, func(a, b factcheck.ClaimID) int {
		if place[a] != place[b] {
			return place[a] - place[b]
		}
		return int(a - b)
	})
	return ids
}

func (s *Server) publishReport(r *request) (reply, error) {
	id, err := pathID[factcheck.ReportID](r.Request, "id", "report")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	correction := &factcheck.EditionCorrected{
		Class: factcheck.CorrectionClass(f.line("correction_class")), What: f.line("correction_what"), Why: f.line("correction_why"),
	}
	in := workflow.PublishReport{Report: id, Revision: f.revision()}
	if *correction != (factcheck.EditionCorrected{}) {
		in.Correction = correction
	}
	edition := 0
	if err = f.err(); err == nil {
		edition, err = s.workflow.PublishReport(r.Context(), r.command(f), in)
	}
	if isRefusal(err) && !wantsJSON(r.Request) {
		return s.composePage(r, composing{publish: correction, err: err})
	}
	return seeWith(reportPath(id), "Edition "+strconv.Itoa(edition)+" is published."), err
}

func (s *Server) previewReport(r *request) (reply, error) {
	id, err := pathID[factcheck.ReportID](r.Request, "id", "report")
	if err != nil {
		return reply{}, err
	}
	edition, err := s.workflow.PreviewReport(r.Context(), r.actor(), id)
	if err != nil {
		return reply{}, err
	}
	page := s.publicModel(&workflow.Published{Edition: edition}, publicPath(edition.Desk.Slug, edition.Slug))
	page.NoIndex, page.Canonical, page.JSONLD, page.Exports = true, "", nil, nil
	page.Banner = &public.Banner{
		Title: "This is a preview", Detail: "Nothing of it is published.",
		Link: components.Link{Text: "Back to the report", URL: reportPath(id)},
	}
	return show(public.Report(page)), nil
}
