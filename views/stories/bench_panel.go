package stories

import (
	"strconv"

	"factdesk/views/components"
)

func claimURL(number int) string { return "/articles/1?claim=" + strconv.Itoa(number) + "#claim-panel" }

func claimTypes() []components.Option {
	return []components.Option{
		{Value: "quote", Label: "Quote", Hint: "Somebody said these words."},
		{Value: "numerical", Label: "Numerical", Hint: "A number, a comparison or a statistic."},
		{Value: "event", Label: "Event or property", Hint: "Something happened, or something is so."},
		{Value: "position", Label: "Position statement", Hint: "Somebody holds or supports a position."},
		{Value: "causal", Label: "Causal", Hint: "One thing made another happen."},
		{Value: "speculative", Label: "Speculative", Hint: "Something will or would happen."},
		{Value: "media_publishing", Label: "Media publishing", Hint: "A picture, video or document was published where and when it is said."},
		{Value: "media_analysis", Label: "Media analysis", Hint: "What a picture, video or document shows."},
		{Value: "opinion", Label: "Opinion", Hint: "A judgement that evidence can support or undermine."},
	}
}

func ratingGroups() []components.RatingGroup {
	choice := func(id, label string, tone components.Tone, definition string) components.RatingChoice {
		return components.RatingChoice{ID: id, Rating: components.Rating{Label: label, Tone: tone, Definition: definition}}
	}
	return []components.RatingGroup{
		{Rule: "Needs 1 primary source, or 2 secondary sources of different independence groups.", Ratings: []components.RatingChoice{
			choice("1", "True", components.Green, "The statement is accurate and nothing significant is missing."),
			choice("2", "Mostly true", components.Teal, "The statement is accurate but needs a clarification or more context."),
			choice("3", "Half true", components.Amber, "The statement holds something true but leaves out, or mixes in, what changes its meaning."),
			choice("4", "Mostly false", components.Orange, "The statement holds something true but gives a wrong impression."),
			choice("5", "False", components.Red, "The statement is not accurate."),
		}},
		{Rule: "Needs a note of what was searched, and where.", Ratings: []components.RatingChoice{
			choice("6", "Without evidence", components.Grey, "Whoever said it offered no evidence, and a search found none for or against it."),
			choice("7", "Unproven", components.Grey, "The evidence that can be had does not settle the statement either way."),
		}},
	}
}

func sampleEvidence() []components.EvidenceItem {
	return []components.EvidenceItem{
		{ID: "21", Source: components.Link{Text: "Container throughput by port, annual tables", URL: "/sources/4"}, URL: "https://statistics.example/ports", Details: "National Statistics Office, 14 Feb 2026",
			Stance: "refutes", Tier: "primary", Kind: "Data set", Quote: "Corvin 2,611,400; Port Lysander 2,402,118", Locator: "Table 3", Note: "Corvin is ahead by 209,000.",
			Accessed: when("2026-09-03", "3 Sep 2026"), AddedBy: "Ana Petrović", Edit: components.EvidenceForm{Stance: "refutes", Quote: "Corvin 2,611,400; Port Lysander 2,402,118", Locator: "Table 3", AccessedOn: "2026-09-03"}},
		{ID: "22", Source: components.Link{Text: "Lysander breaks its record", URL: "/sources/5"}, URL: "https://post.example/record", Details: "Evening Post, Jo Amsel, 2 Jan 2026",
			Stance: "context", Tier: "secondary", Kind: "Web page", Group: "port authority release", Accessed: when("2026-09-03", "3 Sep 2026"), AddedBy: "Ben Ito"},
	}
}

func evidenceForm() components.EvidenceForm {
	return components.EvidenceForm{
		Library: []components.Option{{Value: "", Label: "None: a new source"}, {Value: "4", Label: "Container throughput by port, annual tables"}, {Value: "5", Label: "Lysander breaks its record"}},
		Kinds:   []components.Option{{Value: "page", Label: "Web page"}, {Value: "document", Label: "Document"}, {Value: "dataset", Label: "Data set"}, {Value: "person", Label: "Person"}, {Value: "factcheck", Label: "Fact-check by others"}},
		Stance:  "supports", Tier: "primary", Kind: "page", AccessedOn: "2026-09-03",
	}
}

