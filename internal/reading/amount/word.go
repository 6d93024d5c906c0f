package amount

import "strings"

// A theme is what the words of a sentence speak of, in bits.
type theme uint8

const (
	indexTheme theme = 1 << iota // an index of shares: points are no percentage
	gameTheme                    // a game: points are scored
	tallyTheme                   // a number that rises or stands
)

var themes = func() map[string]theme {
	all := map[string]theme{}
	for theme, words := range map[theme]string{
		indexTheme: `dow nasdaq ftse nikkei dax cac index indexes indices s&p sensex
			nifty hang seng stoxx kospi ordinaries composite topix russell`,
		gameTheme:  `scored scoring game games team teams`,
		tallyTheme: `toll tally total number`,
	} {
		for w := range wordSet(words) {
			all[w] |= theme
		}
	}
	return all
}()

// about reports whether the sentence speaks of a theme.
func (p *parser) about(t theme) bool { return p.themes&t != 0 }

// determiners stand before a noun group.
var determiners = wordSet(`the a an all its their his her our my your these those
	this that such both`)

var pronouns = wordSet(`them us you whom which these those it`)

// stops are the words that no noun group holds: prepositions, conjunctions,
// pronouns, determiners, auxiliaries and verbs that follow a noun.
var stops = wordSet(`of in on at by for with from to into onto upon about over under
	after before since until till during between among amongst against without
	within through throughout across along around near off out up down per via
	despite toward towards above below behind beside besides beyond amid inside
	outside than like unlike as if because while whereas although though unless
	whether and or but nor so yet when where why how who whom whose which that
	what this these those the a an all both each every either neither some any no
	not i you he she it we they me him us them his her its their our my your
	himself herself itself themselves there here then now also just only even
	still already again ever never too very once
	is are was were be been being am has have had having do does did done will
	would shall should can could may might must cannot ago apart away
	isn't aren't wasn't weren't don't didn't hasn't haven't won't wouldn't can't
	say said says told tonight another called named based
	monday tuesday wednesday thursday friday saturday sunday today yesterday
	tomorrow january february march april june july august september october
	november december instead together respectively`)

// verbs follow a plural; after other words some of them are nouns.
var verbs = wordSet(`tell want support back favor favour oppose think believe know
	need make take go come get give see use find feel agree vote live seem become
	remain show expect worry prefer disagree`)

// thirdPerson are verbs that look like plurals.
var thirdPerson = wordSet(`wants believes thinks goes comes makes takes gets gives
	remains seems becomes knows feels says tells agrees`)

// having are the words before a number alone that say whose it is.
var having = wordSet(`has have had won gets get got just only another other with
	's ’s all
	need needs needed takes took reach reached`)

// harm are the verbs before a number of people whose noun is left out.
var harm = wordSet(`killed killing injured injuring wounded wounding leaving
	arrested arresting kills injures wounds hurting`)

// reaching stand between a tally and its number.
var reaching = wordSet(`to at is was reached reaching from than`)

// pastVerbs are past forms that end in no -ed.
var pastVerbs = wordSet(`died won lost went came left made held saw fell rose grew
	began became gave got knew led met paid put ran sent spent stood thought wrote
	spoke fought shot hit cut sold bought brought drew drove fled found kept broke
	cast chose felt heard hurt set struck swept born known seen taken given shown`)

// aloneVerbs follow a number whose noun is left out.
var aloneVerbs = wordSet(`were was are have had died survived voted remain
	remained remaining said favor oppose support supported opposed did do will would
	came went escaped fled`)

// holders are the nouns before "of" that hold a number of people or things.
var holders = wordSet(`mother father parent parents group groups team teams pair
	pairs family crowd crew total audience maximum minimum party parties army force`)

// numbers are the words before a number alone that it numbers.
var numbers = wordSet(`day week round game match stage map step part phase act
	season episode lesson area zone item line volume book grade level`)

// compounds are the nouns after "290+".
var compounds = wordSet(`seat seats member members person bed room page story
	storey floor`)

// noCompounds end no count in "two-way".
var noCompounds = wordSet(`way ways time times fold old ish plus dimensional star
	point percent cent third half wheel handed hander letter`)

// levels stand before the points at which an index stands.
var levels = wordSet(`at to of below above around near under past`)

// leading stand before "one hand" where it counts nothing.
var leading = wordSet(`at on in to for by from`)

// victims follow a number whose noun is left out even where nothing was
// counted before.
var victims = wordSet(`dead wounded injured killed missing died hurt`)

