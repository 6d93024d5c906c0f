package ingest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"readout/internal/ingest/feed"
	"readout/internal/ingest/fetch"
	"readout/internal/ingest/webpage"
)

// The fewest words that are believed to be a whole article. What a feed calls
// its content is less often a summary than what it calls a description, which
// publishers keep to a paragraph.
const (
	wholeContent = 60 // as of an articleBody in package webpage
	wholeSummary = 200
)

// cutMark ends a text that goes on at its link.
var cutMark = regexp.MustCompile(`(?i)(\[?(…|\.\.\.)\]?|\b(continue reading|read (more|on|the (full|rest)[^.]*))\W*)\s*$`)

// key tells whether a feed says of an item what it said before.
func key(item feed.Item) string {
	sum := sha256.New()
	for _, field := range []string{item.ID, item.URL, item.Title, item.Modified, item.Content, item.Summary} {
		fmt.Fprintf(sum, "%d %s\n", len(field), field)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// item reads one entry: from the feed if that has all of it, else from its link
// where that may be fetched, else as the feed has it.
func (in *Input) item(ctx context.Context, item feed.Item) (Document, error) {
	at := link(in.url, item.URL)
	content, summary := rendered(item.Content, at), rendered(item.Summary, at)
	doc, whole := content, isWhole(content.Text, wholeContent)
	if !whole && len(summary.Text) > len(content.Text) {
		doc, whole = summary, isWhole(summary.Text, wholeSummary)
	}
	for _, warning := range in.warnings {
		doc.warn("the feed: %s", warning)
	}
	why := errNotFetched
	if in.opt.Offline {
		why = ErrOffline
	}
	if !whole && in.url != "" && at != "" && !in.opt.Offline {
		page, later, err := in.article(ctx, at)
		if later {
			return Document{}, err
		}
		if why = err; err == nil {
			doc, whole = page, true
		}
	}
	if strings.TrimSpace(doc.Text) == "" {
		return Document{}, fmt.Errorf("%w, and its link was not read: %w", ErrEmpty, why)
	}
	in.describe(&doc, item, at)
	if !whole {
		doc.warn("the feed gives only a part of the article, and its link was not read: %v", why)
	}
	return doc, nil
}

var errNotFetched = errors.New("links are followed only in feeds that are named by their address")

// article fetches the page that an item links to. An error is to be tried again
// later where the address may answer then; what it answered stays what it is.
func (in *Input) article(ctx context.Context, at string) (doc Document, later bool, err error) {
	answer, err := get(ctx, fetch.Request{Address: at}, in.opt)
	if err != nil {
		return Document{}, ctx.Err() != nil || fetch.Passing(err), err
	}
	doc, err = decode(fetched(answer, in.opt), in.opt)
	return doc, false, err
}

// describe adds what the feed knows and the document does not say.
func (in *Input) describe(doc *Document, item feed.Item, at string) {
	doc.URL = cmp.Or(doc.URL, at)
	doc.Title = cmp.Or(doc.Title, oneLine(rendered(item.Title, "").Text), item.Title)
	doc.Publisher = cmp.Or(doc.Publisher, in.feed.Title)
	doc.Published = cmp.Or(doc.Published, dated(item.Published))
	doc.Modified = cmp.Or(doc.Modified, dated(item.Modified))
	if len(doc.Authors) == 0 {
		doc.Authors = item.Authors
	}
	if doc.Language == "" {
		doc.TellLanguage()
	}
}

// isWhole says whether a text is all of an article.
func isWhole(text string, least int) bool {
	return len(strings.Fields(text)) >= least && !cutMark.MatchString(text)
}

// rendered makes a document of HTML, or of plain text as it stands.
func rendered(src, at string) Document {
	if !strings.ContainsAny(src, "<&") {
		return Document{Text: strings.TrimSpace(strings.ReplaceAll(src, "\r\n", "\n"))}
	}
	found := webpage.Fragment(src, address(at))
	doc := Document{Text: found.Text, Warnings: found.Warnings}
	for _, l := range found.Links {
		doc.Links = append(doc.Links, Link(l))
	}
	return doc
}

// link is the absolute address of a link in a feed, "" when it is none.
func link(base, href string) string {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || href == "" {
		return ""
	}
	if from := address(base); from != nil {
		u = from.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
