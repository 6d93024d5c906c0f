package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
)

// teller reads an outlet that reports: "The New York Times reported", "said
// KCNA", "a report in the Guardian said".
func (r *reader) teller(o phrase.Outlet) (Citation, bool) {
	if o.Kind == lexicon.Social || o.Kind == lexicon.Programme {
		return Citation{}, false
	}
	first := r.back(o.First)
	if o.Common && !r.sureHere(o, first) {
		return Citation{}, false
	}
	if c, ok := r.toldBefore(o, first); ok {
		return c, true
	}
	if r.Together(first-1, first) && r.In(first-1, lexicon.NoSubject) {
		head, ok := r.document(first - 2)
		if !ok {
			return Citation{}, false
		}
		first = head
	}
	last := r.Forward(o.End)
	verb, ok := r.Telling(last)
	if !ok || r.ofItself(verb) {
		return Citation{}, false
	}
	return Citation{
		Span:    r.Span(first, verb+1),
		Sources: r.Sources(first, r.sourceEnd(o, last)),
	}, true
}

// ofItself reports whether what is told after the verb at token j is news of
// the teller: "CNN said it would move".
func (r *reader) ofItself(j int) bool {
	return r.Is(j, "said", "says") && (r.Is(j+1, "it", "its") || r.Low(j+1) == "that" && r.Is(j+2, "it", "its"))
}

// nameless reads an outlet that is told by its country and kind: "Iranian state
// television said".
func (r *reader) nameless(i int) (Citation, bool) {
	if i == 0 {
		return Citation{}, false
	}
	switch r.Low(i) {
	case "media", "television", "tv", "radio", "agency":
	default:
		return Citation{}, false
	}
	switch r.Low(i - 1) {
	case "state", "state-run", "state-owned", "official", "public", "news", "local":
	default:
		if n := r.Tokens[i-1].Name; n < 0 || r.Names[n].Kind != mention.Place || r.Low(i) == "media" {
			return Citation{}, false
		}
	}
	first := r.back(i)
	if first == i || !r.Capital(first) || r.Capital(i) || r.Opens(first) && r.Low(first) == r.Low(i-1) {
		return Citation{}, false
	}
	return r.teller(phrase.Outlet{First: first, End: i + 1})
}

// sureHere reports whether a name that may be a common word is an outlet here:
// it has its article, a word such as "newspaper", or two words.
func (r *reader) sureHere(o phrase.Outlet, first int) bool {
	return r.Low(first) == "the" || o.End > o.First+1 || r.In(o.End, lexicon.MediaNoun) ||
		r.In(o.First-1, lexicon.MediaNoun)
}

// back goes over the words before an outlet that belong to it: "the state news
// agency", "Italy's".
func (r *reader) back(first int) int {
	for j := first - 1; j > first-8 && r.Together(j, first); j-- {
		switch {
		case r.In(j, lexicon.Determiner):
			return j
		case r.In(j, lexicon.MediaWord) && !r.Capital(j), r.qualifies(j, first):
			first = j
		case r.Tokens[j].Kind == phrase.Possessive && r.Capital(j-1):
			first = j - 1
		default:
			return first
		}
	}
	return first
}

// qualifies reports whether token j is a name before a word such as "state
// television" at token first.
func (r *reader) qualifies(j, first int) bool {
	t := r.Tokens[j]
	return t.Kind == phrase.Word && t.Outlet < 0 && r.Capital(j) &&
		r.In(first, lexicon.MediaWord)
}

// toldBefore reads the verb before the outlet: "…", said KCNA.
func (r *reader) toldBefore(o phrase.Outlet, first int) (Citation, bool) {
	afterMark := r.Together(first-2, first) &&
		r.Tokens[first-2].Kind == phrase.Mark && r.At(first-2) != "-"
	if !afterMark || r.subjectGoesOn(o.End) {
		return Citation{}, false
	}
	switch r.Low(first - 1) {
	case "said", "says", "reported", "reports", "wrote", "writes", "noted", "notes",
		"quoted", "added", "adds", "claimed", "claims":
	default:
		return Citation{}, false
	}
	end := r.Forward(o.End)
	if end > o.End && r.Tokens[end-1].Kind == phrase.Possessive {
		end = o.End
	}
	return r.cite(first-1, first, end)
}

// subjectGoesOn reports whether a word at token end shows that the outlet before
// it is but part of the subject: "said Reuters editor".
func (r *reader) subjectGoesOn(end int) bool {
	return r.Together(end, end-1) && r.Tokens[end].Kind == phrase.Word &&
		r.Tokens[end].Time < 0 && !r.In(end, lexicon.MediaWord|lexicon.Preposition)
}

// document returns the first token of the noun group of a document that ends
// at token i: "a report" in "a report in the Guardian".
func (r *reader) document(i int) (int, bool) {
	if i < 0 || !r.In(i, lexicon.DocumentNoun) || r.Capital(i) {
		return 0, false
	}
	for j := i; j > i-5 && r.Together(j, i); j-- {
		if r.In(j, lexicon.Determiner) {
			return j, true
		}
	}
	return 0, false
}

// sourceEnd is the end of the source before its verb.
func (r *reader) sourceEnd(o phrase.Outlet, last int) int { return max(o.End, last) }
