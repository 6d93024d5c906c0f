package tag

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"readout/internal/language/text"
	"readout/internal/neural/kernel"
	"readout/internal/neural/weights"
	"readout/internal/neural/wordpiece"
)

func TestShapesTellWhatStandsBeforeAPiece(t *testing.T) {
	words, err := wordpiece.New(weights.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	const s = "Trump’s  unbelievability\nU.S."
	w := worker{pieces: words.Append(nil, s)}
	w.lookBefore(s)
	for i, p := range w.pieces {
		gap := ""
		if i > 0 {
			gap = s[w.pieces[i-1].Span.End:p.Span.Start]
		}
		got, want := p.Shape&^7, uint8(0)
		switch gap {
		case "  ":
			want = afterSpace
		case "\n":
			want = afterNewline
		}
		if got != want {
			t.Errorf("%q behind %q: %d, want %d", s[p.Span.Start:p.Span.End], gap, got, want)
		}
		start := p.Span.Start
		within := start > strings.Index(s, "unb") && start < strings.Index(s, "\n")
		if w.goesOn[i] != within {
			t.Errorf("%q goes on: %v", s[start:p.Span.End], w.goesOn[i])
		}
	}
}

func TestAMarkBehindAPieceSeparatesNothing(t *testing.T) {
	words, err := wordpiece.New(weights.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"Décidé, dit José’s médiévalité", "é\né", "≠é É-é"} {
		composed, apart := worker{}, worker{}
		composed.pieces = words.Append(nil, s)
		composed.lookBefore(s)
		apart.pieces = words.Append(nil, norm.NFD.String(s))
		apart.lookBefore(norm.NFD.String(s))
		if !slices.Equal(composed.goesOn, apart.goesOn) {
			t.Errorf("%q: words go on at %v, apart at %v", s, composed.goesOn, apart.goesOn)
		}
		for i, p := range composed.pieces {
			if got := apart.pieces[i]; got.ID != p.ID || got.Shape != p.Shape {
				t.Errorf("%q: piece %d is %+v, apart %+v", s, i, p, got)
			}
		}
	}
}

func TestAWindowHasItsEdges(t *testing.T) {
	w := worker{ids: []int32{9, 9, 9, 9}}
	w.fill([]wordpiece.Piece{{ID: 2057, Shape: 3}, {ID: 2180, Shape: 11}})
	if want := []int32{idCLS, 2057, 2180, idSEP}; !slices.Equal(w.ids, want) {
		t.Errorf("ids %v, want %v", w.ids, want)
	}
	if want := []uint8{0, 3, 11, 0}; !slices.Equal(w.shapes, want) {
		t.Errorf("shapes %v, want %v", w.shapes, want)
	}
}

func TestAModelThatDoesNotFitIsRefused(t *testing.T) {
	if _, err := New("no model", weights.Vocabulary(), kernel.Best()); err == nil {
		t.Error("bytes that are no model file make a tagger")
	}
	if _, err := New(weights.Model(), "", kernel.Best()); err == nil {
		t.Error("no vocabulary makes a tagger")
	}
}

// hostile are texts that break rules of news. What the model says of them is
// its business; the promises of the package hold.
var hostile = []string{
	"",
	"\n \n",
	"a",
	"\u0301\u0301 said that",
	strings.Repeat("said ", 900),
	strings.Repeat("“he said, ", 200),
	strings.Repeat("supercalifragilistic", 40) + " said it.",
	"The minister said 🤷🏽‍♀️ it was fine. السلام عليكم، قال الوزير. 部长说没事。",
	"Trump\x00said\ttaxes fall. " + strings.Repeat("No. ", 300),
}

func TestTagsKeepTheirPromises(t *testing.T) {
	tagger, err := New(weights.Model(), weights.Vocabulary(), kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	const news = "Josh Earnest said on Monday that the White House would not pay. "
	for _, s := range append(hostile, strings.Repeat(news, 30)) {
		doc := newText(t, s)
		tags, err := tagger.Tag(t.Context(), doc, sentences(doc), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkAttributions(t, doc, tags.Attributions)
		end := 0
		for _, n := range tags.Names {
			end = checkSpan(t, doc, n.Span, end)
			if n.Kind == "" {
				t.Errorf("%q is a name of no kind", doc.At(n.Span.Span))
			}
		}
	}
}

// checkAttributions proves what the package promises of attributions.
func checkAttributions(t *testing.T, doc *text.Text, all []Attribution) {
	t.Helper()
	var contents []Span
	end := 0
	for _, a := range all {
		end = checkSpan(t, doc, a.Cue, end)
		if a.Sourced {
			checkSpan(t, doc, a.Source, 0)
		}
		if len(a.Contents) == 0 || a.Score < 0 || a.Score > 1 {
			t.Errorf("attribution %+v", a)
		}
		contents = append(contents, a.Contents...)
	}
	slices.SortFunc(contents, func(a, b Span) int { return a.Start - b.Start })
	end = 0
	for _, c := range contents {
		end = checkSpan(t, doc, c, end)
	}
}

// checkSpan proves that a span lies in the text behind a place, and returns its
// end.
func checkSpan(t *testing.T, doc *text.Text, s Span, from int) int {
	t.Helper()
	if s.Start < from || s.End > doc.Len() || s.Empty() || s.Score < 0 || s.Score > 1 {
		t.Errorf("span %+v behind %d in a text of %d bytes", s, from, doc.Len())
	}
	return s.End
}

func TestATaggerGivesTheSameTagsToAll(t *testing.T) {
	tagger, err := New(weights.Model(), weights.Vocabulary(), kernel.Best())
	if err != nil {
		t.Fatal(err)
	}
	doc := newText(t, strings.Repeat("Ms Clinton told Ohio that “taxes” fall. ", 20))
	want, err := tagger.Tag(t.Context(), doc, sentences(doc), nil)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, err := tagger.Tag(t.Context(), doc, sentences(doc), nil)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("error %v, or other tags than the first time", err)
			}
		})
	}
	group.Wait()
}
