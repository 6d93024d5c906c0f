package wordpiece

import "unicode"

// The kinds of ASCII characters to the cutter.
const (
	plainByte       = iota // digits and small letters
	upperByte              // capital letters
	spaceByte              // white space
	punctuationByte        // a word of its own, "$" and "+" among them
	dropByte               // controls
)

// asciiKinds gives the kind of each ASCII character.
var asciiKinds = kindsOfASCII()

func kindsOfASCII() [unicode.MaxASCII + 1]uint8 {
	var kinds [unicode.MaxASCII + 1]uint8
	for i := range kinds {
		kinds[i] = kindOfASCII(rune(i))
	}
	return kinds
}

func kindOfASCII(r rune) uint8 {
	switch {
	case r == ' ', r == '\t', r == '\n', r == '\r':
		return spaceByte
	case unicode.IsControl(r):
		return dropByte
	case 'A' <= r && r <= 'Z':
		return upperByte
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return plainByte
	}
	return punctuationByte
}

func isPunctuation(r rune) bool {
	if r <= unicode.MaxASCII {
		return asciiKinds[r] == punctuationByte
	}
	return unicode.Is(punctuation, r)
}

// plainMark returns the quotation mark of typewriters that r is read as, so that
// typography changes no reading, or 0 for what is no mark of the kind.
func plainMark(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‘', '’', '‚', '‛', '′':
		return '\''
	}
	return 0
}

// chinese holds the CJK ideographs that BERT sets apart. The gap before U+2B920
// is an error of the trainer's tokenizer, kept because the model saw it.
var chinese = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x3400, 0x4dbf, 1},
		{0x4e00, 0x9fff, 1},
		{0xf900, 0xfaff, 1},
	},
	R32: []unicode.Range32{
		{0x20000, 0x2a6df, 1},
		{0x2a700, 0x2b73f, 1},
		{0x2b740, 0x2b81f, 1},
		{0x2b920, 0x2ceaf, 1},
		{0x2f800, 0x2fa1f, 1},
	},
}

func isChinese(r rune) bool { return unicode.Is(chinese, r) }

// hangul decomposes a Hangul syllable into its two or three jamo (The Unicode
// Standard, section 3.12); a syllable of two has 0 for the third.
func hangul(r rune) ([3]rune, bool) {
	const (
		syllables, leads, vowels, trails = 0xAC00, 0x1100, 0x1161, 0x11A7
		vowelCount, trailCount           = 21, 28
		count                            = 19 * vowelCount * trailCount
	)
	i := r - syllables
	if i < 0 || i >= count {
		return [3]rune{}, false
	}
	jamo := [3]rune{
		leads + i/(vowelCount*trailCount),
		vowels + i%(vowelCount*trailCount)/trailCount,
	}
	if trail := i % trailCount; trail != 0 {
		jamo[2] = trails + trail
	}
	return jamo, true
}
