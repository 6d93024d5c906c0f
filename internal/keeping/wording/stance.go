package wording

import (
	"cmp"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// Sign returns the sign of a polarity, "" for affirmed and for one that was
// not judged. It stands before the word, never for it.
func Sign(p record.Polarity) string {
	switch p {
	case 0, record.PolarityAffirmed:
		return ""
	case record.PolarityDenied:
		return "✗"
	case record.PolarityOmitted:
		return "∅"
	case record.PolarityDeclined:
		return "–"
	}
	return "" // a number outside the vocabulary, which its word shows
}

// Polarity returns the word of a polarity behind its sign: "✗ denied",
// "affirmed", "" when it was not judged.
func Polarity(p record.Polarity) string {
	return strings.TrimSpace(Sign(p) + " " + p.String())
}

// Stand returns the polarity of a statement when it is other than affirmed:
// what is affirmed is said by being said.
func Stand(s *record.Statement) string {
	if Sign(s.Polarity) == "" {
		return ""
	}
	return Polarity(s.Polarity)
}

// Stance returns the act and how sure the speaker was: "forecast, probable
// (55–80 %)". What was not judged is left out.
func Stance(s *record.Statement) string {
	var parts []string
	if s.Act != 0 {
		parts = append(parts, s.Act.String())
	}
	sure := Certainty(s.Certainty)
	likely := Likelihood(s.Likelihood)
	switch {
	case sure == "":
		sure = likely
	case likely != "":
		sure += " (" + likely + ")"
	}
	if sure != "" {
		parts = append(parts, sure)
	}
	return strings.Join(parts, ", ")
}

// Certainty returns the word of a certainty; "unknown" alone would not say
// what is not known.
func Certainty(c record.Certainty) string {
	if c == record.CertaintyUnknown {
		return "certainty unknown"
	}
	return c.String()
}

// Likelihood returns a range of probabilities: "55–80 %".
func Likelihood(likelihood []float64) string {
	if len(likelihood) != 2 {
		return ""
	}
	return percent(likelihood[0]) + "–" + percent(likelihood[1]) + " %"
}

// Hedges returns the words that lowered the certainty.
func Hedges(s *record.Statement) string {
	out := make([]string, len(s.Hedges))
	for i, h := range s.Hedges {
		out[i] = h.Exact
	}
	return strings.Join(out, resolve.Separator)
}

// Place returns where something was said or happened, "" when that is not
// known.
func Place(a *record.Arg, names map[string]string) string {
	if a == nil {
		return ""
	}
	return Who(a, names)
}

// Moment returns a time in the given form with its words: "2023-03 (next
// month)". Where the calendar has no value the words stand alone, and where
// the words say the value, the value does.
func Moment(m resolve.Moment, form func(string) string) string {
	if m.EDTF == "" {
		return cmp.Or(m.Words, m.Text)
	}
	value := form(m.EDTF)
	if m.Words == "" || strings.EqualFold(m.Words, value) {
		return value
	}
	return value + " (" + m.Words + ")"
}

// Days writes an EDTF date for a narrow line: "2023-03", "2023-03-01 –
// 2023-03-10", "until 2023-02-28".
func Days(edtf string) string {
	from, to, interval := strings.Cut(edtf, "/")
	open := func(s string) bool { return s == "" || s == ".." }
	switch {
	case !interval:
		return edtf
	case open(from):
		return "until " + to
	case open(to):
		return "from " + from
	}
	return from + " – " + to
}

// Deadline returns when something is due, in the given form with its words:
// "by 31 March 2024", "" when no time is said.
func Deadline(d resolve.Due, form func(string) string) string {
	return Moment(d.Moment, func(edtf string) string {
		value := form(edtf)
		if end, open := strings.CutPrefix(value, "until "); open {
			return "by " + end
		}
		return value
	})
}

// Due returns when something is due, and on which condition: "2023-03 (next
// month), if they agree".
func Due(d resolve.Due, form func(string) string) string {
	return strings.Trim(Deadline(d, form)+", "+d.Condition, ", ")
}

// DueOf returns the same of a statement, "" when it says nothing is due.
func DueOf(s *record.Statement, x *resolve.Index, form func(string) string) string {
	d, ok := x.Due(s)
	if !ok {
		return ""
	}
	return Due(d, form)
}
