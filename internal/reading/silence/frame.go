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
	{"WILL NOT", base, refused, "[Officials] «wouldn't say» {how many were held}"},
	{
		"WILL neither", base, refused,
		"[The firm] «would neither discuss» {the price} nor the date",
	},
	{"CAN NOT", base, unable, "[The bank] «couldn't comment on» {the suit}"},
	{
		"decline/declines/declined/declining to", base, refused,
		"[A spokesman] «declined to discuss» {the talks}",
	},
	{
		"refuse/refuses/refused/refusing/refusal to", base, refused,
		"[The general] «has refused to say» {whether he will go}",
	},
	{
		"unwilling to", base, refused,
		"[Both sides] «were unwilling to discuss» {the terms}",
	},
	{
		"not/never willing/prepared/ready/going to", base, refused,
		"[She] «is not prepared to discuss» {the terms}",
	},
	{
		"fail/fails/failed/failing/failure to", base, unsaid,
		"[The envoy] «failed to mention» {the prisoners}",
	},
	{
		"neglect/neglects/neglected/neglecting/forgot to", base, unsaid,
		"[The envoy] «neglected to mention» {the prisoners}",
	},
	{"HAVE yet to", base, unsaid, "[The council] «has yet to explain» {the delay}"},
	{
		"without", gerund, unsaid,
		"[He] praised the plan «without mentioning» {its cost}",
	},
	{
		"avoid/avoids/avoided/avoiding", gerund, unsaid,
		"[The mayor] «avoided mentioning» {his rival}",
	},
	{
		"stop/stops/stopped/stopping short of", gerund, unsaid,
		"[The mayor] «stopped short of naming» {his rival}",
	},
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
// and the gerund.
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
	{
		"mention mentions mentioned mentioning", "", anything, "", always, false,
		"[Carson] «did not mention» {any of his rivals by name}",
	},
	{
		"discuss discusses discussed discussing", "", anything, "", always | unable, false,
		"[Police] «would not discuss» {the case}",
	},
	{
		"disclose discloses disclosed disclosing", "", anything, "", always | unable, false,
		"[The firm] «did not disclose» {the size of the loss}",
	},
	{
		"reveal reveals revealed revealing", "", anything, "", always, false,
		"[The firm] «did not reveal» {the price}",
	},
	{
		"divulge divulges divulged divulging", "", anything, "", always, false,
		"[Investigators] «would not divulge» {the evidence}",
	},
	{
		"specify specifies specified specifying", "", anything, "", always, false,
		"[The plan] «didn't specify» {an amount}",
	},
	{
		"identify identifies identified identifying", "", anything, "", always, false,
		"[She] «declined to identify» {other bidders}",
	},
	{
		"name names named naming", "", anything, "", always, false,
		"[Clinton] attacked him «without naming» {him}",
	},
	{
		"explain explains explained explaining", "", anything, "", always, false,
		"[The council] «did not explain» {why it had waited}",
	},
	{
		"clarify clarifies clarified clarifying", "", anything, "", always, false,
		"[The ministry] «declined to clarify» {the rule}",
	},
	{
		"acknowledge acknowledges acknowledged acknowledging", "", anything, "", unsaid, false,
		"[The plan] «fails to acknowledge» {tough realities}",
	},
	{
		"detail details detailed detailing", "", anything, "", always, false,
		"[He] «did not detail» {how it would be paid for}",
	},
	{
		"describe describes described describing", "", anything, "", refused, false,
		"[He] «declined to describe» {the weapon}",
	},
	{
		"characterize characterizes characterized characterizing", "", anything, "", refused, false,
		"[He] «declined to characterize» {the talks}",
	},
	{
		"define defines defined defining", "", clause, "", refused, false,
		"[He] «declined to define» {what a deal would include}",
	},
	{
		"predict predicts predicted predicting", "", anything, "", refused, false,
		"[She] «declined to predict» {a winner}",
	},
	{
		"estimate estimates estimated estimating", "", anything, "", refused, false,
		"[She] «declined to estimate» {the cost}",
	},
	{
		"confirm confirms confirmed confirming", "", anything, "", refused, false,
		"[The army] «would not confirm» {the report}",
	},
	{
		"state states stated stating", "", anything, "", refused, false,
		"[Voters] «declined to state» {a party}",
	},
	{
		"quantify quantifies quantified quantifying", "", anything, "", always, false,
		"[He] «declined to quantify» {the losses}",
	},
	{
		"note notes noted noting", "", anything, "", unsaid, false,
		"[They] «did not note» {the many countries where it works}",
	},
	{
		"cite cites cited citing", "", anything, "", unsaid, false,
		"[Trump] «never cited» {a source for his claim}",
	},
	{
		"report reports reported reporting", "", clause, "", unsaid, false,
		"[He] «did not report» {whether anyone was punished}",
	},
	{
		"report reports reported reporting", "that", clause, "", unsaid, false,
		"[He] «did not report» {that anyone was punished}",
	},
	{
		"indicate indicates indicated indicating", "", clause, "", always, false,
		"[She] «did not indicate» {when she would decide}",
	},
	{
		"say says said saying", "", clause, "", always, false,
		"[Apple] «did not say» {whether he was forced out}",
	},
	{
		"say says said saying", "", anything, "", refused, false,
		"[He] «refused to say» {that the city is the capital}",
	},
	{
		"say says said saying", "", holding, "INFO", unsaid, false,
		"[The police] «did not say» {anything about the motive}",
	},
	{
		"tell tells told telling", "", clause, "", always, false,
		"[He] «would not tell» reporters {why he left}",
	},
	{
		"state states stated stating", "", clause, "", unsaid, false,
		"[The order] «does not state» {why he was held}",
	},
	{
		"use uses used using", "", holding, "WORDS", refused, false,
		"[Mr. Baker] «declined to use» {the word blockade}",
	},
	{
		"utter utters uttered uttering", "", anything, "", unsaid, false,
		"[She] attacked him «without uttering» {his name}",
	},
	{
		"speak speaks spoke speaking", "", holding, "WORDS", unsaid, false,
		"[She] attacked him «without speaking» {his name}",
	},
	{
		"address addresses addressed addressing", "", holding, "TOPIC", always, false,
		"[Obama] «failed to address» {public concerns about the war}",
	},
	{
		"raise raises raised raising", "", holding, "TOPIC", unsaid, false,
		"[He] «did not raise» {the issue of the border}",
	},
	{"comment comments commented commenting", "on/about/upon/regarding/concerning", nothing, "", always | unable, false, "[Cruz] «would not comment on» {the order}"},
	{
		"elaborate elaborates elaborated elaborating", "on/upon/about", nothing, "", always | unable, false,
		"[He] «declined to elaborate on» {his message}",
	},
	{
		"speculate speculates speculated speculating", "on/about/as to", nothing, "", refused, false,
		"[He] «refused to speculate on» {the motive}",
	},
	{
		"refer refers referred referring", "to", behind, "", unsaid, false,
		"[He] spoke «without referring to» {the candidates}",
	},
	{
		"talk talks talked talking", "about/of", behind, "", always | unable, false,
		"[Trump] «has not talked about» {the virus}",
	},
	{
		"speak speaks spoken speaking", "about/of", behind, "", always | unable, false,
		"[He] «did not speak of» {swift solutions}",
	},
	{
		"speak speaks spoke speaking", "of/about/to/with/on", behind, "", refused, false,
		"[She] «refused to speak to» {reporters}",
	},
	{
		"touch touches touched touching", "on/upon", behind, "", unsaid, false,
		"[He] «did not touch on» {the tariffs}",
	},
	{
		"bring brings brought bringing", "up", behind, "", unsaid, false,
		"[He] «did not bring up» {the tariffs}",
	},
	{
		"weigh weighs weighed weighing", "in", behind, "", refused, false,
		"[She] «declined to weigh in» {on the debate}",
	},
	{
		"respond responds responded responding", "to", nothing, "", always, true,
		"[Trump] «did not respond to» {a request for comment}",
	},
	{
		"reply replies replied replying", "to", nothing, "", always, true,
		"[The firm] «did not reply to» {numerous emails}",
	},
	{
		"answer answers answered answering", "", holding, "ASKED", always, true,
		"[He] «refuses to answer» {questions about his plans}",
	},
	{
		"return returns returned returning", "", holding, "ASKED", always, true,
		"[The firm] «didn't return» {phone calls seeking comment}",
	},
	{
		"give gives gave giving", "", holding, "INFO", always, false,
		"[Willsie] «declined to give» {a specific price tag}",
	},
	{
		"give gives given giving", "", holding, "INFO", always, false,
		"[He] «has not given a reason for» {the delay}",
	},
	{
		"offer offers offered offering", "", holding, "INFO", always, false,
		"[Trump] attacked him «without offering» {proof}",
	},
	{
		"provide provides provided providing", "", holding, "INFO", always, false,
		"[The campaign] «declined to provide» {a list of venues}",
	},
	{
		"release releases released releasing", "", holding, "INFO", always, false,
		"[Police] «did not release» {the names of the dead}",
	},
	{
		"share shares shared sharing", "", holding, "INFO", refused, false,
		"[Police] «declined to share details of» {the plan}",
	},
	{
		"make makes made making", "", holding, "mention/reference/allusion/comment/public", unsaid, false,
		"[The letter] «did not make any mention of» {the war}",
	},
}
