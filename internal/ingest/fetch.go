package ingest

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Limits on one fetch.
const (
	fetchTime    = 30 * time.Second // from the first byte asked to the last read
	maxRedirects = 5
	maxHeader    = 64 << 10 // bytes of an answer's header
	maxAddress   = 8 << 10  // bytes of a URL
	maxPerHost   = 2        // connections to one host at a time

	maxRatio   = 100     // of unpacked bytes to packed ones
	ratioStart = 1 << 20 // unpacked bytes before the ratio counts
)

// userAgent says who asks; some servers refuse a client without a name.
const userAgent = "Mozilla/5.0 (compatible; readout)"

// NewClient returns a client for fetching pages: it ignores proxies of the
// environment, follows at most 5 redirects, each checked as the first address
// was, and refuses addresses that are not public unless private is set. One
// client may be shared by many reads; it then keeps to two connections a host.
func NewClient(private bool) *http.Client {
	dialer := &net.Dialer{Timeout: fetchTime}
	if !private {
		dialer.Control = guard
	}
	return newClient(dialer)
}

func newClient(dialer *net.Dialer) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  fetchTime,
			MaxResponseHeaderBytes: maxHeader,
			MaxConnsPerHost:        maxPerHost,
			IdleConnTimeout:        fetchTime,
			ForceAttemptHTTP2:      true,
			DisableCompression:     true, // unpacked here, with a limit
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("%w: more than %d", ErrRedirects, maxRedirects)
			}
			return checkAddress(req.URL)
		},
	}
}

// checkAddress refuses what is no plain web address.
func checkAddress(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w, not %q", ErrScheme, u.Scheme)
	case u.Host == "" || u.Hostname() == "":
		return fmt.Errorf("%w: it names no host", ErrScheme)
	case u.User != nil:
		return fmt.Errorf("%w: it carries a user name", ErrAddressBlocked)
	case isNumericHost(u.Hostname()):
		return fmt.Errorf("%w: %q is a number, not a name", ErrAddressBlocked, u.Hostname())
	}
	return nil
}

// fetch reads one address, all of it within fetchTime.
func fetch(ctx context.Context, address string, opt Options) (material, error) {
	m, err := fetchWithin(ctx, address, opt)
	if err == nil {
		return m, nil
	}
	if ctx.Err() != nil {
		return material{}, ctx.Err()
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err // the address is named once
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("not done after %v: %w", fetchTime, context.DeadlineExceeded)
	}
	return material{}, &step{"fetching it", err}
}

func fetchWithin(ctx context.Context, address string, opt Options) (material, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	req, err := request(ctx, address)
	if err != nil {
		return material{}, err
	}
	client := opt.Client
	if client == nil {
		client = NewClient(opt.AllowPrivate)
		defer client.CloseIdleConnections()
	}
	resp, err := client.Do(req)
	if err != nil {
		return material{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return material{}, fmt.Errorf("%w %s", ErrStatus, resp.Status)
	}
	data, err := unpack(resp)
	if err != nil {
		return material{}, err
	}
	m := material{data: data, mime: resp.Header.Get("Content-Type"), url: resp.Request.URL.String()}
	m.name = resp.Request.URL.Path
	if opt.Now != nil {
		m.fetched = opt.Now().UTC()
	}
	return m, nil
}

func request(ctx context.Context, address string) (*http.Request, error) {
	if len(address) > maxAddress {
		return nil, fmt.Errorf("the address is longer than %d bytes", maxAddress)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	if err := checkAddress(req.URL); err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1")
	req.Header.Set("Accept-Language", "en, *;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip")
	return req, nil
}

// unpack reads the body, unpacked, to the limit of one input.
func unpack(resp *http.Response) ([]byte, error) {
	packed := &counter{r: resp.Body}
	switch coding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return readAll(packed)
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("unpacking the answer: %w", err)
		}
		data, err := readAll(&bounded{r: z, packed: packed})
		if err != nil {
			return nil, fmt.Errorf("unpacking the answer: %w", err)
		}
		return data, nil
	default:
		return nil, fmt.Errorf("%w %q", ErrEncoding, coding)
	}
}

// A counter counts what is read through it and ends at the limit of one input.
type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(p []byte) (int, error) {
	if c.n > MaxBytes {
		return 0, ErrTooLarge
	}
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// A bounded reader fails when far more comes out than went in.
type bounded struct {
	r      io.Reader
	packed *counter
	n      int
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.n += n
	if b.n > ratioStart && b.n > maxRatio*b.packed.n {
		return n, ErrRatio
	}
	return n, err
}
