package proper

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

// place returns a text and where words, given between brackets in it, stand.
func place(t *testing.T, marked string) (*text.Text, text.Span) {
	t.Helper()
	before, rest, _ := strings.Cut(marked, "[")
	name, after, ok := strings.Cut(rest, "]")
	if !ok {
		t.Fatalf("nothing is marked in %q", marked)
	}
	doc, err := text.New(before + name + after)
	if err != nil {
		t.Fatal(err)
	}
	return doc, text.Span{Start: len(before), End: len(before) + len(name)}
}

func TestAPersonHasTheInitialBefore(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"counsel: K. [Ann Moe], Tom Hill", "K. Ann Moe"},
		{"J. [Edgar Moe] said so.", "J. Edgar Moe"},
		{"said J. [Edgar Moe].", "J. Edgar Moe"},
		{"They had a Plan B. [Ann Moe] left.", "Ann Moe"},
		{"He left the U.S. [Ann Moe] stayed.", "Ann Moe"},
		{"It was 5 a.m. [Ann Moe] slept.", "Ann Moe"},
		{"Foods rich in vitamin C. [Ann Moe] said so.", "Ann Moe"},
		{"She is older than I. [Ann Moe] said so.", "Ann Moe"},
		{"[Ann Moe] left.", "Ann Moe"},
	} {
		doc, s := place(t, c.marked)
		if got := doc.At(WithInitial(doc, s)); got != c.want {
			t.Errorf("%s: %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestAHyphenPartsTwoCountries(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"the [Lebanese-Israeli] border", "Lebanese|Israeli"},
		{"the [U.S.-Mexican] border", "U.S.|Mexican"},
		{"[Israel-Syria] talks", "Israel|Syria"},
		{"a [Cuban-American] singer", ""},
		{"in [Guinea-Bissau]", ""},
		{"the [Clinton-Sanders] showdown", ""},
		{"in [Israel]", ""},
	} {
		doc, s := place(t, c.marked)
		parts, ok := Countries(doc, s)
		var got []string
		for _, p := range parts {
			got = append(got, doc.At(p))
		}
		if words := strings.Join(got, "|"); words != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.marked, words, c.want)
		}
	}
}

func TestNamesEndWhereTheirWordsDo(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"[Ann Moe’s] book", "Ann Moe"},
		{"“[Ann Moe,”] he said", "Ann Moe"},
		{"the [Council on] it", "Council"},
		{"He left [Ohio.] She stayed.", "Ohio"},
		{"[Tom Hill Jr.] left.", "Tom Hill Jr."},
		{"the [U.S.] army", "U.S."},
		{"[of]", "of"},
		{"[...] he said", ""},
	} {
		doc, s := place(t, c.marked)
		if got := doc.At(Bare(doc, s)); got != c.want {
			t.Errorf("%s: %q, want %q", c.marked, got, c.want)
		}
	}
}
