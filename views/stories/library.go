package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/reports"
	"factdesk/views/pages/sources"
)

func sourceStories() []Story {
	japan := components.Link{Text: "China and Russia stand together against Japan", URL: "/articles/1"}
	list := sources.ListPage{Page: page("Sources", layout.Sources), Pager: components.Pager{OlderURL: "?before=1"}, Rows: []sources.Row{
		{URL: "/sources/1", Title: "Treaty of Peace with Japan, San Francisco, 8 September 1951", Publisher: "United Nations Treaty Series", Tier: "primary", Kind: "document", Published: when("1952-04-28", "28 Apr 1952"), Uses: "used for 2 claims"},
		{URL: "/sources/2", Title: longWord, Publisher: longWord, Tier: "tertiary", Kind: "web page", Uses: "used for 1 claim"},
	}}
	none := sources.ListPage{Page: page("Sources", layout.Sources), Query: longWord}
	one := sources.SourcePage{
		Page: page("Treaty of Peace with Japan", layout.Sources), Title: list.Rows[0].Title, Citation: "136 UNTS 45, Article 2(c)",
		Address: components.Link{Text: "https://treaties.example.org/doc/136/volume-136-I-1832-English.pdf", URL: "https://treaties.example.org/doc/136"}, Publisher: "United Nations Treaty Series", Tier: "Primary", Kind: "Document",
		Published: when("1952-04-28", "28 Apr 1952"), Added: when("2026-09-03T09:00:00Z", "3 Sep 2026, 09:00 UTC"), AddedBy: "Ana Petrović",
		Captures: []sources.Capture{{At: when("2026-09-03T09:00:00Z", "3 Sep 2026, 09:00 UTC"), SHA256: "9f2c41ab07be55d0aa01fe779f2c41ab07be55d0aa01fe779f2c41ab07be55d0", Size: "148 KB", Type: "application/pdf"}},
		Uses: []sources.Use{
			{Claim: components.Link{Text: "Japan renounced sovereignty over parts of the archipelago in the 1951 San Francisco Treaty.", URL: "/claims/4"}, Article: japan, Stance: "Supports", Status: sampleStatuses()[4], Rating: ratingTrue(), Quote: "“Japan renounces all right, title and claim to the Kurile Islands”", Locator: "Article 2(c), page 50"},
		},
	}
	one.Edit = sourceForm()
	one.Edit.InUse = []components.Reason{{Rule: "source_in_use", Detail: "“Japan renounced sovereignty over parts of the archipelago in the 1951 San Francisco Treaty.” is approved and rests on it.", Remedy: "An editor can open a new version of it."}}
	again := one
	again.Edit = sourceForm()
	again.Edit.Open, again.Edit.Title = true, longWord
	again.Edit.Form = components.Form{Key: key, Revision: 3, Message: "Somebody else corrected this source in the meantime.", Reasons: []components.Reason{{Rule: "stale", Detail: "The source is not what it was when you opened the form.", Remedy: "Compare it with what you typed, and save again."}}}
	again.Edit.Conflict = &components.Conflict{By: "Somebody", Fields: []components.ConflictField{{Label: "Title", Theirs: one.Title, Yours: longWord}}}
	unused := one
	unused.Edit = sourceForm()
	unused.Uses, unused.Captures, unused.Title = nil, nil, longWord
	claimant := sources.ClaimantPage{
		Page: page("Dmitry Patrushev", layout.Sources), Name: "Dmitry Patrushev", Kind: "Person", Note: "Former secretary of Russia’s Security Council, as the article has it.", Aliases: []string{"Patrushev", "D. Patrushev"},
		Tally: []sources.Tally{{Rating: ratingUnproven(), Count: "2"}, {Rating: ratingFalse(), Count: "1"}},
		Claims: []sources.ClaimRow{
			{URL: "/claims/7", Statement: "NATO planned to use Japan’s fleet for global combat operations.", Article: japan, Status: sampleStatuses()[4], Rating: ratingUnproven(), Cue: "claimed", When: when("2026-09-02", "2 Sep 2026")},
			{URL: "/claims/8", Statement: longWord, Article: components.Link{Text: longWord, URL: "/articles/2"}, Status: sampleStatuses()[1], When: when("2026-09-02", "2 Sep 2026")},
		},
	}
	nobody := sources.ClaimantPage{Page: page("Nobody", layout.Sources), Name: longWord, Kind: "Organisation"}
	return []Story{
		{Name: "sources/list", Title: "Sources", Component: sources.List(list)},
		{Name: "sources/empty", Title: "No sources", Component: sources.List(sources.ListPage{Page: page("Sources", layout.Sources)})},
		{Name: "sources/none", Title: "Search without a match", Component: sources.List(none)},
		{Name: "sources/one", Title: "A source", Component: sources.Source(one)},
		{Name: "sources/unused", Title: "A source nothing uses", Component: sources.Source(unused)},
		{Name: "sources/correct-conflict", Title: "A source, somebody was faster", Component: sources.Source(again)},
		{Name: "sources/claimant", Title: "A claimant", Component: sources.Claimant(claimant)},
		{Name: "sources/claimant-empty", Title: "A claimant without claims", Component: sources.Claimant(nobody)},
	}
}

