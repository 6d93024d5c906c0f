package main

import (
	"errors"
	"fmt"
	"io"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/export"
	"readout/internal/keeping/page"
	"readout/internal/keeping/plain"
	"readout/record"
)

// A recordWriter writes records in one format.
type recordWriter interface {
	Write(r *record.Record) error
	Close() error
}

// format returns what makes the writer of the format asked for. The default
// is laid out when it goes to a terminal.
func (v readVerb) format(e env) (func(io.Writer) recordWriter, error) {
	if v.HTML != "" && v.rows() != export.Statements {
		return nil, errors.New("--html shows whole texts with all that is in them: " +
			"leave out --events and --due")
	}
	columns, err := desk.Pick(v.Fields, v.table(), export.Columns(v.rows()),
		func(c export.Column) string { return c.Name })
	if err != nil {
		return nil, err
	}
	unit, err := record.ParseOffsets(v.Offsets)
	if err != nil {
		return nil, fmt.Errorf("--offsets: %w", err)
	}
	table := export.TableOptions{
		Kind: v.rows(), Tabs: v.TSV, JSON: v.JSON, Columns: columns, Offsets: unit,
	}
	list := plain.ListOptions{Color: e.Colors(v.Color, v.onTerminal(e)), Events: v.Events}
	if v.onTerminal(e) {
		list.Width = console.WidthOf(e.Stdout)
	}
	return func(w io.Writer) recordWriter {
		switch {
		case v.table():
			return export.NewTable(w, table)
		case v.JSON:
			return export.NewJSONL(w, export.JSONLOptions{Offsets: unit, NoText: v.NoText})
		case v.MD && v.Due:
			return plain.NewDueBrief(w)
		case v.MD:
			return plain.NewBrief(w, plain.BriefOptions{Events: v.Events})
		case v.HTML != "":
			return page.New(w)
		case v.Due:
			return plain.NewDueList(w, list)
		}
		return plain.NewList(w, list)
	}, nil
}

// rows returns what the rows of a table are.
func (v readVerb) rows() export.Kind {
	switch {
	case v.Events:
		return export.Events
	case v.Due:
		return export.Due
	}
	return export.Statements
}

// table says whether a table is written: also as JSON, when that is not of
// whole records.
func (v readVerb) table() bool {
	return v.CSV || v.TSV || v.JSON && v.rows() != export.Statements
}

// onTerminal says whether the output goes to a terminal.
func (v readVerb) onTerminal(e env) bool { return e.OnTerminal(v.place()) }
