package event

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
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
	if f.progressive(first) {
		return record.StatusOngoing
	}
	return record.StatusOccurred
}

// present are the forms behind which a gerund tells of what goes on; of 134 labelled
// behind them and "has been", nine in ten do.
var present = chunk.WordSet("am is are")

// progressive reports whether a token is the gerund of such a form: "is still
// threatening", "have been protesting". After "are" it may also be a noun elsewhere:
// "are killing".
func (f *finder) progressive(at int) bool {
	i := at - 1
	for chunk.IsAdverb(f.Word(i)) || f.Word(i) == "still" || f.Word(i) == "also" {
		i--
	}
	if f.Word(i) == "am" && f.Word(i-1) != "i" {
		return false // "at 7 am"
	}
	word := f.Word(at)
	gerund := chunk.IsGerund(word) || f.Word(i) == "are" && strings.HasSuffix(word, "ing")
	if f.Word(i) == "been" {
		return gerund && (f.Word(i-1) == "has" || f.Word(i-1) == "have")
	}
	return gerund && present[f.Word(i)]
}

// stand sets an act that a statement tells of to what its speaker's stand leaves of
// it: what is denied has not happened, what nobody would confirm may have, and what
// went unmentioned is not undone by the "no" of the cue.
func (f *finder) stand(e *Event) {
	if e.As != record.AsDescribed || e.Statement >= len(f.in.Polarity) {
		return
	}
	switch f.in.Polarity[e.Statement] {
	case record.PolarityDenied:
		if e.Status != record.StatusHypothetical {
			e.Status = record.StatusNegated
		}
	case record.PolarityDeclined:
		f.withoutCue(e)
		e.Certainty = record.CertaintyUnknown
	case record.PolarityOmitted:
		f.withoutCue(e)
	case record.PolarityAffirmed:
	}
}

// withoutCue takes back that an act is negated where no word of what is said
// negates it.
func (f *finder) withoutCue(e *Event) {
	first, _ := f.Range(e.Trigger)
	from := first
	for from > 0 && f.contents.holds(e.Statement, f.Tokens[from-1].Span) {
		from--
	}
	if e.Status == record.StatusNegated && !word.Any(statusRows[0].words, f.Tokens[from:first]) {
		e.Status = record.StatusOccurred
	}
}

// undo sets the noun of an act that did not happen to what says so: the verb of
// which it is the object, "avoided extradition", or the noun that it describes, "an
// extradition request".
func (f *finder) undo(e *Event) {
	first, end := f.Range(e.Trigger)
	status, ok := word.UndoneAs(f.Word(end))
	for i := first - 1; i >= max(0, first-longestUndone) && !ok && f.InObject(i); i-- {
		past := chunk.IsPast(f.Word(i))
		if past && !f.PastVerb(i) || word.Any(statusRows[0].words, f.Tokens[max(0, i-1):i]) {
			break // "the stalled talks", "did not avoid arrest"
		}
		if status, ok = word.UndoneBy(f.Word(i), e.Type); past {
			break
		}
	}
	if ok && e.Status != record.StatusHypothetical && e.Status != record.StatusNegated {
		e.Status = status
	}
}

// longestUndone is how many words before a noun the verb may stand whose object it
// is.
const longestUndone = 4
