package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/citation/lead"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
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
	last := r.overPlace(r.Forward(r.Tail(first, o.End)))
	if c, ok := r.tellingNow(first, last); ok {
		return c, true
	}
	if c, ok := r.byWorker(first, last); ok {
		return c, true
	}
	first, last, ok := r.subject(first, last)
	if !ok {
		return Citation{}, false
	}
	if r.Is(last, "reporter", "reporters", "correspondent") && r.Together(last-1, last) {
		last++
	}
	verb, ok := r.Telling(last)
	if !ok {
		verb, ok = r.Telling(r.relative(last))
	}
	if !ok && (first < o.First-3 || last > o.End && r.hostIn(o.End, last)) {
		verb, ok = r.afterTitle(last)
	}
	if !ok || r.ofItself(verb) || last > o.End && r.hostIn(o.End, last) && !r.newsVerb(verb) {
		return Citation{}, false
	}
	return Citation{
		Span:    r.Span(first, verb+1),
		Sources: r.Sources(first, r.sourceEnd(o, last)),
	}, true
}

// tellingNow reads the outlets of tokens [first, last) in "with X and Y
// reporting".
func (r *reader) tellingNow(first, last int) (Citation, bool) {
	if r.Low(first-1) != "with" || !r.Together(first-1, last) || !r.In(last, lexicon.TellingNow) {
		return Citation{}, false
	}
	return Citation{Span: r.Span(first, last+1), Sources: r.Sources(first, last)}, true
}

// subject returns the tokens of who tells, given those of an outlet: after a
// preposition the outlet is not itself the subject.
func (r *reader) subject(first, last int) (from, to int, ok bool) {
	if r.Together(first-1, first) && r.In(first-1, lexicon.NoSubject) {
		return r.worker(first-1, last)
	}
	return first, last, true
}

// worker reads back from the preposition at token i, before an outlet that ends
// at last, to the document or the journalist that tells: "a story in X", "Ann
// Example of X". A journalist must report or write; one may speak for an outlet.
func (r *reader) worker(i, last int) (first, end int, ok bool) {
	if head, ok := lead.DocumentFrom(r.Reader, i-1); ok {
		if r.Low(last) == "by" && r.PersonAt(last+1) {
			last = r.NameEnd(last + 1)
		}
		return head, last, true
	}
	if from, ok := r.titledPerson(i); ok {
		verb, ok := r.Telling(last)
		if !ok {
			verb, ok = r.afterTitle(last)
		}
		return from, last, ok && r.newsVerb(verb)
	}
	if !r.Is(i, "of", "at", "from", "with") || !r.Together(i-1, i) || !r.PersonAt(i-1) {
		return 0, 0, false
	}
	verb, ok := r.Telling(last)
	ok = ok && r.newsVerb(verb)
	return r.NameStart(i - 1), last, ok
}

// maxTitled is the number of tokens within which the name of a journalist stands
// before the preposition that leads to the outlet: "Ann Example, a columnist for".
const maxTitled = 12

// titledPerson returns the first token of the name of a journalist whose trade
// stands between commas behind it, up to the preposition at token i.
func (r *reader) titledPerson(i int) (int, bool) {
	trade := false
	for j := i - 1; j > i-maxTitled && r.Together(j-1, i); j-- {
		trade = trade || r.In(j, lexicon.HostNoun) || r.Low(j) == "staff"
		if r.At(j) == "," {
			return r.NameStart(j - 1), trade && r.PersonAt(j-1)
		}
	}
	return 0, false
}

// afterTitle finds the verb of telling behind the comma, or the aside between
// two, at token j.
func (r *reader) afterTitle(j int) (int, bool) {
	if r.At(j) != "," {
		return 0, false
	}
	for k := j; k < j+lead.MaxAside && r.Together(j, k+1); k++ {
		if r.At(k) != "," {
			continue
		}
		if verb, ok := r.Telling(k + 1); ok {
			return verb, true
		}
	}
	return 0, false
}

