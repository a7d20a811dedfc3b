package web_test

import (
	"net/http"
	"testing"
	"time"

	"factdesk/internal/postgres"
	"factdesk/internal/web"

	"github.com/google/go-cmp/cmp"
)

// TestUnchanged: what readers have already costs one look at the database and is not made again,
// until another edition is published or another program makes the pages.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	full := newFullDesk(t, s, "")
	reader := s.stranger()
	paths := []string{
		"/r/news/ferry", "/r/news/ferry.json", "/r/news/ferry.html", "/r/news/ferry/annotations",
		"/r/news/ferry/editions/1", "/r/news/ferry/editions/1.md", "/r/news/ferry/editions/2", "/r/news/ferry/editions/2/annotations",
	}
	tags := map[string]string{}
	for _, path := range paths {
		first := reader.get(path).ok()
		tag := first.header.Get("ETag")
		for other, have := range tags {
			if tag == "" || have == tag {
				t.Errorf("%s and %s have the tag %q", path, other, tag)
			}
		}
		tags[path] = tag
		ctx, statements := postgres.CountStatements(t.Context())
		again := reader.get(path, header("If-None-Match", tag), withContext(ctx)).is(http.StatusNotModified)
		if n := statements.Load(); n != 1 || again.body != "" {
			t.Errorf("%s, unchanged, takes %d statements and sends %d bytes", path, n, len(again.body))
		}
		for _, name := range []string{"ETag", "Cache-Control", "Vary"} {
			if diff := cmp.Diff(first.header[http.CanonicalHeaderKey(name)], again.header[http.CanonicalHeaderKey(name)]); diff != "" {
				t.Errorf("%s: %s of an unchanged answer:\n%s", path, name, diff)
			}
		}
	}
	reader.get("/r/news/ferry", header("If-None-Match", tags["/r/news/ferry.json"])).ok()
	reader.get("/r/news/nothing", header("If-None-Match", tags["/r/news/ferry"])).is(http.StatusNotFound)
	reader.get("/r/news/ferry/editions/x", header("If-None-Match", tags["/r/news/ferry"])).is(http.StatusNotFound)

	compose := full.editor.get("/reports/" + full.report).ok()
	full.editor.submit(compose, "/reports/"+full.report+"/publish", "correction_class", "typo", "correction_what", "Another letter.", "correction_why", "A reader wrote again.")
	for _, path := range paths {
		reader.get(path, header("If-None-Match", tags[path])).ok()
	}

	tags["/r/news/ferry"] = reader.get("/r/news/ferry").ok().header.Get("ETag")
	var err error
	s.server, err = web.New(web.Options{Workflow: s.flow, Sessions: s.store, BaseURL: "https://elsewhere.example.org", Now: func() time.Time { return time.Unix(0, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	reader.get("/r/news/ferry", header("If-None-Match", tags["/r/news/ferry"])).ok()
}
