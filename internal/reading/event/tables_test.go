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

// example returns the event of an example whose trigger is in brackets, with
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
	i := slices.IndexFunc(got, func(e Event) bool { return e.Trigger == trigger.Span })
	if i < 0 {
		t.Fatalf("%q: no event on the trigger", marked)
	}
	return doc, got[i]
}

func TestTheExampleOfEachHedge(t *testing.T) {
	for _, h := range hedges {
		if _, e := example(t, record.EventConsult, h.example, ""); e.Certainty != h.certainty {
			t.Errorf("%q: %s, want %s", h.example, e.Certainty, h.certainty)
		}
	}
}

func TestModesAreThoseOfTheClause(t *testing.T) {
	for in, want := range map[string]string{
		"A suicide bomber [killed] six with a car bomb.": "suicide-attack explosives",
		"Gunmen [shot] a judge while a drone flew past.": "firearms",
		"Someone [harmed] him.":                          "",
	} {
		_, e := example(t, record.EventAssault, in, "")
		var got []string
		for _, m := range e.Modes {
			got = append(got, string(m))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", in, s, want)
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
		"He was [arrested].":                                           true,
		"He was not immediately [arrested].":                           true,
		"He was beaten and [jailed].":                                  true,
		"He was questioned by an aide of the mayor and then [jailed].": true,
		"He has [arrested] them.":                                      false,
		"He was [opposed] to it.":                                      false,
		"He is [arresting] them.":                                      false,
	} {
		doc, e := example(t, record.EventCoerce, in, "He")
		if got := len(e.Recipients) > 0 && doc.At(e.Recipients[0]) == "He"; got != want {
			t.Errorf("%q: passive is %v, want %v", in, got, want)
		}
	}
}

func TestTheExampleOfEachStatus(t *testing.T) {
	for _, s := range statusRows {
		open, end := strings.IndexByte(s.example, '['), strings.IndexByte(s.example, ']')
		doc, err := text.New(s.example[:open] + s.example[open+1:end] + s.example[end+1:])
		if err != nil {
			t.Fatal(err)
		}
		got := Find(doc, Input{Sentences: segment.AppendSentences(nil, doc)})
		i := slices.IndexFunc(got, func(e Event) bool { return e.Trigger.Start == open })
		if i < 0 || got[i].Status != s.status {
			t.Errorf("%q: %v, want %s", s.example, got, s.status)
		}
	}
}

func TestLongSentencesAreReadInTime(t *testing.T) {
	doc, err := text.New(strings.Repeat("killed by Bonn on Monday and ", 20_000))
	if err != nil {
		t.Fatal(err)
	}
	if got := Find(doc, Input{Sentences: []text.Span{{Start: 0, End: doc.Len()}}}); len(got) != mostActs {
		t.Errorf("%d events, want %d", len(got), mostActs)
	}
}
