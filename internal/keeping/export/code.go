package export

import (
	"slices"

	"readout/record"
)

// A coding is a row of what PLOVER codes an act as that has not taken place. A
// record keeps the act and says that it is planned; PLOVER's codebook has a type
// for saying so: to announce cooperation is AGREE, to announce what harms is
// THREATEN, to demand either is REQUEST.
type coding struct {
	demanded bool // by a statement that is a request
	statuses []record.Status
	types    []record.EventType
	as       record.EventType // 0: what it is
	example  string
}

var (
	ahead    = []record.Status{record.StatusPlanned}
	wanted   = []record.Status{record.StatusPlanned, record.StatusHypothetical}
	friendly = []record.EventType{
		record.EventAgree, record.EventConsult, record.EventSupport, record.EventConcede,
		record.EventCooperate, record.EventAid, record.EventRetreat,
	}
	hostile = []record.EventType{
		record.EventReject, record.EventAccuse, record.EventProtest, record.EventSanction,
		record.EventMobilize, record.EventCoerce, record.EventAssault,
	}
	spoken = []record.EventType{record.EventRequest, record.EventThreaten}
)

// codings are tried from the top. What none of them is, such as what did not take
// place and what is only thought of, is no event to PLOVER.
var codings = []coding{
	{true, wanted, friendly, record.EventRequest, "France must send aid: AID, hypothetical, demanded"},
	{true, wanted, hostile, record.EventRequest, "the EU should sanction Norway: SANCTION, hypothetical, demanded"},
	{false, ahead, friendly, record.EventAgree, "France will send aid: AID, planned"},
	{false, ahead, hostile, record.EventThreaten, "Norway will impose sanctions: SANCTION, planned"},
	{false, ahead, spoken, 0, "Norway will demand an answer: REQUEST, planned"},
}

// code returns as what PLOVER codes an event, false when it has no code for it.
func code(e *record.Event, demanded bool) (record.EventType, bool) {
	if e.Status == record.StatusOccurred || e.Status == record.StatusOngoing {
		return e.Type, true
	}
	for _, c := range codings {
		if c.demanded && !demanded || !slices.Contains(c.statuses, e.Status) || !slices.Contains(c.types, e.Type) {
			continue
		}
		if c.as == 0 {
			return e.Type, true
		}
		return c.as, true
	}
	return 0, false
}
