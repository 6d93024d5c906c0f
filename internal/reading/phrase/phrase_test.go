package phrase

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
	"readout/internal/reading/phrase/word"
)

// read makes a Reader of a text and of what was read of it before.
func read(t testing.TB, s string, in Input) *Reader {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return NewReader(doc, segment.AppendSentences(nil, doc), in)
}

// span finds the words in the text.
func span(t testing.TB, s, words string) text.Span {
	t.Helper()
	at := strings.Index(s, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, s)
	}
	return text.Span{Start: at, End: at + len(words)}
}

// tokenAt returns the index of the first token of the words.
func tokenAt(t testing.TB, r *Reader, words string) int {
	t.Helper()
	at := span(t, r.s, words).Start
	i := slices.IndexFunc(r.Tokens, func(tok word.Token) bool { return tok.Start == at })
	if i < 0 {
		t.Fatalf("no token begins at %q in %q", words, r.s)
	}
	return i
}

func TestAbbreviationsAreTwoToEightCapitals(t *testing.T) {
	for _, w := range []string{"AP", "KCNA", "A&E", "NRK-TV"} {
		if !Upper(w) {
			t.Errorf("Upper(%s) is false", w)
		}
	}
	for _, w := range []string{"", "A", "Ap", "B2B", "ABCDEFGHI", "a.p"} {
		if Upper(w) {
			t.Errorf("Upper(%s) is true", w)
		}
	}
}

func TestParticiplesAreToldFromNounsThatEndLikeThem(t *testing.T) {
	for _, w := range []string{"released", "citing", "broadcasted"} {
		if !Participle(w) {
			t.Errorf("Participle(%s) is false", w)
		}
	}
	for _, w := range []string{"briefing", "seed", "red", "left-leaning", "report"} {
		if Participle(w) {
			t.Errorf("Participle(%s) is true", w)
		}
	}
}

func FuzzGroupsAndOutletsStandInsideTheText(f *testing.F) {
	for _, s := range []string{
		"", "It rained.", "Dr. J. Example's “AT&T” (AP)", "a@b.example -- 3.5 %",
		"…the\u00a0BBC’s\n\n@x", "U.S.'s", "é\u0301'S",
	} {
		f.Add(s, uint16(0), uint16(4))
	}
	f.Fuzz(func(t *testing.T, s string, start, size uint16) {
		if !utf8.ValidString(s) {
			t.Skip("not UTF-8")
		}
		in := Input{}
		at := text.Span{Start: int(start), End: int(start) + int(size)}
		if at.End <= len(s) && !at.Empty() {
			in.Names = []proper.Name{{Span: at, Kind: proper.Organization}}
			in.Times, in.Cues = []text.Span{at}, []text.Span{at}
		}
		checkGroups(t, read(t, s, in))
	})
}

func checkGroups(t *testing.T, r *Reader) {
	t.Helper()
	for i := range r.Tokens {
		if g := r.Group(i); g < i || g > len(r.Tokens) {
			t.Fatalf("the group at token %d ends at %d of %d", i, g, len(r.Tokens))
		}
	}
	for i, o := range r.Outlets {
		if o.End <= o.First || o.End > len(r.Tokens) || r.Tokens[o.First].Outlet != i {
			t.Fatalf("outlet %d is %+v", i, o)
		}
	}
}
