package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// A quantity is a number or a range over the tokens [from, to).
type quantity struct {
	chunk.Number
	from      int
	low, high chunk.Decimal // equal unless ranged
	ranged    bool
	suffix    cue.Bound // of "50+", "20-odd"
}

// boundOf reads the words before the quantity and after the amount.
func (p *parser) boundOf(q quantity, end int) cue.Bound {
	if q.suffix != cue.Exactly {
		return q.suffix
	}
	if r, ok := cue.Bounds.Before(&p.Sentence, p.beforeMore(q.from)); ok {
		return r.Value
	}
	if r, ok := cue.BoundsAfter.After(&p.Sentence, end); ok && p.endsBound(r.To) {
		return r.Value
	}
	if p.Word(q.To) == "+" {
		return cue.AtLeast
	}
	if w := p.Word(q.from - 1); q.from == p.last.end+1 && (w == "or" || w == "(") {
		return p.last.bound // "more than 5 miles (8 km)"
	}
	return cue.Exactly
}

// beforeMore skips the words between a bound and its number: "up to an
// additional 40".
func (p *parser) beforeMore(i int) int {
	if !adding[p.Word(i-1)] {
		return i
	}
	i--
	if w := p.Word(i - 1); w == "a" || w == "an" {
		i--
	}
	return i
}

var adding = chunk.WordSet(`additional further extra combined total another`)

// endsBound reports whether the bound that ends before a token is none of "plus
// or minus", "plus tax".
func (p *parser) endsBound(i int) bool {
	return p.Word(i-1) != "plus" || p.Closes(i) && p.Word(i) != "or"
}

// suffixed reads the suffix of a number that has a noun behind it.
func (p *parser) suffixed(q quantity) quantity {
	r, ok := cue.Suffixes.After(&p.Sentence, q.To)
	if !ok {
		return q
	}
	_, noun := p.Group(r.To, chunk.PluralHead)
	plus := p.Word(r.To-1) == "plus" && (p.Closes(r.To) || chunk.IsPast(p.Word(r.To)))
	if noun || plus || cue.Compounds[p.Word(r.To)] || p.Word(r.To) == "of" {
		q.To, q.suffix = r.To, r.Value
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
	if p.changesTo(q, at, money) {
		return q, false
	}
	if p.isShare(q.To) && !p.isShare(second.To) {
		return q, false // "2% or 40 points"
	}
	low := sharedScale(q.Number, second)
	if !low.Value.Less(second.Value) {
		return q, false
	}
	q.Number, q.low, q.high, q.ranged = second, low.Value, second.Value, true
	q.Rounded = q.Rounded || low.Rounded
	return q, true
}

// changesTo reports whether the second amount is where the first leads: "fell $4
// to $96".
func (p *parser) changesTo(q quantity, second int, money bool) bool {
	if !cue.Changing[p.Word(q.from-1)] {
		return false
	}
	signed := money && p.Word(second-2) == "to"
	return signed || p.isShare(q.To) && p.Word(second-1) == "to"
}

// isShare reports whether a percent sign or word stands at a token.
func (p *parser) isShare(i int) bool {
	r, ok := unit.Percents.After(&p.Sentence, i)
	return ok && r.Value == "%"
}

// secondCurrency skips the "more than $" of "$500,000 to more than $1 million".
func (p *parser) secondCurrency(at int) int {
	if r, ok := cue.Bounds.After(&p.Sentence, at); ok {
		at = r.To
	}
	if _, next, ok := p.currencyBefore(at); ok {
		return next
	}
	return at
}

// sharedScale returns the first number of "5 to 7 million" with the multiplier
// of the second, where the range still rises so.
func sharedScale(first, second chunk.Number) chunk.Number {
	if first.Scale != chunk.Whole(1) || second.Scale == chunk.Whole(1) {
		return first
	}
	if n, fits := first.Times(second.Scale); fits && n.Value.Less(second.Value) {
		return n
	}
	return first
}

// joint returns the token after the words that join the ends of a range.
func (p *parser) joint(q quantity) (int, bool) {
	at := q.To
	if r, ok := unit.Percents.After(&p.Sentence, at); ok && r.Value == "%" {
		at = r.To
	}
	switch w := p.Word(at); {
	case p.Hyphen(at):
		return at + 1, p.Glued(at) || p.Is(at+1, chunk.DigitsForm)
	case w == "to":
		before := p.Word(q.from - 1)
		moves := before == "from" && !cue.Ranging[p.Word(q.from-2)] || before == "by"
		return at + 1, !moves
	case w == "and":
		return at + 1, p.Word(q.from-1) == "between"
	case w == "or":
		return at + 1, q.low.Less(chunk.Whole(100))
	}
	return at, false
}
