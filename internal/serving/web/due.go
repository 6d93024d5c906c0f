package web

import (
	"cmp"
	"context"
	"io"
	"net/http"

	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/twin"
)

// A calendar is what the page of what is due shows.
type calendar struct {
	Tabs  []place.Link
	Chips []found.Chip
	Rows  []found.Row
	Next  string
	Today string
	Here  string
	Did   string
}

// due shows commitments, forecasts and requests by the day they are due.
func (s *site) due(r *http.Request) (screen, error) {
	q, cursor, _, err := asked(r)
	if err == nil {
		q, err = q.OrKind(query.Statements)
	}
	if err != nil {
		return screen{}, err
	}
	made := screen{name: "due", Section: "due", Title: "Due", Query: searched(q)}
	made.twin = s.dueTwin(r.Context(), q, cursor)
	if r.Context().Value(formKey{}) != nil {
		return made, nil
	}
	c := &calendar{
		Today: s.now(r.Context()).Format("2 January 2006"), Here: r.URL.RequestURI(), Did: r.URL.Query().Get("did"),
	}
	all := place.Without(q, query.KeyDue)
	c.Tabs = []place.Link{{Name: "all", URL: place.Of("/due", all), Here: !asksDue(q)}}
	for _, state := range []query.DueState{query.DueOpen, query.DueOverdue} { // no link says more yet
		to, _ := place.With(all, query.KeyDue, state.String())
		c.Tabs = append(c.Tabs, place.Link{
			Name: state.String(), URL: place.Of("/due", to), Here: place.Has(q, query.KeyDue, state.String()),
		})
	}
	wanted := min(cmp.Or(q.Limit, screenful), longest)
	ask := q
	ask.Limit = wanted + 1
	var last string
	for kept, err := range s.Store.Due(r.Context(), ask, store.Window{After: cursor, Today: s.today(r.Context())}) {
		if err != nil {
			return screen{}, err
		}
		if len(c.Rows) == wanted {
			c.Next = place.Of("/due", q, place.After, last)
			break
		}
		c.Rows, last = append(c.Rows, newDue(kept, c.Here, s.today(r.Context()))), kept.Cursor
	}
	made.Data = c
	return made, nil
}

func asksDue(q query.Query) bool {
	for _, f := range q.Filters {
		if f.Key == query.KeyDue {
			return true
		}
	}
	return false
}

// newDue returns the row of what is due: its day leads, and says when it has
// passed.
func newDue(kept store.Row, back string, today edtf.Day) found.Row {
	out := found.New(kept)
	out.Back, out.Anchor = back, "due-"+out.Anchor
	due := kept.Statement.Due
	out.When, out.Due = out.Due, ""
	out.Open = "on a condition"
	out.Overdue = due.Dated && due.Last < today
	return out
}

// dueTwin writes what is due from a cursor on; for people to paste, by day.
func (s *site) dueTwin(ctx context.Context, q query.Query, cursor string) func(io.Writer, string) error {
	write := s.twinOf(ctx, s.Store.Due, "/due", q, cursor, asFound)
	return func(w io.Writer, form string) error {
		if form != "md" {
			return write(w, form)
		}
		ask := q
		ask.Limit = cmp.Or(q.Limit, twinRows)
		rows, err := store.Gather(s.Store.Due(ctx, ask, store.Window{After: cursor, Today: s.today(ctx)}))
		if err != nil {
			return err
		}
		return twin.Records(ctx, plain.NewDueBrief(w), s.Store, rows)
	}
}
