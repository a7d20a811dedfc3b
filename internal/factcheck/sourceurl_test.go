package factcheck_test

import (
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

func TestNormalizeURL(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"https://example.org":                                       "https://example.org/",
		" HTTPS://Example.ORG:443/Page#top ":                        "https://example.org/Page",
		"http://example.org:80/":                                    "http://example.org/",
		"http://example.org:443/":                                   "http://example.org:443/",
		"https://example.org:8080/a":                                "https://example.org:8080/a",
		"https://[2001:DB8::1]:443/":                                "https://[2001:db8::1]/",
		"https://example.org/?":                                     "https://example.org/",
		"https://example.org/a?utm_source=x":                        "https://example.org/a",
		"https://example.org/a?b=2&UTM_Medium=y&a=1&fbclid=z&gclid": "https://example.org/a?b=2&a=1",
		"https://example.org/a?q=utm_source":                        "https://example.org/a?q=utm_source",
		"https://example.org/a%20b?c=%2F":                           "https://example.org/a%20b?c=%2F",
		"https://example.org/a b":                                   "https://example.org/a%20b",
		"https://EXAMPLE.org/Ärger":                                 "https://example.org/%C3%84rger",
	} {
		got, err := factcheck.NormalizeURL(raw)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", raw, got, err, want)
		}
	}
	for _, raw := range []string{
		"", "example.org", "//example.org/", "/page", "ftp://example.org/", "javascript:alert(1)", "http:example.org", "https://",
		"https://:443/", "http://[fe80::1%25eth0]/", "https://user@example.org/", "https://user:secret@example.org/", "https://exa mple.org/", "https://example.org/\x00",
		"https://example.org/" + strings.Repeat("a", 2000), "mailto:a@example.org", "https://@example.org/", "https://example.org:x/",
	} {
		got, err := factcheck.NormalizeURL(raw)
		if errs.KindOf(err) != errs.Invalid || err == nil || errs.Reasons(err)[0].Field != "url" || got != "" {
			t.Errorf("%q: %q, %v, want a refusal of the field url", raw, got, err)
		}
	}
}

// FuzzNormalizeURL: what is kept is a web address that PostgreSQL takes, and normalising it once
// more changes nothing, or one source would be found under two addresses.
func FuzzNormalizeURL(f *testing.F) {
	for _, seed := range []string{
		"https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG:80", "https://x/?&&a=1&utm_x=1", "https://[::1%25eth0]:443/", "https://ä.example/%zz?%",
		"https://a:443:443/", "http://%C3%84.example/", "https://x/a/../b?c d", "https://x/\u00a0", "https://x?#?",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		normal, err := factcheck.NormalizeURL(raw)
		if err != nil {
			return
		}
		again, err := factcheck.NormalizeURL(normal)
		if err != nil || again != normal {
			t.Fatalf("%q became %q, and that %q (%v)", raw, normal, again, err)
		}
		u, err := url.Parse(normal)
		if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil || u.Fragment != "" || len(normal) > 2000 {
			t.Fatalf("%q became %q", raw, normal)
		}
	})
}
