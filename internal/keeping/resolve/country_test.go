package resolve

import (
	"strings"
	"testing"

	"readout/record"
)

// A role is of the countries by whose names its words are described, and of that of
// who fills it.
func TestARoleIsOfTheCountryThatDescribesIt(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"[French] officials", "FRA"},
		{"two senior [French] officials", "FRA"},
		{"The [US]-led coalition", "USA"},
		{"[U.S.] and [Chinese] diplomats", "USA CHN"},
		{"a critic of [France] who left", ""},
		{"officials in the [Iranian] capital", ""},
		{"those close to [Iran]", ""},
		{"[France]", ""}, // who is no entity here
		{"officials", ""},
		{"{France}", "FRA"},
		{"{Emmanuel Macron} of [France]", ""},
	} {
		r, a := roleOf(c.words)
		if got := strings.Join(New(r).Countries(a), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.words, got, c.want)
		}
	}
	r, a := roleOf("[French] officials")
	a.Span = nil
	if got := New(r).Countries(a); got != nil {
		t.Errorf("without a place in the text: %s", got)
	}
}

// roleOf reads "[name] of a place" and "{who fills the role}" behind other words.
func roleOf(marked string) (*record.Record, *record.Arg) {
	codes := map[string]string{
		"French": "FRA", "France": "FRA", "US": "USA", "U.S.": "USA", "Chinese": "CHN",
		"Iranian": "IRN", "Iran": "IRN",
	}
	before := []rune("Élise heard that ")
	words := strings.NewReplacer("[", "", "]", "", "{", "", "}", "").Replace(marked)
	r, span := &record.Record{}, record.Span{Start: len(before), End: len(before) + len(words)}
	a := &record.Arg{Span: &span, Exact: words}
	at := len(before)
	for i, piece := range strings.FieldsFunc(marked, func(c rune) bool { return strings.ContainsRune("[]{}", c) }) {
		mention := record.Mention{
			Span: record.Span{Start: at, End: at + len(piece)}, Exact: piece, Kind: record.MentionName,
		}
		at = mention.Span.End
		id := string(rune('a' + i))
		if strings.Contains(marked, "["+piece+"]") || strings.Contains(marked, "{"+piece+"}") {
			r.Entities = append(r.Entities, record.Entity{
				ID: id, Type: record.EntityPlace, Country: codes[piece], Mentions: []record.Mention{mention},
			})
		}
		if strings.Contains(marked, "{"+piece+"}") {
			a.Entity = &id
		}
	}
	return r, a
}
