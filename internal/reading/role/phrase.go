package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
)

// A phrase is a noun phrase that names a role: the words [from, to), without
// articles and pronouns in front.
type phrase struct {
	from, to   int
	head       int // the word that its noun ends with
	noun       lexicon.RoleNoun
	determined bool // an article, pronoun or possessive stands before or in it
}

// noun returns the longest noun for a person that ends with word i, and its
// first word. Of a compound with a hyphen the last part counts ("co-chairman").
func (f *finder) noun(i int) (n lexicon.RoleNoun, from int, ok bool) {
	if i < 0 || i >= len(f.words) || f.person(i) || f.inName(i) {
		return n, i, false
	}
	low := f.low(i)
	for _, ending := range [...]string{"-elect", "-designate", "-turned"} {
		low = strings.TrimSuffix(low, ending)
	}
	for {
		if strings.HasPrefix(low, "anti-") || strings.HasPrefix(low, "non-") {
			return n, i, false
		}
		for _, n := range lexicon.RoleNouns(low) {
			if from = i + 1 - len(n.Words); f.matches(from, n.Words[:len(n.Words)-1]) {
				if low == "general" && from == i-1 && f.words[i].upper && !f.words[from].upper {
					continue // "agency director General Moe"
				}
				if orders[low] && !f.words[i].upper || qualities[low] && !f.words[i].upper && f.content(i+1) {
					n.Class = lexicon.Bond
				}
				return n, from, true
			}
		}
		prefix, after, compound := strings.Cut(low, "-")
		if !compound || len(after) < 4 && prefix != "then" && prefix != "ex" {
			return n, i, false
		}
		low = after
	}
}

// inName reports whether a name that is no person's goes on after word i.
func (f *finder) inName(i int) bool {
	n := f.words[i].name
	return n >= 0 && i+1 < len(f.words) && f.words[i+1].name == n && !f.possessive(i+1)
}

func (f *finder) matches(from int, words []string) bool {
	if from < 0 {
		return false
	}
	for k, w := range words {
		if f.low(from+k) != w {
			return false
		}
	}
	return true
}

// endingAt returns the phrase whose noun is the last of the words up to end.
func (f *finder) endingAt(end int) (phrase, bool) {
	n, from, ok := f.noun(end - 1)
	if !ok {
		n, from, ok = f.agent(end - 1)
	}
	if !ok || n.Class == lexicon.Bond || n.Common && f.low(from-1) != "" && f.is(from-1, beforeVerbs) {
		return phrase{}, false
	}
	p := phrase{to: end, head: end - 1, noun: n}
	p.from, p.determined = f.leftEdge(from)
	return p, true
}

// longest is the number of words in the longest noun phrase that is read.
const longest = 16

// leftEdge extends a noun over what describes it, and reports whether it has an
// article, pronoun or possessive.
func (f *finder) leftEdge(noun int) (from int, determined bool) {
	from = noun
	for noun-from < longest && f.describes(from-1, noun) {
		from--
		determined = determined || f.possessive(from)
	}
	for from < noun && (f.low(from) == "&" || f.low(from) == "/" || f.possessive(from)) {
		from++
	}
	determined = determined || f.is(from-1, determiners)
	for k := noun - 1; k >= from; k-- {
		if f.verbish(k) && (!determined || k > from && f.isVerb(k)) {
			return k + 1, false
		}
	}
	for from < noun && f.isBond(from) && !f.possessive(from+1) {
		from++
	}
	return from, determined
}

// describes reports whether word i may stand in the phrase before its noun.
func (f *finder) describes(i, noun int) bool {
	if f.content(i) {
		return true
	}
	switch f.low(i) {
	case "and", "of":
		return i > 0 && i+1 < noun && f.capital(i-1) && f.content(i-1) && f.capital(i+1) &&
			(f.low(i) == "of" || !f.isNoun(i-1))
	}
	return false
}

