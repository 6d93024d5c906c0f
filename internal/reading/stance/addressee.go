package stance

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/pattern"
)

// An addressing is verbs of the cue that lead to whom something is said.
type addressing struct {
	verbs  string
	leads  string // the word before the addressee; none when it is the object
	then   string // words that follow it; none when any may
	named  bool   // a name or pronoun needs no word that follows
	sample string // "[speaker] «cue» {content} => addressee"
}

type addressRule struct {
	addressing

	verbs, leads, then pattern.Pattern
}

// told are the ways in which the cue leads to an addressee.
var told = addressTable([]addressing{
	{
		verbs:  "tell/tells/told/telling/inform*/remind*/assur*/notif*/brief/briefed",
		sample: "[He] «told» the BBC {that he would stay} => the BBC",
	},
	{
		verbs: "ask/asks/asked/asking/urg*/order/orders/ordered/ordering/encourag*/advis*/" +
			"instruct*/implor*/beg/begged/invit*/persuad*/challeng*/push/pushes/pushing/" +
			"pressed/warn*/command*/dare/dared/dares",
		then:   "to/not",
		sample: "[Police] «urged» {residents to stay at home} => residents",
	},
	{
		verbs:  "ask/asks/asked/asking/press/pressed/questioned/quizzed",
		then:   "whether/if/about/what/how/why/who/when/where/which/for/that",
		named:  true,
		sample: "[A reporter] «asked» the minister {whether he would resign} => the minister",
	},
	{
		verbs:  "promis*/warn*/convinc*",
		then:   "that/of/against/about/not/,",
		named:  true,
		sample: "[She] «promised» voters {that taxes would fall} => voters",
	},
	{
		verbs: "call/calls/called/calling/appeal*/plead*/pleaded", leads: "on/upon/to/with", then: "to",
		sample: "[The senator] «called on» {Congress to investigate} => Congress",
	},
	{
		verbs: "said/say/says/saying/remark*/wrote/write*/writing/speak*/spoke/explain*/" +
			"complain*/announc*/admit*/apologi*/boast*/suggest*/confid*/insist*/report*/" +
			"testif*/recommend*/present*/talk*/noted/offer*/acknowledg*/conced*/confess*/" +
			"declar*/grous*/grumbl*/jok*/repeat*/reveal*/stress*/vent/vented/state/states/" +
			"stated/ask/asks/asked/convey*/relay*/propos*/signal*/pass/passed/describ*",
		leads:  "to",
		sample: "[The envoy] «wrote to» the council {that he would come} => the council",
	},
	{
		verbs: "speak*/spoke/talk*/meet/met/discuss*/argu*", leads: "with",
		sample: "[The envoy] «spoke with» the mayor {about the road} => the mayor",
	},
	{
		verbs: "congratulat*/thank*/barred/bars", then: "for/on/from/,/.",
		sample: "[The king] «thanked» the nurses {for their work} => the nurses",
	},
	{
		verbs: "email/emailed/emails/e-mailed/texted/cabled/phoned/petition*/confronted/" +
			"approached/lectured",
		sample: "[The envoy] «emailed» supporters {that he would come} => supporters",
	},
})

func addressTable(all []addressing) []addressRule {
	out := make([]addressRule, len(all))
	for i, a := range all {
		out[i] = addressRule{a, pattern.Compile(a.verbs), pattern.Compile(a.leads), pattern.Compile(a.then)}
	}
	return out
}

// letters are the occasions on which someone is spoken or written to.
var letters = pattern.Compile("letter/letters/email/e-mail/memo/message/statement/note/speech/" +
	"remarks/address/report/testimony/interview/conversation/comments/call/briefing/" +
	"appeal/meeting/talks/telegram/petition/plea/warning/promise/promises")

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
	if i := slices.IndexFunc(marks, func(m text.Span) bool { return !ok || span.Overlaps(m) }); i >= 0 {
		span = marks[i]
	} else if !ok {
		return nil
	}
	t := r.within(span)
	if t.to > t.from && r.Tokens[t.to-1].Name >= 0 { // no mark ends inside "the European Union"
		span.End = max(span.End, r.Names[r.Tokens[t.to-1].Name].End)
	}
	return []text.Span{span}
}

// addressed applies the rules.
func (r *reader) addressed(s saying) (text.Span, bool) {
	if span, ok := r.asked(s); ok {
		return span, true
	}
	for i := s.cue.from; i < min(s.cue.to, s.cue.from+maxCue); i++ {
		for k := range told {
			if r.fits(i, told[k].verbs) {
				if span, ok := r.object(s, &told[k], i+1); ok {
					return span, true
				}
			}
		}
	}
	return r.occasion(s)
}

