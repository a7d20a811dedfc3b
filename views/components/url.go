package components

import (
	"net/url"
	"strings"
)

// SafeURL returns the address when following it cannot run a script: a path, a
// query, a fragment, or http, https and mailto. Of anything else it returns "#",
// because people type the addresses of sources.
func SafeURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return "#"
	}
	switch strings.ToLower(u.Scheme) {
	case "", "http", "https", "mailto":
		return u.String()
	}
	return "#"
}

// InView returns the address of a page, or of a form that leads back to it, in one of the page's
// views; the address itself where view is "".
func InView(address, view string) string {
	switch {
	case view == "":
		return address
	case strings.Contains(address, "?"):
		return address + "&view=" + view
	}
	return address + "?view=" + view
}
