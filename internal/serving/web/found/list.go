package found

import (
	"cmp"
	"strconv"

	"readout/internal/keeping/query"
	"readout/internal/serving/web/place"
)

// Total says how many rows there are.
func Total(rows int, more bool, kind query.Kind) string {
	words := kind.String()
	if rows == 1 {
		words = map[query.Kind]string{
			query.Statements: "statement", query.Events: "event", query.Documents: "document",
			query.Entities: "entity", query.Citations: "citation",
		}[kind]
	}
	n := grouped(rows)
	if more {
		n = "More than " + n
	}
	return n + " " + words
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Tabs lead to the same query for each kind that can meet its conditions.
func Tabs(q query.Query) []place.Link {
	var out []place.Link
	for _, kind := range []query.Kind{
		query.Statements, query.Events, query.Documents, query.Entities, query.Citations,
	} {
		to := q
		to.Kind, to.Sort = 0, 0
		fit, err := to.OrKind(kind)
		if err != nil {
			fit = query.Query{Kind: kind, Words: q.Words}
		}
		if kind == query.Statements {
			fit.Kind = 0
		}
		out = append(out, place.Link{
			Name: kind.String(), URL: place.Of("/find", fit), Here: kind == cmp.Or(q.Kind, query.Statements),
		})
	}
	return out
}

// Sorts lead to the same query in each order that goes with its kind.
func Sorts(q query.Query) []place.Link {
	var out []place.Link
	for _, order := range []query.Sort{
		query.SortNewest, query.SortOldest, query.SortScore, query.SortRelevance, query.SortName,
	} {
		to := q
		to.Sort = order
		if order == query.SortName && q.Kind != query.Entities ||
			order == query.SortRelevance && len(q.Words) == 0 ||
			order == query.SortScore && q.Kind == query.Documents {
			continue
		}
		usual := query.SortNewest
		if q.Kind == query.Entities {
			usual = query.SortName
		}
		out = append(out, place.Link{
			Name: order.String(), URL: place.Of("/find", to), Here: order == cmp.Or(q.Sort, usual),
		})
	}
	return out
}

// A Chip is a condition that can be taken away.
type Chip struct{ Words, URL string }

// Chips returns the conditions of a query, each with the search without it.
func Chips(q query.Query) []Chip {
	var out []Chip
	for i, w := range q.Words {
		to := q
		to.Words = append(append([]query.Word{}, q.Words[:i]...), q.Words[i+1:]...)
		words := query.Query{Words: []query.Word{w}}
		out = append(out, Chip{words.String(), place.Of("/find", to)})
	}
	for i, f := range q.Filters {
		to := q
		to.Filters = append(append([]query.Filter{}, q.Filters[:i]...), q.Filters[i+1:]...)
		out = append(out, Chip{f.String(), place.Of("/find", to)})
	}
	return out
}
