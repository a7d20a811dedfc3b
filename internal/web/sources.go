package web

import (
	"strconv"

	"factdesk/internal/factcheck"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/sources"
	"net/url"
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

func (s *Server) source(r *request) (reply, error) {
	id, err := pathID[factcheck.SourceID](r.Request, "id", "source")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Source(r.Context(), r.actor(), id)
	if err != nil {
		return reply{}, err
	}
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
	return show(sources.Source(page)), nil
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
