// Package fetch gets web addresses for a program that hostile pages may lead
// anywhere: one client for all that is fetched, which stays on the public
// internet and within limits of size and time.
//
// In goes an address, out come the unpacked bytes of the answer with what its
// server says of them. A fetch is done 30 seconds after it began, whatever the
// server does; an answer has at most 16 MiB unpacked and 64 KiB of header. At
// most 5 redirects are followed, each checked as the first address was, and
// addresses are checked once more when they are dialled, after names were
// resolved. Proxies of the environment are ignored.
//
// A client may be shared by many goroutines and should be, since it is the
// client that keeps to two connections a host.
//
// Limits: of content codings gzip alone is asked for and read; no cookies are
// kept and no authentication is sent.
package fetch

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

// MaxBytes is the size limit of one answer after decompression.
const MaxBytes = 16 << 20

// Limits on one fetch.
const (
	longest      = 30 * time.Second // from the first byte asked to the last read
	maxRedirects = 5
	maxHeader    = 64 << 10 // bytes of an answer's header
	maxAddress   = 8 << 10  // bytes of a URL
	maxPerHost   = 2        // connections to one host at a time

	maxRatio   = 100     // of unpacked bytes to packed ones
	ratioStart = 1 << 20 // unpacked bytes before the ratio counts
)

// The reasons that an address may not be read for.
var (
	ErrTooLarge       = fmt.Errorf("larger than %d MiB", MaxBytes>>20)
	ErrAddressBlocked = errors.New("the address is not public")
	ErrScheme         = errors.New("only http and https are fetched")
	ErrRedirects      = errors.New("too many redirects")
	ErrRatio          = errors.New("the answer unpacks to more than 100 times its size")
	ErrEncoding       = errors.New("unknown content encoding")
	ErrStatus         = errors.New("the server answered")
	ErrUnchanged      = errors.New("unchanged since it was read last")

	errLong = fmt.Errorf("the address is longer than %d bytes", maxAddress)
)

// A Request is an address and what is known of it.
type Request struct {
	Address string
	Accept  string // content types; "" asks for pages

	ETag, LastModified string // of the copy at hand; "" when there is none
}

// An Answer is what a server sent.
type Answer struct {
	Data []byte // unpacked
	MIME string // the Content-Type
	URL  string // the address after redirects

	ETag, LastModified string // for the next [Request]
}

// A StatusError is an answer other than 200. It is an [ErrStatus].
type StatusError struct {
	Code   int
	Status string // "404 Not Found"
}

// Error gives the status as the server wrote it.
func (e *StatusError) Error() string { return ErrStatus.Error() + " " + e.Status }

// Is makes it an [ErrStatus].
func (e *StatusError) Is(target error) bool { return target == ErrStatus }

// Passing tells a failure that may be over at the next try, as a timeout or an
// answer of 503 is, from one that the address has earned.
func Passing(err error) bool {
	var status *StatusError
	if errors.As(err, &status) {
		return status.Code >= http.StatusInternalServerError ||
			status.Code == http.StatusTooManyRequests || status.Code == http.StatusRequestTimeout
	}
	for _, lasting := range []error{
		ErrTooLarge, ErrAddressBlocked, ErrScheme, ErrRedirects, ErrRatio, ErrEncoding, errLong,
	} {
		if errors.Is(err, lasting) {
			return false
		}
	}
	return true
}

// userAgent says who asks; some servers refuse a client without a name.
const userAgent = "Mozilla/5.0 (compatible; readout)"

// pages are the content types that a page may have.
const pages = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"

// NewClient returns a client, which refuses addresses that are not public unless
// private is set.
func NewClient(private bool) *http.Client {
	dialer := &net.Dialer{Timeout: longest}
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
			ResponseHeaderTimeout:  longest,
			MaxResponseHeaderBytes: maxHeader,
			MaxConnsPerHost:        maxPerHost,
			IdleConnTimeout:        longest,
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

// Do reads one address, all of it within 30 seconds. The error says why it could
// not, [ErrUnchanged] when the copy at hand is the newest.
func Do(ctx context.Context, client *http.Client, r Request) (Answer, error) {
	return do(ctx, client, r, longest)
}

func do(ctx context.Context, client *http.Client, r Request, limit time.Duration) (Answer, error) {
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	answer, err := ask(within, client, r)
	if err == nil || ctx.Err() != nil {
		return answer, ctx.Err()
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err // the address is named once
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("not done after %v: %w", limit, context.DeadlineExceeded)
	}
	return Answer{}, err
}

func ask(ctx context.Context, client *http.Client, r Request) (Answer, error) {
	req, err := r.request(ctx)
	if err != nil {
		return Answer{}, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return Answer{}, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		return Answer{}, ErrUnchanged
	default:
		return Answer{}, &StatusError{resp.StatusCode, resp.Status}
	}
	data, err := unpack(resp)
	return Answer{
		Data: data, MIME: resp.Header.Get("Content-Type"), URL: resp.Request.URL.String(),
		ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified"),
	}, err
}

func (r Request) request(ctx context.Context) (*http.Request, error) {
	if len(r.Address) > maxAddress {
		return nil, errLong
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.Address, nil)
	if err != nil {
		return nil, err
	}
	if err := checkAddress(req.URL); err != nil {
		return nil, err
	}
	for _, header := range []struct{ name, value string }{
		{"User-Agent", userAgent},
		{"Accept", r.Accept},
		{"Accept-Language", "en, *;q=0.5"},
		{"Accept-Encoding", "gzip"},
		{"If-None-Match", r.ETag},
		{"If-Modified-Since", r.LastModified},
	} {
		if header.value != "" {
			req.Header.Set(header.name, header.value)
		}
	}
	if r.Accept == "" {
		req.Header.Set("Accept", pages)
	}
	return req, nil
}

// unpack reads the body, unpacked, to the limit of one input.
func unpack(resp *http.Response) ([]byte, error) {
	packed := &counter{r: resp.Body}
	switch coding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return ReadAll(packed)
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("unpacking the answer: %w", err)
		}
		data, err := ReadAll(&bounded{r: z, packed: packed})
		if err != nil {
			return nil, fmt.Errorf("unpacking the answer: %w", err)
		}
		return data, nil
	default:
		return nil, fmt.Errorf("%w %q", ErrEncoding, coding)
	}
}

// ReadAll reads to the end, or is [ErrTooLarge] behind MaxBytes.
func ReadAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, ErrTooLarge
	}
	return data, nil
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
