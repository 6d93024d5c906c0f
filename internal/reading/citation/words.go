package citation

import (
	"strings"
	"sync"
)

// A vocabulary holds the closed lists of words, in small letters.
type vocabulary struct {
	determiners, conjunctions, prepositions map[string]bool
	stops, participles, nouns, modifiers    map[string]bool
	documents, people, noSources            map[string]bool
	media, mediaWords, hosts, suffixes      map[string]bool
	posts, pages, talks, writings           map[string]bool
	tells, says, places, helps, adverbs     map[string]bool
	programmes                              map[string]bool
	cited, subjects, notCalls, domains      map[string]bool
}

// words is read once; its lists were compiled by hand for readout.
var words = sync.OnceValue(func() *vocabulary {
	return &vocabulary{
		determiners: set(`the a an this these those his her its their our my your
			another some any several many both each all no multiple various
			numerous`),
		conjunctions: set(`and or &`),
		prepositions: set(`of by in at on for from with to near inside within
			against about into under over between among across around`),
		// Words before which a noun group has ended.
		stops: set(`i he she it they we you who whom whose which that what where
			when why how while because although though if unless until since but
			as than then so yet nor whether there here not also still only just
			is are was were be been being am has have had having do does did will
			would can could may might must shall should isn't aren't wasn't
			weren't hasn't haven't hadn't don't doesn't didn't won't can't
			couldn't wouldn't says said say saying tells told tell adds added
			writes wrote goes went gets got makes made takes took comes
			came gives gave finds found shown showed knows knew seen
			thinks thought means meant remains became becomes begins began left
			lost won led held kept put set saw fell rose grew stood spoke spent
			sent met ran paid built broke brought bought close familiar able
			likely unlikely aware before after during amid despite without
			like per via more less most least now today yesterday tomorrow ago
			even ever never again once already later soon too very him them us
			me appears appear seems seem wants want plans believes believe`),
		participles: set(`seen shown given taken written held made done known run
			led drawn put sent kept`),
		nouns: set(`polling briefing filing ruling reporting meeting building
			hearing warning finding polling opening listing recording writing
			spokesperson media beijing intelligence family assembly daily weekly
			monthly quarterly ally supply early elderly feed seed need bed
			united board king wing ring being broadcasting engineering marketing
			banking housing training nursing testing screening accounting
			rating posting breed speed weed creed led unnamed unidentified
			combined related educated
			detailed limited interested informed retired elected appointed
			leading existing sitting remaining acting governing ruling opposing
			investigating visiting participating neighboring neighbouring
			studying`),
		modifiers: set(`new recent latest first second third early late previous
			separate internal official preliminary final annual joint same other
			senior former local state federal national top several own latest
			recently newly widely highly most`),
		// Documents and collections of facts that one cites.
		documents: set(`report reports story stories article articles editorial
			op-ed study studies survey surveys poll polls polling analysis
			investigation paper papers statement statements release book memoir
			documents document data figures statistics records record filing
			filings estimate estimates count tally list index review research
			release post posts blog column interview interviews account
			accounts transcript transcripts letter email e-mail emails memo
			footage video numbers forecast projections projection average
			database results result document leaflet website site page press dispatch
			dispatches bulletin newsletter summary guide
			profile biography testimony affidavit complaint indictment
			lawsuit notice brief`),
		people: set(`spokesman spokeswoman spokesperson spokespeople official
			officials source sources member members people person expert experts
			analyst analysts adviser advisers advisor aide aides friend friends
			director chairman chairwoman chair head president secretary minister
			professor professors researcher researchers scientist scientists
			lawyer lawyers attorney witness witnesses residents officers officer
			ambassador representative representatives executive executives
			editor correspondent journalist reporter leader leaders economist
			historian author fellow student students resident department office
			ministry commander diplomat diplomats activist activists`),
		// Heads after "according to" that say how, not who.
		noSources: set(`way ways plan plans schedule schedules law laws rule
			rules principle principles need needs ability abilities size age
			type types wish wishes tradition custom taste tastes preference
			preferences status rank income merit height weight color colour
			season circumstances procedure standards whether how what where
			when which who conscience order sex gender`),
		// What an outlet is called by its kind.
		media: set(`newspaper newspapers magazine broadcaster newswire daily
			weekly tabloid television tv radio website podcast paper network
			channel agency station`),
		// Words that stand between an article and the name of an outlet.
		mediaWords: set(`newspaper newspapers magazine broadcaster newswire daily
			weekly tabloid television tv radio website site podcast paper
			network channel station agency news state state-run state-owned
			state-controlled official semi-official pro-government independent
			private public local regional national international foreign business
			financial conservative liberal left-wing right-wing left-leaning
			right-leaning german-language english-language sports online media
			cable satellite broadsheet wire service services outlet evening
			morning sunday government-run influential leading privately-owned
			political trade tech technology program programme show talk late-night
			medical science journal publication industry student weekend opposition
			partner partner's affiliate breakfast current affairs`),
		hosts: set(`journalist reporter host anchor anchorman interviewer
			correspondent columnist presenter editor commentator moderator
			reporters blogger contributor`),
		// Last words of names that outlets bear.
		suffixes: set(`times post news herald tribune gazette journal chronicle
			courier inquirer examiner dispatch sentinel telegraph magazine radio
			television tv broadcasting newspaper newspapers daily newsletter
			advertiser bulletin globe zeitung shimbun fm weekly monthly press
			observer review mirror standard record argus`),
		programmes: set(`show podcast programme tonight hour breakfast`),
		posts: set(`tweet tweets blog posting tweetstorm podcast blogpost
			vlog post posts facebook`),
		pages: set(`page account feed website websites site blog blogs profile channel timeline
			wall podcast webpage homepage handle livestream`),
		talks: set(`interview interviews statement statements comment comments
			remarks email e-mail emails letter message conversation appearance
			chat briefing`),
		writings: set(`op-ed column editorial essay article piece commentary
			oped opinion letter report story dispatch`),
		tells: set(`reported reports reporting report said says saying wrote
			writes noted notes revealed reveals confirmed confirms quoted quotes
			cited cites claimed claims disclosed discloses added adds estimates
			estimated argued argues observed described describes explained
			explains alleged alleges suggested suggests predicted predicts
			announced announces found projected concluded concludes states
			stated showed shows show theorized theorised put warned
			reads indicates indicated`),
		says: set(`said say says saying wrote write writes writing tweeted tweets
			tweeting posted posts posting announced announces announcing stated
			states stating told tells added adds claimed claims claiming argued
			argues explained responded replied replies commented comments
			commenting declared noted insisted confirmed complained warned
			joked revealed admitted denied defended described recalled remarked
			acknowledged asserted suggested accused blasted criticized
			criticised praised urged called posited repeated apologized
			apologised mused blogged shared shares published publishes uploaded
			wondered asked questioned vowed promised declined predicted
			cited listed explains details`),
		places: set(`appeared appearing appears aired airs broadcast interviewed
			speaking spoke speaks talking talked quipped made released`),
		helps:   set(`has had have is was also first recently later earlier previously then since itself`),
		adverbs: set(`first recently originally widely initially previously earlier later also`),
		cited:   set(`quoted reported cited published told revealed`),
		subjects: set(`of by for at in from on with to about and or than against
			via per through like between`),
		notCalls: set(`who whom woke went west wind with when what wife wwii kids
			king kill knew kfor west wall wars`),
		domains: set(`com org net info tv fr de uk ru ua au ca nz`),
	}
})

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
