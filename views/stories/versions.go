package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
	"factdesk/views/pages/workbench"
)

// changedAnchor is the place of a claim whose figure is another one in the newest version.
func changedAnchor() *components.PanelAnchor {
	return &components.PanelAnchor{
		State: "claim_changed", Label: "Claim changed", Version: 3, Old: components.Link{Text: "Version 2", URL: "/articles/1/versions/2"},
		Explain: "The article says something else now. The verdict was given for the old words, and waits for a new look.",
		Was:     []components.Diff{{Kind: components.Same, Text: "exports rose "}, {Kind: components.Removed, Text: "3.5"}, {Kind: components.Same, Text: " percent in May"}},
		Now:     []components.Diff{{Kind: components.Same, Text: "exports rose "}, {Kind: components.Added, Text: "2.7"}, {Kind: components.Same, Text: " percent in May"}},
		Differs: []string{"3.5", "2.7"}, Confirm: true, Reselect: true, Orphan: true,
	}
}

// orphanedAnchor is the place of a claim whose words are gone, with words that were typed and refused.
func orphanedAnchor() *components.PanelAnchor {
	return &components.PanelAnchor{
		State: "orphaned", Label: "Orphaned", Version: 2, Old: components.Link{Text: "Version 1", URL: "/articles/1/versions/1"},
		Explain: "The words are gone. The claim keeps its history; it can be put on other words, or left.",
		Was:     []components.Diff{{Kind: components.Same, Text: "one in four families near the quay has moved away"}},
		Places: []components.AnchorPlace{
			{Number: 1, Before: "…office said that ", Words: "one in six families near the quay has moved away", After: " since spring…"}, {Number: 2, Words: longWord},
		},
		Pick: true, Reselect: true, Orphan: true, Typed: "one in four",
		Occurrences: []components.Option{{Value: "1", Label: "1: …one in four…"}, {Value: "2", Label: "2: …one in four…"}},
	}
}

// anchoredBench is a workbench whose article has versions, with a claim that is not known to be in the newest.
func anchoredBench(anchor *components.PanelAnchor, failed bool) workbench.Model {
	p := openPanel()
	p.Anchor, p.Quote.Editable = anchor, false
	if failed {
		p.Forms.Failed, p.Forms.Message = "anchor", "The words are in the article more than once."
		p.Forms.Reasons = []components.Reason{{Rule: "field", Field: "quote", Detail: "Choose which of them you mean."}}
	}
	m := bench(p, 7)
	m.Texts = workbench.Texts{
		Line: "Version 3 of 3", Older: []components.Link{{Text: "Version 1", URL: "/articles/1/versions/1"}, {Text: "Version 2", URL: "/articles/1/versions/2"}},
		New: components.Link{Text: "New version", URL: "/articles/1/versions"}, Waiting: "2 claims to look at: the article has a new version.",
		Look: components.Link{Text: "Show them", URL: "/articles/1?show=to-place"},
	}
	m.Filters = append(m.Filters, components.Tab{Text: "Changed", URL: "/articles/1?show=changed", Count: "1"}, components.Tab{Text: "Orphaned", URL: "/articles/1?show=orphaned", Count: "1"})
	for i := range m.Claims {
		if m.Claims[i].Current {
			m.Claims[i].Attention, m.Claims[i].Placeless = anchor.Label, true
		}
	}
	return m
}

