package web

import (
	"strings"

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
	step := s.stepModel(r, &found, nil)
	compare(&found, &step)
	return show(review.StepView(step)), nil
}

// compare tells the reviewer what changed since they last decided on the claim.
func compare(found *workflow.ReviewPage, step *review.Step) {
	if found.Last.Claim == nil {
		return
	}
	step.Since = since(found.Last.At)
	step.Changed = claimDiffs(found.Last.Claim, &found.Claim, found.Article.Publisher)
}

// claimDiffs compares two versions of a claim part by part.
func claimDiffs(before, after *factcheck.Claim, publisher string) []components.FieldDiff {
	var list []components.FieldDiff
	old := claimTexts(before, publisher)
	for i, now := range claimTexts(after, publisher) {
		if now.value != old[i].value {
			list = append(list, components.FieldDiff{Label: now.label, Diff: wordDiff(old[i].value, now.value)})
		}
	}
	return list
}

// claimTexts is all that a reviewer judges, as text.
func claimTexts(c *factcheck.Claim, publisher string) []storedField {
	var attribution, rating, rationale, searched string
	if c.Attribution != nil {
		attribution = attributionWords(c.Attribution, publisher)
	}
	if v := c.Verdict; v != nil {
		rating, rationale, searched = ratingView(v.Rating).Label, v.Rationale, v.SearchNote
	}
	var sources []string
	for i := range c.Evidence {
		e := &c.Evidence[i]
		sources = append(sources, strings.Join([]string{string(e.Stance), string(e.Tier), e.Source.Name(), e.Quote, e.Locator, e.Note}, " "))
	}
	return []storedField{
		{label: "Quote", value: c.Quoted()}, {label: "Statement", value: c.Statement}, {label: "Who says so", value: attribution},
		{label: "Rating", value: rating}, {label: "Rationale", value: rationale}, {label: "What was searched", value: searched},
		{label: "Evidence", value: strings.Join(sources, "\n")},
	}
}

// stepModel is one claim under review; back is the decision that was refused.
func (s *Server) stepModel(r *request, found *workflow.ReviewPage, back *returned) review.Step {
	c := &found.Claim
	step := review.Step{
		Page: s.frame(r, claimTitle(c), layout.Review), Title: claimTitle(c), Panel: s.newPanel(r, &found.ClaimPage, onReview, back).view(),
		Article: components.Link{Text: found.Article.Title, URL: articlePath(c.Article)}, InPlace: benchPath(c.Article, c.ID, ""),
		Passage: passage(&found.ClaimPage), Rules: stepRules(c),
	}
	step.Page.Wide = true
	step.Page.Flashes = append(step.Page.Flashes, back.flashes()...)
	if found.Next != 0 && found.Next != c.ID {
		step.Skip = components.Link{Text: "Next, without deciding", URL: reviewPath(found.Next)}
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
