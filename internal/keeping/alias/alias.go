// Package alias has tables of the names by which news calls one thing: "US" and
// "United States", "UN" and "United Nations".
//
// The built-in table, aliases.csv, holds only names that mean one thing in English
// news, whatever the article: Georgia, which is a state too, is not in it, nor is
// any person. The adjective of a country is among its names unless it means
// something else too: "Ukrainian" is Ukraine, "Korean" itself alone. Who needs
// other names writes a table of his own in the same columns, see [Read].
//
// Names are compared folded, see package fold, and only whole.
//
// What the tables and people say is settled once, see [Settle], into a table by which
// whoever keeps names asks in one look-up whom a name means.
//
// Limits: letters that stand for a body in one country may be another's elsewhere;
// those known to be so are left out.
//
// Sources, in the last column: "countries" is the table of package lexicon, whose
// names are those of the Unicode CLDR 48.2 and general knowledge; "own name" is how
// the body calls itself.
package alias

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/language/fold"
	"readout/record"
)

//go:embed aliases.csv
var table string

// Version counts the changes of the built-in table, so that what was kept by an
// older one is told from what was kept by a newer one.
const Version = 2

// A Row has the names of one thing. They are equal only among things of its type.
type Row struct {
	Type record.EntityType `json:"type"`
	Name string            `json:"name"` // the chief one, by which it is shown
	Also []string          `json:"also"`
}

// Builtin returns the rows of the built-in table.
func Builtin() []Row {
	rows, err := Read(strings.NewReader(table))
	if err != nil {
		panic("unreachable: aliases.csv: " + err.Error()) // its test reads it
	}
	return rows
}

// columns are those of a table; a fourth one says where the names are from, and is
// not read.
var columns = []string{"type", "name", "also"}

// Read reads a table in CSV (RFC 4180): the line "type,name,also", then a line for
// each thing, whose other names are parted by strokes:
//
//	organization,United Nations,UN|U.N.
//
// Empty lines and those that begin with # are passed over. An error names the line,
// and for a name that stands in two of them both.
func Read(r io.Reader) ([]Row, error) {
	lines := csv.NewReader(r)
	lines.Comment, lines.FieldsPerRecord = '#', -1
	head, err := lines.Read()
	if errors.Is(err, io.EOF) {
		err = errors.New("the table is empty")
	}
	if err == nil && (len(head) < len(columns) || !slices.Equal(head[:len(columns)], columns)) {
		err = fmt.Errorf("line 1: %q", strings.Join(head, ","))
	}
	if err != nil {
		return nil, fmt.Errorf("%w; it begins with the line %q", err, strings.Join(columns, ","))
	}
	rows := []Row{}
	stands := map[named]int{} // in which line
	for {
		fields, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err // of package csv, which names the line
		}
		at, _ := lines.FieldPos(0)
		row, err := rowOf(fields)
		if err == nil {
			err = row.claim(at, stands)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", at, err)
		}
		rows = append(rows, row)
	}
}

func rowOf(fields []string) (Row, error) {
	if len(fields) < len(columns) {
		return Row{}, fmt.Errorf("%d columns, want %s", len(fields), strings.Join(columns, ", "))
	}
	kind, err := record.ParseEntityType(strings.TrimSpace(fields[0]))
	if err != nil {
		return Row{}, err
	}
	row := Row{Type: kind, Name: strings.TrimSpace(fields[1]), Also: []string{}}
	for _, name := range strings.Split(fields[2], "|") {
		if name = strings.TrimSpace(name); name != "" {
			row.Also = append(row.Also, name)
		}
	}
	if len(row.Also) == 0 {
		return Row{}, fmt.Errorf("%q has no other names; write them into the third column, "+
			"parted by |", row.Name)
	}
	return row, nil
}

// A named is a folded name of a type.
type named struct {
	kind   record.EntityType
	folded string
}

// claim refuses a row with a name that is nothing, or that another row has.
func (r Row) claim(line int, stands map[named]int) error {
	for _, name := range r.names() {
		n := named{r.Type, fold.Words(name)}
		if n.folded == "" {
			return fmt.Errorf("%q is no name: it has no letter or digit", name)
		}
		if other := stands[n]; other != 0 && other != line {
			return fmt.Errorf("%s %q stands in line %d too; a name means one thing, "+
				"take it out of one of them", r.Type, name, other)
		}
		stands[n] = line
	}
	return nil
}

func (r Row) names() []string { return append([]string{r.Name}, r.Also...) }

// Others returns the folded names beside the chief one, each once.
func (r Row) Others() []string {
	seen := []string{fold.Words(r.Name)}
	for _, name := range r.Also {
		if name = fold.Words(name); !slices.Contains(seen, name) {
			seen = append(seen, name)
		}
	}
	return seen[1:]
}
