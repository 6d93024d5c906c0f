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

// newsOf returns a text of about so many pieces: sentences of 10 to 40 pieces
// of random words, one to three of them a paragraph.
func newsOf(random *rand.Rand, size int) (pieces []wordpiece.Piece, ends []int) {
	for paragraph := 0; len(pieces) < size; paragraph-- {
		first := uint8(afterSpace)
		if paragraph == 0 {
			paragraph, first = 1+random.IntN(3), afterNewline
		}
		for i := range 10 + random.IntN(31) {
			p := wordpiece.Piece{ID: random.Int32N(30000), Shape: wordpiece.Lower + afterSpace}
			if i == 0 {
				p.Shape = wordpiece.Title + first
			}
			pieces = append(pieces, p)
		}
		ends = append(ends, len(pieces))
	}
	return pieces, ends
}

// joined returns a text that goes on with another one.
func joined(a []wordpiece.Piece, aEnds []int, b []wordpiece.Piece, bEnds []int) ([]wordpiece.Piece, []int) {
	ends := slices.Clone(aEnds)
	for _, e := range bEnds {
		ends = append(ends, e+len(a))
	}
	return slices.Concat(a, b), ends
}

func TestWindowsEndWithSentences(t *testing.T) {
	for _, c := range []struct {
		claim   string
		lengths []int
		want    []window
	}{
		{"no piece, no window", nil, nil},
		{"all in one", []int{4, 6}, []window{{0, 10}}},
		{"as few as the limit allows at equal costs", []int{3, 3, 3, 3}, []window{{0, 9}, {9, 12}}},
		{"a sentence that does not fit goes to the next", []int{6, 6}, []window{{0, 6}, {6, 12}}},
		{"a long sentence is cut into equal parts", []int{26}, []window{{0, 8}, {8, 17}, {17, 26}}},
		{"empty sentences end nothing", []int{0, 5, 0, 7}, []window{{0, 5}, {5, 12}}},
	} {
		pieces, sentences := piecesOf(c.lengths...)
		got := windows(pieces, sentenceEnds(pieces, sentences), 10)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: windows %v, want %v", c.claim, got, c.want)
		}
	}
}

func TestPiecesBehindTheLastSentenceAreCovered(t *testing.T) {
	pieces, sentences := piecesOf(4, 4)
	got := windows(pieces, sentenceEnds(pieces, sentences[:1]), 5)
	if want := []window{{0, 4}, {4, 8}}; !slices.Equal(got, want) {
		t.Errorf("windows %v, want %v", got, want)
	}
}

// A share counts how many of so many windows stay as they are.
type share struct{ same, all int }

func (s *share) add(is bool) {
	s.all++
	if is {
		s.same++
	}
}

func (s share) value() float64 { return float64(s.same) / float64(s.all) }

func TestWhatStandsBeforeOrBehindMovesFewWindows(t *testing.T) {
	const limit = 150
	random := rand.New(rand.NewPCG(5, 6))
	var before, behind share
	for range 500 {
		pieces, ends := newsOf(random, 10*limit)
		other, otherEnds := newsOf(random, 1+random.IntN(150))
		want := windows(pieces, ends, limit)
		longer, longerEnds := joined(other, otherEnds, pieces, ends)
		got := windows(longer, longerEnds, limit)
		for _, w := range want[2:] {
			moved := window{w.start + len(other), w.end + len(other)}
			before.add(slices.Contains(got, moved))
		}
		longer, longerEnds = joined(pieces, ends, other, otherEnds)
		got = windows(longer, longerEnds, limit)
		for _, w := range want[:len(want)-2] {
			behind.add(slices.Contains(got, w))
		}
	}
	t.Logf("windows that stay: %.3f, %.3f", before.value(), behind.value())
	if before.value() < 0.95 || behind.value() < 0.95 {
		t.Errorf("with text before, %.3f of the windows stay; behind, %.3f; want 0.95",
			before.value(), behind.value())
	}
}

