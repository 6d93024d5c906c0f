package citation

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
)

// talk reads "in an interview with X", "in a statement to X".
func (r *reader) talk(i int) (Citation, bool) {
	first, ok := r.opener(i, "in", "during", "at", "from", "to")
	if !ok && !r.given(first) {
		return Citation{}, false
	}
	if ok && r.outletIn(first+1, i) {
		return r.cite(first, first+1, i+1)
	}
	j := r.skipPublished(i + 1)
	if !r.partner(i, j) {
		return Citation{}, false
	}
	end, found := r.Target(j + 1)
	if !found && strings.HasPrefix(r.Low(i), "interview") {
		end, found = r.organization(j + 1)
	}
	if !found || !r.Together(i, j+1) {
		return Citation{}, false
	}
	return r.cite(first, j+1, r.Tail(j+1, end))
}

// partner reports whether the preposition at token j leads from the talk at
// token i to who is spoken to: "interview with", "statement to".
func (r *reader) partner(i, j int) bool {
	if r.Low(j) == "to" {
		return true
	}
	return r.Is(j, "with", "on", "by", "for", "in") &&
		r.Is(i, "interview", "interviews", "appearance", "conversation", "chat")
}

// organization reads the name of one: who is given an interview tells news.
func (r *reader) organization(i int) (int, bool) {
	j := i
	if r.In(j, lexicon.Determiner) {
		j++
	}
	if j >= len(r.Tokens) || r.Tokens[j].Name < 0 {
		return i, false
	}
	k := r.Names[r.Tokens[j].Name].Kind
	return r.NameEnd(j), k == mention.Organization || k == mention.Work
}

// outletIn reports whether an outlet that tells stands in tokens [i, end).
func (r *reader) outletIn(i, end int) bool {
	for j := i; j < end; j++ {
		if o := r.Tokens[j].Outlet; o >= 0 && r.Outlets[o].Kind != lexicon.Social {
			return r.Outlets[o].End <= end
		}
	}
	return false
}

// skipPublished skips times and participles after a noun: "published Monday".
func (r *reader) skipPublished(j int) int {
	for r.Together(j-1, j) {
		switch {
		case r.Tokens[j].Time >= 0:
			j = r.AfterTime(j)
		case r.published(j), r.Low(j) == "on" && r.timeAt(j+1):
			j++
		default:
			return j
		}
	}
	return j
}

// published reports whether token j says how something became known.
func (r *reader) published(j int) bool {
	return phrase.Participle(r.Low(j)) && !r.In(j, lexicon.Telling) ||
		r.Is(j, "broadcast", "set", "over", "late")
}

// timeAt reports whether a time stands at token j, in the sentence of the token
// before it.
func (r *reader) timeAt(j int) bool {
	return r.Together(j-1, j) && r.Tokens[j].Time >= 0
}

// opener goes back from a noun over its article and adjectives to one of the
// prepositions. Not ok, it returns the first token of the noun group.
func (r *reader) opener(i int, prepositions ...string) (int, bool) {
	first := i
	for j := i - 1; j > i-7 && r.Together(j, i); j-- {
		w := r.Low(j)
		for _, p := range prepositions {
			if w == p {
				return j, true
			}
		}
		if r.Tokens[j].Kind == phrase.Mark || lexicon.In(w, lexicon.GroupEnd) && w != "most" || lexicon.In(w, lexicon.Preposition) {
			break
		}
		first = j
	}
	return first, false
}

// given reports whether an interview that begins at token i is the object of a
// verb of giving.
func (r *reader) given(i int) bool {
	for j := i - 1; j <= i; j++ {
		switch r.Low(j) {
		case "gave", "giving", "gives":
			return true
		}
	}
	return false
}

// writing reads "wrote in X" and "in an op-ed in X".
func (r *reader) writing(i int) (Citation, bool) {
	first := i
	w := r.Low(i)
	if !lexicon.In(w, lexicon.Saying) && w != "written" {
		var ok bool
		if first, ok = r.opener(i, "in"); !ok {
			return Citation{}, false
		}
		if r.outletIn(first+1, i) {
			return r.cite(first, first+1, i+1)
		}
	}
	j := r.skipPublished(i + 1)
	switch r.Low(j) {
	case "in", "for", "on", "by":
	default:
		return Citation{}, false
	}
	end, ok := r.Target(j + 1)
	if !ok || !r.Together(i, j+1) || r.Low(j+1) == "television" {
		return Citation{}, false
	}
	if r.In(first-1, lexicon.Saying) && r.Together(first-1, first) {
		first--
	}
	return r.cite(first, j+1, r.Tail(j+1, end))
}
