// Package search asks a store a page at a time and gives what it found back as
// records that hold nothing else, so that whatever writes records writes what
// was found.
//
// No connection to the store is held while the caller has a row, so that it may
// ask the store in between, also where there is only one connection.
//
// Limits: what is changed between two pages may be missed or come twice.
package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// A Finder is Find or Due of a store.
type Finder func(context.Context, query.Query, store.Window) iter.Seq2[store.Row, error]

// page is how many rows are asked for at once: some screens full, and too few
// to take much memory.
const page = 256

// Rows yields all rows of a query, or as many as its limit.
func Rows(
	ctx context.Context, find Finder, q query.Query, today store.Day,
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		left := cmp.Or(q.Limit, -1) // -1: all
		window := store.Window{Today: today}
		for left != 0 {
			q.Limit = page
			if left > 0 {
				q.Limit = min(page, left)
			}
			rows, err := store.Gather(find(ctx, q, window))
			if err != nil {
				yield(store.Row{}, err)
				return
			}
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if len(rows) < q.Limit {
				return
			}
			window.After = rows[len(rows)-1].Cursor
			if left > 0 {
				left -= len(rows)
			}
		}
	}
}

// Records yields for each run of rows from one document its record with the
// statements, events or citations of these rows alone, in their order, as [Of]
// leaves the rest. What was deleted since it was found is left out.
func Records(
	ctx context.Context, s store.Reader, rows iter.Seq2[store.Row, error],
) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		for run, err := range runs(rows) {
			if err != nil {
				yield(nil, err)
				return
			}
			r, err := s.Record(ctx, run[0].Document.ID)
			if errors.Is(err, store.ErrNotFound) {
				continue
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(only(r, run), nil) {
				return
			}
		}
	}
}

// Beside counts what a store keeps beside its records: names that are joined by
// hand, and what was decided about documents, undone or not.
func Beside(ctx context.Context, s store.Reader) (joined, decided int, err error) {
	decisions, err := s.Decisions(ctx, "")
	for _, d := range decisions {
		_, _, joins, _ := d.Joins() // one that cannot be read is one still
		switch {
		case d.Document != "":
			decided++
		case joins && !d.Undone:
			joined++
		}
	}
	return joined, decided, err
}

// Watched returns the reader, of which see is shown each document that is taken out
// of it by its id: whole, before [Records] leaves out of it what was not found.
func Watched(s store.Reader, see func(*record.Record)) store.Reader { return watched{s, see} }

type watched struct {
	store.Reader
	see func(*record.Record)
}

// Record returns a document after it was seen.
func (w watched) Record(ctx context.Context, document string) (*record.Record, error) {
	r, err := w.Reader.Record(ctx, document)
	if err == nil {
		w.see(r)
	}
	return r, err
}

// Versions yields every version of the documents of rows, in the order of their
// ids, the oldest pipeline first, as store.Records does. What was deleted since it
// was found is left out.
func Versions(
	ctx context.Context, s store.Reader, rows iter.Seq2[store.Row, error],
) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		found, err := store.Gather(rows)
		if err != nil {
			yield(nil, err)
			return
		}
		slices.SortFunc(found, func(a, b store.Row) int {
			return cmp.Compare(a.Document.ID, b.Document.ID)
		})
		for _, row := range found {
			versions, err := s.Versions(ctx, row.Document.ID)
			if errors.Is(err, store.ErrNotFound) {
				continue
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range slices.Backward(versions) {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// runs yields the rows of one document that follow each other, at most a page.
func runs(rows iter.Seq2[store.Row, error]) iter.Seq2[[]store.Row, error] {
	return func(yield func([]store.Row, error) bool) {
		var run []store.Row
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			full := len(run) == page
			if len(run) > 0 && (full || run[0].Document.ID != row.Document.ID) {
				if !yield(run, nil) {
					return
				}
				run = nil
			}
			run = append(run, row)
		}
		if len(run) > 0 {
			yield(run, nil)
		}
	}
}

// only returns a record without the statements, events or citations that were not
// found.
func only(r *record.Record, run []store.Row) *record.Record {
	part := *r
	switch first := run[0]; {
	case first.Statement != nil:
		part.Statements = pick(r.Statements, run, func(s record.Statement, row store.Row) bool { return s.ID == row.Statement.ID })
		return Of(&part, query.Statements)
	case first.Event != nil:
		part.Events = pick(r.Events, run, func(e record.Event, row store.Row) bool { return e.ID == row.Event.ID })
		return Of(&part, query.Events)
	case first.Citation != nil:
		part.Citations = pick(r.Citations, run, func(c record.Citation, row store.Row) bool { return c.ID == row.Citation.ID })
		return Of(&part, query.Citations)
	}
	return r
}

// pick returns the items of the rows, in their order.
func pick[T any](items []T, run []store.Row, is func(T, store.Row) bool) []T {
	var out []T
	for _, row := range run {
		if i := slices.IndexFunc(items, func(item T) bool { return is(item, row) }); i >= 0 {
			out = append(out, items[i])
		}
	}
	return out
}

// Of returns what of a record is of a kind: of statements no events; of events
// those statements alone to which they belong; of citations neither; of
// documents all. Entities, times and amounts stay always, and so do citations
// beside statements and events. The record is not changed.
func Of(r *record.Record, kind query.Kind) *record.Record {
	part := *r
	switch kind {
	case query.Statements:
		part.Events = nil
	case query.Events:
		told := map[string]bool{}
		for _, e := range r.Events {
			told[e.Statement] = true
		}
		part.Statements = slices.DeleteFunc(slices.Clone(r.Statements),
			func(s record.Statement) bool { return !told[s.ID] })
	case query.Citations:
		part.Statements, part.Events = nil, nil
	case 0, query.Documents, query.Entities:
	}
	return &part
}

// ID returns by what an item is shown: "DOCUMENT/ITEM". The item is "" for the
// document itself.
func ID(document, item string) string {
	return strings.TrimSuffix(document+"/"+item, "/")
}

// Parts is the inverse of ID.
func Parts(id string) (document, item string) {
	document, item, _ = strings.Cut(id, "/")
	return document, item
}

// One returns a document with one of its items alone: a statement, an event or a
// citation; with the last there are no statements and no events.
// The error is a store.ErrNotFound when there is none with that id.
func One(ctx context.Context, s store.Reader, id string) (*record.Record, error) {
	document, item := Parts(id)
	r, err := s.Record(ctx, document)
	if err != nil || item == "" {
		return r, err
	}
	part := only(r, []store.Row{{Statement: &store.Statement{Place: store.Place{ID: item}}}})
	if len(part.Statements) > 0 {
		return part, nil
	}
	part = only(r, []store.Row{{Event: &store.Event{Place: store.Place{ID: item}}}})
	if len(part.Events) > 0 {
		return part, nil
	}
	part = only(r, []store.Row{{Citation: &store.Citation{Place: store.Place{ID: item}}}})
	if len(part.Citations) > 0 {
		return part, nil
	}
	return nil, fmt.Errorf("no statement, event or citation %s in document %s: %w",
		item, document, store.ErrNotFound)
}
