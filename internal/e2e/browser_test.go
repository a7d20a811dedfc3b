package e2e

import (
	"context"
	"encoding/json"
	"iter"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a page may take to become what a test waits for, on a busy machine.
const patience = 30 * time.Second

// startBrowser starts a Chromium that ends with the test.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Fatal("no browser: install Chromium (apt-get install chromium) to run the journeys")
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("hide-scrollbars", true),
	}
	for _, flag := range []string{
		"disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync",
		// Two tabs are worked in by turns: the one behind must not be put to sleep.
		"disable-background-timer-throttling", "disable-backgrounding-occluded-windows", "disable-renderer-backgrounding",
	} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	return ctx
}

// tab is a tab of somebody's browser. Its methods do what a person does, wait for what a
// person waits for, and fail the test.
type tab struct {
	t        *testing.T
	ctx      context.Context
	browser  context.Context // the program the tab is of
	site     string
	messages iter.Seq2[chromedp.ConsoleMessage, error]
}

// openBrowser opens a tab that shares no cookie with any other: a browser of somebody's own.
func openBrowser(t *testing.T, browser context.Context, site string) *tab {
	t.Helper()
	return openTab(t, browser, site, chromedp.WithNewBrowserContext())
}

// another opens a second tab of the same person.
func (b *tab) another() *tab {
	b.t.Helper()
	return openTab(b.t, b.ctx, b.site)
}

// lastWord is logged by the test to know that everything before it was heard.
const lastWord = "that was all"

// openTab opens a tab. Whatever a page of it complains of fails the test at its end: errors of
// scripts, refused styles, anything the policy did not let through.
func openTab(t *testing.T, parent context.Context, site string, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(parent, options...)
	b := &tab{t: t, ctx: ctx, browser: parent, site: site, messages: chromedp.Console(ctx)}
	t.Cleanup(func() {
		if !t.Failed() { // else it may be broken
			b.hear()
		}
		cancel()
	})
	b.do(chromedp.EmulateViewport(1440, 900))
	return b
}

// hear reports what the browser complained of. It logs an answer of 4xx as an error too; those
// to forms that are refused on purpose are part of the journey.
func (b *tab) hear() {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](`console.log("` + lastWord + `")`))
	for m, err := range b.messages {
		switch {
		case err != nil:
			b.t.Fatalf("listen to the browser: %v", err)
		case m.Text == lastWord:
			return
		case m.Source == "network" && (strings.Contains(m.Text, "status of 422") || strings.Contains(m.Text, "status of 409") || strings.Contains(m.Text, "status of 401")):
		default:
			b.t.Errorf("the browser says: %s (%s)", m, m.URL)
		}
	}
}

// do runs steps that have no answer.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if chromedp.FromContext(b.ctx).Target == nil {
		ctx = b.ctx // the first step opens the tab, which lives as long as its context
	}
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.fail("%v", err)
	}
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.fail("ask %s: %v", expression, err)
	}
	return answer
}

