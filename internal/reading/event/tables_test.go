package event

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/record"
)

// example returns the one event of an example whose trigger is in brackets, with
// these words as an actor.
func example(t *testing.T, kind record.EventType, marked, actor string) (*text.Text, Event) {
	t.Helper()
	open, end := strings.IndexByte(marked, '['), strings.IndexByte(marked, ']')
	if open < 0 || end < open {
		t.Fatalf("example %q has no trigger in brackets", marked)
	}
	doc, err := text.New(marked[:open] + marked[open+1:end] + marked[end+1:])
	if err != nil {
		t.Fatal(err)
	}
	trigger := tag.Span{Span: text.Span{Start: open, End: end - 1}, Score: 0.9}
	found := tag.Event{Trigger: tag.Name{Span: trigger, Kind: kind.String()}}
	if at := strings.Index(doc.String(), actor); actor != "" && at >= 0 {
		found.Actors = []tag.Span{{Span: text.Span{Start: at, End: at + len(actor)}, Score: 0.9}}
	}
	got := Find(doc, Input{Found: []tag.Event{found}, Sentences: segment.AppendSentences(nil, doc)})
	if len(got) != 1 {
		t.Fatalf("%q: %d events, want 1", marked, len(got))
	}
	return doc, got[0]
}

func TestTheExampleOfEachHedge(t *testing.T) {
	for _, h := range hedges {
		if _, e := example(t, record.EventConsult, h.example, ""); e.Certainty != h.certainty {
			t.Errorf("%q: %s, want %s", h.example, e.Certainty, h.certainty)
		}
	}
}

func TestTheExampleOfEachMode(t *testing.T) {
	for _, r := range modes {
		if _, e := example(t, r.kind, r.example, ""); !slices.Contains(e.Modes, r.mode) {
			t.Errorf("%s %q: %v, want %s", r.kind, r.example, e.Modes, r.mode)
		}
	}
}

func TestTheExampleOfEachNoun(t *testing.T) {
	for _, n := range nouns {
		in, want, _ := strings.Cut(n.example, " => ")
		doc, e := example(t, record.EventConsult, in, want)
		if len(e.Recipients) != 1 || doc.At(e.Recipients[0]) != want {
			t.Errorf("%q: %v, want %q", n.example, e.Recipients, want)
		}
	}
}

func TestWithoutAHedgeAnActIsCertain(t *testing.T) {
	for in, want := range map[string]record.Certainty{
		"Police [arrested] him.":                        record.CertaintyCertain,
		"The vote may fail, but police [arrested] him.": record.CertaintyCertain,
		"Did police [arrest] him?":                      record.CertaintyUnknown,
	} {
		if _, e := example(t, record.EventCoerce, in, ""); e.Certainty != want {
			t.Errorf("%q: %s, want %s", in, e.Certainty, want)
		}
	}
}

func TestPassives(t *testing.T) {
	for in, want := range map[string]bool{
		"He was [arrested].":                 true,
		"He was not immediately [arrested].": true,
		"He was beaten and [jailed].":        true,
		"He has [arrested] them.":            false,
		"He was [opposed] to it.":            false,
		"He is [arresting] them.":            false,
	} {
		_, e := example(t, record.EventCoerce, in, "He")
		if got := len(e.Recipients) == 1; got != want {
			t.Errorf("%q: passive is %v, want %v", in, got, want)
		}
	}
}
