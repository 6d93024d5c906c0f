package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase"
)

// paper reads a document that tells, at the start of a clause, when a name
// says which: "A World Bank report released in May found", "a statement on the
// firm's website".
func (r *reader) paper(i int) (Citation, bool) {
	if r.Tokens[i].Kind != phrase.Word || !r.clause(i) {
		return Citation{}, false
	}
	end := r.beforeVerb(i, r.Group(i))
	page, ok := r.namedDocument(i, end)
	if !ok {
		return Citation{}, false
	}
	j := r.skipPublished(end)
	if r.At(j) == "," {
		j = r.aside(j)
	}
	if verb, ok := r.reports(j); ok {
		return Citation{Span: r.Span(i, verb+1), Sources: r.Sources(i, end)}, true
	}
	if page {
		return r.cite(i, i, end)
	}
	return Citation{}, false
}

// beforeVerb ends a group before a verb of telling that looks like a noun:
// "states".
func (r *reader) beforeVerb(i, end int) int {
	for j := i + 2; j < end; j++ {
		if r.In(j, lexicon.Telling) && !r.In(j, lexicon.DocumentNoun) && r.Tokens[j].Name < 0 {
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
	case "as", "that", "but", "and", "while", "because":
		return r.In(i, lexicon.Determiner)
	}
	return false
}

// namedDocument reports whether the noun group is a document that a name marks
// off, and whether it stands on somebody's web page.
func (r *reader) namedDocument(i, end int) (page, ok bool) {
	document, named := false, false
	if !r.mayBeDocument(i) {
		return false, false
	}
	for j := i; j < end; j++ {
		noun := r.In(j, lexicon.DocumentNoun)
		switch {
		case noun && r.In(j, lexicon.PageNoun) && !r.Capital(j):
			document, named = true, true
		case noun && r.headOf(i, j, end, named):
			document = true
		default:
			named = named || r.marksOff(i, j)
		}
	}
	return document && r.onPage(i, end), document && named
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
	return r.Is(end-1, "website", "site") &&
		r.In(i+1, lexicon.DocumentNoun) && r.Low(i+2) == "on"
}

// headOf reports whether the document at token j is the head of the group.
func (r *reader) headOf(i, j, end int, named bool) bool {
	return j+1 == end || r.In(j+1, lexicon.Preposition) ||
		!named && (!r.Capital(j) || j == i)
}

// marksOff reports whether token j is part of a name in the group.
func (r *reader) marksOff(i, j int) bool {
	t := r.Tokens[j]
	return t.Kind == phrase.Word && r.Capital(j) && t.Time < 0 &&
		(j > i || t.Name >= 0 || t.Outlet >= 0)
}

// aside skips ", published in Nature in 1989,".
func (r *reader) aside(j int) int {
	if r.In(j+1, lexicon.Telling) && phrase.Participle(r.Low(j-1)) || r.Tokens[j-1].Time >= 0 {
		return j + 1
	}
	if !phrase.Participle(r.Low(j + 1)) {
		return j
	}
	for k := j + 2; k < j+14 && r.Together(j, k); k++ {
		if r.At(k) == "," {
			return k + 1
		}
	}
	return j
}
