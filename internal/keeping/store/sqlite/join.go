package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// joining moves what bears the name of ?1 to the entity ?3 with the key ?2.
var joining = []string{
	`UPDATE alias SET same = ?2, type = ?4, name = ?5 WHERE same = ?1`,
	`INSERT INTO alias (key, same, type, name) VALUES (?1, ?2, ?4, ?5)
		ON CONFLICT (key) DO UPDATE SET
			same = excluded.same, type = excluded.type, name = excluded.name`,
	`UPDATE appearance SET entity = ?3
		WHERE base IN (SELECT key FROM alias WHERE same = ?2)`,
	`DELETE FROM entity
		WHERE NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = entity.id)`,
}

// Join implements [store.Store]. Where same was itself joined to a third name,
// that one is meant.
func (s *Store) Join(ctx context.Context, name, same store.Name) error {
	const root = `SELECT same, type, name FROM alias WHERE key = ?`
	from, to := store.EntityKey(name), store.EntityKey(same)
	kind, shown := same.Type.String(), same.Text
	err := s.write(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, root, to).Scan(&to, &kind, &shown)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if from == to {
			return fmt.Errorf("%s is that already", from)
		}
		var id int64
		err = tx.QueryRowContext(ctx, upsertEntity, to, kind, query.Fold(shown), shown, "").Scan(&id)
		if err != nil {
			return err
		}
		for _, sql := range joining {
			if _, err := tx.ExecContext(ctx, sql, from, to, id, kind, shown); err != nil {
				return err
			}
		}
		return nil
	})
	return fault(err, "join %s to %s", from, to)
}
