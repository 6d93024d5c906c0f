// Package proper has proper names, sets right where they begin and end, and tells
// what their letters and words say.
//
// A tagger cuts names between words; what is exact about their edges is told here:
// full stops of initials, possessive endings, well-known bodies, paragraphs, titles
// with their realms, forms of address. In go a frozen text and a span, or all names
// of a text, out come spans as the names stand in the text; or two names, and
// whether one may be a short form or a slip of the other.
//
// # Guarantees
//
// Every span lies in the text, at whole characters; equal input gives equal output.
// Time does not grow with the text around a name.
//
// # Limits
//
// Which kind a name is of, and whom it names among others, package mention tells.
//
// # Sources
//
// Where names end, and their kinds, follow docs/record.md.
package proper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// A Kind is the type of what a name names.
type Kind string

// The kinds of the record.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Place        Kind = "place"
	Group        Kind = "group"
	Work         Kind = "work"
	Other        Kind = "other"
)

// A Name is a name where it stands in the text.
type Name struct {
	text.Span
	Kind Kind
}

// A Scored is a name with the model's probability for it.
type Scored struct {
	Name
	Score float64
}

// Bare takes a possessive ending and signs at the edges off a name. The full
// stop of an abbreviation or initial stays.
func Bare(doc *text.Text, s text.Span) text.Span {
	s = doc.Whole(s)
	name := doc.At(s)
	for _, ending := range []string{"'s", "’s", "'", "’"} {
		if cut, ok := strings.CutSuffix(name, ending); ok {
			name = cut
			break
		}
	}
	outside := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	left := strings.TrimLeftFunc(name, outside)
	s.Start += len(name) - len(left)
	right := strings.TrimRightFunc(withoutJoints(left), func(r rune) bool { return r != '.' && NotLetter(r) })
	s.End = s.Start + len(right)
	if strings.HasSuffix(right, ".") && !abbreviated(right) {
		s.End--
	}
	if s.Empty() {
		return s
	}
	return doc.Whole(s)
}

// withoutJoints takes words off a name's end that end no name: "Council on".
func withoutJoints(name string) string {
	for {
		i := strings.LastIndexByte(name, ' ')
		if i < 0 || !Joint(name[i+1:]) {
			return name
		}
		name = strings.TrimRight(name[:i], " ")
	}
}

// abbreviated reports whether the last word of a name keeps its full stop: it
// has another one inside or is an initial or a short form ("U.S.", "Jr.").
func abbreviated(name string) bool {
	word := name[strings.LastIndexByte(name, ' ')+1 : len(name)-1]
	switch strings.ToLower(word) {
	case "jr", "sr", "inc", "corp", "co", "ltd", "st":
		return true
	}
	return strings.Contains(word, ".") || text.Characters(word) == 1 || stated(name)
}

// Paragraphs cuts a span at blank lines.
func Paragraphs(doc *text.Text, s text.Span) []text.Span {
	var out []text.Span
	for {
		words := doc.At(s)
		i := strings.Index(words, "\n\n")
		if i < 0 {
			return append(out, s)
		}
		if i > 0 {
			out = append(out, text.Span{Start: s.Start, End: s.Start + i})
		}
		s.Start += i + len(words[i:]) - len(strings.TrimLeft(words[i:], "\n"))
		if s.Empty() {
			return out
		}
	}
}

// Untitled takes the nouns of titles off the end of a span.
func Untitled(doc *text.Text, s text.Span) text.Span {
	for {
		words := doc.At(s)
		last := strings.LastIndexByte(words, ' ') + 1
		isTitle := slices.ContainsFunc(lexicon.RoleNouns(strings.ToLower(words[last:])), func(n lexicon.RoleNoun) bool {
			return len(n.Words) == 1 && n.Class == lexicon.Rank && !n.Given && !n.Common
		})
		if !isTitle {
			return s
		}
		if last == 0 {
			return text.Span{Start: s.Start, End: s.Start}
		}
		s.End = s.Start + last - 1
	}
}

// WithoutTitles cuts the titles off that were read as names of their own before the
// name of a person: of "Chicago Alderman" before "Jason Ervin" a place is left.
func WithoutTitles(doc *text.Text, names []Scored) []Scored {
	out := names[:0]
	for i, n := range names {
		if n.Kind == Person && i+1 < len(names) && names[i+1].Kind == Person && names[i+1].Start == n.End+1 {
			if n.Span = Untitled(doc, n.Span); n.End < names[i].End {
				n.Kind = Place
			}
		}
		if !n.Empty() {
			out = append(out, n)
		}
	}
	return out
}

// WithBody returns the name of a body that begins where a span does and reaches
// farther, or the span.
func WithBody(doc *text.Text, s text.Span) text.Span {
	rest := doc.String()[s.Start:]
	for _, b := range lexicon.Bodies(FirstWord(rest[:min(len(rest), longestWord)])) {
		at := text.Span{Start: s.Start, End: s.Start + len(b.Name)}
		if len(b.Name) > s.Len() && strings.HasPrefix(rest, b.Name) && EndsWord(doc, at.End) {
			return at
		}
	}
	return s
}

