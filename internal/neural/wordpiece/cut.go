package wordpiece

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/internal/language/text"
)

const (
	maxBytes = maxWord * utf8.UTFMax // of a word that is looked up
	maxToken = 64                    // bytes; the longest of BERT's has 18
)

// A cutter goes once over a text. It collects the normalised characters of one
// word at a time, and appends the word's pieces when the word ends.
type cutter struct {
	vocab *Vocabulary
	text  string
	dst   []Piece
	runs  runs
	word  word
}

// A word holds normalised characters, and for each of their bytes the place of
// the original character. Past maxWord characters it only counts.
type word struct {
	chars int       // characters, also those past maxWord
	size  int       // bytes in use
	span  text.Span // of all characters
	bytes [maxBytes]byte
	from  [maxBytes]int
	to    [maxBytes]int
}

// cut appends the pieces of the whole text.
func (c *cutter) cut() {
	for i := 0; i < len(c.text); {
		if b := c.text[i]; b < utf8.RuneSelf {
			c.ascii(b, i)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(c.text[i:])
		c.other(r, text.Span{Start: i, End: i + size})
		i += size
	}
	c.endWord()
}

// ascii takes the character b at byte i.
func (c *cutter) ascii(b byte, i int) {
	switch kind := asciiKinds[b]; kind {
	case dropByte:
	case spaceByte:
		c.endWord()
	case punctuationByte:
		c.endWord()
		c.word.addByte(b, i)
		c.endWord()
	case upperByte:
		c.word.addByte(b+'a'-'A', i)
	case plainByte:
		c.word.addByte(b, i)
	}
}

// other takes the character r, which is no ASCII, at its place.
func (c *cutter) other(r rune, at text.Span) {
	switch {
	case r == utf8.RuneError || unicode.Is(dropped, r):
	case plainMark(r) != 0:
		c.endWord()
		c.word.addRune(plainMark(r), at)
		c.endWord()
	case unicode.IsSpace(r):
		c.endWord()
	case isChinese(r):
		c.endWord()
		c.normalised(r, at)
		c.endWord()
	default:
		c.normalised(r, at)
	}
}

// newComposed decomposes in today's Unicode but not in the trainer's, which is
// older; it is the only one.
const newComposed = '\U00011938'

// normalised adds what r becomes without accents and case: its canonical
// decomposition less the marks, each character in lower case.
func (c *cutter) normalised(r rune, at text.Span) {
	if jamo, ok := hangul(r); ok {
		for _, j := range jamo {
			c.plain(j, at)
		}
		return
	}
	var buf [utf8.UTFMax]byte
	whole := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	if whole == nil || r == newComposed {
		c.plain(r, at)
		return
	}
	for len(whole) > 0 {
		part, size := utf8.DecodeRune(whole)
		c.plain(part, at)
		whole = whole[size:]
	}
}

// plain adds one decomposed character; marks are left out, and punctuation is a
// word of its own.
func (c *cutter) plain(r rune, at text.Span) {
	if r == 0 || unicode.Is(dropped, r) {
		return
	}
	r = unicode.ToLower(r)
	if isPunctuation(r) {
		c.endWord()
		c.word.addRune(r, at)
		c.endWord()
		return
	}
	c.word.addRune(r, at)
}

// endWord appends the pieces of the word collected so far, and clears it. A
// word that cannot be made of pieces to its end is one unknown piece.
func (c *cutter) endWord() {
	w := &c.word
	if w.chars == 0 {
		return
	}
	begin, size := len(c.dst), w.size
	known := w.chars <= maxWord
	for at := 0; known && at < size; {
		id, n, found := c.vocab.match(w.bytes[at:size], at > 0)
		if !found {
			known = false
			break
		}
		c.emit(id, text.Span{Start: w.from[at], End: w.to[at+n-1]})
		at += n
	}
	if !known {
		c.dst = c.dst[:begin]
		c.emit(c.vocab.unknown, w.span)
	}
	w.chars, w.size = 0, 0
}

func (c *cutter) emit(id int32, span text.Span) {
	c.dst = append(c.dst, Piece{ID: id, Shape: c.runs.shape(span), Span: span})
}

// match finds the longest piece with which b begins, and its length in bytes.
func (v *Vocabulary) match(b []byte, follows bool) (id int32, n int, found bool) {
	n = min(len(b), v.longest)
	whole := hash(b[:n], follows)
	if id, found := v.find(whole, b[:n], follows); found {
		return id, n, true // most words are one piece
	}
	var hashes [maxToken]uint32
	h := seed(follows)
	for i := range n {
		h = step(h, b[i])
		hashes[i] = h
	}
	for n--; n > 0; n-- {
		if id, found := v.find(hashes[n-1], b[:n], follows); found {
			return id, n, true
		}
	}
	return 0, 0, false
}

// addByte adds the ASCII character b from byte i of the text.
func (w *word) addByte(b byte, i int) {
	w.extend(text.Span{Start: i, End: i + 1})
	if w.chars > maxWord {
		return
	}
	w.bytes[w.size], w.from[w.size], w.to[w.size] = b, i, i+1
	w.size++
}

// addRune adds a character that comes from the given place of the text.
func (w *word) addRune(r rune, at text.Span) {
	w.extend(at)
	if w.chars > maxWord {
		return
	}
	n := utf8.EncodeRune(w.bytes[w.size:], r)
	for i := w.size; i < w.size+n; i++ {
		w.from[i], w.to[i] = at.Start, at.End
	}
	w.size += n
}

// extend counts a character and widens the span of the word to its end.
func (w *word) extend(at text.Span) {
	if w.chars == 0 {
		w.span.Start = at.Start
	}
	w.span.End = at.End
	w.chars++
}
