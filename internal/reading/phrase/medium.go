package phrase

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase/word"
)

// MediumEnd reads a social medium, broadcaster or programme, or somebody's page
// there; a page without its medium counts next to a verb only.
func (r *Reader) MediumEnd(i int, verb bool) (int, bool) {
	m := medium{Reader: r, first: i, at: i, end: i, verb: verb}
	for m.at < i+maxMedium && r.Together(i, m.at) && m.step() {
	}
	return m.end, m.named || m.page && verb
}

// maxMedium is the number of tokens within which a medium must be named.
const maxMedium = 8

// A medium is the place of saying, while it is read token by token.
type medium struct {
	*Reader

	first, at, end    int
	verb, named, page bool
	quoted            bool // a quotation mark before a programme is open
}

func (m *medium) step() bool {
	tok := m.Tokens[m.at]
	switch {
	case tok.Outlet >= 0:
		o := m.Outlets[tok.Outlet]
		if o.Kind == lexicon.Paper || o.Kind == lexicon.Agency || o.Kind == lexicon.Magazine {
			return false
		}
		m.named, m.at, m.end = true, o.End, o.End
		return true
	case m.ownerMark(m.at) && (m.named || m.Tokens[m.at+1].Outlet >= 0 || m.In(m.at+1, lexicon.PageNoun)):
	case tok.Kind == word.Mark:
		return m.title()
	case tok.Kind != word.Possessive && !m.word(m.Low(m.at)):
		return false
	}
	m.at++
	return true
}

// title goes over a programme in quotation marks.
func (m *medium) title() bool {
	if !m.QuoteMark(m.at) {
		return false
	}
	if m.opensShow() {
		m.at, m.quoted = m.at+1, true
		return true
	}
	if m.quoted && m.named {
		m.at, m.quoted = m.at+1, false
		if m.QuoteMark(m.at) && m.Tokens[m.at-1].End == m.Tokens[m.at].Start {
			m.at++
		}
		m.end = m.at
		return true
	}
	next, ok := m.StepMark(m.at, -1)
	if !ok || !m.named {
		return false
	}
	m.at, m.end = next, next
	return true
}

// opensShow reports whether the mark begins a programme that begins the medium;
// it may be the second of two that stand for one.
func (m *medium) opensShow() bool {
	return m.quotedShow(m.at) && (m.at == m.first || m.at == m.first+1 && m.quoted)
}

// word reports whether a word may stand in the medium.
func (m *medium) word(w string) bool {
	switch {
	case m.isPage(w):
		m.page, m.end = true, m.at+1
	case m.Tokens[m.at].Name >= 0, m.owns(m.at), w == "social" && m.Low(m.at+1) == "media":
	case m.Capital(m.at) && m.Tokens[m.at].Time < 0:
		if m.named {
			m.end = m.at + 1
		}
	default:
		return strings.HasPrefix(w, "@") ||
			lexicon.In(w, lexicon.Determiner|lexicon.MediaWord|lexicon.Modifier)
	}
	return true
}

// isPage reports whether the word is a page that is plainly one's own, or,
// after a verb, what one is heard on.
func (m *medium) isPage(w string) bool {
	if lexicon.In(w, lexicon.PageNoun) && !m.Is(m.first, "a", "another") {
		return true
	}
	switch w {
	case "radio", "television", "tv":
		return m.verb
	case "media":
		return m.verb && m.Low(m.at-1) == "social"
	case "show", "program", "programme", "broadcast":
		return m.verb && m.at > m.first && (m.owned() || m.In(m.at-1, lexicon.MediaWord))
	}
	return false
}

// owned reports whether the medium belongs to somebody.
func (m *medium) owned() bool {
	if m.Is(m.first, "his", "her", "its", "their", "my", "our") {
		return true
	}
	for i := m.first; i < m.at; i++ {
		if m.Tokens[i].Kind == word.Possessive {
			return true
		}
	}
	return false
}

// owns reports whether token i is the owner or kind of a page: "the campaign's
// website", "the company website".
func (r *Reader) owns(i int) bool {
	if r.Tokens[i].Kind != word.Word || !r.Together(i, i+1) || r.In(i, lexicon.GroupEnd) {
		return false
	}
	return r.Tokens[i+1].Kind == word.Possessive || r.ownerMark(i+1) || r.In(i+1, lexicon.PageNoun)
}

// quotedShow reports whether a programme stands in the quotation marks that
// open at token i.
func (r *Reader) quotedShow(i int) bool {
	for j := i + 1; j < i+4 && r.Together(i, j); j++ {
		if o := r.Tokens[j].Outlet; o >= 0 {
			return r.Outlets[o].Kind == lexicon.Programme
		}
	}
	return false
}
