package e2e

import (
	"strconv"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
)

// journey is an article on its way from text to report, between two people.
type journey struct {
	*testing.T
	site             *site
	editor, reviewer *tab
	article          article
	path             string // of the workbench
	claim            int    // made by hand, and the one that is published
	slug             string // of the report
}

// TestJourney takes an article apart, checks a claim, has it reviewed and publishes it, with
// two people in browsers of their own. Ana edits; that she is a reviewer too leaves nothing
// but the rule of four eyes between her and her own claim.
func TestJourney(t *testing.T) {
	t.Parallel()
	s := startSite(t, map[string]factcheck.Role{"ana": factcheck.Reviewer, "rob": factcheck.Reviewer})
	browser := startBrowser(t)
	j := &journey{
		T: t, site: s, article: readArticle(t),
		editor: openBrowser(t, browser, s.url), reviewer: openBrowser(t, browser, s.url),
	}
	j.imports()
	j.sorts()
	j.marks()
	j.checks()
	j.submits()
	j.mayNotApprove()
	j.returns()
	j.answers()
	j.approves()
	j.publishes()
	j.reads()
	j.editsAgain()
	if *screenshot != "" {
		takeScreenshot(t, browser, *screenshot)
	}
}

// imports pastes the article.
func (j *journey) imports() {
	ana := j.editor
	ana.signIn(address("ana"))
	ana.open("/articles/new")
	ana.fill("Text of the article", j.article.text)
	ana.fill("Title", j.article.title)
	ana.fill("Publisher", "Hotnews")
	ana.click("button", "Import")
	ana.until(`/^\/articles\/\d+$/.test(location.pathname) && document.readyState === 'complete'`)
	j.path = ask[string](ana, `location.pathname`)
}

// sorts accepts one of the claims that were found, and declines another.
func (j *journey) sorts() {
	ana := j.editor
	wanted := ana.leadsOn(func() { ana.point(j.article.candidate) })
	if got := ana.marked(wanted); got != j.article.candidate {
		j.Errorf("the candidate marks %q, want %q", got, j.article.candidate)
	}
	ana.status("Candidate")
	ana.changes(func() { ana.press("a") })
	ana.status("Open")

	unwanted := ana.leadsOn(func() { ana.point(j.article.unwanted) })
	ana.press("x")
	ana.click("#decline label", "Out of scope")
	ana.leadsOn(func() { ana.click("#decline button", "Decline") })
	stored := j.site.claim(j.T, factcheck.ClaimID(unwanted))
	if stored.Status != factcheck.Declined || stored.DeclineReason != factcheck.OutOfScope {
		j.Errorf("the declined claim is %s because %q", stored.Status, stored.DeclineReason)
	}
}

// marks makes a claim of part of a sentence, and adds words of another paragraph to it.
func (j *journey) marks() {
	ana := j.editor
	ana.drag(j.article.own)
	ana.until(`document.querySelector('[data-popover]').matches(':popover-open')`)
	if got := ask[string](ana, `document.querySelector('[data-picked]').textContent`); got != j.article.own {
		j.Fatalf("%q is offered as selected, want %q", got, j.article.own)
	}
	j.claim = ana.leadsOn(func() { ana.press("4") })
	if got := ana.marked(j.claim); got != j.article.own {
		j.Errorf("the new claim marks %q, want %q", got, j.article.own)
	}
	ana.until(visible + `('.panel-head p', 'Overlaps with claim')`)

	ana.drag(j.article.more)
	ana.until(`document.querySelector('[data-popover]').matches(':popover-open')`)
	ana.changes(func() { ana.press("+") })

	stored := j.site.claim(j.T, factcheck.ClaimID(j.claim))
	want := map[textspan.Span]string{}
	for _, words := range []string{j.article.own, j.article.more} {
		want[j.article.span(words)] = words
	}
	got := map[textspan.Span]string{}
	for _, q := range stored.Spans {
		got[q.Span] = q.Exact
	}
	if diff := cmp.Diff(want, got); diff != "" {
		j.Errorf("stored is something else than was selected (-want +got):\n%s", diff)
	}
	if stored.Type != factcheck.ClaimTypes()[3] {
		j.Errorf("the claim is of type %s, want the fourth", stored.Type)
	}
}

