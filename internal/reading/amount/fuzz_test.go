package amount

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/internal/language/text"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// FuzzFind holds what the package comment promises of every text.
func FuzzFind(f *testing.F) {
	for _, r := range unit.Measures.Rows {
		f.Add(r.Example, 3, 5)
	}
	for _, r := range cue.Bounds.Rows {
		f.Add(r.Example, 0, 1)
	}
	f.Add("", 0, 0)
	f.Add("$", 0, 0)
	for _, probe := range probes {
		f.Add(probe, 4, 9)
	}
	f.Add("two of the, a third of a million-dollar 1/2 - ½ % 's of of 9", 4, 9)
	f.Add("a couple dozen million billion trillion quadrillion trillion men", 0, 0)
	f.Add("12 \"‘'s men and, or women – 52-48 percent to 5,000,000 °C", 9, 12)
	f.Fuzz(func(t *testing.T, s string, from, size int) {
		if !utf8.ValidString(s) {
			return
		}
		doc, err := text.New(s)
		if err != nil {
			t.Fatal(err)
		}
		sentences := []text.Span{{Start: 0, End: len(s)}}
		var times []text.Span
		if from >= 0 && size > 0 && from < len(s) && size < len(s)-from {
			times = []text.Span{{Start: from, End: from + size}}
		}
		found := Find(doc, sentences, times)
		holds(t, s, found, times)
		if !slices.Equal(found, Find(doc, sentences, times)) {
			t.Fatal("a second reading differs")
		}
	})
}

// holds checks that amounts are sorted, disjoint, whole, out of the times, and
// that their numbers parse.
func holds(t *testing.T, s string, found []Amount, times []text.Span) {
	t.Helper()
	at := 0
	for _, a := range found {
		if a.Start < at || a.Empty() || a.End > len(s) {
			t.Fatalf("span %v after byte %d of %d", a.Span, at, len(s))
		}
		at = a.End
		if !utf8.ValidString(s[a.Start:a.End]) {
			t.Fatalf("span %v cuts a code point", a.Span)
		}
		for _, x := range times {
			if a.Overlaps(x) {
				t.Fatalf("amount %q overlaps the time %v", s[a.Start:a.End], x)
			}
		}
		if a.Value == "" && a.Low == "" && a.High == "" {
			t.Fatalf("amount %q has no number", s[a.Start:a.End])
		}
		for _, n := range []string{a.Value, a.Low, a.High} {
			if _, err := strconv.ParseFloat(n, 64); n != "" && err != nil {
				t.Fatalf("amount %q: %v", s[a.Start:a.End], err)
			}
		}
	}
}

func TestAmountsKeepOutOfTimes(t *testing.T) {
	const s = "In 12 May elections 40 ships sailed 5 seas."
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(s, "12 May")
	times := []text.Span{{Start: at, End: at + len("12 May")}}
	holds(t, s, Find(doc, []text.Span{{Start: 0, End: len(s)}}, times), times)
}

func TestTimeIsLinearInTheText(t *testing.T) {
	one := "two of the, three of five and 12 percent, $5 to $7 a third of a "
	long := strings.Repeat(one, 20000)
	doc, err := text.New(long)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	Find(doc, []text.Span{{Start: 0, End: len(long)}}, nil)
	// A sentence of 1.2 MB takes about 0.5 s; quadratic time would be hours.
	if spent := time.Since(start); spent > 20*time.Second {
		t.Errorf("%d bytes took %v", len(long), spent)
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("The minister said on Monday that 3,000 Afghan refugees "+
		"would get $5 million, about 10 percent of the budget of the two states. ", 26)
	doc, err := text.New(s)
	if err != nil {
		b.Fatal(err)
	}
	sentences := []text.Span{{Start: 0, End: len(s)}}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(doc, sentences, nil)
	}
}
