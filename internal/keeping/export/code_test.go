package export

import (
	"strings"
	"testing"

	"readout/record"
)

// exampleOf returns the event that the example of a coding tells.
func exampleOf(t *testing.T, c coding) (e *record.Event, demanded bool) {
	t.Helper()
	_, told, _ := strings.Cut(c.example, ": ")
	words := strings.Split(told, ", ")
	kind, err := record.ParseEventType(words[0])
	if err != nil {
		t.Fatal(err)
	}
	status, err := record.ParseStatus(words[1])
	if err != nil {
		t.Fatal(err)
	}
	return &record.Event{Type: kind, Status: status}, len(words) == 3
}

func TestEveryCodingIsThatOfItsExample(t *testing.T) {
	for _, c := range codings {
		e, demanded := exampleOf(t, c)
		want := c.as
		if want == 0 {
			want = e.Type
		}
		if got, ok := code(e, demanded); !ok || got != want || demanded != c.demanded {
			t.Errorf("%s: coded as %s, %v, want %s", c.example, got, ok, want)
		}
	}
}

func TestEveryTypeHasACodeWhenItIsAhead(t *testing.T) {
	for kind := record.EventAgree; kind <= record.EventAssault; kind++ {
		e := &record.Event{Type: kind, Status: record.StatusPlanned}
		if _, ok := code(e, false); !ok {
			t.Errorf("a planned %s has no code", kind)
		}
		e.Status = record.StatusOccurred
		if got, ok := code(e, true); !ok || got != kind {
			t.Errorf("%s that took place is coded as %s", kind, got)
		}
		e.Status = record.StatusNegated
		if _, ok := code(e, true); ok {
			t.Errorf("%s that did not take place is coded", kind)
		}
	}
}

func TestADemandedActIsARequestToPLOVER(t *testing.T) {
	r := occurred(t)
	e, s := &r.Events[0], &r.Statements[0]
	e.Type, e.Status, e.Modes = record.EventAid, record.StatusHypothetical, []string{"food"}
	if n := Coded(r); n != 0 {
		t.Errorf("a supposed act is coded %d times", n)
	}
	s.Act = record.ActRequest
	got := asPLOVER(t, r)
	if got.Event != "REQUEST" || got.Mode != "" || got.EventText != "promised" {
		t.Errorf("coded as %s with mode %q", got.Event, got.Mode)
	}
	row := asPOLECAT(t, r)[0]
	if row["Event Type"] != "REQUEST" || row["Quad Code"] != "VERBAL CONFLICT" {
		t.Errorf("row %v", row)
	}
}

func TestAThreatHasNoDead(t *testing.T) {
	r := occurred(t)
	r.Amounts = []record.Amount{{ID: "m1", Kind: record.AmountCount, Value: "12", Unit: "people"}}
	e := &r.Events[0]
	e.Type, e.Status, e.Amounts = record.EventAssault, record.StatusPlanned, []string{"m1"}
	e.Trigger.Exact = "kill"
	if got := asPLOVER(t, r); got.Event != "THREATEN" || got.Dead != "" {
		t.Errorf("%s with %q dead", got.Event, got.Dead)
	}
}

func TestAnAnnouncementIsDatedByWhenItWasMade(t *testing.T) {
	r := occurred(t)
	e := &r.Events[0]
	e.Type, e.Status, e.Time = record.EventAid, record.StatusPlanned, r.Times[2].ID // next week
	if got := asPLOVER(t, r); got.Event != "AGREE" || got.Date != "2024-02-26" {
		t.Errorf("%s on %s, want what was said on Monday", got.Event, got.Date)
	}
	e.Statement = ""
	if got := asPLOVER(t, r); got.Date != r.Document.Published {
		t.Errorf("on %s, want the day of publication", got.Date)
	}
}
