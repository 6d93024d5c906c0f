package amount

import "readout/internal/language/chunk"

// A quantity is a number or a range over the tokens [from, to).
type quantity struct {
	chunk.Number
	from      int
	low, high chunk.Decimal // equal unless ranged
	ranged    bool
	suffix    bound // of "50+", "20-odd"
}

// A bound says what the words around a number make of it.
type bound uint8

const (
	exactly bound = iota
	approximate
	atLeast
	atMost
)

// bounds are the words before a number that are no part of its span.
var bounds = newPhrases([]phrase[bound]{
	{"about", approximate, "about 40 ships => count|40 ships|40|||ships|1|"},
	{"some", approximate, "some 40 ships => count|40 ships|40|||ships|1|"},
	{"around", approximate, "around $40 => money|$40|40|||USD|1|"},
	{"nearly", approximate, "nearly 40% => percent|40%|40|||%|1|"},
	{"almost", approximate, "almost 40 km => measure|40 km|40|||km|1|"},
	{"roughly", approximate, "roughly 40 ships => count|40 ships|40|||ships|1|"},
	{"approximately", approximate, "approximately 40 kg => measure|40 kg|40|||kg|1|"},
	{"approx", approximate, "approx. 40 kg => measure|40 kg|40|||kg|1|"},
	{"circa", approximate, "circa 40 ships => count|40 ships|40|||ships|1|"},
	{"estimated", approximate, "an estimated 40 ships => count|40 ships|40|||ships|1|"},
	{"close to", approximate, "close to 40 ships => count|40 ships|40|||ships|1|"},
	{"~", approximate, "~40 ships => count|40 ships|40|||ships|1|"},

	{"at least", atLeast, "at least 40 ships => count|40 ships||40||ships||"},
	{"more than", atLeast, "more than 40 ships => count|40 ships||40||ships||"},
	{"over", atLeast, "over 40 ships => count|40 ships||40||ships||"},
	{"above", atLeast, "above 40% => percent|40%||40||%||"},
	{"no fewer than", atLeast, "no fewer than 40 ships => count|40 ships||40||ships||"},
	{"no less than", atLeast, "no less than 40 ships => count|40 ships||40||ships||"},
	{"not less than", atLeast, "not less than $40 => money|$40||40||USD||"},
	{"greater than", atLeast, "greater than 40 km => measure|40 km||40||km||"},
	{"higher than", atLeast, "higher than 40% => percent|40%||40||%||"},
	{"upwards of", atLeast, "upwards of 40 ships => count|40 ships||40||ships||"},
	{"in excess of", atLeast, "in excess of $40 => money|$40||40||USD||"},
	{"exceeded", atLeast, "exceeded 40% => percent|40%||40||%||"},
	{"exceeds", atLeast, "exceeds 40% => percent|40%||40||%||"},
	{"exceed", atLeast, "may exceed 40% => percent|40%||40||%||"},
	{"exceeding", atLeast, "exceeding $40 => money|$40||40||USD||"},
	{"minimum of", atLeast, "a minimum of 40 ships => count|40 ships||40||ships||"},

	{"up to", atMost, "up to 40 ships => count|40 ships|||40|ships||"},
	{"at most", atMost, "at most 40 ships => count|40 ships|||40|ships||"},
	{"less than", atMost, "less than 40 ships => count|40 ships|||40|ships||"},
	{"under", atMost, "under $40 => money|$40|||40|USD||"},
	{"below", atMost, "below 40% => percent|40%|||40|%||"},
	{"fewer than", atMost, "fewer than 40 ships => count|40 ships|||40|ships||"},
	{"lower than", atMost, "lower than 40% => percent|40%|||40|%||"},
	{"no more than", atMost, "no more than 40 ships => count|40 ships|||40|ships||"},
	{"not more than", atMost, "not more than 40 ships => count|40 ships|||40|ships||"},
	{"as many as", atMost, "as many as 40 ships => count|40 ships|||40|ships||"},
	{"as much as", atMost, "as much as $40 => money|$40|||40|USD||"},
	{"maximum of", atMost, "a maximum of 40 ships => count|40 ships|||40|ships||"},
})

// boundsAfter are the words after an amount that bound it.
var boundsAfter = newPhrases([]phrase[bound]{
	{"or more", atLeast, "40 ships or more => count|40 ships||40||ships||"},
	{"or so", approximate, "40 ships or so => count|40 ships|40|||ships|1|"},
	{"or less", atMost, "$40 or less => money|$40|||40|USD||"},
	{"or fewer", atMost, "40 ships or fewer => count|40 ships|||40|ships||"},
	{"at least", atLeast, "40 ships at least => count|40 ships||40||ships||"},
	{"at most", atMost, "40 ships at most => count|40 ships|||40|ships||"},
	{"plus", atLeast, "$40 plus => money|$40||40||USD||"},
	{"+", atLeast, "$40+ => money|$40||40||USD||"},
})

