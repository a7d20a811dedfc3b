package stories

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"factdesk/views/static"
)

// step is a script to run in the page and what it is to return.
type step struct {
	say    string
	script string
	want   string
}

// play runs steps on a page, each until it returns what is wanted or time is up.
func play(t *testing.T, ctx context.Context, steps []step) {
	t.Helper()
	for _, s := range steps {
		got := ""
		for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); {
			var err error
			if got, err = chromedp.Run(ctx, chromedp.Evaluate[string](s.script)); err != nil {
				t.Fatalf("%s: %v", s.say, err)
			}
			if got == s.want {
				break
			}
		}
		if got != s.want {
			t.Fatalf("%s: got %q, want %q", s.say, got, s.want)
		}
	}
}

func storyTab(t *testing.T) (context.Context, string) {
	t.Helper()
	if !static.Built() {
		t.Fatal("the bundle is not built: run npm ci, then go generate ./views/static")
	}
	srv := server(t)
	ctx, cancel := chromedp.NewContext(browser(t))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	return ctx, srv.URL
}

const typeHeadline = `(() => { const f = document.querySelector('#f-headline'); f.value = 'Typed here'; f.dispatchEvent(new Event('input', {bubbles: true})); return f.value; })()`

func TestComposerInBrowser(t *testing.T) {
	t.Parallel()
	ctx, url := storyTab(t)
	page := url + "/dev/stories/reports/compose"
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	order := `[...document.querySelectorAll('[data-order-position]')].map(i => i.name + '=' + i.value).join(' ')`
	play(t, ctx, []step{
		{"the buttons appear", `String(document.querySelector('[data-move="1"]').hidden)`, "false"},
		{"the first goes down", `document.querySelector('[data-move="1"]').click(); ` + order, "position_4=1 position_7=2 position_9=3"},
		{"the place is announced", `document.querySelector('#order-live').textContent`, "2 / 3"},
		{"the button keeps the focus", `document.activeElement.dataset.move`, "1"},
		{"the last stays where it is", `document.querySelector('[data-order-item]:last-child [data-move="1"]').click(); ` + order, "position_4=1 position_7=2 position_9=3"},
		{"words are typed", typeHeadline, "Typed here"},
		{"and kept in this tab", `sessionStorage.getItem('factdesk.draft.report-1@7')?.includes('Typed here') ? 'kept' : ''`, "kept"},
		{"nothing is offered yet", `String(document.querySelector('[data-draft-offer]').hidden)`, "true"},
		{"let go of the page", `document.querySelectorAll('form[data-guard]').forEach(f => f.remove()); 'gone'`, "gone"},
	})
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	play(t, ctx, []step{
		{"the draft is offered", `String(document.querySelector('[data-draft-offer]').hidden)`, "false"},
		{"the server's words stand", `document.querySelector('#f-headline').value.slice(0, 4)`, "What"},
		{"until it is put back", `document.querySelector('[data-draft-restore]').click(); document.querySelector('#f-headline').value`, "Typed here"},
		{"with the positions", `document.querySelector('[name=position_7]').value`, "2"},
	})
}

func TestFormIsSentOnce(t *testing.T) {
	t.Parallel()
	ctx, url := storyTab(t)
	if err := chromedp.Do(ctx, chromedp.Navigate(url+"/dev/stories/desk/members")); err != nil {
		t.Fatal(err)
	}
	play(t, ctx, []step{
		{"the scripts have started", `document.querySelector('form[action="/desk/members"]') && performance.getEntriesByType('resource').some(r => r.name.includes('app.js')) ? 'ready' : ''`, "ready"},
		{"the second attempt goes nowhere", `(() => {
			const form = document.querySelector('form[action="/desk/members"]');
			let sent = 0;
			form.addEventListener('submit', e => { sent++; e.preventDefault(); });
			for (let i = 0; i < 3; i++) form.dispatchEvent(new SubmitEvent('submit', {cancelable: true, bubbles: true}));
			return String(sent);
		})()`, "1"},
	})
}

func TestQueueFiltersInPlace(t *testing.T) {
	t.Parallel()
	ctx, url := storyTab(t)
	if err := chromedp.Do(ctx, chromedp.Navigate(url+"/dev/stories/queue/full")); err != nil {
		t.Fatal(err)
	}
	play(t, ctx, []step{
		{"htmx has started", `typeof htmx`, "object"},
		{"a status is chosen", `(() => { const s = document.querySelector('#f-status'); s.focus(); s.value = 'open'; s.dispatchEvent(new Event('change', {bubbles: true})); return s.value; })()`, "open"},
		{"the rows are those of the answer", `document.querySelector('.empty-title')?.textContent ?? ''`, "No claim matches"},
		{"the address says so", `location.search`, "?view=mine&q=&status=open"},
		{"the focus stays", `document.activeElement.id`, "f-status"},
	})
}

// queueAnswer is what the story server answers to the queue's filter form.
func queueAnswer(w http.ResponseWriter, r *http.Request) {
	story, _ := Find("queue/filtered")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := story.Component.Render(r.Context(), w); err != nil {
		panic(http.ErrAbortHandler)
	}
}
