package fetch

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"syscall"
)

// blocked are the address ranges that lead to no public server: loopback,
// private and link-local networks, documentation, multicast, and the ways to
// write an IPv4 address inside an IPv6 one that no public site needs.
// Source: the IANA special-purpose address registries.
var blocked = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
	"172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
	"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
	"2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

// nat64 embeds an IPv4 address in its last four bytes: networks without IPv4
// reach public servers through it.
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

func prefixes(list ...string) []netip.Prefix {
	parsed := make([]netip.Prefix, len(list))
	for i, s := range list {
		parsed[i] = netip.MustParsePrefix(s)
	}
	return parsed
}

// isPublic tells an address of the public internet.
func isPublic(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	if !a.IsValid() {
		return false
	}
	if nat64.Contains(a) {
		bytes := a.As16()
		return isPublic(netip.AddrFrom4([4]byte(bytes[12:])))
	}
	for _, p := range blocked {
		if p.Contains(a) {
			return false
		}
	}
	return !isISATAP(a)
}

// isISATAP tells IPv6 addresses that tunnel to the IPv4 address in their last
// four bytes within a site (RFC 5214).
func isISATAP(a netip.Addr) bool {
	if !a.Is6() {
		return false
	}
	b := a.As16()
	return b[8]&^0x02 == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == 0xfe
}

// webPorts are the ports that pages are served on. Others belong to services
// that a hostile link could make us talk to.
var webPorts = map[uint16]bool{80: true, 443: true, 8080: true, 8443: true}

// guard is the Control hook of the dialer: it sees the address that will be
// dialled after names were resolved, so that no name can lead elsewhere.
func guard(network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s %s", ErrAddressBlocked, network, address)
	}
	if !isPublic(at.Addr()) || !webPorts[at.Port()] {
		return fmt.Errorf("%w: %s", ErrAddressBlocked, at)
	}
	return nil
}

// isNumericHost tells host names that old programs take for numbers of an
// IPv4 address: "127.1", "2130706433", "0x7f.1". Proper addresses are none.
func isNumericHost(host string) bool {
	host = strings.TrimSuffix(host, ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return false
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	_, err := strconv.ParseUint(last, 0, 64)
	_, decimal := strconv.ParseUint(last, 10, 64)
	return err == nil || decimal == nil
}
