package query

import (
	"fmt"
	"slices"
	"strings"
)

// A Query says which rows are wanted; the zero Query wants all. It is built by
// [Parse], [FromValues] and [Query.Set], which keep it canonical: equal
// conditions stand in it once, and filters in their order.
type Query struct {
	Kind    Kind // zero: not said, see [Query.OrKind]
	Words   []Word
	Filters []Filter // by key, those turned round last, then by values
	Sort    Sort     // zero: the order of the kind
	Limit   int      // most rows, 1 to [MaxLimit]; 0: not said
}

// MaxLimit is the largest limit: more than a person reads, and little enough to
// be answered at once. All rows are had by an export.
const MaxLimit = 10_000

// A Word is a word or a phrase that must occur, or must not. Its words are
// parted by single spaces.
type Word struct {
	Text string
	Not  bool
}

// A Filter is a condition on one field: one of the values must hold, or none
// when it is turned round. The values are as the key writes them (see [Key]),
// sorted, each once.
type Filter struct {
	Key    Key
	Values []string
	Not    bool
}

// Kind is the kind of rows that a query asks for.
type Kind uint8

// The values of Kind; the zero value is not said.
const (
	Statements Kind = iota + 1
	Events
	Documents
	Entities
	Citations
)

var kindWords = [...]string{"", "statements", "events", "documents", "entities", "citations"}

// String returns the word of the language, or "" when not said.
func (k Kind) String() string { return kindWords[k] }

// ParseKind is the inverse of String; its error lists what is allowed.
func ParseKind(s string) (Kind, error) { return parseWord[Kind]("kind", kindWords[:], s) }

// Sort is the order of the rows. Rows that are equal in it are in the order of
// documents and of places in the text.
type Sort uint8

// The values of Sort; the zero value is not said: by name for entities, newest
// first for the others.
const (
	SortNewest    Sort = iota + 1 // said, happened or published last comes first
	SortOldest                    // the reverse; what has no date comes last in both
	SortRelevance                 // what the words fit best; without words the newest
	SortScore                     // the surest first
	SortDoubt                     // the least sure first; what has no score comes last
	SortName                      // by the folded name; entities only
)

var sortWords = [...]string{"", "newest", "oldest", "relevance", "score", "doubt", "name"}

// String returns the word of the language, or "" when not said.
func (s Sort) String() string { return sortWords[s] }

// ParseSort is the inverse of String; its error lists what is allowed.
func ParseSort(s string) (Sort, error) { return parseWord[Sort]("sort", sortWords[:], s) }

// DueState is how it stands with what someone committed to or forecast.
type DueState uint8

// The values of DueState; the zero value is none. What a person judged is kept
// or broken; all else is open, and overdue too once its last day is past.
const (
	DueOpen DueState = iota + 1
	DueOverdue
	DueKept
	DueBroken
)

var dueWords = [...]string{"", "open", "overdue", "kept", "broken"}

// String returns the word of the language.
func (s DueState) String() string { return dueWords[s] }

// ParseDueState is the inverse of String; its error lists what is allowed.
func ParseDueState(s string) (DueState, error) {
	return parseWord[DueState]("due", dueWords[:], s)
}

// parseWord finds a word of a closed vocabulary, whose zero value has none.
func parseWord[V ~uint8](name string, table []string, s string) (V, error) {
	i := slices.Index(table, s)
	if i <= 0 {
		return 0, fmt.Errorf("%s %q: not one of %s",
			name, s, strings.Join(table[1:], ", "))
	}
	return V(i), nil
}
