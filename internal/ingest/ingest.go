// Package ingest turns what a user names into documents: files, directories,
// standard input and web addresses go in, frozen texts with what is known of
// their publication come out.
//
// [Expand] names the inputs in order, [Open] opens one, [Input.Parts] yields its
// documents: one of a page or a text, many of a feed or a web archive, which are
// told by what they hold and not by their names. [Read] does all for an input of
// one. Each input and each part stands alone: what is wrong with it is an
// [*Error] for it, with what to do next, and the others go on. Nothing an input
// holds makes it panic or take more than a bounded time: 16 MiB a document,
// 30 seconds an address.
//
// Plain text keeps every byte, apart from a byte order mark and \r\n, which
// becomes \n; its title, byline, outlet and date lines are read and stay in
// the text. Of a web page the article is taken (package webpage). Other
// character sets become UTF-8. Dates are EDTF strings with the precision that
// the source gives: a date that could be read in two ways is left out.
//
// An item of a feed is read from the feed where that gives its whole text. Else
// its link is fetched, if the feed itself came from an address; what the feed has
// is read, with a warning, if it did not.
//
// All is safe for concurrent use and has no hidden state: clock, input stream
// and HTTP client are options. Addresses that lead into private networks are
// refused unless Options.AllowPrivate is set; in an archive none is fetched.
//
// Limits: PDF and office files are named and refused; Markdown is read as the
// text it is; scripts on pages are not run. Of what is packed with gzip archives
// and the texts and pages in files are read.
package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"readout/internal/ingest/charset"
	"readout/internal/ingest/feed"
	"readout/internal/ingest/fetch"
	"readout/internal/ingest/pubdate"
	"readout/internal/language/text"
)

// MaxBytes is the size limit of one input after decompression.
const MaxBytes = fetch.MaxBytes

// A Document is an input as it will be read: its text never changes again.
type Document struct {
	Input     string // the input as the user named it
	Text      string // valid UTF-8, "\n" line ends
	URL       string // where it was published, when known
	Title     string
	Publisher string
	Authors   []string
	Published string    // EDTF, empty when unknown
	Modified  string    // EDTF, empty when unknown
	Language  string    // BCP 47, "und" when it cannot be told
	Genre     string    // as the page states it, empty when it does not
	Fetched   time.Time // zero unless it came from an address
	Links     []Link    // in order of place
	Warnings  []string  // one sentence each
}

// A Link is an address and the bytes of the text that it stands on.
type Link struct {
	Span text.Span
	URL  string
}

// Options are what the user knows better than the input, and what Read may
// use of the world. The zero Options read files and public addresses.
type Options struct {
	Date      string // overrides Published; any form that package pubdate reads
	URL       string // overrides URL, and resolves relative links
	Title     string
	Publisher string

	AllowPrivate bool             // fetch from private networks too
	Offline      bool             // fetch nothing
	Client       *http.Client     // from NewClient; nil: one for each fetch
	Stdin        io.Reader        // what "-" reads; nil is empty
	Now          func() time.Time // when a page was fetched; nil: unknown

	Skipped func(input, what string) // told of what an archive holds that is no text; may be nil
}

// NewClient returns a client for [Options], to be shared by all reads: it keeps to
// two connections a host. Package fetch says what it refuses.
func NewClient(private bool) *http.Client { return fetch.NewClient(private) }

// Read reads an input of one document. The error is an [*Error], or that of ctx.
func Read(ctx context.Context, src Source, opt Options) (Document, error) {
	in, err := Open(ctx, src, opt)
	if err != nil {
		return Document{}, err
	}
	defer in.Close()
	if in.single == nil {
		return Document{}, fault(src.Name, ErrMany)
	}
	return in.whole().Read(ctx)
}

// A source's bytes and what came with them.
type material struct {
	data    []byte
	mime    string // of an HTTP answer
	name    string // file name, for its ending
	url     string // the address after redirects
	fetched time.Time
}

// decode makes a document of the bytes, by their kind.
func decode(m material, opt Options) (Document, error) {
	kind, err := kindOf(m)
	if err != nil {
		return Document{}, err
	}
	src, warnings := charset.UTF8(m.data, m.mime, markupOf[kind])
	var doc Document
	switch kind {
	case page:
		doc = readPage(src, m, opt)
	case plain:
		doc = readPlain(src)
		doc.URL = cmp.Or(doc.URL, m.url)
	case unknown, syndicated:
		panic("unreachable: kindOf tells every kind or fails")
	}
	if strings.TrimSpace(doc.Text) == "" {
		return Document{}, ErrEmpty
	}
	doc.Fetched = m.fetched
	doc.Warnings = append(warnings, doc.Warnings...)
	doc.TellLanguage()
	return doc, nil
}

