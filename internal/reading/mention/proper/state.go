package proper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// stated reports whether a name is the short form of a state, or ends in it behind a
// town: "Fla.", "Tampa, Fla.".
func stated(name string) bool {
	_, ok := lexicon.StateOf(name[strings.LastIndexByte(name, ' ')+1:])
	town := strings.LastIndex(name, ", ")
	return ok && (town+len(",") == strings.LastIndexByte(name, ' ') || !strings.Contains(name, " "))
}

// WithState takes the full stop of a state's short form to a name, which is a
// place's behind a party's letter ("R-Fla.") or a town ("Tampa, Fla."). Where it
// may be another word ("Miss."), only a party's letter or the kind tells.
func WithState(doc *text.Text, n Name) Name {
	name := strings.TrimSuffix(doc.At(n.Span), ".") + "."
	whole := text.Span{Start: n.Start, End: n.Start + len(name)}
	if whole.End > doc.Len() || doc.At(whole) != name || !stated(name) {
		return n
	}
	_, ambiguous, _ := lexicon.CountryOf(name)
	town := !ambiguous && behindTown(doc, n.Start)
	if n.Kind == Place || ofParty(doc, n.Start) || town {
		return Name{Span: whole, Kind: Place}
	}
	return n
}

// ofParty reports whether the letter of a party stands before a place: "D-".
func ofParty(doc *text.Text, at int) bool {
	before, ok := strings.CutSuffix(doc.String()[:at], "-")
	letter := text.Span{Start: at - len("D-"), End: at - len("-")}
	return ok && before != "" && IsParty(doc, letter)
}

// IsParty reports whether a span is the letter of a party before a state: "D" of
// "D-Ohio".
func IsParty(doc *text.Text, s text.Span) bool {
	next, ok := strings.CutPrefix(doc.String()[s.End:], "-")
	first, _ := utf8.DecodeRuneInString(next)
	letter := doc.At(s)
	before, _ := utf8.DecodeLastRuneInString(doc.String()[:s.Start])
	return ok && (letter == "D" || letter == "R" || letter == "I") &&
		unicode.IsUpper(first) && (s.Start == 0 || NotLetter(before))
}

// behindTown reports whether a word with a capital and a comma stand before a place.
func behindTown(doc *text.Text, at int) bool {
	before, ok := strings.CutSuffix(doc.String()[max(0, at-longestWord):at], ", ")
	first, _ := utf8.DecodeRuneInString(lastLetters(before))
	return ok && unicode.IsUpper(first)
}

// WithDistrict takes "D.C." to the "Washington" before it.
func WithDistrict(doc *text.Text, s text.Span) text.Span {
	for _, district := range []string{", D.C.", " D.C.", ", DC", " DC"} {
		at := text.Span{Start: s.Start, End: s.End + len(district)}
		behind := strings.HasPrefix(doc.String()[s.End:], district)
		if behind && doc.At(s) == "Washington" && EndsWord(doc, at.End) {
			return at
		}
	}
	return s
}
