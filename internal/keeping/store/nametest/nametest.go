// Package nametest has the tests that every engine of package store passes in what
// names mean: by the built-in table, by one of the user's own, by the word of people.
package nametest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/storetest"
	"readout/record"
)

// Run runs all tests.
func Run(t *testing.T, e storetest.Engine) {
	for _, c := range []struct {
		claim string
		test  func(*testing.T, storetest.Engine)
	}{
		{"entities of full names are one", entities},
		{"joined names are one", joins},
		{"names of a table are one", namesOne},
		{"demonyms are their country", demonyms},
		{"joined names are found by each other", joinsFilters},
		{"a table of one's own is taken up", takesUp},
	} {
		t.Run(c.claim, func(t *testing.T) { c.test(t, e) })
	}
}

// called returns a record of its own in which somebody of a type is named and denies
// something.
func called(kind record.EntityType, name string) *record.Record {
	const denied = " denied that talks had failed."
	r := sample.Saying(name + denied)
	r.Meta = record.Meta{Pipeline: "readout/0.1.0", Created: "2024-03-01T12:00:00Z"}
	at := record.Span{Start: 0, End: len(name)}
	r.Entities = []record.Entity{{
		ID: "e0", Type: kind, Name: name,
		Mentions: []record.Mention{{Span: at, Exact: name, Kind: record.MentionName}},
	}}
	cue := record.Span{Start: len(name) + 1, End: len(name) + len(" denied")}
	r.Statements[0] = record.Statement{
		ID: fmt.Sprintf("s%d", cue.End+1), Form: record.FormIndirect, Polarity: record.PolarityDenied,
		Speaker: &record.Arg{Entity: &r.Entities[0].ID, Span: &at, Exact: name},
		Cue:     &record.Mark{Span: cue, Exact: "denied"},
		Content: record.Content{
			Spans: []record.Span{{Start: cue.End + 1, End: len(name + denied)}},
			Text:  denied[len(" denied "):],
		},
	}
	return r
}

func organization(name string) store.Name {
	return store.Name{Type: record.EntityOrganization, Text: name}
}

// saying counts who denied under a name.
func saying(t testing.TB, s store.Reader, name string, want int) {
	t.Helper()
	expect(t, s, `polarity:denied speaker:"`+name+`"`, want)
}

// expect counts the rows of a query.
func expect(t testing.TB, s store.Reader, typed string, want int) {
	t.Helper()
	q, err := query.Parse(typed)
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	for _, err := range s.Find(t.Context(), q, store.Window{}) {
		if err != nil {
			t.Fatal(err)
		}
		got++
	}
	if got != want {
		t.Errorf("%s: %d rows, want %d", typed, got, want)
	}
}

// means asks for whom a key means.
func means(t testing.TB, s store.Reader, key string, want store.Entity) {
	t.Helper()
	got, err := s.Entity(t.Context(), key)
	if err != nil || got.Key != want.Key || got.Name != want.Name || got.Documents != want.Documents {
		t.Errorf("%s is %+v, %v; want %+v", key, got, err, want)
	}
}

func add(t testing.TB, s store.Store, records ...*record.Record) {
	t.Helper()
	if _, err := s.Add(t.Context(), records...); err != nil {
		t.Fatal(err)
	}
}

