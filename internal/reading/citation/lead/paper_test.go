package lead

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
)

// words reads a text in which the model has found names of one kind.
func words(t *testing.T, in string, kind mention.Kind, names ...string) *phrase.Reader {
	t.Helper()
	doc, err := text.New(in)
	if err != nil {
		t.Fatal(err)
	}
	var found []mention.Name
	for _, n := range names {
		at := strings.Index(in, n)
		if at < 0 {
			t.Fatalf("%q is not in %q", n, in)
		}
		found = append(found, mention.Name{Span: text.Span{Start: at, End: at + len(n)}, Kind: kind})
	}
	return phrase.NewReader(doc, segment.AppendSentences(nil, doc), phrase.Input{Names: found})
}

// first writes the first document that is found, and its sources.
func first(r *phrase.Reader, find func(*phrase.Reader, int) (Found, bool)) string {
	for i := range r.Tokens {
		if f, ok := find(r, i); ok {
			out := []string{r.Doc.At(f.Span)}
			for _, s := range f.Sources {
				out = append(out, r.Doc.At(s))
			}
			return strings.Join(out, " | ")
		}
	}
	return ""
}

func TestADocumentTellsAtTheStartOfAClause(t *testing.T) {
	tests := []struct{ in, name, want string }{
		{
			"A World Bank report found losses.",
			"World Bank",
			"A World Bank report found | A World Bank report",
		},
		{
			"It fell, but a World Bank report found gains.",
			"World Bank",
			"a World Bank report found | a World Bank report",
		},
		{
			"Look at this: World Bank data showed losses.",
			"World Bank",
			"World Bank data showed | World Bank data",
		},
		{
			"He paid nothing, World Bank records show.",
			"World Bank",
			"World Bank records show | World Bank records",
		},
		{
			"The money, World Bank records show, went west.",
			"World Bank",
			"World Bank records show | World Bank records",
		},
		{"It said World Bank reports found losses.", "World Bank", ""},
		{
			"A batch of World Bank emails showed it.",
			"World Bank",
			"A batch of World Bank emails showed | A batch of World Bank emails",
		},
		{
			"A World Bank study — read by few, and late — found losses.",
			"World Bank",
			"A World Bank study — read by few, and late — found | A World Bank study",
		},
		{
			"A World Bank study (which few read) found losses.",
			"World Bank",
			"A World Bank study (which few read) found | A World Bank study",
		},
		{"A World Bank study (which few read found losses.", "World Bank", ""},
		{
			"The report, by the World Bank, found losses.",
			"World Bank",
			"The report, by the World Bank, found | The report, by the World Bank",
		},
		{"The report found losses.", "", ""},
		{"The World Bank poll had a margin of error.", "World Bank", ""},
		{
			"The firm's website says so.",
			"",
			"The firm's website says | The firm's website",
		},
		{
			"A statement on the firm's website was short.",
			"",
			"A statement on the firm's website | A statement on the firm's website",
		},
	}
	for _, tt := range tests {
		var names []string
		if tt.name != "" {
			names = []string{tt.name}
		}
		if got := first(words(t, tt.in, mention.Organization, names...), Paper); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestRecordsAreNamedByTheirCountry(t *testing.T) {
	tests := []struct{ in, want string }{
		{
			"Canadian records show losses.",
			"Canadian records show | Canadian records",
		},
		{
			"Canadian public records show losses.",
			"Canadian public records show | Canadian public records",
		},
		{"Canadian polls show losses.", ""},
	}
	for _, tt := range tests {
		if got := first(words(t, tt.in, mention.Group, "Canadian"), Paper); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestADocumentMayStandBehindItsVerb(t *testing.T) {
	tests := []struct{ in, want string }{
		{
			"“It fell,” found a study by the World Bank.",
			"found a study by the World Bank | a study by the World Bank",
		},
		{"“It fell,” found the World Bank.", ""},
		{"It found a study by the World Bank.", ""},
	}
	for _, tt := range tests {
		if got := first(words(t, tt.in, mention.Organization, "World Bank"), PaperBehind); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestAnAsideEndsWithTheMarkThatClosesIt(t *testing.T) {
	tests := []struct {
		in, from, to string
	}{
		{"CNN (of all) said", "(", "said"},
		{"CNN — of all — said", "—", "said"},
		{"CNN, which fell, said", ",", "said"},
		{"CNN, of all, said", ",", ","},
		{"CNN — of all said", "—", "—"},
		{"CNN said", "said", "said"},
	}
	for _, tt := range tests {
		r := words(t, tt.in, mention.Organization)
		from := -1
		for i := range r.Tokens {
			if from < 0 && r.At(i) == tt.from {
				from = i
			}
		}
		if got := r.At(Aside(r, from)); got != tt.to {
			t.Errorf("%q: goes on at %q, want %q", tt.in, got, tt.to)
		}
	}
}
