package layout

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
	roleTrigger
	roleTied // lights with its card, and is otherwise as any word
	roles    // how many there are
)

// A marked span is a stretch of the text with its role, in bytes.
type marked struct {
	record.Span
	role  role
	tie   string         // class of the statement or event; "" when it is of none
	value *resolve.Value // of a time or an amount
}

// newParagraphs cuts the text into paragraphs and these into pieces, and puts
// each card beside the paragraph in which its content or trigger begins.
func newParagraphs(r *record.Record, cards []Card, events []Event, x *resolve.Index) []Paragraph {
	text := *r.Document.Text
	marks := marksOf(r, x)
	cards, events = slices.Clone(cards), slices.Clone(events)
	slices.SortStableFunc(cards, func(a, b Card) int { return cmp.Compare(a.begin, b.begin) })
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.begin, b.begin) })

	var out []Paragraph
	var over []marked // marks that reach into what follows
	for _, p := range paragraphSpans(text) {
		var at Paragraph
		i, _ := slices.BinarySearchFunc(cards, p.End, func(c Card, end int) int { return cmp.Compare(c.begin, end) })
		at.Cards, cards = cards[:i], cards[i:]
		j, _ := slices.BinarySearchFunc(events, p.End, func(e Event, end int) int { return cmp.Compare(e.begin, end) })
		at.Events, events = events[:j], events[j:]
		k, _ := slices.BinarySearchFunc(marks, p.End, func(m marked, end int) int { return cmp.Compare(m.Start, end) })
		over = append(over, marks[:k]...)
		marks = marks[k:]
		over = slices.DeleteFunc(over, func(m marked) bool { return m.End <= p.Start })
		at.Pieces = piecesOf(text, p, over, beginnings(p.Start, at.Cards, at.Events))
		out = append(out, at)
	}
	if len(out) > 0 { // what lies after the last paragraph is a defect, yet shown
		last := &out[len(out)-1]
		last.Cards = append(slices.Clip(last.Cards), cards...)
		last.Events = append(slices.Clip(last.Events), events...)
	}
	return out
}

// beginnings returns the numbers to be set into a Paragraph by where they
// stand: those of statements before those of events.
func beginnings(start int, cards []Card, events []Event) map[int][]Ref {
	at := map[int][]Ref{}
	for _, c := range cards {
		at[max(c.begin, start)] = append(at[max(c.begin, start)], c.Ref)
	}
	for _, e := range events {
		at[max(e.begin, start)] = append(at[max(e.begin, start)], e.Ref)
	}
	return at
}

