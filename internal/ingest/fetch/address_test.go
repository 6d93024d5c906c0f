package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"testing"
)

func TestS1AddressesThatAreNotPublicAreRefused(t *testing.T) {
	for _, s := range []string{
		"127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255",
		"100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1",
		"192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
		"224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1",
		"64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::",
		"2001::1", "2001:0:53aa:64c::", "2001:db8::1", "3fff::1", "5f00::1", "100::1",
		"fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
		"2a00:1450::5efe:7f00:1", "2a00:1450::200:5efe:10.0.0.1",
	} {
		if isPublic(netip.MustParseAddr(s)) {
			t.Errorf("isPublic(%s) = true, want false", s)
		}
		address := netip.AddrPortFrom(netip.MustParseAddr(s), 80).String()
		if err := guard("tcp", address, nil); !errors.Is(err, ErrAddressBlocked) {
			t.Errorf("guard(%s) = %v, want ErrAddressBlocked", address, err)
		}
	}
	if isPublic(netip.Addr{}) {
		t.Error("the zero address is public, want it refused")
	}
}

func TestPublicAddressesAreAllowed(t *testing.T) {
	for _, s := range []string{
		"93.184.216.34", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.0.1.1", "100.63.0.1", "100.128.0.1",
		"2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:81b::200e",
		"64:ff9b::808:808", "::ffff:8.8.8.8",
	} {
		address := netip.AddrPortFrom(netip.MustParseAddr(s), 443).String()
		if err := guard("tcp", address, nil); err != nil {
			t.Errorf("guard(%s) = %v, want nil", address, err)
		}
	}
}

func TestPortsOfOtherServicesAreRefused(t *testing.T) {
	for _, address := range []string{"8.8.8.8:22", "8.8.8.8:25", "8.8.8.8:6379", "8.8.8.8:0", "unix", ""} {
		if err := guard("tcp", address, nil); !errors.Is(err, ErrAddressBlocked) {
			t.Errorf("guard(%q) = %v, want ErrAddressBlocked", address, err)
		}
	}
}

func TestS1HostsThatAreNumbersAreRefused(t *testing.T) {
	for _, c := range []struct {
		address string
		want    error
	}{
		{"http://127.1/", ErrAddressBlocked},
		{"http://2130706433/", ErrAddressBlocked},
		{"http://0177.0.0.1/", ErrAddressBlocked},
		{"http://0x7f.0.0.1/", ErrAddressBlocked},
		{"http://0x7f000001/", ErrAddressBlocked},
		{"http://127.0.0.1./", nil}, // an address, for the guard to judge
		{"http://017700000001/", ErrAddressBlocked},
		{"http://user@example.org/", ErrAddressBlocked},
		{"http://user:secret@example.org/", ErrAddressBlocked},
		{"http:///path", ErrScheme},
		{"http://:80/", ErrScheme},
		{"file:///etc/passwd", ErrScheme},
		{"gopher://example.org/", ErrScheme},
		{"ftp://example.org/", ErrScheme},
		{"http://example.org/", nil},
		{"https://1.example.org/2", nil},
		{"http://93.184.216.34/", nil},
		{"http://[2606:2800:220:1::1]/", nil},
	} {
		u, err := url.Parse(c.address)
		if err != nil {
			t.Errorf("url.Parse(%q): %v", c.address, err)
			continue
		}
		if err := checkAddress(u); !errors.Is(err, c.want) {
			t.Errorf("checkAddress(%q) = %v, want %v", c.address, err, c.want)
		}
	}
}
