package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"time"

	"readout/internal/keeping/query"
	"readout/record"
)

// Changed says that the bytes of a record are not those that were kept; it is empty
// when they are.
func Changed(data, sum []byte) (problems []string) {
	if is := sha256.Sum256(data); bytes.Equal(is[:], sum) {
		return nil
	}
	return []string{"the record is not the one that was kept: its SHA-256 differs"}
}

// Dated refuses a record that does not say when it was made, which is not for
// reading to say; to prove all of a record takes a fifth of the time in which it is
// added.
func Dated(records ...*record.Record) error {
	for _, r := range records {
		if _, err := time.Parse(time.RFC3339, r.Meta.Created); err != nil {
			return fmt.Errorf("document %s: meta.created is %q: %w", r.Document.ID, r.Meta.Created, ErrUnsound)
		}
	}
	return nil
}

// Prove returns the record that an engine keeps under a name as JSON, and what is
// wrong with it; the record is nil when it cannot be read.
func Prove(document, pipeline string, json []byte) (*record.Record, []string) {
	r, err := record.Parse(json)
	if err != nil {
		return nil, []string{err.Error()}
	}
	var problems []string
	if r.Document.ID != document || r.Meta.Pipeline != pipeline {
		problems = append(problems, fmt.Sprintf("kept under this name, but is %s by %s",
			r.Document.ID, r.Meta.Pipeline))
	}
	for _, f := range r.Validate() {
		if f.Fault() {
			problems = append(problems, f.String())
		}
	}
	return r, problems
}

// Kinds are those of rows that lie in a document, and the document itself.
var Kinds = []query.Kind{query.Documents, query.Statements, query.Events, query.Citations}

// Differences compares the rows of a kind that an engine has of a document with
// those that its record makes.
func Differences(
	r *record.Record, kind query.Kind, kept iter.Seq2[Row, error],
) ([]string, error) {
	want := rowsOf(r, kind)
	var problems []string
	for row, err := range kept {
		if err != nil {
			return nil, err
		}
		row.Cursor = ""
		id := row.item()
		if !reflect.DeepEqual(row, want[id]) {
			problems = append(problems, fmt.Sprintf("row %q of %s is not as in the record", id, kind))
		}
		delete(want, id)
	}
	for _, id := range slices.Sorted(maps.Keys(want)) {
		problems = append(problems, fmt.Sprintf("row %q of %s is missing", id, kind))
	}
	return problems, nil
}

// rowsOf returns the rows of one kind by their ids.
func rowsOf(r *record.Record, kind query.Kind) map[string]Row {
	rows := Of(r)
	by := map[string]Row{}
	switch kind {
	case query.Documents:
		by[""] = Row{Document: rows.Document}
	case query.Statements:
		for i := range rows.Statements {
			by[rows.Statements[i].ID] = Row{Document: rows.Document, Statement: &rows.Statements[i]}
		}
	case query.Events:
		for i := range rows.Events {
			by[rows.Events[i].ID] = Row{Document: rows.Document, Event: &rows.Events[i]}
		}
	case query.Citations:
		for i := range rows.Citations {
			by[rows.Citations[i].ID] = Row{Document: rows.Document, Citation: &rows.Citations[i]}
		}
	case query.Entities: // lie in no document
	}
	return by
}

// item returns the id of a row in its record, "" for a document.
func (r Row) item() string {
	switch {
	case r.Statement != nil:
		return r.Statement.ID
	case r.Event != nil:
		return r.Event.ID
	case r.Citation != nil:
		return r.Citation.ID
	}
	return ""
}
