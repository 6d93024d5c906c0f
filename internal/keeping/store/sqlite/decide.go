package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/packed"
	"readout/internal/keeping/store/sqlite/search"
	"readout/record"
)

// Decide implements [store.Store].
func (s *Store) Decide(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.batch(ctx, func(b *batch) error {
		r, err := b.rewrite(d.Document, d.Apply)
		if err != nil {
			return err
		}
		d.Pipeline, d.Undone, d.Origin = r.Meta.Pipeline, false, 0
		d.ID, err = b.log(&d)
		return err
	})
	return d, fault(err, "decide")
}

// log keeps a decision and returns its id.
func (b *batch) log(d *store.Decision) (id int64, err error) {
	const insert = `
		INSERT INTO decision
			(document, pipeline, item, field, old, new, by, at, note, undone, origin)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
		RETURNING id`
	err = b.Row(insert, []any{
		d.Document, d.Pipeline, d.Item, d.Field,
		column(d.Old), column(d.New), d.By, d.At, d.Note, d.Origin,
	}, &id)
	return id, err
}

// rewrite changes the shown version of a document, and returns it.
func (b *batch) rewrite(
	document string, change func(*record.Record) error,
) (*record.Record, error) {
	id, r, err := b.shown(document)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, missing(b.ctx, b.tx, document)
	}
	if err != nil {
		return nil, err
	}
	if err := change(r); err != nil {
		return nil, err
	}
	old, err := b.unindex(document)
	if err != nil {
		return nil, err
	}
	if err := b.replace(id, r); err != nil {
		return nil, err
	}
	rows, err := b.Apart(r)
	if err != nil {
		return nil, err
	}
	if err := b.Index(id, &rows); err != nil {
		return nil, err
	}
	return r, b.Sweep(old)
}

// shown returns the shown version of a document, or sql.ErrNoRows.
func (b *batch) shown(document string) (int64, *record.Record, error) {
	const current = `
		SELECT r.id, r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = ?`
	var id int64
	var data []byte
	if err := b.Row(current, []any{document}, &id, &data); err != nil {
		return 0, nil, err
	}
	r, err := parse(document, data)
	return id, r, err
}

// replace keeps a version as it is now.
func (b *batch) replace(id int64, r *record.Record) error {
	const update = `UPDATE record SET json = ?, sha256 = ? WHERE id = ?`
	data, err := packed.Pack(r)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	return b.Exec(update, data, sum[:], id)
}

// column is a value of JSON as the table holds it, NULL when absent.
func column(v json.RawMessage) any {
	if v == nil {
		return nil
	}
	return string(v)
}

// Undo implements [store.Store].
func (s *Store) Undo(ctx context.Context, decision int64) error {
	const selectOne = decisions + ` WHERE id = ?`
	err := s.batch(ctx, func(b *batch) error {
		d, err := scanDecision(b.tx.QueryRowContext(ctx, selectOne, decision))
		if errors.Is(err, sql.ErrNoRows) {
			return store.ErrNotFound
		}
		if err != nil {
			return err
		}
		if d.Undone {
			return store.ErrChanged
		}
		if _, _, joins, err := d.Joins(); joins || err != nil {
			return cmp.Or(err, b.part(decision))
		}
		back := d
		back.New = d.Old
		r, err := b.rewrite(d.Document, back.Set)
		if err != nil {
			return err
		}
		if r.Meta.Pipeline != d.Pipeline || !bytes.Equal(back.Old, d.New) {
			return store.ErrChanged
		}
		return b.mark(decision)
	})
	return fault(err, "undo decision %d", decision)
}

// mark says in the log that a decision holds no more.
func (b *batch) mark(decision int64) error {
	const undone = `UPDATE decision SET undone = 1 WHERE id = ?`
	return b.Exec(undone, decision)
}

const decisions = `
	SELECT id, document, pipeline, item, field, old, new, by, at, note, undone, origin
	FROM decision`

// Decisions implements [store.Reader].
func (s *Store) Decisions(
	ctx context.Context, document string,
) ([]store.Decision, error) {
	found, err := decided(ctx, s.reader, document)
	return found, fault(err, "decisions on %s", document)
}

// decided returns the decisions on a document, on "" all.
func decided(
	ctx context.Context, q queryer, document string,
) ([]store.Decision, error) {
	const (
		all   = decisions + ` ORDER BY id`
		about = decisions + ` WHERE document = ? ORDER BY id`
	)
	if document == "" {
		return decidedBy(ctx, q, all)
	}
	return decidedBy(ctx, q, about, document)
}

// decidedBy returns the decisions that a query finds.
func decidedBy(
	ctx context.Context, q queryer, sql string, args ...any,
) ([]store.Decision, error) {
	rows, err := q.QueryContext(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []store.Decision
	for rows.Next() {
		d, err := scanDecision(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, d)
	}
	return found, rows.Err()
}

func scanDecision(row search.Scanner) (store.Decision, error) {
	var d store.Decision
	var old, value sql.NullString
	err := row.Scan(&d.ID, &d.Document, &d.Pipeline, &d.Item, &d.Field,
		&old, &value, &d.By, &d.At, &d.Note, &d.Undone, &d.Origin)
	d.Old, d.New = raw(old), raw(value)
	return d, err
}

func raw(s sql.NullString) json.RawMessage {
	if !s.Valid {
		return nil
	}
	return json.RawMessage(s.String)
}
