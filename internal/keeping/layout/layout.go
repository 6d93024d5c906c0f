// Package layout lays a record out for reading: its text cut into paragraphs and
// pieces wherever a mark begins or ends, and for each statement and event a card
// beside the paragraph in which it begins.
//
// What it returns is plain words and names of classes; a format escapes them.
// The pieces of a document, one after another, are its text without the breaks
// between paragraphs. The record is not changed.
//
// Limits: entities are shown only as they fill a role.
package layout

import (
	"errors"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// ErrNoText is why a record cannot be laid out.
var ErrNoText = errors.New("its text was left out, and a page shows statements in their text")

// An Article is one document as it is to be read.
type Article struct {
	Anchor, Title, Language string
	Source                  []string
	URL, Count              string
	Heading                 []Piece // the title where the text begins with it
	Paragraphs              []Paragraph
	Cards                   []Card  // all of them, for the notes
	Events                  []Event // the same
	Made                    string
}

// A Paragraph is a stretch of the text and the cards of the statements and
// events that begin in it.
type Paragraph struct {
	Pieces []Piece
	Cards  []Card
	Events []Event
}

// A Piece is a stretch of the text over which the marks do not change.
type Piece struct {
	Class    string // of its roles and its statements; "" when unmarked
	Refs     []Ref  // numbers of the statements and events that begin here
	Text     string
	Datetime string // of a time, when HTML has a form for it
	Value    string // of an amount or of any other time
	Title    string // either for people
}

// A Ref is the number of a statement or an event where it begins.
type Ref struct {
	Anchor string
	Label  string // "3", "E3"
	Sign   string // of a polarity other than affirmed
	Event  bool
}

// New lays a record out. The anchor stands before the ids of its items, with a
// hyphen; without one they stand alone. The error is [ErrNoText] or says which
// span of the record lies outside its text.
func New(r *record.Record, anchor string) (*Article, error) {
	if r.Document.Text == nil {
		return nil, ErrNoText
	}
	if r.Offsets != record.OffsetsByte {
		var err error
		if r, err = r.In(record.OffsetsByte); err != nil {
			return nil, err
		}
	}
	a := &Article{
		Anchor:   anchor,
		Title:    wording.Heading(r),
		Language: r.Document.Language,
		Source:   wording.Source(r),
		URL:      wording.Link(r.Document.URL),
		Count:    wording.Count(len(r.Statements), "statement"),
		Made:     strings.Join(append([]string{r.Meta.Pipeline}, r.Meta.Models...), ", "),
	}
	if len(r.Events) > 0 {
		a.Count += ", " + wording.Count(len(r.Events), "event")
	}
	lines, err := wording.NewLines(r)
	if err != nil {
		return nil, err
	}
	x := resolve.New(r)
	a.Cards = newCards(r, a.Anchor, lines, x)
	a.Events = newEvents(r, a.Anchor, x)
	a.Paragraphs = newParagraphs(r, a.Cards, a.Events, x)
	a.liftHeading()
	return a, nil
}

// liftHeading makes the first paragraph the heading when it says the title, so
// that the page does not say it twice.
func (a *Article) liftHeading() {
	if len(a.Paragraphs) == 0 {
		return
	}
	first := a.Paragraphs[0]
	var said strings.Builder
	for _, p := range first.Pieces {
		said.WriteString(p.Text)
	}
	carded := len(first.Cards)+len(first.Events) > 0
	if carded || wording.OneLine(said.String()) != a.Title {
		return
	}
	a.Heading, a.Paragraphs = first.Pieces, a.Paragraphs[1:]
}

// Ties is how many classes tie cards to their words. A card lights the words
// with its class, so that item n and n+Ties would light together; they stand
// far apart.
const Ties = 48

// Tie returns the class of the nth statement.
func Tie(n int) string { return "k" + strconv.Itoa(n%Ties) }

// TieEvent returns the class of the nth event.
func TieEvent(n int) string { return "v" + strconv.Itoa(n%Ties) }
