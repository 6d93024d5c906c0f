package chunk

import (
	"math"
	"strings"
	"testing"
)

func TestNumberWordsHaveTheirValue(t *testing.T) {
	for in, want := range map[string]string{
		"zero ships":                     "0",
		"seven ships":                    "7",
		"nineteen ships":                 "19",
		"forty ships":                    "40",
		"ninety nine ships":              "99",
		"ninety-nine ships":              "99",
		"five hundred ships":             "500",
		"five hundred and one ships":     "501",
		"five hundred twelve ships":      "512",
		"one thousand two hundred ships": "1200",
		"twelve thousand ships":          "12000",
		"two hundred thousand ships":     "200000",
		"three million ships":            "3000000",
		"a hundred ships":                "100",
		"a hundred and fifty ships":      "150",
		"a hundred thousand ships":       "100000",
		"a dozen ships":                  "12",
		"two dozen ships":                "24",
		"a couple of hundred ships":      "200",
		"two and a half miles":           "2.5",
		"half a million ships":           "500000",
		"a quarter of a million ships":   "250000",
	} {
		checkNumber(t, in, want)
	}
}

func TestDigitsHaveTheirValue(t *testing.T) {
	for in, want := range map[string]string{
		"7 ships":         "7",
		"1,234 ships":     "1234",
		"1,234,567 ships": "1234567",
		"0.25 miles":      "0.25",
		".5 miles":        "0.5",
		"3.50 miles":      "3.5",
		"5k men":          "5000",
		"5m men":          "5000000",
		"5bn men":         "5000000000",
		"2 dozen eggs":    "24",
		"4 million men":   "4000000",
		"4-million men":   "4000000",
		"1.5 trillion":    "1500000000000",
		"3½ miles":        "3.5",
		"½ mile":          "0.5",
		"1 3/4 miles":     "1.75",
		"4 lakh men":      "400000",
		"2 crore men":     "20000000",
	} {
		checkNumber(t, in, want)
	}
}

func checkNumber(t *testing.T, in, want string) {
	t.Helper()
	n, ok := read(in).Number(0)
	if got := n.Value.String(); !ok || got != want {
		t.Errorf("%q is %s (%v), want %s", in, got, ok, want)
	}
}

func TestTheNumberEndsWhereItsWordsEnd(t *testing.T) {
	for in, want := range map[string]string{
		"twenty-five men":           "twenty-five",
		"two hundred and ten men":   "two hundred and ten",
		"two hundred and many more": "two hundred",
		"five and six men":          "five",
		"twenty twenty men":         "twenty",
		"2.5 million of them":       "2.5 million",
		"a hundred and fifty men":   "a hundred and fifty",
		"a hundred and some men":    "a hundred",
		"dozens and dozens of men":  "dozens and dozens",
		"tens of thousands of men":  "tens of thousands",
		"three-quarters of the men": "three-quarters",
		"half of the million men":   "half",
		"9999 men":                  "9999",
	} {
		s := read(in)
		n, ok := s.Number(0)
		if !ok {
			t.Errorf("%q: no number", in)
			continue
		}
		if got := in[:s.Tokens[n.To-1].End]; got != want {
			t.Errorf("%q: number %q, want %q", in, got, want)
		}
	}
}

func TestAVagueNumberIsTheLeastOfItsKind(t *testing.T) {
	for in, want := range map[string]string{
		"dozens of men":                 "24",
		"scores of men":                 "40",
		"hundreds of men":               "200",
		"thousands of men":              "2000",
		"tens of thousands of men":      "20000",
		"hundreds of thousands of men":  "200000",
		"hundreds of millions of men":   "200000000",
		"thousands and thousands of it": "2000",
	} {
		n, ok := read(in).Number(0)
		if got := n.Value.String(); !ok || !n.Vague || got != want {
			t.Errorf("%q is %s (vague %v), want a low bound %s", in, got, n.Vague, want)
		}
	}
}

func TestAFractionIsPartOfAWhole(t *testing.T) {
	for in, want := range map[string]string{
		"half of it":          "0.5",
		"a third of it":       "0.33",
		"two-thirds of it":    "0.67",
		"two thirds of it":    "0.67",
		"three quarters of":   "0.75",
		"three-fifths of it":  "0.6",
		"nine-tenths of it":   "0.9",
		"one-fifth of it":     "0.2",
		"an eighth of it":     "0.125",
		"seven-eighths of it": "0.875",
	} {
		n, ok := read(in).Number(0)
		if got := n.Value.String(); !ok || !n.Part || got != want {
			t.Errorf("%q is %s (part %v), want the part %s", in, got, n.Part, want)
		}
	}
}

