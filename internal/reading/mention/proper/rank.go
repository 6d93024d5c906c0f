package proper

import (
	"strings"

	"readout/internal/language/text"
)

// shortRanks are short forms of military and police ranks. Some are given names
// too, so that one alone before a name is none of these: "Maj Moe".
var shortRanks = map[string]bool{
	"lt": true, "lieut": true, "col": true, "gen": true, "brig": true, "maj": true,
	"capt": true, "sgt": true, "cpl": true, "pvt": true, "adm": true, "cmdr": true,
	"cdr": true, "supt": true, "det": true, "insp": true, "vice": true, "rear": true,
}

// WithoutRanks takes two ranks and more off the front of a name, and one behind
// which a full stop stands: of "Brig Gen Al Coe" and "Col. Ann Moe" the names are
// left. Words that are nothing but ranks give an empty span.
func WithoutRanks(doc *text.Text, s text.Span) text.Span {
	words := doc.At(s)
	at, taken, stopped := 0, 0, false
	for at < len(words) {
		word, _, _ := strings.Cut(words[at:], " ")
		plain := strings.TrimSuffix(word, ".")
		if !shortRanks[strings.ToLower(plain)] {
			break
		}
		stopped = plain != word
		at, taken = at+len(word), taken+1
		for at < len(words) && words[at] == ' ' {
			at++
		}
	}
	if taken > 1 || stopped || at == len(words) && strings.HasPrefix(doc.String()[s.End:], ".") {
		s.Start += at
	}
	return s
}
