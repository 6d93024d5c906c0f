package layout

import (
	"strconv"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A Card says who made a statement to whom, by which cue and with which stand,
// what is due, and what to doubt.
type Card struct {
	Ref
	Tie, Speaker, Name, Cue, Content string
	Stand                            string // sign and word, "" for affirmed
	To, Stance, Due                  string
	Facts                            []string
	Within                           *Ref   // the statement around it
	ID, Entity                       string // of the item, and of who speaks
	Review                           record.ReviewState
	Low                              string // its score, when low
	begin                            int    // of its content, in bytes
}

// newCards returns the cards of a record's statements in their order.
func newCards(r *record.Record, anchor string, lines wording.Lines, x *resolve.Index) []Card {
	refs := statementRefs(r, anchor)
	cards := make([]Card, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		c := Card{
			Ref:     *refs[s.ID],
			Tie:     Tie(i + 1),
			ID:      s.ID,
			Review:  reviewed(s.Review),
			Cue:     wording.Cue(s),
			Content: wording.Content(s),
			Stand:   wording.Stand(s),
			To:      wording.All(s.Addressees, x.Names),
			Stance:  wording.Stance(s),
			Due:     wording.DueOf(s, x, resolve.PlainDate),
			Facts:   facts(s, wording.Line(lines.Statement(i)), x),
			Within:  refs[s.Inside],
			begin:   wording.FirstSpan(s).Start,
		}
		if s.Speaker != nil && s.Speaker.Entity != nil {
			c.Entity = *s.Speaker.Entity
		}
		c.Speaker, c.Name = wording.Apart(s.Speaker, x.Names)
		if wording.Low(s.Score) {
			c.Low = wording.Score(s.Score)
		}
		cards[i] = c
	}
	return cards
}

// statementRefs returns the numbers of a record's statements by their ids.
func statementRefs(r *record.Record, anchor string) map[string]*Ref {
	refs := map[string]*Ref{}
	for i, s := range r.Statements {
		refs[s.ID] = &Ref{
			Anchor: anchored(anchor, s.ID), Label: strconv.Itoa(i + 1), Sign: wording.Sign(s.Polarity),
		}
	}
	return refs
}

// facts says how a statement is given and where it stands, when and where it
// was made and to whom it is cited, as far as that is known.
func facts(s *record.Statement, where string, x *resolve.Index) []string {
	return known(
		s.Form.String(),
		where,
		wording.Prefixed("said ", x.SaidWords(s, resolve.PlainDate)),
		wording.Prefixed("in ", wording.Place(s.Place, x.Names)),
		wording.Prefixed("cited: ", x.Cited(s)),
	)
}

// known returns the words that are there.
func known(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// An Event is the card of who did what to whom.
type Event struct {
	Ref
	Tie, Type, Trigger string
	Actors, Recipients string
	Status             string // sign and word
	Negated            bool
	Facts              []string
	Within             *Ref   // the statement that it belongs to
	As                 string // how it does
	ID                 string // of the item
	Review             record.ReviewState
	Low                string // its score, when low
	begin              int    // of its trigger, in bytes
}

// newEvents returns the cards of a record's events in their order.
func newEvents(r *record.Record, anchor string, x *resolve.Index) []Event {
	refs := statementRefs(r, anchor)
	out := make([]Event, len(r.Events))
	for i := range r.Events {
		e := &r.Events[i]
		c := Event{
			Ref:        Ref{Anchor: anchored(anchor, e.ID), Label: "E" + strconv.Itoa(i+1), Event: true},
			Tie:        TieEvent(i + 1),
			Type:       e.Type.String(),
			Trigger:    e.Trigger.Exact,
			Actors:     wording.All(e.Actors, x.Names),
			Recipients: wording.All(e.Recipients, x.Names),
			Status:     wording.Outcome(e),
			Negated:    e.Status == record.StatusNegated,
			Facts: known(
				wording.Moment(x.Moment(e.Time), resolve.PlainDate),
				wording.Prefixed("in ", wording.Place(e.Place, x.Names)),
				wording.Prefixed("cited: ", x.Sources(e.Citations)),
			),
			Within: refs[e.Statement],
			As:     e.As.String(),
			ID:     e.ID,
			Review: reviewed(e.Review),
			begin:  e.Trigger.Span.Start,
		}
		if wording.Low(e.Score) {
			c.Low = wording.Score(e.Score)
		}
		out[i] = c
	}
	return out
}

// anchored returns the anchor of an item.
func anchored(anchor, id string) string {
	if anchor == "" {
		return id
	}
	return anchor + "-" + id
}

// reviewed returns what a person decided, zero for what nobody looked at.
func reviewed(v *record.Review) record.ReviewState {
	if v == nil {
		return 0
	}
	return v.State
}
