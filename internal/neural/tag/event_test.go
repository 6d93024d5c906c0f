package tag

import (
	"math/rand/v2"
	"testing"

	"readout/internal/language/text"
)

// met returns what the heads find in "Obama met Merkel . Putin waited ." when
// every name takes part and "met" tells of a meeting.
func met(t *testing.T, change func(rows)) []Event {
	t.Helper()
	const words = "Obama met Merkel . Putin waited ."
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	pieces, goesOn := newPieces(words)
	out := newRows(len(pieces))
	out.set(1, eventsFrom, 0, 5, 0)
	for _, i := range []int{0, 2, 4} {
		out.set(i, partsFrom, 0, 5, 0)
	}
	out.set(1, queryFrom+toActor*linkNumber, 2, 0)
	out.set(1, queryFrom+toRecipient*linkNumber, 0, 2)
	out.set(0, keyFrom+toActor*linkNumber, 3, 0)     // Obama as actor
	out.set(2, keyFrom+toRecipient*linkNumber, 0, 3) // Merkel as recipient
	out.set(4, keyFrom+toActor*linkNumber, 3, 0)     // Putin, in another sentence
	out.set(1, statusFrom, 0, 4)
	if change != nil {
		change(out)
	}
	w := &worker{tagger: &Tagger{config: conf}, pieces: pieces, goesOn: goesOn}
	w.sentences = []text.Span{{Start: 0, End: 18}, {Start: 19, End: len(words)}}
	all := window{0, len(pieces)}
	return w.appendEvents(nil, view{all, all}, out)
}

func TestAnEventHasWhoTakesPartInItsSentence(t *testing.T) {
	all := met(t, nil)
	if len(all) != 1 {
		t.Fatalf("%d events, want one: %+v", len(all), all)
	}
	e := all[0]
	if e.Trigger.Kind != "CONSULT" || e.Trigger.Start != 6 || likeliest(e.Status) != "planned" {
		t.Errorf("event %+v, want a planned CONSULT on met", e)
	}
	if len(e.Actors) != 1 || e.Actors[0].Start != 0 || len(e.Recipients) != 1 || e.Recipients[0].Start != 10 {
		t.Errorf("actors %+v, recipients %+v; want Obama and Merkel", e.Actors, e.Recipients)
	}
}

func TestWhoScoresBelowTheCostTakesNoPart(t *testing.T) {
	all := met(t, func(out rows) { out.set(2, keyFrom+toRecipient*linkNumber, 0, -3) })
	if len(all) != 1 || len(all[0].Recipients) != 0 {
		t.Errorf("events %+v, want one without a recipient", all)
	}
}

func TestTextWithoutTriggersHasNoEvents(t *testing.T) {
	if all := met(t, func(out rows) { out.set(1, eventsFrom, 0, -5, -5) }); len(all) != 0 {
		t.Errorf("events %+v, want none", all)
	}
}

func TestAGapBetweenSentencesIsNoSentence(t *testing.T) {
	sentences := []text.Span{{Start: 2, End: 5}, {Start: 8, End: 9}}
	for at, want := range map[int]text.Span{0: {Start: 0, End: 2}, 2: {Start: 2, End: 5}, 6: {Start: 5, End: 8}, 8: {Start: 8, End: 9}} {
		if got := sentenceAt(sentences, at); got != want {
			t.Errorf("sentence at %d is %v, want %v", at, got, want)
		}
	}
}
