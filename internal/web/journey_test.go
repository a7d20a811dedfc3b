package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"factdesk/internal/factcheck"
)

// bridge is the article of the journeys.
const bridge = `The bridge is closed
The old bridge was closed in May, the mayor said on Monday, and 40,000 people must take the ferry.
“It is not safe,” she told Radio One. It will cost $12 million. The old bridge was built in 1931.`

var claimInPath = regexp.MustCompile(`claim=(\d+)`)

// imported takes the article in and returns its workbench.
func imported(b *browser) *page {
	b.site.t.Helper()
	return b.submit(b.get("/articles/new").ok(), "/articles", "text", bridge, "title", "The bridge", "publisher", "Evening Post")
}

// made makes a claim of words of the article on its workbench, and returns its address and
// the workbench with it.
func made(b *browser, bench *page, quote string) (string, *page) {
	b.site.t.Helper()
	article, _, _ := strings.Cut(bench.path, "?")
	bench = b.submit(bench, article+"/claims", "quote", quote, "type", "numerical")
	found := claimInPath.FindStringSubmatch(bench.path)
	if found == nil {
		b.site.t.Fatalf("%s does not name a claim", bench.path)
	}
	return "/claims/" + found[1], bench
}

// TestTheMainJob goes the whole way from an article to a corrected report as people without
// scripts do: only through forms that the pages show, and with what those forms hold.
func TestTheMainJob(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	editor, reviewer := s.member("editor", factcheck.Editor), s.member("reviewer", factcheck.Reviewer)

	bench := imported(editor).has("The bridge", "40,000 people")
	claim, bench := made(editor, bench, "40,000 people must take the ferry")

	bench.has("why-not-submit", "has no rating")
	editor.force(bench, claim, "submit").is(http.StatusUnprocessableEntity).has("has no rating", "Nobody has said who said it")
	bench = checkClaim(editor, bench, claim, "")
	bench = editor.submit(bench, claim+"/submit").has("In review")

	step := reviewer.get(strings.Replace(claim, "/claims/", "/review/", 1)).ok().has("The register counts 41,200 crossings")
	reviewer.try(step, claim+"/request-changes").is(http.StatusUnprocessableEntity).has("at least one point")
	back := reviewer.follow(reviewer.try(step, claim+"/request-changes", "point", "Which year?", "field", "verdict"))
	back.has("goes back")

	bench = editor.get(bench.path).ok().has("Which year?")
	editor.force(bench, claim, "submit").is(http.StatusUnprocessableEntity).has("not answered")
	answer := answerAction(t, bench)
	bench = editor.submit(bench, answer, "answer", "2025; it is in the rationale now.")
	editor.submit(bench, claim+"/submit")

	step = reviewer.get(strings.Replace(claim, "/claims/", "/review/", 1)).ok().has("2025; it is in the rationale now.")
	reviewer.submit(step, claim+"/approve").has("Approved.")

	publishAndCorrect(t, s, editor, bench)
}

// force sends a step of a claim that the page does not offer, with what its forms hold.
func (b *browser) force(p *page, claim, step string) *page {
	b.site.t.Helper()
	var form url.Values
	for _, action := range p.forms() {
		if strings.HasPrefix(action, claim+"/") {
			form = p.form(action)
		}
	}
	return b.post(claim+"/"+step, url.Values{"revision": form["revision"], "page": form["page"], "key": {form.Get("key") + step}})
}

// checkClaim writes statement, attribution, evidence and verdict, each with mark at its end.
func checkClaim(b *browser, bench *page, claim, mark string) *page {
	b.site.t.Helper()
	bench = b.submit(bench, claim+"/statement", "statement", "40,000 people have to take the ferry because of the closed bridge."+mark)
	bench = b.submit(bench, claim+"/attribution", "speaker", "The mayor"+mark, "cue", "said"+mark, "outlet", "Radio One"+mark, "via", "A wire"+mark, "hedge", "so far"+mark)
	bench = b.submit(bench, claim+"/evidence", "url", "https://example.org/register", "title", "Ferry register"+mark, "stance", "supports",
		"tier", "primary", "quote", "41,200"+mark, "citation", "Register"+mark, "publisher", "Port"+mark, "author", "Clerk"+mark,
		"locator", "p. 3"+mark, "note", "Counted."+mark, "independence_group", "Port"+mark)
	return b.submit(bench, claim+"/verdict", "rating", ratingOf(b.site.t, bench, "True"),
		"rationale", "The register counts 41,200 crossings."+mark, "search_note", "The port's archive."+mark)
}

