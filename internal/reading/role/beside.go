package role

import (
	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
)

// behind finds the roles that stand beside a name after a comma, dash or
// bracket: "Angela Merkel, the German chancellor,".
func (f *finder) behind(start, end int) {
	if f.Low(end) == "the" || start == 0 && f.Is(end, cue.Indefinite) {
		f.addClosed(end, start) // the comma is missing
		return
	}
	f.bracketed(start, end)
	i, ok := f.besideAt(end)
	if !ok {
		return
	}
	f.addClosed(i, start)
	if f.Low(start-1) == "and" && f.Person(start-2) {
		f.plural = true
		f.addClosed(i, start)
		f.addClosed(i, start-2)
		f.plural = false
	}
}

// bracketed finds the roles that brackets hold: "Ann Moe (chairwoman of Acme)".
func (f *finder) bracketed(start, end int) {
	if f.Low(end) != "(" {
		return
	}
	if all, to := f.startingAt(end + 1); f.Low(to) == ")" {
		for _, p := range all {
			f.add(p, start)
		}
	}
}

// addClosed adds the roles that begin at word i, if the phrase ends there too.
func (f *finder) addClosed(i, holder int) {
	if at := f.AfterAdverbs(i); f.Is(at, cue.Appointed) { // "Ann Moe, elected mayor in May,"
		i = f.afterAs(at + 1)
	}
	all, end := f.startingAt(i)
	if len(all) > 0 && !f.Closes(end) && !f.opensReduced(end, i) && !(f.unclosed(all[0], holder) && f.Verbish(end)) {
		all = f.uncomplemented(all[0], holder)
	}
	for _, p := range all {
		if !f.supposed(p) || f.Low(p.from-1) == "a" || f.Low(p.from-1) == "an" {
			f.add(p, holder)
		}
	}
}

// uncomplemented returns a role without its complement, whose end is not known: "a
// founder of the think tank Third Way". After "the", or "according to", another clause
// may have begun.
func (f *finder) uncomplemented(p phrase, holder int) []phrase {
	p, ok := f.cut(p)
	if !ok || f.Low(holder-2) == "according" || p.determined && !f.Is(p.from-1, cue.Indefinite) {
		return nil
	}
	return []phrase{p}
}

// cut takes the complement off a phrase, if it has one.
func (f *finder) cut(p phrase) (phrase, bool) {
	head := p.to
	for k := p.from; k < p.to; k++ {
		if f.Is(k+1, cue.Complements) {
			head = k + 1
			break
		}
	}
	n, _, ok := f.Noun(head - 1)
	if !ok || head == p.to || n.Class == lexicon.Bond {
		return p, false
	}
	p.to, p.head, p.noun = head, head-1, n
	return p, true
}

// unclosed reports whether a role may stand before a verb without the comma that
// should end it, "Ann Moe, head of the party said": it has no article, pronoun or
// possessive; beside a name that opens a sentence or quotation it may have a
// possessive, or, before a verb of saying, an article and a complement.
func (f *finder) unclosed(p phrase, holder int) bool {
	opens := holder == 0 || f.Is(holder-1, cue.Quotes) || f.Is(holder-2, cue.Quotes)
	for k := p.from; k < p.head; k++ {
		if f.Possessive(k) {
			return opens && !p.determined
		}
	}
	said := opens && p.to > p.head+1 && lexicon.Reporting(f.Low(p.to)) && f.Low(p.to+1) != ","
	return !p.determined || said
}

// opensReduced reports whether a participle at word end begins a clause that
// describes the phrase at word i, which has an indefinite article: "an actor famed
// for".
func (f *finder) opensReduced(end, i int) bool {
	return f.Is(i, cue.Indefinite) && end < len(f.Words) && f.Verbish(end) &&
		(f.Is(end+1, cue.BehindParticiples) || f.Is(end+1, cue.Determiners))
}

// besideAt returns the word where an apposition of the name that ends before word
// i begins: it goes over brackets, a party and state, a place and an age.
func (f *finder) besideAt(i int) (int, bool) {
	if f.Low(i) == "(" && f.Is(i+1, cue.Determiners) {
		return i + 1, true
	}
	i = f.AfterPlace(f.AfterBrackets(i))
	if !f.opensAside(i) {
		return i, false
	}
	for i++; f.Party(i) || i < len(f.Words) && f.Words[i].Digit && f.Low(i+1) == ","; {
		if i++; f.Low(i) == "." {
			i++
		}
		if f.Low(i) != "," {
			return i, false
		}
		i++
	}
	if after := f.AfterPlace(i); after > i && f.Low(after) == "," {
		i = after + 1
	}
	return i, !f.Is(i, cue.Relatives)
}

// opensAside reports whether word i is a comma or a dash between words.
func (f *finder) opensAside(i int) bool { return f.Is(i, cue.Asides) }

// maxAhead is the number of words before a comma in which a role is looked for.
const maxAhead = 14

