package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// paper reads a document that tells, at the start of a clause, when a name
// says which: "A World Bank report released in May found", "a statement on the
// firm's website".
func (r *reader) paper(i int) (Citation, bool) {
	if r.Tokens[i].Kind != word.Word || !r.clause(i) || !r.mayBeDocument(i) {
		return Citation{}, false
	}
	end := r.beforeVerb(i, r.Group(i))
	if by := r.byline(i, end); by > end {
		return r.paperBy(i, by)
	}
	_, named := r.Document(i, end)
	page := r.onPage(i, end)
	named = named || end > i+2 && r.Is(end-1, "website", "site") && !r.Capital(end-1) ||
		r.In(end-1, lexicon.PageNoun) && r.In(i+1, lexicon.DocumentNoun) && r.Low(i+2) == "on"
	if !named && !page {
		return Citation{}, false
	}
	if verb, ok := r.reportsAfter(end); ok && (r.Low(i-1) != "with" || r.In(verb, lexicon.TellingNow)) {
		return Citation{Span: r.Span(i, verb+1), Sources: r.Sources(i, end)}, true
	}
	if page {
		return r.cite(i, i, end)
	}
	return Citation{}, false
}

// byline returns the end of whose a document is, told behind it between commas:
// "The report, by the bank,". It returns end when that is not told.
func (r *reader) byline(i, end int) int {
	if end == i || !r.In(end-1, lexicon.DocumentNoun) || r.At(end) != "," || r.Low(end+1) != "by" || !r.Named(end+2) {
		return end
	}
	if by := r.Group(end + 2); r.At(by) == "," && !r.PersonAt(end+2) {
		return by
	}
	return end
}

// paperBy reads the document from token i to the comma at token end, when it
// tells behind that.
func (r *reader) paperBy(i, end int) (Citation, bool) {
	verb, ok := r.reportsAfter(end + 1)
	if !ok {
		return Citation{}, false
	}
	return Citation{Span: r.Span(i, verb+1), Sources: []text.Span{r.Span(i, end)}}, true
}

// inverted reads a document that tells, after its verb: "“It fell,” found a
// study by the bank".
func (r *reader) inverted(i int) (Citation, bool) {
	if !r.Is(i, "said", "says", "found", "concluded", "concludes", "noted", "notes", "read", "reads", "reported", "wrote", "warned") ||
		!r.Together(i-1, i+1) || r.At(i-1) != "," && !r.QuoteMark(i-1) {
		return Citation{}, false
	}
	end := r.Group(i + 1)
	if _, named := r.Document(i+1, end); !named {
		return Citation{}, false
	}
	return r.cite(i, i+1, end)
}

// reportsAfter finds the verb of a document that ends before token end: after
// participles, times and what stands between commas.
func (r *reader) reportsAfter(end int) (int, bool) {
	j := r.SkipPublished(end)
	if verb, ok := r.Telling(j); ok {
		return verb, true
	}
	j = r.asideAt(j)
	if verb, ok := r.Telling(j); ok {
		return verb, true
	}
	if r.Is(j, "has", "had") && !r.Capital(j+1) && !r.Is(j+1, "her", "him", "them") {
		return 0, false // "the poll had a margin of error", "the index has fallen"
	}
	return j, r.Together(j-1, j) && r.In(j, lexicon.TellingNow|lexicon.DocumentVerb)
}

// beforeVerb ends a group before a verb of telling that looks like a noun:
// "states".
func (r *reader) beforeVerb(i, end int) int {
	for j := i + 2; j < end; j++ {
		if r.In(j, lexicon.Telling|lexicon.TellingNow) && !r.In(j, lexicon.DocumentNoun) && r.Tokens[j].Name < 0 {
			return j
		}
	}
	return end
}

// clause reports whether a clause may begin at token i.
func (r *reader) clause(i int) bool {
	if r.Opens(i) {
		return true
	}
	switch r.Low(i - 1) {
	case "as", "that", "but", "and", "while", "because", "with", "after", "when", "though", "despite":
		return r.In(i, lexicon.Determiner)
	}
	return false
}

// mayBeDocument reports whether the noun group of a document may begin at
// token i.
func (r *reader) mayBeDocument(i int) bool {
	return !r.In(i, lexicon.GroupEnd|lexicon.Preposition) &&
		(r.Tokens[i].Time < 0 || !r.Capital(i))
}

// onPage reports whether the noun group is a document on somebody's web page:
// "a statement on the firm's website".
func (r *reader) onPage(i, end int) bool {
	return end > i && r.Is(end-1, "website", "site") &&
		r.In(i+1, lexicon.DocumentNoun) && r.Low(i+2) == "on"
}

// asideAt returns the token after what stands between commas at token j, or j.
func (r *reader) asideAt(j int) int {
	if r.At(j) == "," && r.Together(j-1, j+1) {
		return r.aside(j)
	}
	return j
}

// aside skips ", published in Nature in 1989," and ", which it owns,".
func (r *reader) aside(j int) int {
	if r.In(j+1, lexicon.Telling) && phrase.Participle(r.Low(j-1)) || r.Tokens[j-1].Time >= 0 {
		return j + 1
	}
	if !phrase.Participle(r.Low(j+1)) && !r.Is(j+1, "which", "who", "whose") {
		return j
	}
	for k := j + 2; k < j+14 && r.Together(j, k); k++ {
		if r.At(k) == "," {
			return k + 1
		}
	}
	return j
}
