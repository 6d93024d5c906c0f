// Package event tells who did what to whom: political acts by PLOVER's types,
// with those who take part, when and where, and how they stand to what is said.
//
// In go a frozen text and what was read of it before; the model has found
// triggers, their types and who takes part ([tag.Event]). Out come [Event]
// values, spans in bytes of the text. What this package adds rests on words:
// triggers that nearly always tell of an act, modes, time, place, amounts,
// certainty, and the statement that performs or describes the act. It also mends
// what grammar decides: the subject of a passive is no actor, the object of
// "criticism of" is a recipient, and where the model names nobody the subject and
// object of the verb take part.
//
// # Guarantees
//
// Equal input gives equal output. Events are sorted by their triggers, which are
// disjoint and lie in no time and no name. Those who take part stand in the
// sentence of the trigger and do not overlap it. Time is linear in the text.
//
// # Limits
//
// English alone, and no parser: a clause ends where closed lists of words say
// so. An event has at most one time and one place, both of its own sentence.
// Someone whom only the sentence before names takes part when a pronoun or
// nominal stands for them.
//
// # Sources
//
// Types and modes: the PLOVER codebook (Halterman et al. 2023). Status and what
// counts as an event: training/annotations/events/GUIDELINES.md. Certainty:
// FactBank (Saurí and Pustejovsky 2009).
package event

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/amount"
	"readout/internal/reading/attribution"
	"readout/internal/reading/event/word"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
	"readout/record"
)

// An Event is one act. Time and Statement are indices of the input, or -1.
type Event struct {
	Type               record.EventType
	Modes              []word.Mode // in the order of their table
	Trigger            text.Span
	Actors, Recipients []text.Span // in the order of the text
	Time               int
	Place              text.Span // empty when the words name none
	Amounts            []int
	Status             record.Status
	Certainty          record.Certainty
	Statement          int
	As                 record.As // set if Statement is
	Citations          []int     // those that cover it
	Score              float64   // probability that trigger and type are right
}

// Input is what was read of a text before. All lists are sorted; names, times and
// amounts are disjoint.
type Input struct {
	Found      []tag.Event
	Sentences  []text.Span
	Names      []mention.Name
	Statements []attribution.Statement
	Polarity   []record.Polarity // of the statements; may be nil
	Times      []timex.Time
	Amounts    []amount.Amount
	Covers     []attribution.Cover // of the citations
}

// Find returns the events of a text.
func Find(doc *text.Text, in Input) []Event {
	f := newFinder(doc, in)
	var out []Event
	found := in.Found
	for _, s := range in.Sentences {
		f.enter(s)
		var all []Event
		for ; len(found) > 0 && found[0].Trigger.Start < s.End; found = found[1:] {
			if e, ok := f.event(found[0]); ok {
				all = append(all, e)
			}
		}
		all = f.merge(f.withSure(all))
		all = all[:min(len(all), mostActs)]
		f.told = f.told[:0]
		for _, e := range all {
			f.told = append(f.told, e.Trigger)
		}
		for k := range all {
			f.takePart(&all[k])
		}
		for k := range all {
			f.complete(all, k)
		}
		out = append(out, all...)
	}
	return out
}

// mostActs is how many acts one sentence tells of at most: what has more is no
// sentence, and the work for each grows with their number.
const mostActs = 32

// leastScore is the score below which a trigger is none unless its words are sure,
// and leastAlone that of one for which the model names no actor.
const leastScore, leastAlone = 0.3, 0.8

// certainType is the score from which the model's type stands against that of the
// words.
const certainType = 0.7

// event returns what the model alone says of an act, and false if that is none.
func (f *finder) event(found tag.Event) (Event, bool) {
	e := Event{Trigger: f.doc.Whole(found.Trigger.Span.Span), Time: -1, Statement: -1, Score: found.Trigger.Score}
	kind, err := record.ParseEventType(found.Trigger.Kind)
	if err != nil || !f.span.Contains(e.Trigger) || f.inName(e.Trigger) || f.inTime(e.Trigger) {
		return e, false
	}
	first, end := f.Range(e.Trigger)
	told, known := word.Tells(f.Word(first))
	least := leastScore
	if len(found.Actors) == 0 {
		least = leastAlone
	}
	if !told.Sure && e.Score < least {
		return e, false
	}
	if end-first == 1 && (chunk.Stops[f.Word(first)] || f.idle(first)) {
		return e, false
	}
	if known && e.Score < certainType {
		kind = told.Kind
	}
	if other, ok := word.Sense(f.Word(first), f.Word(first-1), f.Word(end)); ok {
		kind = other
	}
	if kind == record.EventRequest && f.Telephones(first) {
		kind = record.EventConsult
	}
	e.Type, e.Status = kind, statusOf(found.Status)
	if e.Status == record.StatusOccurred && f.progressive(first) {
		e.Status = record.StatusOngoing
	}
	for _, a := range found.Actors {
		e.Actors = f.appendParty(e.Actors, e.Trigger, a.Span)
	}
	for _, r := range found.Recipients {
		e.Recipients = f.appendParty(e.Recipients, e.Trigger, r.Span)
	}
	return e, true
}

