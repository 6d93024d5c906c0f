package chunk

import "strings"

// A Number is a value read from tokens.
type Number struct {
	Value   Decimal
	Scale   Decimal // the multiplier it is written with; one without any
	To      int     // the first token after it
	Digits  bool    // written in digits, multipliers aside
	Vague   bool    // "dozens", "hundreds of thousands": the value is a low bound
	Part    bool    // a fraction: of a whole
	Abrupt  bool    // the multiplier is a letter: "5m"
	Rounded bool    // the value is not exact: "a third of a million"

	exact quotient // of a number with a fraction
}

var smallNumbers = numberWords(`zero one two three four five six seven eight nine
	ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`, 0, 1)

var tens = numberWords(`twenty thirty forty fifty sixty seventy eighty ninety`, 20, 10)

func numberWords(s string, from, step int64) map[string]int64 {
	values := map[string]int64{}
	for _, w := range strings.Fields(s) {
		values[w] = from
		from += step
	}
	return values
}

// Multipliers are the words that multiply the number before them.
var Multipliers = map[string]Decimal{
	"hundred": {1, 2}, "thousand": {1, 3}, "million": {1, 6}, "billion": {1, 9},
	"trillion": {1, 12}, "quadrillion": {1, 15}, "dozen": {12, 0},
	"mn": {1, 6}, "mln": {1, 6}, "mil": {1, 6}, "mio": {1, 6},
	"bn": {1, 9}, "bln": {1, 9}, "tn": {1, 12}, "trn": {1, 12}, "trln": {1, 12},
	"lakh": {1, 5}, "crore": {1, 7},
}

// letters are multipliers of one letter, right after digits.
var letters = map[string]Decimal{
	"k": {1, 3}, "m": {1, 6}, "b": {1, 9}, "t": {1, 12},
}

// vagueNumbers are plurals that stand for at least two of them.
var vagueNumbers = map[string]Decimal{
	"dozens": {24, 0}, "scores": {40, 0}, "tens": {20, 0}, "hundreds": {2, 2},
	"thousands": {2, 3}, "millions": {2, 6}, "billions": {2, 9}, "trillions": {2, 12},
}

// parts are the names of the parts of a whole.
var parts = map[string]int64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
	"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
	"eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}

// Vulgar are the fractions of one character.
var Vulgar = map[string]Fraction{
	"½": {1, 2}, "¼": {1, 4}, "¾": {3, 4}, "⅓": {1, 3}, "⅔": {2, 3},
}

// IsNumberWord reports whether a number may begin with the word.
func IsNumberWord(w string) bool {
	_, small := smallNumbers[w]
	_, ten := tens[w]
	_, vague := vagueNumbers[w]
	return small || ten || vague
}

// OpensNumber reports whether a number may stand after a currency sign.
func (s *Sentence) OpensNumber(i int) bool {
	return s.Is(i, DigitsForm) || IsNumberWord(s.Word(i))
}

// Number reads the number that begins at a token.
func (s *Sentence) Number(i int) (Number, bool) {
	if s.Is(i, DigitsForm) {
		return s.inDigits(i)
	}
	if f, ok := Vulgar[s.Word(i)]; ok {
		return s.scaled(Number{To: i + 1}.plus(f)), true
	}
	w := s.Word(i)
	if _, ok := vagueNumbers[w]; ok {
		return s.vagueNumber(i)
	}
	if n, ok := s.fraction(i); ok {
		return n, true
	}
	if w == "a" || w == "an" {
		return s.oneScaled(i)
	}
	if w == "several" || w == "few" {
		return s.fewScaled(i)
	}
	if w == "dozen" {
		return Number{Value: Whole(12), Scale: Whole(12), To: i + 1}, true
	}
	return s.inWords(i)
}

