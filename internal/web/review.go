package web

import (
	"bytes"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/review"
)

func reviewPath(id factcheck.ClaimID) string { return "/review/" + idText(id) }

// reviewNext lists what waits for review, with the claim this reviewer may begin with.
func (s *Server) reviewNext(r *request) (reply, error) {
	waiting, err := s.workflow.Queue(r.Context(), r.actor(), workflow.QueueFilter{View: string(factcheck.InReview), Limit: pageSize})
	if err != nil {
		return reply{}, err
	}
	first, err := s.workflow.NextToReview(r.Context(), r.actor(), 0)
	if err != nil {
		return reply{}, err
	}
	list := review.List{Page: s.frame(r, "Review", layout.Review)}
	if first != 0 {
		list.Start = reviewPath(first)
	}
	for _, c := range waiting.Rows {
		row := review.Row{
			Title: c.Statement, URL: reviewPath(c.ID), Article: components.Link{Text: c.ArticleTitle, URL: articlePath(c.ArticleID)},
			Rating: ratingOf(c.RatingLabel, c.RatingColour), Submitted: "submitted",
		}
		if c.SubmittedAt != nil {
			row.When = since(*c.SubmittedAt)
		}
		list.Waiting = append(list.Waiting, row)
	}
	return show(review.ListView(list)), nil
}

func (s *Server) reviewStep(r *request) (reply, error) {
	id, err := pathID[factcheck.ClaimID](r.Request, "id", "claim")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Review(r.Context(), r.actor(), id)
	if err != nil {
		return reply{}, err
	}
	if found.Claim.Status != factcheck.InReview {
		return seeWith(claimPath(id), "This claim is not in review any more."), nil
	}
	return show(review.StepView(s.stepModel(r, &found, nil))), nil
}

// stepModel is one claim under review; back is the decision that was refused.
func (s *Server) stepModel(r *request, found *workflow.ReviewPage, back *returned) review.Step {
	c := &found.Claim
	step := review.Step{
		Page: s.frame(r, claimTitle(c), layout.Review), Title: claimTitle(c), Panel: s.newPanel(r, &found.ClaimPage, onReview, back).view(),
		Article: components.Link{Text: found.Article.Title, URL: articlePath(c.Article)}, InPlace: benchPath(c.Article, c.ID),
		Passage: passage(&found.ClaimPage), Rules: stepRules(c),
	}
	step.Page.Wide = true
	step.Page.Flashes = append(step.Page.Flashes, back.flashes()...)
	if found.Next != 0 && found.Next != c.ID {
		step.Skip = components.Link{Text: "Next, without deciding", URL: reviewPath(found.Next)}
	}
	// The text of an earlier look is not kept, but its hash is: the same hash is the same text.
	for _, look := range c.Reviews {
		if look.Reviewer.ID == r.actor().Account && bytes.Equal(look.ContentHash, c.ContentHash) {
			step.Since = since(look.CreatedAt)
		}
	}
	return step
}

// stepRules is the evidence rule of the claim's rating, met or not.
func stepRules(c *factcheck.Claim) []components.Check {
	if c.Verdict == nil || c.Verdict.Rating == nil {
		return nil
	}
	rule := c.Verdict.Rating.Rule
	unmet := rule.Unmet(c.Evidence, c.Verdict.SearchNote)
	check := components.Check{Done: len(unmet) == 0, Text: rule.Sentence()}
	if len(unmet) > 0 {
		check.Detail = unmet[0].Detail
	}
	return []components.Check{check}
}
