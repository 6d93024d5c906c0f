package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase/word"
)

// toldUnlisted reads "told Example Weekly that" and "told Example in May".
func (r *reader) toldUnlisted(i int) (Citation, bool) {
	end, ok := r.Unlisted(i + 1)
	if !ok || !r.Together(i, i+1) || r.PlainNoun(end) || r.Is(end, "to", "and", "not") || r.Capital(end) {
		return Citation{}, false
	}
	return r.cite(i, i+1, end)
}

// reportsUnlisted reads "Example Weekly reported that", "Example first reported":
// what bodies report of themselves seldom has these words.
func (r *reader) reportsUnlisted(i int) (Citation, bool) {
	end, ok := r.Unlisted(i)
	if !ok || r.In(i-1, lexicon.NoSubject) && r.Together(i-1, i) {
		return Citation{}, false
	}
	verb, ok := r.Telling(r.Forward(end))
	if !ok || !r.Is(verb, "reported", "reports") || r.own(verb+1) {
		return Citation{}, false
	}
	if r.Low(verb+1) != "that" && r.Low(verb-1) != "first" && r.Tokens[min(verb+1, len(r.Tokens)-1)].Kind != word.Mark {
		return Citation{}, false
	}
	first := r.back(i)
	return Citation{Span: r.Span(first, verb+1), Sources: r.Sources(first, end)}, true
}