func TestAFractionIsMultipliedBeforeItIsRounded(t *testing.T) {
	for in, want := range map[string]string{
		"an eighth of a billion men":      "125000000",
		"2 1/8 million men":               "2125000",
		"2⅓ million men":                  "2333333 rounded",
		"⅔ billion men":                   "666666667 rounded",
		"a third of a million men":        "333333 rounded",
		"two-thirds of a trillion men":    "666666666667 rounded",
		"a third of a dozen men":          "4",
		"a sixth of a hundred men":        "16.67 rounded",
		"two and a half million men":      "2500000",
		"three quarters of a million men": "750000",
		"2⅓ percent":                      "2.33",
		"a third of a quadrillion men":    "333333333333333 rounded",
		"1,000,000,000 1/3 men":           "1000000000",
	} {
		n, ok := read(in).Number(0)
		got := n.Value.String()
		if n.Rounded {
			got += " rounded"
		}
		if !ok || got != want || n.Part {
			t.Errorf("%q is %s (part %v), want %s", in, got, n.Part, want)
		}
	}
}

func TestWordsThatAreNoNumber(t *testing.T) {
	for _, in := range []string{
		"men", "a man", "an hour", "the two", "several men", "first", "tenfold",
		"hundredth", "a couple of men", "of five", "", "%", "-", "9:00", "3.2.1",
		"12345678901234567 men",
	} {
		if n, ok := read(in).Number(0); ok {
			t.Errorf("%q is the number %s", in, n.Value)
		}
	}
}

func TestNoNumberLiesOutsideTheSentence(t *testing.T) {
	s := read("five men")
	for _, i := range []int{-2, -1, 2, 3, 99} {
		if n, ok := s.Number(i); ok {
			t.Errorf("token %d of 2 is %s", i, n.Value)
		}
		if s.Word(i) != "" || s.Upper(i) || s.Glued(i) || s.Hyphen(i) || s.Is(i, WordForm) {
			t.Errorf("token %d of 2 is something", i)
		}
	}
}

func TestDecimalsAddAndMultiplyExactly(t *testing.T) {
	tenth, half := Decimal{1, -1}, Decimal{5, -1}
	if got := tenth.Plus(Decimal{2, -1}).String(); got != "0.3" {
		t.Errorf("0.1 + 0.2 = %s", got)
	}
	if got := Whole(2).Plus(half).String(); got != "2.5" {
		t.Errorf("2 + 0.5 = %s", got)
	}
	if got := (Decimal{1, 6}).Plus(Whole(1)).String(); got != "1000001" {
		t.Errorf("a million + 1 = %s", got)
	}
	product, ok := (Decimal{15, -1}).Times(Decimal{1, 9})
	if got := product.String(); !ok || got != "1500000000" {
		t.Errorf("1.5 * a billion = %s (%v)", got, ok)
	}
	if _, ok := Whole(math.MaxInt64).Times(Whole(math.MaxInt64)); ok {
		t.Error("a product beyond 64 bits was made")
	}
}

func TestDecimalsCompareBySize(t *testing.T) {
	rising := []Decimal{{0, 0}, {5, -2}, {1, -1}, {9, -1}, {1, 0}, {15, -1}, {2, 0}, {1, 3}, {2, 9}}
	for i, low := range rising {
		for _, high := range rising[i+1:] {
			if !low.Less(high) || high.Less(low) {
				t.Errorf("%s and %s are out of order", low, high)
			}
		}
		if low.Less(low) {
			t.Errorf("%s is less than itself", low)
		}
	}
}

func TestSharesRoundToTwoDecimals(t *testing.T) {
	for want, share := range map[string][2]int64{
		"0.33": {1, 3}, "0.67": {2, 3}, "0.5": {1, 2}, "0.17": {1, 6}, "1": {3, 3}, "0": {0, 9},
		"0.017": {1, 60}, "0.01": {1, 99}, "0.033": {1, 30}, "0.125": {1, 8}, "0.0625": {1, 16},
	} {
		if got := Share(share[0], share[1]).String(); got != want {
			t.Errorf("%d of %d is %s, want %s", share[0], share[1], got, want)
		}
	}
}

func TestWhatADecimalPrintsIsReadBack(t *testing.T) {
	for _, d := range []Decimal{{0, 0}, {7, 0}, {15, -1}, {5, -2}, {120, -3}, {1, 14}, {999, 3}} {
		back, ok := ParseDecimal(d.String())
		if !ok || back.String() != d.String() {
			t.Errorf("%s is read back as %s (%v)", d, back, ok)
		}
	}
}