// with returns a new store that holds records.
func with(t testing.TB, e storetest.Engine, records ...*record.Record) store.Store {
	t.Helper()
	s, err := e.Open(t.Context(), e.Place(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	add(t, s, records...)
	return s
}

// join joins a name to another and returns what undoes it.
func join(t testing.TB, s store.Store, name, same store.Name) (undo func()) {
	t.Helper()
	d, err := store.Joined(name, same)
	if err == nil {
		d, err = s.Join(t.Context(), d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if err := s.Undo(t.Context(), d.ID); err != nil {
			t.Fatal(err)
		}
	}
}

// dump returns all that is kept.
func dump(t testing.TB, s store.Reader) []store.Entry {
	t.Helper()
	var all []store.Entry
	for entry, err := range s.Dump(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry)
	}
	return all
}

// namesOne has the built-in table say which names are one.
func namesOne(t *testing.T, e storetest.Engine) {
	org := record.EntityOrganization
	s := with(t, e, called(org, "United Nations"), called(org, "U.N."),
		called(record.EntityPlace, "UN"), called(org, "US Senate"), called(record.EntityPlace, "US"))
	saying(t, s, "UN", 3)             // also the place, which has the name itself
	saying(t, s, "united nations", 2) // but not by the table
	saying(t, s, "nations", 1)        // a part of a name that only the table has finds nothing
	saying(t, s, "United States", 1)  // and the Senate is not all of the US
	expect(t, s, `polarity:denied -speaker:"united nations"`, 3)
	expect(t, s, `kind:entities "united nations"`, 1)
	means(t, s, "organization/un", store.Entity{Key: "organization/united nations", Name: "United Nations", Documents: 2})
	un, err := s.Entity(t.Context(), "organization/united nations")
	if err != nil || !slices.Contains(un.Also, "organization/un") {
		t.Errorf("it is also %q, %v", un.Also, err)
	}
	means(t, s, "place/un", store.Entity{Key: "place/un", Name: "UN", Documents: 1})
	for _, key := range []string{"organization/nato", "organization", "person/ann lee/x", ""} {
		if e, err := s.Entity(t.Context(), key); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%q is %+v, %v", key, e, err)
		}
	}
	sound(t, s)
}

// demonyms has the adjective of a country mean the country, whatever else is in the
// document, unless it means other things too.
func demonyms(t *testing.T, e storetest.Engine) {
	place := record.EntityPlace
	s := with(t, e, called(place, "Ukraine"), called(place, "Ukrainian"),
		called(place, "Turkey"), called(place, "Turkish"), called(place, "Jordanian"),
		called(record.EntityPerson, "Jordan"), called(place, "Indian"), called(place, "India"))
	saying(t, s, "Ukraine", 2)
	saying(t, s, "Ukrainian", 2)
	saying(t, s, "Turkey", 2)
	saying(t, s, "Jordan", 2) // by the table the country, by his name the man
	saying(t, s, "India", 1)
	for key, want := range map[string]store.Entity{
		"place/ukrainian": {Key: "place/ukraine", Name: "Ukraine", Documents: 2},
		"place/turkey":    {Key: "place/turkiye", Name: "Türkiye", Documents: 2},
		"place/jordanian": {Key: "place/jordan", Name: "Jordan", Documents: 1},
		"place/indian":    {Key: "place/indian", Name: "Indian", Documents: 1},
	} {
		means(t, s, key, want)
	}
	sound(t, s)
}

// joinsFilters has a person's word hold for filters by name, both ways, on top of
// the table and until it is undone.
func joinsFilters(t *testing.T, e storetest.Engine) {
	org := record.EntityOrganization
	s := with(t, e, called(org, "UN"), called(org, "Turtle Bay"))
	saying(t, s, "turtle bay", 1)
	first := join(t, s, organization("Turtle Bay"), organization("United Nations"))
	add(t, s, called(org, "U.N. headquarters"))
	saying(t, s, "turtle bay", 2)
	saying(t, s, "united nations", 2)
	saying(t, s, "UN", 3) // the words of the third have it too
	means(t, s, "organization/turtle bay", store.Entity{Key: "organization/united nations", Name: "United Nations", Documents: 2})
	again, err := store.Joined(organization("UN"), organization("Turtle Bay"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Join(t.Context(), again); err == nil {
		t.Error("two names of one thing were joined")
	}
	second := join(t, s, organization("UN"), organization("U.N. headquarters")) // not what the table says
	means(t, s, "organization/un", store.Entity{Key: "organization/un headquarters", Name: "U.N. headquarters", Documents: 2})
	saying(t, s, "united nations", 1)
	second()
	saying(t, s, "united nations", 2)
	first()
	saying(t, s, "united nations", 1)
	saying(t, s, "turtle bay", 1)
	means(t, s, "organization/turtle bay", store.Entity{Key: "organization/turtle bay", Name: "Turtle Bay", Documents: 1})

	add(t, s, called(record.EntityPerson, "Lee"), called(record.EntityPerson, "Ann Lee"))
	saying(t, s, "ann lee", 1)
	third := join(t, s, store.Name{Type: record.EntityPerson, Text: "Lee"},
		store.Name{Type: record.EntityPerson, Text: "Ann Lee"})
	saying(t, s, "ann lee", 2)
	sound(t, s)
	third()
	saying(t, s, "ann lee", 1)
	sound(t, s)
}

// takesUp has a table of the user's own say which names are one, for what is kept
// and what comes, and another one in its place.
func takesUp(t *testing.T, e storetest.Engine) {
	org := record.EntityOrganization
	s := with(t, e, called(org, "Rijkswaterstaat"), called(org, "RWS"), called(org, "UN"))
	takeUp := func(want int, own ...alias.Row) {
		t.Helper()
		if n, err := s.TakeUp(t.Context(), own); err != nil || n != want {
			t.Errorf("%d documents indexed anew, want %d: %v", n, want, err)
		}
	}
	rows := []alias.Row{
		{Type: org, Name: "Rijkswaterstaat", Also: []string{"RWS"}},
		{Type: org, Name: "Turtle Bay", Also: []string{"United Nations"}},
	}
	saying(t, s, "RWS", 1)
	takeUp(3, rows...)
	saying(t, s, "RWS", 2)
	saying(t, s, "turtle bay", 1)
	takeUp(0, rows...)
	takeUp(0) // nil: none was named
	means(t, s, "organization/rws", store.Entity{Key: "organization/rijkswaterstaat", Name: "Rijkswaterstaat", Documents: 2})

	to := with(t, e)
	if err := store.Copy(t.Context(), s, to); err != nil {
		t.Fatal(err)
	}
	saying(t, to, "turtle bay", 1)
	if diff := cmp.Diff(dump(t, s), dump(t, to)); diff != "" {
		t.Errorf("the copy (-want +got):\n%s", diff)
	}

	if n, err := s.TakeUp(t.Context(), []alias.Row{}); err != nil || n != 3 {
		t.Errorf("without a table of one's own: %d, %v", n, err)
	}
	saying(t, s, "RWS", 1)
	saying(t, s, "turtle bay", 0)
	saying(t, s, "united nations", 1)
	sound(t, s)
}

// sound proves all that a store keeps.
func sound(t testing.TB, s store.Store) {
	t.Helper()
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}
