package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/packed"
	"readout/internal/keeping/store/sqlite/rows"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Add implements [store.Store]; one call is one transaction and one sync.
func (s *Store) Add(ctx context.Context, records ...*record.Record) ([]store.Outcome, error) {
	if err := store.Dated(records...); err != nil {
		return nil, fault(err, "add to %s", s.path)
	}
	var outcomes []store.Outcome
	err := s.batch(ctx, func(b *batch) (err error) {
		outcomes, err = b.add(records)
		return err
	})
	if err != nil {
		return nil, fault(err, "add to %s", s.path)
	}
	return outcomes, nil
}

// add keeps records. While the rows of one are written, those of the next are
// made: it takes a quarter of the time, and no connection.
func (b *batch) add(records []*record.Record) ([]store.Outcome, error) {
	outcomes := make([]store.Outcome, len(records))
	var kept []*record.Record
	given := map[[2]string]bool{} // documents by pipelines
	for i, r := range records {
		var err error
		if outcomes[i], err = b.would(r); err != nil {
			return nil, fault(err, "document %s", r.Document.ID)
		}
		if key := [2]string{r.Document.ID, r.Meta.Pipeline}; outcomes[i] == store.Added {
			if given[key] {
				outcomes[i] = store.Known
				continue
			}
			given[key] = true
			kept = append(kept, r)
		}
	}
	aliases, err := b.Aliases()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(b.ctx)
	defer cancel()
	for m := range ahead(ctx, kept, aliases) {
		if err := b.keep(m); err != nil {
			return nil, fault(err, "document %s", m.record.Document.ID)
		}
	}
	return outcomes, b.ctx.Err()
}

// would returns what becomes of a record.
func (b *batch) would(r *record.Record) (store.Outcome, error) {
	const barred = `SELECT 1 FROM forgotten WHERE document = ?`
	const known = `SELECT 1 FROM record WHERE document = ? AND pipeline = ?`
	if ok, err := b.Exists(barred, r.Document.ID); ok || err != nil {
		return store.Barred, err
	}
	if ok, err := b.Exists(known, r.Document.ID, r.Meta.Pipeline); ok || err != nil {
		return store.Known, err
	}
	return store.Added, nil
}

// A made record is all of it that is written.
type made struct {
	record *record.Record
	data   []byte // canonical JSON, packed
	sum    [sha256.Size]byte
	rows   store.Rows
	err    error // why there is nothing else
}

func makeOf(r *record.Record, aliases *alias.Aliases) made {
	data, err := packed.Pack(r)
	if err != nil {
		return made{record: r, err: err}
	}
	return made{r, data, sha256.Sum256(data), store.Apart(r, aliases), nil}
}

// ahead makes records in their order, a few more than are asked for, until ctx
// ends.
func ahead(
	ctx context.Context, records []*record.Record, aliases *alias.Aliases,
) <-chan made {
	const few = 4
	out := make(chan made, few)
	go func() {
		defer close(out)
		for _, r := range records {
			select {
			case out <- makeOf(r, aliases):
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// keep writes a record that there is none of yet.
func (b *batch) keep(m made) error {
	const last = `SELECT ifnull(max(id), 0) FROM record`
	const insert = `
		INSERT INTO record (id, document, pipeline, json, sha256)
		VALUES (?, ?, ?, ?, ?)`
	if m.err != nil {
		return m.err
	}
	id, err := b.ID(last)
	if err != nil {
		return err
	}
	err = b.Exec(insert, id, m.record.Document.ID, m.record.Meta.Pipeline, m.data, m.sum[:])
	if err != nil {
		return err
	}
	return b.show(id, m)
}

// show makes a version the shown one, unless a newer one is.
func (b *batch) show(id int64, m made) error {
	const current = `SELECT pipeline FROM document WHERE name = ?`
	var pipeline string
	err := b.Row(current, []any{m.record.Document.ID}, &pipeline)
	if errors.Is(err, sql.ErrNoRows) {
		return b.Index(id, &m.rows)
	}
	if err != nil || version.Compare(pipeline, m.record.Meta.Pipeline) > 0 {
		return err
	}
	r, err := b.carry(id, m.record)
	if err != nil {
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
	rows, err := b.Apart(r)
	if err != nil {
		return err
	}
	if err := b.Index(id, &rows); err != nil {
		return err
	}
	return b.Sweep(old)
}
