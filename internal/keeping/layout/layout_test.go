package layout

import (
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestPiecesTogetherAreTheText(t *testing.T) {
	r := sample.Boats(t)
	a, err := New(r, "d1")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, p := range a.Heading {
		got.WriteString(p.Text)
	}
	cards := 0
	for _, p := range a.Paragraphs {
		for _, piece := range p.Pieces {
			got.WriteString(piece.Text)
		}
		cards += len(p.Cards)
	}
	want := strings.ReplaceAll(*r.Document.Text, "\n", "")
	if got.String() != want {
		t.Errorf("pieces read\n%s\nwant\n%s", got.String(), want)
	}
	if cards != len(r.Statements) {
		t.Errorf("%d cards, want %d", cards, len(r.Statements))
	}
}

func TestOverlappingMarksAreCutWhereEachBegins(t *testing.T) {
	r := sample.Saying("A said that B said that C left.")
	mark := func(id string, speaker, content [2]int) record.Statement {
		span := record.Span{Start: speaker[0], End: speaker[1]}
		return record.Statement{
			ID: id, Form: record.FormIndirect,
			Speaker: &record.Arg{Span: &span, Exact: (*r.Document.Text)[span.Start:span.End]},
			Content: record.Content{Spans: []record.Span{{Start: content[0], End: content[1]}}},
		}
	}
	r.Statements = []record.Statement{mark("s7", [2]int{0, 1}, [2]int{7, 30}), mark("s19", [2]int{12, 13}, [2]int{19, 30})}
	a, err := New(r, "d1")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, p := range a.Paragraphs[0].Pieces {
		got = append(got, p.Class+"|"+p.Text)
	}
	want := []string{
		"m speaker k1|A", "| said ", "m content c1 k1|that ", "m speaker content c1 k1 k2|B",
		"m content c1 k1| said ", "m content c2 k1 k2|that C left", "|.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("pieces\n%s\nwant\n%s",
			strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestQuotationOverParagraphsIsMarkedInEach(t *testing.T) {
	r := sample.Saying("one\n\ntwo\n\nthree")
	a, err := New(r, "d1")
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range a.Paragraphs {
		if len(p.Pieces) != 1 || !strings.Contains(p.Pieces[0].Class, "content") {
			t.Errorf("paragraph %d is %+v, want one piece of content", i, p.Pieces)
		}
		if want := i == 0; (len(p.Cards) == 1) != want {
			t.Errorf("paragraph %d has %d cards", i, len(p.Cards))
		}
	}
}

func TestParagraphsEndAtBlankLinesAndAtLongLines(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for text, want := range map[string]int{
		"":                           0,
		"\n \n":                      0,
		"one":                        1,
		"one\ntwo\n\nthree\n":        2, // lines broken by hand
		"one\n \nthree":              2,
		long + "\n" + long + "\nend": 3, // each line a paragraph
	} {
		if got := paragraphSpans(text); len(got) != want {
			t.Errorf("paragraphSpans(%.20q) = %v, want %d of them", text, got, want)
		}
	}
}
