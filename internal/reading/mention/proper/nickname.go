package proper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// WithNicknames joins the parts of people's names with what they are called between
// them: George “Jay” Keyworth.
func WithNicknames(doc *text.Text, names []Scored) []Scored {
	out := names[:0]
	for i := 0; i < len(names); i++ {
		n := names[i]
		if k := nicknamed(doc, names[i:]); k > 0 {
			n.End = names[i+k].End
			i += k
		}
		out = append(out, n)
	}
	return out
}

// nicknamed returns which of the names behind the first has its surname, or 0: what
// stands between them is one word in quotation marks.
func nicknamed(doc *text.Text, names []Scored) int {
	for k := 1; k <= 2 && k < len(names); k++ {
		between := doc.String()[names[0].End:names[k].Start]
		word, isOpen := strings.CutPrefix(between, " ")
		word, isClosed := strings.CutSuffix(word, " ")
		if names[0].Kind != Person || names[k].Kind != Person || !isOpen || !isClosed || strings.Contains(word, " ") {
			continue
		}
		bare, ok := Unquoted(word)
		if first, _ := utf8.DecodeRuneInString(bare); ok && unicode.IsUpper(first) {
			return k
		}
	}
	return 0
}

// Unquoted returns a word that has quotation marks at both ends without them.
func Unquoted(word string) (string, bool) {
	bare := strings.Trim(word, "\"“”'‘’")
	return bare, strings.Index(word, bare) > 0 && !strings.HasSuffix(word, bare)
}

// shortGiven are the short forms of given names, each with those that it is short
// for.
var shortGiven = map[string]string{
	"abe": "abraham", "al": "albert alan", "alex": "alexander", "andy": "andrew",
	"ben": "benjamin", "bernie": "bernard", "bill": "william", "bob": "robert",
	"charlie": "charles", "chris": "christopher", "chuck": "charles", "dan": "daniel",
	"dave": "david", "deb": "deborah", "dick": "richard", "don": "donald",
	"ed": "edward edwin", "fred": "frederick", "greg": "gregory", "jack": "john",
	"jeff": "jeffrey", "jerry": "gerald", "jim": "james", "jimmy": "james",
	"joe": "joseph", "josh": "joshua", "ken": "kenneth", "larry": "lawrence",
	"liz": "elizabeth", "matt": "matthew", "mike": "michael", "mitch": "mitchell",
	"nick": "nicholas", "pat": "patrick patricia", "pete": "peter", "rick": "richard",
	"rob": "robert", "ron": "ronald", "sam": "samuel", "steve": "steven stephen",
	"sue": "susan", "ted": "edward theodore", "tim": "timothy", "tom": "thomas",
	"tony": "anthony",
}

// ShortGiven reports whether a given name, in small letters, is short for another.
func ShortGiven(short, long string) bool {
	return slices.Contains(strings.Fields(shortGiven[short]), long)
}

// IsShortGiven reports whether a given name, in small letters, is a short form.
func IsShortGiven(name string) bool { return shortGiven[name] != "" }
