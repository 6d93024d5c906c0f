package store

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// A Cursor is where a row stands in the order of its search, for engines.
type Cursor struct {
	Order any    `json:"o"` // number or text
	Place string `json:"p"`
}

// Text is opaque to people, and fits into a URL.
func (c Cursor) Text() (string, error) {
	data, err := json.Marshal(c)
	return base64.RawURLEncoding.EncodeToString(data), err
}

// ParseCursor is the inverse of Text; it returns nil for the first page. The error
// is [ErrCursor].
func ParseCursor(s string) (*Cursor, error) {
	if s == "" {
		return nil, nil
	}
	var c Cursor
	data, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		return nil, fmt.Errorf("cursor %.40q: %w", s, ErrCursor)
	}
	switch c.Order.(type) {
	case float64, string:
		return &c, nil
	}
	return nil, fmt.Errorf("cursor %.40q: %w", s, ErrCursor)
}
