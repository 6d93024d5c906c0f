package proper

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/text"
)

// honorifics begin a form of address and offices end it: "Madam Speaker". Where
// someone is spoken to it stands for a name; an office alone is a description.
var (
	honorifics = strings.Fields("Mr Mister Madam Madame")
	offices    = strings.Fields(`President Speaker Chairman Chairwoman Chair Secretary Minister
		Ambassador Mayor Governor Senator Chancellor Commissioner Director Justice Judge`)
)

// AddAddresses adds the forms of address of a document to its names, but for
// those that touch a name ("Mr. President Obama"). Names are sorted and disjoint,
// and so is the result.
func AddAddresses(doc *text.Text, names []Name) []Name {
	out := names
	next := 0 // the first name that does not end before the word
	var last text.Span
	Words(doc.String(), func(word text.Span) {
		whole := text.Span{Start: last.Start, End: word.End}
		gap := doc.At(text.Span{Start: last.End, End: word.Start})
		called := slices.Contains(honorifics, doc.At(last)) &&
			slices.Contains(offices, doc.At(word)) && (gap == " " || gap == ". ")
		last = word
		for next < len(names) && names[next].End <= whole.Start {
			next++
		}
		if called && (next == len(names) || names[next].Start > whole.End+len(" ")) {
			out = append(out, Name{Span: whole, Kind: Person})
		}
	})
	slices.SortFunc(out, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
