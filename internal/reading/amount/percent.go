package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// percent reads "5 percent", "5 to 7 percent", "5-point".
func (p *parser) percent(q quantity) (Amount, int, bool) {
	at := q.To
	if p.Hyphen(at) && p.Glued(at) {
		at++
	}
	unit, end, ok := p.percentUnit(at)
	if q.Part {
		unit, end, ok = p.percentUnit(p.ofOne(at))
	} else if at, against := p.against(q); !ok && against {
		unit, _, ok = p.percentUnit(at)
		return p.make(q, Percent, unit, q.To), q.To, ok
	}
	if p.isAnswer(q) {
		return p.make(q, Percent, "%", q.To), q.To, true
	}
	if !ok || isOne(q) && p.Word(q.from-1) == "at" && p.Word(end-1) == "point" {
		return Amount{}, q.To, false
	}
	a := p.make(q, Percent, unit, end)
	a.Of = p.of(end)
	return a, end, true
}

// isAnswer reports whether a poll tells how many gave an answer: "forty-three,
// yes; forty-six, no".
func (p *parser) isAnswer(q quantity) bool {
	end := p.Word(q.To + 2)
	return p.setting.poll && p.Word(q.To) == "," && cue.Answers[p.Word(q.To+1)] &&
		(end == ";" || end == "." || end == ",") && !chunk.Whole(100).Less(q.low)
}

// ofOne skips the words between a part and its unit: "half a", "a quarter of
// one", "a tenth of a".
func (p *parser) ofOne(i int) int {
	i = p.Past(i, "of")
	for _, one := range []string{"a", "one", "1"} {
		if p.Word(i) == one {
			return i + 1
		}
	}
	return i
}

// against returns the unit's token of "52 to 38 percent", "3, 4 and 5 percent",
// of which every number is a share.
func (p *parser) against(q quantity) (int, bool) {
	return p.shared(q, func(i int) bool {
		_, _, ok := p.percentUnit(i)
		return ok
	})
}

// shared returns the token of the unit that a number shares with those after it:
// "1.8 and 2 GHz", "15- and 17-inch".
func (p *parser) shared(q quantity, isUnit func(int) bool) (int, bool) {
	const longest = 4
	at := q.To
	restated := p.Word(at) == "," && p.Word(at+1) == "or" // "60.27, or 4.8 percent"
	if restated || p.isYear(q) || q.Vague || q.low.N == 0 && !q.Digits {
		return at, false
	}
	for range longest {
		at = p.pastJoint(at)
		next, ok := p.Number(at)
		if !ok || p.Word(at-1) == "" || at == q.To {
			return at, false
		}
		q.To, at = next.To, next.To
		if p.Hyphen(at) && p.Glued(at) {
			at++
		}
		if isUnit(at) {
			return at, true
		}
		at = q.To
	}
	return at, false
}

// pastJoint skips what stands between the numbers of a list: "and", "- or", ",".
func (p *parser) pastJoint(i int) int {
	if w := p.Word(i); w == "-" && p.Glued(i) {
		i++
	}
	if p.Word(i) == "," {
		i++
	}
	if w := p.Word(i); w == "and" || w == "or" || w == "to" {
		i++
	}
	return i
}

func (p *parser) percentUnit(i int) (string, int, bool) {
	if p.Word(i) == "percentage" && p.Hyphen(i+1) && p.Word(i+2) == "point" {
		return "pp", i + 3, true
	}
	r, ok := unit.Percents.After(&p.Sentence, i)
	if !ok || r.Value != "" {
		return r.Value, r.To, ok
	}
	return "pp", r.To, p.setting.poll && !p.about(cue.Index) && !p.about(cue.Game)
}

// of reads "of likely voters": the whole that a share is of, to its head.
func (p *parser) of(i int) string {
	if p.Word(i) != "of" {
		return ""
	}
	end, ok := p.Group(p.Determiners(i+1), chunk.AnyHead)
	if !ok {
		return ""
	}
	return p.Text[p.Tokens[i+1].Start:p.Tokens[end-1].End]
}
