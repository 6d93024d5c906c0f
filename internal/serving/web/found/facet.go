package found

import (
	"readout/internal/keeping/query"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/tally"
)

// A Facet is a filter with the values that rows have and how many have each.
type Facet struct {
	Name   string
	Values []place.Link
	More   int // values that are not shown
	Chosen bool
}

// shownValues is how many values of a facet are shown: what the eye takes in.
const shownValues = 7

// facetNames are what the facets are called beside the rows.
var facetNames = map[query.Key]string{
	query.KeySpeaker: "Speaker", query.KeyAct: "Act", query.KeyPolarity: "Stand",
	query.KeyCertainty: "Certainty", query.KeyForm: "Wording", query.KeyOutlet: "Outlet",
	query.KeyReview: "Review", query.KeyEvent: "Type", query.KeyActor: "Actor",
	query.KeyRecipient: "Recipient", query.KeyStatus: "Status", query.KeyGenre: "Genre",
	query.KeyLang: "Language", query.KeyCountry: "Country", query.KeyCites: "Source",
}

// Facets returns the facets that tell rows apart or that the query asks for.
func Facets(q query.Query, count *tally.Tally) []Facet {
	var out []Facet
	for _, key := range tally.Keys(q.Kind) {
		f := Facet{Name: facetNames[key]}
		for _, v := range count.Values(key) {
			if len(f.Values) == shownValues {
				f.More++
				continue
			}
			to, ok := place.With(q, key, v.Value)
			if !ok {
				continue // no name that the language can ask for
			}
			here := place.Has(q, key, v.Value)
			if here {
				to = place.Without(q, key)
			}
			f.Chosen = f.Chosen || here
			f.Values = append(f.Values, place.Link{Name: v.Value, URL: place.Of("/find", to), Here: here, Count: v.Rows})
		}
		if len(f.Values) > 1 || f.Chosen {
			out = append(out, f)
		}
	}
	return out
}

// A Histogram draws how many rows fall on each stretch of time.
type Histogram struct {
	Bars    []Bar
	Undated int
	Outside int // rows far before or behind, which are not drawn
	Most    int
	From    string
	To      string
	Width   int
	Height  int
}

// A Bar is one stretch of time, in the units of the drawing.
type Bar struct {
	Label      string
	Rows       int
	URL        string
	X, Y, W, H float64
	Full       int // height of the whole column, for pointing at
}

// The size of a histogram in the units of its drawing.
const (
	drawnWidth  = 640
	drawnHeight = 56
)

// Draw draws the bins of a tally.
func Draw(q query.Query, count *tally.Tally) Histogram {
	h := Histogram{Undated: count.Undated, Width: drawnWidth, Height: drawnHeight}
	bins, outside := count.Bins()
	h.Outside = outside
	if len(bins) < 2 {
		return h
	}
	h.From, h.To = bins[0].Label, bins[len(bins)-1].Label
	for _, b := range bins {
		h.Most = max(h.Most, b.Rows)
	}
	wide := float64(drawnWidth) / float64(len(bins))
	for i, b := range bins {
		tall := float64(b.Rows) / float64(h.Most) * (drawnHeight - 2)
		if b.Rows > 0 {
			tall = max(tall, 2)
		}
		to, _ := place.With(place.Without(q, query.KeyUntil), query.KeySince, b.First.String())
		to, ok := place.With(to, query.KeyUntil, b.Last.String())
		at := Bar{
			Label: b.Label, Rows: b.Rows, X: float64(i) * wide, Y: drawnHeight - tall,
			W: max(wide-1, 0.5), H: tall, Full: drawnHeight, URL: place.Of("/find", to),
		}
		if !ok || b.Rows == 0 {
			at.URL = ""
		}
		h.Bars = append(h.Bars, at)
	}
	return h
}
