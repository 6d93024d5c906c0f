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

	"readout/internal/language/text"
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/rule"
	"readout/internal/reading/timex/value"
)

// A Type is the TIMEX3 type of an expression.
type Type = value.Type

// The types. Clock is TIMEX3's TIME.
const (
	Date     = value.Date
	Clock    = value.Clock
	Duration = value.Duration
	Set      = value.Set
)

// Anchors of a [Time] that are no other time.
const (
	NoAnchor  = value.NoAnchor
	Published = value.Published
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

// Find returns the times of a document, sorted and disjoint. The publication
// date is YYYY-MM-DD; when it is not, what hangs on it stays open. Proposals add
// words that rules alone do not trust, and decide extents; they take nothing away.
func Find(doc *text.Text, sentences []text.Span, proposed []Extent, published string) []Time {
	f := finder{doc: doc, proposed: slices.Clone(proposed)}
	slices.SortStableFunc(f.proposed, func(a, b Extent) int { return a.Start - b.Start })
	f.parser = rule.NewParser()
	f.reader = rule.NewReader(f.parser, published)
	for i := 0; i < len(sentences); i++ {
		if i > 0 && strings.Contains(gap(doc, sentences[i-1], sentences[i]), "\n\n") {
			f.reader.NewParagraph()
		}
		s := sentences[i]
		for i+1 < len(sentences) && cutInDate(doc, s, sentences[i+1]) {
			i++
			s.End = sentences[i].End
		}
		f.sentence(s)
	}
	for i, t := range f.times {
		if t.Anchor >= 0 && strings.HasPrefix(f.times[t.Anchor].Value, "T") { // on no day
			f.times[i].Anchor = Published
		}
	}
	return f.times
}

// cutInDate reports whether a sentence was ended after the stop of a month:
// "Dec. 31, 2019-Jan. | 1, 2020".
func cutInDate(doc *text.Text, a, b text.Span) bool {
	if b.Len() == 0 {
		return false
	}
	digit := doc.String()[b.Start]
	return digit >= '0' && digit <= '9' && pattern.EndsInMonth(doc.At(a))
}

// gap returns what stands between two sentences.
func gap(doc *text.Text, a, b text.Span) string {
	return doc.At(text.Span{Start: min(a.End, b.Start), End: b.Start})
}

type finder struct {
	doc      *text.Text
	proposed []Extent
	parser   *pattern.Parser
	reader   *rule.Reader
	times    []Time
	found    []*pattern.Match // of the sentence
	extents  []Extent         // of found
}

func (f *finder) sentence(s text.Span) {
	f.parser.Load(f.doc, s)
	f.found, f.extents = f.found[:0], f.extents[:0]
	for i := 0; i < f.parser.Len(); {
		m, e, ok := f.at(i)
		if !ok {
			i++
			continue
		}
		f.found, f.extents = append(f.found, m), append(f.extents, e)
		i = m.End
	}
	first := len(f.times)
	for k, m := range f.found {
		var next *pattern.Match
		if k+1 < len(f.found) {
			next = f.found[k+1]
		}
		said, ok := f.reader.Read(m, next)
		if !ok {
			continue
		}
		t := timeOf(&said)
		t.Span, t.Score = f.extents[k].Span, f.extents[k].Score
		f.times = append(f.times, t)
	}
	withoutDays(f.times[first:])
}

// withoutDays takes the day of publication from the times of day of a sentence that
// says how often: "at 5 a.m. every day" is on no one day.
func withoutDays(times []Time) {
	if !slices.ContainsFunc(times, func(t Time) bool { return t.Type == Set }) {
		return
	}
	for i := range times {
		t := &times[i]
		_, hour, ok := strings.Cut(t.Value, "T")
		if t.Type != Clock || !ok || t.Anchor != Published || strings.HasPrefix(t.Value, "T") {
			continue
		}
		*t = Time{Span: t.Span, Type: Clock, Value: "T" + hour, Anchor: NoAnchor, Score: t.Score}
	}
}

// timeOf returns a reading as the time found at a place.
func timeOf(r *value.Reading) Time {
	t := Time{Type: r.Kind, Value: r.TIMEX(), Mod: r.Mod, Anchor: r.Anchor, Inferred: r.Inferred}
	printed, days := r.Bounds()
	if printed == "" {
		return t
	}
	t.EDTF = printed
	if !days.OpenFirst {
		t.Start = days.First.String()
	}
	if !days.OpenLast {
		t.End = days.Last.String()
	}
	return t
}