// isBond reports whether word i is a noun for a person that is no role, in
// small letters: "rival".
func (f *finder) isBond(i int) bool {
	n, _, ok := f.noun(i)
	return ok && n.Class == lexicon.Bond && !f.words[i].upper
}

// capital reports whether word i has a capital and is no person's name.
func (f *finder) capital(i int) bool {
	return i >= 0 && i < len(f.words) && f.words[i].upper && !f.person(i) && !f.words[i].sign
}

// agent reads a word in small letters with the ending of one who does something
// as a trade: "drummer".
func (f *finder) agent(i int) (lexicon.RoleNoun, int, bool) {
	if i < 0 || f.words[i].upper || f.words[i].sign || f.is(i-1, determiners) {
		return lexicon.RoleNoun{}, i, false
	}
	w := f.low(i)
	if len(w) < 6 || noAgents[w] || chunk.Stops[w] || closers[w] || f.tokens.Title {
		return lexicon.RoleNoun{}, i, false
	}
	for _, ending := range [...]string{"er", "or", "ist", "ologist", "woman", "man"} {
		if strings.HasSuffix(w, ending) {
			return lexicon.RoleNoun{Class: lexicon.Trade, Common: true}, i, true
		}
	}
	return lexicon.RoleNoun{}, i, false
}

// startingAt reads the roles that begin at word i, "X and Y" as two, and
// returns the word after them.
func (f *finder) startingAt(i int) ([]phrase, int) {
	p, ok := f.one(i)
	var all []phrase
	end := p.to
	if ok {
		all = append(all, p)
	} else if end, ok = f.bond(i); !ok {
		return nil, i
	}
	for {
		next := f.afterState(end)
		if f.low(next) == "," {
			next++
		}
		if f.low(next) == "and" || f.low(next) == "&" {
			next++
		}
		if next == f.afterState(end) {
			return all, end
		}
		q, ok := f.one(next)
		if !ok || !f.closes(q.to) || q.noun.Plural {
			return all, end
		}
		all, end = append(all, q), q.to
	}
}

// afterState goes over the state that stands between commas at word i: ", Ohio,".
func (f *finder) afterState(i int) int {
	k := i + 2
	if f.low(i) != "," || !f.capital(i+1) || f.words[i+1].name < 0 && f.low(k) != "." {
		return i
	}
	if f.words[i+1].name >= 0 {
		k = f.nameEnd(i + 1)
	}
	if f.low(k) == "." {
		k++
	}
	if f.low(k) == "," || f.low(k) == "and" {
		return k
	}
	return i
}

// bond returns the end of a noun phrase for a person that is no role, at word i, with
// its articles, if roles may follow it: "a Republican and former governor".
func (f *finder) bond(i int) (end int, ok bool) {
	for f.is(i, determiners) || f.is(i, skipped) {
		i++
	}
	end, ok = f.run(i)
	if !ok || f.low(end) != "," && f.low(end) != "and" && f.low(end) != "who" {
		return i, false
	}
	n, _, ok := f.noun(end - 1)
	return end, ok && n.Class == lexicon.Bond && !n.Plural
}

// one reads one role that begins at word i or after its articles.
func (f *finder) one(i int) (phrase, bool) {
	for f.is(i, skipped) || f.is(i, quotes) && f.is(i+1, determiners) {
		i++
	}
	of := f.low(i) == "one" && f.low(i+1) == "of"
	if of || f.plural && f.is(i, counts) && f.low(i+1) == "of" {
		i += 2
	}
	p := phrase{from: i}
	for f.is(p.from, determiners) || f.is(p.from, skipped) {
		p.determined = p.determined || f.is(p.from, determiners)
		p.from++
	}
	end, ok := f.run(p.from)
	if !ok {
		return phrase{}, false
	}
	p.to = end
	n, _, ok := f.noun(end - 1)
	if long, _, found := f.noun(end + 1); found && len(long.Words) > 2 && long.Class != lexicon.Bond {
		n, ok = long, true
		p.to = end + 2
	}
	if f.is(end, afterNoun) {
		p.to++
	}
	if !ok || n.Plural && !of && !f.plural || !f.isRole(n, p.to) {
		return phrase{}, false
	}
	n.Plural = n.Plural && !of
	p.noun, p.head = n, p.to-1
	for p.from < p.head && f.is(p.from, skipped) {
		p.from++
	}
	return f.complement(p)
}

