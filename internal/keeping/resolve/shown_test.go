package resolve

import (
	"testing"

	"readout/record"
)

func TestStatementIsSaidWhenItsBasisSays(t *testing.T) {
	r := &record.Record{}
	r.Document.Published = "2024-03"
	r.Times = []record.Time{
		{ID: "t1", Exact: "last spring", Timex: "2023-SP", EDTF: "2023-03-01/2023-05-31"},
		{ID: "t2", Exact: "since May", Start: "2023-05-01"},
		{ID: "t3", Exact: "for over a week", Timex: "P1W", Mod: record.ModMoreThan},
		{ID: "t4", Exact: "around 2020", Timex: "2020", Mod: record.ModApprox, EDTF: "2020~"},
		{ID: "t5", Exact: "until then", End: "2023-05-31"},
	}
	x := New(r)
	for _, c := range []struct {
		said        record.Said
		cell, words string
	}{
		{record.Said{Time: "t1", Basis: record.BasisText}, "2023-03-01/2023-05-31", "1 March 2023 – 31 May 2023 (text)"},
		{record.Said{Time: "t2", Basis: record.BasisCitation}, "2023-05-01/..", "from 1 May 2023 (citation)"},
		{record.Said{Time: "t3", Basis: record.BasisCitation}, "P1W more_than", "for over a week (citation)"},
		{record.Said{Time: "t4", Basis: record.BasisText}, "2020~", "about 2020 (text)"},
		{record.Said{Time: "t5", Basis: record.BasisText}, "../2023-05-31", "until 31 May 2023 (text)"},
		{record.Said{Time: record.Published, Basis: record.BasisPublished}, "2024-03", "March 2024 (published)"},
	} {
		s := &record.Statement{Said: &c.said}
		if cell, words := x.Said(s), x.SaidWords(s, PlainDate); cell != c.cell ||
			words != c.words {
			t.Errorf("said %+v: %q and %q, want %q and %q",
				c.said, cell, words, c.cell, c.words)
		}
	}
}

func TestCitedSourcesAreShownOnceInTheWordsOfTheText(t *testing.T) {
	agency, nobody, author := "e1", "e9", record.Author
	r := &record.Record{}
	r.Entities = []record.Entity{{ID: agency, Name: "Kommersant"}}
	r.Citations = []record.Citation{
		{ID: "words", Sources: []record.Arg{{Entity: &agency, Exact: "the newspaper"}}},
		{ID: "name", URL: "https://a.example/", Sources: []record.Arg{{Entity: &agency}}},
		{ID: "two", Sources: []record.Arg{{Exact: "two officials"}, {Entity: &agency}}},
		{ID: "author", Sources: []record.Arg{{Entity: &author}}},
		{ID: "unknown", Exact: "they say", Sources: []record.Arg{{Entity: &nobody}}},
		{ID: "bare", Exact: "Kommersant"},
		{ID: "link", Exact: "here", URL: "https://a.example/"},
	}
	x := New(r)
	for _, c := range []struct {
		claim string
		ids   []string
		want  string
	}{
		{"no citation shows nothing", nil, ""},
		{"the words of the text go before the name", []string{"words"}, "the newspaper"},
		{"a source goes before the link", []string{"name"}, "Kommersant"},
		{"sources stand in the order of the text", []string{"two"}, "two officials; Kommersant"},
		{"a source of two citations stands once", []string{"name", "two"}, "Kommersant; two officials"},
		{"the document's author is named so", []string{"author"}, "the author"},
		{"an entity that is not there shows nothing", []string{"unknown"}, ""},
		{"a citation that is not there shows nothing", []string{"c9", "name"}, "Kommersant"},
		{"words equal to a name stand once", []string{"name", "bare"}, "Kommersant"},
		{"a link goes before its words", []string{"link"}, "https://a.example/"},
	} {
		if got := x.Cited(&record.Statement{Citations: c.ids}); got != c.want {
			t.Errorf("%s: %q, want %q", c.claim, got, c.want)
		}
	}
}

func TestContentHoldsItsTimesAndAmountsInTheOrderOfTheText(t *testing.T) {
	span := func(start, end int) record.Span { return record.Span{Start: start, End: end} }
	r := &record.Record{}
	r.Times = []record.Time{
		{ID: "t2", Span: span(40, 44), EDTF: "2025"},
		{ID: "t1", Span: span(10, 14), EDTF: "2024~"},
	}
	r.Amounts = []record.Amount{
		{Span: span(46, 50), Kind: record.AmountPercent, Low: "5"},
		{Span: span(16, 20), Kind: record.AmountMoney, Value: "7", Unit: "EUR", Approx: true},
		{Span: span(28, 32), Kind: record.AmountCount, High: "9"},
	}
	x := New(r)
	for _, c := range []struct {
		claim string
		spans []record.Span
		want  string
	}{
		{"no content holds nothing", nil, ""},
		{"all", []record.Span{span(0, 60)}, "2024~; about 7 EUR; at most 9; 2025; at least 5 %"},
		{"both ends are inside", []record.Span{span(10, 20)}, "2024~; about 7 EUR"},
		{"cut at the start", []record.Span{span(11, 20)}, "about 7 EUR"},
		{"cut at the end", []record.Span{span(10, 19)}, "2024~"},
		{"what lies between two pieces is not held", []record.Span{span(10, 15), span(40, 50)}, "2024~; 2025; at least 5 %"},
		{"what reaches over two pieces is not held", []record.Span{span(20, 30), span(30, 35)}, ""},
	} {
		s := &record.Statement{Content: record.Content{Spans: c.spans}}
		if got := Texts(x.Held(s)); got != c.want {
			t.Errorf("%s: %q, want %q", c.claim, got, c.want)
		}
	}
}
