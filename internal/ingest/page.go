package ingest

import (
	"net/url"
	"slices"
	"strings"

	"readout/internal/ingest/pubdate"
	"readout/internal/ingest/webpage"
)

// readPage reads the article of a page. Its address is the user's, the one
// the page gives itself, or the one it was fetched from.
func readPage(src string, m material, opt Options) Document {
	at := address(opt.URL, m.url)
	found := webpage.Read(src, at)
	doc := Document{
		Text: found.Text, Title: found.Title, Publisher: found.Publisher,
		Authors: found.Authors, Genre: found.Genre, Warnings: found.Warnings,
		URL: ownAddress(found.URL, m.url), Language: found.Language,
		Published: firstDate(found.Published), Modified: firstDate(found.Modified),
	}
	doc.Title = bareTitle(bareTitle(doc.Title, found.Site), doc.Publisher)
	doc.Authors = slices.DeleteFunc(doc.Authors, func(name string) bool {
		return strings.EqualFold(name, doc.Publisher)
	})
	for _, l := range found.Links {
		doc.Links = append(doc.Links, Link(l))
	}
	if named := address(opt.URL, doc.URL); doc.Published == "" && named != nil {
		doc.Published, _ = pubdate.OfPath(named.Path)
	}
	if strings.TrimSpace(doc.Text) == "" {
		doc.warn("no article was found on the page")
	}
	return doc
}

// bareTitle drops the outlet's name from the end of a page's title.
func bareTitle(title, outlet string) string {
	bare, cut := strings.CutSuffix(title, outlet)
	if !cut || outlet == "" {
		return title
	}
	bare = strings.TrimRight(bare, " ")
	trimmed := strings.TrimRight(bare, "|-–—·:")
	if trimmed == bare {
		return title // the name is part of a sentence
	}
	return strings.TrimSpace(trimmed)
}

// address is the first of the strings that is an absolute address, or nil.
func address(candidates ...string) *url.URL {
	for _, s := range candidates {
		if u, err := url.Parse(s); err == nil && u.IsAbs() {
			return u
		}
	}
	return nil
}

// ownAddress prefers the address a page gives itself to the one it was fetched
// from, which may carry a reader's tracking; one of another host is not
// believed.
func ownAddress(said, fetched string) string {
	own, from := address(said), address(fetched)
	if from == nil {
		return said
	}
	if own == nil || bareHost(own) != bareHost(from) {
		return fetched
	}
	return said
}

func bareHost(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// firstDate is the first of the values that is a date.
func firstDate(values []string) string {
	for _, v := range values {
		if edtf, ok := pubdate.Parse(v); ok {
			return edtf
		}
	}
	return ""
}
