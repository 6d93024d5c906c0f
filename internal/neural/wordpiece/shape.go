package wordpiece

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// The shapes of a run of word characters tell the model, which reads no
// capitals, how a word is written. Their numbers are rows of the model's table.
const (
	NoShape uint8 = iota // marks without a letter; before and after the text: [CLS], [SEP]
	Digits               // digits and no letter
	Signs                // neither letter nor digit
	Lower                // house
	Upper                // UN
	Capital              // one capital letter: A
	Title                // House, McDonald
	Mixed                // eBay
)

// runs finds the shape of the run that a piece stands in: the piece with all
// word characters that adjoin it on both sides, or the piece alone if it holds
// another character. Word characters are letters, numbers and the marks that
// combine with them. It keeps the last run, so that going through a text from
// left to right takes linear time.
type runs struct {
	text string
	last text.Span
	is   uint8
}

// shape returns the shape of the run around a piece.
func (r *runs) shape(piece text.Span) uint8 {
	if r.last.Contains(piece) {
		return r.is
	}
	run := text.Span{Start: piece.Start, End: r.after(piece.Start)}
	if !run.Contains(piece) {
		return shapeOf(r.text[piece.Start:piece.End])
	}
	run.Start = r.before(piece.Start)
	r.last, r.is = run, shapeOf(r.text[run.Start:run.End])
	return r.is
}

// before returns where the word characters that end at byte i begin.
func (r *runs) before(i int) int {
	for i > 0 {
		c, size := utf8.DecodeLastRuneInString(r.text[:i])
		if traitsOf(c)&wordTrait == 0 {
			break
		}
		i -= size
	}
	return i
}

// after returns where the word characters that begin at byte i end.
func (r *runs) after(i int) int {
	for i < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[i:])
		if traitsOf(c)&wordTrait == 0 {
			break
		}
		i += size
	}
	return i
}

// shapeOf returns the shape of a run, its marks left out.
func shapeOf(run string) uint8 {
	chars, first, all := 0, traits(0), traits(0)
	for _, c := range run {
		t := traitsOf(c)
		if t&markTrait != 0 {
			continue
		}
		if chars == 0 {
			first = t
		}
		all |= t
		chars++
	}
	switch {
	case chars == 0:
		return NoShape
	case all&letterTrait == 0 && all&digitTrait != 0:
		return Digits
	case all&letterTrait == 0:
		return Signs
	case all&lowerTrait != 0 && all&(upperTrait|titleTrait) == 0:
		return Lower
	case all&upperTrait != 0 && all&(lowerTrait|titleTrait) == 0 && chars > 1:
		return Upper
	case all&upperTrait != 0 && all&(lowerTrait|titleTrait) == 0:
		return Capital
	case first&upperTrait != 0:
		return Title
	}
	return Mixed
}

// traits says what a character is to the shape, in the sense of Python's str
// methods, since the trainer computes it with them.
type traits uint8

const (
	wordTrait   traits = 1 << iota // isalnum, or a mark
	letterTrait                    // isalpha
	digitTrait                     // isdigit
	lowerTrait                     // islower
	upperTrait                     // isupper
	titleTrait                     // category Lt
	markTrait                      // category M
)

// asciiTraits gives the traits of each ASCII character.
var asciiTraits = traitsOfASCII()

func traitsOfASCII() [unicode.MaxASCII + 1]traits {
	var table [unicode.MaxASCII + 1]traits
	for i := range table {
		table[i] = lookUpTraits(rune(i))
	}
	return table
}

func traitsOf(r rune) traits {
	if r <= unicode.MaxASCII {
		return asciiTraits[r]
	}
	return lookUpTraits(r)
}

func lookUpTraits(r rune) traits {
	var t traits
	add := func(has bool, trait traits) {
		if has {
			t |= trait
		}
	}
	letter, mark := unicode.IsLetter(r), unicode.IsMark(r)
	add(letter || mark || unicode.IsNumber(r), wordTrait)
	add(letter, letterTrait)
	add(unicode.IsDigit(r) || unicode.Is(digits, r), digitTrait)
	add(unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r), lowerTrait)
	add(unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r), upperTrait)
	add(unicode.IsTitle(r), titleTrait)
	add(mark, markTrait)
	return t
}
