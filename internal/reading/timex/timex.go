// Package timex finds the time expressions of a text and gives them values: TIMEX3
// for exchange, EDTF and inclusive days for use.
//
// In go a frozen text, its sentences, the extents that a model proposes and the
// date of publication; out come the times, sorted and disjoint. Rules read the
// words: each is a row of a table with an example that runs as a test. Where
// words are ambiguous ("the fall", "1984", "once") a proposal decides; without
// proposals the words around them do.
//
// Guarantees: equal input gives equal output; the time taken is linear in the
// text; Find may be called from many goroutines.
//
// Limits: English alone. A time hangs on the publication date or on the last date
// of its paragraph, never on an event. Times of day are in the zone that the
// words name; none is converted. Holidays are those of a short table.
//
// Sources: TimeML 1.2.1 and its TIMEX3 guidelines (extent: 2.2; values: 2.3); the
// decisions where they are silent stand in testdata/README.md.
package timex

import (
	"slices"
	"strings"

	"readout/internal/language/edtf"
	"readout/internal/language/text"
)

// A Type is the TIMEX3 type of an expression.
type Type string

// The types. Clock is TIMEX3's TIME.
const (
	Date     Type = "date"
	Clock    Type = "time"
	Duration Type = "duration"
	Set      Type = "set"
)

// Anchors of a [Time] that are no other time.
const (
	NoAnchor  = -1
	Published = -2
)

// An Extent is a time expression that a model proposes.
type Extent struct {
	text.Span
	Type  Type
	Score float64 // probability, 0 to 1
}

// A Time is an expression and its value. EDTF, Start and End are empty where
// the calendar gives no place; Start or End alone where the interval is open.
type Time struct {
	text.Span
	Type       Type
	Value      string   // TIMEX3
	Mod        string   // TIMEX3, in small letters; may be empty
	EDTF       string   // level 0 or 1
	Start, End string   // days, inclusive: YYYY-MM-DD
	Anchor     int      // index of another time, NoAnchor or Published
	Inferred   []string // year, month, century: what the words leave out
	Score      float64  // probability, 0 to 1
}

var rules = compile(dates, relatives, quarters, phases, lengths, times, sets, vagues)

// Find returns the times of a document, sorted and disjoint. The publication
// date is YYYY-MM-DD; when it is not, what hangs on it stays open. No proposals
// (nil) means that nothing proposed any; an empty list, that there are none.
func Find(doc *text.Text, sentences []text.Span, proposed []Extent, published string) []Time {
	f := finder{doc: doc, proposed: slices.Clone(proposed), blind: proposed == nil}
	slices.SortStableFunc(f.proposed, func(a, b Extent) int { return a.Start - b.Start })
	f.reader.published, f.reader.dated = edtf.ParseDay(published)
	f.reader.p = &f.parser
	f.parser.grammar, f.parser.memo = rules, map[place][]*match{}
	for i := 0; i < len(sentences); i++ {
		if i > 0 && strings.Contains(gap(doc, sentences[i-1], sentences[i]), "\n\n") {
			f.reader.paragraph = len(f.times)
		}
		s := sentences[i]
		for i+1 < len(sentences) && cutInDate(doc, s, sentences[i+1]) {
			i++
			s.End = sentences[i].End
		}
		f.sentence(s)
	}
	return f.times
}

// cutInDate reports whether a sentence was ended after the stop of a month:
// "Dec. 31, 2019-Jan. | 1, 2020".
func cutInDate(doc *text.Text, a, b text.Span) bool {
	words := doc.At(a)
	stem, stopped := strings.CutSuffix(words, ".")
	if !stopped || len(stem) < 4 || b.Len() == 0 || !isDigit(doc.String()[b.Start]) {
		return false
	}
	_, month := months[strings.ToLower(stem[len(stem)-3:])]
	return month
}

// gap returns what stands between two sentences.
func gap(doc *text.Text, a, b text.Span) string {
	return doc.At(text.Span{Start: min(a.End, b.Start), End: b.Start})
}

type finder struct {
	doc      *text.Text
	proposed []Extent
	blind    bool // nothing proposes extents
	parser   parser
	reader   reader
	times    []Time
	found    []*match // of the sentence
	extents  []Extent // of found
}

func (f *finder) sentence(s text.Span) {
	clear(f.parser.memo)
	f.parser.toks = appendTokens(f.parser.toks[:0], f.doc, s)
	f.found, f.extents = f.found[:0], f.extents[:0]
	for i := 0; i < len(f.parser.toks); {
		m, e, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		f.found, f.extents = append(f.found, m), append(f.extents, e)
		i = m.end
	}
	for k, m := range f.found {
		f.reader.next = nil
		if k+1 < len(f.found) {
			f.reader.next = f.found[k+1]
		}
		f.read(m, f.extents[k])
	}
}

// span returns the bytes from one token to before another.
func (f *finder) span(start, end int) text.Span {
	return text.Span{Start: f.parser.toks[start].Start, End: f.parser.toks[end-1].End}
}

// read appends the value of a match.
func (f *finder) read(m *match, e Extent) {
	f.reader.at, f.reader.end = m.start, m.end
	said, ok := m.rule.read(&f.reader, m)
	if !ok {
		return
	}
	t := said.time()
	t.Span, t.Score = e.Span, e.Score
	f.times = append(f.times, t)
	f.reader.said = append(f.reader.said, said)
}
