// Package cue lists the words around a name and a role that say what they are to
// each other: what a noun phrase may hold, which verbs give a role, and what makes a
// role a wish.
//
// The lists are closed and compiled by hand from general knowledge; their words are
// in small letters.
package cue

import "strings"

func set(words string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}

// Words before a name.
var (
	Courtesies = set(`mr mrs ms miss sir dame lady "`)
	// Formers begin another role behind a role.
	Formers   = set("former retired then ex")
	Sorts     = set("kind kinds sort sorts type types")
	Supposing = set(`potential possible prospective future would-be hypothetical`)
)

// Words beside a name.
var (
	Relatives = set("who whose whom which and or")
	Asides    = set(", — – -- -")
)

// Words in the phrase of a role.
var (
	// Orders are titles in the church, and kin in small letters
	Orders = set("father sister brother fathers sisters brothers")
	// Learned are endings of learned professions.
	Learned = [...]string{"ologist", "ographer", "physicist", "chemist", "scientist", "obstetrician"}
	// Prefixes stand before a short noun too: "co-CEO"
	Prefixes = set("then ex co")
	// Qualities are ranks that describe a noun behind them in small letters
	Qualities   = set("major private general")
	Determiners = set(`the a an this these those his her its their our my your whose another each every
		any some no`)
	Skipped = set(`now then currently once formerly also previously still perhaps himself herself both
		later today recently only`)
	Complements = set(`of at for in with to on from`)
	// ToBodies lead from a role before a name to its body.
	ToBodies = set("to at with in")
	// Loose are those that lead to names and definite nouns alone.
	Loose = set(`at in with to on from`)
	// Gatherings are what someone is at for an hour.
	Gatherings = set(`rally rallies event events stop speech conference meeting hearing debate interview convention summit luncheon dinner`)
	AfterNoun  = set(`emeritus emerita elect designate`)
	// Modals stand before a verb.
	Modals     = set(`will would can could should may might must not n't i we they you`)
	Joins      = set("and & turned")
	Groups     = set("pair couple trio duo group handful number")
	Counts     = set("two three four five six")
	Indefinite = set("a an")
	Bodies     = set(`committee board council commission parliament congress senate cabinet assembly
		legislature house panel knesset bundestag subcommittee court delegation caucus faculty`)
	AfterPhrase = set(`who whom whose which that and or but as when where while since until during before
		after because if from by in at on with under for to of based named here worth today respectively`)
	Participles = set(`known seen caught chosen sworn held found arrested suspected sentenced imprisoned
		jailed credited associated affiliated identified described blamed responsible formerly who'd familiar based named charged hired appointed elected known assigned accused tasked nominated
		famed called turned retired involved employed paid fired convicted educated trained tapped indicted`)
	// BehindParticiples follow the participle of a clause without "who": "shot down
	// by".
	BehindParticiples = set(`for in at on by to with as over down from one among after under about`)
	BeforeVerbs       = set(`to will would can could should may might must did do does 'll i we they you not who`)
	NoAgents          = set(`letter number paper newspaper chapter matter summer winter dinner corner center centre
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

// Words around verbs and "as".
var (
	Perfect = set("has had have")
	// BeforeAs lead to "as a senator," in a clause of its own.
	BeforeAs = set("now that said")
	Joining  = set("signed over join joins joined joining served serving worked working")
	Quotes   = set("\" “ ” ''")
	Copulas  = set("is was became becomes remains remained")
	// Planned stand in "is slated to become".
	Planned = set("set slated due scheduled")
	Serving = set(`serve served serves serving work worked works working act acted acts acting resign
		resigned resigns retired take takes took begin began begins start started starts emerged emerges step
		stepped steps return returned returns continue continued continues stay stayed stays run ran runs flew
		stood trained trains`)
	// Raising lead to a post with "to".
	Raising   = set("promoted elevated")
	Appointed = set(`appointed elected named chosen hired nominated confirmed reelected re-elected picked
		tapped promoted elevated made crowned installed selected`)
	Replacing = set("replace succeed")
	Posts     = set("post position office job role rank title")
	// Assuming are verbs of having such a post, or of coming to it or leaving it.
	Assuming = set(`assume assumed assumes assuming reassumed resumed took take takes taking taken hold held
		holds holding retain retained retains kept keeps keep left leaves accepted accepts filled fills occupies
		occupied won on`)
	// Choices are nouns of giving somebody a role.
	Choices = set(`selection choice appointment nomination election pick naming confirmation`)
	// Whens begin a clause of a time that was.
	Whens  = set(`when while once since after before because although though as`)
	Making = set(`chosen appointed elected named nominated chose picked tapped hired made selected naming
		appointing nominating picking choosing hiring tapping selecting replace replaces replaced replacing succeed
		succeeds succeeded succeeding promoted elevated`)
	// Only takes the negation back: "is not only".
	Only      = set("only just merely simply")
	Negations = set("not never no neither nor n't")
	Wishes    = set(`if unless whether should hope hopes hoped wish wishes want wants hoping suppose
		assuming until`)
	Comparing = set(`such same known well regarded seen described portrayed dismissed cast just much far
		soon long good viewed depicted think thought sees saw see described painted twice`)
	Offering = set("offer offers offered offering potential")
	Holding  = set(`tenure time years term terms days stint role job work career experience position turn
		served serving serves worked working works resigned resigning retired down over took sworn in appointed
		elected named nominated chosen hired confirmed installed listed record year months decades life
		trained withdrawing withdrew`)
	// Clauses open one of their own.
	Clauses = set("how that who what")
	Judging = set(`best worst better worse right wrong perfect ideal good great bad terrible stronger
		strongest weak weakest rising`)
	Imagining = set(`would will could should can might may if 'll won't wouldn't can't cannot wants want
		hopes hypothetical fit unfit qualified ready unqualified vote next whether temperament imagine elect electing`)
)

// Words that end a phrase or look like verbs.
var (
	// Closers end a noun phrase besides the stops of chunk.
	Closers = set(`last next late whose 'll won wouldn't couldn't shouldn't can't today's tells insists
		argues according including such unlike despite worth himself herself jr didn't`)
	Newly = set(`newly recently democratically duly then formerly early only likely`)
	// Describing are words before a noun that look like verbs.
	Describing = set(`retired elected appointed disgraced embattled defeated acclaimed celebrated renowned
		failed respected noted convicted accused unnamed acting outgoing ruling leading sitting reigning incoming
		presiding managing founding ranking retiring investigating commanding governing visiting campaigning
		marketing fundraising advertising banking housing editing voting lobbying broadcasting accounting
		engineering polling booking operating sports communications operations news politics economics rights
		affairs arms sales relations services studies physics elections ethics mathematics operations resources
		congress business house press process access always human services systems games arts finances police gas
		white-collar indicted jailed ousted deposed exiled famed beloved decorated ordained licensed registered
		trusted underdog longtime longstanding communist`)
	// Verbs are verbs in the present before a person with a role.
	Verbs = set(`tell ask urge call endorse support back face see meet join want let help make have get
		beat defeat challenge elect pick choose defend attack criticize criticise replace nominate appoint hire fire
		blame thank praise quote follow join know think hope believe say like include feature against versus watch
		hear remember become invite accuse question slam mock compare give put told recall welcome introduce
		consider name cite host interview debate bash kill murder
		assassinate arrest jail oust impeach remove investigate protect visit stop shoot send leave bring keep chosen`)
)
