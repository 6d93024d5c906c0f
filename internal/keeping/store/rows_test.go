package store

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/query"
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/sample"
	"readout/internal/language/edtf"
	"readout/record"
)

// Rows of other engines must be the same, so that they are proved here once.
func TestRowsHoldWhatARecordSays(t *testing.T) {
	r := sample.Treaty(t)
	rows := Of(r)
	score := 0.9
	want := Statement{
		Place: Place{ID: r.Statements[0].ID, At: r.Statements[0].Content.Spans[0].Start},
		Form:  record.FormIndirect, Act: record.ActCommit, Polarity: record.PolarityAffirmed,
		Certainty: record.CertaintyProbable, Speaker: "Prime Minister Ann Lee", Named: "Ann Lee",
		Cue: "promised", Content: r.Statements[0].Content.Text,
		Said: When{
			Text: "2024-02-26", Dated: true,
			First: edtf.DayOf(2024, 2, 26), Last: edtf.DayOf(2024, 2, 26),
		},
		Due: When{
			Text: "../2024-03-31", Dated: true, First: Always, Last: edtf.DayOf(2024, 3, 31),
		},
		Condition: "if parliament agrees", Review: record.ReviewOpen, Score: &score,
	}
	if diff := cmp.Diff(want, rows.Statements[0]); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
	parts := []Part{
		{query.Statements, 0, query.KeySpeaker, "prime minister ann lee"},
		{query.Statements, 0, query.KeyAddressee, "farmers"},
		{query.Statements, 0, query.KeyPlace, "zilina"},
		{query.Statements, 2, query.KeySpeaker, "she"},
		{query.Statements, 2, query.KeySpeaker, "ann lee"},
		{query.Events, 1, query.KeyRecipient, "norway"},
		{query.Documents, 0, query.KeyOutlet, "example"},
	}
	for _, p := range parts {
		if !slices.Contains(rows.Parts, p) {
			t.Errorf("no part %v", p)
		}
	}
	if p := (Part{query.Statements, 0, query.KeySpeaker, "ann lee"}); slices.Contains(rows.Parts, p) {
		t.Error("a name that stands whole in another is kept twice")
	}
	if diff := cmp.Diff(sample.Treaty(t), r); diff != "" {
		t.Errorf("the record was changed:\n%s", diff)
	}
}

// TestDueOrderIsThatOfLists holds the order by text against the one by which
// lists are sorted.
func TestDueOrderIsThatOfLists(t *testing.T) {
	var dues []resolve.Due
	for _, m := range []resolve.Moment{
		{},
		{Text: "P3W"},
		{Text: "2024", EDTF: "2024", Start: "2024-01-01", End: "2024-12-31"},
		{Text: "x", Start: "2024-03-01", End: "2024-03-01"},
		{Text: "x", Start: "2024-03-01"},
		{Text: "x", End: "2024-03-01"},
		{Text: "x", Start: "2024-03-01", End: "2024-03-09"},
		{Text: "x", End: "2024-02-29"},
		{Text: "x", Start: "0099-03-01"},
	} {
		dues = append(dues, resolve.Due{Moment: m, Condition: "if"})
	}
	for _, a := range dues {
		for _, b := range dues {
			x, _ := (&Statement{Due: when(a.Moment), Condition: "if"}).DueOrder()
			y, _ := (&Statement{Due: when(b.Moment), Condition: "if"}).DueOrder()
			got, want := strings.Compare(x, y), a.Compare(b)
			if got != want {
				t.Errorf("%+v and %+v: %d by %q and %q, want %d", a.Moment, b.Moment, got, x, y, want)
			}
		}
	}
	if _, ok := (&Statement{}).DueOrder(); ok {
		t.Error("a statement that says nothing of it is due")
	}
}

func TestWhoeverIsDescribedByACountryIsFoundByIt(t *testing.T) {
	r := sample.Saying("French officials said no.")
	at, who := record.Span{Start: 0, End: 6}, record.Span{Start: 0, End: 16}
	r.Entities = []record.Entity{{
		ID: "e0", Type: record.EntityPlace, Name: "French", Country: "FRA",
		Mentions: []record.Mention{{Span: at, Exact: "French", Kind: record.MentionName}},
	}}
	r.Statements[0].Speaker = &record.Arg{Span: &who, Exact: "French officials"}
	want := Part{query.Statements, 0, query.KeyCountry, "fra"}
	if parts := Of(r).Parts; !slices.Contains(parts, want) {
		t.Errorf("no part %v in %v", want, parts)
	}
}

