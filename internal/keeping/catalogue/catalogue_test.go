package catalogue

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

var sure = 0.9

// rows has one row of each kind, with words as bad as they come.
var rows = map[query.Kind]store.Row{
	query.Documents: {Document: store.Document{
		ID: "d1", Title: "=1+1\ttwo\nlines", Published: store.When{Text: "2024-03-01"},
		Publisher: "Le Monde", Language: "fr", Genre: record.GenreOpinion, Statements: 3, Events: 0,
		Pipeline: "readout/1",
	}},
	query.Entities: {Entity: &store.Entity{
		Key: "person/ann lee", Type: record.EntityPerson, Name: "Ann \x1b[2JLee", Documents: 2,
	}},
	query.Citations: {
		Document: store.Document{ID: "d1", Published: store.When{Text: "2024"}},
		Citation: &store.Citation{
			Place: store.Place{ID: "c4", At: 4}, Exact: `(Reuters, "March")`, Sources: "Reuters", Score: &sure,
		},
	},
}

func written(t *testing.T, kind query.Kind, form Form) string {
	t.Helper()
	var b strings.Builder
	table := NewTable(&b, form, Columns(kind))
	if err := table.Write(rows[kind]); err != nil {
		t.Fatal(err)
	}
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRowsInEachForm(t *testing.T) {
	for _, c := range []struct {
		kind query.Kind
		form Form
		want string
	}{
		{query.Documents, Lines, "d1\t=1+1 two lines\t2024-03-01\t\tLe Monde\tfr\topinion\t3\t0\treadout/1\n"},
		{
			query.Documents, TSV, "document\ttitle\tpublished\turl\tpublisher\tlanguage\tgenre\tstatements\tevents\tpipeline\n" +
				"d1\t'=1+1 two lines\t2024-03-01\t\tLe Monde\tfr\topinion\t3\t0\treadout/1\n",
		},
		{query.Entities, Lines, "person/ann lee\tperson\tAnn \uFFFD[2JLee\t\t2\n"},
		{query.Entities, JSON, `{"entity":"person/ann lee","type":"person","name":"Ann \u001b[2JLee","documents":2}` + "\n"},
		{
			query.Citations, CSV, "document,title,published,url,publisher,citation,words,sources,source_url,score,start\r\n" +
				`d1,,2024,,,c4,"(Reuters, ""March"")",Reuters,,0.9,4` + "\r\n",
		},
		{query.Citations, JSON, `{"document":"d1","published":"2024","citation":"c4","words":"(Reuters, \"March\")","sources":"Reuters","score":0.9,"start":4}` + "\n"},
	} {
		if got := written(t, c.kind, c.form); got != c.want {
			t.Errorf("%v in form %d:\n%q, want\n%q", c.kind, c.form, got, c.want)
		}
	}
}

func TestTablesAreReadBack(t *testing.T) {
	for kind := range rows {
		read := csv.NewReader(strings.NewReader(written(t, kind, CSV)))
		table, err := read.ReadAll()
		if err != nil || len(table) != 2 || len(table[1]) != len(Columns(kind)) {
			t.Errorf("%v: %v, %v", kind, table, err)
		}
		var object map[string]any
		if err := json.Unmarshal([]byte(written(t, kind, JSON)), &object); err != nil {
			t.Errorf("%v: %v", kind, err)
		}
		if n := strings.Count(written(t, kind, Lines), "\n"); n != 1 {
			t.Errorf("%v: %d lines for one row", kind, n)
		}
	}
}

func TestAnEmptyTableIsATable(t *testing.T) {
	var b strings.Builder
	if err := NewTable(&b, TSV, Columns(query.Entities)).Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "entity\ttype\tname\tcountry\tdocuments\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestColumnsHaveNamesOfTheirOwnAndHelp(t *testing.T) {
	for kind := range rows {
		known := map[string]bool{}
		for _, c := range Columns(kind) {
			if c.Help == "" || known[c.Name] {
				t.Errorf("%v: column %s: no help, or not the first of its name", kind, c.Name)
			}
			known[c.Name] = true
		}
	}
	for _, kind := range []query.Kind{0, query.Statements, query.Events} {
		if Columns(kind) != nil {
			t.Errorf("%v is not of this package", kind)
		}
	}
}

// A full disk.
type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAWriteErrorIsReturned(t *testing.T) {
	for _, form := range []Form{Lines, CSV, TSV, JSON} {
		table := NewTable(full{}, form, Columns(query.Entities))
		err := errors.Join(table.Write(rows[query.Entities]), table.Close())
		if !errors.Is(err, errFull) {
			t.Errorf("form %d: %v", form, err)
		}
	}
}
