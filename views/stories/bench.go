package stories

import (
	"strconv"
	"strings"

	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/claims"
	"factdesk/views/pages/review"
	"factdesk/views/pages/workbench"
)

func benchStories() []Story {
	full := bench(candidatePanel(), 9)
	full.Make.Open = false
	return []Story{
		{Name: "workbench/candidate", Title: "Workbench, a candidate", Component: workbench.View(full)},
		{Name: "workbench/found", Title: "Workbench, a candidate with all that was found of it", Component: workbench.View(bench(foundPanel(), 9))},
		{Name: "workbench/denied", Title: "Workbench, a claim its speaker denies, reworded", Component: workbench.View(bench(deniedPanel(), 7))},
		{Name: "workbench/sentences", Title: "Workbench, sentence by sentence", Component: workbench.View(apartBench())},
		{Name: "workbench/outdated", Title: "Workbench, a language without rules, and newer rules", Component: workbench.View(outdatedBench())},
		{Name: "workbench/open", Title: "Workbench, an open claim that cannot be submitted yet", Component: workbench.View(bench(openPanel(), 7))},
		{Name: "workbench/changes", Title: "Workbench, a claim that came back, in two pieces", Component: workbench.View(bench(returnedPanel(), 6))},
		{Name: "workbench/in-review-contributor", Title: "Workbench, in review, seen by a contributor", Component: workbench.View(bench(inReviewPanel(false), 2))},
		{Name: "workbench/in-review-reviewer", Title: "Workbench, in review, seen by a reviewer", Component: workbench.View(bench(inReviewPanel(true), 2))},
		{Name: "workbench/approved", Title: "Workbench, an approved and published claim", Component: workbench.View(bench(approvedPanel(), 1))},
		{Name: "workbench/declined", Title: "Workbench, a declined claim", Component: workbench.View(bench(declinedPanel(), 4))},
		{Name: "workbench/conflict", Title: "Workbench, somebody saved first", Component: workbench.View(bench(conflictPanel(), 7))},
		{Name: "workbench/refused", Title: "Workbench, forms that came back", Component: workbench.View(refusedBench())},
		{Name: "workbench/undo", Title: "Workbench, something was done and something can be done again", Component: workbench.View(undoBench())},
		{Name: "workbench/undone", Title: "Workbench, the only claim was undone", Component: workbench.View(undoneBench())},
		{Name: "workbench/empty", Title: "Workbench, no claims", Component: workbench.View(emptyBench())},
		{Name: "workbench/hostile", Title: "Workbench, long words and two directions", Component: workbench.View(hostileBench())},
		{Name: "claims/whole", Title: "A claim whole", Component: claims.View(wholeClaim())},
		{Name: "claims/open", Title: "A claim whole, being checked", Component: claims.View(openClaim())},
		{Name: "claims/done", Title: "A claim whole, with the way back from what was just done", Component: claims.View(doneClaim())},
		{Name: "claims/older", Title: "An older version of a claim", Component: claims.View(olderClaim())},
		{Name: "review/list", Title: "Review, what waits", Component: review.ListView(reviewList())},
		{Name: "review/empty", Title: "Review, nothing waits", Component: review.ListView(review.List{Page: page("Review", layout.Review)})},
		{Name: "review/step", Title: "Review, a claim that comes again", Component: review.StepView(reviewStep())},
		{Name: "review/barred", Title: "Review, a claim one has worked on", Component: review.StepView(barredStep())},
	}
}

func wide(title string, section layout.Section) layout.Page {
	p := page(title, section)
	p.Wide = true
	return p
}

func bench(p components.ClaimPanel, current int) workbench.Model {
	list := benchClaims()
	m := workbench.Model{
		Page: wide("Port Lysander overtakes Corvin", layout.Articles), ID: "1", Title: "Port Lysander overtakes Corvin, and a tunnel nobody can see", Version: 1,
		Facts:    []components.Link{{Text: "Evening Post"}, {Text: "Jo Amsel"}, {Text: "1 Sep 2026"}, {Text: "Original", URL: "https://post.example/port"}},
		Report:   workbench.Report{URL: "/reports/1", Text: "Report, edition 1"},
		Text:     benchText(benchArticle(), list, current),
		Views:    benchWays(false),
		Split:    workbench.Split{Line: "Taken apart by the rules “news-2” ", When: when("2026-09-01T08:12:00Z", "1 Sep 2026, 08:12 UTC")},
		Panel:    &p,
		Position: "Claim " + strconv.Itoa(current) + " of " + strconv.Itoa(len(list)),
		Make:     workbench.Make{Allowed: true, Form: components.Form{Key: key + ".make"}, Types: claimTypes(), Type: "event"},
		Filters: []components.Tab{
			{Text: "All", URL: "/articles/1", Count: "12", Current: true}, {Text: "Candidates", URL: "/articles/1?show=candidate", Count: "5"},
			{Text: "Open", URL: "/articles/1?show=open", Count: "3"}, {Text: "To answer", URL: "/articles/1?show=changes_requested", Count: "1"},
			{Text: "In review", URL: "/articles/1?show=in_review", Count: "1"}, {Text: "Done", URL: "/articles/1?show=done", Count: "2"},
		},
	}
	for _, s := range sampleStatuses() {
		count := workbench.Count{Status: s}
		for _, c := range list {
			if c.status.Name == s.Name {
				count.Claims++
			}
		}
		m.Progress = append(m.Progress, count)
	}
	for _, c := range list {
		m.Claims = append(m.Claims, workbench.Item{
			ID: strconv.Itoa(c.number), Number: c.number, Text: c.statement, URL: claimURL(c.number), Current: c.number == current,
			Status: c.status, Rating: c.rating, Holder: c.holder, Attention: c.attention,
		})
	}
	if len(m.Claims) > 8 {
		m.Claims[8].Parts = sampleFilled()
	}
	return m
}

