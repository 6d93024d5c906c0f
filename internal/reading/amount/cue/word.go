package cue

import "readout/internal/language/chunk"

// A Theme is what the words of a sentence speak of, in bits.
type Theme uint8

// The themes.
const (
	Index  Theme = 1 << iota // an index of shares: points are no percentage
	Game                     // a game: points are scored
	Tally                    // a number that rises or stands
	Weight                   // pounds are a weight
	Screen                   // a length in inches
	Crowd                    // people in great numbers
)

// Themes are what words speak of.
var Themes = func() map[string]Theme {
	all := map[string]Theme{}
	for about, words := range map[Theme]string{
		Index: `dow nasdaq ftse nikkei dax cac index indexes indices sensex
			nifty hang seng stoxx kospi ordinaries composite topix russell`,
		Game: `scored scoring game games team teams`,
		Screen: `screen screens display displays monitor monitors laptop laptops
			notebook notebooks tv tvs television televisions lcd`,
		Crowd: `passengers users customers subscribers viewers listeners readers
			visitors people population downloads`,
		Weight: `weigh weighs weighed weighing weight overweight slimmed`,
		Tally:  `toll tally total number`,
	} {
		for w := range chunk.WordSet(words) {
			all[w] |= about
		}
	}
	return all
}()

// Pronouns after "of" stand for the whole: "two of them".
var Pronouns = chunk.WordSet(`them us you whom which these those it`)

// Having are the words before a number alone that say whose it is.
var Having = chunk.WordSet(`against versus vs ' ’ take has have had won gets get got just only another other with
	's ’s all
	need needs needed takes took reach reached including`)

// Owning are the verbs before a number of things that someone has or had.
var Owning = chunk.WordSet(`has have had employs employ employed sold sells`)

// Harm are the verbs before a number of people whose noun is left out.
var Harm = chunk.WordSet(`killed killing injured injuring wounded wounding leaving
	arrested arresting kills injures wounds hurting`)

// Reaching stand between a tally and its number.
var Reaching = chunk.WordSet(`to at is was reached reaching from than`)

// AloneVerbs follow a number whose noun is left out.
var AloneVerbs = chunk.WordSet(`were was are have had died survived voted remain
	remained remaining said favor oppose support supported opposed did do will would
	came went escaped fled`)

// Holders are the nouns before "of" that hold a number of people or things.
var Holders = chunk.WordSet(`population membership workforce readership capacity
	attendance turnout panel committee jury board band gang staff cast squad
	fleet trio field list slate tour couple minority majority mother father parent parents group groups team teams pair
	pairs family crowd crew total audience maximum minimum party parties army force`)

// Numbered are the words before a number alone that it numbers.
var Numbered = chunk.WordSet(`grades pages chapters posts rows articles sections
	figure table question row rule option track tier ward day week round game match stage map step part phase act
	season episode lesson area zone item line volume book grade level`)

// Compounds are the nouns after "290+".
var Compounds = chunk.WordSet(`seat seats member members person bed room page story
	storey floor`)

// NoCompounds end no count in "two-way".
var NoCompounds = chunk.WordSet(`way ways time times fold old ish plus dimensional star
	point percent cent third half wheel handed hander letter alarm`)

// Levels stand before the points at which an index stands.
var Levels = chunk.WordSet(`on at to of below above around near under past
	reached reaching reaches reach hit hits hitting topped crossed breached broke
	passed tested touched touching touches beyond exceeded approaching stood`)

// Moving are the verbs before the points that an index gained or lost.
var Moving = chunk.WordSet(`rose risen rise rises rising gained gain gains gaining
	added adds adding climbed climbs climbing jumped jumps soared surged fell fallen
	fall falls falling lost loses losing lose shed sheds dropped drop drops dropping
	slid slides sliding slipped slips slipping tumbled plunged plunges sank declined
	declining advanced dipped eased retreated up down off by grew grown increased
	decreased decreasing increasing shrank`)

// Leading stand before "one hand" where it counts nothing.
var Leading = chunk.WordSet(`at on in to for by from`)

// Victims follow a number whose noun is left out even where nothing was
// counted before.
var Victims = chunk.WordSet(`aboard dead wounded injured killed missing died hurt`)

// Ordinals before "half" or "quarter" make it one of several.
var Ordinals = chunk.WordSet(`first second third fourth latter other better last final
	opening the each previous next top bottom upper lower`)

// NotOne are the words before "one" that make it a pronoun.
var NotOne = chunk.WordSet(`no any this that each every which another the number someone
	same other`)

