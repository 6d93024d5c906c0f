package segment

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/internal/language/text"
)

// FuzzSegment holds what the package comment promises of every text.
func FuzzSegment(f *testing.F) {
	for _, r := range sentenceRules {
		f.Add(strings.ReplaceAll(r.example, "|", " "))
	}
	f.Add("")
	f.Add(" \n\t\u00a0\u2028")
	f.Add("“A.\n\n“B ‘c.’\n\nD” ' \" « » ''")
	f.Add("By Jane Doe\n- one\n1. two\nthree (four. Five [six! Seven) eight] . . . […] Nine?! “Ten.”")
	f.Add(strings.Repeat("word ", 2*longest) + "e\u0301.\ufeff")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		frozen := newText(t, s)
		paragraphs := AppendParagraphs(nil, frozen)
		holdsAll(t, s, paragraphs, []text.Span{{Start: 0, End: len(s)}})
		var sentences []text.Span
		for _, x := range Sentences(frozen) {
			sentences = append(sentences, x.Span)
			if n := len(strings.Fields(frozen.At(x.Span))); n > longest {
				t.Fatalf("sentence of %d words: %q", n, frozen.At(x.Span))
			}
		}
		holdsAll(t, s, sentences, paragraphs)
		nest(t, s, AppendQuotations(nil, frozen))
	})
}

// holdsAll checks that the parts are sorted, disjoint, whole and trimmed, lie
// within one of the wholes each, and leave out nothing but white space.
func holdsAll(t *testing.T, s string, parts, wholes []text.Span) {
	t.Helper()
	at, w := 0, 0
	for _, p := range parts {
		whole(t, s, p)
		if p.Start < at {
			t.Fatalf("part %v begins before byte %d", p, at)
		}
		if left := trim(s, text.Span{Start: at, End: p.Start}); !left.Empty() {
			t.Fatalf("left out %q", s[left.Start:left.End])
		}
		for w < len(wholes) && wholes[w].End < p.End {
			w++
		}
		if w == len(wholes) || !wholes[w].Contains(p) {
			t.Fatalf("part %q runs over its whole", s[p.Start:p.End])
		}
		at = p.End
	}
	if left := trim(s, text.Span{Start: at, End: len(s)}); !left.Empty() {
		t.Fatalf("left out %q at the end", s[left.Start:left.End])
	}
}

// whole checks that a span holds something, whole and trimmed.
func whole(t *testing.T, s string, p text.Span) {
	t.Helper()
	switch {
	case p.Start < 0 || p.End > len(s) || p.Empty():
		t.Fatalf("span %v of a text of %d bytes", p, len(s))
	case !utf8.ValidString(s[p.Start:p.End]):
		t.Fatalf("span %v cuts a code point: %q", p, s[p.Start:p.End])
	case trim(s, p) != p:
		t.Fatalf("span %v has white space at its ends: %q", p, s[p.Start:p.End])
	}
}

func nest(t *testing.T, s string, quotations []Quotation) {
	t.Helper()
	var around []text.Span
	for _, q := range quotations {
		whole(t, s, q.Outer)
		whole(t, s, q.Inner)
		if !q.Outer.Contains(q.Inner) {
			t.Fatalf("quotation %v has its words outside", q)
		}
		for len(around) > 0 && around[len(around)-1].End <= q.Outer.Start {
			around = around[:len(around)-1]
		}
		if len(around) > 0 && !around[len(around)-1].Contains(q.Outer) {
			t.Fatalf("quotation %q crosses another", s[q.Outer.Start:q.Outer.End])
		}
		if q.Depth != len(around) {
			t.Fatalf("quotation %v has depth %d, want %d", q.Outer, q.Depth, len(around))
		}
		around = append(around, q.Outer)
	}
}

// TestHostileTextsTakeLinearTime repeats pieces that tempt a reader to look
// back or ahead too far.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("short: texts of a quarter of a megabyte")
	}
	// A linear reader takes 0.3 s at most on a free core, 4 s on one that ten
	// others share; a quadratic one takes 30 s and more.
	const size, most = 1 << 18, 12 * time.Second
	takes := func(what, s string) {
		frozen := newText(t, s)
		start := time.Now()
		AppendSentences(nil, frozen)
		AppendQuotations(nil, frozen)
		if took := time.Since(start); took > most {
			t.Errorf("%s took %v", what, took)
		}
	}
	for _, piece := range []string{
		`"`, `'`, "“", "‘a ", `"a `, "a' ", "(", ") ", "[.", ". ", ".", "... ", "A. ", "Mr. ",
		"a", "“a\n\n", "‘“", "a\n", " ", "“a ‘b ", "«“", ".\" ", "e\u0301",
	} {
		takes(fmt.Sprintf("%d times %q", size/len(piece), piece), strings.Repeat(piece, size/len(piece)))
	}
	takes("titles behind brackets", strings.Repeat("(", 2*size)+strings.Repeat("Sen. ", size/8))
}

func BenchmarkSentences(b *testing.B) {
	frozen := newText(b, strings.Repeat("Sen. Ted Cruz said “We won.” He left the U.S. at 5 p.m. Monday. ", 1<<14))
	b.SetBytes(int64(frozen.Len()))
	for b.Loop() {
		Sentences(frozen)
	}
}
