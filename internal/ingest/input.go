package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"mime"
	"os"
	"slices"
	"strings"
	"time"

	"readout/internal/ingest/charset"
	"readout/internal/ingest/feed"
	"readout/internal/ingest/fetch"
	"readout/internal/ingest/pubdate"
	"readout/internal/ingest/warc"
)

// An Input is a source that was opened: a document, a feed or an archive.
type Input struct {
	Title              string // of a feed
	ETag, LastModified string // of a feed from an address, for [Watched]

	src      Source
	opt      Options
	url      string // the address after redirects
	single   *material
	feed     *feed.Feed
	warnings []string // of a feed, about its characters
	archive  *warc.Archive
	file     *os.File // of an archive
}

// A Part is one document of an input, yet to be read.
type Part struct {
	Name string // for people: the input, with what tells the part from others
	Key  string // of an item of a feed: the same while the feed says the same of it

	opt  Options
	read func(ctx context.Context) (Document, error)
}

// Open opens one input; of an address it fetches all. The error is an [*Error],
// or that of ctx.
func Open(ctx context.Context, src Source, opt Options) (in *Input, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Error{src.Name, "opening it", fmt.Errorf("internal error: %v", r), reportIt}
		}
	}()
	if err := checkOverrides(src.Name, opt); err != nil {
		return nil, err
	}
	in = &Input{src: src, opt: opt}
	if err := in.open(ctx); err != nil {
		return nil, fault(src.Name, errors.Join(err, in.Close()))
	}
	return in, nil
}

// Close closes what Open opened; parts are of no use behind it.
func (in *Input) Close() error {
	if in.file == nil {
		return nil
	}
	return in.file.Close()
}

func (in *Input) open(ctx context.Context) error {
	m, err := in.load(ctx)
	if err != nil || in.archive != nil {
		return err
	}
	switch {
	case in.src.watched || holdsFeed(m.data):
		var src string
		src, in.warnings = charset.UTF8(m.data, m.mime, charset.XML)
		in.feed, err = feed.Read(src)
		if err != nil {
			return &step{"reading the feed", err}
		}
		in.Title = in.feed.Title
	case warc.Sniff(m.data):
		in.archive = warc.Open(bytes.NewReader(m.data), int64(len(m.data)))
	default:
		in.single = &m
	}
	return nil
}

// load returns the bytes of the source, or opens the archive that it is.
func (in *Input) load(ctx context.Context) (material, error) {
	switch {
	case len(in.src.data) > MaxBytes:
		return material{}, ErrTooLarge
	case in.src.data != nil:
		return material{data: in.src.data, mime: in.src.mime}, nil
	case in.src.pipe != nil:
		defer in.src.pipe.Close() // only read from
		data, err := readAll(in.src.pipe)
		return material{data: data, name: in.src.Name}, err
	case in.src.stdin && in.opt.Stdin == nil:
		return material{}, nil
	case in.src.stdin:
		data, err := readAll(in.opt.Stdin)
		return material{data: data}, err
	case in.src.web:
		request := in.src.held
		request.Address = in.src.Name
		answer, err := get(ctx, request, in.opt)
		if err != nil {
			return material{}, err
		}
		in.url, in.ETag, in.LastModified = answer.URL, answer.ETag, answer.LastModified
		return fetched(answer, in.opt), nil
	}
	file, info, err := openFile(in.src.Name)
	if err != nil {
		return material{}, err
	}
	start := make([]byte, 4<<10)
	n, err := io.ReadFull(file, start)
	if err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
		if info.Mode().IsRegular() && warc.Sniff(start[:n]) {
			in.archive, in.file = warc.Open(file, info.Size()), file
			return material{}, nil
		}
		err = nil
	}
	defer file.Close()
	if err != nil && !errors.Is(err, io.EOF) {
		return material{}, reason(err)
	}
	data, err := readAll(io.MultiReader(bytes.NewReader(start[:n]), file))
	if err == nil && IsOne(in.src.Name) {
		data, err = unpacked(data)
	}
	return material{data: data, name: in.src.Name}, err
}

// gzipped is how data that gzip has packed begin (RFC 1952).
var gzipped = []byte{0x1f, 0x8b}

// unpacked returns what gzip has packed, and other data as it is.
func unpacked(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, gzipped) {
		return data, nil // what it is instead is told when it is looked at
	}
	var whole []byte
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err == nil {
		whole, err = readAll(z)
	}
	if err != nil && !errors.Is(err, ErrTooLarge) {
		err = fmt.Errorf("%w: it is gzip, but damaged or cut off (%w)", ErrBinary, err)
	}
	return whole, err
}

