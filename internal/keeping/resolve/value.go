package resolve

import (
	"cmp"
	"strings"
	"time"

	"readout/record"
)

// A Value is a time or an amount: its words and what they come to.
type Value struct {
	record.Span
	Words    string // of the text
	Text     string // normalised: an EDTF date, a number with its unit
	Plain    string // the same for people
	Datetime string // as HTML writes it, "" when HTML has no form for it
}

// Texts joins values as one cell.
func Texts(values []Value) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = v.Text
	}
	return strings.Join(out, Separator)
}

// timeText returns the value of a time: EDTF, else TIMEX3 with its modifier.
func timeText(t *record.Time) string {
	if day := calendar(t); day != "" {
		return day
	}
	return strings.TrimSpace(t.Timex + " " + t.Mod.String())
}

// calendar returns the value of a time in EDTF, "" when it has none: "PAST_REF"
// and a length of time lie nowhere on the calendar.
func calendar(t *record.Time) string {
	switch {
	case t.EDTF != "":
		return t.EDTF
	case t.Start == "" && t.End == "":
		return ""
	case t.Start == t.End:
		return t.Start
	}
	return cmp.Or(t.Start, "..") + "/" + cmp.Or(t.End, "..")
}

// datetime returns what the datetime of HTML's time element may hold for t, ""
// when that has no such form: an interval, "about 2021", "every Tuesday".
func datetime(t *record.Time) string {
	if t.Mod != 0 {
		return ""
	}
	for _, v := range []string{t.Timex, t.EDTF} {
		for _, layout := range []string{
			time.DateOnly, "2006-01", "2006", "2006-01-02T15:04", "2006-01-02T15:04:05",
		} {
			if day, err := time.Parse(layout, v); err == nil && day.Year() > 0 {
				return v
			}
		}
	}
	return ""
}

// PlainDate writes an EDTF date out: "22 February 2023", "September 2021". What
// it does not know it leaves as it is.
func PlainDate(edtf string) string {
	if from, to, ok := strings.Cut(edtf, "/"); ok {
		return plainInterval(from, to)
	}
	if bare, ok := strings.CutSuffix(edtf, "~"); ok {
		return "about " + PlainDate(bare)
	}
	if day, err := time.Parse(time.DateOnly, edtf); err == nil {
		return day.Format("2 January 2006")
	}
	if month, err := time.Parse("2006-01", edtf); err == nil {
		return month.Format("January 2006")
	}
	return edtf
}

// plainInterval writes an interval out; ".." is an open end.
func plainInterval(from, to string) string {
	open := func(s string) bool { return s == "" || s == ".." }
	switch {
	case open(from):
		return "until " + PlainDate(to)
	case open(to):
		return "from " + PlainDate(from)
	}
	return PlainDate(from) + " – " + PlainDate(to)
}

// amountText returns the value of an amount with its unit: "3000 refugees",
// "1500000000 USD", "about 10 to 20 %".
func amountText(a *record.Amount) string {
	var b strings.Builder
	b.WriteString(numberText(a))
	unit := a.Unit
	if unit == "" && a.Kind == record.AmountPercent {
		unit = "%"
	}
	if unit != "" {
		b.WriteString(" " + unit)
	}
	switch {
	case a.Of != "" && unit == "":
		b.WriteString(" " + a.Of)
	case a.Of != "":
		b.WriteString(" of " + a.Of)
	}
	return b.String()
}

// numberText returns the number of an amount, or its bounds in words: what
// bounds it stands before "about", since it is the bound that is rough.
func numberText(a *record.Amount) string {
	about := ""
	if a.Approx {
		about = "about "
	}
	switch {
	case a.Low != "" && a.High != "":
		return about + a.Low + " to " + a.High
	case a.Low != "":
		return "at least " + about + a.Low
	case a.High != "":
		return "at most " + about + a.High
	}
	return about + a.Value
}
