package web

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strconv"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/tally"
	"readout/internal/serving/web/twin"
)

// surveyed is how many documents and citations the page of sources counts.
const surveyed = 5000

// A survey is what the page of sources shows.
type survey struct {
	Lists []ranking
}

// A ranking is a list of names with how often each occurs.
type ranking struct {
	Title, Of string
	Items     []place.Link
	More      bool // not all rows were counted
}

// sources shows who publishes what is kept, and whom that cites.
func (s *site) sources(r *http.Request) (screen, error) {
	state, err := s.Store.State(r.Context())
	if err != nil {
		return screen{}, err
	}
	all, err := s.rankings.Of(state, "", func() (survey, error) { return s.survey(r.Context()) })
	if err != nil {
		return screen{}, err
	}
	return screen{
		name: "sources", Section: "sources", Title: "Sources", Data: all,
		twin: func(w io.Writer, form string) error { return all.write(w, form) },
	}, nil
}

// survey counts outlets and cited sources.
func (s *site) survey(ctx context.Context) (survey, error) {
	outlets, err := s.ranked(ctx, query.Documents, query.KeyOutlet)
	if err != nil {
		return survey{}, err
	}
	outlets.Title, outlets.Of = "Outlets", "documents"
	cited, err := s.ranked(ctx, query.Citations, query.KeyCites)
	cited.Title, cited.Of = "Cited sources", "citations"
	return survey{[]ranking{outlets, cited}}, err
}

// ranked counts the values that rows of a kind have for a key.
func (s *site) ranked(ctx context.Context, kind query.Kind, key query.Key) (ranking, error) {
	var out ranking
	count := tally.New(kind)
	q := query.Query{Kind: kind, Limit: surveyed + 1}
	for row, err := range s.Store.Find(ctx, q, store.Window{Today: s.today(ctx)}) {
		if err != nil {
			return ranking{}, err
		}
		if out.More = count.Rows == surveyed; out.More {
			break
		}
		count.Add(row)
	}
	for _, v := range count.Values(key) {
		to, ok := place.With(query.Query{Kind: kind}, key, v.Value)
		item := place.Link{Name: v.Value, Count: v.Rows}
		if ok {
			item.URL = place.Of("/find", to)
		}
		out.Items = append(out.Items, item)
	}
	return out, nil
}

// write writes the rankings for programs.
func (v survey) write(w io.Writer, form string) error {
	cells := [][]string{{"of", "name", "count"}}
	type item struct {
		Of    string `json:"of"`
		Name  string `json:"name"`
		Count int    `json:"count"`
	}
	items := []item{}
	for _, list := range v.Lists {
		for _, i := range list.Items {
			cells = append(cells, []string{list.Of, i.Name, strconv.Itoa(i.Count)})
			items = append(items, item{list.Of, i.Name, i.Count})
		}
	}
	switch form {
	case "json":
		return json.NewEncoder(w).Encode(map[string]any{"items": items})
	case "md":
		return twin.Table(w, cells)
	}
	return twin.CSV(w, cells)
}
