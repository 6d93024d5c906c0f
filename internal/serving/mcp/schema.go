package mcp

import (
	"slices"
	"strings"

	"readout/internal/keeping/query"
)

// A schema is a JSON Schema.
type schema map[string]any

// object returns the schema of an object with these members and no others.
func object(members schema, required ...string) schema {
	s := schema{"type": "object", "properties": members, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func text(description string) schema {
	return schema{"type": "string", "description": description}
}

// whole is a number from least up, to most unless that is 0.
func whole(least, most int, description string) schema {
	s := schema{"type": "integer", "minimum": least, "description": description}
	if most > 0 {
		s["maximum"] = most
	}
	return s
}

// The members that are no filters.
const (
	inQuery  = "query"
	inCursor = "cursor"
	inLimit  = "limit"
)

// filters returns the input of a tool that finds statements: the keys of package
// query that bear on them; of kind, limit and sort only the more ones.
func filters(more ...query.Key) schema {
	members := schema{
		inQuery: text("Words and \"phrases\" that must occur in what was said, and filters KEY:VALUE; " +
			"a minus before one turns it round: budget \"state of emergency\" -polarity:denied"),
		inCursor: text("next of the answer before, to go on behind it"),
		inLimit:  whole(1, maxItems, "How many items at most; 20 when not said."),
	}
	for _, key := range query.Keys() {
		own := key == query.KeyKind || key == query.KeyLimit || key == query.KeySort
		if hasStatements(key) && (!own || slices.Contains(more, key)) {
			members[key.String()] = member(key)
		}
	}
	return object(members)
}

func hasStatements(key query.Key) bool { return slices.Contains(key.Kinds(), query.Statements) }

// member describes a filter. A number may be given as one.
func member(key query.Key) schema {
	_, example, _ := strings.Cut(key.Example(), ":")
	if words := key.Words(); words != nil {
		return text(key.Help() + "; one or more of " + strings.Join(words, ", ") + ", parted by commas")
	}
	if key == query.KeyMinScore {
		return schema{"type": "number", "minimum": 0, "maximum": 1, "description": key.Help()}
	}
	return text(key.Help() + "; such as " + example)
}