// get fetches with the options of a read.
func get(ctx context.Context, r fetch.Request, opt Options) (fetch.Answer, error) {
	if opt.Offline {
		return fetch.Answer{}, &step{"fetching it", ErrOffline}
	}
	client := opt.Client
	if client == nil {
		client = NewClient(opt.AllowPrivate)
		defer client.CloseIdleConnections()
	}
	answer, err := fetch.Do(ctx, client, r)
	if err != nil && ctx.Err() == nil {
		err = &step{"fetching it", err}
	}
	return answer, err
}

func fetched(a fetch.Answer, opt Options) material {
	m := material{data: a.Data, mime: a.MIME, url: a.URL}
	if at := address(a.URL); at != nil {
		m.name = at.Path
	}
	if opt.Now != nil {
		m.fetched = opt.Now().UTC()
	}
	return m
}

// Parts yields the documents of the input in order. In the place of a part that
// is not there is an [*Error] that says why.
func (in *Input) Parts() iter.Seq2[Part, error] {
	return func(yield func(Part, error) bool) {
		switch {
		case in.single != nil:
			yield(in.whole(), nil)
		case in.feed != nil:
			in.items(yield)
		case in.archive != nil:
			in.records(yield)
		}
	}
}

// whole is the only part of a page or a text.
func (in *Input) whole() Part {
	return Part{Name: in.src.Name, opt: in.opt, read: func(context.Context) (Document, error) {
		return decode(*in.single, in.opt)
	}}
}

// Read reads the part. The error is an [*Error], or that of ctx. It may be called
// once on any goroutine.
func (p Part) Read(ctx context.Context) (doc Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Error{p.Name, "reading it", fmt.Errorf("internal error: %v", r), reportIt}
		}
	}()
	doc, err = p.read(ctx)
	if err != nil {
		return Document{}, fault(p.Name, err)
	}
	doc.Input = p.Name
	doc.override(p.opt)
	return doc, nil
}

// records yields the pages and texts of an archive. What is neither is counted
// and said at the end.
func (in *Input) records(yield func(Part, error) bool) {
	skipped := in.archive.Skipped
	for r, err := range in.archive.Records() {
		name := fmt.Sprintf("%s:%d", in.src.Name, r.Offset)
		if err != nil {
			if !yield(Part{}, &Error{in.src.Name, "reading the archive", err, ""}) {
				return
			}
			continue
		}
		m := material{data: r.Data, mime: r.MIME, url: r.URL}
		if media, _, _ := mime.ParseMediaType(r.MIME); checkText(r.Data) != nil || // a broken label is none
			kinds[media] == unknown && !vague[media] && !markup[media] {
			skipped["record of "+media]++
			continue
		}
		m.fetched, err = time.Parse(time.RFC3339, r.Date)
		if err != nil {
			m.fetched = time.Time{}
		}
		part := Part{Name: name, opt: in.opt, read: func(context.Context) (Document, error) {
			doc, err := decode(m, in.opt)
			if r.Cut != "" {
				doc.warn("the archive holds only a part of it: %s", r.Cut)
			}
			return doc, err
		}}
		if !yield(part, nil) {
			return
		}
	}
	for _, what := range slices.Sorted(maps.Keys(skipped)) {
		if in.opt.Skipped != nil {
			in.opt.Skipped(in.src.Name, fmt.Sprintf("%d × %s", skipped[what], what))
		}
	}
}

// items yields the entries of a feed, and what the feed lost.
func (in *Input) items(yield func(Part, error) bool) {
	for n, item := range in.feed.Items {
		name := item.URL
		if name == "" {
			name = fmt.Sprintf("%s:%d", in.src.Name, n+1)
		}
		part := Part{Name: name, Key: key(item), opt: in.opt, read: func(ctx context.Context) (Document, error) {
			return in.item(ctx, item)
		}}
		if !yield(part, nil) {
			return
		}
	}
	for _, loss := range in.feed.Losses {
		if !yield(Part{}, &Error{in.src.Name, "reading the feed", errors.New(loss), ""}) {
			return
		}
	}
}

// dated is the EDTF of a date in a feed, "" for one that cannot be told.
func dated(written string) string {
	edtf, _ := pubdate.Parse(strings.TrimSpace(written)) // "" when it is none
	return edtf
}