func inReviewPanel(reviewer bool) components.ClaimPanel {
	p := judged(benchPanel(benchClaims()[1]))
	p.Line, p.LineWhen = "Submitted by Ben Ito", when("2026-09-03T15:00:00Z", "3 Sep 2026, 15:00 UTC")
	p.Contributors = []string{"Ben Ito"}
	reasons := []components.Reason(nil)
	if reviewer {
		p.Returns = &components.PanelReturns{Fields: contentFields()}
	} else {
		p.Contributors = []string{"Ana Petrović", "Ben Ito"}
		reasons = []components.Reason{{Rule: "four_eyes", Detail: "Nobody reviews what they changed anything of: statement, quote, attribution, evidence or verdict.", Remedy: "Any reviewer who changed nothing of it can."}}
	}
	p.Actions = []components.PanelAction{
		{Name: "approve", Text: "Approve", Keycap: "Shift+A", Kind: "primary", Allowed: reviewer, Reasons: reasons},
		{Name: "request-changes", Text: "Request changes", Keycap: "Shift+R", Allowed: reviewer, Reasons: reasons},
		{Name: "withdraw", Text: "Withdraw", Allowed: false, Reasons: []components.Reason{{Rule: "withdraw", Detail: "A claim is withdrawn from review by whoever submitted it.", Remedy: "Ask Ben Ito, or an admin of the desk."}}},
	}
	return p
}

func contentFields() []components.Option {
	return []components.Option{
		{Value: "statement", Label: "Statement"}, {Value: "quote", Label: "Quote"}, {Value: "attribution", Label: "Attribution"},
		{Value: "evidence", Label: "Evidence"}, {Value: "verdict", Label: "Verdict"}, {Value: "other", Label: "Other"},
	}
}

func approvedPanel() components.ClaimPanel {
	p := judged(benchPanel(benchClaims()[0]))
	p.Rating, p.Verdict.Rating, p.Verdict.Selected = ratingTrue(), ratingTrue(), "1"
	p.Evidence.Items[0].Stance, p.Evidence.Items[0].Note = "supports", "2,402,118: 2.4 million."
	p.Verdict.Rationale = "The statistics office counts 2,402,118 containers."
	p.Line, p.LineWhen = "Approved by Carla Duarte", when("2026-09-05T11:00:00Z", "5 Sep 2026, 11:00 UTC")
	p.Published = []components.Published{{Edition: 1, Report: components.Link{Text: "Port Lysander overtakes Corvin", URL: "/reports/1"}, Version: 1, When: when("2026-09-06", "6 Sep 2026")}}
	p.Reviews = []components.PanelReview{{Reviewer: "Carla Duarte", Approved: true, Decision: "approved", Version: 1, When: p.LineWhen}}
	p.Actions = []components.PanelAction{{Name: "edit", Text: "Edit: open a new version", Allowed: true}}
	return p
}

func declinedPanel() components.ClaimPanel {
	p := benchPanel(benchClaims()[3])
	p.Line, p.LineWhen = "Declined by Ana Petrović: duplicate of claim 2", when("2026-09-02T10:10:00Z", "2 Sep 2026, 10:10 UTC")
	p.Actions = []components.PanelAction{{Name: "reopen", Text: "Reopen", Kind: "primary", Allowed: true}}
	return p
}

