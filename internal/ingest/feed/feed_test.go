package feed

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const rss = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example
News</title><link>https://news.example/</link>
<item><title>Talks &amp; more</title><link>https://news.example/1</link><guid>one</guid><dc:creator>Ann Lee</dc:creator>
<pubDate>Thu, 23 Feb 2023 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The minister said &lol2; no.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://news.example/2</link><pubDate>the day before</pubDate><description>A &lol2; summary.</description></item>
<item><title>Third</title><link>https://news.example/3</link></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Atom</title>
<entry><title>One</title><id>tag:1</id><link href="https://news.example/a1"/><updated>2023-02-23T10:00:00Z</updated>
<author><name>Ann Lee</name></author><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry>
<entry><title>Two</title><id>tag:2</id><link href="https://news.example/a2"/><summary>Short.</summary></entry></feed>`

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Example RDF</title></channel>
<item><title>One</title><link>https://news.example/r1</link><description>D</description></item>
<item><title>Two</title><link>https://news.example/r2</link></item></rdf:RDF>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Example JSON","authors":[{"name":"Desk"}],"items":[
{"id":"1","url":"https://news.example/j1","title":"One","content_html":"<p>Text.</p>","date_published":"2023-02-23T10:00:00Z"},
{"id":2,"url":"https://news.example/j2","title":"Two","summary":"Short.","authors":[{"name":"Ann Lee"}]}]}`

// samples are feeds that are whole, with the addresses of their items.
var samples = []struct{ name, src, title, urls string }{
	{"rss", rss, "Example News", "1 2 3"},
	{"atom", atom, "Example Atom", "a1 a2"},
	{"rdf", rdf, "Example RDF", "r1 r2"},
	{"json", jsonFeed, "Example JSON", "j1 j2"},
}

// urls are the last parts of the addresses of items.
func urls(f *Feed) string {
	var all []string
	for _, item := range f.Items {
		all = append(all, strings.TrimPrefix(item.URL, "https://news.example/"))
	}
	return strings.Join(all, " ")
}

func TestEachFormatIsRead(t *testing.T) {
	for _, s := range samples {
		f, err := Read(s.src)
		if err != nil || f.Title != s.title || urls(f) != s.urls ||
			len(f.Losses) > 0 {
			t.Errorf("%s: %+v, %v", s.name, f, err)
		}
		if !Sniff(s.src) {
			t.Errorf("%s is not taken for a feed", s.name)
		}
	}
}

