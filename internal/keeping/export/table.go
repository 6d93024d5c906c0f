package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A Column is one column of a table of statements.
type Column struct {
	Name string // stable; the first line of the table
	Help string // what its cells hold
	cell func(row) string
}

// A row is one statement with its record.
type row struct {
	r     *record.Record
	s     *record.Statement
	index *resolve.Index
	bytes *record.Record // r in bytes; nil when its text was left out
	i     int            // s is r.Statements[i]
}

// Columns returns the columns in the order in which they are written. New
// ones are added at the end; none is renamed or moved.
func Columns() []Column {
	return []Column{
		{"document", "id of the document", func(w row) string { return w.r.Document.ID }},
		{"title", "title of the document", func(w row) string { return w.r.Document.Title }},
		{"published", "day the document was published, EDTF", func(w row) string { return w.r.Document.Published }},
		{"url", "address of the document", func(w row) string { return w.r.Document.URL }},
		{"input", "what was read, as named on the command line", func(w row) string { return w.r.Meta.Input }},
		{"statement", "id of the statement within its document", func(w row) string { return w.s.ID }},
		{"form", "direct, indirect, mixed or narrative", func(w row) string { return w.s.Form.String() }},
		{"speaker", "name of the speaker's entity; empty when no named one is meant", func(w row) string { return resolve.Named(w.s.Speaker, w.index.Names) }},
		{"speaker_words", "the words that name the speaker", speakerWords},
		{"cue", "the words that tie speaker and content", func(w row) string { return cueWords(w.s) }},
		{"content", "the words put forward, pieces joined by \" … \"", func(w row) string { return w.s.Content.Text }},
		{"quoted", "the words inside quotation marks, pieces joined by \" … \"", quotedWords},
		{"inside", "id of the statement that encloses this one", func(w row) string { return w.s.Inside }},
		{"score", "probability that the statement is right, 0 to 1", func(w row) string { return scoreText(w.s.Score) }},
		{"start", "where the content begins, in the unit of --offsets", func(w row) string { return bounds(w.s, func(s record.Span) int { return s.Start }, 0) }},
		{"end", "where the content ends, in the unit of --offsets", func(w row) string {
			return bounds(w.s, func(s record.Span) int { return s.End }, len(w.s.Content.Spans)-1)
		}},
		{"said", "when it was said, EDTF; the TIMEX3 value where the calendar has none", func(w row) string { return w.index.Said(w.s) }},
		{"said_basis", "what tells when it was said: text, citation or published", saidBasis},
		{"citations", "sources to which the text cites it, joined by \"; \"", func(w row) string { return w.index.Cited(w.s) }},
		{"times", "values of the times in the content, joined by \"; \"", func(w row) string { return resolve.Texts(resolve.Within(w.index.Dated, w.s)) }},
		{"amounts", "values of the amounts in the content, each with its unit, joined by \"; \"", func(w row) string { return resolve.Texts(resolve.Within(w.index.Counted, w.s)) }},
	}
}

// A Table writes one row per statement: CSV as RFC 4180 has it, or the same
// with tabs. Cells that a spreadsheet would take for a formula begin with an
// apostrophe.
type Table struct {
	csv     *csv.Writer
	columns []Column
	offsets record.Offsets
	begun   bool
}

// TableOptions choose the shape of a table; the zero value is CSV with all
// columns.
type TableOptions struct {
	Tabs    bool           // tabs between cells and "\n" at line ends
	Columns []Column       // none: all
	Offsets record.Offsets // unit of start and end; absent: as they come
}

// NewTable returns a writer of tables.
func NewTable(w io.Writer, opts TableOptions) *Table {
	t := &Table{csv: csv.NewWriter(w), columns: opts.Columns, offsets: opts.Offsets}
	t.csv.UseCRLF = true
	if opts.Tabs {
		t.csv.Comma = '\t'
		t.csv.UseCRLF = false
	}
	if len(t.columns) == 0 {
		t.columns = Columns()
	}
	return t
}

// Write writes the rows of one record.
func (t *Table) Write(r *record.Record) error {
	r, err := inUnit(r, t.offsets)
	if err != nil {
		return err
	}
	if err := t.head(); err != nil {
		return err
	}
	var bytes *record.Record
	if r.Document.Text != nil {
		if bytes, err = inUnit(r, record.OffsetsByte); err != nil {
			return err
		}
	}
	x := resolve.New(r)
	cells := make([]string, len(t.columns))
	for i := range r.Statements {
		for j, c := range t.columns {
			cells[j] = t.safe(c.cell(row{r, &r.Statements[i], x, bytes, i}))
		}
		if err := t.csv.Write(cells); err != nil {
			return err
		}
	}
	t.csv.Flush()
	return t.csv.Error()
}

// Close writes the head line when there was no record, so that an empty table
// is still a table.
func (t *Table) Close() error {
	if err := t.head(); err != nil {
		return err
	}
	t.csv.Flush()
	return t.csv.Error()
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
func (t *Table) safe(cell string) string {
	if t.csv.Comma == '\t' {
		cell = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace(cell)
	}
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func speakerWords(w row) string {
	if w.s.Speaker == nil {
		return ""
	}
	return w.s.Speaker.Exact
}

func saidBasis(w row) string {
	if w.s.Said == nil {
		return ""
	}
	return w.s.Said.Basis.String()
}

// quotedWords returns the quoted pieces of a content. Without the text of the
// document they cannot be told, and the cell is empty.
func quotedWords(w row) string {
	if w.bytes == nil {
		return ""
	}
	return joined(*w.bytes.Document.Text, w.bytes.Statements[w.i].Content.Quoted)
}

// joined returns the words at spans of bytes, joined by the gap.
func joined(text string, spans []record.Span) string {
	pieces := make([]string, len(spans))
	for i, s := range spans {
		pieces[i] = text[s.Start:s.End]
	}
	return strings.Join(pieces, gap)
}

func scoreText(score *float64) string {
	if score == nil {
		return ""
	}
	return strconv.FormatFloat(*score, 'f', -1, 64)
}

// bounds returns one end of the nth piece of a content.
func bounds(s *record.Statement, end func(record.Span) int, n int) string {
	if len(s.Content.Spans) == 0 {
		return ""
	}
	return strconv.Itoa(end(s.Content.Spans[n]))
}
