package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// Join implements [store.Store]. Where the other name was itself joined to a third
// one, that is meant.
func (s *Store) Join(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.write(ctx, func(tx *sql.Tx) error {
		d.Pipeline, d.Undone, d.Old, d.Origin = "", false, nil, 0
		if err := join(ctx, tx, &d); err != nil {
			return err
		}
		var err error
		d.ID, err = log(ctx, tx, &d)
		return err
	})
	return d, fault(err, "join %s", d.Item)
}

// joining moves what bears the name of ?1 to the entity ?3 with the key ?2.
var joining = []string{
	`UPDATE alias SET same = ?2, type = ?4, name = ?5 WHERE same = ?1`,
	`INSERT INTO alias (key, same, type, name) VALUES (?1, ?2, ?4, ?5)
		ON CONFLICT (key) DO UPDATE SET
			same = excluded.same, type = excluded.type, name = excluded.name`,
	`UPDATE appearance SET entity = ?3
		WHERE base IN (SELECT key FROM alias WHERE same = ?2)`,
	deserted,
}

const deserted = `DELETE FROM entity
	WHERE NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = entity.id)`

// join carries out a decision that joins names.
func join(ctx context.Context, tx *sql.Tx, d *store.Decision) error {
	const root = `SELECT same, type, name FROM alias WHERE key = ?`
	from, same, ok, err := d.Joins()
	if err != nil || !ok {
		return cmp.Or(err, errors.New("the decision joins no names"))
	}
	to, kind, name := store.EntityKey(same), same.Type.String(), same.Text
	err = tx.QueryRowContext(ctx, root, to).Scan(&to, &kind, &name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if from == to {
		return fmt.Errorf("%s is that already", from)
	}
	var id int64
	err = tx.QueryRowContext(ctx, upsertEntity, to, kind, query.Fold(name), name, "").Scan(&id)
	if err != nil {
		return err
	}
	for _, sql := range joining {
		if _, err := tx.ExecContext(ctx, sql, from, to, id, kind, name); err != nil {
			return err
		}
	}
	return nil
}

// part undoes a decision that joined names: the names are taken apart, and the
// decisions that still hold carried out again.
func part(ctx context.Context, tx *sql.Tx, decision int64) error {
	const joined = decisions + ` WHERE document = '' AND NOT undone ORDER BY id`
	if err := mark(ctx, tx, decision); err != nil {
		return err
	}
	if err := takeApart(ctx, tx); err != nil {
		return err
	}
	rows, err := decidedBy(ctx, tx, joined)
	if err != nil {
		return err
	}
	for i := range rows {
		if err := join(ctx, tx, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// takeApart gives every appearance whose name was joined an entity of its own
// name again, by reading its document anew.
func takeApart(ctx context.Context, tx *sql.Tx) error {
	const clear = `DELETE FROM alias`
	const touched = `
		SELECT DISTINCT d.name FROM appearance a JOIN document d ON d.id = a.document
		WHERE a.base IN (SELECT key FROM alias)`
	documents, err := words(ctx, tx, touched)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, clear); err != nil {
		return err
	}
	for _, document := range documents {
		id, r, err := shown(ctx, tx, document)
		if err != nil {
			return err
		}
		if err := reindex(ctx, tx, id, r); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, deserted)
	return err
}

// words returns the one column of a query.
func words(ctx context.Context, tx *sql.Tx, sql string) ([]string, error) {
	rows, err := tx.QueryContext(ctx, sql)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var word string
		if err := rows.Scan(&word); err != nil {
			return nil, err
		}
		list = append(list, word)
	}
	return list, rows.Err()
}
