// Package audience tells to whom a statement is said, and where.
//
// In go a statement by its words and the model's marks of addressees; out come
// spans in bytes of the text: noun groups and the name of a place. Words of the
// cue decide, each way to address someone a row of a table with an example that
// runs as a test; then occasions beside it ("in a letter to the council"), then
// the model.
//
// # Guarantees
//
// Equal input gives equal output, in time linear in the words around the cue.
//
// # Limits
//
// English alone, and no grammar. A place is a name; "at his farm" is none.
//
// # Sources
//
// What the fields mean: docs/record.md, on statements, and
// training/annotations/acts/GUIDELINES.md. Rows were tried on the labels of
// acts and due.
package audience

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
)

// An addressing is verbs of the cue that lead to whom something is said.
type addressing struct {
	verbs  string
	leads  string // the word before the addressee; none when it is the object
	then   string // words that follow it; none when any may
	named  bool   // a name or pronoun needs no word that follows
	names  bool   // it is a name of someone who can act, or people, and not passive
	people bool   // it is such a name, a pronoun or a noun for people
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
			"pressed/warn*/command*/dare/dared/dares/forbid*/forbade/subpoena*/convinc*",
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
		verbs: "appeal*/plead*/pleaded", leads: "to/with",
		sample: "[The envoy] «appealed to» Americans, and voters above all, {to help} => Americans",
	},
	{
		verbs: "call/calls/called/calling", leads: "for", then: "to", names: true,
		sample: "[The senator] «calls for» {Apple to open its shops} => Apple",
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
		verbs: "tweet*/shout*/yell*/chant*/scream*/snap*/bark*", leads: "at", people: true,
		sample: "[The crowd] «shouted at» the mayor, “{Resign!}” => the mayor",
	},
	{
		verbs: "wrote/writes/cable/cables", then: "that", named: true,
		sample: "[The envoy] «wrote» Berg {that he would come} => Berg",
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
	"appeal/meeting/talks/telegram/petition/plea/warning/promise/promises/fax/request/" +
	"complaint/ultimatum/apology/notice")

// nearMark is how many tokens the model's mark of an addressee may stand from the
// cue.
const nearMark = 14

// A reader is a text and the model's marks of addressees in the order of the text.
type reader struct {
	*saying.Reader

	marks []text.Span
}

// Find returns to whom a statement is said: the noun group that the words
// of the cue lead to, or else the model's mark near it. Where both name one, the
// model has the better extent.
func Find(known *saying.Reader, s saying.Saying, model []text.Span) []text.Span {
	r := &reader{known, model}
	span, ok := r.addressed(s)
	marks := r.marked(s)
	if i := slices.IndexFunc(marks, func(m text.Span) bool { return !ok || span.Overlaps(m) }); i >= 0 {
		span = marks[i]
	} else if !ok {
		return nil
	}
	t := r.Within(span)
	if t.To > t.From && r.Tokens[t.To-1].Name >= 0 { // no mark ends inside "the European Union"
		span.End = max(span.End, r.Names[r.Tokens[t.To-1].Name].End)
	}
	return []text.Span{span}
}

// addressed applies the rules.
func (r *reader) addressed(s saying.Saying) (text.Span, bool) {
	if span, ok := r.asked(s); ok {
		return span, true
	}
	if span, ok := r.toldTo(s); ok {
		return span, true
	}
	if span, ok := r.occasion(s); ok {
		return span, true
	}
	if span, ok := r.called(s); ok {
		return span, true
	}
	return r.joined(s)
}

// toldTo returns the one to whom a verb of the cue leads.
func (r *reader) toldTo(s saying.Saying) (text.Span, bool) {
	for i := s.CueAt.From; i < min(s.CueAt.To, s.CueAt.From+saying.MaxCue); i++ {
		for k := range told {
			if r.Fits(i, told[k].verbs) {
				if span, ok := r.object(s, &told[k], i+1); ok {
					return span, true
				}
			}
		}
	}
	return text.Span{}, false
}