// ahead finds the role that a name stands beside: "the party's leader, John
// Key,".
func (f *finder) ahead(start, end int) {
	comma := f.afterTitles(start) - 1
	if !f.opensAside(comma) {
		return
	}
	at := f.BeforeBrackets(comma)
	best, found := f.lastRole(at)
	dash := f.Low(comma) != ","
	switch {
	case !found || dash && !best.noun.Plural && !f.opensAside(end),
		best.noun.Plural && f.oneOf(at, start):
		return
	case !best.determined && f.Low(best.from-1) == "for": // "her pick for vice president, Moe"
		return
	case f.Low(best.from-1) == "as" || f.Low(best.from-1) == "," && !best.determined || f.supposed(best):
		return
	case best.noun.Plural:
		f.severalAhead(best, start)
		return
	}
	first := f.firstOf(best)
	if !f.closesName(end) && (!f.opensVerb(f.AfterPlace(f.AfterBrackets(end))) || !f.opensClause(first) || f.Is(comma+1, cue.Quotes)) {
		return
	}
	f.add(best, start)
	if first.from != best.from {
		f.add(first, start)
	}
}

// opensVerb reports whether a verb begins at word i, with those that help it: "will be".
func (f *finder) opensVerb(i int) bool {
	return i < len(f.Words) && f.Verbish(i) || f.Is(i, cue.Copulas) || f.Is(i, cue.Perfect) || f.Is(i, cue.Modals)
}

// firstOf returns the role that "and" joins a role to: "the founder and chairman of the
// group", or the role itself.
func (f *finder) firstOf(best phrase) phrase {
	p, ok := f.endingAt(best.from - 1)
	capitals := ok && f.Words[p.head].Upper && f.Words[best.head].Upper
	if f.Low(best.from-1) == "and" && ok && !p.noun.Plural && (p.determined || p.from == 0 || capitals) {
		return p
	}
	return best
}

// lastRole returns the role in the phrase that ends before word end: its noun ends
// the phrase, or a complement does.
func (f *finder) lastRole(end int) (best phrase, found bool) {
	for k := end - 1; k >= 0 && k > end-maxAhead && f.inAhead(k); k-- {
		n, _, ok := f.Noun(k)
		if !ok || k != end-1 && !f.Is(k+1, cue.Complements) {
			continue
		}
		if n.Class == lexicon.Bond {
			return best, false
		}
		p, ok := f.endingAt(k + 1)
		inner := found && (f.Is(best.from-1, cue.Complements) || best.noun.Plural) // "candidate for governor"
		if ok && (!found || best.to != end || inner || f.Is(p.from-1, cue.Indefinite)) {
			best, found = p, true
			best.to = end
		}
	}
	return best, found
}

// severalAhead adds a role in the plural to each of the people who are named behind
// it: "the founders, Ann Moe and Bo Dahl,".
func (f *finder) severalAhead(p phrase, start int) {
	holders, joined := f.list(start, true)
	last := holders[len(holders)-1]
	if !joined || !p.determined && !f.counted(p.from) || !f.closesName(f.NameEnd(last)) {
		return
	}
	for _, h := range holders {
		f.add(p, h)
	}
}

// counted reports whether word i is a number, or one or "a pair of" stands before it.
func (f *finder) counted(i int) bool {
	if i > 0 && chunk.IsAdverb(f.Low(i-1)) {
		i-- // "five reasonably viable candidates"
	}
	return f.Is(i, cue.Counts) || f.Is(i-1, cue.Counts) || f.Low(i-1) == "of" && f.Is(i-2, cue.Groups)
}

// opensClause reports whether a phrase begins a sentence, or stands after a sign:
// "Chile's president, Ann Moe said". After a preposition, the name is not beside it:
// "To the president, Ann Moe said".
func (f *finder) opensClause(p phrase) bool {
	from := p.from
	for f.Is(from-1, cue.Determiners) || f.Is(from-1, cue.Skipped) {
		from--
	}
	return from == 0 || f.Words[from-1].Sign && !f.Possessive(from-1) && p.determined
}

// oneOf finds a role that somebody shares before a name: "one of the party's
// founders, Ann Moe,".
func (f *finder) oneOf(comma, start int) bool {
	for k := comma - 1; k > 0 && k > comma-maxAhead; k-- {
		if f.Low(k-1) != "one" || f.Low(k) != "of" {
			continue
		}
		if p, ok := f.one(k - 1); ok && p.to == comma && f.closesName(f.NameEnd(start)) {
			f.add(p, start)
		}
		return true
	}
	return false
}

// afterTitles goes back from word i over "Mr." and the titles that were found
// before the name.
func (f *finder) afterTitles(i int) int {
	i = f.BeforeCourtesy(i)
	for i > 0 && f.Words[i-1].Role > 0 {
		r := f.found[f.Words[i-1].Role-1]
		for i > 0 && f.Words[i-1].Start >= r.Start {
			i--
		}
	}
	return f.BeforeCourtesy(i)
}

// inAhead reports whether word i may stand in the phrase before a comma.
func (f *finder) inAhead(i int) bool {
	if f.Content(i) {
		return !f.IsVerb(i)
	}
	return f.Is(i, cue.Complements) || f.Is(i, cue.Determiners) ||
		f.Low(i) == "and" && f.Capital(i-1) && f.Capital(i+1)
}

// closesName reports whether what stands beside something ends with the name
// before word i, and no list of people goes on.
func (f *finder) closesName(i int) bool {
	i = f.AfterPlace(f.AfterBrackets(i))
	switch f.Low(i) {
	case ",":
		return !f.Begins(i+1) && !(f.Low(i+1) == "and" && f.Begins(i+2))
	case "", ".", ";", ":", ")", "—", "–", "-", "?", "!":
		return true
	}
	return false
}
