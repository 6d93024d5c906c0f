package event

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// A reading is a marked sentence with the events that it tells of.
type reading struct{ in, want string }

// checkReadings reads each sentence and compares what is found, shown as one
// reads it.
func checkReadings(t *testing.T, all []reading) {
	t.Helper()
	for _, c := range all {
		doc, in := given(t, c.in)
		if got := shown(doc, in, Find(doc, in)); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.in, got, c.want)
		}
	}
}

// eventOn returns the event of a text whose trigger is a word.
func eventOn(t *testing.T, doc *text.Text, all []Event, trigger string) Event {
	t.Helper()
	var found []string
	for _, e := range all {
		if doc.At(e.Trigger) == trigger {
			return e
		}
		found = append(found, doc.At(e.Trigger))
	}
	t.Fatalf("%s\n\tno event on %q, but on %q", doc, trigger, found)
	return Event{}
}

// read returns the event on a word of a marked text.
func read(t *testing.T, marked, trigger string) (*text.Text, Input, Event) {
	t.Helper()
	doc, in := given(t, marked)
	return doc, in, eventOn(t, doc, Find(doc, in), trigger)
}

// wordsOf shows spans as their words.
func wordsOf(doc *text.Text, all []text.Span) string {
	var out []string
	for _, s := range all {
		out = append(out, doc.At(s))
	}
	return strings.Join(out, " | ")
}

// placed returns where words stand in a text, if they do.
func placed(in, words string) (text.Span, bool) {
	at := strings.Index(in, words)
	return text.Span{Start: at, End: at + len(words)}, at >= 0
}

func sortNames(all []mention.Name) {
	slices.SortFunc(all, func(a, b mention.Name) int { return cmp.Compare(a.Start, b.Start) })
}

func placeName(s text.Span) mention.Name { return mention.Name{Span: s, Kind: mention.Place} }
