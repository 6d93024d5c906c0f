package grammar

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// Be are the forms that make a participle a passive.
var Be = chunk.WordSet(`is are was were be been being isn't aren't wasn't weren't gets got`)

// betweenWords are words that stand between them.
var betweenWords = chunk.WordSet(`not also never ever then once twice again later still
	already now soon long just even first all both since`)

// inclined are participles behind them that say what their subject does: "is
// opposed to".
var inclined = chunk.WordSet(`opposed committed prepared determined united allied
	engaged involved come gone met agreed resigned`)

// irregular are participles that end in no -ed.
var irregular = chunk.WordSet(`held met seen shot struck hit beaten taken sent killed
	brought sold fought torn thrown driven given shown forced won overthrown
	withdrawn broken cut set put let fed paid told sued hanged hung bound bought
	slain stolen burnt begun forbidden chosen sworn`)

// suffered are participles of what is done to somebody: with no object behind they
// are passives without "be".
var suffered = chunk.WordSet(`arrested jailed detained imprisoned sentenced convicted
	accused charged indicted suspected killed wounded injured shot rescued evacuated
	deported expelled sacked suspended banned freed released kidnapped abducted
	murdered assassinated executed evicted extradited`)

// bare reports whether a participle of those is a passive without "be": "the
// minister accused of bribery", "Three protesters killed in Cairo".
func (g *Sentence) bare(i int) bool {
	if !suffered[g.Word(i)] || i == 0 || !g.InGroup(i-1) {
		return false
	}
	next := i + 1
	for next < len(g.Tokens) && (g.Is(next, chunk.TimeForm) || chunk.IsAdverb(g.Word(next))) {
		next++
	}
	if next == len(g.Tokens) || g.Is(next, chunk.SignForm) && g.Word(next) != "," {
		return true
	}
	shooting := g.Word(next) == "at" && (g.Word(i) == "shot" || g.Word(i) == "charged")
	return behindBare[g.Word(next)] && !shooting
}

// behindBare follow a participle that has no object.
var behindBare = chunk.WordSet(`in at on for of with over after during near by as while
	when from off amid`)

// Passive reports whether a trigger is the participle of a passive: "was later
// arrested", "have been beaten and jailed", "the minister accused of bribery".
func (g *Sentence) Passive(trigger text.Span) bool {
	first, _ := g.Range(trigger)
	if !g.participle(first) || inclined[g.Word(first)] {
		return false
	}
	if g.reduced(first) || g.bare(first) {
		return true
	}
	for i := first - 1; i >= 0; i-- {
		w := g.Word(i)
		switch {
		case Be[w]:
			return true
		case betweenWords[w], g.Is(i, chunk.TimeForm), chunk.IsAdverb(w):
		case w == "on" && g.Is(i+1, chunk.TimeForm): // "was on Monday expelled"
		case (w == "or" || w == ",") && g.participle(i-1):
			i--
		case w == "and" && g.shared(first, i) > 0:
			i = g.shared(first, i)
		default:
			return false
		}
	}
	return false
}

// reduced reports whether "by" and one who may act stand behind a participle:
// "the editor arrested by police".
func (g *Sentence) reduced(i int) bool {
	return g.Word(i+1) == "by" && g.Word(i-1) != "had" && g.Word(i-1) != "has" &&
		len(g.GroupsAfter(i+2)) > 0 && !chunk.IsGerund(g.Word(i+2))
}

// longestShared is how many words may stand between two participles of one "be".
const longestShared = 9

// shared returns the participle before "and" that shares its "be" with the one at
// first, or 0: "was jailed in 2019 and freed in 2022". One that has an object of its
// own shares none.
func (g *Sentence) shared(first, and int) int {
	if g.Is(first+1, chunk.WordForm) && !chunk.Stops[g.Word(first+1)] || g.Upper(first+1) {
		return 0
	}
	if w := g.Word(first + 1); chunk.Determiners[w] || Pronouns[w] {
		return 0
	}
	for n := and - 1; n > max(0, and-longestShared); n-- {
		switch {
		case g.participle(n):
			return n
		case opening[g.Word(n)], Auxiliaries[g.Word(n)], chunk.IsPast(g.Word(n)), g.Word(n) == ",":
			return 0
		}
	}
	return 0
}

func (g *Sentence) participle(i int) bool {
	w := g.Word(i)
	return chunk.IsParticiple(w) || irregular[w]
}

// Agent reports whether one who takes part stands behind "by" behind a trigger, and
// does what it tells: "arrested by police", "criticism of the plan by Labour and the
// Greens", but not "rejected calls by Labour".
func (g *Sentence) Agent(trigger, who text.Span) bool {
	if who.Start < trigger.End {
		return false
	}
	_, from := g.Range(trigger)
	first, _ := g.Range(who)
	for i := first - 1; i >= from; i-- {
		switch w := g.Word(i); {
		case w == "by":
			other := i > from && chunk.IsPast(g.Word(i-1)) // "an inquiry into crimes committed by"
			return !other && !g.Transitive(trigger) && g.Breaks(from-1, i) == 0
		case w == "and" || w == "or" || w == "," || w == "the":
		case !g.Upper(i):
			return false
		}
	}
	return false
}

// beforeNoun are words besides determiners that lead to a noun.
var beforeNoun = chunk.WordSet(`'s ’s of for with in after into some several any no new`)

// longestLeft is how many words before a trigger may show that it is a noun: "the
// first joint exercises".
const longestLeft = 3

// Nominal reports whether a trigger is a noun: a determiner, a possessive or a
// preposition leads to it.
func (g *Sentence) Nominal(trigger text.Span) bool {
	first, _ := g.Range(trigger)
	for i := first - 1; i >= max(0, first-longestLeft); i-- {
		w := g.Word(i)
		switch {
		case chunk.Determiners[w], beforeNoun[w]:
			return true
		case chunk.Stops[w], !g.Is(i, chunk.WordForm), chunk.IsAdverb(w):
			return false
		}
	}
	return false
}

// Active reports whether a trigger is a verb whose subject does what it tells.
func (g *Sentence) Active(trigger text.Span) bool {
	first, _ := g.Range(trigger)
	switch {
	case g.Passive(trigger):
		return false
	case g.PastVerb(first):
		return true
	case g.Nominal(trigger):
		return false
	}
	i := first - 1
	for chunk.IsAdverb(g.Word(i)) || g.Word(i) == "not" {
		i--
	}
	return Auxiliaries[g.Word(i)] || g.Word(i) == "to" || i < first-1 && g.Word(i+1) == "not"
}

// Transitive reports whether an active verb has an object right behind it, or behind
// a time.
func (g *Sentence) Transitive(trigger text.Span) bool {
	_, end := g.Range(trigger)
	for end < len(g.Tokens) && g.Is(end, chunk.TimeForm) {
		end++
	}
	return end < len(g.Tokens) && g.InGroup(end) && g.Active(trigger)
}

// InObject reports whether a token may stand in the object of a verb, or is the
// verb.
func (g *Sentence) InObject(i int) bool {
	return g.InGroup(i) && g.Word(i) != "of" || chunk.IsPast(g.Word(i))
}
