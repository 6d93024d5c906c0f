package ingest

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strings"

	"readout/internal/ingest/charset"
	"readout/internal/ingest/feed"
)

// A kind is how an input's bytes are read.
type kind int

const (
	unknown    kind = iota
	plain           // text as it stands
	page            // HTML
	syndicated      // a feed
)

// markupOf is where the kinds name their character sets.
var markupOf = map[kind]charset.Markup{page: charset.HTML, syndicated: charset.XML}

// kinds are the content types that are read.
var kinds = map[string]kind{
	"text/plain": plain, "text/markdown": plain, "text/x-markdown": plain,
	"text/html": page, "application/xhtml+xml": page,
}

// vague are the content types that servers give to what they do not know.
var vague = map[string]bool{
	"": true, "application/octet-stream": true, "binary/octet-stream": true,
	"application/unknown": true,
}

// markup are the content types of XML, which some servers give to their pages.
var markup = map[string]bool{
	"application/xml": true, "text/xml": true, "application/rss+xml": true, "application/atom+xml": true,
}

// kindOf tells how to read the bytes: by the server's word, the file's name,
// or a look at their start. Binary data is an error that names what it is.
func kindOf(m material) (kind, error) {
	if err := checkText(m.data); err != nil {
		return unknown, &step{"looking at it", err}
	}
	media, _, _ := mime.ParseMediaType(m.mime) // a broken label is no label
	if k := kinds[media]; k != unknown {
		return k, nil
	}
	if markup[media] && looksLikePage(m.data) {
		return page, nil
	}
	if m.url != "" && !vague[media] {
		return unknown, &step{"looking at it", fmt.Errorf("%w: the server calls it %s", ErrBinary, media)}
	}
	if k := endings[endingOf(m.name)]; k == plain || k == page {
		return k, nil
	}
	if looksLikePage(m.data) {
		return page, nil
	}
	return plain, nil
}

// holdsFeed tells a feed by its start.
func holdsFeed(data []byte) bool {
	start, _ := charset.UTF8(data[:min(len(data), peek)], "", charset.None)
	return feed.Sniff(start)
}

// pageStarts are the tags that a page begins with, after comments.
var pageStarts = []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<article"}

func looksLikePage(data []byte) bool {
	src, _ := charset.UTF8(data[:min(len(data), 4096)], "", charset.None)
	src = strings.ToLower(strings.TrimSpace(src))
	for strings.HasPrefix(src, "<!--") || strings.HasPrefix(src, "<?xml") {
		end := ">"
		if strings.HasPrefix(src, "<!--") {
			end = "-->"
		}
		_, rest, ok := strings.Cut(src, end)
		if !ok {
			return true // a comment longer than the part looked at
		}
		src = strings.TrimSpace(rest)
	}
	for _, start := range pageStarts {
		if strings.HasPrefix(src, start) {
			return true
		}
	}
	return false
}

// Data is no text when more of it than this share are control characters, and
// more than a few. Compressed data has 10 %; a text with stray NULs under 1 %.
const (
	maxControls = 0.03
	fewControls = 3
)

// peek is how many bytes are looked at to tell text from binary data.
const peek = 64 << 10

// checkText returns ErrBinary, with what the data is, unless it may be text.
func checkText(data []byte) error {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return fmt.Errorf("%w: it is a PDF, of which `pdftotext FILE - | readout read -` reads the text", ErrBinary)
	}
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		return fmt.Errorf("%w: it is packed with gzip, and `zcat FILE | readout read -` reads what is in it", ErrBinary)
	}
	if charset.Unicode(data) != "" {
		return nil
	}
	if name := http.DetectContentType(data); hasBinaryStart(data) && !strings.HasPrefix(name, "text/") &&
		name != "application/octet-stream" {
		return fmt.Errorf("%w: it is %s", ErrBinary, name)
	}
	part := data[:min(len(data), peek)]
	controls := 0
	for _, b := range part {
		if isControl(b) {
			controls++
		}
	}
	if controls > fewControls && float64(controls) > maxControls*float64(len(part)) {
		return fmt.Errorf("%w: %d of its first %d bytes are control characters", ErrBinary, controls, len(part))
	}
	return nil
}

// hasBinaryStart tells data whose first bytes no text has. Some signatures of
// binary formats are words ("BM", "OTTO"), so a signature is not enough.
func hasBinaryStart(data []byte) bool {
	for _, b := range data[:min(len(data), 16)] {
		if isControl(b) || b >= 0x80 {
			return true
		}
	}
	return false
}

func isControl(b byte) bool {
	return b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b || b == 0x7f
}
