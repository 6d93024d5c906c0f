package wording

import (
	"strings"
	"testing"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/sample"
	"readout/record"
)

func TestOneLineIsFitForATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		" \n\t ":                 "",
		"  a \r\n\tb  ":          "a b",
		"a\u00a0b\u2003c\u2028d": "a b c d", // blanks and line ends of other kinds
		"a\x1b[2Jb\x00":          "a\uFFFD[2Jb\uFFFD",
		"\u009b31m":              "\uFFFD31m",
		"a\u202eb\u2066c\u2069":  "a\uFFFDb\uFFFDc\uFFFD",
		"zero\u200dwidth é 你好":   "zero\u200dwidth é 你好", // joins emoji
		"\x1b":                   "\uFFFD",
		"bad \xff byte":          "bad \uFFFD byte",
	} {
		if got := OneLine(in); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", in, got, want)
		}
		if again := OneLine(OneLine(in)); again != OneLine(in) {
			t.Errorf("OneLine(%q) changes when it is done twice: %q", in, again)
		}
	}
}

func TestScoresAreLowUnderOneHalf(t *testing.T) {
	if Low(nil) || Score(nil) != "" {
		t.Error("a score that is not there is low, or has digits")
	}
	for score, want := range map[float64]struct {
		low    bool
		digits string
	}{
		0: {true, "0"}, 0.499: {true, "0.499"}, 0.5: {false, "0.5"}, 1: {false, "1"},
		1e-7: {true, "0.0000001"}, // never 1e-07
	} {
		if low, digits := Low(&score), Score(&score); low != want.low ||
			digits != want.digits {
			t.Errorf("score %v: low %v, %q, want %v", score, low, digits, want)
		}
	}
}

func TestPartsThatAreNotThereLeaveNoWords(t *testing.T) {
	s := &record.Statement{}
	for name, got := range map[string]string{
		"cue": Cue(s), "hedges": Hedges(s), "place": Place(nil, nil), "all": All(nil, nil),
		"prefix": Prefixed("in ", ""), "content": Content(s), "likelihood": Likelihood(nil),
		"due": DueOf(s, resolve.New(&record.Record{}), Days), "stance": Stance(s), "stand": Stand(s),
	} {
		if got != "" {
			t.Errorf("%s: %q, want nothing", name, got)
		}
	}
	if got := FirstSpan(s); got != (record.Span{}) {
		t.Errorf("a content without spans begins at %v", got)
	}
}

func TestOnlyDirectSpeechIsInQuotationMarks(t *testing.T) {
	for form, want := range map[record.Form]string{
		record.FormDirect: "“we go”", record.FormIndirect: "we go",
		record.FormMixed: "we go", record.FormNarrative: "we go", 0: "we go",
	} {
		s := &record.Statement{Form: form, Content: record.Content{Text: "we go"}}
		if got := Content(s); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}

func TestOneIsNotManyStatements(t *testing.T) {
	for n, want := range map[int]string{0: "0 events", 1: "1 event", 2: "2 events", 11: "11 events"} {
		if got := Count(n, "event"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDaysAreShortAndSayWhatIsOpen(t *testing.T) {
	for edtf, want := range map[string]string{
		"2023-03": "2023-03", "2023-03-01/2023-03-10": "2023-03-01 – 2023-03-10",
		"../2023-02-28": "until 2023-02-28", "/2023": "until 2023",
		"2023/..": "from 2023", "2023/": "from 2023", "": "", "2021~": "2021~",
	} {
		if got := Days(edtf); got != want {
			t.Errorf("Days(%q) = %q, want %q", edtf, got, want)
		}
	}
}

func TestADeadlineIsNotMadeOfWhatBegins(t *testing.T) {
	for edtf, want := range map[string]string{
		"../2024-05-01": "by 2024-05-01", "2024-05-01/..": "from 2024-05-01",
		"2024-05-01": "2024-05-01", "": "soon",
	} {
		d := resolve.Due{Moment: resolve.Moment{Text: edtf, EDTF: edtf}}
		if edtf == "" {
			d.Words = "soon"
		}
		if got := Deadline(d, Days); got != want {
			t.Errorf("%q: %q, want %q", edtf, got, want)
		}
	}
}

func TestProbabilitiesAreRoundedToATenthOfAPercent(t *testing.T) {
	for want, likelihood := range map[string][]float64{
		"55–80 %": {0.55, 0.8}, "0–100 %": {0, 1}, "33.3–66.7 %": {1.0 / 3, 2.0 / 3},
		"28–29 %": {0.28, 0.29}, // 0.29*100 is 28.999999999999996
		"":        {0.5, 0.6, 0.7},
	} {
		if got := Likelihood(likelihood); got != want {
			t.Errorf("%v: %q, want %q", likelihood, got, want)
		}
	}
}

func TestTheTellerKnowsStatementsByTheirNumbers(t *testing.T) {
	r := sample.Treaty(t)
	tell := NewTeller(r, nil)
	for i, s := range r.Statements {
		if n, ok := tell.Number(s.ID); !ok || n != i+1 {
			t.Errorf("%s is number %d, %v; want %d", s.ID, n, ok, i+1)
		}
	}
	for _, id := range []string{"", "s", "s99999", "e19"} {
		if n, ok := tell.Number(id); ok {
			t.Errorf("%q is number %d", id, n)
		}
	}
}

func TestALineIsWhereTheFirstPieceBegins(t *testing.T) {
	text := "\n\nšest\nsedm" // two bytes for one letter before the line
	r := sample.Saying(text)
	for words, want := range map[string]string{"šest": "3", "sedm": "4", "\nsedm": "3"} {
		r.Statements[0].Content.Spans = []record.Span{
			sample.In(t, text, words, 0), {Start: 0, End: 1},
		}
		for _, unit := range []record.Offsets{record.OffsetsByte, record.OffsetsCodepoint} {
			in, err := r.In(unit)
			if err != nil {
				t.Fatal(err)
			}
			lines, err := NewLines(in)
			if err != nil {
				t.Fatal(err)
			}
			if got := lines.Statement(0); got != want {
				t.Errorf("%q in %s: line %s, want %s", words, unit, got, want)
			}
		}
	}
	if got := Line("7") + "; " + Line("@7"); got != "line 7; offset 7" {
		t.Errorf("lines %s", got)
	}
}

func TestAWordInsideAWordIsNotItsName(t *testing.T) {
	id := "e1"
	names := map[string]string{"e1": "Ann Lee", "e2": ""}
	for _, c := range []struct {
		arg         record.Arg
		words, name string
	}{
		{record.Arg{Entity: &id, Exact: "Lee"}, "Lee", "Ann Lee"},
		{record.Arg{Entity: &id, Exact: "Ann Lee's aide"}, "Ann Lee's aide", ""},
		{record.Arg{Entity: &id}, "Ann Lee", ""},
		{record.Arg{Exact: "an aide"}, "an aide", ""},
	} {
		words, name := Apart(&c.arg, names)
		if words != c.words || name != c.name {
			t.Errorf("%q: %q and %q, want %q and %q",
				c.arg.Exact, words, name, c.words, c.name)
		}
		if who := Who(&c.arg, names); !strings.HasPrefix(who, words) ||
			!strings.Contains(who, name) {
			t.Errorf("%q: %q", c.arg.Exact, who)
		}
	}
}
