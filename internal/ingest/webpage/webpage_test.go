package webpage

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// body is an article long enough to be found.
const body = `<p>The two ministers met on Wednesday and said that they would meet again in a month.</p>
<p>They did not say where, and their spokesmen would not tell the reporters who asked them.</p>`

func TestWhatAPageSaysOfItself(t *testing.T) {
	for _, c := range []struct {
		name, head string
		got        func(*Page) string
		want       string
	}{
		{"title by OpenGraph", `<title>A | B</title><meta property="og:title" content="A">`, title, "A"},
		{"title by tag", "<title> A\n b </title>", title, "A b"},
		{"publisher by OpenGraph", `<meta property="og:site_name" content="P">`, publisher, "P"},
		{"no publisher", "<title>A | B</title>", publisher, ""},
		{"author by meta", `<meta name="author" content="By Jane Roe &amp; John Doe">`, people, "Jane Roe; John Doe"},
		{"author is no address", `<meta property="article:author" content="https://x.example/jane">`, people, ""},
		{"date by meta", `<meta name="pubdate" content="20190316">`, published, "20190316"},
		{
			"dates in order of trust",
			`<meta name="date" content="2019"><meta property="article:published_time" content="2019-03-16">`,
			published, "2019-03-16; 2019",
		},
		{"address", `<link rel="canonical" href="https://x.example/a"><meta property="og:url" content="https://y.example/">`, address, "https://x.example/a"},
		{"relative address is none", `<link rel="canonical" href="/a">`, address, ""},
		{"genre by section", `<meta property="article:section" content="Opinion">`, genreOf, "opinion"},
		{"no genre", `<meta property="article:section" content="Politics">`, genreOf, ""},
		{
			"broken JSON-LD is left out",
			`<script type="application/ld+json">{"@type":"Article","headline":}</script><title>T</title>`, title, "T",
		},
		{
			"raw line ends in JSON-LD",
			"<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A\nb\"};</script>", title, "A b",
		},
		{
			"the better type wins",
			`<script type="application/ld+json">[{"@type":"WebPage","name":"W"},{"@type":["Article"],"headline":"A"}]</script>`,
			title, "A",
		},
	} {
		page := Read("<html><head>"+c.head+"</head><body>"+body+"</body></html>", nil)
		if got := c.got(page); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestALongTitleIsCut(t *testing.T) {
	page := Read("<title>"+strings.Repeat("aé", 10_000)+"</title>"+body, nil)
	if n := len(page.Title); n > maxTitle || n < maxTitle-1 || !strings.HasPrefix(page.Title, "aéaé") ||
		!utf8.ValidString(page.Title) || !strings.Contains(page.Text, "ministers") {
		t.Errorf("title of %d bytes %.20q, text %q", n, page.Title, page.Text)
	}
}

func TestAuthorsAndDatesAreBounded(t *testing.T) {
	var head strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&head, "<meta name=author content='Jane Roe%d'><meta name=date content=%d>"+
			"<meta name=lastmod content=%d><time class=published>%d</time>", i, i, i, i)
	}
	page := Read(head.String()+body, nil)
	if len(page.Authors) > 50 || len(page.Published) > 50 || len(page.Modified) > 50 ||
		page.Authors[1] != "Jane Roe1" || page.Published[1] != "1" || page.Modified[1] != "1" {
		t.Errorf("%d authors, %d and %d dates, want the first 50 of each",
			len(page.Authors), len(page.Published), len(page.Modified))
	}
}

func title(p *Page) string     { return p.Title }
func publisher(p *Page) string { return p.Publisher }
func people(p *Page) string    { return strings.Join(p.Authors, "; ") }
func published(p *Page) string { return strings.Join(p.Published, "; ") }
func address(p *Page) string   { return p.URL }
func genreOf(p *Page) string   { return p.Genre }

