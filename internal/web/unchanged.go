package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

const (
	// publicCache lets what is public be kept for a minute, and asked for again with its tag after that.
	publicCache = "public, max-age=60"
	// varies names what of a request decides how an answer looks.
	varies = "Accept, Accept-Encoding, HX-Request, HX-History-Restore-Request"
)

// buildID names the program that makes the pages: the commit it was built of, else, when that is
// unknown or was changed before building, when this process began.
func buildID(began time.Time) string {
	revision, changed := "", false
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.modified":
				changed = s.Value == "true"
			}
		}
	}
	if revision == "" || changed {
		return began.UTC().Format(time.RFC3339Nano)
	}
	return revision
}

// etagOf is the tag of an answer that is made of these parts. It is a weak one: what is sent may be compressed.
func etagOf(parts ...[]byte) string {
	sum := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(sum, "%d ", len(part))
		_, _ = sum.Write(part) // a hash takes everything
	}
	return `W/"` + hex.EncodeToString(sum.Sum(nil)[:12]) + `"`
}

// hasCopy reports whether the client has a copy with that tag.
func hasCopy(r *http.Request, etag string) bool {
	return strings.Contains(r.Header.Get("If-None-Match"), etag)
}

// stamped is the handler of a public page or file of a report, which is made only for those who
// do not have it: all that it shows follows from the edition, its place, and the program.
func (s *Server) stamped(handle handler) handler {
	return func(r *request) (reply, error) {
		slug, _, _ := strings.Cut(r.PathValue("slug"), ".")
		number, _, _ := strings.Cut(r.PathValue("n"), ".")
		n, err := strconv.Atoi(number)
		if err != nil && number != "" {
			return handle(r) // it says that there is no such edition
		}
		stamp, err := s.workflow.PublishedStamp(r.Context(), r.PathValue("desk"), slug, n)
		if err != nil {
			return reply{}, err
		}
		etag := etagOf([]byte(s.build), []byte(s.baseURL), []byte(r.URL.Path), stamp.BodySHA256, []byte(strconv.Itoa(stamp.Newest)))
		if hasCopy(r.Request, etag) {
			return reply{public: true, etag: etag, unchanged: true}, nil
		}
		rep, err := handle(r)
		rep.etag = etag
		return rep, err
	}
}
