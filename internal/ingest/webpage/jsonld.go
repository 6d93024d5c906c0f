package webpage

import (
	"encoding/json"
	"html"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A linkedArticle is what a page says of its article in JSON-LD, the block of
// schema.org data that publishers keep for search engines.
type linkedArticle struct {
	kind      string // schema.org type, "NewsArticle"
	headline  string
	body      string
	section   string
	publisher string
	url       string
	language  string
	authors   []string
	published string
	modified  string
}

// articleTypes are the schema.org types of a text with an author and a date.
// WebPage comes last: it is taken only where nothing better is said.
var articleTypes = []string{
	"NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
	"BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle",
	"LiveBlogPosting", "BlogPosting", "Report", "Article", "SocialMediaPosting", "ClaimReview", "WebPage",
}

// maxLinkedDepth bounds the descent into nested JSON-LD objects.
const maxLinkedDepth = 16

// linked reads the first article of the best type that the page describes, or
// the zero article. Blocks that are no valid JSON are left out.
func linked(doc *nethtml.Node) linkedArticle {
	var best map[string]any
	rank := len(articleTypes)
	named := make(map[string]string) // by @id, for publishers told of elsewhere
	for n := range elements(doc) {
		if n.DataAtom != atom.Script || !isLinkedData(attr(n, "type")) || n.FirstChild == nil {
			continue
		}
		walkObjects(decodeLinked(n.FirstChild.Data), 0, func(o map[string]any) {
			if id := first(o["@id"]); id != "" && named[id] == "" {
				named[id] = first(o["name"])
			}
			if r := typeRank(o); r < rank {
				best, rank = o, r
			}
		})
	}
	if best == nil {
		return linkedArticle{}
	}
	said := articleOf(best, articleTypes[rank])
	if said.publisher == "" {
		said.publisher = named[first(idOf(best["publisher"]))]
	}
	return said
}

func isLinkedData(mime string) bool {
	mime, _, _ = strings.Cut(strings.ToLower(mime), ";")
	return strings.TrimSpace(mime) == "application/ld+json"
}

// decodeLinked parses one block. Raw line ends inside strings, which are not
// JSON but common, are taken for spaces.
func decodeLinked(src string) any {
	src = strings.TrimSpace(src)
	for _, wrap := range []string{"<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"} {
		src = strings.TrimSpace(strings.Replace(src, wrap, "", 1))
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v
	}
	src = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.TrimSuffix(src, ";"))
	if json.Unmarshal([]byte(src), &v) != nil {
		return nil
	}
	return v
}

// walkObjects calls visit with every object in v, outer ones first and in an
// order that does not depend on the map.
func walkObjects(v any, depth int, visit func(map[string]any)) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walkObjects(e, depth+1, visit)
		}
	case map[string]any:
		visit(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			walkObjects(v[key], depth+1, visit)
		}
	}
}

func typeRank(o map[string]any) int {
	for _, t := range stringsOf(o["@type"]) {
		t = t[strings.LastIndexByte(t, '/')+1:]
		for i, name := range articleTypes {
			if t == name {
				return i
			}
		}
	}
	return len(articleTypes)
}

func articleOf(o map[string]any, kind string) linkedArticle {
	return linkedArticle{
		kind:      kind,
		headline:  first(o["headline"], o["name"]),
		body:      bodyOf(o["articleBody"]),
		section:   first(o["articleSection"]),
		publisher: first(namesOf(o["publisher"])),
		url:       first(o["url"], idOf(o["mainEntityOfPage"])),
		language:  first(o["inLanguage"]),
		published: first(o["datePublished"]),
		modified:  first(o["dateModified"]),
		authors:   stringsOf(namesOf(o["author"])),
	}
}

// bodyOf is an articleBody without the mark-up that some publishers leave in.
func bodyOf(v any) string {
	s := html.UnescapeString(strings.Join(stringsOf(v), "\n\n"))
	if !strings.Contains(s, "</") {
		return s
	}
	doc, err := nethtml.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return plain(blocks(doc))
}

// namesOf is the name of a person or organisation, or of each in a list.
func namesOf(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return v["name"]
	case []any:
		var names []any
		for _, e := range v {
			names = append(names, namesOf(e))
		}
		return names
	}
	return v
}

func idOf(v any) any {
	if o, ok := v.(map[string]any); ok {
		return o["@id"]
	}
	return v
}

// stringsOf is v as strings: one, a list, or none. Deeper lists are flattened
// once, as namesOf makes them.
func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(v); s != "" {
			return []string{s}
		}
	case []any:
		var all []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, stringsOf(s)...)
			}
		}
		return all
	}
	return nil
}

// first is the first string that any of the values holds, in one line and
// with its entities decoded.
func first(values ...any) string {
	for _, v := range values {
		for _, s := range stringsOf(v) {
			return oneLine(html.UnescapeString(s))
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
