// Package tag runs the heads of the reader model over a text: spans with
// probabilities for who is cited, by which cue, with what content, the links
// between them, what kind of statement that is and to whom, names, names inside
// names, times, citations, events with who takes part in them, and what pronouns
// refer to.
//
// In go a frozen text and its sentences; out come [Tags], spans in bytes of that
// text. The text is cut into windows of word pieces that end where sentences
// end; each goes through the encoder once, with whole sentences around it, and
// every head reads the same outputs. Roles are decoded by a linear-chain model
// with the best allowed path, names by the best path of labels, links by the best
// cue of each content and the best source of each cue. Of the sentences around a
// window only sources and contents count that its own cues link.
//
// # Guarantees
//
// Equal texts give equal tags on every kernel. Spans lie inside the text and are
// not empty; names and all that is marked like them are each disjoint and sorted, and cues
// are sorted. A [Tagger] is safe for
// concurrent use. Time is linear in the text.
//
// # Limits
//
// A span or a link never reaches beyond what is read at once, about 200 words.
// Two windows may take the words at their border into a content each.
//
// # Sources
//
// The decoding of tags is that of conditional random fields (Lafferty, McCallum
// and Pereira 2001). Roles and their extent follow PolNeAR (Newell, Margolin and
// Ruths 2018). training/decode.py states the same rules for the trainer.
package tag

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
	"readout/internal/neural/encoder"
	"readout/internal/neural/kernel"
	"readout/internal/neural/wordpiece"
)

// A Span is a piece of text with the probability that it is right.
type Span struct {
	text.Span
	Score float64 // 0 to 1, as the model has it
}

// An Attribution is a cue with what it links: the contents, at least one, and
// the source, when the text names one.
type Attribution struct {
	Source   Span // meaningful if Sourced
	Sourced  bool
	Cue      Span
	Contents []Span  // in the order of the text
	Score    float64 // calibrated probability that all of it is right
	Stance   Stance
}

// A Name is a name with the kind of thing it names, as the model's labels have
// it: person, organization, place, group, work or other. A time has the kind
// date, time, duration or set, a citation and a source inside it each one kind.
type Name struct {
	Span
	Kind string
}

// Tags is what the heads found in one text, each list in the order of the text.
type Tags struct {
	Attributions []Attribution // by cue
	Names        []Name
	Inner        []Name // names that stand inside longer ones
	Times        []Name
	Cites        []Name // words that name a source, all of one kind
	Cited        []Name // the sources that such words name, all of one kind
	Addressees   []Name // those to whom something is said, all of one kind
	Events       []Event
	References   []Reference
}

// A Tagger holds the encoder and how to decode its heads.
type Tagger struct {
	model   *encoder.Model
	words   *wordpiece.Vocabulary
	config  config
	workers sync.Pool // of *worker
}

// New returns a tagger for a model file and its vocabulary, computing with k.
func New(model, vocabulary string, k *kernel.Table) (*Tagger, error) {
	m, err := encoder.Map(model, k)
	if err != nil {
		return nil, err
	}
	words, err := wordpiece.New(vocabulary)
	if err != nil {
		return nil, err
	}
	c, err := parseConfig(m.Config(), m.Outputs(), m.MaxLen())
	if err != nil {
		return nil, fmt.Errorf("configuration of the model file: %w", err)
	}
	t := &Tagger{model: m, words: words, config: c}
	t.workers.New = func() any { return &worker{tagger: t, scratch: m.NewScratch()} }
	return t, nil
}

// Tag finds attributions, names and times in a text, and what the asked words
// refer to. Sentences are where windows may end; both are sorted and disjoint. It
// takes long, and gives up between two windows when ctx ends.
func (t *Tagger) Tag(
	ctx context.Context, doc *text.Text, sentences []text.Span, asked []Referring,
) (Tags, error) {
	w := t.workers.Get().(*worker)
	defer t.workers.Put(w)
	w.pieces = t.words.Append(w.pieces[:0], doc.String())
	w.lookBefore(doc.String())
	var tags Tags
	w.sentences = sentences
	for _, v := range views(w.pieces, sentences, t.config.Window, t.config.Context) {
		err := ctx.Err()
		if err == nil {
			err = w.run(v, asked, &tags)
		}
		if err != nil {
			first := w.pieces[v.start].Span.Start
			return Tags{}, fmt.Errorf("tagging at byte %d: %w", first, err)
		}
	}
	return tags, nil
}

// A worker is the memory of one call of Tag, kept for the next.
type worker struct {
	tagger    *Tagger
	scratch   *encoder.Scratch
	pieces    []wordpiece.Piece
	sentences []text.Span
	goesOn    []bool // of each piece: it goes on with the word before it
	ids       []int32
	shapes    []uint8
	outputs   []float32 // [pieces of the window with its edges][outputs]
	chain     chain
	speller   speller
	names     []Name
	parts     []Name
}

// The model's shapes: that of the word, plus how the piece stands to the one
// before it.
const (
	shapeOfWord  = 7 // mask of the word's
	afterSpace   = 8
	afterNewline = 16
)

