package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(t *testing.T, address string, header http.Header) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	for k, v := range header {
		r.Header[k] = v
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	res := w.Result()
	t.Cleanup(func() { _ = res.Body.Close() })
	return res
}

func body(t *testing.T, r io.Reader) []byte {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEntryPointsAreServed(t *testing.T) {
	t.Parallel()
	kinds := map[string]string{"app.css": "text/css; charset=utf-8", "app.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml"}
	for name, kind := range kinds {
		address := URL(name)
		if !strings.HasPrefix(address, Prefix) || !strings.Contains(address, "?v=") {
			t.Errorf("address of %s is %q", name, address)
		}
		res := get(t, address, nil)
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != kind || len(body(t, res.Body)) == 0 {
			t.Errorf("%s: %d %q", address, res.StatusCode, res.Header.Get("Content-Type"))
		}
		immutable := strings.Contains(res.Header.Get("Cache-Control"), "immutable")
		if immutable != Built() {
			t.Errorf("%s: immutable is %v, built is %v", address, immutable, Built())
		}
	}
}

func TestWrongHashIsNotKept(t *testing.T) {
	t.Parallel()
	address, _, _ := strings.Cut(URL("app.css"), "?")
	for _, query := range []string{"", "?v=", "?v=000000000000"} {
		if got := get(t, address+query, nil).Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s%s: Cache-Control %q", address, query, got)
		}
	}
}

func TestGzipHoldsTheSameBytes(t *testing.T) {
	t.Parallel()
	plain := body(t, get(t, URL("app.css"), nil).Body)
	res := get(t, URL("app.css"), http.Header{"Accept-Encoding": {"br, gzip;q=0.8"}})
	if res.Header.Get("Content-Encoding") != "gzip" || res.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("not compressed: %v", res.Header)
	}
	zr, err := gzip.NewReader(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(body(t, zr), plain) {
		t.Error("the compressed file differs")
	}
}

func TestUnchangedIsNotSentAgain(t *testing.T) {
	t.Parallel()
	tag := get(t, URL("app.js"), nil).Header.Get("ETag")
	if tag == "" {
		t.Fatal("no ETag")
	}
	if res := get(t, URL("app.js"), http.Header{"If-None-Match": {tag}}); res.StatusCode != http.StatusNotModified {
		t.Errorf("answered %d", res.StatusCode)
	}
	if res := get(t, URL("app.js"), http.Header{"If-None-Match": {`"other"`}}); res.StatusCode != http.StatusOK {
		t.Errorf("answered %d to another tag", res.StatusCode)
	}
}

func TestNothingElseIsServed(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "static.go", "css", "../static/static.go", "nothing.css", "css/../static.go"} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, Prefix, nil)
		r.URL.Path = Prefix + name
		w := httptest.NewRecorder()
		Handler().ServeHTTP(w, r)
		if w.Code != http.StatusNotFound {
			t.Errorf("%q answered %d", name, w.Code)
		}
	}
	if got := URL("nothing.css"); got != "/static/nothing.css" {
		t.Errorf("address of what is not there: %q", got)
	}
}

func TestAcceptsGzip(t *testing.T) {
	t.Parallel()
	cases := map[string]bool{"": false, "gzip": true, "*": true, "br": false, "br, gzip": true, "gzip;q=0": false, "gzip; q=0.0": false, "gzip;q=0.5": true, "identity": false, "xgzip": false}
	for header, want := range cases {
		if got := acceptsGzip(header); got != want {
			t.Errorf("acceptsGzip(%q) = %v", header, got)
		}
	}
}

func TestFSHoldsTheEntryPoints(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"app.css", "app.js", "icon.svg"} {
		if _, err := fs.Stat(FS(), source(name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