func declineForm() *components.PanelDecline {
	return &components.PanelDecline{Reasons: []components.Option{
		{Value: "not_checkable", Label: "Not checkable"}, {Value: "opinion", Label: "Opinion"}, {Value: "prediction", Label: "Prediction"},
		{Value: "duplicate", Label: "Duplicate of another claim"}, {Value: "out_of_scope", Label: "Out of scope"},
	}, Duplicates: []components.Option{{Value: "", Label: "None"}, {Value: "6", Label: "Claim 6: The transport ministry paid for a rail tunnel"}}}
}

func accept() components.PanelAction {
	return components.PanelAction{Name: "accept", Text: "Accept", Keycap: "a", Kind: "primary", Allowed: true}
}

func decline() components.PanelAction {
	return components.PanelAction{Name: "decline", Text: "Decline", Keycap: "x", Allowed: true}
}

func submit(reasons ...components.Reason) components.PanelAction {
	return components.PanelAction{Name: "submit", Text: "Submit for review", Keycap: "r", Kind: "primary", Allowed: len(reasons) == 0, Reasons: reasons}
}

// benchPanel is the panel of one of the sample claims with what every status shares.
func benchPanel(c benchClaim) components.ClaimPanel {
	p := components.ClaimPanel{
		ID: strconv.Itoa(c.number), Number: c.number, Version: 1, Status: c.status, Rating: c.rating,
		URL:   "/claims/" + strconv.Itoa(c.number),
		Forms: components.PanelForms{Key: key, Revision: 7, ContentHash: "0f9a", Page: "workbench"},
		Quote: components.PanelQuote{Lang: "en"},
		Statement: components.PanelStatement{
			Text: c.statement, Type: "event", TypeLabel: "Event or property", Types: claimTypes(), Lang: "en",
		},
		Attribution: components.PanelAttribution{Summary: "Hector Vane, opposition leader until March, in this article (“claimed”)", Speaker: "Hector Vane", Kind: "person", Cue: "claimed", Claimant: components.Link{Text: "All claims of Hector Vane", URL: "/claimants/3"}},
		Assignment:  components.Assignment{Name: c.holder, Mine: c.holder == "Ana Petrović"},
	}
	if c.number > 1 {
		p.Previous = claimURL(c.number - 1)
	}
	if c.number < len(benchClaims()) {
		p.Next = claimURL(c.number + 1)
	}
	for i, q := range c.quotes {
		p.Quote.Spans = append(p.Quote.Spans, components.PanelSpan{Ordinal: i + 1, Start: 100 * (i + 1), End: 100*(i+1) + len(q), Prefix: " led until March, ", Exact: q, Suffix: ", and the "})
	}
	return p
}

// editable opens every part of a panel to change.
func editable(p components.ClaimPanel) components.ClaimPanel {
	p.Quote.Editable, p.Statement.Editable, p.Attribution.Editable = true, true, true
	if p.Evidence != nil {
		p.Evidence.Editable, p.Evidence.New = true, evidenceForm()
	}
	if p.Verdict != nil {
		p.Verdict.Editable = true
	}
	p.Decline = declineForm()
	p.Assignment.Me = "1"
	p.Assignment.Members = []components.Option{{Value: "", Label: "Nobody"}, {Value: "1", Label: "Ana Petrović"}, {Value: "2", Label: "Ben Ito"}}
	return p
}