// lookBefore adds to each piece's shape what stands before the piece, and
// notes which ones go on with a word.
func (w *worker) lookBefore(s string) {
	w.goesOn = w.goesOn[:0]
	last := 0
	for i := range w.pieces {
		p := &w.pieces[i]
		gap := gapBetween(s, last, p.Span.Start)
		p.Shape += gapShape(gap)
		before, _ := utf8.DecodeLastRuneInString(s[:last])
		first, _ := utf8.DecodeRuneInString(s[p.Span.Start:])
		w.goesOn = append(w.goesOn, i > 0 && gap == "" && isWord(before) && isWord(first))
		last = p.Span.End
	}
}

// reaches reports whether the last of some names reaches into this one: a name
// that two windows share is read once.
func reaches(names []Name, n Name) bool {
	last := len(names) - 1
	return last >= 0 && names[last].End > n.Start
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// gapBetween returns what stands between a piece's end and the next one's start
// without the marks that combine with the piece: they are no part of it, but
// separate nothing.
func gapBetween(s string, end, start int) string {
	return strings.TrimLeftFunc(s[end:max(end, start)], unicode.IsMark)
}

func gapShape(gap string) uint8 {
	for i := range len(gap) {
		if gap[i] == '\n' {
			return afterNewline
		}
	}
	if gap != "" {
		return afterSpace
	}
	return 0
}

// run tags one view and appends what it found in its own window.
func (w *worker) run(v view, asked []Referring, tags *Tags) error {
	c := &w.tagger.config
	pieces := w.pieces[v.start:v.end]
	w.fill(pieces)
	var err error
	in := encoder.Window{IDs: w.ids, Shapes: w.shapes}
	w.outputs, err = w.tagger.model.Forward(w.outputs, in, w.scratch)
	if err != nil {
		return err
	}
	rows := rows{w.outputs, w.tagger.model.Outputs()}
	var found [roles][]pieceSpan
	goesOn := w.goesOn[v.start:v.end]
	for r := range found {
		found[r] = wholeWords(w.chain.decode(rows, c, r, len(pieces)), goesOn)
	}
	for _, a := range c.attributions(found, rows) {
		if at := v.start + a.cue.start; v.own.start <= at && at < v.own.end {
			found := a.inText(pieces)
			found.Stance = c.stance(a, rows)
			tags.Attributions = append(tags.Attributions, found)
		}
	}
	tags.Names = w.appendOwn(tags.Names, c.Marks.Names, v, rows)
	tags.Inner = w.appendOwn(tags.Inner, c.Marks.Inner, v, rows)
	tags.Times = w.appendOwn(tags.Times, c.Marks.Times, v, rows)
	tags.Cites = w.appendOwn(tags.Cites, c.Marks.Cites, v, rows)
	tags.Cited = w.appendOwn(tags.Cited, c.Marks.Cited, v, rows)
	tags.Addressees = w.appendOwn(tags.Addressees, c.Marks.Addressees, v, rows)
	tags.Events = w.appendEvents(tags.Events, v, rows)
	if len(asked) > 0 {
		tags.References = w.refer(tags.References, asked, v, rows)
	}
	return nil
}

// appendOwn appends what a head marks in a view's own window.
func (w *worker) appendOwn(dst []Name, l labels, v view, out rows) []Name {
	pieces, goesOn := w.pieces[v.start:v.end], w.goesOn[v.start:v.end]
	w.names = w.speller.appendNames(w.names[:0], l, out, pieces, goesOn)
	first, last := w.pieces[v.own.start].Span.Start, w.pieces[v.own.end-1].Span.End
	for _, n := range w.names {
		if first <= n.Start && n.Start < last && !reaches(dst, n) {
			dst = append(dst, n)
		}
	}
	return dst
}

// The ids of the pieces at the edges of a window.
const (
	idCLS = 101
	idSEP = 102
)

// fill sets the window's ids and shapes, with the edge pieces.
func (w *worker) fill(pieces []wordpiece.Piece) {
	w.ids, w.shapes = append(w.ids[:0], idCLS), append(w.shapes[:0], 0)
	for _, p := range pieces {
		w.ids, w.shapes = append(w.ids, p.ID), append(w.shapes, p.Shape)
	}
	w.ids, w.shapes = append(w.ids, idSEP), append(w.shapes, 0)
}

// rows are the outputs of a window, one row for each piece and for both edges.
type rows struct {
	data  []float32
	width int
}

// at returns n outputs from offset of piece i, counted without the edge.
func (r rows) at(i, offset, n int) []float32 {
	from := (i+1)*r.width + offset
	return r.data[from : from+n : from+n]
}

// A pieceSpan is a range of a window's pieces with its probability.
type pieceSpan struct {
	start, end int // pieces, half open
	score      float64
}

// wholeWords widens spans that begin or end inside a word; of spans that then
// touch the same word, the first keeps it.
func wholeWords(spans []pieceSpan, goesOn []bool) []pieceSpan {
	kept, free := spans[:0], 0
	for _, s := range spans {
		for s.start > free && goesOn[s.start] {
			s.start--
		}
		for s.end < len(goesOn) && goesOn[s.end] {
			s.end++
		}
		s.start = max(s.start, free)
		if s.start < s.end {
			kept, free = append(kept, s), s.end
		}
	}
	return kept
}

// inText returns the words that a range of pieces covers.
func (s pieceSpan) inText(pieces []wordpiece.Piece) Span {
	return Span{text.Span{
		Start: pieces[s.start].Span.Start,
		End:   pieces[s.end-1].Span.End,
	}, s.score}
}
