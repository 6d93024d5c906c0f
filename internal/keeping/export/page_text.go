package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A role is what marked words do in a statement, or are in any place.
type role uint8

const (
	roleSpeaker role = iota
	roleCue
	roleContent
	roleCited
	roleValue
	roles // how many there are
)

// A marked span is a stretch of the text with its role, in bytes.
type marked struct {
	record.Span
	role  role
	n     int            // number of the statement; 0 when the mark is of none
	value *resolve.Value // of a time or an amount
}

// newParagraphs cuts the text into paragraphs and these into pieces, and puts
// each card beside the paragraph in which its content begins.
func newParagraphs(r *record.Record, cards []card, x *resolve.Index) []paragraph {
	text := *r.Document.Text
	marks := marksOf(r, x)
	cards = slices.Clone(cards)
	slices.SortStableFunc(cards, func(a, b card) int { return cmp.Compare(a.begin, b.begin) })

	var out []paragraph
	var over []marked // marks that reach into what follows
	for _, p := range paragraphSpans(text) {
		i, _ := slices.BinarySearchFunc(cards, p.End, func(c card, end int) int { return cmp.Compare(c.begin, end) })
		beside := cards[:i]
		cards = cards[i:]
		j, _ := slices.BinarySearchFunc(marks, p.End, func(m marked, end int) int { return cmp.Compare(m.Start, end) })
		over = append(over, marks[:j]...)
		marks = marks[j:]
		over = slices.DeleteFunc(over, func(m marked) bool { return m.End <= p.Start })
		out = append(out, paragraph{piecesOf(text, p, over, beside), beside})
	}
	if len(out) > 0 { // a statement after the last paragraph is a defect, yet shown
		last := &out[len(out)-1]
		last.Cards = append(slices.Clip(last.Cards), cards...)
	}
	return out
}

// marksOf returns all marks by where they begin. Words that tell when a
// statement was said or whom it is cited to are marks of that statement too.
func marksOf(r *record.Record, x *resolve.Index) []marked {
	out := valueMarks(x)
	for _, c := range r.Citations {
		out = append(out, marked{Span: c.Span, role: roleCited})
	}
	for i, s := range r.Statements {
		if s.Speaker != nil && s.Speaker.Span != nil {
			out = append(out, marked{Span: *s.Speaker.Span, role: roleSpeaker, n: i + 1})
		}
		if s.Cue != nil {
			out = append(out, marked{Span: s.Cue.Span, role: roleCue, n: i + 1})
		}
		for _, span := range s.Content.Spans {
			out = append(out, marked{Span: span, role: roleContent, n: i + 1})
		}
		for _, id := range s.Citations {
			if c := x.Citation(id); c != nil {
				out = append(out, marked{Span: c.Span, role: roleCited, n: i + 1})
			}
		}
		if s.Said != nil && x.Time(s.Said.Time) != nil {
			out = append(out, marked{Span: x.Time(s.Said.Time).Span, role: roleValue, n: i + 1})
		}
	}
	slices.SortStableFunc(out, func(a, b marked) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// valueMarks returns the marks of times and amounts.
func valueMarks(x *resolve.Index) []marked {
	var out []marked
	for _, values := range [][]resolve.Value{x.Dated, x.Counted} {
		for i := range values {
			out = append(out, marked{Span: values[i].Span, role: roleValue, value: &values[i]})
		}
	}
	return out
}

// piecesOf cuts one paragraph wherever a mark begins or ends.
func piecesOf(text string, p record.Span, marks []marked, cards []card) []piece {
	cuts := []int{p.Start, p.End}
	for _, m := range marks {
		cuts = append(cuts, max(m.Start, p.Start), min(m.End, p.End))
	}
	for _, c := range cards {
		cuts = append(cuts, max(c.begin, p.Start))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []piece
	for i, start := range cuts[:len(cuts)-1] {
		s := record.Span{Start: start, End: cuts[i+1]}
		at := piece{Class: classOf(s, marks), Text: text[s.Start:s.End]}
		at.show(valueAt(s, marks))
		for _, c := range cards {
			if max(c.begin, p.Start) == start {
				at.Refs = append(at.Refs, c.ref)
			}
		}
		out = append(out, at)
	}
	return out
}

// valueAt returns the time or amount over a piece, the shortest where several
// lie over each other, nil where none does.
func valueAt(s record.Span, marks []marked) *resolve.Value {
	var best *resolve.Value
	for _, m := range marks {
		if m.value == nil || !m.over(s) {
			continue
		}
		if best == nil || m.End-m.Start < best.End-best.Start {
			best = m.value
		}
	}
	return best
}

// over says whether a mark lies over the whole of s.
func (m marked) over(s record.Span) bool { return m.Start <= s.Start && s.End <= m.End }

// show makes a piece tell the value v, nil for none.
func (p *piece) show(v *resolve.Value) {
	if v == nil {
		return
	}
	p.Title, p.Datetime = v.Plain, v.Datetime
	if v.Datetime == "" {
		p.Value = v.Text
	}
}

// classOf returns the classes of a piece: m for any mark, the roles, how deep
// contents lie over each other, and the ties to the statements' cards.
func classOf(s record.Span, marks []marked) string {
	var has [roles]int
	var keys []string
	for _, m := range marks {
		if !m.over(s) {
			continue
		}
		has[m.role]++
		if m.n > 0 {
			keys = append(keys, tie(m.n))
		}
	}
	if has == [roles]int{} {
		return ""
	}
	classes := []string{"m"}
	if has[roleSpeaker] > 0 {
		classes = append(classes, "speaker")
	}
	if has[roleCue] > 0 {
		classes = append(classes, "cue")
	}
	// The style tells three depths apart; more are rare and look like three.
	if deep := min(has[roleContent], 3); deep > 0 {
		classes = append(classes, "content", "c"+strconv.Itoa(deep))
	}
	if has[roleCited] > 0 {
		classes = append(classes, "cited")
	}
	if has[roleValue] > 0 {
		classes = append(classes, "value")
	}
	slices.Sort(keys)
	return strings.Join(append(classes, slices.Compact(keys)...), " ")
}

// paragraphSpans cuts a text at blank lines. Where a paragraph has a line
// longer than any that is broken by hand, each of its lines is a paragraph.
func paragraphSpans(text string) []record.Span {
	// brokenByHand is the longest line, in bytes, of a text with hard line
	// breaks: mail and agency copy break at 60 to 80 columns.
	const brokenByHand = 120
	var out, block []record.Span
	longest := 0
	flush := func() {
		if len(block) > 0 && longest <= brokenByHand {
			block = []record.Span{{Start: block[0].Start, End: block[len(block)-1].End}}
		}
		out = append(out, block...)
		block, longest = nil, 0
	}
	start := 0
	for line := range strings.Lines(text) {
		end := start + len(line)
		if bare := strings.TrimSpace(line); bare == "" {
			flush()
		} else {
			longest = max(longest, len(bare))
			block = append(block, record.Span{Start: start, End: start + len(strings.TrimRight(line, "\n"))})
		}
		start = end
	}
	flush()
	return out
}
