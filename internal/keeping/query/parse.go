package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads what was typed into the search box. Its error is an [*Error].
//
// Words and phrases stand by themselves, filters as KEY:VALUE. What begins like
// a filter with an unknown key is refused rather than looked for as words; to
// look for it, put it in double quotes. A word without a letter or digit, as
// the dash of a headline, is left out. Typographic double quotes are quotes.
func Parse(s string) (Query, error) {
	var q Query
	if err := q.parse(s); err != nil {
		return Query{}, err
	}
	return q, nil
}

// parse adds the conditions of s, all or none.
func (q *Query) parse(s string) error {
	if at := invalid(s); at < len(s) {
		return &Error{In: s, Offset: at, What: "query", Why: "not UTF-8"}
	}
	next := *q
	sc := scanner{text: s}
	for sc.skip(isGap); sc.rest() != ""; sc.skip(isGap) {
		start := sc.at
		if fault := next.condition(&sc); fault != nil {
			return fault.placed(s, start, s[start:sc.at])
		}
	}
	*q = next
	return nil
}

// condition reads and adds one condition.
func (q *Query) condition(sc *scanner) *Error {
	not := sc.take("-")
	if key, ok := sc.key(); ok {
		return q.filter(sc, key, not)
	}
	quoted := sc.atQuote()
	word, fault := sc.item(isGap)
	if fault != nil {
		return fault
	}
	if !quoted && Fold(word.text) == "" {
		return nil
	}
	return q.addWord(word, not)
}

// filter reads what follows a key and its colon, and adds it.
func (q *Query) filter(sc *scanner, name string, not bool) *Error {
	key, fault := readKey(name)
	if fault != nil {
		fault.Offset, fault.What = sc.at-len(name)-len(":"), shortened(name)
		fault.Why += `; to look for the words, put them in double quotes`
		return fault
	}
	values, fault := sc.items(func(r rune) bool { return r == ',' || isGap(r) })
	if fault != nil {
		return fault
	}
	return q.addFilter(key, values, not)
}

// An item is a word or a value, and where it stands.
type item struct {
	text string
	at   int
}

// A scanner reads a text from the left.
type scanner struct {
	text string
	at   int
}

func (sc *scanner) rest() string { return sc.text[sc.at:] }

// skip passes what is so.
func (sc *scanner) skip(so func(rune) bool) {
	sc.at = len(sc.text) - len(strings.TrimLeftFunc(sc.rest(), so))
}

// take passes the prefix, if it is there.
func (sc *scanner) take(prefix string) bool {
	if !strings.HasPrefix(sc.rest(), prefix) {
		return false
	}
	sc.at += len(prefix)
	return true
}

// key passes a name and its colon. An unknown name before a colon and a space
// is a word of a headline, "Analysis: ...".
func (sc *scanner) key() (string, bool) {
	n := strings.IndexFunc(sc.rest(), isNoLetterOfKeys)
	if n <= 0 || sc.rest()[n] != ':' {
		return "", false
	}
	name, after := sc.rest()[:n], sc.rest()[n+len(":"):]
	if _, fault := readKey(name); fault != nil && (after == "" || startsWithGap(after)) {
		return "", false
	}
	sc.at += n + len(":")
	return name, true
}

func isNoLetterOfKeys(r rune) bool {
	return r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
}

// items reads values parted by commas. A bare one ends where end says so.
func (sc *scanner) items(end func(rune) bool) ([]item, *Error) {
	var list []item
	for {
		next, fault := sc.item(end)
		if fault != nil {
			return nil, fault
		}
		list = append(list, next)
		if !sc.take(",") {
			return list, nil
		}
		sc.skip(isGap)
	}
}

// quotes are the marks around phrases and values.
var quotes = []struct{ open, end string }{{`"`, `"`}, {"“", "”"}}

func (sc *scanner) atQuote() bool {
	return strings.HasPrefix(sc.rest(), quotes[0].open) ||
		strings.HasPrefix(sc.rest(), quotes[1].open)
}

// item reads one word or value, bare or quoted.
func (sc *scanner) item(end func(rune) bool) (item, *Error) {
	start := sc.at
	for _, q := range quotes {
		if sc.take(q.open) {
			text, fault := sc.quoted(start, q.end)
			return item{plain(text), start}, fault
		}
	}
	n := strings.IndexFunc(sc.rest(), end)
	if n < 0 {
		n = len(sc.rest())
	}
	sc.at += n
	return item{plain(sc.text[start:sc.at]), start}, nil
}

// quoted reads to the closing mark and past it. A backslash before a quotation
// mark or a backslash takes it as it is.
func (sc *scanner) quoted(start int, end string) (string, *Error) {
	var b strings.Builder
	for sc.rest() != "" {
		if sc.take(end) {
			return b.String(), sc.afterQuote(start)
		}
		if strings.HasPrefix(sc.rest(), `\\`) || strings.HasPrefix(sc.rest(), `\"`) ||
			strings.HasPrefix(sc.rest(), `\”`) {
			sc.at++
		}
		_, size := utf8.DecodeRuneInString(sc.rest())
		b.WriteString(sc.rest()[:size])
		sc.at += size
	}
	return "", &Error{
		Offset: start, What: shortened(sc.text[start:]),
		Why: "the closing quotation mark is missing",
	}
}

// afterQuote sees to it that what follows a quotation is apart from it.
func (sc *scanner) afterQuote(start int) *Error {
	if sc.rest() == "" || startsWithGap(sc.rest()) || strings.HasPrefix(sc.rest(), ",") {
		return nil
	}
	return &Error{
		Offset: start, What: shortened(sc.text[start:]),
		Why: `no space after the closing quotation mark; one inside is written \"`,
	}
}

func startsWithGap(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isGap(r)
}

// isGap reports what parts words: spaces and controls.
func isGap(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// plain returns the words of s parted by single spaces.
func plain(s string) string { return strings.Join(strings.FieldsFunc(s, isGap), " ") }

// invalid returns the place of the first byte that is no UTF-8, len(s) if none.
func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !utf8.ValidString(s[i:min(i+3, len(s))]) {
			return i
		}
	}
	return len(s)
}