func TestASurnameIsLoneAndAFullNameIsNot(t *testing.T) {
	for _, c := range []struct {
		kind record.EntityType
		name string
		lone bool
	}{
		{record.EntityPerson, "Sunak", true},
		{record.EntityPerson, "Rishi Sunak", false},
		{record.EntityPlace, "Norway", false},
		{record.EntityOrganization, "NATO", false},
		{record.EntityOrganization, "—", true},
	} {
		if got := isLone(&record.Entity{Type: c.kind, Name: c.name}); got != c.lone {
			t.Errorf("%s %q: lone %t", c.kind, c.name, got)
		}
	}
	got := EntityKey(Name{Type: record.EntityPerson, Text: "  Émile ZOLA"})
	if got != "person/emile zola" {
		t.Errorf("key %q", got)
	}
}

func TestSentencesOfEventsWithoutATextAreTheirTriggers(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Sentences = []record.Span{{Start: 0, End: 150}}
	if got := Of(r).Sentences[0]; got == "promised" {
		t.Errorf("the sentence is %q", got)
	}
	r.Document.Text = nil
	if got := Of(r).Sentences; !slices.Equal(got, []string{"promised", "talks", "did not arrest"}) {
		t.Errorf("without a text: %q", got)
	}
}

func TestADecisionThatIsRefusedTellsWhy(t *testing.T) {
	r := sample.Treaty(t)
	for _, c := range []struct{ item, field, value string }{
		{r.Entities[0].ID, "name", `7`},
		{r.Times[0].ID, "edtf", `"soon", "x"`},
		{r.Events[0].ID, "status", `"never"`},
		{"", "length", `3`},
		{"t9", "edtf", `"2024"`},
	} {
		d := Decision{Document: r.Document.ID, Item: c.item, Field: c.field, New: []byte(c.value)}
		if err := d.Apply(r); err == nil {
			t.Errorf("%s.%s was set to %s", c.item, c.field, c.value)
		}
		r = sample.Treaty(t)
	}
	for _, c := range []struct{ item, field, value string }{
		{r.Entities[0].ID, "name", `"Anne Lee"`},
		{r.Entities[0].ID, "country", `"NOR"`},
		{r.Times[0].ID, "mod", `"approx"`},
		{r.Events[0].ID, "status", `"planned"`},
		{"", "publisher", `"Le Monde"`},
	} {
		d := Decision{Document: r.Document.ID, Item: c.item, Field: c.field, New: []byte(c.value)}
		if err := d.Apply(r); err != nil {
			t.Error(err)
		}
	}
}

func TestADecisionIsWrittenAsTheRecordWritesIt(t *testing.T) {
	r := sample.Treaty(t)
	d := Decision{
		Document: r.Document.ID, Item: r.Statements[1].ID, Field: "review",
		New: []byte(` { "note": "a < b", "state" : "rejected" } `),
	}
	if err := d.Apply(r); err != nil {
		t.Fatal(err)
	}
	again := d
	if err := again.Set(r); err != nil {
		t.Fatal(err)
	}
	if d.Old != nil || string(again.Old) != string(d.New) {
		t.Errorf("set from %s to %s, found as %s", d.Old, d.New, again.Old)
	}
	nothing := Decision{Document: d.Document, Item: d.Item, Field: "review", New: []byte(`null`)}
	if err := nothing.Apply(r); err != nil || nothing.New != nil || r.Statements[1].Review != nil {
		t.Errorf("null is no absence: %v", err)
	}
}

func TestAnErrorLeavesNoRows(t *testing.T) {
	broken := errors.New("broken")
	found := func(err error) iter.Seq2[Row, error] {
		return func(yield func(Row, error) bool) {
			_ = yield(Row{Cursor: "a"}, nil) && yield(Row{Cursor: "b"}, err)
		}
	}
	if rows, err := Gather(found(nil)); err != nil || len(rows) != 2 || rows[1].Cursor != "b" {
		t.Errorf("%v, %v", rows, err)
	}
	if rows, err := Gather(found(broken)); !errors.Is(err, broken) || rows != nil {
		t.Errorf("%v, %v", rows, err)
	}
}
