package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"readout/internal/keeping/store"
	"readout/internal/serving/web/place"
	"readout/record"
)

// unsure is the note of an item that a person looked at and left open.
const unsure = "unsure"

// review keeps what a person decided about an item, and leads back.
func (s *site) review(r *http.Request) (string, error) {
	v := record.Review{At: s.stamp()}
	switch given := r.PostFormValue("state"); given {
	case unsure:
		v.State, v.Note = record.ReviewOpen, unsure
	default:
		var err error
		if v.State, err = record.ParseReviewState(given); err != nil {
			return "", fmt.Errorf("%w: %w", errRefused, err)
		}
	}
	document, item := r.PostFormValue("document"), r.PostFormValue("item")
	if item == "" {
		return "", fmt.Errorf("%w: no statement or event is named", errRefused)
	}
	d, err := store.Reviewed(document, item, v)
	if err != nil {
		return "", err
	}
	if d, err = s.Store.Decide(r.Context(), d); err != nil {
		return "", err
	}
	back := place.Local(r.PostFormValue("back"))
	anchor := document + "-" + item
	if strings.HasPrefix(back, "/documents/") {
		anchor = item
	}
	return place.Back(back, strconv.FormatInt(d.ID, 10), anchor), nil
}

// stamp returns the time as records and decisions write it.
func (s *site) stamp() string { return s.Now().UTC().Format(time.RFC3339) }

// undo takes a decision back, and leads to where it was made.
func (s *site) undo(r *http.Request) (string, error) {
	id, err := strconv.ParseInt(r.PostFormValue("decision"), 10, 64)
	if err != nil {
		return "", fmt.Errorf("%w: %q is no decision", errRefused, r.PostFormValue("decision"))
	}
	if err := s.Store.Undo(r.Context(), id); err != nil {
		return "", fmt.Errorf("decision %d: %w", id, err)
	}
	return place.Back(place.Local(r.PostFormValue("back")), "", ""), nil
}
