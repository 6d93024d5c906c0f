package search

import (
	"context"
	"database/sql"

	"readout/internal/keeping/store"
)

// Entity returns the entity that a key means, or sql.ErrNoRows.
func Entity(ctx context.Context, db *sql.DB, key string) (store.Entity, error) {
	const meant = `
		SELECT e.key, e.type, e.name, e.country,
			(SELECT count(DISTINCT a.document) FROM appearance a WHERE a.entity = e.id)
		FROM entity e
		WHERE e.key = ifnull((SELECT same FROM alias WHERE key = ?1), ?1)`
	const also = `SELECT key FROM alias WHERE same = ? ORDER BY key`
	var e store.Entity
	err := db.QueryRowContext(ctx, meant, key).
		Scan(&e.Key, word{&e.Type}, &e.Name, &e.Country, &e.Documents)
	if err != nil {
		return e, err
	}
	rows, err := db.QueryContext(ctx, also, e.Key)
	if err != nil {
		return e, err
	}
	defer rows.Close()
	for rows.Next() {
		var other string
		if err := rows.Scan(&other); err != nil {
			return e, err
		}
		e.Also = append(e.Also, other)
	}
	return e, rows.Err()
}

// Named returns the keys of those whom a document names, by their ids in it.
func Named(
	ctx context.Context, tx *sql.Tx, document string,
) (map[string]string, error) {
	const named = `
		SELECT a.item, e.key FROM appearance a
			JOIN document d ON d.id = a.document JOIN entity e ON e.id = a.entity
		WHERE d.name = ?`
	rows, err := tx.QueryContext(ctx, named, document)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	keys := map[string]string{}
	for rows.Next() {
		var item, key string
		if err := rows.Scan(&item, &key); err != nil {
			return nil, err
		}
		keys[item] = key
	}
	return keys, rows.Err()
}
