package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

// rowsWritten returns what a writer writes of a record, a line an item.
func rowsWritten(t *testing.T, w interface {
	Write(*record.Record) error
	Close() error
}, out *bytes.Buffer, r *record.Record,
) []string {
	t.Helper()
	return strings.Split(strings.TrimSuffix(sample.Written(t, w, out, r), "\n"), "\n")
}

func TestPLOVERHasTheEventsThatCoded(t *testing.T) {
	var out bytes.Buffer
	r := sample.Treaty(t)
	r.Events[0].Status = record.StatusOccurred
	got := rowsWritten(t, NewPLOVER(&out), &out, r)
	if len(got) != Coded(r) {
		t.Fatalf("%d lines, want %d", len(got), Coded(r))
	}
	for _, line := range got {
		var e map[string]any
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if e["event"] == "" || e["eventText"] == "" ||
			e["version"] != ploverVersion {
			t.Errorf("line %s", line)
		}
		if text, _ := e["text"].(string); text != "" &&
			!strings.Contains(text, e["eventText"].(string)) {
			t.Errorf("sentence %q without the trigger %q", text, e["eventText"])
		}
	}
	for i := range r.Events {
		if e := &r.Events[i]; e.Status == record.StatusNegated &&
			strings.Contains(out.String(), "/"+e.ID+`"`) {
			t.Errorf("%s did not take place and is written", e.ID)
		}
	}
}

func TestPOLECATHasFortyColumnsInEveryRow(t *testing.T) {
	var out bytes.Buffer
	r := sample.Treaty(t)
	for i := range r.Events {
		r.Events[i].Status = record.StatusOccurred
	}
	r.Events[0].Actors = append(r.Events[0].Actors, record.Arg{Exact: "a\tb\nc"}, record.Arg{Exact: "=1+1"})
	got := rowsWritten(t, NewPOLECAT(&out), &out, r)
	for _, line := range got {
		if n := len(strings.Split(line, "\t")); n != 40 {
			t.Errorf("%d columns in %q", n, line)
		}
	}
	for _, want := range []string{"Event ID\tEvent Date", "\ta b c\t", "\t'=1+1\t"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestAnEmptyPOLECATTableHasItsHead(t *testing.T) {
	var out bytes.Buffer
	p := NewPOLECAT(&out)
	if err := p.Close(); err != nil ||
		!strings.HasPrefix(out.String(), "Event ID\t") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("%v, %q", err, out.String())
	}
}

func TestEveryTypeHasAQuadCode(t *testing.T) {
	for e := record.EventAgree; e <= record.EventAssault; e++ {
		if quadCode(e) == "" {
			t.Errorf("%s has none", e)
		}
	}
}

func TestADeedIsDatedByItsTimeElseByPublication(t *testing.T) {
	r := sample.Treaty(t)
	r.Events[0].Status, r.Events[0].Time = record.StatusOccurred, r.Times[0].ID
	all := deeds(r)
	if got := all[0].day(); got != r.Times[0].Start {
		t.Errorf("day %s, want %s", got, r.Times[0].Start)
	}
	r.Events[0].Time = ""
	if got := deeds(r)[0].day(); got != r.Document.Published {
		t.Errorf("day %s, want %s", got, r.Document.Published)
	}
}

func TestPeopleKilledAreCounted(t *testing.T) {
	r := sample.Treaty(t)
	r.Amounts = []record.Amount{{ID: "m1", Kind: record.AmountCount, Value: "12", Unit: "people"}}
	e := &r.Events[0]
	e.Status, e.Type, e.Amounts = record.StatusOccurred, record.EventAssault, []string{"m1"}
	for trigger, want := range map[string]string{"killed": `"dead":"12"`, "wounded": `"injured":"12"`, "struck": ""} {
		e.Trigger.Exact = trigger
		line, err := json.Marshal(deeds(r)[0].plover())
		if err != nil || !strings.Contains(string(line), want) || want == "" &&
			strings.Contains(string(line), `"12"`) {
			t.Errorf("%s: %s, want %s", trigger, line, want)
		}
	}
}
