package byline

import "testing"

func TestAnOutletIsWhoseSiteItIs(t *testing.T) {
	for _, c := range []struct{ site, publisher, want string }{
		{"Houston Chronicle", "Associated Press", "Houston Chronicle"},
		{"Deccan Herald", "DH News Service", "Deccan Herald"},
		{"LinkNaija | Nigeria's popular news platform", "Blogger", "LinkNaija"},
		{"The Telegraph", "", "The Telegraph"},
		{"", "The New York Times", "The New York Times"},
		{"", "", ""},

		// What a site is called by machines.
		{"detroitnews", "The Detroit News", "The Detroit News"},
		{"TheHill", "The Hill", "The Hill"},
		{"livescience.com", "Live Science", "Live Science"},
		{"SpaceNews.com", "SpaceNews", "SpaceNews"},
		{"example.org", "The Daily Example", "The Daily Example"},
		{"Snopes.com", "", "Snopes.com"},
		{"the Guardian", "The Guardian", "The Guardian"},
		{"WSJ", "The Wall Street Journal", "The Wall Street Journal"},
		{"BBC", "British Broadcasting Corporation", "British Broadcasting Corporation"},

		// What sites of any outlet are called.
		{"Hosted", "", ""},
		{"Blog", "The Detroit News", "The Detroit News"},
		{"Blog", "", ""},
		{"News", "Example Media", "Example Media"},
		{"World News", "", "World News"},
	} {
		if got := Outlet(c.site, c.publisher); got != c.want {
			t.Errorf("Outlet(%q, %q) = %q, want %q", c.site, c.publisher, got, c.want)
		}
	}
}
