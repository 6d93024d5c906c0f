package ingest

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
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

const article = `<html lang="en"><head><title>Talks</title></head><body>
<p>The two ministers met on Wednesday and said that they would meet again in a month.</p>
<p>They did not say where, and their <a href="/s">spokesmen</a> would not tell the reporters.</p></body></html>`

// serve answers every request with h on loopback, which reads may reach only
// when they allow private addresses.
func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

func readAddress(t *testing.T, address string, opt Options) (Document, error) {
	t.Helper()
	return Read(t.Context(), Source{Name: address, web: true}, opt)
}

func fixed() time.Time { return time.Date(2024, 5, 2, 9, 0, 0, 0, time.FixedZone("", 7200)) }

func TestAPageIsFetched(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/2020/09/16/talks?a=1", http.StatusFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, article)
	})
	doc, err := readAddress(t, at+"/old", Options{AllowPrivate: true, Now: fixed})
	if err != nil {
		t.Fatal(err)
	}
	if want := at + "/2020/09/16/talks?a=1"; doc.URL != want || doc.Published != "2020-09-16" || doc.Title != "Talks" {
		t.Errorf("URL %q, published %q, title %q; want %q, 2020-09-16, Talks", doc.URL, doc.Published, doc.Title, want)
	}
	if want := "2024-05-02T07:00:00Z"; doc.Fetched.Format(time.RFC3339) != want {
		t.Errorf("fetched %v, want %s", doc.Fetched, want)
	}
	if len(doc.Links) != 1 || doc.Links[0].URL != at+"/s" {
		t.Errorf("links %v, want one to %s/s", doc.Links, at)
	}
	if doc.Input != at+"/old" {
		t.Errorf("input %q, want the address as named", doc.Input)
	}
}

func TestAPackedPageIsUnpacked(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		w.Write(pack(article))
	})
	doc, err := readAddress(t, at, Options{AllowPrivate: true})
	if err != nil || !strings.HasPrefix(doc.Text, "The two ministers") {
		t.Errorf("text %q, error %v", doc.Text, err)
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
		case "/nested":
			gzipped(pack(string(pack(strings.Repeat("a", 1000)))))
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
		case "/json":
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte("{}"))
		case "/pdf":
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte("%PDF-1.7\n"))
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
		{"/nested", ErrBinary, "gzip"},
		{"/truncated", io.ErrUnexpectedEOF, "unpacking"},
		{"/brotli", ErrEncoding, `"br"`},
		{"/large", ErrTooLarge, "16 MiB"},
		{"/headers", nil, "header"},
		{"/json", ErrBinary, "application/json"},
		{"/pdf", ErrBinary, "pdftotext"},
	} {
		_, err := readAddress(t, at+c.path, Options{AllowPrivate: true})
		var named *Error
		if !errors.As(err, &named) || named.Input != at+c.path || named.Next == "" {
			t.Errorf("%s: error %#v, want one that names the input and a next step", c.path, err)
			continue
		}
		if c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
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
		_, err := readAddress(t, "http://"+net.JoinHostPort(strings.Trim(host, "[]"), port)+"/", Options{})
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
	dialer := &net.Dialer{Control: guard, Resolver: &net.Resolver{PreferGo: true, Dial: nameServer(t)}}
	client := newClient(dialer)
	for range 3 {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		_, err := Read(ctx, Source{Name: "http://rebind.example:" + port + "/", web: true}, Options{Client: client})
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
	server, err := new(net.ListenConfig).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
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
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
					Body:   &dnsmessage.AResource{A: [4]byte{127, 0, 0, 1}},
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
			if _, err := w.Write([]byte("a")); err != nil || r.Context().Err() != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := Read(ctx, Source{Name: at, web: true}, Options{AllowPrivate: true})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 2*time.Second {
		t.Errorf("error %v after %v, want the deadline", err, time.Since(start))
	}
}
