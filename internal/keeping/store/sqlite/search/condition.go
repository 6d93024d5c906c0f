package search

import (
	"encoding/json"
	"strconv"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// In conditions "d" is the document and "i" the row that is asked for: the
// document itself, or the appearance of an entity in it.
const (
	parts = `SELECT p.item FROM part p
		WHERE p.role = (SELECT id FROM role WHERE kind = ? AND key = ?) AND p.name IN (
			SELECT rowid FROM name_words WHERE name_words MATCH ?)`
	plays       = `i.id IN (` + parts + `)`
	playsListed = `i.ord IN (` + parts + `)`
	playsHere   = `EXISTS (
		SELECT 1 FROM part p INDEXED BY part_document JOIN name n ON n.id = p.name
		WHERE p.document = i.document AND p.item = i.ord
			AND p.role = (SELECT id FROM role WHERE kind = ? AND key = ?)
			AND (instr(' ' || n.folded || ' ', ?) OR instr(' ' || n.folded || ' ', ?)))`
	playsInDocument     = `i.document IN (` + parts + `)`
	playsInDocumentHere = `EXISTS (
		SELECT 1 FROM part p INDEXED BY part_document JOIN name n ON n.id = p.name
		WHERE p.document = i.document AND p.item = i.document
			AND p.role = (SELECT id FROM role WHERE kind = ? AND key = ?)
			AND (instr(' ' || n.folded || ' ', ?) OR instr(' ' || n.folded || ' ', ?)))`

	since           = `i.last >= ?`
	until           = `i.first <= ?`
	lasting         = `i.last - i.first > 366 AND i.ord >= ?` // as the index has it
	open            = `i.first = -1000000 AND i.day > ?`      // store.Always, as the index has it
	sinceInDocument = `d.last >= ?`
	untilInDocument = `d.first <= ?`

	publishedOn = `EXISTS (SELECT 1 FROM json_each(?) v
		WHERE d.last >= v.value ->> 0 AND d.first <= v.value ->> 1)`

	// The edges are drawn by people, whose judgement is the end of it.
	due = `i.due_order IS NOT NULL AND (
		EXISTS (SELECT 1 FROM json_each(?) v
			WHERE i.due_last >= v.value ->> 0 AND i.due_first <= v.value ->> 1)
		OR EXISTS (SELECT 1 FROM json_each(?) v
			WHERE v.value = 'open' OR v.value = 'overdue' AND i.due_last < ?)
			AND NOT EXISTS (SELECT 1 FROM edge e WHERE e.to_document = d.name
				AND e.to_item = i.item AND e.kind IN ('kept', 'broken'))
		OR EXISTS (SELECT 1 FROM json_each(?) v JOIN edge e ON e.kind = v.value
			WHERE v.value IN ('kept', 'broken')
				AND e.to_document = d.name AND e.to_item = i.item))`

	form      = `i.form IN (SELECT value FROM json_each(?))`
	act       = `i.act IN (SELECT value FROM json_each(?))`
	polarity  = `i.polarity IN (SELECT value FROM json_each(?))`
	certainty = `i.certainty IN (SELECT value FROM json_each(?))`
	eventType = `i.type IN (SELECT value FROM json_each(?))`
	status    = `i.status IN (SELECT value FROM json_each(?))`
	review    = `i.review IN (SELECT value FROM json_each(?))`
	genre     = `d.genre IN (SELECT value FROM json_each(?))`
	country   = `e.country IN (SELECT value FROM json_each(?))`
	minScore  = `i.score >= ?`

	language = `EXISTS (SELECT 1 FROM json_each(?) v
		WHERE d.language || '-' LIKE v.value || '-%')`
)

// A condition is the SQL of one filter.
type condition struct {
	sql  string
	args []any
	list list       // of what rows are among, by their numbers; none where nothing lists them
	here *condition // the same asked of one row, by names; nil where that is not quick
}

// A list selects numbers of rows, as column item, in its last condition.
type list struct {
	sql string
	key string // the column, as conditions have it
}

// The columns of lists: those of words are in order.
const (
	ofWords = "rowid"
	ofNames = "p.item"
)

// where returns the condition of a filter on rows of a kind. What is open in a
// row is NULL in SQL, so that a filter turned round must not rely on NOT.
func where(f query.Filter, kind query.Kind, w store.Window) condition {
	c := plain(f, kind, w)
	if f.Not {
		c.sql, c.list = "("+c.sql+") IS NOT TRUE", list{}
		if c.here != nil {
			c.here = &condition{sql: "NOT " + c.here.sql, args: c.here.args}
		}
	}
	return c
}

func plain(f query.Filter, kind query.Kind, w store.Window) condition {
	ofDocument := kind == query.Entities || kind == query.Citations
	switch f.Key { //nolint:exhaustive // the others are words of a list or names, below
	case query.KeySince:
		return condition{sql: either(ofDocument, sinceInDocument, since), args: []any{int(f.Ranges()[0].First)}}
	case query.KeyUntil:
		return condition{sql: either(ofDocument, untilInDocument, until), args: []any{int(f.Ranges()[0].Last)}}
	case query.KeyPublished:
		return condition{sql: publishedOn, args: []any{ranges(f)}}
	case query.KeyDue:
		words := array(f.Values)
		return condition{sql: due, args: []any{ranges(f), words, int(w.Today), words}}
	case query.KeyMinScore:
		least, _ := strconv.ParseFloat(f.Values[0], 64) // package query has read it
		return condition{sql: minScore, args: []any{least}}
	case query.KeyLang:
		return condition{sql: language, args: []any{array(f.Values)}}
	case query.KeyOutlet, query.KeyAuthor:
		return named(either(kind == query.Documents, plays, playsInDocument), query.Documents, f)
	case query.KeyCountry:
		if kind == query.Entities {
			return condition{sql: country, args: []any{array(f.Values)}}
		}
	}
	if sql, ok := vocabulary[f.Key]; ok {
		return condition{sql: sql, args: []any{array(f.Values)}}
	}
	return named(either(kind == query.Statements || kind == query.Events, playsListed, plays), kind, f)
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
	var names []string
	for _, v := range f.Values {
		names = append(names, query.Fold(v))
		if whole := store.Whole(query.Fold(v)); whole != query.Fold(v) {
			names = append(names, whole)
		}
	}
	c := condition{
		sql:  sql,
		args: []any{kind.String(), f.Key.String(), `"` + strings.Join(names, `" OR "`) + `"`},
	}
	if sql == playsListed {
		c.list = list{parts, ofNames}
	}
	if here, ok := asked[sql]; ok && len(names) <= 2 {
		first, last := names[0], names[len(names)-1]
		c.here = &condition{
			sql: here, args: []any{kind.String(), f.Key.String(), " " + first + " ", " " + last + " "},
		}
	}
	return c
}

// asked has how one row is asked for what a list would tell.
var asked = map[string]string{playsListed: playsHere, playsInDocument: playsInDocumentHere}

// phrase writes words as FTS5 wants a phrase. Folded words have no quotes.
func phrase(words string) string { return `"` + query.Fold(words) + `"` }

// array writes values as JSON, which is one argument whatever their number.
func array(values []string) string {
	data, _ := json.Marshal(values) // strings always are JSON
	return string(data)
}

// ranges writes the days of a filter as [[first,last],…].
func ranges(f query.Filter) string {
	days := [][2]int{}
	for _, r := range f.Ranges() {
		pair := [2]int{int(r.First), int(r.Last)}
		if r.OpenFirst {
			pair[0] = int(store.Always)
		}
		if r.OpenLast {
			pair[1] = int(store.Never)
		}
		days = append(days, pair)
	}
	data, _ := json.Marshal(days) // numbers always are JSON
	return string(data)
}
