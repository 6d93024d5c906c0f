package resolve

import (
	"testing"

	"readout/record"
)

func TestSaidSaysWhatItRestsOn(t *testing.T) {
	r := &record.Record{}
	r.Times = []record.Time{
		{ID: "t1", Exact: "Wednesday", Timex: "2023-02-22", EDTF: "2023-02-22"},
		{ID: "t2", Exact: "recently", Timex: "PAST_REF"},
	}
	for _, c := range []struct {
		published   string
		said        *record.Said
		cell, words string
	}{
		{"2023-02-23", nil, "", ""},
		{"2023-02-23", &record.Said{Time: "t1", Basis: record.BasisText}, "2023-02-22", "22 February 2023 (text)"},
		{"2023-02-23", &record.Said{Time: "t1", Basis: record.BasisCitation}, "2023-02-22", "22 February 2023 (citation)"},
		{"2023-02-23", &record.Said{Time: record.Published, Basis: record.BasisPublished}, "2023-02-23", "23 February 2023 (published)"},
		{"", &record.Said{Time: record.Published, Basis: record.BasisPublished}, "", ""},
		{"", &record.Said{Time: "t2", Basis: record.BasisText}, "PAST_REF", "recently (text)"},
		{"", &record.Said{Time: "t9", Basis: record.BasisText}, "", ""}, // names nothing
		{"", &record.Said{Time: "t1"}, "2023-02-22", "22 February 2023"},
	} {
		r.Document.Published = c.published
		s := &record.Statement{Said: c.said}
		x := New(r)
		if cell, words := x.Said(s), x.SaidWords(s, PlainDate); cell != c.cell ||
			words != c.words {
			t.Errorf("said %+v, published %q: %q and %q, want %q and %q",
				c.said, c.published, cell, words, c.cell, c.words)
		}
	}
}

func TestCitationWithoutSourceStandsForItself(t *testing.T) {
	id := "e1"
	r := &record.Record{}
	r.Entities = []record.Entity{{ID: id, Name: "Reuters"}}
	r.Citations = []record.Citation{
		{ID: "c1", Exact: "a report", URL: "https://a.example/b"},
		{ID: "c2", Exact: "the report"},
		{ID: "c3", Exact: "it", Sources: []record.Arg{{Entity: &id}}},
	}
	s := &record.Statement{Citations: []string{"c1", "c2", "c3", "c3"}}
	if got, want := New(r).Cited(s), "https://a.example/b; the report; Reuters"; got != want {
		t.Errorf("cited %q, want %q", got, want)
	}
}

func TestTimesHaveOneValueEach(t *testing.T) {
	for _, c := range []struct {
		time                  record.Time
		text, plain, datetime string
	}{
		{record.Time{Timex: "2021-09", EDTF: "2021-09"}, "2021-09", "September 2021", "2021-09"},
		{record.Time{Timex: "2021", EDTF: "2021"}, "2021", "2021", "2021"},
		{record.Time{Timex: "2021-09-03T14:30", EDTF: "2021-09-03"}, "2021-09-03", "3 September 2021", "2021-09-03T14:30"},
		{record.Time{Timex: "2021-09-03TMO", EDTF: "2021-09-03"}, "2021-09-03", "3 September 2021", "2021-09-03"},
		{record.Time{Timex: "2021-09", Mod: record.ModStart, EDTF: "2021-09-01/2021-09-10"}, "2021-09-01/2021-09-10", "1 September 2021 – 10 September 2021", ""},
		{record.Time{Timex: "2021", Mod: record.ModApprox, EDTF: "2021~"}, "2021~", "about 2021", ""},
		{record.Time{Timex: "2021", Mod: record.ModBefore, EDTF: "../2020"}, "../2020", "until 2020", ""},
		{record.Time{Timex: "199", EDTF: "199X"}, "199X", "199X", ""},
		{record.Time{Timex: "P3W", Mod: record.ModMoreThan}, "P3W more_than", "P3W more_than", ""},
		{record.Time{Timex: "XXXX-WXX-2"}, "XXXX-WXX-2", "XXXX-WXX-2", ""},
		{record.Time{Start: "2021-09-03", End: "2021-09-03"}, "2021-09-03", "3 September 2021", ""},
		{record.Time{Start: "2021-09-03"}, "2021-09-03/..", "from 3 September 2021", ""},
		{record.Time{Timex: "0000", EDTF: "0000"}, "0000", "0000", ""}, // HTML has no year zero
	} {
		text := timeText(&c.time)
		if plain, at := PlainDate(text), datetime(&c.time); text != c.text ||
			plain != c.plain || at != c.datetime {
			t.Errorf("%+v: %q, %q, %q, want %q, %q, %q",
				c.time, text, plain, at, c.text, c.plain, c.datetime)
		}
	}
}

func TestAmountsHaveOneValueEach(t *testing.T) {
	for want, a := range map[string]record.Amount{
		"3000 refugees":            {Kind: record.AmountCount, Value: "3000", Unit: "refugees"},
		"3000 people":              {Kind: record.AmountCount, Value: "3000", Of: "people"},
		"1500000000 USD":           {Kind: record.AmountMoney, Value: "1500000000", Unit: "USD"},
		"12.5 % of voters":         {Kind: record.AmountPercent, Value: "12.5", Of: "voters"},
		"about 40 km":              {Kind: record.AmountMeasure, Value: "40", Unit: "km", Approx: true},
		"about 10 to 20 EUR":       {Kind: record.AmountMoney, Low: "10", High: "20", Unit: "EUR", Approx: true},
		"at least about 24 people": {Kind: record.AmountCount, Low: "24", Unit: "people", Approx: true},
		"at most 20 EUR":           {Kind: record.AmountMoney, High: "20", Unit: "EUR"},
		"at least 900 seekers":     {Kind: record.AmountCount, Value: "900", Low: "900", Unit: "seekers"},
		"5000000 USD of support":   {Kind: record.AmountMoney, Value: "5000000", Unit: "USD", Of: "support"},
	} {
		if got := amountText(&a); got != want {
			t.Errorf("%+v: %q, want %q", a, got, want)
		}
	}
}

func TestOnlyValuesInsideTheContentAreItsOwn(t *testing.T) {
	at := func(start, end int) Value { return Value{Span: record.Span{Start: start, End: end}} }
	s := &record.Statement{Content: record.Content{Spans: []record.Span{{Start: 10, End: 20}, {Start: 30, End: 40}}}}
	values := []Value{at(0, 5), at(8, 12), at(10, 20), at(18, 22), at(20, 30), at(30, 31), at(39, 41)}
	want := []Value{at(10, 20), at(30, 31)}
	got := Within(values, s)
	if len(got) != len(want) || got[0].Span != want[0].Span ||
		got[1].Span != want[1].Span {
		t.Errorf("within %+v, want %+v", got, want)
	}
}
