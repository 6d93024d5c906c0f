package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// MarshalCanonical writes the record as one line of JSON, without a newline:
// keys in the order of the schema, nothing escaped that JSON lets stand, and
// required arrays as [] when empty. Equal records give equal bytes.
func (r *Record) MarshalCanonical() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r.withArrays()); err != nil {
		return nil, fmt.Errorf("write record %s: %w", r.Document.ID, err)
	}
	return unescapeSeparators(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// withArrays returns a copy in which each required array is there, be it
// empty. Arrays that need no change are shared.
func (r *Record) withArrays() *Record {
	c := *r
	c.Entities = edited(r.Entities, func(e *Entity) { e.Mentions = present(e.Mentions) })
	c.Times = present(r.Times)
	c.Amounts = present(r.Amounts)
	c.Citations = edited(r.Citations, func(c *Citation) { c.Sources = present(c.Sources) })
	c.Statements = edited(r.Statements, func(s *Statement) {
		s.Content.Spans = present(s.Content.Spans)
	})
	c.Events = edited(r.Events, func(e *Event) { e.Actors = present(e.Actors) })
	return &c
}

func present[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// edited returns a copy of s, never nil, with each element edited.
func edited[T any](s []T, edit func(*T)) []T {
	c := append([]T{}, s...)
	for i := range c {
		edit(&c[i])
	}
	return c
}

// separators has a pair of backslashes first, which is no escape of what follows.
var separators = strings.NewReplacer(`\\`, `\\`, `\u2028`, "\u2028", `\u2029`, "\u2029")

// unescapeSeparators writes U+2028 and U+2029 as they are. The standard
// encoder escapes them for the sake of old JavaScript; a reader of the file
// should find the characters of the text.
func unescapeSeparators(b []byte) []byte {
	if !bytes.Contains(b, []byte(`\u202`)) {
		return b
	}
	return []byte(separators.Replace(string(b)))
}

// Parse reads one record. It ignores keys that it does not know, as a reader
// of a later 1.x record must, and takes a missing key as absent; [Check] is
// strict. The error names the place in the record.
func Parse(data []byte) (*Record, error) {
	var r Record
	err := json.Unmarshal(data, &r)
	if err == nil {
		return &r, nil
	}
	if faults := shape(data, false); len(faults) > 0 {
		place := strings.TrimPrefix(faults[0].Path+": ", ": ")
		return nil, fmt.Errorf("parse record: %s%s", place, faults[0].Problem)
	}
	return nil, fmt.Errorf("parse record: %w", err)
}
