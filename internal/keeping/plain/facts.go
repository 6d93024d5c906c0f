package plain

import (
	"io"
	"strings"

	"readout/internal/keeping/wording"
)

// Facts writes what is known of one thing: for a terminal a heading for each kind of
// fact and the facts below it, in a pipe a line for each, of cells with tabs between
// them, of which the first says the kind.
type Facts struct{ sheet }

// A Fact is words and what is known of them.
type Fact []string

// NewFacts returns a writer of facts; of the options, Events and Kept are of no effect.
func NewFacts(w io.Writer, opts ListOptions) *Facts { return &Facts{newSheet(w, opts)} }

// Write writes the facts of one kind, nothing when there are none.
func (l *Facts) Write(kind string, facts ...Fact) error {
	if len(facts) > 0 && l.width > 0 {
		l.apart()
		l.flow("", run{kind, l.ink.dim})
	}
	for _, fact := range facts {
		cells := make([]string, len(fact))
		for i, cell := range fact {
			cells[i] = wording.OneLine(cell)
		}
		if l.width == 0 {
			l.cells(append([]string{kind}, cells...)...)
			continue
		}
		var known []string
		for _, cell := range cells[1:] {
			if cell != "" {
				known = append(known, cell)
			}
		}
		l.flow("  ", run{cells[0], l.ink.bold}, run{strings.Join(known, " · "), l.ink.dim})
	}
	return l.w.Flush()
}
