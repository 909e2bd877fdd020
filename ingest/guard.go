package ingest

import (
	"fmt"
	"net"
	"net/netip"
	"syscall"
)

// special are the networks that a crawler of public sites has no business in
// (IANA's registries of special-purpose addresses; those that hide IPv4 addresses included).
var special = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
	"192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
	"224.0.0.0/4", "240.0.0.0/4",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
	"fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

func prefixes(list ...string) []netip.Prefix {
	ps := make([]netip.Prefix, len(list))
	for i, s := range list {
		ps[i] = netip.MustParsePrefix(s)
	}
	return ps
}

// guard refuses connections to special networks. It is asked after DNS
// resolution, with the address that is dialled, so a name cannot lead around it.
type guard struct{ allowed []netip.Prefix }

func newGuard(allowed []string) (guard, error) {
	var g guard
	for _, s := range allowed {
		p, err := netip.ParsePrefix(s)
		if err != nil {
			return g, fmt.Errorf("allow_networks: %w", err)
		}
		g.allowed = append(g.allowed, p)
	}
	return g, nil
}

// control is a net.Dialer's Control.
func (g guard) control(_, address string, _ syscall.RawConn) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return err
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return err
	}
	return g.check(ip)
}

func (g guard) check(ip netip.Addr) error {
	ip = ip.WithZone("").Unmap()
	for _, p := range g.allowed {
		if p.Contains(ip) {
			return nil
		}
	}
	for _, p := range special {
		if p.Contains(ip) {
			return &refusal{why: fmt.Sprintf("address %s is private or special; allow_networks can allow it", ip), policy: true}
		}
	}
	return nil
}
