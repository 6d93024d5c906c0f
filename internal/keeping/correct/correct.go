// Package correct turns what a person types to correct an item of a record,
// FIELD=VALUE, into a decision of package store, and shows what an item has in the
// same words.
//
// A word of a vocabulary is checked against it. All else is words of the text,
// which are looked for there, so that every value keeps its evidence:
//
//	polarity=denied
//	speaker=Rishi Sunak        the words nearest to the item
//	speaker=Rishi Sunak #2     the second time that the text has them
//	addressee=the unions; farmers
//	due=next month             a time that was read in the text
//	due=                       nothing is due
//
// Words are found whole, with case. Who they are is read off the mentions in them:
// a speaker who is named elsewhere is that entity here too.
//
// Limits: what was not read as a time cannot be one. An item keeps where it begins,
// since its id is made of that.
package correct

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"readout/internal/config"
	"readout/internal/keeping/store"
	"readout/record"
)

// Parse returns the decision that "FIELD=VALUE" makes on an item, the document
// itself for "". The error says which field or value may have been meant.
func Parse(r *record.Record, item, typed string) (store.Decision, error) {
	d := store.Decision{Document: r.Document.ID, Item: item}
	name, value, ok := strings.Cut(typed, "=")
	if !ok {
		return d, fmt.Errorf("%q: want FIELD=VALUE, such as polarity=denied", typed)
	}
	s, err := find(r, item)
	if err != nil {
		return d, err
	}
	f, err := s.field(strings.TrimSpace(name))
	if err != nil {
		return d, err
	}
	d.Field = f.key
	if value = unquoted(strings.TrimSpace(value)); value == "" {
		d.New, err = s.without(f)
		return d, err
	}
	v, err := f.read(s, value)
	if err != nil {
		return d, fmt.Errorf("%s: %w", f.name, err)
	}
	d.New, err = json.Marshal(v)
	return d, err
}

// unquoted takes off the quotes in which a person puts words for no shell.
func unquoted(s string) string {
	if inner, ok := strings.CutPrefix(s, `"`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok {
			return inner
		}
	}
	return s
}

// A Field is a field of an item and its value in words.
type Field struct{ Name, Value string }

// Fields returns what can be corrected of an item, in a fixed order.
func Fields(r *record.Record, item string) ([]Field, error) {
	s, err := find(r, item)
	if err != nil {
		return nil, err
	}
	var list []Field
	for _, f := range kinds[s.kind] {
		value := s.has[f.key]
		if f.part != "" {
			value = partOf(value, f.part)
		}
		list = append(list, Field{f.name, s.words(value)})
	}
	return list, nil
}

// Unsure is the state of what somebody looked at and could not tell: it stays open,
// with a review that says who, when and why.
const Unsure = record.ReviewOpen

// State shows what was decided about an item: "accepted", "unsure".
func State(v *record.Review) string {
	if v == nil || v.State == 0 {
		return record.ReviewOpen.String()
	}
	if v.State == Unsure {
		return "unsure"
	}
	return v.State.String()
}

// Words shows a value of a decision to people: the words of the text where it has
// some, else what the record says.
func Words(value json.RawMessage) string { return new(subject).words(value) }

func (s *subject) words(value json.RawMessage) string {
	var v any
	if json.Unmarshal(value, &v) != nil {
		return ""
	}
	return s.shown(v)
}

func (s *subject) shown(v any) string {
	switch v := v.(type) {
	case string:
		if words, ok := s.named[v]; ok {
			return words
		}
		return v
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, s.shown(e))
		}
		return strings.Join(parts, "; ")
	case map[string]any:
		if v["state"] == Unsure.String() {
			return "unsure"
		}
		for _, key := range []string{"exact", "text", "state", "name", "time", "condition", "entity"} {
			if words := s.shown(v[key]); words != "" {
				return words
			}
		}
		return ""
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}

// A subject is an item that is corrected.
type subject struct {
	r     *record.Record // in bytes
	unit  record.Offsets // of the record as it is kept
	kind  byte           // as in ids; 'd' for the document
	id    string
	at    int // where it stands, in bytes
	has   map[string]json.RawMessage
	named map[string]string // words by id
}

