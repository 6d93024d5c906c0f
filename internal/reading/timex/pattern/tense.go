package pattern

import "strings"

// A Tense is the time of a clause as its words tell it.
type Tense uint8

// The tenses.
const (
	Untold Tense = iota
	Past
	Future
)

// pastWords and futureWords decide the tense of the expression nearest to them.
// A word in -ed is past as well.
var (
	pastWords = Words("was were had did said told met took began fell rose came went got " +
		"made held left won lost sent saw found gave died shot broke spoke wrote led ran " +
		"struck hit cut put set kept brought bought sold drew flew fled fought became " +
		"showed knew thought felt heard stood sat paid grew threw blew sank swore rode " +
		"drove chose rang sang caught taught sought built bore born slid sank swept stole " +
		"withdrew overthrew read soared plunged closed quit burst dated")
	futureWords = Words("will shall ll won would expected expects " +
		"expect scheduled planned plans due hopes hope intends intend set payable " +
		"expire expires effective planning begins starts opens ends deadline must " +
		"expiring redeemable record until")
	notPast = Words("united hundred speed need indeed feed seed breed creed proceed exceed " +
		"succeed red bed preferred limited unlimited unspecified related so-called unnamed " +
		"unidentified alleged")
)

func (p *Parser) tenseOf(i int) Tense {
	low := p.Low(i)
	if p.Low(i-1) == "be" {
		return Untold // the verb stands before it
	}
	switch {
	case low == "to" && (isBe(p.Low(i-1)) || p.aims(i)):
		return Future
	case low == "will" && p.Upper(i), low == "may" && p.Upper(i):
		return Untold
	case p.Low(i-1) == "been" && p.Low(i-2) == "had":
		return Past
	case futureWords[low]:
		return p.ofSet(i)
	case pastWords[low]:
		return Past
	case len(low) > 4 && strings.HasSuffix(low, "ed") && !p.Upper(i) && !notPast[low]:
		return Past
	}
	return Untold
}

// aiming are verbs behind which an infinitive looks ahead of the telling.
var aiming = Words("promised promises pledged pledges vowed vows threatened threatens " +
	"agreed agrees offered offers urged urges asked asks ordered orders demanded " +
	"proposed proposes aimed aims called promising pledging threatening")

// maxAimed is how many words may stand between such a verb and its infinitive:
// "urged all foreign banks to pay".
const maxAimed = 4

// aims reports whether the "to" at i opens the infinitive of such a verb:
// "promised to pay by Friday".
func (p *Parser) aims(i int) bool {
	for j := i - 1; j >= 0 && j >= i-1-maxAimed; j-- {
		if low := p.Low(j); aiming[low] {
			return true
		} else if low == "," || low == "to" {
			return false
		}
	}
	return false
}

// ofSet tells "set for Monday" from "set a record", "a record" from "of record".
func (p *Parser) ofSet(i int) Tense {
	switch p.Low(i) {
	case "set":
		if next := p.Low(i + 1); next != "to" && next != "for" {
			return Past
		}
	case "record":
		if p.Low(i-1) != "of" {
			return Untold
		}
	case "until":
		return Untold
	}
	return Future
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

// Tense returns the tense of the verb next to the tokens from at to end: the
// last one before them, else the first one after them.
func (p *Parser) Tense(at, end int) Tense {
	for i := at - 1; i >= 0 && i >= at-clauseReach; i-- {
		if low := p.Low(i); low == ";" {
			break
		}
		if t := p.tenseOf(i); t != Untold {
			return t
		}
	}
	for i := end; i < len(p.toks) && i < end+clauseReach; i++ {
		if t := p.tenseOf(i); t != Untold {
			return t
		}
	}
	return Untold
}
