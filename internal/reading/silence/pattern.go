package silence

import "readout/internal/language/chunk"

// classes are the words that a word in capitals stands for.
var classes = map[string]string{
	"DO":   "do/does/did",
	"HAVE": "has/have/had/having",
	"WILL": "will/would/'d/'ll",
	"CAN":  "can/could",
	"BE":   "is/are/was/were/be/been/being",
	"KEEP": "is/are/was/were/been/remain/remains/remained/remaining/stay/stays/" +
		"stayed/keep/keeps/kept/keeping/fell/stayed/staying",
	"NOT": "not/never",
	"GIVE": "give/gives/gave/given/giving/offer/offers/offered/offering/provide/" +
		"provides/provided/providing/release/released/releasing/furnished/" +
		"share/shared/supplied/cite/cites/cited/citing",
	"MORE": "further/immediate/other/additional/specific/public/clear/more/exact/" +
		"new/direct/explicit/overt/single/official/formal/concrete/detailed/" +
		"substantive/initial/real/particular/such/any",
	"MAKE":  "make/makes/made/making",
	"SAY":   "say/says/said/saying/reveal/reveals/revealed/revealing",
	"WORDS": "word/words/term/terms/phrase/name",
	"INFO": "detail/details/explanation/explanations/reason/reasons/comment/" +
		"comments/specifics/information/proof/hint/hints/clue/clues/notice/" +
		"timeline/timetable/elaboration/breakdown/examples/answer/answers/" +
		"figure/figures/list/number/names/name/identity/price/clarification/" +
		"anything/much/statement/documentation/documents/example/rationale/" +
		"indication/estimate",
	"SILENT": "silent/mum/quiet/coy/noncommittal/closemouthed/speechless",
	"ASKED": "question/questions/request/requests/call/calls/message/messages/email/" +
		"emails/e-mail/e-mails/letter/letters/inquiry/inquiries/query/queries/" +
		"interview/interviews/questionnaire/survey/criticism/criticisms",
	"TOPIC": "issue/issues/question/questions/concern/concerns/allegation/" +
		"allegations/accusation/accusations/claim/claims/criticism/criticisms/" +
		"comment/comments/remark/remarks/topic/subject/report/reports/charge/" +
		"charges/matter/matters/controversy/possibility",
}

// passed are words that may stand between the slots of a pattern.
var passed = chunk.WordSet(`even ever yet once so far also still again both all thus always often
		too though however instead nevertheless at whatsoever`)

func compile(s string) chunk.Pattern { return chunk.NewPattern(s, classes) }

// Low returns a word in small letters with straight apostrophes, "" outside the
// sentence.
func (r *reader) Low(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].low
}

// Passed reports whether a word may stand between those of a pattern.
func (r *reader) Passed(i int) bool { return passed[r.Low(i)] || chunk.IsAdverb(r.Low(i)) }
