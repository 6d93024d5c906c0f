package chunk

import "testing"

func TestAnIndexPrefersTheLongerRow(t *testing.T) {
	x := NewIndex([]string{"square meter(s)", "square", "liter(s)", "more than", "than"})
	for _, c := range []struct {
		in      string
		row, to int
		ok      bool
	}{
		{"square meters here", 0, 2, true},
		{"square metre", 0, 2, true},
		{"square deal", 1, 1, true},
		{"litres", 2, 1, true},
		{"liter of milk", 2, 1, true},
		{"round meters", 0, 0, false},
		{"", 0, 0, false},
	} {
		if row, to, ok := x.After(read(c.in), 0); row != c.row || to != c.to || ok != c.ok {
			t.Errorf("%q: row %d to %d, %v", c.in, row, to, ok)
		}
	}
}

func TestAnIndexFindsTheRowBeforeAToken(t *testing.T) {
	x := NewIndex([]string{"more than", "than", "approx"})
	for _, c := range []struct {
		in            string
		at, row, from int
		ok            bool
	}{
		{"more than 40", 2, 0, 0, true},
		{"less than 40", 2, 1, 1, true},
		{"approx. 40", 2, 2, 0, true},
		{"about 40", 1, 0, 1, false},
		{"40", 0, 0, 0, false},
	} {
		if row, from, ok := x.Before(read(c.in), c.at); row != c.row || from != c.from || ok != c.ok {
			t.Errorf("%q: row %d from %d, %v", c.in, row, from, ok)
		}
	}
}

func TestHyphensJoinWhereTheSpaceIsEqual(t *testing.T) {
	for in, want := range map[string]bool{
		"two-way": true, "two - way": true, "two -way": false, "two- way": false, "two way": false,
	} {
		if got := read(in).Hyphen(1); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestHeadlinesHaveCapitals(t *testing.T) {
	for in, want := range map[string]bool{
		"Three Killed in Factory Blast": true,
		"Three were killed in a blast":  false,
		"Roe of Ely":                    false,
	} {
		if got := read(in).Title; got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestQuotationsAreOpenUntilTheyClose(t *testing.T) {
	for in, want := range map[string]bool{
		`he said "we go`:         true,
		`he said "we go" and`:    false,
		`he said “we go`:         true,
		`he said “we go” and`:    false,
		`a 15" screen`:           false,
		`a 15" or "wide" screen`: false,
	} {
		s := read(in)
		if got := s.InQuotation(len(s.Tokens)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestPastVerbsHaveTheirForms(t *testing.T) {
	for w, want := range map[string]bool{"killed": true, "fell": true, "red": false, "runs": false} {
		if got := IsPast(w); got != want {
			t.Errorf("%q: %v", w, got)
		}
	}
}
