package e2e

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"

	"factdesk/internal/factcheck"

	"golang.org/x/net/html"
)

const headline = "What was agreed in Moscow"

// publishes composes the report, looks at its preview and publishes it.
func (j *journey) publishes() {
	ana := j.editor
	ana.open(j.path)
	ana.click(".wb-head button", "Start the report")
	ana.until(`/^\/reports\/\d+$/.test(location.pathname) && document.readyState === 'complete'`)
	composer := ask[string](ana, `location.pathname`)
	ana.fill("Headline", headline)
	ana.fill("Summary", "One claim, and nothing to prove it.")
	ana.fill("Address", "agreed-in-moscow")
	if !ask[bool](ana, `document.querySelector('[name=include_`+strconv.Itoa(j.claim)+`]').checked`) {
		ana.click(".choice label", j.article.statement())
	}
	ana.click("button", "Save")
	ana.until(`document.readyState === 'complete' && document.querySelector('#main').innerText.includes('The report is saved.')`)
	ana.click("a.button", "Preview")
	ana.until(`location.pathname === '` + composer + `/preview' && ` + visible + `('h1', ` + js(headline) + `)`)
	ana.open(composer)
	ana.click(".publish summary", "Publish")
	ana.click(".publish button", "Publish")
	ana.until(`document.readyState === 'complete' && ` + visible + `('ol.rows a', 'Edition 1')`)
	j.slug = "agreed-in-moscow"
}

// reads looks at the published report as a reader, and takes it in every format offered.
func (j *journey) reads() {
	reader := openBrowser(j.T, j.editor.browser, j.site.url)
	reader.open("/r/" + deskSlug)
	reader.click("a", headline)
	reader.until(`location.pathname === ` + js(j.public()) + ` && document.readyState === 'complete'`)
	for _, words := range []string{"Without evidence", j.article.statement(), "“" + j.article.own + "”", "Readout of the talks", "Moscow and Beijing"} {
		if !ask[bool](reader, `document.querySelector('main').innerText.includes(`+js(words)+`)`) {
			j.Errorf("the public report says nowhere %q", words)
		}
	}
	if scripts := ask[int](reader, `document.querySelectorAll('script:not([type="application/ld+json"])').length`); scripts != 0 {
		j.Errorf("the public report runs %d scripts", scripts)
	}
	links := ask[[]string](reader, `[...document.querySelectorAll('.exports a')].map((a) => a.pathname)`)
	if len(links) < 7 {
		j.Errorf("the report is offered as %q only", links)
	}
	for _, link := range links {
		j.parses(link)
	}
}

// parses fetches an export and reads it as what it says it is.
func (j *journey) parses(link string) {
	body := j.fetch(link)
	if !bytes.Contains(body, []byte(j.article.quoted())) {
		j.Errorf("%s does not hold the claim", link)
	}
	var err error
	switch path.Ext(link) {
	case ".csv":
		var records [][]string
		if records, err = csv.NewReader(bytes.NewReader(body)).ReadAll(); err == nil && len(records) != 2 {
			j.Errorf("%s has %d records, want a head and one claim", link, len(records))
		}
	case ".html":
		_, err = html.Parse(bytes.NewReader(body))
	case ".md":
		if !strings.HasPrefix(string(body), "# "+headline) && !strings.Contains(string(body), "\n# "+headline) {
			j.Errorf("%s has no headline", link)
		}
	default: // JSON, or JSON lines, or JSON-LD
		decoder := json.NewDecoder(bytes.NewReader(body))
		for err == nil {
			var value any
			err = decoder.Decode(&value)
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	if err != nil {
		j.Errorf("%s does not parse: %v", link, err)
	}
}

// fetch returns what the site answers a reader.
func (j *journey) fetch(link string) []byte {
	j.Helper()
	response, err := http.Get(j.site.url + link)
	if err != nil {
		j.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	_ = response.Body.Close() // all of it was read
	if err != nil || response.StatusCode != http.StatusOK {
		j.Fatalf("%s: status %d, error %v", link, response.StatusCode, err)
	}
	return body
}

// public is the path of the report's public page.
func (j *journey) public() string { return "/r/" + deskSlug + "/" + j.slug }

// editsAgain opens the approved claim for a second version and changes it, of which readers
// see nothing.
func (j *journey) editsAgain() {
	ana := j.editor
	before := j.fetch(j.public())
	ana.open(claimPath(j.claim))
	ana.changes(func() { ana.click(".wb-strip button", "Edit as a new version") })
	ana.status("Open")
	ana.fill(statement, "Beijing said so.")
	ana.changes(func() { ana.click("button", "Save statement") })
	stored := j.site.claim(j.T, factcheck.ClaimID(j.claim))
	if stored.Version != 2 || stored.Status != factcheck.Open || stored.Statement != "Beijing said so." {
		j.Errorf("the claim is at version %d, %s: %q", stored.Version, stored.Status, stored.Statement)
	}
	if after := j.fetch(j.public()); !bytes.Equal(before, after) {
		j.Error("the published report changed")
	}
}
