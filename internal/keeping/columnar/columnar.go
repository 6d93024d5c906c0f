// Package columnar writes what records hold as Parquet files, for programs that
// read columns: a row per statement, event, citation or document, with typed
// columns. What may be missing is null and never an empty string or a zero; what
// may be several is a list.
//
// Columns that tables of package export have too are called as there. Offsets
// count code points where the record has its text, as its column offsets says.
//
// Records go in one at a time; rows are held until a group of them is full, so
// that memory does not grow with the number of records. A File is for one
// goroutine. It writes to the io.Writer it was made with and never closes it.
//
// Guarantees: the same records give the same bytes.
//
// Limits: a file holds rows of one kind. Mentions of entities have no rows.
package columnar

import (
	"cmp"
	"io"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// Kind is what the rows of a file are.
type Kind uint8

// The kinds of rows; the zero value is statements.
const (
	Statements Kind = iota
	Events
	Citations
	Documents
)

// A File writes one Parquet file.
type File struct{ rows writer }

// writer is a writer of rows of any type.
type writer interface {
	write(resolved) error
	Close() error
}

// New returns a writer of a file of rows of one kind.
func New(w io.Writer, kind Kind) *File {
	switch kind {
	case Statements:
		return &File{newGroup(w, statementRows)}
	case Events:
		return &File{newGroup(w, eventRows)}
	case Citations:
		return &File{newGroup(w, citationRows)}
	case Documents:
		return &File{newGroup(w, documentRows)}
	}
	panic("unreachable: a kind of rows without columns")
}

// Write writes the rows of one record, which is not changed.
func (f *File) Write(r *record.Record) error {
	r, err := resolve.CodePoints(r)
	if err != nil {
		return err
	}
	return f.rows.write(resolved{r, resolve.New(r)})
}

// Close writes what is left and the foot of the file, without which it is none.
func (f *File) Close() error { return f.rows.Close() }

// resolved is a record with what its ids point at.
type resolved struct {
	*record.Record
	index *resolve.Index
}

// groupRows is how many rows are held and written together: enough that columns
// compress well, and some tens of megabytes at most.
const groupRows = 20_000

// A group writes rows of one type.
type group[T any] struct {
	*parquet.GenericWriter[T]
	of func(resolved) []T
}

func newGroup[T any](w io.Writer, of func(resolved) []T) group[T] {
	return group[T]{parquet.NewGenericWriter[T](w,
		parquet.Compression(&zstd.Codec{}),
		parquet.MaxRowsPerRowGroup(groupRows),
		parquet.CreatedBy("readout", "record "+record.Version, ""),
	), of}
}

func (g group[T]) write(r resolved) error {
	_, err := g.Write(g.of(r))
	return err
}

// A Column is one column of a file.
type Column struct {
	Name string
	Type string // "string", "int64", "double", "date", "list of string", …
	Null bool   // it may be null
	Help string // what it holds
}

// Columns returns the columns of a kind in their order. New ones are added at
// the end; none is renamed or moved.
func Columns(kind Kind) []Column {
	switch kind {
	case Statements:
		return columnsOf[statementRow](statementHelp)
	case Events:
		return columnsOf[eventRow](eventHelp)
	case Citations:
		return columnsOf[citationRow](citationHelp)
	case Documents:
		return columnsOf[documentRow](documentHelp)
	}
	panic("unreachable: a kind of rows without columns")
}

// columnsOf reads the tags of a type of rows. Help is what its own columns hold.
func columnsOf[T any](help map[string]string) []Column {
	var out []Column
	for _, f := range reflect.VisibleFields(reflect.TypeFor[T]()) {
		if f.Anonymous {
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		out = append(out, Column{
			Name: name, Type: typeName(f.Type, options),
			Null: strings.Contains(options, "optional"), Help: cmp.Or(help[name], sourceHelp[name]),
		})
	}
	return out
}

// typeName returns what a column holds in a word.
func typeName(t reflect.Type, options string) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case strings.Contains(options, "date"):
		return "date"
	case t.Kind() == reflect.Slice:
		return "list of " + typeName(t.Elem(), "")
	case t.Kind() == reflect.Float64:
		return "double"
	}
	return t.Kind().String()
}