func TestBlocksAreCutAsAReaderSeesThem(t *testing.T) {
	for src, want := range map[string][]string{
		"a <b>b</b>c<i> d </i>e":                       {"a bc d e"},
		"<p>a</p>b<div>c<p>d</p>e</div>":               {"a", "b", "c", "d", "e"},
		"a<br>b<br><br>c":                              {"a\nb", "c"},
		"<pre>a\n b</pre>":                             {"a\nb"},
		"<ul><li>a<li>b</ul>":                          {"a", "b"},
		"a<script>x</script><style>y</style>b":         {"ab"},
		"<x-quote>a</x-quote> b":                       {"a b"},
		"<x-box><p>a</p></x-box>b":                     {"a", "b"},
		"\u00a0<p>\u200b a\u00a0b \u00a0</p>":          {"a\u00a0b"},
		"<table><tr><td>a</td><td>b</td></tr></table>": {"a", "b"},
	} {
		doc, err := parse(src)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range blocks(doc) {
			got = append(got, b.text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("blocks of %q are %q, want %q", src, got, want)
		}
	}
}

func TestLinksStandOnTheirWords(t *testing.T) {
	page := Read(`<p>The two <a href="/m"> ministers </a>met on <a href="mailto:x@y">Wednesday</a> and <a href="#top">said</a>
that <a href="https://o.example/a b">they <b>would</b></a> meet again in a month, <a href="//p.example/">as planned</a>.</p>
<a href="http://q.example/"><p>They did not say where, and their spokesmen would not tell the reporters.</p></a>`+
		`<link rel="canonical" href="https://x.example/d/">`+body, nil)
	var got []string
	for _, l := range page.Links {
		got = append(got, page.Text[l.Span.Start:l.Span.End]+" "+l.URL)
	}
	want := []string{
		"ministers https://x.example/m", "they would https://o.example/a%20b", "as planned https://p.example/",
	}
	if !slices.Equal(got, want) {
		t.Errorf("links %q, want %q", got, want)
	}
}

// TestAMarkOfAPlaceIsNoLink as old pages have them around whole paragraphs.
func TestAMarkOfAPlaceIsNoLink(t *testing.T) {
	said := "The minister said on Monday that the bridge is closed and that nobody knows why."
	for _, src := range []string{
		"<p><a name=top>" + said + "</a></p>", "<a id=p1><p>" + said + "</p></a>",
		"<a name=top><p>" + said, "<p><a name=a>" + said + `</a> <a href="/x">More.</a>`,
	} {
		page := Read("<article>"+src+"</article>", nil)
		if !strings.HasPrefix(page.Text, said) {
			t.Errorf("%s: text %q, want the sentence", src, page.Text)
		}
	}
}

func TestALinkOverABreakStandsOnItsWordsAlone(t *testing.T) {
	page := Read(`<article><p>The minister <a href="/m">said</a> on Monday that the bridge is closed, he added. `+
		`<a href="/x">see<br><br>more</a> of it, and what <a href="/y">others</a> said of the bridge.</p></article>`,
		&url.URL{Scheme: "https", Host: "x.example"})
	var got []string
	for _, l := range page.Links {
		got = append(got, page.Text[l.Span.Start:l.Span.End]+" "+l.URL)
	}
	want := []string{
		"said https://x.example/m", "see https://x.example/x", "more https://x.example/x", "others https://x.example/y",
	}
	if !slices.Equal(got, want) || !strings.HasPrefix(page.Text, "The minister said") {
		t.Errorf("links %q of %q, want %q", got, page.Text, want)
	}
}

func TestAnArticleNamedAsFurnitureStays(t *testing.T) {
	for _, class := range []string{"social promo", "related", "newsletter"} {
		page := Read("<div class='"+class+"'>"+body+"</div>", nil)
		if !strings.Contains(page.Text, "ministers") {
			t.Errorf("class %q: text %q, want the article", class, page.Text)
		}
	}
}

func TestEmbeddedPostsStay(t *testing.T) {
	post := `<div class="social-embed"><blockquote><p>They will meet.</p>— Jane Roe (@jane)</blockquote></div>`
	page := Read("<article>"+body+post+body+"<div class='share-bar'>Share it with all of your friends now.</div></article>", nil)
	if !strings.Contains(page.Text, "They will meet.\n\n— Jane Roe (@jane)") || strings.Contains(page.Text, "Share") {
		t.Errorf("text %q, want the post in it and no share bar", page.Text)
	}
}

func TestHiddenTextIsNotRead(t *testing.T) {
	for _, hide := range []string{"hidden", `style="display: none"`, `style="VISIBILITY:hidden"`} {
		page := Read("<article>"+body+"<p "+hide+">The secret was that they had never met before that day at all.</p></article>", nil)
		if strings.Contains(page.Text, "secret") {
			t.Errorf("%s: text %q, want nothing hidden", hide, page.Text)
		}
	}
}
