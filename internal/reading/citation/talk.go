package citation

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/citation/lead"
)

// talk reads "in an interview with X", "in a statement to X", "an interview he
// gave to X".
func (r *reader) talk(i int) (Citation, bool) {
	first, ok := r.Opener(r.series(i), "in", "during", "at", "from", "to")
	if after, is := r.Opener(i, "after", "following"); is && r.Low(i) == "interview" {
		first, ok = after, true
	}
	j, gave := r.SkipPublished(i+1), r.gave(i+1)
	if gave {
		j, ok = i+3, true
	}
	if !ok && !r.given(first) {
		return r.addressed(first, i, j)
	}
	if ok && r.OutletIn(first+1, i) && r.hostsAt(first) && (r.Low(i) != "forum" || r.In(first+1, lexicon.Determiner)) {
		return r.cite(first, first+1, i+1)
	}
	if !r.partner(i, j) || !r.Together(i, j+1) {
		if ok && r.heldBy(first+1, i) {
			return r.cite(first, first+1, i+1)
		}
		return Citation{}, false
	}
	if end, found := r.listener(i, j); found {
		return r.cite(first, j+1, r.overMedium(r.Tail(j+1, end)))
	}
	return Citation{}, false
}

// addressed reads "her comments to X" where X is an outlet.
func (r *reader) addressed(first, i, j int) (Citation, bool) {
	end, ok := r.Target(j + 1)
	if !ok || r.Low(j) != "to" || !r.OutletIn(j+1, end) || !r.Together(i, j+1) ||
		!r.Is(i, "statement", "statements", "comment", "comments", "remarks") {
		return Citation{}, false
	}
	return r.cite(first, j+1, r.Tail(j+1, end))
}

// heldBy reports whether the words of [first, i) before an interview at token i
// name who held it: few bodies but outlets hold interviews.
func (r *reader) heldBy(first, i int) bool {
	return r.Low(i) == "interview" && lead.OrganizationIn(r.Reader, first, i)
}

// hostsAt reports whether an outlet after the opener at token i may have held
// the talk: "in a CNN interview", not "he went to a CNN debate".
func (r *reader) hostsAt(i int) bool {
	return r.Low(i) != "to" && (r.Low(i) != "at" || r.tellsAt(i))
}

// tellsAt reports whether something is told where "at" stands at token i: "he
// said at a CNN debate", not "they met at a CNN debate".
func (r *reader) tellsAt(i int) bool {
	before := lead.BeforeTime(r.Reader, i) - 1
	return r.Opens(i) || r.Tokens[before].Cue || r.In(before, lexicon.Saying|lexicon.Appearing)
}

// overMedium goes over the medium of somebody who ends before token end: "on
// WXYZ radio".
func (r *reader) overMedium(end int) int {
	if r.Low(end) != "on" || !r.Together(end-1, end+1) {
		return end
	}
	if e, ok := r.MediumEnd(end+1, false); ok {
		return e
	}
	return end
}

// gave reports whether "he gave" stands at token j.
func (r *reader) gave(j int) bool {
	return r.Together(j-1, j+2) && r.Is(j+1, "gave", "made", "did", "granted", "conducted") &&
		(r.Capital(j) || r.Is(j, "he", "she", "they", "it"))
}

// listener reads who is spoken to in the talk at token i after the preposition
// at token j, or the page that a statement stands on.
func (r *reader) listener(i, j int) (int, bool) {
	if end, ok := r.Target(j + 1); ok {
		return end, true
	}
	if r.Low(i) == "interview" {
		if end, ok := lead.HostAfter(r.Reader, j+1); ok {
			return end, true
		}
		return r.OrganizationEnd(j + 1)
	}
	if r.Low(j) == "on" && r.Is(i, "statement", "statements", "message", "comments", "letter") {
		return r.MediumEnd(j+1, true)
	}
	return j, false
}

// partner reports whether the preposition at token j leads from the talk at
// token i to who is spoken to: "interview with", "statement to".
func (r *reader) partner(i, j int) bool {
	if r.Low(j) == "to" {
		return true
	}
	if r.Low(j) == "on" && r.Is(i, "statement", "statements", "message", "comments", "letter") {
		return true
	}
	if r.Low(j) == "on" {
		return r.Is(i, "interview", "interviews", "appearance")
	}
	if r.Low(j) == "in" && r.Is(i, "meeting", "meetings", "discussion") {
		return false
	}
	return r.Is(j, "with", "by", "for", "in") &&
		r.Is(i, "interview", "interviews", "appearance", "conversation", "chat",
			"call", "calls", "meeting", "discussion")
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
