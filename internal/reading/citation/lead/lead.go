// Package lead finds sources by the words that lead to them: "according to
// police", "as quoted by TASS", "per the AP", "citing two officials", "in an op-ed
// in Le Monde"; and documents that tell: "a World Bank report found".
//
// In go the words of a text and the token at which such words may begin; out
// come the spans of the citation and of its sources.
//
// # Guarantees
//
// Sources lie inside the citation, in the order of the text. Time is linear in
// the length of what is found, which is bounded.
//
// # Limits
//
// The noun group of a source ends where package phrase says that it does.
package lead

import (
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// Found is words that lead to sources, with these.
type Found struct {
	text.Span
	Sources []text.Span // in the order of the text
}

type reader struct{ *phrase.Reader }

// found cites the sources of tokens [from, end) by the words from token i on.
func (r reader) found(i, from, end int) (Found, bool) {
	return Found{r.Span(i, end), r.Sources(from, end)}, true
}

// AccordingTo reads "according to X" at token i, whoever X is; not "according to
// plan".
func AccordingTo(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if r.Low(i+1) != "to" || !r.Together(i, i+2) {
		return Found{}, false
	}
	end := r.Tail(i+2, r.Group(i+2))
	if r.QuoteMark(i + 2) {
		end = r.quoted(i + 2)
	}
	if r.Is(i+2, "even", "both", "also") {
		end = r.Group(i + 3)
	}
	if end == i+2 && r.Is(i+2, "him", "her", "them", "me", "us", "some") {
		end = i + 3
	}
	if end == i+2 || r.pronoun(i+2) || !r.Opens(i) && r.manner(i+2, end) {
		return Found{}, false
	}
	return r.found(i, i+2, end)
}

// maxTitle is the number of tokens of the longest title of a book that is read
// as a source.
const maxTitle = 24

// quoted goes over the title in quotation marks at token i; it returns i when
// they do not close in time.
func (r reader) quoted(i int) int {
	j := i + 1
	for r.QuoteMark(j) {
		j++
	}
	for ; j < i+maxTitle && r.Together(i, j); j++ {
		if !r.QuoteMark(j) || r.Tokens[j-1].End != r.Tokens[j].Start || r.inWord(j) {
			continue
		}
		for j++; r.QuoteMark(j) && r.Tokens[j-1].End == r.Tokens[j].Start; {
			j++ // a mark may be two
		}
		return j
	}
	return i
}

// inWord reports whether the mark at token j stands inside a word: "O'Hara".
func (r reader) inWord(j int) bool {
	return r.Together(j, j+1) && r.Tokens[j].End == r.Tokens[j+1].Start && r.Tokens[j+1].Kind != word.Mark
}

func (r reader) pronoun(i int) bool {
	switch r.Low(i) {
	case "which", "what", "how", "whether":
		return true
	}
	return false
}

// manner reports whether the noun group says how, not who: "their ability".
func (r reader) manner(i, end int) bool {
	head := i
	for head+1 < end && !r.In(head+1, lexicon.Preposition) {
		head++
	}
	return r.In(head, lexicon.MannerNoun) && !r.Capital(head)
}

// QuotedBy reads "as quoted by X", "as told to X"; without "as" only "quoted
// by" or an outlet's name will do.
func QuotedBy(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if r.Low(i) == "quoted" && r.Low(i+1) == "as" && r.Low(i+3) == "by" {
		return r.quotedAsSaying(i)
	}
	if by := r.afterDay(i + 1); by > i+1 && r.Low(by) == "by" {
		return r.quotedAt(i, by)
	}
	if !r.Together(i, i+2) || !r.leadsToTeller(i) {
		return Found{}, false
	}
	first, as := r.quotedFrom(i)
	end := r.Group(i + 2)
	if end == i+2 {
		return Found{}, false
	}
	if target, ok := r.Target(i + 2); ok {
		return r.found(first, i+2, r.Tail(i+2, max(end, target)))
	}
	if !r.quotes(i, end, as) {
		return Found{}, false
	}
	return r.found(first, i+2, end)
}

// quotedAsSaying reads "quoted as saying by X" at token i.
func (r reader) quotedAsSaying(i int) (Found, bool) {
	end, ok := r.Target(i + 4)
	if !ok || !r.Together(i, i+4) {
		return Found{}, false
	}
	return r.found(i, i+4, r.Tail(i+4, end))
}

// afterDay returns the token after a time at token j, or after "on" and a time;
// it returns j when none stands there.
func (r reader) afterDay(j int) int {
	at := j
	if r.Low(j) == "on" {
		at++
	}
	if !r.TimeAt(at) {
		return j
	}
	return r.AfterTime(at)
}

// quotedAt reads "first reported last week by X", with "by" at token by.
func (r reader) quotedAt(i, by int) (Found, bool) {
	end, ok := r.Target(by + 1)
	if !ok || !r.Together(i, by+1) {
		return Found{}, false
	}
	first, _ := r.quotedFrom(i)
	return r.found(first, by+1, r.Tail(by+1, end))
}

// quotes reports whether the group up to token end, no known outlet, is still
// who quotes after the participle at token i; "name" in "quoted by name" is not.
func (r reader) quotes(i, end int, as bool) bool {
	switch r.Low(i + 1) {
	case "in":
		return as && r.In(end-1, lexicon.DocumentNoun)
	case "by":
		return (as || r.Low(i) == "quoted") && r.Low(i+2) != "name"
	}
	return false
}

// leadsToTeller reports whether the preposition after the participle at token i
// may stand before who told: "told to", "quoted by".
func (r reader) leadsToTeller(i int) bool {
	if r.Low(i) == "told" {
		return r.Low(i+1) == "to" || r.Low(i+1) == "by" && r.ToOutlet(i+2)
	}
	if r.Is(i, "obtained", "uncovered", "unearthed", "reviewed", "seen", "viewed",
		"examined", "carried", "broken", "mentioned", "introduced", "calculated",
		"compiled", "tallied", "projected", "recorded", "flagged", "tracked",
		"analyzed", "analysed", "surveyed", "exposed", "estimated", "aired", "broadcast") {
		return r.Low(i+1) == "by"
	}
	return r.Is(i+1, "by", "in", "on")
}

// quotedFrom returns where "as first quoted" begins that ends with token i, and
// whether it begins with "as".
func (r reader) quotedFrom(i int) (first int, as bool) {
	first = i
	if r.Together(i-1, i) && r.In(i-1, lexicon.BeforeParticiple) {
		first--
	}
	if r.Together(first-1, first) && r.Low(first-1) == "as" {
		return first - 1, true
	}
	return first, false
}

// Per reads "per X" at token i, where X is an outlet or opens the sentence.
func Per(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if r.Capital(i) && !r.Opens(i) || !r.Together(i, i+1) || !r.Named(i+1) {
		return Found{}, false
	}
	end := r.Group(i + 1)
	if end == i+1 || !r.Opens(i) && !r.ToOutlet(i+1) {
		return Found{}, false
	}
	return r.found(i, i+1, end)
}

// HatTip reads "h/t: X", "hat tip to X".
func HatTip(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	j := i + 3
	switch {
	case r.At(i+1) == "/" && r.Low(i+2) == "t":
	case r.Low(i) == "hat" && r.Low(i+1) == "tip":
		j = i + 2
	case r.Low(i) == "courtesy" && r.Low(i+1) == "of":
		return r.courtesy(i)
	default:
		return Found{}, false
	}
	if r.Is(j, ":", "to") {
		j++
	}
	end, ok := r.Target(j)
	if !ok {
		end, ok = r.Group(j), r.Named(j)
	}
	if !ok || !r.Together(i, j) {
		return Found{}, false
	}
	return r.found(i, j, end)
}

// courtesy reads "courtesy of X" at token i, where X is an outlet or a document.
func (r reader) courtesy(i int) (Found, bool) {
	end := r.Group(i + 2)
	if !r.Together(i, i+2) || end == i+2 || !r.canTell(i+2, end) || r.people(i+2) || r.people(end-1) {
		return Found{}, false
	}
	return r.found(i, i+2, end)
}

// Citing reads "citing X" where X can be a source: an outlet, a name, people or
// a document; "cited X" only where X is a document that a name tells from others.
func Citing(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	end := r.Tail(i+1, r.Group(i+1))
	if !r.Together(i, i+1) || end == i+1 {
		return Found{}, false
	}
	if !r.Is(i, "citing", "quoting") {
		_, named := r.Document(i+1, end)
		if !named || !r.In(i+1, lexicon.Determiner) {
			return Found{}, false
		}
		return r.found(i, i+1, end)
	}
	names := r.Low(i) == "citing" && r.Capital(end-1) && r.Named(i+1) && !r.group(end-1) // one may quote a poet
	if !r.canTell(i+1, end) && !names {
		return Found{}, false
	}
	return r.found(i, i+1, end)
}

// group reports whether the word at token i names people by what they share:
// "many Americans".
func (r reader) group(i int) bool {
	n := r.Tokens[i].Name
	return n >= 0 && r.Names[n].Kind == mention.Group
}

// canTell reports whether the head of the noun group [i, end), or what stands
// before it, is an outlet, people or a document; a "release" is mostly none.
func (r reader) canTell(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Tokens[j].Outlet >= 0 || r.people(j) || r.In(j, lexicon.DocumentNoun) && r.Low(j) != "release" {
			return true
		}
		if j+1 < end && r.In(j+1, lexicon.Preposition) {
			return false
		}
	}
	return false
}

// people reports whether token j is a word for some who may tell.
func (r reader) people(j int) bool {
	return r.In(j, lexicon.PersonNoun) ||
		r.Is(j, "police", "authorities", "media", "participants", "attendees", "insiders", "investigators",
			"prosecutors", "executives", "employees", "staffers", "colleagues", "associates", "neighbors",
			"neighbours", "relatives", "survivors", "critics", "veterans", "doctors", "traders")
}
