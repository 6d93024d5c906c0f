package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

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
	columns, err := pick(v.Fields, v.table(), export.Columns(v.rows()),
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
	list := plain.ListOptions{Color: colors(e, v.Color, v.onTerminal(e)), Events: v.Events}
	if v.onTerminal(e) {
		list.Width = widthOf(e.stdout)
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
func (v readVerb) onTerminal(e env) bool { return onTerminal(e, v.place()) }

// onTerminal says whether what goes to that place, stdout for "" and "-", is seen
// on a terminal.
func onTerminal(e env, place string) bool {
	return (place == "" || place == "-") && isTerminal(e.stdout)
}

// colors says whether to colour a list. NO_COLOR and a terminal without colours
// turn the default off, not what was asked for.
func colors(e env, asked string, seen bool) bool {
	if asked != "auto" {
		return asked == "always"
	}
	return seen && e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
}

// An output is where data goes: stdout, or a file that takes its name once it
// is whole.
type output struct {
	io.Writer
	file *os.File // nil for stdout
	name string   // of the file when it is whole; "" when it needs no renaming
}

// createOutput opens the place of that name, stdout for "" and "-". What is
// no regular file, such as a device or a named pipe, is written to directly.
func createOutput(name string, stdout io.Writer) (*output, error) {
	if name == "" || name == "-" {
		return &output{Writer: stdout}, nil
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("write to %s: it is a folder; name a file in it", name)
	}
	part, final := name+".part", name
	if err == nil && !info.Mode().IsRegular() {
		part, final = name, ""
	}
	f, err := os.Create(part)
	if err != nil {
		return nil, fmt.Errorf("write to %s: %w", name, cause(err))
	}
	return &output{Writer: f, file: f, name: final}, nil
}

// finish gives the file its name when the work came to its end, which it also
// did when only some inputs failed, and else removes it. It returns the error
// of the work, or its own.
func (o *output) finish(work error) error {
	if o.file == nil {
		return work
	}
	closed := o.file.Close()
	if o.name == "" {
		return first(work, closed)
	}
	if work != nil && !errors.Is(work, errSome) {
		os.Remove(o.file.Name())
		return work
	}
	if closed == nil {
		closed = os.Rename(o.file.Name(), o.name)
	}
	if closed != nil {
		return fmt.Errorf("write to %s: %w", o.name, cause(closed))
	}
	return work
}

// first returns the first error that is one.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
