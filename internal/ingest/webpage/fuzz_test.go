package webpage

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzHTML reads any string as a page: it never panics, the text is valid
// UTF-8, each link stands on words of the text, and a second run gives the
// same.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"", "a", "<", "<p", "<p>a<p>b", "\x00<p>\x00a</p>", "<p>\xff\xed\xa0\x80</p>",
		"<a href='/x'>a <b>b</b></a> c<br>d<br><br>e", "<a href=x><p>a</p>b<p>c</p></a>",
		"<table>a<tr><td>b<a href=http://x/>c</a></table>", "<pre> a\n  b </pre>",
		"<a href=http://x/> </a><a href=http://y/>\u200b</a>", "<base href=http://x/y/><p>a <a href=../z>z</a>",
		strings.Repeat("<div>", 600) + "deep", strings.Repeat("<b><i>", 50) + "<p>a<p>b",
		`<script type="application/ld+json">{"@graph":[[[{"@type":["NewsArticle"],"author":[[1,{"name":[]}]],"articleBody":"<p>x</p>"}]]]}</script>`,
		`<script type="application/ld+json"><!-- {"@type": "Article", "headline": "a` + "\n" + `b"}; --></script>`,
		"<blockquote class=social><p>a</blockquote><div class=share><p>b.", "<svg><title>x</title></svg><math><mi>y",
		"<template><p>a</template><noscript><p>b</noscript><select><option>c</select>", "<html hidden><body hidden><p>a",
	} {
		f.Add(seed)
	}
	at, err := url.Parse("https://example.org/a/b")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src string) {
		page := Read(src, at)
		if !utf8.ValidString(page.Text) {
			t.Fatalf("the text %q is not valid UTF-8", page.Text)
		}
		for _, l := range page.Links {
			if l.Span.Start < 0 || l.Span.Empty() || l.Span.End > len(page.Text) {
				t.Fatalf("link %v lies outside the text of %d bytes", l, len(page.Text))
			}
			words := page.Text[l.Span.Start:l.Span.End]
			if !utf8.ValidString(words) || strings.Trim(words, " \n") != words {
				t.Fatalf("link %v stands on %q, want whole words", l, words)
			}
			if !strings.HasPrefix(l.URL, "http://") && !strings.HasPrefix(l.URL, "https://") {
				t.Fatalf("link %v leads elsewhere", l)
			}
		}
		if diff := cmp.Diff(page, Read(src, at)); diff != "" {
			t.Fatalf("a second run differs:\n%s", diff)
		}
	})
}
