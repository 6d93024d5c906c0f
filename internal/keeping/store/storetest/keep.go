package storetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

func comesOut(t *testing.T, e Engine) {
	place := e.Place(t)
	s, err := e.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	in := articles(t)
	reversed := slices.Clone(in)
	slices.Reverse(reversed)
	add(t, s, reversed...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = e.opened(t, place)
	slices.SortFunc(in, func(a, b *record.Record) int {
		return strings.Compare(a.Document.ID, b.Document.ID)
	})
	if got, want := lines(t, all(t, s.Records(t.Context()))), lines(t,
		in); got != want {
		t.Errorf("an export is not what was added: %d bytes, want %d", len(got),
			len(want))
	}
	for _, r := range in {
		got, err := s.Record(t.Context(), r.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		if lines(t, []*record.Record{got}) != lines(t, []*record.Record{r}) {
			t.Errorf("record %s is not what was added", r.Document.ID)
		}
	}
	if _, err := s.Record(t.Context(), "d0123456789abcdef"); !errors.Is(err,
		store.ErrNotFound) {
		t.Errorf("a document that was never there: %v", err)
	}
}

func addsOnce(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	s := e.with(t, r)
	before, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	later := sample.Treaty(t)
	later.Meta.Created = "2030-01-01T00:00:00Z"
	other := sample.Mayor(t)
	got := add(t, s, later, other, other)
	if want := []store.Outcome{store.Known, store.Added, store.Known}; !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	kept, err := s.Record(t.Context(), r.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Meta.Created != r.Meta.Created {
		t.Error("what was kept is not as it was")
	}
	after, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if after.Documents != before.Documents+1 || after.Versions != before.Versions+1 ||
		after.Statements != before.Statements+len(other.Statements) {
		t.Errorf("numbers %+v after %+v", after, before)
	}
}

// would says what adding would answer, and adds nothing.
func would(t *testing.T, e Engine) {
	r, gone := sample.Treaty(t), sample.Mayor(t)
	s := e.with(t, r, gone)
	forget := store.Forgotten{
		Document: gone.Document.ID, Reason: "test",
		At: "2024-03-20T00:00:00Z",
	}
	if err := s.Forget(t.Context(), forget); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		document, pipeline string
		want               store.Outcome
	}{
		{r.Document.ID, r.Meta.Pipeline, store.Known},
		{r.Document.ID, "readout/99.0.0", store.Added},
		{"d0123456789abcdef", r.Meta.Pipeline, store.Added},
		{gone.Document.ID, gone.Meta.Pipeline, store.Barred},
	} {
		got, err := s.Would(t.Context(), c.document, c.pipeline)
		if err != nil || got != c.want {
			t.Errorf("%s by %s: %v, %v, want %v", c.document, c.pipeline, got, err,
				c.want)
		}
	}
	if got := all(t, s.Records(t.Context())); len(got) != 1 {
		t.Errorf("%d records, want one", len(got))
	}
}

// addsWhole has a record that cannot be written behind one that can.
func addsWhole(t *testing.T, e Engine) {
	s := e.opened(t, e.Place(t))
	broken := sample.Mayor(t)
	broken.Statements = append(broken.Statements,
		broken.Statements[0]) // one id twice
	if _, err := s.Add(t.Context(), sample.Treaty(t), broken); err == nil {
		t.Fatal("no error for a record with two statements of one id")
	}
	undated := sample.Mayor(t)
	undated.Meta.Created = ""
	_, err := s.Add(t.Context(), sample.Treaty(t), undated)
	if !errors.Is(err, store.ErrUnsound) {
		t.Errorf("a record that does not say when it was made: %v", err)
	}
	if got := all(t, s.Records(t.Context())); len(got) > 0 {
		t.Errorf("%d records are kept", len(got))
	}
	if got := find(t, s, ""); len(got) > 0 {
		t.Errorf("%d rows are found", len(got))
	}
}

func showsNewest(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	old, middle, last := by(r, "readout/0.2.0-rc1"), by(r, "readout/0.2.0"), by(r,
		"readout/0.10.0")
	fewer := *last
	fewer.Statements, fewer.Events = r.Statements[:1], nil
	s := e.with(t, middle)
	for _, step := range []struct {
		add        *record.Record
		shown      string
		statements int
	}{
		{old, "readout/0.2.0", len(r.Statements)},
		{&fewer, "readout/0.10.0", 1},
		{by(r, "readout/0.9.0"), "readout/0.10.0", 1},
	} {
		add(t, s, step.add)
		got, err := s.Record(t.Context(), r.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got.Meta.Pipeline != step.shown {
			t.Errorf("with %s: %s is shown, want %s",
				step.add.Meta.Pipeline, got.Meta.Pipeline, step.shown)
		}
		if rows := find(t, s, ""); len(rows) != step.statements {
			t.Errorf("with %s: %d statements, want %d",
				step.add.Meta.Pipeline, len(rows), step.statements)
		}
	}
	newest := []string{
		"readout/0.10.0", "readout/0.9.0", "readout/0.2.0",
		"readout/0.2.0-rc1",
	}
	versions, err := s.Versions(t.Context(), r.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := pipelines(versions); !slices.Equal(got, newest) {
		t.Errorf("versions %v, want %v", got, newest)
	}
	slices.Reverse(newest)
	if got := pipelines(all(t, s.Records(t.Context()))); !slices.Equal(got, newest) {
		t.Errorf("records %v, want %v", got, newest)
	}
}

func pipelines(records []*record.Record) []string {
	var names []string
	for _, r := range records {
		names = append(names, r.Meta.Pipeline)
	}
	return names
}
