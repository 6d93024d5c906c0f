package silence

import "readout/record"

// A part says where what was not said stands.
type part uint8

const (
	after   part = iota // behind the words, or their last ones where nothing follows
	needed              // behind the words, and there must be some
	subject             // before the words
	last                // the last words themselves
)

// An idiom is words that are a silence as they stand.
type idiom struct {
	words    string
	leads    string // the prepositions before what was not said
	content  part
	needs    string // what the content must hold
	keeps    int    // words at the end that are the content where nothing follows
	polarity record.Polarity
	example  string // "[speaker] «cue» {content}"
}

// idioms come before the frames.
var idioms = []idiom{
	{"WILL GIVE no MORE? INFO", "of/about/on/for/as to/regarding", after, "", 1, declined, "[Police] «would give no details of» {the raid}"},
	{"GIVE no MORE? INFO", "of/about/on/for/as to/regarding", after, "", 1, omitted, "[Police] «gave no details about» {the raid}"},
	{"HAVE no MORE? comment", "on/about/regarding/to", after, "", 1, declined, "[The embassy] «had no comment on» {the arrest}"},
	{"with no MORE? comment", "on/about/regarding", after, "", 1, omitted, "[He] left «with no» {comment}"},
	{"without MORE? comment/elaboration/explanation", "on/about/of", after, "", 1, omitted, "[He] left «without further» {comment}"},
	{"MAKE no/little/scant MORE? mention/reference/allusion", "of/to", needed, "", 0, omitted, "[The statement] «made no mention of» {the dead}"},
	{"HAVE/contain/contains/contained no MORE? mention/reference", "of/to", needed, "", 0, omitted, "[The site] «has no reference to» {paid leave}"},
	{"there BE no/little MORE? mention/reference/word/information/discussion", "of/to/on/about", needed, "", 0, omitted, "«There was no mention of» {the dead}"},
	{"there BE no/little MORE? mention/word", "", needed, "that", 0, omitted, "«There was no mention» {that he had left}"},
	{"there BE no MORE? comment/response/reply/answer", "to/on/about", after, "", 1, declined, "«There was no immediate response to» {the offer}"},
	{"no MORE? word", "on/about/as to", needed, "", 0, omitted, "The talks ended with «no word on» {a date}"},
	{"WILL SAY nothing/little MORE?", "about/of/on/regarding", needed, "", 0, declined, "[The senator] «would say nothing about» {the senders}"},
	{"SAY nothing/little MORE?", "about/of/on/regarding", needed, "", 0, omitted, "[The president] «said nothing about» {the tariffs}"},
	{"SAY not a word", "about/of/on/regarding", needed, "", 0, omitted, "[The president] «said not a word about» {the tariffs}"},
	{"KEEP SILENT", "on/about/over/regarding/as to", needed, "", 0, omitted, "[The king] «remained silent on» {the protests}"},
	{"KEEP tight/close - lipped", "on/about/over/regarding/as to", needed, "", 0, omitted, "[They] «were tight-lipped about» {their plans}"},
	{"silence", "on/about/over/regarding", needed, "", 0, omitted, "Critics point to [the king]'s «silence on» {the protests}"},
	{"gloss/glosses/glossed/glossing over", "", needed, "", 0, omitted, "[The speech] «glossed over» {the losses}"},
	{"omit/omits/omitting", "", needed, "", 0, omitted, "[The report] «omits» {the losses}"},
	{"omitted", "", needed, "mention/reference/any", 0, omitted, "[The report] «omitted» {any mention of the losses}"},
	{"dodge/dodges/dodged/dodging/sidestep/sidesteps/sidestepped/sidestepping", "", needed, "ASKED", 0, declined, "[He] «dodged» {questions about his past}"},
	{"duck/ducks/ducked/ducking/evade/evades/evaded/evading/deflect/deflects/deflected/deflecting", "", needed, "ASKED", 0, declined, "[He] «ducked» {a question on taxes}"},
	{"neither confirm/confirmed/confirms nor deny/denied/denies", "", needed, "", 0, declined, "[The ministry] «neither confirmed nor denied» {the report}"},
	{"DO/WILL/CAN NOT confirm or/nor deny", "", needed, "", 0, declined, "[The Pentagon] «would not confirm or deny» {the strike}"},
	{"decline/declines/declined/declining MORE? comment", "on/about", after, "", 1, declined, "[The firm] «declined» {comment}"},
	{"decline/declines/declined/declining to be named/identified/quoted/interviewed", "", last, "", 3, declined, "[A guard] «declined» {to be named}"},
	{"refuse/refuses/refused/refusing to be named/identified/quoted/interviewed", "", last, "", 3, declined, "[A guard] «refused» {to be named}"},
	{"decline/declines/declined/declining to speak on the record", "", last, "", 5, declined, "[A guard] «declined» {to speak on the record}"},
	{"decline/declines/declined/declining", "", needed, "ASKED", 0, declined, "[Fiorina] «declined» {multiple requests for an interview}"},
	{"go/goes/went/gone/going/left/were/was unanswered", "", subject, "ASKED", 0, declined, "{Calls to his office} «went unanswered»"},
	{"go/goes/went/gone/going/left unmentioned", "", subject, "", 0, omitted, "{The war} «went unmentioned»"},
	{"BE NOT made public", "", subject, "", 0, omitted, "{The report} «was not made public»"},
	{"BE NOT disclosed/divulged/specified/revealed/mentioned/explained/discussed/identified/announced/raised", "", subject, "", 0, omitted, "{The price} «was not disclosed»"},
	{"HAVE NOT been disclosed/divulged/specified/revealed/mentioned/explained/discussed/identified/announced/raised", "", subject, "", 0, omitted, "{The price} «has not been disclosed»"},
}
