package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
	"readout/internal/reading/phrase/word"
)

// An Outlet is the name of one where it stands.
type Outlet struct {
	First, End int // tokens, half open
	Kind       lexicon.OutletKind
	Common     bool // may be a common word here
}

// findOutlets reads the text once, so that an abbreviation counts from the
// place that defines it.
func (r *Reader) findOutlets() {
	for i := 0; i < len(r.Tokens); i++ {
		o, ok := r.outletAt(i)
		if !ok {
			continue
		}
		r.Tokens[i].Outlet = len(r.Outlets)
		r.Outlets = append(r.Outlets, o)
		r.remember(o)
		i = o.End - 1
	}
}

// remember keeps the short forms of an outlet: the letters in brackets after
// it and its last word.
func (r *Reader) remember(o Outlet) {
	if r.letters(o.End) {
		r.local[r.At(o.End+1)] = true
	}
	if initials := r.initials(o); len(initials) > 2 {
		r.local[initials] = true
	}
	if first := r.skipArticle(o.First); o.End > first+1 && !o.Common {
		r.known[r.At(first)] = true
	}
	if last := o.End - 1; last > o.First && r.In(last, lexicon.OutletEnding) {
		r.short[r.At(last)] = true
	}
}

// initials returns the first letters of the words of an outlet's name.
func (r *Reader) initials(o Outlet) string {
	letters := ""
	for i := o.First; i < o.End && o.Kind != lexicon.Programme; i++ {
		if r.Capital(i) && r.Low(i) != "the" {
			letters += r.At(i)[:1]
		}
	}
	return letters
}

func (r *Reader) outletAt(i int) (Outlet, bool) {
	if r.Tokens[i].Kind != word.Word || !r.outletStart(i) {
		return Outlet{}, false
	}
	o, ok := r.listed(i)
	if !ok {
		o, ok = r.shaped(i)
	}
	if o.End == i+1 && r.known[r.At(i)] {
		o.Common = false // "Fox" after "Fox News"
	}
	if !ok || r.otherName(&o) || o.Kind != lexicon.Social && r.company(o.End) {
		return Outlet{}, false
	}
	return o, true
}

// company reports whether the name that ends before token end is, by its last
// word or the next, that of the firm that owns an outlet.
func (r *Reader) company(end int) bool {
	for j := end - 1; j <= end; j++ {
		switch r.Low(j) {
		case "inc", "inc.", "corp", "corp.", "plc", "co", "co.", "ltd", "ltd.", "holdings":
			return r.Capital(j)
		}
	}
	return false
}

// outletStart reports whether a name of an outlet may begin at token i; names
// in small letters are in the list.
func (r *Reader) outletStart(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.At(i))
	return unicode.IsUpper(c) || unicode.IsDigit(c) || len(lexicon.Outlets(r.At(i))) > 0 ||
		strings.Contains(r.At(i), ".")
}

// listed finds an outlet of the list at token i.
func (r *Reader) listed(i int) (Outlet, bool) {
	at := r.Tokens[i].Start
	for _, o := range lexicon.Outlets(firstWord(r.At(i))) {
		size, ok := matches(r.s[at:], o.Name)
		if !ok || (o.Article && !r.hasArticle(i)) {
			continue
		}
		end := i + 1
		for end < len(r.Tokens) && r.Tokens[end].Start < at+size {
			end++
		}
		if r.Tokens[end-1].End > at+size {
			continue
		}
		return Outlet{i, end, o.Kind, o.Common}, true
	}
	return Outlet{}, false
}

// hasArticle reports whether what stands around a name of one word makes it
// an outlet: an article, or a word such as "newspaper" after it.
func (r *Reader) hasArticle(i int) bool {
	if r.Low(i-1) == "the" || r.In(i+1, lexicon.MediaNoun) {
		return true
	}
	return i > 0 && r.Tokens[i-1].Kind == word.Possessive
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
	return at, !word.Rune(after)
}

