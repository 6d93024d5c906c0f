package timex

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
)

// A row is one expression of testdata/expressions.tsv.
type row struct {
	group, published, src string
	span                  text.Span
	want                  Time
	anchored              string // "", published, text
}

func expressions(t *testing.T) []row {
	t.Helper()
	f, err := os.Open("testdata/expressions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []row
	for lines := bufio.NewScanner(f); lines.Scan(); {
		c := strings.Split(lines.Text(), "\t")
		if c[0] == "group" {
			continue
		}
		before, rest, _ := strings.Cut(c[2], "[[")
		words, after, _ := strings.Cut(rest, "]]")
		want := Time{Type: Type(c[3]), Value: c[4], Mod: c[5], EDTF: c[6], Start: c[7], End: c[8]}
		if c[9] != "" {
			want.Inferred = strings.Split(c[9], ",")
		}
		rows = append(rows, row{
			group: c[0], published: c[1], src: before + words + after,
			span: text.Span{Start: len(before), End: len(before) + len(words)},
			want: want, anchored: c[10],
		})
	}
	return rows
}

func frozen(t testing.TB, src string) (*text.Text, []text.Span) {
	t.Helper()
	doc, err := text.New(src)
	if err != nil {
		t.Fatal(err)
	}
	return doc, segment.AppendSentences(nil, doc)
}

func (r row) find(t *testing.T, proposed []Extent) []Time {
	t.Helper()
	doc, sentences := frozen(t, r.src)
	return Find(doc, sentences, proposed, r.published)
}

// holds reports whether the row's expression is among the times, all told.
func (r row) holds(times []Time) bool {
	return slices.ContainsFunc(times, func(got Time) bool {
		return got.Span == r.span && describe(got) == describe(r.want) && anchor(got) == r.anchored
	})
}

func anchor(t Time) string {
	switch t.Anchor {
	case NoAnchor:
		return ""
	case Published:
		return "published"
	}
	return "text"
}

func describe(t Time) string {
	return fmt.Sprintf("%s %s mod=%s edtf=%s %s to %s inferred=%s", t.Type, t.Value, t.Mod,
		t.EDTF, t.Start, t.End, strings.Join(t.Inferred, ","))
}

func (r row) report(t *testing.T, times []Time) {
	t.Helper()
	var got strings.Builder
	for _, f := range times {
		fmt.Fprintf(&got, "\n  got  [%s] %s %s", r.src[f.Span.Start:f.Span.End], describe(f), anchor(f))
	}
	t.Logf("%s: %s @ %s\n  want [%s] %s %s%s", r.group, r.src, r.published,
		r.src[r.span.Start:r.span.End], describe(r.want), r.anchored, got.String())
}

// Without proposals the words alone must make the extent plain.
const holdAlone = 298

func TestExpressionsHold(t *testing.T) {
	rows := expressions(t)
	alone, proposed := 0, 0
	for _, r := range rows {
		if times := r.find(t, nil); r.holds(times) {
			alone++
		} else {
			r.report(t, times)
		}
		times := r.find(t, []Extent{{Span: r.span, Type: r.want.Type, Score: 0.9}})
		if r.holds(times) {
			proposed++
			continue
		}
		r.report(t, times)
		t.Error("the row above does not hold when it is proposed")
	}
	t.Logf("of %d rows %d hold by the words alone, %d when proposed", len(rows), alone, proposed)
	if len(rows) != 300 || alone < holdAlone {
		t.Errorf("%d of %d rows hold by the words alone, want %d", alone, len(rows), holdAlone)
	}
}
