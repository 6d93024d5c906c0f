package record

// An Event is who did what to whom, by PLOVER's types.
type Event struct {
	ID         string    `json:"id"`
	Type       EventType `json:"type"`
	Modes      []string  `json:"modes,omitzero"`
	Contexts   []string  `json:"contexts,omitzero"`
	Cameo      string    `json:"cameo,omitempty" shape:"filled"` // two to four digits
	Trigger    Mark      `json:"trigger"`
	Actors     []Arg     `json:"actors"`
	Recipients []Arg     `json:"recipients,omitzero"`
	Time       string    `json:"time,omitempty" shape:"null"` // a time's id
	Place      *Arg      `json:"place,omitempty"`
	Amounts    []string  `json:"amounts,omitzero"` // ids
	Status     Status    `json:"status"`
	Certainty  Certainty `json:"certainty"`
	Statement  string    `json:"statement,omitempty"` // id; needs As
	As         As        `json:"as,omitempty"`        // needs Statement
	Citations  []string  `json:"citations,omitzero"`  // ids
	Score      *float64  `json:"score,omitempty"`     // probability, 0 to 1
	Review     *Review   `json:"review,omitempty"`
}

// EventType is one of PLOVER's 16 types.
type EventType uint8

// The values of EventType; the zero value is absent.
const (
	EventAgree EventType = iota + 1
	EventConsult
	EventSupport
	EventConcede
	EventCooperate
	EventAid
	EventRetreat
	EventRequest
	EventAccuse
	EventReject
	EventThreaten
	EventProtest
	EventSanction
	EventMobilize
	EventCoerce
	EventAssault
)

var eventTypes = [...]string{
	"",
	"AGREE",
	"CONSULT",
	"SUPPORT",
	"CONCEDE",
	"COOPERATE",
	"AID",
	"RETREAT",
	"REQUEST",
	"ACCUSE",
	"REJECT",
	"THREATEN",
	"PROTEST",
	"SANCTION",
	"MOBILIZE",
	"COERCE",
	"ASSAULT",
}

// String returns the word of the schema, or "" when absent.
func (e EventType) String() string { return word(eventTypes[:], e) }

// ParseEventType is the inverse of String; its error lists what is allowed.
func ParseEventType(s string) (EventType, error) {
	return parseWord[EventType]("event type", eventTypes[:], s)
}

// MarshalText writes the word of the schema.
func (e EventType) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads a word of the schema.
func (e *EventType) UnmarshalText(text []byte) error {
	return setWord(e, "event type", eventTypes[:], text)
}

// Status says whether an event took place.
type Status uint8

// The values of Status; the zero value is absent.
const (
	StatusOccurred Status = iota + 1
	StatusOngoing
	StatusPlanned
	StatusHypothetical
	StatusNegated
)

var statuses = [...]string{
	"",
	"occurred",
	"ongoing",
	"planned",
	"hypothetical",
	"negated",
}

// String returns the word of the schema, or "" when absent.
func (s Status) String() string { return word(statuses[:], s) }

// ParseStatus is the inverse of String; its error lists what is allowed.
func ParseStatus(s string) (Status, error) {
	return parseWord[Status]("status", statuses[:], s)
}

// MarshalText writes the word of the schema.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a word of the schema.
func (s *Status) UnmarshalText(text []byte) error {
	return setWord(s, "status", statuses[:], text)
}

// As says how an event stands to its statement.
type As uint8

// The values of As; the zero value is absent.
const (
	AsPerformed As = iota + 1 // the speech act is the event
	AsDescribed               // the content tells of it
)

var relations = [...]string{
	"",
	"performed",
	"described",
}

// String returns the word of the schema, or "" when absent.
func (a As) String() string { return word(relations[:], a) }

// ParseAs is the inverse of String; its error lists what is allowed.
func ParseAs(s string) (As, error) {
	return parseWord[As]("as", relations[:], s)
}

// MarshalText writes the word of the schema.
func (a As) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads a word of the schema.
func (a *As) UnmarshalText(text []byte) error {
	return setWord(a, "as", relations[:], text)
}
