package citation

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
)

// maxTarget is the number of tokens within which an outlet must be named after
// the word that leads to it.
const maxTarget = 14

// target reads an outlet, programme or journalist of one that is spoken to or
// written for: "the BBC", "the Spanish newspaper Marca", "Ann Example of NPR",
// "journalist Ann Example", "state television".
func (r *reader) target(i int) (int, bool) {
	v := words()
	outlet, media, host, name := false, false, false, false
	end, j := i, i
	for j < i+maxTarget && r.together(i, j) {
		t, w := r.toks[j], r.low(j)
		switch {
		case t.time >= 0:
			return end, outlet || media || host && name
		case t.outlet >= 0:
			o := r.outlets[t.outlet]
			if o.kind == lexicon.Social {
				return end, outlet || media || host && name
			}
			outlet, j = true, o.end
			end = j
			continue
		case t.name >= 0 && t.kind == word:
			name, j = true, r.nameEnd(j)
			if outlet || media || host {
				end = j
			}
			continue
		case t.kind == possessive:
		case v.determiners[w] && j == i:
		case v.media[w] && w != "paper" || w == "paper" && r.low(i) == "the":
			media, end = true, j+1
		case w == "agency" && r.low(j-1) != "news":
			return end, outlet || media
		case v.hosts[w] && !r.capital(j) && (outlet || r.capital(j+1)):
			host, end = true, j+1
		case v.mediaWords[w] || v.modifiers[w]:
			if outlet {
				end = j + 1
			}
		case (w == "of" || w == "from" || w == "at" || w == "for") && name && r.toOutlet(j+1):
			if v.determiners[r.low(j+1)] {
				j++
			}
		case r.capital(j) && t.kind == word && !v.stops[w]:
			name = true
			if outlet || media || host {
				end = j + 1
			}
		case t.kind == mark && outlet:
			next, ok := r.stepMark(j, j)
			if r.quoteMark(j) && r.toks[j-1].kind == possessive {
				next, ok = r.stepMark(j, -1)
			}
			if !ok {
				return end, true
			}
			j, end = next, next
			continue
		default:
			return end, outlet || media || host && name
		}
		j++
	}
	return end, outlet || media || host && name
}

// talk reads "in an interview with X", "in a statement to X".
func (r *reader) talk(i int) (Citation, bool) {
	first, ok := r.opener(i, "in", "during", "at", "from", "to")
	if !ok && !r.given(first) {
		return Citation{}, false
	}
	if ok && r.outletIn(first+1, i) {
		return r.cite(first, first+1, i+1)
	}
	j := r.led2(i + 1)
	switch r.low(j) {
	case "with", "on", "by", "for", "in":
		if w := r.low(i); w != "interview" && w != "interviews" && w != "appearance" && w != "conversation" && w != "chat" {
			return Citation{}, false
		}
	case "to":
	default:
		return Citation{}, false
	}
	end, found := r.target(j + 1)
	if !found && strings.HasPrefix(r.low(i), "interview") {
		end, found = r.organization(j + 1)
	}
	if !found || !r.together(i, j+1) {
		return Citation{}, false
	}
	return r.cite(first, j+1, r.tail(j+1, end))
}

// organization reads the name of one: who is given an interview tells news.
func (r *reader) organization(i int) (int, bool) {
	j := i
	if words().determiners[r.low(j)] {
		j++
	}
	if j >= len(r.toks) || r.toks[j].name < 0 {
		return i, false
	}
	k := r.in.Names[r.toks[j].name].Kind
	return r.nameEnd(j), k == mention.Organization || k == mention.Work
}

// outletIn reports whether an outlet that tells stands in tokens [i, end).
func (r *reader) outletIn(i, end int) bool {
	for j := i; j < end; j++ {
		if o := r.toks[j].outlet; o >= 0 && r.outlets[o].kind != lexicon.Social {
			return r.outlets[o].end <= end
		}
	}
	return false
}

// led2 skips times and participles after a noun: "published Monday".
func (r *reader) led2(j int) int {
	for r.together(j-1, j) {
		switch w := r.low(j); {
		case r.toks[j].time >= 0:
			j = r.afterTime(j)
			continue
		case participle(w) && !words().tells[w] || w == "broadcast" || w == "set" || w == "over" || w == "late":
		case w == "on" && r.together(j, j+1) && r.toks[j+1].time >= 0:
		default:
			return j
		}
		j++
	}
	return j
}

