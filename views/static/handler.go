package static

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
)

// Handler serves the files below Prefix. An address with the right hash, and a
// font, may be cached for a year; anything else is to be asked for again, which
// costs a 304. Text is compressed once and for all, not with each answer.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, Prefix)
		f, ok := files()[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		serve(w, r, name, f)
	})
}

func serve(w http.ResponseWriter, r *http.Request, name string, f file) {
	h := w.Header()
	body, etag := f.body, `"`+f.hash+`"`
	if f.gzip != nil {
		h.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			h.Set("Content-Encoding", "gzip")
			body, etag = f.gzip, `"`+f.hash+`-gz"`
		}
	}
	h.Set("Content-Type", f.contentType)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("ETag", etag)
	h.Set("Cache-Control", "no-cache")
	if Built() && (hashed(name) || r.URL.Query().Get("v") == f.hash) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.Contains(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(body) // the client went away; there is nobody to tell
}

// acceptsGzip reads an Accept-Encoding header: gzip (or *) is named, and not with q=0.
func acceptsGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		coding, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding != "gzip" && coding != "*" {
			continue
		}
		q, found := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
		weight, err := strconv.ParseFloat(q, 64)
		return !found || err != nil || weight > 0
	}
	return false
}

// compressed returns the gzip form of a text file; nil for fonts, which are
// compressed already, and for what does not get smaller.
func compressed(body []byte, contentType string) []byte {
	if strings.HasPrefix(contentType, "font/") {
		return nil
	}
	var out bytes.Buffer
	zw, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err := zw.Write(body); err != nil {
		return nil
	}
	if err := zw.Close(); err != nil || out.Len() >= len(body) {
		return nil
	}
	return out.Bytes()
}
