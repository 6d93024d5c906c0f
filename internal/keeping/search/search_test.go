package search

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strconv"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// A shelf holds records, and finds rows that are numbered by their cursors.
type shelf struct {
	store.Reader
	records []*record.Record
	rows    []store.Row
	asked   []int // limits
}

func (s *shelf) Record(_ context.Context, id string) (*record.Record, error) {
	i := slices.IndexFunc(s.records, func(r *record.Record) bool { return r.Document.ID == id })
	if i < 0 {
		return nil, store.ErrNotFound
	}
	return s.records[i], nil
}

func (s *shelf) find(_ context.Context, q query.Query, w store.Window) iter.Seq2[store.Row, error] {
	s.asked = append(s.asked, q.Limit)
	return func(yield func(store.Row, error) bool) {
		begin := 0
		if w.After != "" {
			begin, _ = strconv.Atoi(w.After)
			begin++
		}
		for i := begin; i < min(begin+q.Limit, len(s.rows)); i++ {
			row := s.rows[i]
			row.Cursor = strconv.Itoa(i)
			if !yield(row, nil) {
				return
			}
		}
	}
}

func statement(document, id string) store.Row {
	return store.Row{
		Document:  store.Document{ID: document},
		Statement: &store.Statement{Place: store.Place{ID: id}},
	}
}

func TestPagesAreTheWholeAndKeepTheLimit(t *testing.T) {
	for _, c := range []struct{ rows, limit, want int }{
		{0, 0, 0},
		{1, 0, 1},
		{page, 0, page},
		{2*page + 7, 0, 2*page + 7},
		{2*page + 7, page + 1, page + 1},
		{5, 3, 3},
		{3, 5, 3},
	} {
		s := &shelf{}
		for i := range c.rows {
			s.rows = append(s.rows, statement("d", strconv.Itoa(i)))
		}
		got := 0
		for row, err := range Rows(t.Context(), s.find, query.Query{Limit: c.limit}, 0) {
			if err != nil || row.Statement.ID != strconv.Itoa(got) {
				t.Fatalf("%+v: row %d is %s, %v", c, got, row.Statement.ID, err)
			}
			got++
		}
		if got != c.want || slices.Max(s.asked) > page {
			t.Errorf("%+v: %d rows by pages of %v", c, got, s.asked)
		}
	}
}

func TestRecordsHoldWhatWasFoundAlone(t *testing.T) {
	a, b := sample.Treaty(t), sample.Mayor(t)
	s := &shelf{records: []*record.Record{a, b}}
	x, y := a.Document.ID, b.Document.ID
	s.rows = []store.Row{
		statement(x, a.Statements[1].ID),
		statement(x, a.Statements[0].ID),
		statement("gone", "s1"),
		statement(y, b.Statements[0].ID),
		statement(x, a.Statements[0].ID),
	}
	var got [][]string
	rows := Rows(t.Context(), s.find, query.Query{}, 0)
	for r, err := range Records(t.Context(), s, rows) {
		if err != nil || len(r.Events) > 0 {
			t.Fatalf("%d events, %v", len(r.Events), err)
		}
		ids := []string{r.Document.ID}
		for _, st := range r.Statements {
			ids = append(ids, st.ID)
		}
		got = append(got, ids)
	}
	want := [][]string{
		{x, a.Statements[1].ID, a.Statements[0].ID},
		{y, b.Statements[0].ID},
		{x, a.Statements[0].ID},
	}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("records of %v, want %v", got, want)
	}
	if len(a.Events) == 0 {
		t.Error("the record that is kept was changed")
	}
}

func (s *shelf) Versions(_ context.Context, id string) ([]*record.Record, error) {
	r, err := s.Record(context.Background(), id)
	if err != nil {
		return nil, err
	}
	older := *r
	older.Meta.Pipeline = "older"
	return []*record.Record{r, &older}, nil
}

func TestVersionsComeByIdTheOldestFirst(t *testing.T) {
	a, b := sample.Treaty(t), sample.Mayor(t)
	s := &shelf{records: []*record.Record{a, b}}
	for _, id := range []string{b.Document.ID, "gone", a.Document.ID} {
		s.rows = append(s.rows, store.Row{Document: store.Document{ID: id}})
	}
	var got []string
	for r, err := range Versions(t.Context(), s, Rows(t.Context(), s.find, query.Query{}, 0)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Document.ID+" "+r.Meta.Pipeline)
	}
	ids := []string{a.Document.ID, b.Document.ID}
	slices.Sort(ids)
	var want []string
	for _, id := range ids {
		r, _ := s.Record(t.Context(), id)
		want = append(want, id+" older", id+" "+r.Meta.Pipeline)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAnErrorEndsTheSearch(t *testing.T) {
	broken := errors.New("disk gone")
	fails := func(context.Context, query.Query, store.Window) iter.Seq2[store.Row, error] {
		return func(yield func(store.Row, error) bool) { yield(store.Row{}, broken) }
	}
	n := 0
	rows := Rows(t.Context(), fails, query.Query{}, 0)
	for _, err := range Records(t.Context(), &shelf{}, rows) {
		if n++; !errors.Is(err, broken) {
			t.Error(err)
		}
	}
	if n != 1 {
		t.Errorf("%d times", n)
	}
}

func TestOneItemIsNamedByDocumentAndItem(t *testing.T) {
	r := sample.Treaty(t)
	s := &shelf{records: []*record.Record{r}}
	d, statement, event := r.Document.ID, r.Statements[0].ID, r.Events[0].ID
	for _, c := range []struct {
		id                 string
		statements, events int
	}{
		{ID(d, ""), len(r.Statements), len(r.Events)},
		{ID(d, statement), 1, 0},
		{ID(d, event), 1, 1}, // with the statement that it belongs to
	} {
		got, err := One(t.Context(), s, c.id)
		if err != nil || len(got.Statements) != c.statements || len(got.Events) != c.events {
			t.Errorf("%s: %+v, %v", c.id, got, err)
		}
	}
	for _, id := range []string{"", "d1", ID(d, "s999"), ID(d, "e0")} {
		if _, err := One(t.Context(), s, id); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%q: %v", id, err)
		}
	}
	if document, item := Parts(ID(d, statement)); document != d || item != statement {
		t.Errorf("parts %s and %s", document, item)
	}
}

func TestACitationIsShownAlone(t *testing.T) {
	r := sample.Boats(t)
	s := &shelf{records: []*record.Record{r}}
	want := r.Citations[0].ID
	got, err := One(t.Context(), s, ID(r.Document.ID, want))
	if err != nil || len(got.Statements)+len(got.Events) > 0 ||
		len(got.Citations) != 1 || got.Citations[0].ID != want {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestOfAKindIsWhatBelongsToIt(t *testing.T) {
	r := sample.Treaty(t)
	r.Citations = sample.Mayor(t).Citations
	for kind, want := range map[query.Kind][3]int{
		query.Statements: {6, 0, 2},
		query.Events:     {2, 3, 2}, // the third is told by the document itself
		query.Citations:  {0, 0, 2},
		query.Documents:  {6, 3, 2},
	} {
		part := Of(r, kind)
		if got := [3]int{len(part.Statements), len(part.Events), len(part.Citations)}; got != want {
			t.Errorf("%s: %v statements, events and citations, want %v", kind, got, want)
		}
	}
	if len(r.Statements) != 6 || len(r.Events) != 3 {
		t.Error("the record itself is changed")
	}
}