// joined returns to whom the statement before in the sentence is made, which "and"
// or "but" joins to this one of the same speaker: "told CNN that it fell, but he
// said".
func (r *reader) joined(s saying.Saying) (text.Span, bool) {
	from := s.CueAt.From
	if !s.Speaker.Empty() && s.SpeakerAt.To <= from {
		from = s.SpeakerAt.From
	}
	if !r.Is(from-1, "and", "but") || !r.Fits(s.CueAt.From, goingOn) {
		return text.Span{}, false
	}
	for _, i := range r.Beside(s.Cue) {
		o := r.Reader.Saying(i)
		same := o.Speaker == s.Speaker || r.Is(s.SpeakerAt.From, "he", "she", "they")
		if o.CueAt.To > from || !same || o.Speaker.Empty() || !r.Together(o.CueAt.From, from) {
			continue
		}
		if span, ok := r.toldTo(o); ok {
			return span, true
		}
	}
	return text.Span{}, false
}

// goingOn are verbs with which somebody goes on speaking to the same people.
var goingOn = pattern.Compile("said/says/say/added/adds/argued/insisted/noted/stressed")

// object reads the noun group after the verb of a rule; the words that lead to it
// stand before.
func (r *reader) object(s saying.Saying, rule *addressRule, i int) (text.Span, bool) {
	if r.Is(i, "on") && r.AfterTime(i+1) > i+1 { // "said on Friday to the council"
		i++
	}
	i = r.AfterTime(i)
	if !r.Fits(i, rule.leads) {
		return text.Span{}, false
	}
	i += rule.leads.Len()
	end := r.someone(i)
	if r.Is(i, "it") && r.Is(i+1, "to") && rule.then.Len() > 0 { // "asked it to"
		end = i + 1
	}
	if rule.names && (!r.actor(i) && !r.people(end-1) || r.Is(end+1, "be")) {
		return text.Span{}, false
	}
	if rule.people && !r.actor(i) && !r.Fits(i, pronouns) && !r.people(end-1) {
		return text.Span{}, false
	}
	named := rule.named && (r.Fits(i, pronouns) || r.Capital(i)) && !r.InContent(s, i)
	if end == i || !r.Together(i, s.CueAt.From) || !named && !r.Fits(end, rule.then) {
		return text.Span{}, false
	}
	return r.addressee(s, i, end)
}

// people reports whether a token is a noun for people.
func (r *reader) people(i int) bool {
	return r.In(i, lexicon.PersonNoun) || len(lexicon.RoleNouns(r.Low(i))) > 0
}

// actor reports whether a name of someone who can act begins at a token.
func (r *reader) actor(i int) bool {
	if i >= len(r.Tokens) || r.Tokens[i].Name < 0 {
		return false
	}
	n := r.Names[r.Tokens[i].Name]
	_, _, country := lexicon.CountryOf(r.Doc.At(n.Span))
	return n.Kind == mention.Person || n.Kind == mention.Organization ||
		n.Kind == mention.Place && country
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

// maxGroup is the number of tokens of the longest noun group of an addressee.
const maxGroup = 24

// someone returns the end of the noun group of someone who may be spoken to, i
// when none begins there.
func (r *reader) someone(i int) int {
	end := r.Group(i)
	if r.Fits(i, pronouns) && (!r.Is(i, "her") || end <= i+1) {
		return i + 1
	}
	if end == i || end > i+maxGroup || r.storied(i, end) || !r.opensGroup(i, end) {
		return i
	}
	if r.Is(i+1, "percent", "%") {
		return i // of those who were surveyed
	}
	return end
}

// storied reports whether the head of a noun group is something told: "a story",
// "the story of his life".
func (r *reader) storied(i, end int) bool {
	head := end - 1
	for j := i + 1; j < end; j++ {
		if r.Is(j, "of", "about") {
			head = j - 1
			break
		}
	}
	return r.Fits(head, stories)
}

// opensGroup reports whether the words of [i, end) look like people or a body: a
// name, a word that stands before a noun, or a plural.
func (r *reader) opensGroup(i, end int) bool {
	return r.Capital(i) || r.Capital(end-1) ||
		r.In(i, lexicon.Determiner|lexicon.Modifier|lexicon.PersonNoun) ||
		!r.Participle(i) && strings.HasSuffix(r.Low(end-1), "s")
}

// addressee returns a noun group that is not part of who speaks. It may open the
// content, as the object of "urged" does, but not stand further inside.
func (r *reader) addressee(s saying.Saying, i, end int) (text.Span, bool) {
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
		"ordered/encouraged/warned/reminded/instructed/advised/interrogated/grilled")
	aside       = pattern.Compile("asked/pressed/questioned/quizzed/interviewed")
	was         = pattern.Compile("is/are/was/were/be/been/being")
	auxiliaries = pattern.Compile("been/being/has/had/have/will/also/later/recently/first/not")
)

