package timex

import "strings"

// A tense is the time of a clause as its words tell it.
type tense uint8

const (
	untold tense = iota
	past
	future
)

// pastWords and futureWords decide the tense of the expression nearest to them.
// A word in -ed is past as well.
var (
	pastWords = words("was were had did said told met took began fell rose came went got " +
		"made held left won lost sent saw found gave died shot broke spoke wrote led ran " +
		"struck hit cut put set kept brought bought sold drew flew fled fought became " +
		"showed knew thought felt heard stood sat paid grew threw blew sank swore rode " +
		"drove chose rang sang caught taught sought built bore born slid sank swept stole " +
		"withdrew overthrew read soared plunged closed quit burst dated")
	futureWords = words("will shall ll won would expected expects " +
		"expect scheduled planned plans due hopes hope intends intend set payable " +
		"expire expires effective planning begins starts opens ends deadline must " +
		"expiring redeemable record until")
	notPast = words("united hundred speed need indeed feed seed breed creed proceed exceed " +
		"succeed red bed preferred limited unlimited unspecified related so-called unnamed " +
		"unidentified alleged")
)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func (p *parser) tenseOf(i int) tense {
	low := p.low(i)
	if p.low(i-1) == "be" {
		return untold // the verb stands before it
	}
	switch {
	case low == "to" && isBe(p.low(i-1)):
		return future
	case low == "will" && p.upper(i), low == "may" && p.upper(i):
		return untold
	case p.low(i-1) == "been" && p.low(i-2) == "had":
		return past
	case futureWords[low]:
		return p.ofSet(i)
	case pastWords[low]:
		return past
	case len(low) > 4 && strings.HasSuffix(low, "ed") && !p.upper(i) && !notPast[low]:
		return past
	}
	return untold
}

// ofSet tells "set for Monday" from "set a record", "a record" from "of record".
func (p *parser) ofSet(i int) tense {
	switch p.low(i) {
	case "set":
		if next := p.low(i + 1); next != "to" && next != "for" {
			return past
		}
	case "record":
		if p.low(i-1) != "of" {
			return untold
		}
	case "until":
		return untold
	}
	return future
}

func isBe(low string) bool {
	switch low {
	case "is", "are", "was", "were", "be":
		return true
	}
	return false
}

// clauseReach is how many words before an expression tell its tense; news has
// sentences of forty words, and the verb is seldom further away than half.
const clauseReach = 25

// tense returns the tense of the verb next to the expression: the last one
// before it, else the first one after it.
func (r *reader) tense() tense {
	for i := r.at - 1; i >= 0 && i >= r.at-clauseReach; i-- {
		if low := r.p.low(i); low == ";" {
			break
		}
		if t := r.p.tenseOf(i); t != untold {
			return t
		}
	}
	for i := r.end; i < len(r.p.toks) && i < r.end+clauseReach; i++ {
		if t := r.p.tenseOf(i); t != untold {
			return t
		}
	}
	return untold
}