// opener goes back from a noun over its article and adjectives to one of the
// prepositions. Not ok, it returns the first token of the noun group.
func (r *reader) opener(i int, prepositions ...string) (int, bool) {
	first := i
	for j := i - 1; j > i-7 && r.together(j, i); j-- {
		w := r.low(j)
		for _, p := range prepositions {
			if w == p {
				return j, true
			}
		}
		if r.toks[j].kind == mark || words().stops[w] && w != "most" || words().prepositions[w] {
			break
		}
		first = j
	}
	return first, false
}

// given reports whether an interview that begins at token i is the object of a
// verb of giving.
func (r *reader) given(i int) bool {
	for j := i - 1; j <= i; j++ {
		switch r.low(j) {
		case "gave", "giving", "gives":
			return true
		}
	}
	return false
}

// writing reads "wrote in X" and "in an op-ed in X".
func (r *reader) writing(i int) (Citation, bool) {
	first := i
	w := r.low(i)
	if !words().says[w] && w != "written" {
		var ok bool
		if first, ok = r.opener(i, "in"); !ok {
			return Citation{}, false
		}
		if r.outletIn(first+1, i) {
			return r.cite(first, first+1, i+1)
		}
	}
	j := r.led2(i + 1)
	switch r.low(j) {
	case "in", "for", "on", "by":
	default:
		return Citation{}, false
	}
	end, ok := r.target(j + 1)
	if !ok || !r.together(i, j+1) || r.low(j+1) == "television" {
		return Citation{}, false
	}
	if words().says[r.low(first-1)] && r.together(first-1, first) {
		first--
	}
	return r.cite(first, j+1, r.tail(j+1, end))
}

// medium reads "wrote on Twitter", "said on his Facebook page", "on CNN".
func (r *reader) medium(i int) (Citation, bool) {
	first, ok := r.saying(i)
	if !ok || !r.together(i, i+1) {
		return Citation{}, false
	}
	if r.low(i) == "to" {
		return r.saidTo(first, i)
	}
	from := r.episode(i + 1)
	own := first < i || r.owned(i+1)
	if end, ok := r.mediumEnd(from, own); ok {
		return r.cite(first, from, r.tail(from, end))
	}
	return Citation{}, false
}

// saidTo reads "posted to Twitter", "took to Facebook", "stated to the BBC".
func (r *reader) saidTo(first, i int) (Citation, bool) {
	switch r.low(i - 1) {
	case "said", "stated", "explained", "confirmed", "complained", "admitted":
		if end, ok := r.target(i + 1); ok {
			return r.cite(first, i+1, end)
		}
	case "posted", "posting", "took", "taking", "takes", "shared", "uploaded", "tweeted":
		if end, ok := r.mediumEnd(i+1, true); ok {
			return r.cite(first, i+1, end)
		}
	}
	return Citation{}, false
}

// episode skips "Tuesday's episode of" before a programme.
func (r *reader) episode(i int) int {
	for j := i; j < i+6 && r.together(i, j); j++ {
		switch r.low(j) {
		case "episode", "edition", "broadcast", "airing", "show":
			if r.low(j+1) == "of" && r.together(i, j+2) {
				return j + 2
			}
		}
	}
	return i
}

// owned reports whether a page begins at token i that belongs to somebody.
func (r *reader) owned(i int) bool {
	switch r.low(i) {
	case "his", "her", "its", "their", "my", "our":
		return true
	}
	return false
}

// saying looks before a preposition for a verb of saying: next to it the
// citation begins there; with a time between, or when the preposition opens a
// clause, at the preposition.
func (r *reader) saying(i int) (int, bool) {
	v := words()
	free := r.low(i) == "via" || r.low(i) == "using"
	if !r.together(i-1, i) || r.toks[i-1].kind == mark {
		return i, r.low(i) != "to"
	}
	if w := r.low(i - 1); v.says[w] || v.places[w] || w == "took" || w == "taking" || w == "takes" ||
		r.toks[i-1].cue && !r.capital(i-1) && strings.HasSuffix(w, "ed") {
		return i - 1, true
	}
	j := i - 1
	for r.together(j, i) && (r.toks[j].time >= 0 || r.low(j) == "on") {
		j--
	}
	if j < i-1 && r.together(j, i) && (v.says[r.low(j)] || v.places[r.low(j)]) {
		return j, true
	}
	return i, free || j < i-1 && r.together(j, i)
}

