package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

const article = `<html lang="en"><head><title>Talks</title></head><body>
<p>The two ministers met on Wednesday and said that they would meet again in a month.</p>
<p>They did not say where, and their <a href="/s">spokesmen</a> would not tell the reporters.</p></body></html>`

// serve answers every request with h on loopback, which a client may reach only
// when it allows private addresses.
func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

// local may fetch from loopback.
var local = NewClient(true)

func get(t *testing.T, address string) (Answer, error) {
	t.Helper()
	return Do(t.Context(), local, Request{Address: address})
}

func TestAPackedPageIsUnpacked(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		w.Write(pack(article))
	})
	answer, err := get(t, at)
	if err != nil || string(answer.Data) != article || answer.MIME != "text/html" {
		t.Errorf("%q as %s, error %v", answer.Data, answer.MIME, err)
	}
}

func pack(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.Bytes()
}

func TestAnswersThatAreRefused(t *testing.T) {
	redirects := 0
	bomb := pack(strings.Repeat("a", 32<<20))
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		gzipped := func(data []byte) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/plain")
			w.Write(data)
		}
		switch r.URL.Path {
		case "/loop":
			redirects++
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/scheme":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/user":
			http.Redirect(w, r, "http://user@example.org/", http.StatusFound)
		case "/number":
			http.Redirect(w, r, "http://2130706433/", http.StatusFound)
		case "/gone":
			http.Error(w, "gone", http.StatusGone)
		case "/bomb":
			gzipped(bomb)
		case "/members":
			gzipped(bytes.Repeat(pack(""), 1_000_000))
		case "/truncated":
			whole := pack(article)
			gzipped(whole[:len(whole)/2])
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
			w.Write([]byte("x"))
		case "/large":
			w.Header().Set("Content-Type", "text/plain")
			w.Write(bytes.Repeat([]byte("word "), MaxBytes/5+1))
		case "/headers":
			for i := range 2000 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("a", 50))
			}
		}
	})
	for _, c := range []struct {
		path string
		want error
		says string
	}{
		{"/loop", ErrRedirects, "more than 5"},
		{"/scheme", ErrScheme, `"file"`},
		{"/user", ErrAddressBlocked, "user name"},
		{"/number", ErrAddressBlocked, "2130706433"},
		{"/gone", ErrStatus, "410 Gone"},
		{"/bomb", ErrRatio, "100 times"},
		{"/members", ErrTooLarge, "16 MiB"},
		{"/truncated", io.ErrUnexpectedEOF, "unpacking"},
		{"/brotli", ErrEncoding, `"br"`},
		{"/large", ErrTooLarge, "16 MiB"},
		{"/headers", nil, "header"},
	} {
		_, err := get(t, at+c.path)
		if err == nil || c.want != nil && !errors.Is(err, c.want) ||
			!strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %q, want %v with %q", c.path, err, c.want, c.says)
		}
	}
	if redirects != maxRedirects+1 {
		t.Errorf("the loop was asked %d times, want %d", redirects, maxRedirects+1)
	}
}

// canary counts the connections to a loopback server that nothing may reach.
func canary(t *testing.T) (address string, hits *atomic.Int32) {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	hits = new(atomic.Int32)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			hits.Add(1)
			conn.Close()
		}
	}()
	return listener.Addr().String(), hits
}

func TestS1LoopbackIsNotReached(t *testing.T) {
	at, hits := canary(t)
	_, port, err := net.SplitHostPort(at)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("HTTP_PROXY", "http://"+at)
	t.Setenv("http_proxy", "http://"+at)
	for _, host := range []string{
		"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]",
		"127.1", "2130706433", "0177.0.0.1", "0x7f.1",
	} {
		address := "http://" + net.JoinHostPort(strings.Trim(host, "[]"), port) + "/"
		_, err := Do(t.Context(), NewClient(false), Request{Address: address})
		if !errors.Is(err, ErrAddressBlocked) {
			t.Errorf("%s: error %v, want ErrAddressBlocked", host, err)
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("the canary was reached %d times", n)
	}
}

// A name may resolve to a public address when it is checked and to loopback
// when it is used, so the address itself is checked when it is dialled.
func TestS2RebindingIsRefused(t *testing.T) {
	at, hits := canary(t)
	_, port, err := net.SplitHostPort(at)
	if err != nil {
		t.Fatal(err)
	}
	dialer := &net.Dialer{Control: guard, Resolver: &net.Resolver{
		PreferGo: true,
		Dial:     nameServer(t),
	}}
	client := newClient(dialer)
	for range 3 {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		_, err := Do(ctx, client,
			Request{Address: "http://rebind.example:" + port + "/"})
		cancel()
		if !errors.Is(err, ErrAddressBlocked) {
			t.Errorf("error %v, want ErrAddressBlocked", err)
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("the canary was reached %d times", n)
	}
}

// nameServer answers every question for an address with 127.0.0.1.
func nameServer(t *testing.T) func(context.Context, string, string) (net.Conn, error) {
	t.Helper()
	server, err := new(net.ListenConfig).ListenPacket(t.Context(), "udp",
		"127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	go func() {
		buf := make([]byte, 512)
		for {
			n, from, err := server.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			q := m.Questions[0]
			m.Response, m.Additionals = true, nil
			if q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{
						Name: q.Name, Type: q.Type,
						Class: q.Class,
					},
					Body: &dnsmessage.AResource{A: [4]byte{127, 0, 0, 1}},
				}}
			}
			if answer, err := m.Pack(); err == nil {
				server.WriteTo(answer, from)
			}
		}
	}()
	return func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
	}
}

