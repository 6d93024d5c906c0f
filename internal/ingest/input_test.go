package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/internal/ingest/feed"
	"readout/internal/ingest/fetch"
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
	if want := at + "/2020/09/16/talks?a=1"; doc.URL != want ||
		doc.Published != "2020-09-16" || doc.Title != "Talks" {
		t.Errorf("URL %q, published %q, title %q; want %q, 2020-09-16, Talks",
			doc.URL, doc.Published, doc.Title, want)
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

func TestAnswersThatAreNoTextAreNamed(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/json":
			w.Header().Set("Content-Type", "application/json")
			io.WriteString(w, "{}")
		case "/pdf":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, "%PDF-1.7\n")
		case "/nested":
			w.Header().Set("Content-Type", "text/plain")
			w.Write(pack(strings.Repeat("a", 1000)))
		case "/sitemap":
			w.Header().Set("Content-Type", "text/xml")
			io.WriteString(w, "<urlset/>")
		}
	})
	for _, c := range []struct {
		path, says string
		want       error
		opt        Options
	}{
		{"/json", "application/json", ErrBinary, Options{AllowPrivate: true}},
		{"/pdf", "pdftotext", ErrBinary, Options{AllowPrivate: true}},
		{"/nested", "gzip", ErrBinary, Options{AllowPrivate: true}},
		{"/sitemap", "text/xml", ErrBinary, Options{AllowPrivate: true}},
		{
			"/pdf", "--offline", ErrOffline, Options{
				AllowPrivate: true,
				Offline:      true,
			},
		},
		{"/pdf", "--allow-private", fetch.ErrAddressBlocked, Options{}},
	} {
		_, err := readAddress(t, at+c.path, c.opt)
		var named *Error
		if !errors.As(err, &named) || named.Input != at+c.path || named.Next == "" {
			t.Errorf("%s: error %#v, want one that names the input and a next step", c.path, err)
			continue
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %q, want %v with %q", c.path, err, c.want, c.says)
		}
	}
}

func pack(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.Bytes()
}

// long is a text that is believed to be a whole article.
var long = func() string {
	var b strings.Builder
	for i := range 15 {
		fmt.Fprintf(&b,
			"<p>The minister said on Monday that bridge %d is closed and that nobody knows why.</p>", i)
	}
	return b.String()
}()

// news is a feed whose items are at another address.
func news(at string) string {
	return `<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example News</title>
<item><title>All &lt;b&gt;of it&lt;/b&gt;</title><link>` + at + `/whole</link><pubDate>Thu, 23 Feb 2023 23:30:00 -0500</pubDate>
<author>ann@news.example (Ann Lee)</author><description>Café.</description><content:encoded><![CDATA[` + long + `]]></content:encoded></item>
<item><title>Linked</title><link>/linked</link><description>Ann Lee said the bridge is&#8230;</description></item>
<item><title>Gone</title><link>` + at + `/gone</link><description>Café owners said that the road is open.</description></item>
<item><title>Late</title><link>` + at + `/late</link><description>Later.</description></item>
<item><title>Empty</title><link>` + at + `/empty</link></item>
<item><title>Nowhere</title><link>file:///etc/passwd</link><description>Bob Ray said no.</description></item>
</channel></rss>`
}

