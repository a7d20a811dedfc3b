package e2e

import (
	"context"
	"flag"
	"os"
	"testing"
	"time"

	"factdesk/internal/workflow"
	"factdesk/seeds"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// screenshotClaim stands in the statement of the claim the picture shows.
const screenshotClaim = "told the Budget Committee"

var screenshot = flag.String("screenshot", "", "write a picture of the demonstration's workbench into this file")

// takeScreenshot writes the picture the documentation begins with: the demonstration's article,
// with a claim that was checked.
func takeScreenshot(t *testing.T, browser context.Context, file string) {
	t.Helper()
	s := new(site)
	s.start(t, func(ctx context.Context, flow *workflow.Workflow) error { return seeds.Load(ctx, flow, time.Now()) })
	b := openBrowser(t, browser, s.url)
	b.open("/login")
	b.fill("Email", "editor@demo")
	b.fill("Password", seeds.Password)
	b.press("\r")
	b.until(`location.pathname === '/' && document.readyState === 'complete'`)
	b.open("/articles")
	b.click(".article-row a", "Moscow and Beijing")
	b.until(visible + `('.claim-list', '')`)
	claim := ask[string](b, `[...document.querySelectorAll('.claim-list a')].find((el) => el.innerText.includes(`+js(screenshotClaim)+`)).getAttribute('href')`)
	b.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: "light"}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
		return err
	}))
	b.open(claim)
	b.until(`document.fonts.status === 'loaded' && document.querySelector('[data-text] .current')`)
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		t.Fatal(err)
	}
}