func TestAnotherNameMovesNoWindow(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	pieces, ends := newsOf(random, 1500)
	want := windows(pieces, ends, 150)
	for i := range pieces {
		if pieces[i].Shape&shapeOfWord != wordpiece.Lower {
			pieces[i].ID = random.Int32N(30000)
		}
	}
	if got := windows(pieces, ends, 150); !slices.Equal(got, want) {
		t.Errorf("windows %v, want %v", got, want)
	}
}

func TestWindowsPreferParagraphs(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	pieces, ends := newsOf(random, 100_000)
	var cuts, all share
	for _, e := range ends[:len(ends)-1] {
		all.add(pieces[e].Shape&afterNewline != 0)
	}
	for _, w := range windows(pieces, ends, 150)[1:] {
		cuts.add(pieces[w.start].Shape&afterNewline != 0)
	}
	if cuts.value() < all.value()+0.1 {
		t.Errorf("%.2f of the windows begin a paragraph, of the sentences %.2f", cuts.value(), all.value())
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
		for _, w := range windows(pieces, ends, limit) {
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

// titled returns a headline of so many pieces and a text behind it.
func titled(random *rand.Rand, size, title int) (pieces []wordpiece.Piece, ends []int) {
	for i := range title {
		p := wordpiece.Piece{ID: random.Int32N(30000), Shape: wordpiece.Title + afterSpace}
		if i == 0 {
			p.Shape = wordpiece.Title + afterNewline
		}
		pieces = append(pieces, p)
	}
	body, bodyEnds := newsOf(random, size)
	for i, end := range bodyEnds { // its sentences end with a stop
		body[end-1].Shape = wordpiece.Signs
		bodyEnds[i] = end
	}
	return joined(pieces, []int{title}, body, bodyEnds)
}

// spansOf returns one span a sentence, the pieces one byte each.
func spansOf(pieces []wordpiece.Piece, ends []int) []text.Span {
	for i := range pieces {
		pieces[i].Span = text.Span{Start: i, End: i + 1}
	}
	var out []text.Span
	start := 0
	for _, e := range ends {
		out = append(out, text.Span{Start: start, End: e})
		start = e
	}
	return out
}

func TestATextFromItsHeadlineOnIsReadAlikeWhereverItStands(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 100 {
		pieces, ends := titled(random, 600, 5+random.IntN(20))
		want := views(pieces, spansOf(pieces, ends), 222, 36)
		other, otherEnds := newsOf(random, 1+random.IntN(150))
		for _, e := range otherEnds {
			other[e-1].Shape = wordpiece.Signs
		}
		longer, longerEnds := joined(other, otherEnds, pieces, ends)
		got := views(longer, spansOf(longer, longerEnds), 222, 36)
		for i := range want {
			want[i] = want[i].moved(len(other))
		}
		if len(got) < len(want) || !slices.Equal(got[len(got)-len(want):], want) {
			t.Fatalf("views %v, want %v at the end", got, want)
		}
	}
}

func TestALineWithAStopIsNoHeadline(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	pieces, ends := titled(random, 300, 8)
	pieces[7].Shape = wordpiece.Signs
	if got := sections(pieces, ends); len(got) != 1 {
		t.Errorf("%d sections, want 1", len(got))
	}
	pieces[7].Shape = wordpiece.Lower
	longer, longerEnds := joined(pieces, ends, pieces, ends)
	if got := sections(longer, longerEnds); len(got) != 2 {
		t.Errorf("%d sections, want 2", len(got))
	}
}

func TestLinesThatFollowAHeadlineStayWithIt(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	pieces, ends := titled(random, 300, 8)
	byline, bylineEnds := titled(random, 0, 4)
	longer, longerEnds := joined(byline, bylineEnds, pieces, ends)
	if got := sections(longer, longerEnds); len(got) != 1 {
		t.Errorf("%d sections, want the lines before a text in one", len(got))
	}
}
