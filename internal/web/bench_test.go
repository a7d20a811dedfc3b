package web_test

import (
	"net/http"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// TestBench_KeepsItsView: whoever looks at the sentences one by one goes on doing so, whatever they press.
func TestBench_KeepsItsView(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor := s.member("editor", factcheck.Editor)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	page := editor.get(article + "?view=sentences").ok()
	for _, link := range page.links() {
		if strings.HasPrefix(link, article+"?") && !strings.Contains(link, "view=") {
			t.Errorf("%s leads to another view", link)
		}
	}
	for _, action := range page.forms() {
		if strings.HasPrefix(action, "/claims/") || action == article+"/claims" {
			if !strings.HasSuffix(action, "?view=sentences") {
				t.Errorf("the form %s leads to another view", action)
			}
		}
	}
	page = editor.submit(page, article+"/claims?view=sentences", "quote", "will cost $12 million").has("apart-facts")
	claim := "/claims/" + claimInPath.FindStringSubmatch(page.path)[1]
	page.has(">will cost $12 million<").lacks("Why was this proposed?")
	editor.submit(page, claim+"/statement?view=sentences", "statement", "The bridge\n  will cost $12 million.").has("apart-facts", ">The bridge will cost $12 million.<")
	editor.try(page, claim+"/statement?view=sentences", "statement", "Another.").is(http.StatusConflict).has("apart-facts", claim+"/statement?view=sentences")
	editor.try(page, article+"/claims?view=sentences", "quote", "no such words").is(http.StatusUnprocessableEntity).has("apart-facts")
	if got := editor.get(article + "/claims?view=sentences").header.Get("Location"); got != article+"?view=sentences" {
		t.Errorf("the address of the form leads to %s", got)
	}
}

// TestBench_WhatWasSaid: a sentence has what was said in it; a quotation that goes on has its speaker again.
func TestBench_WhatWasSaid(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor := s.member("editor", factcheck.Editor)
	text := "The port grew last year.\n“We have 400 ships,” said Ada Quill, the harbour master. “Nobody else has so many ships in the north.” The town council met on Monday."
	bench := editor.submit(editor.get("/articles/new").ok(), "/articles", "text", text, "title", "The port")
	article, _, _ := strings.Cut(bench.path, "?")
	editor.get(article+"?view=sentences").ok().has("said:</span> “We have 400 ships", "(continued)", "said:</span> “Nobody else has so many ships in the north”",
		"apart-statement", "It states something.")
}

// TestBench_Wrapped: lines that were wrapped by hand are read as the paragraph they are, and not a code point moves.
func TestBench_Wrapped(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor := s.member("editor", factcheck.Editor)
	text := "Harbour fees to rise in spring\nThe council said on Tuesday that harbour fees would rise by 12 percent in\nApril, the first increase since 2019. " +
		"The mayor, Ada Quill, said the money\nwould pay for a new pier.\nFishermen protested outside the town hall. “We were never asked,” said Tom\n" +
		"Brandt, who has fished here for thirty years. He said that 40 boats would\nleave the harbour."
	bench := editor.submit(editor.get("/articles/new").ok(), "/articles", "text", text, "title", "The port")
	if got := strings.Count(bench.body, `class="block paragraph"`) + strings.Count(bench.body, `class="block heading"`); got != 3 {
		t.Errorf("%d blocks, want the heading and two paragraphs", got)
	}
	_, page := made(editor, bench, "percent in\nApril")
	page.has(">percent in April<")
}

// TestBench_AcceptedTwice: whoever comes second to what they wanted is told so, with nothing left to choose.
func TestBench_AcceptedTwice(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ana, ben := s.member("ana", factcheck.Editor), s.member("ben", factcheck.Editor)
	bench := imported(ana)
	claim := ""
	for _, action := range bench.forms() {
		if strings.HasSuffix(action, "/accept") {
			claim = strings.TrimSuffix(action, "/accept")
		}
	}
	theirs := ben.get(bench.path).ok()
	ana.submit(bench, claim+"/accept")
	ben.try(theirs, claim+"/accept").is(http.StatusConflict).has("ana@news has accepted it already.").lacks("Keep mine", "Take theirs")
	ben.try(theirs, claim+"/statement", "statement", "Something else.").is(http.StatusConflict).has("Keep mine")
}
