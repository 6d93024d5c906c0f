package word

import (
	"strings"

	"readout/record"
)

// An undoneRow lists words that say of the noun of an act that it has not happened:
// verbs of which it is the object, or nouns that it describes. Of a type given under
// but they say nothing: an attack that one escapes has happened. In the example the
// trigger is in brackets.
type undoneRow struct {
	verbs, nouns string
	status       record.Status
	but          record.EventType
	example      string
}

var undoneRows = []undoneRow{
	{
		verbs:  "avoid avoids avoided avoiding stall stalls stalled stalling",
		status: record.StatusNegated, example: "He has avoided [extradition].",
	},
	{
		verbs: `escape escapes escaped escaping evade evades evaded evading dodge dodges
			dodged dodging`,
		status: record.StatusNegated, but: record.EventAssault,
		example: "She narrowly escaped [arrest].",
	},
	{
		verbs: `seek seeks sought seeking request requests requested requesting`,
		nouns: "request requests bid bids hearing hearings", status: record.StatusHypothetical,
		example: "Sweden is seeking his [extradition].",
	},
	{
		nouns: "plot plots threat threats", status: record.StatusHypothetical,
		example: "Police foiled an [attack] plot.",
	},
}

// UndoneBy returns the status of the noun of an act of a type that is the object of
// a verb, in small letters, if the verb says that it has not happened.
func UndoneBy(verb string, kind record.EventType) (record.Status, bool) {
	for _, r := range undoneRows {
		if r.but != kind && among(verb, words(r.verbs)) {
			return r.status, true
		}
	}
	return 0, false
}

// UndoneAs returns the same of an act that describes a noun: "an extradition
// request".
func UndoneAs(noun string) (record.Status, bool) {
	for _, r := range undoneRows {
		if among(noun, words(r.nouns)) {
			return r.status, true
		}
	}
	return 0, false
}

// words returns a list with one blank between its words.
func words(list string) string { return strings.Join(strings.Fields(list), " ") }
