package plain

import (
	"strings"
	"testing"
)

func TestFactsAreHeadedOnATerminalAndCellsInAPipe(t *testing.T) {
	write := func(opts ListOptions) string {
		var b strings.Builder
		w := NewFacts(&b, opts)
		for kind, facts := range map[string][]Fact{"role": nil} { // nothing is written of it
			if err := w.Write(kind, facts...); err != nil {
				t.Fatal(err)
			}
		}
		err := w.Write("name", Fact{"Ann\nLee", "3", "", "\x1b[1m2024\t"}, Fact{"Lee"})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write("part", Fact{"statements by", "12"}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, c := range []struct {
		opts ListOptions
		want string
	}{
		{ListOptions{}, "name\tAnn Lee\t3\t\t\uFFFD[1m2024\nname\tLee\npart\tstatements by\t12\n"},
		{ListOptions{Width: 40}, "name\n  Ann Lee  3 · \uFFFD[1m2024\n  Lee\n\npart\n  statements by  12\n"},
		{ListOptions{Width: 20}, "name\n  Ann Lee  3 ·\n  \uFFFD[1m2024\n  Lee\n\npart\n  statements by  12\n"},
	} {
		if got := write(c.opts); got != c.want {
			t.Errorf("%+v:\n%q\nwant\n%q", c.opts, got, c.want)
		}
	}
	if got := write(ListOptions{Width: 40, Color: true}); !strings.Contains(got, "\x1b[1mAnn Lee\x1b[0m") {
		t.Errorf("in colours: %q", got)
	}
}
