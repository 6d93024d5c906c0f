package amount

import "readout/internal/language/chunk"

// percents are the words after a share of a hundred; "" is a point, which is
// one of a percentage only where the text is about shares.
var percents = newPhrases([]phrase[string]{
	{"%", "%", "82% voted => percent|82%|82|||%||"},
	{"percent", "%", "5 percent of likely voters => percent|5 percent|5|||%||likely voters"},
	{"per cent", "%", "5 per cent => percent|5 per cent|5|||%||"},
	{"pct", "%", "5 pct => percent|5 pct|5|||%||"},
	{"percentage points", "pp", "2.5 percentage points => percent|2.5 percentage points|2.5|||pp||"},
	{"percentage point", "pp", "a 2-percentage point lead => percent|2-percentage point|2|||pp||"},
	{"percent points", "pp", "2 percent points => percent|2 percent points|2|||pp||"},
	{"percentage-point", "pp", ""},
	{"points", "", "The poll has her up 5 points. => percent|5 points|5|||pp||"},
	{"point", "", "The poll gives her a 5-point lead. => percent|5-point|5|||pp||"},
})

// percent reads "5 percent", "5 to 7 percent", "5-point".
func (p *parser) percent(q quantity) (Amount, int, bool) {
	at := q.To
	if p.Hyphen(at) && p.Glued(at) {
		at++
	}
	unit, end, ok := p.percentUnit(at)
	if q.Part {
		unit, end, ok = p.percentUnit(p.Past(p.Past(at, "of"), "a"))
	}
	if at, against := p.against(q); !ok && against {
		unit, _, ok = p.percentUnit(at)
		return p.make(q, Percent, unit, q.To), q.To, ok
	}
	if !ok {
		return Amount{}, q.To, false
	}
	a := p.make(q, Percent, unit, end)
	a.Of = p.of(end)
	return a, end, true
}

// against returns the unit's token of "52 to 38 percent", "3, 4 and 5 percent",
// of which every number is a share.
func (p *parser) against(q quantity) (int, bool) {
	const longest = 4
	at := q.To
	if p.isYear(q) {
		return at, false
	}
	for range longest {
		if w := p.Word(at); w != "and" && w != "or" && w != "," && w != "to" && !p.Hyphen(at) {
			return at, false
		}
		next, ok := p.Number(at + 1)
		if !ok {
			return at, false
		}
		at = next.To
		if _, _, ok := p.percentUnit(at); ok {
			return at, true
		}
	}
	return at, false
}

func (p *parser) percentUnit(i int) (string, int, bool) {
	if p.Word(i) == "percentage" && p.Hyphen(i+1) && p.Word(i+2) == "point" {
		return "pp", i + 3, true
	}
	r, ok := percents.after(&p.Sentence, i)
	if !ok || r.value != "" {
		return r.value, r.to, ok
	}
	return "pp", r.to, p.setting.poll && !p.about(indexTheme) && !p.about(gameTheme)
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
