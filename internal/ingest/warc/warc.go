// Package warc reads web archives: the pages and texts in WARC files, packed or
// not, and for each that is not there where in the file it was and why.
//
// In goes a file, out come its [Record]s in order, one at a time, and between
// them a [Loss] for whatever is damaged, cut off or over a limit. A damage costs
// the record that it is in: reading goes on at the next one that can be found.
// Records without a text of their own (revisits, requests, metadata, answers
// other than 200) are counted in [Archive.Skipped]. The same file gives the same
// records.
//
// What is read: WARC 0.17 to 1.1; responses of HTTP, resources and conversions;
// one packed member a record, as archives have it, and members with more; bodies
// in chunks and packed with gzip, deflate or brotli. Archives that hold bodies
// unpacked under the headers of packed ones are understood.
//
// Limits: 64 KiB of header, 64 MiB a record or a packed member, 16 MiB of text;
// what unpacks to more than 100 times its size is not read; records in segments
// are not joined; digests are not proved.
//
// Sources: ISO 28500:2017 and the drafts of WARC 0.17 and 0.18.
package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Limits on one record.
const (
	maxHeader = 64 << 10
	maxRecord = 64 << 20
	maxBody   = 16 << 20 // of HTTP, unpacked
)

// A Record is one page or text of an archive.
type Record struct {
	Offset int64  // in the file, of the record or the packed member it is in
	URL    string // of what was archived
	Date   string // when that was, RFC 3339
	MIME   string // the Content-Type of the body
	Data   []byte // the body, unpacked
	Cut    string // why the archive holds only a part of it; "" when it is whole
}

// A Loss is a part of the file that holds no record that can be read.
type Loss struct {
	Offset int64 // in the file
	Reason string
}

// Error says where and why.
func (l *Loss) Error() string { return fmt.Sprintf("at byte %d: %s", l.Offset, l.Reason) }

// An Archive is a file that is being read.
type Archive struct {
	Skipped map[string]int // records passed over, by what they are

	file io.ReaderAt
	size int64
}

// Open returns the archive in the first size bytes of a file.
func Open(file io.ReaderAt, size int64) *Archive {
	return &Archive{Skipped: map[string]int{}, file: file, size: size}
}

// Sniff says whether the start of a file is that of an archive. Of a packed one
// some hundred bytes are enough.
func Sniff(start []byte) bool {
	start = bytes.TrimLeft(start, "\r\n")
	return bytes.HasPrefix(start, version) ||
		isMember(bytes.NewReader(start), 0, int64(len(start)))
}

// Records yields the records, and a [*Loss] as the error in the place of what
// cannot be read. An error of the file itself is the last.
func (a *Archive) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if isMember(a.file, 0, a.size) {
			a.members(yield)
			return
		}
		s := &span{archive: a, file: a.file, size: a.size, yield: yield}
		s.records()
	}
}

// A span is a run of bytes with records in it: an unpacked file, or one packed
// member of another.
type span struct {
	archive *Archive
	file    io.ReaderAt
	size    int64
	packed  bool
	at      int64 // in the file of the archive, when packed
	yield   func(Record, error) bool
}

// place is the offset in the archive of an offset in the span.
func (s *span) place(at int64) int64 {
	if s.packed {
		return s.at
	}
	return at
}

func (s *span) lose(at int64, format string, args ...any) bool {
	return s.yield(Record{}, &Loss{s.place(at), fmt.Sprintf(format, args...)})
}

// records yields all records of the span, and is false when no more are wanted.
func (s *span) records() bool {
	for at := s.blanks(0, s.size); at < s.size; {
		next, ok := s.record(at)
		if !ok {
			return false
		}
		at = s.blanks(next, s.size)
	}
	return true
}

// record yields the record that begins at a place, or why there is none, and
// returns where to go on.
func (s *span) record(at int64) (next int64, ok bool) {
	h, body, err := readHeader(s.file, at, s.size)
	if err != nil {
		next = s.behind(at, body)
		return next, s.lose(at, "%v, so that %d bytes were passed over", err,
			next-at)
	}
	end := body + h.length
	switch {
	case h.length > maxRecord && end <= s.size:
		return end, s.lose(at,
			"the record of %s has %d bytes, and more than %d MiB are not read", h.url, h.length, maxRecord>>20)
	case end < body || end > s.size:
		next = find(s.file, body, s.size, isRecord)
		return next, s.lose(at,
			"the record of %s is cut off: it says that it has %d bytes, and there are %d", h.url, h.length, next-body)
	case !s.endsAt(end):
		next = find(s.file, body, s.size, isRecord)
		return next, s.lose(at,
			"the record of %s has not the %d bytes that it says, but %d up to the next", h.url, h.length, next-body)
	}
	block := make([]byte, h.length)
	if _, err := s.file.ReadAt(block, body); err != nil && !errors.Is(err, io.EOF) {
		return s.size, s.yield(Record{}, fmt.Errorf("at byte %d: %w",
			s.place(body), err))
	}
	return end, s.hand(at, h, block)
}

