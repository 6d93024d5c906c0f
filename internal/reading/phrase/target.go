package phrase

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase/word"
)

// maxTarget is the number of tokens within which an outlet must be named after
// the word that leads to it.
const maxTarget = 14

// Target reads an outlet, programme or journalist of one that is spoken to or
// written for: "the BBC", "the Spanish newspaper Marca", "Ann Example of NPR",
// "journalist Ann Example", "state television".
func (r *Reader) Target(i int) (int, bool) {
	if r.Low(i) == "the" && r.Is(i+1, "host", "hosts", "interviewer", "moderator") && !r.HeadGoesOn(i+2) {
		return i + 2, r.Together(i, i+1)
	}
	if r.TimeAt(i) && r.AfterTime(i) < len(r.Tokens) && r.Tokens[r.AfterTime(i)].Kind == word.Possessive {
		i = r.AfterTime(i) + 1 // "Saturday's Guardian"
	}
	t := target{Reader: r, first: i, at: i, end: i}
	for t.at < i+maxTarget && r.Together(i, t.at) && t.step() {
	}
	return t.end, t.outlet || t.media || t.host && t.name
}

// A target is what is spoken to, while it is read token by token.
type target struct {
	*Reader

	first, at, end            int
	outlet, media, host, name bool
}

// step goes over one token, name or outlet, and reports whether the target may
// go on.
func (t *target) step() bool {
	tok := t.Tokens[t.at]
	switch {
	case tok.Time >= 0 && !t.In(t.at, lexicon.MediaNoun):
		return false
	case tok.Outlet >= 0:
		o := t.Outlets[tok.Outlet]
		if o.Kind == lexicon.Social {
			return false
		}
		t.outlet = true
		return t.extend(o.End, true)
	case tok.Kind == word.Possessive:
		return t.extend(t.at+1, false)
	case t.ownerMark(t.at) && t.outlet:
		return t.extend(t.at+1, false)
	case tok.Kind == word.Mark && t.QuoteMark(t.at) && t.ToOutlet(t.at+1) &&
		(t.at == t.first || t.Tokens[t.at-1].Kind == word.Possessive && !t.outlet):
		return t.extend(t.at+1, false)
	case tok.Kind == word.Mark:
		return t.outlet && t.title()
	case tok.Name >= 0:
		t.name = true
		t.host = t.host || t.at == t.first && t.Host(t.at)
		return t.extend(t.NameEnd(t.at), t.outlet || t.media || t.host)
	}
	return t.word(t.Low(t.at))
}

// extend goes on to a token; the target may end there when whole is true.
func (t *target) extend(to int, whole bool) bool {
	t.at = to
	if whole {
		t.end = to
	}
	return true
}

// title goes over a programme in quotation marks after its outlet.
func (t *target) title() bool {
	from := t.at
	if t.QuoteMark(t.at) && t.Tokens[t.at-1].Kind == word.Possessive {
		from = -1
	}
	next, ok := t.StepMark(t.at, from)
	return ok && t.extend(next, true) && t.At(next-2) != ","
}

func (t *target) word(w string) bool {
	next := t.at + 1
	switch {
	case t.at == t.first && lexicon.In(w, lexicon.Determiner):
		return t.extend(next, false)
	case w == "paper" && t.Low(t.first) != "the":
		return t.extend(next, t.outlet)
	case w == "agency" && !t.outlet && !t.In(t.at-1, lexicon.MediaWord) && !t.agencyNamed():
		return false // one of the state's
	case lexicon.In(w, lexicon.MediaNoun) && t.Low(next) == "of" && !t.outlet && !t.name && !t.ToOutlet(next+1):
		return false // "their network of consulates"
	case lexicon.In(w, lexicon.MediaNoun):
		t.media = true
		return t.extend(next, true)
	case t.isHost(w):
		t.host = true
		return t.extend(next, true)
	case lexicon.In(w, lexicon.MediaWord|lexicon.Modifier):
		return t.extend(next, t.outlet)
	case lexicon.In(w, lexicon.HostNoun) && t.ToOutlet(next+1) && t.Is(next, "of", "from", "at", "for", "with"):
		return t.extend(t.skipArticle(next+1), false)
	case t.isOfOutlet():
		return t.extend(t.skipArticle(next), false)
	}
	return t.nameWord(w)
}

// agencyNamed reports whether the text names a news agency.
func (t *target) agencyNamed() bool {
	return slices.ContainsFunc(t.Outlets, func(o Outlet) bool { return o.Kind == lexicon.Agency })
}

// isOfOutlet reports whether a preposition leads from somebody or a medium to
// the outlet they are of: "Ann Example of the BBC".
func (t *target) isOfOutlet() bool {
	return (t.name || t.In(t.at-1, lexicon.MediaWord)) && t.ToOutlet(t.at+1) &&
		t.Is(t.at, "of", "from", "at", "for")
}

// isHost reports whether the word is the trade of somebody of an outlet.
func (t *target) isHost(w string) bool {
	return lexicon.In(w, lexicon.HostNoun) && !t.Capital(t.at) &&
		(t.outlet || t.Capital(t.at+1))
}

// nameWord goes over a word with a capital.
func (t *target) nameWord(w string) bool {
	if !t.Capital(t.at) && !strings.HasPrefix(w, "al-") || lexicon.In(w, lexicon.GroupEnd) {
		return false
	}
	t.name = true
	return t.extend(t.at+1, t.outlet || t.media || t.host)
}

// skipArticle returns the token after an article at token i, or i.
func (r *Reader) skipArticle(i int) int {
	if r.In(i, lexicon.Determiner) {
		return i + 1
	}
	return i
}
