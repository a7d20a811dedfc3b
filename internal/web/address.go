package web

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// address is the network address of whoever sent the request, for limits and for the log. It
// is the other end of the connection, unless that is a proxy the site trusts: then it is the
// last entry of X-Forwarded-For that no trusted proxy is. Entries further left are what the
// client claims, and anybody can write them.
// https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
func (s *Server) address(r *http.Request) string {
	client, ok := parseAddress(r.RemoteAddr)
	if !ok {
		return r.RemoteAddr
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		if !s.trusts(client) {
			break
		}
		next, ok := parseAddress(strings.TrimSpace(hop))
		if !ok {
			break // who sent the request to the proxy is not said
		}
		client = next
	}
	return client.String()
}

// trusts reports whether the address is that of a proxy whose word on the client is taken.
func (s *Server) trusts(a netip.Addr) bool {
	return slices.ContainsFunc(s.proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

// parseAddress reads an IP address with or without a port. An IPv4 address written as IPv6 is
// the IPv4 address, and a zone, which means something on one machine only, is dropped.
func parseAddress(text string) (netip.Addr, bool) {
	if withPort, err := netip.ParseAddrPort(text); err == nil {
		return withPort.Addr().Unmap().WithZone(""), true
	}
	a, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return a.Unmap().WithZone(""), err == nil
}
