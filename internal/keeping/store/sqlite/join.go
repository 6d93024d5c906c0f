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
	err := s.batch(ctx, func(b *batch) error {
		d.Pipeline, d.Undone, d.Old, d.Origin = "", false, nil, 0
		if err := b.join(&d); err != nil {
			return err
		}
		var err error
		d.ID, err = b.log(&d)
		return err
	})
	return d, fault(err, "join %s", d.Item)
}

// joining moves what bears the name of ?1 to the entity ?3 with the key ?2. Lone
// names have more behind the key, after a slash; the zero comes next to it.
var joining = []string{
	`UPDATE alias SET same = ?2, type = ?4, name = ?5 WHERE same = ?1`,
	`INSERT INTO alias (key, same, type, name) VALUES (?1, ?2, ?4, ?5)
		ON CONFLICT (key) DO UPDATE SET
			same = excluded.same, type = excluded.type, name = excluded.name`,
	`UPDATE appearance SET entity = ?3
		WHERE entity IN (SELECT id FROM entity
			WHERE key = ?1 OR key > ?1 || '/' AND key < ?1 || '0')`,
	deserted,
}

const deserted = `DELETE FROM entity
	WHERE NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = entity.id)`

// join carries out a decision that joins names.
func (b *batch) join(d *store.Decision) error {
	const root = `SELECT same, type, name FROM alias WHERE key = ?`
	from, same, ok, err := d.Joins()
	if err != nil || !ok {
		return cmp.Or(err, errors.New("the decision joins no names"))
	}
	to, kind, name := store.EntityKey(same), same.Type.String(), same.Text
	err = b.Row(root, []any{to}, &to, &kind, &name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if from == to {
		return fmt.Errorf("%s is that already", from)
	}
	var id int64
	err = b.Row(upsertEntity, []any{to, kind, query.Fold(name), name, ""}, &id)
	if err != nil {
		return err
	}
	for _, sql := range joining {
		if err := b.Exec(sql, from, to, id, kind, name); err != nil {
			return err
		}
	}
	return nil
}

// part undoes a decision that joined names: the names are taken apart, and the
// decisions that still hold carried out again.
func (b *batch) part(decision int64) error {
	const joined = decisions + ` WHERE document = '' AND NOT undone ORDER BY id`
	if err := b.mark(decision); err != nil {
		return err
	}
	if err := b.takeApart(); err != nil {
		return err
	}
	rows, err := decidedBy(b.ctx, b.tx, joined)
	if err != nil {
		return err
	}
	for i := range rows {
		if err := b.join(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// takeApart gives every appearance whose name was joined an entity of its own
// name again, by reading its document anew.
func (b *batch) takeApart() error {
	const clear = `DELETE FROM alias`
	const touched = `
		SELECT DISTINCT d.name FROM appearance a
			JOIN document d ON d.id = a.document JOIN entity e ON e.id = a.entity
		WHERE e.key IN (SELECT same FROM alias)`
	var document string
	var documents []string
	err := b.Each(touched, nil, []any{&document}, func() { documents = append(documents, document) })
	if err != nil {
		return err
	}
	if err := b.Exec(clear); err != nil {
		return err
	}
	for _, document := range documents {
		id, r, err := b.shown(document)
		if err != nil {
			return err
		}
		if err := b.reindex(id, r); err != nil {
			return err
		}
	}
	return b.Exec(deserted)
}

const upsertEntity = `
	INSERT INTO entity (key, type, folded, name, country)
	VALUES (?, ?, ?, ?, ?)
	ON CONFLICT (key) DO UPDATE SET
		name = max(name, excluded.name), country = max(country, excluded.country)
	RETURNING id`
