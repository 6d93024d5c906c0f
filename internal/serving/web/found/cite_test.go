package found

import (
	"testing"

	"readout/internal/keeping/sample"
)

func TestAQuotationSaysWhoIsMeantAndWhereItStands(t *testing.T) {
	const source = "“Rain”, Example, 5 March 2024."
	for _, c := range []struct{ who, name, cue, words, want string }{
		{"Ann Lee", "", "said", "“It rains.”", "Ann Lee said: “It rains.” – " + source},
		{"she", "Ann Lee", "added:", "it rains", "she [Ann Lee] added: it rains – " + source},
		{"", "", "", "it rains\n again", "No speaker: it rains again – " + source},
	} {
		if got := Quotation(c.who, c.name, c.cue, c.words, source); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestACitationSaysWhatIsKnown(t *testing.T) {
	r := sample.Saying("It rains.")
	d := &r.Document
	d.Title, d.Publisher, d.Published, d.URL, d.Authors = "Rain", "Example", "2024-03-05", "https://example.org/a", []string{"A. Berg", "B. Adu"}
	if got, want := Citation(r), "A. Berg, B. Adu, “Rain”, Example, 5 March 2024, https://example.org/a."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d.Publisher, d.Published, d.URL, d.Authors = "", "", "", nil
	if got, want := Citation(r), "“Rain”, undated."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
