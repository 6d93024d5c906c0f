package mention

import "testing"

func TestNamesOfACountryAreOneUnderTheFullest(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"short and long", "[l US] troops left. [l United States] officials agreed.", "United States x2"},
		{"long and short", "[l United States] officials agreed. [l US] troops left.", "United States x2"},
		{"full stops", "[l U.S.] and [l US] and [l USA].", "U.S. x3"},
		{"an adjective", "The [g American] team won. [l United States] fans sang.", "United States x2"},
		{"an adjective after it", "[l United States] fans sang. The [g American] team won.", "United States x2"},
		{"an adjective alone shows", "The [g Norwegian] team met [g Norwegian] fans.", "Norwegian x2"},
		{"adjective and name", "The [g Afghan] army left. [l Afghanistan] fell.", "Afghanistan x2"},
		{"an article", "[l the United States] and [l United States].", "the United States x2"},
		{"an acronym with an article", "[l America] and [l the US].", "America x2"},
		{"a name after such an acronym", "[l the US] and [l America].", "America x2"},
		{"read as an organization", "[o France] signed. [l France] paid.", "France x2"},
		{"what someone is", "[l Russia] fell. He is [l Russian].", "Russia x2"},
		{
			"a state and its short form",
			"[l Calif.] burns. [l California] burns.", "California x2",
		},
		{"a short form alone", "[l Fla.] and [l N.Y.] sleep.", "Fla. x1; N.Y. x1"},
		{
			"is no acronym",
			"The [o Select Committee] met [l S.C.] voters.", "Select Committee x1; S.C. x1",
		},
		{
			"a capital with its district",
			"[l Washington, D.C.] sleeps. [l Washington] wakes.", "Washington, D.C. x2",
		},
		{"two countries", "[l France] and [l Norway].", "France x1; Norway x1"},
	})
}

func TestWhatOnlySoundsLikeACountryStaysApart(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a demonym as a noun", "The [g French] are late. [l France] waits.", "French x1; France x1"},
		{"a demonym at the end", "He met the [g French]. [l France] waits.", "French x1; France x1"},
		{"what people are", "They are [g French]. [l France] waits.", "French x1; France x1"},
		{"a sentence that ends", "So it is. [l Russian]. [l Russia] fell.", "Russian x1; Russia x1"},
		{"a language", "He spoke [l Russian]. [l Russia] fell.", "Russian x1; Russia x1"},
		{"a people", "Many [g Americans] voted. [l America] waits.", "Americans x1; America x1"},
		{"a part", "[l Scotland] voted. [l UK] banks fell.", "Scotland x1; UK x1"},
		{"a person", "[p Georgia] sang. [l Georgia] won.", "Georgia x1; Georgia x1"},
		{"an organization of such a name", "[o Georgia] won. [l Georgia] slept.", "Georgia x1; Georgia x1"},
		{"a capital", "[l Paris] and [l France].", "Paris x1; France x1"},
	})
}

func TestACountryIsAPlace(t *testing.T) {
	for _, marked := range []string{
		"[l France] won.", "[o France] won.", "The [g French] team won.", "The [o U.S.] team won.",
	} {
		doc, names := parse(t, marked)
		if got := Gather(doc, names); len(got) != 1 || got[0].Kind != Place {
			t.Errorf("%s: %+v, want one place", marked, got)
		}
	}
}

func TestEntitiesTellTheirCountry(t *testing.T) {
	for _, c := range []struct {
		name string
		kind Kind
		want string
	}{
		{"France", Place, "FRA"},
		{"the United States", Place, "USA"},
		{"The Netherlands", Place, "NLD"},
		{"UK", Place, "GBR"},
		{"Scotland", Place, "GBR"},
		{"Americans", Group, "USA"},
		{"French", Group, "FRA"},
		{"the Kremlin", Organization, "RUS"},
		{"Paris", Place, "FRA"},
		{"Paris", Organization, ""},
		{"Georgia", Place, "GEO"},
		{"Georgia", Organization, ""},
		{"Georgia", Person, ""},
		{"France", Person, ""},
		{"America", Work, ""},
		{"Texas", Place, "USA"},
		{"Virginia", Person, ""},
		{"N.J.", Place, "USA"},
		{"Miss.", Place, "USA"},
		{"Miss.", Person, ""},
		{"Washington, D.C.", Place, "USA"},
		{"Theodore", Place, ""},
		{"", Place, ""},
	} {
		if got := (Entity{Kind: c.kind, Name: c.name}).Country(); got != c.want {
			t.Errorf("%s %q: country %q, want %q", c.kind, c.name, got, c.want)
		}
	}
}