// fail ends the test with what the page shows.
func (b *tab) fail(format string, args ...any) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Second)
	defer cancel()
	shown, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + "\n" + document.body.innerText.slice(0, 6000)`))
	if err != nil {
		shown = err.Error()
	}
	b.t.Fatalf(format+"\nthe page is %s", append(args, shown)...)
}

// until waits until an expression is true, of this page or of the one that comes.
func (b *tab) until(expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	wait := chromedp.Evaluate[bool](`new Promise((done) => {
		const look = () => {
			let found = false;
			try { found = Boolean(`+expression+`); } catch { /* not there yet */ }
			if (found) done(true);
			else setTimeout(look, 10);
		};
		look();
	})`, chromedp.EvalAwaitPromise)
	for {
		found, err := chromedp.Run(ctx, wait)
		if err == nil && found {
			return
		}
		if ctx.Err() != nil {
			b.fail("waited in vain for %s (%v)", expression, err)
		}
		// The page was left while it was looked at: look at the next.
	}
}

// open goes to a path of the site and waits until its scripts run.
func (b *tab) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.site + path))
	b.loaded()
}

// loaded waits until the page is all there. The desk's scripts are modules: they have run when
// the document is complete.
func (b *tab) loaded() {
	b.t.Helper()
	b.until(`document.readyState === 'complete'`)
}

// signIn signs somebody in, and waits for the page that comes after.
func (b *tab) signIn(email string) {
	b.t.Helper()
	b.open("/login")
	b.fill("Email", email)
	b.fill("Password", password)
	b.press("\r")
	b.until(`document.readyState === 'complete' && !location.pathname.startsWith('/login')`)
}

// press presses keys one after the other, a capital letter with Shift. A key and the character it
// types are one event, as at a keyboard: a page that takes the key keeps the character from being
// typed into the field that it moves to.
func (b *tab) press(keys string) {
	b.t.Helper()
	for _, key := range keys {
		events := kb.Encode(key)
		if down := events[0]; len(events) == 3 {
			down.Text, down.UnmodifiedText = events[1].Text, events[1].UnmodifiedText
			events = slices.Delete(events, 1, 2)
		}
		for _, event := range events {
			b.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
				_, err := chromedp.Call(ctx, input.DispatchKeyEvent, *event)
				return err
			}))
		}
	}
}

// visible is a function for expressions: the first element of a selector, shown, whose words
// begin as said.
const visible = `((selector, words) => [...document.querySelectorAll(selector)].find((el) => el.checkVisibility() &&
	el.innerText.replace(/\s+/g, ' ').trim().startsWith(words)))`

// js writes a Go value as JavaScript.
func js(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// at is a point of the window.
type at struct{ X, Y float64 }

// click presses the mouse on the first visible element of the selector whose words begin as said.
func (b *tab) click(selector, words string) {
	b.t.Helper()
	p := b.place(selector, words)
	b.do(chromedp.MouseClickXY(p.X, p.Y))
}

// place brings an element into view, and returns its middle.
func (b *tab) place(selector, words string) at {
	b.t.Helper()
	element := visible + `(` + js(selector) + `, ` + js(words) + `)`
	b.until(element)
	return ask[at](b, `(() => {
		const el = `+element+`;
		el.scrollIntoView({ block: 'center', behavior: 'instant' });
		const box = el.getClientRects()[0];
		return { X: box.left + Math.min(box.width / 2, 60), Y: box.top + box.height / 2 };
	})()`)
}

// control is the field of a label, for expressions.
func control(label string) string {
	return `((label) => [...document.querySelectorAll('label')].find((el) => el.checkVisibility() &&
		el.innerText.trim().startsWith(label))?.control)(` + js(label) + `)`
}

// fill types into the field of a label, in place of what it holds.
func (b *tab) fill(label, text string) {
	b.t.Helper()
	field := control(label)
	b.until(field)
	ask[bool](b, `(() => { const el = `+field+`; el.focus(); el.select?.(); return true; })()`)
	b.write(text)
	b.until(field + `.value.replace(/\r/g, '') === ` + js(text))
}

// write puts text where the cursor is, as a paste does.
func (b *tab) write(text string) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// choose takes the option of a list by its words.
func (b *tab) choose(label, option string) {
	b.t.Helper()
	field := control(label)
	b.until(field)
	ask[bool](b, `(() => {
		const el = `+field+`;
		el.value = [...el.options].find((o) => o.text === `+js(option)+`).value;
		el.dispatchEvent(new Event('input', { bubbles: true }));
		el.dispatchEvent(new Event('change', { bubbles: true }));
		return true;
	})()`)
}

// letters returns where the first and the last of words of the article are in the window,
// after bringing them into view.
func (b *tab) letters(words string) (first, last at) {
	b.t.Helper()
	ends := ask[[]at](b, `((words) => {
		const nodes = [];
		const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
		let all = '';
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node.parentElement.closest('[data-start], [data-skip]')?.dataset.start === undefined) continue;
			nodes.push({ node, from: all.length });
			all += node.data;
		}
		const letter = (index) => {
			const { node, from } = nodes.findLast((n) => n.from <= index);
			const range = new Range();
			range.setStart(node, index - from);
			range.setEnd(node, index - from + 1);
			return range;
		};
		const from = all.indexOf(words);
		const first = letter(from), last = letter(from + words.length - 1);
		first.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
		const begin = first.getBoundingClientRect(), end = last.getBoundingClientRect();
		return [{ X: begin.left + 1, Y: begin.top + begin.height / 2 }, { X: end.right - 1, Y: end.top + end.height / 2 }];
	})(`+js(words)+`)`)
	return ends[0], ends[1]
}

// point clicks on words of the article.
func (b *tab) point(words string) {
	b.t.Helper()
	first, _ := b.letters(words)
	b.do(chromedp.MouseClickXY(first.X, first.Y))
}

// drag selects words of the article with the mouse, from their first letter to their last.
func (b *tab) drag(words string) {
	b.t.Helper()
	from, to := b.letters(words)
	b.do(
		chromedp.MouseEvent(chromedp.MouseMoved, from.X, from.Y),
		chromedp.MouseEvent(chromedp.MousePressed, from.X, from.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		chromedp.MouseEvent(chromedp.MouseMoved, (from.X+to.X)/2, (from.Y+to.Y)/2, chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseMoved, to.X, to.Y, chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseReleased, to.X, to.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
	)
}

// marked returns the words of the article that are marked as the claim's, pieces joined.
func (b *tab) marked(claim int) string {
	b.t.Helper()
	return ask[string](b, `[...document.querySelectorAll('[data-text] mark')].filter((el) => el.dataset.ids.split(' ').includes('`+strconv.Itoa(claim)+`'))
		.map((el) => [...el.querySelectorAll('a')].flatMap((a) => [...a.childNodes]).concat(...el.childNodes)
			.filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join('')).join('')`)
}

// current returns the claim that is shown, and its revision.
func (b *tab) current() (claim, revision int) {
	b.t.Helper()
	both := ask[[2]string](b, `[document.querySelector('#claim-panel').dataset.claim ?? '0', document.querySelector('#claim-panel').dataset.revision ?? '0']`)
	claim, _ = strconv.Atoi(both[0])
	revision, _ = strconv.Atoi(both[1])
	return claim, revision
}

// settles waits until nothing is under way and the page has stood still for some looks: what
// follows a swap, such as scrolling to the claim, comes a little after the swap itself.
func (b *tab) settles() {
	b.t.Helper()
	b.until(`(() => {
		const busy = document.querySelector('[data-sending], .htmx-request, .htmx-swapping, .htmx-settling');
		const now = busy ? NaN : scrollY;
		window.e2eStill = window.e2eLast === now ? (window.e2eStill ?? 0) + 1 : 0;
		window.e2eLast = now;
		return window.e2eStill >= 6;
	})()`)
}

// changes does what changes the claim that is shown, and waits for its next revision.
func (b *tab) changes(do func()) {
	b.t.Helper()
	claim, revision := b.current()
	do()
	b.until(`document.querySelector('#claim-panel').dataset.claim === '` + strconv.Itoa(claim) +
		`' && Number(document.querySelector('#claim-panel').dataset.revision) > ` + strconv.Itoa(revision))
	b.settles()
}

// leadsOn waits until a claim other than the one shown comes up when do is done, and returns it.
func (b *tab) leadsOn(do func()) (claim int) {
	b.t.Helper()
	before, _ := b.current()
	do()
	// What is announced ends with the claim's heading, once the page has scrolled to its words.
	b.until(`document.querySelector('#claim-panel').dataset.claim > '' && document.querySelector('#claim-panel').dataset.claim !== '` + strconv.Itoa(before) +
		`' && document.querySelector('#announce').textContent.endsWith(document.querySelector('.panel-title').textContent.trim())`)
	b.settles()
	claim, _ = b.current()
	return claim
}

// status waits until the claim that is shown is in this status.
func (b *tab) status(label string) {
	b.t.Helper()
	b.until(`document.querySelector('.panel-title .status').innerText.trim() === ` + js(label))
}
