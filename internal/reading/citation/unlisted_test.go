package citation

import (
	"testing"

	"readout/internal/reading/mention"
)

// A namedForm is a form whose text the model has found names in, all of one kind.
type namedForm struct {
	in    string
	names []string
	want  string
}

func checkNamed(t *testing.T, kind mention.Kind, forms []namedForm) {
	t.Helper()
	for _, f := range forms {
		doc, sentences := frozen(t, f.in)
		in := Input{Times: dates(f.in)}
		for _, s := range spansOf(t, f.in, f.names...) {
			in.Names = append(in.Names, mention.Name{Span: s, Kind: kind})
		}
		if got := shown(doc, Find(doc, sentences, in)); got != f.want {
			t.Errorf("%q\n got %s\nwant %s", f.in, got, f.want)
		}
	}
}

func TestARareNameThatIsToldOrReportsIsAnOutlet(t *testing.T) {
	checkNamed(t, mention.Organization, []namedForm{
		{
			"She told InsideWeston that it fell.",
			[]string{"InsideWeston"},
			"told InsideWeston = InsideWeston",
		},
		{
			"She left, Falke Online first reported.",
			[]string{"Falke Online"},
			"Falke Online first reported = Falke Online",
		},
		{
			"Falke reports that prices fell.",
			[]string{"Falke"},
			"Falke reports = Falke",
		},
		{
			"In a Falke interview, she wept.",
			[]string{"Falke"},
			"In a Falke interview = a Falke interview",
		},
		{
			"In a Falke Commission filing, she said it fell.",
			[]string{"Falke Commission"},
			"In a Falke Commission filing = a Falke Commission filing",
		},
		{
			"In a Labor Day interview with Le Monde, she wept.",
			[]string{"Labor Day"},
			"In a Labor Day interview with Le Monde = Le Monde",
		},
		{"She told Weston Bank that it fell.", []string{"Weston Bank"}, ""},
		{"She told Falke to leave.", []string{"Falke"}, ""},
		{"She told Falke workers that it fell.", []string{"Falke"}, ""},
		{"She told WESTON that it fell.", []string{"WESTON"}, ""},
		{"Falke reported losses.", []string{"Falke"}, ""},
		{"Falke reported that it lost money.", []string{"Falke"}, ""},
		{"Falke reported that net income rose.", []string{"Falke"}, ""},
		{
			"Falke Watch first reported.",
			[]string{"Falke Watch"},
			"Falke Watch first reported = Falke Watch",
		},
		{"Falke Watch reported that it fell.", []string{"Falke Watch"}, ""},
		{
			"She told Falke it fell. He told Falke it held. Falke grew. They left Falke.",
			[]string{"Falke", "Falke", "Falke", "Falke"},
			"told Falke = Falke ; told Falke = Falke",
		},
		{
			"Falke grew. Falke fell. She told Falke that it fell.",
			[]string{"Falke", "Falke", "Falke"},
			"",
		},
	})
}

func TestANameOfTheModelMakesACommonWordAnOutlet(t *testing.T) {
	checkNamed(t, mention.Organization, []namedForm{
		{
			"Bloomberg reports that it fell.",
			[]string{"Bloomberg"},
			"Bloomberg reports = Bloomberg",
		},
		{
			"She told Fox 35 that it fell.",
			[]string{"Fox 35"},
			"told Fox 35 = Fox 35",
		},
		{
			"Reuters and Le Monde both report it.",
			[]string{"Reuters and Le Monde"},
			"Reuters and Le Monde both report = Reuters | Le Monde",
		},
		{
			"A University of Weston poll out Monday shows a lead.",
			[]string{"University of Weston"},
			"A University of Weston poll out Monday shows = A University of Weston poll",
		},
	})
}

func TestAJournalistOfAnOutletWhoReportsIsACitation(t *testing.T) {
	checkNamed(t, mention.Person, []namedForm{
		{
			"Ann Example at Politico reports that it fell.",
			[]string{"Ann Example"},
			"Ann Example at Politico reports = Ann Example at Politico",
		},
		{"Ann Example at Politico said it fell.", []string{"Ann Example"}, ""},
		{
			"He read a story in Newsweek by Ann Example, who reported that it fell.",
			[]string{"Ann Example"},
			"a story in Newsweek by Ann Example, who reported = a story in Newsweek by Ann Example",
		},
		{"It is hard (See Example, Ann).", []string{"Example"}, ""},
		{
			"“It fell,” wrote Ann Example in The Guardian.",
			[]string{"Ann Example"},
			"wrote Ann Example in The Guardian = The Guardian",
		},
		{"“It fell,” wrote Ann Example in Weston.", []string{"Ann Example"}, ""},
		{
			"“It fell,” wrote Ann Example on Mediaite.",
			[]string{"Ann Example"},
			"wrote Ann Example on Mediaite = Mediaite",
		},
		{
			"“It fell,” writes Ann Example, one of two critics on staff at National Review.",
			[]string{"Ann Example"},
			"writes Ann Example, one of two critics on staff at National Review = Ann Example, one of two critics on staff at National Review",
		},
		{
			"Ann Example, a columnist for Le Monde, wrote that it fell.",
			[]string{"Ann Example"},
			"Ann Example, a columnist for Le Monde, wrote = Ann Example, a columnist for Le Monde",
		},
		{
			"Ann Example, an editor of Le Monde, a daily of note, wrote that it fell.",
			[]string{"Ann Example"},
			"Ann Example, an editor of Le Monde, a daily of note, wrote = Ann Example, an editor of Le Monde",
		},
		{
			"Ann Example, a friend of Le Monde, wrote that it fell.",
			[]string{"Ann Example"},
			"",
		},
		{
			"Ann Example, a columnist for Le Monde, said that it fell.",
			[]string{"Ann Example"},
			"",
		},
		{
			"Ann Example, a columnist for Le Monde, left.",
			[]string{"Ann Example"},
			"",
		},
	})
}
