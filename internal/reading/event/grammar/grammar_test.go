package grammar

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// entered returns a sentence with a word in brackets, and where that word stands;
// words between @ and @ are names of places, words between ~ and ~ are times.
func entered(t *testing.T, marked string) (*Sentence, text.Span) {
	t.Helper()
	var plain strings.Builder
	var trigger text.Span
	var names []mention.Name
	var times []text.Span
	open := map[rune]int{}
	for _, r := range marked {
		at := plain.Len()
		start, isOpen := open[r]
		switch r {
		case '[':
			trigger.Start = at
		case ']':
			trigger.End = at
		case '@', '~':
			if !isOpen {
				open[r] = at
				continue
			}
			delete(open, r)
			s := text.Span{Start: start, End: at}
			if r == '@' {
				names = append(names, mention.Name{Span: s, Kind: mention.Place})
			} else {
				times = append(times, s)
			}
		default:
			plain.WriteRune(r)
		}
	}
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	g := Of(doc)
	g.Enter(text.Span{Start: 0, End: doc.Len()}, names, times)
	return &g, trigger
}

// words shows spans of a sentence.
func words(g *Sentence, all []text.Span) string {
	var out []string
	for _, s := range all {
		out = append(out, g.Text[s.Start:s.End])
	}
	return strings.Join(out, " | ")
}

func TestAVerbIsPassiveOrANoun(t *testing.T) {
	for in, want := range map[string]string{
		"He was [arrested].":                      "passive",
		"He was ~on Monday~ [expelled].":          "passive",
		"He was jailed in Minsk and [freed].":     "passive",
		"A man [arrested] by police was ill.":     "passive",
		"He had [arrested] by Monday ten men.":    "",
		"He was [opposed] to it.":                 "",
		"The first joint [exercises] began.":      "noun",
		"Their [support] for it grew.":            "noun",
		"They [support] it.":                      "",
		"He was beaten but he [arrested] no one.": "",
	} {
		g, trigger := entered(t, in)
		got := ""
		switch {
		case g.Passive(trigger):
			got = "passive"
		case g.Nominal(trigger):
			got = "noun"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTheSubjectStandsBeforeItsVerb(t *testing.T) {
	for in, want := range map[string]string{
		"The army will also [arrest] rebels.":                "The army",
		"@Serbia@ and @Kosovo@ have [agreed].":               "Serbia | Kosovo",
		"The minister ~on Monday~ [resigned].":               "The minister",
		"The minister, who [resigned], left.":                "The minister",
		"The minister of @Chad@, ill since May, [resigned].": "The minister of Chad",
		"Police detained him and [jailed] her.":              "Police",
		"The rebels vowed to [attack].":                      "The rebels",
		"The government's [criticism] grew.":                 "The government",
		"The army launched an [attack].":                     "The army",
		"A bill was [signed].":                               "",
		"The officials in @Rome@ [resigned].":                "The officials",
	} {
		g, trigger := entered(t, in)
		first, _ := g.Range(trigger)
		if got := words(g, g.Subjects(first)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestGroupsBehindAPlaceAreParties(t *testing.T) {
	for in, want := range map[string]string{
		"[urged] the government of @Niger@ to wait": "the government of Niger",
		"[urged] @Iran@ and the rebels to talk":     "Iran | the rebels",
		"[saw] the bridge":                          "",
		"[saw]":                                     "",
	} {
		g, trigger := entered(t, in)
		_, end := g.Range(trigger)
		if got := words(g, g.GroupsAfter(end)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestClausesBeginWhereWordsSaySo(t *testing.T) {
	for in, want := range map[string]int{
		"He came and [went].":               1,
		"He came, hoping to [win].":         1,
		"He spoke of men who [fought].":     1,
		"He came on ~the day~ and [left].":  1,
		"He praised men and [women].":       0,
		"He left after ~May~ and [women].":  0,
		"He came; she said that he [knew].": 2,
	} {
		g, trigger := entered(t, in)
		i, _ := g.Range(trigger)
		if got := g.Breaks(0, i); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

func TestNothingHasNoClauses(t *testing.T) {
	g, _ := entered(t, "")
	if g.Breaks(0, 5) != 0 || g.At(3) != 0 {
		t.Error("an empty sentence has a clause or a token")
	}
}