// behind is where the next record with a sound header begins, behind a place that
// has none and was read up to end. A header that is torn off runs into the one of
// the next record, which then is the last that begins before end: none before it
// is tried, since each would be read up to the same end.
func (s *span) behind(at, end int64) int64 {
	for {
		at = find(s.file, at+1, s.size, isRecord)
		for at < end {
			after := find(s.file, at+1, s.size, isRecord)
			if after >= end {
				break
			}
			at = after
		}
		if at == s.size {
			return at
		}
		var err error
		if _, end, err = readHeader(s.file, at, s.size); err == nil {
			return at
		}
	}
}

// hand yields a record that was read whole, if it has a text of its own.
func (s *span) hand(at int64, h header, block []byte) bool {
	what, err := "", error(nil)
	r := Record{
		Offset: s.place(at), URL: h.url, Date: h.date, MIME: h.mime,
		Data: block, Cut: h.truncated,
	}
	switch h.kind {
	case "resource", "conversion":
	case "response":
		what, err = r.unwrap(h.mime)
	case "continuation":
		return s.lose(at, "a segment of a record, which is not joined to the others")
	default:
		what = h.kind
	}
	switch {
	case err != nil:
		return s.lose(at, "the answer of %s: %v", h.url, err)
	case what != "":
		s.archive.Skipped[what]++
		return true
	case r.Cut != "" &&
		!s.lose(at, "the archive holds only a part of %s (%s), which is read", h.url, r.Cut):
		return false
	}
	return s.yield(r, nil)
}

// blanks is where the line ends stop that stand between records, or the end of
// where it looks.
func (s *span) blanks(at, end int64) int64 {
	buf := make([]byte, 256)
	for at < end {
		n, _ := s.file.ReadAt(buf[:min(int64(len(buf)), end-at)], at) // n says all
		rest := bytes.TrimLeft(buf[:n], "\r\n")
		at += int64(n - len(rest))
		if n == 0 || len(rest) > 0 {
			return at
		}
	}
	return at
}

// maxBlanks is the most bytes of line ends that are looked at to see whether a
// record ends before them, since many records may say that they do.
const maxBlanks = 1 << 10

// endsAt says whether a record may end at a place: two line ends follow, or the
// next record, or nothing.
func (s *span) endsAt(at int64) bool {
	buf := make([]byte, 4)
	n, _ := s.file.ReadAt(buf[:min(4, s.size-at)], at) // n says all
	if string(buf[:n]) == "\r\n\r\n" {
		return true
	}
	end := min(s.size, at+maxBlanks)
	after := s.blanks(at, end)
	return after == end || isRecord(s.file, after, s.size)
}

// A header is what stands before a block.
type header struct {
	kind      string // the WARC-Type
	url       string
	date      string
	mime      string
	length    int64
	truncated string
}

var version = []byte("WARC/")

// readHeader reads the header at a place and returns where its block begins, or
// how far it looked for that.
func readHeader(file io.ReaderAt, at, size int64) (h header, body int64, err error) {
	if !isRecord(file, at, size) {
		return h, at, errNoRecord
	}
	for room := int64(4 << 10); ; room *= 4 {
		buf := make([]byte, min(room, maxHeader, size-at))
		n, err := file.ReadAt(buf, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return h, at, err
		}
		lines, rest, ok := cutHeader(buf[:n])
		body = at + int64(n-len(rest))
		switch {
		case ok:
			h, err = parseHeader(lines)
			return h, body, err
		case len(lines) > 0 || n < len(buf) || at+int64(n) == size:
			return h, body, errCut
		case n == maxHeader:
			return h, body, errHeader
		}
	}
}

// cutHeader returns the lines of a header and what follows the empty one. There
// are lines without ok when another record begins before that, at the rest.
func cutHeader(data []byte) (lines []string, rest []byte, ok bool) {
	for {
		line, after, found := bytes.Cut(data, []byte("\n"))
		if !found {
			return nil, nil, false
		}
		rest, data = data, after
		line = bytes.TrimRight(line, "\r")
		switch {
		case len(line) == 0:
			return lines, data, true
		case len(lines) > 0 && bytes.HasPrefix(line, version):
			return lines, rest, false
		case (line[0] == ' ' || line[0] == '\t') && len(lines) > 0: // goes on
			lines[len(lines)-1] += " " + strings.TrimSpace(string(line))
		default:
			lines = append(lines, string(line))
		}
	}
}
