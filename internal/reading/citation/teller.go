package citation

import "readout/internal/language/lexicon"

// teller reads an outlet that reports: "The New York Times reported", "said
// KCNA", "a report in the Guardian said".
func (r *reader) teller(o outlet) (Citation, bool) {
	if o.kind == lexicon.Social || o.kind == lexicon.Programme {
		return Citation{}, false
	}
	first := r.back(o.first)
	if o.common && !r.sureHere(o, first) {
		return Citation{}, false
	}
	if c, ok := r.told2(o, first); ok {
		return c, true
	}
	if r.together(first-1, first) && words().subjects[r.low(first-1)] {
		head, ok := r.document(first - 2)
		if !ok {
			return Citation{}, false
		}
		first = head
	}
	last := r.forward(o.end)
	verb, ok := r.reports(last)
	if !ok {
		return Citation{}, false
	}
	return Citation{
		Span:    r.span(first, verb+1),
		Sources: r.sources(first, r.sourceEnd(o, last)),
	}, true
}

// nameless reads an outlet that is told by its country and kind: "Iranian state
// television said".
func (r *reader) nameless(i int) (Citation, bool) {
	switch r.low(i) {
	case "media", "television", "tv", "radio", "agency":
	default:
		return Citation{}, false
	}
	switch r.low(i - 1) {
	case "state", "state-run", "state-owned", "official", "public", "news", "local":
	default:
		return Citation{}, false
	}
	first := r.back(i)
	if first == i || !r.capital(first) || r.capital(i) || r.opens(first) && r.low(first) == r.low(i-1) {
		return Citation{}, false
	}
	return r.teller(outlet{first: first, end: i + 1})
}

// sureHere reports whether a name that may be a common word is an outlet here:
// it has its article, a word such as "newspaper", or two words.
func (r *reader) sureHere(o outlet, first int) bool {
	return r.low(first) == "the" || o.end > o.first+1 || words().media[r.low(o.end)] ||
		words().media[r.low(o.first-1)]
}

// back goes over the words before an outlet that belong to it: "the state news
// agency", "Italy's".
func (r *reader) back(first int) int {
	v := words()
	for j := first - 1; j > first-8 && r.together(j, first); j-- {
		w := r.low(j)
		switch {
		case v.determiners[w]:
			return j
		case v.mediaWords[w] && !r.capital(j):
			first = j
		case r.toks[j].kind == possessive && r.capital(j-1):
			first = j - 1
		case r.capital(j) && r.toks[j].outlet < 0 && first < len(r.toks) &&
			v.mediaWords[r.low(first)] && r.toks[j].kind == word:
			first = j
		default:
			return first
		}
	}
	return first
}

// told2 reads the verb before the outlet: "…", said KCNA.
func (r *reader) told2(o outlet, first int) (Citation, bool) {
	if !r.together(first-2, first) || r.toks[first-2].kind != mark || r.at(first-2) == "-" {
		return Citation{}, false
	}
	switch r.low(first - 1) {
	case "said", "says", "reported", "reports", "wrote", "writes", "noted", "notes", "quoted":
	default:
		return Citation{}, false
	}
	if r.together(o.end, o.first) && r.toks[o.end].kind == word && r.toks[o.end].time < 0 &&
		!words().mediaWords[r.low(o.end)] && !words().prepositions[r.low(o.end)] {
		return Citation{}, false
	}
	end := r.forward(o.end)
	if end > o.end && r.toks[end-1].kind == possessive {
		end = o.end
	}
	return r.cite(first-1, first, end)
}

// document returns the first token of the noun group of a document that ends
// at token i: "a report" in "a report in the Guardian".
func (r *reader) document(i int) (int, bool) {
	if i < 0 || !words().documents[r.low(i)] || r.capital(i) {
		return 0, false
	}
	for j := i; j > i-5 && r.together(j, i); j-- {
		if words().determiners[r.low(j)] {
			return j, true
		}
	}
	return 0, false
}

// forward goes over what may stand between an outlet and its verb and belongs
// to the outlet: "newspaper", "(AP)", "'s Ann Example".
func (r *reader) forward(j int) int {
	v := words()
	for r.together(j-1, j) {
		w := r.low(j)
		switch {
		case r.at(j) == "(" && r.at(j+2) == ")":
			j += 3
		case v.mediaWords[w] && !r.capital(j) && w != "report" || v.hosts[w] && r.capital(j+1):
			j++
		case r.toks[j].kind == possessive && r.capital(j+1):
			j = r.capitals(j + 1)
		case r.capital(j) && v.hosts[r.low(j-1)]:
			j = r.capitals(j)
		default:
			return j
		}
	}
	return j
}

// sourceEnd is the end of the source before its verb.
func (r *reader) sourceEnd(o outlet, last int) int { return max(o.end, last) }

// reports finds the verb of telling at token j or after auxiliaries, adverbs
// and a time.
func (r *reader) reports(j int) (int, bool) {
	v := words()
	if r.at(j) == "," && r.low(j+1) == "which" {
		j += 2
	}
	for k := 0; k < 6 && r.together(j-1, j); k++ {
		w := r.low(j)
		switch {
		case r.toks[j].kind != word:
			return 0, false
		case r.toks[j].time >= 0:
			j = r.afterTime(j)
		case w == "on" && r.together(j, j+1) && r.toks[j+1].time >= 0:
			j++
		case v.tells[w]:
			return j, !r.noun(j)
		case v.helps[w] || len(w) > 4 && w[len(w)-2:] == "ly" && w != "daily":
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
	switch r.low(j) {
	case "report", "estimates", "claims", "quotes", "notes", "reports", "shows", "states":
	default:
		return false
	}
	if r.low(j) == "report" && r.low(j-1) != "and" {
		return true
	}
	next := r.low(j + 1)
	v := words()
	return v.stops[next] && next != "that" && next != "there" && !subject(next) ||
		next == "of" || next == "about" || v.says[next] || next == "suggest" || next == "indicate"
}

// subject reports whether the word may begin the clause that is told.
func subject(w string) bool {
	switch w {
	case "i", "he", "she", "it", "they", "we", "you", "what", "how", "why", "where", "when", "as", "today":
		return true
	}
	return false
}
