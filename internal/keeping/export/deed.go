package export

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A deed is an event with what the formats of event data ask of it.
type deed struct {
	*story
	e     *record.Event
	coded record.EventType // by PLOVER's codebook
}

// A story is what the deeds of one record look things up in.
type story struct {
	r          *record.Record
	index      *resolve.Index
	entities   map[string]*record.Entity    // by id
	statements map[string]*record.Statement // by id
	amounts    map[string]*record.Amount    // by id
	text       []rune                       // nil until it is asked for
}

func newStory(r *record.Record) *story {
	return &story{
		r: r, index: resolve.New(r),
		entities:   byID(r.Entities, func(e *record.Entity) string { return e.ID }),
		statements: byID(r.Statements, func(s *record.Statement) string { return s.ID }),
		amounts:    byID(r.Amounts, func(a *record.Amount) string { return a.ID }),
	}
}

// byID maps ids to what has them.
func byID[T any](all []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(all))
	for i := range all {
		m[id(&all[i])] = &all[i]
	}
	return m
}

// deeds returns the events of a record that are event data: those that took
// place or are taking place, and those that were announced, threatened or
// demanded, as what PLOVER codes them.
func deeds(r *record.Record) []deed {
	s := newStory(r)
	var out []deed
	for i := range r.Events {
		e := &r.Events[i]
		in := s.statements[e.Statement]
		if coded, ok := code(e, in != nil && in.Act == record.ActRequest); ok {
			out = append(out, deed{s, e, coded})
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
	if s := d.statements[d.e.Statement]; s != nil {
		return d.index.SaidOn(s).Start
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
	at := d.e.Trigger.Span.Start
	i := sort.Search(len(doc.Sentences), func(i int) bool { return at < doc.Sentences[i].End })
	if i == len(doc.Sentences) || at < doc.Sentences[i].Start {
		return ""
	}
	return cut(d.characters(), doc.Sentences[i])
}

// characters returns the text of the document, which is taken apart once.
func (s *story) characters() []rune {
	if s.text == nil {
		s.text = []rune(*s.r.Document.Text)
	}
	return s.text
}

// cut returns the code points of a span, as many of them as the text has.
func cut(text []rune, s record.Span) string {
	end := min(max(s.End, 0), len(text))
	return string(text[min(max(s.Start, 0), end):end])
}

// count returns the value of the event's first number of people, "" when it has
// none.
func (d deed) count() string {
	for _, id := range d.e.Amounts {
		if a := d.amounts[id]; a != nil && a.Kind == record.AmountCount {
			return cmp.Or(a.Value, a.Low, a.High)
		}
	}
	return ""
}

// called joins the names of the entities of a record that are of one of the
// types, each once, in their order.
func called(r *record.Record, types ...record.EntityType) string {
	var names []string
	seen := map[string]bool{}
	for i := range r.Entities {
		e := &r.Entities[i]
		if slices.Contains(types, e.Type) && !seen[e.Name] {
			seen[e.Name] = true
			names = append(names, e.Name)
		}
	}
	return strings.Join(names, resolve.Separator)
}
