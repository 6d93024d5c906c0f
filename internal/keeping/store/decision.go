package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"readout/record"
)

// A Decision is what a person decided about one field of a record: that an item
// is right or wrong, which is its field "review", or that a field has another
// value. It is kept with the old value, so that it can be undone.
type Decision struct {
	ID       int64 // given by the store, in the order of decisions
	Document string
	Pipeline string          // of the version that was shown
	Item     string          // id of an item, "" for the document itself
	Field    string          // a key of the record's JSON
	Old, New json.RawMessage // nil: absent
	By       string
	At       string // RFC 3339
	Note     string
	Undone   bool
}

// Reviewed returns the decision that an item has this review.
func Reviewed(document, item string, v record.Review) (Decision, error) {
	value, err := json.Marshal(v)
	if err != nil {
		return Decision{}, fmt.Errorf("review of %s %s: %w", document, item, err)
	}
	return Decision{
		Document: document, Item: item, Field: "review", New: value,
		By: v.By, At: v.At, Note: v.Note,
	}, nil
}

// Apply carries a decision out on a record, which it changes, and returns the
// old value. It refuses what makes the record worse: a finding of Validate that
// was not there before. The id of an item cannot be changed.
func (d *Decision) Apply(r *record.Record) (old json.RawMessage, err error) {
	before := r.Validate()
	old, err = d.change(r)
	if err != nil {
		return nil, fmt.Errorf("document %s: %s.%s: %w", d.Document, d.Item, d.Field, err)
	}
	for _, f := range r.Validate() {
		if f.Fault() && !slices.Contains(before, f) {
			return nil, fmt.Errorf("document %s: %s.%s cannot be %s: %s",
				d.Document, d.Item, d.Field, d.New, f)
		}
	}
	return old, nil
}

// change finds the item by its id and sets the field.
func (d *Decision) change(r *record.Record) (json.RawMessage, error) {
	if d.Item == "" {
		return set(&r.Document, d.Field, d.New)
	}
	for i := range r.Statements {
		if r.Statements[i].ID == d.Item {
			return set(&r.Statements[i], d.Field, d.New)
		}
	}
	for i := range r.Events {
		if r.Events[i].ID == d.Item {
			return set(&r.Events[i], d.Field, d.New)
		}
	}
	for i := range r.Citations {
		if r.Citations[i].ID == d.Item {
			return set(&r.Citations[i], d.Field, d.New)
		}
	}
	for i := range r.Entities {
		if r.Entities[i].ID == d.Item {
			return set(&r.Entities[i], d.Field, d.New)
		}
	}
	for i := range r.Times {
		if r.Times[i].ID == d.Item {
			return set(&r.Times[i], d.Field, d.New)
		}
	}
	return nil, fmt.Errorf("no such item: %w", ErrNotFound)
}

// set gives one field of an item a value and returns the old one. It goes by way
// of JSON, in which a field has the name by which people ask for it.
func set[T any](item *T, field string, value json.RawMessage) (json.RawMessage, error) {
	if field == "id" {
		return nil, errors.New("an id cannot be changed")
	}
	data, err := json.Marshal(item)
	if err != nil {
		return nil, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	old := fields[field]
	fields[field] = value
	if value == nil {
		delete(fields, field)
	}
	if data, err = json.Marshal(fields); err != nil {
		return nil, err
	}
	var changed T
	read := json.NewDecoder(bytes.NewReader(data))
	read.DisallowUnknownFields()
	if err := read.Decode(&changed); err != nil {
		return nil, err
	}
	*item = changed
	return old, nil
}
