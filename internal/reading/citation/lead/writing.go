package lead

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// Writing reads "wrote in X", "in an op-ed in X" and "in an X poll".
func Writing(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	first := i
	w := r.Low(i)
	verb := lexicon.In(w, lexicon.Saying) || w == "written"
	if !verb {
		var ok bool
		if first, ok = r.Opener(i, "in"); !ok {
			return r.penned(first, i)
		}
		if r.OutletIn(first+1, i) || r.bodyIn(first+1, i) {
			return r.found(first, first+1, i+1)
		}
	}
	j := r.SkipPublished(i + 1)
	if !r.Together(i, j+1) || r.Low(j+1) == "television" || !r.leadsToPaper(i, j, verb) {
		return Found{}, false
	}
	end, ok := r.Target(j + 1)
	if !ok && !r.Is(i, "issue", "edition") && (!verb || r.At(j+1) == "The") {
		end, ok = r.OrganizationEnd(j + 1)
	}
	if !ok || w == "said" && r.PlainNoun(end) {
		return Found{}, false
	}
	if r.In(first-1, lexicon.Saying) && r.Together(first-1, first) {
		first--
	}
	return r.found(first, j+1, r.Tail(j+1, end))
}

// penned reads the writing at token i, whose group begins at token first, as the
// object of a verb of writing: "published an op-ed in X", "wrote an X column".
func (r reader) penned(first, i int) (Found, bool) {
	for j := first; j < i; j++ {
		if r.In(j, lexicon.Determiner) {
			first = j
			break
		}
	}
	if !r.Is(first-1, "wrote", "writes", "writing", "penned", "penning", "published", "publishing", "authored") ||
		!r.Together(first-1, i) || !r.Is(i, "op-ed", "oped", "column", "editorial", "essay", "article", "piece", "commentary") {
		return Found{}, false
	}
	if r.OutletIn(first, i) {
		return r.found(first, first, i+1)
	}
	end, ok := r.Target(i + 2)
	if !ok || !r.Is(i+1, "in", "for", "on") || !r.Together(i, i+2) {
		return Found{}, false
	}
	return r.found(first, i+2, r.Tail(i+2, end))
}

// ReportThat reads "a report by X that": news of an outlet, told in a noun.
func ReportThat(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	head, ok := DocumentFrom(r.Reader, i)
	if !ok || !r.Is(i+1, "by", "in", "from") || !r.Together(i, i+2) {
		return Found{}, false
	}
	end, ok := r.Target(i + 2)
	if !ok || r.Low(end) != "that" || !r.OutletIn(i+2, end) {
		return Found{}, false
	}
	return r.found(head, head, end)
}

// InPrint reads "noted recently in X" where X is an outlet with pages.
func InPrint(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	verb := BeforeTime(r.Reader, i) - 1
	if r.Is(verb, "recently", "earlier", "later", "once", "first") {
		verb--
	}
	if !r.Together(verb, i+1) || !r.In(verb, lexicon.Saying) || r.Capital(verb) ||
		r.Is(verb, "shares", "posts", "details") {
		return Found{}, false
	}
	if r.Low(i) == "at" && !r.Is(verb, "wrote", "writes", "writing", "argued", "argues",
		"noted", "notes", "explained", "explains", "suggested", "suggests") {
		return Found{}, false // one may speak at the office of a paper
	}
	end, ok := r.Target(i + 1)
	if !ok || !r.printed(i+1, end) {
		return Found{}, false
	}
	return r.found(verb, i+1, end)
}

