package query

import (
	"errors"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/language/edtf"
)

// cases reads a table of testdata: what goes in and what comes out of each line.
func cases(t testing.TB, file string) [][2]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var list [][2]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		in, out, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("%s: %q has no =>", file, line)
		}
		list = append(list, [2]string{in, out})
	}
	return list
}

// outcome is the query in its canonical form, or the error.
func outcome(q Query, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	return q.String()
}

func mustParse(t testing.TB, s string) Query {
	t.Helper()
	q, err := Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return q
}

func TestWhatIsTypedHasOneCanonicalForm(t *testing.T) {
	for _, c := range cases(t, "queries.txt") {
		if got := outcome(Parse(c[0])); got != c[1] {
			t.Errorf("Parse(%s)\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestParametersOfAURLMakeAQuery(t *testing.T) {
	for _, c := range cases(t, "urls.txt") {
		v, err := url.ParseQuery(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := outcome(FromValues(v)); got != c[1] {
			t.Errorf("FromValues(%s)\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestNamesMatchFoldedAndByWholeWords(t *testing.T) {
	for _, c := range cases(t, "matches.txt") {
		name, asked, _ := strings.Cut(c[0], " | ")
		if got := Matches(Fold(name), Fold(asked)); got != (c[1] == "yes") {
			t.Errorf("%s: Matches(%q, %q) = %v", c[0], Fold(name), Fold(asked), got)
		}
	}
	if Matches("sunak", "") {
		t.Error("no words occur somewhere")
	}
}

func TestTheExampleOfAKeyIsCanonicalAndOfThatKey(t *testing.T) {
	for _, k := range Keys() {
		q := mustParse(t, k.Example())
		if got := q.String(); got != k.Example() {
			t.Errorf("%s: %q is written %q", k, k.Example(), got)
		}
		if _, given := q.given(k); !given {
			t.Errorf("%s: the example %q has another key", k, k.Example())
		}
		if back, err := ParseKey(k.String()); back != k || err != nil {
			t.Errorf("ParseKey(%q) = %d, %v", k, back, err)
		}
	}
}

func TestAKeyGoesWithItsKindsAlone(t *testing.T) {
	for _, k := range Keys()[1:] {
		for kind := Statements; kind <= Citations; kind++ {
			_, err := mustParse(t, k.Example()).OrKind(kind)
			if want := slices.Contains(k.Kinds(), kind); want != (err == nil) {
				t.Errorf("%s of %s: %v, want %v", k.Example(), kind, err, want)
			}
		}
	}
}

func TestEveryWordOfAVocabularyCanBeAskedFor(t *testing.T) {
	for _, k := range Keys() {
		for _, word := range k.Words() {
			text := k.String() + ":" + word
			if got := mustParse(t, text).String(); got != text {
				t.Errorf("Parse(%q).String() = %q", text, got)
			}
		}
	}
}

func TestEveryKeyHasItsRowInTheTable(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(Table()), "\n")
	if got, want := len(rows), 2+len(Keys()); got != want {
		t.Fatalf("%d lines, want %d", got, want)
	}
	for _, row := range rows {
		if n := strings.Count(row, "|"); n != 6 {
			t.Errorf("%d bars, want 6: %s", n, row)
		}
	}
	want := "| `review` | statements and events " +
		"| what a person decided; what nobody looked at is open " +
		"| word: `open`, `accepted`, `rejected` | `review:open` |"
	if !slices.Contains(rows, want) {
		t.Errorf("the table lacks\n%s\nit is\n%s", want, Table())
	}
}

func TestAnErrorSaysWhere(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int
		what   string
	}{
		{"tax act:promise", 8, "act:promise"},
		{"tax act:ask,promise -cut", 12, "act:promise"},
		{"größe speeker:x", 8, "speeker"},
		{`tax "cut`, 4, `"cut`},
		{"kind:events tax speaker:Sunak", 16, "speaker:Sunak"},
		{"tax \xff", 4, "query"},
		{"tax � \xff", 8, "query"},
	} {
		_, err := Parse(c.in)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%q): %v, want an *Error", c.in, err)
			continue
		}
		got := Error{In: e.In, Offset: e.Offset, What: e.What}
		if diff := cmp.Diff(Error{In: c.in, Offset: c.offset, What: c.what}, got); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestWhatIsAskedForHasASize(t *testing.T) {
	word := strings.Repeat("ä", maxRunes)
	mustParse(t, word)
	if _, err := Parse(word + "b"); err == nil {
		t.Errorf("a word of %d characters was taken", maxRunes+1)
	}
	many := "speaker:a" + strings.Repeat(",a", maxParts)
	mustParse(t, many) // which is one name
	var b strings.Builder
	for i := range maxParts {
		b.WriteString(" w" + strings.Repeat("x", i))
	}
	mustParse(t, b.String())
	if _, err := Parse(b.String() + " speaker:a"); err == nil {
		t.Errorf("%d words and values were taken", maxParts+1)
	}
}

// The texts are long enough for a person to notice if reading took more than
// time linear in their length.
func TestALongTextIsReadOrRefused(t *testing.T) {
	for _, part := range []string{
		"- ", "a ", `" `, `"a" `, "a:", "speaker:a ", "speaker:a,", "act:", "“", `\`, "-",
	} {
		text := strings.Repeat(part, 1<<15)
		if q, err := Parse(text); err != nil {
			checkError(t, err)
		} else if n := len(q.Words) + len(q.Filters); n > 1 {
			t.Errorf("%q over and over has %d conditions", part, n)
		}
	}
}

func TestAQueryIsNotChangedByItsCopy(t *testing.T) {
	q := mustParse(t, "tax cut speaker:b speaker:d since:2024")
	before := q.String()
	for _, set := range [][2]string{
		{"speaker", "a"}, {"speaker", "c"}, {"q", "more"}, {"until", "2025"},
	} {
		copied, other := q, q
		for _, to := range []*Query{&copied, &other} {
			if err := to.Set(set[0], set[1]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := q.String(); got != before {
		t.Errorf("was %s, is %s", before, got)
	}
}

func TestAFailedSetLeavesTheQuery(t *testing.T) {
	q := mustParse(t, "kind:events tax actor:France")
	before := q.String()
	for _, set := range [][2]string{
		{"speaker", "Sunak"}, {"q", "more speaker:Sunak"}, {"event", "AID,x"}, {"kind", "x"},
	} {
		if err := q.Set(set[0], set[1]); err == nil {
			t.Errorf("Set(%q, %q) was taken", set[0], set[1])
		}
	}
	if got := q.String(); got != before {
		t.Errorf("was %s, is %s", before, got)
	}
}

func TestFlagsMayComeInAnyOrder(t *testing.T) {
	sets := [][2]string{
		{"kind", "events"},
		{"actor", "France"},
		{"-event", "AID"},
		{"since", "2024"},
		{"until", "2024-03"},
		{"limit", "5"},
		{"q", "tax -cut"},
	}
	var one, other Query
	for i := range sets {
		first, last := sets[i], sets[len(sets)-1-i]
		if err := errors.Join(one.Set(first[0], first[1]), other.Set(last[0], last[1])); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(one, other); diff != "" {
		t.Error(diff)
	}
}

func TestOrKindKeepsTheKindThatWasSaid(t *testing.T) {
	q, err := mustParse(t, "kind:events tax").OrKind(Statements)
	if err != nil || q.Kind != Events {
		t.Errorf("kind %q, %v", q.Kind, err)
	}
	q, err = mustParse(t, "tax -cut").OrKind(Statements)
	if got := outcome(q, err); got != "kind:statements tax -cut" {
		t.Error(got)
	}
}

func TestSinceAndUntilLeaveDays(t *testing.T) {
	for _, c := range [][2]string{
		{"since:2024-03", "2024-03-01/.."},
		{"until:2024-02", "../2024-02-29"},
		{"since:2024/2025 until:2024/2025", "2024-01-01/2025-12-31"},
		{"since:198X until:1984", "1980-01-01/1984-12-31"},
		{"published:2020", "../.."},
	} {
		if got := mustParse(t, c[0]).Within().String(); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}

func TestValuesOfAFilterHaveTypes(t *testing.T) {
	q := mustParse(t, "due:2025-01,2025-02/..,overdue,kept min_score:0.25")
	due := q.Filters[0]
	want := []edtf.Range{
		{First: edtf.DayOf(2025, 1, 1), Last: edtf.DayOf(2025, 1, 31)},
		{First: edtf.DayOf(2025, 2, 1), OpenLast: true},
	}
	if diff := cmp.Diff(want, due.Ranges()); diff != "" {
		t.Errorf("ranges (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]DueState{DueKept, DueOverdue}, due.DueStates()); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	if v, ok := q.MinScore(); v != 0.25 || !ok {
		t.Errorf("least score %v, %v", v, ok)
	}
	if v, ok := (Query{}).MinScore(); ok {
		t.Errorf("the zero query has the least score %v", v)
	}
}
