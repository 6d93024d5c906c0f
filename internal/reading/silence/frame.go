package silence

import "readout/record"

const (
	omitted  = record.PolarityOmitted
	declined = record.PolarityDeclined
)

// A form is how a verb stands in a frame.
type form uint8

const (
	base form = iota // mention
	third
	past // also as a participle
	gerund
)

// A manner is why something was not said. Verbs count in some of them only.
type manner uint8

const (
	unsaid  manner = 1 << iota // did not, failed to
	refused                    // would not, declined to
	unable                     // could not
)

// A frame is words before a verb of telling that make it a silence.
type frame struct {
	words   string
	form    form
	manner  manner
	example string // "[speaker] «cue» {content}"
}

// frames are in order: at a word, the first that fits with a verb counts.
var frames = []frame{
	{"DO NOT", base, unsaid, "[Carson] «did not mention» {his rivals}"},
	{"HAVE NOT", past, unsaid, "[The company] «has not disclosed» {its losses}"},
	{"never", past, unsaid, "[He] «never explained» {the delay}"},
	{"never", third, unsaid, "[The letter] «never mentions» {the war}"},
	{"neither", past, unsaid, "[The premier] «neither mentioned» {the war} nor named Russia"},
	{"neither", third, unsaid, "[The letter] «neither mentions» {the war} nor names Russia"},
	{"WILL NOT", base, refused, "[Officials] «wouldn't say» {how many were held}"},
	{"WILL neither", base, refused, "[The firm] «would neither discuss» {the price} nor the date"},
	{"CAN NOT", base, unable, "[The bank] «couldn't comment on» {the suit}"},
	{"decline/declines/declined/declining to", base, refused, "[A spokesman] «declined to discuss» {the talks}"},
	{"refuse/refuses/refused/refusing/refusal to", base, refused, "[The general] «has refused to say» {whether he will go}"},
	{"unwilling to", base, refused, "[Both sides] «were unwilling to discuss» {the terms}"},
	{"not/never willing/prepared/ready/going to", base, refused, "[She] «is not prepared to discuss» {the terms}"},
	{"fail/fails/failed/failing/failure to", base, unsaid, "[The envoy] «failed to mention» {the prisoners}"},
	{"neglect/neglects/neglected/neglecting/forgot to", base, unsaid, "[The envoy] «neglected to mention» {the prisoners}"},
	{"HAVE yet to", base, unsaid, "[The council] «has yet to explain» {the delay}"},
	{"without", gerund, unsaid, "[He] praised the plan «without mentioning» {its cost}"},
	{"avoid/avoids/avoided/avoiding", gerund, unsaid, "[The mayor] «avoided mentioning» {his rival}"},
	{"stop/stops/stopped/stopping short of", gerund, unsaid, "[The mayor] «stopped short of naming» {his rival}"},
}

// An object is what must follow a verb for it to tell of something.
type object uint8

const (
	anything object = iota
	clause          // whether, what, how
	holding         // words with one of those that the verb needs: details, a question
	nothing         // it has none, or one behind a preposition
	behind          // one behind a preposition alone
)

// A verb is one of telling. Its forms are the base, the third person, the past
// and the gerund; the base alone stands for regular ones.
type verb struct {
	forms   string
	leads   string // the prepositions before its object
	object  object
	needs   string // what a holding object holds
	manners manner
	answers bool   // it answers: one who does not, declines
	example string // "[speaker] «cue» {content}"
}

const always = unsaid | refused

