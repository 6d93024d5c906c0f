// Package wordpiece cuts text into the sub-word pieces that the encoder reads,
// each with its exact place in the text.
//
// In goes a text in UTF-8 of any length; out come pieces in the order of the
// text: the id of the piece in the vocabulary, its half-open range of bytes in
// the text as given, and the shape of the word that it stands in. Ids and
// places equal those of the tokenizer that the model is trained with (BERT,
// uncased): controls are removed, white space separates, Chinese characters and
// punctuation stand alone, letters lose case and accents, and what is left is
// matched greedily against the vocabulary, the longest piece first. Before that,
// typographic quotation marks become those of typewriters.
//
// The form of a text does not matter: curly or straight marks, and accents that
// are composed or written apart, give the same ids and shapes.
//
// A Vocabulary is immutable and safe for concurrent use. Equal texts give equal
// pieces. Time is linear in the length of the text.
//
// Limits: a word of more than 100 characters, or with a character that the
// vocabulary lacks, is one unknown piece. A text that spells a control piece
// ("[SEP]") is read as ordinary words. Of characters newer than Unicode 8,
// marks are not removed and punctuation does not stand alone, as in training.
// Where a mark that is kept moves in canonical order (one newer than Unicode 8,
// musical notation, Hangul tone marks) the order of the text is kept. Letters
// newer than Unicode 14 count as letters for the shape.
//
// Sources: Devlin et al. 2019, "BERT"; Wu et al. 2016 for word pieces. The
// tables and the vectors of the tests are written by
// training/tokenizer_check.py from the tokenizers library.
package wordpiece

import (
	"fmt"
	"strings"

	"readout/internal/language/text"
)

// maxWord is the length in characters from which a word is unknown as a whole;
// the vocabulary was made with this limit.
const maxWord = 100

// A Piece is one entry of the vocabulary at its place in a text.
type Piece struct {
	ID    int32     // line of the vocabulary, from 0
	Shape uint8     // of the run of word characters that it stands in
	Span  text.Span // bytes of the text as given
}

// A Vocabulary is the closed list of pieces that a model knows.
type Vocabulary struct {
	tokens  []string // by id
	slots   []slot   // open addressing, a power of two of them
	unknown int32    // id of [UNK]
	longest int      // bytes of the longest token
}

// A slot is one place of the hash table; id is one more than the piece's, so
// that the zero slot is free.
type slot struct {
	hash uint32
	id   int32
}

// continuation marks the pieces that go on with a word.
const continuation = "##"

// New reads a vocabulary: one piece a line, in the order of the ids. Its pieces
// share the memory of vocab. An error names the line that is empty or repeated,
// or says that [UNK] is missing.
func New(vocab string) (*Vocabulary, error) {
	tokens := strings.Split(strings.TrimSuffix(vocab, "\n"), "\n")
	v := &Vocabulary{tokens: tokens, slots: make([]slot, tableSize(len(tokens)))}
	for id, token := range tokens {
		if token == "" {
			return nil, fmt.Errorf("vocabulary line %d: empty", id+1)
		}
		if !v.insert(token, int32(id)) {
			return nil, fmt.Errorf("vocabulary line %d: %q stands twice", id+1, token)
		}
		v.longest = max(v.longest, len(token))
	}
	if v.longest > maxToken {
		return nil, fmt.Errorf("vocabulary: a piece of %d bytes, at most %d", v.longest, maxToken)
	}
	id, found := v.ID("[UNK]")
	if !found {
		return nil, fmt.Errorf("vocabulary of %d lines: no [UNK]", len(tokens))
	}
	v.unknown = id
	return v, nil
}

// Len returns the number of pieces.
func (v *Vocabulary) Len() int { return len(v.tokens) }

// ID returns the id of a piece as it is written in the vocabulary, "[CLS]" and
// "##ing" for example.
func (v *Vocabulary) ID(token string) (int32, bool) {
	rest, follows := split(token)
	return v.find(hash(rest, follows), rest, follows)
}

// Append appends the pieces of s to dst and returns it. It allocates only to
// grow dst, and keeps no reference to s. Bytes that are no UTF-8 are skipped.
func (v *Vocabulary) Append(dst []Piece, s string) []Piece {
	c := cutter{vocab: v, text: s, dst: dst, runs: runs{text: s}}
	c.cut()
	return c.dst
}

// tableSize is the smallest power of two that leaves half of the slots free.
func tableSize(tokens int) int {
	size := 2
	for size < 2*tokens {
		size *= 2
	}
	return size
}

// insert puts a token into the hash table; false means that it is there.
func (v *Vocabulary) insert(token string, id int32) bool {
	h := hash(split(token))
	at := v.home(h)
	for ; v.slots[at].id != 0; at = (at + 1) & (len(v.slots) - 1) {
		if v.slots[at].hash == h && v.tokens[v.slots[at].id-1] == token {
			return false
		}
	}
	v.slots[at] = slot{hash: h, id: id + 1}
	return true
}

// find looks up the piece with the bytes b and their hash h.
func (v *Vocabulary) find(h uint32, b []byte, follows bool) (int32, bool) {
	for at := v.home(h); v.slots[at].id != 0; at = (at + 1) & (len(v.slots) - 1) {
		if v.slots[at].hash != h {
			continue
		}
		id := v.slots[at].id - 1
		token := v.tokens[id]
		if !follows && token == string(b) {
			return id, true
		}
		if follows && strings.HasPrefix(token, continuation) && token[2:] == string(b) {
			return id, true
		}
	}
	return 0, false
}

// home is the slot where the search for a hash begins: its high bits, spread by
// the golden ratio (Knuth, volume 3, 6.4).
func (v *Vocabulary) home(h uint32) int {
	return int(h*0x9E3779B1>>8) & (len(v.slots) - 1)
}

// split returns the bytes of a token without the mark of a continuation, and
// whether it has one.
func split(token string) ([]byte, bool) {
	rest, follows := strings.CutPrefix(token, continuation)
	if rest == "" {
		return []byte(token), false
	}
	return []byte(rest), follows
}

func hash(b []byte, follows bool) uint32 {
	h := seed(follows)
	for _, c := range b {
		h = step(h, c)
	}
	return h
}

// seed and step are FNV-1a, so that the hashes of all beginnings of a word come
// from one pass over it. Pieces that follow have a seed of their own.
func seed(follows bool) uint32 {
	if follows {
		return 0x811C9DC5 ^ '#'
	}
	return 0x811C9DC5
}

func step(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 0x01000193 }
