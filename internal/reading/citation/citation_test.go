package citation

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

func frozen(t testing.TB, s string) (*text.Text, []text.Span) {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Skip("not UTF-8")
	}
	return doc, segment.AppendSentences(nil, doc)
}

// spansOf finds the words in the text, one after the other.
func spansOf(t testing.TB, s string, words ...string) []text.Span {
	t.Helper()
	var spans []text.Span
	at := 0
	for _, w := range words {
		i := strings.Index(s[at:], w)
		if i < 0 {
			t.Fatalf("%q is not in %q", w, s)
		}
		spans = append(spans, text.Span{Start: at + i, End: at + i + len(w)})
		at += i + len(w)
	}
	return spans
}

// dates finds the dates that the examples use.
func dates(s string) []text.Span {
	var spans []text.Span
	for _, d := range []string{"May 2-4", "May 1", "on Sunday", "Monday", "in May"} {
		if i := strings.Index(s, d); i >= 0 {
			d, cut := strings.CutPrefix(d, "on ")
			if cut {
				i += 3
			}
			spans = append(spans, text.Span{Start: i, End: i + len(d)})
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	return spans
}

// shown writes citations as the examples have them.
func shown(doc *text.Text, found []Citation) string {
	var all []string
	for _, c := range found {
		var sources []string
		for _, s := range c.Sources {
			sources = append(sources, doc.At(s))
		}
		all = append(all, doc.At(c.Span)+" = "+strings.Join(sources, " | "))
	}
	return strings.Join(all, " ; ")
}

func TestEveryRuleReadsItsExamples(t *testing.T) {
	for _, rl := range rules() {
		for _, example := range rl.examples {
			in, want, _ := strings.Cut(example, " => ")
			doc, sentences := frozen(t, in)
			got := shown(doc, Find(doc, sentences, Input{Times: dates(in)}))
			if got != want {
				t.Errorf("rule %s: %q\n got %s\nwant %s", rl.name, in, got, want)
			}
		}
	}
}

func TestOutletsThatTellAreCitations(t *testing.T) {
	tests := []struct{ in, want string }{
		{
			"The New York Times reported the loss.",
			"The New York Times reported = The New York Times",
		},
		{
			"The state news agency Xinhua said so.",
			"The state news agency Xinhua said = The state news agency Xinhua",
		},
		{"“It was a storm,” said KCNA.", "said KCNA = KCNA"},
		{"The AP has also reported it.", "The AP has also reported = The AP"},
		{
			"A story in the Guardian said so.",
			"A story in the Guardian said = A story in the Guardian",
		},
		{"The Financial Times (FT) was read. FT said so.", "FT said = FT"},
		{
			"The Weston Gazette confirmed it.",
			"The Weston Gazette confirmed = The Weston Gazette",
		},
		{
			"The Guardian newspaper said so.",
			"The Guardian newspaper said = The Guardian newspaper",
		},
		{"KXYZ-TV reported it first.", "KXYZ-TV reported = KXYZ-TV"},
		{
			"Iranian state television said so.",
			"Iranian state television said = Iranian state television",
		},
		{
			"A World Bank report released Monday found more.",
			"A World Bank report released Monday found = A World Bank report",
		},
		{
			"Results of Example studies, published in a paper, show it.",
			"Results of Example studies, published in a paper, show = Results of Example studies",
		},
		{
			"On The Weston Gazette it rained. The Weston Gazette said so.",
			"The Weston Gazette said = The Weston Gazette",
		},
		{
			"The firm's website says so.",
			"The firm's website says = The firm's website",
		},
		{"Twitter said it would hire.", ""},
		{"A spokesman for Reuters said so.", ""},
		{"The BBC reports were wrong.", ""},
		{"Time said no more.", ""},
		{"The minister said so.", ""},
	}
	for _, tt := range tests {
		doc, sentences := frozen(t, tt.in)
		if got := shown(doc, Find(doc, sentences, Input{Times: dates(tt.in)})); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestANameOfTheModelBoundsTheSource(t *testing.T) {
	in := "It began early, according to the event organizer Friends to Save Our Lake."
	doc, sentences := frozen(t, in)
	name := mention.Name{Span: spansOf(t, in, "Friends to Save Our Lake")[0], Kind: mention.Organization}
	got := shown(doc, Find(doc, sentences, Input{Names: []mention.Name{name}}))
	want := "according to the event organizer Friends to Save Our Lake = " +
		"the event organizer Friends to Save Our Lake"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestAPersonWhoBearsTheNameOfAnOutletIsNone(t *testing.T) {
	in := "Bloomberg told Politico so. Aides told Bloomberg to wait."
	doc, sentences := frozen(t, in)
	var names []mention.Name
	for _, s := range spansOf(t, in, "Bloomberg", "Bloomberg") {
		names = append(names, mention.Name{Span: s, Kind: mention.Person})
	}
	got := shown(doc, Find(doc, sentences, Input{Names: names}))
	if want := "told Politico = Politico"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestABracketCoversBackToTheCitationBefore(t *testing.T) {
	in := "One fell. Two rose (Reuters, May 1). Three stood (AP).\n\n" +
		"Four left, according to police. Five stayed. Six slept (AFP)."
	doc, sentences := frozen(t, in)
	found := Find(doc, sentences, Input{Times: dates(in)})
	want := []string{
		"One fell. Two rose", ". Three stood", "Four left, according to police.",
		". Five stayed. Six slept",
	}
	if len(found) != len(want) {
		t.Fatalf("%d citations, want %d: %s", len(found), len(want), shown(doc, found))
	}
	for i, c := range found {
		if got := doc.At(c.Covers[0]); got != want[i] {
			t.Errorf("%s covers %q, want %q", doc.At(c.Span), got, want[i])
		}
	}
	if !slices.Equal(found[0].Times, []int{0}) {
		t.Errorf("times %v, want the first", found[0].Times)
	}
}

func TestALinkIsACitationOrBelongsToTheOneItIsIn(t *testing.T) {
	in := "It rained, according to the BBC. Ann Moe now says so. See the full story, a piece of The Guardian."
	doc, sentences := frozen(t, in)
	spans := spansOf(t, in, "the BBC", "Ann Moe", "now says", "full story", "a piece of The Guardian")
	found := Find(doc, sentences, Input{
		Names: []mention.Name{{Span: spans[1], Kind: mention.Person}},
		Times: []text.Span{{Start: spans[2].Start, End: spans[2].Start + len("now")}},
		Links: []Link{
			{spans[0], "https://a.example"},
			{spans[1], "https://b.example"},
			{spans[2], "https://c.example"},
			{spans[3], "https://d.example"},
			{spans[4], "https://e.example"},
		},
	})
	want := "according to the BBC = the BBC ; now says =  ; full story =  ; " +
		"a piece of The Guardian = Guardian"
	if got := shown(doc, found); got != want {
		t.Fatalf("got %s\nwant %s", got, want)
	}
	for i, link := range []string{"a", "c", "d", "e"} {
		if want := "https://" + link + ".example"; found[i].Link != want {
			t.Errorf("link %q, want %q", found[i].Link, want)
		}
	}
	if len(found[1].Times) > 0 {
		t.Error("a link that names no source has a time")
	}
}

func FuzzCitationsAreInOrderAndHoldTheirSources(f *testing.F) {
	for _, rl := range rules() {
		for _, example := range rl.examples {
			f.Add(example, uint16(3), uint16(20))
		}
	}
	f.Add("according to “", uint16(0), uint16(1))
	f.Add("(Reuters, (", uint16(1), uint16(2))
	f.Add("To leave office before my term is over is wrong.", uint16(3), uint16(8))
	f.Add("media reported", uint16(0), uint16(5))
	f.Fuzz(func(t *testing.T, s string, start, size uint16) {
		doc, sentences := frozen(t, s)
		in := Input{}
		at := text.Span{Start: int(start), End: int(start) + int(size)}
		if at.End <= len(s) && !at.Empty() && utf8.ValidString(s[at.Start:at.End]) &&
			utf8.ValidString(s[:at.Start]) {
			in.Names = []mention.Name{{Span: at, Kind: mention.Organization}}
			in.Links = []Link{{at, "https://a.example"}}
			in.Times, in.Cues = []text.Span{at}, []text.Span{at}
		}
		checkCitations(t, doc, Find(doc, sentences, in))
	})
}

func checkCitations(t *testing.T, doc *text.Text, found []Citation) {
	t.Helper()
	end := 0
	for _, c := range found {
		if c.Start < end || c.Empty() || c.End > doc.Len() {
			t.Fatalf("%v after byte %d in a text of %d", c.Span, end, doc.Len())
		}
		end = c.End
		if !utf8.ValidString(doc.At(c.Span)) {
			t.Fatalf("%v cuts a character", c.Span)
		}
		before := c.Start
		for _, s := range c.Sources {
			if s.Start < before || s.Empty() || s.End > c.End {
				t.Fatalf("source %v is not in %v or not in order", s, c.Span)
			}
			before = s.End
		}
		if len(c.Sources) == 0 && c.Link == "" {
			t.Fatalf("%v has no source", c.Span)
		}
	}
}
