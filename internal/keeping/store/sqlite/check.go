package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/rows"
	"readout/internal/keeping/store/sqlite/search"
	"readout/record"
)

// Check implements [store.Store].
func (s *Store) Check(ctx context.Context, deep bool) ([]store.Fault, error) {
	faults, err := s.checkPages(ctx)
	if err == nil && deep {
		var more []store.Fault
		more, err = s.checkRecords(ctx)
		faults = append(faults, more...)
	}
	return faults, fault(err, "check %s", s.path)
}

// checkPages has SQLite look at its own structures.
func (s *Store) checkPages(ctx context.Context) ([]store.Fault, error) {
	const pages = `
		SELECT 'file', integrity_check FROM pragma_integrity_check
		WHERE integrity_check <> 'ok'`
	const keys = `
		SELECT "table", 'row ' || ifnull(rowid, '?') || ' belongs to no ' || parent
		FROM pragma_foreign_key_check`
	var faults []store.Fault
	for _, sql := range []string{pages, keys} {
		found, err := s.checkBy(ctx, sql)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
	}
	indexes := rows.Checks()
	for _, table := range slices.Sorted(maps.Keys(indexes)) {
		if _, err := s.writer.ExecContext(ctx, indexes[table]); err != nil {
			faults = append(faults, store.Fault{Where: table, Problem: err.Error()})
		}
	}
	return faults, nil
}

// checkBy returns the faults that a query of places and problems finds.
func (s *Store) checkBy(ctx context.Context, sql string) ([]store.Fault, error) {
	rows, err := s.reader.QueryContext(ctx, sql)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var faults []store.Fault
	for rows.Next() {
		var f store.Fault
		if err := rows.Scan(&f.Where, &f.Problem); err != nil {
			return nil, err
		}
		faults = append(faults, f)
	}
	return faults, rows.Err()
}

// checkRecords proves every version of every document.
func (s *Store) checkRecords(ctx context.Context) ([]store.Fault, error) {
	const all = `
		SELECT r.document, r.pipeline, r.json, r.sha256, d.id IS NOT NULL
		FROM record r LEFT JOIN document d ON d.record = r.id
		ORDER BY r.document, r.id`
	rows, err := s.reader.QueryContext(ctx, all)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var faults []store.Fault
	for rows.Next() {
		var k kept
		if err := rows.Scan(&k.document, &k.pipeline, &k.json, &k.sum, &k.shown); err != nil {
			return nil, err
		}
		problems := k.problems()
		if k.shown && len(problems) == 0 {
			if problems, err = s.differences(ctx, k.record); err != nil {
				return nil, err
			}
		}
		for _, p := range problems {
			faults = append(faults, store.Fault{
				Where: "document " + k.document, Problem: k.pipeline + ": " + p,
			})
		}
	}
	return faults, rows.Err()
}

// kept is one row of records.
type kept struct {
	document, pipeline string
	json, sum          []byte
	shown              bool
	record             *record.Record
}

// problems proves the record by itself.
func (k *kept) problems() []string {
	if sum := sha256.Sum256(k.json); !bytes.Equal(sum[:], k.sum) {
		return []string{"the record is not the one that was kept: its SHA-256 differs"}
	}
	r, err := record.Parse(k.json)
	if err != nil {
		return []string{err.Error()}
	}
	k.record = r
	var problems []string
	if r.Document.ID != k.document || r.Meta.Pipeline != k.pipeline {
		problems = append(problems, fmt.Sprintf("kept under this name, but is %s by %s",
			r.Document.ID, r.Meta.Pipeline))
	}
	for _, f := range r.Validate() {
		if f.Fault() {
			problems = append(problems, f.String())
		}
	}
	return problems
}

// differences compares the rows of a document with those that its record makes.
func (s *Store) differences(ctx context.Context, r *record.Record) ([]string, error) {
	var problems []string
	for _, kind := range []query.Kind{
		query.Documents, query.Statements, query.Events, query.Citations,
	} {
		want := rowsOf(r, kind)
		within := func() (*search.Search, error) {
			return search.Within(r.Document.ID, kind), nil
		}
		for row, err := range s.rows(ctx, within) {
			if err != nil {
				return nil, err
			}
			row.Cursor = ""
			id := itemOf(row)
			if !reflect.DeepEqual(row, want[id]) {
				problems = append(problems, fmt.Sprintf("row %q of %s is not as in the record", id, kind))
			}
			delete(want, id)
		}
		for _, id := range slices.Sorted(maps.Keys(want)) {
			problems = append(problems, fmt.Sprintf("row %q of %s is missing", id, kind))
		}
	}
	return problems, nil
}

// rowsOf returns the rows of one kind by their ids.
func rowsOf(r *record.Record, kind query.Kind) map[string]store.Row {
	all := store.Of(r)
	by := map[string]store.Row{}
	switch kind {
	case query.Documents:
		by[""] = store.Row{Document: all.Document}
	case query.Statements:
		for i := range all.Statements {
			by[all.Statements[i].ID] = store.Row{Document: all.Document, Statement: &all.Statements[i]}
		}
	case query.Events:
		for i := range all.Events {
			by[all.Events[i].ID] = store.Row{Document: all.Document, Event: &all.Events[i]}
		}
	case query.Citations:
		for i := range all.Citations {
			by[all.Citations[i].ID] = store.Row{Document: all.Document, Citation: &all.Citations[i]}
		}
	case query.Entities: // lie in no document
	}
	return by
}

// itemOf returns the id of a row in its record, "" for a document.
func itemOf(r store.Row) string {
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
