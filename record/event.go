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
