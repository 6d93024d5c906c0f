package stance

import (
	"slices"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
)

// An addressing is verbs or nouns that lead to whom something is said.
type addressing struct {
	verbs  string // of the cue
	leads  string // words before the addressee; none when it is the object
	then   string // words that must follow it; none when any may
	sample string // "[speaker] «cue» {content} => addressee"
}

type addressRule struct {
	addressing

	verbs, leads, then pattern
}

// told are the ways in which the cue leads to an addressee.
var told = addressTable([]addressing{
	{"tell/tells/told/telling/inform*/remind*/assur*/notif*/brief/briefed", "", "",
		"[He] «told» the BBC {that he would stay} => the BBC"},
	{"ask/asks/asked/asking/urg*/order/orders/ordered/ordering/encourag*/advis*/instruct*/implor*/beg/begged/invit*/persuad*/challeng*/push/pushes/pushing/pressed/force*/warn*/forb*", "", "to/not",
		"[Police] «urged» {residents to stay at home} => residents"},
	{"ask/asks/asked/asking/press/pressed/question/questioned", "", "whether/if/about/what/how/why/who/when/where/for",
		"[A reporter] «asked» the minister {whether he would resign} => the minister"},
	{"promis*/warn*/assur*/convinc*", "", "that/of/against/about/not/,",
		"[She] «promised» voters {that taxes would fall} => voters"},
	{"call/calls/called/calling/appeal*", "on/upon/to", "to",
		"[The senator] «called on» {Congress to investigate} => Congress"},
	{"said/say/says/saying/remark*/wrote/write*/writing/speak*/spoke/explain*/complain*/announc*/admit*/apologi*/boast*/suggest*/confid*/insist*/report*/testif*/recommend*/present*/talk*", "to", "",
		"[The envoy] «wrote to» the council {that he would come} => the council"},
	{"speak*/spoke/talk*/meet/met/discuss*/pleaded/argu*", "with", "",
		"[The envoy] «spoke with» the mayor {about the road} => the mayor"},
	{"congratulat*/thank*/address*", "", "for/on/,",
		"[The king] «thanked» the nurses {for their work} => the nurses"},
})

func addressTable(all []addressing) []addressRule {
	out := make([]addressRule, len(all))
	for i, a := range all {
		out[i] = addressRule{a, compile(a.verbs), compile(a.leads), compile(a.then)}
	}
	return out
}

// letters are the occasions on which someone is spoken or written to.
var letters = compile("letter/letters/email/e-mail/memo/message/statement/note/speech/" +
	"remarks/address/report/testimony/interview/conversation/comments/call/briefing/" +
	"appeal/meeting/talks/telegram/petition/response/plea/warning/promise/promises")

// markScore is the model's probability from which its mark of an addressee counts
// where no rule speaks, and nearMark how many tokens it may stand from the cue.
const (
	markScore = 0.5
	nearMark  = 14
)

// addressees returns to whom a statement is said: the noun group that the words
// of the cue lead to, or else the model's mark near it. Where both name one, the
// model has the better extent.
func (r *reader) addressees(s saying) []text.Span {
	span, ok := r.addressed(s)
	marks := r.marked(s)
	if !ok {
		if len(marks) == 0 {
			return nil
		}
		return marks[:1]
	}
	if i := slices.IndexFunc(marks, span.Overlaps); i >= 0 {
		return marks[i : i+1]
	}
	return []text.Span{span}
}

// addressed applies the rules.
func (r *reader) addressed(s saying) (text.Span, bool) {
	for i := s.cue.from; i < min(s.cue.to, s.cue.from+maxCue); i++ {
		for k := range told {
			if _, ok := told[k].verbs.at([]string{r.word(i)}); !ok {
				continue
			}
			if span, ok := r.object(s, &told[k], i+1); ok {
				return span, true
			}
		}
	}
	return r.occasion(s)
}

