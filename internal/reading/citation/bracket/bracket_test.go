package bracket

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/phrase"
)

// shown writes the sources of the first list of a text.
func shown(t *testing.T, in, opens string, find func(*phrase.Reader, int) (List, bool)) string {
	t.Helper()
	doc, err := text.New(in)
	if err != nil {
		t.Fatal(err)
	}
	r := phrase.NewReader(doc, segment.AppendSentences(nil, doc), phrase.Input{})
	for i := range r.Tokens {
		if r.Low(i) != opens {
			continue
		}
		l, ok := find(r, i)
		if !ok {
			return ""
		}
		out := []string{doc.At(l.Span)}
		for _, s := range l.Sources {
			out = append(out, doc.At(s))
		}
		if l.Dateline {
			out = append(out, "dateline")
		}
		return strings.Join(out, " | ")
	}
	t.Fatalf("%q is not in %q", opens, in)
	return ""
}

func TestBracketsThatNameSources(t *testing.T) {
	tests := []struct{ in, want string }{
		{"The dam held (Reuters, AP).", "(Reuters, AP) | Reuters | AP"},
		{"LIMA (AFP) - The dam held.", "(AFP) | AFP | dateline"},
		{"The dam held (see Weston Sun).", "(see Weston Sun) | Weston Sun"},
		{"The senator (D-Weston Falls) left.", ""},
		{"The dam (the largest) held.", ""},
		{"The Weston Dam Union (WDU) held.", ""},
	}
	for _, tt := range tests {
		if got := shown(t, tt.in, "(", Bracket); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestALineAtTheFootNamesSources(t *testing.T) {
	tests := []struct{ in, want string }{
		{
			"It held.\n\nSources: Reuters, Le Monde.",
			"Sources: Reuters, Le Monde | Reuters | Le Monde",
		},
		{"It held. The sources: Reuters.", ""},
	}
	for _, tt := range tests {
		if got := shown(t, tt.in, "sources", Foot); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
		}
	}
}
