package mention

import (
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// extents sets the names of one document right where they begin and end: none runs
// over a blank line, one that ends in initials or a state's short form has their
// last full stop, a party's letter is no part of a state, and a piece of a
// well-known body's name ("World") is the whole of it.
func extents(doc *text.Text, names []Scored) []Scored {
	out := make([]Scored, 0, len(names))
	for _, n := range names {
		for _, s := range proper.Paragraphs(doc, n.Span) {
			n.Span = proper.WithBody(doc, proper.WithoutParty(doc, proper.WithStop(doc, s)))
			if proper.IsParty(doc, n.Span) {
				continue
			}
			n.Span = proper.WithDistrict(doc, proper.WithoutNoun(doc, n.Span))
			n.Name = proper.WithState(doc, n.Name)
			if of, ok := proper.Countries(doc, n.Span); ok {
				for _, n.Span = range of {
					n.Kind = Place
					out = appendName(out, n)
				}
				continue
			}
			if n.Kind == Person {
				n.Span = proper.WithoutRanks(doc, proper.WithInitial(doc, n.Span))
				if n.Empty() {
					continue
				}
			}
			if len(out) > 0 && n.Contains(out[len(out)-1].Span) { // "K." before "Ann Moe"
				out = out[:len(out)-1]
			}
			out = appendName(out, n)
		}
	}
	out = proper.WithNicknames(doc, proper.WithoutTitles(doc, withHeads(doc, out)))
	return withStyles(doc, out)
}

// withStyles makes people of titles with the names of realms behind them: of "Duke"
// and "Sussex", or "Sussex" alone, the Duke of Sussex.
func withStyles(doc *text.Text, names []Scored) []Scored {
	out, surnames := names[:0], lastWords(doc, names)
	for _, n := range names {
		whole, ok := proper.Styled(doc, n.Span)
		last := headKinds[strings.ToLower(lastWord(doc.At(n.Span)))] // "Wales Hospital"
		kind := n.Kind == Person || n.Kind == Place || n.Kind == Organization && whole == n.Span
		if ok && kind && (last == "" || last == Person) {
			before := len(out)
			for before > 0 && out[before-1].Start >= whole.Start {
				before--
			}
			title, _, _ := strings.Cut(strings.ToLower(doc.At(whole)), " of ")
			within := before > 0 && out[before-1].End > whole.Start // "Larry King of CNN"
			word := wordBefore(doc, whole.Start)
			mister := word == "Mr" || word == "Mrs" || word == "Ms"
			king := surnames[title] && !strings.EqualFold(word, "the") // "King of Maine"
			if !within && !king && !mister {
				out = out[:before]
				n.Span, n.Kind = whole, Person
			}
		}
		out = append(out, n)
	}
	return out
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// appendName appends a name unless the last one reaches into it.
func appendName(all []Scored, n Scored) []Scored {
	if len(all) > 0 && all[len(all)-1].End > n.Start {
		return all
	}
	return append(all, n)
}

// bodyHeads are the nouns of bodies that a place before them belongs to; those of
// states stand behind "U.S." too, where others may begin a sentence.
var (
	bodyHeads = wordSet(`university college institute academy ministry department agency
		committee commission council authority bureau association federation foundation
		society union corporation bank airlines airways police`)
	stateHeads = wordSet("army navy court tribunal congress senate parliament assembly corps")
	chambers   = wordSet("congress senate parliament assembly")
)

// bodyHead returns the noun of a body, with a capital, that stands right behind a name.
// "University Press" goes on where a noun was taken before.
func bodyHead(doc *text.Text, n Name, limit int, goesOn bool) (string, bool) {
	behind, ok := strings.CutPrefix(doc.String()[n.End:limit], " ")
	noun := proper.FirstWord(behind)
	word := strings.ToLower(noun)
	switch {
	case !ok || noun == word:
		return "", false
	case strings.HasSuffix(doc.At(n.Span), "."): // "to the U.S. Police arrested him"
		return noun, stateHeads[word]
	case n.Kind == Organization && chambers[word]: // "GOP Senate"
		return "", false
	}
	return noun, bodyHeads[word] || stateHeads[word] || goesOn && word == "press"
}

// withHeads takes the noun of a body to the place before it that was read as a name
// alone: "University" behind "Columbia".
func withHeads(doc *text.Text, names []Scored) []Scored {
	for i := range names {
		n := &names[i]
		limit := doc.Len()
		if i+1 < len(names) {
			limit = names[i+1].Start
		}
		first := n.End
		for n.Kind == Place || n.Kind == Organization {
			noun, ok := bodyHead(doc, n.Name, limit, n.End > first)
			if !ok || proper.Headline(doc, n.Span) {
				break
			}
			n.End += len(" ") + len(noun)
			n.Kind = Organization
		}
	}
	return names
}
