// Package saying lays out statements by their words: which tokens are speaker, cue
// and main clause, and how each begins, for rules that decide what kind of
// statement one is.
//
// In go a frozen text, its sentences, names, times and statements; a [Reader]
// gives each statement as a [Saying]. A Reader is for one goroutine.
//
// # Guarantees
//
// Equal input gives equal output. Time is linear in the text and in the
// statements: of each, a bounded number of words is looked at.
//
// # Limits
//
// English alone, and no grammar: which piece of a content holds its main clause
// is told by its length and its place beside the cue.
package saying

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/pattern"
)

// Input is the names and times of the text; cues are those of the statements.
type Input = phrase.Input

// A Reader is a text and its statements while they are read.
type Reader struct {
	*phrase.Reader

	Statements []attribution.Statement

	byCue []int // statements by their cue
}

// NewReader reads the text.
func NewReader(doc *text.Text, sentences []text.Span, known Input,
	statements []attribution.Statement,
) *Reader {
	byCue := make([]int, len(statements))
	for i := range byCue {
		byCue[i] = i
	}
	slices.SortStableFunc(byCue, func(a, b int) int {
		return statements[a].Cue.Start - statements[b].Cue.Start
	})
	known.Cues = nil
	for _, i := range byCue {
		known.Cues = append(known.Cues, statements[i].Cue)
	}
	return &Reader{phrase.NewReader(doc, sentences, known), statements, byCue}
}

// A Saying is a statement by its words. Its index is that of the statement.
type Saying struct {
	attribution.Statement

	Index     int
	SpeakerAt Tokens
	CueAt     Tokens
	MainAt    Tokens   // the piece of the content that holds the main clause
	Who       []string // first words of the speaker, in small letters
	By        []string // words of the cue
	What      []string // first words of the content
}

// Tokens is a range of tokens, half open.
type Tokens struct{ From, To int }

// How many words of each part the tables look at: longer cues are rare, and what
// a content is shows at its beginning.
const (
	maxWho  = 4
	MaxCue  = 24
	MaxWhat = 12
)

// Saying lays out statement i.
func (r *Reader) Saying(i int) Saying {
	s := Saying{Statement: r.Statements[i], Index: i}
	s.SpeakerAt, s.CueAt = r.Within(s.Speaker), r.Within(s.Cue)
	s.MainAt = r.Within(r.main(s.Statement))
	s.Who = r.Wording(s.SpeakerAt, maxWho)
	s.By = r.Wording(s.CueAt, MaxCue)
	s.What = r.Wording(Tokens{r.Opened(s.MainAt), s.MainAt.To}, MaxWhat)
	return s
}

// Within returns the tokens that a span overlaps.
func (r *Reader) Within(s text.Span) Tokens {
	if s.Empty() {
		return Tokens{}
	}
	from := r.after(s.Start)
	to := from
	for to < len(r.Tokens) && r.Tokens[to].Start < s.End {
		to++
	}
	return Tokens{from, to}
}

// after returns the first token that ends after a byte.
func (r *Reader) after(at int) int {
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

// Opened goes over quotation marks at the beginning of a content.
func (r *Reader) Opened(t Tokens) int {
	for t.From < t.To && r.QuoteMark(t.From) {
		t.From++
	}
	return t.From
}

// maxSubject is the number of bytes of the longest piece that is taken for the
// subject of a content that goes on after the cue: "{The first flight} is
// expected {to take place in May}".
const maxSubject = 100

// main returns the piece of a content that holds its main clause: the first one,
// or the one after the cue when the first is its subject alone.
func (r *Reader) main(s attribution.Statement) text.Span {
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

func (r *Reader) quoted(s text.Span) bool {
	return r.QuoteMark(r.after(s.Start))
}

// Wording returns at most n words of a range as Plain has them.
func (r *Reader) Wording(t Tokens, n int) []string {
	var out []string
	for i := t.From; i < t.To && len(out) < n; i++ {
		out = append(out, r.Plain(i))
	}
	return out
}

// Plain returns token i in small letters with a straight apostrophe.
func (r *Reader) Plain(i int) string {
	return strings.ReplaceAll(r.Low(i), "’", "'")
}

// Fits reports whether token i fits a pattern of one word.
func (r *Reader) Fits(i int, p pattern.Pattern) bool { return p.In([]string{r.Plain(i)}) }

// Participle reports whether token i looks like a participle.
func (r *Reader) Participle(i int) bool { return phrase.Participle(r.Low(i)) }

// InContent reports whether a token stands in a piece of the content.
func (r *Reader) InContent(s Saying, i int) bool {
	return slices.ContainsFunc(s.Content, r.Tokens[i].Span.Overlaps)
}

// Near is the number of bytes around a cue in which other cues, marks and times
// are looked for.
const Near = 400

// Beside returns the statements whose cue begins near a span, by their cue.
func (r *Reader) Beside(at text.Span) []int {
	begins := func(i, at int) int { return r.Statements[i].Cue.Start - at }
	from, _ := slices.BinarySearchFunc(r.byCue, at.Start-Near, begins)
	to, _ := slices.BinarySearchFunc(r.byCue, at.End+Near+1, begins)
	return r.byCue[from:to]
}

// Apart returns how many tokens stand between two ranges.
func Apart(a, b Tokens) int {
	return max(0, a.From-b.To, b.From-a.To)
}
