package extract

import (
	"context"
	"strings"
	"testing"

	"readout/internal/ingest"
	"readout/record"
)

// offices is a text of our own that gives roles in several ways.
const offices = `President Maria Keller met Jonas Berg, a lawyer for the company, on Monday.

Berg, who was mayor of Oslo, thanked President Keller. “A café,” said the company's spokesman, Peter Lund.
`

func rolesOf(r *record.Record, name string) string {
	var out []string
	for _, e := range r.Entities {
		if e.Name != name {
			continue
		}
		for _, m := range e.Roles {
			out = append(out, m.Exact)
		}
	}
	return strings.Join(out, "; ")
}

func TestARecordHoldsTheRolesOfPeopleInTextOrder(t *testing.T) {
	rec, err := openFastest(t).Read(context.Background(), ingest.Document{
		Text: offices, Input: "offices.txt", Language: "en",
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Maria Keller": "President; President",
		"Jonas Berg":   "lawyer for the company; mayor of Oslo",
		"Peter Lund":   "company's spokesman",
	} {
		if got := rolesOf(rec, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
