package silence

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/neural/tag"
	"readout/record"
)

// A sham is words that look like a silence and are none. What the model takes
// them for is said after all, unless they are no words of saying at all.
type sham struct {
	words   string
	nothing bool   // nobody says anything by them
	example string // "«cue» {content}", as the model may read it
}

var shams = []sham{
	{"not to mention", true, "It has charm, «not to mention» {its parks}"},
	{"needless to say", true, "«Needless to say», {nobody came}"},
	{"go/goes/went without saying", false, "It «goes without saying» {that taxes are hated}"},
	{"MAKE/made no secret of", false, "She «made no secret of» {her joy}"},
	{"is/are/was/were not talking/speaking", false, "He «was not speaking» {about the mayor}"},
	{"never say never", false, "«Never say never», {but the gap is large}"},
	{"SAY nothing/little of the kind/sort", false, "The law «says nothing of the kind»{, he argued}"},
}

var shamRules = compileShams()

func compileShams() []chunk.Pattern {
	out := make([]chunk.Pattern, len(shams))
	for i, s := range shams {
		out[i] = compile(s.words)
	}
	return out
}

// unmask makes affirmed what only looks like a silence, and takes off what is no
// statement. It returns the attributions that are left.
func (r *reader) unmask(found []tag.Attribution) []tag.Attribution {
	for i := range r.words {
		for k, p := range shamRules {
			end, ok := p.At(r, i)
			if !ok {
				continue
			}
			words := r.span(i, end)
			found = slices.DeleteFunc(found, func(a tag.Attribution) bool {
				return shams[k].nothing && words.Contains(a.Cue.Span)
			})
			for n := range found {
				if found[n].Cue.Overlaps(words) {
					found[n].Stance.Polarity = one(record.PolarityAffirmed)
				}
			}
		}
	}
	return found
}
