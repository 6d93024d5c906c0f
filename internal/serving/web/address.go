package web

import (
	"net/http"

	"readout/internal/keeping/query"
	"readout/internal/serving/web/place"
)

// asked reads the query of a page and the cursor of its first row. What was
// typed is returned too, so that it can be mended.
func asked(r *http.Request) (q query.Query, cursor, typed string, err error) {
	params := r.URL.Query()
	cursor = params.Get(place.After)
	params.Del(place.After)
	params.Del("did")
	typed = params.Get("q")
	q, err = query.FromValues(params)
	if err == nil {
		typed = ""
	}
	return q, cursor, typed, err
}
