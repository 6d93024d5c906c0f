package query

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

// maxParts bounds words and values together, and with them the size of a
// search: a person who types does not reach it, an attacker does.
const maxParts = 100

// maxRunes bounds one word, phrase or value: a long sentence has 600.
const maxRunes = 1000

// OrKind returns the query with its kind, or with k where none was said. Its
// error, an [*Error], says which condition does not go with that.
func (q Query) OrKind(k Kind) (Query, error) {
	if q.Kind != 0 {
		return q, nil
	}
	return Parse(KeyKind.String() + ":" + k.String() + " " + q.String())
}

// addWord adds a word or phrase.
func (q *Query) addWord(word item, not bool) *Error {
	if fault := checkText(word.text); fault != nil {
		return fault
	}
	w := Word{word.text, not}
	if slices.Contains(q.Words, w) {
		return nil
	}
	next := *q
	next.Words = append(slices.Clip(q.Words), w)
	return q.become(next)
}

// checkText refuses what nothing can be looked for with.
func checkText(s string) *Error {
	if s == "" {
		return &Error{Why: "no value"}
	}
	if utf8.RuneCountInString(s) > maxRunes {
		return &Error{Why: fmt.Sprintf("longer than %d characters", maxRunes)}
	}
	_, fault := readText(s)
	return fault
}

// addFilter adds the filter of a key, or sets the field of the query.
func (q *Query) addFilter(key Key, values []item, not bool) *Error {
	row := keyRows[key]
	if row.once && not {
		return &Error{Why: key.String() + " cannot be turned round"}
	}
	if row.once && len(values) > 1 {
		return &Error{Why: key.String() + " takes one value"}
	}
	f := Filter{Key: key, Not: not}
	for _, v := range values {
		value, fault := row.value(v.text)
		if fault != nil {
			fault.Offset, fault.What = v.at, key.String()+":"+shortened(v.text)
			return fault
		}
		f.Values = append(f.Values, value)
	}
	slices.Sort(f.Values)
	f.Values = slices.Compact(f.Values)
	if old, ok := q.given(key); row.once && ok && old != f.Values[0] {
		return &Error{Why: fmt.Sprintf("%s is %s already", key, old)}
	}
	next := *q
	next.put(f)
	return q.become(next)
}

// value reads one value.
func (row keyRow) value(s string) (string, *Error) {
	if fault := checkText(s); fault != nil {
		return "", fault
	}
	return row.reading.read(s)
}

// given returns the value of a key that is given once.
func (q Query) given(key Key) (string, bool) {
	if key == KeyKind {
		return q.Kind.String(), q.Kind != 0
	}
	if key == KeySort {
		return q.Sort.String(), q.Sort != 0
	}
	if key == KeyLimit {
		return strconv.Itoa(q.Limit), q.Limit != 0
	}
	for _, f := range q.Filters {
		if f.Key == key {
			return f.Values[0], true
		}
	}
	return "", false
}

// put sets the field that a filter stands for, or puts it into its place.
func (q *Query) put(f Filter) {
	if f.Key == KeyKind {
		q.Kind, _ = ParseKind(f.Values[0])
		return
	}
	if f.Key == KeySort {
		q.Sort, _ = ParseSort(f.Values[0])
		return
	}
	if f.Key == KeyLimit {
		q.Limit, _ = strconv.Atoi(f.Values[0])
		return
	}
	i, found := slices.BinarySearchFunc(q.Filters, f, compare)
	if !found {
		q.Filters = slices.Insert(slices.Clip(q.Filters), i, f)
	}
}

// compare orders filters as they are written.
func compare(a, b Filter) int {
	return cmp.Or(
		cmp.Compare(a.Key, b.Key),
		cmp.Compare(turns(a), turns(b)),
		slices.Compare(a.Values, b.Values))
}

func turns(f Filter) int {
	if f.Not {
		return 1
	}
	return 0
}

// become makes q the next query, if its conditions go together.
func (q *Query) become(next Query) *Error {
	parts := len(next.Words)
	for _, f := range next.Filters {
		parts += len(f.Values)
	}
	if parts > maxParts {
		return &Error{Why: fmt.Sprintf("more than %d words and values", maxParts)}
	}
	if fault := next.misfit(); fault != nil {
		return fault
	}
	days := next.Within()
	if !days.OpenFirst && !days.OpenLast && days.Last < days.First {
		return &Error{Why: fmt.Sprintf("from %s until %s is no time", days.First, days.Last)}
	}
	*q = next
	return nil
}

// misfit finds a condition that rows of the kind cannot meet.
func (q Query) misfit() *Error {
	if q.Kind == 0 {
		return nil
	}
	for _, f := range q.Filters {
		if kinds := keyRows[f.Key].kinds; !slices.Contains(kinds, q.Kind) {
			why := fmt.Sprintf("%s is for %s, not for %s", f.Key, list(kinds), q.Kind)
			if f.Key == KeyMinScore {
				why += ", which have no score"
			}
			return &Error{Why: why, Kinds: kinds}
		}
	}
	if q.Sort == SortName && q.Kind != Entities {
		return &Error{Why: fmt.Sprintf("sort:name is for entities, not for %s", q.Kind)}
	}
	return nil
}
