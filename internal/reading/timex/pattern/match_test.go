package pattern

import (
	"testing"

	"readout/internal/language/text"
)

func TestPatternsTakeWords(t *testing.T) {
	for _, c := range []struct {
		pattern, src string
		end          int // tokens; 0: no match
	}{
		{"<month> <day>", "March 3 came", 2},
		{"<month> <day>", "march 3 came", 0},
		{"<month> <day>", "Sept. 14 came", 3},
		{"the? next|last week", "the last week", 3},
		{"the? next|last week", "next week", 2},
		{"' ~<yy>", "'98", 2},
		{"' ~<yy>", "' 98", 0},
		{"<num> <unit>", "twenty-one days", 4},
		{"<holiday>", "New Year's Eve", 5},
	} {
		doc, err := text.New(c.src)
		if err != nil {
			t.Fatal(err)
		}
		p := NewParser(Compile([]Spelling{{Group: "g", Pattern: c.pattern}}))
		p.Load(doc, text.Span{End: len(c.src)})
		end := 0
		p.Each(0, func(m *Match) { end = max(end, m.End) })
		if end != c.end {
			t.Errorf("%s: %q matches to %d, want %d", c.pattern, c.src, end, c.end)
		}
	}
}

func TestTheNearestVerbTellsTheTense(t *testing.T) {
	for src, want := range map[string]Tense{
		"He will go on Monday":    Future,
		"He was ill on Monday":    Past,
		"He is to go on Monday":   Future,
		"The cars of next Monday": Untold,
	} {
		doc, err := text.New(src)
		if err != nil {
			t.Fatal(err)
		}
		p := NewParser(Compile(nil))
		p.Load(doc, text.Span{End: len(src)})
		if got := p.Tense(p.Len()-1, p.Len()); got != want {
			t.Errorf("%q: %d, want %d", src, got, want)
		}
	}
}
