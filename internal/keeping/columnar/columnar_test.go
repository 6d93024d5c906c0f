package columnar_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"readout/internal/keeping/columnar"
	"readout/internal/keeping/sample"
	"readout/record"
)

// file returns a format of files of one kind.
func file(kind columnar.Kind) sample.Format {
	return func(w io.Writer) sample.Writer { return columnar.New(w, kind) }
}

// kinds are all kinds of rows.
var kinds = map[string]columnar.Kind{
	"statements": columnar.Statements, "events": columnar.Events,
	"citations": columnar.Citations, "documents": columnar.Documents,
}

func TestFilesKeepTheirPromises(t *testing.T) {
	formats := map[string]sample.Format{}
	for name, kind := range kinds {
		formats[name] = file(kind)
	}
	sample.Conforms(t, formats)
}

// rows reads a file back, each row by the names of its columns.
func rows(t *testing.T, data string) []map[string]any {
	t.Helper()
	r := parquet.NewReader(bytes.NewReader([]byte(data)))
	defer r.Close()
	var out []map[string]any
	for range r.NumRows() {
		row := map[string]any{}
		if err := r.Read(&row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	return out
}

func TestColumnsAreDescribedAndThoseOfTheFile(t *testing.T) {
	for name, kind := range kinds {
		schema := parquet.NewReader(strings.NewReader(sample.Made(t, file(kind)))).Schema()
		var got, want []string
		for _, f := range schema.Fields() {
			got = append(got, f.Name())
		}
		for _, c := range columnar.Columns(kind) {
			want = append(want, c.Name)
			if c.Help == "" || c.Type == "" {
				t.Errorf("%s: column %s is not described", name, c.Name)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-described +written):\n%s", name, diff)
		}
	}
}

func TestWhatIsNotKnownIsNull(t *testing.T) {
	r := sample.Saying("One.")
	r.Statements[0].Speaker, r.Statements[0].Content.Spans = nil, nil
	row := rows(t, sample.Made(t, file(columnar.Statements), r))[0]
	for _, column := range []string{
		"title", "published", "published_start", "act", "speaker", "speaker_words", "cue", "said",
		"said_start", "due", "due_start", "score", "review", "likelihood_low", "start", "end",
	} {
		if row[column] != nil {
			t.Errorf("%s is %v, want null", column, row[column])
		}
	}
}

func TestARecordThatContradictsItsTextIsNotWritten(t *testing.T) {
	r := sample.Saying("One.")
	r.Statements[0].Content.Spans[0].End = 99
	if err := columnar.New(io.Discard, columnar.Statements).Write(r); err == nil {
		t.Error("no error")
	}
}

// readBack prints the schema and the rows of a file as pyarrow has them. It leaves
// without taking pyarrow down, whose threads abort there now and then when all is
// printed; what goes wrong before that is an error as ever.
const readBack = `
import sys, io, os, json, pyarrow.parquet as parquet
table = parquet.read_table(io.BytesIO(sys.stdin.buffer.read()), use_threads=False, pre_buffer=False)
print(json.dumps({f.name: str(f.type) for f in table.schema}))
for row in table.to_pylist():
    print(json.dumps(row, ensure_ascii=False, default=str))
sys.stdout.flush()
os._exit(0)
`

// pyarrow reads a file of records back.
func pyarrow(t *testing.T, kind columnar.Kind, records ...*record.Record) (types map[string]string, rows []map[string]any) {
	t.Helper()
	printed := sample.Python(t, readBack, []byte(sample.Made(t, file(kind), records...)), "pyarrow.parquet")
	lines := json.NewDecoder(strings.NewReader(printed))
	if err := lines.Decode(&types); err != nil {
		t.Fatal(err)
	}
	for lines.More() {
		var row map[string]any
		if err := lines.Decode(&row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return types, rows
}

// arrow are the types of Arrow by those that Columns names.
var arrow = map[string]string{
	"string": "string", "int64": "int64", "double": "double", "date": "date32[day]",
	"list of string": "list<element: string", "list of int64": "list<element: int64",
}

func TestPyarrowReadsTheTypesThatAreDescribed(t *testing.T) {
	for name, kind := range kinds {
		if testing.Short() && kind != columnar.Statements {
			continue // each asks Python, which takes its time to begin
		}
		types, _ := pyarrow(t, kind, sample.Treaty(t))
		for _, c := range columnar.Columns(kind) {
			if want := arrow[c.Type]; want == "" || !strings.HasPrefix(types[c.Name], want) {
				t.Errorf("%s.%s is %s to pyarrow, want %s", name, c.Name, types[c.Name], c.Type)
			}
		}
	}
}

func TestPyarrowReadsStatements(t *testing.T) {
	r := sample.Treaty(t)
	_, rows := pyarrow(t, columnar.Statements, r, sample.Boats(t))
	if want := len(r.Statements) + len(sample.Boats(t).Statements); len(rows) != want {
		t.Fatalf("%d rows, want %d", len(rows), want)
	}
	got := map[string]any{}
	for _, column := range []string{
		"document", "speaker", "addressees", "act", "due_start", "due_end", "said_start", "likelihood_low",
		"score", "hedges", "condition", "start", "published_end", "place",
	} {
		got[column] = rows[0][column]
	}
	want := map[string]any{
		"document": r.Document.ID, "speaker": "Ann Lee", "addressees": []any{"farmers"}, "act": "commit",
		"due_start": nil, "due_end": "2024-03-31", "said_start": "2024-02-26", "likelihood_low": 0.55,
		"score": 0.9, "hedges": []any{"probably"}, "condition": "if parliament agrees",
		"start":         float64(r.Statements[0].Content.Spans[0].Start),
		"published_end": "2024-03-01", "place": "Žilina",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the first statement (-want +got):\n%s", diff)
	}
}

func TestPyarrowReadsEventsCitationsAndDocuments(t *testing.T) {
	r, mayor := sample.Treaty(t), sample.Mayor(t)
	_, events := pyarrow(t, columnar.Events, r)
	_, citations := pyarrow(t, columnar.Citations, mayor)
	_, documents := pyarrow(t, columnar.Documents, r, mayor)
	got := []any{
		events[0]["actors"], events[0]["actor_words"], events[0]["time_start"], events[0]["as"], events[2]["time"],
		citations[1]["sources"], citations[1]["times"], citations[1]["covers"],
		documents[0]["statements"], documents[0]["entities"], documents[1]["text"], documents[1]["title"],
	}
	want := []any{
		[]any{"Ann Lee"},
		[]any{"Prime Minister Ann Lee"},
		"2024-02-26", "performed", nil,
		[]any{"Leidsch Dagblad", "Reuters"},
		[]any{"2022-05-02"},
		[]any{"s1"},
		6.0,
		[]any{"Ann Lee", "Žilina", "Home Office", "Norway"},
		*mayor.Document.Text, nil,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestColumnsStandInTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range kinds {
		for _, c := range columnar.Columns(kind) {
			of := c.Type
			if c.Null {
				of += ", null"
			}
			if row := "| `" + c.Name + "` | " + of + " | " + c.Help + " |"; !strings.Contains(string(page), row) {
				t.Errorf("docs/exports.md has no row for %s: %s", name, row)
			}
		}
	}
}
