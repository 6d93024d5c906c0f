package plain

import (
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// eventRows writes each event as one line of eleven cells: input:line, type,
// status, trigger, actors, recipients, when, where, statement, certainty,
// score.
func (l *List) eventRows(r *record.Record, lines wording.Lines, x *resolve.Index) {
	tell := wording.NewTeller(r, x.Names)
	line := wording.OneLine
	for i := range r.Events {
		e := &r.Events[i]
		l.item(r, e.ID, lines.Event(i),
			l.ink.bold(e.Type.String()),
			l.status(e, wording.Status(e.Status)),
			l.ink.cue(line(e.Trigger.Exact)),
			l.ink.speaker(line(wording.All(e.Actors, x.Names))),
			line(wording.All(e.Recipients, x.Names)),
			line(wording.Moment(x.Moment(e.Time), line)),
			line(wording.Place(e.Place, x.Names)),
			l.ink.dim(line(tell.By(e))),
			e.Certainty.String(),
			l.score(e.Score),
		)
	}
}

// status paints words on an event that did not take place.
func (l *sheet) status(e *record.Event, words string) string {
	if e.Status == record.StatusNegated {
		return l.ink.stand(words)
	}
	return words
}

// eventsLaidOut writes the events of a record for a terminal, behind a
// heading when statements stand before them.
func (l *List) eventsLaidOut(r *record.Record, lines wording.Lines, x *resolve.Index) {
	if len(r.Events) == 0 {
		return
	}
	if !l.events {
		l.w.WriteByte('\n')
		l.flow("", run{"Events", l.ink.bold})
	}
	tell := wording.NewTeller(r, x.Names)
	for i := range r.Events {
		l.w.WriteByte('\n')
		l.event(&r.Events[i], l.at(r, r.Events[i].ID, lines.Event(i)), tell, x)
	}
}

// event writes one event: a line with its type, trigger, status, place in the
// text and statement, and below it who did it to whom, when and where.
func (l *List) event(e *record.Event, at run, tell wording.Teller, x *resolve.Index) {
	line := wording.OneLine
	head := []run{
		{e.Type.String(), l.ink.bold},
		{line(e.Trigger.Exact), l.ink.cue},
		{wording.Outcome(e), func(words string) string { return l.status(e, words) }},
		at,
		{line(tell.By(e)), l.ink.dim},
	}
	if wording.Low(e.Score) {
		head = append(head, run{"score " + wording.Score(e.Score), l.ink.warning})
	}
	l.flow("  ", head...)
	whom, arrow := line(wording.All(e.Recipients, x.Names)), ""
	who := line(wording.All(e.Actors, x.Names))
	if whom != "" {
		arrow = "→"
	}
	if who == "" {
		who = "(no actor)"
	}
	l.flow("    ",
		run{who, l.ink.speaker}, run{arrow, l.ink.plain}, run{whom, l.ink.speaker},
		run{line(wording.Moment(x.Moment(e.Time), wording.Days)), l.ink.dim},
		run{line(wording.Prefixed("in ", wording.Place(e.Place, x.Names))), l.ink.dim})
}
