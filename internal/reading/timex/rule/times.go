package rule

import (
	"fmt"

	"readout/internal/language/edtf"
	"readout/internal/reading/timex/value"
)

// times are parts of a day and times of the clock.
var times = []Rule{
	{"time", "<more>? <clock> <zone>? ,? on? <date>", clockOn, Sure, "9 p.m. on Tuesday => 2021-03-09T21:00"},
	{"time", "<more>? <clock> <zone>?", clockAlone, Sure, "10:30 a.m. => 2021-03-12T10:30"},
	{"time", "<date> at|, <more>? <clock> <zone>?", clockOn, Sure, "Tuesday at 9 p.m. => 2021-03-09T21:00"},
	{"time", "<nn> -|to <clock> <zone>? on? <date>", clockInterval, Sure, "9-11 a.m. on Thursday => 2021-03-11T09:00/2021-03-11T11:00"},
	{"time", "early|late|mid? <date> <part>", partOn, Sure, "Thursday morning => 2021-03-11TMO"},
	{"time", "the <part> of <date>", partOn, Sure, "the afternoon of March 3 => 2021-03-03TAF"},
	{"time", "early|late? this|tomorrow|yesterday <part>", partOn, Sure, "this morning => 2021-03-12TMO"},
	{"time", "tonight", tonight, Sure, "tonight => 2021-03-12TNI"},
	{"time", "late|early? last night", lastNight, Sure, "last night => 2021-03-11TNI"},
	{"time", "overnight", overnight, Weak, "overnight => 2021-03-11TNI"},
	{"time", "that|same <part>", partNarrated, Sure, "that evening => 2021-03-12TEV"},
	{"time", "the same|next|following|previous <part>", partNarrated, Sure, "the next morning => 2021-03-13TMO"},
	{"time", "the <part> before|after", partNarrated, Sure, "the night before => 2021-03-11TNI"},
	{"time", "the <part>", partNarrated, Weak, "the morning => 2021-03-12TMO"},
	{"time", "mid -? <part>", partNarrated, Sure, "mid afternoon => 2021-03-12TAF"},
}

// tails are the parts of a day as TIMEX3 has them, in the order of the class.
var tails = []string{"", "TMO", "TAF", "TEV", "TNI"}

func clockOn(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	if !ok || said.Period.Unit != edtf.Days || said.Until.Known() {
		return r.openClock(m, said)
	}
	return r.atClock(said, m), true
}

// openClock keeps the time of a day that nobody knows.
func (r *Reader) openClock(m *match, said reading) (reading, bool) {
	if said.Value == "" || len(said.Value) < len("XXXX-WXX") {
		return reading{}, false
	}
	return r.atClock(said, m), true
}

func (r *Reader) atClock(said reading, m *match) reading {
	zone, _ := m.Get("zone")
	degree, _ := m.Get("more")
	said.Kind, said.Mod, said.Within = value.Clock, degree.S, nil
	said.Tail = clockTail(m.N("clock")) + zone.S
	if said.Value != "" {
		said.Value += said.Tail
	}
	return said
}

// clockAlone is on the day of the text's last date in the paragraph, else of
// publication.
func clockAlone(r *Reader, m *match) (reading, bool) {
	return r.atClock(r.narratedDay(0), m), true
}

// narratedDay returns the day n days after the last one of the paragraph.
func (r *Reader) narratedDay(n int) reading {
	from, i, ok := r.Reference(value.Fine(edtf.Days))
	if !ok {
		return r.Relative(edtf.Days, n)
	}
	said := value.Calendar(from.Period.Shift(n))
	said.Anchor = i
	return said
}

func clockInterval(r *Reader, m *match) (reading, bool) {
	from, to := m.N("nn")*60, m.N("clock")
	if to >= 13*60 && from < 12*60 && from+12*60 < to {
		from += 12 * 60
	}
	said, ok := r.nested(m, "date")
	if !ok || said.Period.Unit != edtf.Days || from >= to {
		return reading{}, false
	}
	zone, _ := m.Get("zone")
	said.Kind, said.Until = value.Clock, said.Period
	said.Tail, said.LastTail = clockTail(from)+zone.S, clockTail(to)+zone.S
	return said, true
}

func partOn(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	for _, w := range m.All("word") {
		switch w.S {
		case "this", "tomorrow", "yesterday":
			n := map[string]int{"tomorrow": 1, "yesterday": -1}[w.S]
			said, ok = r.Relative(edtf.Days, n), true
		}
	}
	if !ok || said.Until.Known() || said.Period.Unit != edtf.Days && len(said.Value) < 8 {
		return reading{}, false
	}
	return inPart(said, m), true
}

// inPart puts a reading into a part of its day.
func inPart(r reading, m *match) reading {
	r.Kind, r.Tail, r.Within = value.Clock, tails[m.N("part")], nil
	if r.Value != "" {
		r.Value += r.Tail
	}
	for _, w := range m.All("word") {
		if mod := phaseMods[w.S]; mod != "" {
			r.Mod = mod
		}
	}
	return r
}

func (r *Reader) night(n int) (reading, bool) {
	said := r.Relative(edtf.Days, n)
	said.Kind, said.Tail = value.Clock, "TNI"
	if said.Value != "" {
		said.Value += "TNI"
	}
	return said, true
}

func tonight(r *Reader, _ *match) (reading, bool) { return r.night(0) }

func lastNight(r *Reader, _ *match) (reading, bool) { return r.night(-1) }

func overnight(r *Reader, _ *match) (reading, bool) { return r.night(-1) }

func partNarrated(r *Reader, m *match) (reading, bool) {
	n := 0
	for _, w := range m.All("word") {
		switch w.S {
		case "next", "following", "after":
			n = 1
		case "previous", "before":
			n = -1
		}
	}
	return inPart(r.narratedDay(n), m), true
}

// clockTail prints minutes of a day.
func clockTail(minutes int) string {
	return fmt.Sprintf("T%02d:%02d", minutes/60, minutes%60)
}
