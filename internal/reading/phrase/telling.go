package phrase

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase/word"
)

// Telling finds the verb of telling at token j or after auxiliaries, adverbs
// and a time.
func (r *Reader) Telling(j int) (int, bool) {
	if r.At(j) == "," && r.Is(j+1, "which", "who") {
		j += 2
	}
	for k := 0; k < 6 && r.Together(j-1, j); k++ {
		switch {
		case r.Tokens[j].Kind != word.Word:
			return 0, false
		case r.Tokens[j].Time >= 0:
			j = r.AfterTime(j)
		case r.In(j, lexicon.Telling):
			return j, !r.noun(j) && (!r.Is(j, "put", "puts") || r.Low(j+1) == "it")
		case r.In(j, lexicon.TellingNow) && r.Is(j-1, "is", "was", "are", "were"):
			return j, true
		case r.Low(j) == "broke" && r.Low(j+1) == "the" && r.Is(j+2, "story", "news"):
			return j, true
		case r.beforeTelling(j):
			j++
		default:
			return 0, false
		}
	}
	return 0, false
}

// beforeTelling reports whether token j may stand between an outlet and its
// verb: an auxiliary, an adverb, or "on" before a day.
func (r *Reader) beforeTelling(j int) bool {
	w := r.Low(j)
	return lexicon.In(w, lexicon.BeforeVerb) || w == "on" && r.TimeAt(j+1) ||
		len(w) > 4 && strings.HasSuffix(w, "ly") && w != "daily"
}

// noun reports whether a word that looks like a verb of telling is a noun:
// "BBC reports suggest", "the AP report is".
func (r *Reader) noun(j int) bool {
	if r.Is(j-1, "has", "have", "had") && strings.HasSuffix(r.Low(j), "s") {
		return true
	}
	switch r.Low(j) {
	case "report":
		if !r.Is(j-1, "and", "both", "all") {
			return true
		}
	case "estimates", "claims", "quotes", "notes", "reports", "shows", "states":
	default:
		return false
	}
	next := r.Low(j + 1)
	if lexicon.In(next, lexicon.GroupEnd) {
		return next != "that" && next != "there" && !subject(next)
	}
	return lexicon.In(next, lexicon.Saying) ||
		r.Is(j+1, "of", "about", "suggest", "indicate")
}

// subject reports whether the word may begin the clause that is told.
func subject(w string) bool {
	switch w {
	case "i", "he", "she", "it", "they", "we", "you", "what", "how", "why", "where", "when", "as", "today":
		return true
	}
	return false
}
