package stories

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"factdesk/views/static"
)

var screens = flag.String("screens", "", "write a screenshot of every story, width and theme into this folder")

// only narrows the browser tests to stories whose names hold it, while working on one.
var only = flag.String("only", "", "only the stories whose names contain this")

// policy is the one the web server sends, so that a story that would break it fails here.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const axeFile = "../../node_modules/axe-core/axe.min.js"

// findings is what a page's own script could not tell us: axe's violations, and
// what the browser itself complained about.
const findings = `document.fonts.ready.then(() => axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
	.then(r => JSON.stringify(r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' | ' + n.failureSummary.slice(0, 260)).join(' ## ')))))`

// overflow names the elements that stick out of the window sideways.
const overflow = `(() => {
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= width) return '';
	return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1)
		.slice(0, 4).map(e => e.tagName + '.' + e.className).join(', ') || 'something';
})()`

// tooSmall names the controls smaller than 24 by 24 that are not words in a line of text.
const tooSmall = `[...document.querySelectorAll('button, select, input:not([type=hidden]), summary, .button, .nav a, .tabs a')]
	.filter(e => e.checkVisibility() && !e.closest('label.check')).filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
	.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(', ')`

func server(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("GET "+static.Prefix, static.Handler())
	mux.HandleFunc("GET /dev/stories/{name...}", func(w http.ResponseWriter, r *http.Request) {
		story, ok := Find(r.PathValue("name"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		var buf bytes.Buffer
		if err := story.Component.Render(r.Context(), &buf); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(buf.Bytes())
	})
	mux.HandleFunc("GET /{$}", queueAnswer)
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if path, err = exec.LookPath("google-chrome"); err != nil {
			t.Fatal("no browser: install Chromium (apt-get install chromium) to run the accessibility tests")
		}
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("hide-scrollbars", true),
	}
	for _, flag := range []string{"disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	return ctx
}

// screen is one window size and theme. Colours do not change with the width and
// structure does not with the theme, so not every screen needs axe's full walk.
type screen struct {
	width int64
	theme string
	axe   bool
	media string // "print", or "" for the screen
}

func allScreens() []screen {
	return []screen{
		{width: 1440, theme: "light", axe: true}, {width: 1440, theme: "dark", axe: true},
		{width: 768, theme: "light"}, {width: 320, theme: "light", axe: true}, {width: 320, theme: "dark"},
		{width: 794, theme: "dark", media: "print"}, // A4 at 96 dots an inch, from a dark desk
	}
}

// lastWord is logged by the test to know that everything before it was heard.
const lastWord = "the story has been looked at"

// complaints returns what the browser logged since messages was subscribed,
// such as a refused inline style or an error of a script.
func complaints(t *testing.T, ctx context.Context, messages iter.Seq2[chromedp.ConsoleMessage, error]) []string {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`console.log("`+lastWord+`")`)); err != nil {
		t.Fatal(err)
	}
	var list []string
	for m, err := range messages {
		if err != nil {
			t.Fatalf("listen to the browser: %v", err)
		}
		if m.Text == lastWord {
			break
		}
		list = append(list, "the browser says: "+m.String())
	}
	return list
}

func TestStoriesInBrowser(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		t.Fatalf("no axe-core: run npm ci (%v)", err)
	}
	srv := server(t)
	ctx, cancel := chromedp.NewContext(browser(t))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // starts the browser, which lives as long as this context
		t.Fatalf("start the browser: %v", err)
	}
	tabs := make(chan context.Context, 2)
	for range cap(tabs) {
		tab, cancel := chromedp.NewContext(ctx)
		t.Cleanup(cancel)
		if err := chromedp.Do(tab); err != nil {
			t.Fatalf("open a tab: %v", err)
		}
		tabs <- tab
	}
	t.Run("stories", func(t *testing.T) {
		for _, s := range All() {
			if !strings.Contains(s.Name, *only) {
				continue
			}
			t.Run(s.Name, func(t *testing.T) {
				t.Parallel()
				tab := <-tabs
				defer func() { tabs <- tab }()
				for _, sc := range allScreens() {
					inspect(t, tab, srv.URL+"/dev/stories/"+s.Name, string(axe), s, sc)
				}
			})
		}
	})
}

// TestBrowserHearsComplaints breaks the policy on purpose, lest the check above hear nothing.
func TestBrowserHearsComplaints(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><h1 style="color:red">x</h1><script>f()</script>`)
	}))
	t.Cleanup(srv.Close)
	ctx, cancel := chromedp.NewContext(browser(t))
	t.Cleanup(cancel)
	messages := chromedp.Console(ctx)
	if err := chromedp.Do(ctx, chromedp.Navigate(srv.URL)); err != nil {
		t.Fatal(err)
	}
	said := strings.Join(complaints(t, ctx, messages), "\n")
	for _, directive := range []string{"script-src", "style-src", "img-src"} {
		if !strings.Contains(said, directive) {
			t.Errorf("nothing was heard of %s: %s", directive, said)
		}
	}
}

// inspect opens one story on one screen and reports what is wrong with it.
func inspect(t *testing.T, parent context.Context, url, axe string, s Story, sc screen) {
	t.Helper()
	ctx, cancel := context.WithTimeout(parent, 30*time.Second)
	defer cancel()
	messages := chromedp.Console(ctx)
	theme := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: sc.media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: sc.theme}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
		return chromedp.Void{}, err
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(sc.width, 900), theme, chromedp.Navigate(url)); err != nil {
		t.Fatalf("%d %s: open: %v", sc.width, sc.theme, err)
	}
	list := []string{}
	if sc.axe {
		list = violations(t, ctx, axe)
	}
	for check, script := range map[string]string{"sideways": overflow, "under 24 by 24": tooSmall} {
		out, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			t.Fatalf("%d %s: %s: %v", sc.width, sc.theme, check, err)
		}
		if out != "" {
			list = append(list, check+": "+out)
		}
	}
	list = append(list, complaints(t, ctx, messages)...)
	slices.Sort(list)
	for _, fault := range list {
		t.Errorf("%d %s: %s", sc.width, sc.theme, fault)
	}
	screenshot(t, ctx, s, sc)
}

// violations is what axe finds on the page that is open.
func violations(t *testing.T, ctx context.Context, axe string) []string {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](axe)); err != nil {
		t.Fatalf("load axe: %v", err)
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[string](findings, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("run axe: %v", err)
	}
	var list []string
	if err := json.Unmarshal([]byte(found), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func screenshot(t *testing.T, ctx context.Context, s Story, sc screen) {
	t.Helper()
	if *screens == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("%s-%d-%s.png", strings.ReplaceAll(s.Name, "/", "_"), sc.width, cmp.Or(sc.media, sc.theme))
	if err := os.WriteFile(filepath.Join(*screens, name), png, 0o600); err != nil {
		t.Fatal(err)
	}
}
