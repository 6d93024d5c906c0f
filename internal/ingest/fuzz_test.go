package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"readout/internal/ingest/pubdate"
)

// FuzzText reads any bytes as standard input: it never panics, the text is
// valid UTF-8, links lie in it, and a second run gives the same.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff", "\xff\xfea\x00", "\xfe\xff\xd8\x00", "a\r\nb\rc\n", "\x00\x00\x00\x00", "\xc0\xaf\xed\xa0\x80",
		"Title\nBy Jane Roe, Reuters | May 1, 2020\n\nText.\n\nSource: AP\nUpdated 2020-05-02",
		"Title: \"\nAuthor: :\nDate: 99/99/9999\nURL: http://\n", "By \n\nBy\tA\n;;;|||\n10:48, Tue, Nov 19, 2019",
		"<!doctype html><p>a<a href='http://x/'>b</a>", "<!--", "<?xml", "%PDF-", "PK\x03\x04", "\x1b$B%-\x1b(B",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func() (Document, string) {
			doc, err := Read(t.Context(), Stdin(), Options{Stdin: strings.NewReader(string(data))})
			if err != nil {
				return doc, err.Error()
			}
			return doc, ""
		}
		doc, err := read()
		if strings.Contains(err, "internal error") {
			t.Fatal(err)
		}
		again, errAgain := read()
		if diff := cmp.Diff(doc, again); diff != "" || err != errAgain {
			t.Fatalf("a second run differs: %q, %q\n%s", err, errAgain, diff)
		}
		checkDocument(t, doc)
	})
}

// checkDocument holds for every document.
func checkDocument(t *testing.T, doc Document) {
	t.Helper()
	if !utf8.ValidString(doc.Text) || strings.Contains(doc.Text, "\r\n") {
		t.Fatalf("the text %q is not valid UTF-8 with \\n line ends", doc.Text)
	}
	for _, l := range doc.Links {
		if l.Span.Start < 0 || l.Span.Empty() || l.Span.End > len(doc.Text) {
			t.Fatalf("link %v lies outside the text of %d bytes", l, len(doc.Text))
		}
		if words := doc.Text[l.Span.Start:l.Span.End]; !utf8.ValidString(words) || strings.TrimSpace(words) != words {
			t.Fatalf("link %v stands on %q, want whole words", l, words)
		}
	}
	for _, date := range []string{doc.Published, doc.Modified} {
		if got, ok := pubdate.Parse(date); date != "" && (!ok || got != date) {
			t.Fatalf("date %q is read as %q, want itself", date, got)
		}
	}
}