// checkOverrides refuses a date or address that nothing could be made of.
func checkOverrides(name string, opt Options) error {
	if _, ok := pubdate.Parse(opt.Date); opt.Date != "" && !ok {
		return &Error{
			name, "setting its date", fmt.Errorf("%q is no date", opt.Date),
			"write it as 2023-02-23, 2023-02 or 2023",
		}
	}
	if opt.URL != "" && !isAddress(opt.URL) {
		return &Error{
			name, "setting its URL", fmt.Errorf("%q is no http or https address", opt.URL),
			"write it with its scheme, as https://example.org/page",
		}
	}
	return nil
}

func (d *Document) override(opt Options) {
	if opt.Date != "" {
		d.Published, _ = pubdate.Parse(opt.Date)
	}
	for _, set := range []struct{ field, value *string }{
		{&d.URL, &opt.URL}, {&d.Title, &opt.Title}, {&d.Publisher, &opt.Publisher},
	} {
		if *set.value != "" {
			*set.field = *set.value
		}
	}
}

func (d *Document) warn(format string, args ...any) {
	d.Warnings = append(d.Warnings, fmt.Sprintf(format, args...))
}

// An Error says which input could not be read, during what, why, and what the
// user can do next.
type Error struct {
	Input string // as the user named it
	Doing string // "fetching it"
	Err   error
	Next  string // a next step, without a full stop
}

// Error gives all four in one line.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s: %v", e.Input, e.Doing, e.Err)
	if e.Next != "" {
		s += "; " + e.Next
	}
	return s
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

const reportIt = "please report it with this input"

// The reasons that an input may be refused for.
var (
	ErrTooLarge  = fetch.ErrTooLarge
	ErrUnchanged = fetch.ErrUnchanged // of a watched feed
	ErrBinary    = errors.New("not a text")
	ErrEmpty     = errors.New("there is no text in it")
	ErrNothing   = errors.New("no text, page, feed or archive in it by the names of its files")
	ErrMany      = errors.New("it holds many documents, and one was asked for")
	ErrOffline   = errors.New("nothing is fetched")
)

// nextSteps say what to do about each reason.
var nextSteps = []struct {
	err  error
	next string
}{
	{ErrTooLarge, "split it or take the article out of it"},
	{ErrBinary, "give the article as text, HTML or an address"},
	{fetch.ErrAddressBlocked, "use --allow-private if you trust it"},
	{fetch.ErrScheme, "save the page and give the file"},
	{fetch.ErrRedirects, "open it in a browser and give the address it ends at"},
	{fetch.ErrRatio, "save the page and give the file"},
	{fetch.ErrEncoding, "save the page and give the file"},
	{fetch.ErrStatus, "check the address or save the page and give the file"},
	{ErrEmpty, "check that it was saved whole; a page that scripts fill must be saved from a browser"},
	{ErrNothing, "name the files themselves"},
	{ErrMany, "give one of them alone"},
	{ErrOffline, "leave --offline out, or save the page and give the file"},
	{feed.ErrNoFeed, "give the address of the feed itself, not of a page"},
	{feed.ErrTooLarge, "ask its publisher for a shorter one"},
	{context.DeadlineExceeded, "try again later or save the page and give the file"},
}

// fault names the input and the next step of a reason.
func fault(input string, err error) error {
	var named *Error
	if errors.As(err, &named) || errors.Is(err, context.Canceled) || errors.Is(err, ErrUnchanged) {
		return err
	}
	doing := "reading it"
	var at *step
	if errors.As(err, &at) {
		doing, err = at.doing, at.err
	}
	for _, row := range nextSteps {
		if errors.Is(err, row.err) {
			return &Error{input, doing, err, row.next}
		}
	}
	return &Error{input, doing, err, "check that it exists and can be read"}
}

// A step is a reason with what was being done.
type step struct {
	doing string
	err   error
}

func (s *step) Error() string { return s.doing + ": " + s.err.Error() }
func (s *step) Unwrap() error { return s.err }