// object reads the noun group after the verb of a rule; the words that lead to it
// stand before.
func (r *reader) object(s saying, rule *addressRule, i int) (text.Span, bool) {
	i = r.AfterTime(i)
	if !r.fits(i, rule.leads) {
		return text.Span{}, false
	}
	i += rule.leads.Len()
	end := r.someone(i)
	named := rule.named && (r.fits(i, pronouns) || r.Capital(i)) && !r.inContent(s, i)
	if end == i || !r.Together(i, s.cue.from) || !named && !r.fits(end, rule.then) {
		return text.Span{}, false
	}
	return r.addressee(s, i, end)
}

var (
	// pronouns may be spoken to.
	pronouns = pattern.Compile("me/you/him/her/us/them/everyone/everybody/anyone/people/" +
		"myself/himself/herself/itself/ourselves/themselves")
	// told of, not to
	stories = pattern.Compile("question/questions/story/stories/tale/tales/truth/lie/lies/joke/" +
		"jokes/this/that/it/follow-up/favor/favour/statement/statements/letter/" +
		"letters/note/copy")
)

// fits reports whether token i fits a pattern of one word.
func (r *reader) fits(i int, p pattern.Pattern) bool { return p.In([]string{r.word(i)}) }

// maxGroup is the number of tokens of the longest noun group of an addressee.
const maxGroup = 24

// someone returns the end of the noun group of someone who may be spoken to, i
// when none begins there.
func (r *reader) someone(i int) int {
	end := r.Group(i)
	if r.fits(i, pronouns) && (!r.Is(i, "her") || end <= i+1) {
		return i + 1
	}
	if end == i || end > i+maxGroup || r.fits(end-1, stories) || !r.opensGroup(i, end) {
		return i
	}
	if r.Is(i+1, "percent", "%") {
		return i // of those who were surveyed
	}
	return end
}

// opensGroup reports whether the words of [i, end) look like people or a body: a
// name, a word that stands before a noun, or a plural.
func (r *reader) opensGroup(i, end int) bool {
	return r.Capital(i) || r.Capital(end-1) ||
		r.In(i, lexicon.Determiner|lexicon.Modifier|lexicon.PersonNoun) ||
		!phrase.Participle(r.Low(i)) && strings.HasSuffix(r.Low(end-1), "s")
}

// addressee returns a noun group that is not part of who speaks. It may open the
// content, as the object of "urged" does, but not stand further inside.
func (r *reader) addressee(s saying, i, end int) (text.Span, bool) {
	span := r.Span(i, end)
	if span.Overlaps(s.Speaker) {
		return text.Span{}, false
	}
	for _, c := range s.Content {
		if span.Overlaps(c) && span.Start > c.Start {
			return text.Span{}, false
		}
	}
	return span, true
}

var (
	passives = pattern.Compile("asked/pressed/questioned/quizzed/interviewed/told/urged/invited/" +
		"ordered/encouraged/warned/reminded/instructed/advised")
	aside       = pattern.Compile("asked/pressed/questioned/quizzed/interviewed")
	was         = pattern.Compile("is/are/was/were/be/been/being")
	auxiliaries = pattern.Compile("been/being/has/had/have/will/also/later/recently/first/not")
)

// asked returns whom a cue in the passive speaks to: who "was asked", or who speaks
// next in the sentence, as in "Asked whether he would go, Smith said".
func (r *reader) asked(s saying) (text.Span, bool) {
	for i := s.cue.from; i < min(s.cue.to, s.cue.from+maxCue); i++ {
		switch {
		case r.fits(i, passives) && r.fits(i-1, was):
			return r.before(i-1, s)
		case r.fits(i, aside) && (s.Speaker.Empty() || r.Is(i+1, "by")):
			if span, ok := r.beside(s); ok {
				return span, true
			}
			return r.answers(s)
		}
	}
	return text.Span{}, false
}

// answers returns the subject of the clause that follows a content behind a comma:
// "Asked whether he would go, Smith smiled".
func (r *reader) answers(s saying) (text.Span, bool) {
	i := r.within(s.Content[len(s.Content)-1]).to
	if r.At(i-1) != "," && r.At(i) == "," {
		i++
	}
	if i == 0 || r.At(i-1) != "," || !r.Together(i, s.cue.from) {
		return text.Span{}, false
	}
	if r.Is(i, "he", "she", "they") {
		return r.Span(i, i+1), true
	}
	if end := r.someone(i); end > i {
		return r.Span(i, end), true
	}
	return text.Span{}, false
}

// before returns the noun group that ends before a form of "be".
func (r *reader) before(i int, s saying) (text.Span, bool) {
	for i > 0 && r.fits(i-1, auxiliaries) {
		i--
	}
	for from := max(0, i-maxBefore); from < i; from++ {
		if r.Together(from, i) && r.someone(from) == i {
			return r.Span(from, i), true
		}
	}
	if i > 0 && r.Is(i-1, "he", "she", "they", "i", "we") && r.Together(i-1, s.cue.from) {
		return r.Span(i-1, i), true
	}
	return text.Span{}, false
}

