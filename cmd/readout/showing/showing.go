// Package showing has the verb that shows one item of the database: a statement, an
// event or a citation with its sentence, a document, an entity.
package showing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/catalogue"
	"readout/internal/keeping/export"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// Verb shows one item.
type Verb struct {
	ID string `arg:"" name:"id" placeholder:"ID" help:"What find writes before each row: DOCUMENT/ITEM, DOCUMENT for all of it, or TYPE/NAME of an entity."`

	Around int  `short:"C" name:"context" placeholder:"N" help:"Show N sentences around it as well."`
	JSON   bool `name:"json" help:"Write the item as one row of JSON, a document as its record, an entity as one object."`

	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Color  string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour what is shown; auto is on a terminal."`
	desk.Database
}

// Help says what is shown.
func (Verb) Help() string {
	return "Shows one statement, event or citation with the sentence it stands in, or all of a document " +
		"as read writes it. Of an entity, named by the id that find --entities writes (person/ann lee) or " +
		"by that of any other name of it, it shows the names, offices, parts that it plays and last " +
		"statements, as its page does; in a pipe each is a line that begins with what it is. Numbers count documents, for names " +
		"mentions, for parts and topics statements and events. When the database does not have it the exit code is 1."
}

// Run shows the item.
func (v Verb) Run(ctx context.Context, e console.Env) error {
	if v.Around < 0 {
		return fmt.Errorf("--context %d: want a number of sentences", v.Around)
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	if key := strings.SplitN(v.ID, "/", 3); len(key) > 1 && isType(key[0]) {
		key[1] = query.Fold(key[1])
		err = v.entity(ctx, e, kept, strings.Join(key, "/"))
	} else {
		err = v.item(ctx, e, kept)
	}
	if errors.Is(err, store.ErrNotFound) {
		console.Complain(e.Stderr, err)
		err = console.ErrNothing
	}
	return cmp.Or(err, kept.Close())
}

func isType(word string) bool {
	_, err := record.ParseEntityType(word)
	return err == nil
}

// item shows what stands in a document, or the document.
func (v Verb) item(ctx context.Context, e console.Env, kept store.Reader) error {
	r, err := search.One(ctx, kept, v.ID)
	if err != nil {
		return err
	}
	return v.write(e, r)
}

func (v Verb) write(e console.Env, r *record.Record) error {
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

// A recordWriter writes records in one format.
type recordWriter interface {
	Write(*record.Record) error
	Close() error
}

// writer returns the writer for the item of a record.
func (v Verb) writer(e console.Env, r *record.Record, w io.Writer) recordWriter {
	_, item := search.Parts(v.ID)
	kind := export.Statements
	if item != "" && len(r.Events) > 0 {
		kind = export.Events
	}
	look := desk.Screen(e, v.Output, v.Color)
	look.Events = kind == export.Events
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
