package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"factdesk/internal/factcheck"
	"factdesk/internal/web"
	"factdesk/views/components"

	"pgregory.net/rapid"
)

func TestLocalPath(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"/claims/1?version=2#x": "/claims/1?version=2#x", "/": "/", "": "/", "claims": "/", "//evil.example": "/", "///evil.example": "/",
		`/\evil.example`: "/", "/\t/evil.example": "/", "https://evil.example/": "/", "javascript:alert(1)": "/", "/%2f/evil.example": "/",
		"http:/evil.example": "/", "/a\x00b": "/", "/a\r\nSet-Cookie: x=y": "/", `\\evil.example`: "/", "//user@evil.example": "/", "mailto:a@b": "/",
	} {
		if got := web.LocalPath(raw); got != want {
			t.Errorf("LocalPath(%q) = %q, want %q", raw, got, want)
		}
	}
}

func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/", "//e", "/\\e", "/%5ce", "/a?b#c", "/./../x", "/;//e"} {
		f.Add(seed)
	}
	base, _ := url.Parse("https://checks.example.org/login")
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := base.Parse(web.LocalPath(raw))
		if err != nil || got.Host != base.Host || got.Scheme != base.Scheme {
			t.Errorf("LocalPath(%q) leads to %v, %v", raw, got, err)
		}
	})
}

// TestUnreadableForms sends what no browser sends, to a route that anybody may post to and to
// one for editors.
func TestUnreadableForms(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	const urlencoded = "application/x-www-form-urlencoded"
	for _, tt := range []struct {
		name, contentType, body string
		status                  int
		says                    string
	}{
		{"NUL", urlencoded, "title=a%00b&text=x", 400, "“title” holds a NUL"},
		{"not UTF-8", urlencoded, "text=%ff%fe", 400, "“text” holds a NUL or bytes that are not UTF-8"},
		{"surrogate halves", urlencoded, "author=%ed%a0%80", 400, "“author” holds"},
		{"overlong", urlencoded, "publisher=%c0%af", 400, "“publisher” holds"},
		{"a name that is none", urlencoded, "%ff=1", 400, "name of a field"},
		{"broken escape", urlencoded, "title=%zz", 400, "could not be read"},
		{"JSON", "application/json", `{"title":"a"}`, 400, "not a form"},
		{"no type", "", "title=a", 400, "not a form"},
		{"multipart without a boundary", "multipart/form-data", "x", 400, "could not be read"},
		{"10 MB of text", urlencoded, "title=a&text=" + strings.Repeat("word ", 2<<20), 413, "limit"},
		{"more than the limit", urlencoded, "title=a&text=" + strings.Repeat("x", 13<<20), 413, "more than can be taken in"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/articles", strings.NewReader(tt.body))
		r.Header.Set("Content-Type", tt.contentType)
		p := b.send(r)
		if p.status != tt.status || !strings.Contains(p.body, tt.says) {
			t.Errorf("%s: status %d, %s; want %d and %q", tt.name, p.status, p.text(), tt.status, tt.says)
		}
		r = httptest.NewRequest(http.MethodPost, "/logout", strings.NewReader(tt.body))
		r.Header.Set("Content-Type", tt.contentType)
		if p := s.stranger().send(r); p.status >= 500 {
			t.Errorf("%s to /logout: status %d", tt.name, p.status)
		}
	}
	b.get("/sources?q=%ff").is(http.StatusBadRequest).has("“q” holds")
	b.get("/?q=%00").is(http.StatusBadRequest)
	chunked := httptest.NewRequest(http.MethodPost, "/desk/switch", struct{ *strings.Reader }{strings.NewReader("next=" + strings.Repeat("x", 2<<20))})
	chunked.ContentLength = -1
	chunked.Header.Set("Content-Type", urlencoded)
	b.send(chunked).is(http.StatusRequestEntityTooLarge)
}

// TestFieldsThatCannotBeRead hears of every field at once, with what was typed.
func TestFieldsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	p := b.post("/articles", url.Values{"text": {bridge}, "title": {"The bridge"}, "published_on": {"9 March"}}).is(http.StatusUnprocessableEntity)
	p.has("YYYY-MM-DD", "The old bridge was closed in May", `value="The bridge"`)
	bench := imported(b)
	claim, bench := made(b, bench, "40,000 people must take the ferry")
	p = b.try(bench, claim+"/evidence", "url", "https://example.org/", "stance", "supports", "tier", "primary", "title", "Typed with care",
		"published_on", "yesterday", "accessed_on", "31-12-2025")
	p.is(http.StatusUnprocessableEntity).has("Some fields could not be read.", "Typed with care", "yesterday")
	p = b.try(bench, claim+"/evidence", "url", "javascript:alert(1)", "stance", "supports", "tier", "primary").is(http.StatusUnprocessableEntity)
	p.lacks(`href="javascript:`)
	b.try(bench, claim+"/decline", "reason", "boring").is(http.StatusUnprocessableEntity).has("Choose why")
	b.try(bench, claim+"/decline", "reason", "duplicate", "duplicate_of", "0x1").is(http.StatusUnprocessableEntity)
	article, _, _ := strings.Cut(bench.path, "?")
	again := b.try(bench, article+"/claims", "quote", "the").is(http.StatusUnprocessableEntity).has("Say which of them you mean")
	b.submit(again, article+"/claims", "occurrence", "2").has("the")
	b.try(bench, article+"/claims", "quote", "words that are not there").is(http.StatusUnprocessableEntity).has("words that are not there")
	b.post(claim+"/accept", url.Values{"revision": {"abc"}}).is(http.StatusUnprocessableEntity)
	b.post(claim+"/statement", url.Values{"statement": {"No revision."}}).is(http.StatusUnprocessableEntity)
	b.post(claim+"/statement", url.Values{"revision": {"1"}, "key": {"short"}, "statement": {"A short key."}, "type": {"event"}}).is(http.StatusUnprocessableEntity)
}

