package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"readout/cmd/readout/console"
	"readout/internal/keeping/catalogue"
	"readout/internal/keeping/export"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// Show shows one item.
type Show struct {
	ID string `arg:"" name:"id" placeholder:"ID" help:"What find writes before each row: DOCUMENT/ITEM, or DOCUMENT for all of it."`

	Around int  `short:"C" name:"context" placeholder:"N" help:"Show N sentences around it as well."`
	JSON   bool `name:"json" help:"Write the item as one row of JSON, a document as its record."`

	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Color  string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour what is shown; auto is on a terminal."`
	Database
}

// Help says what is shown.
func (Show) Help() string {
	return "Shows one statement, event or citation with the sentence it stands in, or all of a document " +
		"as read writes it. When the database does not have it the exit code is 1."
}

// Run shows the item.
func (v Show) Run(ctx context.Context, e console.Env) error {
	if v.Around < 0 {
		return fmt.Errorf("--context %d: want a number of sentences", v.Around)
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	r, err := search.One(ctx, kept, v.ID)
	if err == nil {
		err = v.write(e, r)
	}
	if errors.Is(err, store.ErrNotFound) {
		console.Complain(e.Stderr, err)
		err = console.ErrNothing
	}
	return cmp.Or(err, kept.Close())
}

func (v Show) write(e console.Env, r *record.Record) error {
	out, err := console.Create(v.Output, e.Stdout)
	if err != nil {
		return err
	}
	_, item := search.Parts(v.ID)
	if v.JSON && item != "" && len(r.Statements)+len(r.Events) == 0 {
		rows := store.Of(r)
		w := catalogue.NewTable(out, catalogue.JSON, catalogue.Columns(query.Citations))
		row := store.Row{Document: rows.Document, Citation: &rows.Citations[0]}
		return out.Finish(cmp.Or(w.Write(row), w.Close()))
	}
	w := v.writer(e, r, out)
	return out.Finish(cmp.Or(w.Write(r), w.Close()))
}

// writer returns the writer for the item of a record.
func (v Show) writer(e console.Env, r *record.Record, w io.Writer) recordWriter {
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
