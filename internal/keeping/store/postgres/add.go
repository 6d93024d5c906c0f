package postgres

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Add implements [store.Store]; one call is one transaction and one sync.
func (s *Store) Add(ctx context.Context, records ...*record.Record) ([]store.Outcome, error) {
	written, err := writtenAs(records...)
	if err = cmp.Or(err, store.Dated(records...)); err != nil {
		return nil, fault(err, "add to %s", s.place)
	}
	var outcomes []store.Outcome
	err = s.write(ctx, func(tx pgx.Tx) error {
		var err error
		outcomes, err = add(ctx, tx, written)
		return err
	})
	if err != nil && len(records) == 1 {
		err = fmt.Errorf("document %s: %w", records[0].Document.ID, err)
	}
	if err != nil {
		return nil, fault(err, "add to %s", s.place)
	}
	return outcomes, nil
}

// A written is a record on its way into the table.
type written struct {
	index.Version // whose id is 0 until it is kept
	sum           [sha256.Size]byte
}

func writtenAs(records ...*record.Record) ([]*written, error) {
	all := make([]*written, len(records))
	for i, r := range records {
		data, err := r.MarshalCanonical()
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", r.Document.ID, err)
		}
		all[i] = &written{index.Version{Record: r, JSON: data}, sha256.Sum256(data)}
	}
	return all, nil
}

// add keeps records and shows the newest version of each document.
func add(ctx context.Context, tx pgx.Tx, records []*written) ([]store.Outcome, error) {
	barred, err := barredOf(ctx, tx, records)
	if err != nil {
		return nil, err
	}
	outcomes := make([]store.Outcome, len(records))
	var fresh []*written
	for i, w := range records {
		outcomes[i] = store.Barred
		if !barred[w.Record.Document.ID] {
			fresh = append(fresh, w)
		}
	}
	if err := insert(ctx, tx, fresh); err != nil {
		return nil, err
	}
	for i, w := range records {
		if !barred[w.Record.Document.ID] {
			outcomes[i] = store.Known
		}
		if w.ID != 0 {
			outcomes[i] = store.Added
		}
	}
	return outcomes, show(ctx, tx, fresh)
}

// barredOf returns which documents were forgotten.
func barredOf(ctx context.Context, tx pgx.Tx, records []*written) (map[string]bool, error) {
	const forgotten = `SELECT document FROM forgotten WHERE document = ANY ($1)`
	var names []string
	for _, w := range records {
		names = append(names, w.Record.Document.ID)
	}
	found, err := collect[string](ctx, tx, forgotten, names)
	barred := map[string]bool{}
	for _, name := range found {
		barred[name] = true
	}
	return barred, err
}

// insert keeps the records that are new and gives them their ids. Of two equal
// versions the first is kept.
func insert(ctx context.Context, tx pgx.Tx, records []*written) error {
	const rows = `
		INSERT INTO record (document, pipeline, json, sha256)
		SELECT document, pipeline, json, sha256
		FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[])
			WITH ORDINALITY v (document, pipeline, json, sha256, n)
		ORDER BY n
		ON CONFLICT DO NOTHING
		RETURNING document, pipeline, id`
	var documents, pipelines []string
	var datas, sums [][]byte
	waiting := map[[2]string]*written{}
	for _, w := range records {
		name := [2]string{w.Record.Document.ID, w.Record.Meta.Pipeline}
		if waiting[name] != nil {
			continue
		}
		waiting[name] = w
		documents, pipelines = append(documents, name[0]), append(pipelines, name[1])
		datas, sums = append(datas, w.JSON), append(sums, w.sum[:])
	}
	found, err := tx.Query(ctx, rows, documents, pipelines, datas, sums)
	if err != nil {
		return err
	}
	var name [2]string
	var id int64
	_, err = pgx.ForEachRow(found, []any{&name[0], &name[1], &id}, func() error {
		waiting[name].ID = id
		return nil
	})
	return err
}

// show makes those of the records that were kept the shown ones, unless a newer
// version is. What was decided about the one before is carried on from version to
// version, so that of such documents each is shown in its turn.
func show(ctx context.Context, tx pgx.Tx, records []*written) error {
	const decided = `SELECT DISTINCT document FROM decision WHERE document = ANY ($1)`
	var names []string
	for _, w := range records {
		names = append(names, w.Record.Document.ID)
	}
	slow, err := collect[string](ctx, tx, decided, names)
	if err != nil {
		return err
	}
	var free []*written
	for _, w := range records {
		if !slices.Contains(slow, w.Record.Document.ID) {
			free = append(free, w)
		}
	}
	if err := showNewest(ctx, tx, free); err != nil || len(free) == len(records) {
		return err
	}
	for _, w := range records {
		if slices.Contains(slow, w.Record.Document.ID) {
			if err := showDecided(ctx, tx, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// showDecided shows a version with what was decided about the one before.
func showDecided(ctx context.Context, tx pgx.Tx, w *written) error {
	if w.ID == 0 {
		return nil
	}
	document := w.Record.Document.ID
	_, prev, err := shown(ctx, tx, document)
	if err != nil || version.Compare(prev.Meta.Pipeline, w.Record.Meta.Pipeline) > 0 {
		return err
	}
	decisions, err := decided(ctx, tx, document)
	if err != nil {
		return err
	}
	next, carried, err := store.Carry(prev, w.Record, decisions)
	if err != nil {
		return err
	}
	for i := range carried {
		if _, err := log(ctx, tx, &carried[i]); err != nil {
			return err
		}
	}
	v, err := replace(ctx, tx, w.ID, next)
	if err != nil {
		return err
	}
	return index.Replace(ctx, tx, []string{document}, []index.Version{v})
}

// showNewest shows the newest of the versions of each document.
func showNewest(ctx context.Context, tx pgx.Tx, records []*written) error {
	newest := map[string]*written{}
	var order []string
	for _, w := range records {
		if w.ID == 0 {
			continue
		}
		name := w.Record.Document.ID
		other := newest[name]
		if other == nil {
			order = append(order, name)
		}
		if other == nil || version.Compare(other.Record.Meta.Pipeline, w.Record.Meta.Pipeline) <= 0 {
			newest[name] = w
		}
	}
	older, err := newerShown(ctx, tx, newest, order)
	if err != nil {
		return err
	}
	var all []index.Version
	for _, name := range order {
		if w := newest[name]; w != nil {
			all = append(all, w.Version)
		}
	}
	return index.Replace(ctx, tx, older, all)
}

// newerShown drops versions of which a newer one is shown, and returns the
// documents of which an older one is.
func newerShown(
	ctx context.Context, tx pgx.Tx, newest map[string]*written, names []string,
) ([]string, error) {
	const shown = `SELECT name, pipeline FROM document WHERE name = ANY ($1)`
	rows, err := tx.Query(ctx, shown, names)
	if err != nil {
		return nil, err
	}
	var older []string
	var name, pipeline string
	_, err = pgx.ForEachRow(rows, []any{&name, &pipeline}, func() error {
		if version.Compare(pipeline, newest[name].Record.Meta.Pipeline) > 0 {
			delete(newest, name)
			return nil
		}
		older = append(older, name)
		return nil
	})
	return older, err
}

// collect returns the only column of what a query finds.
func collect[T any](ctx context.Context, q queryer, sql string, args ...any) ([]T, error) {
	rows, err := q.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[T])
}
