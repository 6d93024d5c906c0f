package query

import (
	"strings"
)

// String returns the query as it is typed, in one canonical way: kind, words in
// their order, filters in theirs, sort, limit. [Parse] reads it back. The zero
// Query is "".
func (q Query) String() string {
	var parts []string
	if kind, ok := q.given(KeyKind); ok {
		parts = append(parts, KeyKind.String()+":"+kind)
	}
	if len(q.Words) > 0 {
		parts = append(parts, q.wordsTyped())
	}
	for _, f := range q.Filters {
		parts = append(parts, f.String())
	}
	for _, key := range []Key{KeySort, KeyLimit} {
		if value, ok := q.given(key); ok {
			parts = append(parts, key.String()+":"+value)
		}
	}
	return strings.Join(parts, " ")
}

// wordsTyped returns the words and phrases as they are typed.
func (q Query) wordsTyped() string {
	typed := make([]string, len(q.Words))
	for i, w := range q.Words {
		typed[i] = sign(w.Not) + quote(w.Text, ` :"“”`, `-`)
	}
	return strings.Join(typed, " ")
}

// String returns the filter as it is typed.
func (f Filter) String() string {
	return f.name() + ":" + f.values(` ,"“”`)
}

// name returns the key, with a minus when the filter is turned round.
func (f Filter) name() string { return sign(f.Not) + f.Key.String() }

// values returns the values parted by commas, in quotes if they hold one of the
// special characters.
func (f Filter) values(special string) string {
	list := make([]string, len(f.Values))
	for i, v := range f.Values {
		list[i] = quote(v, special, "")
	}
	return strings.Join(list, ",")
}

func sign(not bool) string {
	if not {
		return "-"
	}
	return ""
}

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// quote puts s into quotation marks if it would be read otherwise without: it
// holds a special character or begins with the given one.
func quote(s, special, first string) string {
	if !strings.ContainsAny(s, special) && (first == "" || !strings.HasPrefix(s, first)) {
		return s
	}
	return `"` + escaped.Replace(s) + `"`
}
