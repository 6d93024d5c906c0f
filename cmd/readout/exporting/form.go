package exporting

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/record"
)

// A Writer writes records in one form. One whose number of items is not that of
// its kind has Written() int; one that replaces versions has OlderVersions() int.
type Writer interface {
	Write(r *record.Record) error
	Close() error
}

// An Order is what a writer is made from.
type Order struct {
	Kind    query.Kind
	Asked   string // the question, "" when files are read
	Scratch string // a folder that is removed, where the form needs one
}

// A Form is one that records are exported to.
type Form struct {
	Kinds  []query.Kind // of what it can be, what it is unless asked first
	Writer func(io.Writer, Order) Writer
	Drops  []string // of what records hold, see things; and other kinds than its own
	Whole  []string // of what it drops, what it has of documents all the same
	Fields string   // what else it has no place for
	Unit   string   // what is counted; "" is what its kind is of
	Binary bool     // it is not for a terminal
	File   bool     // it needs a file of its own, and a scratch folder

	// Coded counts the events of a record that are written, where not all are.
	Coded func(*record.Record) int
}

// Forms are the forms by their names.
type Forms map[string]Form

// things are what records hold that can be counted. The first three are kinds of
// rows: a form of one kind drops the others.
var things = []struct {
	name  string
	kind  query.Kind
	count func(*record.Record) int
}{
	{"statement", query.Statements, func(r *record.Record) int { return len(r.Statements) }},
	{"event", query.Events, func(r *record.Record) int { return len(r.Events) }},
	{"citation", query.Citations, func(r *record.Record) int { return len(r.Citations) }},
	{"mention", 0, func(r *record.Record) int {
		n := 0
		for _, e := range r.Entities {
			n += len(e.Mentions)
		}
		return n
	}},
	{"time", 0, func(r *record.Record) int { return len(r.Times) }},
	{"amount", 0, func(r *record.Record) int { return len(r.Amounts) }},
	{"text", 0, func(r *record.Record) int {
		if r.Document.Text == nil {
			return 0
		}
		return 1
	}},
	{"warning", 0, func(r *record.Record) int { return len(r.Meta.Warnings) }},
}

// drop says whether a form of one kind of rows drops a thing.
func (f Form) drop(name string, of, kind query.Kind) bool {
	if of == kind && kind != 0 {
		return false
	}
	whole := kind == query.Documents && f.Kinds[0] == query.Documents
	if kind == query.Documents && slices.Contains(f.Whole, name) {
		return false
	}
	return !whole && (of == query.Statements || of == query.Events) || slices.Contains(f.Drops, name)
}

// lost says what was dropped, with counts, and what else has no place; "" when
// that is nothing. The counts are by the names of things, and "" of what was
// written.
func (f Form) lost(kind query.Kind, counts map[string]int) string {
	var out []string
	for _, t := range things {
		if n := counts[t.name]; n > 0 && f.drop(t.name, t.kind, kind) {
			out = append(out, count(n, t.name))
		}
	}
	if f.Fields != "" && counts[""] > 0 {
		out = append(out, f.Fields)
	}
	return strings.Join(out, ", ")
}

// ofKind returns the query with a kind that the form has and that the filters
// fit: the kind that was asked for, else the first one.
func (f Form) ofKind(name string, q query.Query, asked query.Kind) (query.Query, error) {
	if asked != 0 && !slices.Contains(f.Kinds, asked) {
		return q, fmt.Errorf("--%s: %s is of %s; see readout help export", asked, name, f.names())
	}
	if asked != 0 {
		return q.OrKind(asked)
	}
	for i, kind := range f.Kinds {
		if of, err := q.OrKind(kind); err == nil || i == len(f.Kinds)-1 {
			return of, err
		}
	}
	panic("unreachable: a form of nothing")
}

// names lists the kinds.
func (f Form) names() string {
	out := make([]string, len(f.Kinds))
	for i, k := range f.Kinds {
		out[i] = k.String()
	}
	return strings.Join(out, ", ")
}

// count returns "1 text", "2 texts".
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
