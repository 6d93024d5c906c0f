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
	"readout/internal/keeping/store/sqlite/search"
	"readout/record"
)

// Decide implements [store.Store].
func (s *Store) Decide(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.write(ctx, func(tx *sql.Tx) error {
		r, err := rewrite(ctx, tx, d.Document, d.Apply)
		if err != nil {
			return err
		}
		d.Pipeline, d.Undone, d.Origin = r.Meta.Pipeline, false, 0
		d.ID, err = log(ctx, tx, &d)
		return err
	})
	return d, fault(err, "decide")
}

// log keeps a decision and returns its id.
func log(ctx context.Context, tx *sql.Tx, d *store.Decision) (id int64, err error) {
	const insert = `
		INSERT INTO decision
			(document, pipeline, item, field, old, new, by, at, note, undone, origin)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
		RETURNING id`
	err = tx.QueryRowContext(ctx, insert, d.Document, d.Pipeline, d.Item, d.Field,
		column(d.Old), column(d.New), d.By, d.At, d.Note, d.Origin).Scan(&id)
	return id, err
}

// rewrite changes the shown version of a document, and returns it.
func rewrite(
	ctx context.Context, tx *sql.Tx, document string, change func(*record.Record) error,
) (*record.Record, error) {
	id, r, err := shown(ctx, tx, document)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, missing(ctx, tx, document)
	}
	if err != nil {
		return nil, err
	}
	if err := change(r); err != nil {
		return nil, err
	}
	if err := replace(ctx, tx, id, r); err != nil {
		return nil, err
	}
	return r, reindex(ctx, tx, id, r)
}

// shown returns the shown version of a document, or sql.ErrNoRows.
func shown(ctx context.Context, tx *sql.Tx, document string) (int64, *record.Record, error) {
	const current = `
		SELECT r.id, r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = ?`
	var id int64
	var data []byte
	if err := tx.QueryRowContext(ctx, current, document).Scan(&id, &data); err != nil {
		return 0, nil, err
	}
	r, err := parse(document, data)
	return id, r, err
}

// replace keeps a version as it is now.
func replace(ctx context.Context, tx *sql.Tx, id int64, r *record.Record) error {
	const update = `UPDATE record SET json = ?, sha256 = ? WHERE id = ?`
	data, err := r.MarshalCanonical()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	_, err = tx.ExecContext(ctx, update, data, sum[:], id)
	return err
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
	err := s.write(ctx, func(tx *sql.Tx) error {
		d, err := scanDecision(tx.QueryRowContext(ctx, selectOne, decision))
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
			return cmp.Or(err, part(ctx, tx, decision))
		}
		back := d
		back.New = d.Old
		r, err := rewrite(ctx, tx, d.Document, back.Set)
		if err != nil {
			return err
		}
		if r.Meta.Pipeline != d.Pipeline || !bytes.Equal(back.Old, d.New) {
			return store.ErrChanged
		}
		return mark(ctx, tx, decision)
	})
	return fault(err, "undo decision %d", decision)
}

// mark says in the log that a decision holds no more.
func mark(ctx context.Context, tx *sql.Tx, decision int64) error {
	const undone = `UPDATE decision SET undone = 1 WHERE id = ?`
	_, err := tx.ExecContext(ctx, undone, decision)
	return err
}

const decisions = `
	SELECT id, document, pipeline, item, field, old, new, by, at, note, undone, origin
	FROM decision`

// Decisions implements [store.Reader].
func (s *Store) Decisions(ctx context.Context, document string) ([]store.Decision, error) {
	found, err := decided(ctx, s.reader, document)
	return found, fault(err, "decisions on %s", document)
}

// decided returns the decisions on a document, on "" all.
func decided(ctx context.Context, q queryer, document string) ([]store.Decision, error) {
	const about = decisions + ` WHERE document = ?1 OR ?1 = '' ORDER BY id`
	return decidedBy(ctx, q, about, document)
}

// decidedBy returns the decisions that a query finds.
func decidedBy(ctx context.Context, q queryer, sql string, args ...any) ([]store.Decision, error) {
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
