package record

// Version is the version of the record's shape, the value of "readout".
const Version = "1"

// A Record is all that was read in one document.
type Record struct {
	Readout    string      `json:"readout"` // [Version]
	Offsets    Offsets     `json:"offsets"` // unit of every span
	Document   Document    `json:"document"`
	Entities   []Entity    `json:"entities"`
	Times      []Time      `json:"times"`
	Amounts    []Amount    `json:"amounts"`
	Citations  []Citation  `json:"citations"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Meta       Meta        `json:"meta"`
}

// Meta says how the record was made.
type Meta struct {
	Pipeline string   `json:"pipeline"`          // program and version
	Models   []string `json:"models,omitzero"`   // name@digest
	Created  string   `json:"created"`           // RFC 3339
	Warnings []string `json:"warnings,omitzero"` // for people, one sentence each
	Input    string   `json:"input,omitempty"`   // as named on the command line
}
