package timex

// guessed values a proposed extent that no rule can read as a whole.
var guessed = &compiled{rule: rule{
	group: "guess", pattern: "<proposal>", read: readGuess, trust: weak,
	example: "former times => PAST_REF",
}}

// guess reads a proposal that begins at token i: with the value of the longest
// expression inside, else as vaguely as its words allow.
func (f *finder) guess(i int, e Extent) (*match, bool) {
	end := i
	for end < len(f.parser.toks) && f.parser.toks[end].End <= e.End {
		end++
	}
	var best *match
	for k := i; k < end; k++ {
		f.parser.each(f.parser.begin, k, func(m *match) {
			longer := best == nil || m.end-m.start > best.end-best.start
			if m.end <= end && longer && m.rule.trust >= likely && f.readable(m) {
				best = keep(m)
			}
		})
	}
	if best == nil {
		kind := capture{name: "type", s: string(e.Type)}
		best = &match{rule: guessed, captures: []capture{kind}}
	}
	best.start, best.end = i, end
	return best, end > i && f.readable(best)
}

// sides says on which side of the present a word is.
var sides = map[string]string{
	"past": "PAST_REF", "former": "PAST_REF", "earlier": "PAST_REF", "previous": "PAST_REF",
	"ago": "PAST_REF", "last": "PAST_REF", "recent": "PAST_REF", "before": "PAST_REF",
	"old": "PAST_REF", "early": "PAST_REF", "history": "PAST_REF", "then": "PAST_REF",
	"present": "PRESENT_REF", "current": "PRESENT_REF", "this": "PRESENT_REF",
	"today": "PRESENT_REF", "yet": "PRESENT_REF", "future": "FUTURE_REF",
	"later": "FUTURE_REF", "next": "FUTURE_REF", "coming": "FUTURE_REF",
	"upcoming": "FUTURE_REF", "ahead": "FUTURE_REF", "eventually": "FUTURE_REF",
}

func readGuess(r *reader, m *match) (reading, bool) {
	kind, _ := m.get("type")
	for i := m.start; i < m.end; i++ {
		low := r.p.low(i)
		u, ok := unitOf[low]
		switch {
		case ok && Type(kind.s) == Set:
			return set(length{count: 1, unit: units[u]}.value())
		case ok && Type(kind.s) == Duration:
			return duration(length{count: -1, unit: units[u]})
		case sides[low] != "" && Type(kind.s) == Date:
			return word(sides[low]), true
		}
	}
	if Type(kind.s) == Duration {
		return reading{kind: Duration, value: "PXX", anchor: NoAnchor}, true
	}
	return reading{}, false
}
