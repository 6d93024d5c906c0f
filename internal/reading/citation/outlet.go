package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
)

// An outlet is the name of one where it stands.
type outlet struct {
	first, end int // tokens, half open
	kind       lexicon.OutletKind
	common     bool // may be a common word here
}

// findOutlets reads the text once, so that an abbreviation counts from the
// place that defines it.
func (r *reader) findOutlets() {
	for i := 0; i < len(r.toks); i++ {
		o, ok := r.outletAt(i)
		if !ok {
			continue
		}
		r.toks[i].outlet = len(r.outlets)
		r.outlets = append(r.outlets, o)
		r.remember(o)
		i = o.end - 1
	}
}

// remember keeps the short forms of an outlet: the letters in brackets after
// it and its last word.
func (r *reader) remember(o outlet) {
	if r.at(o.end) == "(" && r.at(o.end+2) == ")" && upper(r.at(o.end+1)) {
		r.local[r.at(o.end+1)] = true
	}
	if last := o.end - 1; last > o.first && words().suffixes[r.low(last)] {
		r.short[r.at(last)] = true
	}
}

func (r *reader) outletAt(i int) (outlet, bool) {
	if r.toks[i].kind != word || !r.outletStart(i) {
		return outlet{}, false
	}
	o, ok := r.listed(i)
	if !ok {
		o, ok = r.shaped(i)
	}
	if !ok || r.otherName(&o) {
		return outlet{}, false
	}
	return o, true
}

// outletStart reports whether a name of an outlet may begin at token i; names
// in small letters are in the list.
func (r *reader) outletStart(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.at(i))
	return unicode.IsUpper(c) || unicode.IsDigit(c) || len(lexicon.Outlets(r.at(i))) > 0 ||
		strings.Contains(r.at(i), ".")
}

// listed finds an outlet of the list at token i.
func (r *reader) listed(i int) (outlet, bool) {
	at := r.toks[i].Start
	for _, o := range lexicon.Outlets(firstWord(r.at(i))) {
		size, ok := matches(r.s[at:], o.Name)
		if !ok || (o.Article && !r.hasArticle(i)) {
			continue
		}
		end := i + 1
		for end < len(r.toks) && r.toks[end].Start < at+size {
			end++
		}
		if r.toks[end-1].End > at+size {
			continue
		}
		return outlet{i, end, o.Kind, o.Common}, true
	}
	return outlet{}, false
}

// hasArticle reports whether what stands around a name of one word makes it
// an outlet: an article, or a word such as "newspaper" after it.
func (r *reader) hasArticle(i int) bool {
	if r.low(i-1) == "the" || words().media[r.low(i+1)] {
		return true
	}
	return i > 0 && r.toks[i-1].kind == possessive
}

// firstWord cuts a word where the list's keys are cut.
func firstWord(w string) string {
	if i := strings.IndexAny(w, " .-&/'’!+°"); i > 0 {
		return w[:i]
	}
	return w
}

// matches reports whether s begins with the name, and how many bytes of s that
// takes: marks may be curly and spaces of any kind.
func matches(s, name string) (int, bool) {
	at := 0
	for _, want := range name {
		got, size := utf8.DecodeRuneInString(s[at:])
		if got == '’' {
			got = '\''
		}
		if unicode.IsSpace(got) {
			got = ' '
		}
		if got != want {
			return 0, false
		}
		at += size
	}
	after, _ := utf8.DecodeRuneInString(s[at:])
	return at, !wordRune(after)
}

// shaped finds an outlet that its form shows: a name that ends in a word such
// as "Herald", a web address, the call sign of a station, or a short form that
// the text has defined.
func (r *reader) shaped(i int) (outlet, bool) {
	w := r.at(i)
	switch {
	case r.local[w]:
		return outlet{i, i + 1, lexicon.Paper, false}, true
	case r.short[w] && r.low(i-1) == "the" && !r.capital(i+1):
		return outlet{i, i + 1, lexicon.Paper, false}, true
	case address(w):
		return outlet{i, i + 1, lexicon.Site, false}, true
	case callSign(w):
		return outlet{i, i + 1, lexicon.Broadcaster, false}, true
	}
	if r.together(i-1, i) && r.capital(i-1) && !r.opensName(i) {
		return outlet{}, false
	}
	if v := words(); v.prepositions[r.low(i)] || v.stops[r.low(i)] || v.conjunctions[r.low(i)] {
		return outlet{}, false
	}
	end := r.capitals(i)
	if all := r.capitalWords(i); words().programmes[r.low(all-1)] {
		end = all
	}
	if end < i+2 || end > i+6 {
		return outlet{}, false
	}
	last := r.low(end - 1)
	agency := last == "agency" && (r.low(end-2) == "news" || r.low(end-2) == "press")
	journal := end > i+2 && r.low(i) == "journal"
	if words().programmes[last] {
		return outlet{i, end, lexicon.Programme, true}, true
	}
	if !agency && !journal && !words().suffixes[last] {
		return outlet{}, false
	}
	return outlet{i, end, lexicon.Paper, true}, true
}

// opensName reports whether a name may begin at token i though a word with a
// capital stands before it.
func (r *reader) opensName(i int) bool {
	w := r.low(i - 1)
	return words().determiners[w] || words().prepositions[w] ||
		r.toks[i].name >= 0 && r.toks[i].name != r.toks[i-1].name
}

// capitals returns the end of the words with capitals, or of the model's
// name, at token i.
func (r *reader) capitals(i int) int {
	if n := r.toks[i].name; n >= 0 && (i == 0 || r.toks[i-1].name != n) {
		return r.nameEnd(i)
	}
	return r.capitalWords(i)
}

func (r *reader) capitalWords(i int) int {
	end := i
	for r.together(i, end) && r.toks[end].kind == word && r.capital(end) {
		end++
	}
	return end
}

func address(w string) bool {
	dot := strings.LastIndexByte(w, '.')
	return dot > 2 && !strings.Contains(w, "@") &&
		words().domains[strings.ToLower(w[dot+1:])]
}

// callSign reports whether the word is the sign of an American station: WKOW,
// KTLA-TV.
func callSign(w string) bool {
	sign, band, has := strings.Cut(w, "-")
	if has && band != "TV" && band != "FM" && band != "AM" {
		return false
	}
	if len(sign) != 4 && (!has || len(sign) != 3) {
		return false
	}
	return (sign[0] == 'K' || sign[0] == 'W') && upper(sign) &&
		!words().notCalls[strings.ToLower(sign)]
}

// upper reports whether the word is two to eight capitals, "&" among them.
func upper(w string) bool {
	if len(w) < 2 || len(w) > 8 {
		return false
	}
	for _, c := range w {
		if !unicode.IsUpper(c) && c != '&' && c != '-' {
			return false
		}
	}
	return true
}

// otherName reports whether the model has read the words as a name of
// something else; a name that is longer than the outlet's takes its place.
func (r *reader) otherName(o *outlet) bool {
	n := r.toks[o.first].name
	if n < 0 {
		return false
	}
	name := r.in.Names[n]
	if name.Kind == mention.Person || name.Kind == mention.Group {
		return o.kind != lexicon.Programme
	}
	end := r.nameEnd(o.first)
	if end <= o.end {
		return false
	}
	if o.common || o.kind == lexicon.Social || r.toks[o.end].kind != word {
		return o.common
	}
	o.end = end
	return false
}
