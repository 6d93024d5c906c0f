package sqlite

import (
	"context"
	"errors"

	"readout/internal/keeping/store"
)

// remade is how many documents a transaction makes the rows of.
const remade = 256

// makeRows makes the rows of documents that a step to newer tables has left without
// them. What is made stays, so that a program that was ended goes on where it was. A
// damaged record is left, for [Store.Check] to tell.
func (s *Store) makeRows(ctx context.Context, remaking []func(documents int)) error {
	var left int
	if err := s.writer.QueryRowContext(ctx, `SELECT count(*) FROM unindexed`).Scan(&left); err != nil {
		return err
	}
	for _, tell := range remaking {
		tell(left)
	}
	for last, more := int64(0), true; more; {
		err := s.batch(ctx, func(b *batch) (err error) {
			last, more, err = b.makeSome(last)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// unmade is a record whose rows are to be made.
type unmade struct {
	id       int64
	document string
	json     []byte
}

// makeSome makes the rows of some documents behind a record. It returns the last one,
// and reports whether there may be more.
func (b *batch) makeSome(after int64) (last int64, more bool, err error) {
	const left = `
		SELECT r.id, r.document, r.json FROM unindexed u CROSS JOIN record r ON r.id = u.record
		WHERE u.record > ? ORDER BY u.record LIMIT ?` // CROSS: not through all records
	const done = `DELETE FROM unindexed WHERE record = ?`
	var all []unmade
	var one unmade
	err = b.Each(left, []any{after, remade}, []any{&one.id, &one.document, &one.json}, func() {
		all = append(all, one)
		one.json = nil // which would be read into
	})
	if err != nil || len(all) == 0 {
		return after, false, err
	}
	for _, u := range all {
		err := b.makeOne(u)
		if errors.Is(err, store.ErrDamaged) {
			continue
		}
		if err == nil {
			err = b.Exec(done, u.id)
		}
		if err != nil {
			return after, false, fault(err, "document %s", u.document)
		}
	}
	return all[len(all)-1].id, len(all) == remade, nil
}

func (b *batch) makeOne(u unmade) error {
	r, err := parse(u.document, u.json)
	if err != nil {
		return err
	}
	rows, err := b.Apart(r)
	if err != nil {
		return err
	}
	return b.Index(u.id, &rows)
}