// boundOf reads the words before the quantity and after the amount.
func (p *parser) boundOf(q quantity, end int) bound {
	if q.suffix != exactly {
		return q.suffix
	}
	if r, ok := bounds.before(&p.Sentence, q.from); ok {
		return r.value
	}
	if r, ok := boundsAfter.after(&p.Sentence, end); ok {
		return r.value
	}
	if p.Word(q.To) == "+" {
		return atLeast
	}
	return exactly
}

// suffixes stand between a number and its noun.
var suffixes = newPhrases([]phrase[bound]{
	{"+", atLeast, "50+ ships => count|50+ ships||50||ships||"},
	{"- plus", atLeast, "50-plus ships => count|50-plus ships||50||ships||"},
	{"- odd", approximate, "50-odd ships => count|50-odd ships|50|||ships|1|"},
	{"or more", atLeast, "50 or more ships => count|50 or more ships||50||ships||"},
	{"or so", approximate, "50 or so ships => count|50 or so ships|50|||ships|1|"},
})

// suffixed reads the suffix of a number that has a noun behind it.
func (p *parser) suffixed(q quantity) quantity {
	r, ok := suffixes.after(&p.Sentence, q.To)
	if !ok {
		return q
	}
	if _, noun := p.Group(r.to, chunk.PluralHead); noun || compounds[p.Word(r.to)] {
		q.To, q.suffix = r.to, r.value
	}
	return q
}

// quantity reads a number or a range at a token; what it is part of begins at
// from. With a currency before it, the second number of a range may have its
// own.
func (p *parser) quantity(from, at int) (quantity, bool) {
	first, ok := p.Number(at)
	if !ok {
		return quantity{}, false
	}
	q := quantity{Number: first, from: from, low: first.Value, high: first.Value}
	if r, ok := p.rangeFrom(q, at > from); ok {
		return r, true
	}
	return q, true
}

// rangeFrom reads the rest of "5 to 7 million", "$5-10", "between 5 and 7". A
// range rises; "from 5 to 7" is none, but tells of two amounts.
func (p *parser) rangeFrom(q quantity, money bool) (quantity, bool) {
	at, ok := p.joint(q)
	if !ok {
		return q, false
	}
	if money {
		at = p.secondCurrency(at)
	}
	second, ok := p.Number(at)
	if !ok || second.Vague || second.Part || q.Vague {
		return q, false
	}
	low := sharedScale(q.Number, second)
	if !low.Less(second.Value) {
		return q, false
	}
	q.Number, q.low, q.high, q.ranged = second, low, second.Value, true
	return q, true
}

// secondCurrency skips the "more than $" of "$500,000 to more than $1 million".
func (p *parser) secondCurrency(at int) int {
	if r, ok := bounds.after(&p.Sentence, at); ok {
		at = r.to
	}
	if _, next, ok := p.currencyBefore(at); ok {
		return next
	}
	return at
}

// sharedScale returns the first number of "5 to 7 million" with the multiplier
// of the second, where the range still rises so.
func sharedScale(first, second chunk.Number) chunk.Decimal {
	if first.Scale != chunk.Whole(1) || second.Scale == chunk.Whole(1) {
		return first.Value
	}
	if v, fits := first.Value.Times(second.Scale); fits && v.Less(second.Value) {
		return v
	}
	return first.Value
}

// joint returns the token after the words that join the ends of a range.
func (p *parser) joint(q quantity) (int, bool) {
	at := q.To
	if r, ok := percents.after(&p.Sentence, at); ok && r.value == "%" {
		at = r.to
	}
	switch w := p.Word(at); {
	case p.Hyphen(at):
		return at + 1, p.Glued(at) || p.Is(at+1, chunk.DigitsForm)
	case w == "to":
		before := p.Word(q.from - 1)
		moves := before == "from" && !ranging[p.Word(q.from-2)] || before == "by"
		return at + 1, !moves
	case w == "and":
		return at + 1, p.Word(q.from-1) == "between"
	case w == "or":
		return at + 1, q.low.Less(chunk.Whole(100))
	}
	return at, false
}

// ranging are the words before "from 5 to 7" that make it a range.
var ranging = chunk.WordSet(`range ranges ranged ranging vary varies varied varying
	anywhere estimates`)
