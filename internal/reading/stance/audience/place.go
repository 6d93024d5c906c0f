package audience

import (
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
)

// occasions are words for what is held at a place, and for those who listen
// there; the name of a place behind them is where it was said.
var occasions = pattern.Compile("rally/rallies/conference/speech/interview/meeting/summit/event/" +
	"hearing/briefing/debate/address/appearance/ceremony/forum/stop/gathering/hall/" +
	"convention/session/visit/trip/dinner/lunch/breakfast/reception/fundraiser/" +
	"reporters/journalists/supporters/crowd/audience/lawmakers/voters/students/" +
	"delegates/speaking/spoke/speaks/remarks/talks")

// nearPlace is how many tokens the name of a place may stand from the cue.
const nearPlace = 16

// Place returns the name of the place where a statement was made: in its sentence,
// outside what is said and who says it, behind "in" or "at" and an occasion, or
// right after the cue.
func Place(known *saying.Reader, s saying.Saying) text.Span {
	r := &reader{Reader: known}
	from := s.CueAt.From
	if !s.Speaker.Empty() {
		from = min(from, s.SpeakerAt.From)
	}
	from = max(0, from-nearPlace)
	for i := from; i < min(len(r.Tokens), s.CueAt.To+nearPlace); i++ {
		if !r.Is(i, "in", "at") || !r.Together(i, s.CueAt.From) || r.InContent(s, i) {
			continue
		}
		name, ok := r.placeName(i + 1)
		if !ok || r.InContent(s, i+1) || s.Speaker.Overlaps(name) {
			continue
		}
		if r.saidAt(s, i) {
			return name
		}
	}
	return text.Span{}
}

// placeName returns the name of a place at token i or behind its article.
func (r *reader) placeName(i int) (text.Span, bool) {
	if r.Is(i, "the") {
		i++
	}
	if i >= len(r.Tokens) || r.Tokens[i].Name < 0 {
		return text.Span{}, false
	}
	n := r.Names[r.Tokens[i].Name]
	return r.Doc.Whole(n.Span), n.Kind == mention.Place && n.Start == r.Tokens[i].Start
}

// saidAt reports whether the preposition at token i leads to where the statement
// was made: an occasion stands a few words before it, or the cue or speaker does.
func (r *reader) saidAt(s saying.Saying, i int) bool {
	for j := i - 1; j >= max(0, i-6) && r.Together(j, i) && !r.InContent(s, j); j-- {
		if r.Fits(j, occasions) {
			return true
		}
	}
	behind := max(s.CueAt.To, s.SpeakerAt.To)
	return i >= behind && r.onlyTime(behind, i)
}

// onlyTime reports whether nothing but a time and "on" stands in a range.
func (r *reader) onlyTime(from, to int) bool {
	for i := from; i < to; i++ {
		if r.Tokens[i].Time < 0 && !r.Is(i, "on") {
			return false
		}
	}
	return true
}
