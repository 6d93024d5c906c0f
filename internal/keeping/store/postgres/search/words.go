package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5/pgtype"

	"readout/internal/keeping/query"
)

// Texts are looked up by their lexemes and then compared word by word, so that
// lexemes may leave out what PostgreSQL has no place for: the ends of words that
// are longer than maxLexeme bytes, of which it takes 2,046; places behind the
// first 16,383 words and beyond 256 of one lexeme, which only the rank counts;
// and all lexemes that are more than maxVector bytes, of which it takes a
// megabyte. Where lexemes are left out the vector has [incomplete] in it, and its
// text is compared whatever the words are.
const (
	maxLexeme = 500
	maxPlace  = 16_383
	maxPlaces = 256
	maxVector = 900_000
)

// incomplete cannot be a folded word.
const incomplete = "+"

// Padded returns folded texts as columns named "folded" hold them: with a space
// around each word, so that words are found whole, and a stroke between texts, so
// that none is found across.
func Padded(folded ...string) string { return " " + strings.Join(folded, " | ") + " " }

// Vector returns the lexemes of padded texts with their places.
func Vector(padded string) pgtype.TSVector {
	places := map[string][]pgtype.TSVectorPosition{}
	size, n := 0, 0
	for word := range strings.FieldsSeq(padded) {
		if word == "|" {
			continue
		}
		n++
		lexeme := cut(word)
		at, known := places[lexeme]
		if !known {
			size += len(lexeme) + 8 // its entry and the number of its places
		}
		if size > maxVector {
			places[incomplete] = nil
			break
		}
		if len(at) < maxPlaces && n <= maxPlace {
			at = append(at, pgtype.TSVectorPosition{Position: uint16(n)})
			size += 2
		}
		places[lexeme] = at
	}
	v := pgtype.TSVector{Valid: true}
	for lexeme, at := range places {
		v.Lexemes = append(v.Lexemes, pgtype.TSVectorLexeme{Word: lexeme, Positions: at})
	}
	slices.SortFunc(v.Lexemes, func(a, b pgtype.TSVectorLexeme) int {
		return strings.Compare(a.Word, b.Word)
	})
	return v
}

// cut shortens a word to what is looked up.
func cut(word string) string {
	if len(word) <= maxLexeme {
		return word
	}
	n := maxLexeme
	for !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// A phrase is what is looked for: a word, or several in a row.
type phrase struct{ folded string }

func phraseOf(typed string) phrase { return phrase{query.Fold(typed)} }

// padded is the phrase as it stands in a padded text.
func (p phrase) padded() string { return " " + p.folded + " " }

// isLookedUp reports whether to look up its lexeme is all there is to do.
func (p phrase) isLookedUp() bool {
	return p.folded != "" && !strings.Contains(p.folded, " ") && len(p.folded) <= maxLexeme
}

// lexemes writes the phrase as a tsquery, "" when it has no words. Folded words
// have neither quotes nor backslashes.
func (p phrase) lexemes() string {
	var all []string
	for word := range strings.FieldsSeq(p.folded) {
		all = append(all, "'"+cut(word)+"'")
	}
	return strings.Join(all, " & ")
}

// anyOf writes phrases as a tsquery of which one is to be found.
func anyOf(phrases []phrase) string { return joinedBy(" | ", phrases) }

// allOf writes phrases as a tsquery of which all are to be found.
func allOf(phrases []phrase) string { return joinedBy(" & ", phrases) }

func joinedBy(operator string, phrases []phrase) string {
	var all []string
	for _, p := range phrases {
		if lexemes := p.lexemes(); lexemes != "" {
			all = append(all, "("+lexemes+")")
		}
	}
	return strings.Join(all, operator)
}

// orIncomplete has a tsquery find what may hold the words beyond its lexemes too.
func orIncomplete(lexemes string) string {
	if lexemes == "" {
		return "'" + incomplete + "'"
	}
	return "(" + lexemes + ") | '" + incomplete + "'"
}

// allPadded returns phrases for a comparison with padded texts.
func allPadded(phrases []phrase) []string {
	out := make([]string, 0, len(phrases))
	for _, p := range phrases {
		out = append(out, p.padded())
	}
	return out
}
