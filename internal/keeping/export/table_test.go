package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestFormulaIsNotRunBySpreadsheet(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		var out bytes.Buffer
		got := sample.Written(t, NewTable(&out, TableOptions{}), &out, sample.Saying(text))
		rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cell := rows[1][indexOf(t, Statements, "content")]
		if !strings.HasPrefix(cell, "'") {
			t.Errorf("content %q is the cell %q, want it behind an apostrophe",
				text, cell)
		}
	}
}

func TestTabsAndLineEndsStayInsideTheirCell(t *testing.T) {
	var out bytes.Buffer
	got := sample.Written(t, NewTable(&out, TableOptions{Tabs: true}), &out, sample.Saying("a\tb\nc"))
	if lines := strings.Count(got, "\n"); lines != 2 {
		t.Errorf("%d lines, want 2:\n%s", lines, got)
	}
	if tabs := strings.Count(got, "\t"); tabs != 2*(len(Columns(Statements))-1) {
		t.Errorf("%d tabs, want %d:\n%s", tabs, 2*(len(Columns(Statements))-1), got)
	}
}

func TestCommasAndQuotationMarksSurviveTheTable(t *testing.T) {
	text := `he said "yes", twice` + "\nand left"
	var out bytes.Buffer
	got := sample.Written(t, NewTable(&out, TableOptions{}), &out, sample.Saying(text))
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if cell := rows[1][indexOf(t, Statements, "content")]; cell != text {
		t.Errorf("content = %q, want %q", cell, text)
	}
}

func TestOffsetsOfTableAreInTheUnitAskedFor(t *testing.T) {
	text := "é😀"
	r := sample.Saying(text)
	for unit, want := range map[record.Offsets]string{
		record.OffsetsByte: "6", record.OffsetsUTF16: "3", record.OffsetsCodepoint: "2",
	} {
		var out bytes.Buffer
		end := Columns(Statements)[indexOf(t, Statements, "end")]
		opts := TableOptions{Offsets: unit, Columns: []Column{end}}
		if got := sample.Written(t, NewTable(&out, opts), &out, r); got != "end\r\n"+want+"\r\n" {
			t.Errorf("table in %v = %q, want %s", unit, got, want)
		}
	}
}

func TestColumnsAreDocumentedAndUnique(t *testing.T) {
	for _, kind := range []Kind{Statements, Events, Due} {
		seen := map[string]bool{}
		for _, c := range Columns(kind) {
			if c.Name == "" || c.Help == "" || c.cell == nil || seen[c.Name] {
				t.Errorf("table %d: column %q, help %q: empty or twice",
					kind, c.Name, c.Help)
			}
			seen[c.Name] = true
		}
	}
}

// first are the columns of a version that others rely on: none is renamed,
// moved or dropped, and what is new stands behind them.
const first = "document title published url input statement form speaker speaker_words cue content " +
	"quoted inside score start end said said_basis citations times amounts"

func TestNewColumnsStandBehindTheOldOnes(t *testing.T) {
	var names []string
	for _, c := range Columns(Statements) {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); !strings.HasPrefix(got, first+" act polarity certainty ") {
		t.Errorf("columns %s\nwant at their begin %s", got, first)
	}
}

// cellOf returns the cell of a column in each row of a table.
func cellOf(t *testing.T, opts TableOptions, column string) []string {
	t.Helper()
	for _, c := range Columns(opts.Kind) {
		if c.Name == column {
			// A line of one empty cell would be no row to the reader.
			opts.Columns = []Column{Columns(opts.Kind)[0], c}
		}
	}
	got := sample.Made(t, table(opts), sample.Treaty(t))
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows[1:] {
		out = append(out, row[1])
	}
	return out
}

