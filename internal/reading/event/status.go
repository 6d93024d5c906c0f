package event

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/grammar"
	"readout/internal/reading/event/word"
	"readout/record"
)

// A statusRow lists words that say before a trigger whether the act has happened. In
// the example the trigger is in brackets.
type statusRow struct {
	words   string
	status  record.Status
	example string
}

var statusRows = []statusRow{
	{"not never no without n't cannot", record.StatusNegated, "Police did not [arrest] him."},
	{
		`may might could would should must if whether wants wanted urged called calls
		possible seek threatened threatens asked demanded let`,
		record.StatusHypothetical, "Police could [arrest] him.",
	},
	{
		`will plans planned planning intends scheduled expected going shall upcoming
		agreed promised pledged vowed`,
		record.StatusPlanned, "Police will [arrest] him.",
	},
	{"ongoing continuing continues continue continued", record.StatusOngoing, "The ongoing [talks] dragged on."},
}

// wordStatus returns what the words before a trigger say of its status, the
// nearest first.
func (f *finder) wordStatus(trigger text.Span) record.Status {
	first, _ := f.Range(trigger)
	for i := first - 1; i >= max(0, first-longestHedged) && f.Breaks(i, first) == 0; i-- {
		for _, s := range statusRows {
			if word.Any(s.words, f.Tokens[i:i+1]) {
				return s.status
			}
		}
	}
	if f.Word(first-1) == "to" && !f.Nominal(trigger) {
		return record.StatusHypothetical
	}
	if grammar.Be[f.Word(first-1)] && chunk.IsGerund(f.Word(first)) {
		return record.StatusOngoing
	}
	return record.StatusOccurred
}

// progressives are the forms behind which a gerund tells of what goes on; of 134
// labelled, nine in ten do.
var progressives = chunk.WordSet("am is are been")

// progressive reports whether a token is the gerund of such a form: "is still
// threatening".
func (f *finder) progressive(at int) bool {
	i := at - 1
	for chunk.IsAdverb(f.Word(i)) || f.Word(i) == "still" || f.Word(i) == "also" {
		i--
	}
	return chunk.IsGerund(f.Word(at)) && progressives[f.Word(i)]
}
