package record

import (
	"math"
	"strings"
	"testing"
)

// TestStatementsAndEventsAreCheckedAtTheirEdges changes one part of the full
// record; each change gives the findings that are named, and no others.
func TestStatementsAndEventsAreCheckedAtTheirEdges(t *testing.T) {
	text := func(s string) *string { return &s }
	score := func(f float64) *float64 { return &f }
	for _, c := range []struct {
		name string
		edit func(*Statement, *Event)
		want []string // beginnings of findings; none: it is valid
	}{
		{"nothing is changed", func(*Statement, *Event) {}, nil},
		{"no speaker", func(s *Statement, _ *Event) { s.Speaker = nil }, nil},
		{
			"not judged",
			func(s *Statement, _ *Event) { s.Act, s.Polarity, s.Certainty = 0, 0, 0 },
			nil,
		},
		{
			"no form",
			func(s *Statement, _ *Event) { s.Form = 0 },
			[]string{"form: shape: is missing"},
		},
		{
			"a form that there is not",
			func(s *Statement, _ *Event) { s.Form = 99 },
			[]string{"form: shape: 99 "},
		},
		{
			"an act that there is not",
			func(s *Statement, _ *Event) { s.Act = 99 },
			[]string{"act: shape: 99 "},
		},
		{
			"half a likelihood",
			func(s *Statement, _ *Event) { s.Likelihood = []float64{0.5} },
			[]string{"likelihood: shape: has 1 "},
		},
		{
			"an empty likelihood",
			func(s *Statement, _ *Event) { s.Likelihood = []float64{} },
			[]string{"likelihood: shape: has 0 "},
		},
		{
			"a score above one",
			func(s *Statement, _ *Event) { s.Score = score(1.5) },
			[]string{"score: shape: 1.5 "},
		},
		{
			"a score that is no number",
			func(s *Statement, _ *Event) { s.Score = score(math.NaN()) },
			[]string{"score: shape: NaN "},
		},
		{
			"a score of zero",
			func(s *Statement, _ *Event) { s.Score = score(0) }, nil,
		},
		{
			"a speaker without words", func(s *Statement, _ *Event) { s.Speaker.Exact = "" },
			[]string{"speaker.exact: shape: is missing", "speaker: exact: "},
		},
		{
			"a speaker without a place",
			func(s *Statement, _ *Event) { s.Speaker.Span = nil },
			[]string{"speaker.span: shape: is missing"},
		},
		{
			"a speaker who is a statement", func(s *Statement, _ *Event) { s.Speaker.Entity = &s.ID },
			[]string{"speaker.entity: shape: ", "speaker.entity: reference: "},
		},
		{
			"the author speaks",
			func(s *Statement, _ *Event) { s.Speaker = &Arg{Entity: text(Author)} },
			nil,
		},
		{
			"direct, and nothing is quoted",
			func(s *Statement, _ *Event) { s.Content.Quoted = nil },
			[]string{"form: exact: is direct, but nothing of the content is quoted"},
		},
		{
			"indirect, and all is quoted",
			func(s *Statement, _ *Event) { s.Form = FormIndirect },
			[]string{"form: exact: is indirect, but all of the content is quoted"},
		},
		{
			"indirect, and some is quoted",
			func(s *Statement, _ *Event) { s.Form = FormIndirect; s.Content.Quoted[0].End -= 5 }, nil,
		},
		{
			"a content in other words",
			func(s *Statement, _ *Event) { s.Content.Text = "bogus" },
			[]string{`content.text: exact: is "bogus", but the text says "“We shall`},
		},
		{
			"a content cut short",
			func(s *Statement, _ *Event) { s.Content.Text = "We shall probably sign by May if they d" },
			[]string{"content.text: exact: "},
		},
		{
			"a content of no words",
			func(s *Statement, _ *Event) { s.Content.Text = "" },
			[]string{"content.text: exact: "},
		},
		{
			"a content in other marks and blanks",
			func(s *Statement, _ *Event) {
				s.Content.Text = "‘We  shall probably … sign by\tMay if they do’"
			},
			nil,
		},
		{
			"inside nothing",
			func(s *Statement, _ *Event) { s.Inside = "s9999" },
			[]string{"inside: reference: "},
		},
		{
			"inside itself",
			func(s *Statement, _ *Event) { s.Inside = s.ID },
			[]string{"inside: reference: "},
		},
		{
			"inside an event",
			func(s *Statement, e *Event) { s.Inside = e.ID },
			[]string{"inside: reference: "},
		},
		{
			"about an empty id",
			func(s *Statement, _ *Event) { s.About = []string{""} },
			[]string{"about[0]: reference: is empty"},
		},
		{
			"said at no time",
			func(s *Statement, _ *Event) { s.Said = &Said{Basis: BasisText} },
			[]string{"said.time: reference: is empty"},
		},
		{
			"said on no basis",
			func(s *Statement, _ *Event) { s.Said.Basis = 0 },
			[]string{"said.basis: shape: is missing"},
		},
		{
			"due when it was published",
			func(s *Statement, _ *Event) { s.Due.Time = Published },
			[]string{"due.time: reference: "},
		},
		{
			"due on a condition alone",
			func(s *Statement, _ *Event) { s.Due.Time = "" }, nil,
		},
		{
			"a condition that the text lacks", func(s *Statement, _ *Event) { s.Due.Condition.Exact = "if not" },
			[]string{"due.condition: exact: "},
		},
		{
			"an event of no type",
			func(_ *Statement, e *Event) { e.Type = 0 },
			[]string{"type: shape: is missing"},
		},
		{
			"a type that there is not",
			func(_ *Statement, e *Event) { e.Type = 99 },
			[]string{"type: shape: 99 "},
		},
		{
			"neither certain nor not",
			func(_ *Statement, e *Event) { e.Certainty = 0 },
			[]string{"certainty: shape: is missing"},
		},
		{
			"no status",
			func(_ *Statement, e *Event) { e.Status = 0 },
			[]string{"status: shape: is missing"},
		},
		{
			"nobody did it",
			func(_ *Statement, e *Event) { e.Actors, e.Recipients = []Arg{}, nil },
			nil,
		},
		{
			"told by nobody",
			func(_ *Statement, e *Event) { e.Statement, e.As = "", 0 }, nil,
		},
		{
			"performed by nobody",
			func(_ *Statement, e *Event) { e.Statement = "" },
			[]string{": shape: statement and as "},
		},
		{
			"told, but not how",
			func(_ *Statement, e *Event) { e.As = 0 },
			[]string{": shape: statement and as "},
		},
		{
			"told by an entity",
			func(s *Statement, e *Event) { e.Statement = *s.Speaker.Entity },
			[]string{"statement: reference: "},
		},
		{
			"a code of five digits",
			func(_ *Statement, e *Event) { e.Cameo = "12345" },
			[]string{"cameo: shape: "},
		},
		{
			"at the time of publication",
			func(_ *Statement, e *Event) { e.Time = Published },
			[]string{"time: reference: "},
		},
		{
			"a sum that is a citation",
			func(s *Statement, e *Event) { e.Amounts = s.Citations },
			[]string{"amounts[0]: reference: "},
		},
		{
			"a trigger of no words", func(_ *Statement, e *Event) { e.Trigger.Span.End = e.Trigger.Span.Start },
			[]string{"trigger: span: ", "trigger: exact: "},
		},
		{
			"a trigger below zero", func(_ *Statement, e *Event) { e.Trigger.Span.Start = -1 },
			[]string{"trigger.span: shape: ", "trigger: span: ", "id: id: "},
		},
	} {
		r := fullRecord(t)
		c.edit(&r.Statements[0], &r.Events[0])
		var got []string
		for _, f := range r.Validate() {
			got = append(got, f.String())
		}
		if !fits(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// fits says whether each finding on the first statement or event is one that is
// wanted, and the other way round.
func fits(got, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for _, w := range want {
		found := false
		for _, g := range got {
			for _, item := range []string{"statements[0]", "events[0]"} {
				rest, ok := strings.CutPrefix(g, item)
				found = found || ok && strings.HasPrefix(strings.TrimPrefix(rest, "."), w)
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func TestATimeDoesNotEndBeforeItStarts(t *testing.T) {
	for _, c := range []struct {
		start, end string
		ok         bool
	}{
		{"2024-05-01", "2024-05-01", true},
		{"2024-05-02", "2024-05-01", false},
		{"2024-05-01", "", true},
		{"", "2024-05-01", true},
		{"-0044-03-15", "0014-08-19", true},
		{"0014-08-19", "-0044-03-15", false},
		{"-0100-01-01", "-0044-03-15", true},
	} {
		r := fullRecord(t)
		r.Times[0].Start, r.Times[0].End = c.start, c.end
		if got := r.Validate(); c.ok != (len(got) == 0) || !c.ok &&
			got[0].String() != "times[0].end: shape: is "+c.end+", before the start, "+c.start {
			t.Errorf("from %s to %s: findings %v", c.start, c.end, got)
		}
	}
}

func TestAFindingSaysWhereAndByWhichRule(t *testing.T) {
	for want, f := range map[string]Finding{
		"a.b: shape: is missing":     {RuleShape, "a.b", "is missing"},
		"shape: is no object":        {RuleShape, "", "is no object"},
		"document.text: unchecked: ": {RuleUnchecked, "document.text", ""},
	} {
		if got := f.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if f.Fault() != (f.Rule != RuleUnchecked) {
			t.Errorf("%s is a fault: %v", f, f.Fault())
		}
	}
}

func TestLongWordsAreShortenedInAMessage(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "short": "short", strings.Repeat("é", 60): strings.Repeat("é", 60),
		strings.Repeat("é", 61): strings.Repeat("é", 60) + "…",
	} {
		if got := brief(in); got != want {
			t.Errorf("brief(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestARingOfStatementsIsFoundOnce(t *testing.T) {
	for _, c := range []struct {
		inside []int // the index of the statement around each, -1 for none
		rings  int
	}{
		{[]int{-1, 0, 1, 2}, 0},
		{[]int{1, 0, -1, 2}, 1},
		{[]int{1, 2, 0, 0}, 1}, // the last hangs on the ring and is not in it
		{[]int{1, 0, 3, 2}, 2},
		{[]int{3, 3, 3, 3}, 1},
	} {
		c2 := checker{r: &Record{}}
		id := func(i int) string { return "s" + string(rune('0'+i)) }
		for i, j := range c.inside {
			s := Statement{ID: id(i)}
			if j >= 0 {
				s.Inside = id(j)
			}
			c2.r.Statements = append(c2.r.Statements, s)
		}
		c2.nesting()
		if len(c2.findings) != c.rings {
			t.Errorf("%v: findings %v, want %d", c.inside, c2.findings, c.rings)
		}
	}
}
