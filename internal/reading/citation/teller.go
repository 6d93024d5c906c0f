package citation

import (
	"readout/internal/language/lexicon"
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
	if c, ok := r.told2(o, first); ok {
		return c, true
	}
	if r.Together(first-1, first) && lexicon.In(r.Low(first-1), lexicon.NoSubject) {
		head, ok := r.document(first - 2)
		if !ok {
			return Citation{}, false
		}
		first = head
	}
	last := r.forward(o.End)
	verb, ok := r.reports(last)
	if !ok {
		return Citation{}, false
	}
	return Citation{
		Span:    r.Span(first, verb+1),
		Sources: r.Sources(first, r.sourceEnd(o, last)),
	}, true
}

// nameless reads an outlet that is told by its country and kind: "Iranian state
// television said".
func (r *reader) nameless(i int) (Citation, bool) {
	switch r.Low(i) {
	case "media", "television", "tv", "radio", "agency":
	default:
		return Citation{}, false
	}
	switch r.Low(i - 1) {
	case "state", "state-run", "state-owned", "official", "public", "news", "local":
	default:
		return Citation{}, false
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
	return r.Low(first) == "the" || o.End > o.First+1 || lexicon.In(r.Low(o.End), lexicon.MediaNoun) ||
		lexicon.In(r.Low(o.First-1), lexicon.MediaNoun)
}

// back goes over the words before an outlet that belong to it: "the state news
// agency", "Italy's".
func (r *reader) back(first int) int {
	for j := first - 1; j > first-8 && r.Together(j, first); j-- {
		w := r.Low(j)
		switch {
		case lexicon.In(w, lexicon.Determiner):
			return j
		case lexicon.In(w, lexicon.MediaWord) && !r.Capital(j):
			first = j
		case r.Tokens[j].Kind == phrase.Possessive && r.Capital(j-1):
			first = j - 1
		case r.Capital(j) && r.Tokens[j].Outlet < 0 && first < len(r.Tokens) &&
			lexicon.In(r.Low(first), lexicon.MediaWord) && r.Tokens[j].Kind == phrase.Word:
			first = j
		default:
			return first
		}
	}
	return first
}

// told2 reads the verb before the outlet: "…", said KCNA.
func (r *reader) told2(o phrase.Outlet, first int) (Citation, bool) {
	if !r.Together(first-2, first) || r.Tokens[first-2].Kind != phrase.Mark || r.At(first-2) == "-" {
		return Citation{}, false
	}
	switch r.Low(first - 1) {
	case "said", "says", "reported", "reports", "wrote", "writes", "noted", "notes", "quoted":
	default:
		return Citation{}, false
	}
	if r.Together(o.End, o.First) && r.Tokens[o.End].Kind == phrase.Word && r.Tokens[o.End].Time < 0 &&
		!lexicon.In(r.Low(o.End), lexicon.MediaWord) && !lexicon.In(r.Low(o.End), lexicon.Preposition) {
		return Citation{}, false
	}
	end := r.forward(o.End)
	if end > o.End && r.Tokens[end-1].Kind == phrase.Possessive {
		end = o.End
	}
	return r.cite(first-1, first, end)
}

// document returns the first token of the noun group of a document that ends
// at token i: "a report" in "a report in the Guardian".
func (r *reader) document(i int) (int, bool) {
	if i < 0 || !lexicon.In(r.Low(i), lexicon.DocumentNoun) || r.Capital(i) {
		return 0, false
	}
	for j := i; j > i-5 && r.Together(j, i); j-- {
		if lexicon.In(r.Low(j), lexicon.Determiner) {
			return j, true
		}
	}
	return 0, false
}

// forward goes over what may stand between an outlet and its verb and belongs
// to the outlet: "newspaper", "(AP)", "'s Ann Example".
func (r *reader) forward(j int) int {
	for r.Together(j-1, j) {
		w := r.Low(j)
		switch {
		case r.At(j) == "(" && r.At(j+2) == ")":
			j += 3
		case lexicon.In(w, lexicon.MediaWord) && !r.Capital(j) && w != "report" || lexicon.In(w, lexicon.HostNoun) && r.Capital(j+1):
			j++
		case r.Tokens[j].Kind == phrase.Possessive && r.Capital(j+1):
			j = r.Capitals(j + 1)
		case r.Capital(j) && lexicon.In(r.Low(j-1), lexicon.HostNoun):
			j = r.Capitals(j)
		default:
			return j
		}
	}
	return j
}

// sourceEnd is the end of the source before its verb.
func (r *reader) sourceEnd(o phrase.Outlet, last int) int { return max(o.End, last) }

// reports finds the verb of telling at token j or after auxiliaries, adverbs
// and a time.
func (r *reader) reports(j int) (int, bool) {
	if r.At(j) == "," && r.Low(j+1) == "which" {
		j += 2
	}
	for k := 0; k < 6 && r.Together(j-1, j); k++ {
		w := r.Low(j)
		switch {
		case r.Tokens[j].Kind != phrase.Word:
			return 0, false
		case r.Tokens[j].Time >= 0:
			j = r.AfterTime(j)
		case w == "on" && r.Together(j, j+1) && r.Tokens[j+1].Time >= 0:
			j++
		case lexicon.In(w, lexicon.Telling):
			return j, !r.noun(j)
		case lexicon.In(w, lexicon.BeforeVerb) || len(w) > 4 && w[len(w)-2:] == "ly" && w != "daily":
			j++
		default:
			return 0, false
		}
	}
	return 0, false
}

// noun reports whether a word that looks like a verb of telling is a noun:
// "BBC reports suggest", "the AP report is".
func (r *reader) noun(j int) bool {
	switch r.Low(j) {
	case "report", "estimates", "claims", "quotes", "notes", "reports", "shows", "states":
	default:
		return false
	}
	if r.Low(j) == "report" && r.Low(j-1) != "and" {
		return true
	}
	next := r.Low(j + 1)
	return lexicon.In(next, lexicon.GroupEnd) && next != "that" && next != "there" && !subject(next) ||
		next == "of" || next == "about" || lexicon.In(next, lexicon.Saying) || next == "suggest" || next == "indicate"
}

// subject reports whether the word may begin the clause that is told.
func subject(w string) bool {
	switch w {
	case "i", "he", "she", "it", "they", "we", "you", "what", "how", "why", "where", "when", "as", "today":
		return true
	}
	return false
}
