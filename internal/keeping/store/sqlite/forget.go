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

// Forget implements [store.Store]. The bytes are overwritten, in the file and,
// unless somebody reads an older state just then, in its log; nothing is
// written anew but the places where words of the document stood. To find those of
// common words takes longer the more is kept: see docs/performance.md.
func (s *Store) Forget(ctx context.Context, f store.Forgotten) error {
	const leave = `INSERT INTO forgotten (document, reason, at) VALUES (?, ?, ?)`
	const empty = `PRAGMA wal_checkpoint(TRUNCATE)`
	err := s.batch(ctx, func(b *batch) error {
		const kept = `SELECT 1 FROM record WHERE document = ? LIMIT 1`
		var one int
		err := b.Row(kept, []any{f.Document}, &one)
		if errors.Is(err, sql.ErrNoRows) {
			return missing(ctx, b.tx, f.Document)
		}
		if err != nil {
			return err
		}
		old, err := b.unindex(f.Document)
		if err != nil {
			return err
		}
		for _, sql := range forgetting {
			if err := b.Exec(sql, f.Document); err != nil {
				return err
			}
		}
		if err := b.Exec(leave, f.Document, f.Reason, f.At); err != nil {
			return err
		}
		return b.Sweep(old)
	})
	if err != nil {
		return fault(err, "forget")
	}
	_, err = s.writer.ExecContext(ctx, empty)
	return fault(err, "forget document %s: empty the log", f.Document)
}
