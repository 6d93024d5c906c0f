package sample

import (
	"errors"
	"testing"

	"readout/record"
)

func TestWordsAreFoundByTheirNumberAndInTheirUnit(t *testing.T) {
	text := "é ab ab abab"
	for n, start := range []int{3, 6, 9, 11} { // in bytes
		if got := In(t, text, "ab", n); got != (record.Span{Start: start, End: start + 2}) {
			t.Errorf("the %dth is at %v, want %d", n, got, start)
		}
	}
	d := draft{t, text}
	if got := d.span("ab"); got != (record.Span{Start: 2, End: 4}) { // in code points
		t.Errorf("the first is at %v", got)
	}
	if id := d.id('s', "ab"); id != "s2" {
		t.Errorf("id %s", id)
	}
}

func TestADiskIsFullWhenItsRoomIsGone(t *testing.T) {
	d := &fullDisk{left: 3}
	for _, c := range []struct {
		words string
		taken int
		err   error
	}{{"ab", 2, nil}, {"cd", 1, errFull}, {"", 0, nil}, {"e", 0, errFull}} {
		n, err := d.Write([]byte(c.words))
		if n != c.taken || !errors.Is(err, c.err) {
			t.Errorf("%q: %d bytes, %v; want %d, %v",
				c.words, n, err, c.taken, c.err)
		}
	}
}

func TestSamplesAreMadeAfresh(t *testing.T) {
	for name, made := range map[string]func() *record.Record{
		"boats":  func() *record.Record { return Boats(t) },
		"treaty": func() *record.Record { return Treaty(t) },
		"mayor":  func() *record.Record { return Mayor(t) },
		"saying": func() *record.Record { return Saying("One.") },
	} {
		first := made()
		first.Statements[0].Content.Text, *first.Document.Text = "changed", "changed"
		second := made()
		if second.Statements[0].Content.Text == "changed" ||
			*second.Document.Text == "changed" {
			t.Errorf("%s: two share what is in them", name)
		}
	}
}

func TestTreatyHasOneOfEachKind(t *testing.T) {
	r := Treaty(t)
	polarities, status := map[record.Polarity]bool{}, map[record.Status]bool{}
	for _, s := range r.Statements {
		polarities[s.Polarity] = true
	}
	for _, e := range r.Events {
		status[e.Status] = true
	}
	for p := record.PolarityAffirmed; p <= record.PolarityDeclined; p++ {
		if !polarities[p] {
			t.Errorf("no statement is %s", p)
		}
	}
	if !status[record.StatusOccurred] || !status[record.StatusNegated] {
		t.Errorf("events are %v", status)
	}
}
