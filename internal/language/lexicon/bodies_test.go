package lexicon

import (
	"strings"
	"testing"
)

func TestNamesOfABodyTellTheSameOne(t *testing.T) {
	for _, names := range [][2]string{
		{"WTO", "World Trade Organisation"},
		{"U.N.", "United Nations"},
		{"Hizbollah", "Hezbollah"},
		{"F.B.I.", "Federal Bureau of Investigation"},
		{"Zanu-PF", "Zimbabwe African National Union"},
	} {
		a, aKnown := BodyOf(names[0])
		b, bKnown := BodyOf(names[1])
		if !aKnown || !bKnown || a.Full != b.Full {
			t.Errorf("%q is %+v, %q is %+v", names[0], a, names[1], b)
		}
	}
}

func TestCaseAndArticleOfABodyCount(t *testing.T) {
	for _, name := range []string{"who", "imf", "the IMF", "World", ""} {
		if b, known := BodyOf(name); known {
			t.Errorf("%q is taken for %q", name, b.Full)
		}
	}
}

func TestWhatIsAlsoAWordSaysSo(t *testing.T) {
	for name, want := range map[string]bool{"WHO": true, "ICE": true, "IMF": false, "United Nations": false} {
		if b, _ := BodyOf(name); b.Common != want {
			t.Errorf("%q: common %v, want %v", name, b.Common, want)
		}
	}
}

func TestEachNameBelongsToOneBody(t *testing.T) {
	if !strings.Contains(bodyList, "Source: ") {
		t.Error("bodies.txt names no source")
	}
	seen := map[string]string{}
	for word, all := range bodies() {
		for _, b := range all {
			if other, twice := seen[b.Name]; twice {
				t.Errorf("%q is a name of %q and of %q", b.Name, other, b.Full)
			}
			seen[b.Name] = b.Full
			if !strings.HasPrefix(b.Name, word) || strings.TrimSpace(b.Name) == "" {
				t.Errorf("%q is filed under %q", b.Name, word)
			}
			_, _, country := CountryOf(b.Name)
			if country {
				t.Errorf("%q is a country too", b.Name)
			}
		}
	}
}
