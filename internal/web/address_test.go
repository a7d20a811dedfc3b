package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"factdesk/internal/web"
)

// TestAddress: whoever can write a header must not choose the address they are counted under.
func TestAddress(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	for _, tt := range []struct {
		name, trusted, peer string
		forwarded           []string
		want                string
	}{
		{"no proxy", "", "198.51.100.1:4000", nil, "198.51.100.1"},
		{"nobody is trusted", "", "10.0.0.2:4000", []string{"203.0.113.9"}, "10.0.0.2"},
		{"the peer is not the proxy", "10.0.0.0/8", "198.51.100.1:4000", []string{"203.0.113.9"}, "198.51.100.1"},
		{"behind the proxy", "10.0.0.0/8", "10.0.0.2:4000", []string{"203.0.113.9"}, "203.0.113.9"},
		{"what the client wrote is left of it", "10.0.0.0/8", "10.0.0.2:4000", []string{"192.0.2.66, 203.0.113.9"}, "203.0.113.9"},
		{"a header of the client's own", "10.0.0.0/8", "10.0.0.2:4000", []string{"192.0.2.66", "203.0.113.9"}, "203.0.113.9"},
		{"the client pretends to be a proxy", "10.0.0.0/8", "10.0.0.2:4000", []string{"192.0.2.66, 10.9.9.9, 203.0.113.9"}, "203.0.113.9"},
		{"two proxies", "10.0.0.0/8,192.0.2.0/24", "10.0.0.2:4000", []string{"198.51.100.7, 203.0.113.9, 192.0.2.5"}, "203.0.113.9"},
		{"the proxy says nothing", "10.0.0.0/8", "10.0.0.2:4000", nil, "10.0.0.2"},
		{"the proxy does not know", "10.0.0.0/8", "10.0.0.2:4000", []string{"203.0.113.9, unknown"}, "10.0.0.2"},
		{"all are proxies", "10.0.0.0/8", "10.0.0.2:4000", []string{"10.0.0.4, 10.0.0.3"}, "10.0.0.4"},
		{"with a port", "10.0.0.0/8", "10.0.0.2:4000", []string{"203.0.113.9:51000"}, "203.0.113.9"},
		{"IPv6", "2001:db8::/32", "[2001:db8::2]:4000", []string{"[2001:db9::9]:51000"}, "2001:db9::9"},
		{"IPv4 in IPv6", "10.0.0.0/8", "[::ffff:10.0.0.2]:4000", []string{"::ffff:203.0.113.9"}, "203.0.113.9"},
	} {
		var trusted []netip.Prefix
		for text := range strings.SplitSeq(tt.trusted, ",") {
			if text != "" {
				trusted = append(trusted, netip.MustParsePrefix(text))
			}
		}
		log := &logBuffer{}
		server, err := web.New(web.Options{Workflow: s.flow, Sessions: s.store, Proxies: trusted, Log: slog.New(slog.NewTextHandler(log, nil))})
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodGet, "/static/nothing", nil)
		r.RemoteAddr = tt.peer
		r.Header["X-Forwarded-For"] = tt.forwarded
		server.ServeHTTP(httptest.NewRecorder(), r)
		if !strings.Contains(log.String(), " address="+tt.want+" ") {
			t.Errorf("%s: want %s in %s", tt.name, tt.want, log)
		}
	}
}

// TestSpoofedAddressesShareALimit: a new X-Forwarded-For with each try buys no more of them.
func TestSpoofedAddressesShareALimit(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.stranger()
	last := http.StatusUnauthorized
	for n := int64(0); n < 60 && last == http.StatusUnauthorized; n++ {
		form := url.Values{"email": {"guess" + idOf(n) + "@news"}, "password": {"guess"}}
		last = b.post("/login", form, header("X-Forwarded-For", "203.0.113."+idOf(n))).status
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("the last of 60 tries from one address is answered %d", last)
	}
}
