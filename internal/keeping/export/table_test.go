package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"readout/record"
)

func TestFormulaIsNotRunBySpreadsheet(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		var out bytes.Buffer
		got := written(t, NewTable(&out, TableOptions{}), &out, saying(text))
		rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cell := rows[1][indexOf(t, "content")]
		if !strings.HasPrefix(cell, "'") {
			t.Errorf("content %q is the cell %q, want it behind an apostrophe", text, cell)
		}
	}
}

func TestTabsAndLineEndsStayInsideTheirCell(t *testing.T) {
	var out bytes.Buffer
	got := written(t, NewTable(&out, TableOptions{Tabs: true}), &out, saying("a\tb\nc"))
	if lines := strings.Count(got, "\n"); lines != 2 {
		t.Errorf("%d lines, want 2:\n%s", lines, got)
	}
	if tabs := strings.Count(got, "\t"); tabs != 2*(len(Columns())-1) {
		t.Errorf("%d tabs, want %d:\n%s", tabs, 2*(len(Columns())-1), got)
	}
}

func TestCommasAndQuotationMarksSurviveTheTable(t *testing.T) {
	text := `he said "yes", twice` + "\nand left"
	var out bytes.Buffer
	got := written(t, NewTable(&out, TableOptions{}), &out, saying(text))
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if cell := rows[1][indexOf(t, "content")]; cell != text {
		t.Errorf("content = %q, want %q", cell, text)
	}
}

func TestOffsetsOfTableAreInTheUnitAskedFor(t *testing.T) {
	text := "é😀"
	r := saying(text)
	for unit, want := range map[record.Offsets]string{
		record.OffsetsByte: "6", record.OffsetsUTF16: "3", record.OffsetsCodepoint: "2",
	} {
		var out bytes.Buffer
		end := Columns()[indexOf(t, "end")]
		opts := TableOptions{Offsets: unit, Columns: []Column{end}}
		if got := written(t, NewTable(&out, opts), &out, r); got != "end\r\n"+want+"\r\n" {
			t.Errorf("table in %v = %q, want %s", unit, got, want)
		}
	}
}

func TestColumnsAreDocumentedAndUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Columns() {
		if c.Name == "" || c.Help == "" || seen[c.Name] {
			t.Errorf("column %q, help %q: empty or twice", c.Name, c.Help)
		}
		seen[c.Name] = true
	}
}

// indexOf returns where a column stands.
func indexOf(t *testing.T, name string) int {
	t.Helper()
	for i, c := range Columns() {
		if c.Name == name {
			return i
		}
	}
	t.Fatalf("no column %q", name)
	return 0
}
