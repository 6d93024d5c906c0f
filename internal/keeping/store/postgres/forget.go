package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
)

// forgetting deletes what a document leaves outside its rows.
var forgetting = []string{
	`DELETE FROM record WHERE document = $1`,
	`DELETE FROM decision WHERE document = $1`,
	`DELETE FROM edge WHERE from_document = $1`,
	`DELETE FROM edge WHERE to_document = $1`,
}

// Forget implements [store.Store]. Nothing finds it any more; the server
// overwrites the bytes when it vacuums, in its log and backups later.
func (s *Store) Forget(ctx context.Context, f store.Forgotten) error {
	const kept = `SELECT EXISTS (SELECT 1 FROM record WHERE document = $1)`
	const leave = `INSERT INTO forgotten (document, reason, at) VALUES ($1, $2, $3)`
	err := s.write(ctx, func(tx pgx.Tx) error {
		var is bool
		if err := tx.QueryRow(ctx, kept, f.Document).Scan(&is); err != nil {
			return err
		}
		if !is {
			return missing(ctx, tx, f.Document)
		}
		if err := index.Replace(ctx, tx, []string{f.Document}, nil); err != nil {
			return err
		}
		for _, sql := range forgetting {
			if _, err := tx.Exec(ctx, sql, f.Document); err != nil {
				return err
			}
		}
		_, err := tx.Exec(ctx, leave, f.Document, index.Text(f.Reason), f.At)
		return err
	})
	return fault(err, "forget")
}