// asked returns whom a cue in the passive speaks to: who "was asked", or who speaks
// next in the sentence, as in "Asked whether he would go, Smith said".
func (r *reader) asked(s saying.Saying) (text.Span, bool) {
	for i := s.CueAt.From; i < min(s.CueAt.To, s.CueAt.From+saying.MaxCue); i++ {
		switch {
		case r.Fits(i, passives) && r.Fits(i-1, was):
			if r.Is(i-2, "and", "but") { // "asked for a visa, but was told that"
				return r.beside(s)
			}
			return r.before(i-1, s)
		case r.Fits(i, aside) && (s.Speaker.Empty() || r.Is(i+1, "by")):
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
func (r *reader) answers(s saying.Saying) (text.Span, bool) {
	i := r.Within(s.Content[len(s.Content)-1]).To
	if r.At(i-1) != "," && r.At(i) == "," {
		i++
	}
	if i == 0 || r.At(i-1) != "," || !r.Together(i, s.CueAt.From) {
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
func (r *reader) before(i int, s saying.Saying) (text.Span, bool) {
	for i > 0 && r.Fits(i-1, auxiliaries) {
		i--
	}
	i = r.withoutAside(i)
	for from := max(0, i-maxBefore); from < i; from++ {
		if r.Together(from, i) && r.someone(from) == i {
			return r.Span(from, i), true
		}
	}
	if i > 0 && r.Is(i-1, "he", "she", "they", "i", "we") && r.Together(i-1, s.CueAt.From) {
		return r.Span(i-1, i), true
	}
	return text.Span{}, false
}

// maxAside is the number of tokens of the longest apposition behind a subject.
const maxAside = 14

// withoutAside returns where the apposition begins that ends at a token: "Hassan,
// the king's brother, was asked".
func (r *reader) withoutAside(i int) int {
	if i == 0 || r.At(i-1) != "," {
		return i
	}
	for from := i - 2; from > max(0, i-maxAside) && r.Together(from, i); from-- {
		if r.At(from) == "," {
			return from
		}
	}
	return i
}

// maxBefore is the number of tokens of the longest subject that is looked for.
const maxBefore = 6

// beside returns who speaks in the statement whose cue is nearest in the sentence.
func (r *reader) beside(s saying.Saying) (text.Span, bool) {
	best, found, nearest := text.Span{}, false, 0
	for _, i := range r.Beside(s.Cue) {
		o := r.Statements[i]
		at, who := r.Within(o.Cue), r.Within(o.Speaker)
		surveyed := r.Is(who.From+1, "percent", "%")
		if o.Speaker.Empty() || o.Speaker == s.Speaker || o.Cue == s.Cue || surveyed ||
			!r.Together(at.From, s.CueAt.From) {
			continue
		}
		if gap := saying.Apart(at, s.CueAt); !found || gap < nearest {
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
func (r *reader) occasion(s saying.Saying) (text.Span, bool) {
	if span, ok := r.opening(s); ok {
		return span, true
	}
	for i := max(1, s.CueAt.From-nearOccasion); i < min(len(r.Tokens), s.CueAt.To+nearOccasion); i++ {
		if span, ok := r.interviewer(s, i); ok {
			return span, true
		}
		if !r.opensOccasion(s, i) && !r.speaking(s, i) {
			continue
		}
		if end := r.someone(i + 2); end > i+2 && !r.InContent(s, i+2) {
			if span, ok := r.addressee(s, i+2, end); ok {
				return span, true
			}
		}
	}
	return text.Span{}, false
}

// opening reads the occasion with which the sentence of the cue begins, however
// far away: "In a letter to the king, read out by a guard, he said".
func (r *reader) opening(s saying.Saying) (text.Span, bool) {
	i := s.CueAt.From
	for r.Together(i-1, i) {
		i--
	}
	if !r.Is(i, "in", "during") {
		return text.Span{}, false
	}
	for j := i + 2; j <= i+maxBefore && r.Together(i, j); j++ {
		if !r.opensOccasion(s, j) {
			continue
		}
		if end := r.someone(j + 2); end > j+2 {
			return r.addressee(s, j+2, end)
		}
	}
	return text.Span{}, false
}

// interviewer reads the name in "in an NPR interview" at the article.
func (r *reader) interviewer(s saying.Saying, i int) (text.Span, bool) {
	if !r.Is(i-1, "in", "during") || !r.Is(i, "a", "an", "the") || i+1 >= len(r.Tokens) ||
		r.Tokens[i+1].Name < 0 || !r.Together(i, s.CueAt.From) || r.InContent(s, i) {
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
func (r *reader) opensOccasion(s saying.Saying, i int) bool {
	return r.Fits(i, letters) && r.Is(i+1, "to", "with") &&
		(r.Fits(i-1, owners) || r.Fits(i-2, owners)) &&
		r.Together(i, s.CueAt.From) && !r.InContent(s, i)
}

// speaking reports whether "speaking to" begins an aside at a token, beside the cue:
// "Moe, speaking to veterans, said".
func (r *reader) speaking(s saying.Saying, i int) bool {
	return r.Is(i, "speaking", "talking", "writing") && r.Is(i+1, "to") &&
		(r.Is(i-1, ",") || !r.Together(i-1, i)) && r.Together(i, s.CueAt.From) &&
		!r.InContent(s, i)
}

// marked returns the model's marks that may be addressees of the statement, the
// nearest to the cue first.
func (r *reader) marked(s saying.Saying) []text.Span {
	var out []text.Span
	i, _ := slices.BinarySearchFunc(r.marks, s.Cue.Start-saying.Near,
		func(n text.Span, at int) int { return n.Start - at })
	for _, m := range r.marks[i:] {
		if m.Start > s.Cue.End+saying.Near {
			break
		}
		t := r.Within(m)
		if !r.Together(t.From, s.CueAt.From) || saying.Apart(t, s.CueAt) > nearMark {
			continue
		}
		if r.Fits(t.To-1, titles) || r.toldByAnother(s, t) || r.otherwise(s, t) {
			continue
		}
		if span, ok := r.addressee(s, t.From, t.To); ok && !span.Overlaps(s.Cue) {
			out = append(out, r.Doc.Whole(m))
		}
	}
	slices.SortStableFunc(out, func(a, b text.Span) int {
		return saying.Apart(r.Within(a), s.CueAt) - saying.Apart(r.Within(b), s.CueAt)
	})
	return out
}

// titles end no noun group: a mark that does is cut off.
var titles = pattern.Compile("mr/mrs/ms/dr/mr./mrs./ms./dr.")

// otherwise reports whether the words beside a mark show that nobody is spoken to
// there: who owns something, by whom something is done, what is told or wanted.
func (r *reader) otherwise(s saying.Saying, mark saying.Tokens) bool {
	wanted := mark.From == s.CueAt.To && r.Is(mark.From-1, "want", "wants", "wanted")
	agreed := r.Is(mark.From-1, "with") && r.Fits(mark.From-2, agreeing)
	return wanted || agreed || r.Possessive(mark.To) || r.Is(mark.From-1, "by") ||
		r.storied(mark.From, mark.To) || r.himself(s, mark)
}

var agreeing = pattern.Compile("agree*/disagree*/sided/side/sides")

// himself reports whether a mark is but a possessive pronoun, or whoever speaks: "I
// did not expect it when he talked to me".
func (r *reader) himself(s saying.Saying, mark saying.Tokens) bool {
	if mark.To != mark.From+1 {
		return false
	}
	who := r.Within(s.Speaker)
	self := who.To == who.From+1 && r.Is(who.From, "i", "we")
	return r.Is(mark.From, "his", "its", "my", "our", "your", "their") ||
		self && r.Is(mark.From, "me", "us")
}

// toldByAnother reports whether a mark stands right behind the cue of another
// statement: "praised the vote, telling reporters". What goes on with that one, as
// "adding" does, is told to the same.
func (r *reader) toldByAnother(s saying.Saying, mark saying.Tokens) bool {
	goesOn := len(s.By) > 0 && strings.HasSuffix(s.By[0], "ing")
	if mark.From == s.CueAt.To || goesOn {
		return false
	}
	return slices.ContainsFunc(r.Beside(r.Span(mark.From, mark.To)), func(i int) bool {
		o := r.Statements[i].Cue
		return o != s.Cue && r.Within(o).To == mark.From
	})
}
