package sqlite

import (
	"context"
	"iter"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
)

// Find implements [store.Reader].
func (s *Store) Find(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	return s.rows(ctx, func() (*search.Search, error) { return search.Find(q, w) })
}

// Due implements [store.Reader].
func (s *Store) Due(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	return s.rows(ctx, func() (*search.Search, error) { return search.Due(q, w) })
}

// rows yields what a search finds.
func (s *Store) rows(
	ctx context.Context, begin func() (*search.Search, error),
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		f, err := begin()
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		sql, args := f.SQL()
		rows, err := s.asked.query(ctx, sql, args...)
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := f.Row(rows)
			if !yield(row, fault(err, "find")) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Row{}, fault(err, "find"))
		}
	}
}