// shaped finds an outlet that its form shows: a name that ends in a word such
// as "Herald", a web address, the call sign of a station, or a short form that
// the text has defined.
func (r *Reader) shaped(i int) (Outlet, bool) {
	if o, ok := r.shapedWord(i); ok {
		return o, true
	}
	if !r.startsName(i) {
		return Outlet{}, false
	}
	end := r.Capitals(i)
	if all := r.capitalWords(i); r.In(all-1, lexicon.ProgrammeEnding) {
		end = all
	}
	switch {
	case r.introduced(i) && end <= i+6 && end > i:
		return Outlet{i, end, lexicon.Paper, false}, true
	case end < i+2 || end > i+6:
		return Outlet{}, false
	case r.In(end-1, lexicon.ProgrammeEnding):
		return Outlet{i, end, lexicon.Programme, true}, true
	}
	return Outlet{i, end, lexicon.Paper, true}, r.namesPaper(i, end)
}

// introduced reports whether the words before token i say that an outlet is
// named there: "the newspaper Correio".
func (r *Reader) introduced(i int) bool {
	if !r.Together(i-1, i) || !r.Capital(i) || r.Capital(i-1) {
		return false
	}
	if n := r.Tokens[i].Name; n >= 0 && r.Names[n].Kind == proper.Person {
		return false
	}
	return r.Is(i-1, "newspaper", "magazine", "broadcaster", "newswire", "tabloid", "website", "daily", "weekly", "journal") ||
		r.Is(i-2, "news", "tv", "radio", "television") && r.Is(i-1, "site", "agency", "outlet", "station", "network")
}

// shapedWord finds an outlet of one word.
func (r *Reader) shapedWord(i int) (Outlet, bool) {
	kind, w := lexicon.NoOutlet, r.At(i)
	switch {
	case r.local[w], r.short[w] && r.Low(i-1) == "the" && !r.Capital(i+1):
		kind = lexicon.Paper
	case address(w):
		kind = lexicon.Site
	case callSign(w):
		kind = lexicon.Broadcaster
	case r.hyphenated(i), welded(w):
		kind = lexicon.Paper
	}
	return Outlet{i, i + 1, kind, false}, kind != lexicon.NoOutlet
}

// welded reports whether the word is a name that ends in a kind of outlet:
// "ExampleTV".
func welded(w string) bool {
	for _, kind := range [...]string{"TV", "News", "Radio"} {
		name, ok := strings.CutSuffix(w, kind)
		if ok && len(name) > 2 && name != strings.ToUpper(name) && unicode.IsUpper(rune(name[0])) {
			return true
		}
	}
	return false
}

// hyphenated reports whether token i ends the name of a paper with two names:
// "Star-Ledger".
func (r *Reader) hyphenated(i int) bool {
	first, last, ok := strings.Cut(r.At(i), "-")
	return ok && first != "" && last != "" && unicode.IsUpper(rune(first[0])) &&
		unicode.IsUpper(rune(last[0])) &&
		lexicon.In(strings.ToLower(last), lexicon.OutletEnding)
}

// startsName reports whether the name of an outlet may begin at token i.
func (r *Reader) startsName(i int) bool {
	if r.Together(i-1, i) && r.Capital(i-1) && !r.opensName(i) {
		return false
	}
	if r.In(i, lexicon.Determiner) && r.Low(i) != "the" {
		return false // "A Fox News poll"
	}
	return !r.In(i, lexicon.Preposition|lexicon.GroupEnd|lexicon.Conjunction)
}

// namesPaper reports whether the words of [i, end) are shaped like the name of
// a paper, agency or journal.
func (r *Reader) namesPaper(i, end int) bool {
	agency := r.Is(end-1, "agency", "service", "network", "channel") && r.Is(end-2, "news", "press")
	journal := end > i+2 && r.Low(i) == "journal"
	if r.Low(end-1) == "press" && r.Is(end-2, "university", "college", "review") {
		return false // a publisher of books
	}
	return agency || journal || r.hyphenated(end-1) || r.In(end-1, lexicon.OutletEnding)
}

// opensName reports whether a name may begin at token i though a word with a
// Capital stands before it.
func (r *Reader) opensName(i int) bool {
	w := r.Low(i - 1)
	return lexicon.In(w, lexicon.Determiner) || lexicon.In(w, lexicon.Preposition) ||
		r.Tokens[i-1].Time >= 0 && r.Tokens[i].Time < 0 ||
		r.Tokens[i].Name >= 0 && r.Tokens[i].Name != r.Tokens[i-1].Name
}

// Capitals returns the end of the words with capitals, or of the model's
// name, at token i.
func (r *Reader) Capitals(i int) int {
	if n := r.Tokens[i].Name; n >= 0 && (i == 0 || r.Tokens[i-1].Name != n) {
		return r.NameEnd(i)
	}
	return r.capitalWords(i)
}

