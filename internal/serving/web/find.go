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
)

// A finding is what the page shows of a search.
type finding struct {
	Query     query.Query
	Kind      string
	Tabs      []place.Link
	Sorts     []place.Link
	Chips     []found.Chip
	Facets    []found.Facet
	Histogram found.Histogram
	Rows      []found.Row
	Total     string
	Sampled   int // of how many rows the counts are; 0 when of all
	Next      string
	First     string // where the first page is; "" on the first
	Here      string // the address of this page
	Did       string // the decision that a person has just made here
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
		made.Problem, made.Query = p, cmp.Or(typed, searched(q))
		made.Data = finding{Tabs: found.Tabs(query.Query{}), Kind: query.Statements.String()}
		return made, nil
	}
	made.Query = searched(q)
	if made.Query != "" {
		made.Title = made.Query
	}
	made.twin = s.twinOf(r.Context(), s.Store.Find, "/find", q, cursor)
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

// search finds the rows of a page and counts what they have in common.
func (s *site) search(ctx context.Context, q query.Query, cursor string) (*finding, error) {
	wanted := min(cmp.Or(q.Limit, screenful), longest)
	f := &finding{Query: q, Kind: q.Kind.String(), Tabs: found.Tabs(q), Sorts: found.Sorts(q), Chips: found.Chips(q)}
	count := tally.New(q.Kind)
	first := q
	first.Limit = counted + 1
	var last string
	for kept, err := range s.Store.Find(ctx, first, store.Window{Today: s.today()}) {
		if err != nil {
			return nil, err
		}
		if cursor == "" && len(f.Rows) < wanted {
			f.Rows, last = append(f.Rows, found.New(kept)), kept.Cursor
		}
		if count.Rows == counted {
			f.Sampled = counted
			break
		}
		count.Add(kept)
	}
	f.Facets, f.Histogram = found.Facets(q, count), found.Draw(q, count)
	f.Total = found.Total(count.Rows, f.Sampled > 0, q.Kind)
	if cursor == "" {
		if count.Rows > len(f.Rows) {
			f.Next = place.Of("/find", q, place.After, last)
		}
		return f, nil
	}
	f.First = place.Of("/find", q)
	return f, s.further(ctx, q, cursor, f)
}

// further finds the rows behind a cursor.
func (s *site) further(ctx context.Context, q query.Query, cursor string, f *finding) error {
	wanted := min(cmp.Or(q.Limit, screenful), longest)
	behind := q
	behind.Limit = wanted + 1
	var last string
	for kept, err := range s.Store.Find(ctx, behind, store.Window{After: cursor, Today: s.today()}) {
		if err != nil {
			return err
		}
		if len(f.Rows) == wanted {
			f.Next = place.Of("/find", q, place.After, last)
			break
		}
		f.Rows, last = append(f.Rows, found.New(kept)), kept.Cursor
	}
	return nil
}

// searched returns a query as it stands in the search box; the kind has tabs.
func searched(q query.Query) string {
	q.Kind = 0
	return q.String()
}
