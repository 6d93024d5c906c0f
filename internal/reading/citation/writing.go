package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase/word"
)

// writing reads "wrote in X", "in an op-ed in X" and "in an X poll".
func (r *reader) writing(i int) (Citation, bool) {
	first := i
	w := r.Low(i)
	verb := lexicon.In(w, lexicon.Saying) || w == "written"
	if !verb {
		var ok bool
		if first, ok = r.Opener(i, "in"); !ok {
			return r.penned(first, i)
		}
		if r.OutletIn(first+1, i) || r.bodyIn(first+1, i) {
			return r.cite(first, first+1, i+1)
		}
	}
	j := r.SkipPublished(i + 1)
	if !r.Together(i, j+1) || r.Low(j+1) == "television" || !r.leadsToPaper(i, j, verb) {
		return Citation{}, false
	}
	end, ok := r.Target(j + 1)
	if !ok && !r.Is(i, "issue", "edition") && (!verb || r.At(j+1) == "The") {
		end, ok = r.OrganizationEnd(j + 1)
	}
	if !ok || w == "said" && r.PlainNoun(end) {
		return Citation{}, false
	}
	if r.In(first-1, lexicon.Saying) && r.Together(first-1, first) {
		first--
	}
	return r.cite(first, j+1, r.Tail(j+1, end))
}

// penned reads the writing at token i, whose group begins at token first, as the
// object of a verb of writing: "published an op-ed in X", "wrote an X column".
func (r *reader) penned(first, i int) (Citation, bool) {
	if !r.Is(first-1, "wrote", "writes", "writing", "penned", "penning", "published", "publishing", "authored") ||
		!r.Together(first-1, i) || !r.Is(i, "op-ed", "oped", "column", "editorial", "essay", "article", "piece", "commentary") {
		return Citation{}, false
	}
	if r.OutletIn(first, i) {
		return r.cite(first, first, i+1)
	}
	end, ok := r.Target(i + 2)
	if !ok || !r.Is(i+1, "in", "for", "on") || !r.Together(i, i+2) {
		return Citation{}, false
	}
	return r.cite(first, i+2, r.Tail(i+2, end))
}

// reportThat reads "a report by X that": news of an outlet, told in a noun.
func (r *reader) reportThat(i int) (Citation, bool) {
	head, ok := r.document(i)
	if !ok || !r.Is(i+1, "by", "in", "from") || !r.Together(i, i+2) {
		return Citation{}, false
	}
	end, ok := r.Target(i + 2)
	if !ok || r.Low(end) != "that" || !r.OutletIn(i+2, end) {
		return Citation{}, false
	}
	return r.cite(head, head, end)
}

// inPrint reads "noted recently in X" where X is an outlet with pages.
func (r *reader) inPrint(i int) (Citation, bool) {
	verb := r.beforeTime(i) - 1
	if r.Is(verb, "recently", "earlier", "later", "once", "first") {
		verb--
	}
	if !r.Together(verb, i+1) || !r.In(verb, lexicon.Saying) || r.Capital(verb) ||
		r.Is(verb, "shares", "posts", "details") {
		return Citation{}, false
	}
	end, ok := r.Target(i + 1)
	if !ok || !r.printed(i+1, end) {
		return Citation{}, false
	}
	return r.cite(verb, i+1, end)
}

// printed reports whether the outlet in tokens [i, end) is one with pages.
func (r *reader) printed(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Is(j, "magazine", "newspaper") {
			return true
		}
		if o := r.Tokens[j].Outlet; o >= 0 {
			k := r.Outlets[o].Kind
			return k == lexicon.Paper || k == lexicon.Magazine || k == lexicon.Site
		}
	}
	return false
}

// leadsToPaper reports whether the preposition at token j leads from the
// writing at token i to where it stands.
func (r *reader) leadsToPaper(i, j int, verb bool) bool {
	if r.Low(i) == "said" {
		return r.Low(j) == "in" && !r.Is(j+1, "tv", "radio")
	}
	if r.Is(i, "issue", "edition") {
		return r.Low(j) == "of"
	}
	return r.Is(j, "in", "for", "on") || !verb && r.Is(j, "from", "by") ||
		r.Low(j) == "at" && r.Is(i, "wrote", "writes", "writing")
}

// bodyIn reports whether the document at token end is one of a body that is
// named in tokens [i, end): "a World Bank study".
func (r *reader) bodyIn(i, end int) bool {
	if !r.Is(end, "study", "report", "memo", "analysis", "review") {
		return false
	}
	return r.organizationIn(i, end)
}

// organizationIn reports whether the name of one stands in tokens [i, end).
func (r *reader) organizationIn(i, end int) bool {
	for j := i; j < end; j++ {
		if n := r.Tokens[j].Name; n >= 0 && r.Names[n].Kind == mention.Organization {
			return true
		}
	}
	return false
}

// possessed reports whether an owner stands in tokens [i, end).
func (r *reader) possessed(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Tokens[j].Kind == word.Possessive {
			return true
		}
	}
	return false
}

// personal reads what somebody has written under his or her name: "in her 2003
// book, Living History", "in a column".
func (r *reader) personal(i int) (Citation, bool) {
	first, ok := r.Opener(i, "in")
	if !ok || r.Capital(i) || r.HeadGoesOn(i+1) || !r.writes(first, i) {
		return Citation{}, false
	}
	owned := r.owned(first+1) || r.possessed(first+1, i)
	published := r.Is(first+1, "a", "an") && r.Is(i, "column", "op-ed", "memo")
	if !owned && !published {
		return Citation{}, false
	}
	return r.cite(first, first+1, r.Titled(i+1))
}

// writes reports whether the words before the preposition at token j, or the
// start of a clause there, show that the writing at token i says something.
func (r *reader) writes(j, i int) bool {
	before := r.beforeTime(j) - 1
	if r.Together(before, j) && (r.In(before, lexicon.Saying) || r.Tokens[before].Cue) {
		return true
	}
	if r.Low(i) == "memo" {
		return false
	}
	if r.Opens(j) {
		return true
	}
	for k := j - 1; k > j-8 && r.Together(k, j); k-- {
		if r.Is(k, "wrote", "writes", "writing", "argued", "argues", "put") {
			return true
		}
	}
	return false
}