// timeNouns make a number a duration, a frequency or an age.
var timeNouns = wordSet(`second seconds minute minutes min mins hour hours hr hrs
	day days night nights week weeks weekend weekends month months year years yr
	yrs decade decades century centuries millennia fortnight quarters a.m p.m a.m.
	p.m. am pm gmt est edt utc pst o'clock o’clock time times fold tenths
	mornings evenings afternoons monday mondays tuesday tuesdays wednesday
	wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays morning evening afternoon
	summers winters springs season seasons`)

var monthOrDay = wordSet(`january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct
	nov dec`)

// ordinals before "half" or "quarter" make it one of several.
var ordinals = wordSet(`first second third fourth latter other better last final
	opening the each previous next top bottom upper lower`)

// notOne are the words before "one" that make it a pronoun.
var notOne = wordSet(`no any this that each every which another the number someone
	same`)

// idle are the nouns of phrases in which "one" counts nothing.
var idle = wordSet(`point thing hand side way end extent another stage example
	respect sense word kind sort more such`)

var ageWords = wordSet(`age aged ages old older younger born anyone those`)

// people are the nouns that a number like a year counts.
var people = wordSet(`people men women children schoolchildren troops soldiers protesters
	refugees workers employees students jobs votes residents dollars homes members
	demonstrators police supporters delegates`)

// plurals are the nouns whose plural ends in no -s.
var plurals = wordSet(`people men women children police staff crew personnel
	aircraft troops media data criteria feet teeth sheep fish deer series species
	alumni cattle youth clergy offspring spacecraft folk gold silver bronze`)

// peoples are the names of peoples that stand for several of them.
var peoples = wordSet(`chinese japanese british french irish dutch spanish swiss
	portuguese vietnamese lebanese sudanese english scottish welsh polish swedish
	danish turkish finnish burmese senegalese maltese`)

// noPlurals end in -s and are no plurals.
var noPlurals = wordSet(`news yes always perhaps overseas christmas gas bus texas
	kansas arkansas paris dallas illinois sanders jones james williams los las us
	vs gas plus minus athens brussels wales politics economics physics athletics
	mathematics headquarters angeles orleans congress chris charles thomas lens
	his this its as sometimes afterwards towards`)

// adjectives are endings of words that describe.
var adjectives = []string{"al", "an", "ic", "ive", "ous", "ful", "less", "ish", "ese",
	"ed", "ing", "able", "ible", "ar", "ary", "ant", "ent", "er"}

// describing are adjectives that no ending shows.
var describing = wordSet(`black white red green blue big small large long short
	old young new poor rich high low male female gay straight good bad major minor
	local key top private public male separate white other more`)

// isPlural reports whether a word has the form of a plural noun.
func (p *parser) isPlural(i int) bool {
	w := p.word(i)
	if plurals[w] || strings.HasSuffix(w, "children") ||
		strings.HasSuffix(w, "men") && len(w) > 4 {
		return true
	}
	if p.upper(i) && peoples[w] {
		return p.closes(i + 1)
	}
	if len(w) < 3 || w[len(w)-1] != 's' || noPlurals[w] {
		return false
	}
	switch w[len(w)-2] {
	case 's', 'u':
		return w == "menus" || w == "gurus"
	case 'i':
		return p.upper(i) || w == "taxis" || w == "jihadis" || w == "skis"
	}
	return true
}

// isAdjective reports whether a word has the form of an adjective.
func (p *parser) isAdjective(i int) bool {
	w := p.word(i)
	if describing[w] || p.isHyphenated(i) {
		return true
	}
	if !p.is(i, wordForm) || stops[w] || p.isPlural(i) || len(w) < 5 {
		return false
	}
	for _, ending := range adjectives {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

func isAdverb(w string) bool {
	return strings.HasSuffix(w, "ly") && w != "family" && w != "ally" && w != "assembly"
}

// isGerund reports whether a word may say what the noun before it does.
func isGerund(w string) bool {
	return strings.HasSuffix(w, "ing") && len(w) > 5 && !gerundNouns[w]
}

var gerundNouns = wordSet(`building meeting shooting hearing killing bombing wedding
	painting ruling spending opening finding warning filing briefing housing`)

// memberEndings are the endings of those who belong to a people or a party.
var memberEndings = []string{"an", "at", "er", "ese", "ish", "ist", "im", "ic", "man",
	"or", "ent", "i"}

func isParticiple(w string) bool {
	return strings.HasSuffix(w, "ed") && len(w) > 4
}