func find(r *record.Record, item string) (*subject, error) {
	bytes := r
	if r.Document.Text != nil {
		var err error
		if bytes, err = r.In(record.OffsetsByte); err != nil {
			return nil, fmt.Errorf("document %s: %w", r.Document.ID, err)
		}
	}
	s := &subject{r: bytes, unit: r.Offsets, id: item, named: map[string]string{}}
	for _, t := range bytes.Times {
		s.named[t.ID] = t.Exact
	}
	for _, e := range bytes.Entities {
		s.named[e.ID] = e.Name
	}
	found := s.look()
	if found == nil {
		return nil, fmt.Errorf("no statement, event or entity %s in document %s: %w",
			item, r.Document.ID, store.ErrNotFound)
	}
	data, err := json.Marshal(found)
	if err != nil {
		return nil, err
	}
	return s, json.Unmarshal(data, &s.has)
}

// look finds the item, nil when it is none that can be corrected.
func (s *subject) look() any {
	if s.id == "" {
		s.kind = 'd'
		return s.r.Document
	}
	for _, x := range s.r.Statements {
		if x.ID == s.id && len(x.Content.Spans) > 0 {
			s.kind, s.at = record.KindStatement, x.Content.Spans[0].Start
			return x
		}
	}
	for _, x := range s.r.Events {
		if x.ID == s.id {
			s.kind, s.at = record.KindEvent, x.Trigger.Span.Start
			return x
		}
	}
	for _, x := range s.r.Entities {
		if x.ID == s.id {
			s.kind = record.KindEntity
			return x
		}
	}
	return nil
}

func (s *subject) field(name string) (field, error) {
	var names []string
	for _, f := range kinds[s.kind] {
		if f.name == name {
			return f, nil
		}
		names = append(names, f.name)
	}
	return field{}, fmt.Errorf("no field %q; nearest: %s; one of %s",
		name, config.Nearest(name, names), strings.Join(names, ", "))
}

// Allow returns an error unless the field of a decision, by its key in the record,
// is one of [Fields] and may be without a value where it gets none. The text of a
// document and its places stay as they are, or no evidence would hold.
func Allow(r *record.Record, d store.Decision) error {
	s, err := find(r, d.Item)
	if err != nil {
		return err
	}
	var keys []string
	for _, f := range kinds[s.kind] {
		if f.key == d.Field {
			if d.New == nil && f.needed {
				return fmt.Errorf("%s: cannot be empty", f.key)
			}
			return nil
		}
		keys = append(keys, f.key)
	}
	list := strings.Join(slices.Compact(keys), ", ")
	if _, is := s.has[d.Field]; is {
		return fmt.Errorf("%s cannot be corrected; what can is %s", d.Field, list)
	}
	return fmt.Errorf("no field %q that can be corrected; nearest: %s; one of %s",
		d.Field, config.Nearest(d.Field, keys), list)
}

// without returns the value of a field from which this part is taken away.
func (s *subject) without(f field) (json.RawMessage, error) {
	if f.needed {
		return nil, fmt.Errorf("%s: cannot be empty", f.name)
	}
	if f.part == "" {
		return nil, nil
	}
	rest, err := s.due()
	if err != nil {
		return nil, err
	}
	if f.part == "time" {
		rest.Time = ""
	}
	if f.part == "condition" {
		rest.Condition = nil
	}
	if rest == (record.Due{}) {
		return nil, nil
	}
	return json.Marshal(rest)
}

func partOf(value json.RawMessage, part string) json.RawMessage {
	var parts map[string]json.RawMessage
	if json.Unmarshal(value, &parts) != nil {
		return nil
	}
	return parts[part]
}

// find returns the place of words in the text: the one nearest to the item, or the
// one of a number behind them.
func (s *subject) find(typed string) (record.Span, error) {
	words, nth := numbered(typed)
	if s.r.Document.Text == nil {
		return record.Span{}, fmt.Errorf("document %s: its text was left out, so that "+
			"no words can be found in it",
			s.r.Document.ID)
	}
	places := occurrences(*s.r.Document.Text, words)
	if len(places) == 0 {
		return record.Span{}, s.unsaid(words)
	}
	if nth > len(places) {
		return record.Span{}, fmt.Errorf("the text says %q %s, not %d times",
			words, times(len(places)), nth)
	}
	if nth > 0 {
		return places[nth-1], nil
	}
	return slices.MinFunc(places, func(a, b record.Span) int {
		return distance(a, s.at) - distance(b, s.at)
	}), nil
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// unsaid is the error for words that the text lacks.
func (s *subject) unsaid(words string) error {
	var names []string
	for _, e := range s.r.Entities {
		for _, m := range e.Mentions {
			names = append(names, m.Exact)
		}
	}
	if nearest := config.Nearest(words, names); nearest != "" {
		return fmt.Errorf("the text does not say %q; the nearest name "+
			"in it is %q", words, nearest)
	}
	return fmt.Errorf("the text does not say %q", words)
}
