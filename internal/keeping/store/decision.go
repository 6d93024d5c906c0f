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
	Origin   int64 // decision on an older version that this one carries on; 0: none
}

// fieldSame is the field of decisions that join names.
const fieldSame = "same"

// Joined returns the decision that two names of entities are one: its item is the
// [EntityKey] of the one, its value the other, and it is about no document.
func Joined(name, same Name) (Decision, error) {
	value, err := json.Marshal(same)
	return Decision{Item: EntityKey(name), Field: fieldSame, New: value}, err
}

// Joins returns the key whose entity is that of the other name, and false for
// decisions about documents.
func (d *Decision) Joins() (key string, same Name, ok bool, err error) {
	if d.Document != "" || d.Field != fieldSame {
		return "", Name{}, false, nil
	}
	err = json.Unmarshal(d.New, &same)
	return d.Item, same, true, err
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

// Apply carries a decision out on a record, which it changes, and sets Old and New
// as [Decision.Set] does. It refuses what makes the record worse: a finding of
// Validate that was not there before.
func (d *Decision) Apply(r *record.Record) error {
	before := r.Validate()
	if err := d.Set(r); err != nil {
		return err
	}
	for _, f := range r.Validate() {
		if f.Fault() && !slices.Contains(before, f) {
			return fmt.Errorf("document %s: %s.%s cannot be %s: %s",
				d.Document, d.Item, d.Field, d.New, f)
		}
	}
	return nil
}

// Set gives the field the value New, proved or not. It sets Old to the value
// before and New to the value as the record writes it. The id of an item cannot
// be changed.
func (d *Decision) Set(r *record.Record) error {
	if err := d.find(r); err != nil {
		return fmt.Errorf("document %s: %s.%s: %w", d.Document, d.Item, d.Field, err)
	}
	return nil
}

// find sets the field of the item with the id.
func (d *Decision) find(r *record.Record) error {
	if d.Item == "" {
		return set(d, &r.Document)
	}
	for _, found := range []func() (bool, error){
		among(d, r.Statements, func(s *record.Statement) string { return s.ID }),
		among(d, r.Events, func(e *record.Event) string { return e.ID }),
		among(d, r.Citations, func(c *record.Citation) string { return c.ID }),
		among(d, r.Entities, func(e *record.Entity) string { return e.ID }),
		among(d, r.Times, func(t *record.Time) string { return t.ID }),
		among(d, r.Amounts, func(a *record.Amount) string { return a.ID }),
	} {
		if ok, err := found(); ok {
			return err
		}
	}
	return fmt.Errorf("no such item: %w", ErrNotFound)
}

// among returns what sets the field if the item is one of these.
func among[T any](d *Decision, items []T, id func(*T) string) func() (bool, error) {
	return func() (bool, error) {
		for i := range items {
			if id(&items[i]) == d.Item {
				return true, set(d, &items[i])
			}
		}
		return false, nil
	}
}

// set goes by way of JSON, in which a field has the name by which people ask for
// it.
func set[T any](d *Decision, item *T) error {
	if d.Field == "id" {
		return errors.New("an id cannot be changed")
	}
	fields, err := fieldsOf(item)
	if err != nil {
		return err
	}
	d.Old = fields[d.Field]
	fields[d.Field] = d.New
	if d.New == nil {
		delete(fields, d.Field)
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	var changed T
	read := json.NewDecoder(bytes.NewReader(data))
	read.DisallowUnknownFields()
	if err := read.Decode(&changed); err != nil {
		return err
	}
	if fields, err = fieldsOf(&changed); err != nil {
		return err
	}
	d.New = fields[d.Field]
	*item = changed
	return nil
}

func fieldsOf(item any) (map[string]json.RawMessage, error) {
	data, err := json.Marshal(item)
	if err != nil {
		return nil, err
	}
	fields := map[string]json.RawMessage{}
	return fields, json.Unmarshal(data, &fields)
}
