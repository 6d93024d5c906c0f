package export

import (
	"fmt"
	"io"

	"readout/record"
)

// JSONL writes canonical records, one JSON object a line. It is the only
// format without loss.
type JSONL struct {
	w    io.Writer
	opts JSONLOptions
}

// JSONLOptions change what a line holds; the zero value writes records as
// they are.
type JSONLOptions struct {
	Offsets record.Offsets // unit of the spans; absent: as they come
	NoText  bool           // leave document.text out
}

// NewJSONL returns a writer of JSON Lines.
func NewJSONL(w io.Writer, opts JSONLOptions) *JSONL { return &JSONL{w, opts} }

// Write writes one line. The record is not changed.
func (j *JSONL) Write(r *record.Record) error {
	r, err := inUnit(r, j.opts.Offsets)
	if err != nil {
		return err
	}
	if j.opts.NoText {
		bare := *r
		bare.Document.Text = nil
		r = &bare
	}
	line, err := r.MarshalCanonical()
	if err != nil {
		return fmt.Errorf("record %s: %w", r.Document.ID, err)
	}
	_, err = j.w.Write(append(line, '\n'))
	return err
}

// Close has nothing left to write.
func (j *JSONL) Close() error { return nil }

// inUnit returns r with its spans counted in unit, r itself when they are.
func inUnit(r *record.Record, unit record.Offsets) (*record.Record, error) {
	if unit == 0 || unit == r.Offsets {
		return r, nil
	}
	converted, err := r.In(unit)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", r.Document.ID, err)
	}
	return converted, nil
}
