package sitting

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"readout/internal/keeping/correct"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
)

// A logged decision is a line of the log.
type logged struct {
	ID       int64           `json:"decision"`
	At       string          `json:"at,omitempty"`
	By       string          `json:"by,omitempty"`
	Document string          `json:"document,omitempty"`
	Item     string          `json:"item,omitempty"`
	Field    string          `json:"field"`
	Old      json.RawMessage `json:"old,omitempty"`
	New      json.RawMessage `json:"new,omitempty"`
	Note     string          `json:"note,omitempty"`
	Pipeline string          `json:"pipeline,omitempty"`
	Origin   int64           `json:"origin,omitempty"`
	State    string          `json:"state"` // holds, undone, carried, lost
}

// Log writes a line about a decision: cells with tabs between them, or JSON.
func Log(w io.Writer, d store.Decision, state string, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return e.Encode(logged{
			d.ID, d.At, d.By, d.Document, d.Item, d.Field, d.Old, d.New,
			d.Note, d.Pipeline, d.Origin, state,
		})
	}
	cells := []string{
		strconv.FormatInt(d.ID, 10), state, d.At, d.By, search.ID(d.Document, d.Item),
		d.Field, correct.Words(d.Old), correct.Words(d.New), d.Note, d.Pipeline,
	}
	for i := range cells {
		cells[i] = wording.OneLine(cells[i])
	}
	_, err := fmt.Fprintln(w, strings.Join(cells, "\t"))
	return err
}

// States says of each decision whether it holds for the shown version of its
// document, was undone, was carried on from that version to a later one, or was
// lost on the way there.
func States(
	ctx context.Context, kept store.Store, all []store.Decision,
) (map[int64]string, error) {
	shown, states := map[string]string{"": ""}, map[int64]string{}
	for _, d := range all {
		if _, known := shown[d.Document]; !known {
			r, err := kept.Record(ctx, d.Document)
			if err != nil {
				return nil, err
			}
			shown[d.Document] = r.Meta.Pipeline
			for _, l := range store.Lost(ofDocument(all, d.Document), r.Meta.Pipeline) {
				states[l.ID] = "lost"
			}
		}
		switch {
		case d.Undone:
			states[d.ID] = "undone"
		case states[d.ID] == "" && d.Pipeline != shown[d.Document]:
			states[d.ID] = "carried"
		case states[d.ID] == "":
			states[d.ID] = "holds"
		}
	}
	return states, nil
}

func ofDocument(all []store.Decision, document string) []store.Decision {
	return slices.DeleteFunc(slices.Clone(all), func(d store.Decision) bool {
		return d.Document != document
	})
}
