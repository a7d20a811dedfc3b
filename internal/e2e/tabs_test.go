package e2e

import (
	"strconv"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"

	"github.com/chromedp/chromedp"
)

// TestTwoTabs is what goes wrong with pages that are open twice, sent twice, left and come
// back to.
func TestTwoTabs(t *testing.T) {
	t.Parallel()
	s := startSite(t, map[string]factcheck.Role{"ana": factcheck.Editor})
	a := readArticle(t)
	path := s.bring(t, a, address("ana"))
	one := openBrowser(t, startBrowser(t), s.url)
	one.signIn(address("ana"))
	one.open(path)
	claim, _ := one.current()
	one.changes(func() { one.press("a") })
	two := one.another()

	sameClaimTwice(t, s, one, two, path+"?claim="+id(claim))
	sentTwice(t, s, one, claim)
	leftAndBack(t, s, one, a, path)
	signedOutWhileTyping(t, s, one, two, path+"?claim="+id(claim))
}

// statement is the label of the field that holds a claim's statement.
const statement = "The claim in words that stand alone"

// sameClaimTwice saves a claim in one tab and then, based on what was there before, in another.
func sameClaimTwice(t *testing.T, s *site, one, two *tab, path string) {
	one.open(path)
	two.open(path)
	claim, _ := one.current()
	one.fill(statement, "As typed in the first tab.")
	one.changes(func() { one.click("button", "Save statement") })

	two.fill(statement, "As typed in the second tab.")
	two.fill("Rationale", "Typed, and not sent yet.")
	two.click("button", "Save statement")
	two.until(visible + `('.conflict', 'ana saved a change before yours')`)
	for _, words := range []string{"As typed in the first tab.", "As typed in the second tab."} {
		if !ask[bool](two, `document.querySelector('.conflict').innerText.includes(`+js(words)+`)`) {
			t.Errorf("the conflict does not show %q", words)
		}
	}
	if got := s.claim(t, factcheck.ClaimID(claim)).Statement; got != "As typed in the first tab." {
		t.Errorf("the second save was taken over the first: %q", got)
	}
	two.click(".conflict button", "Keep mine")
	two.until(`!document.querySelector('.conflict') && ` + control(statement) + `.value === 'As typed in the second tab.'`)
	if got := s.claim(t, factcheck.ClaimID(claim)).Statement; got != "As typed in the second tab." {
		t.Errorf("the decision was not taken: %q", got)
	}
	if got := ask[string](two, control("Rationale")+`.value`); got != "Typed, and not sent yet." {
		t.Errorf("what was typed in the other form is %q now", got)
	}
	two.changes(func() { two.click("button", "Save verdict") })
}

// sentTwice clicks twice on what sends a form.
func sentTwice(t *testing.T, s *site, one *tab, claim int) {
	one.do(chromedp.Reload())
	one.loaded()
	one.press("c")
	one.fill("Address", "https://ministry.example/readout")
	one.fill("Title", "Readout of the talks")
	one.click("#add-source label", "Supports it")
	one.click("#add-source label", "Primary")
	one.changes(func() { one.clickTwice("button", "Add the source") })
	one.do(chromedp.Reload())
	one.loaded()
	if got := len(s.claim(t, factcheck.ClaimID(claim)).Evidence); got != 1 {
		t.Errorf("two clicks added %d sources", got)
	}
}

// clickTwice clicks on an element as people do who are used to double clicks.
func (b *tab) clickTwice(selector, words string) {
	b.t.Helper()
	p := b.place(selector, words)
	b.do(chromedp.MouseClickXY(p.X, p.Y), chromedp.MouseClickXY(p.X, p.Y, chromedp.ClickCount(2)))
}

// leftAndBack imports an article with a form that is sent twice, and goes back to the form.
func leftAndBack(t *testing.T, s *site, one *tab, a article, path string) {
	one.open("/articles")
	one.click("a", "Import an article")
	one.until(`location.pathname === '/articles/new' && document.readyState === 'complete'`)
	one.fill("Text of the article", a.text+"\nA line of its own.")
	one.fill("Title", "Another title")
	one.clickTwice("button", "Import")
	one.until(`/^\/articles\/\d+$/.test(location.pathname) && location.pathname !== ` + js(path) + ` && document.readyState === 'complete'`)
	imported := ask[string](one, `location.pathname`)
	if got := s.articles(t); got != 2 {
		t.Errorf("there are %d articles after two clicks, want 2", got)
	}
	one.changes(func() { one.press("a") })
	ask[bool](one, `(history.back(), true)`)
	one.until(`location.pathname === '/articles/new' && document.readyState === 'complete'`)
	if ask[bool](one, `[...document.querySelectorAll('[data-draft-offer]')].some((el) => el.checkVisibility())`) {
		t.Error("a draft is offered of what was stored")
	}
	ask[bool](one, `(history.forward(), true)`)
	one.until(`location.pathname === ` + js(imported) + ` && document.readyState === 'complete'`)
	one.status("Open")
	if got := s.articles(t); got != 2 {
		t.Errorf("there are %d articles after going back and forth, want 2", got)
	}
}

// articles counts the articles of the desk.
func (s *site) articles(t *testing.T) int {
	t.Helper()
	page, err := s.flow.Articles(t.Context(), s.admin, 0, 50)
	if err != nil {
		t.Fatal(err)
	}
	return len(page.Articles)
}

// signedOutWhileTyping ends the session behind somebody's back, who saves, signs in again and
// finds what was typed.
func signedOutWhileTyping(t *testing.T, s *site, one, two *tab, path string) {
	one.open(path)
	claim, _ := one.current()
	one.fill(statement, "Typed while nobody was signed in any more.")
	actor, err := s.flow.ActorAt(t.Context(), deskSlug, address("ana"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.flow.EndOtherSessions(t.Context(), workflow.Command{Actor: actor}, ""); err != nil {
		t.Fatal(err)
	}
	one.click("button", "Save statement")
	one.until(visible + `('h1', 'Sign in')`)
	one.fill("Email", address("ana"))
	one.fill("Password", password)
	one.press("\r")
	one.until(`document.readyState === 'complete' && !` + visible + `('h1', 'Sign in')`)
	one.open(path)
	one.click("[data-draft-offer] button", "Put them back")
	one.until(control(statement) + `.value === 'Typed while nobody was signed in any more.'`)
	one.changes(func() { one.click("button", "Save statement") })
	if got := s.claim(t, factcheck.ClaimID(claim)).Statement; got != "Typed while nobody was signed in any more." {
		t.Errorf("stored is %q", got)
	}
}

// id writes an identifier.
func id(n int) string { return strconv.Itoa(n) }