func candidatePanel() components.ClaimPanel {
	p := editable(benchPanel(benchClaims()[8]))
	p.Line, p.LineWhen = "Proposed when the article came in", when("2026-09-01T08:12:00Z", "1 Sep 2026, 08:12 UTC")
	p.Why = components.PanelWhy{Score: "0.81", Open: true, Reasons: []string{"attributed to Hector Vane (“claimed”)", "hedge: “without evidence”", "an event that somebody would have seen"}}
	p.Attribution.Proposed, p.Attribution.Hedge = true, "without evidence"
	p.Attribution.Claimant = components.Link{}
	p.Actions = []components.PanelAction{accept(), decline()}
	return p
}

func openPanel() components.ClaimPanel {
	c := benchClaims()[6]
	p := benchPanel(c)
	p.Line, p.LineWhen = "Accepted by Ana Petrović", when("2026-09-02T10:00:00Z", "2 Sep 2026, 10:00 UTC")
	p.Evidence = &components.PanelEvidence{Rule: "Choose a rating to see what evidence it needs."}
	p.Verdict = &components.PanelVerdict{Scale: "Accuracy, version 1", Groups: ratingGroups()}
	p.Overlaps, p.SameWords = []components.Link{{Text: "claim 6", URL: claimURL(6)}}, []components.Link{{Text: "claim 8", URL: claimURL(8)}}
	p = editable(p)
	p.Actions = []components.PanelAction{submit(
		components.Reason{Rule: "rating", Field: "rating", Detail: "The claim has no rating.", Remedy: "An editor can choose one from the desk’s scale."},
		components.Reason{Rule: "evidence", Field: "evidence", Detail: "The claim has no sources.", Remedy: "An editor can add a source that supports or refutes the claim."},
	), decline()}
	return p
}

func judged(p components.ClaimPanel) components.ClaimPanel {
	p.Evidence = &components.PanelEvidence{Items: sampleEvidence(), RuleMet: &components.Check{Done: true, Text: "Evidence rule met", Detail: "1 primary source."}}
	p.Verdict = &components.PanelVerdict{
		Scale: "Accuracy, version 1", Groups: ratingGroups(), Rating: ratingFalse(), Selected: "5",
		Rationale: "The statistics office counts 2,402,118 containers for Port Lysander and 2,611,400 for Corvin. Port Lysander is second on the strait, not first.",
		DecidedBy: "Ana Petrović", DecidedAt: when("2026-09-03T14:05:00Z", "3 Sep 2026, 14:05 UTC"),
	}
	p.Contributors = []string{"Ana Petrović", "Ben Ito"}
	return p
}

func returnedPanel() components.ClaimPanel {
	p := judged(benchPanel(benchClaims()[5]))
	p.Rating = ratingUnproven()
	p.Verdict.Rating, p.Verdict.Selected = ratingUnproven(), "6"
	p.Verdict.SearchNote = "Tender gazette 2024 to 2026, budget annexes, three requests to the ministry."
	p.Line, p.LineWhen = "Sent back by Carla Duarte", when("2026-09-04T09:30:00Z", "4 Sep 2026, 09:30 UTC")
	p = editable(p)
	p.Decline = nil
	open := components.Status{Name: "open", Label: "Not answered"}
	p.Requests = []components.PanelRequest{
		{ID: "3", Field: "evidence", FieldLabel: "Evidence", Point: "Who counted, and when? The table has no date.", Status: open, By: "Carla Duarte", When: p.LineWhen, Answerable: true},
		{ID: "4", Field: "statement", FieldLabel: "Statement", Point: "“Secretly” is Vane’s word. Keep it or leave it out, but say why.", Status: components.Status{Name: "answered", Label: "Answered"}, By: "Carla Duarte", When: p.LineWhen, Answer: "Left out: the statement is about the payment.", AnsweredBy: "Ana Petrović"},
	}
	p.Reviews = []components.PanelReview{{Reviewer: "Carla Duarte", Decision: "asked for changes", Version: 1, When: p.LineWhen, Note: "Close. Two points."}}
	p.Actions = []components.PanelAction{submit(components.Reason{Rule: "change_requests", Field: "change_requests", Detail: "1 point of the reviewer is not answered.", Remedy: "An editor can answer each."})}
	return p
}
