package tag

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/text"
)

// A scene is the words of a window, each a piece, with the outputs of the heads.
type scene struct {
	words string
	out   rows
	w     *worker
}

// newScene returns a scene in which nothing is marked; sentences end with stops.
func newScene(t *testing.T, words string) *scene {
	t.Helper()
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	conf.Marks.Addressees = labels{namesFrom, []string{"O", "B-addressee", "I-addressee"}, make([]float64, 3)}
	pieces, goesOn := newPieces(words)
	w := &worker{tagger: &Tagger{config: conf}, pieces: pieces, goesOn: goesOn}
	w.sentences = sentences(newText(t, words))
	return &scene{words, newRows(len(pieces)), w}
}

// begins marks the pieces that are these words with the first label of a head.
func (s *scene) begins(offset int, words ...string) {
	for i, p := range s.w.pieces {
		if slices.Contains(words, s.words[p.Span.Start:p.Span.End]) {
			s.out.set(i, offset, 0, 5, 0)
		}
	}
}

// own reads the window as one of which these pieces count.
func (s *scene) own(from, to int) view {
	return view{window{0, len(s.w.pieces)}, window{from, to}}
}

// triggers returns the words of the triggers of events.
func (s *scene) triggers(all []Event) string {
	var out []string
	for _, e := range all {
		out = append(out, s.words[e.Trigger.Start:e.Trigger.End])
	}
	return strings.Join(out, " ")
}

// marked returns the words of marks.
func (s *scene) marked(all []Name) string {
	var out []string
	for _, n := range all {
		out = append(out, s.words[n.Start:n.End])
	}
	return strings.Join(out, " ")
}

func TestAnEventCountsInTheWindowOfItsTriggerAlone(t *testing.T) {
	s := newScene(t, "Obama met Merkel . Putin visited Minsk .")
	s.begins(eventsFrom, "met", "visited")
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{0, 8, "met visited"},
		{0, 4, "met"},
		{4, 8, "visited"},
		{1, 2, "met"},
		{2, 5, ""},
		{1, 6, "met visited"},
	} {
		if got := s.triggers(s.w.appendEvents(nil, s.own(c.from, c.to), s.out)); got != c.want {
			t.Errorf("own pieces %d to %d: events on %q, want %q",
				c.from, c.to, got, c.want)
		}
	}
}

func TestWindowsThatMeetTellOfEachEventOnce(t *testing.T) {
	s := newScene(t, "Obama met Merkel . Putin visited Minsk .")
	s.begins(eventsFrom, "met", "visited")
	for cut := 1; cut < 8; cut++ {
		all := s.w.appendEvents(nil, s.own(0, cut), s.out)
		all = s.w.appendEvents(all, s.own(cut, 8), s.out)
		if got := s.triggers(all); got != "met visited" {
			t.Errorf("cut at %d: events on %q", cut, got)
		}
	}
}

func TestATriggerThatTwoWindowsShareIsReadOnce(t *testing.T) {
	s := newScene(t, "They held talks today .")
	s.begins(eventsFrom, "held")
	s.out.set(2, eventsFrom, 0, 0, 5) // talks goes on with held
	first := s.w.appendEvents(nil, s.own(0, 2), s.out)
	if got := s.triggers(first); got != "held talks" {
		t.Fatalf("trigger %q, want held talks", got)
	}
	s.out.set(1, eventsFrom, 5, 0, 0) // the next window sees talks alone
	s.out.set(2, eventsFrom, 0, 5, 0)
	if got := s.triggers(s.w.appendEvents(first, s.own(2, 5), s.out)); got != "held talks" {
		t.Errorf("triggers %q, want held talks alone", got)
	}
}

func TestWhoTakesPartMayStandBesideTheOwnWindow(t *testing.T) {
	s := newScene(t, "Obama met Merkel .")
	s.begins(eventsFrom, "met")
	s.begins(partsFrom, "Obama", "Merkel")
	s.out.link(toActor, 1, 0, 5)
	s.out.link(toRecipient, 1, 2, 5)
	all := s.w.appendEvents(nil, s.own(1, 2), s.out)
	if len(all) != 1 || len(all[0].Actors) != 1 || len(all[0].Recipients) != 1 {
		t.Errorf("events %+v, want one with an actor and a recipient", all)
	}
}

