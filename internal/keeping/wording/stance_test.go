package wording

import (
	"testing"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/sample"
	"readout/record"
)

func TestOnlyWhatIsNotAffirmedHasASign(t *testing.T) {
	for want, p := range map[string]record.Polarity{
		"":           0,
		"affirmed":   record.PolarityAffirmed,
		"✗ denied":   record.PolarityDenied,
		"∅ omitted":  record.PolarityOmitted,
		"– declined": record.PolarityDeclined,
		"(99)":       99, // outside the vocabulary: seen, not hidden
	} {
		if got := Polarity(p); got != want {
			t.Errorf("polarity %d: %q, want %q", p, got, want)
		}
		stand := Stand(&record.Statement{Polarity: p})
		if (stand != "") != (Sign(p) != "") {
			t.Errorf("polarity %d: stand %q", p, stand)
		}
	}
}

func TestStanceSaysWhatWasJudged(t *testing.T) {
	for want, s := range map[string]record.Statement{
		"":                           {},
		"commit":                     {Act: record.ActCommit},
		"probable":                   {Certainty: record.CertaintyProbable},
		"ask, certainty unknown":     {Act: record.ActAsk, Certainty: record.CertaintyUnknown},
		"forecast, possible (1–5 %)": {Act: record.ActForecast, Certainty: record.CertaintyPossible, Likelihood: []float64{0.01, 0.05}},
		"state, 55–99.5 %":           {Act: record.ActState, Likelihood: []float64{0.55, 0.995}},
		"state, certain":             {Act: record.ActState, Certainty: record.CertaintyCertain, Likelihood: []float64{0.5}}, // half a range
	} {
		if got := Stance(&s); got != want {
			t.Errorf("stance %q, want %q", got, want)
		}
	}
}

func TestAMomentHasItsValueAndItsWords(t *testing.T) {
	for _, c := range []struct {
		m           resolve.Moment
		days, plain string
	}{
		{resolve.Moment{}, "", ""},
		{resolve.Moment{Text: "2023-03", EDTF: "2023-03", Words: "next month"}, "2023-03 (next month)", "March 2023 (next month)"},
		{resolve.Moment{Text: "2023-03", EDTF: "2023-03", Words: "March 2023"}, "2023-03 (March 2023)", "March 2023"},
		{resolve.Moment{Text: "P3W", Words: "within three weeks"}, "within three weeks", "within three weeks"},
		{resolve.Moment{Text: "P3W"}, "P3W", "P3W"},
		{resolve.Moment{Text: "2023-03/2023-05", EDTF: "2023-03/2023-05"}, "2023-03 – 2023-05", "March 2023 – May 2023"},
		{resolve.Moment{Text: "2023-03/..", EDTF: "2023-03/.."}, "from 2023-03", "from March 2023"},
	} {
		if days, plain := Moment(c.m, Days), Moment(c.m, resolve.PlainDate); days != c.days || plain != c.plain {
			t.Errorf("%+v: %q and %q, want %q and %q",
				c.m, days, plain, c.days, c.plain)
		}
	}
}

func TestADeadlineIsByItsDay(t *testing.T) {
	may := resolve.Moment{Text: "../2024-05", EDTF: "../2024-05", Words: "by May"}
	for want, due := range map[string]resolve.Due{
		"":                                    {},
		"by May 2024 (by May)":                {Moment: may},
		"by May 2024 (by May), if they agree": {Moment: may, Condition: "if they agree"},
		"if they agree":                       {Condition: "if they agree"},
	} {
		if got := Due(due, resolve.PlainDate); got != want {
			t.Errorf("due %q, want %q", got, want)
		}
	}
}

func TestPartiesSayWhoDidItToWhom(t *testing.T) {
	a, b := []record.Arg{{Exact: "Ann"}, {Exact: "Bo"}}, []record.Arg{{Exact: "Cy"}}
	for want, e := range map[string]record.Event{
		"":                {},
		"Ann; Bo":         {Actors: a},
		"(no actor) → Cy": {Recipients: b},
		"Ann; Bo → Cy":    {Actors: a, Recipients: b},
	} {
		if got := Parties(&e, nil); got != want {
			t.Errorf("parties %q, want %q", got, want)
		}
	}
}

func TestAnOutcomeSaysWhatIsNotCertain(t *testing.T) {
	for want, e := range map[string]record.Event{
		"occurred":                   {Status: record.StatusOccurred},
		"planned":                    {Status: record.StatusPlanned, Certainty: record.CertaintyCertain},
		"planned, probable":          {Status: record.StatusPlanned, Certainty: record.CertaintyProbable},
		"✗ negated":                  {Status: record.StatusNegated, Certainty: record.CertaintyCertain},
		"ongoing, certainty unknown": {Status: record.StatusOngoing, Certainty: record.CertaintyUnknown},
	} {
		if got := Outcome(&e); got != want {
			t.Errorf("outcome %q, want %q", got, want)
		}
	}
}

func TestAnEventIsToldByItsStatement(t *testing.T) {
	r := sample.Treaty(t)
	tell := NewTeller(r, resolve.New(r).Names)
	for i, want := range [][2]string{
		{"performed by Prime Minister Ann Lee (s60)", "performed in 1"},
		{"described by The Home Office (s169)", "described in 2"},
		{"", ""}, // the document tells it
	} {
		e := &r.Events[i]
		if by, n := tell.By(e), tell.ByNumber(e); by != want[0] || n != want[1] {
			t.Errorf("event %d: %q, %q, want %q", i, by, n, want)
		}
	}
	lost := record.Event{Statement: "s999", As: record.AsDescribed}
	if got := tell.By(&lost) + tell.ByNumber(&lost); got != "" {
		t.Errorf("an event of no statement is told as %q", got)
	}
}

func TestLinesCountFromOneAndOffsetsStandInForThem(t *testing.T) {
	r := sample.Treaty(t)
	l, err := NewLines(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := Line(l.Statement(0)) + ", " + Line(l.Statement(1)) + ", " + Line(l.Event(2)); got != "line 1, line 3, line 5" {
		t.Errorf("lines %s", got)
	}
	r.Document.Text = nil
	if l, err = NewLines(r); err != nil {
		t.Fatal(err)
	}
	if got := Line(l.Statement(0)) + ", " + Line(l.Event(0)); got != "offset 60, offset 23" {
		t.Errorf("without the text %s", got)
	}
}

func TestSpansThatTheTextLacksHaveNoLine(t *testing.T) {
	r := sample.Treaty(t)
	r.Events[0].Trigger.Span.End = 9999
	if _, err := NewLines(r); err == nil {
		t.Error("a span outside the text has a line")
	}
}
