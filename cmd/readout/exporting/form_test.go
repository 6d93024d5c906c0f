package exporting

import (
	"io"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/record"
)

// tabular is a form of statements or events, whole one of documents.
var (
	tabular = Form{Kinds: []query.Kind{query.Statements, query.Events}, Drops: []string{"mention", "citation"}, Fields: "places"}
	whole   = Form{Kinds: []query.Kind{query.Documents, query.Statements, query.Events}, Fields: "datelines"}
)

// asked returns a query of the search box.
func asked(t *testing.T, words string) query.Query {
	t.Helper()
	q, err := query.Parse(words)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestAFormIsOfTheFirstKindThatTheFiltersFit(t *testing.T) {
	for _, c := range []struct {
		form Form
		ask  string
		kind query.Kind // that a flag names
		want query.Kind
		err  string
	}{
		{tabular, "", 0, query.Statements, ""},
		{tabular, "since:2024", 0, query.Statements, ""},
		{tabular, "event:AID", 0, query.Events, ""},
		{tabular, "since:2024", query.Events, query.Events, ""},
		{tabular, "speaker:Lee", query.Events, 0, "speaker is for statements"},
		{tabular, "", query.Documents, 0, "--documents: csv is of statements, events"},
		{tabular, "speaker:Lee event:AID", 0, 0, "speaker is for statements"},
		{whole, "outlet:BBC", 0, query.Documents, ""},
		{whole, "outlet:BBC act:commit", 0, query.Statements, ""},
		{whole, "actor:Lee", 0, query.Events, ""},
	} {
		q, err := c.form.ofKind("csv", asked(t, c.ask), c.kind)
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: error %v, want %s", c.ask, err, c.err)
			}
		case err != nil || q.Kind != c.want:
			t.Errorf("%q: %s, %v, want %s", c.ask, q.Kind, err, c.want)
		}
	}
}

func TestWhatIsLostIsCountedByTheKindThatIsWritten(t *testing.T) {
	counts := map[string]int{"": 1, "statement": 1, "event": 2, "citation": 3, "mention": 4}
	for _, c := range []struct {
		form Form
		kind query.Kind
		want string
	}{
		{tabular, query.Statements, "2 events, 3 citations, 4 mentions, places"},
		{tabular, query.Events, "1 statement, 3 citations, 4 mentions, places"},
		{tabular, query.Citations, "1 statement, 2 events, 4 mentions, places"},
		{whole, query.Documents, "datelines"},
		{whole, query.Events, "1 statement, datelines"},
		{Form{Kinds: []query.Kind{query.Documents}}, query.Documents, ""},
	} {
		if got := c.form.lost(c.kind, counts); got != c.want {
			t.Errorf("%s: %q, want %q", c.kind, got, c.want)
		}
	}
	if got := tabular.lost(query.Statements, map[string]int{}); got != "" {
		t.Errorf("of nothing %q is lost", got)
	}
}

// A tally counts what it is given.
type tally struct{ statements, events, older int }

func (w *tally) Write(r *record.Record) error {
	w.statements += len(r.Statements)
	w.events += len(r.Events)
	return nil
}

func (w *tally) Close() error { return nil }

func (w *tally) OlderVersions() int { return w.older }

// run returns an export of a kind.
func run(f Form, kind query.Kind, w Writer) *exporting {
	return &exporting{form: f, kind: kind, writer: w, counts: map[string]int{}, documents: map[string]bool{}}
}

func TestAWriterGetsWhatIsOfItsKind(t *testing.T) {
	r := sample.Treaty(t)
	for kind, want := range map[query.Kind]tally{
		query.Documents:  {statements: 6, events: 3},
		query.Statements: {statements: 6},
		query.Events:     {statements: 2, events: 3},
		query.Citations:  {},
	} {
		w := &tally{}
		if err := run(whole, kind, w).record(r); err != nil || *w != want {
			t.Errorf("%s: %+v, %v, want %+v", kind, *w, err, want)
		}
	}
}

func TestPartsOfOneDocumentAreOneDocument(t *testing.T) {
	w := &tally{older: 2}
	x := run(tabular, query.Statements, w)
	for i := range 3 {
		part := *sample.Treaty(t)
		part.Statements, part.Events = part.Statements[i:i+1], nil
		if err := x.record(&part); err != nil {
			t.Fatal(err)
		}
	}
	want := "3 statements of 1 document written, without 2 older versions; csv has no place for 4 mentions, places"
	if got := x.said("csv"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEventDataSaysHowManyEventsItHas(t *testing.T) {
	f := Form{Kinds: []query.Kind{query.Events}, Coded: func(r *record.Record) int { return len(r.Events) - 1 }}
	x := run(f, query.Events, &tally{})
	if err := x.record(sample.Treaty(t)); err != nil {
		t.Fatal(err)
	}
	if got, want := x.said("plover"), "2 of 3 events written; plover has no place for 2 statements"; !strings.HasPrefix(got, want[:24]) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAnErrorOfTheOutputIsKnown(t *testing.T) {
	_, err := ending{broken{}}.Write([]byte("x"))
	if err == nil || err.Error() != io.ErrClosedPipe.Error() {
		t.Errorf("error %v", err)
	}
}

// broken is an output that nobody reads.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
