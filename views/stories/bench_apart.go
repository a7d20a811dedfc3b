package stories

import (
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
	"factdesk/views/pages/workbench"
)

// sampleFilled is a statement in which words were filled in.
func sampleFilled() []components.StatementPart {
	return []components.StatementPart{
		{Text: "Surveyors were seen at night in "}, {Text: "Port Lysander", Filled: "for “there”, from “Port Lysander”"},
		{Text: " in "}, {Text: "August 2026", Filled: "for “last month”, by the article’s date"}, {Text: "."},
	}
}

func sampleChain() components.Chain {
	return components.Chain{
		Steps: []components.ChainStep{
			{Role: "said by", Name: "Hector Vane", Words: "he"}, {Role: "to", Name: "Radio Lysander"},
			{Role: "passed on by", Name: "Harbour News"}, {Role: "in", Name: "Evening Post"},
		},
		Cue: "claimed", Hedges: []string{sampleHedge},
	}
}

// foundPanel is the panel of a candidate with all that the splitter found of it.
func foundPanel() components.ClaimPanel {
	p := candidatePanel()
	p.Statement.Text, p.Statement.Parts = "Surveyors were seen at night in Port Lysander in August 2026.", sampleFilled()
	chain := sampleChain()
	p.Attribution.Chain = &chain
	p.Why.By = "Found by the rules “news-2”"
	p.Why.Rules = []string{"What somebody is said to have claimed, as a sentence of its own.", "A speaker, a word for saying, and what was said after it."}
	return p
}

// deniedPanel is an open claim that its speaker denies, whose statement was changed since it was proposed.
func deniedPanel() components.ClaimPanel {
	p := openPanel()
	p.Attribution.Chain = &components.Chain{
		Steps: []components.ChainStep{{Role: "said by", Name: "Ministry of Transport", Words: "it"}, {Role: "in", Name: "Evening Post"}},
		Cue:   "denies", Polarity: "denied", Direct: true,
	}
	p.Why = components.PanelWhy{Score: "0.77", Reasons: []string{"attributed", "a number: 3"}, By: "Found by the rules “news-1”", Proposed: sampleFilled()}
	return p
}

// apartBench is the workbench with the article's sentences one by one.
func apartBench() workbench.Model {
	m := bench(foundPanel(), 9)
	m.Views = benchWays(true)
	m.Text.Apart = map[int]components.SentenceFacts{}
	names := map[string]string{
		"claim": "Says something that can be checked", "opinion": "Opinion", "question": "Question", "heading": "Heading", "boilerplate": "Not the article: the page around it",
	}
	for _, block := range m.Text.Blocks {
		for _, s := range block.Sentences {
			f := components.SentenceFacts{Class: names[s.Class], Rules: []string{"A sentence ends at a full stop before a capital letter."}}
			if s.Class == "claim" || s.Class == "opinion" {
				f.Score, f.Opinion, f.Reasons = "0.81", "0.12", []string{"attributed", "a number: 2.4 million", longWord}
			}
			m.Text.Apart[s.Ordinal] = f
		}
	}
	denied := *deniedPanel().Attribution.Chain
	denied.Why = "A speaker, a word for denying, and what is denied after a colon."
	denied.Said = []string{"no contract for a tunnel has been signed", "none has been tendered"}
	named := m.Text.Apart[1]
	named.Said = []components.Chain{{Steps: []components.ChainStep{{Role: "said by", Name: "Ilse Marrow"}}, Continued: true, Said: []string{"more than any other port on the strait"}}}
	named.Claims = []components.SentenceClaim{
		{Number: 3, Text: "Port Lysander handled a third more containers than in 2019.", URL: "/articles/1?claim=3&view=sentences", Status: status("open")},
		{Number: 9, Parts: sampleFilled(), URL: "/articles/1?claim=9&view=sentences", Status: status("candidate")},
	}
	m.Text.Apart[1] = named
	for ordinal, chain := range map[int]components.Chain{4: {Steps: []components.ChainStep{{Role: "said by", Name: "Ilse Marrow", Words: "She"}}, Cue: "added"}, 9: denied, 10: sampleChain()} {
		f := m.Text.Apart[ordinal]
		f.Said, f.Hedges = []components.Chain{chain}, chain.Hedges
		m.Text.Apart[ordinal] = f
	}
	return m
}