// withSure returns the events of the sentence with those of its sure words that
// the model did not find.
func (f *finder) withSure(all []Event) []Event {
	n := len(all)
	for i, t := range f.Tokens {
		if len(all) > mostActs {
			break
		}
		told, _ := word.Tells(t.Word)
		if !told.Sure || f.isTrigger(all[:n], t.Span) || f.inName(t.Span) || f.idle(i) {
			continue
		}
		all = append(all, Event{
			Type: told.Kind, Trigger: f.doc.Whole(t.Span), Time: -1, Statement: -1,
			Status: f.wordStatus(t.Span), Score: sureScore,
		})
	}
	slices.SortStableFunc(all, func(a, b Event) int { return cmp.Compare(a.Trigger.Start, b.Trigger.Start) })
	return all
}

// idle reports whether a token tells of no act for what stands beside it.
func (f *finder) idle(i int) bool {
	before, left := f.Word(i-1), f.doc.String()[:f.Tokens[i].Start]
	if strings.HasSuffix(left, "-") {
		before = "-"
	}
	if strings.HasSuffix(left, "--") || strings.HasSuffix(left, " -") {
		before = "" // a dash
	}
	if f.Fulfils(i) || f.Dials(i) {
		return true
	}
	prior := f.Word(i - 2)
	if prior == "-" {
		prior = f.Word(i - 3) // "one-time charges"
	}
	n := i + 1
	if f.Word(n) == "-" && f.Glued(n) {
		n++ // "battle-ready"
	}
	at, behind, next := f.Word(i), f.Word(n), f.Word(n+1)
	idle := word.Idle(at, before, behind, next) || word.Idle(at, prior+" "+before, behind, next)
	return idle && !f.Meeting(i) && !f.Accuses(i)
}

// sureScore is the score of a sure word where the model finds no act: about half of
// them, 51 of 107 in sentences that it had not learnt from, tell of one of their type.
const sureScore = 0.49

// statusOf returns the likeliest status: of equal ones the first, and that the
// act has occurred where the model says nothing.
func statusOf(chances []tag.Chance) record.Status {
	best, top := record.StatusOccurred, 0.0
	for _, c := range chances {
		if s, err := record.ParseStatus(c.Value); err == nil && c.Score > top {
			best, top = s, c.Score
		}
	}
	return best
}

// complete adds to an event of a sentence what its words say.
func (f *finder) complete(all []Event, k int) {
	e := &all[k]
	e.Modes = f.modes(*e)
	e.Time = f.timeOf(all, k)
	e.Place = f.placeOf(all, k)
	e.Amounts = f.amountsOf(all, k)
	f.undo(e)
	e.Certainty = f.certainty(*e)
	e.Statement, e.As = f.statement(e.Trigger)
	f.stand(e)
	e.Citations = f.covers.around(e.Trigger)
}

// statement returns the statement that performs an act or tells of it: one whose
// cue holds the trigger, else the one with the smallest piece of content that
// does.
func (f *finder) statement(trigger text.Span) (int, record.As) {
	if by := f.cues.around(trigger); len(by) > 0 {
		return by[len(by)-1], record.AsPerformed
	}
	if in := f.contents.around(trigger); len(in) > 0 {
		return in[len(in)-1], record.AsDescribed
	}
	return -1, 0
}

// A held is a span with the index of what it belongs to.
type held struct {
	text.Span
	of int
}

// A holding is spans by start; of those that begin together, the longest first.
type holding []held

func newHolding(all []held) holding {
	slices.SortStableFunc(all, func(a, b held) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return all
}

// holds reports whether one of the last spans before a place holds it and belongs
// to one.
func (h holding) holds(of int, s text.Span) bool { return slices.Contains(h.around(s), of) }

// farthest bounds how many spans back one is looked for that holds a place:
// statements and citations rarely overlap, so it is among the last few.
const farthest = 32

// around returns what the spans that hold s belong to, the innermost last.
func (h holding) around(s text.Span) []int {
	end, _ := slices.BinarySearchFunc(h, s.Start+1, func(x held, at int) int { return x.Start - at })
	var out []int
	for _, x := range h[max(0, end-farthest):end] {
		if x.Contains(s) && !slices.Contains(out, x.of) {
			out = append(out, x.of)
		}
	}
	return out
}