// isRole reports whether a noun is a role; a member is one of a body.
func (f *finder) isRole(n lexicon.RoleNoun, end int) bool {
	if n.Class != lexicon.Bond {
		return true
	}
	if n.Words[0] != "member" || f.low(end) != "of" {
		return false
	}
	for k := end + 1; k < end+8 && (f.content(k) || f.is(k, determiners)); k++ {
		if f.is(k, bodies) {
			return true
		}
	}
	return false
}

// run returns the end of the nouns and what describes them from word i on. It
// reports false when a person's name ends them: the role is that person's.
func (f *finder) run(i int) (end int, ok bool) {
	k := i
	for k < min(len(f.words), i+longest) && f.content(k) {
		switch {
		case f.begins(k):
			after := f.nameEnd(k)
			if !f.possessive(after) && !(f.content(after) && !f.verbish(after)) {
				return k, false
			}
			k = after
			continue
		case k > i && (f.verbish(k) || f.participle(k) && !f.isNoun(k+1)) && f.isNoun(k-1) && !f.isNoun(k):
			return k, true
		}
		if k++; f.low(k) == "and" && k == i+1 && f.fields(k) {
			k++
		}
	}
	if k > i && f.possessive(k-1) {
		k--
	}
	return k, k > i
}

// participle reports whether word i has the form of one: "a lawyer leading the search".
func (f *finder) participle(i int) bool {
	w := f.words[i]
	return !w.upper && w.name < 0 && (strings.HasSuffix(w.low, "ing") || strings.HasSuffix(w.low, "ed"))
}

// fields reports whether "and" at word i joins two fields before a role: "education
// and law professor".
func (f *finder) fields(i int) bool {
	if _, _, ok := f.noun(i - 1); ok || f.words[i-1].upper || f.verbish(i-1) || f.words[i-1].name >= 0 {
		return false
	}
	return !f.isNoun(i+1) && f.content(i+1) && f.isNoun(i+2)
}

func (f *finder) isNoun(i int) bool {
	n, _, ok := f.noun(i)
	return ok && n.Class != lexicon.Bond
}

// maxComplements is the number of prepositional phrases after a role that
// belong to it: "professor of law at Yale".
const maxComplements = 3

// complement extends a role over its complement to the end of its nouns. It
// reports false when they go on with a person's name: "secretary of
// agriculture Tom Vilsack".
func (f *finder) complement(p phrase) (phrase, bool) {
	for n := 0; n < maxComplements && f.is(p.to, complements); n++ {
		k := p.to + 1
		for f.is(k, determiners) || f.is(k, courtesies) {
			k++
		}
		end := f.complementRun(k)
		if end == k || f.words[end-1].digit || !f.words[end-1].upper && chunk.TimeNouns[f.low(end-1)] || loose[f.low(p.to)] && k == p.to+1 && !f.capital(k) && !f.person(k) {
			break
		}
		if f.begins(end) && !f.person(end-1) {
			if !f.isNoun(end-1) && k == p.to+1 {
				return p, false
			}
			p.to = f.nameEnd(end)
			return p, true
		}
		p.to = end
	}
	if f.begins(p.to) {
		return p, false
	}
	return p, true
}

