package search

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// maxHinted is the most words of a query that are tried as names: a question each
// for every run of them.
const maxHinted = 5

// Hint says what a query that found nothing may have meant: words are looked for
// in what was said, and who said it is asked for by a filter. It is "" where that
// would find nothing either.
func Hint(ctx context.Context, find Finder, q query.Query, today store.Day) string {
	key, what := query.KeySpeaker, "a speaker"
	switch q.Kind {
	case query.Statements:
	case query.Events:
		key, what = query.KeyActor, "an actor"
	case query.Documents, query.Entities, query.Citations:
		return ""
	}
	if len(q.Words) > maxHinted {
		return ""
	}
	for most := len(q.Words); most > 0; most-- {
		for at := range len(q.Words) - most + 1 {
			name, other, ok := named(q, key, at, at+most)
			if ok && isAny(ctx, find, other, today) {
				other.Kind = 0 // whoever asks has said it otherwise
				return fmt.Sprintf("%s is %s: try %s", name, what, other)
			}
		}
	}
	return ""
}

// named returns a query with some of its words as one name, false when one of
// them must not occur.
func named(q query.Query, key query.Key, from, to int) (string, query.Query, bool) {
	var words []string
	for _, w := range q.Words[from:to] {
		if w.Not {
			return "", q, false
		}
		words = append(words, w.Text)
	}
	q.Words = slices.Concat(q.Words[:from], q.Words[to:])
	name := strings.Join(words, " ")
	return name, q, q.Set(key.String(), strconv.Quote(name)) == nil
}

// isAny says whether a query has a row.
func isAny(ctx context.Context, find Finder, q query.Query, today store.Day) bool {
	q.Limit = 1
	for _, err := range Rows(ctx, find, q, today) {
		return err == nil // an error costs no more than the hint
	}
	return false
}
