package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
)

// Join implements [store.Store]. Where the other name means a third one, that is
// meant.
func (s *Store) Join(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.write(ctx, func(tx pgx.Tx) error {
		d.Pipeline, d.Undone, d.Old, d.Origin = "", false, nil, 0
		before, err := index.Aliases(ctx, tx)
		if err != nil {
			return err
		}
		if err := store.CheckJoin(&d, before); err != nil {
			return err
		}
		if d.ID, err = log(ctx, tx, &d); err != nil {
			return err
		}
		return settle(ctx, tx)
	})
	return d, fault(err, "join %s", d.Item)
}

// part undoes a decision that joined names.
func part(ctx context.Context, tx pgx.Tx, decision int64) error {
	if err := mark(ctx, tx, decision); err != nil {
		return err
	}
	return settle(ctx, tx)
}

// settle has names mean what tables and people say.
func settle(ctx context.Context, tx pgx.Tx) error {
	joins, err := said(ctx, tx)
	if err == nil {
		_, err = index.Settle(ctx, tx, joins)
	}
	return err
}

// said returns what people joined.
func said(ctx context.Context, tx pgx.Tx) ([]alias.Join, error) {
	const joined = decisions + ` WHERE document = '' AND NOT undone ORDER BY id`
	people, err := decidedBy(ctx, tx, joined)
	if err != nil {
		return nil, err
	}
	return store.Said(people)
}

// TakeUp implements [store.Store].
func (s *Store) TakeUp(ctx context.Context, own []alias.Row) (documents int, err error) {
	err = s.write(ctx, func(tx pgx.Tx) error {
		joins, err := said(ctx, tx)
		if err == nil {
			documents, err = index.TakeUp(ctx, tx, own, joins)
		}
		return err
	})
	return documents, fault(err, "take up names in %s", s.place)
}

// begin has a new store take up the built-in table of names. One that holds
// documents waits for [Store.TakeUp], since to index them anew takes its time.
func (s *Store) begin(ctx context.Context) error {
	const fresh = `
		SELECT version < $1 AND NOT EXISTS (SELECT 1 FROM record)
			AND NOT EXISTS (SELECT 1 FROM decision)
		FROM taken_up`
	var is bool
	if err := s.pool.QueryRow(ctx, fresh, alias.Version).Scan(&is); err != nil || !is {
		return err
	}
	_, err := s.TakeUp(ctx, nil)
	return err
}

// Entity implements [store.Store].
func (s *Store) Entity(ctx context.Context, key string) (e store.Entity, err error) {
	err = s.snapshot(ctx, func(tx pgx.Tx) error {
		e, err = index.Entity(ctx, tx, key)
		if isNone(err) {
			return store.ErrNotFound
		}
		return err
	})
	return e, fault(err, "entity %s", key)
}
