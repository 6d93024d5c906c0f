package query

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// typed is the parameter that holds words and phrases as they are typed.
const typed = "q"

// Set adds what one flag or parameter says. The key is the name of one of
// [Keys], with a minus before it to turn the filter round, or "q" for anything
// that [Parse] reads. The value may have commas between alternatives and quotes
// around them, as in the search box; spaces need no quotes. When Set returns an
// error, an [*Error], q is as it was.
func (q *Query) Set(key, value string) error {
	if key == typed {
		return q.parse(value)
	}
	name, not := strings.CutPrefix(key, "-")
	k, err := ParseKey(name)
	if err != nil {
		return err
	}
	if at := invalid(value); at < len(value) {
		return &Error{In: value, Offset: at, What: shortened(key), Why: "not UTF-8"}
	}
	sc := scanner{text: value}
	sc.skip(isGap)
	values, fault := sc.items(func(r rune) bool { return r == ',' })
	if sc.skip(isGap); fault == nil && sc.rest() != "" {
		fault = &Error{Why: "no comma after the closing quotation mark"}
	}
	if fault == nil {
		fault = q.addFilter(k, values, not)
	}
	if fault != nil {
		return fault.placed(value, 0, key+":"+value)
	}
	return nil
}

// FromValues reads the parameters of a URL: the keys of [Query.Set]. Empty ones
// are fields of a form that nobody filled in. Parameters that are no part of
// the query, as the page of an answer, are unknown and must be taken out before.
func FromValues(v url.Values) (Query, error) {
	var q Query
	for _, key := range slices.Sorted(maps.Keys(v)) {
		for _, value := range v[key] {
			if value == "" {
				continue
			}
			if err := q.Set(key, value); err != nil {
				return Query{}, err
			}
		}
	}
	return q, nil
}

// Values returns the parameters of a URL from which [FromValues] makes q.
func (q Query) Values() url.Values {
	v := url.Values{}
	if len(q.Words) > 0 {
		v.Set(typed, q.wordsTyped())
	}
	for _, f := range q.Filters {
		v.Add(f.name(), f.values(`,"“”`))
	}
	for _, key := range []Key{KeyKind, KeySort, KeyLimit} {
		if value, ok := q.given(key); ok {
			v.Set(key.String(), value)
		}
	}
	return v
}
