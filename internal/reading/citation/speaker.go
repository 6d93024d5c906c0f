package citation

import (
	"cmp"
	"slices"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/phrase/word"
)

// A Saying is one attribution: who says, by which words, and what.
type Saying struct {
	Speaker text.Span // empty when the text names none
	Cue     text.Span
	Content []text.Span
}

// mark tells each token whether it stands in the content of an attribution, and
// whether its sentence holds a cue that stands in none.
func (r *reader) mark(all []Saying) {
	r.inside, r.stated = make([]bool, len(r.Tokens)), make([]bool, len(r.Tokens))
	for _, s := range all {
		for _, c := range s.Content {
			for i := r.tokenAt(c.Start); i < r.tokenAt(c.End); i++ {
				r.inside[i] = true
			}
		}
	}
	for _, s := range all {
		cue := r.tokenAt(s.Cue.Start)
		if s.Cue.Empty() || cue == len(r.Tokens) || r.inside[cue] {
			continue
		}
		for i := cue; r.Together(i, cue); i-- {
			r.stated[i] = true
		}
		for i := cue; r.Together(i, cue); i++ {
			r.stated[i] = true
		}
	}
}

// speakers returns the outlets and documents that are the speakers of
// attributions: "A survey by the bank of 400 firms found".
func (r *reader) speakers(all []Saying) []Citation {
	var found []Citation
	for _, s := range all {
		if s.Speaker.Empty() || s.Cue.Start < s.Speaker.End {
			continue
		}
		first := r.tokenAt(s.Speaker.Start)
		end := r.withoutMarks(first, r.tokenAt(s.Speaker.End))
		cue := r.withoutMarks(end+1, r.tokenAt(s.Cue.End))
		if end == first || !r.Together(first, cue-1) || cue-end > maxBeforeCue {
			continue
		}
		if c, ok := r.speaker(first, end, cue); ok {
			found = append(found, c)
		}
	}
	return found
}

// withoutMarks returns where tokens [first, end) end but for marks, which
// attributions may take in.
func (r *reader) withoutMarks(first, end int) int {
	for end > first && r.Tokens[end-1].Kind == word.Mark {
		end--
	}
	return end
}

// maxBeforeCue is the number of tokens that may stand between a speaker and
// the end of its cue.
const maxBeforeCue = 30

// speaker cites the speaker of tokens [first, end) whose cue ends before token
// cue, when it is an outlet or a named document.
func (r *reader) speaker(first, end, cue int) (Citation, bool) {
	if _, ok := r.Document(first, end); ok {
		return Citation{
			Span: r.Span(first, cue), Sources: []text.Span{r.Span(first, end)},
		}, true
	}
	at := r.skipArticle(first)
	o := r.Tokens[at].Outlet
	if o < 0 || !r.In(cue-1, lexicon.Telling|lexicon.TellingNow) {
		return Citation{}, false
	}
	last := r.Tail(at, r.Outlets[o].End)
	if r.Outlets[o].Kind == lexicon.Social || r.Outlets[o].Common && at == first ||
		last < end && r.Tokens[last].Kind != word.Mark {
		return Citation{}, false
	}
	if r.ofItself(cue - 1) {
		return Citation{}, false
	}
	if r.citesIn(last, cue) {
		return r.cite(first, first, last)
	}
	return Citation{Span: r.Span(first, cue), Sources: r.Sources(first, last)}, true
}

// citesIn reports whether an outlet names its own source in tokens [i, end):
// "The Journal, citing two officials, reported".
func (r *reader) citesIn(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Is(j, "citing", "quoting", "according") {
			return true
		}
	}
	return false
}

// tokenAt returns the first token that starts at a byte or after it.
func (r *reader) tokenAt(at int) int {
	i, _ := slices.BinarySearchFunc(r.Tokens, at, func(t word.Token, at int) int {
		return cmp.Compare(t.Start, at)
	})
	return i
}

// skipArticle returns the token after an article at token i, or i.
func (r *reader) skipArticle(i int) int {
	if r.In(i, lexicon.Determiner) {
		return i + 1
	}
	return i
}
