package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// isNumbered reports whether the number numbers or names what stands before it.
func (p *parser) isNumbered(q quantity) bool {
	r, ok := cue.Numbering.Before(&p.Sentence, q.from)
	if !ok {
		return false
	}
	at := q.from - 1
	if p.Word(at) == "." {
		at--
	}
	return r.Value || p.Upper(at) || p.Upper(at-1)
}

// excludedNumber reports whether a number without a currency is no amount of
// any kind, and the token after it: parts of words and addresses, scores,
// ordinals, fractions of dates, ages and times.
func (p *parser) excludedNumber(q quantity) (int, bool) {
	switch {
	case p.insideWord(q.from), p.runsOn(q):
		return q.To, true
	case p.isSlashed(q):
		return q.To + 2, true
	case q.Digits && !q.ranged && p.isScore(q):
		_, shares := p.against(q)
		return q.To + 2, !shares
	case p.beforeTime(q):
		return q.To + 1, true
	}
	return q.To, q.Digits && (p.isMonthOrDay(q.from-1) || p.isMonthOrDay(q.To))
}

// isSlashed reports whether digits follow a number after a stroke: "9/11".
func (p *parser) isSlashed(q quantity) bool {
	return q.Digits && p.Word(q.To) == "/" && p.Glued(q.To) && p.Is(q.To+1, chunk.DigitsForm)
}

// isMonthOrDay reports whether a token names a month or a day.
func (p *parser) isMonthOrDay(i int) bool {
	return chunk.MonthOrDay[p.Word(i)] && p.Upper(i)
}

// insideWord reports whether a number is glued to a word or sign before it:
// "G8", "F-16", "#2", "'08", "/54".
func (p *parser) insideWord(i int) bool {
	if !p.Glued(i) {
		return false
	}
	switch w := p.Word(i - 1); w {
	case "(", "[", "\"", "“", "‘", "'", "—", "–", "~", ":", ";", ",", "+", "±", "…", ">", "<":
		if w == "'" && p.Word(i-2) == "'" && p.Glued(i-1) {
			return false // two strokes for a quotation mark
		}
		return (w == "'" || w == "‘") && p.Is(i, chunk.DigitsForm) && len(p.Word(i)) == 2
	case "-":
		_, _, share := p.percentUnit(i + 1)
		return p.Glued(i-1) && (p.Is(i-2, chunk.WordForm) || p.Is(i-2, chunk.DigitsForm) && !share)
	}
	return true
}

// runsOn reports whether letters follow digits that are no unit: "1990s",
// "3rd", "6AM".
func (p *parser) runsOn(q quantity) bool {
	if p.Hyphen(q.To) && cue.OrdinalWords[p.Word(q.To+1)] && !q.Part {
		return true
	}
	if !q.Digits || !p.Glued(q.To) || !p.Is(q.To, chunk.WordForm) {
		return false
	}
	if p.Is(q.To-1, chunk.WordForm) {
		return true
	}
	_, isUnit := unit.Measures.After(&p.Sentence, q.To)
	_, _, isCoin := p.currencyAfter(q.To)
	_, isPercent := unit.Percents.After(&p.Sentence, q.To)
	return !isUnit && !isCoin && !isPercent
}

// isScore reports whether a number is set against another: "3-1", "92 to 0".
func (p *parser) isScore(q quantity) bool {
	if !p.Is(q.To+1, chunk.DigitsForm) {
		return false
	}
	return p.Hyphen(q.To) || p.Word(q.To) == "to" && p.Word(q.from-1) != "from"
}

// beforeTime reports whether a unit of time follows: durations, ages, times.
func (p *parser) beforeTime(q quantity) bool {
	at := q.To
	if q.Vague {
		at = p.Past(at, "of")
	}
	if p.Hyphen(at) {
		at++
	}
	return chunk.TimeNouns[p.Word(at)] && !(p.Word(at) == "second" && isOne(q))
}