// byWorker reads the journalist of an outlet behind the verb: "wrote Ann Example
// in Le Monde", "writes Ann Example, a critic on the staff of Le Monde".
func (r *reader) byWorker(first, last int) (Citation, bool) {
	i := first - 1
	if !r.Is(i, "in", "at", "of", "for", "from", "on") || !r.Together(i-1, first) {
		return Citation{}, false
	}
	from, ok := r.titledPerson(i)
	if !ok && r.PersonAt(i-1) {
		from, ok = r.NameStart(i-1), true
	}
	if !ok || !r.Together(from-2, from) || r.At(from-2) != "," && !r.QuoteMark(from-2) ||
		!r.Is(from-1, "wrote", "writes", "reported", "reports", "argued", "argues", "noted", "notes") {
		return Citation{}, false
	}
	if r.Is(i, "in", "on") {
		return r.cite(from-1, first, last)
	}
	return r.cite(from-1, from, last)
}

// overPlace goes over "in Weston" at token j when what the outlet before it does
// there is to tell.
func (r *reader) overPlace(j int) int {
	if r.Low(j) != "in" || !r.Together(j-1, j+2) || !r.Capital(j+1) || r.TimeAt(j+1) {
		return j
	}
	end := r.Capitals(j + 1)
	if verb, ok := r.Telling(end); ok && verb == end {
		return end
	}
	return j
}

// relative returns the token after ", which he reads," or ", in an editorial," at
// token j, or j.
func (r *reader) relative(j int) int {
	if r.Is(j+1, "which", "who", "whose") {
		return lead.Aside(r.Reader, j)
	}
	if r.At(j) != "," {
		return lead.Aside(r.Reader, j)
	}
	if r.Low(j+1) != "in" {
		return j
	}
	if end := r.Group(j + 2); r.At(end) == "," && r.In(end-1, lexicon.DocumentNoun) {
		return end + 1
	}
	return j
}

// goesOn reports whether the word at token j goes on with the noun before it.
func (r *reader) goesOn(j int) bool { return r.Together(j-1, j) && r.PlainNoun(j) }

// newsVerb reports whether what journalists do at token i is to tell news; what
// they say is mostly their own.
func (r *reader) newsVerb(i int) bool {
	return r.Is(i, "reports", "reported", "wrote", "writes", "noted", "notes")
}

// hostIn reports whether tokens [i, end) hold a trade of the air and a name.
func (r *reader) hostIn(i, end int) bool {
	for j := i; j < end; j++ {
		if r.In(j, lexicon.HostNoun) {
			return true
		}
	}
	return false
}

// ofItself reports whether what is told after the verb at token j is news of
// the teller: "CNN said it would move".
func (r *reader) ofItself(j int) bool {
	return r.Is(j, "said", "says") && r.own(j+1)
}

// own reports whether what is told from token i on begins with the teller: "it
// would", "that its".
func (r *reader) own(i int) bool {
	return r.Is(i, "it", "its") || r.Low(i) == "that" && r.Is(i+1, "it", "its")
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
		if i == 0 {
			return Citation{}, false
		}
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
		case r.Tokens[j].Kind == word.Possessive && r.Capital(j-1):
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
	return t.Kind == word.Word && t.Outlet < 0 && r.Capital(j) &&
		r.In(first, lexicon.MediaWord)
}

// toldBefore reads the verb before the outlet: "…", said KCNA.
func (r *reader) toldBefore(o phrase.Outlet, first int) (Citation, bool) {
	afterMark := r.Together(first-2, first) &&
		r.Tokens[first-2].Kind == word.Mark && r.At(first-2) != "-"
	if !afterMark || r.subjectGoesOn(o.End) {
		return Citation{}, false
	}
	switch r.Low(first - 1) {
	case "said", "says", "reported", "reports", "wrote", "writes", "noted", "notes",
		"quoted", "added", "adds", "claimed", "claims", "declared", "declares", "opined", "opines",
		"observed", "concluded", "argued", "argues", "warned", "asked", "asks", "headlined", "blared":
	default:
		return Citation{}, false
	}
	end := r.Forward(o.End)
	if end > o.End && r.Tokens[end-1].Kind == word.Possessive {
		end = o.End
	}
	return r.cite(first-1, first, end)
}

// subjectGoesOn reports whether a word at token end shows that the outlet before
// it is but part of the subject: "said Reuters editor".
func (r *reader) subjectGoesOn(end int) bool {
	return r.Together(end, end-1) && r.Tokens[end].Kind == word.Word &&
		r.Tokens[end].Time < 0 && !r.In(end, lexicon.MediaWord|lexicon.Preposition)
}

// sourceEnd is the end of the source before its verb.
func (r *reader) sourceEnd(o phrase.Outlet, last int) int { return max(o.End, last) }
