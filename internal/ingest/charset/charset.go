// Package charset makes UTF-8 of the bytes of texts, pages and feeds in any
// character set.
//
// In go the bytes with the Content-Type that came with them, if any, out come
// valid UTF-8 and a warning for what fits nothing. The same bytes give the same
// text.
//
// Limits: a single-byte set that is not stated is taken for windows-1252.
//
// Sources: the Encoding Standard of the WHATWG, as golang.org/x/net has it.
package charset

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Markup is where a source itself names its character set.
type Markup int

// The kinds of Markup.
const (
	None Markup = iota // nowhere
	HTML
	XML
)

// marks are the byte order marks. The longer of two with one start is first.
var marks = []struct {
	bytes, name string
}{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe\x00\x00", "utf-32le"},
	{"\x00\x00\xfe\xff", "utf-32be"},
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
}

var wide = map[string]encoding.Encoding{
	"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
	"utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

// UTF8 decodes data. A byte order mark decides; bytes that are valid UTF-8
// are UTF-8, whatever their label says; then the label of the answer or of the
// page counts, if its result is clean; the rest is windows-1252, in which any
// byte is a character. Bytes that fit nothing become U+FFFD, with a warning.
func UTF8(data []byte, mime string, m Markup) (string, []string) {
	if name := Unicode(data); name != "" {
		return decodeWide(data, name)
	}
	label := labelOf(data, mime, m)
	if utf8.Valid(data) && !isShifted(label) {
		return string(data), nil
	}
	if s, ok := decodeLabelled(data, label); ok {
		return s, nil
	}
	if bad := invalidBytes(data); bad*mixedShare <= highBytes(data) || isUTF8(label) && bad*2 < highBytes(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), []string{fmt.Sprintf(
			"%d bytes are not valid UTF-8 and became U+FFFD", bad)}
	}
	s, err := charset.NewReaderLabel("windows-1252", bytes.NewReader(data))
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), nil // unreachable: the label is known
	}
	decoded, err := readDecoded(s)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), nil // unreachable: memory does not fail
	}
	return decoded, []string{"the character set is not stated and was taken for windows-1252"}
}

// mixedShare is how many of the bytes above ASCII must be sound UTF-8 for each
// that is not, for a text to count as damaged UTF-8.
const mixedShare = 5

// Unicode names the Unicode encoding that data shows by its mark, or by the
// NULs that UTF-16 puts beside ASCII letters. It is empty for unmarked UTF-8.
func Unicode(data []byte) string {
	for _, mark := range marks {
		if bytes.HasPrefix(data, []byte(mark.bytes)) {
			return mark.name
		}
	}
	var even, odd int
	part := data[:min(len(data), 4096)]
	for i, b := range part {
		if b == 0 && i%2 == 0 {
			even++
		}
		if b == 0 && i%2 == 1 {
			odd++
		}
	}
	switch half := len(part) / 2; {
	case half < 4:
		return ""
	case odd*10 > half*7 && even*10 < half:
		return "utf-16le"
	case even*10 > half*7 && odd*10 < half:
		return "utf-16be"
	}
	return ""
}

func decodeWide(data []byte, name string) (string, []string) {
	for _, mark := range marks {
		if mark.name == name {
			data = bytes.TrimPrefix(data, []byte(mark.bytes))
		}
	}
	s := string(data)
	if enc := wide[name]; enc != nil {
		decoded, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return strings.ToValidUTF8(s, "\ufffd"), []string{fmt.Sprintf("%s: %v", name, err)}
		}
		s = string(decoded)
	}
	lost := invalidBytes([]byte(s))
	if name != "utf-8" {
		lost = strings.Count(s, "\ufffd")
	}
	if lost == 0 {
		return s, nil
	}
	return strings.ToValidUTF8(s, "\ufffd"), []string{fmt.Sprintf(
		"%d characters are not valid %s and became U+FFFD", lost, name)}
}

// labelOf is the character set that the answer or the source itself names, or "".
func labelOf(data []byte, mime string, m Markup) string {
	if _, name, certain := charset.DetermineEncoding(nil, mime); certain {
		return name
	}
	start := data[:min(len(data), 1024)]
	if match := declared.FindSubmatch(start); m == XML && match != nil {
		_, name := charset.Lookup(string(match[1]))
		return name
	}
	if m != HTML {
		return ""
	}
	_, name, _ := charset.DetermineEncoding(start, "")
	if name == "windows-1252" && !bytes.Contains(bytes.ToLower(start), []byte("charset")) {
		return "" // what the package says when nothing is stated
	}
	return name
}

// declared is where XML names its character set.
var declared = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']`)

func isUTF8(label string) bool { return label == "utf-8" }

// isShifted tells the character sets whose bytes are all ASCII.
func isShifted(label string) bool { return label == "iso-2022-jp" || label == "hz-gb-2312" }

func decodeLabelled(data []byte, label string) (string, bool) {
	if label == "" || isUTF8(label) || strings.HasPrefix(label, "utf-16") {
		return "", false // it would have been seen
	}
	r, err := charset.NewReaderLabel(label, bytes.NewReader(data))
	if err != nil {
		return "", false
	}
	s, err := readDecoded(r)
	if err != nil || strings.Count(s, "\ufffd")*100 > len(data) {
		return "", false
	}
	return s, true
}

func invalidBytes(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

func highBytes(data []byte) int {
	n := 0
	for _, b := range data {
		if b >= 0x80 {
			n++
		}
	}
	return n
}

func readDecoded(r io.Reader) (string, error) {
	decoded, err := io.ReadAll(r)
	return strings.ToValidUTF8(string(decoded), "\ufffd"), err
}
