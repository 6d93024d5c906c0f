package resolve_test

import (
	"testing"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/sample"
	"readout/record"
)

func TestAMomentHasTheDaysThatItsValueCovers(t *testing.T) {
	for value, want := range map[string][2]string{
		"2024-02-26":    {"2024-02-26", "2024-02-26"},
		"2024-02":       {"2024-02-01", "2024-02-29"},
		"2024":          {"2024-01-01", "2024-12-31"},
		"../2024-03-31": {"", "2024-03-31"},
		"2024-03-31/..": {"2024-03-31", ""},
		"PAST_REF":      {"", ""},
		"":              {"", ""},
	} {
		m := resolve.On(value)
		if m.Start != want[0] || m.End != want[1] || m.Text != value {
			t.Errorf("%q: %q to %q, want %q", value, m.Start, m.End, want)
		}
	}
}

func TestWhenItWasSaidHasItsDays(t *testing.T) {
	r := sample.Treaty(t)
	for i := range r.Times {
		r.Times[i].Start, r.Times[i].End = "", "" // the value alone
	}
	x := resolve.New(r)
	if m := x.SaidOn(&r.Statements[0]); m.Start != "2024-02-26" || m.Words != "Monday" {
		t.Errorf("said by the text %+v", m)
	}
	if m := x.SaidOn(&r.Statements[1]); m.End != "2024-03-01" || m.Words != "" {
		t.Errorf("said when published %+v", m)
	}
	r.Statements[1].Said = nil
	if m := x.SaidOn(&r.Statements[1]); m != (resolve.Moment{}) {
		t.Errorf("not known %+v", m)
	}
	if m := x.MomentOn(r.Times[1].ID); m.Start != "" || m.End != "2024-03-31" {
		t.Errorf("by a day %+v", m)
	}
	if m := x.MomentOn("t9"); m != (resolve.Moment{}) {
		t.Errorf("a time that is not there %+v", m)
	}
}

func TestCodePointsAreHadWhereTheTextIsThere(t *testing.T) {
	text := "é😀"
	r := sample.Saying(text) // in bytes
	in, err := resolve.CodePoints(r)
	if err != nil || in.Statements[0].Content.Spans[0].End != 2 || r.Statements[0].Content.Spans[0].End != 6 {
		t.Errorf("%v, %+v from %+v", err, in.Statements[0].Content, r.Statements[0].Content)
	}
	r.Document.Text = nil
	if bare, err := resolve.CodePoints(r); err != nil || bare != r || bare.Offsets != record.OffsetsByte {
		t.Errorf("without text: %v, %v", err, bare.Offsets)
	}
	r.Document.Text, r.Statements[0].Content.Spans[0].End = &text, 99
	if _, err := resolve.CodePoints(r); err == nil {
		t.Error("a span beyond the text is converted")
	}
}
