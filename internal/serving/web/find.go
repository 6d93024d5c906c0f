package web

import (
	"cmp"
	"context"
	"net/http"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/tally"
)

const (
	// screenful is how many rows a page shows when no limit is said: more than
	// a person reads before asking more narrowly.
	screenful = 50
	// longest is the most rows of a page.
	longest = 500
	// counted is how many rows the counts beside filters rest on: enough that a
	// share is right to two in a hundred, and few enough to be counted while a
	// person waits.
	counted = 2000
	// shelved is how many overviews, some 20 KiB each, and pages, 90, are kept.
	shelved = 256
)

// A finding is what the page shows of a search.
type finding struct {
	overview
	Query query.Query
	Kind  string
	Tabs  []place.Link
	Sorts []place.Link
	Chips []found.Chip
	Rows  []found.Row
	Next  string
	First string // where the first page is; "" on the first
	Here  string // the address of this page
	Did   string // the decision that a person has just made here
}

// find shows what a query finds.
func (s *site) find(r *http.Request) (screen, error) {
	made := screen{name: "find", Section: "find", Title: "Find"}
	q, cursor, typed, err := asked(r)
	if err == nil {
		q, err = q.OrKind(query.Statements)
	}
	if err != nil {
		p, known := problemOf(err)
		if !known {
			return screen{}, err
		}
		made.cause = err
		made.Problem, made.Query = p, cmp.Or(typed, searched(q))
		made.Data = finding{Tabs: found.Tabs(query.Query{}), Kind: query.Statements.String()}
		return made, nil
	}
	made.Query = searched(q)
	if made.Query != "" {
		made.Title = made.Query
		made.InTime = place.Timeline(q)
	}
	made.twin = s.twinOf(r.Context(), s.Store.Find, "/find", q, cursor, asFound)
	if r.Context().Value(formKey{}) != nil {
		return made, nil
	}
	f, err := s.search(r.Context(), q, cursor)
	if err != nil {
		return screen{}, err
	}
	f.Here, f.Did = r.URL.RequestURI(), r.URL.Query().Get("did")
	for i := range f.Rows {
		f.Rows[i].Back = f.Here
	}
	made.Data = f
	return made, nil
}

// An overview is what the rows of a query have in common.
type overview struct {
	Facets    []found.Facet
	Histogram found.Histogram
	Total     string
	Sampled   int // of how many rows the counts are; 0 when of all
}

// search finds the rows of a page and tells what all rows have in common.
func (s *site) search(ctx context.Context, q query.Query, cursor string) (*finding, error) {
	f := &finding{Query: q, Kind: q.Kind.String(), Tabs: found.Tabs(q), Sorts: found.Sorts(q), Chips: found.Chips(q)}
	state, err := s.Store.State(ctx)
	if err != nil {
		return nil, err
	}
	wanted := min(cmp.Or(q.Limit, screenful), longest)
	var rows []store.Row // of the first page, where rows had to be counted
	f.overview, err = s.overviews.Of(state, s.today(ctx).String()+place.Of("/find", q), func() (overview, error) {
		return s.overview(ctx, q, func(kept store.Row) {
			if len(rows) <= wanted {
				rows = append(rows, kept)
			}
		})
	})
	if err != nil {
		return nil, err
	}
	if cursor != "" {
		f.First = place.Of("/find", q)
	}
	if rows == nil || cursor != "" {
		page := q
		page.Limit = wanted + 1
		rows, err = store.Gather(s.Store.Find(ctx, page, store.Window{After: cursor, Today: s.today(ctx)}))
	}
	for i, kept := range rows {
		if i == wanted {
			f.Next = place.Of("/find", q, place.After, rows[i-1].Cursor)
			break
		}
		f.Rows = append(f.Rows, found.New(kept))
	}
	return f, err
}

// overview counts what the first rows of a query have in common, and shows each.
func (s *site) overview(ctx context.Context, q query.Query, show func(store.Row)) (overview, error) {
	var o overview
	count, first := tally.New(q.Kind), q
	first.Limit = counted + 1
	for kept, err := range s.Store.Find(ctx, first, store.Window{Today: s.today(ctx)}) {
		if err != nil {
			return overview{}, err
		}
		if count.Rows == counted {
			o.Sampled = counted
			break
		}
		count.Add(kept)
		show(kept)
	}
	o.Facets, o.Histogram = found.Facets(q, count), found.Draw(q, count)
	o.Total = found.Total(count.Rows, o.Sampled > 0, q.Kind)
	return o, nil
}

// searched returns a query as it stands in the search box; the kind has tabs.
func searched(q query.Query) string {
	q.Kind = 0
	return q.String()
}
