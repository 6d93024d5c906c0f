// Package catalogue writes what a search found of documents, of entities over
// documents and of citations: tables for programs, lists for people. Statements
// and events are written by the packages that write records.
//
// Rows are written as they come. The same rows give the same bytes. The words of
// a text are hostile input: a spreadsheet finds no formula in them, a terminal
// no command.
package catalogue

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
)

// A Column is one column of a table.
type Column struct {
	Name string // stable; the first line of the table
	Help string // what its cells hold
	cell func(store.Row) string

	number bool // its cells are numbers, in formats that tell them apart
}

// Columns returns the columns of a kind in the order in which they are written,
// none for a kind that is not of this package. New ones are added at the end.
func Columns(kind query.Kind) []Column {
	switch kind {
	case query.Documents:
		return slices.Concat(ofDocument, documents)
	case query.Entities:
		return entities
	case query.Citations:
		return slices.Concat(ofDocument, citations)
	case 0, query.Statements, query.Events:
		return nil
	}
	panic("unreachable: kind " + kind.String())
}

// ofDocument say which document a row is of, as tables of statements do.
var ofDocument = []Column{
	{Name: "document", Help: "id of the document", cell: func(r store.Row) string { return r.Document.ID }},
	{Name: "title", Help: "title of the document", cell: func(r store.Row) string { return r.Document.Title }},
	{Name: "published", Help: "day the document was published, EDTF", cell: func(r store.Row) string { return r.Document.Published.Text }},
	{Name: "url", Help: "address of the document", cell: func(r store.Row) string { return r.Document.URL }},
	{Name: "publisher", Help: "who published the document", cell: func(r store.Row) string { return r.Document.Publisher }},
}

var documents = []Column{
	{Name: "language", Help: "its language", cell: func(r store.Row) string { return r.Document.Language }},
	{Name: "genre", Help: "the kind of document", cell: func(r store.Row) string { return r.Document.Genre.String() }},
	{Name: "statements", number: true, Help: "how many statements were read in it", cell: func(r store.Row) string { return strconv.Itoa(r.Document.Statements) }},
	{Name: "events", number: true, Help: "how many events were read in it", cell: func(r store.Row) string { return strconv.Itoa(r.Document.Events) }},
	{Name: "pipeline", Help: "the version of readout that read it", cell: func(r store.Row) string { return r.Document.Pipeline }},
}

var entities = []Column{
	{Name: "entity", Help: "type and folded name, which are one entity over all documents", cell: func(r store.Row) string { return r.Entity.Key }},
	{Name: "type", Help: "person, organization, place …", cell: func(r store.Row) string { return r.Entity.Type.String() }},
	{Name: "name", Help: "what it is called", cell: func(r store.Row) string { return r.Entity.Name }},
	{Name: "country", Help: "code of the country, when it is one", cell: func(r store.Row) string { return r.Entity.Country }},
	{Name: "documents", number: true, Help: "how many documents name it", cell: func(r store.Row) string { return strconv.Itoa(r.Entity.Documents) }},
}

var citations = []Column{
	{Name: "citation", Help: "id of the citation within its document", cell: func(r store.Row) string { return r.Citation.ID }},
	{Name: "words", Help: "the words of the citation", cell: func(r store.Row) string { return r.Citation.Exact }},
	{Name: "sources", Help: "the sources that it names, joined by \"; \"", cell: func(r store.Row) string { return r.Citation.Sources }},
	{Name: "source_url", Help: "the address that it leads to", cell: func(r store.Row) string { return r.Citation.URL }},
	{Name: "score", number: true, Help: "probability that it is a citation, 0 to 1", cell: func(r store.Row) string { return wording.Score(r.Citation.Score) }},
	{Name: "start", number: true, Help: "where it begins, in the unit of the record", cell: func(r store.Row) string { return strconv.Itoa(r.Citation.At) }},
}

// A Form is how rows are written.
type Form uint8

// The forms; the zero value is one line per row with tabs between the cells and
// no head line.
const (
	Lines Form = iota
	CSV        // RFC 4180
	TSV
	JSON // one object a line, without empty cells
)

// A Table writes rows of one kind.
type Table struct {
	w       *bufio.Writer
	csv     *csv.Writer
	form    Form
	columns []Column
}

// NewTable returns a writer of tables with the columns given.
func NewTable(w io.Writer, form Form, columns []Column) *Table {
	buffer := bufio.NewWriter(w)
	t := &Table{buffer, csv.NewWriter(buffer), form, columns}
	t.csv.UseCRLF = form == CSV
	if form == TSV {
		t.csv.Comma = '\t'
	}
	if form == CSV || form == TSV {
		head := make([]string, len(columns))
		for i, c := range columns {
			head[i] = c.Name
		}
		_ = t.csv.Write(head) // its error is that of Close
	}
	return t
}

// Write writes one row.
func (t *Table) Write(r store.Row) error {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = c.cell(r)
	}
	switch t.form {
	case Lines:
		for i, cell := range cells {
			cells[i] = wording.OneLine(cell)
		}
		_, err := t.w.WriteString(strings.Join(cells, "\t") + "\n")
		return err
	case CSV, TSV:
		for i, cell := range cells {
			cells[i] = safe(cell, t.form == TSV)
		}
		return t.csv.Write(cells)
	case JSON:
		return t.object(cells)
	}
	panic("unreachable: a form of tables that is none")
}

// object writes a row as an object with the columns for keys, in their order.
func (t *Table) object(cells []string) error {
	var fields []string
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if !t.columns[i].number {
			var b strings.Builder
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if err := e.Encode(cell); err != nil {
				return err
			}
			cell = strings.TrimSuffix(b.String(), "\n")
		}
		fields = append(fields, `"`+t.columns[i].Name+`":`+cell)
	}
	_, err := t.w.WriteString("{" + strings.Join(fields, ",") + "}\n")
	return err
}

// Close writes what is left to write.
func (t *Table) Close() error {
	t.csv.Flush()
	if err := t.csv.Error(); err != nil {
		return err
	}
	return t.w.Flush()
}

// safe keeps a cell from being run as a formula, as package export does; with
// tabs, which many readers of the form do not expect quoted, it has none inside.
func safe(cell string, tabs bool) string {
	if tabs {
		cell = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace(cell)
	}
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
