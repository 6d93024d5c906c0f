package phrase

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// group returns the noun group that begins after the mark "^" of the example.
func group(t *testing.T, example string, in func(string) Input) string {
	t.Helper()
	before, after, _ := strings.Cut(example, "^")
	s := before + after
	r := read(t, s, in(s))
	i := 0
	for i < len(r.Tokens) && r.Tokens[i].Start < len(before) {
		i++
	}
	end := r.Group(i)
	if end == i {
		return ""
	}
	return r.Doc.At(r.Span(i, end))
}

func nothing(string) Input { return Input{} }

func TestANounGroupEndsBeforeWhatIsNoPartOfIt(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"verb", "^the mayor said so", "the mayor"},
		{"auxiliary", "^officials were glad", "officials"},
		{"comma", "^police, who came", "police"},
		{"relative pronoun", "^a witness who saw it", "a witness"},
		{"second article", "^residents the army moved", "residents"},
		{"preposition out of it", "^police in the morning", "police"},
		{"participle after the noun", "^a poll released there", "a poll"},
		{"day word", "^officials yesterday", "officials"},
		{"end of the sentence", "^police. Nobody came", "police"},
		{"number after the noun", "^police two hours later", "police"},
		{"adverb after the noun", "^residents quickly", "residents"},
		{"address", "^the group https here", "the group"},
	}
	for _, tt := range tests {
		if got := group(t, tt.in, nothing); got != tt.want {
			t.Errorf("%s: %q: %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestANounGroupHoldsWhatBelongsToIt(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{
			"adjectives",
			"^the latest internal report said",
			"the latest internal report",
		},
		{"number before", "^two senior officials said", "two senior officials"},
		{"adverb before", "^a widely read blog said", "a widely read blog"},
		{"of", "^a spokesman of the army said", "a spokesman of the army"},
		{"for", "^a spokesman for the army said", "a spokesman for the army"},
		{
			"of twice",
			"^the head of a group of banks said",
			"the head of a group of banks",
		},
		{"and", "^police and witnesses said", "police and witnesses"},
		{"owner", "^the mayor's office said", "the mayor's office"},
		{"by a name", "^a report by Weston said", "a report by Weston"},
		{
			"at a name", "^researchers at Weston College said",
			"researchers at Weston College",
		},
		{
			"at a body",
			"^researchers at the college said",
			"researchers at the college",
		},
		{"in an outlet", "^a story in The Guardian said", "a story in The Guardian"},
		{
			"participle and name", "^a poll conducted by Weston said",
			"a poll conducted by Weston",
		},
		{"ampersand", "^Marks & Example said", "Marks & Example"},
		{"both", "^both the parties said", "both the parties"},
		{
			"letters in brackets", "^the Weston Union (WU) group said",
			"the Weston Union (WU) group",
		},
		{
			"title in quotes",
			"^the show “Good Evening” said",
			"the show “Good Evening”",
		},
	}
	for _, tt := range tests {
		if got := group(t, tt.in, nothing); got != tt.want {
			t.Errorf("%s: %q: %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestNoNounGroupBeginsAtAPrepositionOrAVerb(t *testing.T) {
	for _, in := range []string{"^of the army", "^and police", "^said so", "^, police", "^"} {
		if got := group(t, in, nothing); got != "" {
			t.Errorf("%q: %q, want none", in, got)
		}
	}
}

func TestATimeInsideAGroupDoesNotEndIt(t *testing.T) {
	in := func(s string) Input {
		return Input{Times: []text.Span{span(t, s, "Monday")}}
	}
	got := group(t, "^a Monday report said", in)
	if want := "a Monday report"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	got = group(t, "^a report Monday from Weston said", in)
	if want := "a report Monday from Weston"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	got = group(t, "^a report Monday said", in)
	if want := "a report"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestANameIsTakenWhole(t *testing.T) {
	in := func(s string) Input {
		at := span(t, s, "Doctors Who Care")
		return Input{Names: []proper.Name{{Span: at, Kind: proper.Organization}}}
	}
	got := group(t, "^the group Doctors Who Care said", in)
	if want := "the group Doctors Who Care"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAQuotationThatClosesIsNoTitle(t *testing.T) {
	got := group(t, "“It was ^the army” Ann said", nothing)
	if want := "the army"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSourcesAreCutWhereOutletsOrNamesAreJoined(t *testing.T) {
	tests := []struct {
		in    string
		names []string
		want  string
	}{
		{"Reuters and AFP", nil, "Reuters|AFP"},
		{"Reuters, AFP, and the BBC", nil, "Reuters|AFP|the BBC"},
		{"Reuters or AFP", nil, "Reuters|AFP"},
		{"Reuters/AFP", nil, "Reuters|AFP"},
		{"police and witnesses", nil, "police and witnesses"},
		{
			"Ann Example and Bo Sample",
			[]string{"Ann Example", "Bo Sample"},
			"Ann Example|Bo Sample",
		},
		{"Example and Sons", []string{"Example and Sons"}, "Example and Sons"},
		{"police and Reuters", nil, "police|Reuters"},
	}
	for _, tt := range tests {
		in := Input{}
		for _, n := range tt.names {
			in.Names = append(in.Names, proper.Name{Span: span(t, tt.in, n)})
		}
		r := read(t, tt.in, in)
		var got []string
		for _, s := range r.Sources(0, len(r.Tokens)) {
			got = append(got, r.Doc.At(s))
		}
		if all := strings.Join(got, "|"); all != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, all, tt.want)
		}
	}
}

func TestAListOfOutletsIsTakenToItsLast(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Reuters, AP and AFP said", "Reuters, AP and AFP"},
		{"Reuters, AP, and the BBC said", "Reuters, AP, and the BBC"},
		{"Reuters and AFP said", "Reuters and AFP"},
		{"Reuters, AP said", "Reuters"},
		{"Reuters and police said", "Reuters"},
		{"Reuters, which said", "Reuters"},
	}
	for _, tt := range tests {
		r := read(t, tt.in, Input{})
		if got := r.Doc.At(r.Span(0, r.Tail(0, 1))); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}
