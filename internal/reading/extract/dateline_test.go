package extract

import (
	"context"
	"testing"

	"readout/internal/ingest"
)

// The second lines of these are of our own; their heads are written as agencies and
// newspapers write them.
func TestTheDatelineIsThePlaceThatHeadsAReport(t *testing.T) {
	const told = "The two ministers met on Wednesday and said that they would meet again."
	for _, c := range []struct{ text, want, entity string }{
		{"GENEVA (AP) — " + told, "GENEVA", "GENEVA"},
		{"Ministers meet on the border\n\nGENEVA (Reuters) - " + told, "GENEVA", "GENEVA"},
		{"PARIS, March 5, 2024 (Reuters) — " + told, "PARIS", "PARIS"},
		{"PARIS, March 5, 2024 — " + told, "PARIS", "PARIS"},
		{"KYIV, 5 March (Xinhua) -- " + told, "KYIV", "KYIV"},
		{"Geneva (AP) — " + told, "Geneva", "Geneva"},
		{"MANCHESTER, N.H. (AP) — " + told, "MANCHESTER, N.H.", "-"},
		{"UNITED NATIONS (AP) — " + told, "UNITED NATIONS", "-"},
		{"WASHINGTON — " + told, "WASHINGTON", "WASHINGTON"},
		{"ŽILINA, Slovakia – " + told, "ŽILINA, Slovakia", "-"},
		{"By Jane Roe\nLONDON, March 5 (Reuters) - " + told, "LONDON", "-"},
		{"LIMA — The two ministers met\non Wednesday.\n\nThey left.", "LIMA", "LIMA"},
		{told, "", ""},
		{"GENEVA — The city at a glance\n\n" + told, "", ""},
		{"BREAKING - " + told, "", ""},
		{"UPDATE 1 - " + told, "", ""},
		{"Geneva — a city of banks — waits.", "", ""},
		{"NATO (AP) said on Friday - as it has before - that it would stay.", "", ""},
		{"Ukraine (Reuters) said so - and left.", "", ""},
	} {
		r, err := openFastest(t).Read(context.Background(), ingest.Document{Text: c.text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		got, entity := "", ""
		if line := r.Document.Dateline; line != nil {
			got, entity = line.Exact, "nobody"
			if line.Entity != nil {
				for _, e := range r.Entities {
					if e.ID == *line.Entity {
						entity = e.Name
					}
				}
			}
			if at := []rune(c.text)[line.Span.Start:line.Span.End]; string(at) != got {
				t.Errorf("%s: %q is at the place of %q", c.text, string(at), got)
			}
		}
		if got != c.want || c.entity != "-" && entity != c.entity {
			t.Errorf("%s: %q, who is %q; want %q, %q", c.text, got, entity, c.want, c.entity)
		}
	}
}

func TestADatelineIsNotSoughtInTheMiddleOfAText(t *testing.T) {
	text := ""
	for range 20 {
		text += "The two ministers met on Wednesday and said that they would meet again.\n\n"
	}
	text += "GENEVA (AP) — The two ministers met on Wednesday."
	r, err := openFastest(t).Read(context.Background(), ingest.Document{Text: text, Language: "en"})
	if err != nil || r.Document.Dateline != nil {
		t.Errorf("%+v, %v", r.Document.Dateline, err)
	}
}
