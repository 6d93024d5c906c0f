package stance

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
)

// A saying is a statement by its words. Ranges are tokens, half open.
type saying struct {
	attribution.Statement

	index   int
	speaker tokens
	cue     tokens
	content tokens // the piece that holds the main clause
	who     []string
	by      []string // words of the cue
	what    []string // first words of the content
}

// tokens is a range of tokens, half open.
type tokens struct{ from, to int }

// How many words of each part the tables look at: longer cues are rare, and what
// a content is shows at its beginning.
const (
	maxWho  = 4
	maxCue  = 24
	maxWhat = 12
)

func (r *reader) saying(i int) saying {
	s := saying{Statement: r.in.Statements[i], index: i}
	s.speaker, s.cue = r.within(s.Speaker), r.within(s.Cue)
	s.content = r.within(r.main(s.Statement))
	s.who = r.words(s.speaker, maxWho)
	s.by = r.words(s.cue, maxCue)
	s.what = r.words(tokens{r.opened(s.content), s.content.to}, maxWhat)
	return s
}

// within returns the tokens that a span overlaps.
func (r *reader) within(s text.Span) tokens {
	if s.Empty() {
		return tokens{}
	}
	from := r.after(s.Start)
	to := from
	for to < len(r.Tokens) && r.Tokens[to].Start < s.End {
		to++
	}
	return tokens{from, to}
}

// after returns the first token that ends after a byte.
func (r *reader) after(at int) int {
	low, high := 0, len(r.Tokens)
	for low < high {
		if mid := (low + high) / 2; r.Tokens[mid].End <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// opened goes over quotation marks at the beginning of a content.
func (r *reader) opened(t tokens) int {
	for t.from < t.to && r.QuoteMark(t.from) {
		t.from++
	}
	return t.from
}

// maxSubject is the number of bytes of the longest piece that is taken for the
// subject of a content that goes on after the cue: "{The first flight} is
// expected {to take place in May}".
const maxSubject = 100

// main returns the piece of a content that holds its main clause: the first one,
// or the one after the cue when the first is its subject alone.
func (r *reader) main(s attribution.Statement) text.Span {
	first := s.Content[0]
	if first.Start > s.Cue.Start || first.Len() > maxSubject || r.quoted(first) {
		return first
	}
	for _, piece := range s.Content[1:] {
		if piece.Start >= s.Cue.End {
			return piece
		}
	}
	return first
}

func (r *reader) quoted(s text.Span) bool {
	return r.QuoteMark(r.after(s.Start))
}

// words returns at most n words of a range in small letters.
func (r *reader) words(t tokens, n int) []string {
	var out []string
	for i := t.from; i < t.to && len(out) < n; i++ {
		out = append(out, r.word(i))
	}
	return out
}

// word returns token i in small letters with a straight apostrophe.
func (r *reader) word(i int) string {
	return strings.ReplaceAll(r.Low(i), "’", "'")
}

// inContent reports whether a token stands in a piece of the content.
func (r *reader) inContent(s saying, i int) bool {
	return slices.ContainsFunc(s.Content, r.Tokens[i].Span.Overlaps)
}
