package main

import (
	"io"
	"slices"

	"readout/cmd/readout/exporting"
	"readout/internal/keeping/annotation"
	"readout/internal/keeping/brief"
	"readout/internal/keeping/columnar"
	"readout/internal/keeping/dataset"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
	pipelines "readout/internal/keeping/store/version"
)

// wholes is what a form of whole documents is of.
var wholes = []query.Kind{query.Documents, query.Statements, query.Events}

// forms are the forms by their names.
var forms = exporting.Forms{
	"jsonl": {
		Kinds: []query.Kind{query.Documents},
		Writer: func(w io.Writer, _ exporting.Order) exporting.Writer {
			return export.NewJSONL(w, export.JSONLOptions{})
		},
		Unit: "record",
	},
	"csv": {
		Kinds: []query.Kind{query.Statements, query.Events},
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			kinds := map[query.Kind]export.Kind{query.Statements: export.Statements, query.Events: export.Events}
			return export.NewTable(w, export.TableOptions{Kind: kinds[o.Kind]})
		},
		Drops:  []string{"mention", "citation", "text", "warning"},
		Fields: "reviews, and the places of speakers, cues and single pieces",
	},
	"parquet": {
		Kinds: []query.Kind{query.Statements, query.Events, query.Citations, query.Documents},
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			return columnar.New(w, map[query.Kind]columnar.Kind{
				query.Statements: columnar.Statements, query.Events: columnar.Events,
				query.Citations: columnar.Citations, query.Documents: columnar.Documents,
			}[o.Kind])
		},
		Drops:  []string{"citation", "mention", "text", "warning"},
		Whole:  []string{"citation", "text", "warning"},
		Fields: "the places of speakers and cues",
		Binary: true,
	},
	"sqlite": {
		Kinds: wholes,
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			return dataset.New(w, o.Scratch, pipelines.Compare)
		},
		Fields: "datelines, coordinates and notes of reviews",
		Binary: true, File: true,
	},
	"md": {
		Kinds: []query.Kind{query.Statements, query.Events},
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			return brief.NewMarkdown(w, brief.Options{Events: o.Kind == query.Events, Asked: o.Asked})
		},
		Drops: briefDrops,
	},
	"html": {
		Kinds: []query.Kind{query.Statements, query.Events},
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			return brief.NewHTML(w, brief.Options{Events: o.Kind == query.Events, Asked: o.Asked})
		},
		Drops: briefDrops,
	},
	"plover": {
		Kinds:  []query.Kind{query.Events},
		Writer: func(w io.Writer, _ exporting.Order) exporting.Writer { return export.NewPLOVER(w) },
		Coded:  export.Coded,
		Drops:  ploverDrops, Fields: export.PLOVERLoss,
	},
	"polecat": {
		Kinds:  []query.Kind{query.Events},
		Writer: func(w io.Writer, _ exporting.Order) exporting.Writer { return export.NewPOLECAT(w) },
		Coded:  export.Coded,
		Drops:  ploverDrops, Fields: export.POLECATLoss,
	},
	"webanno": {
		Kinds: append(slices.Clone(wholes), query.Citations),
		Writer: func(w io.Writer, o exporting.Order) exporting.Writer {
			return annotation.New(w, map[query.Kind]annotation.Of{
				query.Documents: annotation.Everything, query.Statements: annotation.Statements,
				query.Events: annotation.Events, query.Citations: annotation.Citations,
			}[o.Kind])
		},
		Drops:  []string{"mention", "time", "amount", "text", "warning"},
		Unit:   "annotation",
		Fields: "the places of speakers and cues",
	},
}

var (
	briefDrops  = []string{"mention", "text", "warning"}
	ploverDrops = []string{"mention", "citation", "text", "warning"}
)
