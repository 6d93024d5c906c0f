package amount

import "readout/internal/language/chunk"

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
		for w := range chunk.WordSet(words) {
			all[w] |= theme
		}
	}
	return all
}()

// about reports whether the sentence speaks of a theme.
func (p *parser) about(t theme) bool { return p.themes&t != 0 }

var pronouns = chunk.WordSet(`them us you whom which these those it`)

// having are the words before a number alone that say whose it is.
var having = chunk.WordSet(`has have had won gets get got just only another other with
	's ’s all
	need needs needed takes took reach reached`)

// owning are the verbs before a number of things that someone has or had.
var owning = chunk.WordSet(`has have had employs employ employed sold sells`)

// harm are the verbs before a number of people whose noun is left out.
var harm = chunk.WordSet(`killed killing injured injuring wounded wounding leaving
	arrested arresting kills injures wounds hurting`)

// reaching stand between a tally and its number.
var reaching = chunk.WordSet(`to at is was reached reaching from than`)

// aloneVerbs follow a number whose noun is left out.
var aloneVerbs = chunk.WordSet(`were was are have had died survived voted remain
	remained remaining said favor oppose support supported opposed did do will would
	came went escaped fled`)

// holders are the nouns before "of" that hold a number of people or things.
var holders = chunk.WordSet(`mother father parent parents group groups team teams pair
	pairs family crowd crew total audience maximum minimum party parties army force`)

// numbers are the words before a number alone that it numbers.
var numbers = chunk.WordSet(`day week round game match stage map step part phase act
	season episode lesson area zone item line volume book grade level`)

// compounds are the nouns after "290+".
var compounds = chunk.WordSet(`seat seats member members person bed room page story
	storey floor`)

// noCompounds end no count in "two-way".
var noCompounds = chunk.WordSet(`way ways time times fold old ish plus dimensional star
	point percent cent third half wheel handed hander letter`)

// levels stand before the points at which an index stands.
var levels = chunk.WordSet(`at to of below above around near under past`)

// leading stand before "one hand" where it counts nothing.
var leading = chunk.WordSet(`at on in to for by from`)

// victims follow a number whose noun is left out even where nothing was
// counted before.
var victims = chunk.WordSet(`aboard dead wounded injured killed missing died hurt`)

// ordinals before "half" or "quarter" make it one of several.
var ordinals = chunk.WordSet(`first second third fourth latter other better last final
	opening the each previous next top bottom upper lower`)

// notOne are the words before "one" that make it a pronoun.
var notOne = chunk.WordSet(`no any this that each every which another the number someone
	same`)

// idle are the nouns of phrases in which "one" counts nothing.
var idle = chunk.WordSet(`point thing hand side way end extent another stage example
	respect sense word kind sort more such`)

var ageWords = chunk.WordSet(`age aged ages old older younger born anyone those`)

// people are the nouns that a number like a year counts.
var people = chunk.WordSet(`people men women children schoolchildren troops soldiers protesters
	refugees workers employees students jobs votes residents dollars homes members
	demonstrators police supporters delegates`)
