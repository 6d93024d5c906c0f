package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/rows"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Add implements [store.Store]; one call is one transaction and one sync.
func (s *Store) Add(ctx context.Context, records ...*record.Record) ([]store.Outcome, error) {
	outcomes := make([]store.Outcome, len(records))
	err := s.batch(ctx, func(b *batch) error {
		for i, r := range records {
			var err error
			if outcomes[i], err = b.add(r); err != nil {
				return fault(err, "document %s", r.Document.ID)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fault(err, "add to %s", s.path)
	}
	return outcomes, nil
}

func (b *batch) add(r *record.Record) (store.Outcome, error) {
	const barred = `SELECT 1 FROM forgotten WHERE document = ?`
	const known = `SELECT 1 FROM record WHERE document = ? AND pipeline = ?`
	const last = `SELECT ifnull(max(id), 0) FROM record`
	const insert = `
		INSERT INTO record (id, document, pipeline, json, sha256)
		VALUES (?, ?, ?, ?, ?)`
	if ok, err := b.Exists(barred, r.Document.ID); ok || err != nil {
		return store.Barred, err
	}
	if ok, err := b.Exists(known, r.Document.ID, r.Meta.Pipeline); ok || err != nil {
		return store.Known, err
	}
	data, err := r.MarshalCanonical()
	if err != nil {
		return 0, err
	}
	id, err := b.ID(last)
	if err != nil {
		return 0, err
	}
	sum := sha256.Sum256(data)
	if err := b.Exec(insert, id, r.Document.ID, r.Meta.Pipeline, data, sum[:]); err != nil {
		return 0, err
	}
	return store.Added, b.show(id, r)
}

// show makes a version the shown one, unless a newer one is.
func (b *batch) show(id int64, r *record.Record) error {
	const current = `SELECT pipeline FROM document WHERE name = ?`
	var pipeline string
	err := b.Row(current, []any{r.Document.ID}, &pipeline)
	if errors.Is(err, sql.ErrNoRows) {
		return b.Index(id, r)
	}
	if err != nil || version.Compare(pipeline, r.Meta.Pipeline) > 0 {
		return err
	}
	if r, err = b.carry(id, r); err != nil {
		return err
	}
	return b.reindex(id, r)
}

// carry has what was decided about the version shown until now hold on the one
// that follows it, and returns that one.
func (b *batch) carry(id int64, r *record.Record) (*record.Record, error) {
	decisions, err := decided(b.ctx, b.tx, r.Document.ID)
	if err != nil || len(decisions) == 0 {
		return r, err
	}
	_, prev, err := b.shown(r.Document.ID)
	if err != nil {
		return nil, err
	}
	next, carried, err := store.Carry(prev, r, decisions)
	if err != nil {
		return nil, err
	}
	for i := range carried {
		if _, err := b.log(&carried[i]); err != nil {
			return nil, err
		}
	}
	return next, b.replace(id, next)
}

// unindex deletes the rows of a document, of which the shown version is as it was
// when they were made.
func (b *batch) unindex(document string) (rows.Remains, error) {
	const id = `SELECT id FROM document WHERE name = ?`
	var row int64
	err := b.Row(id, []any{document}, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return rows.Nothing, nil
	}
	if err != nil {
		return rows.Nothing, err
	}
	_, r, err := b.shown(document)
	if err != nil {
		return rows.Nothing, err
	}
	return b.Unindex(row, r)
}

// reindex replaces the rows of a document, of which the shown version is as it
// was when they were made.
func (b *batch) reindex(id int64, r *record.Record) error {
	old, err := b.unindex(r.Document.ID)
	if err != nil {
		return err
	}
	if err := b.Index(id, r); err != nil {
		return err
	}
	return b.Sweep(old)
}