// Idle are the nouns of phrases in which "one" counts nothing.
var Idle = chunk.WordSet(`point thing hand side way end extent another stage example
	respect sense word kind sort more such`)

// Alternating and Other follow "one" and its noun in turns of phrase that count
// nothing: "one way or another", "one day after the other".
var (
	Alternating = chunk.WordSet(`or after`)
	Other       = chunk.WordSet(`another the`)
)

// BeforeShare stand before a number that is a share as the one told before it.
var BeforeShare = chunk.WordSet(`at with from 's ’s`)

// AgeWords stand near a number that says how old someone is.
var AgeWords = chunk.WordSet(`age aged ages old older younger born`)

// People are the nouns that a number like a year counts.
var People = chunk.WordSet(`people men women children schoolchildren troops soldiers protesters
	refugees workers employees students jobs votes residents dollars homes members
	demonstrators police supporters delegates`)

// MarksOfIndex are the nouns after a number that say where something stands.
var MarksOfIndex = chunk.WordSet(`mark level levels barrier threshold limit line`)

// Ranking stand between "of the" and a number.
var Ranking = chunk.WordSet(`last first next past other remaining top previous new
	original estimated some about more than`)

// Unheaded end no noun group after "one".
var Unheaded = chunk.WordSet(`thing more such less fewer sort kind`)

// OnesVerbs follow "one" where it stands for anybody.
var OnesVerbs = chunk.WordSet(`need needs knows wonders hopes thinks expects sees wants
	might suspects imagines gets feels`)

// Belonging are those who belong to a people, by words with no ending of theirs.
var Belonging = chunk.WordSet(`arab greek turk czech pole dane swede finn serb croat
	kurd scot brit jew orthodox thai latino latina hispanic sikh hindu uzbek kazakh tajik`)

// Multiplied are the nouns that "half the" makes smaller and counts nothing of.
var Multiplied = chunk.WordSet(`price size cost speed weight rate height age battle
	way fun story width length distance`)

// OrdinalVerbs follow "a third" where it is one more thing.
var OrdinalVerbs = chunk.WordSet(`would will did do said was is had has died came went`)

// Changing are the verbs before "from 9 to 10".
var Changing = chunk.WordSet(`rose risen rise rises rising increased increase increases
	increasing grew grown grow grows growing climbed jumped went gone doubled
	expanded fell fallen fall falls falling dropped drop drops dropping decreased
	declined shrank shrunk reduced reduce reducing cut cutting down up raised
	raising raise`)

// Standing are the verbs before the "at" or "to" of a number that rises.
var Standing = chunk.WordSet(`stood stands stand remained rose risen climbed grew grown
	increased dropped fell fallen jumped swelled reduced`)

// Gapping follow a number whose noun and verb are left out.
var Gapping = chunk.WordSet(`in at by from among against for aboard inside outside near
	elsewhere`)

// Stocks follow "on" after a number whose noun is left out: "230 on order".
var Stocks = chunk.WordSet(`order board hand loan offer display sale trial top`)

// Totalling are the verbs right before a number that counts their subject.
var Totalling = chunk.WordSet(`numbered numbering totaled totalled totaling totalling`)

// Answers follow a share of those who were asked.
var Answers = chunk.WordSet(`yes no undecided unsure`)

// OrdinalWords after a hyphen make a number an ordinal: "fifty-ninth".
var OrdinalWords = chunk.WordSet(`first second third fourth fifth sixth seventh eighth
	ninth`)

// Being are the verbs between somebody and an age; persons are somebody.
var (
	Being   = chunk.WordSet(`was is am turned turns`)
	Persons = chunk.WordSet(`i he she who`)
)

// Flying follow the number that names an aircraft.
var Flying = chunk.WordSet(`offers carries flies seats planes jets aircraft airliners
	dreamliner dreamliners`)

// Posed are the nouns after "one" that say what somebody thinks.
var Posed = chunk.WordSet(`question example answer explanation theory possibility
	caveat lesson conclusion reason clue guess thought regard instance`)

// Telling are the words before a "that" after which a clause begins.
var Telling = chunk.WordSet(`out say says said so such know knows think thinks show
	shows find finds note notes believe mean means`)

// Listing stand between the members of a list.
var Listing = chunk.WordSet(`, ; and`)

// Ranging are the words before "from 5 to 7" that make it a range.
var Ranging = chunk.WordSet(`range ranges ranged ranging vary varies varied varying
	anywhere estimates`)
