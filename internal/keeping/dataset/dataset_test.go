package dataset_test

import (
	"database/sql"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/dataset"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store/version"
	"readout/record"
)

// format returns the format, with a scratch folder for each database.
func format(t *testing.T) sample.Format {
	return func(w io.Writer) sample.Writer { return dataset.New(w, t.TempDir(), version.Compare) }
}

func TestDatabasesKeepTheirPromises(t *testing.T) {
	sample.Conforms(t, map[string]sample.Format{"sqlite": format(t)})
}

// made writes a database and returns its file.
func made(t *testing.T, records ...*record.Record) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "made.db")
	if err := os.WriteFile(file, []byte(sample.Made(t, format(t), records...)), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// asked returns the rows of a query as lines with bars between the cells.
func asked(t *testing.T, file, query string) string {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	var out []string
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, cell := range cells {
			line = append(line, cell.String)
		}
		out = append(out, strings.Join(line, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, "\n")
}

func TestViewsAnswerInOneLine(t *testing.T) {
	file := made(t, sample.Treaty(t), sample.Mayor(t))
	for query, want := range map[string]string{
		"select speaker, statements, first_day, last_day from speakers limit 2": "Ann Lee|3|2024-02-26|2024-03-01\n" +
			"Home Office|1|2024-03-01|2024-03-01",
		"select day, speaker, polarity, content from denials order by polarity, content limit 1":        "2024-03-01|The ministry|declined|the arrests",
		"select due_last, condition, speaker, act from promises":                                        "2024-03-10||Ann Lee|request\n2024-03-31|if parliament agrees|Ann Lee|commit\n|unless Norway signs|shipowners|forecast",
		"select day, type, actors, recipients, place from deeds where status = 'occurred' order by day": "2024-02-26|AGREE|Ann Lee|farmers|Žilina\n2024-03-01|CONSULT||Norway|",
		"select actor, recipient, type, events from dyads":                                              "Ann Lee|farmers|AGREE|1",
		"select month, publisher, statements, events from months":                                       "2023-02||1|0\n2024-03|Example|6|3",
		"select source, citations from sources":                                                         "Reuters|2\nLeidsch Dagblad|1\nthe NOS|1",
		"select count(*) from evidence where words <> at_place":                                         "0",
		"select addressees from said where addressees is not null order by 1":                           "farmers\nthe unions",
		"select value + 1, unit from amounts":                                                           "3001|refugees",
		"select first_day from times where words = 'Wednesday'":                                         "2023-02-22",
	} {
		if got := asked(t, file, query); got != want {
			t.Errorf("%s\n%s\nwant\n%s", query, got, want)
		}
	}
	if n := asked(t, file, "select count(*) from evidence"); n == "0" {
		t.Error("no evidence at all")
	}
}

func TestEveryTableIsFilled(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Authors, r.Meta.Warnings = []string{"Jo Doe"}, []string{"long"}
	r.Document.Sentences = []record.Span{{Start: 0, End: 20}}
	r.Entities[0].Roles = []record.Mark{{Span: record.Span{Start: 0, End: 14}, Exact: "Prime Minister"}}
	r.Statements[0].About = []string{r.Entities[3].ID}
	r.Statements[0].Content.Quoted = r.Statements[0].Content.Spans
	mayor := sample.Mayor(t)
	mayor.Events = []record.Event{{
		ID: "v1", Type: record.EventAid, Trigger: record.Mark{Span: sample.In(t, *mayor.Document.Text, "take in", 0), Exact: "take in"},
		Modes: []string{"asylum"}, Contexts: []string{"migration"}, Amounts: []string{"m1", "m9"}, Citations: []string{"c1", "c9"}, Time: "t9",
	}}
	file := made(t, r, mayor)
	for _, table := range strings.Fields(asked(t, file, "select name from sqlite_master where type = 'table'")) {
		if asked(t, file, "select count(*) from "+table) == "0" {
			t.Errorf("%s is empty", table)
		}
	}
	if got := asked(t, file, "pragma foreign_key_check"); got != "" {
		t.Errorf("dangling: %s", got)
	}
}

func TestWhatComesAgainIsAddedOnce(t *testing.T) {
	whole, first, rest := sample.Treaty(t), sample.Treaty(t), sample.Treaty(t)
	first.Statements, first.Events = first.Statements[:2], nil
	rest.Statements = rest.Statements[1:]
	want := asked(t, made(t, whole), "select * from said order by statement")
	if got := asked(t, made(t, first, rest, whole), "select * from said order by statement"); got != want {
		t.Errorf("in parts\n%s\nwant\n%s", got, want)
	}
}

func TestTheNewerPipelineStands(t *testing.T) {
	older, newer := sample.Treaty(t), sample.Treaty(t)
	newer.Meta.Pipeline = "readout/0.10.0"
	newer.Statements, newer.Events = newer.Statements[:1], nil
	for _, order := range [][]*record.Record{{older, newer}, {newer, older}} {
		f := dataset.New(io.Discard, t.TempDir(), version.Compare)
		for _, r := range order {
			if err := f.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		if n := f.OlderVersions(); n != 1 {
			t.Errorf("%d older versions, want 1", n)
		}
		if got := asked(t, made(t, order...), "select count(*), (select count(*) from events) from statements"); got != "1|0" {
			t.Errorf("%s statements and events, want 1|0", got)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestARecordThatContradictsItsTextIsNotWritten(t *testing.T) {
	r := sample.Saying("One.")
	r.Statements[0].Content.Spans[0].End = 99
	if err := dataset.New(io.Discard, t.TempDir(), version.Compare).Write(r); err == nil {
		t.Error("no error")
	}
	if err := dataset.New(io.Discard, filepath.Join(t.TempDir(), "none"), version.Compare).Write(sample.Treaty(t)); err == nil {
		t.Error("no error without a scratch folder")
	}
}

func TestWhatCannotBeMadeStaysAnError(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	taken := t.TempDir()
	if err := os.Mkdir(filepath.Join(taken, "dataset.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	filled := t.TempDir()
	noise := []byte(strings.Repeat("no database\n", 400))
	if err := os.WriteFile(filepath.Join(filled, "dataset.db"), noise, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, scratch := range []string{missing, taken, filled} {
		var out strings.Builder
		f := dataset.New(&out, scratch, version.Compare)
		for range 2 {
			if err := f.Write(sample.Treaty(t)); err == nil {
				t.Errorf("%s: a record was written", scratch)
			}
		}
		if err := f.Close(); err == nil || out.Len() > 0 {
			t.Errorf("%s: closed with the error %v and %d bytes", scratch, err, out.Len())
		}
	}
}

func TestTheCommandOfSQLiteFindsItSound(t *testing.T) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("needs the command sqlite3")
	}
	for name, file := range map[string]string{"full": made(t, sample.Treaty(t), sample.Boats(t), sample.Mayor(t)), "empty": made(t)} {
		out, err := exec.CommandContext(t.Context(), shell, "-batch", file,
			"pragma integrity_check", "pragma foreign_key_check", "select count(*) > 0 from said", ".schema statements").CombinedOutput()
		lines := strings.SplitN(string(out), "\n", 3)
		if err != nil || len(lines) < 3 || lines[0] != "ok" || (lines[1] == "1") != (name == "full") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if !strings.Contains(lines[2], "-- the words put forward") {
			t.Errorf("%s: no comments of columns in\n%s", name, lines[2])
		}
	}
}

var (
	tableHead = regexp.MustCompile(`(?m)^CREATE (TABLE|VIEW) (\w+).*-- (.+)$`)
	column    = regexp.MustCompile(`(?m)^  ([a-z_0-9]+) [A-Z].*$`)
)

func TestEveryTableAndColumnHasItsComment(t *testing.T) {
	file := made(t)
	schema := asked(t, file, "select sql from sqlite_master where sql is not null")
	var described []string
	for _, m := range tableHead.FindAllStringSubmatch(schema, -1) {
		described = append(described, m[2])
	}
	names := strings.Fields(asked(t, file, "select name from sqlite_master where sql is not null"))
	if diff := cmp.Diff(names, described); diff != "" {
		t.Errorf("tables (-there +described):\n%s", diff)
	}
	for _, line := range column.FindAllString(schema, -1) {
		if !strings.Contains(line, "-- ") {
			t.Errorf("no comment: %s", line)
		}
	}
}