// maxBefore is the number of tokens of the longest subject that is looked for.
const maxBefore = 6

// beside returns who speaks in the statement whose cue is nearest in the sentence.
func (r *reader) beside(s saying) (text.Span, bool) {
	best, found, nearest := text.Span{}, false, 0
	for _, i := range r.near(s.Cue) {
		o := r.in.Statements[i]
		at, who := r.within(o.Cue), r.within(o.Speaker)
		surveyed := r.Is(who.from+1, "percent", "%")
		if o.Speaker.Empty() || o.Speaker == s.Speaker || o.Cue == s.Cue || surveyed ||
			!r.Together(at.from, s.cue.from) {
			continue
		}
		if gap := r.apart(at, s.cue); !found || gap < nearest {
			best, found, nearest = o.Speaker, true, gap
		}
	}
	return best, found
}

// nearOccasion is how many tokens the words for an occasion may stand from the
// cue or the speaker, outside the content.
const nearOccasion = 12

// occasion reads "in a letter to the council" and "in an interview with NPR" near
// the cue.
func (r *reader) occasion(s saying) (text.Span, bool) {
	for i := max(1, s.cue.from-nearOccasion); i < min(len(r.Tokens), s.cue.to+nearOccasion); i++ {
		if span, ok := r.interviewer(s, i); ok {
			return span, true
		}
		if !r.opensOccasion(s, i) {
			continue
		}
		if end := r.someone(i + 2); end > i+2 && !r.inContent(s, i+2) {
			if span, ok := r.addressee(s, i+2, end); ok {
				return span, true
			}
		}
	}
	return text.Span{}, false
}

// interviewer reads the name in "in an NPR interview" at the article.
func (r *reader) interviewer(s saying, i int) (text.Span, bool) {
	if !r.Is(i-1, "in", "during") || !r.Is(i, "a", "an", "the") || i+1 >= len(r.Tokens) ||
		r.Tokens[i+1].Name < 0 || !r.Together(i, s.cue.from) || r.inContent(s, i) {
		return text.Span{}, false
	}
	end := r.NameEnd(i + 1)
	if r.Names[r.Tokens[i+1].Name].Kind == mention.Place || !r.Is(end, "interview") {
		return text.Span{}, false
	}
	return r.addressee(s, i+1, end)
}

// owners stand before the word for an occasion, or before its adjective.
var owners = pattern.Compile("a/an/his/her/their/its/the/in")

// opensOccasion reports whether "letter to" stands at a token beside the cue, as
// in "in a letter to" or "in a recent letter to".
func (r *reader) opensOccasion(s saying, i int) bool {
	return r.fits(i, letters) && r.Is(i+1, "to", "with") &&
		(r.fits(i-1, owners) || r.fits(i-2, owners)) &&
		r.Together(i, s.cue.from) && !r.inContent(s, i)
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
		if r.fits(t.to-1, titles) || r.toldByAnother(s, t) {
			continue
		}
		if span, ok := r.addressee(s, t.from, t.to); ok && !span.Overlaps(s.Cue) {
			out = append(out, r.Doc.Whole(m.Span.Span))
		}
	}
	slices.SortStableFunc(out, func(a, b text.Span) int {
		return r.apart(r.within(a), s.cue) - r.apart(r.within(b), s.cue)
	})
	return out
}

// titles end no noun group: a mark that does is cut off.
var titles = pattern.Compile("mr/mrs/ms/dr/mr./mrs./ms./dr.")

// toldByAnother reports whether a mark stands right behind the cue of another
// statement: "praised the vote, telling reporters". What goes on with that one, as
// "adding" does, is told to the same.
func (r *reader) toldByAnother(s saying, mark tokens) bool {
	goesOn := len(s.by) > 0 && strings.HasSuffix(s.by[0], "ing")
	if mark.from == s.cue.to || goesOn {
		return false
	}
	return slices.ContainsFunc(r.near(r.Span(mark.from, mark.to)), func(i int) bool {
		o := r.in.Statements[i].Cue
		return o != s.Cue && r.within(o).to == mark.from
	})
}

// near returns the statements whose cue begins near a span, by their cue.
func (r *reader) near(at text.Span) []int {
	begins := func(i, at int) int { return r.in.Statements[i].Cue.Start - at }
	from, _ := slices.BinarySearchFunc(r.byCue, at.Start-maxNear, begins)
	to, _ := slices.BinarySearchFunc(r.byCue, at.End+maxNear+1, begins)
	return r.byCue[from:to]
}

// maxNear is the number of bytes around a cue in which marks and other cues are looked
// for.
const maxNear = 400

// apart returns how many tokens stand between two ranges.
func (r *reader) apart(a, b tokens) int {
	return max(0, a.from-b.to, b.from-a.to)
}
