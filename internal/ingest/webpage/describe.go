package webpage

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/internal/ingest/byline"
)

// A description is what the tags of a page say about its article, by name.
type description struct {
	meta  map[string][]string // by lower-case name, property or itemprop
	links map[string]string   // by rel
	title string
	head  string // the first main heading
	times []stamp
	lang  string
}

// A stamp is one <time> of the page.
type stamp struct {
	value    string
	prop     string // its itemprop or class
	foremost bool   // it stands with the article's heading
}

// metaNames are the names of meta tags that publishers use, the most trusted
// first.
var metaNames = struct{ title, site, publisher, author, published, modified, section, url []string }{
	title:     []string{"og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"},
	site:      []string{"og:site_name"},
	publisher: []string{"dc.publisher", "publisher"},
	author:    []string{"author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author", "citation_author"},
	published: []string{
		"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
		"publishdate", "publish-date", "publication_date", "citation_publication_date", "date",
	},
	modified: []string{
		"article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
		"dcterms.modified", "dc.date.modified", "lastmod", "last-modified",
	},
	section: []string{"article:section", "section", "parsely-section"},
	url:     []string{"og:url", "parsely-link", "twitter:url"},
}

// describe fills in what the page says of its article: JSON-LD first, then
// meta tags, then what readers see.
func (p *Page) describe(doc *html.Node, said linkedArticle) {
	d := look(doc)
	p.Title = bounded(firstOf(said.headline, d.first(metaNames.title), d.head, d.title))
	p.Site = d.first(metaNames.site)
	p.Publisher = byline.Outlet(p.Site, firstOf(said.publisher, d.first(metaNames.publisher)))
	p.URL = firstAddress(d.links["canonical"], d.first(metaNames.url), said.url)
	p.Language = firstOf(said.language, d.lang)
	p.Genre = genre(said.kind, said.section, d.first(metaNames.section))
	p.Authors = byline.Names(said.authors...)
	if len(p.Authors) == 0 {
		p.Authors = byline.Names(d.all(metaNames.author)...)
	}
	published := append([]string{said.published}, d.all(metaNames.published)...)
	modified := append([]string{said.modified}, d.all(metaNames.modified)...)
	for _, t := range d.times {
		switch {
		case strings.Contains(t.prop, "modified") || strings.Contains(t.prop, "updated"):
			modified = append(modified, t.value)
		case strings.Contains(t.prop, "publish") || t.foremost:
			published = append(published, t.value)
		}
	}
	p.Published, p.Modified = listed(published), listed(modified)
}

// Limits on what a page says of itself. On 57 saved news pages a title has at most
// 155 bytes.
const (
	maxTitle  = 1 << 10 // bytes
	maxValues = 50      // dates of one kind
)

// bounded is a title up to its limit, in whole characters.
func bounded(title string) string {
	if len(title) <= maxTitle {
		return title
	}
	return strings.ToValidUTF8(title[:maxTitle], "")
}

// look reads the tags of a page once.
func look(doc *html.Node) description {
	d := description{meta: map[string][]string{}, links: map[string]string{}}
	for n := range elements(doc) {
		switch n.DataAtom {
		case atom.Html:
			d.lang = attr(n, "lang")
		case atom.Meta:
			d.add(n)
		case atom.Link:
			rel := strings.ToLower(attr(n, "rel"))
			d.links[rel] = cmp.Or(d.links[rel], attr(n, "href"))
		case atom.Title:
			if d.title == "" && n.FirstChild != nil {
				d.title = oneLine(n.FirstChild.Data)
			}
		case atom.H1:
			if d.head == "" {
				d.head = plainText(n)
			}
		case atom.Time:
			d.addTime(n)
		}
	}
	return d
}

// add files a meta tag under each of its names.
func (d *description) add(n *html.Node) {
	content := oneLine(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" {
			d.meta[name] = append(d.meta[name], content)
		}
	}
}

// addTime files a <time>. The first of the page with a date belongs to the
// article unless it stands in a list or an aside.
func (d *description) addTime(n *html.Node) {
	value := firstOf(attr(n, "datetime"), attr(n, "content"), plainText(n))
	if value == "" {
		return
	}
	prop := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class"))
	foremost := len(d.times) == 0
	for e := n.Parent; e != nil && foremost; e = e.Parent {
		switch e.DataAtom {
		case atom.Aside, atom.Nav, atom.Li, atom.Footer, atom.Blockquote:
			foremost = false
		}
	}
	d.times = append(d.times, stamp{oneLine(value), prop, foremost})
}

func (d *description) all(names []string) []string {
	var values []string
	for _, name := range names {
		values = append(values, d.meta[name]...)
	}
	return values
}

func (d *description) first(names []string) string { return firstOf(d.all(names)...) }

func firstOf(values ...string) string {
	for _, v := range values {
		if v = oneLine(v); v != "" {
			return v
		}
	}
	return ""
}

func firstAddress(values ...string) string {
	for _, v := range values {
		if address, ok := resolve(nil, v); ok {
			return address
		}
	}
	return ""
}

// listed drops empty and repeated values, and those over the limit.
func listed(values []string) []string {
	var kept []string
	seen := map[string]bool{"": true}
	for _, v := range values {
		if v = oneLine(v); !seen[v] && len(kept) < maxValues {
			seen[v] = true
			kept = append(kept, v)
		}
	}
	return kept
}

// genres are the types and sections by which a page states what kind of text
// it is. A news type states nothing: publishers give it to everything.
var genres = nameRows(`
opinionnewsarticle=opinion analysisnewsarticle=analysis opinion=opinion
opinions=opinion op-ed=opinion editorial=opinion editorials=opinion
commentary=opinion columns=opinion analysis=analysis interview=interview
interviews=interview transcripts=transcript press+releases=release`)

func genre(stated ...string) string {
	for _, s := range stated {
		s = strings.ToLower(s)
		for _, g := range genres {
			if s == g.words {
				return g.example
			}
		}
	}
	return ""
}