// marksOf returns all marks by where they begin.
func marksOf(r *record.Record, x *resolve.Index) []marked {
	out := valueMarks(x)
	for _, c := range r.Citations {
		out = append(out, marked{Span: c.Span, role: roleCited})
	}
	for i := range r.Statements {
		out = append(out, statementMarks(&r.Statements[i], Tie(i+1), x)...)
	}
	for i := range r.Events {
		out = append(out, eventMarks(&r.Events[i], TieEvent(i+1), x)...)
	}
	slices.SortStableFunc(out, func(a, b marked) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// statementMarks returns the marks of one statement. Words that tell to whom
// it was made, when and where, when it is due and to whom it is cited are
// marks of it too.
func statementMarks(s *record.Statement, tie string, x *resolve.Index) []marked {
	var out []marked
	add := func(span record.Span, as role) {
		out = append(out, marked{Span: span, role: as, tie: tie})
	}
	if s.Speaker != nil && s.Speaker.Span != nil {
		add(*s.Speaker.Span, roleSpeaker)
	}
	if s.Cue != nil {
		add(s.Cue.Span, roleCue)
	}
	for _, span := range s.Content.Spans {
		add(span, roleContent)
	}
	for _, id := range s.Citations {
		if c := x.Citation(id); c != nil {
			add(c.Span, roleCited)
		}
	}
	if s.Said != nil && x.Time(s.Said.Time) != nil {
		add(x.Time(s.Said.Time).Span, roleValue)
	}
	out = append(out, tiedMarks(append(slices.Clone(s.Addressees), deref(s.Place)...), tie)...)
	if s.Due != nil && x.Time(s.Due.Time) != nil {
		add(x.Time(s.Due.Time).Span, roleValue)
	}
	if s.Due != nil && s.Due.Condition != nil {
		add(s.Due.Condition.Span, roleTied)
	}
	return out
}

// eventMarks returns the marks of one event: its trigger, and the words for
// who, to whom, when and where.
func eventMarks(e *record.Event, tie string, x *resolve.Index) []marked {
	out := []marked{{Span: e.Trigger.Span, role: roleTrigger, tie: tie}}
	args := append(slices.Clone(e.Actors), e.Recipients...)
	out = append(out, tiedMarks(append(args, deref(e.Place)...), tie)...)
	if t := x.Time(e.Time); t != nil {
		out = append(out, marked{Span: t.Span, role: roleValue, tie: tie})
	}
	return out
}

// tiedMarks returns the marks of words that fill a role and light with a Card.
func tiedMarks(args []record.Arg, tie string) []marked {
	var out []marked
	for _, a := range args {
		if a.Span != nil {
			out = append(out, marked{Span: *a.Span, role: roleTied, tie: tie})
		}
	}
	return out
}

// deref returns what a points at, nothing for nil.
func deref(a *record.Arg) []record.Arg {
	if a == nil {
		return nil
	}
	return []record.Arg{*a}
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

// piecesOf cuts one paragraph wherever a mark or a number begins or a mark
// ends.
func piecesOf(text string, p record.Span, marks []marked, refs map[int][]Ref) []Piece {
	cuts := []int{p.Start, p.End}
	for _, m := range marks {
		cuts = append(cuts, max(m.Start, p.Start), min(m.End, p.End))
	}
	for begin := range refs {
		cuts = append(cuts, begin)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []Piece
	for i, start := range cuts[:len(cuts)-1] {
		s := record.Span{Start: start, End: cuts[i+1]}
		at := Piece{Class: classOf(s, marks), Text: text[s.Start:s.End], Refs: refs[start]}
		at.show(valueAt(s, marks))
		out = append(out, at)
	}
	return out
}

// valueAt returns the time or amount over a Piece, the shortest where several
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

// show makes a Piece tell the value v, nil for none.
func (p *Piece) show(v *resolve.Value) {
	if v == nil {
		return
	}
	p.Title, p.Datetime = v.Plain, v.Datetime
	if v.Datetime == "" {
		p.Value = v.Text
	}
}

// classOf returns the classes of a Piece: m for any mark, the roles, how deep
// contents lie over each other, and the ties to the statements' cards.
func classOf(s record.Span, marks []marked) string {
	var has [roles]int
	var keys []string
	for _, m := range marks {
		if !m.over(s) {
			continue
		}
		has[m.role]++
		if m.tie != "" {
			keys = append(keys, m.tie)
		}
	}
	if has == [roles]int{} {
		return ""
	}
	classes := []string{"m"}
	for _, c := range []struct {
		role role
		name string
	}{
		{roleSpeaker, "speaker"},
		{roleCue, "cue"},
		{roleContent, "content"},
		{roleCited, "cited"},
		{roleValue, "value"},
		{roleTrigger, "trigger"},
	} {
		if has[c.role] == 0 {
			continue
		}
		classes = append(classes, c.name)
		if c.role == roleContent {
			// The style tells three depths apart; more look like three.
			classes = append(classes, "c"+strconv.Itoa(min(has[roleContent], 3)))
		}
	}
	slices.Sort(keys)
	return strings.Join(append(classes, slices.Compact(keys)...), " ")
}

// paragraphSpans cuts a text at blank lines. Where a Paragraph has a line
// longer than any that is broken by hand, each of its lines is a Paragraph.
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