func TestCellsSayWhatKindOfStatementItIs(t *testing.T) {
	for column, want := range map[string]string{
		"act":             "commit|state|state|state|request|forecast",
		"polarity":        "affirmed|denied|omitted|declined|affirmed|affirmed",
		"certainty":       "probable|certain|unknown|unknown|certain|certain",
		"addressees":      "farmers||||the unions|",
		"addressee_words": "farmers||||the unions|",
		"due":             "../2024-03-31||||2024-03-04/2024-03-10|",
		"due_start":       "||||2024-03-04|",
		"due_end":         "2024-03-31||||2024-03-10|",
		"due_words":       "by 31 March||||next week|",
		"condition":       "if parliament agrees|||||unless Norway signs",
		"place":           "Žilina|||||",
		"likelihood":      "0.55-0.8|||||",
		"hedges":          "probably|||||",
	} {
		if got := strings.Join(cellOf(t, TableOptions{}, column), "|"); got != want {
			t.Errorf("%s: %s, want %s", column, got, want)
		}
	}
}

func TestWhatIsDueIsSortedOverAllDocuments(t *testing.T) {
	opts := TableOptions{Kind: Due, Columns: []Column{Columns(Due)[indexOf(t, Due, "content")]}}
	other := sample.Treaty(t)
	other.Times[1].Start, other.Times[1].End = "2024-03-01", "2024-03-01"
	got := sample.Made(t, table(opts), sample.Treaty(t), other)
	want := "content\r\n" +
		"her government would probably sign the treaty by 31 March if parliament agrees\r\n" + // other, 1 March
		"to end the blockade next week\r\nto end the blockade next week\r\n" +
		"her government would probably sign the treaty by 31 March if parliament agrees\r\n" +
		"The treaty will fail unless Norway signs\r\nThe treaty will fail unless Norway signs\r\n"
	if got != want {
		t.Errorf("due\n%s\nwant\n%s", got, want)
	}
}

func TestRowsAsJSONKeepNumbersAndMarkup(t *testing.T) {
	r := sample.Saying(`<b> & "quoted" ` + "\u2028")
	score := 0.5
	r.Statements[0].Score = &score
	got := sample.Made(t, formats["rows"], r)
	var row map[string]any
	if err := json.Unmarshal([]byte(got), &row); err != nil {
		t.Fatal(err)
	}
	if row["score"] != 0.5 || row["start"] != 0.0 ||
		row["content"] != *r.Document.Text {
		t.Errorf("row %s", got)
	}
	if _, has := row["act"]; has {
		t.Errorf("an empty cell is written: %s", got)
	}
}

// FuzzTables writes hostile words: each table must stay one.
func FuzzTables(f *testing.F) {
	for _, seed := range []string{
		"", "plain", "=1+1", "\"a\",\tb\r\nc", "<b>&amp;</b>", "\x1b[31m", "\u202eabc", "你好 😀", "\n\n\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		r := sample.Saying(strings.ToValidUTF8(words, "\uFFFD"))
		r.Document.Title = *r.Document.Text
		r.Events = []record.Event{{Trigger: record.Mark{Exact: *r.Document.Text}}}
		for _, name := range []string{"csv", "events.csv"} {
			got := sample.Made(t, formats[name], r)
			rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
			if err != nil || len(rows) != 2 {
				t.Errorf("%s: %d rows, %v: %q", name, len(rows), err, got)
			}
		}
		if got := sample.Made(t, formats["tsv"], r); strings.Count(got, "\n") != 2 {
			t.Errorf("tsv: want 2 lines: %q", got)
		}
		for _, name := range []string{"jsonl", "utf16", "rows", "events.json"} {
			got := sample.Made(t, formats[name], r)
			if !json.Valid([]byte(got)) || strings.Count(got, "\n") != 1 {
				t.Errorf("%s: not one line of JSON: %q", name, got)
			}
		}
	})
}

// indexOf returns where a column stands.
func indexOf(t *testing.T, kind Kind, name string) int {
	t.Helper()
	for i, c := range Columns(kind) {
		if c.Name == name {
			return i
		}
	}
	t.Fatalf("no column %q", name)
	return 0
}
