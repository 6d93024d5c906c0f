package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/store"
	"readout/record"
)

// TakeUp takes up the tables of names of this program and of the user, whose own stays
// where it is nil, and settles what names mean if that changes them.
func TakeUp(
	ctx context.Context, tx pgx.Tx, own []alias.Row, joins []alias.Join,
) (documents int, err error) {
	t, err := Tables(ctx, tx)
	if err != nil || !t.Take(own) {
		return 0, err
	}
	if err := KeepTables(ctx, tx, t); err != nil {
		return 0, err
	}
	return Settle(ctx, tx, joins)
}

// Settle has names mean what the tables taken up and people say, and indexes the
// documents anew that this concerns.
func Settle(ctx context.Context, tx pgx.Tx, joins []alias.Join) (documents int, err error) {
	t, err := Tables(ctx, tx)
	if err != nil {
		return 0, err
	}
	before, err := Aliases(ctx, tx)
	if err != nil {
		return 0, err
	}
	after := alias.Settle(t, joins)
	names, err := Naming(ctx, tx, after.Changed(before))
	if err != nil {
		return 0, err
	}
	if err := Rename(ctx, tx, after); err != nil {
		return 0, err
	}
	return len(names), reindex(ctx, tx, names)
}

// batchOfNames is how many documents are indexed at once: some megabytes of rows.
const batchOfNames = 50

// reindex writes the rows of documents anew.
func reindex(ctx context.Context, tx pgx.Tx, documents []string) error {
	const current = `
		SELECT r.id, r.document, r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = ANY ($1) ORDER BY d.name`
	for len(documents) > 0 {
		some := documents[:min(batchOfNames, len(documents))]
		documents = documents[len(some):]
		rows, err := tx.Query(ctx, current, some)
		if err != nil {
			return err
		}
		var versions []Version
		var id int64
		var document string
		var json []byte
		_, err = pgx.ForEachRow(rows, []any{&id, &document, &json}, func() error {
			r, err := record.Parse(json)
			if err != nil {
				return fmt.Errorf("document %s: %w", document, errors.Join(store.ErrDamaged, err))
			}
			versions = append(versions, Version{ID: id, Record: r, JSON: bytes.Clone(json)})
			return nil
		})
		if err != nil {
			return err
		}
		if err := Replace(ctx, tx, some, versions); err != nil {
			return err
		}
	}
	return nil
}
