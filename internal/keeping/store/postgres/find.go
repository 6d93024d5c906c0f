package postgres

import (
	"context"
	"iter"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/search"
)

// A queryer is a pool of connections or a transaction.
type queryer interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// Find implements [store.Reader].
func (s *Store) Find(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	f, err := search.Find(q, w)
	return rows(ctx, s.pool, f, err)
}

// Due implements [store.Reader].
func (s *Store) Due(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	f, err := search.Due(q, w)
	return rows(ctx, s.pool, f, err)
}

// rows yields what a search finds, or why there is none.
func rows(
	ctx context.Context, q queryer, f *search.Search, err error,
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		sql, args := f.SQL()
		found, err := q.Query(ctx, sql, args...)
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		defer found.Close()
		for found.Next() {
			row, err := f.Row(found)
			if !yield(row, fault(err, "find")) || err != nil {
				return
			}
		}
		if err := found.Err(); err != nil {
			yield(store.Row{}, fault(err, "find"))
		}
	}
}
