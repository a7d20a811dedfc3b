package stories

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

// failing puts a server before another that answers posted forms with the status it is told;
// 1 breaks the connection, 0 passes everything on.
func failing(t *testing.T, behind *httptest.Server) (*httptest.Server, *atomic.Int32) {
	t.Helper()
	var status atomic.Int32
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch s := int(status.Load()); {
		case r.Method != http.MethodPost || s == 0:
			behind.Config.Handler.ServeHTTP(w, r)
		case s == 1:
			panic(http.ErrAbortHandler)
		default:
			http.Error(w, "down", s)
		}
	}))
	t.Cleanup(srv.Close)
	return srv, &status
}

const (
	failure = `document.querySelector('.request-failed[role=alert]')?.textContent ?? ''`
	saved   = `/^Saved \d/.test(document.querySelector('.saved')?.textContent)`
)

// A form that did not arrive says so, keeps its words and can be sent again; one that did says that too.
func TestFormsSayWhatBecameOfThem(t *testing.T) {
	t.Parallel()
	bench, posted := benchServer(t)
	srv, status := failing(t, bench)
	tb := openTab(t, srv.URL+"/articles/1?claim=7")
	tb.do(chromedp.SendKeys("#c7-statement", " Indeed."))
	for _, c := range []struct {
		status int32
		say    string
	}{{1, "could not be reached"}, {502, "could not be reached"}, {503, "could not be reached"}, {500, "could not do it"}} {
		status.Store(c.status)
		tb.do(chromedp.Click("#c7-form-statement button:not([hidden] *)"))
		tb.wait(`(` + failure + `).includes("` + c.say + `") && !document.querySelector('#c7-form-statement').hasAttribute('data-sending')`)
		if got := tb.text(`document.querySelector('#c7-form-statement .request-failed') ? document.querySelector('#c7-statement').value : ''`); !strings.Contains(got, "Indeed.") {
			t.Errorf("after status %d the form holds %q", c.status, got)
		}
	}
	status.Store(0)
	tb.do(chromedp.Click("#c7-form-statement button:not([hidden] *)"))
	next(t, posted)
	tb.wait(saved + ` && document.querySelector('#c7-form-statement .saved')?.checkVisibility()`)
	tb.wait(`[...document.querySelectorAll('[role=status]')].some((el) => /^Saved \d/.test(el.textContent))`)
	if got := tb.text(failure); got != "" {
		t.Errorf("still says %q", got)
	}
}

// A key that did not arrive says so by the next steps; one that did says that there.
func TestKeysSayWhatBecameOfThem(t *testing.T) {
	t.Parallel()
	bench, posted := benchServer(t)
	srv, status := failing(t, bench)
	tb := openTab(t, srv.URL+"/articles/1?claim=9")
	status.Store(1)
	tb.do(chromedp.KeyEvent("a"))
	tb.wait(`document.querySelector('.wb-strip .request-failed')?.textContent.includes('Not saved') ?? false`)
	status.Store(0)
	tb.do(chromedp.KeyEvent("a"))
	next(t, posted)
	tb.wait(`document.querySelector('.wb-strip .saved') !== null`)
}

// An action asks about words in another form first; they are saved, or left out knowingly.
func TestActionsAskAboutUnsentWords(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=9")
	tb.do(chromedp.SendKeys("#c9-statement", " Indeed."), chromedp.KeyEvent("\x1b"))
	asked := `document.querySelector('#c9-form-statement[data-unsaved] .unsaved-ask') === document.activeElement && document.activeElement.textContent.includes('You have unsaved words in Statement.')`
	tb.do(chromedp.KeyEvent("a"))
	tb.wait(asked)
	if len(posted) != 0 {
		t.Fatal("the action was sent without asking")
	}
	tb.do(chromedp.Click(".unsaved-ask button:first-of-type"))
	if got := next(t, posted); got.path != "/claims/9/statement" || !strings.Contains(got.form.Get("statement"), "Indeed.") {
		t.Errorf("save first sent %s %v", got.path, got.form)
	}
	tb.wait(saved)
	tb.do(chromedp.SendKeys("#c9-statement", " More."), chromedp.KeyEvent("\x1b"), chromedp.KeyEvent("a"))
	tb.wait(asked)
	tb.do(chromedp.Click(".unsaved-ask button:last-of-type"))
	if got := next(t, posted); got.path != "/claims/9/accept" {
		t.Errorf("send anyway sent %s", got.path)
	}
}

// Saving one section leaves a half-filled form of another as it stands: open, with its words.
func TestSavingLeavesOtherFormsOpen(t *testing.T) {
	t.Parallel()
	srv, posted := benchServer(t)
	tb := openTab(t, srv.URL+"/articles/1?claim=7")
	tb.text(`(document.querySelector('#add-source').open = true, '')`)
	tb.do(chromedp.SendKeys("#c7-new-title", "Half a source"), chromedp.Click("#c7-new-stance-1"))
	tb.do(chromedp.SendKeys("#c7-statement", " Indeed."), chromedp.Click("#c7-form-statement button:not([hidden] *)"))
	next(t, posted)
	tb.wait(saved)
	if got := tb.text(`[document.querySelector('#add-source').open, document.querySelector('#c7-new-title').value, document.querySelector('#c7-new-stance-1').checked, document.querySelector('#c7-form-evidence [data-draft-offer]').hidden].join()`); got != "true,Half a source,true,true" {
		t.Errorf("the form is %s", got)
	}
	tb.text(`(document.querySelector('#c7-form-evidence button[type=submit]').click(), '')`)
	if got := next(t, posted); got.form.Get("title") != "Half a source" || got.form.Get("stance") != "refutes" {
		t.Errorf("sent %v", got.form)
	}
	tb.wait(`!document.querySelector('#add-source').open && document.querySelector('#part-evidence .saved') !== null`)
}

// The composer publishes and previews what is stored, so it asks about what is not.
func TestComposerAsksBeforePublishing(t *testing.T) {
	t.Parallel()
	ctx, url := storyTab(t)
	if err := chromedp.Do(ctx, chromedp.Navigate(url+"/dev/stories/reports/compose-second")); err != nil {
		t.Fatal(err)
	}
	asks := `document.querySelector('form.compose .unsaved-ask')?.textContent.includes('The report has unsaved changes.') ? 'asked' : ''`
	play(t, ctx, []step{
		{"the scripts have started", `String(document.querySelector('[data-move="1"]').hidden)`, "false"},
		{"words are typed", typeHeadline, "Typed here"},
		{"a preview is asked for", `document.querySelector('a[data-unsaved-first]').click(); ` + asks, "asked"},
		{"and the page stays", `location.pathname`, "/dev/stories/reports/compose-second"},
		{"put aside", `document.querySelector('.unsaved-ask').remove(); 'gone'`, "gone"},
		{"it is published", `(() => {
			const form = document.querySelector('form[action$="/publish"]');
			for (const el of form.elements) if (el.required) { if (el.type === 'radio') el.checked = true; else el.value = 'x'; }
			form.requestSubmit();
			return ` + asks + `;
		})()`, "asked"},
		{"the form is marked", `String(document.querySelector('form.compose').hasAttribute('data-unsaved'))`, "true"},
		{"saving first sends the report", `(() => {
			let sent = '';
			document.querySelector('form.compose').addEventListener('submit', (e) => { e.preventDefault(); sent = 'report'; });
			document.querySelector('.unsaved-ask button').click();
			return sent;
		})()`, "report"},
	})
}
