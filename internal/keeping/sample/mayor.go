package sample

import (
	"strings"
	"testing"

	"readout/record"
)

// In returns the span in bytes of the nth time, from zero, that words stand
// in a text.
func In(t testing.TB, text, words string, n int) record.Span {
	t.Helper()
	at := 0
	for {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("%q is not in %q %d times", words, text, n+1)
		}
		at += i
		if n == 0 {
			return record.Span{Start: at, End: at + len(words)}
		}
		n--
		at += len(words)
	}
}

// Mayor returns a record with a time, an amount and two citations, and with
// names inside names.
func Mayor(t testing.TB) *record.Record {
	t.Helper()
	text := "On Wednesday the mayor of Leiden said that Leiden University would take in " +
		"3,000 Afghan refugees next month, Reuters and the NOS reported (Leidsch Dagblad, May 2)."
	at := func(words string, n int) record.Span { return In(t, text, words, n) }
	arg := func(words string) record.Arg {
		span := at(words, 0)
		return record.Arg{Span: &span, Exact: words}
	}
	day := func(id, words, timex string) record.Time {
		return record.Time{
			ID: id, Span: at(words, 0), Exact: words, Type: record.TimeDate,
			Timex: timex, EDTF: timex,
		}
	}
	content := "Leiden University would take in 3,000 Afghan refugees next month"
	speaker := arg("the mayor of Leiden")
	r := Saying(text)
	r.Document.Published = "2023-02-23"
	r.Entities = []record.Entity{
		{ID: "e1", Name: "Leiden", Mentions: []record.Mention{
			{Span: at("Leiden", 0), Exact: "Leiden", Kind: record.MentionName},
			{Span: at("Leiden", 1), Exact: "Leiden", Kind: record.MentionName},
		}},
		{ID: "e2", Name: "Leiden University", Mentions: []record.Mention{
			{Span: at("Leiden University", 0), Exact: "Leiden University", Kind: record.MentionName},
		}},
	}
	r.Times = []record.Time{
		day("t1", "Wednesday", "2023-02-22"), day("t2", "next month", "2023-03"), day("t3", "May 2", "2022-05-02"),
	}
	r.Amounts = []record.Amount{{
		ID: "m1", Span: at("3,000 Afghan refugees", 0), Exact: "3,000 Afghan refugees",
		Kind: record.AmountCount, Value: "3000", Unit: "refugees",
	}}
	r.Citations = []record.Citation{
		{
			ID: "c1", Span: at("Reuters and the NOS reported", 0), Exact: "Reuters and the NOS reported",
			Sources: []record.Arg{arg("Reuters"), arg("the NOS")},
		},
		{
			ID: "c2", Span: at("(Leidsch Dagblad, May 2)", 0), Exact: "(Leidsch Dagblad, May 2)",
			Sources: []record.Arg{arg("Leidsch Dagblad"), arg("Reuters")}, Times: []string{"t3"},
		},
	}
	r.Statements = []record.Statement{{
		ID: "s1", Form: record.FormIndirect, Speaker: &speaker,
		Cue:       &record.Mark{Span: at("said", 0), Exact: "said"},
		Content:   record.Content{Spans: []record.Span{at("that "+content, 0)}, Text: content},
		Said:      &record.Said{Time: "t1", Basis: record.BasisText},
		Citations: []string{"c1", "c2", "c9"}, // the last names nothing
	}}
	return r
}
