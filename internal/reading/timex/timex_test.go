package timex

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/language/edtf"
	"readout/internal/language/segment"
	"readout/internal/language/text"
)

// find returns the times of a text without proposals.
func find(t testing.TB, src, published string) []Time {
	t.Helper()
	doc, sentences := frozen(t, src)
	return Find(doc, sentences, nil, published)
}

// one proposes words in a text and returns the time found there.
func one(t *testing.T, src, words string, kind Type) (Time, bool) {
	t.Helper()
	doc, sentences := frozen(t, src)
	start := strings.Index(src, words)
	e := Extent{Span: text.Span{Start: start, End: start + len(words)}, Type: kind, Score: 0.5}
	for _, found := range Find(doc, sentences, []Extent{e}, "2021-03-12") {
		if found.Span == e.Span {
			return found, true
		}
	}
	return Time{}, false
}

func TestProposalsDecideAmbiguousWords(t *testing.T) {
	for _, c := range []struct{ src, words, want string }{
		{"They met in a bar once, he said.", "once", "PAST_REF"},
		{"The fall was long and cold.", "The fall", "2020-FA"},
		{"He spoke of a flat second quarter again.", "a flat second quarter", "2020-Q2"},
		{"She recalled the good old days.", "the good old days", "PXD"},
		{"It was a long period of calm.", "a long period", "PXX"},
	} {
		kind := Date
		if strings.HasPrefix(c.want, "PX") {
			kind = Duration
		}
		got, ok := one(t, c.src, c.words, kind)
		if !ok || got.Value != c.want {
			t.Errorf("%s: [%s] is %q, want %q", c.src, c.words, got.Value, c.want)
		}
	}
	if got, ok := one(t, "The second man ran.", "The second man", Date); ok {
		t.Errorf("a proposal without any word of time became %v", got)
	}
}

func TestADayOfTheWeekIsTodayWhereItMayBe(t *testing.T) {
	const friday = "2021-03-12"
	for src, want := range map[string]string{
		"A rally is planned for Friday.":    "2021-03-12",
		"They met on Friday.":               "2021-03-12",
		"They will meet on Thursday.":       "2021-03-18",
		"They met on Thursday.":             "2021-03-11",
		"They will meet again next Friday.": "2021-03-19",
	} {
		if got := find(t, src, friday); len(got) != 1 || got[0].Start != want {
			t.Errorf("%s: %v, want %s", src, got, want)
		}
	}
}

func TestNumbersAndAgesAreNoTimes(t *testing.T) {
	for _, src := range []string{
		"The 6-year-old boy, 52 years old, owes $1,984 and 2,000 euros.",
		"It pays $5 a year and 40 cents a week.",
		"We may march if the spring breaks.",
		"Three-quarters of the food and a quarter of the fuel are gone.",
		"The ratio is 9.30 to 4.10.",
		"The Daily Telegraph and the Weekly Standard called.",
		"He spoke in front of 2500 of these guys.",
	} {
		if got := find(t, src, "2021-03-12"); len(got) != 0 {
			t.Errorf("%s: %v", src, got)
		}
	}
}

func TestDependentTimesNameTheirAnchor(t *testing.T) {
	src := "He resigned on May 3, 2020. Two days later he fled."
	got := find(t, src, "2021-03-12")
	if len(got) != 2 || got[1].Anchor != 0 || got[1].Value != "2020-05-05" {
		t.Errorf("%v", got)
	}
	src = "He resigned on May 3, 2020.\n\nTwo days ago he fled."
	got = find(t, src, "2021-03-12")
	if len(got) != 2 || got[1].Anchor != Published || got[1].Value != "2021-03-10" {
		t.Errorf("%v", got)
	}
}

// moved are sentences whose times move with the publication date: by any number
// of days, or by whole weeks; and those that stay.
var moved = []struct {
	src  string
	step int // 0: stays
}{
	{"He fled yesterday and returns the day after tomorrow.", 1},
	{"They met two days ago, this morning and last night.", 1},
	{"In the last 24 hours and the past ten days, two men died.", 1},
	{"The board met on Friday and will meet on Monday.", 7},
	{"They met last Tuesday, last week and two weeks ago.", 7},
	{"Talks open next Thursday and end early next week.", 7},
	{"Last month and last year, in the third quarter and this summer, it rained.", 146097},
	{"It opened in May and on March 3, and will close on June 5.", 146097},
	{"In fiscal 2020 and in the 1990s he met them on May 3, 2019.", 0},
}

func TestMovingThePublicationMovesRelativeTimesAlone(t *testing.T) {
	day := edtf.DayOf(2021, 3, 12)
	for _, c := range moved {
		before := find(t, c.src, day.String())
		if len(before) < 2 {
			t.Fatalf("%s: %v", c.src, before)
		}
		for k := 1; k <= 40; k++ {
			n := max(c.step, 1) * k
			if c.step == 146097 {
				n = c.step // four hundred years are whole weeks
			}
			after := find(t, c.src, (day + edtf.Day(n)).String())
			if c.step == 0 {
				n = 0
			}
			for i := range before {
				a, b := moveDay(before[i].Start, n), moveDay(before[i].End, n)
				if after[i].Start != a || after[i].End != b {
					t.Fatalf("%s, %d days later: %v, want %s to %s", c.src, n, after[i], a, b)
				}
			}
		}
	}
}

