// Package text holds the frozen text of a document, the byte spans into it,
// and the conversion of byte offsets to code points, UTF-16 code units and
// lines.
//
// A [Text] never changes after [New]; it may be used by many goroutines. All
// offsets inside the program are bytes; other units exist only where a record
// is written or a place is shown to a person, and each is a type of its own.
//
// Cost: New reads the text a few times and keeps one index entry per 256 bytes
// (1/16 of the text's size; none for ASCII text), one for each line, and one for
// each character of several code points. Each conversion of a code
// point or UTF-16 offset searches the index and reads at most 256 bytes.
//
// Limits: columns count code points, not the cells that a terminal shows.
package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Span is the half-open range [Start, End) of byte offsets into one Text.
type Span struct{ Start, End int }

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether inner lies within s; a span contains itself.
func (s Span) Contains(inner Span) bool {
	return s.Start <= inner.Start && inner.End <= s.End
}

// Overlaps reports whether the spans share at least one byte.
func (s Span) Overlaps(o Span) bool {
	return max(s.Start, o.Start) < min(s.End, o.End)
}

// A Text is the frozen text of a document: valid UTF-8, never changed.
type Text struct {
	s     string
	ascii bool
	marks []mark // marks[i] counts what stands before the block i
	lines []int  // byte at which each line starts

	clusters clusters
}

// New freezes s. The error names the first byte that is not UTF-8.
func New(s string) (*Text, error) {
	if at, ok := firstInvalid(s); !ok {
		return nil, fmt.Errorf("text: byte %d (0x%02x) is not valid UTF-8", at, s[at])
	}
	t := &Text{s: s}
	t.index()
	if !t.ascii || strings.Contains(s, "\r\n") {
		t.clusters = clustersOf(s)
	}
	return t, nil
}

func firstInvalid(s string) (int, bool) {
	if utf8.ValidString(s) {
		return 0, true
	}
	at := 0
	for {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && size <= 1 {
			return at, false
		}
		at += size
	}
}

// String returns the whole text.
func (t *Text) String() string { return t.s }

// Len returns the length in bytes.
func (t *Text) Len() int { return len(t.s) }

// At returns the words at s. It shares the memory of the text.
func (t *Text) At(s Span) string { return t.s[s.Start:s.End] }

// Characters counts code points without the marks that combine with others, so
// that an accent counts the same composed and apart.
func Characters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsMark(r) {
			n++
		}
	}
	return n
}
