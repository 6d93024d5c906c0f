package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// A token is a word, a possessive ending or a single mark.
type token struct {
	text.Span
	kind     kind
	sentence int // index of its sentence
	name     int // index of the model's name that it stands in, or -1
	time     int // index of the time that it stands in, or -1
	outlet   int // index of the outlet that begins here, or -1
	cue      bool
}

type kind uint8

const (
	mark kind = iota
	word
	possessive
)

// A reader is one text while it is being read.
type reader struct {
	doc     *text.Text
	s       string
	in      Input
	toks    []token
	outlets []outlet
	local   map[string]bool // abbreviations of outlets that the text defines
	short   map[string]bool // last words of outlets named before: "the Post"
}

func newReader(doc *text.Text, sentences []text.Span, in Input) *reader {
	r := &reader{
		doc: doc, s: doc.String(), in: in,
		local: map[string]bool{}, short: map[string]bool{},
	}
	r.toks = make([]token, 0, doc.Len()/5+8)
	for at := 0; at < len(r.s); {
		at = r.scan(at)
	}
	r.place(sentences)
	r.findOutlets()
	return r
}

// scan appends the token at a byte, if any, and returns the byte after it.
func (r *reader) scan(at int) int {
	c, size := utf8.DecodeRuneInString(r.s[at:])
	switch {
	case unicode.IsSpace(c):
		return at + size
	case !wordRune(c) && c != '@' && c != '#':
		r.push(at, at+size, mark)
		return at + size
	}
	end := wordEnd(r.s, at+size)
	cut := end
	for _, ending := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(r.s[at:end], ending) && end-at > len(ending) {
			cut = end - len(ending)
		}
	}
	if cut == end && strings.HasPrefix(r.s[end:], ".") && abbreviated(r.s[at:end]) {
		end, cut = end+1, end+1
	}
	r.push(at, cut, word)
	if cut < end {
		r.push(cut, end, possessive)
	}
	return end
}

func (r *reader) push(start, end int, k kind) {
	r.toks = append(r.toks, token{
		Span: text.Span{Start: start, End: end}, kind: k,
		name: -1, time: -1, outlet: -1,
	})
}

func wordRune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)
}

// wordEnd returns where the word ends that goes on at a byte: a sign inside
// belongs to it when a letter or digit follows.
func wordEnd(s string, at int) int {
	for at < len(s) {
		c, size := utf8.DecodeRuneInString(s[at:])
		if !wordRune(c) {
			if !strings.ContainsRune("-'’.&@_", c) {
				return at
			}
			after, _ := utf8.DecodeRuneInString(s[at+size:])
			if !wordRune(after) {
				return at
			}
		}
		at += size
	}
	return at
}

// abbreviated reports whether a full stop after the word belongs to it.
func abbreviated(w string) bool {
	if strings.Contains(w, ".") {
		return !strings.Contains(w, "@") && len(w) < 8 && len(w[strings.LastIndex(w, ".")+1:]) == 1
	}
	first, size := utf8.DecodeRuneInString(w)
	if size == len(w) {
		return unicode.IsUpper(first)
	}
	class, _ := lexicon.Abbreviation(w)
	return unicode.IsUpper(first) && class == lexicon.Title
}

// place tells each token its sentence, name, time and cue.
func (r *reader) place(sentences []text.Span) {
	sentence, name, time, cue := 0, 0, 0, 0
	for i := range r.toks {
		t := &r.toks[i]
		sentence = around(sentences, sentence, t.Start)
		t.sentence = sentence
		for name < len(r.in.Names) && r.in.Names[name].End <= t.Start {
			name++
		}
		if name < len(r.in.Names) && r.in.Names[name].Overlaps(t.Span) {
			t.name = name
		}
		time = around(r.in.Times, time, t.Start)
		if time < len(r.in.Times) && r.in.Times[time].Overlaps(t.Span) {
			t.time = time
		}
		cue = around(r.in.Cues, cue, t.Start)
		t.cue = cue < len(r.in.Cues) && r.in.Cues[cue].Overlaps(t.Span)
	}
}

// at returns the words of token i, empty outside the text.
func (r *reader) at(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.doc.At(r.toks[i].Span)
}

// low returns the words of token i in small letters.
func (r *reader) low(i int) string { return strings.ToLower(r.at(i)) }

// is reports whether token i is one of a set, whatever its case.
func (r *reader) is(i int, set map[string]bool) bool { return set[r.low(i)] }

// capital reports whether token i is a word that begins with a capital.
func (r *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.at(i))
	return unicode.IsUpper(c)
}

// together reports whether both tokens exist and stand in one sentence.
func (r *reader) together(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(r.toks) && j < len(r.toks) &&
		r.toks[i].sentence == r.toks[j].sentence
}

// opens reports whether token i is the first of its sentence or of a clause
// that a mark opens.
func (r *reader) opens(i int) bool {
	return !r.together(i-1, i) || r.toks[i-1].kind == mark
}

// span joins the tokens from i up to, not including, end.
func (r *reader) span(i, end int) text.Span {
	return text.Span{Start: r.toks[i].Start, End: r.toks[end-1].End}
}

// after returns the first token from i on that stands in no time.
func (r *reader) afterTime(i int) int {
	for i < len(r.toks) && r.toks[i].time >= 0 && r.together(i-1, i) {
		i++
	}
	return i
}

// nameEnd returns the token after the model's name that holds token i.
func (r *reader) nameEnd(i int) int {
	n := r.toks[i].name
	for i < len(r.toks) && r.toks[i].name == n {
		i++
	}
	return i
}

func (r *reader) quoteMark(i int) bool {
	switch r.at(i) {
	case `"`, "'", "“", "”", "‘", "’", "«", "»":
		return true
	}
	return false
}
