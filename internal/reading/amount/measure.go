package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/unit"
)

// measure reads "215 miles", "40-ton", "thousands of miles".
func (p *parser) measure(q quantity) (Amount, int, bool) {
	q = p.metres(q)
	at := q.To
	if q.Vague {
		at = p.Past(at, "of")
	}
	if p.Hyphen(at) {
		at++
	}
	r, ok := unit.Measures.After(&p.Sentence, at)
	if q.Part {
		r, ok = unit.Measures.After(&p.Sentence, p.Past(p.Past(at, "of"), "a"))
	}
	if !ok || r.Value.Digit && (!q.Digits || p.Upper(at) || p.Hyphen(q.To)) {
		return Amount{}, q.To, false
	}
	return p.make(q, Measure, r.Value.Code, r.To), r.To, true
}

// metres takes the "m" of "40m" back, which was read as a million.
func (p *parser) metres(q quantity) quantity {
	if !q.Abrupt || q.ranged || p.Word(q.To-1) != "m" || p.Upper(q.To-1) {
		return q
	}
	if _, ok := p.Group(q.To, chunk.PluralHead); ok {
		return q
	}
	q.To--
	q.low.Exp -= 6
	q.high.Exp -= 6
	q.Abrupt = false
	return q
}
