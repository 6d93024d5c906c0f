package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// longest is the most words of a sentence, the length of the reader's window.
// What is longer, such as a table without stops, is cut.
const longest = 512

// A Sentence is a sentence, or a part of one that was too long.
type Sentence struct {
	text.Span
	Cut bool // the sentence goes on in the next one
}

// AppendSentences appends the sentences of t to dst. No sentence runs over the
// end of a paragraph or is longer than 512 words; [Sentences] says which ones
// were cut for that.
func AppendSentences(dst []text.Span, t *text.Text) []text.Span {
	for _, s := range Sentences(t) {
		dst = append(dst, s.Span)
	}
	return dst
}

// Sentences returns the sentences of t, marked where they were cut.
func Sentences(t *text.Text) []Sentence {
	var found []Sentence
	for _, p := range AppendParagraphs(nil, t) {
		found = appendSentences(found, t.String(), p)
	}
	return found
}

// appendSentences appends the sentences of one paragraph.
func appendSentences(dst []Sentence, s string, p text.Span) []Sentence {
	sc := scanner{s: s[p.Start:p.End]}
	sc.brackets = pairBrackets(sc.s)
	start := 0
	for {
		end, ok := sc.next(start)
		if !ok {
			end = len(sc.s)
		}
		span := trim(sc.s, text.Span{Start: start, End: end})
		if !span.Empty() {
			span = text.Span{Start: span.Start + p.Start, End: span.End + p.Start}
			dst = appendCut(dst, s, span)
		}
		if !ok {
			return dst
		}
		start = end
	}
}

// appendCut appends a sentence, in parts when it is too long. A part ends
// after a semicolon or comma of its last quarter where there is one.
func appendCut(dst []Sentence, s string, span text.Span) []Sentence {
	start, words, comma := span.Start, 0, -1
	inWord := false
	for i, r := range s[span.Start:span.End] {
		i += span.Start
		if !unicode.IsSpace(r) {
			inWord = true
			continue
		}
		if !inWord {
			continue
		}
		inWord = false
		words++
		if words > longest*3/4 && (s[i-1] == ';' || s[i-1] == ',') {
			comma = i
		}
		if words < longest {
			continue
		}
		end := i
		if comma >= 0 {
			end = comma
		}
		dst = append(dst, Sentence{trim(s, text.Span{Start: start, End: end}), true})
		words = len(strings.Fields(s[end:i]))
		start, comma = end, -1
	}
	rest := trim(s, text.Span{Start: start, End: span.End})
	if rest.Empty() {
		dst[len(dst)-1].Cut = false
		return dst
	}
	return append(dst, Sentence{rest, false})
}

// A scanner finds the ends of sentences in one paragraph.
type scanner struct {
	s        string
	at       int       // nothing before it is looked at again
	brackets []bracket // pairs that open at or after at
	closed   int       // inside a bracket until here
}

// next returns the end of the sentence that begins at start, or false when
// none ends before the paragraph does.
func (sc *scanner) next(start int) (int, bool) {
	start += len(sc.s[start:]) - len(strings.TrimLeftFunc(sc.s[start:], isBlank))
	sc.at = max(sc.at, start)
	for sc.at < len(sc.s) {
		st, ok := sc.stop(start)
		if !ok {
			return 0, false
		}
		sc.at = st.end
		if st.ends() {
			return st.end, true
		}
	}
	return 0, false
}

// closers may stand between the stop of a sentence and its end.
const closers = `"'”’»)]}›`

// openers may stand between the end of a sentence and the first word of the
// next.
const openers = `"'“‘«([{‹„‚¿¡-–—•*`

// stop returns the next mark that may end a sentence.
func (sc *scanner) stop(start int) (stop, bool) {
	for i := sc.at; i < len(sc.s); {
		r, size := utf8.DecodeRuneInString(sc.s[i:])
		if !isStop(r) {
			i += size
			continue
		}
		st := stop{s: sc.s, start: start, at: i, end: i + size, mark: r, runes: 1}
		st.extend()
		sc.enter(start, i)
		st.inBracket = i < sc.closed
		return st, true
	}
	return stop{}, false
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।':
		return true
	}
	return false
}

// enter passes the brackets that open before at, and remembers how far those
// reach that opened inside the sentence. A bracket at its very start may hold
// sentences of its own.
func (sc *scanner) enter(start, at int) {
	for len(sc.brackets) > 0 && sc.brackets[0].open < at {
		if sc.brackets[0].open > start {
			sc.closed = max(sc.closed, sc.brackets[0].close)
		}
		sc.brackets = sc.brackets[1:]
	}
}

// A bracket is a pair of matching brackets.
type bracket struct{ open, close int }

// pairBrackets returns the pairs of s by their opening. A bracket without its
// partner is none.
func pairBrackets(s string) []bracket {
	var pairs []bracket
	var stack []int // indexes into pairs
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			stack = append(stack, len(pairs))
			pairs = append(pairs, bracket{i, -1})
		case ')', ']':
			if len(stack) == 0 {
				continue
			}
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if s[pairs[last].open] == '(' == (s[i] == ')') {
				pairs[last].close = i
			}
		}
	}
	return pairs
}
