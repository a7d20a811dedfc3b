package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
	"factdesk/views/pages/queue"
)

func queueStories() []Story {
	full := queuePage()
	empty := queuePage()
	empty.Rows, empty.HasNext, empty.Pager = nil, false, components.Pager{}
	empty.Empty = queue.EmptyText{Title: "Nothing waits for you", Detail: "You hold no claim. Take one of the 9 unassigned ones, or import an article.", Action: components.Link{Text: "Show the unassigned", URL: "/?view=open"}}
	filtered := empty
	filtered.Query, filtered.Filtered, filtered.ClearURL = longWord, true, "/?view=mine"
	filtered.Empty = queue.EmptyText{Title: "No claim matches", Detail: "Nothing of yours has these words and this status."}
	long := queuePage()
	long.Rows = []queue.Row{{
		URL: "/claims/9", Statement: longWord + " " + longWord, Article: components.Link{Text: longWord, URL: "/articles/1"},
		Status: sampleStatuses()[3], Rating: components.Rating{Label: longWord, Tone: components.Orange}, Assignee: longWord,
		Age: when("2026-09-01", "3 weeks ago"), Late: true, Note: "12 points to answer",
	}}
	long.Viewer.Desk, long.Viewer.Name = longWord, longWord
	flashed := queuePage()
	flashed.Flashes = []components.Flash{{Kind: "ok", Text: "Claim 7 went to review.", Link: components.Link{Text: "Open it again", URL: "/claims/7"}}}
	return []Story{
		{Name: "queue/full", Title: "Queue", Component: queue.Queue(full)},
		{Name: "queue/empty", Title: "Queue, nothing waits", Component: queue.Queue(empty)},
		{Name: "queue/filtered", Title: "Queue, filter without a match", Component: queue.Queue(filtered)},
		{Name: "queue/long", Title: "Queue, long words", Component: queue.Queue(long)},
		{Name: "queue/flash", Title: "Queue after an action", Component: queue.Queue(flashed)},
	}
}

func queuePage() queue.Page {
	statuses := []components.Option{{Label: "Any"}}
	for _, s := range sampleStatuses() {
		statuses = append(statuses, components.Option{Value: s.Name, Label: s.Label})
	}
	japan := components.Link{Text: "China and Russia stand together against Japan", URL: "/articles/1"}
	return queue.Page{
		Page: page("Queue", layout.Queue), View: "mine", Statuses: statuses, HasNext: true,
		Tabs: []components.Tab{{Text: "Mine", URL: "/?view=mine", Count: "12", Current: true}, {Text: "To review", URL: "/?view=review", Count: "3"}, {Text: "Unassigned", URL: "/?view=open", Count: "9"}, {Text: "All", URL: "/?view=all", Count: "1,204"}},
		Rows: []queue.Row{
			{URL: "/claims/7", Statement: "NATO planned to use Japan’s fleet for global combat operations.", Article: japan, Status: sampleStatuses()[3], Rating: ratingUnproven(), Assignee: "Ana Petrović", Mine: true, Age: when("2026-09-01T09:00:00Z", "2 days"), Late: true, Note: "2 points to answer"},
			{URL: "/claims/3", Statement: "Russia and Japan never signed a peace treaty after World War II.", Article: japan, Status: sampleStatuses()[1], Rating: ratingTrue(), Assignee: "Ana Petrović", Mine: true, Age: when("2026-09-03T08:10:00Z", "6 hours")},
			{URL: "/claims/4", Statement: "Japan renounced sovereignty over parts of the Kuril archipelago in the 1951 San Francisco Treaty, but maintains that the southern islands were not included.", Article: japan, Status: sampleStatuses()[2], Rating: ratingMixed(), Assignee: "Ben Ito", Age: when("2026-09-03T11:00:00Z", "3 hours")},
			{URL: "/claims/5", Statement: "Rents in Lisbon rose by 14 per cent in a year.", Article: components.Link{Text: "The price of a room", URL: "/articles/2"}, Status: sampleStatuses()[1], Age: when("2026-09-03T13:00:00Z", "1 hour")},
			{URL: "/claims/6", Statement: "The minister was not told before the vote.", Article: components.Link{Text: "A vote in the night", URL: "/articles/3"}, Status: sampleStatuses()[0], Age: when("2026-09-03T13:40:00Z", "20 minutes")},
		},
		Pager: components.Pager{OlderURL: "/?view=mine&before=abc"},
	}
}

func articleStories() []Story {
	list := articles.ListPage{Page: page("Articles", layout.Articles), CanImport: true, Pager: components.Pager{NewestURL: "/articles", OlderURL: "/articles?before=x"}, Rows: []articles.Row{
		{URL: "/articles/1", Title: "China and Russia stand together against Japan", Publisher: "Hotnews", Published: when("2026-09-02", "2 Sep 2026"), Imported: when("2026-09-03T07:00:00Z", "3 Sep 2026, 07:00 UTC"), By: "Ana Petrović", Claims: "14 claims",
			Progress: []articles.Part{{Status: sampleStatuses()[1], Count: "4"}, {Status: sampleStatuses()[2], Count: "3"}, {Status: sampleStatuses()[4], Count: "7"}}, Report: components.Link{Text: "Report, edition 2", URL: "/reports/1"}},
		{URL: "/articles/2", Title: longWord, Publisher: longWord, Imported: when("2026-09-03T07:00:00Z", "3 Sep 2026, 07:00 UTC"), By: "Ben Ito", Claims: "No claims yet"},
	}}
	empty := articles.ListPage{Page: page("Articles", layout.Articles), CanImport: true}
	blank := articles.NewPage{Page: page("Import an article", layout.Articles), Form: components.Form{Key: key}, MaxFile: "10 MB", MaxText: "2 MB", Languages: languages(), LanguagesHint: "Claims are found in English, German and French. In other languages there are sentences, and claims are marked by hand."}
	refused := blank
	refused.Form = components.Form{Key: key, Message: "The article was not imported.", Reasons: []components.Reason{
		{Rule: "field", Field: "text", Detail: "There is no text and no file.", Remedy: "Paste the text, or choose a file."},
		{Rule: "field", Field: "url", Detail: "The address does not begin with http:// or https://."},
		{Rule: "field", Field: "published_on", Detail: "31 September is not a day."},
	}}
	refused.PublishedOn = "2026-09-31"
	refused.URL, refused.Title, refused.Author, refused.FileName = "hotnews/japan", "China and Russia stand together against Japan", longWord, "japan.html"
	again := blank
	again.Form = components.Form{Key: key, Message: "The article was not imported."}
	again.Text, again.Title = "China and Russia have presented a united front after high-level talks in Moscow.\n\nOthers are reading now.", "China and Russia"
	again.Existing = components.Link{Text: "China and Russia stand together against Japan, imported on 3 Sep 2026", URL: "/articles/1"}
	return []Story{
		{Name: "articles/list", Title: "Articles", Component: articles.List(list)},
		{Name: "articles/empty", Title: "No articles", Component: articles.List(empty)},
		{Name: "articles/new", Title: "Import", Component: articles.New(blank)},
		{Name: "articles/new-refused", Title: "Import, refused", Component: articles.New(refused)},
		{Name: "articles/new-again", Title: "Import of what is there", Component: articles.New(again)},
	}
}

func languages() []components.Option {
	return []components.Option{{Label: "Found out from the text", Selected: true}, {Value: "en", Label: "English"}, {Value: "de", Label: "German"}, {Value: "ja", Label: "Japanese"}}
}