// inDigits reads "1,234", "2.5 million", "2 1/2", "1½".
func (s *Sentence) inDigits(i int) (Number, bool) {
	value, ok := ParseDecimal(s.Word(i))
	if !ok {
		return Number{}, false
	}
	n := Number{Value: value, To: i + 1, Digits: true}
	if f, ok := Vulgar[s.Word(n.To)]; ok {
		n = n.plus(f)
		n.To++
	} else if f, ok := s.slashed(n.To); ok && !s.Glued(n.To) {
		n = n.plus(f)
		n.To += len("1/8")
	}
	return s.scaled(n), true
}

// slashed reads "1/2": a proper fraction of small digits.
func (s *Sentence) slashed(i int) (Fraction, bool) {
	if s.Word(i+1) != "/" || !s.Glued(i+1) || !s.Glued(i+2) {
		return Fraction{}, false
	}
	num, okNum := s.wholeNumber(i)
	den, okDen := s.wholeNumber(i + 2)
	return Fraction{num, den}, okNum && okDen && 0 < num && num < den && den <= 10
}

// wholeNumber reads digits without a fraction.
func (s *Sentence) wholeNumber(i int) (int64, bool) {
	if !s.Is(i, DigitsForm) {
		return 0, false
	}
	d, ok := ParseDecimal(s.Word(i))
	return d.N, ok && d.Exp == 0
}

// scaled reads the multipliers after a number: "million", "-million", "bn".
func (s *Sentence) scaled(n Number) Number {
	n.Scale = Whole(1)
	for {
		at := s.afterHyphen(n.To)
		by, ok := Multipliers[s.Word(at)]
		if !ok && n.Digits && at == n.To && s.Glued(at) {
			by, ok = letters[s.Word(at)]
			n.Abrupt = n.Abrupt || ok
		}
		if !ok {
			return n
		}
		product, fits := n.Times(by)
		scale, fitsScale := n.Scale.Times(by)
		if !fits || !fitsScale {
			return n
		}
		n = product
		n.Scale, n.To = scale, at+1
	}
}

// afterHyphen returns the token after a hyphen at token i that joins it to a
// number, or i: a dash with spaces joins nothing.
func (s *Sentence) afterHyphen(i int) int {
	if s.Hyphen(i) && s.Glued(i) {
		return i + 1
	}
	return i
}

// oneScaled reads "a million", "a dozen", "a couple hundred", "a hundred and ten".
func (s *Sentence) oneScaled(i int) (Number, bool) {
	n := Number{Value: Whole(1), To: i + 1}
	if s.Word(i+1) == "few" {
		return s.fewScaled(i + 1)
	}
	if s.Word(i+1) == "couple" {
		n = Number{Value: Whole(2), To: s.Past(i+2, "of")}
	}
	if s.isScoreOf(n.To) {
		return Number{Value: Whole(20), Scale: Whole(20), To: n.To + 1}, true
	}
	by, ok := Multipliers[s.Word(n.To)]
	if !ok {
		return Number{}, false
	}
	if more, to, ok := s.belowHundred(s.Past(n.To+1, "and")); ok && by == (Decimal{1, 2}) {
		n.Value, n.To = Whole(n.Value.N*100+more), to
	}
	return s.scaled(n), true
}

// isScoreOf reports whether "a score of" is followed by what makes twenty.
func (s *Sentence) isScoreOf(i int) bool {
	return s.Word(i) == "score" && s.Word(i+1) == "of" && s.Is(i+2, WordForm) &&
		!s.Closes(i+2) && !IsNumberWord(s.Word(i+2))
}

// fewScaled reads "several hundred", "few thousand": at least two of them.
func (s *Sentence) fewScaled(i int) (Number, bool) {
	if _, ok := Multipliers[s.Word(i+1)]; !ok {
		return Number{}, false
	}
	n := s.scaled(Number{Value: Whole(2), To: i + 1})
	n.Vague = true
	return n, true
}

