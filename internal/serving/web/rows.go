package web

import (
	"cmp"
	"context"
	"io"

	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/twin"
)

const twinRows = 1000 // of a twin when no limit is said

func asFound([]store.Row) {} // leaves rows in the order of the search

// twinOf writes the rows of the page at a path, from a cursor on, arranged as there.
func (s *site) twinOf(
	ctx context.Context, find search.Finder, path string, q query.Query, cursor string,
	arrange func([]store.Row),
) func(io.Writer, string) error {
	return func(w io.Writer, form string) error {
		ask := q
		ask.Limit = cmp.Or(q.Limit, twinRows)
		rows, err := store.Gather(find(ctx, ask, store.Window{After: cursor, Today: s.today(ctx)}))
		if err != nil {
			return err
		}
		a := twin.Answer{Query: q, Rows: rows}
		if len(rows) == ask.Limit {
			a.Next = place.Of(path+".json", q, place.After, rows[len(rows)-1].Cursor)
		}
		arrange(rows)
		return twin.Write(ctx, w, s.Store, form, a)
	}
}
