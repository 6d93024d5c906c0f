package timex

import (
	"readout/internal/language/edtf"
)

// times are parts of a day and times of the clock.
var times = []rule{
	{"time", "<more>? <clock> <zone>? ,? on? <date>", clockOn, sure, "9 p.m. on Tuesday => 2021-03-09T21:00"},
	{"time", "<more>? <clock> <zone>?", clockAlone, sure, "10:30 a.m. => 2021-03-12T10:30"},
	{"time", "<date> at|, <more>? <clock> <zone>?", clockOn, sure, "Tuesday at 9 p.m. => 2021-03-09T21:00"},
	{"time", "<nn> -|to <clock> <zone>? on? <date>", clockInterval, sure, "9-11 a.m. on Thursday => 2021-03-11T09:00/2021-03-11T11:00"},
	{"time", "early|late|mid? <date> <part>", partOn, sure, "Thursday morning => 2021-03-11TMO"},
	{"time", "the <part> of <date>", partOn, sure, "the afternoon of March 3 => 2021-03-03TAF"},
	{"time", "early|late? this|tomorrow|yesterday <part>", partOn, sure, "this morning => 2021-03-12TMO"},
	{"time", "tonight", tonight, sure, "tonight => 2021-03-12TNI"},
	{"time", "late|early? last night", lastNight, sure, "last night => 2021-03-11TNI"},
	{"time", "overnight", overnight, weak, "overnight => 2021-03-11TNI"},
	{"time", "that|same <part>", partNarrated, sure, "that evening => 2021-03-12TEV"},
	{"time", "the same|next|following|previous <part>", partNarrated, sure, "the next morning => 2021-03-13TMO"},
	{"time", "the <part> before|after", partNarrated, sure, "the night before => 2021-03-11TNI"},
	{"time", "the <part>", partNarrated, weak, "the morning => 2021-03-12TMO"},
	{"time", "mid -? <part>", partNarrated, sure, "mid afternoon => 2021-03-12TAF"},
}

func clockOn(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	if !ok || said.period.Unit != edtf.Days || said.until.Known() {
		return r.openClock(m, said)
	}
	return r.atClock(said, m), true
}

// openClock keeps the time of a day that nobody knows.
func (r *reader) openClock(m *match, said reading) (reading, bool) {
	if said.value == "" || len(said.value) < len("XXXX-WXX") {
		return reading{}, false
	}
	return r.atClock(said, m), true
}

func (r *reader) atClock(said reading, m *match) reading {
	zone, _ := m.get("zone")
	degree, _ := m.get("more")
	said.kind, said.mod, said.within = Clock, degree.s, nil
	said.tail = clockTail(m.n("clock")) + zone.s
	if said.value != "" {
		said.value += said.tail
	}
	return said
}

// clockAlone is on the day of the text's last date in the paragraph, else of
// publication.
func clockAlone(r *reader, m *match) (reading, bool) {
	return r.atClock(r.narratedDay(0), m), true
}

// narratedDay returns the day n days after the last one of the paragraph.
func (r *reader) narratedDay(n int) reading {
	from, i, ok := r.reference(fine(edtf.Days))
	if !ok {
		return r.relative(edtf.Days, n)
	}
	said := calendar(from.period.Shift(n))
	said.anchor = i
	return said
}

func clockInterval(r *reader, m *match) (reading, bool) {
	from, to := m.n("nn")*60, m.n("clock")
	if to >= 13*60 && from < 12*60 && from+12*60 < to {
		from += 12 * 60
	}
	said, ok := r.nested(m, "date")
	if !ok || said.period.Unit != edtf.Days || from >= to {
		return reading{}, false
	}
	zone, _ := m.get("zone")
	said.kind, said.until = Clock, said.period
	said.tail, said.lastTail = clockTail(from)+zone.s, clockTail(to)+zone.s
	return said, true
}

func partOn(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	for _, w := range m.all("word") {
		switch w.s {
		case "this", "tomorrow", "yesterday":
			n := map[string]int{"tomorrow": 1, "yesterday": -1}[w.s]
			said, ok = r.relative(edtf.Days, n), true
		}
	}
	if !ok || said.until.Known() || said.period.Unit != edtf.Days && len(said.value) < 8 {
		return reading{}, false
	}
	return said.part(m), true
}

// part puts a reading into a part of its day.
func (r reading) part(m *match) reading {
	r.kind, r.tail, r.within = Clock, tails[m.n("part")], nil
	if r.value != "" {
		r.value += r.tail
	}
	for _, w := range m.all("word") {
		if mod := phaseMods[w.s]; mod != "" {
			r.mod = mod
		}
	}
	return r
}

func (r *reader) night(n int) (reading, bool) {
	said := r.relative(edtf.Days, n)
	said.kind, said.tail = Clock, "TNI"
	if said.value != "" {
		said.value += "TNI"
	}
	return said, true
}

func tonight(r *reader, _ *match) (reading, bool) { return r.night(0) }

func lastNight(r *reader, _ *match) (reading, bool) { return r.night(-1) }

func overnight(r *reader, _ *match) (reading, bool) { return r.night(-1) }

func partNarrated(r *reader, m *match) (reading, bool) {
	n := 0
	for _, w := range m.all("word") {
		switch w.s {
		case "next", "following", "after":
			n = 1
		case "previous", "before":
			n = -1
		}
	}
	return r.narratedDay(n).part(m), true
}
