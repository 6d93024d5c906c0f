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
	"readout/internal/keeping/store/sqlite/seek"
	"readout/record"
)

// Check implements [store.Store], of one state.
func (s *Store) Check(ctx context.Context, deep bool) ([]store.Fault, error) {
	faults, err := s.check(ctx, deep)
	return faults, fault(err, "check %s", s.path)
}

// check asks on one connection alone: with one processor there is no other, and who
// held one while waiting for the next would wait for ever.
func (s *Store) check(
	ctx context.Context, deep bool,
) (faults []store.Fault, err error) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	b := &batch{rows.New(ctx, tx), ctx, tx}
	defer func() { err = errors.Join(err, b.Finish(), tx.Rollback()) }()
	faults, err = b.checkPages()
	if err != nil {
		return nil, err
	}
	faults = append(faults, s.checkIndexes(ctx)...)
	if !deep {
		return faults, nil
	}
	found, err := b.checkRecords()
	return append(faults, found...), err
}

// checkPages has SQLite look at its own structures.
func (b *batch) checkPages() ([]store.Fault, error) {
	const pages = `
		SELECT 'file', integrity_check FROM pragma_integrity_check
		WHERE integrity_check <> 'ok'`
	const keys = `
		SELECT "table", 'row ' || ifnull(rowid, '?') || ' belongs to no ' || parent
		FROM pragma_foreign_key_check`
	var faults []store.Fault
	var f store.Fault
	for _, sql := range []string{pages, keys} {
		err := b.Each(sql, nil, []any{&f.Where, &f.Problem},
			func() { faults = append(faults, f) })
		if err != nil {
			return nil, err
		}
	}
	return faults, nil
}

// checkIndexes has the full-text indexes look at theirs, which they do for a writer
// alone.
func (s *Store) checkIndexes(ctx context.Context) []store.Fault {
	var faults []store.Fault
	indexes := rows.Checks()
	for _, table := range slices.Sorted(maps.Keys(indexes)) {
		if _, err := s.writer.ExecContext(ctx, indexes[table]); err != nil {
			faults = append(faults, store.Fault{Where: table, Problem: err.Error()})
		}
	}
	return faults
}

// checkRecords proves every version of every document.
func (b *batch) checkRecords() ([]store.Fault, error) {
	const all = `
		SELECT r.document, r.pipeline, r.json, r.sha256, d.id IS NOT NULL
		FROM record r LEFT JOIN document d ON d.record = r.id
		ORDER BY r.document, r.id`
	aliases, err := b.Aliases()
	if err != nil {
		return nil, err
	}
	rows, err := b.Query(b.ctx, all)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
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
			if problems, err = b.differences(r, aliases); err != nil {
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
func (b *batch) differences(
	r *record.Record, aliases *alias.Aliases,
) ([]string, error) {
	var problems []string
	for _, kind := range store.Kinds {
		kept := seek.Each(b.ctx, b.Query, search.Within(r.Document.ID, kind))
		found, err := store.Differences(r, kind, kept)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	kept, err := search.Named(b.ctx, b.tx, r.Document.ID)
	return append(problems, store.Misnamed(r, aliases, kept)...), err
}
