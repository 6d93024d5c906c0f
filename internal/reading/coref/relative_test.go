package coref

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

func TestRelativePronounsStandForWhomTheyFollow(t *testing.T) {
	for _, x := range []struct{ marked, word, want string }{
		{"She met [p:Clinton] and [p:Warren], who has assailed it.", "who", "Warren"},
		{"The [o:Saudi government], which has denied it, met [p:Bush].", "which", "Saudi government"},
		{"[p:Hillary Clinton] — who’s called for hikes — left.", "who", "Hillary Clinton"},
		{"On [l:Capitol Hill], who have argued", "who", ""},                                  // a place is no "who"
		{"He wrote to [p:Ann], which upset [o:Congress].", "which", ""},                      // a person is no "which"
		{"[p:Ann] and [p:Bob], who have questioned it", "who", ""},                           // several
		{"The [g:Democrats], who have questioned it", "who", "Democrats"},                    // who are several
		{"[o:Peabody], the largest coal company, which filed", "which", "Peabody"},           // what it is stands between
		{"[p:Bentel], a tech staffer at the [o:State Department] who told", "who", "Bentel"}, // without a comma behind
		{"[p:Bentel] left. The staffer at the [o:State Department] who told", "who", ""},
		{"[p:Ann] spoke to a woman who suggested it.", "who", ""},
		{"[p:Ann], often with a friend, who suggested it.", "who", ""}, // not what she is
		{"Who told [p:Ann]?", "Who", ""},
	} {
		doc, names := read(t, x.marked)
		entities := mention.Gather(doc, names)
		at := strings.Index(doc.String(), x.word)
		got := ""
		if e, ok := NewAntecedents(doc, entities, nil).Of(text.Span{Start: at, End: at + len(x.word)}); ok {
			got = entities[e].Name
		}
		if got != x.want {
			t.Errorf("%s: %q, want %q", doc.String(), got, x.want)
		}
	}
}
