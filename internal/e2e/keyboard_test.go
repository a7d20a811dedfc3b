package e2e

import (
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"

	"github.com/chromedp/chromedp/kb"
)

// bring imports the article as somebody and returns the path of its workbench.
func (s *site) bring(t *testing.T, a article, email string) string {
	t.Helper()
	actor, err := s.flow.ActorAt(t.Context(), deskSlug, email)
	if err != nil {
		t.Fatal(err)
	}
	id, err := s.flow.ImportArticle(t.Context(), workflow.Command{Actor: actor}, workflow.ImportArticle{
		Text: a.text, Origin: factcheck.Paste, Title: a.title, Language: "en",
	})
	if err != nil {
		t.Fatal(err)
	}
	return articlePath(id)
}

// tabTo presses Tab until the focus is on something whose words begin as said.
func (b *tab) tabTo(words string) {
	b.t.Helper()
	for range 80 {
		b.press(kb.Tab)
		if ask[bool](b, `(document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText || '').trim().startsWith(`+js(words)+`)`) {
			return
		}
	}
	b.fail("80 times Tab do not lead to %q", words)
}

// TestKeyboardOnly works on claims from proposal to approval without a pointer.
func TestKeyboardOnly(t *testing.T) {
	t.Parallel()
	s := startSite(t, map[string]factcheck.Role{"ana": factcheck.Editor, "rob": factcheck.Reviewer})
	path := s.bring(t, readArticle(t), address("ana"))
	browser := startBrowser(t)
	ana, rob := openBrowser(t, browser, s.url), openBrowser(t, browser, s.url)

	ana.signInByKeys("ana")
	ana.open(path)
	first, _ := ana.current()
	ana.changes(func() { ana.press("a") })
	ana.status("Open")
	ana.changes(func() { ana.press("u") })
	ana.status("Candidate")
	ana.changes(func() { ana.press("U") })
	ana.status("Open")

	declined := ana.leadsOn(func() { ana.press("j") })
	ana.press("x")
	ana.until(`document.activeElement.name === 'reason'`)
	ana.press(" ")
	ana.leadsOn(func() { ana.press(kb.Enter) })
	if got := s.claim(t, factcheck.ClaimID(declined)); got.Status != factcheck.Declined || got.DeclineReason != factcheck.NotCheckable {
		t.Errorf("the declined claim is %s because %q", got.Status, got.DeclineReason)
	}

	// A sentence becomes a claim with two keys; the first chooses the first sentence.
	ana.press("n")
	ana.until(`document.activeElement.matches('.take')`)
	made := ana.leadsOn(func() { ana.press(kb.Enter) })
	if got := s.claim(t, factcheck.ClaimID(made)); got.Origin != factcheck.ByEditor || len(got.Spans) != 1 || got.Spans[0].Span.Start != 0 {
		t.Errorf("the claim of the first sentence is by %s, of %+v", got.Origin, got.Spans)
	}

	ana.open(path + "?claim=" + id(first))
	ana.checkByKeys()
	ana.changes(func() { ana.press("r") })
	ana.status("In review")

	rob.signInByKeys("rob")
	rob.open("/review")
	rob.tabTo("Start reviewing")
	rob.press(kb.Enter)
	rob.until(`location.pathname === '/review/` + id(first) + `' && document.readyState === 'complete'`)
	rob.press("A")
	rob.until(`document.querySelector('#main').innerText.includes('Approved.')`)
	if got := s.claim(t, factcheck.ClaimID(first)).Status; got != factcheck.Approved {
		t.Errorf("the claim is %s", got)
	}
}

// signInByKeys relies on the cursor being in the first field.
func (b *tab) signInByKeys(name string) {
	b.t.Helper()
	b.open("/login")
	b.until(`document.activeElement.name === 'email'`)
	b.write(address(name))
	b.press(kb.Tab)
	b.write(password)
	b.press(kb.Enter)
	b.until(`document.readyState === 'complete' && location.pathname === '/'`)
}

// checkByKeys says that the article itself makes the claim, and gives it a verdict.
func (b *tab) checkByKeys() {
	b.t.Helper()
	b.press("e")
	b.until(`document.activeElement.name === 'statement'`)
	b.tabTo("Change")
	b.press(kb.Enter)
	b.tabTo("The article says it itself")
	b.press(" ")
	b.changes(func() { b.press(kb.Enter) })

	b.press("v")
	b.until(`document.activeElement.name === 'rating'`)
	b.press(" ")
	for range 10 {
		if ask[bool](b, `document.activeElement.closest('label').innerText.trim().startsWith('Without evidence')`) {
			break
		}
		b.press(kb.ArrowDown)
	}
	b.press(kb.Tab)
	b.write("Nothing was found.")
	b.press(kb.Tab)
	b.write("The archives of both ministries.")
	b.press(kb.Tab)
	b.changes(func() { b.press(kb.Enter) })
	b.press(kb.Escape)
}

func articlePath(article factcheck.ArticleID) string { return "/articles/" + id(int(article)) }