// ratingOf returns the identifier of the rating with that label, as the form offers it.
func ratingOf(t *testing.T, p *page, label string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)name="rating" value="(\d+)"[^>]*>.{0,400}?>` + label + `<`).FindStringSubmatch(p.body)
	if found == nil {
		t.Fatalf("%s offers no rating %q", p.path, label)
	}
	return found[1]
}

// answerAction returns where the first answer to a reviewer's point is sent.
func answerAction(t *testing.T, p *page) string {
	t.Helper()
	for _, action := range p.forms() {
		if strings.HasSuffix(action, "/answer") {
			return action
		}
	}
	t.Fatalf("%s: nothing can be answered: %s", p.path, p.text())
	return ""
}

// publishAndCorrect publishes the article's report, reads it as a stranger, and corrects it.
func publishAndCorrect(t *testing.T, s *site, editor *browser, bench *page) {
	t.Helper()
	article, _, _ := strings.Cut(bench.path, "?")
	compose := editor.submit(editor.get(bench.path).ok(), article+"/report")
	report := compose.path
	compose = editor.submit(compose, report, "headline", "Forty thousand on the ferry", "slug", "ferry", "summary", "The number holds.")
	editor.get(report+"/preview").ok().has("This is a preview", "The register counts 41,200 crossings")
	s.stranger().get("/r/news/ferry").is(http.StatusNotFound)
	compose = editor.submit(compose, report+"/publish").has("Edition 1 is published.")

	reader := s.stranger()
	public := reader.get("/r/news/ferry").ok().has("Forty thousand on the ferry", "The mayor", `type="application/ld+json"`, "https://checks.example.org/r/news/ferry")
	public.lacks("/r/news/ferry/editions/2")
	reader.get("/r/news").ok().has("Forty thousand on the ferry")
	for extension, media := range map[string]string{
		".json": "application/json", ".jsonl": "application/jsonl", ".jsonld": "application/ld+json", ".csv": "text/csv",
		".md": "text/markdown", ".html": "text/html", "/annotations": "application/ld+json",
	} {
		got := reader.get("/r/news/ferry" + extension).ok()
		if !strings.HasPrefix(got.header.Get("Content-Type"), media) || !strings.Contains(got.body, "ferry") {
			t.Errorf("%s: Content-Type %q, body %.80q", extension, got.header.Get("Content-Type"), got.body)
		}
	}
	reader.get("/r/news/ferry.pdf").is(http.StatusNotFound)

	compose = editor.submit(compose, report, "headline", "Forty-one thousand on the ferry")
	editor.try(compose, report+"/publish").is(http.StatusUnprocessableEntity).has("what was corrected and why")
	editor.submit(compose, report+"/publish", "correction_class", "clarification", "correction_what", "The headline was rounded.", "correction_why", "Readers asked.")
	reader.get("/r/news/ferry").ok().has("Forty-one thousand", "The headline was rounded.", "Readers asked.")
	replaced := "/r/news/ferry/editions/1"
	reader.get(replaced).ok().has("Forty thousand on the ferry", "This is edition 1 of 2", "The headline was rounded.", "Readers asked.",
		`href="`+replaced+`.json"`, `href="`+replaced+`/annotations"`)
	for _, extension := range []string{".json", ".jsonl", ".jsonld", ".csv", ".md", ".html", "/annotations"} {
		if got := reader.get(replaced + extension).ok().body; strings.Contains(got, "The headline was rounded.") || !strings.Contains(got, "ferry") {
			t.Errorf("%s is not edition 1: %.200q", extension, got)
		}
	}
	var old factcheck.Edition
	if err := json.Unmarshal([]byte(reader.get(replaced+".json").body), &old); err != nil || old.Number != 1 || old.Headline != "Forty thousand on the ferry" {
		t.Errorf("edition 1 as json: number %d, %q, %v", old.Number, old.Headline, err)
	}
	for _, none := range []string{"3", "3.json", "01", "+1", "0", "1.pdf", "1.", "3/annotations", "1.json/annotations"} {
		reader.get("/r/news/ferry/editions/" + none).is(http.StatusNotFound)
	}
	var edition struct {
		Edition    int `json:"edition"`
		Correction struct{ What string }
	}
	if err := json.Unmarshal([]byte(reader.get("/r/news/ferry.json").ok().body), &edition); err != nil || edition.Edition != 2 || edition.Correction.What == "" {
		t.Errorf("the exported edition is %+v, %v", edition, err)
	}
}

// fullDesk is what a desk with one of everything has.
type fullDesk struct {
	article, claim, report string // identifiers
	editor, reviewer       *browser
}

// newFullDesk does the whole job once, with mark at the end of every text that is typed.
func newFullDesk(t *testing.T, s *site, mark string) fullDesk {
	t.Helper()
	f := fullDesk{editor: s.member("full-editor", factcheck.Editor), reviewer: s.member("full-reviewer", factcheck.Reviewer)}
	bench := f.editor.submit(f.editor.get("/articles/new").ok(), "/articles", "text", bridge+mark, "title", "The bridge"+mark,
		"publisher", "Evening Post"+mark, "author", "Jo"+mark, "url", "https://example.org/bridge")
	claim, bench := made(f.editor, bench, "40,000 people must take the ferry")
	review := strings.Replace(claim, "/claims/", "/review/", 1)
	bench = checkClaim(f.editor, bench, claim, mark)
	bench = f.editor.submit(bench, claim+"/submit")
	f.reviewer.submit(f.reviewer.get(review).ok(), claim+"/request-changes", "point", "Which year?"+mark, "note", "Nearly."+mark)
	bench = f.editor.get(bench.path).ok()
	bench = f.editor.submit(bench, answerAction(t, bench), "answer", "2025."+mark)
	f.editor.submit(bench, claim+"/submit")
	f.reviewer.submit(f.reviewer.get(review).ok(), claim+"/approve")
	article, _, _ := strings.Cut(bench.path, "?")
	compose := f.editor.submit(f.editor.get(bench.path).ok(), article+"/report")
	report := compose.path
	compose = f.editor.submit(compose, report, "headline", "Forty thousand"+mark, "slug", "ferry", "summary", "The number holds."+mark)
	compose = f.editor.submit(compose, report+"/publish")
	f.editor.submit(compose, report+"/publish", "correction_class", "typo", "correction_what", "A letter."+mark, "correction_why", "A reader wrote."+mark)
	f.article, f.claim, f.report = strings.TrimPrefix(article, "/articles/"), strings.TrimPrefix(claim, "/claims/"), strings.TrimPrefix(report, "/reports/")
	return f
}

func idOf[T ~int64](id T) string { return strconv.FormatInt(int64(id), 10) }
