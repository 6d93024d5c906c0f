package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// DocumentID returns the id of the document with this text, found at url
// (empty when unknown): "d" and 16 hex digits of the SHA-256 of url, a newline
// and the text.
func DocumentID(url, text string) string {
	return "d" + TextSHA256(url + "\n" + text)[:16]
}

// TextSHA256 returns the digest of the text alone, in 64 hex digits.
func TextSHA256(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// The letters with which the ids of each kind begin.
const (
	KindEntity    = 'e'
	KindStatement = 's'
	KindEvent     = 'v'
	KindTime      = 't'
	KindAmount    = 'm'
	KindCitation  = 'c'
)

// ID returns the first free id of a kind at a place: s12, then s12b, s12c …
// s12z, s12aa. Start counts code points, whatever the unit of the record, so
// that an id never changes with it. Taken says whether an id is in use.
func ID(kind byte, start int, taken func(string) bool) string {
	base := string(kind) + strconv.Itoa(start)
	for n := 1; ; n++ {
		id := base + suffix(n)
		if !taken(id) {
			return id
		}
	}
}

// suffix names the nth item at one place: "" for the first, then b to z, aa,
// ab and so on (bijective base 26 without the lone a).
func suffix(n int) string {
	if n == 1 {
		return ""
	}
	var letters []byte
	for ; n > 0; n = (n - 1) / 26 {
		letters = append([]byte{byte('a' + (n-1)%26)}, letters...)
	}
	return string(letters)
}
