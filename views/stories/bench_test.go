package stories

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"factdesk/views/components"
	"factdesk/views/pages/workbench"
	"factdesk/views/static"
)

// sent is one form that reached the server.
type sent struct {
	path string
	form url.Values
}

// benchServer answers as the web layer does: pages of the sample article, and 303 to one of them
// for every form. What is posted comes out of the channel.
func benchServer(t *testing.T) (*httptest.Server, <-chan sent) {
	t.Helper()
	posted := make(chan sent, 10)
	mux := http.NewServeMux()
	mux.Handle("GET "+static.Prefix, static.Handler())
	mux.HandleFunc("GET /articles/1", func(w http.ResponseWriter, r *http.Request) {
		number, err := strconv.Atoi(r.URL.Query().Get("claim"))
		if err != nil {
			number = 9
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_ = workbench.View(bench(panelOf(number), number)).Render(r.Context(), w)
	})
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		posted <- sent{r.URL.Path, r.PostForm}
		claim := "10"
		if number, isClaim := strings.CutPrefix(r.URL.Path, "/claims/"); isClaim && !strings.HasSuffix(r.URL.Path, "/accept") {
			claim, _, _ = strings.Cut(number, "/")
		}
		http.Redirect(w, r, "/articles/1?claim="+claim, http.StatusSeeOther)
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv, posted
}

func panelOf(number int) components.ClaimPanel {
	switch number {
	case 7:
		return openPanel()
	case 2:
		return inReviewPanel(true)
	}
	p := editable(benchPanel(benchClaims()[number-1]))
	p.Actions = []components.PanelAction{accept(), decline()}
	return p
}

// benchTab is a page of the workbench in a browser.
type benchTab struct {
	t   *testing.T
	ctx context.Context
	url string
}

func openTab(t *testing.T, address string) benchTab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser(t))
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(stop)
	tb := benchTab{t, ctx, address}
	if _, err := chromedp.Run(ctx, chromedp.Action[chromedp.Void](func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
		return chromedp.Void{}, err
	})); err != nil {
		t.Fatal(err)
	}
	tb.do(chromedp.EmulateViewport(1440, 900), chromedp.Navigate(address))
	tb.wait(`document.readyState === 'complete' && !document.querySelector('[data-keys]')?.hidden`)
	return tb
}

func (tb benchTab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb.ctx, steps...); err != nil {
		tb.t.Fatal(err)
	}
}

func (tb benchTab) wait(condition string) {
	tb.t.Helper()
	if _, err := chromedp.Run(tb.ctx, chromedp.Poll[bool](condition, chromedp.WithPollingTimeout(10*time.Second))); err != nil {
		tb.t.Fatalf("never came true: %s: %v", condition, err)
	}
}

func (tb benchTab) text(script string) string {
	tb.t.Helper()
	out, err := chromedp.Run(tb.ctx, chromedp.Evaluate[string](script))
	if err != nil {
		tb.t.Fatalf("%s: %v", script, err)
	}
	return out
}

// place returns the middle of the words in the window, brought into view.
func (tb benchTab) place(words string) (x, y float64) {
	tb.t.Helper()
	at, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]float64](`(() => {
		const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const at = node.data.indexOf(`+strconv.Quote(words)+`);
			if (at < 0) continue;
			node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
			const range = new Range();
			range.setStart(node, at);
			range.setEnd(node, at + `+strconv.Itoa(len(words))+`);
			const box = range.getBoundingClientRect();
			return [box.x + box.width / 2, box.y + box.height / 2];
		}
		return [];
	})()`))
	if err != nil || len(at) != 2 {
		tb.t.Fatalf("no place for %q: %v", words, err)
	}
	return at[0], at[1]
}

