package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// A word is a word, with its hyphens and the stop of an abbreviation, or a sign.
type word struct {
	text.Span
	low   string // in small letters, without the stop
	sign  bool
	digit bool
	upper bool
	name  int // index of the name that it stands in, or -1
	role  int // number of the last role found that it stands in, from 1
}

// fill cuts a sentence into words and tells each the name that it stands in.
func (f *finder) fill(sentence text.Span) {
	f.tokens.Fill(sentence)
	f.words = f.words[:0]
	f.found = f.found[:0]
	for i := 0; i < len(f.tokens.Tokens); {
		i = f.push(i)
	}
	for f.next < len(f.names) && f.names[f.next].End <= sentence.Start {
		f.next++
	}
	n := f.next
	for i := range f.words {
		w := &f.words[i]
		for n < len(f.names) && f.names[n].End <= w.Start {
			n++
		}
		if n < len(f.names) && f.names[n].Overlaps(w.Span) && !f.isTitle(*w, f.names[n]) {
			w.name = n
		}
	}
}

// isTitle reports whether what was read as a name is an abbreviated title alone:
// "Gen." before a name.
func (f *finder) isTitle(w word, n name) bool {
	return f.doc.At(w.Span) == f.doc.At(n.Span)+"." && shortened(w) && len(w.low) > 1
}

// push appends the word that begins at a token and returns the token after it.
func (f *finder) push(i int) int {
	t := f.tokens.Tokens[i]
	w := word{
		Span: t.Span, low: t.Word, upper: t.Upper, name: -1,
		sign: t.Form == chunk.SignForm, digit: t.Form == chunk.DigitsForm,
	}
	for i++; f.tokens.Hyphen(i) && f.tokens.Glued(i) && !w.sign && f.tokens.Is(i+1, chunk.WordForm); i += 2 {
		w.End = f.tokens.Tokens[i+1].End
		w.low += "-" + f.tokens.Word(i+1)
		w.digit = false
	}
	if f.tokens.Word(i) == "." && f.tokens.Glued(i) && shortened(w) {
		w.End = f.tokens.Tokens[i].End
		i++
	}
	f.words = append(f.words, w)
	return i
}

// shortened reports whether a stop after the word belongs to it.
func shortened(w word) bool {
	last := w.low[strings.LastIndexByte(w.low, '-')+1:]
	if !w.upper && last == w.low {
		return false
	}
	class, other := lexicon.Abbreviation(last)
	return len(last) == 1 || class == lexicon.Title || other == lexicon.Title
}

// low returns word i in small letters, "" outside the sentence.
func (f *finder) low(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].low
}

// is reports whether word i stands in a set.
func (f *finder) is(i int, set map[string]bool) bool { return set[f.low(i)] }

// person reports whether word i stands in the name of a person.
func (f *finder) person(i int) bool {
	return i >= 0 && i < len(f.words) && f.words[i].name >= 0 && f.names[f.words[i].name].person
}

// begins reports whether the name of a person begins at word i.
func (f *finder) begins(i int) bool {
	return f.person(i) && (i == 0 || f.words[i-1].name != f.words[i].name)
}

// nameEnd returns the word after the name that holds word i.
func (f *finder) nameEnd(i int) int {
	n := f.words[i].name
	for i < len(f.words) && f.words[i].name == n {
		i++
	}
	return i
}

// possessive reports whether word i is the ending of a possessive.
func (f *finder) possessive(i int) bool {
	switch f.low(i) {
	case "'s", "’s":
		return true
	case "'", "’":
		return i > 0 && strings.HasSuffix(f.low(i-1), "s") && f.words[i-1].End == f.words[i].Start
	}
	return false
}

// stops reports whether no noun phrase holds word i.
func (f *finder) stops(i int) bool {
	w := f.low(i)
	if w == "us" || w == "it" || w == "who" {
		return !f.tokens.Title && !isCode(f.doc.At(f.words[i].Span))
	}
	if w == "outside" && (f.isNoun(i+1) || f.isNoun(i+2)) {
		return false // "an outside adviser"
	}
	return chunk.Stops[w] || closers[w]
}

func isCode(s string) bool { return len(s) > 1 && s == strings.ToUpper(s) }

// content reports whether word i may go on with a noun phrase.
func (f *finder) content(i int) bool {
	switch {
	case i < 0 || i >= len(f.words):
		return false
	case f.possessive(i):
		return i > 0
	case f.words[i].name >= 0 || f.low(i) == "&" || f.low(i) == "/":
		return true
	case f.words[i].sign || f.stops(i):
		return false
	}
	return !chunk.IsAdverb(f.low(i)) || newly[f.low(i)]
}

// verbish reports whether a word in small letters looks like a verb rather than
// a word that describes a noun.
func (f *finder) verbish(i int) bool {
	w := f.words[i]
	if w.upper && (!f.tokens.Title || w.name >= 0) || w.digit || w.sign || describing[w.low] || strings.Contains(w.low, "-") {
		return false
	}
	if w.low == "show" {
		return strings.HasSuffix(f.low(i-1), "s")
	}
	return verbs[w.low] || chunk.PastVerbs[w.low] || lexicon.Reporting(w.low) ||
		strings.HasSuffix(w.low, "ed") || strings.HasSuffix(w.low, "ing") ||
		strings.HasSuffix(w.low, "s") && !strings.HasSuffix(w.low, "ss") &&
			!strings.HasSuffix(w.low, "ous")
}

// closers end a noun phrase besides the stops of chunk.
var closers = chunk.WordSet(`last next late whose 'll won wouldn't couldn't shouldn't can't today's tells insists
		argues according including such unlike despite himself herself jr didn't`)

var newly = chunk.WordSet(`newly recently democratically duly then formerly early only likely`)

// describing are words before a noun that look like verbs.
var describing = chunk.WordSet(`retired elected appointed disgraced embattled defeated acclaimed celebrated renowned
		failed respected noted convicted accused unnamed acting outgoing ruling leading sitting reigning incoming
		presiding managing founding ranking retiring investigating commanding governing visiting campaigning
		marketing fundraising advertising banking housing editing voting lobbying broadcasting accounting
		engineering polling booking operating sports communications operations news politics economics rights
		affairs arms sales relations services studies physics elections ethics mathematics operations resources
		congress business house press process access always human services systems games arts finances police gas
		white-collar indicted jailed ousted deposed exiled famed beloved decorated ordained licensed registered
		trusted underdog longtime longstanding communist`)

// verbs are verbs in the present before a person with a role.
var verbs = chunk.WordSet(`tell ask urge call endorse support back face see meet join want let help make have get
		beat defeat challenge elect pick choose defend attack criticize criticise replace nominate appoint hire fire
		blame thank praise quote follow join know think hope believe say like include feature against versus watch
		hear remember become invite accuse question slam mock compare give put told recall welcome introduce
		consider name cite host interview debate bash chosen`)
