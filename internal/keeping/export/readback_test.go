package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
	"readout/record"
)

// asRows prints a table as Python's csv module reads it, a list a line.
const asRows = `
import sys, io, csv, json
text = sys.stdin.buffer.read().decode()
delimiter = "\t" if text.startswith("Event ID") else ","
for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
    print(json.dumps(row, ensure_ascii=False))
`

// readByPython returns the rows of a table as Python reads them.
func readByPython(t *testing.T, table string) [][]string {
	t.Helper()
	var rows [][]string
	lines := json.NewDecoder(strings.NewReader(sample.Python(t, asRows, []byte(table), "csv")))
	for lines.More() {
		var row []string
		if err := lines.Decode(&row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestPythonReadsTheCellsThatWereWritten(t *testing.T) {
	hostile := []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "a,b", `say "yes"`, "two\nlines", "two\r\nlines", "\ttab", "你好 😀", `"`, "'", "",
	}
	var records []*record.Record
	for _, words := range hostile {
		records = append(records, sample.Saying(words))
	}
	rows := readByPython(t, sample.Made(t, formats["csv"], records...))
	content := indexOf(t, Statements, "content")
	if rows[0][content] != "content" || len(rows) != len(hostile)+1 {
		t.Fatalf("%d rows, head %q", len(rows), rows[0])
	}
	for i, words := range hostile {
		want := words
		if words != "" && strings.ContainsAny(words[:1], "=+-@\t\r") {
			want = "'" + words
		}
		// A line end of Windows inside a cell is one line end to Go's writer.
		want = strings.ReplaceAll(want, "\r\n", "\n")
		if got := strings.ReplaceAll(rows[i+1][content], "\r\n", "\n"); got != want {
			t.Errorf("Python reads %q, want %q", got, want)
		}
	}
}

func TestPythonReadsEventsAndPOLECAT(t *testing.T) {
	r := sample.Treaty(t)
	events := readByPython(t, sample.Made(t, formats["events.csv"], r))
	if len(events) != 4 || len(events[1]) != len(Columns(Events)) {
		t.Fatalf("%d rows of %d cells", len(events), len(events[1]))
	}
	at := indexOf(t, Events, "actors")
	if diff := cmp.Diff([]string{"actors", "Ann Lee", "", "Police"}, []string{
		events[0][at], events[1][at], events[2][at], events[3][at],
	}); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	for i, row := range readByPython(t, sample.Made(t, formats["polecat"], r)) {
		if len(row) != len(polecatColumns) {
			t.Errorf("row %d of POLECAT has %d cells, want %d", i, len(row), len(polecatColumns))
		}
	}
}

// asObjects reads JSON Lines by Python's json module and prints how many there are
// and all of their keys.
const asObjects = `
import sys, json
objects = [json.loads(l) for l in sys.stdin.buffer.read().decode().split("\n") if l]
print(len(objects), " ".join(sorted({k for o in objects for k in o})))
`

func TestPythonReadsPLOVER(t *testing.T) {
	r := sample.Treaty(t)
	got := sample.Python(t, asObjects, []byte(sample.Made(t, formats["plover"], r)), "json")
	want := "2 coder date dateCoded event eventLoc eventText id language publication source target version\n"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
