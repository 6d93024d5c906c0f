package resolve

import (
	"strings"
	"testing"

	"readout/record"
)

// times is one of each kind that something can be due at.
var times = []record.Time{
	{ID: "month", Exact: "next month", Timex: "2023-03", EDTF: "2023-03", Start: "2023-03-01", End: "2023-03-31"},
	{ID: "day", Exact: "March 1", Timex: "2023-03-01", EDTF: "2023-03-01", Start: "2023-03-01", End: "2023-03-01"},
	{ID: "year", Exact: "this year", Timex: "2023", EDTF: "2023", Start: "2023-01-01", End: "2023-12-31"},
	{ID: "deadline", Exact: "by February", Timex: "2023-02", EDTF: "../2023-02", End: "2023-02-28"},
	{ID: "open", Exact: "from January", Timex: "2023-01", EDTF: "2023-01/..", Start: "2023-01-01"},
	{ID: "later", Exact: "from 1999", Timex: "1999", EDTF: "1999/..", Start: "1999-01-01"},
	{ID: "vague", Exact: "soon", Timex: "FUTURE_REF"},
	{ID: "bare", Exact: "2022", Timex: "2022", EDTF: "2022"}, // no days given
}

func TestPromisesAreSortedByDayAndOpenOnesComeLast(t *testing.T) {
	r := &record.Record{Times: times}
	add := func(id string, due *record.Due) {
		r.Statements = append(r.Statements, record.Statement{ID: id, Due: due})
	}
	add("condition", &record.Due{Condition: &record.Mark{Exact: "if they agree"}})
	for _, id := range []string{"vague", "later", "open", "month", "day", "year", "deadline", "bare"} {
		add(id, &record.Due{Time: id})
	}
	add("again", &record.Due{Time: "day"})
	add("none", nil)
	add("empty", &record.Due{})
	add("lost", &record.Due{Time: "t99"}) // names nothing
	promises := Promises(r)
	ByDay(promises)
	var got []string
	for _, p := range promises {
		if p.Statement != &r.Statements[p.At] {
			t.Errorf("%s is not statement %d", p.Statement.ID, p.At)
		}
		got = append(got, p.Statement.ID)
	}
	want := "bare year deadline day again month later open condition vague"
	if got := strings.Join(got, " "); got != want {
		t.Errorf("order %s, want %s", got, want)
	}
}

func TestDueHasValueWordsAndCondition(t *testing.T) {
	x := New(&record.Record{Times: times})
	due, ok := x.Due(&record.Statement{Due: &record.Due{
		Time: "month", Condition: &record.Mark{Exact: "if they agree"},
	}})
	want := Due{Moment{"2023-03", "2023-03", "next month", "2023-03-01", "2023-03-31"}, "if they agree"}
	if !ok || due != want {
		t.Errorf("due %+v, %v, want %+v", due, ok, want)
	}
	if got := x.Moment("vague"); got.Text != "FUTURE_REF" || got.EDTF != "" {
		t.Errorf("a time off the calendar is %+v", got)
	}
}
