package postgres

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
	"readout/record"
)

// Decide implements [store.Store].
func (s *Store) Decide(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.write(ctx, func(tx pgx.Tx) error {
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
func log(ctx context.Context, tx pgx.Tx, d *store.Decision) (id int64, err error) {
	const insert = `
		INSERT INTO decision
			(document, pipeline, item, field, old, new, by, at, note, undone, origin)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10)
		RETURNING id`
	err = tx.QueryRow(ctx, insert, d.Document, d.Pipeline, d.Item, d.Field,
		column(d.Old), column(d.New), index.Text(d.By), index.Text(d.At), index.Text(d.Note),
		d.Origin).Scan(&id)
	return id, err
}

// rewrite changes the shown version of a document, and returns it.
func rewrite(
	ctx context.Context, tx pgx.Tx, document string, change func(*record.Record) error,
) (*record.Record, error) {
	id, r, err := shown(ctx, tx, document)
	if isNone(err) {
		return nil, missing(ctx, tx, document)
	}
	if err != nil {
		return nil, err
	}
	if err := change(r); err != nil {
		return nil, err
	}
	v, err := replace(ctx, tx, id, r)
	if err != nil {
		return nil, err
	}
	return r, index.Replace(ctx, tx, []string{document}, []index.Version{v})
}

// shown returns the shown version of a document, or an error that isNone.
func shown(ctx context.Context, tx pgx.Tx, document string) (int64, *record.Record, error) {
	const current = `
		SELECT r.id, r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = $1`
	var id int64
	var data []byte
	if err := tx.QueryRow(ctx, current, document).Scan(&id, &data); err != nil {
		return 0, nil, err
	}
	r, err := parse(document, data)
	return id, r, err
}

// replace keeps a version as it is now.
func replace(
	ctx context.Context, tx pgx.Tx, id int64, r *record.Record,
) (index.Version, error) {
	const update = `UPDATE record SET json = $1, sha256 = $2 WHERE id = $3`
	all, err := writtenAs(r)
	if err != nil {
		return index.Version{}, err
	}
	w := all[0]
	w.ID = id
	_, err = tx.Exec(ctx, update, w.JSON, w.sum[:], id)
	return w.Version, err
}

// column is a value of JSON as the table holds it, NULL when absent.
func column(v json.RawMessage) *string {
	if v == nil {
		return nil
	}
	s := string(v)
	return &s
}

// Undo implements [store.Store].
func (s *Store) Undo(ctx context.Context, decision int64) error {
	const selectOne = decisions + ` WHERE id = $1`
	err := s.write(ctx, func(tx pgx.Tx) error {
		d, err := scanDecision(tx.QueryRow(ctx, selectOne, decision))
		if isNone(err) {
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
func mark(ctx context.Context, tx pgx.Tx, decision int64) error {
	const undone = `UPDATE decision SET undone = true WHERE id = $1`
	_, err := tx.Exec(ctx, undone, decision)
	return err
}

const decisions = `
	SELECT id, document, pipeline, item, field, old, new, by, at, note, undone, origin
	FROM decision`

// Decisions implements [store.Reader].
func (s *Store) Decisions(ctx context.Context, document string) ([]store.Decision, error) {
	found, err := decided(ctx, s.pool, document)
	return found, fault(err, "decisions on %s", document)
}

// decided returns the decisions on a document, on "" all.
func decided(ctx context.Context, q queryer, document string) ([]store.Decision, error) {
	const about = decisions + ` WHERE document = $1 OR $1 = '' ORDER BY id`
	return decidedBy(ctx, q, about, document)
}

// decidedBy returns the decisions that a query finds.
func decidedBy(
	ctx context.Context, q queryer, sql string, args ...any,
) ([]store.Decision, error) {
	rows, err := q.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (store.Decision, error) {
		return scanDecision(row)
	})
}

func scanDecision(row pgx.Row) (store.Decision, error) {
	var d store.Decision
	var old, value *string
	err := row.Scan(&d.ID, &d.Document, &d.Pipeline, &d.Item, &d.Field,
		&old, &value, &d.By, &d.At, &d.Note, &d.Undone, &d.Origin)
	d.Old, d.New = raw(old), raw(value)
	return d, err
}

func raw(s *string) json.RawMessage {
	if s == nil {
		return nil
	}
	return json.RawMessage(*s)
}
