package word

import (
	"strings"

	"readout/record"
)

// A reachRow lists the prepositions by which an act of a type reaches whom it is done
// to, when more than the preposition stands between. In the example the trigger is in
// brackets and the recipient behind the arrow.
type reachRow struct {
	kind         record.EventType
	prepositions string
	example      string
}

var reachRows = []reachRow{
	{record.EventAgree, "with", "They [agreed] a truce with the rebels => the rebels"},
	{record.EventConsult, "with", "They [discussed] it with Iran => Iran"},
	{record.EventCooperate, "with", "They [cooperated] at sea with Iran => Iran"},
	{record.EventSupport, "for to", "They [praised] it to the workers => the workers"},
	{record.EventAid, "to for", "They [donated] tents to Haiti => Haiti"},
	{record.EventConcede, "to for", "They [conceded] at last to Iran => Iran"},
	{record.EventRequest, "from of with", "They [demanded] autonomy from Serbia => Serbia"},
	{record.EventAccuse, "against of", "They [complained] in court against Iran => Iran"},
	{record.EventReject, "by from", "They [rejected] an offer by Iran => Iran"},
	{record.EventThreaten, "against unless", "They [threatened] force against Iran => Iran"},
	{record.EventProtest, "against", "They [marched] in Rome against the government => the government"},
	{record.EventSanction, "on against", "They [suspended] trade on Monday against Iran => Iran"},
	{record.EventMobilize, "against", "They [deployed] troops against the rebels => the rebels"},
	{record.EventCoerce, "from against on", "They [seized] weapons from the rebels => the rebels"},
	{record.EventAssault, "on at against with", "They [clashed] in Lagos with the police => the police"},
	{record.EventRetreat, "to", "They [surrendered] in the east to the army => the army"},
}

// Reaches reports whether a preposition leads to whom an act of a type is done to.
func Reaches(kind record.EventType, preposition string) bool {
	for _, r := range reachRows {
		if r.kind == kind {
			return strings.Contains(" "+r.prepositions+" ", " "+preposition+" ")
		}
	}
	return false
}
