package tag

import (
	"cmp"
	"slices"

	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// A Referring is a word that may refer to something named elsewhere: a pronoun,
// or the head of a noun phrase such as "the minister".
type Referring struct {
	text.Span
	Pronoun bool // others after it may refer to what it refers to
}

// A Reference says how likely a referring word means what a word before it means.
type Reference struct {
	At   int         // index of the referring word
	To   []Candidate // in the order of the text
	None float64     // probability that it means none of them
}

// A Candidate is where a name or a pronoun begins, with the probability that a
// word refers to it.
type Candidate struct {
	Start int // byte of the text
	Score float64
}

// refer appends the references of the words in a view's own window to the names
// and pronouns before them in the view.
func (w *worker) refer(dst []Reference, asked []Referring, v view, out rows) []Reference {
	c := &w.tagger.config
	pieces := w.pieces[v.start:v.end]
	starts := w.candidates(asked, v, out)
	first, last := w.pieces[v.own.start].Span.Start, w.pieces[v.own.end-1].Span.End
	from, _ := slices.BinarySearchFunc(asked, first, byStart)
	for i := from; i < len(asked) && asked[i].Start < last; i++ {
		at, ok := slices.BinarySearchFunc(pieces, asked[i].Start, pieceAt)
		if !ok {
			continue
		}
		r := Reference{At: i}
		scores := []float64{0} // of none
		for _, s := range starts {
			if s < at {
				scores = append(scores, c.link(out, toAntecedent, at, s))
				r.To = append(r.To, Candidate{Start: pieces[s].Span.Start})
			}
		}
		softmax(scores)
		r.None = scores[0]
		for n := range r.To {
			r.To[n].Score = scores[n+1]
		}
		dst = append(dst, r)
	}
	return dst
}

// candidates returns the pieces of a view at which names and pronouns begin,
// ascending.
func (w *worker) candidates(asked []Referring, v view, out rows) []int {
	c := &w.tagger.config
	pieces, goesOn := w.pieces[v.start:v.end], w.goesOn[v.start:v.end]
	var starts []int
	add := func(at int) {
		if i, ok := slices.BinarySearchFunc(pieces, at, pieceAt); ok {
			starts = append(starts, i)
		}
	}
	for _, l := range []labels{c.Marks.Names, c.Marks.Inner} {
		w.names = w.speller.appendNames(w.names[:0], l, out, pieces, goesOn)
		for _, n := range w.names {
			add(n.Start)
		}
	}
	from, _ := slices.BinarySearchFunc(asked, pieces[0].Span.Start, byStart)
	for _, r := range asked[from:] {
		if r.Start > pieces[len(pieces)-1].Span.Start {
			break
		}
		if r.Pronoun {
			add(r.Start)
		}
	}
	slices.Sort(starts)
	return slices.Compact(starts)
}

func byStart(r Referring, at int) int       { return cmp.Compare(r.Start, at) }
func pieceAt(p wordpiece.Piece, at int) int { return cmp.Compare(p.Span.Start, at) }
