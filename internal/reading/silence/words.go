package silence

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
)

// A word is a word or sign of a sentence; "didn't" is two, "did" and "not", that
// share their span.
type word struct {
	text.Span
	low   string
	upper bool
	sign  bool
}

// A reader is one sentence while it is being read.
type reader struct {
	tokens chunk.Sentence
	words  []word
	found  []tag.Attribution // of the sentence, by cue
}

func newReader(doc *text.Text) *reader {
	return &reader{tokens: chunk.Sentence{Text: doc.String()}}
}

// fill takes the words of a sentence and what the model found in it.
func (r *reader) fill(s text.Span, found []tag.Attribution) {
	r.tokens.Fill(s)
	r.found = found
	r.words = r.words[:0]
	for _, t := range r.tokens.Tokens {
		w := word{
			Span: t.Span, low: strings.ReplaceAll(t.Word, "’", "'"), upper: t.Upper,
			sign: t.Form == chunk.SignForm && !strings.HasSuffix(t.Word, "s"),
		}
		if at := pronounEnd(w.low); at > 0 {
			first := w
			first.End, first.low = w.Start+at, w.low[:at]
			r.words = append(r.words, first)
			w.Start, w.low, w.upper = first.End, w.low[at:], false
		}
		verb, negated := contracted(w.low)
		if !negated {
			r.words = append(r.words, w)
			continue
		}
		first, not := w, w
		first.low, not.low = verb, "not"
		not.upper = false
		if verb != "" {
			r.words = append(r.words, first)
		}
		r.words = append(r.words, not)
	}
}

// pronounEnd returns where the pronoun of "they've" ends, 0 where there is none.
func pronounEnd(w string) int {
	at := strings.IndexByte(w, '\'')
	if at <= 0 || !pronouns[w[:at]] {
		return 0
	}
	return at
}

// contracted returns the verb that a word joins to "not".
func contracted(w string) (verb string, ok bool) {
	switch w {
	case "cannot", "can't":
		return "can", true
	case "won't":
		return "will", true
	}
	return strings.CutSuffix(w, "n't")
}

func (r *reader) is(i int, set map[string]bool) bool { return set[r.Low(i)] }

// span returns the bytes of the words from one up to another.
func (r *reader) span(from, to int) text.Span {
	if from >= to {
		return text.Span{}
	}
	return text.Span{Start: r.words[from].Start, End: r.words[to-1].End}
}
