package byline

import (
	"slices"
	"testing"
)

func TestNamesOfABylineAreSplit(t *testing.T) {
	for _, c := range []struct {
		byline string
		want   []string
	}{
		{"By Jane Roe", []string{"Jane Roe"}},
		{"by Jane Roe and John Doe", []string{"Jane Roe", "John Doe"}},
		{"Jane Roe, John Doe and Ann Poe", []string{"Jane Roe", "John Doe", "Ann Poe"}},
		{"Jane Roe, BBC", []string{"Jane Roe, BBC"}},
		{"Jane Roe; John Doe", []string{"Jane Roe", "John Doe"}},
		{"https://example.org/jane", nil},
		{"  ", nil},
	} {
		if got := Names(c.byline); !slices.Equal(got, c.want) {
			t.Errorf("Names(%q) = %q, want %q", c.byline, got, c.want)
		}
	}
}
