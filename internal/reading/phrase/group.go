package phrase

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// Group returns the end of the noun group that begins at token i, or i when
// none does. The group ends before a comma, a verb, a relative pronoun, a
// second article, and a preposition that leads out of it.
func (r *Reader) Group(i int) int {
	end, j := i, i
	if r.joined(i) || i < len(r.Tokens) && r.Tokens[i].Kind == Possessive {
		return i
	}
	for r.Together(i, j) {
		next, head := r.step(i, j, end)
		if next == j {
			break
		}
		j = next
		if head {
			end = next
		}
	}
	return end
}

// step goes one token, name or quotation on from j, in the group that begins at
// i and may end at end. It returns j when the group cannot go on, and whether
// it may end after the step.
func (r *Reader) step(i, j, end int) (int, bool) {
	t := r.Tokens[j]
	switch {
	case t.Outlet >= 0:
		return r.Outlets[t.Outlet].End, true
	case t.Name >= 0 && t.Kind == Word:
		return r.NameEnd(j), true
	case t.Kind == Mark:
		return r.StepMark(j, end)
	case t.Kind == Possessive:
		return j + 1, false
	case t.Time >= 0:
		return r.AfterTime(j), false
	}
	return r.stepWord(i, j, end)
}

// maxQuoted is the number of tokens of the longest title in quotation marks
// that is read as part of a source ("Good Morning America").
const maxQuoted = 10

// StepMark goes over an ampersand, letters in brackets or a title in quotation
// marks at token j; the group so far ends at end.
func (r *Reader) StepMark(j, end int) (int, bool) {
	switch r.At(j) {
	case "&", "/":
		return j + 1, false
	case "(":
		if j == end && r.At(j+2) == ")" && Upper(r.At(j+1)) {
			return j + 3, false
		}
	}
	if !r.QuoteMark(j) || !r.Capital(j+1) {
		return j, false
	}
	if j > 0 && j == end && r.Tokens[j-1].End == r.Tokens[j].Start {
		return j, false // it closes a quotation
	}
	for k := j + 2; k < j+maxQuoted && r.Together(j, k); k++ {
		if r.QuoteMark(k) {
			for r.QuoteMark(k+1) && r.Tokens[k].End == r.Tokens[k+1].Start {
				k++
			}
			return k + 1, true
		}
	}
	return j, false
}

func (r *Reader) stepWord(i, j, end int) (int, bool) {
	w := r.Low(j)
	head, on := r.fits(w, i, j, end)
	if !on {
		return j, false
	}
	return j + 1, head
}

// fits reports whether a word may go on with the group, and whether the group
// may end with it.
func (r *Reader) fits(w string, i, j, end int) (head, on bool) {
	begins := j == i || r.joined(j-1)
	before := begins || r.premodified(j)
	switch {
	case lexicon.In(w, lexicon.Determiner):
		return false, begins || lexicon.In(r.Low(j-1), lexicon.Determiner)
	case lexicon.In(w, lexicon.Conjunction):
		return false, j == end && r.goesOn(j+1)
	case lexicon.In(w, lexicon.Participle), Participle(w) && !before:
		return false, j == end && r.led(j+1, "by", "in", "on")
	case lexicon.In(w, lexicon.Preposition):
		led := j == end+1 && Participle(r.Low(j-1)) && r.led(j, w)
		return false, led || j == end && r.leads(j, w)
	case lexicon.In(w, lexicon.GroupEnd), strings.HasPrefix(w, "http"):
		return false, false
	case adverb(w) && !r.Capital(j):
		return false, before
	case number(w) && !before && !r.Capital(j-1):
		return false, false
	}
	return true, true
}

func adverb(w string) bool {
	return strings.HasSuffix(w, "ly") && !lexicon.In(w, lexicon.LikeVerb)
}

// Participle reports whether a word in small letters looks like a form of a
// verb.
func Participle(w string) bool {
	return (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) &&
		!lexicon.In(w, lexicon.LikeVerb) && len(w) > 4 && !strings.Contains(w, "-")
}