func TestANounGroupIsReadUpToTheHeadThatIsWanted(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Head
		head string
	}{
		{"senior official said so", SingularHead, "senior official"},
		{"sports club closed", SingularHead, "sports club"},
		{"ships sank", SingularHead, ""},
		{"woman killed on Monday", SingularHead, "woman"},
		{"wounded soldier left", SingularHead, "wounded soldier"},
		{"oil was spilled", AnyHead, "oil"},
		{"angry farmers met", AnyHead, "angry farmers"},
		{"city's teachers left", AnyHead, "city's teachers"},
		{"crude oil exports fell", AnyHead, "crude oil exports"},
		{"oil", PluralHead, ""},
		{"big, heavy ships sank", PluralHead, "big, heavy ships"},
		{"\"safe\" houses were raided", PluralHead, "\"safe\" houses"},
		{"long-range missiles and tanks", PluralHead, "long-range missiles"},
		{"newly built flats", PluralHead, "newly built flats"},
		{"US soldiers came", PluralHead, "US soldiers"},
		{"people want peace", PluralHead, "people"},
		{"women's shelters shut", PluralHead, "women's shelters"},
		{"children under five", PluralHead, "children"},
	} {
		s, got := read(c.in), ""
		if end, ok := s.Group(0, c.want); ok {
			got = c.in[:s.Tokens[end-1].End]
		}
		if got != c.head {
			t.Errorf("%q: group %q, want %q", c.in, got, c.head)
		}
	}
}

func TestPluralsAreToldByTheirForm(t *testing.T) {
	for word, want := range map[string]bool{
		"ships": true, "people": true, "schoolchildren": true, "firemen": true,
		"taxis": true, "Pakistanis": true, "menus": true, "parties": true,
		"Chinese": true, "news": false, "crisis": false, "bus": false, "glass": false,
		"Texas": false, "ship": false, "is": false, "men": true, "gas": false,
	} {
		if got := read(word).IsPlural(0); got != want {
			t.Errorf("plural(%q) = %v", word, got)
		}
	}
}

func TestAHyphenJoinsWordsAndADashDoesNot(t *testing.T) {
	for in, want := range map[string]bool{
		"ten-man": true, "ten - man": true, "ten‑man": true, "ten– man": false, "ten -man": false,
	} {
		if got := read(in).Hyphen(1); got != want {
			t.Errorf("hyphen in %q: %v", in, got)
		}
	}
}

func TestAHeadlineHasCapitalsThroughout(t *testing.T) {
	for in, want := range map[string]bool{
		"Seven Ships Sink off the Coast Near Aden": true,
		"Seven ships sank off the coast":           false,
		"Aden":                                     false,
	} {
		if got := read(in).Title; got != want {
			t.Errorf("title(%q) = %v", in, got)
		}
	}
}

func TestAnIndexFindsTheLongestRow(t *testing.T) {
	x := NewIndex([]string{"mile(s)", "mile(s) per hour", "miles per hour", "kilometer(s)", "no"})
	for in, want := range map[string]int{
		"mile": 0, "miles": 0, "miles per day": 0, "miles per hour": 2,
		"kilometers": 3, "kilometres": 3, "kilometre": 3, "feet": -1, "": -1,
	} {
		row, to, ok := x.After(read(in), 0)
		if !ok {
			row = -1
		}
		if row != want || ok && to < 1 {
			t.Errorf("%q: row %d up to %d, want row %d", in, row, to, want)
		}
	}
}

func TestAnIndexLooksBackOverAFullStop(t *testing.T) {
	x := NewIndex([]string{"no", "more than", "than"})
	for in, want := range map[string]string{
		"the No. 5": "No. 5", "much more than 5": "more than 5", "less than 5": "than 5",
	} {
		s := read(in)
		_, from, ok := x.Before(s, len(s.Tokens)-1)
		if got := in[s.Tokens[from].Start:]; !ok || got != want {
			t.Errorf("%q: row from %q (%v), want from %q", in, got, ok, want)
		}
	}
}

// FuzzRead holds what the package comment promises of every text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", "'s", "two hundred and", "a hundred and a hundred", "1/2 3½ - half a", "5,000,",
		"a quarter of a", "dozens and dozens of tens of", "U.S. won't 9:00 .5", "\u00adten\u200b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "")
		s, last := read(in), 0
		for i, token := range s.Tokens {
			if token.Start < last || token.Empty() || token.End > len(in) {
				t.Fatalf("token %v after byte %d of %d", token.Span, last, len(in))
			}
			last = token.End
			if n, ok := s.Number(i); ok && (n.To <= i || n.To > len(s.Tokens) || n.Value.N < 0) {
				t.Fatalf("number %s in tokens %d to %d", n.Value, i, n.To)
			}
			for _, want := range []Head{PluralHead, SingularHead, AnyHead} {
				if end, ok := s.Group(i, want); ok && (end <= i || end > len(s.Tokens)) {
					t.Fatalf("group in tokens %d to %d of %d", i, end, len(s.Tokens))
				}
			}
		}
	})
}
