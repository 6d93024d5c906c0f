package tally

import (
	"slices"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/record"
)

// said returns a statement by someone on a day.
func said(by string, day edtf.Day) store.Row {
	return store.Row{Statement: &store.Statement{
		Named: by, Act: record.ActState, Said: store.When{Dated: true, First: day, Last: day},
	}}
}

func TestValuesComeByCountAndThenByName(t *testing.T) {
	count := New(query.Statements)
	for _, name := range []string{"Lee", "Berg", "Lee", "Adu", ""} {
		count.Add(said(name, edtf.DayOf(2024, 3, 1)))
	}
	want := []Count{{"Lee", 2}, {"Adu", 1}, {"Berg", 1}}
	if got := count.Values(query.KeySpeaker); !slices.Equal(got, want) {
		t.Errorf("speakers %v, want %v", got, want)
	}
	if got := count.Values(query.KeyAct); !slices.Equal(got, []Count{{"state", 5}}) {
		t.Errorf("acts %v", got)
	}
	if count.Rows != 5 || count.Undated != 0 {
		t.Errorf("%d rows, %d undated", count.Rows, count.Undated)
	}
}

func TestRowsOfEveryKindAreCountedByAllItsKeys(t *testing.T) {
	document := store.Document{Publisher: "Example", Genre: record.GenreReport, Language: "en"}
	score := 0.5
	for kind, row := range map[query.Kind]store.Row{
		query.Statements: {Document: document, Statement: &store.Statement{
			Speaker: "she", Named: "Ann Lee", Act: record.ActState, Polarity: record.PolarityDenied, Form: record.FormDirect,
			Certainty: record.CertaintyCertain, Review: record.ReviewOpen, Score: &score,
		}},
		query.Events: {Document: document, Event: &store.Event{
			Type: record.EventAccuse, Actors: "a; b", Recipients: "c", Status: record.StatusOccurred,
			Review: record.ReviewOpen,
		}},
		query.Documents: {Document: document},
		query.Entities:  {Entity: &store.Entity{Country: "NOR"}},
		query.Citations: {Document: document, Citation: &store.Citation{Sources: "AFP; Reuters"}},
	} {
		count := New(kind)
		count.Add(row)
		if count.Undated != 1 {
			t.Errorf("%s: %d without a day", kind, count.Undated)
		}
		for _, key := range Keys(kind) {
			if len(count.Values(key)) == 0 {
				t.Errorf("%s: no value of %s", kind, key)
			}
		}
	}
}

func TestBinsAreAsFineAsAScreenShows(t *testing.T) {
	at := edtf.DayOf
	for _, c := range []struct {
		days        []edtf.Day
		bins        int
		first, last string
	}{
		{nil, 0, "", ""},
		{[]edtf.Day{at(2024, 2, 28), at(2024, 3, 1)}, 3, "2024-02-28", "2024-03-01"},
		{[]edtf.Day{at(2023, 11, 30), at(2024, 3, 1)}, 5, "2023-11", "2024-03"},
		{[]edtf.Day{at(2001, 5, 1), at(2024, 3, 1)}, 24, "2001", "2024"},
		{[]edtf.Day{at(1914, 5, 1), at(2024, 3, 1)}, 12, "1910s", "2020s"},
		{[]edtf.Day{at(1066, 5, 1), at(2024, 3, 1)}, 11, "1000–1099", "2000–2099"},
	} {
		count := New(query.Statements)
		for _, d := range c.days {
			count.Add(said("x", d))
		}
		bins, outside := count.Bins()
		if len(bins) != c.bins || outside != 0 {
			t.Errorf("%v: %d bins, %d outside, want %d", c.days, len(bins), outside, c.bins)
			continue
		}
		if c.bins > 0 && (bins[0].Label != c.first || bins[len(bins)-1].Label != c.last) {
			t.Errorf("%v: from %s to %s", c.days, bins[0].Label, bins[len(bins)-1].Label)
		}
		isWithoutGaps(t, bins, len(c.days))
	}
}

func isWithoutGaps(t *testing.T, bins []Bin, rows int) {
	t.Helper()
	for i, b := range bins {
		rows -= b.Rows
		if i > 0 && bins[i-1].Last+1 != b.First {
			t.Errorf("between %s and %s is a gap", bins[i-1].Label, b.Label)
		}
	}
	if rows != 0 {
		t.Errorf("%d rows more than in the bins", rows)
	}
}

func TestAPronounIsCountedAsWhomItMeans(t *testing.T) {
	count := New(query.Statements)
	for _, s := range []store.Statement{
		{Speaker: "he", Named: "Jonas Berg"},
		{Speaker: "Berg", Named: "Jonas Berg"},
		{Speaker: "I"},
		{Speaker: "Who"},
		{Speaker: "the ministry"},
	} {
		count.Add(store.Row{Statement: &s})
	}
	want := []Count{{"Jonas Berg", 2}, {"the ministry", 1}}
	if got := count.Values(query.KeySpeaker); !slices.Equal(got, want) || count.Rows != 5 {
		t.Errorf("speakers %v of %d rows, want %v of 5", got, count.Rows, want)
	}
}

func TestAFewRowsFarOffDoNotMakeAllCoarse(t *testing.T) {
	count := New(query.Statements)
	count.Add(said("x", edtf.DayOf(1492, 10, 12)))
	count.Add(said("x", edtf.DayOf(2099, 1, 1)))
	for i := range 98 {
		count.Add(said("x", edtf.DayOf(2024, 3, 1)+edtf.Day(i/10)))
	}
	bins, outside := count.Bins()
	if len(bins) != 10 || outside != 2 || bins[0].Label != "2024-03-01" {
		t.Errorf("%d bins from %s, %d outside", len(bins), bins[0].Label, outside)
	}
}
