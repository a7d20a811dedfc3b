package web

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"factdesk/internal/session"
	"factdesk/views/layout"

	"github.com/a-h/templ"
)

// usualPage is what most pages stay below, in bytes: a buffer that grows step by step is copied
// each time.
const usualPage = 48 << 10

// gzipFrom is the size in bytes from which compressing an answer is worth its time.
const gzipFrom = 1024

const contentHTML = "text/html; charset=utf-8"

// reply is what a handler answers: a page, ready-made bytes, or where to go next.
type reply struct {
	status      int             // 200 unless set
	page        templ.Component // rendered to a buffer before anything is sent
	body        []byte          // of contentType, when there is no page
	contentType string
	fileName    string          // offers the body as a download of this name
	location    string          // a path of this site: 303
	flash       []session.Flash // said once, on the page that location leads to
	retry       int             // seconds for Retry-After; 0 sends none
	public      bool            // the same for everybody, and may be kept for a minute
	etag        string          // of what is public; made of the body unless set
	unchanged   bool            // the client has what etag says, so there is nothing to send
}

// see leads to another page after something was done.
func see(location string) reply { return reply{location: location} }

// seeWith is see with a sentence to be shown there.
func seeWith(location, text string) reply {
	return reply{location: location, flash: []session.Flash{{Kind: "ok", Text: text}}}
}

// show answers a page.
func show(page templ.Component) reply { return reply{page: page} }

// showAgain answers a page whose form was refused, with the status err calls for.
func showAgain(page templ.Component, err error) reply {
	return reply{page: page, status: formStatus(err), retry: retryAfter(err)}
}

// send writes rep. On an error nothing has been written yet.
func (s *Server) send(w http.ResponseWriter, r *request, rep reply) error {
	if rep.location != "" {
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r.Request, rep.location, http.StatusSeeOther)
		return nil
	}
	h := w.Header()
	if rep.unchanged {
		h.Set("Cache-Control", publicCache)
		h.Set("ETag", rep.etag)
		h.Add("Vary", varies)
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	body, contentType := rep.body, rep.contentType
	if rep.page != nil {
		var err error
		if body, err = render(r.Request, rep.page); err != nil {
			return fmt.Errorf("render the page: %w", err)
		}
		contentType = contentHTML
	}
	h.Set("Content-Type", contentType)
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", varies)
	if rep.retry > 0 {
		h.Set("Retry-After", strconv.Itoa(rep.retry))
	}
	if rep.fileName != "" {
		h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": rep.fileName}))
	}
	if rep.public && rep.status == 0 {
		etag := cmp.Or(rep.etag, etagOf(body))
		h.Set("Cache-Control", publicCache)
		h.Set("ETag", etag)
		if hasCopy(r.Request, etag) {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	s.write(w, r.Request, max(rep.status, http.StatusOK), body)
	return nil
}

// render returns the page, or for htmx the parts of it that are put into the page the browser
// has. A page that readers see has no such part, and is whole for everybody.
func render(r *http.Request, page templ.Component) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(usualPage)
	// A deadline that has passed must not keep the page from being made that says so.
	ctx := context.WithoutCancel(r.Context())
	if wantsPart(r) {
		if err := layout.RenderParts(ctx, &buf, page); err != nil || buf.Len() > 0 {
			return buf.Bytes(), err
		}
	}
	err := page.Render(ctx, &buf)
	return buf.Bytes(), err
}

// write sends the body, compressed where the client can read that and it pays.
func (s *Server) write(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	if len(body) >= gzipFrom && acceptsGzip(r.Header.Get("Accept-Encoding")) {
		body = s.compress(body)
		w.Header().Set("Content-Encoding", "gzip")
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the client went away; there is nobody to tell
	}
}

// compress uses a writer of the pool: making one costs 0.8 MB and more time than the work.
func (s *Server) compress(body []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(body) / 4) // what markup shrinks to
	zw, ok := s.gzips.Get().(*gzip.Writer)
	if !ok {
		zw, _ = gzip.NewWriterLevel(io.Discard, gzip.BestSpeed) // the level is a valid one
	}
	zw.Reset(&out)
	_, _ = zw.Write(body) // a buffer takes everything
	_ = zw.Close()
	s.gzips.Put(zw)
	return out.Bytes()
}

// acceptsGzip reads an Accept-Encoding header: gzip is named, and not with the weight 0.
func acceptsGzip(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		coding, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding != "gzip" {
			continue
		}
		q, weighted := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
		weight, err := strconv.ParseFloat(q, 64)
		return !weighted || err != nil || weight > 0
	}
	return false
}
