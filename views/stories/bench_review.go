package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/claims"
	"factdesk/views/pages/review"
)

func statementDiff() []components.FieldDiff {
	return []components.FieldDiff{
		{Label: "Statement", Diff: []components.Diff{{Kind: components.Same, Text: "No other port "}, {Kind: components.Removed, Text: "in the region"}, {Kind: components.Added, Text: "on the strait"}, {Kind: components.Same, Text: " handled as many containers last year as Port Lysander."}}},
		{Label: "Rationale", Diff: []components.Diff{{Kind: components.Same, Text: "… 2,611,400 for Corvin. "}, {Kind: components.Added, Text: "Port Lysander is second on the strait, not first."}}},
	}
}

func wholeClaim() claims.Model {
	p := approvedPanel()
	p.Version, p.URL, p.Number, p.Previous, p.Next = 2, "", 0, "", ""
	p.Forms.Page = "claim"
	text := benchText(benchArticle(), benchClaims(), 1)
	text.Blocks = components.Passage(text.Blocks, 0)
	return claims.Model{
		Page: wide("Claim", layout.Articles), Title: p.Statement.Text, Article: components.Link{Text: "Port Lysander overtakes Corvin, and a tunnel nobody can see", URL: "/articles/1"},
		Panel: p, Passage: text, InPlace: claimURL(1),
		Versions: []claims.Version{{Number: 2, URL: "/claims/1", Current: true, Note: "approved"}, {Number: 1, URL: "/claims/1?version=1", Note: "approved; published in edition 1"}},
		History: []claims.Event{
			{Who: "Carla Duarte", What: "approved version 2", When: when("2026-09-05T11:00:00Z", "5 Sep 2026, 11:00 UTC")},
			{Who: "Ana Petrović", What: "changed the statement", When: when("2026-09-05T10:00:00Z", "5 Sep 2026, 10:00 UTC"), Diffs: statementDiff()},
			{Who: "Carla Duarte", What: "asked for changes", When: when("2026-09-04T09:30:00Z", "4 Sep 2026, 09:30 UTC"), Note: "Close. Two points."},
			{Who: "The splitter", What: "proposed the claim", When: when("2026-09-01T08:12:00Z", "1 Sep 2026, 08:12 UTC")},
		},
	}
}

func openClaim() claims.Model {
	m := wholeClaim()
	p := openPanel()
	p.URL, p.Number, p.Previous, p.Next, p.Forms.Page = "", 0, "", "", "claim"
	m.Panel, m.Title, m.Versions = p, p.Statement.Text, nil
	m.Passage = benchText(benchArticle(), benchClaims(), 7)
	m.Passage.Blocks = components.Passage(m.Passage.Blocks, 0)
	return m
}

func doneClaim() claims.Model {
	m := openClaim()
	step := components.StepForm{Action: "/articles/1/undo", Key: key + ".undo", Step: 11, Page: "claim", Verb: "Undo", What: "change the statement of this claim"}
	m.Page.Flashes = []components.Flash{{Kind: "ok", Text: "The statement is saved.", Offer: "undo", Step: &step}}
	return m
}

func olderClaim() claims.Model {
	m := wholeClaim()
	m.Older = &claims.Older{Version: 1, Newest: components.Link{Text: "See version 2, the newest", URL: "/claims/1"}}
	m.Panel.Version, m.Panel.Actions = 1, nil
	m.Versions[0].Current, m.Versions[1].Current = false, true
	return m
}

func reviewList() review.List {
	article := components.Link{Text: "Port Lysander overtakes Corvin", URL: "/articles/1"}
	at := when("2026-09-03T15:00:00Z", "3 Sep 2026, 15:00 UTC")
	return review.List{
		Page: page("Review", layout.Review), Start: "/review/2",
		Waiting: []review.Row{
			{Title: benchClaims()[1].statement, URL: "/review/2", Article: article, Rating: ratingFalse(), Submitted: "Ben Ito", When: at, Again: true},
			{Title: benchClaims()[5].statement, URL: "/review/6", Article: article, Rating: ratingUnproven(), Submitted: "Ana Petrović", When: at},
		},
		Barred: []review.Row{
			{Title: benchClaims()[2].statement, URL: "/review/3", Article: article, Rating: ratingTrue(), Submitted: "Ben Ito", When: at, Reasons: []components.Reason{
				{Rule: "four_eyes", Detail: "You added a source to this version.", Remedy: "Any reviewer who changed nothing of it can."},
			}},
		},
	}
}

func reviewStep() review.Step {
	p := inReviewPanel(true)
	p.Forms.Page = "review"
	p.Requests = []components.PanelRequest{{ID: "4", Field: "statement", FieldLabel: "Statement", Point: "Which region? Say the strait.", Status: components.Status{Name: "answered", Label: "Answered"}, By: "Carla Duarte", Answer: "Changed to “on the strait”.", AnsweredBy: "Ben Ito"}}
	p.Reviews = []components.PanelReview{{Reviewer: "Carla Duarte", Decision: "asked for changes", Version: 1, When: when("2026-09-02T16:00:00Z", "2 Sep 2026, 16:00 UTC"), Note: "One point."}}
	p.Actions = p.Actions[:2]
	text := benchText(benchArticle(), benchClaims(), 2)
	text.Blocks = components.Passage(text.Blocks, 1)
	return review.Step{
		Page: wide("Review", layout.Review), Place: 2, Total: 5, Skip: components.Link{Text: "Skip", URL: "/review/6"},
		Panel: p, Title: p.Statement.Text, Article: components.Link{Text: "Port Lysander overtakes Corvin, and a tunnel nobody can see", URL: "/articles/1"},
		InPlace: claimURL(2), Passage: text,
		Rules: []components.Check{
			{Done: true, Text: "“False” needs 1 primary source, or 2 secondary sources of different independence groups.", Detail: "There is 1 primary source."},
			{Done: true, Text: "Every point of a reviewer is answered."},
		},
		Since: when("2026-09-02T16:00:00Z", "2 Sep 2026, 16:00 UTC"), Changed: statementDiff(),
	}
}

func barredStep() review.Step {
	s := reviewStep()
	p := inReviewPanel(false)
	p.Forms.Page = "review"
	p.Actions = p.Actions[:2]
	s.Panel, s.Since, s.Changed = p, components.When{}, nil
	s.Rules[0] = components.Check{Text: s.Rules[0].Text, Detail: "There is 1 secondary source so far."}
	return s
}
