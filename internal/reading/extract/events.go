package extract

import (
	"readout/internal/language/text"
	"readout/internal/reading/event"
	"readout/record"
)

// events writes events; all that they point at is written already.
func (w *writer) events(all []event.Event, who *who) {
	for _, e := range all {
		out := record.Event{
			ID: w.id(record.KindEvent, e.Trigger), Type: e.Type, Trigger: w.mark(e.Trigger),
			Actors: w.parties(e.Actors, who), Recipients: w.parties(e.Recipients, who),
			Place: w.speaker(e.Place, who), Status: e.Status, Certainty: e.Certainty,
			Score: score(e.Score),
		}
		for _, m := range e.Modes {
			out.Modes = append(out.Modes, string(m))
		}
		if e.Time >= 0 {
			out.Time = w.time[e.Time]
		}
		for _, a := range e.Amounts {
			out.Amounts = append(out.Amounts, w.record.Amounts[a].ID)
		}
		if e.Statement >= 0 {
			out.Statement, out.As = w.record.Statements[e.Statement].ID, e.As
		}
		for _, c := range e.Citations {
			out.Citations = append(out.Citations, w.citation[c])
		}
		w.record.Events = append(w.record.Events, out)
	}
}

// parties returns those who take part in an event and who they are.
func (w *writer) parties(all []text.Span, who *who) []record.Arg {
	var out []record.Arg
	for _, p := range all {
		out = append(out, *w.speaker(p, who))
	}
	return out
}
