package narrative

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
)

// read returns a text with its judgements in brackets.
func read(t *testing.T, s string, scope Scope) (string, []Judgement) {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	found := Find(doc, Input{
		Sentences:  segment.AppendSentences(nil, doc),
		Quotations: segment.AppendQuotations(nil, doc),
	}, scope)
	var out strings.Builder
	at := 0
	for _, j := range found {
		out.WriteString(s[at:j.Content.Start] + "[" + doc.At(j.Content) + "]")
		at = j.Content.End
	}
	return out.String() + s[at:], found
}

var unmarked = strings.NewReplacer("[", "", "]", "")

func TestEachRowFindsItsExample(t *testing.T) {
	for _, x := range rows {
		got, found := read(t, unmarked.Replace(x.example), All)
		if got != x.example {
			t.Errorf("%s:\n got %s\nwant %s", x.words, got, x.example)
			continue
		}
		if j := found[0]; j.Act != x.act || j.Certainty != x.certainty {
			t.Errorf("%s: %v %v, want %v %v", x.example, j.Act, j.Certainty, x.act, x.certainty)
		}
	}
}

func TestWhatIsNotTheAuthorsJudgementIsNotFound(t *testing.T) {
	for _, s := range []string{
		"“The vote was a major blow to us.”",
		"She called it “a farce”, and the vote was a blow to her.",
		"I hope that the vote was a blow to him.",
		"Is the bill likely to pass?",
		"Vote Is A Blow To May",
		"SMITH: The vote was a blow to us.",
		"Critics argued the vote was a major blow to the party.",
		"The ministry said that the vote was a blow.",
		"If the vote was a blow, she will go.",
		"The vote was not a blow to the government.",
		"Smith raised questions about the vote.",
		"He underscored the need for reform.",
		"The bank is encouraging firms to lend.",
		"The singer's stunning dress was sold.",
		"Delegates will be bound to the result of the vote.",
		"The man whose plan was a disaster left.",
		"The council met on Monday and voted on the plan.",
		"",
	} {
		if got, found := read(t, s, All); len(found) > 0 {
			t.Errorf("found %s", got)
		}
	}
}

func TestAJudgementIsTheMainClause(t *testing.T) {
	for _, s := range []string{
		"But after a week of talks, [the deal is in serious jeopardy], which pleases nobody.",
		"[The ruling would be a major setback for the mayor], but he shrugged.",
		"Still, [it remains unclear whether the U.S. will pay].",
		"[The talks could well fail].",
		"[It’s unclear who won].",
		"The dam broke. [That was a disaster for the valley (and the town)].",
	} {
		if got, _ := read(t, unmarked.Replace(s), Assessments); got != s {
			t.Errorf("\n got %s\nwant %s", got, s)
		}
	}
}

func TestCertaintyFollowsTheHedge(t *testing.T) {
	for _, c := range []struct{ text, act, certainty, hedge string }{
		{"The ruling would be a setback for the mayor.", "assess", "possible", "would"},
		{"The ruling will be a setback for the mayor.", "forecast", "certain", ""},
		{"The ruling was a setback for the mayor.", "assess", "certain", ""},
		{"The bill is also likely to pass.", "forecast", "probable", "likely"},
		{"The bill will almost certainly pass.", "forecast", "probable", "almost certainly"},
		{"She would probably have won.", "assess", "probable", "probably"},
		{"The row could hurt the party.", "forecast", "possible", "could"},
		{"The party seems likely to lose.", "forecast", "probable", "seems likely"},
		{"It is unclear who won.", "assess", "unknown", ""},
	} {
		_, found := read(t, c.text, Assessments)
		if len(found) != 1 {
			t.Errorf("%s: %d found", c.text, len(found))
			continue
		}
		j, hedge := found[0], ""
		for _, h := range j.Hedges {
			hedge += c.text[h.Start:h.End]
		}
		if got := j.Act.String() + " " + j.Certainty.String() + " " + hedge; got != c.act+" "+c.certainty+" "+c.hedge {
			t.Errorf("%s: %s, want %s %s %s", c.text, got, c.act, c.certainty, c.hedge)
		}
	}
}

func TestStatementsOfOthersAreLeftAlone(t *testing.T) {
	const s = "The vote was a blow to the party, analysts note. The vote was a blow, as Lee notes."
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{
		Sentences: segment.AppendSentences(nil, doc),
		Statements: []attribution.Statement{
			{Cue: text.Span{Start: 43, End: 47}, Content: []text.Span{{Start: 0, End: 32}}},
			{Cue: text.Span{Start: 77, End: 82}, Content: []text.Span{{Start: 49, End: 68}}},
		},
	}
	if found := Find(doc, in, All); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

func TestTheScopeSaysWhatIsFound(t *testing.T) {
	const s = "The plan may be a trap. The plan is a disaster."
	for scope, want := range map[Scope]int{None: 0, Assessments: 1, All: 2} {
		if _, found := read(t, s, scope); len(found) != want {
			t.Errorf("%s: %d found, want %d", scope, len(found), want)
		}
		if back, ok := ParseScope(scope.String()); !ok || back != scope {
			t.Errorf("%s is read as %s", scope, back)
		}
	}
	if s, ok := ParseScope(""); s != Assessments || !ok {
		t.Error("no name is not that of assessments")
	}
	if _, ok := ParseScope("some"); ok {
		t.Error("“some” is taken for a scope")
	}
}

// FuzzFind holds what the package comment promises.
func FuzzFind(f *testing.F) {
	for _, x := range rows {
		f.Add(unmarked.Replace(x.example))
	}
	f.Add("But , is likely to.\n\nThe ; could prove (be) — 's unclear whether. Not no n't")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := text.New(s)
		if err != nil {
			return
		}
		in := Input{Sentences: segment.AppendSentences(nil, doc), Quotations: segment.AppendQuotations(nil, doc)}
		found := Find(doc, in, All)
		if again := Find(doc, in, All); !reflect.DeepEqual(found, again) {
			t.Fatalf("%v and %v", found, again)
		}
		end := 0
		for _, j := range found {
			inside := slices.ContainsFunc(in.Sentences, func(s text.Span) bool { return s.Contains(j.Content) })
			if j.Content.Empty() || j.Content.Start < end || !inside {
				t.Fatalf("%q: %+v", s, j)
			}
			for _, h := range j.Hedges {
				if h.Empty() || !j.Content.Contains(h) {
					t.Fatalf("%q: hedge %v of %v", s, h, j.Content)
				}
			}
			end = j.Content.End
		}
	})
}
