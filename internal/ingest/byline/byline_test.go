package byline

import (
	"fmt"
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
		{"Jane Roe, BBC", []string{"Jane Roe"}},
		{"John Doe, Reuters", []string{"John Doe"}},
		{"Jane Roe, Vancouver Sun", []string{"Jane Roe"}},
		{"Jane Roe, Jr.", []string{"Jane Roe, Jr."}},
		{"Jane Roe, Political Editor", []string{"Jane Roe"}},
		{"Jane Roe, political editor, and John Doe, staff writer", []string{"Jane Roe", "John Doe"}},
		{"Jane Roe, Health Correspondent, BBC News", []string{"Jane Roe"}},
		{"By Jane Roe and BBC News", []string{"Jane Roe"}},
		{"Associated Press", nil},
		{"The Associated Press", nil},
		{"BBC News", nil},
		{"Reuters Staff", nil},
		{"Staff writers", nil},
		{"Bloomberg", nil},

		// Names that are those of outlets too.
		{"Michael Bloomberg", []string{"Michael Bloomberg"}},
		{"Sun Yun and Bill Press", []string{"Sun Yun", "Bill Press"}},
		{"Jane Roe; John Doe", []string{"Jane Roe", "John Doe"}},
		{"https://example.org/jane", nil},
		{"  ", nil},
	} {
		if got := Names(c.byline); !slices.Equal(got, c.want) {
			t.Errorf("Names(%q) = %q, want %q", c.byline, got, c.want)
		}
	}
}

func TestNamesAreGivenOnceAndAreBounded(t *testing.T) {
	got := Names("By Jane Roe", "John Doe and Jane Roe", "jane@x.example / Jane", "Ann Poe")
	if want := []string{"Jane Roe", "John Doe", "Ann Poe"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	var lines []string
	for i := range 40_000 {
		lines = append(lines, fmt.Sprintf("Jane Roe%d", i))
	}
	if got := Names(lines...); len(got) != 50 || got[49] != "Jane Roe49" {
		t.Errorf("%d names, want the first 50", len(got))
	}
}
