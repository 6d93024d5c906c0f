package extract

import (
	"strings"
	"testing"
	"unicode"

	"readout/internal/ingest"
)

// spaced returns a record as it is printed, without what tells its text from
// another, and with plain spaces.
func spaced(t *testing.T, text string) string {
	t.Helper()
	rec := read(t, openFastest(t), text)
	if *rec.Document.Text != text {
		t.Errorf("the text of the record is %q, want %q", *rec.Document.Text, text)
	}
	rec.Document.ID, rec.Document.TextSHA256 = "", ""
	data, err := rec.MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	return plainSpaces(string(data))
}

func plainSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, s)
}

// TestSpacesOfAllKindsReadAlike since typesetters choose them, and not authors.
func TestSpacesOfAllKindsReadAlike(t *testing.T) {
	for _, text := range []string{
		"Damian Williams of the U.S. Attorney's Office for the Southern District of New York " +
			"said on Monday, 6 May 2024, that Mr. Ray owed $5 million.",
		"“The bridge is closed,” Prime Minister Ann Lee told Le Monde. Lee, who leads the Labour " +
			"Party, said: “It was open in March” (Reuters, March 3).",
	} {
		want := spaced(t, text)
		for at, r := range text {
			if r != ' ' {
				continue
			}
			one := text[:at] + "\u00a0" + text[at+1:]
			if got := spaced(t, one); got != want {
				t.Errorf("%q: the record is\n%s\nwant\n%s", one, got, want)
			}
		}
		for _, space := range []string{"\u00a0", "\u202f", "\u2007", "\u2009"} {
			if all := strings.ReplaceAll(text, " ", space); spaced(t, all) != want {
				t.Errorf("%q: another record than with plain spaces", all)
			}
		}
	}
}

// TestWordsOfTheTextKeepTheirSpaces since they are evidence; a name is one thing
// with either.
func TestWordsOfTheTextKeepTheirSpaces(t *testing.T) {
	rec := read(t, openFastest(t), "Ann\u00a0Lee said the bridge is closed. Ann Lee said it is open.")
	if len(rec.Entities) != 1 || rec.Entities[0].Name != "Ann Lee" {
		t.Fatalf("entities %+v, want Ann Lee alone", rec.Entities)
	}
	if m := rec.Entities[0].Mentions; len(m) != 2 || m[0].Exact != "Ann\u00a0Lee" || m[1].Exact != "Ann Lee" {
		t.Errorf("mentions %+v", m)
	}
}

// TestLinksBehindWideSpacesKeepTheirPlaces since they are bytes of the frozen text.
func TestLinksBehindWideSpacesKeepTheirPlaces(t *testing.T) {
	const words = "The bridge is closed, Reuters reported."
	for _, before := range []string{"It rains. ", "It\u00a0rains.\u202f", "It rains.\u2009\u2009\u2009 "} {
		d := ingest.Document{Text: before + words, Language: "en"}
		at := strings.Index(d.Text, "Reuters")
		d.Links = append(d.Links, ingest.Link{URL: "https://reuters.example/a"})
		d.Links[0].Span.Start, d.Links[0].Span.End = at, at+len("Reuters reported")
		rec, err := openFastest(t).Read(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if c := rec.Citations; len(c) != 1 || c[0].URL != d.Links[0].URL {
			t.Errorf("%q: citations %+v, want one with the link", d.Text, c)
		}
	}
}
