// Package tally counts what rows of a search have in common: how often each
// value of a filter occurs, and how many rows fall on each stretch of time.
//
// Rows are added one at a time and not kept. Equal rows give equal counts in
// equal order, whatever the order in which they come. A Tally is for one
// goroutine.
//
// Limits: the counts are those of the rows that were added; who asks only for
// the newest rows has to say so beside them.
package tally

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
)

// A Tally counts rows of one kind.
type Tally struct {
	Rows    int
	Undated int // rows without a day
	keys    []query.Key
	values  map[query.Key]map[string]int
	days    map[edtf.Day]int
}

// New returns a tally of rows of a kind.
func New(kind query.Kind) *Tally {
	t := &Tally{
		keys:   Keys(kind),
		values: map[query.Key]map[string]int{},
		days:   map[edtf.Day]int{},
	}
	for _, k := range t.keys {
		t.values[k] = map[string]int{}
	}
	return t
}

// Keys returns the filters whose values are counted for a kind, in the order in
// which they are shown.
func Keys(kind query.Kind) []query.Key {
	switch kind {
	case 0, query.Statements:
		return []query.Key{
			query.KeySpeaker, query.KeyAct, query.KeyPolarity, query.KeyCertainty,
			query.KeyForm, query.KeyOutlet, query.KeyReview,
		}
	case query.Events:
		return []query.Key{
			query.KeyEvent, query.KeyActor, query.KeyRecipient, query.KeyStatus,
			query.KeyOutlet, query.KeyReview,
		}
	case query.Documents:
		return []query.Key{query.KeyOutlet, query.KeyGenre, query.KeyLang}
	case query.Entities:
		return []query.Key{query.KeyCountry}
	case query.Citations:
		return []query.Key{query.KeyCites, query.KeyOutlet}
	}
	panic("unreachable: kind " + kind.String())
}

// Add counts one row.
func (t *Tally) Add(row store.Row) {
	t.Rows++
	if when := When(row); when.Dated {
		t.days[when.Day()]++
	} else {
		t.Undated++
	}
	for _, key := range t.keys {
		for _, value := range valuesOf(row, key) {
			if value != "" {
				t.values[key][value]++
			}
		}
	}
}

// When returns the time of a row: said, happened or published.
func When(row store.Row) store.When {
	switch {
	case row.Statement != nil:
		return row.Statement.Said
	case row.Event != nil:
		return row.Event.Time
	}
	return row.Document.Published
}

// valuesOf returns what a row has for a key.
func valuesOf(row store.Row, key query.Key) []string {
	switch key { //nolint:exhaustive // the other keys are not counted
	case query.KeyOutlet:
		return []string{row.Document.Publisher}
	case query.KeyGenre:
		return []string{row.Document.Genre.String()}
	case query.KeyLang:
		return []string{row.Document.Language}
	}
	switch {
	case row.Statement != nil:
		return ofStatement(row.Statement, key)
	case row.Event != nil:
		return ofEvent(row.Event, key)
	case row.Citation != nil:
		return strings.Split(row.Citation.Sources, resolve.Separator)
	case row.Entity != nil:
		return []string{row.Entity.Country}
	}
	return nil
}

// pronouns stand for somebody; where a record does not know for whom, they are no
// name of a speaker.
var pronouns = strings.Fields(
	"i me we us you he him she her it they them one who whom which that this these those")

func ofStatement(s *store.Statement, key query.Key) []string {
	switch key { //nolint:exhaustive // the other keys are not counted
	case query.KeySpeaker:
		if s.Named == "" && slices.Contains(pronouns, query.Fold(s.Speaker)) {
			return nil // nobody can be found by it
		}
		return []string{cmp.Or(s.Named, s.Speaker)}
	case query.KeyAct:
		return []string{s.Act.String()}
	case query.KeyPolarity:
		return []string{s.Polarity.String()}
	case query.KeyCertainty:
		return []string{s.Certainty.String()}
	case query.KeyForm:
		return []string{s.Form.String()}
	case query.KeyReview:
		return []string{s.Review.String()}
	}
	return nil
}

func ofEvent(e *store.Event, key query.Key) []string {
	switch key { //nolint:exhaustive // the other keys are not counted
	case query.KeyEvent:
		return []string{e.Type.String()}
	case query.KeyActor:
		return strings.Split(e.Actors, resolve.Separator)
	case query.KeyRecipient:
		return strings.Split(e.Recipients, resolve.Separator)
	case query.KeyStatus:
		return []string{e.Status.String()}
	case query.KeyReview:
		return []string{e.Review.String()}
	}
	return nil
}

// A Count is how many rows have a value.
type Count struct {
	Value string
	Rows  int
}

// Values returns the values of a key, the most frequent first, those of equal
// count by name.
func (t *Tally) Values(key query.Key) []Count {
	var out []Count
	for _, value := range slices.Sorted(maps.Keys(t.values[key])) {
		out = append(out, Count{value, t.values[key][value]})
	}
	slices.SortStableFunc(out, func(a, b Count) int { return cmp.Compare(b.Rows, a.Rows) })
	return out
}