// parts lists what an input holds, a line each: name, title, day, text, warnings.
func parts(t *testing.T, src Source, opt Options) (docs []Document, faults []string) {
	t.Helper()
	in, err := Open(t.Context(), src, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	for p, err := range in.Parts() {
		var doc Document
		if err == nil {
			doc, err = p.Read(t.Context())
		}
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		docs = append(docs, doc)
	}
	return docs, faults
}

func TestItemsOfAFeedAreReadWhereTheirTextIs(t *testing.T) {
	asked := map[string]int{}
	var at string
	at = serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		switch r.URL.Path {
		case "/feed":
			w.Header().Set("Content-Type", "application/rss+xml")
			io.WriteString(w, news(at))
		case "/linked":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, article)
		case "/late":
			http.Error(w, "later", http.StatusServiceUnavailable)
		case "/empty":
			w.Header().Set("Content-Type", "text/html")
		default:
			http.NotFound(w, r)
		}
	})
	docs, faults := parts(t, Source{Name: at + "/feed", web: true},
		Options{AllowPrivate: true, Now: fixed})
	if len(docs) != 4 || len(faults) != 2 {
		t.Fatalf("%d documents, faults %q", len(docs), faults)
	}
	if d := docs[0]; d.URL != at+"/whole" || d.Title != "All of it" ||
		d.Published != "2023-02-23" || d.Publisher != "Example News" ||
		strings.Count(d.Text, "\n\n") != 14 || len(d.Warnings) > 0 ||
		d.Language != "en" || asked["/whole"] > 0 {
		t.Errorf("the item with its text: %+v", d)
	}
	if d := docs[1]; d.URL != at+"/linked" || d.Title != "Talks" ||
		d.Publisher != "Example News" || !strings.HasPrefix(d.Text, "The two ministers") {
		t.Errorf("the item that links: %+v", d)
	}
	if d := docs[2]; d.Text != "Café owners said that the road is open." ||
		!strings.Contains(strings.Join(d.Warnings, " "), "only a part of the article") ||
		!strings.Contains(strings.Join(d.Warnings, " "), "404") {
		t.Errorf("the item whose link is gone: %+v", d)
	}
	if d := docs[3]; d.Text != "Bob Ray said no." || d.URL != "" {
		t.Errorf("the item that links nowhere: %+v", d)
	}
	for i, want := range []string{at + "/late: fetching it: the server answered 503", at + "/empty: "} {
		if !strings.HasPrefix(faults[i], want) {
			t.Errorf("fault %q, want %q", faults[i], want)
		}
	}
}

// TestAnItemThatLinksToNoPageIsReadFromTheFeed since it will link to none at the
// next try either.
func TestAnItemThatLinksToNoPageIsReadFromTheFeed(t *testing.T) {
	var at string
	at = serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			io.WriteString(w, strings.ReplaceAll("<rss><channel>"+
				"<item><link>@/report.pdf</link><description>Ann Lee said no.</description></item>"+
				"<item><link>@/talk.mp3</link><description>Bob Ray said yes.</description></item>"+
				"<item><link>@/long?"+strings.Repeat("x", 9<<10)+"</link><description>Cy Moe said so.</description></item>"+
				"</channel></rss>", "@", at))
		case "/report.pdf":
			io.WriteString(w, "%PDF-1.7 and more")
		default:
			w.Header().Set("Content-Type", "audio/mpeg")
			io.WriteString(w, "ID3\x04 and more")
		}
	})
	docs, faults := parts(t, Source{Name: at + "/feed", web: true}, Options{AllowPrivate: true})
	if len(docs) != 3 || len(faults) > 0 {
		t.Fatalf("%d documents, faults %q", len(docs), faults)
	}
	for i, want := range []string{"PDF", "audio/mpeg", "longer than"} {
		if warned := strings.Join(docs[i].Warnings, " "); !strings.Contains(docs[i].Text, " said ") ||
			!strings.Contains(warned, "only a part of the article") || !strings.Contains(warned, want) {
			t.Errorf("%q with warnings %q, want one of %s", docs[i].Text, warned, want)
		}
	}
}

// TestBytesOfAFeedThatFitNothingAreSaid where the text is the feed's own.
func TestBytesOfAFeedThatFitNothingAreSaid(t *testing.T) {
	var at string
	at = serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/linked" {
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, article)
			return
		}
		io.WriteString(w, `<?xml version="1.0" encoding="utf-8"?><rss><channel><item><link>`+at+"/linked</link></item>"+
			"<item><title>Own</title><description>Zoë and Chloë said caf\xe9s are open, naïvely, “so”.</description></item></channel></rss>")
	})
	docs, faults := parts(t, Source{Name: at + "/feed", web: true}, Options{AllowPrivate: true})
	if len(docs) != 2 || len(faults) > 0 {
		t.Fatalf("%d documents, faults %q", len(docs), faults)
	}
	const want = "not valid UTF-8"
	if warned := strings.Join(docs[0].Warnings, " "); strings.Contains(warned, want) {
		t.Errorf("the linked page has the warnings %q", warned)
	}
	if warned := strings.Join(docs[1].Warnings, " "); !strings.Contains(warned, want) || !strings.Contains(docs[1].Text, "\ufffd") {
		t.Errorf("the item's own text %q has the warnings %q", docs[1].Text, warned)
	}
}