func TestAnItemSaysWhatTheFeedSays(t *testing.T) {
	f, err := Read(rss)
	if err != nil {
		t.Fatal(err)
	}
	want := Item{
		ID: "one", URL: "https://news.example/1", Title: "Talks & more",
		Authors:   []string{"Ann Lee"},
		Published: "Thu, 23 Feb 2023 10:00:00 GMT", Summary: "Short.",
		Content: "<p>The minister said &lol2; no.</p>",
	}
	if diff := cmp.Diff(want, f.Items[0]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := f.Items[1]; got.Published != "the day before" ||
		strings.Contains(got.Summary, "lollol") {
		t.Errorf("%+v, want the date as written and no entity of its own", got)
	}
}

func TestOtherSourcesAreNoFeeds(t *testing.T) {
	for _, src := range []string{
		"", "<", "{", "{}", "[]", "Words.",
		"<!doctype html><html><body><item>x</item></body></html>",
		"<?xml version='1.0'?><opml><body/></opml>", `{"readout":"1"}`, "<!--",
		"<rss>", "<rss/>", `{"version":"https://jsonfeed.org/version/1"}`,
	} {
		f, err := Read(src)
		if src == "<rss/>" {
			if err != nil || len(f.Items) > 0 {
				t.Errorf("a feed without items: %+v, %v", f, err)
			}
			continue
		}
		if !errors.Is(err, ErrNoFeed) {
			t.Errorf("%q: %+v, %v, want ErrNoFeed", src, f, err)
		}
		if strings.HasPrefix(src, "<!d") && Sniff(src) {
			t.Errorf("%q is taken for a feed", src)
		}
	}
}

// TestP6ItemsBeforeTheDamageAreKept cuts and breaks each feed behind its first item.
func TestP6ItemsBeforeTheDamageAreKept(t *testing.T) {
	for _, s := range samples {
		first, second, _ := strings.Cut(s.urls, " ")
		at := strings.Index(s.src, "example/"+strings.Fields(second)[0])
		for what, src := range map[string]string{
			"cut off":      s.src[:at],
			"a broken tag": s.src[:at] + "\"<<<>" + s.src[at:],
			"NULs": s.src[:at] + strings.Repeat("\x00",
				3) + `"{` + "<" + s.src[at:],
			"without depth": s.src[:at] + strings.Repeat("<a>",
				200) + strings.Repeat(`"[`, 200) + s.src[at:],
		} {
			f, err := Read(src)
			if err != nil || len(f.Items) == 0 ||
				!strings.HasPrefix(urls(f), first) || len(f.Losses) == 0 {
				t.Errorf("%s, %s: %+v, %v", s.name, what, f, err)
			}
		}
	}
}

func TestP6NullsAndOddTypesAreLeftOut(t *testing.T) {
	for _, item := range []string{"null", "1", `"x"`, "[]", `{"authors":null}`} {
		src := `{"version":"https://jsonfeed.org/version/1","items":[{"url":"https://news.example/1","authors":[null]},` +
			item + `,{"url":"https://news.example/2","author":null,"tags":null,"attachments":null}]}`
		f, err := Read(src)
		if err != nil || strings.Join(strings.Fields(urls(f)), " ") != "1 2" ||
			f.Items[0].Authors != nil {
			t.Errorf("%s: %+v, %v", item, f, err)
		}
		if !strings.HasPrefix(item, "{") && len(f.Losses) != 1 {
			t.Errorf("%s: losses %q", item, f.Losses)
		}
	}
	// A member of the wrong type loses its item alone.
	f, err := Read(`{"items":[{"url":"https://news.example/1"},{"url":{}},{"url":"https://news.example/3"}]}`)
	if err != nil || urls(f) != "1 3" && urls(f) != "1  3" {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestP6LimitsAreSaid(t *testing.T) {
	if _, err := Read(strings.Repeat(" ", MaxBytes) + rss); !errors.Is(err,
		ErrTooLarge) || !strings.Contains(err.Error(), "too large") {
		t.Errorf("error %v", err)
	}
	var xml, js strings.Builder
	xml.WriteString("<rss><channel>")
	js.WriteString(`{"items":[`)
	for i := range 100_000 {
		fmt.Fprintf(&xml, "<item><link>https://news.example/%d</link></item>", i)
		fmt.Fprintf(&js, `{"url":"https://news.example/%d"},`, i)
	}
	for _, src := range []string{
		xml.String() + "</channel></rss>",
		js.String() + "{}]}",
	} {
		start := time.Now()
		f, err := Read(src)
		if err != nil || len(f.Items) != MaxItems || len(f.Losses) != 1 ||
			!strings.Contains(f.Losses[0], "2000") {
			t.Errorf("%v", err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
	}
	for _, src := range []string{
		strings.Repeat("<rss>", 100_000), `{"items":` + strings.Repeat("[",
			1_000_000),
	} {
		if _, err := Read(src); !errors.Is(err, errDepth) {
			t.Errorf("error %v, want that of the depth", err)
		}
	}
}

func TestP6DeclarationsTakeLinearTime(t *testing.T) {
	start := time.Now()
	f, err := Read(strings.Repeat("<!a>", 1<<20) + rss)
	if err != nil || urls(f) != "1 2 3" {
		t.Errorf("%+v, %v", f, err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestP6ARepeatedAddressIsReadOnce(t *testing.T) {
	f, err := Read(strings.ReplaceAll(rss, "example/3", "example/1"))
	if err != nil || urls(f) != "1 2" || len(f.Losses) != 1 {
		t.Errorf("%+v, %v", f, err)
	}
}

// TestP6MutatedFeeds breaks 400 feeds at random. Nothing panics, the same source
// gives the same feed, and whoever loses an item says so.
func TestP6MutatedFeeds(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 400))
	parts := []string{
		"<", ">", "&", "]]>", "<![CDATA[", "</item>", "</channel>",
		"<item>", "\"", "{", "]", "null", "\x00", "\ufffd", "&#0;", "<!--", "xmlns=\"\"",
	}
	for range 400 {
		s := samples[random.IntN(len(samples))]
		src := s.src
		for range 1 + random.IntN(4) {
			at, until := random.IntN(len(src)+1), 0
			until = min(len(src), at+random.IntN(20))
			src = src[:at] + parts[random.IntN(len(parts))] + src[until:]
		}
		check(t, src)
	}
}

// check holds for every source.
func check(t *testing.T, src string) {
	t.Helper()
	f, err := Read(src)
	again, errAgain := Read(src)
	if diff := cmp.Diff(f, again); diff != "" ||
		fmt.Sprint(err) != fmt.Sprint(errAgain) {
		t.Fatalf("a second run of %q differs: %v, %v\n%s", src, err, errAgain, diff)
	}
	if err != nil {
		if f != nil || !errors.Is(err, ErrNoFeed) && !errors.Is(err, ErrTooLarge) {
			t.Fatalf("%q: %+v and error %v", src, f, err)
		}
		return
	}
	seen := map[string]bool{}
	for _, item := range f.Items {
		if item.URL != "" && seen[item.URL] {
			t.Fatalf("%q: %s comes twice", src, item.URL)
		}
		seen[item.URL] = true
	}
	if len(f.Items) > MaxItems {
		t.Fatalf("%d items", len(f.Items))
	}
}

// FuzzRead reads any source.
func FuzzRead(f *testing.F) {
	for _, s := range samples {
		f.Add(s.src)
		f.Add(s.src[:len(s.src)/2])
	}
	for _, src := range []string{
		"", "{\"items\":[null]}", "<rss><item/><item></rss>",
		"<feed><entry><title type='xhtml'><div>", "<rss><channel><item><item></item></channel>",
		"{\"items\":{}}", "{\"items\":[{\"authors\":[null,{}]}],\"items\":[{}]}",
		"<RDF:RDF><item>", "<rss><channel><item/>",
	} {
		f.Add(src)
	}
	f.Fuzz(check)
}
