package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/packed"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// Record implements [store.Reader].
func (s *Store) Record(ctx context.Context, document string) (*record.Record, error) {
	const shown = `
		SELECT r.json FROM record r JOIN document d ON d.record = r.id
		WHERE d.name = ?`
	var data []byte
	err := s.reader.QueryRowContext(ctx, shown, document).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, missing(ctx, s.reader, document)
	}
	if err != nil {
		return nil, fault(err, "document %s", document)
	}
	return parse(document, data)
}

// missing says why a document is not there.
func missing(ctx context.Context, q queryer, document string) error {
	f, err := forgotten(ctx, q, document)
	if errors.Is(err, sql.ErrNoRows) {
		return fault(store.ErrNotFound, "document %s", document)
	}
	if err != nil {
		return fault(err, "document %s", document)
	}
	return f
}

// parse reads what is kept; where that cannot be read it is damaged.
func parse(document string, data []byte) (*record.Record, error) {
	json, err := packed.Unpack(data)
	var r *record.Record
	if err == nil {
		r, err = record.Parse(json)
	}
	if err != nil {
		return nil, fault(errors.Join(store.ErrDamaged, err), "document %s", document)
	}
	return r, nil
}

// Versions implements [store.Reader].
func (s *Store) Versions(ctx context.Context, document string) ([]*record.Record, error) {
	const versions = `SELECT document, pipeline, json FROM record WHERE document = ?`
	var found []*record.Record
	for r, err := range s.records(ctx, versions, document) {
		if err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	if len(found) == 0 {
		return nil, missing(ctx, s.reader, document)
	}
	slices.SortFunc(found, func(a, b *record.Record) int {
		return version.Compare(b.Meta.Pipeline, a.Meta.Pipeline)
	})
	return found, nil
}

// Records implements [store.Reader].
func (s *Store) Records(ctx context.Context) iter.Seq2[*record.Record, error] {
	const all = `SELECT document, pipeline, json FROM record ORDER BY document`
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
		for r, err := range s.records(ctx, all) {
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

// records yields the records that a query of document, pipeline and json finds.
func (s *Store) records(ctx context.Context, sql string, args ...any) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		rows, err := s.reader.QueryContext(ctx, sql, args...)
		if err != nil {
			yield(nil, fault(err, "read %s", s.path))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var document, pipeline string
			var data []byte
			if err := rows.Scan(&document, &pipeline, &data); err != nil {
				yield(nil, fault(err, "read %s", s.path))
				return
			}
			r, err := parse(document, data)
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fault(err, "read %s", s.path))
		}
	}
}

// A queryer is a pool of connections or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// forgotten returns what is left of a document, sql.ErrNoRows when it was not
// forgotten.
func forgotten(ctx context.Context, q queryer, document string) (*store.Forgotten, error) {
	const why = `SELECT document, reason, at FROM forgotten WHERE document = ?`
	var f store.Forgotten
	err := q.QueryRowContext(ctx, why, document).Scan(&f.Document, &f.Reason, &f.At)
	if err != nil {
		return nil, err
	}
	return &f, nil
}

// Would implements [store.Reader].
func (s *Store) Would(ctx context.Context, document, pipeline string) (store.Outcome, error) {
	const kept = `SELECT 1 FROM record WHERE document = ? AND pipeline = ?`
	_, err := forgotten(ctx, s.reader, document)
	if err == nil {
		return store.Barred, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return 0, fault(err, "document %s", document)
	}
	var one int
	err = s.reader.QueryRowContext(ctx, kept, document, pipeline).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Added, nil
	}
	return store.Known, fault(err, "document %s", document)
}

// Stats implements [store.Reader].
func (s *Store) Stats(ctx context.Context) (store.Stats, error) {
	const counts = `
		SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM record),
			(SELECT count(*) FROM statement), (SELECT count(*) FROM event),
			(SELECT count(*) FROM citation), (SELECT count(*) FROM entity),
			(SELECT count(*) FROM decision WHERE NOT undone), (SELECT count(*) FROM forgotten),
			page_count * page_size, user_version
		FROM pragma_page_count, pragma_page_size, pragma_user_version`
	var n store.Stats
	err := s.reader.QueryRowContext(ctx, counts).Scan(&n.Documents, &n.Versions,
		&n.Statements, &n.Events, &n.Citations, &n.Entities,
		&n.Decisions, &n.Forgotten, &n.Bytes, &n.Schema)
	return n, fault(err, "read %s", s.path)
}

// State implements [store.Reader]. The number is that of one connection: it rises
// when any other, of this program or not, has committed.
func (s *Store) State(ctx context.Context) (string, error) {
	const version = `PRAGMA data_version`
	var n string
	err := s.watch.QueryRowContext(ctx, version).Scan(&n)
	return n, fault(err, "read %s", s.path)
}
