package search

import (
	"strconv"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// In conditions "d" is the document and "i" the row that is asked for: the
// document itself, or the appearance of an entity in it. A question mark is an
// argument.
const (
	// The lexemes are those of words in any order, the phrases decide.
	plays = `i.id IN (SELECT p.item FROM part p JOIN name n ON n.id = p.name
		WHERE p.role = (SELECT id FROM role WHERE kind = ? AND key = ?)
			AND n.words @@ ?::tsquery
			AND EXISTS (SELECT 1 FROM unnest(?::text[]) v WHERE position(v IN n.folded) > 0))`
	playsInDocument = `d.id IN (SELECT p.item FROM part p JOIN name n ON n.id = p.name
		WHERE p.role = (SELECT id FROM role WHERE kind = ? AND key = ?)
			AND n.words @@ ?::tsquery
			AND EXISTS (SELECT 1 FROM unnest(?::text[]) v WHERE position(v IN n.folded) > 0))`

	since           = `i.last >= ?`
	until           = `i.first <= ?`
	sinceInDocument = `d.last >= ?`
	untilInDocument = `d.first <= ?`

	publishedOn = `EXISTS (SELECT 1 FROM unnest(?::integer[], ?::integer[]) v (first, last)
		WHERE d.last >= v.first AND d.first <= v.last)`

	// The edges are drawn by people, whose judgement is the end of it.
	due = `i.due_order IS NOT NULL AND (
		EXISTS (SELECT 1 FROM unnest(?::integer[], ?::integer[]) v (first, last)
			WHERE i.due_last >= v.first AND i.due_first <= v.last)
		OR EXISTS (SELECT 1 FROM unnest(?::text[]) v
			WHERE v = 'open' OR v = 'overdue' AND i.due_last < ?)
			AND NOT EXISTS (SELECT 1 FROM edge e WHERE e.to_document = d.name
				AND e.to_item = i.item AND e.kind IN ('kept', 'broken'))
		OR EXISTS (SELECT 1 FROM unnest(?::text[]) v JOIN edge e ON e.kind = v
			WHERE v IN ('kept', 'broken')
				AND e.to_document = d.name AND e.to_item = i.item))`

	form      = `i.form = ANY (?)`
	act       = `i.act = ANY (?)`
	polarity  = `i.polarity = ANY (?)`
	certainty = `i.certainty = ANY (?)`
	eventType = `i.type = ANY (?)`
	status    = `i.status = ANY (?)`
	review    = `i.review = ANY (?)`
	genre     = `d.genre = ANY (?)`
	country   = `e.country = ANY (?)`
	minScore  = `i.score >= ?`

	language = `EXISTS (SELECT 1 FROM unnest(?::text[]) v
		WHERE starts_with(lower(d.language) || '-', lower(v) || '-'))`
)

// A condition is SQL that holds or not.
type condition struct {
	sql  string
	args []any
}

// where returns the condition of a filter on rows of a kind. What is open in a
// row is NULL in SQL, so that a filter turned round must not rely on NOT.
func where(f query.Filter, kind query.Kind, w store.Window) condition {
	c := plain(f, kind, w)
	if f.Not {
		c.sql = "(" + c.sql + ") IS NOT TRUE"
	}
	return c
}

func plain(f query.Filter, kind query.Kind, w store.Window) condition {
	ofDocument := kind == query.Entities || kind == query.Citations
	switch f.Key { //nolint:exhaustive // the others are words of a list or names, below
	case query.KeySince:
		return condition{either(ofDocument, sinceInDocument, since), []any{int(f.Ranges()[0].First)}}
	case query.KeyUntil:
		return condition{either(ofDocument, untilInDocument, until), []any{int(f.Ranges()[0].Last)}}
	case query.KeyPublished:
		first, last := ranges(f)
		return condition{publishedOn, []any{first, last}}
	case query.KeyDue:
		first, last := ranges(f)
		return condition{due, []any{first, last, f.Values, int(w.Today), f.Values}}
	case query.KeyMinScore:
		least, _ := strconv.ParseFloat(f.Values[0], 64) // package query has read it
		return condition{minScore, []any{least}}
	case query.KeyLang:
		return condition{language, []any{f.Values}}
	case query.KeyOutlet, query.KeyAuthor:
		return named(playsInDocument, query.Documents, f)
	case query.KeyCountry:
		if kind == query.Entities {
			return condition{country, []any{f.Values}}
		}
	}
	if sql, ok := vocabulary[f.Key]; ok {
		return condition{sql, []any{f.Values}}
	}
	return named(plays, kind, f)
}

// vocabulary has the keys whose values are words of a closed list.
var vocabulary = map[query.Key]string{
	query.KeyForm:      form,
	query.KeyAct:       act,
	query.KeyPolarity:  polarity,
	query.KeyCertainty: certainty,
	query.KeyEvent:     eventType,
	query.KeyStatus:    status,
	query.KeyReview:    review,
	query.KeyGenre:     genre,
}

func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// named is the condition that one of the values plays the part of the key.
func named(sql string, kind query.Kind, f query.Filter) condition {
	var phrases []phrase
	for _, v := range f.Values {
		typed := phraseOf(v)
		phrases = append(phrases, typed)
		if whole := store.Whole(typed.folded); whole != typed.folded {
			phrases = append(phrases, phrase{whole})
		}
	}
	return condition{sql, []any{
		kind.String(), f.Key.String(), orIncomplete(anyOf(phrases)), allPadded(phrases),
	}}
}

// ranges returns the first and the last days of a filter.
func ranges(f query.Filter) (first, last []int32) {
	first, last = []int32{}, []int32{}
	for _, r := range f.Ranges() {
		from, to := r.First, r.Last
		if r.OpenFirst {
			from = store.Always
		}
		if r.OpenLast {
			to = store.Never
		}
		first, last = append(first, int32(from)), append(last, int32(to))
	}
	return first, last
}
