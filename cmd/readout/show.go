package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"readout/internal/keeping/export"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// showVerb shows one item.
type showVerb struct {
	ID string `arg:"" name:"id" placeholder:"ID" help:"What find writes before each row: DOCUMENT/ITEM, or DOCUMENT for all of it."`

	Around int  `short:"C" name:"context" placeholder:"N" help:"Show N sentences around it as well."`
	JSON   bool `name:"json" help:"Write the item as one row of JSON, a document as its record."`

	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Color  string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour what is shown; auto is on a terminal."`
	database
}

// Help says what is shown.
func (showVerb) Help() string {
	return "Shows one statement or event with the sentence it stands in, or all of a document " +
		"as read writes it. When the database does not have it the exit code is 1."
}

// Run shows the item.
func (v showVerb) Run(ctx context.Context, e env) error {
	if v.Around < 0 {
		return fmt.Errorf("--context %d: want a number of sentences", v.Around)
	}
	kept, err := v.open(ctx, e)
	if err != nil {
		return err
	}
	r, err := search.One(ctx, kept, v.ID)
	if err == nil {
		err = v.write(e, r)
	}
	if errors.Is(err, store.ErrNotFound) {
		complain(e.stderr, err)
		err = errNothing
	}
	return closing(kept, err)
}

func (v showVerb) write(e env, r *record.Record) error {
	out, err := createOutput(v.Output, e.stdout)
	if err != nil {
		return err
	}
	w := v.writer(e, r, out)
	return out.finish(first(w.Write(r), w.Close()))
}

// writer returns the writer for the item of a record.
func (v showVerb) writer(e env, r *record.Record, w io.Writer) recordWriter {
	_, item := search.Parts(v.ID)
	kind := export.Statements
	if item != "" && len(r.Events) > 0 {
		kind = export.Events
	}
	look := answer{Output: v.Output, Color: v.Color}.screen(e, kind == export.Events)
	switch {
	case v.JSON && item == "":
		return export.NewJSONL(w, export.JSONLOptions{})
	case v.JSON:
		return export.NewTable(w, export.TableOptions{Kind: kind, JSON: true})
	case item == "":
		return plain.NewList(w, look)
	}
	return plain.NewPassages(w, look, v.Around)
}
