package twin

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// written returns what Write writes of rows that need no records.
func written(t *testing.T, form string, a Answer) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(t.Context(), &out, nil, form, a); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRowsAreWrittenInEachForm(t *testing.T) {
	hostile := "=cmd|' /C calc'!A0 <b>*[x](//evil)*"
	a := Answer{Query: query.Query{Kind: query.Documents}, Next: "/find.json?after=x", Rows: []store.Row{
		{Document: store.Document{ID: "d1", Title: hostile, Publisher: "Example", Genre: record.GenreReport}},
	}}
	var got struct {
		Items       []map[string]any
		Next, Query string
	}
	if err := json.Unmarshal([]byte(written(t, "json", a)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Items) != 1 || got.Items[0]["title"] != hostile || got.Next != a.Next || got.Query != "kind:documents" {
		t.Errorf("JSON %+v", got)
	}
	cells, err := csv.NewReader(strings.NewReader(written(t, "csv", a))).ReadAll()
	if err != nil || len(cells) != 2 || cells[1][1] != "'"+hostile {
		t.Errorf("CSV %q, %v", cells, err)
	}
	if md := written(t, "md", a); strings.Contains(md, "<b>") || !strings.Contains(md, `\*\[x\](//evil)\*`) {
		t.Errorf("Markdown %s", md)
	}
	if empty := written(t, "json", Answer{Query: query.Query{Kind: query.Entities}}); !strings.HasPrefix(empty, `{"items":[],`) {
		t.Errorf("of nothing: %s", empty)
	}
}

func TestARecordIsWrittenInEachForm(t *testing.T) {
	r := sample.Treaty(t)
	for form, want := range map[string]string{"json": `"s`, "csv": "Ann Lee", "md": "Ann Lee"} {
		var out bytes.Buffer
		if err := Record(&out, r, form); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s has no %s:\n%.200s", form, want, &out)
		}
		if form != "json" {
			continue
		}
		if back, err := record.Parse(out.Bytes()); err != nil || back.Document.ID != r.Document.ID {
			t.Errorf("JSON is not read back: %v", err)
		}
	}
}

func TestATableOfMarkdownKeepsItsCells(t *testing.T) {
	var out bytes.Buffer
	if err := Table(&out, [][]string{{"name", "n"}, {"a|b\nc", "1"}}); err != nil {
		t.Fatal(err)
	}
	if want := "| name | n |\n|---|---|\n| a\\|b c | 1 |\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestATableForSpreadsheetsHasNoFormula(t *testing.T) {
	var out bytes.Buffer
	cells := [][]string{{"name", "n"}, {"=1+1", "2"}, {"\t@x", "-3"}, {"a, b", ""}}
	if err := CSV(&out, cells); err != nil {
		t.Fatal(err)
	}
	if want := "name,n\n'=1+1,2\n'\t@x,'-3\n\"a, b\",\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
	if cells[1][0] != "=1+1" {
		t.Error("the cells themselves were changed")
	}
}
