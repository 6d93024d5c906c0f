// Package feed reads RSS, Atom and JSON feeds: what the feed is called, and its
// items with what they say of themselves.
//
// In goes the source of a feed as UTF-8, out comes a [Feed] with its items in
// the order of the source. What is wrong with one item loses no other: the items
// before and beside a damage are read, and [Feed.Losses] says what is not there
// and why. The same source gives the same feed. Read is safe for concurrent use
// and never panics.
//
// Limits: 10 MiB and 2,000 items a feed, 100 levels of elements; no address comes
// twice. Further pages of a feed (rel="next"), DTDs and entities of their own are
// not read, and nothing is fetched.
//
// Sources: mmcdole/gofeed reads the formats; RSS 0.9 to 2.0 with content:encoded,
// Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1 and 1.1.
package feed

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// Limits on one feed.
const (
	MaxBytes = 10 << 20
	MaxItems = 2000
	maxDepth = 100 // levels of elements or of JSON
)

// The reasons that nothing can be read.
var (
	ErrTooLarge = fmt.Errorf("too large: a feed may have %d MiB", MaxBytes>>20)
	ErrNoFeed   = errors.New("no feed")
	errDepth    = fmt.Errorf("more than %d levels", maxDepth)
)

// A Feed is what a source says.
type Feed struct {
	Title  string
	Items  []Item
	Losses []string // what is not in Items, and why; one sentence each
}

// An Item is one entry. Strings are as the feed has them; absent ones are empty.
type Item struct {
	ID        string
	URL       string
	Title     string // may be HTML
	Authors   []string
	Published string // a date as written, else RFC 3339
	Modified  string
	Content   string // the text that the feed gives, HTML or plain
	Summary   string // likewise, of what the feed calls a description
}

// Sniff says whether the start of a source is that of a feed.
func Sniff(start string) bool {
	if isJSON(start) {
		return strings.Contains(start, "jsonfeed.org/version/") ||
			strings.Contains(start, `jsonfeed.org\/version\/`)
	}
	_, name := rootOf(start)
	return feedRoots[name]
}

// feedRoots are the names of root elements, in lower case and without prefix.
var feedRoots = map[string]bool{"rss": true, "feed": true, "rdf": true}

// Read reads the source of a feed. The error is [ErrTooLarge], or [ErrNoFeed]
// with what is wrong where not even one item could be read.
func Read(src string) (*Feed, error) {
	if len(src) > MaxBytes {
		return nil, ErrTooLarge
	}
	outline := outlineXML
	if isJSON(src) {
		outline = outlineJSON
	}
	r := &reader{outline: outline(src), feed: &Feed{}}
	r.feed.Losses = r.outline.losses
	if r.outline.whole != "" {
		if parsed, err := parse(r.outline.whole); err == nil {
			r.take(parsed)
			return r.feed, nil
		}
	}
	r.part(0, len(r.outline.items))
	if r.outline.err != nil {
		r.lose("the feed is damaged behind its first %d items: %v",
			len(r.outline.items), r.outline.err)
	}
	if len(r.outline.items) == 0 {
		return nil, fmt.Errorf("%w: %w", ErrNoFeed, cmp.Or(r.outline.err, r.err,
			errNoItems))
	}
	return r.feed, nil
}

var errNoItems = errors.New("there are no items in it")

// A reader reads a feed in parts.
type reader struct {
	outline outline
	feed    *Feed
	urls    map[string]bool
	err     error // of the last part that could not be parsed
	tries   int
}

// maxTries bounds the parts that are parsed: enough to find five bad items among
// 2,000, each by halving.
const maxTries = 128

// part reads the items from the lo-th on up to the hi-th. Where they cannot be
// parsed together, each half is tried alone.
func (r *reader) part(lo, hi int) {
	if r.tries++; r.tries > maxTries {
		r.lose("items %d to %d: not read, since too many others are damaged", lo+1,
			hi)
		return
	}
	parsed, err := parse(r.outline.part(lo, hi))
	switch {
	case err == nil:
		r.take(parsed)
	case hi-lo > 1:
		middle := (lo + hi) / 2
		r.part(lo, middle)
		r.part(middle, hi)
	default:
		r.err = err
		if hi > lo {
			r.lose("item %d: %v", hi, err)
		}
	}
}

// parse reads one source with the library. A panic of it is an error.
func parse(src string) (parsed *gofeed.Feed, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			parsed, err = nil, fmt.Errorf("the parser of feeds: %v", fault)
		}
	}()
	return gofeed.NewParser().Parse(strings.NewReader(src))
}

// take adds the items that were parsed.
func (r *reader) take(parsed *gofeed.Feed) {
	r.feed.Title = cmp.Or(r.feed.Title, oneLine(parsed.Title))
	if r.urls == nil {
		r.urls = map[string]bool{}
	}
	for _, from := range parsed.Items {
		if from == nil {
			continue
		}
		item := Item{
			ID: from.GUID, URL: strings.TrimSpace(from.Link),
			Title:     oneLine(from.Title),
			Published: date(from.Published, from.PublishedParsed),
			Modified:  date(from.Updated, from.UpdatedParsed),
			Content:   from.Content, Summary: from.Description,
		}
		for _, who := range from.Authors {
			if who != nil && oneLine(who.Name) != "" {
				item.Authors = append(item.Authors, oneLine(who.Name))
			}
		}
		if item.URL != "" && r.urls[item.URL] {
			r.lose("%s: stands twice in the feed, and the first is read", item.URL)
			continue
		}
		r.urls[item.URL] = true
		r.feed.Items = append(r.feed.Items, item)
	}
}

// date is a date as written, else as the library understood it.
func date(written string, parsed *time.Time) string {
	if written = oneLine(written); written == "" && parsed != nil {
		return parsed.Format(time.RFC3339)
	}
	return written
}

func (r *reader) lose(format string, args ...any) {
	r.feed.Losses = append(r.feed.Losses, fmt.Sprintf(format, args...))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
