package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"readout/internal/keeping/store"
)

// forgetting deletes what a document leaves outside its rows.
var forgetting = []string{
	`DELETE FROM record WHERE document = ?`,
	`DELETE FROM decision WHERE document = ?`,
	`DELETE FROM edge WHERE from_document = ?`,
	`DELETE FROM edge WHERE to_document = ?`,
}

// merging rewrites the full-text indexes, which keep the words of a deleted row
// until then.
var merging = []string{
	`INSERT INTO document_words (document_words) VALUES ('optimize')`,
	`INSERT INTO statement_words (statement_words) VALUES ('optimize')`,
	`INSERT INTO event_words (event_words) VALUES ('optimize')`,
	`INSERT INTO citation_words (citation_words) VALUES ('optimize')`,
}

// Forget implements [store.Store]. The bytes are overwritten, in the file and,
// unless somebody reads an older state just then, in its log; the time that it
// takes grows with all that is kept.
func (s *Store) Forget(ctx context.Context, f store.Forgotten) error {
	const leave = `INSERT INTO forgotten (document, reason, at) VALUES (?, ?, ?)`
	const empty = `PRAGMA wal_checkpoint(TRUNCATE)`
	err := s.write(ctx, func(tx *sql.Tx) error {
		const kept = `SELECT 1 FROM record WHERE document = ? LIMIT 1`
		var one int
		err := tx.QueryRowContext(ctx, kept, f.Document).Scan(&one)
		if errors.Is(err, sql.ErrNoRows) {
			return missing(ctx, tx, f.Document)
		}
		if err != nil {
			return err
		}
		old, err := unindex(ctx, tx, f.Document)
		if err != nil {
			return err
		}
		for _, sql := range forgetting {
			if _, err := tx.ExecContext(ctx, sql, f.Document); err != nil {
				return err
			}
		}
		for _, sql := range merging {
			if _, err := tx.ExecContext(ctx, sql); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, leave, f.Document, f.Reason, f.At); err != nil {
			return err
		}
		return old.sweep(ctx, tx)
	})
	if err != nil {
		return fault(err, "forget")
	}
	_, err = s.writer.ExecContext(ctx, empty)
	return fault(err, "forget document %s: empty the log", f.Document)
}