// benchWays are the two ways of looking at the sample article.
func benchWays(apart bool) []components.Tab {
	return []components.Tab{
		{Text: "As it is read", URL: "/articles/1?view=text", Current: !apart}, {Text: "Sentence by sentence", URL: "/articles/1?view=sentences", Current: apart},
	}
}

// outdatedBench is an article in a language without rules, split by rules that are not the newest.
func outdatedBench() workbench.Model {
	m := emptyBench()
	m.Split = workbench.Split{
		Line: "Taken apart by the rules “news-1” ", When: when("2026-09-01T08:12:00Z", "1 Sep 2026, 08:12 UTC"),
		Again: components.Link{Text: "See what they would change", URL: "/articles/1/splitting"}, Unsupported: "factdesk has no rules for Hungarian.",
	}
	return m
}

func resplitStories() []Story {
	full := articles.ResplitPage{
		Page: page("Split again", layout.Articles), Article: components.Link{Text: "Port Lysander overtakes Corvin", URL: "/articles/1"},
		Lede:   "It was taken apart by the rules “news-1”; the newest are “news-2”.",
		Action: "/articles/1/splitting", Form: components.Form{Key: key, Revision: 1}, Splitter: "news-2", Outdated: true,
		Counts: []articles.ResplitCount{
			{Label: "New candidates", Claims: 102, Help: "Found by the newer rules only."},
			{Label: "Brought up to date", Claims: 2, Help: "Nobody has touched them; they would be worded as the newer rules do."},
			{Label: "As they are", Claims: 4, Help: "Nobody has touched them, and they are found again."},
			{Label: "No longer found", Claims: 1, Help: "Nobody has touched them; they would be declined, and can be reopened."},
			{Label: "Left alone", Claims: 7, Help: "Somebody decided about them, or changed them."},
		},
		Added:     []articles.ResplitClaim{{Statement: "One in four families near the quay has moved away.", Quote: "one in four families has moved away"}, {Statement: longWord, Quote: longWord}},
		MoreAdded: 100,
		Renewed: []articles.ResplitClaim{
			{Diff: []components.Diff{{Kind: components.Removed, Text: "He"}, {Kind: components.Added, Text: "Hector Vane"}, {Kind: components.Same, Text: " led the opposition until March."}}, Change: "said by Harbour News", Quote: "who led the opposition until March"},
			{Statement: "Wages on the docks rose by 11 percent.", Change: "found again; type: numerical", Quote: "Wages on the docks rose by 11 percent"},
		},
		Superseded: []articles.ResplitClaim{{Statement: "So who sent them?", Quote: "So who sent them"}},
	}
	stale := full
	stale.Form.Message = "The article was split again since you looked."
	stale.Form.Reasons = []components.Reason{{Rule: "stale", Detail: "You looked at splitting 1; it is at 2 now.", Remedy: "Look at what has come of it first."}}
	stale.Unsupported = "factdesk has no rules for Hungarian."
	stale.Added, stale.Renewed, stale.MoreAdded = nil, nil, 0
	done := articles.ResplitPage{Page: full.Page, Article: full.Article, Action: full.Action, Form: components.Form{Key: key, Revision: 2}, Splitter: "news-2"}
	return []Story{
		{Name: "articles/resplit", Title: "Split again", Component: articles.Resplit(full)},
		{Name: "articles/resplit-refused", Title: "Split again, somebody did", Component: articles.Resplit(stale)},
		{Name: "articles/resplit-done", Title: "Split again, nothing to do", Component: articles.Resplit(done)},
	}
}
