package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/public"
)

func publicStories() []Story {
	full := publicReport()
	old := publicReport()
	old.Banner = &public.Banner{Title: "This is edition 1 of 2", Detail: "It was superseded on 4 September 2026.", Link: components.Link{Text: "Read the newest edition", URL: "/r/courier/japan"}}
	old.Corrections, old.NoIndex, old.Edition = nil, true, 1
	withdrawn := publicReport()
	withdrawn.Withdrawn = "The desk found that the interview it rests on was misdated. The text stays readable so that the mistake can be traced."
	long := publicReport()
	long.Headline, long.Summary, long.Desk.Text = longWord, longWord, longWord
	long.Article.Title, long.Claims[0].Statement, long.Claims[0].Quote = longWord, longWord, []string{longWord}
	long.Claims[0].Evidence[0].Title.Text, long.Overview[0].Claims[0].Statement = longWord, longWord
	list := public.ListPage{PublicPage: publicFrame("Fact checks", "website"), DeskName: "The Courier", Pager: components.Pager{OlderURL: "?before=1"}, Rows: []public.ListRow{
		{URL: "/r/courier/japan", Headline: full.Headline, Summary: full.Summary, Published: full.Published, Updated: full.Updated, Corrected: true, Verdicts: []public.Count{{Rating: ratingUnproven(), Count: 1}, {Rating: ratingTrue(), Count: 1}, {Rating: ratingMixed(), Count: 1}}},
		{URL: "/r/courier/x", Headline: longWord, Summary: longWord, Published: full.Published, Withdrawn: true},
	}}
	empty := public.ListPage{PublicPage: publicFrame("Fact checks", "website"), DeskName: "The Courier"}
	return []Story{
		{Name: "public/report", Title: "Public report", Component: public.Report(full)},
		{Name: "public/edition", Title: "An older edition", Component: public.Report(old)},
		{Name: "public/withdrawn", Title: "A withdrawn report", Component: public.Report(withdrawn)},
		{Name: "public/long", Title: "Public report, long words", Component: public.Report(long)},
		{Name: "public/list", Title: "Public list", Component: public.List(list)},
		{Name: "public/list-empty", Title: "Public list, empty", Component: public.List(empty)},
	}
}

func publicFrame(title, kind string) layout.PublicPage {
	return layout.PublicPage{
		Title: title + " · The Courier", Description: "What was claimed about Japan’s fleet, and what is known.", Desk: components.Link{Text: "The Courier", URL: "/r/courier"},
		Canonical: "https://checks.example.org/r/courier/japan", Feed: "/r/courier/feed.atom", Type: kind,
		Published: "2026-09-03T12:00:00Z", Modified: "2026-09-04T09:30:00Z", JSONLD: []byte(`{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"NATO planned \u003cto\u003e use Japan’s fleet"}`),
		Links: []components.Link{{Text: "Corrections policy", URL: "/r/courier#corrections"}},
	}
}

func publicReport() public.ReportPage {
	first, second := when("2026-09-03T12:00:00Z", "3 September 2026"), when("2026-09-04T09:30:00Z", "4 September 2026")
	claims := publicClaims()
	ref := func(i int) []public.ClaimRef {
		return []public.ClaimRef{{Number: claims[i].Number, Anchor: claims[i].Anchor, Statement: claims[i].Statement}}
	}
	return public.ReportPage{
		PublicPage: publicFrame("What Moscow and Beijing say about Japan", "article"),
		Headline:   "What Moscow and Beijing say about Japan, and what is known",
		Summary:    "A claim that NATO meant to use Japan’s fleet for operations all over the world has no evidence behind it. What the article says of treaties and islands holds, with one thing left out.",
		CheckedBy:  []string{"Ana Petrović", "Chidi Okafor"}, ApprovedBy: []string{"Ben Ito"}, Published: first, Updated: second, Edition: 2,
		Article:  public.Article{Title: "China and Russia stand together against Japan", URL: "https://hotnews.example.org/japan", Publisher: "Hotnews", Published: when("2026-09-02", "2 September 2026"), Lang: "en"},
		Overview: []public.Verdict{{Rating: ratingUnproven(), Claims: ref(0)}, {Rating: ratingMixed(), Claims: ref(2)}, {Rating: ratingTrue(), Claims: ref(1)}},
		Passages: publicPassages(), Claims: claims,
		Scale:       public.Scale{Name: "House scale", Ratings: []public.ScaleRating{{Rating: ratingTrue(), Needs: "1 primary source, or 2 secondary ones that do not depend on each other."}, {Rating: ratingMixed()}, {Rating: ratingFalse()}, {Rating: ratingUnproven(), Needs: "a note of what was searched."}}},
		Corrections: []public.Correction{{Edition: 2, At: second, Class: "Factual correction", What: "Claim 2 gave the year of the treaty’s entry into force as 1951; it was signed in 1951 and came into force in 1952.", Why: "A reader pointed it out."}},
		Editions:    []public.Edition{{Number: 2, At: second, URL: "/r/courier/japan", Current: true}, {Number: 1, At: first, URL: "/r/courier/japan/editions/1"}},
		Exports:     []components.Link{{Text: "JSON", URL: "/r/courier/japan.json"}, {Text: "JSON-LD", URL: "/r/courier/japan.jsonld"}, {Text: "CSV", URL: "/r/courier/japan.csv"}, {Text: "Markdown", URL: "/r/courier/japan.md"}, {Text: "Web annotations", URL: "/r/courier/japan/annotations"}},
	}
}

