package chunk

import "testing"

func TestAGroupHoldsTheModelsOfThings(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"A330 jets flew", "A330 jets"},
		{"787s flew", "787s"},
		{"United Nations human rights experts left", "United Nations human rights experts"},
		{"Dallas Cowboys fans sang", "Dallas Cowboys fans"},
		{"central and eastern European states met", "central and eastern European states"},
		{"young democracies helps", "young democracies"},
		{"women's clubs closed", "women's clubs"},
	} {
		s := read(c.in)
		end, ok := s.Group(0, PluralHead)
		if !ok {
			t.Errorf("%q has no group", c.in)
			continue
		}
		if got := s.Text[:s.Tokens[end-1].End]; got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAPluralMayDescribeASingular(t *testing.T) {
	s := read("big data point is")
	if end, ok := s.Group(0, SingularHead); !ok || end != 3 {
		t.Errorf("the group ends at %d, %v", end, ok)
	}
}

func TestFewHundredIsALowBound(t *testing.T) {
	for in, want := range map[string]string{
		"several hundred": "200", "a few thousand": "2000", "few dozen": "24",
	} {
		n, ok := read(in).Number(0)
		if !ok || !n.Vague || n.Value.String() != want {
			t.Errorf("%q: %v %v %v, want %s", in, n.Value, n.Vague, ok, want)
		}
	}
	if _, ok := read("several men").Number(0); ok {
		t.Error("several is a number")
	}
}

func TestAMultiplierInWordsIsTheScale(t *testing.T) {
	for in, want := range map[string]string{
		"eight thousand": "1000", "two hundred": "100", "eight": "1", "eighty million": "1000000",
	} {
		if n, ok := read(in).Number(0); !ok || n.Scale.String() != want {
			t.Errorf("%q: scale %v, %v, want %s", in, n.Scale, ok, want)
		}
	}
}
