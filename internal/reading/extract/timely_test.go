package extract

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

func TestYearsOfALifeAreNoTimes(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kind       mention.Kind
	}{
		{"Steve Jobs (1955-2011) founded it in 1976.", "1976", mention.Person},
		{"Steve Jobs (1955-2011) founded it in 1976.", "1955-2011, 1976", mention.Organization},
		{"Steve Jobs (1997-2011, as CEO) left in 2011.", "1997-2011, 2011", mention.Person},
		{"Steve Jobs led it (1997-2011) and left.", "1997-2011", mention.Person},
		{"Steve Jobs (2011) left.", "2011", mention.Person},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		times := timex.Find(doc, segment.AppendSentences(nil, doc), nil, "2024-03-05")
		name := mention.Name{Span: text.Span{End: len("Steve Jobs")}, Kind: c.kind}
		var got []string
		for _, found := range timely(doc, times, []mention.Name{name}) {
			got = append(got, doc.At(found.Span))
		}
		if words := strings.Join(got, ", "); words != c.want {
			t.Errorf("%s: times %q, want %q", c.text, words, c.want)
		}
	}
}

func TestAPieceOfANameIsNoTime(t *testing.T) {
	const words = "Moe told LA Weekly on Sunday that the Sunday Times, read in May Hill, is weekly."
	doc, err := text.New(words)
	if err != nil {
		t.Fatal(err)
	}
	var names []mention.Name
	for _, n := range []string{"LA Weekly", "Sunday Times", "May Hill"} {
		at := strings.Index(words, n)
		names = append(names, mention.Name{
			Span: text.Span{Start: at, End: at + len(n)}, Kind: mention.Organization,
		})
	}
	var times []timex.Time
	for _, w := range []string{"Weekly", "Sunday", "the Sunday", "May", "weekly"} {
		at := strings.Index(words, w)
		times = append(times, timex.Time{
			Span: text.Span{Start: at, End: at + len(w)}, Anchor: timex.Published,
		})
	}
	var got []string
	for _, found := range timely(doc, times, names) {
		got = append(got, doc.At(found.Span))
	}
	if left := strings.Join(got, ", "); left != "Sunday, weekly" {
		t.Errorf("left %q, want the day and the adverb", left)
	}
}

func TestTheNameOfAProgrammeIsNoTime(t *testing.T) {
	doc, err := text.New("He said so on Today.")
	if err != nil {
		t.Fatal(err)
	}
	at := text.Span{Start: len("He said so on "), End: len("He said so on Today")}
	times := []timex.Time{{Span: at, Anchor: timex.Published}}
	for kind, want := range map[mention.Kind]int{mention.Work: 0, mention.Organization: 1} {
		if got := timely(doc, times, []mention.Name{{Span: at, Kind: kind}}); len(got) != want {
			t.Errorf("%s: %d times, want %d", kind, len(got), want)
		}
	}
}

func TestTimesKeepWhatTheyAreReckonedFrom(t *testing.T) {
	doc, err := text.New("Jobs (1955-2011) came on May 3 and left two days later, as Bell (1847-1922) did.")
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) text.Span {
		i := strings.Index(doc.String(), words)
		return text.Span{Start: i, End: i + len(words)}
	}
	time := func(words, edtf string, anchor int) timex.Time {
		return timex.Time{Span: at(words), EDTF: edtf, Anchor: anchor}
	}
	names := []mention.Name{{Span: at("Jobs"), Kind: mention.Person}, {Span: at("Bell"), Kind: mention.Person}}
	got := timely(doc, []timex.Time{
		time("1955-2011", "1955/2011", timex.Published), time("May 3", "2024-05-03", timex.Published),
		time("two days later", "2024-05-05", 1), time("1847-1922", "1847/1922", timex.Published),
	}, names)
	if len(got) != 2 || got[1].Anchor != 0 || got[0].Anchor != timex.Published {
		t.Errorf("left %+v, want May 3 and what is reckoned from it", got)
	}
	got = timely(doc, []timex.Time{time("1955-2011", "1955/2011", timex.Published), time("May 3", "", 0)}, names)
	if len(got) != 2 {
		t.Errorf("left %+v, want both: one is reckoned from the other", got)
	}
}
