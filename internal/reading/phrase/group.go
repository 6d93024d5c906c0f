package phrase

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/phrase/word"
)

// Group returns the end of the noun group that begins at token i, or i when
// none does. The group ends before a comma, a verb, a relative pronoun, a
// second article, and a preposition that leads out of it.
func (r *Reader) Group(i int) int {
	end, j := i, i
	if r.joined(i) || i < len(r.Tokens) && r.Tokens[i].Kind == word.Possessive {
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
	case t.Name >= 0 && t.Kind == word.Word:
		return r.NameEnd(j), true
	case t.Kind == word.Mark:
		return r.StepMark(j, end)
	case t.Kind == word.Possessive:
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
	switch {
	case r.Is(j, "&", "/"), r.ownsPlural(j):
		return j + 1, false
	case j == end && r.letters(j):
		return j + 3, false
	case r.opensTitle(j, end):
		return r.title(j)
	}
	return j, false
}

// ownsPlural reports whether token j is the mark of an owner whose name ends in
// "s": "voters' answers".
func (r *Reader) ownsPlural(j int) bool {
	return r.Is(j, "'", "’") && r.Together(j-1, j+1) && strings.HasSuffix(r.Low(j-1), "s") &&
		r.Tokens[j-1].End == r.Tokens[j].Start && r.Tokens[j].End < r.Tokens[j+1].Start &&
		r.Tokens[j+1].Kind == word.Word && !r.Capital(j+1) && !r.In(j+1, lexicon.GroupEnd|lexicon.Preposition)
}

// ownerMark reports whether token j is the mark of an owner, whatever follows: "Fox
// News' Ann Example".
func (r *Reader) ownerMark(j int) bool {
	return r.Is(j, "'", "’") && r.Together(j-1, j+1) && strings.HasSuffix(r.Low(j-1), "s") &&
		r.Tokens[j-1].End == r.Tokens[j].Start && r.Tokens[j].End < r.Tokens[j+1].Start &&
		r.Tokens[j+1].Kind == word.Word
}

// letters reports whether an abbreviation in brackets stands at token j.
func (r *Reader) letters(j int) bool {
	return r.At(j) == "(" && r.At(j+2) == ")" && Upper(r.At(j+1))
}

// opensTitle reports whether token j is the quotation mark before a title, not
// the one that closes a quotation.
func (r *Reader) opensTitle(j, end int) bool {
	if !r.QuoteMark(j) || !r.Capital(j+1) {
		return false
	}
	return j == 0 || j != end || r.Tokens[j-1].End != r.Tokens[j].Start
}

// title goes over the title that opens at token j; it returns j when the title
// does not close in time.
func (r *Reader) title(j int) (int, bool) {
	for k := j + 2; k < j+maxQuoted && r.Together(j, k); k++ {
		if !r.QuoteMark(k) {
			continue
		}
		for r.QuoteMark(k+1) && r.Tokens[k].End == r.Tokens[k+1].Start {
			k++
		}
		return k + 1, true
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
		return false, begins || r.In(j-1, lexicon.Determiner)
	case lexicon.In(w, lexicon.Participle), Participle(w) && !before:
		return false, j == end && r.led(j+1, "by", "in", "on")
	case lexicon.In(w, lexicon.Conjunction|lexicon.Preposition):
		return false, r.joins(w, j, end)
	case w == "most" && before && j > i:
		return false, true
	case lexicon.In(w, lexicon.GroupEnd), strings.HasPrefix(w, "http"):
		return false, false
	}
	return r.content(w, j, before)
}

// joins reports whether the conjunction or preposition at token j goes on with
// the group that may end at end.
func (r *Reader) joins(w string, j, end int) bool {
	if lexicon.In(w, lexicon.Conjunction) {
		return j == end && r.goesOn(j+1)
	}
	if j == end || r.AfterTime(end) == j {
		return r.leads(j, w)
	}
	return j == end+1 && Participle(r.Low(j-1)) && r.led(j, w)
}

// content is fits for a word that is no function word; before says that no
// noun of the group stands before it.
func (r *Reader) content(w string, j int, before bool) (head, on bool) {
	if adverb(w) && !r.Capital(j) {
		return false, before
	}
	on = !number(w) || before || r.Capital(j-1)
	return on, on
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
	case "one", "two", "three", "four", "five",
		"six", "seven", "eight", "nine", "ten":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// joined reports whether token i is a word after which a noun group begins.
func (r *Reader) joined(i int) bool {
	return r.In(i, lexicon.Preposition|lexicon.Conjunction)
}

// premodified reports whether the group has had no noun yet before token j.
func (r *Reader) premodified(j int) bool {
	w := r.Low(j - 1)
	return lexicon.In(w, lexicon.Determiner) || lexicon.In(w, lexicon.Modifier) || number(w) ||
		r.Tokens[j-1].Kind == word.Possessive || r.Tokens[j-1].Time >= 0 ||
		strings.HasSuffix(w, "ly") && !lexicon.In(w, lexicon.LikeVerb)
}

// goesOn reports whether a noun group may go on at token i after "and".
func (r *Reader) goesOn(i int) bool {
	if !r.Together(i-1, i) || r.Tokens[i].Kind != word.Word {
		return false
	}
	return !r.In(i, lexicon.GroupEnd|lexicon.Preposition|lexicon.Conjunction)
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
	for r.In(i, lexicon.Determiner) || r.In(i, lexicon.Modifier) {
		i++
	}
	return r.Capital(i) && r.Tokens[i].Kind == word.Word && r.Tokens[i].Time < 0
}

// leads reports whether the preposition at token j goes on with the group.
func (r *Reader) leads(j int, w string) bool {
	if r.Tokens[j-1].Time >= 0 {
		return r.led(j, "from", "by", "in", "with")
	}
	switch w {
	case "of":
		return r.Together(j, j+1)
	case "by":
		return r.Named(j + 1)
	case "in", "on":
		return r.ToOutlet(j+1) || r.tells(j)
	case "with":
		return strings.HasPrefix(r.Low(j-1), "interview") ||
			r.In(j-1, lexicon.PersonNoun) && r.Named(j+1)
	case "for", "at", "from", "to", "inside", "within":
		return r.serves(j) || r.tells(j)
	}
	return false
}

// tells reports whether the preposition at token j leads from a document to a
// name or to somebody's page.
func (r *Reader) tells(j int) bool {
	return r.In(j-1, lexicon.DocumentNoun) && (r.Named(j+1) || r.ownPage(j+1))
}

// ownPage reports whether "the firm's website" stands at token i.
func (r *Reader) ownPage(i int) bool {
	if r.In(i, lexicon.Determiner) {
		i++
	}
	return r.Together(i-1, i+2) && r.Tokens[i+1].Kind == word.Possessive &&
		r.In(i+2, lexicon.PageNoun)
}

// serves reports whether the preposition at token j leads from somebody to the
// body that he or she works for.
func (r *Reader) serves(j int) bool {
	return r.In(j-1, lexicon.PersonNoun) &&
		(r.Named(j+1) || r.In(j+1, lexicon.Determiner))
}

// ToOutlet reports whether an outlet stands at token i or after its article.
func (r *Reader) ToOutlet(i int) bool {
	if r.In(i, lexicon.Determiner) && r.Tokens[i].Outlet < 0 {
		i++
	}
	return i < len(r.Tokens) && r.Tokens[i].Outlet >= 0
}

// Sources cuts the noun groups of tokens [i, end) at each "and" and comma that
// joins two Outlets or two names; the document of two bodies is one source.
func (r *Reader) Sources(i, end int) []text.Span {
	var all []text.Span
	first, document := i, r.In(end-1, lexicon.DocumentNoun)
	for j := i + 1; j < end-1; j++ {
		if !r.Is(j, "and", "or", "&", "/", ",") || document && r.At(j) == "/" || r.inOutlet(j) {
			continue
		}
		after := j + 1
		for r.At(j) == "," && r.Is(after, "and", "or") {
			after++
		}
		if j > first && after < end && r.parts(j, after) {
			all = append(all, r.Span(first, j))
			first, j = after, after
		}
	}
	return append(all, r.Span(first, end))
}

// inOutlet reports whether token j stands inside the name of an outlet: "and" in
// "Fox and Friends".
func (r *Reader) inOutlet(j int) bool {
	for k := j - 1; k >= 0 && k > j-8; k-- {
		if o := r.Tokens[k].Outlet; o >= 0 {
			return r.Outlets[o].End > j
		}
	}
	return false
}

// parts reports whether the words before token j and those from token k on
// are two sources.
func (r *Reader) parts(j, k int) bool {
	before, after := r.Tokens[j-1], r.Tokens[k]
	if r.OutletEnds(j) && r.ToOutlet(k) {
		return true
	}
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
	last := end
	for j := end; r.Together(i, j) && r.Is(j, ",", "and"); {
		next, closes := r.separator(j)
		if r.In(next, lexicon.Determiner) {
			next++
		}
		if next >= len(r.Tokens) || r.Tokens[next].Outlet < 0 {
			break
		}
		if j = r.Outlets[r.Tokens[next].Outlet].End; closes {
			last = j
		}
	}
	return last
}

// separator goes over ",", "and" or ", and" at token j, and reports whether the
// last item of the list follows.
func (r *Reader) separator(j int) (next int, closes bool) {
	if r.At(j) == "," {
		j++
	}
	if r.Low(j) == "and" {
		return j + 1, true
	}
	return j, false
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
