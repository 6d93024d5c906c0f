package narrative

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/text"
)

// voices returns the places where somebody else speaks, merged and sorted:
// quotations, and the parts of statements.
func voices(in Input) []text.Span {
	var all []text.Span
	for _, q := range in.Quotations {
		all = append(all, q.Outer)
	}
	for _, s := range in.Statements {
		all = append(all, s.Cue)
		all = append(all, s.Content...)
		if !s.Speaker.Empty() {
			all = append(all, s.Speaker)
		}
	}
	slices.SortFunc(all, func(a, b text.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []text.Span
	for _, s := range all {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// whole reports whether a sentence ends as one that the author states: headlines
// have no stop, and a mark of quotation may be left over.
func whole(s string) bool {
	s = strings.TrimRight(s, ") ")
	return strings.HasSuffix(s, ".") && !strings.ContainsAny(s, "?`\n|") &&
		!strings.Contains(s, "''") && strings.Count(s, "\"")%2 == 0 &&
		strings.Count(s, "“") == strings.Count(s, "”")
}
