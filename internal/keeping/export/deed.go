package export

import (
	"cmp"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A deed is an event with what the formats of event data ask of it.
type deed struct {
	r        *record.Record
	e        *record.Event
	index    *resolve.Index
	entities map[string]*record.Entity
	coded    record.EventType // by PLOVER's codebook
}

// deeds returns the events of a record that are event data: those that took
// place or are taking place, and those that were announced, threatened or
// demanded, as what PLOVER codes them.
func deeds(r *record.Record) []deed {
	x, entities := resolve.New(r), make(map[string]*record.Entity, len(r.Entities))
	for i := range r.Entities {
		entities[r.Entities[i].ID] = &r.Entities[i]
	}
	demands := map[string]bool{}
	for i := range r.Statements {
		demands[r.Statements[i].ID] = r.Statements[i].Act == record.ActRequest
	}
	var out []deed
	for i := range r.Events {
		e := &r.Events[i]
		if coded, ok := code(e, demands[e.Statement]); ok {
			out = append(out, deed{r, e, x, entities, coded})
		}
	}
	return out
}

// Coded returns how many events of a record are written as event data.
func Coded(r *record.Record) int { return len(deeds(r)) }

// id returns the global id of the event.
func (d deed) id() string { return d.r.Document.ID + "/" + d.e.ID }

// day returns the first day of the event's time, else that of publication, else
// "". What was announced or demanded is dated by when that was said.
func (d deed) day() string {
	if d.coded != d.e.Type {
		return cmp.Or(d.said(), d.r.Document.Published)
	}
	if t := d.index.Time(d.e.Time); t != nil && t.Start != "" {
		return t.Start
	}
	return d.r.Document.Published
}

// said returns the first day on which the statement of the event was made, ""
// when that is not known.
func (d deed) said() string {
	for i := range d.r.Statements {
		if s := &d.r.Statements[i]; s.ID == d.e.Statement {
			return d.index.SaidOn(s).Start
		}
	}
	return ""
}

// entity returns who fills a role, nil when none that is named.
func (d deed) entity(a *record.Arg) *record.Entity {
	if a == nil || a.Entity == nil {
		return nil
	}
	return d.entities[*a.Entity]
}

// mode returns the first mode, which is the closest, "" when there is none, and
// when the event is coded as one of another type, whose modes are others.
func (d deed) mode() string {
	if len(d.e.Modes) == 0 || d.coded != d.e.Type {
		return ""
	}
	return d.e.Modes[0]
}

// sentence returns the sentence of the trigger, "" where the record has no text
// or is not counted in code points.
func (d deed) sentence() string {
	doc := &d.r.Document
	if doc.Text == nil || d.r.Offsets != record.OffsetsCodepoint {
		return ""
	}
	for _, s := range doc.Sentences {
		if s.Start <= d.e.Trigger.Span.Start && d.e.Trigger.Span.Start < s.End {
			return cut(*doc.Text, s)
		}
	}
	return ""
}

// cut returns the code points of a span, "" when the text has fewer.
func cut(text string, s record.Span) string {
	n, from := 0, -1
	for i := range text {
		switch n {
		case s.Start:
			from = i
		case s.End:
			return text[max(from, 0):i]
		}
		n++
	}
	if from < 0 {
		return ""
	}
	return text[from:]
}

// count returns the value of the event's first number of people, "" when it has
// none.
func (d deed) count() string {
	for _, id := range d.e.Amounts {
		for i := range d.r.Amounts {
			a := &d.r.Amounts[i]
			if a.ID == id && a.Kind == record.AmountCount {
				return cmp.Or(a.Value, a.Low, a.High)
			}
		}
	}
	return ""
}

// called joins the names of the entities of a record that are of one of the
// types, each once, in their order.
func called(r *record.Record, types ...record.EntityType) string {
	var names []string
	for _, e := range r.Entities {
		for _, t := range types {
			if e.Type == t {
				names = append(names, e.Name)
			}
		}
	}
	return strings.Join(names, resolve.Separator)
}
