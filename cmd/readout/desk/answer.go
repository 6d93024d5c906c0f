// Package desk has the verbs that ask and tend the database: find, due,
// forget, backup and restore, and what they share with others, the flags of the
// database and of filters.
//
// It knows nothing of how records are read.
package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"readout/cmd/readout/console"
	"readout/internal/config"
	"readout/internal/keeping/catalogue"
	"readout/internal/keeping/export"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// answer is how verbs write what they found.
type answer struct {
	JSON   bool   `name:"json" xor:"format" help:"Write JSON, one row a line."`
	CSV    bool   `name:"csv" xor:"format" help:"Write a table with commas."`
	TSV    bool   `name:"tsv" xor:"format" help:"Write a table with tabs."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Fields string `placeholder:"NAME,..." help:"Columns of a table, in this order; see formats."`
	Color  string `enum:"auto,always,never" default:"auto" setting:"" placeholder:"auto|always|never" help:"Colour what is found; auto is on a terminal."`
	Quiet  bool   `short:"q" help:"Say nothing but errors on stderr."`
}

// table says whether a table is written.
func (a answer) table() bool { return a.JSON || a.CSV || a.TSV }

// screen is [Screen] of events or of others.
func (a answer) screen(e console.Env, events bool) plain.ListOptions {
	opts := Screen(e, a.Output, a.Color)
	opts.Events = events
	return opts
}

// Screen returns how lists of what is kept are written to a place in colours: laid out
// when a terminal shows them.
func Screen(e console.Env, output, color string) plain.ListOptions {
	seen := e.OnTerminal(output)
	opts := plain.ListOptions{Color: e.Colors(color, seen), Kept: true}
	if seen {
		opts.Width = console.WidthOf(e.Stdout)
	}
	return opts
}

// A recordWriter writes records in one format.
type recordWriter interface {
	Write(*record.Record) error
	Close() error
}

// A rowWriter writes rows that stand for themselves.
type rowWriter interface {
	Write(store.Row) error
	Close() error
}

// rows returns what makes the writer of documents, entities or citations.
func (a answer) rows(e console.Env, kind query.Kind) (func(io.Writer) rowWriter, error) {
	columns, err := Pick(a.Fields, a.table(), catalogue.Columns(kind),
		func(c catalogue.Column) string { return c.Name })
	if err != nil {
		return nil, err
	}
	form, opts := catalogue.Lines, a.screen(e, false)
	switch {
	case a.JSON:
		form = catalogue.JSON
	case a.CSV:
		form = catalogue.CSV
	case a.TSV:
		form = catalogue.TSV
	case opts.Width > 0:
		return func(w io.Writer) rowWriter { return plain.NewShelf(w, opts) }, nil
	}
	return func(w io.Writer) rowWriter { return catalogue.NewTable(w, form, columns) }, nil
}

// records returns what makes the writer of statements or events, or of what is
// due.
func (a answer) records(e console.Env, kind export.Kind) (func(io.Writer) recordWriter, error) {
	columns, err := Pick(a.Fields, a.table(), export.Columns(kind),
		func(c export.Column) string { return c.Name })
	if err != nil {
		return nil, err
	}
	table := export.TableOptions{Kind: kind, Tabs: a.TSV, JSON: a.JSON, Columns: columns}
	if kind == export.Due {
		table.Kind = export.Statements // which come in their order, and are not held back
	}
	list := a.screen(e, kind == export.Events)
	return func(w io.Writer) recordWriter {
		switch {
		case a.table():
			return export.NewTable(w, table)
		case kind == export.Due:
			return plain.NewDueList(w, list)
		}
		return plain.NewList(w, list)
	}, nil
}

// Pick returns the columns that --fields names, all when it names none. Its
// error says which column may have been meant.
func Pick[C any](fields string, table bool, columns []C, name func(C) string) ([]C, error) {
	if fields == "" {
		return columns, nil
	}
	if !table {
		return nil, errors.New("--fields picks the columns of a table: add --csv or --tsv")
	}
	known, names := map[string]C{}, []string{}
	for _, c := range columns {
		known[name(c)] = c
		names = append(names, name(c))
	}
	picked := []C{}
	for field := range strings.SplitSeq(fields, ",") {
		field = strings.TrimSpace(field)
		c, ok := known[field]
		if !ok {
			return nil, fmt.Errorf("--fields: no field %q, did you mean %q? fields are %s",
				field, config.Nearest(field, names), strings.Join(names, ", "))
		}
		picked = append(picked, c)
	}
	return picked, nil
}

// screenful is how many rows a terminal shows when no limit is said.
const screenful = 50

// A hunt is one run of a verb that finds.
type hunt struct {
	env    console.Env
	answer answer
	store  store.Reader
	find   search.Finder
	query  query.Query
	count  int
	more   bool
}

// rows yields the rows, of which a terminal gets a screenful unless a limit is
// said.
func (h *hunt) rows(ctx context.Context) iter.Seq2[store.Row, error] {
	q, most := h.query, -1
	if q.Limit == 0 && h.env.OnTerminal(h.answer.Output) && !h.answer.table() {
		q.Limit, most = screenful+1, screenful
	}
	return func(yield func(store.Row, error) bool) {
		for row, err := range search.Rows(ctx, h.find, q, h.env.Today()) {
			if h.more = h.count == most; h.more {
				return
			}
			if err == nil {
				h.count++
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// write writes the rows as records to a place, and returns console.ErrNothing when there
// are none.
func (h *hunt) write(ctx context.Context, format func(io.Writer) recordWriter) error {
	return writeAll(ctx, h, search.Records(ctx, h.store, h.rows(ctx)),
		func(w io.Writer) writer[*record.Record] { return format(w) })
}

// list writes the rows as they are.
func (h *hunt) list(ctx context.Context, format func(io.Writer) rowWriter) error {
	return writeAll(ctx, h, h.rows(ctx), func(w io.Writer) writer[store.Row] { return format(w) })
}

// A writer writes one thing after another.
type writer[T any] interface {
	Write(T) error
	Close() error
}

func writeAll[T any](
	ctx context.Context, h *hunt, all iter.Seq2[T, error], format func(io.Writer) writer[T],
) error {
	out, err := console.Create(h.answer.Output, h.env.Stdout)
	if err != nil {
		return err
	}
	w := format(out)
	for item, err := range all {
		if err == nil {
			err = w.Write(item)
		}
		if err != nil {
			return out.Finish(err)
		}
	}
	if err := out.Finish(w.Close()); err != nil {
		return err
	}
	return h.end(ctx)
}

// end says what a person may want to know of the rows.
func (h *hunt) end(ctx context.Context) error {
	switch {
	case h.count == 0 && !h.answer.Quiet:
		fmt.Fprintln(h.env.Stderr, "readout: nothing found")
		hint := search.Hint(ctx, h.find, h.query, h.env.Today())
		if hint != "" {
			fmt.Fprintf(h.env.Stderr, "readout: %s\n", console.Visible(hint))
		}
	case h.more && !h.answer.Quiet:
		fmt.Fprintf(h.env.Stderr,
			"readout: the first %d; --limit N shows more, a pipe gets all\n", h.count)
	}
	if h.count == 0 {
		return console.ErrNothing
	}
	return nil
}
