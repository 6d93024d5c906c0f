package web

import (
	"net/http"

	"readout/internal/keeping/query"
	"readout/internal/serving/web/place"
)

// An entry is one filter as the help page tells of it.
type entry struct {
	Key, Help, Example, URL string
	Words                   []string
	Kinds                   []string
}

// help tells how to ask, and which keys there are.
func (s *site) help(*http.Request) (screen, error) {
	var entries []entry
	for _, k := range query.Keys() {
		e := entry{Key: k.String(), Help: k.Help(), Example: k.Example(), Words: k.Words()}
		for _, kind := range k.Kinds() {
			e.Kinds = append(e.Kinds, kind.String())
		}
		if q, err := query.Parse(k.Example()); err == nil {
			if q.Kind == 0 {
				q.Kind = k.Kinds()[0]
			}
			e.URL = place.Of("/find", q)
		}
		entries = append(entries, e)
	}
	return screen{name: "help", Section: "help", Title: "Help", Data: entries}, nil
}
