package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
)

// Join implements [store.Store]. Where the other name means a third one, that is
// meant.
func (s *Store) Join(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.batch(ctx, func(b *batch) error {
		d.Pipeline, d.Undone, d.Old, d.Origin = "", false, nil, 0
		before, err := b.Aliases()
		if err != nil {
			return err
		}
		if err := store.CheckJoin(&d, before); err != nil {
			return err
		}
		if d.ID, err = b.log(&d); err != nil {
			return err
		}
		_, err = b.settle()
		return err
	})
	return d, fault(err, "join %s", d.Item)
}

// part undoes a decision that joined names.
func (b *batch) part(decision int64) error {
	if err := b.mark(decision); err != nil {
		return err
	}
	_, err := b.settle()
	return err
}

// TakeUp implements [store.Store].
func (s *Store) TakeUp(ctx context.Context, own []alias.Row) (documents int, err error) {
	err = s.batch(ctx, func(b *batch) error {
		documents, err = b.takeUp(own)
		return err
	})
	return documents, fault(err, "take up names in %s", s.path)
}

func (b *batch) takeUp(own []alias.Row) (documents int, err error) {
	t, err := b.Tables()
	if err != nil || !t.Take(own) {
		return 0, err
	}
	if err := b.KeepTables(t); err != nil {
		return 0, err
	}
	return b.settle()
}

// settle has names mean what tables and people say, and indexes the documents anew
// that this concerns.
func (b *batch) settle() (documents int, err error) {
	const joined = decisions + ` WHERE document = '' AND NOT undone ORDER BY id`
	t, err := b.Tables()
	if err != nil {
		return 0, err
	}
	people, err := decidedBy(b.ctx, b.tx, joined)
	if err != nil {
		return 0, err
	}
	joins, err := store.Said(people)
	if err != nil {
		return 0, err
	}
	before, err := b.Aliases()
	if err != nil {
		return 0, err
	}
	after := alias.Settle(t, joins)
	changed := after.Changed(before)
	names, err := b.Naming(changed)
	if err != nil {
		return 0, err
	}
	if err := b.Rename(after); err != nil {
		return 0, err
	}
	for _, name := range names {
		id, r, err := b.shown(name)
		if err != nil {
			return 0, err
		}
		if !store.Touches(r, changed) {
			continue
		}
		if err := b.reindex(id, r); err != nil {
			return 0, err
		}
		documents++
	}
	return documents, nil
}

// begin has a new store take up the built-in table of names. One that holds
// documents waits for [Store.TakeUp], since to index them anew takes its time.
func (s *Store) begin(ctx context.Context) error {
	const fresh = `
		SELECT version < ? AND NOT EXISTS (SELECT 1 FROM record)
			AND NOT EXISTS (SELECT 1 FROM decision)
		FROM taken_up`
	var is bool
	if err := s.writer.QueryRowContext(ctx, fresh, alias.Version).Scan(&is); err != nil || !is {
		return err
	}
	_, err := s.TakeUp(ctx, nil)
	return err
}

// Entity implements [store.Reader].
func (s *Store) Entity(ctx context.Context, key string) (store.Entity, error) {
	e, err := search.Entity(ctx, s.reader, key)
	if errors.Is(err, sql.ErrNoRows) {
		err = store.ErrNotFound
	}
	return e, fault(err, "entity %s", key)
}
