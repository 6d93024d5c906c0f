// Package ingest turns what a user names into documents: files, directories,
// standard input and web addresses go in, frozen texts with what is known of
// their publication come out.
//
// [Expand] names the inputs in order; [Read] reads one. Each input stands
// alone: what is wrong with it is an [*Error] for that input, with what to do
// next, and the others go on. Nothing an input holds makes Read panic or take
// more than a bounded time: 16 MiB an input, 30 seconds an address.
//
// Plain text keeps every byte, apart from a byte order mark and \r\n, which
// becomes \n; its title, byline, outlet and date lines are read and stay in
// the text. Of a web page the article is taken (package webpage). Other
// character sets become UTF-8. Dates are EDTF strings with the precision that
// the source gives: a date that could be read in two ways is left out.
//
// Read is safe for concurrent use and has no hidden state: clock, input stream
// and HTTP client are options. Addresses that lead into private networks are
// refused unless Options.AllowPrivate is set.
//
// Limits: PDF and office files are named and refused; Markdown is read as the
// text it is; scripts on pages are not run.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"readout/internal/ingest/pubdate"
	"readout/internal/language/text"
)

// MaxBytes is the size limit of one input after decompression.
const MaxBytes = 16 << 20

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
	Client       *http.Client     // nil: NewClient(AllowPrivate)
	Stdin        io.Reader        // what "-" reads; nil is empty
	Now          func() time.Time // when a page was fetched; nil: unknown
}

// Read reads one input. The error is an [*Error], or that of ctx.
func Read(ctx context.Context, src Source, opt Options) (doc Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Error{src.Name, "reading it", fmt.Errorf("internal error: %v", r), reportIt}
		}
	}()
	if err := checkOverrides(src, opt); err != nil {
		return Document{}, err
	}
	raw, err := load(ctx, src, opt)
	if err != nil {
		return Document{}, fault(src.Name, err)
	}
	doc, err = decode(raw, opt)
	if err != nil {
		return Document{}, fault(src.Name, err)
	}
	doc.Input = src.Name
	doc.override(opt)
	return doc, nil
}

// A source's bytes and what came with them.
type material struct {
	data    []byte
	mime    string // of an HTTP answer
	name    string // file name, for its ending
	url     string // the address after redirects
	fetched time.Time
}

func load(ctx context.Context, src Source, opt Options) (material, error) {
	switch {
	case len(src.data) > MaxBytes:
		return material{}, ErrTooLarge
	case src.data != nil:
		return material{data: src.data, mime: src.mime}, nil
	case src.stdin:
		if opt.Stdin == nil {
			return material{}, nil
		}
		data, err := readAll(opt.Stdin)
		return material{data: data}, err
	case src.web:
		return fetch(ctx, src.Name, opt)
	}
	data, err := readFile(src.Name)
	return material{data: data, name: src.Name}, err
}

// decode makes a document of the bytes, by their kind.
func decode(m material, opt Options) (Document, error) {
	kind, err := kindOf(m)
	if err != nil {
		return Document{}, err
	}
	src, warnings := toUTF8(m.data, m.mime, kind)
	var doc Document
	switch kind {
	case page:
		doc = readPage(src, m, opt)
	case plain:
		doc = readPlain(src)
	case unknown:
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
func checkOverrides(src Source, opt Options) error {
	if _, ok := pubdate.Parse(opt.Date); opt.Date != "" && !ok {
		return &Error{
			src.Name, "setting its date", fmt.Errorf("%q is no date", opt.Date),
			"write it as 2023-02-23, 2023-02 or 2023",
		}
	}
	if opt.URL != "" && !isAddress(opt.URL) {
		return &Error{
			src.Name, "setting its URL", fmt.Errorf("%q is no http or https address", opt.URL),
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
	ErrTooLarge       = fmt.Errorf("larger than %d MiB", MaxBytes>>20)
	ErrBinary         = errors.New("not a text")
	ErrAddressBlocked = errors.New("the address is not public")
	ErrScheme         = errors.New("only http and https are fetched")
	ErrRedirects      = errors.New("too many redirects")
	ErrRatio          = errors.New("the answer unpacks to more than 100 times its size")
	ErrEncoding       = errors.New("unknown content encoding")
	ErrStatus         = errors.New("the server answered")
	ErrEmpty          = errors.New("there is no text in it")
	ErrNothing        = errors.New("no .txt, .md, .html, .htm or .xhtml file in it")
)

// nextSteps say what to do about each reason.
var nextSteps = []struct {
	err  error
	next string
}{
	{ErrTooLarge, "split it or take the article out of it"},
	{ErrBinary, "give the article as text, HTML or an address"},
	{ErrAddressBlocked, "use --allow-private if you trust it"},
	{ErrScheme, "save the page and give the file"},
	{ErrRedirects, "open it in a browser and give the address it ends at"},
	{ErrRatio, "save the page and give the file"},
	{ErrEncoding, "save the page and give the file"},
	{ErrStatus, "check the address or save the page and give the file"},
	{ErrEmpty, "check that it was saved whole; a page that scripts fill must be saved from a browser"},
	{ErrNothing, "name the files themselves"},
	{context.DeadlineExceeded, "try again later or save the page and give the file"},
}

// fault names the input and the next step of a reason.
func fault(input string, err error) error {
	var named *Error
	if errors.As(err, &named) || errors.Is(err, context.Canceled) {
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
