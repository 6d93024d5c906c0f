// Package resolve finds what the statements of a record point at and hold:
// when each was said, the sources cited for it, the times and amounts in its
// content, each with one value to read and to sort by.
//
// An id that names nothing is a defect that validation tells of; here it is as
// if it were not there.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	"readout/record"
)

// Separator stands between several values in one cell or line.
const Separator = "; "

// An Index finds what the statements of one record point at and hold.
type Index struct {
	Names   map[string]string // of entities, by id
	Dated   []Value           // the times, by where they begin
	Counted []Value           // the amounts, by where they begin

	published string
	times     map[string]*record.Time
	citations map[string]*record.Citation
	amounts   map[string]string // values by id
	countries map[string]string // of entities, by id
	described []described
}

// New reads a record once. Spans stay in the record's unit.
func New(r *record.Record) *Index {
	x := &Index{
		Names:     names(r),
		published: r.Document.Published,
		times:     make(map[string]*record.Time, len(r.Times)),
		citations: make(map[string]*record.Citation, len(r.Citations)),
		amounts:   make(map[string]string, len(r.Amounts)),
		countries: make(map[string]string, len(r.Entities)),
		described: belonging(r),
	}
	for i := range r.Entities {
		x.countries[r.Entities[i].ID] = r.Entities[i].Country
	}
	for i := range r.Times {
		t := &r.Times[i]
		x.times[t.ID] = t
		x.Dated = append(x.Dated, Value{
			t.Span, t.Exact, timeText(t), PlainDate(timeText(t)), datetime(t),
		})
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		x.amounts[a.ID] = amountText(a)
		x.Counted = append(x.Counted, Value{
			Span: a.Span, Words: a.Exact, Text: amountText(a), Plain: amountText(a),
		})
	}
	for i := range r.Citations {
		x.citations[r.Citations[i].ID] = &r.Citations[i]
	}
	first := func(a, b Value) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(x.Dated, first)
	slices.SortStableFunc(x.Counted, first)
	return x
}

// Time returns the time with an id, nil when there is none.
func (x *Index) Time(id string) *record.Time { return x.times[id] }

// Citation returns the citation with an id, nil when there is none.
func (x *Index) Citation(id string) *record.Citation { return x.citations[id] }

// Said returns when a statement was made, "" when that is not known: a
// calendar value, else one of TIMEX3.
func (x *Index) Said(s *record.Statement) string {
	if s.Said == nil {
		return ""
	}
	if s.Said.Time == record.Published {
		return x.published
	}
	if t := x.times[s.Said.Time]; t != nil {
		return timeText(t)
	}
	return ""
}

// SaidWords returns the same in the given form, with what it rests on:
// "2023-02-22 (text)". Where the calendar has no value the text has the word:
// "recently (text)".
func (x *Index) SaidWords(s *record.Statement, form func(string) string) string {
	when := x.Said(s)
	if when == "" {
		return ""
	}
	if t := x.times[s.Said.Time]; t != nil && calendar(t) == "" {
		when = t.Exact
	}
	if s.Said.Basis == 0 {
		return form(when)
	}
	return form(when) + " (" + s.Said.Basis.String() + ")"
}

// Cited returns the sources to which a statement is cited, in the words of the
// text, each once. A citation that names none stands for itself.
func (x *Index) Cited(s *record.Statement) string { return x.Sources(s.Citations) }

// Sources returns the same for the ids of citations.
func (x *Index) Sources(citations []string) string {
	return strings.Join(x.SourceList(citations), Separator)
}

// SourceList returns the same, one by one.
func (x *Index) SourceList(citations []string) []string {
	var out []string
	add := func(source string) {
		if source != "" && !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	for _, id := range citations {
		c := x.citations[id]
		if c == nil {
			continue
		}
		for i := range c.Sources {
			add(cmp.Or(c.Sources[i].Exact, Named(&c.Sources[i], x.Names)))
		}
		if len(c.Sources) == 0 {
			add(cmp.Or(c.URL, c.Exact))
		}
	}
	return out
}

// Amounts returns the values of amounts by their ids, as one cell.
func (x *Index) Amounts(ids []string) string { return strings.Join(x.AmountList(ids), Separator) }

// AmountList returns the same, one by one.
func (x *Index) AmountList(ids []string) []string {
	var out []string
	for _, id := range ids {
		if value, known := x.amounts[id]; known {
			out = append(out, value)
		}
	}
	return out
}

// Within returns those of the values that lie inside the content of a
// statement.
func Within(values []Value, s *record.Statement) []Value {
	var out []Value
	for _, p := range s.Content.Spans {
		i, _ := slices.BinarySearchFunc(values, p.Start,
			func(v Value, start int) int { return cmp.Compare(v.Start, start) })
		for ; i < len(values) && values[i].Start < p.End; i++ {
			if values[i].End <= p.End {
				out = append(out, values[i])
			}
		}
	}
	return out
}

// Held returns the times and amounts inside the content of a statement, in the
// order of the text.
func (x *Index) Held(s *record.Statement) []Value {
	out := append(Within(x.Dated, s), Within(x.Counted, s)...)
	slices.SortStableFunc(out, func(a, b Value) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// names maps the ids of a record's entities to their names.
func names(r *record.Record) map[string]string {
	m := make(map[string]string, len(r.Entities)+1)
	for _, e := range r.Entities {
		m[e.ID] = e.Name
	}
	m[record.Author] = "the author"
	return m
}

// Named returns the name of who fills a role, "" when no entity is meant.
func Named(a *record.Arg, names map[string]string) string {
	if a == nil || a.Entity == nil {
		return ""
	}
	return names[*a.Entity]
}