func TestUpload(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	upload := func(name, content string, fields ...string) *page {
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(fields); i += 2 {
			if err := w.WriteField(fields[i], fields[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/articles", &body)
		r.Header.Set("Content-Type", w.FormDataContentType())
		return b.send(r)
	}
	const document = `<html lang="en"><head><title>Ferry costs rise</title></head><body><article><h1>Ferry costs rise</h1>
<p>The ferry cost $12 million last year, the port said.</p><p>It carried 40,000 people.</p></article></body></html>`
	b.follow(upload("ferry.html", document)).has("Ferry costs rise", "The ferry cost $12 million")
	b.follow(upload("ferry.txt", bridge, "title", "From a file")).has("From a file")
	b.get("/articles/new").ok().has("a file of up to 10 MB holding up to 2 MB of text").lacks("required>", "required ", `required=`)
	upload("untitled.txt", bridge, "publisher", "Evening Post").is(http.StatusUnprocessableEntity).has("The article needs a title.", "Evening Post", "Choose untitled.txt again")
	upload("long.txt", strings.Repeat("word ", 500_000), "title", "Long").is(http.StatusRequestEntityTooLarge).has("2.4 MB of text in this; the limit is 2 MB")
	upload("ferry.pdf", "%PDF-1.7\n", "title", "A PDF").is(http.StatusUnprocessableEntity).has("is a PDF", "Choose ferry.pdf again")
	upload("both.txt", bridge, "title", "Both", "text", bridge).is(http.StatusUnprocessableEntity).has("Send one of them")
	upload("empty.txt", "", "title", "Empty").is(http.StatusUnprocessableEntity).has("choose a file")
	if p := upload("a\x00b.txt", bridge, "title", "NUL in the name"); p.status >= http.StatusInternalServerError {
		t.Errorf("a NUL in a file's name: status %d", p.status)
	}
}

func TestWordDiff(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"a", "bridge", "’s", " ", ", ", "40,000", "\n", "💖", "é", "東京"})
		text := func(name string) string {
			return strings.Join(rapid.SliceOfN(words, 0, 30).Draw(t, name), "")
		}
		a, b := text("a"), text("b")
		left, right := web.DiffSides(a, b)
		if join(left) != a || join(right) != b {
			t.Fatalf("the sides of %q and %q are %v and %v", a, b, left, right)
		}
		for _, d := range web.WordDiff(a, b) {
			if d.Text == "" || !utf8.ValidString(d.Text) {
				t.Fatalf("a stretch of %q and %q is %q", a, b, d.Text)
			}
			if a == b && d.Kind != components.Same {
				t.Fatalf("%q differs from itself: %v", a, d)
			}
		}
	})
}

func join(list []components.Diff) string {
	text := ""
	for _, d := range list {
		text += d.Text
	}
	return text
}