// mediumEnd reads a social medium, broadcaster or programme, or somebody's page
// there; a page without its medium counts next to a verb only.
func (r *reader) mediumEnd(i int, verb bool) (int, bool) {
	v := words()
	social, page := false, false
	end, j := i, i
	for j < i+8 && r.together(i, j) {
		t, w := r.toks[j], r.low(j)
		switch {
		case t.outlet >= 0:
			o := r.outlets[t.outlet]
			if o.kind == lexicon.Paper || o.kind == lexicon.Agency {
				return end, social || page && verb
			}
			social, j = true, o.end
			end = j
			continue
		case v.pages[w] && r.low(i) != "a" && r.low(i) != "another":
			page, end = true, j+1
		case (w == "radio" || w == "television" || w == "tv") && verb:
			page, end = true, j+1
		case t.kind == possessive, t.name >= 0 && t.kind == word, r.owns(j):
		case t.kind == mark && r.quoteMark(j) && j == i && r.quotedShow(j):
		case t.kind == mark && r.quoteMark(j) && social:
			next, ok := r.stepMark(j, -1)
			if !ok {
				return end, true
			}
			j, end = next, next
			continue
		case v.determiners[w], v.mediaWords[w], v.modifiers[w], strings.HasPrefix(w, "@"),
			r.capital(j) && t.time < 0:
			if social && r.capital(j) {
				end = j + 1
			}
		default:
			return end, social || page && verb
		}
		j++
	}
	return end, social || page && verb
}

// owns reports whether token i is the owner or kind of a page: "the campaign's
// website", "the company website".
func (r *reader) owns(i int) bool {
	if r.toks[i].kind != word || !r.together(i, i+1) || words().stops[r.low(i)] {
		return false
	}
	return r.toks[i+1].kind == possessive || words().pages[r.low(i+1)]
}

// quotedShow reports whether a programme stands in the quotation marks that
// open at token i.
func (r *reader) quotedShow(i int) bool {
	for j := i + 1; j < i+4 && r.together(i, j); j++ {
		if o := r.toks[j].outlet; o >= 0 {
			return r.outlets[o].kind == lexicon.Programme
		}
	}
	return false
}

// post reads "in a tweet", "in a blog post on the site".
func (r *reader) post(i int) (Citation, bool) {
	v := words()
	if r.capital(i) || v.posts[r.low(i+1)] && r.together(i, i+1) {
		return Citation{}, false // "blog post": read at its last word
	}
	first, ok := r.opener(i, "in", "via", "on", "from")
	if !ok || first+1 == i || !v.determiners[r.low(first+1)] && !r.plural(first+1, i) {
		return Citation{}, false
	}
	from := first + 1
	if w := r.low(first - 1); r.together(first-1, first) && (v.says[w] || v.places[w]) {
		first--
	}
	verb := first+1 < from
	w := r.low(i)
	if (w == "post" || w == "posts") && !verb && !r.online(from, i) {
		return Citation{}, false
	}
	end := i + 1
	if p := r.low(end); p == "on" || p == "to" || p == "for" || p == "at" {
		if e, ok := r.mediumEnd(end+1, true); ok {
			end = e
		}
	}
	return r.cite(first, from, end)
}

// plural reports whether the words before "posts" or "tweets" need no article:
// "in a series of tweets" has one, "in Facebook posts" a medium.
func (r *reader) plural(i, noun int) bool {
	w := r.low(noun)
	return w == "tweets" || w == "posts" && r.online(i, noun)
}

// online reports whether a word in [i, end) shows that a post is no job.
func (r *reader) online(i, end int) bool {
	for j := i; j < end; j++ {
		if w := r.low(j); r.toks[j].outlet >= 0 || w == "blog" || w == "online" || w == "media" || w == "website" {
			return true
		}
	}
	return false
}