func sourceForm() *sources.EditForm {
	return &sources.EditForm{
		Form: components.Form{Key: key, Revision: 2}, Action: "/sources/1", Title: "Treaty of Peace with Japan, San Francisco, 8 September 1951",
		Citation: "136 UNTS 45, Article 2(c)", Publisher: "United Nations Treaty Series", PublishedOn: "1952-04-28",
		Kinds: []components.Option{{Value: "page", Label: "Web page"}, {Value: "document", Label: "Document", Selected: true}, {Value: "factcheck", Label: "Fact-check by others"}},
		Tiers: []components.Option{{Value: "primary", Label: "Primary", Selected: true}, {Value: "secondary", Label: "Secondary"}},
	}
}

func reportStories() []Story {
	list := reports.ListPage{Page: page("Reports", layout.Reports), Rows: []reports.Row{
		{URL: "/reports/1", Headline: "What Moscow and Beijing say about Japan, and what is known", Article: components.Link{Text: "China and Russia stand together against Japan", URL: "/articles/1"}, State: "Edition 2", Public: components.Link{Text: "Public page", URL: "/r/courier/japan"}, Changed: when("2026-09-03", "3 Sep 2026"), Claims: "7 claims"},
		{URL: "/reports/2", Headline: longWord, Article: components.Link{Text: longWord, URL: "/articles/2"}, State: "Not published", Changed: when("2026-09-03", "3 Sep 2026"), Claims: "No claims", Withdrawn: true},
	}}
	first := composePage()
	second := composePage()
	second.Edition, second.SlugFixed, second.Public = 1, true, components.Link{Text: "Public page", URL: "/r/courier/japan"}
	second.Editions = []reports.Edition{{Number: 1, URL: "/r/courier/japan/editions/1", At: when("2026-09-03T12:00:00Z", "3 Sep 2026, 12:00 UTC"), By: "Ben Ito"}}
	second.NotReady, second.Checks = nil, []components.Check{{Done: true, Text: "A headline and a summary"}, {Done: true, Text: "Every included claim is approved"}}
	second.Publish = reports.Publish{Form: components.Form{Key: key, Revision: 7, Message: "Edition 2 was not published.", Reasons: []components.Reason{{Rule: "field", Field: "correction_why", Detail: "Readers are told why it changed; this is empty."}}}, Allowed: true, Open: true, Classes: []components.Option{{Value: "verdict_changed", Label: "Verdict changed"}, {Value: "factual", Label: "Factual correction", Selected: true}, {Value: "typo", Label: "Typo"}}, What: "Claim 3 named the wrong year."}
	conflict := composePage()
	conflict.Form = components.Form{Key: key, Revision: 8, Message: "This was not saved: the report had changed."}
	conflict.Conflict = sampleConflict()
	empty := composePage()
	empty.Claims, empty.Headline, empty.Summary = nil, longWord, ""
	return []Story{
		{Name: "reports/list", Title: "Reports", Component: reports.List(list)},
		{Name: "reports/empty", Title: "No reports", Component: reports.List(reports.ListPage{Page: page("Reports", layout.Reports)})},
		{Name: "reports/compose", Title: "Composer", Component: reports.Compose(first)},
		{Name: "reports/compose-second", Title: "Composer, publishing a second edition", Component: reports.Compose(second)},
		{Name: "reports/compose-conflict", Title: "Composer, somebody was faster", Component: reports.Compose(conflict)},
		{Name: "reports/compose-empty", Title: "Composer, nothing approved", Component: reports.Compose(empty)},
	}
}

func composePage() reports.ComposePage {
	return reports.ComposePage{
		Page: page("Compose the report", layout.Reports), ID: 1, CanEdit: true, Form: components.Form{Key: key, Revision: 7},
		Article:  components.Link{Text: "China and Russia stand together against Japan", URL: "/articles/1"},
		Headline: "What Moscow and Beijing say about Japan, and what is known", Slug: "japan-fleet", SlugBase: "checks.example.org/r/courier/",
		Summary: "A claim that NATO meant to use Japan’s fleet has no evidence behind it. What the article says of treaties holds.",
		Claims: []reports.Choice{
			{ID: 7, URL: "/claims/7", Statement: "NATO planned to use Japan’s fleet for global combat operations.", Rating: ratingUnproven(), Included: true, Position: "1"},
			{ID: 4, URL: "/claims/4", Statement: "Japan renounced sovereignty over parts of the archipelago in the 1951 San Francisco Treaty.", Rating: ratingTrue(), Included: true, Position: "2"},
			{ID: 9, URL: "/claims/9", Statement: longWord, Rating: ratingFalse(), Position: "x", Error: "A position is a whole number from 1."},
		},
		NotReady: []reports.NotReady{{URL: "/claims/3", Statement: "Russia and Japan never signed a peace treaty after World War II.", Status: sampleStatuses()[1], Reasons: sampleReasons()}},
		Checks:   []components.Check{{Done: true, Text: "A headline and a summary"}, {Text: "Every included claim is approved", Detail: "1 of 3 is not."}},
		Publish:  reports.Publish{WhyNot: []components.Reason{{Rule: "claims", Detail: "“Russia and Japan never signed a peace treaty” is open, and only approved claims are published.", Remedy: "Leave it out, or have it reviewed."}}},
	}
}
