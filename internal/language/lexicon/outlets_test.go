package lexicon

import (
	"strings"
	"testing"
)

func TestOutletsAreFoundByTheirFirstWordLongestFirst(t *testing.T) {
	got := Outlets("Fox")
	if len(got) < 3 || len(got[0].Name) < len(got[len(got)-1].Name) {
		t.Errorf("Outlets(Fox) = %v, want several, the longest first", got)
	}
	if len(Outlets("fox")) != 0 {
		t.Error("fox is found: the case of outlets counts")
	}
}

func TestOutletsOfOneWordNeedTheirArticle(t *testing.T) {
	tests := []struct {
		word string
		want Outlet
	}{
		{"Guardian", Outlet{Name: "Guardian", Kind: Paper, Article: true}},
		{"Reuters", Outlet{Name: "Reuters", Kind: Agency}},
		{"Instagram", Outlet{Name: "Instagram", Kind: Social}},
		{"Newsweek", Outlet{Name: "Newsweek", Kind: Magazine}},
		{"Axios", Outlet{Name: "Axios", Kind: Site}},
		{"Hannity", Outlet{Name: "Hannity", Kind: Programme, Common: true}},
		{"MSNBC", Outlet{Name: "MSNBC", Kind: Broadcaster}},
	}
	for _, tt := range tests {
		all := Outlets(tt.word)
		if len(all) == 0 || all[len(all)-1] != tt.want {
			t.Errorf("Outlets(%q) = %v, want %v last", tt.word, all, tt.want)
		}
	}
}

func TestEveryOutletHasAKindAndANameOfItsOwn(t *testing.T) {
	if !strings.Contains(outletList, "Source: ") {
		t.Error("outlets.txt names no source")
	}
	for word, all := range outlets() {
		seen := map[string]bool{}
		for _, o := range all {
			if o.Kind == NoOutlet || o.Kind.String() == "" {
				t.Errorf("%q has no kind", o.Name)
			}
			if seen[o.Name] {
				t.Errorf("%q stands twice in the list", o.Name)
			}
			seen[o.Name] = true
			if !strings.HasPrefix(o.Name, word) {
				t.Errorf("%q is filed under %q", o.Name, word)
			}
		}
	}
}
