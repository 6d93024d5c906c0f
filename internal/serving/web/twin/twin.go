// Package twin writes what was found for programs and notes: JSON, CSV and
// Markdown, the forms in which every page of rows stands beside its HTML.
//
// Statements and events are written with all that their records say of them, in
// the columns of package export; other rows in those of package catalogue. The
// words of documents are hostile input: a spreadsheet finds no formula in them,
// Markdown no markup.
package twin

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readout/internal/keeping/catalogue"
	"readout/internal/keeping/export"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/record"
)

// A RecordWriter writes records in one form.
type RecordWriter interface {
	Write(r *record.Record) error
	Close() error
}

// An Answer is what was found, to be written for programs.
type Answer struct {
	Query query.Query
	Rows  []store.Row
	Next  string // where the rows behind these are; "" when there are none
}

// Write writes rows in a form: json, csv or md.
func Write(ctx context.Context, w io.Writer, s store.Reader, form string, a Answer) error {
	var out bytes.Buffer
	var err error
	switch {
	case a.Query.Kind == query.Statements || a.Query.Kind == query.Events:
		err = Records(ctx, recordForm(&out, form, a.Query.Kind), s, a.Rows)
	default:
		err = writeCatalogue(&out, form, a)
	}
	if err != nil {
		return err
	}
	if form != "json" {
		_, err = w.Write(out.Bytes())
		return err
	}
	return writeItems(w, out.Bytes(), a)
}

// recordForm returns the writer of statements or events.
func recordForm(w io.Writer, form string, kind query.Kind) RecordWriter {
	of := export.Statements
	if kind == query.Events {
		of = export.Events
	}
	if form == "md" {
		return plain.NewBrief(w, plain.BriefOptions{Events: of == export.Events})
	}
	return export.NewTable(w, export.TableOptions{Kind: of, JSON: form == "json"})
}

// Records writes the records of rows, with what was found alone.
func Records(ctx context.Context, out RecordWriter, s store.Reader, rows []store.Row) error {
	all := func(yield func(store.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
	for r, err := range search.Records(ctx, s, all) {
		if err != nil {
			return err
		}
		if err := out.Write(r); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeCatalogue writes documents, entities or citations.
func writeCatalogue(w io.Writer, form string, a Answer) error {
	shape := catalogue.CSV
	if form == "json" {
		shape = catalogue.JSON
	}
	var lines bytes.Buffer
	table := catalogue.NewTable(&lines, shape, catalogue.Columns(a.Query.Kind))
	for _, row := range a.Rows {
		if err := table.Write(row); err != nil {
			return err
		}
	}
	if err := table.Close(); err != nil {
		return err
	}
	if form != "md" {
		_, err := w.Write(lines.Bytes())
		return err
	}
	cells, err := csv.NewReader(&lines).ReadAll()
	if err != nil {
		return err
	}
	return Table(w, cells)
}

// Table writes cells as a table in Markdown; the first row is the head.
func Table(w io.Writer, cells [][]string) error {
	escape := strings.NewReplacer(
		`\`, `\\`, "|", `\|`, "\n", " ", "\r", " ", "<", "&lt;", "&", "&amp;",
		"`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`)
	for i, line := range cells {
		for k := range line {
			line[k] = escape.Replace(line[k])
		}
		if _, err := fmt.Fprintf(w, "| %s |\n", strings.Join(line, " | ")); err != nil {
			return err
		}
		if i == 0 {
			if _, err := fmt.Fprintf(w, "|%s\n", strings.Repeat("---|", len(line))); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeItems writes lines of JSON as one value with what was asked.
func writeItems(w io.Writer, lines []byte, a Answer) error {
	items := []json.RawMessage{}
	for line := range bytes.Lines(lines) {
		items = append(items, json.RawMessage(bytes.TrimSpace(line)))
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(struct {
		Items []json.RawMessage `json:"items"`
		Next  string            `json:"next,omitempty"`
		Query string            `json:"query"`
	}{items, a.Next, a.Query.String()})
}

// Record writes one record: whole, its statements as a table, or a brief.
func Record(w io.Writer, r *record.Record, form string) error {
	if form == "json" {
		data, err := r.MarshalCanonical()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s\n", data)
		return err
	}
	out := recordForm(w, form, query.Statements)
	if err := out.Write(r); err != nil {
		return err
	}
	return out.Close()
}

// CSV writes cells, in which a spreadsheet finds no formula.
func CSV(w io.Writer, cells [][]string) error {
	out := csv.NewWriter(w)
	for _, line := range cells {
		guarded := make([]string, len(line))
		for i, cell := range line {
			guarded[i] = export.Harmless(cell)
		}
		if err := out.Write(guarded); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
