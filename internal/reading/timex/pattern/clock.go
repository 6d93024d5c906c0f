package pattern

import (
	"fmt"
	"strings"
)

// zones gives the offset from UTC in hours, plus 100.
var zones = map[string]int{
	"gmt": 100, "utc": 100, "bst": 101, "cet": 101, "cest": 102, "est": 95, "edt": 96,
	"cst": 94, "cdt": 95, "mst": 93, "mdt": 94, "pst": 92, "pdt": 93, "msk": 103,
	"eet": 102, "eest": 103, "jst": 109, "local": 0,
}

// takeZone takes the name of a zone, or "local time", which names none.
func takeZone(p *Parser, i int) (Capture, int, bool) {
	offset, ok := zones[p.Low(i)]
	switch {
	case !ok:
		return Capture{}, 0, false
	case offset == 0:
		return Capture{}, i + 2, p.Low(i+1) == "time"
	case !p.Upper(i):
		return Capture{}, 0, false
	case offset == 100:
		return Capture{S: "Z"}, i + 1, true
	}
	sign, hours := "+", offset-100
	if hours < 0 {
		sign, hours = "-", -hours
	}
	return Capture{S: fmt.Sprintf("%s%02d:00", sign, hours)}, i + 1, true
}

// takeClock takes a time of day; n is in minutes. "2" alone is none.
func takeClock(p *Parser, i int) (Capture, int, bool) {
	switch p.Low(i) {
	case "noon", "midday":
		return Capture{N: 12 * 60}, i + 1, true
	case "midnight":
		return Capture{N: 24 * 60}, i + 1, true
	}
	hour, minute, end, exact := p.hour(i)
	if hour < 0 {
		return Capture{}, 0, false
	}
	if p.isOClock(end) {
		end, exact = end+3, true
	}
	half, end, ok := p.halfOfDay(end)
	if ok && hour >= 1 && hour <= 12 {
		return Capture{N: (hour%12+half)*60 + minute}, end, true
	}
	return Capture{N: hour*60 + minute}, end, exact && hour < 24 && minute < 60
}

// isOClock reports whether the three tokens of "o'clock" stand at i, which make
// any hour exact.
func (p *Parser) isOClock(i int) bool {
	return p.Low(i) == "o" && p.Low(i+1) == "'" && p.Low(i+2) == "clock"
}

// hour takes the digits of a clock. They are exact if only a clock is written
// like that: 9:30, or 1420 before a zone.
func (p *Parser) hour(i int) (hour, minute, end int, exact bool) {
	n := p.Number(i)
	if word, ok := ones[p.Low(i)]; ok && word <= 12 && p.Low(i) != "a" && p.Low(i) != "an" {
		n = word
	}
	if n < 0 || p.Glued(i) && strings.Contains("$.:,/", p.Low(i-1)) {
		return -1, 0, 0, false
	}
	next, minutes := p.Low(i+1), p.Number(i+2)
	if len(p.Low(i)) == 4 && n < 2400 && n%100 < 60 {
		_, zone := zones[next]
		return n / 100, n % 100, i + 1, zone
	}
	if n > 24 {
		return -1, 0, 0, false
	}
	if (next == ":" || next == ".") && p.Glued(i+1) && p.Glued(i+2) &&
		len(p.Low(i+2)) == 2 && minutes >= 0 && minutes < 60 {
		return n, minutes, i + 3, next == ":"
	}
	return n, 0, i + 1, false
}

// halfOfDay takes "a.m.", "pm", "in the morning", "at night"; it returns the
// hours to add.
func (p *Parser) halfOfDay(i int) (hours, end int, ok bool) {
	low := p.Low(i)
	switch {
	case low == "am" || low == "pm":
		return 12 * int(low[0]-'a') / 15, i + 1, true
	case (low == "a" || low == "p") && p.Low(i+1) == "." && p.Low(i+2) == "m" && p.Glued(i+2):
		end = i + 3
		if p.Low(end) == "." && p.Glued(end) {
			end++
		}
		return 12 * int(low[0]-'a') / 15, end, true
	case p.has(i, []string{"in", "the", "morning"}):
		return 0, i + 3, true
	case p.has(i, []string{"in", "the", "afternoon"}), p.has(i, []string{"in", "the", "evening"}):
		return 12, i + 3, true
	case p.has(i, []string{"at", "night"}):
		return 12, i + 2, true
	}
	return 0, i, false
}
