package tag

import (
	"math"
	"slices"

	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// An Event is what words tell of an act between actors.
type Event struct {
	Trigger    Name     // the word that tells of it, with PLOVER's type as its kind
	Status     []Chance // whether it has happened, in the order of the model's vocabulary
	Actors     []Span   // who does it, in the order of the text
	Recipients []Span   // to whom, likewise
}

// appendEvents appends the events whose triggers stand in a view's own window.
// Who takes part in one stands in its sentence.
func (w *worker) appendEvents(dst []Event, v view, out rows) []Event {
	c := &w.tagger.config
	pieces, goesOn := w.pieces[v.start:v.end], w.goesOn[v.start:v.end]
	w.names = w.speller.appendNames(w.names[:0], c.Marks.Triggers, out, pieces, goesOn)
	if len(w.names) == 0 {
		return dst
	}
	w.parts = w.speller.appendNames(w.parts[:0], c.Marks.Participants, out, pieces, goesOn)
	first, last := w.pieces[v.own.start].Span.Start, w.pieces[v.own.end-1].Span.End
	for _, n := range w.names {
		if n.Start < first || last <= n.Start || (len(dst) > 0 && dst[len(dst)-1].Trigger.End > n.Start) {
			continue
		}
		at := piecesUnder(pieces, n.Span)
		scores := make([]float64, len(c.Status.Values))
		addMean(scores, out, c.Status.Offset, at)
		e := Event{Trigger: n, Status: chances(c.Status.Values, scores)}
		for _, p := range between(w.parts, sentenceAt(w.sentences, n.Start)) {
			c.takePart(&e, at.start, p, piecesUnder(pieces, p.Span).start, out)
		}
		dst = append(dst, e)
	}
	return dst
}

// takePart makes a participant an actor or a recipient of an event, whichever is
// likelier, if either scores above the cost.
func (c *config) takePart(e *Event, trigger int, who Name, at int, out rows) {
	actor := c.link(out, toActor, trigger, at)
	recipient := c.link(out, toRecipient, trigger, at)
	score := max(actor, recipient)
	if score <= c.ArgumentCost {
		return
	}
	s := Span{who.Span.Span, who.Score / (1 + math.Exp(-score))}
	if actor >= recipient {
		e.Actors = append(e.Actors, s)
	} else {
		e.Recipients = append(e.Recipients, s)
	}
}

// piecesUnder returns the pieces of a span that begins and ends with pieces.
func piecesUnder(pieces []wordpiece.Piece, s Span) pieceSpan {
	start, _ := slices.BinarySearchFunc(pieces, s.Start, pieceAt)
	end, _ := slices.BinarySearchFunc(pieces, s.End, pieceAt)
	return pieceSpan{start, max(end, start+1), s.Score}
}

// sentenceAt returns the sentence that a place stands in, or the gap between two
// of them.
func sentenceAt(sentences []text.Span, at int) text.Span {
	i, found := slices.BinarySearchFunc(sentences, at, func(s text.Span, at int) int { return s.Start - at })
	if !found {
		i--
	}
	gap := text.Span{Start: 0, End: math.MaxInt}
	if i >= 0 {
		if at < sentences[i].End {
			return sentences[i]
		}
		gap.Start = sentences[i].End
	}
	if i+1 < len(sentences) {
		gap.End = sentences[i+1].Start
	}
	return gap
}

// between returns the names that begin inside a span; names are sorted.
func between(names []Name, s text.Span) []Name {
	byStart := func(n Name, at int) int { return n.Start - at }
	from, _ := slices.BinarySearchFunc(names, s.Start, byStart)
	to, _ := slices.BinarySearchFunc(names, s.End, byStart)
	return names[from:to]
}
