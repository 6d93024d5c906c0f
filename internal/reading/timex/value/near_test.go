package value

import (
	"testing"

	"readout/internal/language/edtf"
	"readout/internal/language/text"
	"readout/internal/reading/timex/pattern"
)

// dateIn returns a month and day of any year that has it.
func dateIn(month, day int) func(int) (Reading, bool) {
	return func(year int) (Reading, bool) {
		d := edtf.DayOf(year, month, day)
		_, m, _ := d.Date()
		return Calendar(edtf.Of(edtf.Days, d)), m == month
	}
}

// around returns the context of two tokens, such as "March 3", between words.
func around(t *testing.T, before, date, after, published string) *Context {
	t.Helper()
	src := before + " " + date + " " + after
	doc, err := text.New(src)
	if err != nil {
		t.Fatal(err)
	}
	p := pattern.NewParser(pattern.Compile(nil))
	p.Load(doc, text.Span{End: len(before)})
	at := p.Len()
	p.Load(doc, text.Span{End: len(src)})
	c := NewContext(p, published)
	c.At, c.End = at, at+2
	return &c
}

func TestTheTenseChoosesTheYear(t *testing.T) {
	for _, c := range []struct {
		before, after string
		month, day    int
		want          string
	}{
		{"The dam broke on", "", 3, 3, "2021-03-03"},
		{"The dam broke on", "", 11, 20, "2020-11-20"},
		{"The dam will open on", "", 11, 20, "2021-11-20"},
		{"The dam will open on", "", 2, 1, "2021-02-01"}, // just past: not next year
		{"The dam will open on", "", 12, 31, "2021-12-31"},
		{"A dam on", "", 4, 1, "2021-04-01"},
		{"A dam on", "", 12, 1, "2020-12-01"},
		{"The town asked for it by", "", 4, 1, "2021-04-01"},
		{"Papers praised the", "flood", 4, 1, "2021-04-01"},
		{"The dam will open (", ")", 11, 20, "2020-11-20"},
		{"The dam broke on", "", 2, 29, "2020-02-29"},
		{"The dam will open on", "", 2, 29, "2024-02-29"},
	} {
		ctx := around(t, c.before, "March 3", c.after, "2021-03-12")
		r, ok := ctx.Partial("XXXX-XX-XX", dateIn(c.month, c.day))
		if got := r.TIMEX(); !ok || got != c.want || r.Anchor != Published {
			t.Errorf("%s %d-%d %s: %s (%v), want %s", c.before, c.month, c.day, c.after, got, ok, c.want)
		}
	}
}

func TestAnUndatedTextLeavesTheYearOpen(t *testing.T) {
	ctx := around(t, "The dam broke on", "March 3", "", "")
	r, ok := ctx.Partial("XXXX-03-03", dateIn(3, 3))
	if !ok || r.TIMEX() != "XXXX-03-03" || r.Anchor != NoAnchor {
		t.Errorf("%s, anchor %d", r.TIMEX(), r.Anchor)
	}
	if r := ctx.Relative(edtf.Months, 1); r.TIMEX() != "XXXX-XX" {
		t.Errorf("next month: %s", r.TIMEX())
	}
}

func TestNoYearHasAnImpossibleDay(t *testing.T) {
	ctx := around(t, "The dam broke on", "June 31", "", "2021-03-12")
	if r, ok := ctx.Partial("XXXX-XX-XX", dateIn(6, 31)); ok {
		t.Errorf("June 31 is %s", r.TIMEX())
	}
}

func TestAwayIsAsFineAsItsUnit(t *testing.T) {
	from := edtf.Of(edtf.Days, edtf.DayOf(2021, 3, 12))
	for _, c := range []struct {
		count float64
		unit  string
		sign  int
		want  string // empty: no such place
	}{
		{10, "days", 1, "2021-03-22"},
		{2, "weeks", -1, "2021-W08"},
		{1, "fortnight", 1, "2021-W12"},
		{3, "months", -1, "2020-12"},
		{2, "quarters", 1, "2021-Q3"},
		{1.5, "years", -1, "2019-09"},
		{3, "decades", -1, "199"},
		{1, "century", -1, "19"},
		{5, "hours", 1, ""},
		{-1, "years", -1, ""},
	} {
		unit, _ := pattern.UnitOf(c.unit)
		got := ""
		if p, ok := (Length{Count: c.count, Unit: unit}).Away(from, c.sign); ok {
			got = p.Timex()
		}
		if got != c.want {
			t.Errorf("%v %s %+d: %q, want %q", c.count, c.unit, c.sign, got, c.want)
		}
	}
}

func TestThirdsDivideAUnitButNoDay(t *testing.T) {
	day := edtf.DayOf(2021, 3, 12)
	for _, c := range []struct {
		unit       edtf.Unit
		mod        string
		want, days string
	}{
		{edtf.Years, "start", "2021", "2021-01-01/2021-04-30"},
		{edtf.Years, "mid", "2021", "2021-05-01/2021-08-31"},
		{edtf.Years, "end", "2021", "2021-09-01/2021-12-31"},
		{edtf.Quarters, "mid", "2021-Q1", "2021-02-01/2021-02-28"},
		{edtf.Months, "start", "2021-03", "2021-03-01/2021-03-10"},
		{edtf.Months, "end", "2021-03", "2021-03-21/2021-03-31"},
		{edtf.Days, "mid", "2021-03-12", "2021-03-12"},
	} {
		r := Calendar(edtf.Of(c.unit, day)).Third(c.mod)
		if got, _ := r.Bounds(); r.TIMEX() != c.want || got != c.days || r.Mod != c.mod {
			t.Errorf("%s of %s: %s and %s, want %s", c.mod, c.want, r.TIMEX(), got, c.days)
		}
	}
}
