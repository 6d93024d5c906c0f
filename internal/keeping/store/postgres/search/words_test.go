package search

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/keeping/query"
)

func TestLexemesAreTheFoldedWordsWithTheirPlaces(t *testing.T) {
	for padded, want := range map[string]string{
		Padded("the talks with the unions"): `'talks':2 'the':1,4 'unions':5 'with':3`,
		Padded("title", "body of it"):       `'body':2 'it':4 'of':3 'title':1`,
		Padded("", ""):                      ``,
		Padded("žilina 3 μητσοτακησ"):       `'3':2 'žilina':1 'μητσοτακησ':3`,
	} {
		if got := Vector(padded).String(); got != want {
			t.Errorf("%q: %s, want %s", padded, got, want)
		}
	}
}

// TestLexemesStayWithinTheLimitsOfPostgreSQL has texts that it would refuse, or
// of which it would drop something unsaid.
func TestLexemesStayWithinTheLimitsOfPostgreSQL(t *testing.T) {
	long := strings.Repeat("é", maxLexeme)
	v := Vector(Padded("a " + long))
	for _, l := range v.Lexemes {
		if len(l.Word) > maxLexeme || !utf8.ValidString(l.Word) {
			t.Errorf("a lexeme of %d bytes", len(l.Word))
		}
	}
	if got := phraseOf(strings.ToUpper(long)).lexemes(); got != "'"+strings.Repeat("e", maxLexeme)+"'" {
		t.Errorf("looked up by %d bytes", len(got))
	}
	v = Vector(Padded(strings.Repeat("so ", 20_000)))
	if n := len(v.Lexemes[0].Positions); n != maxPlaces {
		t.Errorf("%d places, want %d", n, maxPlaces)
	}
	var many strings.Builder
	for i := range 200_000 {
		many.WriteString(" w" + strconv.Itoa(i))
	}
	v = Vector(many.String())
	if v.Lexemes[0].Word != incomplete {
		t.Error("lexemes were left out, and no mark says so")
	}
	size := 0
	for _, l := range v.Lexemes {
		size += len(l.Word) + 8 + 2*len(l.Positions)
	}
	if size > 1<<20 {
		t.Errorf("%d bytes", size)
	}
}

// TestNoFoldedWordIsSyntax since lexemes are written into the argument of a query.
func TestNoFoldedWordIsSyntax(t *testing.T) {
	for _, typed := range []string{`'`, `\`, `a'b`, `a\'b`, `+`, `|`, `a | b`, `!a`, `a:*`, `<->`, "a\x00b", "‘a’"} {
		folded := query.Fold(typed)
		if strings.ContainsAny(folded, `'\+|!:*<>&`+"\x00") {
			t.Errorf("%q folds to %q", typed, folded)
		}
		if got := orIncomplete(anyOf([]phrase{phraseOf(typed)})); strings.Count(got, "'")%2 != 0 {
			t.Errorf("%q is %s", typed, got)
		}
	}
}