func TestAParticipantIsActorOrRecipientButNotBoth(t *testing.T) {
	for _, c := range []struct {
		actor, recipient float32
		actors           int
		recipients       int
	}{
		{4, 2, 1, 0},
		{2, 4, 0, 1},
		{3, 3, 1, 0},
		{-1, -2, 0, 0},
		{0, -2, 0, 0},
	} {
		s := newScene(t, "Obama met .")
		s.out.set(1, queryFrom+toActor*linkNumber, 1, 0)
		s.out.set(0, keyFrom+toActor*linkNumber, c.actor)
		s.out.set(1, queryFrom+toRecipient*linkNumber, 1, 0)
		s.out.set(0, keyFrom+toRecipient*linkNumber, c.recipient)
		var e Event
		obama := Name{Span: Span{text.Span{Start: 0, End: 5}, 0.8}, Kind: "participant"}
		s.w.tagger.config.takePart(&e, 1, obama, 0, s.out)
		if len(e.Actors) != c.actors || len(e.Recipients) != c.recipients {
			t.Errorf("scores %v and %v: %d actors, %d recipients; want %d, %d", c.actor,
				c.recipient, len(e.Actors), len(e.Recipients), c.actors, c.recipients)
		}
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			score := float64(max(c.actor, c.recipient)) / math.Sqrt(linkNumber)
			if want := 0.8 / (1 + math.Exp(-score)); math.Abs(p.Score-want) > 1e-6 {
				t.Errorf("takes part with %v, want %v", p.Score, want)
			}
		}
	}
}

func TestTheStatusOfATriggerIsTheMeanOverItsPieces(t *testing.T) {
	s := newScene(t, "They held talks .")
	s.begins(eventsFrom, "held")
	s.out.set(2, eventsFrom, 0, 0, 5)
	s.out.set(1, statusFrom, 0, 2)
	s.out.set(2, statusFrom, 0, 4)
	all := s.w.appendEvents(nil, s.own(0, 4), s.out)
	if len(all) != 1 || len(all[0].Status) != 2 {
		t.Fatalf("events %+v", all)
	}
	if want := 1 / (1 + math.Exp(-3)); math.Abs(all[0].Status[1].Score-want) > 1e-6 {
		t.Errorf("planned has %v, want %v", all[0].Status[1].Score, want)
	}
}

func TestAddresseesAreMarkedInTheOwnWindowAlone(t *testing.T) {
	s := newScene(t, "He told reporters that voters warned him .")
	s.begins(namesFrom, "reporters", "voters", "him")
	for _, c := range []struct {
		from, to int
		want     string
	}{
		{0, 8, "reporters voters him"}, {0, 4, "reporters"}, {3, 5, "voters"}, {7, 8, ""},
	} {
		l := s.w.tagger.config.Marks.Addressees
		got := s.w.appendOwn(nil, l, s.own(c.from, c.to), s.out)
		if words := s.marked(got); words != c.want {
			t.Errorf("own pieces %d to %d: addressees %q, want %q",
				c.from, c.to, words, c.want)
		}
		for _, n := range got {
			if n.Kind != "addressee" || n.Score < 0.9 {
				t.Errorf("addressee %+v", n)
			}
		}
	}
}

func TestAnAddresseeOfSeveralWordsIsOne(t *testing.T) {
	s := newScene(t, "She told the BBC it rained .")
	s.begins(namesFrom, "the")
	s.out.set(3, namesFrom, 0, 0, 5)
	got := s.w.appendOwn(nil, s.w.tagger.config.Marks.Addressees, s.own(0, 7), s.out)
	if s.marked(got) != "the BBC" || len(got) != 1 {
		t.Errorf("addressees %+v, want the BBC", got)
	}
}

