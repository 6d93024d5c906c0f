package export

import (
	"encoding/csv"
	"io"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// POLECATLoss says what [POLECAT] does not write.
const POLECATLoss = "certainty, scores, amounts, offsets, all modes but the first; " +
	"intensity, COW codes, sectors, Wikipedia ids, city, district, province and coordinates stay empty"

// POLECAT writes a table with tabs that has the 40 columns of POLECAT's: a row
// for each pair of actor and recipient of an event. What is not known is empty.
type POLECAT struct {
	csv   *csv.Writer
	begun bool
}

// NewPOLECAT returns a writer of events as POLECAT has them.
func NewPOLECAT(w io.Writer) *POLECAT {
	p := &POLECAT{csv: csv.NewWriter(w)}
	p.csv.Comma = '\t'
	return p
}

// A dyad is a deed with one actor and one recipient, nil where there is none.
type dyad struct {
	deed
	cast             *cast
	actor, recipient *record.Arg
}

// A cast is who and what a record names, the same in all of its rows.
type cast struct{ people, organizations, places string }

// polecatColumns are the columns in POLECAT's order; one without a function is
// always empty.
var polecatColumns = []struct {
	name string
	cell func(dyad) string
}{
	{"Event ID", func(d dyad) string { return d.id() }},
	{"Event Date", func(d dyad) string { return d.day() }},
	{"Event Type", func(d dyad) string { return d.coded.String() }},
	{"Event Mode", func(d dyad) string { return d.mode() }},
	{"Intensity", nil},
	{"Quad Code", func(d dyad) string { return quadCode(d.coded) }},
	{"Contexts", func(d dyad) string { return strings.Join(d.e.Contexts, resolve.Separator) }},
	{"Actor Name", func(d dyad) string { return d.name(d.actor) }},
	{"Actor Country", func(d dyad) string { return d.country(d.actor) }},
	{"Actor COW", nil},
	{"Primary Actor Sector", nil},
	{"Actor Sectors", nil},
	{"Actor Title", func(d dyad) string { return d.title(d.actor) }},
	{"Actor Name Raw", func(d dyad) string { return raw(d.actor) }},
	{"Wikipedia Actor ID", nil},
	{"Recipient Name", func(d dyad) string { return d.name(d.recipient) }},
	{"Recipient Country", func(d dyad) string { return d.country(d.recipient) }},
	{"Recipient COW", nil},
	{"Primary Recipient Sector", nil},
	{"Recipient Sectors", nil},
	{"Recipient Title", func(d dyad) string { return d.title(d.recipient) }},
	{"Recipient Name Raw", func(d dyad) string { return raw(d.recipient) }},
	{"Wikipedia Recipient ID", nil},
	{"Placename", func(d dyad) string { return d.name(d.e.Place) }},
	{"City", nil},
	{"District", nil},
	{"Province", nil},
	{"Country", func(d dyad) string { return d.country(d.e.Place) }},
	{"Latitude", nil},
	{"Longitude", nil},
	{"GeoNames ID", nil},
	{"Raw Placename", func(d dyad) string { return raw(d.e.Place) }},
	{"Feature Type", nil},
	{"Source", func(d dyad) string { return d.r.Document.Publisher }},
	{"Publication Date", func(d dyad) string { return d.r.Document.Published }},
	{"Story People", func(d dyad) string { return d.cast.people }},
	{"Story Organizations", func(d dyad) string { return d.cast.organizations }},
	{"Story Locations", func(d dyad) string { return d.cast.places }},
	{"Language", func(d dyad) string { return d.r.Document.Language }},
	{"Version", func(d dyad) string { return d.r.Meta.Pipeline }},
}

// quadCode returns PLOVER's class of a type: words or deeds, with or against
// each other.
func quadCode(t record.EventType) string {
	switch t {
	case record.EventAgree, record.EventConsult, record.EventSupport, record.EventConcede:
		return "VERBAL COOPERATION"
	case record.EventCooperate, record.EventAid, record.EventRetreat:
		return "MATERIAL COOPERATION"
	case record.EventRequest, record.EventAccuse, record.EventReject, record.EventThreaten:
		return "VERBAL CONFLICT"
	case record.EventProtest, record.EventSanction, record.EventMobilize, record.EventCoerce, record.EventAssault:
		return "MATERIAL CONFLICT"
	}
	return "" // absent in a record that is not valid
}

// Write writes the events of one record that are event data.
func (p *POLECAT) Write(r *record.Record) error {
	if err := p.head(); err != nil {
		return err
	}
	all := cast{
		called(r, record.EntityPerson),
		called(r, record.EntityOrganization, record.EntityGroup),
		called(r, record.EntityPlace),
	}
	for _, d := range deeds(r) {
		for _, actor := range orNone(d.e.Actors) {
			for _, recipient := range orNone(d.e.Recipients) {
				if err := p.row(dyad{d, &all, actor, recipient}); err != nil {
					return err
				}
			}
		}
	}
	p.csv.Flush()
	return p.csv.Error()
}

// orNone returns pointers to all, or one that is nil.
func orNone(all []record.Arg) []*record.Arg {
	if len(all) == 0 {
		return []*record.Arg{nil}
	}
	out := make([]*record.Arg, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}

func (p *POLECAT) row(d dyad) error {
	cells := make([]string, len(polecatColumns))
	for i, c := range polecatColumns {
		if c.cell != nil {
			cells[i] = safe(c.cell(d), true)
		}
	}
	return p.csv.Write(cells)
}

// Close writes the names of the columns when there was no record.
func (p *POLECAT) Close() error {
	if err := p.head(); err != nil {
		return err
	}
	p.csv.Flush()
	return p.csv.Error()
}

// head writes the names of the columns once.
func (p *POLECAT) head() error {
	if p.begun {
		return nil
	}
	p.begun = true
	cells := make([]string, len(polecatColumns))
	for i, c := range polecatColumns {
		cells[i] = c.name
	}
	return p.csv.Write(cells)
}

func (d dyad) name(a *record.Arg) string { return resolve.Named(a, d.index.Names) }

func (d dyad) country(a *record.Arg) string {
	if e := d.entity(a); e != nil {
		return e.Country
	}
	return ""
}

// title returns the first role of who fills a place.
func (d dyad) title(a *record.Arg) string {
	if e := d.entity(a); e != nil && len(e.Roles) > 0 {
		return e.Roles[0].Exact
	}
	return ""
}

// raw returns the words of the text.
func raw(a *record.Arg) string {
	if a == nil {
		return ""
	}
	return a.Exact
}
