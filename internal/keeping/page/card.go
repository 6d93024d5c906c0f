package page

import (
	"strconv"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A card says who made a statement to whom, by which cue and with which stand,
// what is due, and what to doubt.
type card struct {
	ref
	Tie, Speaker, Name, Cue, Content string
	Stand                            string // sign and word, "" for affirmed
	To, Stance, Due                  string
	Facts                            []string
	Within                           *ref   // the statement around it
	Low                              string // its score, when low
	begin                            int    // of its content, in bytes
}

// newCards returns the cards of a record's statements in their order.
func newCards(r *record.Record, anchor string, lines wording.Lines, x *resolve.Index) []card {
	refs := statementRefs(r, anchor)
	cards := make([]card, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		c := card{
			ref:     *refs[s.ID],
			Tie:     tie(i + 1),
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
		c.Speaker, c.Name = wording.Apart(s.Speaker, x.Names)
		if wording.Low(s.Score) {
			c.Low = wording.Score(s.Score)
		}
		cards[i] = c
	}
	return cards
}

// statementRefs returns the numbers of a record's statements by their ids.
func statementRefs(r *record.Record, anchor string) map[string]*ref {
	refs := map[string]*ref{}
	for i, s := range r.Statements {
		refs[s.ID] = &ref{
			Anchor: anchor + "-" + s.ID, Label: strconv.Itoa(i + 1), Sign: wording.Sign(s.Polarity),
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

// An event is the card of who did what to whom.
type event struct {
	ref
	Tie, Type, Trigger string
	Actors, Recipients string
	Status             string // sign and word
	Negated            bool
	Facts              []string
	Within             *ref   // the statement that it belongs to
	As                 string // how it does
	Low                string // its score, when low
	begin              int    // of its trigger, in bytes
}

// newEvents returns the cards of a record's events in their order.
func newEvents(r *record.Record, anchor string, x *resolve.Index) []event {
	refs := statementRefs(r, anchor)
	out := make([]event, len(r.Events))
	for i := range r.Events {
		e := &r.Events[i]
		c := event{
			ref:        ref{Anchor: anchor + "-" + e.ID, Label: "E" + strconv.Itoa(i+1), Event: true},
			Tie:        tieEvent(i + 1),
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
			begin:  e.Trigger.Span.Start,
		}
		if wording.Low(e.Score) {
			c.Low = wording.Score(e.Score)
		}
		out[i] = c
	}
	return out
}