// WithStop takes the last full stop of initials to a span: "U.S." and "D.C.".
func WithStop(doc *text.Text, s text.Span) text.Span {
	word := doc.At(s)
	word = word[strings.LastIndexAny(word, " \n-")+1:]
	if !strings.HasPrefix(doc.String()[s.End:], ".") || !initials(word) {
		return s
	}
	s.End++
	return s
}

// initials reports whether a word is capitals with full stops between them.
func initials(word string) bool {
	letters := strings.Split(word, ".")
	for _, l := range letters {
		first, size := utf8.DecodeRuneInString(l)
		if size == 0 || size != len(l) || !unicode.IsUpper(first) {
			return false
		}
	}
	return len(letters) > 1
}

// WithoutParty takes the letter of a party off the state behind it: "D-Ohio".
func WithoutParty(doc *text.Text, s text.Span) text.Span {
	word := doc.At(s)
	if len(word) > 3 && strings.IndexByte("DRI", word[0]) >= 0 && word[1] == '-' && unicode.IsLetter(rune(word[2])) {
		s.Start += 2
	}
	return s
}

// FirstWord returns the word that a text begins with, or all of a text of one word.
func FirstWord(s string) string {
	i := strings.IndexFunc(s, NotLetter)
	if i < 0 {
		return s
	}
	return s[:i]
}

// EndsWord reports whether no word of a text goes on at a place.
func EndsWord(doc *text.Text, at int) bool {
	next, _ := utf8.DecodeRuneInString(doc.String()[at:])
	return at == doc.Len() || NotLetter(next)
}

// NotLetter reports whether r is no part of a word; the marks of a letter are.
func NotLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// longestWord is how many bytes beside a span are looked at.
const longestWord = 64

// Joint reports whether a word, in small letters, ends no name: "Council on".
func Joint(word string) bool { return slices.Contains(joints, word) }

var joints = strings.Fields("of the and for on in at to de la von van & a an")

// Countries returns the two countries that a name with a hyphen tells of: "Lebanese"
// and "Israeli" in "Lebanese-Israeli". "Cuban-American" is somebody's origin, as other
// pairs may be too, and "Guinea-Bissau" one country.
func Countries(doc *text.Text, s text.Span) ([]text.Span, bool) {
	first, second, ok := strings.Cut(doc.At(s), "-")
	if !ok {
		return nil, false
	}
	a, _, isFirst := lexicon.CountryOf(first)
	b, _, isSecond := lexicon.CountryOf(second)
	_, _, whole := lexicon.CountryOf(doc.At(s))
	origin := a.Sense == lexicon.Demonym && second == "American"
	others := max(a.Sense, b.Sense) > lexicon.Demonym
	if !isFirst || !isSecond || whole || origin || others || a.Code == b.Code {
		return nil, false
	}
	middle := s.Start + len(first)
	return []text.Span{{Start: s.Start, End: middle}, {Start: middle + 1, End: s.End}}, true
}

// leading are words behind which a letter begins a name, as it does behind those that
// report speech and behind marks.
var leading = map[string]bool{"by": true, "with": true, "from": true, "for": true, "judge": true, "justice": true}

// lastOf returns the last word of a text, or "".
func lastOf(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// WithInitial takes the initial before the name of a person to it: of "said K. Ann
// Moe" the whole name. Behind other words the letter may end their sentence: "Plan B",
// "vitamin C".
func WithInitial(doc *text.Text, s text.Span) text.Span {
	before, ok := strings.CutSuffix(doc.String()[max(0, s.Start-longestWord):s.Start], ". ")
	letter, size := utf8.DecodeLastRuneInString(before)
	if !ok || !unicode.IsUpper(letter) {
		return s
	}
	before = before[:len(before)-size]
	end, _ := utf8.DecodeLastRuneInString(before)
	if before != "" && !strings.ContainsRune(" \n(“\"", end) {
		return s
	}
	if word := lastOf(before); word != "" && !strings.ContainsAny(word[len(word)-1:], ":;,(") &&
		!leading[word] && !lexicon.Reporting(word) {
		return s
	}
	s.Start -= len(". ") + size
	return s
}

// Words of a headline begin with capitals, so that these tell of no name there.
const (
	longWord   = 4 // letters of a word that does in titles, whatever it is
	manyWords  = 5 // such words of a line, at least
	mostOfThem = 0.9
)

// Headline reports whether nearly all words of the line that a name stands in begin with
// a capital.
func Headline(doc *text.Text, s text.Span) bool {
	all := doc.String()
	from := max(0, s.Start-longestLine)
	start := from + strings.LastIndexByte(all[from:s.Start], '\n') + 1
	line, _, _ := strings.Cut(all[start:min(len(all), s.End+longestLine)], "\n")
	long, capital := 0, 0
	for word := range strings.FieldsSeq(line) {
		if text.Characters(word) < longWord {
			continue
		}
		long++
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) {
			capital++
		}
	}
	return long >= manyWords && float64(capital) >= mostOfThem*float64(long)
}

// longestLine is how many bytes of a line are looked at on each side of a name: no
// headline is longer.
const longestLine = 300
