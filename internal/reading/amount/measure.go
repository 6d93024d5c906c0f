package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
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
	if p.isInchMark(q) {
		return p.make(q, Measure, "[in_i]", at+1), at + 1, true
	}
	if q.Part {
		at = p.ofOne(at)
		r, ok = unit.Measures.After(&p.Sentence, at)
	}
	if !ok && !q.Part {
		return p.firstMeasure(q)
	}
	if !ok || p.isNoUnit(q, at, r.Value) {
		return Amount{}, q.To, false
	}
	if r.Value.Code == "[ft_i]" {
		q, r.To = p.withInches(q, r.To)
	}
	return p.make(q, Measure, r.Value.Code, r.To), r.To, true
}

// isNoUnit reports whether letters after a number are those of another word:
// "three MP", "five G".
func (p *parser) isNoUnit(q quantity, at int, m unit.Measure) bool {
	if p.Word(at) == "mp" && !p.Glued(at) {
		return true
	}
	return m.Digit && (!q.Digits || p.Upper(at) || p.Hyphen(q.To))
}

// isInchMark reports whether a quotation mark after digits stands for inches: no
// quotation is open, and the sentence speaks of screens.
func (p *parser) isInchMark(q quantity) bool {
	if w := p.Word(q.To); w != "\"" && w != "”" || !p.Glued(q.To) || !q.Digits || !p.about(cue.Screen) {
		return false
	}
	return !p.InQuotation(q.from)
}

// firstMeasure reads the first number of "1.8 and 2 GHz", and "6'3\"".
func (p *parser) firstMeasure(q quantity) (Amount, int, bool) {
	if w := p.Word(q.To); (w == "'" || w == "’") && q.Digits && p.Glued(q.To) && p.Glued(q.To+1) {
		if tall, end := p.withInches(q, q.To+1); end > q.To+1 {
			return p.make(tall, Measure, "[ft_i]", end), end, true
		}
	}
	at, ok := p.shared(q, func(i int) bool {
		r, ok := unit.Measures.After(&p.Sentence, i)
		return ok && !r.Value.Digit
	})
	if !ok {
		return Amount{}, q.To, false
	}
	r, _ := unit.Measures.After(&p.Sentence, at)
	return p.make(q, Measure, r.Value.Code, q.To), q.To, true
}

// withInches adds the inches after feet: "6-foot-3", "5 feet 10 inches".
func (p *parser) withInches(q quantity, end int) (quantity, int) {
	at := end
	if p.Hyphen(at) {
		at++
	}
	inches, ok := p.Number(at)
	if !ok || q.ranged || inches.Value.Exp != 0 || inches.Value.N > 11 {
		return q, end
	}
	to := inches.To
	if w := p.Word(to); w == "inches" || w == "inch" || (w == "\"" || w == "”") && p.Word(end-1) != "feet" {
		to++
	} else if at == end && !p.Glued(at) {
		return q, end
	}
	q.low = q.low.Plus(chunk.Share(inches.Value.N, 12))
	return q, to
}

// metres takes the "m" of "40m" back, which was read as a million.
func (p *parser) metres(q quantity) quantity {
	if !q.Abrupt || q.ranged || p.Word(q.To-1) != "m" || p.Upper(q.To-1) {
		return q
	}
	if p.about(cue.Crowd) && p.Closes(q.To) || p.isListed(q) {
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