// drag presses the mouse on the middle of one word of the article and lets go on another.
func (tb benchTab) drag(from, to string) {
	tb.t.Helper()
	x, y := tb.place(from)
	tb.do(chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
	x, y = tb.place(to)
	tb.do(chromedp.MouseEvent(chromedp.MouseMoved, x-3, y, chromedp.ButtonLeft), chromedp.MouseEvent(chromedp.MouseMoved, x, y, chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseReleased, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

func next(t *testing.T, posted <-chan sent) sent {
	t.Helper()
	select {
	case s := <-posted:
		return s
	case <-time.After(10 * time.Second):
		t.Fatal("no form arrived")
		return sent{}
	}
}

func plainText() []rune {
	var lines []string
	for _, block := range benchArticle() {
		var words []string
		for _, s := range block {
			words = append(words, s.text)
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return []rune(strings.Join(lines, "\n"))
}

// Words dragged over, from the middle of a marked word to the middle of another, become a claim
// with one key: of whole words, in code points, though the marks are links.
func TestSelectionMakesAClaim(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=7")
	tb.drag("lowered", "waiting")
	tb.wait(`document.querySelector('[data-popover]').matches(':popover-open')`)
	if got := tb.text(`document.querySelector('[data-picked]').textContent`); got != "lowered the average waiting" {
		t.Errorf("picked %q", got)
	}
	select {
	case s := <-posted:
		t.Fatalf("selecting alone sent %s", s.path)
	default:
	}
	tb.do(chromedp.KeyEvent("2"))
	got := next(t, posted)
	start, err := strconv.Atoi(got.form.Get("start"))
	if err != nil {
		t.Fatal(err)
	}
	end, err := strconv.Atoi(got.form.Get("end"))
	if err != nil {
		t.Fatal(err)
	}
	if got.path != "/articles/1/claims" || got.form.Get("type") != "numerical" || string(plainText()[start:end]) != "lowered the average waiting" {
		t.Errorf("sent %s %v", got.path, got.form)
	}
	tb.wait(`location.search === '?claim=10' && document.querySelector('#claim-panel').dataset.claim === '10'`)
	if marks := tb.text(`document.querySelector('[data-text] .current').dataset.ids`); marks != "10" {
		t.Errorf("the current mark is %s", marks)
	}
}

func TestKeysDoWhatButtonsDo(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=8")
	tb.do(chromedp.KeyEvent("j"))
	tb.wait(`document.querySelector('#claim-panel').dataset.claim === '9' && location.search === '?claim=9'`)
	tb.do(chromedp.KeyEvent("e"))
	tb.wait(`document.activeElement.name === 'statement'`)
	tb.do(chromedp.KeyEvent("a")) // typed, not done
	if got := tb.text(`document.activeElement.value`); !strings.Contains(got, "a") || len(posted) > 0 {
		t.Errorf("a key in a field did something: %q, %d forms", got, len(posted))
	}
	tb.do(chromedp.KeyEvent("\x1b"))
	tb.wait(`document.activeElement === document.body`)
	tb.do(chromedp.KeyEvent("x"))
	tb.wait(`document.getElementById('decline').open && document.activeElement.name === 'reason'`)
	tb.do(chromedp.KeyEvent("n"), chromedp.KeyEvent("n"))
	tb.wait(`document.activeElement.matches('.take') && document.activeElement.closest('[data-sentence]').id === 's1'`)
	tb.do(chromedp.KeyEvent("a")) // with words in another form, so it asks
	tb.wait(`document.activeElement.matches('.unsaved-ask')`)
	tb.do(chromedp.Click(".unsaved-ask button:last-of-type"))
	got := next(t, posted)
	if diff := cmp.Diff([]string{"/claims/9/accept", "7", "workbench"}, []string{got.path, got.form.Get("revision"), got.form.Get("page")}); diff != "" {
		t.Errorf("accept (-want +got):\n%s", diff)
	}
	tb.wait(`document.querySelector('#claim-panel').dataset.claim === '10'`)
	tb.do(chromedp.KeyEvent("?"))
	tb.wait(`document.getElementById('keys').open`)
}

// A sentence becomes a claim with two keys.
func TestSentenceMakesAClaim(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1")
	tb.do(chromedp.KeyEvent("n"), chromedp.KeyEvent("\r"))
	got := next(t, posted)
	want := benchArticle()[0][0].text
	if diff := cmp.Diff([]string{"/articles/1/claims", "1", "0", strconv.Itoa(len([]rune(want)))}, []string{got.path, got.form.Get("article_version"), got.form.Get("start"), got.form.Get("end")}); diff != "" {
		t.Errorf("claim from a sentence (-want +got):\n%s", diff)
	}
}

// A mark of two claims offers both, the shorter first; an action that is refused is not sent.
func TestMarksAndRefusals(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=7")
	tb.text(`(document.querySelector('#mark-7 a').click(), '')`)
	tb.wait(`document.querySelectorAll('.wb-choose button').length === 2`)
	if got := tb.text(`[...document.querySelectorAll('.wb-choose button')].map(b => b.textContent).join('; ')`); got != "Claim 7, open; Claim 6, changes requested" {
		t.Errorf("offered: %s", got)
	}
	tb.do(chromedp.KeyEvent("\x1b"), chromedp.KeyEvent("r"))
	tb.wait(`document.querySelector('[data-announce]').textContent.includes('The claim has no rating.')`)
	if len(posted) != 0 {
		t.Error("a refused action was sent")
	}
	x, y := tb.place("third more")
	tb.do(chromedp.MouseClickXY(x, y))
	tb.wait(`document.querySelector('#claim-panel').dataset.claim === '3'`)
}

// Saving one form keeps the words typed into another; going to another claim does not take them along.
func TestUnsentWordsStay(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=7")
	tb.do(chromedp.SendKeys("#c7-rationale", "Half a thought"), chromedp.SendKeys("#c7-statement", " Indeed."))
	tb.do(chromedp.Click("#c7-form-statement button:not([hidden] *)"))
	if got := next(t, posted); got.path != "/claims/7/statement" || !strings.Contains(got.form.Get("statement"), "Indeed.") {
		t.Errorf("sent %s %v", got.path, got.form)
	}
	tb.wait(`!document.querySelector('#c7-form-statement').hasAttribute('data-sending')`)
	if got := tb.text(`document.querySelector('#c7-rationale').value`); got != "Half a thought" {
		t.Errorf("the rationale is %q", got)
	}
	tb.wait(`sessionStorage.getItem('factdesk.draft.claim-7-verdict@1')?.includes('Half a thought')`)
	tb.do(chromedp.KeyEvent("\x1b"), chromedp.KeyEvent("k"))
	tb.wait(`document.querySelector('#claim-panel').dataset.claim === '6'`)
	tb.do(chromedp.KeyEvent("j"))
	tb.wait(`document.querySelector('#claim-panel').dataset.claim === '7'`)
	tb.wait(`document.querySelector('#c7-form-verdict [data-draft-offer]').checkVisibility()`)
	if got := tb.text(`document.querySelector('#c7-rationale').value`); got != "" {
		t.Errorf("the draft was put in without asking: %q", got)
	}
}
