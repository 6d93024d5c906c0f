package sqlite

import (
	"context"
	"database/sql"
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
		if text, args := f.Candidates(); text != "" {
			rows, err := s.first(ctx, f, text, args)
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(store.Row{}, fault(err, "find"))
			}
			return
		}
		for row, err := range s.each(ctx, nil, f) {
			if !yield(row, fault(err, "find")) {
				return
			}
		}
	}
}

// each yields the rows of one statement, in a transaction if there is one.
func (s *Store) each(ctx context.Context, tx *sql.Tx, f *search.Search) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		text, args := f.SQL()
		rows, err := s.asked.Query(ctx, tx, text, args...)
		if err != nil {
			yield(store.Row{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := f.Row(rows)
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Row{}, err)
		}
	}
}

// first returns the first rows of a search that may find thousands. It looks how
// many can be found before it decides how, all in one state of the file.
func (s *Store) first(ctx context.Context, f *search.Search, text string, args []any) ([]store.Row, error) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	n, ids, err := s.listed(ctx, tx, text, args)
	if err != nil {
		return nil, err
	}
	if n < search.Few {
		return gather(s.each(ctx, tx, f.Among(ids)))
	}
	if text, args := f.Documents(); text != "" {
		n, ids, err := s.listed(ctx, tx, text, args)
		if err != nil {
			return nil, err
		}
		if n < search.FewDocuments {
			f = f.In(ids)
		}
		return gather(s.each(ctx, tx, f))
	}
	if newest := f.Lately(); newest != nil {
		rows, err := gather(s.each(ctx, tx, newest))
		if err != nil || len(rows) == f.Limit() {
			return rows, err
		}
	}
	return gather(s.each(ctx, tx, f))
}

// listed asks what counts and lists ids.
func (s *Store) listed(ctx context.Context, tx *sql.Tx, text string, args []any) (n int, ids string, err error) {
	rows, err := s.asked.Query(ctx, tx, text, args...)
	if err != nil {
		return 0, "", err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n, &ids); err != nil {
			return 0, "", err
		}
	}
	return n, ids, rows.Err()
}

func gather(found iter.Seq2[store.Row, error]) ([]store.Row, error) {
	var rows []store.Row
	for row, err := range found {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}
