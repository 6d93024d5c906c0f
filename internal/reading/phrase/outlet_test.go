package phrase

import (
	"strings"
	"testing"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
)

func outlets(r *Reader) string {
	var all []string
	for _, o := range r.Outlets {
		all = append(all, r.Doc.At(r.Span(o.First, o.End)))
	}
	return strings.Join(all, "|")
}

func TestOutletsAreFoundByTheListAndByTheirShape(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"list", "It told Reuters and Le Monde.", "Reuters|Le Monde"},
		{
			"longest of the list",
			"It told Fox Business Network.",
			"Fox Business Network",
		},
		{"article", "It told the Guardian.", "Guardian"},
		{"no article", "It told Guardian angels.", ""},
		{"word after it", "It told Guardian magazine.", "Guardian"},
		{"owner before it", "It told Britain's Guardian.", "Guardian"},
		{"curly mark", "It told Jane’s Defence Weekly.", "Jane’s Defence Weekly"},
		{"last word", "It told the Weston Courier.", "Weston Courier"},
		{"news agency", "It told the Weston News Agency.", "Weston News Agency"},
		{"other agency", "It told the Weston Energy Agency.", ""},
		{"address", "It told weston.com so.", "weston.com"},
		{"mail", "It told ann@weston.com so.", ""},
		{"call sign", "It told WXYZ and KABC-TV.", "WXYZ|KABC-TV"},
		{"no call sign", "WHAT WENT WEST", ""},
		{"programme", "He was on The Weston Show.", "The Weston Show"},
		{"last word alone", "It told the Courier.", ""},
		{"part of a word", "It told Reutersville.", ""},
		{"journal", "It stood in the journal Bread and Roses.", "Bread"},
		{"too long", "One Two Three Four Five Six Seven Times told it.", ""},
	}
	for _, tt := range tests {
		if got := outlets(read(t, tt.in, Input{})); got != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestShortFormsCountFromTheirDefinition(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{
			"letters",
			"The Weston Courier (WHD) came. WHD left.",
			"Weston Courier|WHD|WHD",
		},
		{"letters before", "WHD left. It was late.", ""},
		{
			"last word", "The Weston Courier came. So the Courier left.",
			"Weston Courier|Courier",
		},
		{
			"last word without article", "The Weston Courier came. So Courier left.",
			"Weston Courier",
		},
		{
			"last word in a name", "The Weston Courier came. So the Courier Square.",
			"Weston Courier",
		},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(outlets(read(t, tt.in, Input{})), "The ", "")
		if got != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestANameOfTheModelRulesOverAnOutlet(t *testing.T) {
	tests := []struct {
		in, name string
		kind     proper.Kind
		want     string
	}{
		{"It told Bloomberg.", "Bloomberg", proper.Person, ""},
		{"It told Bloomberg.", "Bloomberg", proper.Organization, "Bloomberg"},
		{"He was on Hannity.", "Hannity", proper.Person, "Hannity"},
		{"It told Reuters Japan.", "Reuters Japan", proper.Organization, "Reuters Japan"},
		{"It told Twitter Inc today.", "Twitter Inc", proper.Organization, "Twitter"},
		{
			"It told Weston Record Holdings.", "Weston Record Holdings",
			proper.Organization, "",
		},
	}
	for _, tt := range tests {
		r := read(t, tt.in, Input{Names: []proper.Name{
			{Span: span(t, tt.in, tt.name), Kind: tt.kind},
		}})
		if got := outlets(r); got != tt.want {
			t.Errorf("%q with the %v %s: %q, want %q", tt.in, tt.kind, tt.name, got, tt.want)
		}
	}
}

func TestAnOutletHasTheKindOfItsListOrShape(t *testing.T) {
	tests := []struct {
		in   string
		want lexicon.OutletKind
	}{
		{"Reuters", lexicon.Agency},
		{"Le Monde", lexicon.Paper},
		{"Newsweek", lexicon.Magazine},
		{"MSNBC", lexicon.Broadcaster},
		{"WXYZ", lexicon.Broadcaster},
		{"weston.org", lexicon.Site},
		{"Twitter", lexicon.Social},
		{"The Weston Podcast", lexicon.Programme},
	}
	for _, tt := range tests {
		r := read(t, tt.in, Input{})
		if len(r.Outlets) != 1 || r.Outlets[0].Kind != tt.want {
			t.Errorf("%q: %+v, want one of kind %s", tt.in, r.Outlets, tt.want)
		}
	}
}

func TestAnOutletIsFoundBehindItsArticle(t *testing.T) {
	r := read(t, "It told the BBC, a paper, Reuters", Input{})
	tests := []struct {
		word string
		want bool
	}{{"the", true}, {"BBC", true}, {"a", false}, {"paper", false}, {"Reuters", true}}
	for _, tt := range tests {
		if got := r.ToOutlet(tokenAt(t, r, tt.word)); got != tt.want {
			t.Errorf("ToOutlet(%s) = %t, want %t", tt.word, got, tt.want)
		}
	}
	if !r.OutletEnds(tokenAt(t, r, ", a")) || r.OutletEnds(tokenAt(t, r, "BBC")) {
		t.Error("an outlet ends after BBC and nowhere before")
	}
}