func moveDay(s string, n int) string {
	d, _ := edtf.ParseDay(s)
	return (d + edtf.Day(n)).String()
}

// check holds a result to what Find promises.
func check(t *testing.T, src string, found []Time) {
	t.Helper()
	end := 0
	for i, f := range found {
		if f.Span.Start < end || f.Span.Empty() || f.Span.End > len(src) {
			t.Fatalf("%q: span %v after %d", src, f.Span, end)
		}
		end = f.Span.End
		if !utf8.ValidString(src[f.Span.Start:end]) {
			t.Fatalf("%q: span %v cuts a code point", src, f.Span)
		}
		if f.Value == "" || f.Anchor >= len(found) || f.Anchor == i || f.Anchor < Published {
			t.Fatalf("%q: %+v", src, f)
		}
		checkBounds(t, src, f)
	}
}

func checkBounds(t *testing.T, src string, f Time) {
	t.Helper()
	if f.EDTF == "" {
		if f.Start != "" || f.End != "" {
			t.Fatalf("%q: bounds without EDTF: %+v", src, f)
		}
		return
	}
	r, err := edtf.Parse(f.EDTF)
	if err != nil {
		t.Fatalf("%q: %+v: %v", src, f, err)
	}
	first, last := "", ""
	if !r.OpenFirst {
		first = r.First.String()
	}
	if !r.OpenLast {
		last = r.Last.String()
	}
	if !strings.Contains(f.EDTF, "~") && (first != f.Start || last != f.End) {
		t.Fatalf("%q: %s is %s to %s, not %s to %s", src, f.EDTF, first, last, f.Start, f.End)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("He fled on May 3, 4 and 7, two days ago; at 9-11 a.m. on Friday.", "2021-03-12", 3, 9)
	f.Add("the 31st of June, 29 February, 0000-00-00, FY1900, Q4 ’98", "", 0, 3)
	f.Add("a week after “May 2–4”, 1 1/2 years ago, 99999999 years ago", "0000-01-01", 5, 9)
	f.Add("Dec. 31, 2019-Jan. 1, 2020\n\nhalf an hour later, the '60s", "9999-12-31", 1, 30)
	f.Fuzz(func(t *testing.T, src, published string, start, n int) {
		if !utf8.ValidString(src) {
			return
		}
		doc, sentences := frozen(t, src)
		check(t, src, Find(doc, sentences, nil, published))
		var proposed []Extent
		if start >= 0 && n > 0 && start < len(src) && n <= len(src)-start {
			span := text.Span{Start: start, End: start + n}
			proposed = append(proposed, Extent{Span: span, Type: Date, Score: 0.5})
		}
		found := Find(doc, sentences, proposed, published)
		check(t, src, found)
		if again := Find(doc, sentences, proposed, published); !reflect.DeepEqual(found, again) {
			t.Fatalf("%q: two runs differ: %v, %v", src, found, again)
		}
	})
}

// Work is counted in allocations, which a busy machine does not change.
func TestWorkIsLinear(t *testing.T) {
	for _, line := range []string{
		"the early late mid early the ", "two years and ", "March 3, 4, 5, ", "1 1 1 1 ",
		"about nearly about ", "2021-", "a few ", "9 p.m. ", "from Monday to ", "the the ",
	} {
		work := func(n int) float64 {
			doc, sentences := frozen(t, strings.Repeat(line, n))
			return testing.AllocsPerRun(1, func() { Find(doc, sentences, nil, "2021-03-12") })
		}
		if small, large := work(150), work(1200); large > 8*1.5*small+500 {
			t.Errorf("%q: %.0f allocations for 150, %.0f for 1200", line, small, large)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	src := strings.Repeat("The minister said on Friday that 38 people had been killed in two "+
		"days of clashes near the border since March 3, and promised a report next week. ", 21)
	doc, sentences := frozen(b, src)
	for b.Loop() {
		Find(doc, sentences, nil, "2021-03-12")
	}
}

func TestATimeOfDayThatReturnsIsOnNoDay(t *testing.T) {
	const words = "He rose at 5 a.m. every day. He left at 6 a.m. on Friday, or at 7 p.m."
	doc, err := text.New(words)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, found := range Find(doc, segment.AppendSentences(nil, doc), nil, "2024-03-01") {
		got = append(got, found.Value)
		if found.Value == "T05:00" && (found.EDTF != "" || found.Start != "" || found.Anchor != NoAnchor) {
			t.Errorf("it is on a day: %+v", found)
		}
		if found.Anchor == 0 {
			t.Errorf("%q hangs on a time without a day", doc.At(found.Span))
		}
	}
	if len(got) < 2 || got[0] != "T05:00" {
		t.Errorf("values %q", got)
	}
}
