package factcheck

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"factdesk/internal/errs"
)

// NormalizeURL returns the one spelling under which a web address is kept, so that a source that
// is there already is found: scheme and host in lower case, no default port, no fragment, no
// parameters that only count visits. Returns Invalid, on the field "url", for anything but an
// http or https address without credentials.
func NormalizeURL(raw string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	// A zone (fe80::1%eth0) means something on one machine alone.
	if err != nil || u.Hostname() == "" || !utf8.ValidString(u.Host) || strings.Contains(u.Host, "%") {
		return "", errs.Field("url", "This is not a web address. It should look like https://example.org/page.")
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return "", errs.Field("url", "A web address begins with http:// or https://.")
	}
	if u.User != nil {
		return "", errs.Field("url", "A web address with a user name or password in it cannot be kept.")
	}
	u.Host = strings.ToLower(u.Host)
	if (u.Scheme == "http" && u.Port() == "80") || (u.Scheme == "https" && u.Port() == "443") {
		u.Host = strings.TrimSuffix(u.Host, ":"+u.Port())
	}
	u.Fragment, u.RawFragment = "", ""
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery, u.ForceQuery = withoutTracking(u.RawQuery), false
	normal := u.String()
	if len(normal) > 2000 {
		return "", errs.Field("url", "A web address has at most 2,000 characters.")
	}
	return normal, nil
}

// withoutTracking drops the parameters that name a campaign or a click, and keeps the others
// as they are and in their order, since to some sites both matter.
func withoutTracking(query string) string {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		switch {
		case part == "", strings.HasPrefix(name, "utm_"), name == "fbclid", name == "gclid", name == "mc_cid", name == "mc_eid":
		default:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}
