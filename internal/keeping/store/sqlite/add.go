package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Add implements [store.Store]; one call is one transaction and one sync.
func (s *Store) Add(ctx context.Context, records ...*record.Record) ([]store.Outcome, error) {
	outcomes := make([]store.Outcome, len(records))
	err := s.write(ctx, func(tx *sql.Tx) error {
		for i, r := range records {
			var err error
			if outcomes[i], err = add(ctx, tx, r); err != nil {
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

func add(ctx context.Context, tx *sql.Tx, r *record.Record) (store.Outcome, error) {
	if _, err := forgotten(ctx, tx, r.Document.ID); err == nil {
		return store.Barred, nil
	} else if !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	const insert = `
		INSERT INTO record (document, pipeline, json, sha256)
		VALUES (?, ?, ?, ?)
		ON CONFLICT DO NOTHING
		RETURNING id`
	data, err := r.MarshalCanonical()
	if err != nil {
		return 0, err
	}
	sum := sha256.Sum256(data)
	var id int64
	err = tx.QueryRowContext(ctx, insert, r.Document.ID, r.Meta.Pipeline, data, sum[:]).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Known, nil
	}
	if err != nil {
		return 0, err
	}
	return store.Added, show(ctx, tx, id, r)
}

// show makes a version the shown one, unless a newer one is.
func show(ctx context.Context, tx *sql.Tx, id int64, r *record.Record) error {
	const current = `SELECT pipeline FROM document WHERE name = ?`
	var pipeline string
	err := tx.QueryRowContext(ctx, current, r.Document.ID).Scan(&pipeline)
	if errors.Is(err, sql.ErrNoRows) {
		return index(ctx, tx, id, r)
	}
	if err != nil || version.Compare(pipeline, r.Meta.Pipeline) > 0 {
		return err
	}
	if r, err = carry(ctx, tx, id, r); err != nil {
		return err
	}
	return reindex(ctx, tx, id, r)
}

// carry has what was decided about the version shown until now hold on the one
// that follows it, and returns that one.
func carry(ctx context.Context, tx *sql.Tx, id int64, r *record.Record) (*record.Record, error) {
	decisions, err := decided(ctx, tx, r.Document.ID)
	if err != nil || len(decisions) == 0 {
		return r, err
	}
	_, prev, err := shown(ctx, tx, r.Document.ID)
	if err != nil {
		return nil, err
	}
	next, carried, err := store.Carry(prev, r, decisions)
	if err != nil {
		return nil, err
	}
	for i := range carried {
		if _, err := log(ctx, tx, &carried[i]); err != nil {
			return nil, err
		}
	}
	return next, replace(ctx, tx, id, next)
}

// reindex replaces the rows of a document.
func reindex(ctx context.Context, tx *sql.Tx, id int64, r *record.Record) error {
	old, err := unindex(ctx, tx, r.Document.ID)
	if err != nil {
		return err
	}
	if err := index(ctx, tx, id, r); err != nil {
		return err
	}
	return old.sweep(ctx, tx)
}

// unindexing deletes the rows of a document; those that hang on it go with it.
// The full-text indexes know of no foreign keys.
var unindexing = []string{
	`DELETE FROM statement_words WHERE rowid IN (
		SELECT s.id FROM statement s JOIN document d ON d.id = s.document WHERE d.name = ?)`,
	`DELETE FROM event_words WHERE rowid IN (
		SELECT e.id FROM event e JOIN document d ON d.id = e.document WHERE d.name = ?)`,
	`DELETE FROM citation_words WHERE rowid IN (
		SELECT c.id FROM citation c JOIN document d ON d.id = c.document WHERE d.name = ?)`,
	`DELETE FROM document_words WHERE rowid IN (SELECT id FROM document WHERE name = ?)`,
	`DELETE FROM document WHERE name = ?`,
}

// unindex returns what may be left over.
func unindex(ctx context.Context, tx *sql.Tx, document string) (remains, error) {
	const named = `
		SELECT
			(SELECT json_group_array(DISTINCT entity) FROM appearance WHERE document = d.id),
			(SELECT json_group_array(name) FROM (
				SELECT name FROM part WHERE document = d.id
				UNION SELECT n.name FROM naming n
					JOIN appearance a ON a.id = n.appearance WHERE a.document = d.id))
		FROM document d
		WHERE d.name = ?`
	var r remains
	err := tx.QueryRowContext(ctx, named, document).Scan(&r.entities, &r.names)
	if errors.Is(err, sql.ErrNoRows) {
		return remains{"[]", "[]"}, nil
	}
	if err != nil {
		return r, err
	}
	for _, sql := range unindexing {
		if _, err := tx.ExecContext(ctx, sql, document); err != nil {
			return r, err
		}
	}
	return r, nil
}

// remains are ids, as JSON arrays, of what a document named: others may name it
// too, or not.
type remains struct{ entities, names string }

// sweep deletes what nothing names any more.
func (r remains) sweep(ctx context.Context, tx *sql.Tx) error {
	const entities = `
		DELETE FROM entity
		WHERE id IN (SELECT value FROM json_each(?))
			AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = entity.id)`
	const names = `
		DELETE FROM name
		WHERE id IN (SELECT value FROM json_each(?))
			AND NOT EXISTS (SELECT 1 FROM part p WHERE p.name = name.id)
			AND NOT EXISTS (SELECT 1 FROM naming n WHERE n.name = name.id)`
	_, err := tx.ExecContext(ctx, entities, r.entities)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, names, r.names)
	return err
}
