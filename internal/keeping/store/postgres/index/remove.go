package index

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// remains are ids of what documents named: others may name it too, or not.
type remains struct{ entities, names []int64 }

// remove deletes the rows of documents; those that hang on them go with them. It
// returns what may be left over.
func remove(ctx context.Context, tx pgx.Tx, documents []string) (remains, error) {
	const entities = `
		SELECT DISTINCT a.entity FROM appearance a JOIN document d ON d.id = a.document
		WHERE d.name = ANY ($1)`
	const names = `
		SELECT p.name FROM part p JOIN document d ON d.id = p.document
		WHERE d.name = ANY ($1)
		UNION SELECT n.name FROM naming n JOIN appearance a ON a.id = n.appearance
			JOIN document d ON d.id = a.document
		WHERE d.name = ANY ($1)`
	const rows = `DELETE FROM document WHERE name = ANY ($1)`
	var r remains
	if len(documents) == 0 {
		return r, nil
	}
	var err error
	if r.entities, err = collect(ctx, tx, entities, documents); err != nil {
		return r, err
	}
	if r.names, err = collect(ctx, tx, names, documents); err != nil {
		return r, err
	}
	_, err = tx.Exec(ctx, rows, documents)
	return r, err
}

// sweep deletes what nothing names any more.
func (r remains) sweep(ctx context.Context, tx pgx.Tx) error {
	const entities = `
		DELETE FROM entity e
		WHERE e.id = ANY ($1)
			AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = e.id)`
	const names = `
		DELETE FROM name n
		WHERE n.id = ANY ($1)
			AND NOT EXISTS (SELECT 1 FROM part p WHERE p.name = n.id)
			AND NOT EXISTS (SELECT 1 FROM naming m WHERE m.name = n.id)`
	if len(r.entities) > 0 {
		if _, err := tx.Exec(ctx, entities, r.entities); err != nil {
			return err
		}
	}
	if len(r.names) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, names, r.names)
	return err
}

// collect returns the ids that a query finds.
func collect(ctx context.Context, tx pgx.Tx, sql string, args ...any) ([]int64, error) {
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[int64])
}