// TestS2NothingIsFetchedForAFeedInAFile has a server that nobody may ask.
func TestS2NothingIsFetchedForAFeedInAFile(t *testing.T) {
	at := serve(t, func(http.ResponseWriter,
		*http.Request,
	) {
		t.Error("the server was asked")
	})
	path := filepath.Join(t.TempDir(), "saved")
	if err := os.WriteFile(path, []byte(news(at)), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, faults := parts(t, Source{Name: path}, Options{AllowPrivate: true})
	if len(docs) != 5 || len(faults) != 1 {
		t.Errorf("%d documents, faults %q", len(docs), faults)
	}
	if _, err := Read(t.Context(), Source{Name: path}, Options{}); !errors.Is(err,
		ErrMany) {
		t.Errorf("read as one document: %v", err)
	}
}

func TestAWatchedAddressIsAFeedOrAnError(t *testing.T) {
	at := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "application/rss+xml")
			io.WriteString(w, article)
			return
		}
		http.ServeContent(w, r, "feed", time.Time{},
			strings.NewReader(news("http://x.example")))
	})
	opt := Options{AllowPrivate: true}
	in, err := Open(t.Context(), Watched(at+"/feed", "", ""), opt)
	if err != nil || in.Title != "Example News" || in.ETag != `"1"` {
		t.Fatalf("%+v, %v", in, err)
	}
	keys := map[string]bool{}
	for p := range in.Parts() {
		keys[p.Key] = true
	}
	if len(keys) != 6 {
		t.Errorf("keys %v, want six", keys)
	}
	if _, err := Open(t.Context(), Watched(at+"/feed", `"1"`, ""),
		opt); !errors.Is(err, ErrUnchanged) {
		t.Errorf("error %v, want ErrUnchanged", err)
	}
	_, err = Open(t.Context(), Watched(at+"/page", "", ""), opt)
	if !errors.Is(err, feed.ErrNoFeed) ||
		!strings.Contains(err.Error(), "give the address of the feed itself") {
		t.Errorf("error %v, want ErrNoFeed", err)
	}
	if doc, err := readAddress(t, at+"/page", opt); err != nil ||
		doc.Title != "Talks" {
		t.Errorf("a page that is called a feed: %+v, %v", doc, err)
	}
}

func TestAnArchiveIsReadRecordByRecord(t *testing.T) {
	record := func(url, mime, body string) string {
		answer := "HTTP/1.1 200 OK\r\nContent-Type: " + mime + "\r\n\r\n" + body
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-09-17T08:00:00Z\r\n"+
			"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(answer), answer)
	}
	first := record("https://news.example/2020/09/16/talks", "text/html", article)
	image := record("https://news.example/a.png", "image/png", "\x89PNG\r\n\x1a\n")
	text := record("https://news.example/t", "text/plain; charset=iso-8859-1",
		"The caf\xe9 is closed, he said.")
	for name, file := range map[string]string{
		"crawl.warc":    first + image + "garbage" + text,
		"crawl.warc.gz": string(pack(first)) + string(pack(image)) + "garbage" + string(pack(text)),
		"renamed.txt":   first + image + "garbage" + text,
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		var skipped []string
		opt := Options{Skipped: func(_, what string) {
			skipped = append(skipped,
				what)
		}}
		docs, faults := parts(t, Source{Name: path}, opt)
		if len(docs) != 2 || len(faults) != 1 ||
			!strings.Contains(faults[0], "no record begins here") {
			t.Fatalf("%s: %d documents, faults %q", name, len(docs), faults)
		}
		if d := docs[0]; d.URL != "https://news.example/2020/09/16/talks" ||
			d.Published != "2020-09-16" || d.Title != "Talks" ||
			d.Input != path+":0" ||
			d.Fetched.Format(time.RFC3339) != "2020-09-17T08:00:00Z" {
			t.Errorf("%s: %+v", name, d)
		}
		if d := docs[1]; d.Text != "The café is closed, he said." ||
			d.URL != "https://news.example/t" {
			t.Errorf("%s: %+v", name, d)
		}
		if len(skipped) != 1 || skipped[0] != "1 × record of image/png" {
			t.Errorf("%s: skipped %q", name, skipped)
		}
	}
}

func TestTextsThatGoOnAtTheirLinkAreNotWhole(t *testing.T) {
	words := strings.Repeat("word ", wholeSummary)
	for end, want := range map[string]bool{
		"end.": true, "and …": false, "and [...]": false, "Read more": false,
		"Continue reading →":  false,
		"Read the full story": false, "they said no more.": true,
		"He read it.": true,
	} {
		if got := isWhole(words+end, wholeSummary); got != want {
			t.Errorf("%q: whole %t, want %t", end, got, want)
		}
	}
	if isWhole("short", wholeContent) {
		t.Error("a word is whole")
	}
}
