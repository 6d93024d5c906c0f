package tag

import (
	"math/rand/v2"
	"slices"
	"testing"

	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// piecesOf returns sentences of so many pieces each, one byte a piece.
func piecesOf(lengths ...int) (pieces []wordpiece.Piece, sentences []text.Span) {
	for _, n := range lengths {
		start := len(pieces)
		for range n {
			at := len(pieces)
			pieces = append(pieces, wordpiece.Piece{Span: text.Span{Start: at, End: at + 1}})
		}
		sentences = append(sentences, text.Span{Start: start, End: len(pieces)})
	}
	return pieces, sentences
}

func TestWindowsEndWithSentencesAndAreBalanced(t *testing.T) {
	for _, c := range []struct {
		claim   string
		lengths []int
		want    []window
	}{
		{"no piece, no window", nil, nil},
		{"all in one", []int{4, 6}, []window{{0, 10}}},
		{"halves, not ten and two", []int{3, 3, 3, 3}, []window{{0, 6}, {6, 12}}},
		{"a sentence that does not fit goes to the next", []int{6, 6}, []window{{0, 6}, {6, 12}}},
		{"a long sentence is cut when full", []int{25}, []window{{0, 10}, {10, 20}, {20, 25}}},
		{"empty sentences end nothing", []int{0, 5, 0, 7}, []window{{0, 5}, {5, 12}}},
	} {
		pieces, sentences := piecesOf(c.lengths...)
		if got := windows(pieces, sentences, 10); !slices.Equal(got, c.want) {
			t.Errorf("%s: windows %v, want %v", c.claim, got, c.want)
		}
	}
}

func TestPiecesBehindTheLastSentenceAreCovered(t *testing.T) {
	pieces, sentences := piecesOf(4, 4)
	got := windows(pieces, sentences[:1], 5)
	if want := []window{{0, 4}, {4, 8}}; !slices.Equal(got, want) {
		t.Errorf("windows %v, want %v", got, want)
	}
}

func TestWindowsCoverAllPiecesOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var lengths []int
		longest := 0
		for range random.IntN(12) {
			lengths = append(lengths, random.IntN(30))
			longest = max(longest, lengths[len(lengths)-1])
		}
		pieces, sentences := piecesOf(lengths...)
		limit := 1 + random.IntN(40)
		ends := sentenceEnds(pieces, sentences)
		at := 0
		for _, w := range windows(pieces, sentences, limit) {
			if w.start != at || w.end <= w.start || w.end-w.start > limit {
				t.Fatalf("sentences of %v, limit %d: window %v behind %d", lengths, limit, w, at)
			}
			if longest <= limit && !slices.Contains(ends, w.end) {
				t.Fatalf("sentences of %v, limit %d: window %v ends in a sentence", lengths, limit, w)
			}
			at = w.end
		}
		if at != len(pieces) {
			t.Fatalf("sentences of %v, limit %d: %d of %d pieces", lengths, limit, at, len(pieces))
		}
	}
}

func TestSentenceEndsAreCountedInPieces(t *testing.T) {
	pieces, _ := newPieces("He won. She lost. So")
	sentences := []text.Span{{Start: 0, End: 7}, {Start: 8, End: 17}}
	if got, want := sentenceEnds(pieces, sentences), []int{2, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("ends %v, want %v", got, want)
	}
}

func TestViewsReadWholeSentencesAround(t *testing.T) {
	pieces, sentences := piecesOf(4, 2, 3, 3, 2, 4)
	want := []view{
		{window{0, 9}, window{0, 6}},
		{window{4, 14}, window{6, 12}},
		{window{9, 18}, window{12, 18}},
	}
	if got := views(pieces, sentences, 12, 3); !slices.Equal(got, want) {
		t.Errorf("views %v, want %v", got, want)
	}
}

func TestViewsHoldTheirWindowAndKeepTheLimit(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		var lengths []int
		for range random.IntN(12) {
			lengths = append(lengths, random.IntN(30))
		}
		pieces, sentences := piecesOf(lengths...)
		context := random.IntN(6)
		limit := 2*context + 1 + random.IntN(40)
		at := 0
		for _, v := range views(pieces, sentences, limit, context) {
			if v.own.start != at || v.start > v.own.start || v.end < v.own.end || v.end-v.start > limit {
				t.Fatalf("sentences of %v, limit %d, context %d: view %v", lengths, limit, context, v)
			}
			if v.own.start-v.start > context || v.end-v.own.end > context {
				t.Fatalf("view %v has more than %d pieces around its window", v, context)
			}
			at = v.own.end
		}
		if at != len(pieces) {
			t.Fatalf("views end at %d of %d pieces", at, len(pieces))
		}
	}
}
