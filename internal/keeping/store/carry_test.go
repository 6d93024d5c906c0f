package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

// TestAnItemIsTheNextVersionOfOneAlone has several statements of one content, with
// cues of their own, and several events of one trigger, with types of their own.
func TestAnItemIsTheNextVersionOfOneAlone(t *testing.T) {
	for _, c := range []struct {
		claim      string
		prev, next string
		want       string // places: from where to where decisions are carried on
	}{
		{"one of two is left", "promised urged", "urged", "1>0"},
		{"the other way round", "urged promised", "urged", "0>0"},
		{"one has another cue", "promised", "urged", "0>0"},
		{"so has one of two", "promised urged", "warned urged", "0>0 1>1"},
		{"it may be either", "promised urged", "warned", ""},
		{"it may be one of two", "promised", "urged warned", ""},
		{"two are as one", "urged urged", "urged", ""},
	} {
		prev, next := withCues(t, c.prev), withCues(t, c.next)
		if got := carriedOn(t, prev, next, "act", `"state"`); got != c.want {
			t.Errorf("%s: statements %s, want %s", c.claim, got, c.want)
		}
		prev, next = withTypes(t, c.prev), withTypes(t, c.next)
		if got := carriedOn(t, prev, next, "status", `"planned"`); got != c.want {
			t.Errorf("%s: events %s, want %s", c.claim, got, c.want)
		}
	}
}

// TestAReviewIsNotThatOfATwin has the rejected one of two statements vanish.
func TestAReviewIsNotThatOfATwin(t *testing.T) {
	prev, next := withCues(t, "promised urged"), withCues(t, "urged")
	states := []record.ReviewState{record.ReviewRejected, record.ReviewAccepted}
	var decisions []Decision
	for i, state := range states {
		d, err := Reviewed(prev.Document.ID, prev.Statements[i].ID, record.Review{
			State: state, By: "desk", At: "2024-03-20T10:00:00Z",
		})
		if err != nil {
			t.Fatal(err)
		}
		d.ID, d.Pipeline = int64(i+1), prev.Meta.Pipeline
		decisions = append(decisions, d)
	}
	r, carried, err := Carry(prev, next, decisions)
	if err != nil || len(carried) != 1 || carried[0].Origin != 2 {
		t.Fatalf("%+v, %v", carried, err)
	}
	got := r.Statements[0].Review
	if got == nil || got.State != record.ReviewAccepted {
		t.Errorf("review %+v", got)
	}
}

// ends tell items of one place apart in their ids.
var ends = []string{"", "b", "c"}

// withCues returns a record of statements that differ in their cues alone.
func withCues(t *testing.T, cues string) *record.Record {
	t.Helper()
	r, err := sample.Treaty(t).In(record.OffsetsByte)
	if err != nil {
		t.Fatal(err)
	}
	text, one := *r.Document.Text, r.Statements[2]
	r.Statements, r.Events = nil, nil
	for i, cue := range strings.Fields(cues) {
		s := one
		s.ID += ends[i]
		s.Cue = &record.Mark{Span: sample.In(t, text, cue, 0), Exact: cue}
		r.Statements = append(r.Statements, s)
	}
	return r
}

// withTypes returns a record of events that differ in their types alone, of which
// each stands for a word.
func withTypes(t *testing.T, words string) *record.Record {
	t.Helper()
	types := map[string]record.EventType{
		"promised": record.EventConsult,
		"urged":    record.EventAgree,
		"warned":   record.EventCoerce,
	}
	r := sample.Treaty(t)
	one := r.Events[2]
	r.Statements, r.Events = nil, nil
	for i, word := range strings.Fields(words) {
		e := one
		e.ID += ends[i]
		e.Type = types[word]
		r.Events = append(r.Events, e)
	}
	return r
}

// carriedOn corrects a field of every item and returns which became which.
func carriedOn(
	t *testing.T, prev, next *record.Record, field, value string,
) string {
	t.Helper()
	next.Meta.Pipeline = "readout/0.2.0"
	var decisions []Decision
	for i, id := range idsOf(prev) {
		decisions = append(decisions, Decision{
			ID: int64(i + 1), Document: prev.Document.ID,
			Pipeline: prev.Meta.Pipeline, Item: id, Field: field, New: []byte(value),
		})
	}
	_, carried, err := Carry(prev, next, decisions)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, d := range carried {
		at := slices.Index(idsOf(next), d.Item)
		pairs = append(pairs, fmt.Sprintf("%d>%d", d.Origin-1, at))
	}
	return strings.Join(pairs, " ")
}

func idsOf(r *record.Record) []string {
	var ids []string
	for _, s := range r.Statements {
		ids = append(ids, s.ID)
	}
	for _, e := range r.Events {
		ids = append(ids, e.ID)
	}
	return ids
}
