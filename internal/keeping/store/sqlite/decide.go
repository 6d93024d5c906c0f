package sqlite

import (
	"bytes"
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
	const insert = `
		INSERT INTO decision (document, pipeline, item, field, old, new, by, at, note, undone)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
		RETURNING id`
	err := s.write(ctx, func(tx *sql.Tx) error {
		r, err := rewrite(ctx, tx, d.Document, d.Apply)
		if err != nil {
			return err
		}
		d.Pipeline, d.Undone = r.Meta.Pipeline, false
		return tx.QueryRowContext(ctx, insert, d.Document, d.Pipeline, d.Item, d.Field,
			column(d.Old), column(d.New), d.By, d.At, d.Note).Scan(&d.ID)
	})
	return d, fault(err, "decide")
}

// rewrite changes the shown version of a document, and returns it.
func rewrite(
	ctx context.Context, tx *sql.Tx, document string, change func(*record.Record) error,
) (*record.Record, error) {
	const current = `
		SELECT r.id, r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = ?`
	const update = `UPDATE record SET json = ?, sha256 = ? WHERE id = ?`
	var id int64
	var data []byte
	err := tx.QueryRowContext(ctx, current, document).Scan(&id, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, missing(ctx, tx, document)
	}
	if err != nil {
		return nil, err
	}
	r, err := parse(document, data)
	if err != nil {
		return nil, err
	}
	if err := change(r); err != nil {
		return nil, err
	}
	if data, err = r.MarshalCanonical(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	if _, err := tx.ExecContext(ctx, update, data, sum[:], id); err != nil {
		return nil, err
	}
	return r, reindex(ctx, tx, id, r)
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
	const mark = `UPDATE decision SET undone = 1 WHERE id = ?`
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
		back := d
		back.New = d.Old
		r, err := rewrite(ctx, tx, d.Document, back.Set)
		if err != nil {
			return err
		}
		if r.Meta.Pipeline != d.Pipeline || !bytes.Equal(back.Old, d.New) {
			return store.ErrChanged
		}
		_, err = tx.ExecContext(ctx, mark, decision)
		return err
	})
	return fault(err, "undo decision %d", decision)
}

const decisions = `
	SELECT id, document, pipeline, item, field, old, new, by, at, note, undone
	FROM decision`

// Decisions implements [store.Reader].
func (s *Store) Decisions(ctx context.Context, document string) ([]store.Decision, error) {
	const ofDocument = decisions + ` WHERE document = ? ORDER BY id`
	rows, err := s.reader.QueryContext(ctx, ofDocument, document)
	if err != nil {
		return nil, fault(err, "decisions on %s", document)
	}
	defer rows.Close()
	var found []store.Decision
	for rows.Next() {
		d, err := scanDecision(rows)
		if err != nil {
			return nil, fault(err, "decisions on %s", document)
		}
		found = append(found, d)
	}
	return found, fault(rows.Err(), "decisions on %s", document)
}

func scanDecision(row search.Scanner) (store.Decision, error) {
	var d store.Decision
	var old, value sql.NullString
	err := row.Scan(&d.ID, &d.Document, &d.Pipeline, &d.Item, &d.Field,
		&old, &value, &d.By, &d.At, &d.Note, &d.Undone)
	d.Old, d.New = raw(old), raw(value)
	return d, err
}

func raw(s sql.NullString) json.RawMessage {
	if !s.Valid {
		return nil
	}
	return json.RawMessage(s.String)
}
