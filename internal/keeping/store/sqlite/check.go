package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/packed"
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
	aliases, err := s.aliases(ctx)
	if err != nil {
		return nil, err
	}
	var faults []store.Fault
	for rows.Next() {
		var document, pipeline string
		var data, sum []byte
		var shown bool
		if err := rows.Scan(&document, &pipeline, &data, &sum, &shown); err != nil {
			return nil, err
		}
		r, problems := packed.Prove(document, pipeline, data, sum)
		if shown && len(problems) == 0 {
			if problems, err = s.differences(ctx, r, aliases); err != nil {
				return nil, err
			}
		}
		for _, p := range problems {
			faults = append(faults, store.Fault{
				Where: "document " + document, Problem: pipeline + ": " + p,
			})
		}
	}
	return faults, rows.Err()
}

// differences compares the rows of a document with those that its record makes.
func (s *Store) differences(
	ctx context.Context, r *record.Record, aliases *alias.Aliases,
) ([]string, error) {
	var problems []string
	for _, kind := range store.Kinds {
		within := func() (*search.Search, error) {
			return search.Within(r.Document.ID, kind), nil
		}
		found, err := store.Differences(r, kind, s.rows(ctx, within))
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	kept, err := search.Named(ctx, s.reader, r.Document.ID)
	return append(problems, store.Misnamed(r, aliases, kept)...), err
}

// aliases returns the names that mean somebody who is kept under another one.
func (s *Store) aliases(ctx context.Context) (*alias.Aliases, error) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	b := rows.New(ctx, tx)
	found, err := b.Aliases()
	return found, errors.Join(err, b.Finish(), tx.Rollback())
}
