package attribution

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

// saying is a text with one statement or two, its times and one citation, by
// words.
type saying struct {
	claim, text string
	statements  [][3]string // speaker, cue, content
	days        string      // separated by bars
	cover       string      // covers this sentence
	coverDay    string
	published   bool
	want        string // of the first statement
}

func TestAStatementIsDatedByItsNearestWords(t *testing.T) {
	for _, c := range []saying{
		{
			claim: "a day beside the cue dates it", text: "He said Tuesday that it rains.",
			statements: [][3]string{{"He", "said", "that it rains"}}, days: "Tuesday", published: true,
			want: "text Tuesday",
		},
		{
			claim: "a day in what is said does not", text: "He said that it rained Tuesday.",
			statements: [][3]string{{"He", "said", "that it rained Tuesday"}}, days: "Tuesday", published: true,
			want: "published",
		},
		{
			claim: "a day of who says it does not", text: "The mayor elected Tuesday said that it rains.",
			statements: [][3]string{{"The mayor elected Tuesday", "said", "that it rains"}}, days: "Tuesday",
			want: "undated",
		},
		{
			claim: "nor does a day beyond another cue", text: "On Monday she claims it, he said that it rains.",
			statements: [][3]string{{"he", "said", "that it rains"}, {"she", "claims", "it"}}, days: "Monday",
			want: "undated",
		},
		{
			claim: "nor one in another sentence", text: "It was Monday. He said that it rains.",
			statements: [][3]string{{"He", "said", "that it rains"}}, days: "Monday",
			want: "undated",
		},
		{
			claim: "the nearer of two days counts", text: "On Monday, after a long day of talks, he said Tuesday that it rains.",
			statements: [][3]string{{"he", "said", "that it rains"}}, days: "Monday|Tuesday",
			want: "text Tuesday",
		},
		{
			claim: "nor one that ends a clause before", text: "It began on Monday and Seoul says that it rains.",
			statements: [][3]string{{"Seoul", "says", "that it rains"}}, days: "Monday", published: true,
			want: "published",
		},
		{
			claim: "one that opens the sentence does", text: "On Monday, Seoul said that it rains.",
			statements: [][3]string{{"Seoul", "said", "that it rains"}}, days: "Monday", published: true,
			want: "text Monday",
		},
		{
			claim: "nor one on which it is to come", text: "It is expected in December, he says.",
			statements: [][3]string{{"", "is expected", "It"}}, days: "December",
			want: "undated",
		},
		{
			claim: "a citation's day dates what it covers", text: "He said that it rains (AP, May 2).",
			statements: [][3]string{{"He", "said", "that it rains"}}, days: "",
			cover: "(AP, May 2)", coverDay: "May 2", published: true,
			want: "citation May 2, cited",
		},
	} {
		if got := c.read(t); got != c.want {
			t.Errorf("%s: %s, want %s", c.claim, got, c.want)
		}
	}
}

// read dates the first statement and puts the answer in words.
func (c saying) read(t *testing.T) string {
	t.Helper()
	doc, _ := document(t, c.text)
	find := func(words string) text.Span { return mark(t, doc, words).Span }
	var all []Statement
	for _, s := range c.statements {
		all = append(all, Statement{
			Speaker: find(s[0]), Cue: find(s[1]), Content: []text.Span{find(s[2])}, Inside: -1,
		})
	}
	var days []Day
	var words []string
	for _, d := range strings.FieldsFunc(c.days, func(r rune) bool { return r == '|' }) {
		days = append(days, Day{find(d), len(words)})
		words = append(words, d)
	}
	var covers []Cover
	if c.cover != "" {
		covers = []Cover{{find(c.cover), []text.Span{{Start: 0, End: doc.Len()}}, []int{len(words)}}}
		words = append(words, c.coverDay)
	}
	by := Dating{Sentences: sentencesOf(doc), Days: days, Covers: covers, Published: c.published}
	say := Date(doc, all, by)[0]
	out := [...]string{"undated", "text", "citation", "published"}[say.Basis]
	if say.Basis == InText || say.Basis == InCover {
		out += " " + words[say.Time]
	}
	if len(say.Citations) > 0 {
		out += ", cited"
	}
	return out
}

// sentencesOf cuts at full stops followed by a space.
func sentencesOf(doc *text.Text) []text.Span {
	var out []text.Span
	start := 0
	for _, s := range strings.SplitAfter(doc.String(), ". ") {
		out = append(out, text.Span{Start: start, End: start + len(s)})
		start += len(s)
	}
	return out
}