func TestAMarkThatReachesOverTheBorderIsReadOnce(t *testing.T) {
	s := newScene(t, "She told the BBC it rained .")
	s.begins(namesFrom, "the")
	s.out.set(3, namesFrom, 0, 0, 5)
	l := s.w.tagger.config.Marks.Addressees
	all := s.w.appendOwn(nil, l, s.own(0, 3), s.out)
	s.out.set(2, namesFrom, 5, 0, 0)
	s.out.set(3, namesFrom, 0, 5, 0)
	if all = s.w.appendOwn(all, l, s.own(3, 7), s.out); s.marked(all) != "the BBC" {
		t.Errorf("addressees %q, want the BBC once", s.marked(all))
	}
}

func TestPiecesUnderASpanAreThoseThatItBeginsAndEndsWith(t *testing.T) {
	pieces, _ := newPieces("The un~like~ly pact held")
	for _, c := range []struct{ start, end, from, to int }{
		{0, 3, 0, 1},   // The
		{4, 14, 1, 4},  // un~like~ly
		{15, 24, 4, 6}, // pact held
		{0, 24, 0, 6},
	} {
		s := Span{text.Span{Start: c.start, End: c.end}, 0.5}
		if got := piecesUnder(pieces, s); got != (pieceSpan{c.from, c.to, 0.5}) {
			t.Errorf("bytes %d to %d are pieces %+v, want %d to %d",
				c.start, c.end, got, c.from, c.to)
		}
	}
}

func TestBetweenAreTheNamesThatBeginInside(t *testing.T) {
	var names []Name
	for _, at := range []int{0, 4, 9, 15} {
		names = append(names, Name{Span: Span{text.Span{Start: at, End: at + 3}, 1}})
	}
	for _, c := range []struct{ start, end, first, n int }{
		{0, 20, 0, 4}, {0, 4, 0, 1}, {1, 9, 4, 1}, {4, 10, 4, 2}, {16, 20, 0, 0}, {5, 5, 0, 0},
	} {
		got := between(names, text.Span{Start: c.start, End: c.end})
		if len(got) != c.n || c.n > 0 && got[0].Start != c.first {
			t.Errorf("between %d and %d: %+v, want %d from %d",
				c.start, c.end, got, c.n, c.first)
		}
	}
	if got := between(nil, text.Span{Start: 0, End: 9}); len(got) > 0 {
		t.Errorf("between none: %+v", got)
	}
}

func TestEveryPlaceStandsInOneSentenceOrGap(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		var all []text.Span
		at := 0
		for range random.IntN(4) {
			start := at + random.IntN(3)
			at = start + 1 + random.IntN(4)
			all = append(all, text.Span{Start: start, End: at})
		}
		for place := range at + 3 {
			got := sentenceAt(all, place)
			if place < got.Start || got.End <= place {
				t.Errorf("%v: place %d stands in %v", all, place, got)
			}
			overlaps := slices.ContainsFunc(all, got.Overlaps)
			if is := slices.Contains(all, got); is != overlaps {
				t.Errorf("%v: place %d in %v, a sentence %v, overlaps one %v",
					all, place, got, is, overlaps)
			}
		}
	}
}

func TestChancesAreProbabilitiesInTheOrderOfTheVocabulary(t *testing.T) {
	values := []string{"occurred", "planned", "negated"}
	for _, scores := range [][]float64{{0, 0, 0}, {1, 2, 3}, {900, -900, 0}, {-1e6, -1e6, -1e6}} {
		sum := 0.0
		for i, c := range chances(values, slices.Clone(scores)) {
			if c.Value != values[i] || c.Score < 0 || c.Score > 1 ||
				math.IsNaN(c.Score) {
				t.Errorf("scores %v: %+v at %d", scores, c, i)
			}
			sum += c.Score
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("scores %v: chances of %v in all", scores, sum)
		}
	}
	if got := chances(nil, nil); got != nil {
		t.Errorf("no values have chances %v", got)
	}
}
