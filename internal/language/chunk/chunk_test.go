package chunk

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func read(s string) *Sentence {
	sentence := &Sentence{Text: s}
	sentence.Fill(text.Span{Start: 0, End: len(s)})
	return sentence
}

func TestDecimalsPrintPlainly(t *testing.T) {
	for want, d := range map[string]Decimal{
		"0": {0, 3}, "1500": {15, 2}, "0.05": {5, -2}, "12.5": {1250, -2}, "3": {300, -2},
	} {
		if got := d.String(); got != want {
			t.Errorf("%v prints %q, want %q", d, got, want)
		}
	}
}

func TestDecimalsThatAreTooLargeAreRefused(t *testing.T) {
	if _, ok := ParseDecimal("9999999999999999"); ok {
		t.Error("16 digits were read")
	}
	if _, ok := (Decimal{1, 20}).Times(Decimal{1, 20}); ok {
		t.Error("ten to the power of 40 was made")
	}
}

func TestTokensAreWordsNumbersAndSigns(t *testing.T) {
	for in, want := range map[string]string{
		"The U.S. won't pay $1,234.5.": "the u.s. won't pay $ 1,234.5 .",
		"Ann's 5-mile, 40km run":       "ann 's 5 - mile , 40 km run",
		"12,34 and v. 3.2.1":           "12 , 34 and v . 3.2.1",
		"at 9:00, up .5%":              "at 9:00 , up .5 %",
	} {
		var words []string
		for _, token := range read(in).Tokens {
			words = append(words, token.Word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q\n\tgot  %s\n\twant %s", in, got, want)
		}
	}
}

func TestNumbersHaveTheirValue(t *testing.T) {
	for in, want := range map[string]string{
		"twenty-five men":             "25",
		"two hundred and ten men":     "210",
		"sixty thousand and five men": "60005",
		"a million men":               "1000000",
		"half a dozen men":            "6",
		"hundreds of thousands":       "200000",
		"two-thirds of":               "0.67",
		"2 1/2 miles":                 "2.5",
		"1.5bn people":                "1500000000",
	} {
		n, ok := read(in).Number(0)
		if got := n.Value.String(); !ok || got != want {
			t.Errorf("%q is %s (%v), want %s", in, got, ok, want)
		}
	}
}

func TestANounGroupEndsWithItsHead(t *testing.T) {
	for in, want := range map[string]string{
		"Afghan refugees in camps":      "Afghan refugees",
		"sports clubs closed":           "sports clubs",
		"poor and rural states":         "poor and rural states",
		"United States citizens died":   "United States citizens",
		"randomly chosen sites were":    "randomly chosen sites",
		"Russian-made jets flew":        "Russian-made jets",
		"of the men":                    "",
		"said nothing":                  "",
		"the party's 12":                "",
		"influential 2009 papers found": "influential 2009 papers",
	} {
		s := read(in)
		got := ""
		if end, ok := s.Group(0, PluralHead); ok {
			got = in[:s.Tokens[end-1].End]
		}
		if got != want {
			t.Errorf("%q: group %q, want %q", in, got, want)
		}
	}
}

func TestModelsNameWhatIsCounted(t *testing.T) {
	for in, want := range map[string]string{
		"new 767 aircraft flew":    "new 767 aircraft",
		"Boeing 747-8 freighters":  "Boeing 747-8 freighters",
		"Fortune 500 firms of old": "Fortune 500 firms",
		"737-8s by May":            "737-8s",
		"A330 jets":                "A330 jets",
		"Orthodox came":            "Orthodox",
		"Mrs. Roe":                 "",
		"new 2 firms":              "",
	} {
		s := read(in)
		end, ok := s.Group(0, PluralHead)
		got := ""
		if ok {
			got = in[:s.Tokens[end-1].End]
		}
		if got != want {
			t.Errorf("%q: group %q, want %q", in, got, want)
		}
	}
	one := read("A330.")
	if end, ok := one.Group(0, SingularHead); !ok || end != 2 || one.HeadStart(end-1) != 0 {
		t.Errorf("one A330 ends at token %d, %v", end, ok)
	}
}

func TestAScoreOfIsTwentyBeforeANoun(t *testing.T) {
	for in, want := range map[string]int64{
		"a score of boats": 20, "a score of five": 0, "a score": 0, "a score of the": 0,
	} {
		if n, _ := read(in).Number(0); n.Value.N != want {
			t.Errorf("%q is %d, want %d", in, n.Value.N, want)
		}
	}
}

func TestATimeEndsAGroup(t *testing.T) {
	s := read("men Monday")
	s.Tokens[1].Form = TimeForm
	if !s.Closes(1) || s.Closes(0) {
		t.Error("a time, and no noun, ends a group")
	}
}
