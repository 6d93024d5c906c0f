package warc

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

var (
	errNoRecord = errors.New("no record begins here")
	errHeader   = fmt.Errorf("the header has more than %d KiB", maxHeader>>10)
	errCut      = errors.New("the header is cut off")
)

// parseHeader reads the named fields below the line of the version.
func parseHeader(lines []string) (header, error) {
	fields := map[string]string{}
	for _, line := range lines[1:] {
		name, value, ok := strings.Cut(line, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)),
			strings.TrimSpace(value)
		if old, twice := fields[name]; !ok || twice && single[name] && old != value {
			return header{},
				fmt.Errorf("the line %.80q of the header makes no sense", line)
		}
		fields[name] = value
	}
	h := header{
		kind: strings.ToLower(fields["warc-type"]), date: fields["warc-date"],
		mime:      fields["content-type"],
		url:       strings.Trim(fields["warc-target-uri"], "<>"),
		truncated: fields["warc-truncated"],
	}
	if fields["warc-segment-number"] == "1" {
		h.truncated = "the first segment of several"
	}
	var err error
	h.length, err = strconv.ParseInt(fields["content-length"], 10, 64)
	if err != nil || h.length < 0 {
		return h, fmt.Errorf("the record has the Content-Length %.40q",
			fields["content-length"])
	}
	if h.kind == "" {
		return h, errors.New("the record has no WARC-Type")
	}
	return h, nil
}

// single are the fields that a record has once; twice, two records run together.
var single = map[string]bool{
	"content-length": true, "warc-type": true, "warc-target-uri": true,
	"warc-date": true,
}

// versionLine begins a record of the versions that are read.
var versionLine = regexp.MustCompile(`^WARC/(0\.1[78]|1\.\d)[ \t]*\r?\n`)

// lineLength is more than a version line has.
const lineLength = 16

// isRecord says whether a record begins at a place.
func isRecord(file io.ReaderAt, at, size int64) bool {
	buf := make([]byte, min(lineLength, max(0, size-at)))
	n, _ := file.ReadAt(buf, at) // n says all
	return versionLine.Match(buf[:n])
}

// The next record is mostly near, so that little of a file is searched at first,
// and then more at a time.
const (
	firstWindow = 512
	window      = 64 << 10
)

// find returns the first place from at on where is holds, or the size.
func find(file io.ReaderAt, at, size int64, is func(io.ReaderAt, int64, int64) bool) int64 {
	for buf := make([]byte, firstWindow); at < size; {
		n, _ := file.ReadAt(buf[:min(int64(len(buf)), size-at)], at) // n says all
		if n == 0 {
			return size
		}
		for i, c := range buf[:n] {
			if (c == version[0] || c == magic[0]) && is(file, at+int64(i), size) {
				return at + int64(i)
			}
		}
		at += int64(n)
		if len(buf) < window {
			buf = make([]byte, min(window, 8*len(buf)))
		}
	}
	return size
}
