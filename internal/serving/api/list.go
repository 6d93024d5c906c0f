package api

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/item"
)

// Limits on one list.
const (
	usualRows = 50    // a screen full
	mostRows  = 1_000 // 0.1 s of a database of 20,000 documents, 1 MB of JSON

	// askTime is how long a question may take. Well-put ones take a hundredth;
	// others would keep a processor from everybody else.
	askTime = 2 * time.Second
)

// A list is one page of what was found.
type list[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next page; absent on the last"`
	Query string `json:"query" doc:"The query in its canonical form, as the search box takes it"`
}

// asked is a query in the parameters of an address.
type asked struct {
	Cursor string `query:"cursor" doc:"The next of the page before; with the same query"`

	values url.Values
}

// Resolve takes the parameters as they came. The guard has seen that they can be
// read.
func (in *asked) Resolve(ctx huma.Context) []error {
	u := ctx.URL()
	in.values = u.Query()
	in.values.Del("cursor")
	return nil
}

// found is the answer with a page.
type found[T any] struct {
	Link string `header:"Link" doc:"The next page, rel=\"next\""`
	Body list[T]
}

// A listing is the route of a list.
type listing[T any] struct {
	path    string
	kind    query.Kind
	summary string
	find    search.Finder
	row     func(store.Row) T
}

// lists adds the routes of lists.
func (s *service) lists(a huma.API) {
	find := func(ctx context.Context, q query.Query, w store.Window) iter.Seq2[store.Row, error] {
		return s.store.Find(ctx, q, w)
	}
	due := func(ctx context.Context, q query.Query, w store.Window) iter.Seq2[store.Row, error] {
		return s.store.Due(ctx, q, w)
	}
	add(s, a, listing[item.Statement]{"/statements", query.Statements, "Statements, newest first", find, item.StatementOf})
	add(s, a, listing[item.Event]{"/events", query.Events, "Events, newest first", find, item.EventOf})
	add(s, a, listing[item.Document]{"/documents", query.Documents, "Documents, newest first", find, item.DocumentOf})
	add(s, a, listing[item.Entity]{"/entities", query.Entities, "Entities over all documents, by name", find, item.EntityOf})
	add(s, a, listing[item.Citation]{"/citations", query.Citations, "Sources that texts name", find, item.CitationOf})
	add(s, a, listing[item.Statement]{"/due", query.Statements, "Commitments and forecasts by the day they are due", due, item.StatementOf})
}

// add registers the route of one list.
func add[T any](s *service, a huma.API, r listing[T]) {
	op := operation(a, huma.Operation{
		OperationID: "list-" + strings.TrimPrefix(r.path, "/"), Method: http.MethodGet,
		Path: r.path, Summary: r.summary, Tags: []string{"ask"},
		Parameters: parameters(r.kind),
	})
	huma.Register(a, op, func(ctx context.Context, in *asked) (*found[T], error) {
		q, err := in.query(r.kind)
		if err != nil {
			return nil, s.answer(ctx, "read the query", err)
		}
		page, err := s.page(ctx, r.find, q, in.Cursor)
		if err != nil {
			return nil, s.answer(ctx, "find "+r.kind.String(), err)
		}
		out := &found[T]{Body: list[T]{Items: []T{}, Next: page.next, Query: q.String()}}
		for _, row := range page.rows {
			out.Body.Items = append(out.Body.Items, r.row(row))
		}
		if page.next != "" {
			in.values.Set("cursor", page.next)
			out.Link = fmt.Sprintf("<%s%s?%s>; rel=%q", Prefix, r.path, in.values.Encode(), "next")
		}
		return out, nil
	})
}

// parameters lists the filters that rows of a kind have.
func parameters(kind query.Kind) []*huma.Param {
	params := []*huma.Param{{
		Name: "q", In: "query", Schema: &huma.Schema{Type: "string"},
		Description: "A query as the search box takes it: words, \"phrases\", KEY:VALUE",
	}}
	for _, key := range query.Keys() {
		if key == query.KeyKind || !slices.Contains(key.Kinds(), kind) {
			continue
		}
		_, example, _ := strings.Cut(key.Example(), ":")
		p := &huma.Param{
			Name: key.String(), In: "query", Description: key.Help(),
			Schema: &huma.Schema{Type: "string", Examples: []any{strings.Trim(example, `"`)}},
		}
		if key == query.KeyLimit {
			least, most := 1.0, float64(mostRows)
			p.Schema = &huma.Schema{Type: "integer", Minimum: &least, Maximum: &most, Default: usualRows}
		}
		if words := key.Words(); words != nil {
			p.Description += ": " + strings.Join(words, ", ")
		}
		params = append(params, p)
	}
	return params
}

// query returns what was asked for of a kind.
func (in *asked) query(kind query.Kind) (query.Query, error) {
	q, err := query.FromValues(in.values)
	if err != nil {
		return q, err
	}
	if q, err = q.OrKind(kind); err != nil {
		var bad *query.Error
		if errors.As(err, &bad) && len(bad.Kinds) > 0 {
			bad.Why += "; those are at " + Prefix + "/" + bad.Kinds[0].String()
		}
		return q, err
	}
	if q.Kind != kind {
		return q, &query.Error{
			In: "kind", What: "kind:" + q.Kind.String(), Why: "here are " + kind.String(),
			Nearest: kind.String(),
		}
	}
	if q.Limit > mostRows {
		return q, &query.Error{
			In: "limit", What: fmt.Sprintf("limit:%d", q.Limit), Nearest: fmt.Sprint(mostRows),
			Why: fmt.Sprintf("a page has at most %d rows; next leads on", mostRows),
		}
	}
	return q, nil
}

// A page is a part of the rows and where the rest begins.
type page struct {
	rows []store.Row
	next string
}

// page asks for one row more than it returns, to know whether there are more.
func (s *service) page(ctx context.Context, find search.Finder, q query.Query, cursor string) (page, error) {
	ctx, stop := context.WithTimeout(ctx, askTime)
	defer stop()
	mark := markOf(q)
	after, ok := strings.CutPrefix(cursor, mark)
	if cursor != "" && !ok {
		return page{}, fmt.Errorf("cursor %.40q: %w", cursor, store.ErrCursor)
	}
	limit := cmp.Or(q.Limit, usualRows)
	q.Limit = limit + 1
	var out page
	for row, err := range find(ctx, q, store.Window{After: after, Today: s.today()}) {
		if err != nil {
			return page{}, cmp.Or(ctx.Err(), err)
		}
		if len(out.rows) == limit {
			out.next = mark + out.rows[limit-1].Cursor
			break
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// markOf begins the cursors of a query, whatever its limit, so that those of
// another one are told.
func markOf(q query.Query) string {
	q.Limit = 0
	sum := sha256.Sum256([]byte(q.String()))
	return hex.EncodeToString(sum[:4]) + "."
}
