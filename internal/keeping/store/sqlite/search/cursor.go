package search

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"readout/internal/keeping/store"
)

// A cursor is where a row stands in the order of its search.
type cursor struct {
	Order any    `json:"o"` // number or text
	Place string `json:"p"`
}

// text is opaque to people, and fits into a URL.
func (c cursor) text() (string, error) {
	data, err := json.Marshal(c)
	return base64.RawURLEncoding.EncodeToString(data), err
}

// parseCursor returns nil for the first page.
func parseCursor(s string) (*cursor, error) {
	if s == "" {
		return nil, nil
	}
	var c cursor
	data, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		return nil, fmt.Errorf("cursor %.40q: %w", s, store.ErrCursor)
	}
	switch c.Order.(type) {
	case float64, string:
		return &c, nil
	}
	return nil, fmt.Errorf("cursor %.40q: %w", s, store.ErrCursor)
}
