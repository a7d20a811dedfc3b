package web

import (
	"net/url"
	"strconv"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/sources"
)

func (s *Server) sources(r *request) (reply, error) {
	q, before := r.URL.Query().Get("q"), queryID[factcheck.SourceID](r.Request, "before")
	found, err := s.workflow.Sources(r.Context(), r.actor(), q, before, pageSize)
	if err != nil {
		return reply{}, err
	}
	path := "/sources"
	if q != "" {
		path += "?" + url.Values{"q": {q}}.Encode()
	}
	page := sources.ListPage{Page: s.frame(r, "Sources", layout.Sources), Query: q, Pager: older(path, int64(found.Next), int64(before))}
	for _, src := range found.Sources {
		page.Rows = append(page.Rows, sources.Row{
			URL: "/sources/" + idText(src.ID), Title: src.Name(), Publisher: src.Publisher, Tier: string(src.Tier),
			Kind: src.Kind.Label(), Published: day(src.PublishedOn), Uses: "used for " + counted(src.Uses, "claim"),
		})
	}
	return show(sources.List(page)), nil
}

func (s *Server) source(r *request) (reply, error) { return s.sourcePage(r, nil, nil) }

// sourcePage is a source. typed is the form that err sent back, if one did.
func (s *Server) sourcePage(r *request, typed *workflow.EditSource, err error) (reply, error) {
	id, idErr := pathID[factcheck.SourceID](r.Request, "id", "source")
	if idErr != nil {
		return reply{}, idErr
	}
	found, findErr := s.workflow.Source(r.Context(), r.actor(), id)
	if findErr != nil {
		return reply{}, findErr
	}
	page := s.sourceModel(r, &found)
	if r.actor().Role.AtLeast(factcheck.Editor) {
		page.Edit = sourceForm(&found, typed, err)
	}
	rep := show(sources.Source(page))
	if err != nil {
		rep.status = formStatus(err)
	}
	return rep, nil
}

func (s *Server) editSource(r *request) (reply, error) {
	id, err := pathID[factcheck.SourceID](r.Request, "id", "source")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.EditSource{
		Source: id, Revision: f.revision(), Title: f.line("title"), Citation: f.line("citation"), Publisher: f.line("publisher"),
		Author: f.line("author"), PublishedOn: f.date("published_on"), Kind: factcheck.SourceKind(f.line("kind")), Tier: factcheck.Tier(f.line("tier")),
	}
	if err = f.err(); err == nil {
		err = s.workflow.EditSource(r.Context(), r.command(f), in)
	}
	if isRefusal(err) && !wantsJSON(r.Request) {
		return s.sourcePage(r, &in, err)
	}
	return seeWith("/sources/"+idText(id), "The source is corrected."), err
}

// sourceForm is the form to correct a source: as it is, or as it was typed when err sent it back.
func sourceForm(found *workflow.SourcePage, typed *workflow.EditSource, err error) *sources.EditForm {
	src := &found.Source
	stored := workflow.EditSource{
		Title: src.Title, Citation: src.Citation, Publisher: src.Publisher, Author: src.Author, PublishedOn: src.PublishedOn, Kind: src.Kind, Tier: src.Tier,
	}
	form := sources.EditForm{
		Form: newForm(src.Revision), Action: "/sources/" + idText(src.ID), InUse: reasons(found.InUse), NoAddress: src.URL == "",
	}
	if typed == nil {
		typed = &stored
	} else {
		form.Form, form.Open = refused(form.Form, err), true
		if errs.KindOf(err) == errs.Stale {
			form.Conflict = sourceConflict(&stored, typed)
		}
	}
	form.Title, form.Citation, form.Publisher, form.Author = typed.Title, typed.Citation, typed.Publisher, typed.Author
	form.PublishedOn = day(typed.PublishedOn).ISO
	for _, kind := range factcheck.SourceKinds() {
		form.Kinds = append(form.Kinds, components.Option{Value: string(kind), Label: kind.Label(), Selected: kind == typed.Kind})
	}
	for _, tier := range factcheck.Tiers() {
		form.Tiers = append(form.Tiers, components.Option{Value: string(tier), Label: capital(string(tier)), Selected: tier == typed.Tier})
	}
	return &form
}

// sourceConflict shows what is stored beside what was typed.
func sourceConflict(now, typed *workflow.EditSource) *components.Conflict {
	c := &components.Conflict{By: "Somebody"}
	for _, f := range []components.ConflictField{
		{Label: "Title", Theirs: now.Title, Yours: typed.Title},
		{Label: "Citation", Theirs: now.Citation, Yours: typed.Citation},
		{Label: "Publisher", Theirs: now.Publisher, Yours: typed.Publisher},
		{Label: "Author", Theirs: now.Author, Yours: typed.Author},
		{Label: "Published", Theirs: day(now.PublishedOn).Text, Yours: day(typed.PublishedOn).Text},
		{Label: "Kind", Theirs: now.Kind.Label(), Yours: typed.Kind.Label()},
		{Label: "Tier", Theirs: string(now.Tier), Yours: string(typed.Tier)},
	} {
		if f.Theirs != f.Yours {
			c.Fields = append(c.Fields, f)
		}
	}
	return c
}

// sourceModel is a source with the claims that rest on it.
func (s *Server) sourceModel(r *request, found *workflow.SourcePage) sources.SourcePage {
	src := &found.Source
	page := sources.SourcePage{
		Page: s.frame(r, src.Name(), layout.Sources), Title: src.Name(), Citation: src.Citation,
		Address: components.Link{Text: src.URL, URL: src.URL}, Publisher: src.Publisher, Author: src.Author,
		Tier: string(src.Tier), Kind: src.Kind.Label(), Published: day(src.PublishedOn), Added: since(src.CreatedAt),
	}
	for _, u := range found.Uses {
		page.Uses = append(page.Uses, sources.Use{
			Claim: components.Link{Text: u.Statement, URL: claimPath(u.ClaimID)}, Article: components.Link{Text: u.ArticleTitle},
			Stance: u.Stance, Status: statusView(u.Status), Rating: ratingOf(u.RatingLabel, u.RatingColour),
		})
	}
	return page
}

func (s *Server) claimant(r *request) (reply, error) {
	id, err := pathID[factcheck.ClaimantID](r.Request, "id", "claimant")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Claimant(r.Context(), r.actor(), id)
	if err != nil {
		return reply{}, err
	}
	page := sources.ClaimantPage{
		Page: s.frame(r, found.Claimant.Name, layout.Sources), Name: found.Claimant.Name, Kind: claimantKind(found.Claimant.Kind),
	}
	tally := map[components.Rating]int{}
	var order []components.Rating
	for _, u := range found.Claims {
		rating := ratingOf(u.RatingLabel, u.RatingColour)
		page.Claims = append(page.Claims, sources.ClaimRow{
			URL: claimPath(u.ClaimID), Statement: u.Statement, Article: components.Link{Text: u.ArticleTitle},
			Status: statusView(u.Status), Rating: rating,
		})
		if u.Status == factcheck.Approved && rating.Label != "" {
			if tally[rating] == 0 {
				order = append(order, rating)
			}
			tally[rating]++
		}
	}
	for _, rating := range order {
		page.Tally = append(page.Tally, sources.Tally{Rating: rating, Count: strconv.Itoa(tally[rating])})
	}
	return show(sources.Claimant(page)), nil
}

func claimantKind(k factcheck.ClaimantKind) string {
	if k == factcheck.OrganizationClaimant {
		return "Organisation"
	}
	return "Person"
}