// number reports whether the word is a number in digits or a small one in
// letters.
func number(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// joined reports whether token i is a word after which a noun group begins.
func (r *Reader) joined(i int) bool {
	w := r.Low(i)
	return lexicon.In(w, lexicon.Preposition) || lexicon.In(w, lexicon.Conjunction)
}

// premodified reports whether the group has had no noun yet before token j.
func (r *Reader) premodified(j int) bool {
	w := r.Low(j - 1)
	return lexicon.In(w, lexicon.Determiner) || lexicon.In(w, lexicon.Modifier) || number(w) ||
		r.Tokens[j-1].Kind == Possessive || r.Tokens[j-1].Time >= 0 ||
		strings.HasSuffix(w, "ly") && !lexicon.In(w, lexicon.LikeVerb)
}

// goesOn reports whether a noun group may go on at token i after "and".
func (r *Reader) goesOn(i int) bool {
	if !r.Together(i-1, i) || r.Tokens[i].Kind != Word {
		return false
	}
	w := r.Low(i)
	return !lexicon.In(w, lexicon.GroupEnd) && !lexicon.In(w, lexicon.Preposition) && !lexicon.In(w, lexicon.Conjunction)
}

// led reports whether token i is one of the prepositions and a name follows.
func (r *Reader) led(i int, prepositions ...string) bool {
	for _, p := range prepositions {
		if r.Low(i) == p && r.Together(i, i+1) {
			return r.Named(i + 1)
		}
	}
	return false
}

// Named reports whether a name stands at token i or after its article.
func (r *Reader) Named(i int) bool {
	if !r.Together(i-1, i) {
		return false
	}
	for lexicon.In(r.Low(i), lexicon.Determiner) || lexicon.In(r.Low(i), lexicon.Modifier) {
		i++
	}
	return r.Capital(i) && r.Tokens[i].Kind == Word && r.Tokens[i].Time < 0
}

// leads reports whether the preposition at token j goes on with the group.
func (r *Reader) leads(j int, w string) bool {
	head := r.Low(j - 1)
	if r.Tokens[j-1].Time >= 0 {
		return (w == "from" || w == "by" || w == "in" || w == "with") && r.Named(j+1)
	}
	switch w {
	case "of":
		return r.Together(j, j+1)
	case "by":
		return r.Named(j + 1)
	case "in", "on":
		return r.ToOutlet(j+1) || lexicon.In(head, lexicon.DocumentNoun) && r.Named(j+1)
	case "with":
		return strings.HasPrefix(head, "interview") || lexicon.In(head, lexicon.PersonNoun) && r.Named(j+1)
	case "for", "at", "from", "to", "inside", "within":
		if lexicon.In(head, lexicon.PersonNoun) {
			return r.Named(j+1) || lexicon.In(r.Low(j+1), lexicon.Determiner)
		}
		return lexicon.In(head, lexicon.DocumentNoun) && r.Named(j+1)
	}
	return false
}

// ToOutlet reports whether an outlet stands at token i or after its article.
func (r *Reader) ToOutlet(i int) bool {
	if lexicon.In(r.Low(i), lexicon.Determiner) {
		i++
	}
	return i < len(r.Tokens) && r.Tokens[i].Outlet >= 0
}

// Sources cuts the noun groups of tokens [i, end) at each "and" and comma that
// joins two Outlets or two names.
func (r *Reader) Sources(i, end int) []text.Span {
	var all []text.Span
	first := i
	for j := i + 1; j < end-1; j++ {
		w := r.Low(j)
		if w != "and" && w != "," && w != "or" && w != "&" && w != "/" {
			continue
		}
		after := j + 1
		for w == "," && (r.Low(after) == "and" || r.Low(after) == "or") {
			after++
		}
		if j > first && after < end && r.parts(j, after) {
			all = append(all, r.Span(first, j))
			first, j = after, after
		}
	}
	return append(all, r.Span(first, end))
}

// parts reports whether the words before token j and those from token k on
// are two sources.
func (r *Reader) parts(j, k int) bool {
	before, after := r.Tokens[j-1], r.Tokens[k]
	if r.Tokens[j].Name >= 0 && r.Tokens[j].Name == before.Name {
		return false
	}
	if r.ToOutlet(k) {
		return true
	}
	return before.Name >= 0 && after.Name >= 0 && before.Name != after.Name
}

// Tail extends the end of a group over a list of outlets: ", AP and AFP".
func (r *Reader) Tail(i, end int) int {
	if end == i || !r.OutletEnds(end) {
		return end
	}
	j, last := end, end
	for r.Together(i, j) && (r.At(j) == "," || r.Low(j) == "and") {
		closes := r.Low(j) == "and"
		j++
		if !closes && r.Low(j) == "and" {
			closes = true
			j++
		}
		if lexicon.In(r.Low(j), lexicon.Determiner) {
			j++
		}
		if j >= len(r.Tokens) || r.Tokens[j].Outlet < 0 {
			break
		}
		if j = r.Outlets[r.Tokens[j].Outlet].End; closes {
			last = j
		}
	}
	return last
}

// OutletEnds reports whether an outlet ends before token end.
func (r *Reader) OutletEnds(end int) bool {
	for k := end - 1; k >= 0 && k > end-8; k-- {
		if o := r.Tokens[k].Outlet; o >= 0 {
			return r.Outlets[o].End == end
		}
	}
	return false
}
