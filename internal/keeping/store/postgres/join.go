package postgres

import (
	"cmp"
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
	"readout/record"
)

// Join implements [store.Store]. Where the other name was itself joined to a third
// one, that is meant.
func (s *Store) Join(ctx context.Context, d store.Decision) (store.Decision, error) {
	err := s.write(ctx, func(tx pgx.Tx) error {
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

// join carries out a decision that joins names.
func join(ctx context.Context, tx pgx.Tx, d *store.Decision) error {
	from, same, ok, err := d.Joins()
	if err != nil || !ok {
		return cmp.Or(err, errors.New("the decision joins no names"))
	}
	return index.Join(ctx, tx, from, same)
}

// part undoes a decision that joined names: the names are taken apart, and the
// decisions that still hold carried out again.
func part(ctx context.Context, tx pgx.Tx, decision int64) error {
	const joined = decisions + ` WHERE document = '' AND NOT undone ORDER BY id`
	if err := mark(ctx, tx, decision); err != nil {
		return err
	}
	if err := takeApart(ctx, tx); err != nil {
		return err
	}
	again, err := decidedBy(ctx, tx, joined)
	if err != nil {
		return err
	}
	for i := range again {
		if err := join(ctx, tx, &again[i]); err != nil {
			return err
		}
	}
	return nil
}

// takeApart gives every appearance whose name was joined an entity of its own
// name again, by reading its document anew.
func takeApart(ctx context.Context, tx pgx.Tx) error {
	const clear = `DELETE FROM alias`
	const touched = `
		SELECT DISTINCT d.name FROM appearance a JOIN document d ON d.id = a.document
		WHERE a.base IN (SELECT key FROM alias)`
	documents, err := collect[string](ctx, tx, touched)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, clear); err != nil {
		return err
	}
	for _, document := range documents {
		same := func(*record.Record) error { return nil }
		if _, err := rewrite(ctx, tx, document, same); err != nil {
			return err
		}
	}
	return index.Sweep(ctx, tx)
}
