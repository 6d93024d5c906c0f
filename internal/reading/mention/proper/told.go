package proper

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// Outlet reports whether a name is that of a news outlet.
func Outlet(name string) bool {
	for _, o := range lexicon.Outlets(FirstWord(name)) {
		if o.Name == name || o.Name == "The "+name {
			return true
		}
	}
	return false
}

// NewsName reports whether a name is that of an outlet, agency or medium, and no
// common word.
func NewsName(name string) bool {
	all := lexicon.Outlets(FirstWord(name))
	return slices.ContainsFunc(all, func(o lexicon.Outlet) bool {
		return o.Name == name && !o.Common && o.Kind != lexicon.Programme
	})
}

// Figures reports whether a name has nothing but figures: "2012".
func Figures(name string) bool { return strings.Trim(name, "0123456789") == "" }

// Owns reports whether a name that ends at a place is a possessive.
func Owns(doc *text.Text, end int) bool {
	rest := doc.String()[end:]
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// WithoutNoun takes the first word of "news agency" and "news service" off the name
// before it: of "Xinhua news" before "agency" Xinhua is left.
func WithoutNoun(doc *text.Text, s text.Span) text.Span {
	bare, ok := strings.CutSuffix(doc.At(s), " news")
	noun := FirstWord(strings.TrimPrefix(doc.String()[s.End:], " "))
	if ok && (noun == "agency" || noun == "service") {
		s.End = s.Start + len(bare)
	}
	return s
}

// storms are the words before the name of a storm, which is mostly a person's.
var storms = strings.Fields("cyclone hurricane typhoon storm superstorm")

// Storm reports whether a name is that of a storm by the word before it.
func Storm(doc *text.Text, s text.Span) bool {
	before := lastOf(doc.String()[max(0, s.Start-longestWord):s.Start])
	return slices.Contains(storms, strings.ToLower(before))
}

// portfolioHolders are the words before what an office is for.
var portfolioHolders = strings.Fields(`secretary secretaries undersecretary minister
	ministers ministry department departments`)

// Portfolio reports whether a name is what an office is for: "Secretary of State".
func Portfolio(doc *text.Text, s text.Span) bool {
	before, ok := strings.CutSuffix(doc.String()[max(0, s.Start-longestWord):s.Start], " of ")
	name := doc.At(s)
	known := lexicon.Portfolio(name) || strings.HasPrefix(name, "State for ")
	holder := strings.ToLower(lastOf(before))
	return ok && known && slices.Contains(portfolioHolders, holder)
}

// Currency reports whether a name is the country of a sum of money: "US$5".
func Currency(doc *text.Text, s text.Span) bool {
	return strings.HasPrefix(doc.String()[s.End:], "$")
}