// object reads the noun group after the verb of a rule; the words that lead to it
// stand before.
func (r *reader) object(s saying, rule *addressRule, i int) (text.Span, bool) {
	i = r.AfterTime(i)
	if len(rule.leads.slots) > 0 {
		if _, ok := rule.leads.at([]string{r.word(i)}); !ok {
			return text.Span{}, false
		}
		i++
	}
	end := r.someone(i)
	if end == i || !r.Together(i, s.cue.from) {
		return text.Span{}, false
	}
	if len(rule.then.slots) > 0 {
		if _, ok := rule.then.at([]string{r.word(end)}); !ok {
			return text.Span{}, false
		}
	}
	return r.addressee(s, i, end)
}

// pronouns may be spoken to.
var pronouns = compile("me/you/him/her/us/them/everyone/everybody/anyone/people")

// maxGroup is the number of tokens of the longest noun group of an addressee.
const maxGroup = 24

// someone returns the end of the noun group of someone who may be spoken to, i
// when none begins there.
func (r *reader) someone(i int) int {
	if _, ok := pronouns.at([]string{r.word(i)}); ok && r.Together(i, i) {
		if !r.Is(i, "her") || r.Group(i) <= i+1 {
			return i + 1
		}
	}
	if end := r.Group(i); end <= i+maxGroup {
		return end
	}
	return i
}

// addressee returns a noun group that is not part of who speaks. It may open the
// content, as the object of "urged" does, but not stand further inside.
func (r *reader) addressee(s saying, i, end int) (text.Span, bool) {
	span := r.Span(i, end)
	if span.Overlaps(s.Speaker) && !s.Speaker.Empty() {
		return text.Span{}, false
	}
	for _, c := range s.Content {
		if span.Overlaps(c) && span.Start > c.Start {
			return text.Span{}, false
		}
	}
	return span, true
}

// nearOccasion is how many tokens the words for an occasion may stand from the
// cue or the speaker, outside the content.
const nearOccasion = 12

// occasion reads "in a letter to the council" and "in an interview with NPR" near
// the cue.
func (r *reader) occasion(s saying) (text.Span, bool) {
	from := max(0, min(s.cue.from, s.cue.from-nearOccasion))
	for i := from; i < min(len(r.Tokens), s.cue.to+nearOccasion); i++ {
		if !r.Together(i, s.cue.from) || r.inContent(s, i) || !letters.in([]string{r.word(i)}) {
			continue
		}
		if !r.Is(i+1, "to", "with") || !r.Is(i-1, "a", "an", "his", "her", "their", "its", "the") && !r.Is(i-2, "a", "an", "his", "her", "in") {
			continue
		}
		end := r.someone(i + 2)
		if end == i+2 || r.inContent(s, i+2) {
			continue
		}
		if span, ok := r.addressee(s, i+2, end); ok {
			return span, true
		}
	}
	return text.Span{}, false
}

// marked returns the model's marks that may be addressees of the statement, the
// nearest to the cue first.
func (r *reader) marked(s saying) []text.Span {
	var out []text.Span
	i, _ := slices.BinarySearchFunc(r.in.Addressees, s.Cue.Start-maxNear,
		func(n tag.Name, at int) int { return n.Start - at })
	for _, m := range r.in.Addressees[i:] {
		if m.Start > s.Cue.End+maxNear {
			break
		}
		t := r.within(m.Span.Span)
		if m.Score < markScore || !r.Together(t.from, s.cue.from) || r.apart(t, s.cue) > nearMark {
			continue
		}
		if span, ok := r.addressee(s, t.from, t.to); ok && !span.Overlaps(s.Cue) {
			out = append(out, m.Span.Span)
		}
	}
	slices.SortStableFunc(out, func(a, b text.Span) int {
		return r.apart(r.within(a), s.cue) - r.apart(r.within(b), s.cue)
	})
	return out
}

// maxNear is the number of bytes around a cue in which marks are looked for.
const maxNear = 400

// apart returns how many tokens stand between two ranges.
func (r *reader) apart(a, b tokens) int {
	return max(0, a.from-b.to, b.from-a.to)
}