// printed reports whether the outlet in tokens [i, end) is one with pages.
func (r reader) printed(i, end int) bool {
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
func (r reader) leadsToPaper(i, j int, verb bool) bool {
	if r.Low(i) == "said" {
		return r.Low(j) == "in" && !r.Is(j+1, "tv", "radio")
	}
	if r.Is(i, "issue", "edition") {
		return r.Low(j) == "of"
	}
	return r.Is(j, "in", "for", "on") || !verb && r.Is(j, "from", "by") ||
		r.Low(j) == "at" && r.Is(i, "wrote", "writes", "writing") ||
		r.Is(j, "with", "to") && r.Is(i, "filing", "filings")
}

// bodyIn reports whether the document at token end is one of a body that is
// named in tokens [i, end): "a World Bank study".
func (r reader) bodyIn(i, end int) bool {
	if !r.Is(end, "study", "report", "memo", "analysis", "review", "filing", "filings") {
		return false
	}
	return OrganizationIn(r.Reader, i, end)
}

// OrganizationIn reports whether the name of one stands in tokens [i, end).
func OrganizationIn(r *phrase.Reader, i, end int) bool {
	for j := i; j < end; j++ {
		if n := r.Tokens[j].Name; n >= 0 && r.Names[n].Kind == mention.Organization {
			return true
		}
	}
	return false
}

// Within reads "In the book,", "Later in the piece," at the noun of a writing,
// token i: what stands behind it tells what is written there.
func Within(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	first, ok := r.Opener(i, "in")
	if !ok || r.Capital(i) || r.HeadGoesOn(i+1) || i > first+4 ||
		!r.Is(first+1, "the", "this", "that", "another", "one") {
		return Found{}, false
	}
	from := first
	if r.Is(first-1, "later", "elsewhere", "earlier", "also") || r.Low(first-1) == "point" {
		for from > first-3 && r.Together(from-1, first) {
			from--
		}
	}
	if !r.Opens(from) {
		return Found{}, false
	}
	return r.found(first, first+1, titled(r.Reader, i+1))
}

// Possessed reports whether an owner stands in tokens [i, end).
func Possessed(r *phrase.Reader, i, end int) bool {
	for j := i; j < end; j++ {
		if r.Tokens[j].Kind == word.Possessive {
			return true
		}
	}
	return false
}

// Personal reads what somebody has written under his or her name: "in her 2003
// book, Living History", "in a column".
func Personal(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	first, ok := r.Opener(i, "in")
	if !ok || r.Capital(i) || r.HeadGoesOn(i+1) || !r.writes(first, i) {
		return Found{}, false
	}
	owned := Owned(r.Reader, first+1) || Possessed(r.Reader, first+1, i)
	published := r.Is(first+1, "a", "an") && (r.Is(i, "column", "op-ed", "memo", "report", "study") ||
		r.Low(i) == "piece" && r.Is(i-1, "op-ed", "opinion", "commentary", "oped"))
	said := r.In(first-1, lexicon.Saying)
	if !owned && !published || !said && r.Is(i, "report", "study", "piece") {
		return Found{}, false
	}
	return r.found(first, first+1, titled(r.Reader, i+1))
}

// writes reports whether the words before the preposition at token j, or the
// start of a clause there, show that the writing at token i says something.
func (r reader) writes(j, i int) bool {
	before := BeforeTime(r.Reader, j) - 1
	if r.Together(before, j) && (r.In(before, lexicon.Saying) || r.Tokens[before].Cue) {
		return true
	}
	if r.Is(i, "memo", "report", "study") {
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

// DocumentFrom returns the first token of the noun group of a document that ends
// at token i: "a report" in "a report in the Guardian".
func DocumentFrom(r *phrase.Reader, i int) (int, bool) {
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

// BeforeTime returns the token after the word before the times that end before
// token i; i when none does, or when they open the sentence.
func BeforeTime(r *phrase.Reader, i int) int {
	j := i
	for r.Together(j-1, i) && (r.Tokens[j-1].Time >= 0 || r.Low(j-1) == "on") {
		j--
	}
	if !r.Together(j-1, i) {
		return i
	}
	return j
}

// Owned reports whether a page begins at token i that belongs to somebody.
func Owned(r *phrase.Reader, i int) bool {
	return r.Is(i, "his", "her", "its", "their", "my", "our")
}

// titled goes over the title of a work that follows its kind at token end.
func titled(r *phrase.Reader, end int) int {
	j := end
	if r.At(j) == "," {
		j++
	}
	if !r.Together(end-1, j) {
		return end
	}
	if r.QuoteMark(j) {
		if next, ok := r.StepMark(j, -1); ok && next > j {
			return next
		}
	}
	if n := r.Tokens[j].Name; n >= 0 && r.Names[n].Kind == mention.Work {
		return r.NameEnd(j)
	}
	return end
}