func conflictPanel() components.ClaimPanel {
	p := openPanel()
	p.Statement.Text = "The ministry paid for a rail tunnel in Port Lysander."
	p.Forms.Revision = 9
	p.Conflict = &components.PanelConflict{
		By: "Ben Ito", When: when("2026-09-03T14:05:00Z", "3 Sep 2026, 14:05 UTC"), Action: "/claims/7/statement", Theirs: claimURL(7),
		Typed: []components.Typed{{Name: "statement", Value: "The ministry paid for a rail tunnel in Port Lysander."}, {Name: "type", Value: "event"}},
		Fields: []components.ConflictDiff{{
			Label:  "Statement",
			Theirs: []components.Diff{{Kind: components.Same, Text: "The "}, {Kind: components.Added, Text: "transport "}, {Kind: components.Same, Text: "ministry paid for a rail tunnel"}, {Kind: components.Added, Text: "."}},
			Yours:  []components.Diff{{Kind: components.Same, Text: "The ministry paid for a rail tunnel"}, {Kind: components.Added, Text: " in Port Lysander"}, {Kind: components.Same, Text: "."}},
		}},
	}
	return p
}

func refusedBench() workbench.Model {
	p := openPanel()
	p.Evidence.New.URL, p.Evidence.New.PublishedOn = "post.example/record", "2031-01-01"
	p.Forms.Failed, p.Forms.Message = "evidence", "The source was not added."
	p.Forms.Reasons = []components.Reason{
		{Rule: "field", Field: "url", Detail: "The address does not begin with http:// or https://."},
		{Rule: "field", Field: "published_on", Detail: "That day is still to come.", Remedy: "Give the day the source came out, or none."},
	}
	m := bench(p, 7)
	m.Make.Typed = "the tunnel"
	m.Make.Form.Message = "These words stand in the article more than once."
	m.Make.Form.Reasons = []components.Reason{{Rule: "ambiguous", Field: "occurrence", Detail: "“tunnel” stands in it three times.", Remedy: "Choose which is meant."}}
	m.Make.Occurrences = []components.Option{{Value: "1", Label: "1: … paid for a rail tunnel under the old town …"}, {Value: "2", Label: "2: … no contract for a tunnel has been signed …"}}
	return m
}

func undoBench() workbench.Model {
	m := bench(openPanel(), 7)
	m.Done = "Undone."
	m.Undo = &components.StepForm{Action: "/articles/1/undo", Key: key + ".undo", Step: 11, Page: "workbench", Verb: "Undo", What: "change the statement of claim 7", Keycap: "u"}
	m.Redo = &components.StepForm{Action: "/articles/1/redo", Key: key + ".redo", Step: 12, Page: "workbench", Verb: "Redo", What: "accept claim 9", Keycap: "Shift+U"}
	return m
}

func undoneBench() workbench.Model {
	m := emptyBench()
	m.Redo = &components.StepForm{Action: "/articles/1/redo", Key: key + ".redo", Step: 1, Page: "workbench", Verb: "Redo", What: "make a claim", Keycap: "Shift+U"}
	return m
}

func emptyBench() workbench.Model {
	m := bench(components.ClaimPanel{}, 0)
	m.Panel, m.Claims, m.Progress, m.Filters = nil, nil, nil, nil
	m.Text = benchText(benchArticle(), nil, 0)
	m.Report = workbench.Report{Text: "Start the report", Key: key, CanAdd: true}
	return m
}

func hostileBench() workbench.Model {
	arabic := "قالت الوزارة إن الميناء استقبل 2.4 مليون حاوية في العام الماضي."
	blocks := [][]benchSentence{
		{{"claim", "The " + longWord + " in " + longWord + " counted 💖 2.4 million <b>containers</b> & more."}, {"claim", "It did so twice."}},
		{{"claim", arabic}},
		{{"claim", strings.Repeat("Nothing stops here ", 30) + "at all."}},
	}
	list := []benchClaim{
		{1, status("open"), []string{longWord + " in " + longWord}, strings.Repeat(longWord, 2), ratingFalse(), longWord, longWord},
		{2, status("candidate"), []string{"الميناء استقبل 2.4 مليون حاوية"}, arabic, components.Rating{}, "", ""},
	}
	p := benchPanel(list[0])
	p.Evidence = &components.PanelEvidence{Items: []components.EvidenceItem{{ID: "31", Source: components.Link{Text: longWord + longWord, URL: "/sources/9"}, URL: "javascript:alert(1)", Details: arabic, Stance: "supports", Tier: "tertiary", Quote: longWord, Locator: longWord, Note: arabic, Group: longWord, AddedBy: longWord}}}
	p.Verdict = &components.PanelVerdict{Groups: ratingGroups()}
	p = editable(p)
	p.Attribution.Summary = longWord + ", " + arabic
	p.Line = "Accepted by " + longWord
	p.Actions = []components.PanelAction{submit(components.Reason{Detail: longWord, Remedy: arabic}), decline()}
	m := bench(p, 1)
	m.Title = longWord + " “" + arabic + "”"
	m.Text, m.Claims = benchText(blocks, list, 1), nil
	for _, c := range list {
		m.Claims = append(m.Claims, workbench.Item{ID: strconv.Itoa(c.number), Number: c.number, Text: c.statement, URL: claimURL(c.number), Current: c.number == 1, Status: c.status, Rating: c.rating, Holder: c.holder, Attention: c.attention})
	}
	return m
}
