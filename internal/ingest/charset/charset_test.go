package charset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBytesBecomeUTF8(t *testing.T) {
	for _, c := range []struct {
		name, data, mime string
		markup           Markup
		want             string
		warned           bool
	}{
		{"plain ASCII", "abc", "", None, "abc", false},
		{"UTF-8", "Größe – “x”", "", None, "Größe – “x”", false},
		{"byte order mark", "\xef\xbb\xbfabc", "", None, "abc", false},
		{"only a mark", "\xef\xbb\xbf", "", None, "", false},
		{"UTF-16 LE", "\xff\xfea\x00\xe9\x00", "", None, "aé", false},
		{"UTF-16 BE", "\xfe\xff\x00a\x00\xe9", "", None, "aé", false},
		{
			"UTF-16 without a mark", "a\x00b\x00c\x00d\x00e\x00", "", None,
			"abcde", false,
		},
		{
			"UTF-16 BE without a mark", "\x00a\x00b\x00c\x00d\x00e", "", None,
			"abcde", false,
		},
		{"UTF-16 of odd length", "\xff\xfea\x00b", "", None, "a\ufffd", true},
		{"lone surrogate", "\xff\xfea\x00\x00\xd8b\x00", "", None, "a\ufffdb", true},
		{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00", "", None, "a", false},
		{
			"label of the answer", "caf\xe9", "text/plain; charset=iso-8859-1",
			None, "café", false,
		},
		{
			"label of the page",
			"<meta charset=windows-1251>\xcc\xee\xf1\xea\xe2\xe0", "text/html", HTML, "<meta charset=windows-1251>Москва", false,
		},
		{
			"wrong label, valid UTF-8", "Größe", "text/plain; charset=iso-8859-1",
			None, "Größe", false,
		},
		{
			"Shift JIS", "\x83L\x83\x93", "text/html; charset=shift_jis", HTML,
			"キン", false,
		},
		{
			"ISO-2022-JP is ASCII in its bytes", "\x1b$B%-\x1b(B",
			"text/html; charset=iso-2022-jp", HTML, "キ", false,
		},
		{"no label", "caf\xe9 \x93x\x94", "", None, "café “x”", true},
		{
			"declaration of XML",
			"<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xe9</a>", "", XML, "<?xml version='1.0' encoding='iso-8859-1'?><a>café</a>", false,
		},
		{
			"unknown label", "caf\xe9", "text/html; charset=klingon", HTML, "café",
			true,
		},
		{
			"UTF-8 label, one bad byte", "Größe Größe Größe \xff",
			"text/html; charset=utf-8", HTML, "Größe Größe Größe \ufffd", true,
		},
		{
			"overlong UTF-8", "a\xc0\xafb", "text/html; charset=utf-8", HTML,
			"aÀ¯b", true,
		},
		{
			"UTF-7 stays as it is", "+AOk-", "text/plain; charset=utf-7", None,
			"+AOk-", false,
		},
		{
			"surrogate in UTF-8", strings.Repeat("é", 20) + "\xed\xa0\x80", "",
			None, strings.Repeat("é", 20) + "\ufffd", true,
		},
	} {
		got, warnings := UTF8([]byte(c.data), c.mime, c.markup)
		if got != c.want || (len(warnings) > 0) != c.warned {
			t.Errorf("%s: UTF8(%q, %q) = %q, %q, want %q, warned %v", c.name,
				c.data, c.mime, got, warnings, c.want, c.warned)
		}
		if !utf8.ValidString(got) {
			t.Errorf("%s: the result %q is not valid UTF-8", c.name, got)
		}
	}
}
