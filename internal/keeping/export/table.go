package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// Kind is what the rows of a table are.
type Kind uint8

// The kinds of rows; the zero value is a table of statements.
const (
	Statements Kind = iota
	Events
	Due // statements that say when something is to happen, by that day
)

// A Column is one column of a table.
type Column struct {
	Name string // stable; the first line of the table
	Help string // what its cells hold
	cell func(row) string

	number bool // its cells are numbers, in formats that tell them apart
}

// A row is one statement or event with its record.
type row struct {
	r     *record.Record
	s     *record.Statement // nil in a table of events
	e     *record.Event     // nil in any other
	index *resolve.Index
	bytes *record.Record // r in bytes; nil when its text was left out
	i     int            // s is r.Statements[i]
}

// Columns returns the columns of a kind of table in the order in which they
// are written. New ones are added at the end; none is renamed or moved.
func Columns(kind Kind) []Column {
	switch kind {
	case Statements:
		return statementColumns()
	case Events:
		return eventColumns()
	case Due:
		return dueColumns()
	}
	panic("unreachable: a kind of rows without columns")
}

// A Table writes one row per statement or event: CSV as RFC 4180 has it, the
// same with tabs, or one JSON object a line. Cells that a spreadsheet would
// take for a formula begin with an apostrophe.
type Table struct {
	w       io.Writer
	csv     *csv.Writer
	opts    TableOptions
	columns []Column
	begun   bool
	due     []resolve.Promise // held until all are known
}

// TableOptions choose the shape of a table; the zero value is CSV of
// statements with all columns.
type TableOptions struct {
	Kind    Kind
	Tabs    bool           // tabs between cells and "\n" at line ends
	JSON    bool           // a line of JSON per row, without empty cells
	Columns []Column       // none: all
	Offsets record.Offsets // unit of start and end; absent: as they come
}

// NewTable returns a writer of tables.
func NewTable(w io.Writer, opts TableOptions) *Table {
	t := &Table{w: w, csv: csv.NewWriter(w), opts: opts, columns: opts.Columns}
	t.csv.UseCRLF = true
	if opts.Tabs {
		t.csv.Comma = '\t'
		t.csv.UseCRLF = false
	}
	if len(t.columns) == 0 {
		t.columns = Columns(opts.Kind)
	}
	return t
}

// Write writes the rows of one record; what is due it keeps until Close.
func (t *Table) Write(r *record.Record) error {
	r, err := inUnit(r, t.opts.Offsets)
	if err != nil {
		return err
	}
	if t.opts.Kind == Due {
		t.due = append(t.due, resolve.Promises(r)...)
		return nil
	}
	var inBytes *record.Record
	if t.opts.Kind == Statements && r.Document.Text != nil {
		if inBytes, err = inUnit(r, record.OffsetsByte); err != nil {
			return err
		}
	}
	return t.rows(rowsOf(t.opts.Kind, r, inBytes))
}

// rowsOf returns the rows of one record.
func rowsOf(kind Kind, r, inBytes *record.Record) []row {
	x := resolve.New(r)
	var out []row
	if kind == Events {
		for i := range r.Events {
			out = append(out, row{r: r, e: &r.Events[i], index: x})
		}
		return out
	}
	for i := range r.Statements {
		out = append(out, row{r: r, s: &r.Statements[i], index: x, bytes: inBytes, i: i})
	}
	return out
}

// Close writes what is due, and the head line when there was no record, so
// that an empty table is still a table.
func (t *Table) Close() error {
	resolve.ByDay(t.due)
	var out []row
	for _, p := range t.due {
		out = append(out, row{r: p.Record, s: p.Statement, index: p.Index, i: p.At})
	}
	return t.rows(out)
}

// rows writes rows, the head line before the first.
func (t *Table) rows(rows []row) error {
	if t.opts.JSON {
		return t.objects(rows)
	}
	if err := t.head(); err != nil {
		return err
	}
	cells := make([]string, len(t.columns))
	for _, w := range rows {
		for j, c := range t.columns {
			cells[j] = safe(c.cell(w), t.csv.Comma == '\t')
		}
		if err := t.csv.Write(cells); err != nil {
			return err
		}
	}
	t.csv.Flush()
	return t.csv.Error()
}

// objects writes rows as JSON objects with the columns for keys, in their
// order. What a row has nothing for is left out.
func (t *Table) objects(rows []row) error {
	for _, w := range rows {
		var b bytes.Buffer
		for _, c := range t.columns {
			cell := c.cell(w)
			if cell == "" {
				continue
			}
			b.WriteString(",\"" + c.Name + "\":")
			if c.number {
				b.WriteString(cell)
				continue
			}
			b.Write(quotedJSON(cell))
		}
		line := append([]byte("{"), bytes.TrimPrefix(b.Bytes(), []byte(","))...)
		if _, err := t.w.Write(append(line, "}\n"...)); err != nil {
			return err
		}
	}
	return nil
}

// quotedJSON returns s as a JSON string, with < > & as they are.
func quotedJSON(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("unreachable: a string is no JSON: " + err.Error())
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// head writes the names of the columns once.
func (t *Table) head() error {
	if t.begun {
		return nil
	}
	t.begun = true
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = c.Name
	}
	return t.csv.Write(cells)
}

// safe keeps a cell from being run as a formula. In a table with tabs, tabs
// and line ends within a cell become blanks, as many readers of that format
// know no quoting.
func safe(cell string, tabs bool) string {
	if tabs {
		cell = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace(cell)
	}
	return Harmless(cell)
}

// Harmless returns a cell that a spreadsheet does not take for a formula.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