func publicPassages() []public.Passage {
	return []public.Passage{
		{Segments: []public.Segment{
			{Text: "In an interview published in September, he claimed without evidence that "},
			{Text: "NATO planned to use Japan’s fleet for global combat operations", Numbers: []int{1}, Ends: []public.ClaimRef{{Number: 1, Anchor: "claim-1"}}, ID: "q1", Tone: components.Violet}, {Text: "."},
		}},
		{Segments: []public.Segment{
			{Text: "Japan renounced sovereignty over parts of the archipelago ", Numbers: []int{2}, ID: "q2", Tone: components.Green},
			{Text: "in the 1951 San Francisco Treaty", Numbers: []int{2, 3}, Ends: []public.ClaimRef{{Number: 2, Anchor: "claim-2"}}, ID: "q3", Tone: components.Amber},
			{Text: " but maintains that the southern islands were not included", Numbers: []int{3}, Ends: []public.ClaimRef{{Number: 3, Anchor: "claim-3"}}, Tone: components.Amber}, {Text: "."},
		}},
	}
}

func publicClaims() []public.Claim {
	approved := when("2026-09-03T11:40:00Z", "3 September 2026")
	read := when("2026-09-03", "3 September 2026")
	return []public.Claim{
		{
			Number: 1, Anchor: "claim-1", Quote: []string{"NATO planned to use Japan’s fleet for global combat operations"}, Statement: "NATO planned to use Japan’s fleet for global combat operations.", InArticle: true,
			Attribution: public.Attribution{Chain: []string{"Dmitry Patrushev", "Argumenty i Fakty", "Hotnews"}, Cue: "claimed", Hedge: "without evidence"}, Rating: ratingUnproven(),
			Rationale:  []string{"Neither NATO’s public statements nor Japan’s defence white papers speak of such a plan. The individual partnership programme of 2023 names cyber defence, maritime security and exercises.", "The interview gives no document, no date and no name. NATO’s press office told us that no such plan exists; that alone does not prove it, which is why the rating is not “False”."},
			SearchNote: "NATO’s e-library and press releases from 2019 on; Japan’s defence white papers 2022 to 2026; three news archives in Russian, Japanese and English.",
			Evidence: []public.Evidence{
				{Stance: "Refutes", Title: components.Link{Text: "Individually Tailored Partnership Programme between NATO and Japan for 2023–2026", URL: "https://nato.example.org/itpp"}, Publisher: "NATO", Published: when("2023-07-12", "12 July 2023"), Tier: "Primary", Kind: "Document", Quote: "“…to strengthen dialogue and cooperation on maritime security…”", Locator: "Section 4, paragraph 2", Accessed: read, Archived: components.Link{Text: "Our copy", URL: "https://archive.example.org/1"}},
				{Stance: "Context", Title: components.Link{Text: "Interview with Nikolai Patrushev"}, Citation: "Argumenty i Fakty, no. 36, page 3, in print", Publisher: "Argumenty i Fakty", Tier: "Primary", Kind: "Interview", Note: "The passage speaks of “plans” without saying whose.", Accessed: read},
			},
			CheckedBy: "Ana Petrović", ApprovedBy: "Ben Ito", ApprovedAt: approved,
		},
		{
			Number: 2, Anchor: "claim-2", Quote: []string{"Japan renounced sovereignty over parts of the archipelago", "in the 1951 San Francisco Treaty"}, Statement: "Japan renounced sovereignty over parts of the Kuril archipelago in the treaty of San Francisco, signed in 1951.", InArticle: true,
			Rating: ratingTrue(), Rationale: []string{"Article 2(c) of the treaty says so in as many words."},
			Evidence:  []public.Evidence{{Stance: "Supports", Title: components.Link{Text: "Treaty of Peace with Japan, San Francisco, 8 September 1951", URL: "https://treaties.example.org/136"}, Publisher: "United Nations Treaty Series", Tier: "Primary", Kind: "Document", Quote: "“Japan renounces all right, title and claim to the Kurile Islands”", Locator: "Article 2(c)", Accessed: read}},
			CheckedBy: "Chidi Okafor", ApprovedBy: "Ben Ito", ApprovedAt: approved,
		},
		{
			Number: 3, Anchor: "claim-3", Quote: []string{"in the 1951 San Francisco Treaty but maintains that the southern islands were not included"}, Statement: "Japan maintains that the southern islands were not part of what it renounced in 1951.",
			Attribution: public.Attribution{Chain: []string{"Government of Japan", "Hotnews"}, Cue: "maintains"}, Rating: ratingMixed(),
			Rationale: []string{"That is Japan’s position today. The article leaves out that a government official told the Diet in October 1951 that the Kurils of the treaty did include Etorofu and Kunashiri; the government withdrew that reading in 1956."},
			CheckedBy: "Chidi Okafor", ApprovedBy: "Ben Ito", ApprovedAt: approved,
		},
	}
}
