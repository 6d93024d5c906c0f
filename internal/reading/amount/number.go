package amount

import "strings"

// A number is a value read from tokens.
type number struct {
	value  decimal
	scale  decimal // the multiplier it is written with; one without any
	to     int     // the first token after it
	digits bool    // written in digits, multipliers aside
	vague  bool    // "dozens", "hundreds of thousands": the value is a low bound
	part   bool    // a fraction: of a whole
	abrupt bool    // the multiplier is a letter: "5m"
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

// multipliers are the words that multiply the number before them.
var multipliers = map[string]decimal{
	"hundred": {1, 2}, "thousand": {1, 3}, "million": {1, 6}, "billion": {1, 9},
	"trillion": {1, 12}, "quadrillion": {1, 15}, "dozen": {12, 0},
	"mn": {1, 6}, "mln": {1, 6}, "mil": {1, 6}, "mio": {1, 6},
	"bn": {1, 9}, "bln": {1, 9}, "tn": {1, 12}, "trn": {1, 12}, "trln": {1, 12},
	"lakh": {1, 5}, "crore": {1, 7},
}

// letters are multipliers of one letter, right after digits.
var letters = map[string]decimal{
	"k": {1, 3}, "m": {1, 6}, "b": {1, 9}, "t": {1, 12},
}

// vagueNumbers are plurals that stand for at least two of them.
var vagueNumbers = map[string]decimal{
	"dozens": {24, 0}, "scores": {40, 0}, "tens": {20, 0}, "hundreds": {2, 2},
	"thousands": {2, 3}, "millions": {2, 6}, "billions": {2, 9}, "trillions": {2, 12},
}

// parts are the names of the parts of a whole.
var parts = map[string]int64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
	"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
	"eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}

var vulgar = map[string]decimal{
	"½": {5, -1}, "¼": {25, -2}, "¾": {75, -2}, "⅓": {33, -2}, "⅔": {67, -2},
}

// mayBegin reports whether a number or a currency may begin at a token.
func (p *parser) mayBegin(i int) bool {
	t := p.tokens[i]
	switch t.form {
	case digitsForm:
		return true
	case signForm:
		return currencySigns[t.word] != "" || t.word == "#" || vulgar[t.word].n > 0
	case wordForm:
		if p.glued(i) && p.is(i-1, digitsForm) {
			return false
		}
		return isNumberWord(t.word) || t.word == "a" || t.word == "an" ||
			t.word == "half" || t.word == "dozen" || currencyOpens[t.word]
	case brokenForm, timeForm:
		return false
	}
	panic("unreachable: form")
}

func isNumberWord(w string) bool {
	_, small := smallNumbers[w]
	_, ten := tens[w]
	_, vague := vagueNumbers[w]
	return small || ten || vague
}

// number reads the number that begins at a token.
func (p *parser) number(i int) (number, bool) {
	if p.is(i, digitsForm) {
		return p.inDigits(i)
	}
	if n, ok := vulgar[p.word(i)]; ok {
		return p.scaled(number{value: n, to: i + 1}), true
	}
	w := p.word(i)
	if _, ok := vagueNumbers[w]; ok {
		return p.vagueNumber(i)
	}
	if n, ok := p.fraction(i); ok {
		return n, true
	}
	if w == "a" || w == "an" {
		return p.oneScaled(i)
	}
	if w == "dozen" {
		return number{value: whole(12), scale: whole(12), to: i + 1}, true
	}
	return p.inWords(i)
}

// inDigits reads "1,234", "2.5 million", "2 1/2", "1½".
func (p *parser) inDigits(i int) (number, bool) {
	value, ok := parseDecimal(p.word(i))
	if !ok {
		return number{}, false
	}
	n := number{value: value, to: i + 1, digits: true}
	if v, ok := vulgar[p.word(n.to)]; ok {
		n.value, n.to = n.value.plus(v), n.to+1
	}
	if num, den, ok := p.slashed(n.to); ok && !p.glued(n.to) {
		n.value, n.to = n.value.plus(share(num, den)), n.to+3
	}
	return p.scaled(n), true
}

// slashed reads "1/2": a proper fraction of small digits.
func (p *parser) slashed(i int) (num, den int64, ok bool) {
	if p.word(i+1) != "/" || !p.glued(i+1) || !p.glued(i+2) ||
		!p.is(i, digitsForm) || !p.is(i+2, digitsForm) {
		return 0, 0, false
	}
	n, okN := parseDecimal(p.word(i))
	d, okD := parseDecimal(p.word(i + 2))
	proper := okN && okD && n.exp == 0 && d.exp == 0 && 0 < n.n && n.n < d.n && d.n <= 10
	return n.n, d.n, proper
}

// scaled reads the multipliers after a number: "million", "-million", "bn".
func (p *parser) scaled(n number) number {
	n.scale = whole(1)
	for {
		at := n.to
		if p.hyphen(at) && p.glued(at) {
			at++
		}
		by, ok := multipliers[p.word(at)]
		if !ok && n.digits && at == n.to && p.glued(at) {
			by, ok = letters[p.word(at)]
			n.abrupt = ok
		}
		if !ok {
			return n
		}
		value, fits := n.value.times(by)
		scale, fitsScale := n.scale.times(by)
		if !fits || !fitsScale {
			return n
		}
		n.value, n.scale, n.to = value, scale, at+1
	}
}

// oneScaled reads "a million", "a dozen", "a couple hundred".
func (p *parser) oneScaled(i int) (number, bool) {
	n := number{value: whole(1), to: i + 1}
	if p.word(i+1) == "couple" {
		n = number{value: whole(2), to: p.past(i+2, "of")}
	}
	if _, ok := multipliers[p.word(n.to)]; !ok {
		return number{}, false
	}
	return p.scaled(n), true
}

// inWords reads "five", "twenty-five", "two hundred and ten thousand".
func (p *parser) inWords(i int) (number, bool) {
	total, at := int64(0), i
	for {
		n, next, ok := p.belowHundred(at)
		if !ok {
			break
		}
		at = next
		if p.word(at) == "hundred" {
			n, at = n*100, at+1
			if more, next, ok := p.belowHundred(p.past(at, "and")); ok {
				n, at = n+more, next
			}
		}
		if p.word(at) != "thousand" || total > 0 {
			total += n
			break
		}
		total, at = n*1000, at+1
		if _, _, ok := p.belowHundred(p.past(at, "and")); ok {
			at = p.past(at, "and")
		}
	}
	if at == i {
		return number{}, false
	}
	return p.scaled(p.andHalf(number{value: whole(total), to: at})), true
}

// past skips a word.
func (p *parser) past(i int, w string) int {
	if p.word(i) == w {
		return i + 1
	}
	return i
}

// andHalf reads "two and a half".
func (p *parser) andHalf(n number) number {
	if to, ok := p.matches(n.to, []string{"and", "a", "half"}); ok {
		n.value, n.to = n.value.plus(decimal{5, -1}), to
	}
	return n
}

// belowHundred reads "seven", "twenty", "twenty-five".
func (p *parser) belowHundred(i int) (int64, int, bool) {
	if n, ok := smallNumbers[p.word(i)]; ok {
		return n, i + 1, true
	}
	n, ok := tens[p.word(i)]
	if !ok {
		return 0, i, false
	}
	at := i + 1
	if p.hyphen(at) {
		at++
	}
	if unit := smallNumbers[p.word(at)]; unit > 0 && unit < 10 {
		return n + unit, at + 1, true
	}
	return n, i + 1, true
}

// vagueNumber reads "dozens", "tens of thousands", "millions and millions".
func (p *parser) vagueNumber(i int) (number, bool) {
	n := number{value: vagueNumbers[p.word(i)], to: i + 1, vague: true, scale: whole(1)}
	if next := p.word(n.to + 1); p.word(n.to) == "and" && vagueNumbers[next].n > 0 {
		n.to += 2
	}
	for p.word(n.to) == "of" {
		by, ok := vagueNumbers[p.word(n.to+1)]
		if !ok {
			break
		}
		product, fits := n.value.times(decimal{by.n / 2, by.exp})
		if !fits {
			break
		}
		n.value, n.to = product, n.to+2
	}
	return n, true
}

// fraction reads "half", "a third", "two-thirds", "three quarters", and
// "half a million", which is a number of its own.
func (p *parser) fraction(i int) (number, bool) {
	num, at := int64(1), i
	switch w := p.word(i); {
	case w == "a" || w == "an":
		at++
	case w != "half":
		n, ok := smallNumbers[w]
		if !ok || n == 0 {
			return number{}, false
		}
		num, at = n, i+1
		if p.hyphen(at) {
			at++
		}
	}
	den, ok := parts[p.word(at)]
	if !ok || num >= den {
		return number{}, false
	}
	n := number{value: share(num, den), to: at + 1, part: true, scale: whole(1)}
	return p.fractionOf(n), true
}

// fractionOf reads the "a million" of "half a million", "a quarter of a
// million".
func (p *parser) fractionOf(n number) number {
	at := p.past(n.to, "of")
	if p.hyphen(at) {
		at++
	}
	article := p.past(at, "a")
	if p.hyphen(article) {
		article++
	}
	by, ok := multipliers[p.word(article)]
	if !ok || article == n.to+1 && p.word(n.to) == "of" {
		return n
	}
	value, fits := n.value.times(by)
	if !fits {
		return n
	}
	return number{value: value, to: article + 1, scale: whole(1)}
}