// verbs are in order: of those with the same form, the first whose object is
// there counts.
var verbs = []verb{
	{"mention", "", anything, "", always, false, "[Carson] «did not mention» {his rivals}"},
	{"discuss discusses discussed discussing", "", anything, "", always | unable, false, "[Police] «would not discuss» {the case}"},
	{"disclose", "", anything, "", always | unable, false, "[The firm] «did not disclose» {its losses}"},
	{"reveal", "", anything, "", always, false, "[The firm] «did not reveal» {the price}"},
	{"divulge", "", anything, "", always, false, "[Investigators] «would not divulge» {the evidence}"},
	{"specify", "", anything, "", always, false, "[The plan] «didn't specify» {an amount}"},
	{"identify", "", anything, "", always, false, "[She] «declined to identify» {other bidders}"},
	{"name", "", anything, "", always, false, "[Clinton] attacked him «without naming» {him}"},
	{"explain", "", anything, "", always, false, "[The council] «did not explain» {why it had waited}"},
	{"clarify", "", anything, "", always, false, "[The ministry] «declined to clarify» {the rule}"},
	{"acknowledge", "", anything, "", unsaid, false, "[The plan] «fails to acknowledge» {tough realities}"},
	{"detail", "", anything, "", always, false, "[He] «did not detail» {how it would be paid for}"},
	{"describe", "", anything, "", refused, false, "[He] «declined to describe» {the weapon}"},
	{"characterize", "", anything, "", refused, false, "[He] «declined to characterize» {the talks}"},
	{"define", "", clause, "", refused, false, "[He] «declined to define» {what a deal is}"},
	{"predict", "", anything, "", refused, false, "[She] «declined to predict» {a winner}"},
	{"estimate", "", anything, "", refused, false, "[She] «declined to estimate» {the cost}"},
	{"confirm", "", anything, "", refused, false, "[The army] «would not confirm» {the report}"},
	{"state", "", anything, "", refused, false, "[Voters] «declined to state» {a party}"},
	{"quantify", "", anything, "", always, false, "[He] «declined to quantify» {the losses}"},
	{"note", "", anything, "", unsaid, false, "[They] «did not note» {the cost}"},
	{"cite", "", anything, "", unsaid, false, "[Trump] «never cited» {a source}"},
	{"report", "", clause, "", unsaid, false, "[He] «did not report» {whether it fell}"},
	{"report", "that", clause, "", unsaid, false, "[He] «did not report» {that it fell}"},
	{"indicate", "", clause, "", always, false, "[She] «did not indicate» {when she will go}"},
	{"say says said saying", "", clause, "", always, false, "[Apple] «did not say» {whether he left}"},
	{"say says said saying", "", anything, "", refused, false, "[He] «refused to say» {that he knew}"},
	{"say says said saying", "", holding, "INFO", unsaid, false, "[The police] «did not say» {anything}"},
	{"tell tells told telling", "", clause, "", always, false, "[He] «would not tell» reporters {why he left}"},
	{"state", "", clause, "", unsaid, false, "[The order] «does not state» {why he was held}"},
	{"use", "", holding, "WORDS", refused, false, "[Mr. Baker] «declined to use» {the word blockade}"},
	{"utter", "", anything, "", unsaid, false, "[She] attacked him «without uttering» {his name}"},
	{"speak speaks spoke speaking", "", holding, "WORDS", unsaid, false, "[She] attacked him «without speaking» {his name}"},
	{"address addresses addressed addressing", "", holding, "TOPIC", always, false, "[Obama] «failed to address» {public concerns}"},
	{"raise", "", holding, "TOPIC", unsaid, false, "[He] «did not raise» {the issue}"},
	{"comment", "on/about/upon/regarding/concerning", nothing, "", always | unable, false, "[Cruz] «would not comment on» {the order}"},
	{"elaborate", "on/upon/about", nothing, "", always | unable, false, "[He] «declined to elaborate on» {his message}"},
	{"speculate", "on/about/as to", nothing, "", refused, false, "[He] «refused to speculate on» {the motive}"},
	{"refer refers referred referring", "to", behind, "", unsaid, false, "[He] spoke «without referring to» {the candidates}"},
	{"talk", "about/of", behind, "", always | unable, false, "[Trump] «has not talked about» {the virus}"},
	{"speak speaks spoken speaking", "about/of", behind, "", always | unable, false, "[He] «did not speak of» {swift solutions}"},
	{"speak speaks spoke speaking", "of/about/to/with/on", behind, "", refused, false, "[She] «refused to speak to» {reporters}"},
	{"touch touches touched touching", "on/upon", behind, "", unsaid, false, "[He] «did not touch on» {the tariffs}"},
	{"bring brings brought bringing", "up", behind, "", unsaid, false, "[He] «did not bring up» {the tariffs}"},
	{"weigh", "in", behind, "", refused, false, "[She] «declined to weigh in» {on the debate}"},
	{"respond", "to", nothing, "", always, true, "[Trump] «did not respond to» {a request}"},
	{"reply", "to", nothing, "", always, true, "[The firm] «did not reply to» {numerous emails}"},
	{"answer", "", holding, "ASKED", always, true, "[He] «refuses to answer» {questions}"},
	{"return", "", holding, "ASKED", always, true, "[The firm] «didn't return» {calls}"},
	{"give gives gave giving", "", holding, "INFO", always, false, "[Willsie] «declined to give» {a specific price tag}"},
	{"give gives given giving", "", holding, "INFO", always, false, "[He] «has not given a reason for» {the delay}"},
	{"offer", "", holding, "INFO", always, false, "[Trump] attacked him «without offering» {proof}"},
	{"provide", "", holding, "INFO", always, false, "[The campaign] «declined to provide» {a list of venues}"},
	{"release", "", holding, "INFO", always, false, "[Police] «did not release» {the names of the dead}"},
	{"share", "", holding, "INFO", refused, false, "[Police] «declined to share details of» {the plan}"},
	{"make makes made making", "", holding, "mention/reference/allusion/comment/public", unsaid, false, "[The letter] «did not make any mention of» {it}"},
}
