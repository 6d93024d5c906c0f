package lead

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/phrase"
)

type finder = func(*phrase.Reader, int) (Found, bool)

// shown writes what is found in a text, and its sources.
func shown(t *testing.T, in string, find finder) string {
	t.Helper()
	doc, err := text.New(in)
	if err != nil {
		t.Fatal(err)
	}
	r := phrase.NewReader(doc, segment.AppendSentences(nil, doc), phrase.Input{})
	for i := range r.Tokens {
		f, ok := find(r, i)
		if !ok {
			continue
		}
		out := []string{doc.At(f.Span)}
		for _, s := range f.Sources {
			out = append(out, doc.At(s))
		}
		return strings.Join(out, " | ")
	}
	return ""
}

func TestWordsThatLeadToASource(t *testing.T) {
	finders := map[string]finder{
		"according": onlyAt("according", AccordingTo), "by": onlyAt("quoted reported obtained seen calculated", QuotedBy),
		"per": onlyAt("per", Per), "h/t": onlyAt("h hat courtesy", HatTip), "citing": onlyAt("citing quoting", Citing),
		"in": onlyAt("filing", Writing), "said": onlyAt("report", Personal),
		"speaking": onlyAt("speaking appeared sat", Speaking), "interviewed": onlyAt("interviewed reached", Interviewed),
		"based": onlyAt("based", BasedOn), "from": onlyAt("from", From), "within": onlyAt("book piece", Within),
		"print": onlyAt("in at", InPrint), "wrote": onlyAt("op-ed piece", Writing),
		"opinion": onlyAt("piece", Personal),
	}
	tests := []struct{ lead, in, want string }{
		{
			"according",
			"It fell, according to both sides.",
			"according to both sides | both sides",
		},
		{
			"according",
			"It fell, according to Ann O'Example.",
			"according to Ann O'Example | Ann O'Example",
		},
		{
			"according",
			"It fell, according to “Ann and the Firm.”",
			"according to “Ann and the Firm.” | “Ann and the Firm.”",
		},
		{"according", "It fell, according to “Ann and", ""},
		{"according", "It fell according to plan.", ""},
		{"according", "It fell, according to what was seen.", ""},
		{
			"by",
			"He wept, as first reported by Le Monde.",
			"as first reported by Le Monde | Le Monde",
		},
		{"by", "He was quoted by name.", ""},
		{"per", "It fell, per the AP.", "per the AP | the AP"},
		{"per", "It falls by two per day.", ""},
		{"h/t", "Hat tip to Le Monde.", "Hat tip to Le Monde | Le Monde"},
		{"h/t", "A hat fell.", ""},
		{
			"citing",
			"It fell, the firm said, citing a report by Reuters.",
			"citing a report by Reuters | a report by Reuters",
		},
		{"citing", "She left, quoting her mother.", ""},
		{"by", "Files obtained by Reuters say so.", "obtained by Reuters | Reuters"},
		{"by", "Files seen in Reuters rooms say so.", ""},
		{
			"by",
			"She was quoted as saying by Reuters that it fell.",
			"quoted as saying by Reuters | Reuters",
		},
		{"by", "She was quoted as saying by her aunt that it fell.", ""},
		{
			"in",
			"In a filing with the Weston Exchange it fell.",
			"In a filing with the Weston Exchange | the Weston Exchange",
		},
		{
			"said",
			"The agency said in a June report that it fell.",
			"in a June report | a June report",
		},
		{"said", "The agency fell in a June report.", ""},
		{"h/t", "It came courtesy of Le Monde.", "courtesy of Le Monde | Le Monde"},
		{"h/t", "It came courtesy of Ann.", ""},
		{"citing", "She left, quoting Ann Example.", ""},
		{
			"citing",
			"It fell, they said, quoting an unnamed official.",
			"quoting an unnamed official | an unnamed official",
		},
		{
			"citing",
			"It fell, they said, citing participants in the talks.",
			"citing participants | participants",
		},
		{
			"speaking",
			"Speaking exclusively to Reuters, she wept.",
			"Speaking exclusively to Reuters | Reuters",
		},
		{"speaking", "Speaking to voters, she wept.", ""},
		{
			"interviewed",
			"Reached by Reuters, she wept.",
			"Reached by Reuters | Reuters",
		},
		{"interviewed", "Reached by phone, she wept.", ""},
		{"citing", "She left, citing the end of an era.", ""},
		{
			"by",
			"In an average calculated by Le Monde she led.",
			"calculated by Le Monde | Le Monde",
		},
		{"by", "In an average calculated by the firm she led.", ""},
		{
			"based",
			"She leads, based on an AP count.",
			"based on an AP count | an AP count",
		},
		{
			"based",
			"Based on a count by Reuters, she leads.",
			"Based on a count by Reuters | a count by Reuters",
		},
		{"based", "She leads, based on a Reuters hunch.", ""},
		{"based", "The firm is based in Paris.", ""},
		{"from", "From Le Monde: It fell.", "From Le Monde | Le Monde"},
		{
			"from",
			"From Ann Example of Le Monde: It fell.",
			"From Ann Example of Le Monde | Le Monde",
		},
		{"from", "From Ann Example: It fell.", ""},
		{"from", "She came from Le Monde: it fell.", ""},
		{
			"within",
			"In the book, she writes that it fell.",
			"In the book | the book",
		},
		{"within", "Elsewhere in the piece, she weeps.", "in the piece | the piece"},
		{"within", "In the book of kings she writes.", ""},
		{"within", "It is in the book.", ""},
		{"within", "In a book, she writes that it fell.", ""},
		{
			"print",
			"She argues at Newsweek that it fell.",
			"argues at Newsweek | Newsweek",
		},
		{"print", "She said at Newsweek that it fell.", ""},
		{
			"wrote",
			"She joined, publishing an op-ed in Le Monde on it.",
			"an op-ed in Le Monde | Le Monde",
		},
		{"wrote", "She joined, reading an op-ed in Le Monde on it.", ""},
		{
			"opinion",
			"She said in an opinion piece that it fell.",
			"in an opinion piece | an opinion piece",
		},
		{"opinion", "In an opinion piece, she weeps.", ""},
		{
			"speaking",
			"She appeared with CNN's Ann Example.",
			"appeared with CNN's Ann Example | CNN's Ann Example",
		},
		{"speaking", "She appeared on Reuters.", ""},
		{"speaking", "She sat down for Reuters.", "sat down for Reuters | Reuters"},
		{"speaking", "She sat with Reuters.", ""},
	}
	for _, tt := range tests {
		if got := shown(t, tt.in, finders[tt.lead]); got != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.lead, tt.in, got, tt.want)
		}
	}
}

// onlyAt tries a finder at the words that it is for.
func onlyAt(words string, find finder) finder {
	return func(r *phrase.Reader, i int) (Found, bool) {
		if !r.Is(i, strings.Fields(words)...) {
			return Found{}, false
		}
		return find(r, i)
	}
}
