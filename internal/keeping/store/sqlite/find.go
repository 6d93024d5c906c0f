package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
	"readout/internal/keeping/store/sqlite/seek"
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
		if f.HasWindows() {
			s.newest(ctx, f, yield)
			return
		}
		for row, err := range seek.Each(ctx, s.asked.Query, f) {
			if !yield(row, fault(err, "find")) {
				return
			}
		}
	}
}

// newest yields the rows of a search from the newest on, window by window, all in one
// state of the file.
func (s *Store) newest(ctx context.Context, f *search.Search, yield func(store.Row, error) bool) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		yield(store.Row{}, fault(err, "find"))
		return
	}
	var missed []string // that were not kept
	defer func() {
		_ = tx.Rollback() // nothing was written
		s.asked.Keep(ctx, missed...)
	}()
	ask := func(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
		rows, kept, err := s.asked.Within(ctx, tx, text, args...)
		if !kept {
			missed = append(missed, text)
		}
		return rows, err
	}
	for row, err := range seek.Newest(ctx, ask, f, &s.counts, seek.Usual) {
		if !yield(row, fault(err, "find")) {
			return
		}
	}
}
