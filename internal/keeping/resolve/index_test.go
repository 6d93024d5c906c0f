package resolve

import (
	"slices"
	"testing"

	"readout/record"
)

func TestAnIDThatNamesNothingIsAsIfItWereNotThere(t *testing.T) {
	x := New(&record.Record{Amounts: []record.Amount{{ID: "m1", Kind: record.AmountCount, Value: "2"}}})
	nobody := "e9"
	for name, got := range map[string]string{
		"time":    x.Moment("t9").Text,
		"amounts": x.Amounts([]string{"m9"}),
		"sources": x.Sources([]string{"c9", ""}),
		"said":    x.Said(&record.Statement{Said: &record.Said{Time: "t9"}}),
		"name":    Named(&record.Arg{Entity: &nobody}, x.Names),
		"nobody":  Named(nil, x.Names) + Named(&record.Arg{Exact: "she"}, x.Names),
	} {
		if got != "" {
			t.Errorf("%s: %q, want nothing", name, got)
		}
	}
	if x.Time("t9") != nil || x.Citation("c9") != nil {
		t.Error("something is found that is not there")
	}
	if got := x.Amounts([]string{"m9", "m1", "m1"}); got != "2; 2" {
		t.Errorf("amounts %q", got)
	}
}

func TestDueOrdersAllKindsTheSameWayRound(t *testing.T) {
	var all []Due
	for i := range times {
		x := New(&record.Record{Times: times})
		all = append(all, Due{Moment: x.Moment(times[i].ID)})
	}
	all = append(all, Due{Condition: "if they agree"})
	for _, a := range all {
		for _, b := range all {
			if a.Compare(b) != -b.Compare(a) {
				t.Errorf("%+v and %+v: %d and %d", a, b, a.Compare(b), b.Compare(a))
			}
			for _, c := range all {
				if a.Compare(b) < 0 && b.Compare(c) < 0 && a.Compare(c) >= 0 {
					t.Errorf("%+v, %+v, %+v stand in a ring", a, b, c)
				}
			}
		}
		if a.Compare(a) != 0 {
			t.Errorf("%+v is not equal to itself", a)
		}
	}
}

func TestValuesStandByTheirPlaceHoweverTheyCome(t *testing.T) {
	at := func(start int) record.Span { return record.Span{Start: start, End: start + 2} }
	r := &record.Record{
		Times: []record.Time{
			{ID: "b", Span: at(9), EDTF: "2002"},
			{ID: "a", Span: at(3), EDTF: "2001"},
			{ID: "c", Span: at(9), EDTF: "2003"},
		},
		Amounts: []record.Amount{{Span: at(7), Value: "7"}, {Span: at(5), Value: "5"}},
	}
	x := New(r)
	if got := Texts(x.Dated); got != "2001; 2002; 2003" { // equal places keep their order
		t.Errorf("times %s", got)
	}
	if got := Texts(x.Counted); got != "5; 7" {
		t.Errorf("amounts %s", got)
	}
	if r.Times[0].ID != "b" || r.Amounts[0].Value != "7" {
		t.Error("the record was sorted")
	}
}

func TestOnlyWhatHTMLCanWriteIsADatetime(t *testing.T) {
	for timex, want := range map[string]string{
		"2024": "2024", "2024-02": "2024-02", "2024-02-29": "2024-02-29",
		"2023-02-29": "", "2024-13": "", "24": "", "20240229": "", "": "",
		"2024-02-29T07:05": "2024-02-29T07:05", "2024-02-29T07:05:09": "2024-02-29T07:05:09",
		"2024-02-29T25:00": "", "2024-W07": "", "PRESENT_REF": "", "P2D": "",
	} {
		if got := datetime(&record.Time{Timex: timex}); got != want {
			t.Errorf("%q: %q, want %q", timex, got, want)
		}
	}
}

func TestPlainDatesLeaveWhatTheyDoNotKnow(t *testing.T) {
	for edtf, want := range map[string]string{
		"": "", "..": "..", "2024-02-29": "29 February 2024", "2023-02-29": "2023-02-29",
		"2024-02-01/2024-02": "1 February 2024 – February 2024", "2024-02~": "about February 2024",
		"/2024": "until 2024", "2024/": "from 2024", "2024~/..": "from about 2024", "201X": "201X",
	} {
		if got := PlainDate(edtf); got != want {
			t.Errorf("PlainDate(%q) = %q, want %q", edtf, got, want)
		}
	}
}

func TestPromisesAreThoseThatSayWhenOrIf(t *testing.T) {
	r := &record.Record{Times: times}
	r.Statements = []record.Statement{
		{ID: "none"},
		{ID: "day", Due: &record.Due{Time: "day"}},
		{ID: "lost", Due: &record.Due{Time: "x"}},
		{ID: "if", Due: &record.Due{Condition: &record.Mark{Exact: "if so"}}},
		{ID: "silent", Due: &record.Due{Condition: &record.Mark{}}},
	}
	var got []string
	for _, p := range Promises(r) {
		got = append(got, p.Statement.ID)
		if p.Record != r || p.Index == nil {
			t.Errorf("%s: of record %p, index %p", p.Statement.ID, p.Record, p.Index)
		}
	}
	if !slices.Equal(got, []string{"day", "if"}) {
		t.Errorf("promises %v", got)
	}
}
