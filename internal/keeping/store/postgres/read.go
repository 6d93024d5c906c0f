package postgres

import (
	"context"
	"errors"
	"iter"
	"slices"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/schema"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Record implements [store.Reader].
func (s *Store) Record(ctx context.Context, document string) (*record.Record, error) {
	const shown = `
		SELECT r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = $1`
	var data []byte
	err := s.pool.QueryRow(ctx, shown, document).Scan(&data)
	if isNone(err) {
		return nil, missing(ctx, s.pool, document)
	}
	if err != nil {
		return nil, fault(err, "document %s", document)
	}
	return parse(document, data)
}

// missing says why a document is not there.
func missing(ctx context.Context, q queryer, document string) error {
	const why = `SELECT document, reason, at FROM forgotten WHERE document = $1`
	var f store.Forgotten
	err := q.QueryRow(ctx, why, document).Scan(&f.Document, &f.Reason, &f.At)
	if isNone(err) {
		return fault(store.ErrNotFound, "document %s", document)
	}
	if err != nil {
		return fault(err, "document %s", document)
	}
	return &f
}

// parse reads what is kept; where that cannot be read it is damaged.
func parse(document string, data []byte) (*record.Record, error) {
	r, err := record.Parse(data)
	if err != nil {
		return nil, fault(errors.Join(store.ErrDamaged, err), "document %s", document)
	}
	return r, nil
}

// Versions implements [store.Reader].
func (s *Store) Versions(ctx context.Context, document string) ([]*record.Record, error) {
	const versions = `SELECT document, json FROM record WHERE document = $1`
	var found []*record.Record
	for r, err := range records(ctx, s.pool, versions, document) {
		if err != nil {
			return nil, fault(err, "read %s", s.place)
		}
		found = append(found, r)
	}
	if len(found) == 0 {
		return nil, missing(ctx, s.pool, document)
	}
	slices.SortFunc(found, func(a, b *record.Record) int {
		return version.Compare(b.Meta.Pipeline, a.Meta.Pipeline)
	})
	return found, nil
}

// Records implements [store.Reader].
func (s *Store) Records(ctx context.Context) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		for r, err := range inOrder(ctx, s.pool) {
			if !yield(r, fault(err, "read %s", s.place)) || err != nil {
				return
			}
		}
	}
}

// inOrder yields every version, of each document the oldest pipeline first.
func inOrder(ctx context.Context, q queryer) iter.Seq2[*record.Record, error] {
	const all = `SELECT document, json FROM record ORDER BY document`
	return func(yield func(*record.Record, error) bool) {
		var versions []*record.Record // of one document
		flush := func() bool {
			slices.SortFunc(versions, func(a, b *record.Record) int {
				return version.Compare(a.Meta.Pipeline, b.Meta.Pipeline)
			})
			for _, r := range versions {
				if !yield(r, nil) {
					return false
				}
			}
			versions = versions[:0]
			return true
		}
		for r, err := range records(ctx, q, all) {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(versions) > 0 && versions[0].Document.ID != r.Document.ID && !flush() {
				return
			}
			versions = append(versions, r)
		}
		flush()
	}
}

// records yields the records that a query of document and json finds.
func records(
	ctx context.Context, q queryer, sql string, args ...any,
) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		rows, err := q.Query(ctx, sql, args...)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var document string
			var data []byte
			if err := rows.Scan(&document, &data); err != nil {
				yield(nil, err)
				return
			}
			r, err := parse(document, data)
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// Would implements [store.Reader].
func (s *Store) Would(ctx context.Context, document, pipeline string) (store.Outcome, error) {
	const kept = `
		SELECT EXISTS (SELECT 1 FROM forgotten WHERE document = $1),
			EXISTS (SELECT 1 FROM record WHERE document = $1 AND pipeline = $2)`
	var gone, known bool
	err := s.pool.QueryRow(ctx, kept, document, pipeline).Scan(&gone, &known)
	switch {
	case err != nil:
		return 0, fault(err, "document %s", document)
	case gone:
		return store.Barred, nil
	case known:
		return store.Known, nil
	}
	return store.Added, nil
}

// Stats implements [store.Reader]. The bytes are those of our tables and their
// indexes.
func (s *Store) Stats(ctx context.Context) (store.Stats, error) {
	const counts = `
		SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM record),
			(SELECT count(*) FROM statement), (SELECT count(*) FROM event),
			(SELECT count(*) FROM citation), (SELECT count(*) FROM entity),
			(SELECT count(*) FROM decision WHERE NOT undone), (SELECT count(*) FROM forgotten),
			(SELECT sum(pg_total_relation_size(oid)) FROM pg_class
				WHERE relnamespace = to_regnamespace($1) AND relkind = 'r'),
			(SELECT max(version) FROM schema_version)`
	var n store.Stats
	err := s.pool.QueryRow(ctx, counts, schema.Name).Scan(&n.Documents, &n.Versions,
		&n.Statements, &n.Events, &n.Citations, &n.Entities,
		&n.Decisions, &n.Forgotten, &n.Bytes, &n.Schema)
	return n, fault(err, "read %s", s.place)
}

// State implements [store.Reader]. Equal snapshots see equal rows; what others
// write beside readout makes them differ too.
func (s *Store) State(ctx context.Context) (string, error) {
	const snapshot = `SELECT pg_current_snapshot()::text`
	var text string
	err := s.pool.QueryRow(ctx, snapshot).Scan(&text)
	return text, fault(err, "read %s", s.place)
}
