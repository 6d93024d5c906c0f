package wording

import (
	"sort"
	"strconv"
	"strings"

	"readout/record"
)

// Lines tells on which line of the text a statement or an event stands.
type Lines struct {
	starts     []int // of each line, in bytes; none when the text was left out
	statements []int
	events     []int
}

// NewLines finds the lines of a record's text.
func NewLines(r *record.Record) (Lines, error) {
	var l Lines
	at, err := inBytes(r)
	if err != nil {
		return l, err
	}
	if r.Document.Text != nil {
		l.starts = []int{0}
		for i, c := range []byte(*r.Document.Text) {
			if c == '\n' {
				l.starts = append(l.starts, i+1)
			}
		}
	}
	for i := range at.Statements {
		l.statements = append(l.statements, FirstSpan(&at.Statements[i]).Start)
	}
	for i := range at.Events {
		l.events = append(l.events, at.Events[i].Trigger.Span.Start)
	}
	return l, nil
}

// inBytes returns r in bytes, r itself when it is or has no text.
func inBytes(r *record.Record) (*record.Record, error) {
	if r.Document.Text == nil || r.Offsets == record.OffsetsByte {
		return r, nil
	}
	return r.In(record.OffsetsByte)
}

// Statement returns the number of the line on which the ith statement begins,
// counted from one; "@" and the offset when the text was left out.
func (l Lines) Statement(i int) string { return l.of(l.statements[i]) }

// Event returns the same of where the ith event has its trigger.
func (l Lines) Event(i int) string { return l.of(l.events[i]) }

func (l Lines) of(start int) string {
	if l.starts == nil {
		return "@" + strconv.Itoa(start)
	}
	return strconv.Itoa(sort.SearchInts(l.starts, start+1))
}

// Line puts what [Lines] returned into words.
func Line(where string) string {
	if offset, ok := strings.CutPrefix(where, "@"); ok {
		return "offset " + offset
	}
	return "line " + where
}

// FirstSpan returns where the content of a statement begins.
func FirstSpan(s *record.Statement) record.Span {
	if len(s.Content.Spans) == 0 {
		return record.Span{}
	}
	return s.Content.Spans[0]
}
