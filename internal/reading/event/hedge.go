package event

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/record"
)

// A hedge lowers the certainty of an act when it stands before its trigger in the
// clause, or right behind it. In the example the trigger is in brackets.
type hedge struct {
	words     string
	certainty record.Certainty
	example   string
}

var hedges = []hedge{
	{"may", record.CertaintyPossible, "The court may [ban] the party."},
	{"might", record.CertaintyPossible, "Iran might yet [release] them."},
	{"could", record.CertaintyPossible, "The strike could [spread]."},
	{"possible", record.CertaintyPossible, "They spoke of a possible [visit]."},
	{"possibly", record.CertaintyPossible, "He was possibly [abducted]."},
	{"perhaps", record.CertaintyPossible, "They will perhaps [meet]."},
	{"maybe", record.CertaintyPossible, "Maybe they [met]."},
	{"alleged", record.CertaintyPossible, "He spoke of the alleged [attack]."},
	{"allegedly", record.CertaintyPossible, "The officer allegedly [beat] him."},
	{"suspected", record.CertaintyPossible, "It was a suspected suicide [bombing]."},
	{"accused of", record.CertaintyPossible, "The militia is accused of [burning] farms."},
	{"considering", record.CertaintyPossible, "Paris is considering [sanctions]."},
	{"probably", record.CertaintyProbable, "The army will probably [withdraw]."},
	{"likely", record.CertaintyProbable, "The two are likely to [meet]."},
	{"presumably", record.CertaintyProbable, "They were presumably [killed]."},
	{"apparently", record.CertaintyProbable, "He apparently [agreed]."},
	{"apparent", record.CertaintyProbable, "It was an apparent [assassination]."},
	{"reportedly", record.CertaintyProbable, "Troops reportedly [shelled] the town."},
	{"expected to", record.CertaintyProbable, "She is expected to [visit] Rome."},
	{"expects to", record.CertaintyProbable, "She expects to [sign] the deal."},
	{"hopes to", record.CertaintyPossible, "She hopes to [meet] the pope."},
	{"hoping to", record.CertaintyPossible, "She is hoping to [meet] the pope."},
	{"wants to", record.CertaintyPossible, "He wants to [ban] the party."},
	{"plans to", record.CertaintyProbable, "Spain plans to [withdraw] its troops."},
	{"planning to", record.CertaintyProbable, "Spain is planning to [withdraw] its troops."},
	{"planned", record.CertaintyProbable, "He spoke of the planned [visit]."},
	{"intends to", record.CertaintyProbable, "He intends to [sue]."},
	{"believed to", record.CertaintyProbable, "They are believed to have [kidnapped] the girl."},
	{"thought to", record.CertaintyProbable, "They are thought to have [killed] him."},
	{"appears to", record.CertaintyProbable, "He appears to have [agreed]."},
	{"appeared to", record.CertaintyProbable, "He appeared to [threaten] her."},
	{"seems to", record.CertaintyProbable, "She seems to [support] it."},
	{"seemed to", record.CertaintyProbable, "She seemed to [support] it."},
}

// longestHedged is how many words may stand between a hedge and the trigger.
const longestHedged = 6

// certainty returns how sure an act is by its words: unknown in a question, that of
// the nearest hedge of its clause, possible where it is only thought of, and
// certain otherwise.
func (f *finder) certainty(e Event) record.Certainty {
	if f.asked(e.Trigger) {
		return record.CertaintyUnknown
	}
	trigger, _ := f.Range(e.Trigger)
	for i := trigger - 1; i >= max(0, trigger-longestHedged) && f.Breaks(i, trigger) == 0; i-- {
		if c, ok := f.hedged(i); ok {
			return c
		}
	}
	if c, ok := f.hedgedBehind(e.Trigger); ok {
		return c
	}
	if e.Status == record.StatusHypothetical {
		return record.CertaintyPossible
	}
	return record.CertaintyCertain
}

// hedgedBehind returns the certainty of an adverb right behind a trigger: "attacked,
// allegedly, the town".
func (f *finder) hedgedBehind(trigger text.Span) (record.Certainty, bool) {
	_, i := f.Range(trigger)
	if f.Word(i) == "," {
		i++
	}
	if !chunk.IsAdverb(f.Word(i)) {
		return 0, false
	}
	return f.hedged(i)
}

// hedged returns the certainty of the hedge that begins at a token.
func (f *finder) hedged(i int) (record.Certainty, bool) {
	for _, h := range hedges {
		if f.Word(i) == strings.SplitN(h.words, " ", 2)[0] {
			if _, ok := f.Matches(i, strings.Fields(h.words)); ok {
				return h.certainty, true
			}
		}
	}
	return 0, false
}

// asked reports whether the sentence is a question to which the trigger belongs: no
// quotation begins or ends between it and the mark.
func (f *finder) asked(trigger text.Span) bool {
	_, end := f.Range(trigger)
	for _, t := range f.Tokens[min(end, len(f.Tokens)):] {
		switch t.Word {
		case "?":
			return true
		case "\"", "“", "”", "''", "``":
			return false
		}
	}
	return false
}
