package exporting

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/keeping/annotation"
	"readout/internal/keeping/brief"
	"readout/internal/keeping/columnar"
	"readout/internal/keeping/dataset"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store/version"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A recordWriter writes records in one form.
type recordWriter interface {
	Write(r *record.Record) error
	Close() error
}

// An order is what a writer is made from.
type order struct {
	kind    query.Kind
	asked   string // the question, "" when files are read
	scratch string // a folder that is removed, where the form needs one
}

// A form is one that records are exported to.
type form struct {
	kinds  []query.Kind // of what it can be, what it is unless asked first
	writer func(io.Writer, order) recordWriter
	drops  []string // of what records hold, see things; and other kinds than its own
	fields string   // what else it has no place for
	binary bool     // it is not for a terminal
	file   bool     // it needs a file of its own, and a scratch folder
}

// all is what a form of whole documents is of.
var all = []query.Kind{query.Documents, query.Statements, query.Events}

// forms are the forms by their names.
var forms = map[string]form{
	"jsonl": {
		kinds:  []query.Kind{query.Documents},
		writer: func(w io.Writer, _ order) recordWriter { return export.NewJSONL(w, export.JSONLOptions{}) },
	},
	"csv": {
		kinds: []query.Kind{query.Statements, query.Events},
		writer: func(w io.Writer, o order) recordWriter {
			kinds := map[query.Kind]export.Kind{query.Statements: export.Statements, query.Events: export.Events}
			return export.NewTable(w, export.TableOptions{Kind: kinds[o.kind]})
		},
		drops:  []string{"mention", "citation", "text", "warning"},
		fields: "reviews, and the places of speakers, cues and single pieces",
	},
	"parquet": {
		kinds: []query.Kind{query.Statements, query.Events, query.Citations, query.Documents},
		writer: func(w io.Writer, o order) recordWriter {
			return columnar.New(w, map[query.Kind]columnar.Kind{
				query.Statements: columnar.Statements, query.Events: columnar.Events,
				query.Citations: columnar.Citations, query.Documents: columnar.Documents,
			}[o.kind])
		},
		drops:  []string{"mention"},
		fields: "the places of speakers and cues",
		binary: true,
	},
	"sqlite": {
		kinds:  all,
		writer: func(w io.Writer, o order) recordWriter { return dataset.New(w, o.scratch, version.Compare) },
		fields: "datelines, coordinates and notes of reviews",
		binary: true, file: true,
	},
	"md": {
		kinds: []query.Kind{query.Statements, query.Events},
		writer: func(w io.Writer, o order) recordWriter {
			return brief.NewMarkdown(w, brief.Options{Events: o.kind == query.Events, Asked: o.asked})
		},
		drops: briefDrops,
	},
	"html": {
		kinds: []query.Kind{query.Statements, query.Events},
		writer: func(w io.Writer, o order) recordWriter {
			return brief.NewHTML(w, brief.Options{Events: o.kind == query.Events, Asked: o.asked})
		},
		drops: briefDrops,
	},
	"plover": {
		kinds:  []query.Kind{query.Events},
		writer: func(w io.Writer, _ order) recordWriter { return export.NewPLOVER(w) },
		drops:  ploverDrops, fields: export.PLOVERLoss,
	},
	"polecat": {
		kinds:  []query.Kind{query.Events},
		writer: func(w io.Writer, _ order) recordWriter { return export.NewPOLECAT(w) },
		drops:  ploverDrops, fields: export.POLECATLoss,
	},
	"webanno": {
		kinds: append(slices.Clone(all), query.Citations),
		writer: func(w io.Writer, o order) recordWriter {
			return annotation.New(w, map[query.Kind]annotation.Of{
				query.Documents: annotation.Everything, query.Statements: annotation.Statements,
				query.Events: annotation.Events, query.Citations: annotation.Citations,
			}[o.kind])
		},
		drops:  []string{"mention", "time", "amount", "text", "warning"},
		fields: "the places of speakers and cues",
	},
}

var (
	briefDrops  = []string{"mention", "text", "warning"}
	ploverDrops = []string{"mention", "citation", "text", "warning"}
)

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
func (f form) drop(name string, of, kind query.Kind) bool {
	if of == kind && kind != 0 {
		return false
	}
	whole := kind == query.Documents && f.kinds[0] == query.Documents
	return !whole && (of == query.Statements || of == query.Events) || slices.Contains(f.drops, name)
}

// lost says what was dropped, with counts, and what else has no place; "" when
// that is nothing. The counts are by the names of things, and "" of what was
// written.
func (f form) lost(kind query.Kind, counts map[string]int) string {
	var out []string
	for _, t := range things {
		if n := counts[t.name]; n > 0 && f.drop(t.name, t.kind, kind) {
			out = append(out, wording.Count(n, t.name))
		}
	}
	if f.fields != "" && counts[""] > 0 {
		out = append(out, f.fields)
	}
	return strings.Join(out, ", ")
}

// ofKind returns the query with a kind that the form has and that the filters
// fit: the kind that was asked for, else the first one.
func (f form) ofKind(name string, q query.Query, asked query.Kind) (query.Query, error) {
	if asked != 0 && !slices.Contains(f.kinds, asked) {
		return q, fmt.Errorf("--%s: %s is of %s; see readout help export", asked, name, f.names())
	}
	if asked != 0 {
		return q.OrKind(asked)
	}
	for i, kind := range f.kinds {
		if of, err := q.OrKind(kind); err == nil || i == len(f.kinds)-1 {
			return of, err
		}
	}
	panic("unreachable: a form of nothing")
}

// names lists the kinds.
func (f form) names() string {
	out := make([]string, len(f.kinds))
	for i, k := range f.kinds {
		out[i] = k.String()
	}
	return strings.Join(out, ", ")
}
