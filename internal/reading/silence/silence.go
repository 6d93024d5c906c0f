// Package silence finds what a text says was left unsaid: omissions ("made no
// mention of", "nor did she raise") and refusals to speak ("declined to comment",
// "would not say whether").
//
// In go a frozen text, its sentences and the attributions that the model found;
// out come these attributions and those that it missed, spans in bytes of the
// text. An attribution that a silence meets keeps its spans and gets the
// silence's polarity as a certain one. What is found besides has the words of the
// silence as its cue, what was not said as its content and whoever was silent as
// its source.
//
// # Guarantees
//
// Equal input gives equal output, and what goes in is not changed. Every silence
// lies in one sentence, and its content is never empty. Time is linear in the
// text's length: of each word, a bounded number of those around it is looked at.
//
// # Limits
//
// English alone, and no grammar: a content ends at the first word that may open
// another clause, a source begins at the last that may have. A condition further
// away than [maxBack] words does not make a silence one that is only supposed.
//
// # Sources
//
// What counts, and what looks so and does not, follows
// training/annotations/silences/GUIDELINES.md, from which the values of polarity
// are those of docs/record.md. Cues and contents: PolNeAR's annotation guidelines
// (Newell, Margolin and Ruths 2018).
package silence

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/record"
)

// How sure a silence is at least that the rules find, alone or with the model, and
// what they say of one that the model found too. 83 of 88 were right in the sentences
// of training/annotations/silences to develop with.
const (
	scoreRule = 0.94
	certain   = 1
)

// A Silence is one omission or refusal.
type Silence struct {
	Polarity record.Polarity // omitted or declined
	Cue      text.Span
	Content  text.Span
	Speaker  text.Span // empty when the sentence names none
}

// Find returns the attributions with the silences that are missing among them,
// and the polarity of those that are silences. Both lists that go in are sorted;
// what comes out is sorted by cue.
func Find(doc *text.Text, sentences []text.Span, found []tag.Attribution) []tag.Attribution {
	var out []tag.Attribution
	r := newReader(doc)
	next := 0
	for _, s := range sentences {
		first := next
		for first < len(found) && found[first].Cue.Start < s.Start {
			first++
		}
		out = append(out, found[next:first]...)
		next = first
		for next < len(found) && found[next].Cue.Start < s.End {
			next++
		}
		r.fill(s, found[first:next])
		out = append(out, r.heard(slices.Clone(found[first:next]))...)
	}
	out = append(out, found[next:]...)
	slices.SortStableFunc(out, func(a, b tag.Attribution) int {
		return a.Cue.Start - b.Cue.Start
	})
	return out
}

// heard returns the attributions of the sentence with its silences.
func (r *reader) heard(found []tag.Attribution) []tag.Attribution {
	found = r.unmask(found)
	told := len(found)
	for _, s := range r.silences() {
		found = add(found, told, s)
	}
	r.noComment(found)
	return found
}

// add writes a silence into those of the first attributions that it meets, or else
// behind them all. A cue that only holds the words of the silence ("said, without
// naming him,") leads to something that was said.
func add(out []tag.Attribution, told int, s Silence) []tag.Attribution {
	met := false
	for i := range told {
		a := &out[i]
		if !a.Cue.Overlaps(s.Cue) {
			quieten(a, s)
			continue
		}
		if meets(*a, s) {
			a.Stance.Polarity, a.Score = one(s.Polarity), max(a.Score, scoreRule)
			if mistaken(*a, s) || s.Polarity == record.PolarityOmitted && holdsCue(*a, s) {
				respan(a, s)
			}
			met = true
			continue
		}
		if a.Cue.Start < s.Cue.Start {
			a.Stance.Polarity = one(record.PolarityAffirmed)
		}
	}
	if met || within(out[:told], s.Cue) {
		return out
	}
	a := tag.Attribution{Score: scoreRule, Stance: tag.Stance{Polarity: one(s.Polarity)}}
	respan(&a, s)
	return append(out, a)
}

// quieten takes from an attribution the polarity of a silence that stands behind no
// words of its own: "no comment from Lee, but the union welcomed it".
func quieten(a *tag.Attribution, s Silence) {
	likely := func(c tag.Chance) bool {
		return c.Value == s.Polarity.String() && c.Score > 0.5 && c.Score < certain
	}
	if slices.ContainsFunc(a.Stance.Polarity, likely) {
		a.Stance.Polarity = one(record.PolarityAffirmed)
	}
}

// mistaken reports whether an attribution takes who was silent for what was not
// said: "There was no comment from the {ministry}".
func mistaken(a tag.Attribution, s Silence) bool {
	return slices.ContainsFunc(a.Contents, func(c tag.Span) bool { return c.Overlaps(s.Speaker) })
}

// holdsCue reports whether what was not said has words of the silence with it: "said
// {nothing about the pipeline}".
func holdsCue(a tag.Attribution, s Silence) bool {
	return slices.ContainsFunc(a.Contents, func(c tag.Span) bool {
		return c.Overlaps(s.Cue) && !a.Cue.Contains(s.Cue)
	})
}

// respan gives an attribution the words of a silence, and its speaker where it has one.
func respan(a *tag.Attribution, s Silence) {
	mark := func(x text.Span) tag.Span { return tag.Span{Span: x, Score: scoreRule} }
	if !s.Speaker.Empty() { // else whom the model has, if anybody
		a.Source, a.Sourced = mark(s.Speaker), true
	}
	a.Cue = mark(s.Cue)
	a.Contents = []tag.Span{mark(s.Content)}
}

// meets reports whether an attribution with words of a silence in its cue is that
// silence: it begins with these words, or what was not said is its content.
// Where the cue ends, "declined" or "declined to comment on", is for the model to say.
func meets(a tag.Attribution, s Silence) bool {
	return a.Cue.Start >= s.Cue.Start || slices.ContainsFunc(a.Contents, func(c tag.Span) bool {
		return c.Overlaps(s.Content) || c.Overlaps(s.Cue)
	})
}

// within reports whether a silence is told in what an attribution says, which has
// it already: "Lee said he would not answer questions". PolNeAR's annotators mark
// it on its own in none of 7 cases of its development half.
func within(told []tag.Attribution, cue text.Span) bool {
	return slices.ContainsFunc(told, func(a tag.Attribution) bool {
		return slices.ContainsFunc(a.Contents, func(c tag.Span) bool { return c.Contains(cue) })
	})
}

func one(p record.Polarity) []tag.Chance {
	return []tag.Chance{{Value: p.String(), Score: certain}}
}

// noComment makes a refusal of what is quoted as "No comment".
func (r *reader) noComment(found []tag.Attribution) {
	for i, a := range found {
		if len(a.Contents) != 1 {
			continue
		}
		words := strings.Trim(r.tokens.Text[a.Contents[0].Start:a.Contents[0].End], "\"'“”‘’.,! ")
		if strings.EqualFold(words, "no comment") {
			found[i].Stance.Polarity = one(record.PolarityDeclined)
		}
	}
}
