package attribution

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
)

// relayers are cues behind which an outlet stands that passes on what another said.
var relayers = []string{"according to", "as reported by", "reported by", "as quoted by", "quoted by"}

// sayings are the verbs of what is passed on.
var sayings = strings.Fields("said says denied denies claimed claims warned warns insisted insists " +
	"announced announces promised promises vowed pledged threatened argued argues acknowledged " +
	"acknowledges admitted admits stated states declared declares confirmed confirms rejected rejects")

// helpers stand between a subject and such a verb, as part of its cue.
var helpers = strings.Fields("has have had also again then later earlier first repeatedly strongly " +
	"categorically flatly publicly reportedly")

// days stand between a subject and its verb, and belong to neither.
var days = strings.Fields("monday tuesday wednesday thursday friday saturday sunday yesterday today")

// joints are words after which a subject is none of the verb that follows: it
// stands in a clause of its own, or that verb has more than one.
var joints = strings.Fields("that who which whom whose what when where while if whether because after before " +
	"since as but or nor is are was were be been being will would could should may might must can not no " +
	"to by having")

// relayedScore is the share of the score of what is passed on that the statement
// inside it has: it rests on that one and on the words.
const relayedScore = 0.8

// told is what such a statement most often is, where its words do not say.
var told = tag.Stance{
	Act:       []tag.Chance{{Value: "state", Score: 0.5}},
	Polarity:  []tag.Chance{{Value: "affirmed", Score: 0.5}},
	Certainty: []tag.Chance{{Value: "certain", Score: 0.5}},
}

// maxSubject is the number of words of the longest subject.
const maxSubject = 9

// relayed returns the statement that another passes on: in "Peskov denied any
// talks, according to Interfax" Interfax says the whole, and Peskov that there
// were none. Where the model has a statement inside, it counts.
func relayed(doc *text.Text, s Statement, all []Statement) (Statement, bool) {
	cue := strings.ToLower(doc.At(s.Cue))
	if !slices.Contains(relayers, cue) || len(s.Content) != 1 || len(s.Quoted) > 0 {
		return s, false
	}
	whole := s.Content[0]
	if slices.ContainsFunc(all, func(o Statement) bool { return whole.Contains(o.Cue) }) {
		return s, false
	}
	words := fields(doc, whole)
	if len(words) > 0 && plain(doc, words[0]) == "that" {
		words = words[1:]
	}
	verb := mainVerb(doc, words)
	if verb < 1 || verb == len(words)-1 {
		return s, false
	}
	from := verb
	for from > 1 && slices.Contains(helpers, plain(doc, words[from-1])) {
		from--
	}
	who := from
	if who > 2 && slices.Contains(days, plain(doc, words[who-1])) {
		who--
		if plain(doc, words[who-1]) == "on" {
			who--
		}
	}
	return Statement{
		Speaker: text.Span{Start: words[0].Start, End: words[who-1].End},
		Cue:     text.Span{Start: words[from].Start, End: words[verb].End},
		Content: []text.Span{{Start: words[verb+1].Start, End: whole.End}},
		Inside:  -1, Score: s.Score * relayedScore, Odds: told,
	}, true
}

// mainVerb returns the index of the verb of saying that has the words before it
// as its subject, or -1.
func mainVerb(doc *text.Text, words []text.Span) int {
	for i, w := range words[:min(len(words), maxSubject+1)] {
		p := plain(doc, w)
		switch {
		case i > 0 && slices.Contains(sayings, p):
			return i
		case slices.Contains(joints, p), strings.ContainsAny(doc.At(w), ",;:"):
			return -1
		}
	}
	return -1
}

// fields returns the words of a span.
func fields(doc *text.Text, s text.Span) []text.Span {
	var out []text.Span
	at := s.Start
	for _, f := range strings.Fields(doc.At(s)) {
		at += strings.Index(doc.At(text.Span{Start: at, End: s.End}), f)
		out = append(out, text.Span{Start: at, End: at + len(f)})
		at += len(f)
	}
	return out
}

// plain returns a word in small letters.
func plain(doc *text.Text, s text.Span) string { return strings.ToLower(doc.At(s)) }
