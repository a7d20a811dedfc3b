package export

import (
	"fmt"
	"net/url"
	"strings"
	"time"
)

// webURL returns an absolute http or https address with every character that RFC 3986
// does not allow percent-encoded, or "" when text is not such an address. Sources may be
// cited by addresses of other kinds; those are shown as text and never linked.
func webURL(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	var out strings.Builder
	for _, b := range []byte(u.String()) {
		if b <= ' ' || b >= 0x7f || strings.IndexByte("\"<>\\^`{|}", b) >= 0 {
			fmt.Fprintf(&out, "%%%02X", b)
		} else {
			out.WriteByte(b)
		}
	}
	return out.String()
}

// isoDate returns text when it is a date YYYY-MM-DD, and "" otherwise.
func isoDate(text string) string {
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return ""
	}
	return text
}

// isoTime returns t as RFC 3339 in UTC to the second, and "" for the zero time.
func isoTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
