package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
)

// longestReach is how many words may stand between an act and the preposition that
// leads to its recipient.
const longestReach = 10

// reach finds the recipients of an act behind a preposition farther away: "demanded
// autonomy from Serbia".
func (f *finder) reach(e *Event) {
	if f.Passive(e.Trigger) {
		return
	}
	_, end := f.Range(e.Trigger)
	for i := end; i < min(len(f.Tokens), end+longestReach) && len(e.Recipients) == 0; i++ {
		if f.Breaks(end-1, i) > 0 && f.Word(i) != "unless" {
			return
		}
		if !word.Reaches(e.Type, f.Word(i)) || f.Is(i, chunk.TimeForm) {
			continue
		}
		for _, p := range f.GroupsAfter(i + 1) {
			if !slices.ContainsFunc(e.Actors, p.Overlaps) {
				e.Recipients = f.appendParty(e.Recipients, e.Trigger, p)
			}
		}
	}
}

// join adds those whom "and" joins to one who takes part.
func (f *finder) join(e *Event) {
	e.Actors = f.WithoutApposed(f.joined(e.Trigger, e.Actors, e.Recipients))
	e.Recipients = f.WithoutApposed(f.joined(e.Trigger, e.Recipients, e.Actors))
}

func (f *finder) joined(trigger text.Span, own, others []text.Span) []text.Span {
	first, _ := f.Range(trigger)
	var out []text.Span
	for _, p := range own {
		out = append(out, p)
		_, end := f.Range(p)
		next := f.GroupsAfter(end + 1)
		listed := f.Word(end) == "," && len(next) > 1 && end < first // "Latvia, Brussels and Kyiv agreed"
		if f.Word(end) != "and" && !listed {
			continue
		}
		for _, q := range next {
			_, to := f.Range(q)
			subject := f.BeginsVerb(to) && (to > first || f.BeforeVerb(first) != to-1)
			taken := slices.Concat(own, others, f.told)
			if !subject && !slices.ContainsFunc(taken, q.Overlaps) {
				out = f.appendParty(out, trigger, q)
			}
		}
	}
	return out
}