func TestS3ADrippingServerMeetsTheDeadline(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		for {
			if _, err := w.Write([]byte("a")); err != nil ||
				r.Context().Err() != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	start := time.Now()
	_, err := do(t.Context(), local, Request{Address: at}, 100*time.Millisecond)
	if !errors.Is(err, context.DeadlineExceeded) ||
		!strings.Contains(err.Error(), "not done after 100ms") ||
		time.Since(start) > 2*time.Second {
		t.Errorf("error %v after %v, want the deadline", err, time.Since(start))
	}
	if !Passing(err) {
		t.Error("a deadline is taken for lasting")
	}
}

// TestS2RedirectsAreCheckedOneByOne has a server that may be reached send the
// client to one that may not.
func TestS2RedirectsAreCheckedOneByOne(t *testing.T) {
	blocked, hits := canary(t)
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/second" {
			http.Redirect(w, r, "http://"+blocked+"/", http.StatusFound)
			return
		}
		http.Redirect(w, r, "/second", http.StatusMovedPermanently)
	})
	open := strings.TrimPrefix(at, "http://")
	client := newClient(&net.Dialer{Control: func(network, address string,
		c syscall.RawConn,
	) error {
		if address == open {
			return nil
		}
		return guard(network, address, c)
	}})
	_, err := Do(t.Context(), client, Request{Address: at})
	if !errors.Is(err, ErrAddressBlocked) || hits.Load() != 0 || Passing(err) {
		t.Errorf("error %v, %d connections, want ErrAddressBlocked and none", err,
			hits.Load())
	}
}

func TestS2ProxiesOfTheEnvironmentAreIgnored(t *testing.T) {
	proxy, hits := canary(t)
	for _, name := range []string{
		"HTTP_PROXY", "http_proxy", "HTTPS_PROXY",
		"ALL_PROXY",
	} {
		t.Setenv(name, "http://"+proxy)
	}
	at := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w,
			"direct")
	})
	_, port, err := net.SplitHostPort(strings.TrimPrefix(at, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	// A name, since proxies are never used for loopback addresses themselves.
	client := newClient(&net.Dialer{Resolver: &net.Resolver{
		PreferGo: true,
		Dial:     nameServer(t),
	}})
	answer, err := Do(t.Context(), client,
		Request{Address: "http://news.example:" + port + "/"})
	if err != nil || string(answer.Data) != "direct" || hits.Load() != 0 {
		t.Errorf("%q, %v, %d connections to the proxy", answer.Data, err,
			hits.Load())
	}
}

// TestS3AHostIsAskedTwiceAtATime counts the requests that a server has open.
func TestS3AHostIsAskedTwiceAtATime(t *testing.T) {
	var open, most atomic.Int32
	at := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		n := open.Add(1)
		defer open.Add(-1)
		for old := most.Load(); n > old &&
			!most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(5 * time.Millisecond)
	})
	client := NewClient(true)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if _, err := Do(t.Context(), client, Request{Address: at}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() > maxPerHost {
		t.Errorf("%d requests at once, at most %d", most.Load(), maxPerHost)
	}
}

// TestS3HeadersWithoutEnd has a server that never comes to the body.
func TestS3HeadersWithoutEnd(t *testing.T) {
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				io.WriteString(conn, "HTTP/1.1 200 OK\r\n")
				for n := 0; ; n++ {
					if _, err := fmt.Fprintf(conn, "X-%d: %s\r\n", n,
						strings.Repeat("a", 100)); err != nil {
						return
					}
				}
			}()
		}
	}()
	start := time.Now()
	_, err = get(t, "http://"+listener.Addr().String())
	if err == nil || !strings.Contains(err.Error(), "header") ||
		time.Since(start) > 5*time.Second {
		t.Errorf("error %v after %v, want that of the header's size", err,
			time.Since(start))
	}
}

func TestACopyAtHandIsNotSentAgain(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Tue, 02 Jan 2024 10:00:00 GMT")
		http.ServeContent(w, r, "feed.xml", time.Time{}, strings.NewReader("<rss/>"))
	})
	first, err := get(t, at)
	if err != nil || string(first.Data) != "<rss/>" {
		t.Fatalf("%q, %v", first.Data, err)
	}
	_, err = Do(t.Context(), local, Request{
		Address: at, ETag: first.ETag,
		LastModified: first.LastModified,
	})
	if !errors.Is(err, ErrUnchanged) {
		t.Errorf("error %v, want ErrUnchanged", err)
	}
}

func TestSomeFailuresPass(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{&StatusError{Code: http.StatusServiceUnavailable}, true},
		{&StatusError{Code: http.StatusTooManyRequests}, true},
		{&StatusError{Code: http.StatusNotFound}, false},
		{&StatusError{Code: http.StatusForbidden}, false},
		{fmt.Errorf("x: %w", ErrTooLarge), false},
		{io.ErrUnexpectedEOF, true},
	} {
		if got := Passing(c.err); got != c.want {
			t.Errorf("Passing(%v) = %t, want %t", c.err, got, c.want)
		}
	}
}
