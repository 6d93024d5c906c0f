package mention

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func TestFormsOfAddressAreNames(t *testing.T) {
	for _, c := range []struct{ claim, text, found, want string }{
		{"a form of address", "Madam Speaker, I rise to speak.", "", "Madam Speaker:person"},
		{"each time", "Mr. President, thank you. Yes, Mr. President.", "", "Mr. President:person|Mr. President:person"},
		{"not before a name", "Mr. President Dahl spoke.", "Dahl:person:0.9", "Dahl:person"},
		{"not within one", "They watched Madam Secretary on CBS.", "Madam_Secretary:work:0.9", "Madam Secretary:work"},
		{"an office alone is none", "The President and a senator met Mr. Dahl.", "Dahl:person:0.9", "Dahl:person"},
		{"nor are words of two sentences", "Thank you, Madam! Speaker after speaker rose.", "", ""},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range Agree(doc, scored(t, doc, c.found)) {
			got = append(got, doc.At(n.Span)+":"+string(n.Kind))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.claim, c.text, s, c.want)
		}
	}
}
