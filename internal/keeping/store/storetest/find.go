package storetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// label names a row as testdata/queries.txt does.
func label(row store.Row, letters map[string]string) string {
	words := ""
	switch {
	case row.Entity != nil:
		return row.Entity.Name
	case row.Statement != nil:
		words = row.Statement.Cue
	case row.Event != nil:
		words = row.Event.Trigger
	case row.Citation != nil:
		words = row.Citation.Exact
	}
	return strings.TrimSpace(letters[row.Document.ID] + " " + words)
}

func labels(rows []store.Row, letters map[string]string) []string {
	var names []string
	for _, row := range rows {
		names = append(names, label(row, letters))
	}
	return names
}

func findsByHand(t *testing.T, e Engine) {
	records, letters := corpus(t)
	s := e.with(t, records...)
	for block := range strings.SplitSeq(file(t, "queries.txt"), "\n\n") {
		typed, rest, _ := strings.Cut(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(typed, "#") {
			continue
		}
		var want []string
		for line := range strings.Lines(rest) {
			want = append(want, strings.TrimSpace(line))
		}
		got := labels(find(t, s, typed), letters)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", typed, diff)
		}
	}
}

// sorts compares whole orders; rows of one day are in the order of documents and
// places.
func sorts(t *testing.T, e Engine) {
	records, letters := corpus(t)
	s := e.with(t, records...)
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"polarity:denied,omitted", []string{"R denied", "T denied", "T made no mention of"}},
		{"sort:newest polarity:denied", []string{"R denied", "T denied"}},
		{"sort:oldest polarity:denied", []string{"T denied", "R denied"}},
		{"sort:oldest limit:2", []string{"M said", "T promised"}},
		{"sort:score outlet:example limit:2", []string{"T promised", "T denied"}},
		{"sort:doubt outlet:example limit:2", []string{"T promised", "T denied"}},
		{"kind:events sort:doubt outlet:example limit:1", []string{"T talks"}},
		{"kind:documents", []string{"R", "T", "M"}},
		{"kind:documents sort:oldest", []string{"M", "T", "R"}},
		{"kind:events outlet:example", []string{"T promised", "T talks", "T did not arrest"}},
		{"kind:events outlet:example sort:oldest", []string{"T promised", "T talks", "T did not arrest"}},
		{"kind:events sort:score outlet:example limit:1", []string{"T talks"}},
		{"kind:entities", []string{
			"Ann Lee", "Home Office", "Leiden", "Leiden University", "Norway", "Žilina",
		}},
		{"kind:entities leiden sort:relevance", []string{"Leiden", "Leiden University"}},
		{"kind:entities sort:oldest limit:2", []string{"Leiden", "Leiden University"}},
		{"sort:relevance norway -signs", []string{"T denied", "R denied"}},
	} {
		got := labels(find(t, s, c.typed), letters)
		if strings.Contains(c.typed, "relevance norway") { // equally relevant: by id
			slices.Sort(got)
			slices.Sort(c.want)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.typed, diff)
		}
	}
}

// pages goes through each order one row at a time, and adds records behind the
// page on the way, in another order than before.
func pages(t *testing.T, e Engine) {
	records := append(articles(t), sample.Treaty(t))
	s := e.with(t, records...)
	backwards := slices.Clone(records)
	slices.Reverse(backwards)
	other := e.with(t, backwards...)
	for _, typed := range []string{
		"", "sort:oldest", "sort:score", "sort:doubt", "the", "the sort:relevance",
		"kind:events", "kind:events sort:score", "kind:documents sort:oldest",
		"kind:entities", "kind:entities sort:newest", "kind:entities sort:relevance a",
		"kind:citations", "kind:citations sort:score",
	} {
		whole := find(t, s, typed)
		if diff := cmp.Diff(whole, find(t, other, typed)); diff != "" {
			t.Errorf("%s: records in another order (-want +got):\n%s", typed, diff)
		}
		q := parse(t, typed)
		q.Limit = 3
		var got []store.Row
		for after := ""; ; after = got[len(got)-1].Cursor {
			page := all(t, s.Find(t.Context(), q, window(after)))
			if len(page) == 0 {
				break
			}
			got = append(got, page...)
		}
		if diff := cmp.Diff(whole, got); diff != "" {
			t.Errorf("%s: pages (-want +got):\n%s", typed, diff)
		}
	}
	for _, err := range s.Find(t.Context(), parse(t, "the"), window("no cursor")) {
		if err == nil {
			t.Error("what is no cursor was taken for one")
		}
	}
}

func due(t *testing.T, e Engine) {
	records, letters := corpus(t)
	s := e.with(t, records...)
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"T urged", "T promised", "T warned"}},
		{"limit:1", []string{"T urged"}},
		{"speaker:lee act:commit", []string{"T promised"}},
		{"due:overdue", []string{"T urged"}},
		{"polarity:denied", nil},
	} {
		got := labels(all(t, s.Due(t.Context(), parse(t, c.typed), window(""))), letters)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("due %s (-want +got):\n%s", c.typed, diff)
		}
	}
	first := all(t, s.Due(t.Context(), parse(t, "limit:1"), window("")))[0]
	rest := all(t, s.Due(t.Context(), parse(t, ""), window(first.Cursor)))
	if got := labels(rest, letters); !slices.Equal(got, []string{"T promised", "T warned"}) {
		t.Errorf("behind the first: %v", got)
	}
}

// surname returns a record in which somebody is called LEE and no more.
func surname(t testing.TB, url string) *record.Record {
	t.Helper()
	r := sample.Treaty(t)
	d := &r.Document
	d.URL = "https://readout.example/" + url
	d.ID = record.DocumentID(d.URL, *d.Text)
	r.Entities[0].Name = "LEE"
	r.Entities = r.Entities[:1]
	r.Entities[0].Mentions = nil
	r.Statements, r.Events = nil, nil
	return r
}

func join(t testing.TB, s store.Store, name, same store.Name) store.Decision {
	t.Helper()
	d, err := store.Joined(name, same)
	if err != nil {
		t.Fatal(err)
	}
	d.By, d.At = "desk", "2024-03-20T10:00:00Z"
	if d, err = s.Join(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

func undo(t testing.TB, s store.Store, d store.Decision) {
	t.Helper()
	if err := s.Undo(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
}