// complementRun is run for what follows a preposition.
func (f *finder) complementRun(i int) int {
	k := i
	for k < min(len(f.words), i+longest) {
		switch {
		case f.begins(k):
			if k > i && !f.possessive(k-1) && !f.possessive(f.nameEnd(k)) {
				return k
			}
			if k = f.nameEnd(k); !f.possessive(k) && (!f.content(k) || f.verbish(k)) {
				return k
			}
			continue
		case f.low(k) == "and" && k > i && f.capital(k-1) && f.capital(k+1) && !f.isNoun(k+1):
		case !f.content(k) || f.words[k].upper && chunk.MonthOrDay[f.low(k)] || k > i && !f.possessive(k-1) && f.words[k].name < 0 && f.isVerb(k):
			return k
		}
		k++
	}
	return k
}

// isVerb is verbish without what may be a plural or a gerund.
func (f *finder) isVerb(i int) bool {
	w := f.low(i)
	plural := strings.HasSuffix(w, "s") && !lexicon.Reporting(w)
	return f.verbish(i) && !plural && !strings.HasSuffix(w, "ing")
}

// closes reports whether a noun phrase may end before word i.
func (f *finder) closes(i int) bool {
	if i >= len(f.words) {
		return true
	}
	w := f.words[i]
	if w.sign {
		return !f.possessive(i) && w.low != "&"
	}
	return f.is(i, afterPhrase) || strings.HasSuffix(w.low, "ing") && !w.upper ||
		strings.HasSuffix(w.low, "ed") && (f.is(i, participles) || f.low(i+1) == "by")
}

var (
	// orders are titles in the church, and kin in small letters
	orders = chunk.WordSet("father sister brother fathers sisters brothers")
	// qualities are ranks that describe a noun behind them in small letters
	qualities   = chunk.WordSet("major private general")
	determiners = chunk.WordSet(`the a an this these those his her its their our my your whose another each every
		any some no`)
	skipped = chunk.WordSet(`now then currently once formerly also previously still perhaps himself herself both
		later today recently only`)
	complements = chunk.WordSet(`of at for in with to on from`)
	// loose are those that lead to names and definite nouns alone
	loose      = chunk.WordSet(`at in with to on from`)
	afterNoun  = chunk.WordSet(`emeritus emerita elect designate`)
	counts     = chunk.WordSet("two three four five six")
	indefinite = chunk.WordSet("a an")
	bodies     = chunk.WordSet(`committee board council commission parliament congress senate cabinet assembly
		legislature house panel knesset bundestag subcommittee court delegation caucus`)
	afterPhrase = chunk.WordSet(`who whom whose which that and or but as when where while since until during before
		after because if from by in at on with under for to of based named here`)
	participles = chunk.WordSet(`based named charged hired appointed elected known assigned accused tasked nominated
		called turned retired involved employed paid fired convicted educated trained tapped indicted`)
	beforeVerbs = chunk.WordSet(`to will would can could should may might must did do does 'll i we they you not who`)
	noAgents    = chunk.WordSet(`letter number paper newspaper chapter matter summer winter dinner corner center centre
		computer twitter manner banner border quarter disaster danger mirror terror horror labor honor behavior
		sector factor monitor another whether however rather neither either together later earlier better bigger
		harder stronger former further order offer remember consider december november october september whatever
		whenever wherever forever never moreover altogether trailer cover human german woman roman prior interior
		exterior junior senior superior favor harbor neighbor partner primary-winner winner loser owner tower power
		flower longer larger smaller younger older greater higher lower deeper wider closer exist resist assist
		insist persist consist twist denver easier earlier sweater theater register master monster poster cluster
		counter encounter answer shooter supper pepper shower career transfer suffer prefer differ refer deliver
		discover recover deserve gender wonder under tender render reminder remainder folder shoulder member
		minister rumor tumor humor vigor savor flavor error major minor motor tutor outsider insider supporter
		opponent challenger newcomer follower believer voter brother mother father sister daughter grandfather
		grandmother stepfather stepmother democrat racist fascist terrorist sexist feminist communist socialist
		nationalist extremist leftist islamist populist`)
)