// inWords reads "five", "twenty-five", "two hundred and ten thousand".
func (s *Sentence) inWords(i int) (Number, bool) {
	total, at := int64(0), i
	for {
		n, next, ok := s.belowHundred(at)
		if !ok {
			break
		}
		at = next
		if s.Word(at) == "hundred" {
			n, at = n*100, at+1
			if more, next, ok := s.belowHundred(s.Past(at, "and")); ok {
				n, at = n+more, next
			}
		}
		if s.Word(at) != "thousand" || total > 0 {
			total += n
			break
		}
		total, at = n*1000, at+1
		if _, _, ok := s.belowHundred(s.Past(at, "and")); ok {
			at = s.Past(at, "and")
		}
	}
	if at == i {
		return Number{}, false
	}
	n := s.scaled(s.andHalf(Number{Value: Whole(total), To: at}))
	if by, ok := Multipliers[s.Word(at-1)]; ok && n.Scale == Whole(1) {
		n.Scale = by
	}
	return n, true
}

// Past skips a word.
func (s *Sentence) Past(i int, w string) int {
	if s.Word(i) == w {
		return i + 1
	}
	return i
}

// andHalf reads "two and a half".
func (s *Sentence) andHalf(n Number) Number {
	if to, ok := s.Matches(n.To, []string{"and", "a", "half"}); ok {
		n.Value, n.To = n.Value.Plus(Decimal{5, -1}), to
	}
	return n
}

// belowHundred reads "seven", "twenty", "twenty-five".
func (s *Sentence) belowHundred(i int) (int64, int, bool) {
	if n, ok := smallNumbers[s.Word(i)]; ok {
		return n, i + 1, true
	}
	n, ok := tens[s.Word(i)]
	if !ok {
		return 0, i, false
	}
	at := i + 1
	if s.Hyphen(at) {
		at++
	}
	if unit := smallNumbers[s.Word(at)]; unit > 0 && unit < 10 {
		return n + unit, at + 1, true
	}
	return n, i + 1, true
}

// vagueNumber reads "dozens", "tens of thousands", "millions and millions".
func (s *Sentence) vagueNumber(i int) (Number, bool) {
	n := Number{Value: vagueNumbers[s.Word(i)], To: i + 1, Vague: true, Scale: Whole(1)}
	if next := s.Word(n.To + 1); s.Word(n.To) == "and" && vagueNumbers[next].N > 0 {
		n.To += 2
	}
	for s.Word(n.To) == "of" {
		by, ok := vagueNumbers[s.Word(n.To+1)]
		if !ok {
			break
		}
		product, fits := n.Value.Times(Decimal{by.N / 2, by.Exp})
		if !fits {
			break
		}
		n.Value, n.To = product, n.To+2
	}
	return n, true
}

// fraction reads "half", "a third", "two-thirds", "three quarters", and
// "half a million", which is a number of its own.
func (s *Sentence) fraction(i int) (Number, bool) {
	num, at := int64(1), i
	switch w := s.Word(i); {
	case w == "a" || w == "an":
		at++
	case w != "half":
		n, ok := smallNumbers[w]
		if !ok || n == 0 {
			return Number{}, false
		}
		num, at = n, i+1
		if s.Hyphen(at) {
			at++
		}
	}
	den, ok := parts[s.Word(at)]
	if !ok || num >= den {
		return Number{}, false
	}
	n := Number{To: at + 1, Part: true, Scale: Whole(1)}
	return s.fractionOf(n.plus(Fraction{num, den})), true
}

// fractionOf reads the "a million" of "half a million", "a quarter of a
// million".
func (s *Sentence) fractionOf(n Number) Number {
	at := s.Past(n.To, "of")
	if s.Hyphen(at) {
		at++
	}
	article := s.Past(at, "a")
	if s.Hyphen(article) {
		article++
	}
	by, ok := Multipliers[s.Word(article)]
	if !ok || article == n.To+1 && s.Word(n.To) == "of" {
		return n
	}
	product, fits := n.Times(by)
	if !fits {
		return n
	}
	product.To, product.Part = article+1, false
	return product
}