func (r *Reader) capitalWords(i int) int {
	end := i
	for r.Together(i, end) && r.Tokens[end].Kind == word.Word && r.Capital(end) {
		end++
	}
	return end
}

func address(w string) bool {
	dot := strings.LastIndexByte(w, '.')
	return dot > 2 && !strings.Contains(w, "@") &&
		lexicon.In(strings.ToLower(w[dot+1:]), lexicon.Domain)
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
	return (sign[0] == 'K' || sign[0] == 'W') && Upper(sign) &&
		!lexicon.In(strings.ToLower(sign), lexicon.NoCallSign)
}

// Upper reports whether the word is two to eight capitals, "&" among them.
func Upper(w string) bool {
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
func (r *Reader) otherName(o *Outlet) bool {
	first := o.First
	if r.In(first, lexicon.Determiner) && first+1 < o.End {
		first++
	}
	n := r.Tokens[first].Name
	if n < 0 {
		return false
	}
	name := r.Names[n]
	end := r.NameEnd(first)
	if name.Kind == proper.Person || name.Kind == proper.Group {
		whole := !o.Common && end == o.End && (first == 0 || r.Tokens[first-1].Name != n)
		return o.Kind != lexicon.Programme && !whole
	}
	return r.longerName(o, end, name.Kind)
}

// longerName reports whether a name of the kind that ends before token end makes
// the outlet that begins with it something else; if not, the outlet may be longer.
func (r *Reader) longerName(o *Outlet, end int, k proper.Kind) bool {
	if end == o.End+1 && number(r.At(o.End)) {
		o.End = end // "Fox 35"
	}
	if end <= o.End {
		o.Common = o.Common && !(end == o.End && teller(k))
		return false
	}
	goesOn := r.Tokens[o.End].Kind == word.Word && !r.In(o.End, lexicon.Conjunction)
	if o.Common || o.Kind == lexicon.Social || !goesOn {
		return o.Common
	}
	o.End = end
	return false
}

// teller reports whether names of the kind may be those of outlets.
func teller(k proper.Kind) bool {
	return k == proper.Organization || k == proper.Work
}

// Forward goes over what may stand between an outlet and its verb and belongs
// to the outlet: "newspaper", "(AP)", "'s Ann Example", "'s investigative unit".
func (r *Reader) Forward(j int) int {
	for r.Together(j-1, j) {
		switch {
		case r.At(j) == "(" && r.At(j+2) == ")":
			j += 3
		case r.describes(j):
			j++
		case r.placeAt(j):
			j = r.NameEnd(j) // "BBC Wales"
		case r.ownEnd(j) > j:
			j = r.ownEnd(j)
		case r.Capital(j) && r.In(j-1, lexicon.HostNoun):
			j = r.Capitals(j)
		default:
			return j
		}
	}
	return j
}

// ownEnd returns the end of who or what is an outlet's own after its possessive
// at token j, or j when that may be anything: "'s lawyers".
func (r *Reader) ownEnd(j int) int {
	switch {
	case r.Tokens[j].Kind != word.Possessive && !r.ownerMark(j):
		return j
	case r.Capital(j + 1):
		end := r.Capitals(j + 1)
		if r.Is(end, "team", "unit", "desk", "bureau") && r.Together(j, end) {
			return end + 1 // "'s Example team"
		}
		return end
	}
	return max(j, r.desk(j+1)+1)
}

// describes reports whether token j says what the outlet before it is, or who
// of the outlet is named next.
func (r *Reader) describes(j int) bool {
	return r.In(j, lexicon.MediaWord) && !r.Capital(j) && r.Low(j) != "report" ||
		r.In(j, lexicon.HostNoun) && r.Capital(j+1) ||
		r.In(j, lexicon.Modifier) && r.In(j+1, lexicon.HostNoun)
}

// desk returns the noun for a part of an outlet or for its work, at token j or
// after one adjective; -1 when there is none.
func (r *Reader) desk(j int) int {
	for k := j; k < j+2 && r.Together(j-1, k); k++ {
		if r.Is(k, "unit", "team", "desk", "bureau", "staff", "investigation", "reporting", "reporters", "reporter", "correspondent") {
			return k
		}
	}
	return -1
}