func versionStories() []Story {
	barred := &components.PanelAnchor{
		State: "claim_changed", Label: "Claim changed", Version: 2, Old: components.Link{Text: "Version 1", URL: "/articles/1/versions/1"},
		Explain: "The article says something else now, so the claim cannot be approved as it is.", Was: changedAnchor().Was, Now: changedAnchor().Now,
		WayOut: []components.Reason{{Rule: "anchor_words", Detail: "It is in review, and its words there may say something else.", Remedy: "Withdraw it from review, or request changes, and say then where it stands."}},
	}
	settled := &components.PanelAnchor{
		State: "changed", Label: "Words changed", Version: 2, Old: barred.Old, Settled: true, Decided: "Confirmed by Ana Petrović, 3 Sep 2026, 14:05 UTC.",
		Explain: "Other words, none of which bears on the claim. One key confirms that it is the same claim; the verdict stays.", Was: changedAnchor().Was, Now: changedAnchor().Was,
	}
	article := components.Link{Text: "Port Lysander overtakes Corvin", URL: "/articles/1"}
	form := articles.VersionForm{
		Page: page("New version of the article", layout.Articles), Article: article, Action: "/articles/1/versions/compare", Form: components.Form{Key: key, Revision: 2},
		Lede: "Paste the text as it is now, or upload it. It is compared with version 2 first.", MaxFile: "10 MB", MaxText: "2 MB",
	}
	refusedForm := form
	refusedForm.Text, refusedForm.FileName = "A text.", "port.html"
	refusedForm.Form.Message = "There is a text and a file. Send one of them."
	refusedForm.Form.Reasons = []components.Reason{{Rule: "field", Field: "file", Detail: "There is a text and a file. Send one of them."}}
	preview := versionPreview(article)
	stale := preview
	stale.Form.Message = "The article has a newer version than the one you looked at."
	stale.Form.Reasons = []components.Reason{{Rule: "article_version", Detail: "You looked at version 1; it is at 2 now.", Remedy: "Look at the newest version first."}}
	same := articles.VersionPreview{Page: preview.Page, Article: article, Same: true, Form: components.Form{Key: key, Revision: 2}, Lede: preview.Lede}
	read := articles.VersionText{
		Page: page("Port Lysander overtakes Corvin", layout.Articles), Article: article, Title: "Version 1 of 2", Lede: "Pasted by Ana Petrović, 1 Sep 2026, 08:12 UTC.",
		Newest: components.Link{Text: "Go to the newest version", URL: "/articles/1"},
		Texts:  []components.Tab{{Text: "Version 1", URL: "/articles/1/versions/1", Current: true}, {Text: "Version 2", URL: "/articles/1/versions/2"}},
		Text:   benchText(benchArticle(), benchClaims(), 0),
	}
	return []Story{
		{Name: "articles/version", Title: "New version of an article", Component: articles.NewVersion(form)},
		{Name: "articles/version-refused", Title: "New version of an article, refused", Component: articles.NewVersion(refusedForm)},
		{Name: "articles/version-preview", Title: "New version of an article, compared", Component: articles.CompareVersion(preview)},
		{Name: "articles/version-stale", Title: "New version of an article, somebody stored one first", Component: articles.CompareVersion(stale)},
		{Name: "articles/version-same", Title: "New version of an article, the same text", Component: articles.CompareVersion(same)},
		{Name: "articles/version-older", Title: "An older version of an article", Component: articles.ReadVersion(read)},
		{Name: "workbench/anchor-changed", Title: "Workbench, a claim that a new version changed", Component: workbench.View(anchoredBench(changedAnchor(), false))},
		{Name: "workbench/anchor-orphaned", Title: "Workbench, a claim that is gone from the new version", Component: workbench.View(anchoredBench(orphanedAnchor(), true))},
		{Name: "workbench/anchor-barred", Title: "Workbench, a changed claim in review", Component: workbench.View(anchoredBench(barred, false))},
		{Name: "workbench/anchor-settled", Title: "Workbench, a claim that was confirmed in the new version", Component: workbench.View(anchoredBench(settled, false))},
	}
}

// versionPreview is a comparison with something of everything.
func versionPreview(article components.Link) articles.VersionPreview {
	open, approved := components.Status{Name: "open", Label: "Open"}, components.Status{Name: "approved", Label: "Approved"}
	return articles.VersionPreview{
		Page: page("New version of the article", layout.Articles), Article: article, Back: "/articles/1/versions", Action: "/articles/1/versions",
		Form: components.Form{Key: key, Revision: 2}, Lede: "Compared with version 2. Nothing is stored yet.", Text: "First line.\nSecond line.", Origin: "paste", Lang: "en",
		Diff: []articles.VersionDiff{
			{Folded: "A long stretch that nobody touched.", Length: 1204},
			{Diff: []components.Diff{{Kind: components.Same, Text: "exports rose "}, {Kind: components.Removed, Text: "3.5"}, {Kind: components.Added, Text: "2.7"}, {Kind: components.Same, Text: " percent in May"}}},
		},
		Counts: []articles.ResplitCount{
			{Label: "Carried over", Claims: 9, Help: "Their words are the same. Nobody need look, and approvals stay."},
			{Label: "To confirm", Claims: 0, Help: "Other words, or another place: one key each. Approvals stay."},
			{Label: "Claim changed", Claims: 1, Help: "A figure, name, negation or the like differs. Approvals end."},
			{Label: "To place", Claims: 101, Help: "Their words are gone, or stand in several places."},
			{Label: "New candidates", Claims: 1, Help: "Found in the new text, on words that have no claim."},
		},
		Groups: []articles.VersionGroup{
			{State: "claim_changed", Label: "Claim changed", Help: "The article says something else now.", Claims: []articles.VersionClaim{{
				Statement: "Exports rose 3.5 percent in May.", URL: "/claims/7", Status: approved, Note: "Its approval ends: a new version of the claim is opened.",
				Diff: []components.Diff{{Kind: components.Same, Text: "exports rose "}, {Kind: components.Removed, Text: "3.5"}, {Kind: components.Added, Text: "2.7"}, {Kind: components.Same, Text: " percent in May"}},
			}}},
			{State: "orphaned", Label: "Orphaned", Help: "The words are gone.", More: 100, Claims: []articles.VersionClaim{{Statement: longWord, URL: "/claims/8", Status: open, Quote: longWord, Note: "1 place that reads alike."}}},
		},
		Added: []articles.ResplitClaim{{Statement: "One in six families has moved away.", Quote: "one in six families has moved away"}},
	}
}
