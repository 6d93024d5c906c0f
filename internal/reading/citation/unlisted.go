package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/citation/lead"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
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
	if r.In(i-1, lexicon.NoSubject) && r.Together(i-1, i) {
		return Citation{}, false
	}
	end, rare := r.Unlisted(i)
	if !rare && (!lead.OrganizationIn(r.Reader, i, i+1) || r.NameStart(i) != i) {
		return Citation{}, false
	}
	end = max(end, r.NameEnd(i))
	verb, ok := r.Telling(r.Forward(end))
	if !ok || !r.Is(verb, "reported", "reports") || r.own(verb+1) || r.results(verb+1) {
		return Citation{}, false
	}
	if !rare && r.Low(verb-1) != "first" {
		return Citation{}, false // any body that is the first to report tells news
	}
	if r.Low(verb+1) != "that" && r.Low(verb-1) != "first" && r.Tokens[min(verb+1, len(r.Tokens)-1)].Kind != word.Mark {
		return Citation{}, false
	}
	first := r.back(i)
	return Citation{Span: r.Span(first, verb+1), Sources: r.Sources(first, end)}, true
}

// results reports whether what is told from token j on is a firm's news of itself:
// "that net income rose".
func (r *reader) results(j int) bool {
	for k := j; k < j+6 && r.Together(j, k); k++ {
		if r.Is(k, "profit", "profits", "income", "earnings", "revenue", "revenues", "sales", "loss", "losses") {
			return true
		}
	}
	return false
}

// maxCalled is the number of tokens within which a name must stand before the
// word that says what kind of outlet it is.
const maxCalled = 6

// calledPaper reads an outlet by the word for its kind at token i: "the Falke
// newspaper said", "said Falke, a weekly newspaper".
func (r *reader) calledPaper(i int) (Citation, bool) {
	if r.Capital(i) || r.goesOn(i+1) {
		return Citation{}, false
	}
	first := i
	for first > 0 && first > i-maxCalled && r.Together(first-1, i) && r.Tokens[first-1].Kind != word.Mark &&
		!r.In(first-1, lexicon.Determiner|lexicon.GroupEnd|lexicon.Preposition) {
		first--
	}
	if first == 0 {
		return Citation{}, false
	}
	if r.At(first-2) == "," && r.Is(first-1, "a", "an", "the") && r.Together(first-2, i) {
		return r.apposed(first - 2)
	}
	if r.Low(first-1) != "the" || !r.ownName(first, i) || r.OutletIn(first, i) {
		return Citation{}, false
	}
	return r.teller(phrase.Outlet{First: first, End: i + 1})
}

// ownName reports whether tokens [first, end) are words with capitals that are
// not all of places: not "the Weston" in "the Weston newspaper".
func (r *reader) ownName(first, end int) bool {
	own := false
	for j := first; j < end; j++ {
		if r.Tokens[j].Kind == word.Word && !r.Capital(j) {
			return false
		}
		n := r.Tokens[j].Name
		own = own || n >= 0 && r.Names[n].Kind != mention.Place && r.Names[n].Kind != mention.Group
		own = own || n < 0 && r.Tokens[j].Kind == word.Word
	}
	return own
}

// apposed reads the name before the comma at token i, which goes on with what
// the name is, after a verb: "said Falke", "told Falke".
func (r *reader) apposed(i int) (Citation, bool) {
	first := i
	for first > i-maxCalled && r.Together(first-1, i) && r.Capital(first-1) && r.Tokens[first-1].Kind == word.Word {
		first--
	}
	if r.Together(first-2, i) && r.Is(first-1, "or") && r.At(first-2) == "," {
		return r.apposed(first - 2) // its name in English
	}
	if first == i || !r.Together(first-1, i) || r.OutletIn(first, i) ||
		!r.Is(first-1, "told", "tells", "said", "says", "reported", "wrote", "writes") {
		return Citation{}, false
	}
	return r.cite(first-1, first, i)
}
