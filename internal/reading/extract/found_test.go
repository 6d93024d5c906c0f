package extract

import (
	"context"
	"testing"

	"readout/internal/ingest"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/timex"
	"readout/record"
)

// dated is a text of our own in which everything has a time, an amount or a source.
const dated = `Minister warns of shortage

The energy minister, Maria Keller, said on Tuesday that more than 3,000 homes had no heating.

"We will spend 40 million euros by June 30," she told Reuters.

The regulator has warned of a shortage (Kyiv Post, May 2).
`

func readDated(t *testing.T, published string) *record.Record {
	t.Helper()
	rec, err := openFastest(t).Read(context.Background(), ingest.Document{
		Text: dated, Input: "dated.txt", Language: "en", Published: published,
	})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func TestARecordHoldsTimesWithTheirPlaceOnTheCalendar(t *testing.T) {
	want := map[string]string{
		"Tuesday": "2023-05-02", "June 30": "2023-06-30", "May 2": "2023-05-02",
	}
	for _, found := range readDated(t, "2023-05-04").Times {
		if day, known := want[found.Exact]; !known || found.Start != day || found.End != day {
			t.Errorf("%q is %s to %s, want %q", found.Exact, found.Start, found.End, day)
		}
		delete(want, found.Exact)
	}
	for words := range want {
		t.Errorf("no time %q", words)
	}
}

func TestWithoutAPublicationDateNothingIsGuessed(t *testing.T) {
	for _, found := range readDated(t, "").Times {
		if found.Start != "" || found.End != "" || found.EDTF != "" {
			t.Errorf("%q is put at %s (%s to %s)", found.Exact, found.EDTF, found.Start, found.End)
		}
	}
}

func TestARecordHoldsAmountsWithTheirBounds(t *testing.T) {
	var homes, money bool
	for _, a := range readDated(t, "2023-05-04").Amounts {
		homes = homes || a.Low == "3000" && a.Unit == "homes" && a.Value == ""
		money = money || a.Value == "40000000" && a.Unit == "EUR"
	}
	if !homes || !money {
		t.Errorf("more than 3,000 homes: %t, 40 million euros: %t", homes, money)
	}
}

func TestACitationNamesItsSourceAndDay(t *testing.T) {
	rec := readDated(t, "2023-05-04")
	for _, c := range rec.Citations {
		if c.Exact != "(Kyiv Post, May 2)" {
			continue
		}
		if len(c.Sources) != 1 || c.Sources[0].Exact != "Kyiv Post" || len(c.Times) != 1 {
			t.Errorf("sources %v, times %v", c.Sources, c.Times)
		}
		return
	}
	t.Errorf("no bracket among %v", rec.Citations)
}

func TestAStatementSaysWhenItWasMadeAndByWhatThatIsKnown(t *testing.T) {
	rec := readDated(t, "2023-05-04")
	exact := map[string]string{record.Published: record.Published}
	for _, found := range rec.Times {
		exact[found.ID] = found.Exact
	}
	bases := map[record.Basis]string{}
	for _, s := range rec.Statements {
		if s.Said == nil {
			t.Errorf("%q has no time", s.Content.Text)
			continue
		}
		bases[s.Said.Basis] = exact[s.Said.Time]
	}
	if bases[record.BasisText] != "Tuesday" {
		t.Errorf("dated in the text by %q, want Tuesday", bases[record.BasisText])
	}
	if bases[record.BasisPublished] != record.Published {
		t.Error("nothing is dated by its publication")
	}
}

func TestARecordOfEverythingIsValid(t *testing.T) {
	rec := readDated(t, "2023-05-04")
	rec.Meta.Created = "2023-05-05T00:00:00Z"
	for _, f := range rec.Validate() {
		t.Error(f)
	}
}

func TestALoneArticleNamesNobodyWhoIsTold(t *testing.T) {
	doc, err := text.New("He urged the unions and told a court.")
	if err != nil {
		t.Fatal(err)
	}
	mark := func(start, end int) tag.Name {
		return tag.Name{Span: tag.Span{Span: text.Span{Start: start, End: end}}}
	}
	got := people(doc, []tag.Name{mark(9, 12), mark(9, 19), mark(29, 30)})
	if len(got) != 1 || got[0].End != 19 {
		t.Errorf("told are %v, want the unions", got)
	}
}

func TestATimeOfThePublicationsMonthMayDateAStatement(t *testing.T) {
	times := []timex.Time{
		{Type: timex.Date, Start: "2023-01-31"},
		{Type: timex.Date, Start: "2023-02-10"},
		{Type: timex.Date, Start: "2023-03-01"},
	}
	for published, want := range map[string]int{"2023-02": 2, "2023": 3, "2023-02-09": 1, "": 3} {
		if got := len(days(times, published)); got != want {
			t.Errorf("published %q: %d times may date a statement, want %d", published, got, want)
		}
	}
}
