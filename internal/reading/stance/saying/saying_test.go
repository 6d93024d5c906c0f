package saying_test

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/reading/attribution"
	"readout/internal/reading/stance/saying"
	"readout/internal/reading/stance/saying/sayingtest"
)

func lay(t *testing.T, marked string) (*saying.Reader, saying.Saying) {
	t.Helper()
	s := sayingtest.Read(t, marked)
	r := saying.NewReader(s.Doc, s.Sentences, saying.Input{}, []attribution.Statement{s.Statement})
	return r, r.Saying(0)
}

func TestAStatementIsLaidOutByItsWords(t *testing.T) {
	for _, c := range []struct{ marked, who, by, what string }{
		{"[The Mayor] «didn’t say» {“We lost”}.", "the mayor", "didn't say", "we lost ”"},
		{"{The first flight} «is expected» {to leave in May}.", "", "is expected", "to leave in may"},
		{"{“We lost},” [Berg] «said» “{and left}.”", "berg", "said", "we lost"},
		{"[The long of it all goes on] «said» {so}.", "the long of it", "said", "so"},
	} {
		_, s := lay(t, c.marked)
		for _, p := range []struct {
			part, want string
			got        []string
		}{{"speaker", c.who, s.Who}, {"cue", c.by, s.By}, {"content", c.what, s.What}} {
			if got := strings.Join(p.got, " "); got != p.want {
				t.Errorf("%s: %s %q, want %q", c.marked, p.part, got, p.want)
			}
		}
	}
}

func TestATokenStandsInTheContentOrOutside(t *testing.T) {
	r, s := lay(t, "[Berg] «said» {he lost}.")
	var inside []string
	for i := range r.Tokens {
		if r.InContent(s, i) {
			inside = append(inside, r.Plain(i))
		}
	}
	if want := []string{"he", "lost"}; !slices.Equal(inside, want) {
		t.Errorf("in the content %q, want %q", inside, want)
	}
}

func TestCuesBesideASpanAreInTheOrderOfTheText(t *testing.T) {
	one := sayingtest.Read(t, "[Berg] «said» {he lost}. Lee denied it."+strings.Repeat(" It rained.", 60)+" Kim agreed.")
	var all []attribution.Statement
	for _, cue := range []string{"agreed", "denied", "said"} {
		all = append(all, attribution.Statement{
			Cue: one.Span(cue), Content: one.Statement.Content, Inside: -1,
		})
	}
	r := saying.NewReader(one.Doc, one.Sentences, saying.Input{}, all)
	if got, want := r.Beside(one.Statement.Cue), []int{2, 1}; !slices.Equal(got, want) {
		t.Errorf("beside the first cue %v, want %v", got, want)
	}
}

func TestRangesLieApartByTheTokensBetweenThem(t *testing.T) {
	for _, c := range []struct {
		a, b saying.Tokens
		want int
	}{
		{saying.Tokens{From: 0, To: 2}, saying.Tokens{From: 5, To: 6}, 3},
		{saying.Tokens{From: 5, To: 6}, saying.Tokens{From: 0, To: 2}, 3},
		{saying.Tokens{From: 0, To: 4}, saying.Tokens{From: 3, To: 6}, 0},
	} {
		if got := saying.Apart(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}