// checks fills in everything the claim needs but the note of what was searched.
func (j *journey) checks() {
	ana := j.editor
	if ask[bool](ana, visible+`('.wb-strip button', 'Accept') !== undefined`) {
		ana.changes(func() { ana.press("a") })
	}
	ana.fill(statement, j.article.statement())
	ana.changes(func() { ana.click("button", "Save statement") })

	ana.click("[aria-labelledby=part-attribution] summary", "C")
	ana.fill("Said by", "Wang Yi")
	ana.fill("Said to, or first carried by", "Reuters")
	ana.fill("The article’s word for it", "declaring")
	ana.fill("The article’s hedge", "what Beijing called")
	ana.changes(func() { ana.click("button", "Save who says so") })

	ana.press("c")
	ana.fill("Address", "https://ministry.example/readout")
	ana.fill("Title", "Readout of the talks")
	ana.click("#add-source label", "Supports it")
	ana.click("#add-source label", "Secondary")
	ana.fill("Its exact words", "a “broad consensus” was reached")
	ana.changes(func() { ana.click("button", "Add the source") })
	ana.until(visible + `('.evidence-list .source', 'Supports')`)

	ana.click(".rating-choice", "Without evidence")
	ana.fill("Rationale", "One side says so; nothing else was found.")
	ana.changes(func() { ana.click("button", "Save verdict") })

	a := j.site.claim(j.T, factcheck.ClaimID(j.claim)).Attribution
	if a == nil || a.Speaker != "Wang Yi" || a.Outlet != "Reuters" || a.Cue != "declaring" || a.Hedge != "what Beijing called" {
		j.Errorf("the attribution is stored as %+v", a)
	}
}

// submits is refused with the reason at first, and goes through when that is mended.
func (j *journey) submits() {
	ana := j.editor
	ana.press("r")
	ana.until(`/search/i.test(document.querySelector('#announce').textContent)`)
	ana.until(visible + `('#why-not-submit', 'Why “Submit for review” cannot be done now')`)
	ana.status("Open")
	ana.fill("What was searched", "The archives of both ministries, in both languages.")
	ana.changes(func() { ana.click("button", "Save verdict") })
	ana.changes(func() { ana.press("r") })
	ana.status("In review")
	ana.until(visible + `('#nav a', 'Review 1')`) // the head of the page is the old one, its counters are not
}

// mayNotApprove shows the editor why her own claim is not hers to approve.
func (j *journey) mayNotApprove() {
	ana := j.editor
	ana.open(claimPath(j.claim))
	ana.until(visible + `('.wb-strip [aria-disabled=true]', 'Approve')`)
	ana.press("A")
	ana.until(`/Nobody reviews what they changed/.test(document.querySelector('#announce').textContent)`)
	ana.status("In review")
	if got := j.site.claim(j.T, factcheck.ClaimID(j.claim)).Status; got != factcheck.InReview {
		j.Errorf("the claim is %s", got)
	}
}

// returns has the reviewer send the claim back with a point.
func (j *journey) returns() {
	rob := j.reviewer
	rob.signIn(address("rob"))
	rob.open("/")
	rob.click("nav a", "Review")
	rob.until(`location.pathname === '/review/` + strconv.Itoa(j.claim) + `' || ` + visible + `('a', 'Start reviewing')`)
	rob.open("/review/" + strconv.Itoa(j.claim))
	rob.press("R")
	rob.choose("About", "Verdict")
	rob.fill("What must change", "Say which archives.")
	rob.click("#request-changes button", "Send back")
	rob.until(`document.querySelector('#main').innerText.includes('The claim goes back with your points.')`)
}

// answers has the editor answer the point and submit the claim again.
func (j *journey) answers() {
	ana := j.editor
	ana.open(j.path + "?claim=" + strconv.Itoa(j.claim))
	ana.status("Changes requested")
	ana.until(visible + `('.notice.points', '1 point to answer')`)
	ana.fill("Your answer", "The archives are named now.")
	ana.changes(func() { ana.click(".point button", "Answer") })
	ana.fill("What was searched", "The archives of the ministries in Moscow and Beijing.")
	ana.changes(func() { ana.click("button", "Save verdict") })
	ana.changes(func() { ana.press("r") })
	ana.status("In review")
}

// approves has the reviewer see the answer beside the point, and approve with one key.
func (j *journey) approves() {
	rob := j.reviewer
	rob.open("/review/" + strconv.Itoa(j.claim))
	rob.until(visible + `('.point', 'Verdict: Say which archives. ana answers: The archives are named now.')`)
	rob.press("A")
	rob.until(`document.querySelector('#main').innerText.includes('Approved.')`)
	if got := j.site.claim(j.T, factcheck.ClaimID(j.claim)).Status; got != factcheck.Approved {
		j.Errorf("the claim is %s", got)
	}
}

func claimPath(claim int) string { return "/claims/" + strconv.Itoa(claim) }
