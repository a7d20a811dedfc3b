package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/splitter"
)

// age makes every splitting one of rules that are gone.
func (s *site) age() {
	s.t.Helper()
	owner := pgtest.OwnerConn(s.t, s.db)
	for _, sql := range []string{"set session_replication_role = replica", "update splitting set splitter = 'rules-of-old'"} {
		if _, err := owner.Exec(s.t.Context(), sql); err != nil {
			s.t.Fatal(err)
		}
	}
}

// TestSplittingAgain: an editor is told of newer rules, sees what they would change, and has it done once.
func TestSplittingAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, viewer := s.member("editor", factcheck.Editor), s.member("viewer", factcheck.Viewer)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	again := article + "/splitting"
	bench.has("Taken apart by the rules", splitter.Version).lacks(again)
	editor.get(again).ok().has("split by the newest rules").lacks(`name="splitter"`)
	s.age()
	viewer.get(article).ok().lacks(again)
	editor.get(article).ok().has(again, "newer rules")
	preview := editor.get(again).ok().has("rules-of-old", "As they are", "Left alone")

	form := preview.form(again)
	other := url.Values{"key": {"another-form-s-key"}, "revision": form["revision"], "splitter": {"rules-to-come"}}
	editor.post(again, other).is(http.StatusConflict).has("other rules now", "Split the article again")
	missing := url.Values{"key": {"another-form-s-key"}, "splitter": {splitter.Version}}
	editor.post(again, missing).is(http.StatusUnprocessableEntity)
	viewer.post(again, form).is(http.StatusForbidden)
	editor.follow(editor.post(again, form)).has("The article was split again", splitter.Version).lacks(again)
	editor.follow(editor.post(again, form)).has("The article was split again") // the same form, sent twice
	stale := url.Values{"key": {"one-more-form-s-key"}, "revision": form["revision"], "splitter": {splitter.Version}}
	editor.post(again, stale).is(http.StatusConflict).has("split again since you looked")
	editor.post(again, stale, header("Accept", "application/json")).is(http.StatusConflict).has(`"rule":"stale"`)
	s.signIn(s.admin).get("/desk/audit").ok().has("split the article again")
}

// TestSentenceBySentence: what was found of each sentence can be read, and claims are made there as in the text.
func TestSentenceBySentence(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor := s.member("editor", factcheck.Editor)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	bench.has("Sentence by sentence", "Key to the marks").lacks("apart-facts")
	page := editor.get(article + "?view=sentences").ok()
	page.has("apart-facts", "Says something that can be checked", "said by", "the mayor", "Evening Post", "in the words “said”", "Worth checking")
	if got, want := strings.Count(page.body, "data-sentence>"), strings.Count(bench.body, "data-sentence>"); got != want {
		t.Errorf("%d sentences one by one, %d in the text", got, want)
	}
	if got, want := strings.Count(page.body, `class="take"`), strings.Count(bench.body, `class="take"`); got != want || want == 0 {
		t.Errorf("%d sentences can be made claims of one by one, %d in the text", got, want)
	}
	bench.has("Why was this proposed?", "Found by the rules")
}

// TestSplitting_WithoutRules: where there are no rules for a language, the page says so.
func TestSplitting_WithoutRules(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor := s.member("editor", factcheck.Editor)
	bench := imported(editor)
	article, _, _ := strings.Cut(bench.path, "?")
	editor.get("/articles/new").ok().has("Claims are found in English, German, French")
	owner := pgtest.OwnerConn(t, s.db)
	for language, words := range map[string]string{"hu": "factdesk has no rules for Hungarian.", "und": "cannot tell the language"} {
		for _, sql := range []string{"set session_replication_role = replica", "update splitting set supported = false, language = '" + language + "'"} {
			if _, err := owner.Exec(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
		}
		editor.get(article).ok().has(words, "Mark claims by hand")
	}
}
