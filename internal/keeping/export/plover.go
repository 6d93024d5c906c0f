package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readout/record"
)

// PLOVERLoss says what [PLOVER] does not write.
const PLOVERLoss = "certainty, scores, offsets, all modes but the first, " +
	"sectors and contexts"

// PLOVER writes one JSON object per event, with the fields of PLOVER's gold
// standard records.
type PLOVER struct{ w io.Writer }

// NewPLOVER returns a writer of events as PLOVER has them.
func NewPLOVER(w io.Writer) *PLOVER { return &PLOVER{w} }

// A ploverEvent has the fields of a gold standard record, in its order.
type ploverEvent struct {
	ID          string        `json:"id"`
	Date        string        `json:"date,omitempty"`
	Source      []ploverActor `json:"source,omitempty"`
	Target      []ploverActor `json:"target,omitempty"`
	Event       string        `json:"event"`
	EventText   string        `json:"eventText"`
	EventLoc    *ploverPlace  `json:"eventLoc,omitempty"`
	Mode        string        `json:"mode,omitempty"`
	Size        string        `json:"size,omitempty"`
	Dead        string        `json:"dead,omitempty"`
	Injured     string        `json:"injured,omitempty"`
	Text        string        `json:"text,omitempty"`
	Language    string        `json:"language,omitempty"`
	Publication string        `json:"publication,omitempty"`
	Coder       string        `json:"coder"`
	Version     string        `json:"version"`
	DateCoded   string        `json:"dateCoded,omitempty"`
}

type ploverActor struct {
	ActorText string `json:"actorText"`
	Code      string `json:"code,omitempty"` // ISO 3166-1 alpha-3
}

type ploverPlace struct {
	Name string `json:"name"`
}

// ploverVersion is the version of PLOVER whose types records have.
const ploverVersion = "1.0"

// Write writes the events of one record that are event data.
func (p *PLOVER) Write(r *record.Record) error {
	if r.Document.Text != nil {
		var err error
		if r, err = inUnit(r, record.OffsetsCodepoint); err != nil {
			return err
		}
	}
	for _, d := range deeds(r) {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(d.plover()); err != nil {
			return fmt.Errorf("event %s: %w", d.id(), err)
		}
		if _, err := p.w.Write(b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// Close has nothing left to write.
func (p *PLOVER) Close() error { return nil }

func (d deed) plover() ploverEvent {
	made, _, _ := strings.Cut(d.r.Meta.Created, "T")
	out := ploverEvent{
		ID: d.id(), Date: d.day(), Event: d.coded.String(), EventText: d.e.Trigger.Exact, Mode: d.mode(),
		Source: d.ploverActors(d.e.Actors), Target: d.ploverActors(d.e.Recipients),
		Text: d.sentence(), Language: d.r.Document.Language, Publication: d.r.Document.Publisher,
		Coder: d.r.Meta.Pipeline, Version: ploverVersion, DateCoded: made,
	}
	if d.e.Place != nil {
		out.EventLoc = &ploverPlace{d.e.Place.Exact}
	}
	switch trigger := strings.ToLower(d.e.Trigger.Exact); {
	case d.coded != d.e.Type: // nobody was there, or came to harm
	case d.coded == record.EventProtest:
		out.Size = d.count()
	case strings.HasPrefix(trigger, "kill"):
		out.Dead = d.count()
	case strings.HasPrefix(trigger, "injur"), strings.HasPrefix(trigger, "wound"):
		out.Injured = d.count()
	}
	return out
}

// ploverActors returns who fills a role, in the words of the text, with the
// country of the entity that is meant.
func (d deed) ploverActors(all []record.Arg) []ploverActor {
	var out []ploverActor
	for i := range all {
		a := ploverActor{ActorText: all[i].Exact}
		if e := d.entity(&all[i]); e != nil {
			a.Code = e.Country
		}
		out = append(out, a)
	}
	return out
}
